"""From the task Prepare the presentation a fitting one is chosen, and an editable copy goes to the opportunity."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.views.exchange import Place

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stock(desk) -> dict[str, int]:
    """Three presentations and an article; the first is made for the sale that the tests run."""
    needs = {choice.code: choice.id for choice in desk.ask("choices", lookup="need")}
    sectors = {choice.code: choice.id for choice in desk.ask("choices", lookup="sector")}
    made = {"need": needs["automation"], "sector": sectors["logistics"]}
    account = desk.do("create_account", name="Vega", sector=made["sector"]).result["account"]
    numbers = {"need": made["need"], "account": account}
    for title, kind, fields in (
        ("Software", "presentation", {"need": needs["software"], "body": "<p>Seven spreadsheets</p>"}),
        ("Warehouse", "presentation", {**made, "body": "<p>Robots <b>go</b></p>"}),
        ("Company", "presentation", {"body": "<p>Who we are</p>"}),
        ("Questions", "article", {"need": made["need"], "body": "<p>Ten questions</p>"}),
    ):
        numbers[title] = desk.do("create_article", title=title, kind=kind, **fields).result["article"]
    return numbers


def files(desk) -> list[str]:
    return [row.name for row in desk.ask("files", subject="opportunity", id=desk.page.place.id).rows]


def rows(desk) -> list[str]:
    return [row.title for row in desk.find("chooseArticleList").rows()]


def open_chooser(desk, stock: dict[str, int]) -> None:
    desk.sale(title="Robots", need=stock["need"], account=stock["account"])
    desk.click(desk.card("Prepare the presentation").complete_button)
    desk.click("choosePresentationButton")


def test_the_best_comes_first_with_why_and_enter_attaches_a_copy_that_undo_takes_back(desk, stock) -> None:
    open_chooser(desk, stock)
    assert rows(desk) == ["Warehouse", "Company", "Software"]
    first = desk.find("chooseArticleList").rows()[0]
    assert "fits: need, industry" in first.second
    assert desk.find("chooseArticlePreview").toPlainText() == "Robots go"
    assert "Logistics" in desk.find("chooseArticleSought").text()
    desk.key(Key.Key_Return)
    assert files(desk) == ["Warehouse.html"]
    assert not desk.shown("chooseArticleDialog")
    assert desk.shown("miniCardPopup")  # to complete the task where one has begun
    desk.key(Key.Key_Escape)
    desk.key(Key.Key_Z, Ctrl)
    desk.until(lambda: files(desk) == [])
    assert desk.ask("article_page", id=stock["Warehouse"]).fields.body == "<p>Robots <b>go</b></p>"


def test_typing_finds_by_words_of_the_text_and_all_kinds_show_articles_too(desk, stock) -> None:
    open_chooser(desk, stock)
    desk.keys("spread")
    desk.settle()
    assert rows(desk) == ["Software"]
    desk.write("chooseArticleSearch", "nothing like it")
    desk.settle()
    assert desk.shown("chooseArticleEmpty")
    assert not desk.find("chooseArticleButton").isEnabled()
    desk.write("chooseArticleSearch", "")
    desk.settle()
    desk.click("chooseArticleAll")
    assert "Questions" in rows(desk)
    desk.find("chooseArticleSearch").setFocus()
    desk.key(Key.Key_Down)
    assert desk.find("chooseArticleList").selected() == str(desk.find("chooseArticleList").rows()[1].key)
    desk.key(Key.Key_Escape)
    assert not desk.shown("chooseArticleDialog")


def test_what_was_filled_in_on_the_mini_card_is_still_there_after_choosing(desk, stock) -> None:
    desk.sale()
    desk.click(desk.card("Prepare the presentation").complete_button)
    desk.write("commentEdit", "with the new figures")
    desk.click("choosePresentationButton")
    desk.click("chooseArticleCancel")
    assert desk.find("commentEdit").toPlainText() == "with the new figures"
    desk.click("confirmButton")
    assert len(desk.cards()) == 1


def test_only_the_task_that_the_process_says_so_of_offers_it(desk, stock) -> None:
    desk.sale()
    desk.click(desk.card("Contact the customer").complete_button)
    assert not desk.shown("choosePresentationButton")
    cards = {card.title: card for card in desk.read().cards}
    assert cards["Prepare the presentation"].knowledge == "presentation"
    by_hand = desk.do("create_activity", kind="task", title="Prepare the presentation", opportunity=desk.page.place.id)
    assert desk.ask("activity_page", id=by_hand.result["activity"]).knowledge == ""


def test_a_file_of_the_article_is_copied_from_the_page_of_the_task(desk, stock, tmp_path: Path) -> None:
    (tmp_path / "slides.pptx").write_bytes(b"slides")
    desk.do("attach_file", subject="article", record=stock["Company"], path=tmp_path / "slides.pptx")
    desk.sale()
    sale = desk.page.place.id
    task = next(card for card in desk.read().cards if card.knowledge).activity_id
    desk.window.show_place(Place("activity", task))
    desk.settle()
    desk.click("choosePresentationButton")
    desk.keys("company")
    desk.settle()
    what = desk.find("chooseArticleWhat")
    assert [what.itemText(at) for at in range(what.count())] == ["the text", "slides.pptx"]
    what.setCurrentIndex(1)
    desk.click("chooseArticleButton")
    (row,) = desk.ask("files", subject="opportunity", id=sale).rows
    assert (row.name, row.size, row.article, row.editable) == ("Company - slides.pptx", 6, "Company", False)
    assert [one.name for one in desk.ask("files", subject="article", id=stock["Company"]).rows] == ["slides.pptx"]


def test_the_copy_is_edited_in_place_and_the_article_stays(desk, stock, tmp_path: Path) -> None:
    desk.sale()
    sale = desk.page.place.id
    for expected in ("Warehouse.html", "Warehouse (2).html"):
        desk.do("copy_article", opportunity=sale, article=stock["Warehouse"])
        assert expected in files(desk)
    tab = desk.page.more.show("files")
    desk.settle()
    assert tab.list.rows()[0].second.endswith("copy of “Warehouse”")
    assert desk.find("filePage").toPlainText() == "Robots go"
    desk.click("editFileButton")
    desk.keys("Our ")
    dialog = desk.window.findChild(object, "copyDialog")
    for name, begins in (("out.pdf", b"%PDF"), ("out.odt", b"PK")):
        assert dialog.write(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(begins)
    desk.key(Key.Key_Escape)
    assert desk.shown("leaveCopyQuestion")
    desk.click("noButton")
    desk.click("saveCopyButton")
    assert desk.find("filePage").toPlainText() == "Our Robots go"
    assert desk.ask("article_page", id=stock["Warehouse"]).fields.body == "<p>Robots <b>go</b></p>"
    desk.key(Key.Key_Z, Ctrl)
    desk.until(lambda: desk.find("filePage").toPlainText() == "Robots go")


def test_a_copy_that_somebody_else_wrote_meanwhile_is_not_overwritten(desk, stock) -> None:
    desk.sale()
    copy = desk.do("copy_article", opportunity=desk.page.place.id, article=stock["Company"]).result["attachment"]
    desk.page.more.show("files")
    desk.settle()
    desk.click("editFileButton")
    desk.keys("Mine ")
    desk.do("save_copy", id=copy, version=1, body="<p>Theirs</p>")
    desk.click("saveCopyButton")
    assert desk.shown("copyMessage")
    assert desk.ask("copy_text", id=copy).body == "<p>Theirs</p>"
    desk.click("closeCopyButton")
    desk.click("yesButton")
    assert not desk.shown("copyDialog")


def test_an_empty_knowledge_base_says_the_way_to_it(desk) -> None:
    desk.sale()
    desk.click(desk.card("Prepare the presentation").complete_button)
    desk.click("choosePresentationButton")
    assert desk.shown("chooseArticleEmpty")
    desk.click(desk.find("chooseArticleEmpty").action)
    assert desk.window.page.place == Place("knowledge")
