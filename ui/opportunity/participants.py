"""The tab Participants: contacts of the customer with role and influence, and who attends the presentation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.deal import ParticipantList, ParticipantRow
from desktop.views.exchange import Action, Availability, Choice, Place, Query
from ui.bridge import Bridge
from ui.fields.choice import ChoiceField
from ui.fields.reference import ReferenceField
from ui.fields.text import CheckField
from ui.record_tab import RecordTab
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text


class ParticipantLine(QWidget):
    """One participant; every change is an action of its own."""

    changed = Signal(object)
    removed = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("participantLine")
        self.row: ParticipantRow | None = None
        look = theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.px(2), 0, look.px(2))
        grid.setHorizontalSpacing(look.px(10))
        self.name = Button("", self, kind="link", name="participantName")
        self.name.clicked.connect(self._open)
        self.job = Text("", self, role="small", tone="muted")
        self.role = ChoiceField(self, name="participantRole")
        self.influence = ChoiceField(self, name="participantInfluence")
        self.attends = CheckField(self, name="participantAttends")
        self.remove = IconButton("x", "", self, size=14, name="removeParticipantButton")
        self.remove.clicked.connect(self.removed)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        who.addWidget(self.job)
        grid.addLayout(who, 0, 0)
        for column, (part, share) in enumerate(
            ((self.role, 3), (self.influence, 2), (self.attends, 3), (self.remove, 0)), 1
        ):
            grid.addWidget(part, 0, column)
            grid.setColumnStretch(column, share)
        grid.setColumnStretch(0, 3)
        grid.setColumnMinimumWidth(0, look.px(120))
        for name, field in (("role", self.role), ("influence", self.influence), ("attends", self.attends)):
            field.changed.connect(lambda name=name, field=field: self.changed.emit({name: field.saved()}))

    def show_row(self, row: ParticipantRow) -> None:
        """Show a participant."""
        self.row = row
        self.name.setText(row.contact.label.replace("&", "&&"))
        self.job.setText(row.job_title)
        self.job.setVisible(bool(row.job_title))
        self.role.set_value(row.role)
        self.influence.set_value(row.influence)
        self.attends.set_value(row.attends)
        who = row.contact.label
        self.name.setAccessibleName(self.tr("Open the page: {name}").format(name=who))
        self.role.set_label(self.tr("Role of {name}").format(name=who))
        self.influence.set_label(self.tr("Influence of {name}").format(name=who))
        self.attends.set_label(self.tr("Attendance of {name}").format(name=who))
        self.attends.set_words(self.tr("attends the presentation"), self.tr("attends the presentation"))
        self.role.editor.setPlaceholderText(self.tr("Role..."))
        self.influence.editor.setPlaceholderText(self.tr("Influence..."))
        self.remove.set_label(self.tr("Remove {name}").format(name=who))

    def set_edit(self, edit: Availability) -> None:
        """Say whether the participant may be changed."""
        for field in (self.role, self.influence, self.attends):
            field.set_read_only(not edit.enabled)
        self.remove.setEnabled(edit.enabled)
        self.remove.setToolTip(edit.why_not or self.remove.accessibleName())

    def _open(self) -> None:
        if self.row is not None:
            self.opened.emit(Place("contact", self.row.contact.id))


class Participants(RecordTab):
    """Added by typing a name, created in place where there is none of that name."""

    touched_by = ("participant", "opportunity", "contact", "lookup_value")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("participantsTab")
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(6))
        self._label = Text("", self, role="fieldLabel")
        self.add = ReferenceField(bridge, "contact", self, name="addParticipantEdit")
        self.add.changed.connect(self._add)
        self._label.setBuddy(self.add.editor)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.addWidget(self.add, 1)
        row.addStretch(1)
        column.addLayout(row)
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        self._empty = EmptyState("users", self)
        self._empty.hide()
        column.addWidget(self._empty)
        column.addStretch(1)
        self.lines: list[ParticipantLine] = []
        self._rows: tuple[ParticipantRow, ...] = ()
        self._roles: tuple[Choice, ...] = ()
        self._influences: tuple[Choice, ...] = ()

    def ask(self) -> None:
        """Ask for the participants and for what can be chosen."""
        self.bridge.ask(Query("choices", lookup="participant_role"), self._take_roles, owner=self, key="roles")
        self.bridge.ask(Query("choices", lookup="influence"), self._take_influences, owner=self, key="influences")
        query = Query("participants", opportunity=self.record)
        self.bridge.ask(query, self._take, owner=self, key="participants")

    def show_rows(self, rows: tuple[ParticipantRow, ...]) -> None:
        """Show these participants."""
        self._rows = rows
        while len(self.lines) < len(rows):
            self._add_line()
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(rows))
            if place < len(rows):
                line.show_row(rows[place])
        self._empty.setVisible(not rows)

    def lock(self) -> None:
        """Nobody is added, changed or removed where the sale may not be changed."""
        self.add.set_read_only(not self.edit.enabled)
        self.add.editor.setToolTip(self.edit.why_not)
        for line in self.lines:
            line.set_edit(self.edit)

    def forget(self) -> None:
        """Show nothing of the sale before."""
        self.add.set_value(None)
        self.show_rows(())
        self._empty.hide()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._label.setText(self.tr("Add a participant"))
        self.add.set_label(self.tr("Add a participant"))
        self._empty.set_texts(
            self.tr("Nobody yet"), self.tr("Who decides, who uses it, who is for and who is against it?")
        )
        self.show_rows(self._rows)
        if self.record is None:
            self._empty.hide()
        super().retranslate()

    def _take(self, found: ParticipantList) -> None:
        """Offer the contacts of the customer, who also gets a contact that is created here, and show who is there."""
        self.add.set_account(found.account)
        self.show_rows(found.rows)

    def _take_roles(self, choices: tuple[Choice, ...]) -> None:
        self._roles = choices
        for line in self.lines:
            line.role.set_choices(choices)

    def _take_influences(self, choices: tuple[Choice, ...]) -> None:
        self._influences = choices
        for line in self.lines:
            line.influence.set_choices(choices)

    def _add_line(self) -> None:
        line = ParticipantLine(self)
        line.role.set_choices(self._roles)
        line.influence.set_choices(self._influences)
        line.opened.connect(self.go)
        line.changed.connect(lambda fields, line=line: self._save(line, fields))
        line.removed.connect(lambda line=line: self._remove(line))
        line.set_edit(self.edit)
        self.lines.append(line)
        self._list.addWidget(line)

    def _add(self) -> None:
        chosen = self.add.value()
        if chosen is not None and self.record is not None:
            self.add.set_value(None)
            action = Action("add_participant", opportunity=self.record, contact=chosen.id)
            self.bridge.perform(action, owner=self)

    def _save(self, line: ParticipantLine, fields: dict[str, object]) -> None:
        if line.row is not None:
            action = Action("save_participant", id=line.row.id, version=line.row.version, fields=fields)
            self.bridge.perform(action, None, self._not_saved, owner=self)

    def _remove(self, line: ParticipantLine) -> None:
        if line.row is not None:
            self.add.setFocus()
            self.bridge.perform(Action("remove_participant", id=line.row.id), None, self._not_saved, owner=self)

    def _not_saved(self, refused: object) -> None:
        self.bridge.refused.emit(str(refused))
        self.ask()
