"""The diagram of a process has the larger share of the page, and the border stays where a person left it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.processes.parts import PageParts
from ui.remembered import Remembered


def test_the_diagram_has_two_thirds_and_a_moved_border_is_remembered(bare_window, tmp_path) -> None:
    bare_window.remembered = Remembered(tmp_path / "window.ini")

    def parts() -> PageParts:
        made = PageParts(bare_window.centralWidget())
        made.show_parts(QWidget(), QWidget())
        made.resize(600, 660)
        made.show()
        return made

    first = parts()
    upper, lower = first.sizes()
    assert upper > 0.65 * (upper + lower)
    handle = first.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())
    QTest.mouseMove(handle, handle.rect().center() - QPoint(0, 120))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    moved = first.sizes()
    assert moved[0] < upper - 50
    assert parts().sizes() == moved
