"""MiniCardPopup: completing a task in place, with what happens next from a dry run of the engine (N1, R3, R15)."""

from dataclasses import dataclass
from datetime import datetime

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.views.exchange import Action, Place, Query
from desktop.views.opportunities import Consequences, MiniCard, ResultChoice
from ui.bridge import Bridge
from ui.fields.amounts import MinutesField
from ui.fields.dates import MomentField
from ui.fields.field import Field, Labelled
from ui.fields.text import MemoField
from ui.formats import sentence, step_text
from ui.nested_popup import NestedPopup
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Text
from ui.widgets.styling import restyle


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

        results = QVBoxLayout()
        results.setSpacing(look.px(4))
        self._result_label = Text("", self, role="fieldLabel")
        self._result_message = Text("", self, role="small", tone="bad", wrap=True)
        self._result_message.hide()
        self.results = QWidget(self)
        self.results.setObjectName("resultButtons")
        self._flow = FlowLayout(self.results, gap=look.px(6))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self._result_chosen)
        self._buttons: list[Button] = []
        results.addWidget(self._result_label)
        results.addWidget(self.results)
        results.addWidget(self._result_message)
        self.body.addLayout(results)

        self.when = MomentField(self, name="whenEdit", now=bridge.workspace.clock)
        self.comment = MemoField(self, name="commentEdit", lines=2)
        self.spent = MinutesField(self, name="spentEdit")
        self._when_row = Labelled(self.when, self, required=True)
        self._comment_row = Labelled(self.comment, self)
        self._spent_row = Labelled(self.spent, self)
        for row in (self._when_row, self._comment_row, self._spent_row):
            self.body.addWidget(row)
        self.when.changed.connect(self._ask)

        self._box = QFrame(self)
        restyle(self._box, role="hint", tone="accent")
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        inside.setSpacing(look.px(3))
        self._box_title = Text("", self._box, role="strong")
        self.consequences = Text("", self._box, wrap=True, name="consequences")
        inside.addWidget(self._box_title)
        inside.addWidget(self.consequences)
        self.body.addWidget(self._box)

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
        self._ask()
        focus = self._group.checkedButton() or (self._buttons[0] if self._buttons else self.confirm_button)
        self.open_at(anchor, focus=focus)

    def refuse(self, field: str, sentence: str) -> None:
        """Show a refusal at the field at fault, or with the consequences where no field is named."""
        self.refusal = sentence
        fields: dict[str, Field] = {"when": self.when, "comment": self.comment, "spent_minutes": self.spent}
        if field in fields and not fields[field].isHidden() and fields[field].isVisibleTo(self):
            fields[field].set_message(sentence)
            fields[field].setFocus()
        elif field == "result":
            self._complain(sentence)
        else:
            self._say(sentence, refused=True)
        self.place()

    def forget(self, activity: int) -> None:
        """The task was completed or cancelled: what was filled in is needed no longer."""
        self._kept.pop(activity, None)

    def chosen(self) -> ResultChoice | None:
        """The result that is chosen now."""
        number = self._group.checkedId()
        if self._card is None or not 0 <= number < len(self._card.results):
            return None
        return self._card.results[number]

    def confirm(self) -> None:
        """Complete the task if all that is asked for is there; say what is missing otherwise."""
        card, result = self._card, self.chosen()
        if card is None or not self.isVisible():
            return
        if result is None:
            self._complain(self.tr("Choose a result"))
            self._buttons[0].setFocus()
            return
        wrong = next((f for f in (self.when, self.spent) if f.isVisibleTo(self) and not f.is_valid()), None)
        if wrong is not None:
            wrong.setFocus()
            return
        if result.asks == "when" and self.when.value() is None:
            self.when.set_message(self.tr("Say when"))
            self.when.setFocus()
            self.place()
            return
        when = self.when.value() if result.asks == "when" else None
        filled = Filled(result.code, when, self.comment.value(), self.spent.value())
        self._kept[card.activity_id] = filled
        action = Action(
            "complete_task",
            activity=card.activity_id,
            result=result.code,
            when=when,
            comment=filled.comment,
            spent_minutes=filled.minutes,
        )
        self.close_popup()
        self.confirmed.emit(card, action)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._close.set_label(self.tr("Close"), shortcut="Esc")
        self.knowledge_button.setText(self.tr("Choose a presentation..."))
        self._result_label.setText(self.tr("Result *"))
        self.results.setAccessibleName(self.tr("Result"))
        self._comment_row.set_text(self.tr("Comment"))
        self.comment.set_placeholder(self.tr("What was said?"))
        self._spent_row.set_text(self.tr("Time spent"))
        self._box_title.setText(self.tr("What happens next"))
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
        if not typing and not event.modifiers() and 0 <= number < len(self._buttons):
            self._choose(number)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go along the results and choose; all else is the popup's."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._buttons:
            steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
            if event.key() in steps:
                place = self._buttons.index(watched)
                self._choose((place + steps[Qt.Key(event.key())]) % len(self._buttons))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                self._choose(self._buttons.index(watched))
                return True
        return super().eventFilter(watched, event)

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
        for button in self._buttons:
            self._group.removeButton(button)
            button.setObjectName("")
        self._flow.clear()
        self._buttons = []
        for number, result in enumerate(card.results):
            button = Button(result.label, self.results, kind="choice", name=f"result_{result.code}")
            button.setToolTip(f"{number + 1}")
            self._group.addButton(button, number)
            self._flow.addWidget(button)
            self._buttons.append(button)
            button.show()
        self._result_message.hide()
        self.when.set_value(None)
        self.comment.set_value("")
        self.spent.set_value(card.spent_minutes)
        self._say("")
        if len(card.results) == 1:
            self._buttons[0].setChecked(True)
        self.confirm_button.setEnabled(card.complete.enabled)
        self.cancel_button.setEnabled(card.cancel.enabled)
        self.cancel_button.setToolTip(card.cancel.why_not)
        self.cancel_button.setStatusTip(card.cancel.why_not)
        self.cancel_button.setAccessibleDescription(card.cancel.why_not)
        self._show_asked(fresh=True)

    def _put(self, kept: Filled) -> None:
        if self._card is None:
            return
        for number, result in enumerate(self._card.results):
            if result.code == kept.result:
                self._buttons[number].setChecked(True)
        self._show_asked(fresh=True)
        self.when.set_value(kept.when)
        self.comment.set_value(kept.comment)
        self.spent.set_value(kept.minutes)

    def _choose(self, number: int) -> None:
        self._buttons[number].setChecked(True)
        self._buttons[number].setFocus(Qt.FocusReason.TabFocusReason)
        self._result_chosen(number)

    def _result_chosen(self, _number: int) -> None:
        self._result_message.hide()
        self._show_asked(fresh=True)
        self._ask()
        self.place()

    def _show_asked(self, *, fresh: bool = False) -> None:
        result = self.chosen()
        for button in self._buttons:
            if button.isChecked():
                button.set_icon("circle-check", tone="good_text", size=14)
            else:
                button.setIcon(QIcon())
        asks = result is not None and result.asks == "when"
        self._when_row.setVisible(asks)
        if result is not None and asks:
            self._when_row.set_text(result.when_label or self.tr("When"))
            if fresh:
                self.when.set_value(result.default_when)
        lost = result is not None and result.leads == "lost"
        restyle(self._box, tone="warning" if lost else "accent")

    def _ask(self) -> None:
        result, card = self.chosen(), self._card
        if card is None:
            return
        if result is None:
            self._say(self.tr("Choose a result to see what follows from it."))
            return
        if not self.when.is_valid():
            return
        arguments: dict[str, object] = {"activity": card.activity_id, "result": result.code}
        if result.asks == "when":
            arguments["when"] = self.when.value()
        self._bridge.ask(
            Query("result_consequences", **arguments),
            self._answered,
            lambda error: self._say(str(error), refused=True),
            owner=self,
            key="consequences",
        )

    def _answered(self, follows: Consequences) -> None:
        self._say(follows.refused or follows.text, refused=bool(follows.refused))
        if self.isVisible():
            self.place()

    def _say(self, text: str, *, refused: bool = False) -> None:
        text = sentence(text)
        self.consequences.setText(text)
        self.consequences.set_tone("bad" if refused else "normal")
        self.consequences.setAccessibleName(text)

    def _complain(self, sentence: str) -> None:
        self._result_message.setText(sentence)
        self._result_message.show()
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
        result = self.chosen()
        code = "" if result is None else result.code
        self._kept[card.activity_id] = Filled(code, self.when.value(), self.comment.value(), self.spent.value())
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
