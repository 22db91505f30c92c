"""GateDialog: the fields that are missing before a stage is left (N5), to be filled in where the action was begun."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Choice, FieldsAnswer, FieldsQuestion, Query
from desktop.views.shell import Settings
from ui.bridge import Bridge
from ui.fields.amounts import MoneyField
from ui.fields.choice import ChoiceField
from ui.fields.dates import DateField
from ui.fields.field import Field, Labelled
from ui.fields.reference import ReferenceField
from ui.fields.text import CheckField, MemoField, TextField
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text

_LOOKUPS = {"need": "need", "category": "opportunity_category", "source": "lead_source"}
_RECORDS = {"account": "account", "contact": "contact", "decision_maker": "contact"}


class GateDialog(Dialog):
    """One field below the other. ``answered`` carries the :class:`FieldsAnswer` once all of them are filled in."""

    answered = Signal(object)

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        question: FieldsQuestion,
        on_answer: Callable[[FieldsAnswer], object] | None = None,
    ) -> None:
        super().__init__(window, "", name="gateDialog", width=500)
        self._bridge = bridge
        self._question = question
        self.fields: dict[str, Field] = {}
        if on_answer is not None:
            self.answered.connect(on_answer)
        self.set_title(self.tr("Before it leaves {stage}").format(stage=question.stage_label))
        self.body.addWidget(Text(question.title, self.sheet, role="strong", wrap=True))
        about = self.tr("These fields are needed first. They are saved together with the step.")
        self.body.addWidget(Text(about, self.sheet, tone="muted", wrap=True))
        for name, label in zip(question.fields, question.labels, strict=True):
            field = self.fields[name] = self._field(name)
            row = Labelled(field, self.sheet, required=True)
            row.set_text(label)
            self.body.addWidget(row)
        self.add_button(self.tr("Cancel"), name="gateCancelButton")
        self.ok = self.add_button(self.tr("Continue"), kind="primary", run=self.confirm, name="gateConfirmButton")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.confirm)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._ask()

    def _field(self, name: str) -> Field:
        edit = f"gate_{name}"
        if name in _RECORDS:
            return ReferenceField(self._bridge, _RECORDS[name], self.sheet, name=edit)
        if name in _LOOKUPS:
            return ChoiceField(self.sheet, name=edit)
        if name in {"amount", "budget"}:
            return MoneyField(self.sheet, name=edit)
        if name in {"decision_date", "expected_close"}:
            return DateField(self.sheet, name=edit, now=self._bridge.workspace.clock)
        if name == "budget_confirmed":
            field = CheckField(self.sheet, name=edit)
            field.set_words(self.tr("confirmed by the customer"), self.tr("not confirmed yet"))
            return field
        if name in {"need_text", "tactics"}:
            return MemoField(self.sheet, name=edit, lines=3)
        return TextField(self.sheet, name=edit)

    def _ask(self) -> None:
        for name, lookup in _LOOKUPS.items():
            field = self.fields.get(name)
            if isinstance(field, ChoiceField):
                self._bridge.ask(Query("choices", lookup=lookup), field.set_choices, owner=self, key=name)
        if any(isinstance(field, MoneyField) for field in self.fields.values()):
            self._bridge.ask(Query("choices", lookup="currency"), self._currencies_known, owner=self)
            self._bridge.ask(Query("settings"), self._settings_known, owner=self)

    def _currencies_known(self, choices: tuple[Choice, ...]) -> None:
        for field in self.fields.values():
            if isinstance(field, MoneyField):
                field.set_currencies(tuple(choice.code for choice in choices))

    def _settings_known(self, settings: Settings) -> None:
        for field in self.fields.values():
            if isinstance(field, MoneyField):
                field.set_default_currency(settings.default_currency)

    def show_over(self, *, focus: QWidget | None = None) -> None:
        """Show it over the window with the keyboard in its first field."""
        super().show_over(focus=focus or next(iter(self.fields.values())).editor)

    def confirm(self) -> None:
        """Answer if every field is filled in; say which is not otherwise."""
        for field in self.fields.values():
            field.commit()
        for field in self.fields.values():
            if not field.is_valid():
                field.setFocus()
                return
            if not field.value():
                field.set_message(self.tr("Fill this in"))
                field.setFocus()
                return
        values = {name: field.saved() for name, field in self.fields.items()}
        self.accept()
        self.answered.emit(FieldsAnswer(self._question.opportunity, values))
