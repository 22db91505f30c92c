"""People: name, role, who reports to whom; letting somebody go hands their open work over."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.views.administration import StaffRow
from desktop.views.exchange import Action, Availability, Choice, Query, Refused
from ui.administration.rows import RowsSection
from ui.bridge import Bridge
from ui.fields.choice import ChoiceField
from ui.fields.field import Labelled
from ui.fields.reference import ReferenceField
from ui.fields.text import TextField
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text

_ROLES = ("rep", "manager", "administrator")


class RoleField(ChoiceField):
    """One of the roles; its value is the role's code."""

    def value(self) -> str:  # type: ignore[override]
        """The role, "" for none."""
        chosen = super().value()
        return "" if chosen is None else chosen.code

    def set_value(self, value: str) -> None:  # type: ignore[override]
        """Show a role."""
        super().set_value(next((choice for choice in self.choices() if choice.code == value), None))

    def saved(self) -> object:
        """The role."""
        return self.value()


class PeopleSection(RowsSection):
    """Everybody; who has left stands last and can come back."""

    subject = "person"
    touched_by = ("person", "activity", "opportunity", "lead")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, name="peopleSection")

    def build(self) -> None:
        """Name, address, role and manager."""
        self.role = RoleField(self, name="roleEdit")
        self.role.set_choices(tuple(Choice(place, role, role) for place, role in enumerate(_ROLES, start=1)))
        for widget in (
            self.add_field("name", TextField(self, name="nameEdit"), required=True),
            self.add_field("email", TextField(self, name="emailEdit")),
            self.add_field("role", self.role, required=True),
            self.add_field("manager", ReferenceField(self.bridge, "person", self, name="managerEdit")),
        ):
            self.card.body.addWidget(widget)

    def query(self) -> Query:
        """Everybody."""
        return Query("staff")

    def blank(self) -> StaffRow:
        """A rep without a name."""
        return StaffRow(0, "", "", "rep", None, True, 0, Availability(True), 1)

    def name_of(self, row: Any) -> str:
        """The name."""
        return str(row.name)

    def text_of(self, row: Any) -> str:
        """The name with the role, or that the person has left."""
        return f"{row.name} ({self._role(row.role) if row.active else self.tr('has left')})"

    def uses_of(self, row: Any) -> str:
        """How much the person has to do."""
        return self.tr("%n open record(s)", "", row.work)

    def can_remove(self, row: Any) -> str:
        """Why the person cannot leave."""
        return row.leave.why_not if row.active else ""

    def remove(self) -> None:
        """Let the marked person go, with a successor where there is open work; or let them come back."""
        row = self.current()
        if row is None:
            return
        self.form.revert()
        if not row.active:
            self.perform(Action("save_person", id=row.id, version=row.version, fields={"active": True}))
        elif row.work:
            HandOverDialog(self.window(), self.bridge, row, self._hand_over).show_over()
        else:
            self.perform(Action("deactivate_person", id=row.id))

    def _hand_over(self, person: int, successor: int, refused: Callable[[Refused], object]) -> None:
        action = Action("deactivate_person", id=person, successor=successor)
        self.bridge.perform(action, None, refused, owner=self)

    def title(self) -> str:
        """People."""
        return self.tr("People")

    def note(self) -> str:
        """What the roles are."""
        return self.tr(
            "An administrator changes what holds for everyone. "
            "When a sale is closed, the manager to whom its owner reports is told."
        )

    def retranslate(self) -> None:
        """Set all texts."""
        self.labels["name"].set_text(self.tr("Name"))
        self.labels["email"].set_text(self.tr("Email"))
        self.labels["role"].set_text(self.tr("Role"))
        self.labels["manager"].set_text(self.tr("Reports to"))
        roles = tuple(Choice(place, role, self._role(role)) for place, role in enumerate(_ROLES, start=1))
        self.role.set_choices(roles)
        super().retranslate()

    def _role(self, role: str) -> str:
        return {
            "rep": self.tr("Rep"),
            "manager": self.tr("Manager"),
            "administrator": self.tr("Administrator"),
        }.get(role, role)

    def _renew(self) -> None:
        super()._renew()
        row = self.current()
        back = row is not None and not row.active
        self.remove_button.set_icon("undo-2" if back else "log-out", size=14)
        self.remove_button.setText(self.tr("Has come back") if back else self.tr("Has left..."))


class HandOverDialog(Dialog):
    """Asks who takes over the open work of somebody who leaves."""

    def __init__(
        self, window: QWidget, bridge: Bridge, row: StaffRow, hand_over: Callable[[int, int, Any], object]
    ) -> None:
        super().__init__(window, "", name="handOverDialog", width=440)
        self._row, self._hand_over = row, hand_over
        self.set_title(self.tr("{name} leaves").format(name=row.name))
        about = self.tr("All open work and the accounts go to somebody else, who is told. It can be undone.")
        self.body.addWidget(Text(about, self.sheet, wrap=True))
        self.successor = ReferenceField(bridge, "person", self.sheet, name="successorEdit")
        label = Labelled(self.successor, self.sheet, required=True)
        label.set_text(self.tr("Who takes over"))
        self.body.addWidget(label)
        self.add_button(self.tr("Cancel"), name="handOverCancelButton")
        self.add_button(self.tr("Hand over"), kind="primary", run=self.confirm, name="handOverButton")
        bridge.done.connect(self._done)

    def show_over(self, *, focus: QWidget | None = None) -> None:
        """Show it with the keyboard in the field."""
        super().show_over(focus=focus or self.successor.editor)

    def confirm(self) -> None:
        """Hand over if somebody is chosen."""
        self.successor.commit()
        chosen = self.successor.value()
        if not self.successor.is_valid() or chosen is None:
            self.successor.set_message(self.tr("Choose who takes over"))
            self.successor.setFocus()
            return
        self._hand_over(self._row.id, chosen.id, self._refused)

    def _done(self, outcome: Any) -> None:
        if outcome.changes.action == "deactivate_person":
            self.accept()

    def _refused(self, refusal: Refused) -> None:
        self.successor.set_message(str(refusal))
