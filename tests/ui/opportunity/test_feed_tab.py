"""The tab Feed of the opportunity page: comments, and mentions that notify."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.sales.feed import mentions
from ui.opportunity.feed import CommentView


def show(desk):
    tab = desk.page.more.show("feed")
    desk.settle()
    return tab


def comments(desk) -> list[str]:
    return [row.text for row in desk.ask("feed", opportunity=desk.page.place.id).rows]


def test_a_comment_is_written_and_stands_first(desk) -> None:
    page = desk.sale()
    show(desk)
    desk.write("commentFeedEdit", "First <b>word</b>")
    assert page.has_unsaved()
    desk.click("addCommentButton")
    desk.write("commentFeedEdit", "Second")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert comments(desk) == ["Second", "First <b>word</b>"]
    views = [view for view in desk.window.findChildren(CommentView) if view.isVisible()]
    assert [view.text.text() for view in views] == ["Second", "First &lt;b&gt;word&lt;/b&gt;"]
    assert not page.has_unsaved()
    desk.do("undo")
    desk.settle()
    assert comments(desk) == ["First <b>word</b>"]


def test_a_name_after_at_is_completed_and_the_person_is_told(desk) -> None:
    desk.do("create_person", name="Oleg Petrov")
    desk.do("create_person", name="Olga Ray")
    page = desk.sale(title="Vega / ERP")
    show(desk)
    desk.find("commentFeedEdit").setFocus()
    desk.keys("Please look, @ol")
    desk.until(lambda: desk.shown("suggestions"))
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget().toPlainText() == "Please look, @Olga Ray "
    assert not desk.shown("suggestions")
    desk.click("addCommentButton")
    assert comments(desk) == ["Please look, @Olga Ray"]
    assert not [one for one in desk.ask("notifications").rows if one.kind == "mention"], "not who has written it"
    desk.do("switch_person", person=next(p.id for p in desk.ask("shell").people if p.name == "Olga Ray"))
    (message,) = [one for one in desk.ask("notifications").rows if one.kind == "mention"]
    assert message.title == "Anna Kern mentions you: Vega / ERP"
    assert message.text == "Please look, @Olga Ray"
    assert (message.place.name, message.place.id) == ("opportunity", page.place.id)


def test_an_address_is_no_mention_and_the_longer_name_is_meant() -> None:
    names = ("Anna", "Anna Kern")
    assert mentions("write to x@anna.com", names) == ()
    assert mentions("@anna kern and @Anna, (@ANNA)", names) == (
        ("@anna kern", "Anna Kern"), ("@Anna", "Anna"), ("@ANNA", "Anna"),
    )  # fmt: skip


def test_a_long_feed_is_read_in_parts(desk) -> None:
    page = desk.sale()
    for number in range(45):
        desk.do("add_comment", opportunity=page.place.id, text=f"Comment {number}")
    show(desk)
    shown = [view for view in desk.window.findChildren(CommentView) if view.isVisible()]
    assert len(shown) == 40
    desk.click("earlierCommentsButton")
    assert len([view for view in desk.window.findChildren(CommentView) if view.isVisible()]) == 45
    assert not desk.shown("earlierCommentsButton")
