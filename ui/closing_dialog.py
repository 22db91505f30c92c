"""ClosingDialog: what is asked before an opportunity is closed (R13), whichever way led to the final stage."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.views.exchange import Choice, ClosingAnswer, ClosingQuestion, Query
from ui.bridge import Bridge
from ui.fields.amounts import MinutesField, MoneyField
from ui.fields.choice import ChoiceField
from ui.fields.field import Field, Labelled
from ui.fields.reference import PickField
from ui.formats import sentence
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.labels import IconLabel, Text
from ui.widgets.styling import is_language_change, restyle


class ClosingDialog(Dialog):
    """Actual income, hours spent and, when lost, reason and competitor; says what follows from the closing.

    ``answered`` carries the :class:`ClosingAnswer`; nothing is changed before, and nothing when it is put off.
    """

    answered = Signal(object)

    def __init__(
        self,
        window: QWidget,
        question: ClosingQuestion,
        on_answer: Callable[[ClosingAnswer], object] | None = None,
        *,
        bridge: Bridge | None = None,
    ) -> None:
        """``bridge`` is asked for the currencies and the usual one; without it the income's own is offered."""
        super().__init__(window, question.stage_label, name="closingDialog", width=500)
        self._question = question
        if on_answer is not None:
            self.answered.connect(on_answer)
        look = theme()
        self.body.addWidget(Text(question.title, self.sheet, role="strong", wrap=True))
        self.income = MoneyField(self.sheet, name="incomeEdit")
        self.spent = MinutesField(self.sheet, name="spentEdit")
        self.reason = ChoiceField(self.sheet, name="reasonEdit")
        self.competitor = PickField(self.sheet, name="competitorEdit")
        self._message = Text("", self.sheet, role="small", tone="bad", wrap=True)
        self._message.hide()
        lost = not question.successful
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self._labelled(self.income, self.tr("Actual income")), 3)
        row.addWidget(self._labelled(self.spent, self.tr("Hours spent")), 2)
        if lost:
            self.body.addWidget(self._labelled(self.reason, self.tr("Reason of the loss"), required=True))
            self.body.addWidget(self._labelled(self.competitor, self.tr("Competitor")))
        else:
            self.reason.hide()
            self.competitor.hide()
        self.body.addLayout(row)
        # What a sale might have brought is no income of a lost one.
        self.income.set_value(question.income if question.successful else None)
        if question.income is not None:
            self.income.set_default_currency(question.income.currency)
        self.spent.set_value(question.spent_minutes)
        self.reason.set_choices(question.reasons)
        self.competitor.set_known(tuple(choice.label for choice in question.competitors))
        self.body.addWidget(self._consequences(sentence(question.consequences)))
        self.body.addWidget(self._message)
        self._later = self.add_button(self.tr("Cancel"), name="closingCancelButton")
        ends = question.stage_label.replace("&", "&&")
        self._ok = self.add_button(ends, kind="primary", run=self.confirm, name="closingConfirmButton")
        self._ok.set_icon("circle-check" if question.successful else "circle-x", size=15)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.confirm)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        bridge = bridge or getattr(window, "bridge", None)
        if bridge is not None:
            bridge.ask(Query("choices", lookup="currency"), self._currencies_known, owner=self)
            if question.income is None:
                bridge.ask(Query("settings"), self._settings_known, owner=self)

    def first_field(self) -> QWidget:
        """Where a person begins."""
        return self.income.editor if self._question.successful else self.reason.editor

    def show_over(self, *, focus: QWidget | None = None) -> None:
        """Show it over the window with the keyboard in its first field: another income is typed over the proposed."""
        super().show_over(focus=focus or self.first_field())
        self.income.editor.selectAll()

    def confirm(self) -> None:
        """Answer if everything that is asked for is there; say what is missing otherwise."""
        if not self.isVisible():  # the second of two quick clicks
            return
        fields: tuple[Field, ...] = (self.reason, self.competitor, self.income, self.spent)
        for field in fields:
            field.commit()
        wrong = next((field for field in fields if not field.is_valid()), None)
        if wrong is not None:
            wrong.setFocus()
            return
        reason: Choice | None = self.reason.value()
        if not self._question.successful and reason is None:
            self.reason.set_message(self.tr("Choose the reason"))
            self.reason.setFocus()
            return
        answer = ClosingAnswer(
            income=self.income.value(),
            spent_minutes=self.spent.value(),
            reason=reason.id if reason is not None else None,
            competitor=self.competitor.value(),
        )
        self.accept()
        self.answered.emit(answer)

    def refuse(self, sentence: str) -> None:
        """Say why the closing was refused."""
        self._message.setText(sentence)
        self._message.show()
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Put it off where the language is switched: what the core asked was said in the other one."""
        super().changeEvent(event)
        if is_language_change(event) and self.isVisible():
            self.reject()

    def _labelled(self, field: Field, text: str, *, required: bool = False) -> Labelled:
        row = Labelled(field, self.sheet, required=required)
        row.set_text(text)
        return row

    def _consequences(self, text: str) -> QWidget:
        box = QFrame(self.sheet)
        restyle(box, role="hint", tone="accent" if self._question.successful else "warning")
        look = theme()
        inside = QHBoxLayout(box)
        inside.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        inside.setSpacing(look.px(8))
        inside.addWidget(IconLabel("info", box, tone="accent_text"), 0, Qt.AlignmentFlag.AlignTop)
        self.consequences = Text(text, box, wrap=True, name="closingConsequences")
        inside.addWidget(self.consequences, 1)
        box.setVisible(bool(text))
        return box

    def _currencies_known(self, choices: tuple[Choice, ...]) -> None:
        self.income.set_currencies(tuple(choice.code for choice in choices))

    def _settings_known(self, settings: object) -> None:
        self.income.set_default_currency(getattr(settings, "default_currency", "EUR"))
