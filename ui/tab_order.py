"""Tab order of widgets that are made later than their neighbours."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stop_before(widget: QWidget, inside: QWidget) -> QWidget | None:
    """Return the last stop of the Tab key before ``widget`` that is not inside ``inside``; None where there is none."""
    found: QWidget | None = widget.previousInFocusChain()
    while found is not None and found is not widget:
        stops = bool(found.focusPolicy() & Qt.FocusPolicy.TabFocus) and found.focusProxy() is None
        if stops and found is not inside and not inside.isAncestorOf(found) and found is not found.window():
            return found
        found = found.previousInFocusChain()
    return None


def line_up(after: QWidget | None, widgets: Iterable[QWidget]) -> None:
    """Let Tab go through the widgets in this order, beginning right after ``after``."""
    for widget in widgets:
        if after is not None and after.nextInFocusChain() is not widget:
            QWidget.setTabOrder(after, widget)
        after = widget
