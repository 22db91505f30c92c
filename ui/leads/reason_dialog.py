"""ReasonDialog: what is asked before a lead is disqualified, whichever way led to it: stage bar, list, command."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Choice, ReasonAnswer, ReasonQuestion
from ui.fields.choice import ChoiceField
from ui.fields.field import Field, Labelled
from ui.fields.text import MemoField
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import is_language_change


class ReasonDialog(Dialog):
    """The reason and a comment. ``answered`` carries the :class:`ReasonAnswer`; nothing is changed before."""

    answered = Signal(object)

    def __init__(
        self, window: QWidget, question: ReasonQuestion, on_answer: Callable[[ReasonAnswer], object] | None = None
    ) -> None:
        super().__init__(window, question.stage_label, name="reasonDialog", width=480)
        if on_answer is not None:
            self.answered.connect(on_answer)
        self.body.addWidget(Text(question.title, self.sheet, role="strong", wrap=True))
        self.reason = ChoiceField(self.sheet, name="reasonEdit")
        self.comment = MemoField(self.sheet, name="reasonCommentEdit", lines=3)
        self.reason.set_choices(question.reasons)
        for field, text in ((self.reason, self.tr("Reason")), (self.comment, self.tr("Comment"))):
            self.body.addWidget(self._labelled(field, text))
        hint = self.tr("The lead is closed. A final stage can be left within the grace time only, with Undo.")
        self.body.addWidget(Text(hint, self.sheet, tone="muted", wrap=True))
        self.add_button(self.tr("Cancel"), name="reasonCancelButton")
        words = self.tr("Disqualify")
        self.ok = self.add_button(words, kind="primary", run=self.confirm, name="reasonConfirmButton")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.confirm)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_over(self, *, focus: QWidget | None = None) -> None:
        """Show it over the window with the keyboard in the reason."""
        super().show_over(focus=focus or self.reason.editor)

    def confirm(self) -> None:
        """Answer if a reason is chosen; ask for it otherwise."""
        if not self.isVisible():  # the second of two quick clicks
            return
        self.reason.commit()
        self.comment.commit()
        reason: Choice | None = self.reason.value()
        if reason is None:
            self.reason.set_message(self.tr("Choose the reason"))
            self.reason.setFocus()
            return
        answer = ReasonAnswer(reason.id, self.comment.value())
        self.accept()
        self.answered.emit(answer)

    def changeEvent(self, event: QEvent) -> None:
        """Put it off where the language is switched: what the core asked was said in the other one."""
        super().changeEvent(event)
        if is_language_change(event) and self.isVisible():
            self.reject()

    def _labelled(self, field: Field, text: str) -> Labelled:
        row = Labelled(field, self.sheet, required=field is self.reason)
        row.set_text(text)
        return row
