"""Pictures of a diagram: vector where they can be, on white whatever the theme, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.processes.drawing import diagram
from desktop.views.diagram import Mark
from desktop.views.exchange import Trouble
from tests.ui.diagram.conftest import OUTSIDE
from ui.diagram.ink import of_the_theme
from ui.diagram.picture import save_picture
from ui.diagram.scene import DiagramScene

ALL_KINDS = Path(__file__).parents[2] / "processes" / "data" / "all_kinds.bpmn"


def test_every_kind_of_element_is_painted_and_saved_as_vectors(tmp_path, look) -> None:
    file = tmp_path / "all.svg"
    drawn = diagram.of_file(ALL_KINDS.read_bytes(), "en")
    save_picture(drawn, file)
    text = file.read_text(encoding="utf-8")
    assert "<image" not in text
    assert 'font-family="Inter, Arial, Helvetica, sans-serif"' in text
    words = "".join(ElementTree.fromstring(text).itertext())
    assert all(node.label.split()[0] in words for node in drawn.nodes if node.label)
    assert QSvgRenderer(str(file)).isValid()


def test_every_kind_of_element_shows_its_state_its_mark_and_that_it_is_chosen(look) -> None:
    drawn = diagram.of_file(ALL_KINDS.read_bytes(), "en")
    scene = DiagramScene(of_the_theme())
    scene.show_plane(drawn)

    def looks() -> dict[str, QImage]:
        whole = QImage(scene.sceneRect().size().toSize(), QImage.Format.Format_RGB32)
        whole.fill(QColor("white"))
        painter = QPainter(whole)
        scene.render(painter)
        painter.end()
        corner = scene.sceneRect().topLeft()
        return {
            name: whole.copy(item.boundingRect().translated(-corner).toRect()) for name, item in scene.elements.items()
        }

    def differ(one: dict[str, QImage], two: dict[str, QImage]) -> set[str]:
        return {name for name in one if one[name] != two[name]}

    plain, nodes, everything = looks(), {node.id for node in drawn.nodes}, set(scene.elements)
    for state in ("running", "done", "cancelled"):
        scene.show_plane(diagram.marked(drawn, dict.fromkeys(nodes, state), everything - nodes))
        assert differ(plain, looks()) == everything, state
    scene.show_plane(drawn)
    assert not differ(plain, looks())
    scene.set_marks(dict.fromkeys(everything, Mark("changed", "")))
    assert differ(plain, looks()) == everything
    scene.set_marks({})
    for name in everything:
        scene.choose(name, focused=True)
        assert scene.elements[name].chosen
    assert plain != looks()


def test_a_png_is_twice_as_sharp_and_white_in_the_dark_theme_too(tmp_path, look) -> None:
    look.choose("dark")
    save_picture(OUTSIDE, tmp_path / "order.png")
    image = QImage(str(tmp_path / "order.png"))
    assert image.width() > 2 * 600
    assert image.pixelColor(2, 2) == QColor("white")


def test_a_pdf_is_one_page_of_the_size_of_the_diagram(tmp_path, look) -> None:
    save_picture(OUTSIDE, tmp_path / "order.pdf")
    written = (tmp_path / "order.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert written.count(b"/MediaBox") == 1
    assert b"/Subtype /Image" not in written, "vectors, no pixels"


def test_a_disk_that_refuses_leaves_what_was_there(tmp_path, look) -> None:
    with pytest.raises(Trouble) as refused:
        save_picture(OUTSIDE, tmp_path / "missing" / "order.svg")
    assert "could not be written" in str(refused.value)
    taken = tmp_path / "taken.svg"
    taken.mkdir()
    (taken / "file").touch()
    with pytest.raises(Trouble):
        save_picture(OUTSIDE, taken)
    assert [entry.name for entry in tmp_path.iterdir()] == ["taken.svg"], "nothing half written stays"
    with pytest.raises(ValueError, match="no kind of picture"):
        save_picture(OUTSIDE, tmp_path / "order.gif")
