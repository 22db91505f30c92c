"""ChangeDialog: other data for a run whose step has failed; then the step is tried again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Action
from desktop.views.process_log import IncidentRow, typed_value
from ui.bridge import Bridge
from ui.fields.field import Labelled
from ui.fields.text import TextField
from ui.refusal import Refusal
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import is_language_change

_LIMIT = 10_000
_SHOWN = 6
"""How many values have a line of their own; the others are reached by their name."""


class ChangeDialog(Dialog):
    """A line for each value of the run, those first that the step needs; only what was changed is written."""

    def __init__(self, window: QWidget, bridge: Bridge, incident: IncidentRow) -> None:
        super().__init__(window, self.tr("Change data"), name="changeDataDialog", width=520)
        self._bridge = bridge
        self._incident = incident
        self.body.addWidget(Text(f"“{incident.step}”: {incident.reason}", self.sheet, role="strong", wrap=True))
        hint = self.tr(
            "A number, true or false, a list in brackets, or a text. Text that looks like a number: in quotes."
        )
        self.body.addWidget(Text(hint, self.sheet, tone="muted", wrap=True))
        self.fields: dict[str, TextField] = {}
        for value in incident.wanted[:_SHOWN]:
            field = self._line(value.name, f"value_{value.name}")
            field.set_value(value.value)
            self.fields[value.name] = field
        self.other_button = Button(
            self.tr("Another value"), self.sheet, kind="link", icon="plus", name="addValueButton"
        )
        self.other_button.clicked.connect(self._show_other)
        self.body.addWidget(self.other_button)
        self.other_name = self._line(self.tr("Name"), "valueNameEdit")
        self.other_value = self._line(self.tr("Value"), "valueEdit")
        self._set_other_visible(not self.fields)
        self.message = Refusal(self, bridge)
        self.body.addWidget(self.message)
        self.add_button(self.tr("Cancel"), name="changeCancelButton")
        words = self.tr("Change and try again")
        self.ok = self.add_button(words, kind="primary", run=self.confirm, name="changeConfirmButton")

    def open(self) -> None:
        """Show it with the keyboard in the first value."""
        first = next(iter(self.fields.values()), self.other_name)
        self.show_over(focus=first.editor)

    def values(self) -> dict[str, object]:
        """Return the values that differ from what the run knows."""
        known = {value.name: value for value in self._incident.wanted}
        found: dict[str, object] = {}
        for name, field in self.fields.items():
            text = str(field.value() or "").strip()
            if text != known[name].value and (text or known[name].known):
                found[name] = typed_value(text)
        name = str(self.other_name.value() or "").strip()
        if name:
            found[name] = typed_value(str(self.other_value.value() or "").strip())
        return found

    def confirm(self) -> None:
        """Write the values and try the step again; what cannot be a value is said here."""
        if not self.isVisible():
            return
        for field in (*self.fields.values(), self.other_name, self.other_value):
            field.commit()
        self.message.lock(self.ok)
        action = Action("change_incident", incident=self._incident.id, variables=self.values())
        refused = partial(self.message.refuse, fields=self.fields)
        self._bridge.perform(action, lambda _done: self.accept(), refused, owner=self)

    def _line(self, label: str, name: str) -> TextField:
        field = TextField(self.sheet, name=name, limit=_LIMIT)
        row = Labelled(field, self.sheet)
        row.set_text(label)
        self.body.addWidget(row)
        return field

    def _show_other(self) -> None:
        self._set_other_visible(True)
        self.other_name.setFocus()
        self.fit()

    def _set_other_visible(self, shown: bool) -> None:
        self.other_button.setVisible(not shown)
        for field in (self.other_name, self.other_value):
            row = field.parentWidget()
            if row is not None:
                row.setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:
        """Put it off where the language is switched: what the core said was said in the other one."""
        super().changeEvent(event)
        if is_language_change(event) and self.isVisible():
            self.reject()
