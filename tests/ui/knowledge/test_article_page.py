"""The knowledge base in the real window: list, page, the editor of formatted text, files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.views.exchange import Place
from ui.knowledge.text_view import FormattedView

Key, Ctrl, Shift, Alt = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def show(desk, place: Place):
    desk.window.show_place(place)
    desk.settle()
    return desk.window.page


def article(desk, **fields: object) -> int:
    made = desk.do("create_article", **{"title": "Robots", "kind": "presentation", **fields})
    return made.result["article"]


def read(desk, number: int):
    return desk.ask("article_page", id=number)


def picture(width: int = 40) -> QImage:
    made = QImage(width, 20, QImage.Format.Format_RGB32)
    made.fill(QColor("#336699"))
    return made


def test_an_article_is_made_from_the_side_bar_written_and_found_by_its_words(desk) -> None:
    desk.click("side_knowledge")
    assert desk.shown("emptyState")
    desk.click("newButton")
    desk.keys("Cold chain")
    desk.key(Key.Key_Return)
    desk.until(lambda: desk.window.page.objectName() == "articlePage")
    assert desk.shown("emptyText")
    desk.key(Key.Key_Space)  # the button Write has the keyboard
    desk.keys("Sensors speak every minute")
    desk.write("tagsEdit", "cold, sensors, Cold")
    desk.click("saveButton")
    number = desk.window.page.place.id
    fields = read(desk, number).fields
    assert fields.body == "<p>Sensors speak every minute</p>"
    assert fields.tags == ("Cold", "sensors")
    for word in ("minute", "sensors", "chain"):
        assert [(row.subject, row.id) for row in desk.ask("find", text=word)] == [("article", number)]
    page = show(desk, Place("knowledge"))
    assert page.table.objectName() == "articleList"
    assert page.model.rowCount() == 1
    desk.key(Key.Key_Return)
    assert desk.window.page.place == Place("article", number)
    assert not desk.window.page.body.view.is_editing()


def test_keys_and_buttons_format_the_text_and_undo_takes_it_back(desk) -> None:
    number = article(desk)
    page = show(desk, Place("article", number))
    desk.key(Key.Key_E, Ctrl)
    view = page.body.view
    assert view.is_editing()
    desk.key(Key.Key_1, Ctrl | Alt)
    desk.keys("Plan")
    desk.key(Key.Key_Return)
    desk.keys("One ")
    desk.key(Key.Key_B, Ctrl)
    desk.keys("two")
    desk.key(Key.Key_B, Ctrl)
    desk.key(Key.Key_Return)
    desk.key(Key.Key_8, Ctrl | Shift)
    desk.keys("first")
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Tab)
    desk.keys("inner")
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Return)
    desk.keys("end")
    expected = "<h1>Plan</h1><p>One <b>two</b></p><ul><li>first<ul><li>inner</li></ul></li></ul><p>end</p>"
    assert page.body.value() == expected
    desk.click("format_numbers")
    assert page.body.value().endswith("<ol><li>end</li></ol>")
    desk.click("format_plain")
    assert page.body.value() == expected
    for _ in range(4):
        desk.key(Key.Key_Z, Ctrl)
    assert page.body.value() != expected
    for _ in range(4):
        desk.key(Key.Key_Z, Ctrl | Shift)
    desk.key(Key.Key_S, Ctrl)
    assert read(desk, number).fields.body == expected
    assert not page.has_unsaved()
    desk.key(Key.Key_E, Ctrl)
    assert not view.is_editing()


def test_a_link_is_asked_for_checked_and_opened_by_a_click_while_reading(desk, monkeypatch) -> None:
    number = article(desk, body="<p>our page</p>")
    page = show(desk, Place("article", number))
    desk.click("editTextButton")
    page.body.view.selectAll()
    desk.key(Key.Key_K, Ctrl | Shift)
    desk.keys("javascript:alert(1)")
    desk.key(Key.Key_Return)
    assert desk.shown("linkDialog")
    desk.write("linkEdit", "example.com/a?b=1")
    desk.click("linkConfirmButton")
    assert page.body.value() == '<p><a href="https://example.com/a?b=1">our page</a></p>'
    desk.click("saveButton")
    desk.click("editTextButton")
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    cursor = QTextCursor(page.body.view.document())
    cursor.setPosition(3)
    QTest.mouseClick(
        page.body.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        page.body.view.cursorRect(cursor).center(),
    )
    assert [url.toString() for url in opened] == ["https://example.com/a?b=1"]


def test_what_is_pasted_is_cleaned_pictures_stay_inside_and_nothing_is_fetched(desk, monkeypatch) -> None:
    asked: list[str] = []
    default = QTextDocument.loadResource
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *given: asked.append(str(given)) or default(*given))
    number = article(desk, body="<p>here</p>")
    page = show(desk, Place("article", number))
    desk.click("editTextButton")
    view: FormattedView = page.body.view
    mime = QMimeData()
    mime.setHtml(
        "<style>p{color:red}</style><p onclick='x'>from <b>outside</b><img src='https://example.com/track.png'>"
        "<img src='file:///etc/hosts'><script>x()</script></p>"
    )
    view.insertFromMimeData(mime)
    photo = QMimeData()
    photo.setImageData(picture(3000))
    view.insertFromMimeData(photo)
    text = page.body.value()
    assert text.startswith("<p>from <b>outside</b>")
    assert text.count("<img") == 1
    assert 'src="data:image/png;base64,' in text
    assert 'width="560"' in text
    assert "example.com" not in text and "script" not in text and "style" not in text
    desk.click("saveButton")
    other = article(desk, title="Second")
    view.selectAll()
    view.copy()
    second = show(desk, Place("article", other))
    desk.key(Key.Key_E, Ctrl)
    second.body.view.paste()
    assert second.body.value() == read(desk, number).fields.body
    assert asked == []


def test_reading_changes_nothing_and_an_unsaved_text_comes_back_as_a_draft(desk) -> None:
    body = "<h2>A</h2><p>b<br>c</p><p><br></p><table><tr><td>1</td><td>2</td></tr></table><ol><li>x</li></ol>"
    number = article(desk, body=body)
    page = show(desk, Place("article", number))
    for _ in range(4):
        desk.click("editTextButton")
        assert not page.has_unsaved()
    desk.click("editTextButton")
    page.body.view.moveCursor(QTextCursor.MoveOperation.End)
    desk.keys("y")
    desk.until(lambda: read(desk, number).draft != ())
    draft = dict(read(desk, number).draft)["body"]
    assert draft == body.replace("<li>x</li>", "<li>xy</li>")
    desk.click("cancelButton")
    assert page.body.value() == body
    assert not page.body.view.is_editing()
    desk.until(lambda: read(desk, number).draft == ())


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(desk) -> None:
    number = article(desk, body="<p>one</p>")
    page = show(desk, Place("article", number))
    desk.click("editTextButton")
    desk.keys("my ")
    version = read(desk, number).version
    page.bridge.changed.disconnect()  # as if the other window's change had not been heard of yet
    desk.do("save_article", id=number, version=version, fields={"title": "Theirs"})
    desk.click("saveButton")
    assert desk.shown("conflictBar")
    assert read(desk, number).fields.body == "<p>one</p>"


def test_needs_industries_products_and_tags_are_chosen_and_shown(desk) -> None:
    product = desk.do("create_product", name="Terminal").result["product"]
    desk.do("create_product", name="Licence")
    article(desk, title="Other", tags=["warehouse", "water"])
    number = article(desk, products=[product])
    page = show(desk, Place("article", number))
    page._lookups["need"].editor.setFocus()
    desk.key(Key.Key_Down)
    field = desk.find("productsEdit")
    field.setFocus()
    desk.keys("lice")
    desk.key(Key.Key_Return)
    assert [ref.label for ref in page._products.value()] == ["Terminal", "Licence"]
    desk.find("tagsEdit").setFocus()
    desk.keys("new, war")
    desk.key(Key.Key_Down)
    desk.key(Key.Key_Return)
    assert desk.find("tagsEdit").text() == "new, warehouse"
    desk.click("saveButton")
    fields = read(desk, number).fields
    assert [ref.label for ref in fields.products] == ["Licence", "Terminal"]
    assert fields.tags == ("new", "warehouse")
    assert fields.need is not None
    chips = [chip for chip in page.findChildren(type(page.edit_button), "productChip") if chip.isVisible()]
    desk.click(next(chip for chip in chips if chip.text() == "Terminal"))
    desk.click("saveButton")
    assert [ref.label for ref in read(desk, number).fields.products] == ["Licence"]


def test_files_are_attached_to_an_article_and_counted(desk, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "slides.txt").write_text("slide one", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "slides.txt")], ""))
    number = article(desk)
    page = show(desk, Place("article", number))
    page.sheets.setCurrentIndex(1)
    desk.settle()
    desk.click("attachFileButton")
    assert [row.name for row in desk.ask("files", subject="article", id=number).rows] == ["slides.txt"]
    assert page.sheets.tabText(1) == "Files (1)"
    assert desk.find("fileText").toPlainText() == "slide one"


def test_an_article_is_taken_out_and_the_toast_brings_it_back(desk) -> None:
    number = article(desk)
    page = show(desk, Place("article", number))
    page.remove()
    desk.settle()
    assert desk.window.page.place == Place("knowledge")
    assert desk.window.page.model.rowCount() == 0
    assert desk.ask("find", text="robots") == ()
    desk.key(Key.Key_Z, Ctrl)
    desk.until(lambda: desk.window.page.model.rowCount() == 1)
    assert [row.id for row in desk.ask("find", text="robots")] == [number]


def test_the_page_speaks_russian_and_is_seen_in_the_dark(desk) -> None:
    page = show(desk, Place("article", article(desk, body="<p>text</p>")))
    desk.language.choose("ru")
    desk.settle()
    assert page.edit_button.text() == "Править"
    assert page.sheets.tabText(0) == "Текст"
    assert desk.find("side_knowledge").accessibleName() == "База знаний"
    desk.click("editTextButton")
    assert page.body.buttons["bold"].accessibleName() == "Полужирный"
    assert all(button.accessibleName() for button in page.body.buttons.values())
    assert QApplication.focusWidget() is page.body.view


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_I])
def test_a_tools_key_is_the_windows_again_while_reading(desk, key: Key) -> None:
    page = show(desk, Place("article", article(desk, body="<p>text</p>")))
    page.body.view.selectAll()
    before = desk.window.side_bar.folded
    desk.key(key, Ctrl)
    assert page.body.value() == "<p>text</p>"
    assert (desk.window.side_bar.folded != before) == (key == Key.Key_B)


def test_the_history_says_what_was_written_before(desk) -> None:
    number = article(desk, body="<p>old <b>words</b></p>")
    desk.do("save_article", id=number, version=1, fields={"body": "<p>new words</p>", "language": "en"})
    told = {row.what: (row.before, row.after) for row in desk.ask("history", subject="article", id=number).rows}
    assert told["Text"] == ("old words", "new words")
    assert told["Language"] == ("", "English")
    show(desk, Place("article", number))
    desk.click("historyButton")
    assert desk.shown("historyTable")


def test_somebody_elses_article_is_read_and_copied_but_not_written(desk) -> None:
    number = article(desk, body="<p>text</p>")
    rep = desk.do("create_person", name="Boris Lang", role="rep").result["person"]
    desk.do("switch_person", person=rep)
    page = show(desk, Place("article", number))
    assert not desk.shown("editTextButton")
    desk.key(Key.Key_E, Ctrl)
    assert not page.body.view.is_editing()
    assert page.body.value() == "<p>text</p>"
    sale = desk.do("create_opportunity", title="Mine").result["opportunity"]
    assert desk.do("copy_article", opportunity=sale, article=number).result["attachment"]
