"""MiniCardPopup: completing a task in place, with what happens next from a dry run of the engine (N1, R3, R15)."""

from dataclasses import dataclass
from datetime import datetime

import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop.views.exchange import Action, Place
from desktop.views.opportunities import MiniCard
from ui.bridge import Bridge
from ui.fields.amounts import MinutesField
from ui.fields.field import Field, Labelled
from ui.fields.text import MemoField
from ui.formats import step_text
from ui.nested_popup import NestedPopup
from ui.result_form import ResultForm
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import ElidedLabel, Text


@dataclass(frozen=True, slots=True)
class Filled:
    """What a person had filled in, so that nothing is lost when a rule refuses it or the closing is put off."""

    result: str
    when: datetime | None
    comment: str
    minutes: int


class MiniCardPopup(NestedPopup):
    """Results as buttons, what the result asks for, a comment, the time spent, and what follows from it.

    Number keys and arrows choose a result, Ctrl+Enter completes, Esc closes. The popup performs nothing itself.
    """

    confirmed = Signal(object, object)
    """The mini-card's view and the action that completes its task."""
    cancelled = Signal(object, object)
    """The mini-card's view and the action that cancels its task."""
    go = Signal(object)
    """A place to go to: the task's own page."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window, name="miniCardPopup")
        self._bridge = bridge
        self._card: MiniCard | None = None
        self._kept: dict[int, Filled] = {}
        self.refusal = ""
        """The sentence that was shown by :meth:`refuse` since the popup was opened."""
        look = theme()
        self.body.setSpacing(look.px(9))
        head = QHBoxLayout()
        self._title = ElidedLabel("", self, role="strong")
        self._close = IconButton("x", "", self, size=14)
        self._close.clicked.connect(self.close_popup)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self.body.addLayout(head)
        self._facts = Text("", self, tone="muted", wrap=True)
        self.body.addWidget(self._facts)
        self.knowledge_button = Button("", self, icon="book-open", small=True, name="choosePresentationButton")
        self.knowledge_button.clicked.connect(self._choose_article)
        knowledge = QHBoxLayout()
        self.document_button = Button("", self, icon="sticky-note", small=True, name="taskDocumentButton")
        self.document_button.clicked.connect(self._open_document)
        knowledge.addWidget(self.knowledge_button)
        knowledge.addWidget(self.document_button)
        knowledge.addStretch(1)
        self.body.addLayout(knowledge)

        self.form = ResultForm(bridge, self, gap=9, labelled=True)
        """The results, the moment that one asks for, and what follows."""
        self.form.changed.connect(self._fit)
        self.comment = MemoField(self, name="commentEdit", lines=2)
        self.spent = MinutesField(self, name="spentEdit")
        self._comment_row = Labelled(self.comment, self)
        self._spent_row = Labelled(self.spent, self)
        self.form.fields.addWidget(self._comment_row)
        self.form.fields.addWidget(self._spent_row)
        self.body.addWidget(self.form)

        foot = QHBoxLayout()
        foot.setSpacing(look.px(8))
        self.confirm_button = Button("", self, kind="primary", icon="check", name="confirmButton")
        self.cancel_button = Button("", self, name="cancelTaskButton")
        self._key = Text("Ctrl ↵", self, role="key")
        self._open = Button("", self, kind="link", name="openTaskButton")
        foot.addWidget(self.confirm_button)
        foot.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        foot.addWidget(self._open)
        self.body.addLayout(foot)
        self.confirm_button.clicked.connect(self.confirm)
        self.cancel_button.clicked.connect(self._cancel_task)
        self._open.clicked.connect(self._open_page)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.confirm)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setMinimumWidth(look.px(504) + look.px(28))
        self.setMaximumWidth(look.px(504) + look.px(28))
        self.retranslate()

    @property
    def card(self) -> MiniCard | None:
        """The task being completed; None before the first."""
        return self._card

    def open_for(self, card: MiniCard, anchor: QWidget) -> None:
        """Show over a mini-card, with what was filled in before where it was not carried out."""
        self._card = card
        self.refusal = ""
        self._fill(card)
        kept = self._kept.pop(card.activity_id, None)
        if kept is not None:
            self._put(kept)
        self.form.ask()
        self.open_at(anchor, focus=self.form.first() or self.confirm_button)

    def refuse(self, field: str, sentence: str) -> None:
        """Show a refusal at the field at fault, or with the consequences where no field is named."""
        self.refusal = sentence
        fields: dict[str, Field] = {"comment": self.comment, "spent_minutes": self.spent}
        if field in fields:
            fields[field].set_message(sentence)
            fields[field].setFocus()
        elif not self.form.refuse(field, sentence):
            self.form.say(sentence, refused=True)
        self.place()

    def forget(self, activity: int) -> None:
        """The task was completed or cancelled: what was filled in is needed no longer."""
        self._kept.pop(activity, None)

    def confirm(self) -> None:
        """Complete the task if all that is asked for is there; say what is missing otherwise."""
        card = self._card
        if card is None or not self.isVisible() or not self.form.is_complete():
            return
        if not self.spent.is_valid():
            self.spent.setFocus()
            return
        filled = self._filled()
        self._kept[card.activity_id] = filled
        action = Action(
            "complete_task",
            activity=card.activity_id,
            result=filled.result,
            when=filled.when,
            comment=filled.comment,
            spent_minutes=filled.minutes,
        )
        self.close_popup()
        self.confirmed.emit(card, action)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._close.set_label(self.tr("Close"), shortcut="Esc")
        self.knowledge_button.setText(self.tr("Choose a presentation..."))
        self.form.retranslate()
        self._comment_row.set_text(self.tr("Comment"))
        self.comment.set_placeholder(self.tr("What was said?"))
        self._spent_row.set_text(self.tr("Time spent"))
        self.confirm_button.setText(self.tr("Complete"))
        self.confirm_button.setToolTip("Ctrl+Enter")
        self.cancel_button.setText(self.tr("Cancel task"))
        self._open.setText(self.tr("Open the task page"))
        self._open.set_icon("external-link", size=13)
        self._open.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setAccessibleName(self.tr("Complete the task"))
        if self._card is not None:
            self._fill(self._card)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Number keys choose a result while no text is typed."""
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        number = event.key() - Qt.Key.Key_1
        offered = 0 if self._card is None else len(self._card.results)
        if not typing and not event.modifiers() and 0 <= number < offered:
            self.form.choose(number)
        else:
            super().keyPressEvent(event)

    def _fill(self, card: MiniCard) -> None:
        self._title.setText(card.title)
        now = self._bridge.workspace.clock()
        when = step_text(card.kind, card.start_at, card.due_at, card.due_state, now)
        facts = [when, card.owner.label, card.subject_label, card.number]
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        self.knowledge_button.setVisible(bool(card.knowledge))
        self.document_button.setVisible(bool(card.document))
        new = {"proposal": self.tr("Make a proposal..."), "contract": self.tr("Make a contract...")}
        self.document_button.setText(card.document_label or new.get(card.document, ""))
        self.form.show_results(card.activity_id, card.results)
        self.form.set_numbered()
        self.form.when.set_value(None)
        self.comment.set_value("")
        self.spent.set_value(card.spent_minutes)
        self.form.say("")
        self.confirm_button.setEnabled(card.complete.enabled)
        self.cancel_button.setEnabled(card.cancel.enabled)
        self.cancel_button.setToolTip(card.cancel.why_not)
        self.cancel_button.setStatusTip(card.cancel.why_not)
        self.cancel_button.setAccessibleDescription(card.cancel.why_not)
        self.form.show_asked(fresh=True)

    def _put(self, kept: Filled) -> None:
        if self._card is None:
            return
        self.form.show_results(self._card.activity_id, self._card.results, chosen=kept.result)
        self.form.set_numbered()
        self.form.show_asked(fresh=True)
        self.form.when.set_value(kept.when)
        self.comment.set_value(kept.comment)
        self.spent.set_value(kept.minutes)

    def _filled(self) -> Filled:
        result = self.form.chosen()
        code = "" if result is None else result.code
        return Filled(code, self.form.moment(), self.comment.value(), self.spent.value())

    def _fit(self) -> None:
        if self.isVisible():
            self.place()

    def _cancel_task(self) -> None:
        card = self._card
        if card is None:
            return
        action = Action("cancel_task", activity=card.activity_id, comment=self.comment.value())
        self.close_popup()
        self.cancelled.emit(card, action)

    def _open_document(self) -> None:
        """Go to the newest document of the kind that the task is about, or begin one on the tab Documents."""
        card = self._card
        if card is None or card.opportunity is None:
            return
        self.close_popup()
        if card.document_id is not None:
            self.go.emit(Place("document", card.document_id))
        else:
            self.go.emit(Place("opportunity", card.opportunity))
            QTimer.singleShot(0, self, lambda: self._new_document(card.document))

    def _new_document(self, kind: str) -> None:
        tabs = getattr(getattr(self.window(), "page", None), "more", None)
        if tabs is not None:
            tabs.show("documents").new(kind)

    def _choose_article(self) -> None:
        """Choose from the knowledge base, and come back with what was filled in."""
        from ui.knowledge.chooser import ChooseArticle  # not above: few tasks choose an article

        card, anchor = self._card, self.anchor()
        if card is None or card.opportunity is None:
            return
        self._kept[card.activity_id] = self._filled()
        self.close_popup()
        dialog = ChooseArticle(self.window(), self._bridge, card.opportunity, card.knowledge)
        dialog.go.connect(self.go)
        if anchor is not None:
            dialog.attached.connect(lambda: self._come_back(card, anchor))
            dialog.rejected.connect(lambda: self._come_back(card, anchor))
        dialog.show_over(focus=dialog.search)

    def _come_back(self, card: MiniCard, anchor: QWidget) -> None:
        if shiboken6.isValid(self) and shiboken6.isValid(anchor) and anchor.isVisible():
            QTimer.singleShot(0, self, lambda: self.open_for(card, anchor))

    def _open_page(self) -> None:
        card = self._card
        if card is not None:
            self.close_popup()
            self.go.emit(Place("activity", card.activity_id))
