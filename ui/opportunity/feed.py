"""The tab Feed: comments of everybody on the sale, the newest first; "@" and a name tells that person."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Done, Query, Refused
from desktop.views.feed import FeedComment, FeedPart
from ui.bridge import Bridge
from ui.fields.suggestions import Suggestions
from ui.fields.text import MemoField
from ui.opportunity.remark import Remark
from ui.record_tab import RecordTab
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.hint import EmptyState

_TYPED = re.compile(r"(?:^|(?<=\s))@([^\n@]{0,40})$")
_OFFERED = 8


class CommentView(Remark):
    """One comment: who wrote it, when, and what; people who are mentioned stand out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, text_format=Qt.TextFormat.RichText)
        self.setObjectName("feedComment")
        self._comment: FeedComment | None = None
        theme().changed.connect(self._say)

    def show_comment(self, comment: FeedComment) -> None:
        """Show another comment."""
        self._comment = comment
        self.show_head(comment.author, comment.at, comment.text)
        self._say()

    def _say(self) -> None:
        if self._comment is None:
            return
        said = html.escape(self._comment.text)
        colour = theme().colour("accent_text").name()
        for mention in sorted({html.escape(one) for one in self._comment.mentions}, key=len, reverse=True):
            said = said.replace(mention, f'<span style="color:{colour};font-weight:600">{mention}</span>')
        self.text.setText(said.replace("\n", "<br>"))


class FeedTab(RecordTab):
    """Comments, read part by part."""

    touched_by = ("feed_comment", "person")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("feedTab")
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(8))
        self.text = MemoField(self, name="commentFeedEdit", lines=2)
        self.button = Button("", self, icon="message-square", name="addCommentButton")
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._empty = EmptyState("message-square", self)
        self._empty.hide()
        column.addWidget(self._empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(4))
        column.addLayout(self._list)
        self.more = Button("", self, kind="link", name="earlierCommentsButton")
        self.more.clicked.connect(self._read_on)
        self.more.hide()
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._views: list[CommentView] = []
        self._rows: tuple[FeedComment, ...] = ()
        self._further: int | None = None
        self._people: tuple[str, ...] = ()
        self._offered: list[str] = []
        self._suggestions: Suggestions | None = None
        self.button.setEnabled(False)
        self.button.clicked.connect(self.commit)
        self.text.changed.connect(self._written)
        self.text.editor.installEventFilter(self)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.text, self.commit)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def ask(self) -> None:
        """Ask for the newest comments."""
        self.bridge.ask(Query("feed", opportunity=self.record), self._begin, owner=self, key="feed")

    def forget(self) -> None:
        """Show nothing of the sale before."""
        self.text.set_value("")
        self._show((), None)
        self._empty.hide()

    def is_writing(self) -> bool:
        """Whether there is a comment that is not added yet."""
        return bool(self.text.value())

    def commit(self) -> None:
        """Add what is written; nothing happens for an empty text."""
        said = self.text.value()
        if not said or self.record is None:
            return
        self._close_offer()
        self.text.set_value("")
        self._written()

        def refused(error: Refused) -> None:
            self.text.set_value(said)
            self._written()
            self.bridge.refused.emit(str(error))

        self.bridge.perform(Action("add_comment", opportunity=self.record, text=said), self._added, refused, owner=self)

    def discard(self) -> None:
        """Give up what is written."""
        self.text.set_value("")
        self._written()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.text.set_label(self.tr("New comment"))
        self.text.set_placeholder(self.tr("Write to everybody on this sale; @ and a name tells that person"))
        self.button.setText(self.tr("Comment"))
        self.button.setToolTip("Ctrl+Enter")
        self.more.setText(self.tr("Earlier comments"))
        self._empty.set_texts(self.tr("No comments yet"), self.tr("Ask, answer, tell: everybody on the sale reads it."))
        super().retranslate()

    # showing ------------------------------------------------------------------------------------

    def _begin(self, part: FeedPart) -> None:
        self._people = part.people
        self._show(part.rows, part.further)

    def _read_on(self) -> None:
        def answered(part: FeedPart) -> None:
            self._show((*self._rows, *part.rows), part.further)

        query = Query("feed", opportunity=self.record, before=self._further)
        self.bridge.ask(query, answered, owner=self, key="feed")

    def _show(self, rows: tuple[FeedComment, ...], further: int | None) -> None:
        self._rows, self._further = rows, further
        while len(self._views) < len(rows):
            view = CommentView(self)
            self._list.addWidget(view)
            self._views.append(view)
        for place, view in enumerate(self._views):
            view.setVisible(place < len(rows))
            if place < len(rows):
                view.show_comment(rows[place])
        self._empty.setVisible(not rows)
        self.more.setVisible(further is not None)

    def _added(self, _done: Done) -> None:
        self.text.editor.setFocus()

    # writing ------------------------------------------------------------------------------------

    def _written(self) -> None:
        self.button.setEnabled(self.is_writing())
        self.writing.emit()
        if self.text.editor.hasFocus():
            self._offer()

    def _before_cursor(self) -> str:
        cursor = self.text.editor.textCursor()
        return self.text.editor.toPlainText()[: cursor.position()]

    def _offer(self) -> None:
        """Offer the people whose name, or a part of it, begins with what stands after "@"."""
        found = _TYPED.search(self._before_cursor())
        wanted = found[1].casefold() if found is not None else None
        self._offered = []
        if wanted is not None:
            self._offered = [
                name
                for name in self._people
                if name.casefold() != wanted and any(part.startswith(wanted) for part in _beginnings(name))
            ][:_OFFERED]
        if self._offered:
            if self._suggestions is None:
                self._suggestions = Suggestions(self.text.editor)  # type: ignore[arg-type]
                self._suggestions.chosen.connect(self._complete)
            self._suggestions.offer(self._offered)
        else:
            self._close_offer()

    def _close_offer(self) -> None:
        if self._suggestions is not None:
            self._suggestions.close_popup()

    def _complete(self, row: int) -> None:
        self._close_offer()
        found = _TYPED.search(self._before_cursor())
        if found is None or row >= len(self._offered):
            return
        cursor = self.text.editor.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(found[1])
        )  # fmt: skip
        name = self._offered[row]
        cursor.insertText(f"{name} ")
        self.text.editor.setTextCursor(cursor)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Lead the list of people with the keys of the text."""
        if watched is self.text.editor and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._suggestions is not None and self._suggestions.take_key(event):
                return True
        elif watched is self.text.editor and event.type() == QEvent.Type.FocusOut:
            self._close_offer()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]


def _beginnings(name: str) -> list[str]:
    """Return the name from each of its words on: "anna kern", "kern"."""
    words = name.casefold().split()
    return [" ".join(words[place:]) for place in range(len(words))]
