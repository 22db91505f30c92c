"""ChooseArticle: the articles that fit a sale, the best first, with why; choosing one attaches a copy of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.articles import ArticlePage, FittingArticle, FittingArticles
from desktop.views.exchange import Action, Done, Place, Query, Refused
from ui.bridge import Bridge
from ui.fields.amounts import QuietCombo
from ui.knowledge.text_view import FormattedView
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text
from ui.widgets.rows import Row, RowList
from ui.widgets.styling import restyle

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ChooseArticle(Dialog):
    """Find as you type, arrows choose, Enter attaches; what is attached is the text or one of the article's files."""

    go = Signal(object)
    attached = Signal()

    def __init__(self, window: QWidget, bridge: Bridge, opportunity: int, kind: str) -> None:
        super().__init__(window, "", name="chooseArticleDialog", width=940)
        self._bridge = bridge
        self._opportunity = opportunity
        self._kind = kind
        self._found: FittingArticles | None = None
        self._page: ArticlePage | None = None
        look = theme()
        self.set_title(
            self.tr("Choose a presentation") if kind == "presentation" else self.tr("Choose from the knowledge base")
        )
        self._sought = Text("", self.sheet, tone="muted", wrap=True, name="chooseArticleSought")
        self.body.addWidget(self._sought)
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        self.search = QLineEdit(self.sheet)
        self.search.setObjectName("chooseArticleSearch")
        self.search.setPlaceholderText(self.tr("Words of the title or the text"))
        self.search.setAccessibleName(self.tr("Find"))
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._ask)
        self.all_button = Button(self.tr("All kinds"), self.sheet, kind="choice", name="chooseArticleAll")
        self.all_button.toggled.connect(self._ask)
        line.addWidget(self.search, 1)
        line.addWidget(self.all_button)
        self.body.addLayout(line)
        self._stack = QStackedWidget(self.sheet)
        self._stack.setMinimumHeight(look.px(400))
        self._stack.addWidget(self._make_sides())
        self._empty = EmptyState("book-open", self.sheet, name="chooseArticleEmpty")
        self._empty.action_pressed.connect(self._open_knowledge)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)
        what = QHBoxLayout()
        what.setSpacing(look.px(8))
        self._what_label = Text(self.tr("Copy"), self.sheet, tone="muted")
        self.what = QuietCombo(self.sheet)
        self.what.setObjectName("chooseArticleWhat")
        self.what.setAccessibleName(self.tr("What to copy"))
        self.what.setMinimumWidth(look.px(260))
        self._what_label.setBuddy(self.what)
        what.addWidget(self._what_label)
        what.addWidget(self.what)
        self.buttons.insertLayout(0, what)
        self.add_button(self.tr("Cancel"), name="chooseArticleCancel")
        self.choose_button = self.add_button(
            self.tr("Attach a copy"), kind="primary", run=self.choose, name="chooseArticleButton"
        )
        self._show_selected()
        self._ask()

    def _make_sides(self) -> QWidget:
        look = theme()
        sides = QWidget(self.sheet)
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        self.list = RowList(sides, name="chooseArticleList", single_click=False)
        self.list.setAccessibleName(self.tr("Articles, the best first"))
        self.list.chosen.connect(lambda _key: self.choose())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_selected())
        right = QVBoxLayout()
        self.preview = FormattedView(sides, name="chooseArticlePreview")
        self.preview.setAccessibleName(self.tr("Preview"))
        restyle(self.preview, role="reading")
        self.preview.set_editing(False)
        right.addWidget(self.preview, 1)
        row.addWidget(self.list, 5)
        row.addLayout(right, 6)
        return sides

    # finding

    def _ask(self, *_changed: object) -> None:
        kind = "" if self.all_button.isChecked() else self._kind
        query = Query("fitting_articles", opportunity=self._opportunity, kind=kind, text=self.search.text().strip())
        self._bridge.ask(query, self._arrived, owner=self, key="articles")

    def _arrived(self, found: FittingArticles) -> None:
        before = self.list.selected()
        self._found = found
        sought = found.sought or self.tr("the opportunity names neither need, industry nor products yet")
        self._sought.setText(self.tr("Looked for: {what}").format(what=sought))
        rows = [
            Row(
                str(one.id),
                one.title,
                second=" · ".join(part for part in (one.fits, one.kind, one.language) if part),
                icon="circle-check" if one.fits else "book-open",
            )
            for one in found.rows
        ]
        keys = [row.key for row in rows]
        self.list.set_rows(rows, select=before if before in keys else (keys[0] if keys else None))
        self._stack.setCurrentIndex(0 if rows else 1)
        if self.search.text().strip():
            self._empty.set_texts(self.tr("Nothing found"), self.tr("Another word may find it."))
        else:
            self._empty.set_texts(
                self.tr("There is nothing to choose from yet"),
                self.tr("Write a presentation in the knowledge base, or attach a file to an article there."),
                self.tr("Open the knowledge base"),
            )
        self._show_selected()

    def chosen(self) -> FittingArticle | None:
        """Return the article that is selected."""
        key = self.list.selected()
        rows = self._found.rows if self._found is not None else ()
        return next((one for one in rows if str(one.id) == key), None)

    def _show_selected(self) -> None:
        one = self.chosen()
        self.what.clear()
        if one is not None:
            if one.has_text:
                self.what.addItem(self.tr("the text"), None)
            for file in one.files:
                self.what.addItem(file.label, file.id)
            if not one.has_text and one.files:
                self.what.setCurrentIndex(0)
            query = Query("article_page", id=one.id)
            self._bridge.ask(query, self._show_text, lambda _error: None, owner=self, key="text")
        else:
            self.preview.show_text("")
        for part in (self._what_label, self.what):
            part.setVisible(self.what.count() > 0)
        self.choose_button.setEnabled(self.what.count() > 0)
        self.choose_button.setToolTip(
            self.tr("This article has neither a text nor a file") if one is not None and not self.what.count() else ""
        )

    def _show_text(self, page: ArticlePage) -> None:
        one = self.chosen()
        if one is not None and one.id == page.id:
            self.preview.show_text(page.fields.body)

    # choosing

    def choose(self) -> None:
        """Attach a copy of what is selected to the opportunity."""
        one = self.chosen()
        if one is None or not self.choose_button.isEnabled():
            return
        self.choose_button.setEnabled(False)
        action = Action("copy_article", opportunity=self._opportunity, article=one.id, file=self.what.currentData())
        self._bridge.perform(action, self._attached, self._refused, owner=self)

    def _attached(self, _done: Done) -> None:
        self.attached.emit()
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self._bridge.refused.emit(str(refused))
        self._show_selected()

    def _open_knowledge(self) -> None:
        self.accept()
        self.go.emit(Place("knowledge"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go through the list while one types."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.list.step(step)
                return True
        return super().eventFilter(watched, event)
