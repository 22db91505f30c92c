"""Form: binds the fields of a page to the fields of a record; knows what was edited and keeps it through a crash."""

from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Action, Place
from ui.bridge import Bridge
from ui.fields.field import Field
from ui.formats import local
from ui.widgets.buttons import Button
from ui.widgets.hint import HintBar

_DRAFT_PAUSE = 800


class Form(QObject):
    """The fields of one record by name, what the record holds, and what the person has made of it.

    A refresh from the core (:meth:`fill`) never overwrites an edit that is not saved yet. Edits are kept as a draft a
    moment after typing stops (action ``keep_draft``), and the draft goes away with them.
    """

    edited = Signal()
    """Something was edited, saved or reverted: ask :meth:`dirty` again."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._fields: dict[str, Field] = {}
        self._base: dict[str, Any] = {}
        self._sent: dict[str, Any] = {}
        self._place: Place | None = None
        self._drafted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DRAFT_PAUSE)
        self._timer.timeout.connect(self.keep_draft)

    def add(self, name: str, field: Field) -> None:
        """Bind a field to the record's field of that name."""
        self._fields[name] = field
        field.changed.connect(partial(self._edited, name))

    def field(self, name: str) -> Field:
        """Return the field of that name; KeyError where there is none."""
        return self._fields[name]

    def names(self) -> tuple[str, ...]:
        """The names of all fields in their order on the page."""
        return tuple(self._fields)

    def fill(self, place: Place, record: object) -> tuple[str, ...]:
        """Show what a record (a dataclass) holds; edits of the same place stay as they are.

        The answer names the edited fields that hold something else in the record than before: somebody has changed
        them meanwhile.
        """
        crossed = []
        same = place == self._place
        kept = set(self.dirty()) if same else set()
        self._place = place
        if not same:
            self._timer.stop()
            self._drafted = False
            self._sent = {}
        for item in dataclass_fields(record):  # type: ignore[arg-type]
            if item.name not in self._fields:
                continue
            value = self._fields[item.name].normal(getattr(record, item.name))
            if item.name in kept and value not in self._ours(item.name):
                crossed.append(item.name)
            self._base[item.name] = value
            field = self._fields[item.name]
            if item.name not in kept and (not same or field.value() != value or not field.is_valid()):
                field.set_value(value)
            if not same:
                field.set_message("")
        self.edited.emit()
        return tuple(crossed)

    def _ours(self, name: str) -> list[Any]:
        """What a field can hold in the record without anybody else: as before, as shown, or as it is being saved."""
        return [self._base[name], self._fields[name].value(), *([self._sent[name]] if name in self._sent else [])]

    def commit(self) -> None:
        """Read what was typed in every edited field, before it is saved."""
        for name in self.dirty():
            self._fields[name].commit()

    def revert(self) -> None:
        """Show again what the record holds and let the draft go."""
        for name, field in self._fields.items():
            if name in self._base:
                field.set_value(self._base[name])
                field.set_message("")
        self.forget_draft()
        self.edited.emit()

    def base(self, name: str) -> Any:
        """Return what the record holds in that field."""
        return self._base[name]

    def take_saved(self, names: tuple[str, ...]) -> None:
        """Show in these fields what the record holds; edits of others stay."""
        for name in names:
            self._fields[name].set_value(self._base[name])
            self._fields[name].set_message("")
        self.edited.emit()

    def dirty(self) -> tuple[str, ...]:
        """The names of the fields that hold something else than the record."""
        return tuple(
            name
            for name, field in self._fields.items()
            if name in self._base and (field.value() != self._base[name] or not field.is_valid())
        )

    def invalid(self) -> tuple[str, ...]:
        """The names of the fields whose text could not be understood."""
        return tuple(name for name, field in self._fields.items() if not field.is_valid())

    def changes(self) -> dict[str, object]:
        """What an action saves: the edited fields by name, references and choices by id."""
        self._sent = {name: self._fields[name].value() for name in self.dirty()}
        return {name: self._fields[name].saved() for name in self.dirty()}

    def saved(self, names: Mapping[str, object]) -> None:
        """The core has saved these fields: what they were saved as is what the record holds now."""
        for name, value in names.items():
            field = self._fields[name]
            if field.saved() == value:
                self._base[name] = field.value()
            elif name in self._sent:  # edited further since
                self._base[name] = self._sent[name]
        self._sent = {}
        if not self.dirty():
            self.forget_draft()
        self.edited.emit()

    def set_missing(self, names: tuple[str, ...]) -> None:
        """Mark the fields that are to be filled in; a field that was filled meanwhile is not marked."""
        for name, field in self._fields.items():
            field.set_missing(name in names and not (name in self.dirty() and field.value()))

    def set_read_only(self, read_only: bool) -> None:
        """Lock or unlock every field."""
        for field in self._fields.values():
            field.set_read_only(read_only)

    def refuse(self, name: str, sentence: str) -> bool:
        """Show a refusal at the field at fault and take the keyboard there; tell whether there is such a field."""
        field = self._fields.get(name)
        if field is None:
            return False
        field.set_message(sentence)
        field.setFocus()
        return True

    # the draft

    def keep_draft(self) -> None:
        """Keep the edits now."""
        self._timer.stop()
        edits = {name: self._fields[name].to_json() for name in self.dirty() if self._fields[name].is_valid()}
        if self._place is None or self._place.id is None or not edits:
            return
        self._drafted = True
        self._bridge.perform(Action("keep_draft", place=self._place.name, id=self._place.id, fields=edits), owner=self)

    def forget_draft(self) -> None:
        """Let the draft go where one was kept."""
        self._timer.stop()
        if self._drafted and self._place is not None:
            self._drafted = False
            self._bridge.perform(Action("discard_draft", place=self._place.name, id=self._place.id), owner=self)

    def draft_differs(self, draft: tuple[tuple[str, object], ...]) -> bool:
        """Whether a draft that was found holds anything that the fields do not show."""
        return any(
            name in self._fields and self._fields[name].from_json(kept) != self._fields[name].value()
            for name, kept in draft
        )

    def restore(self, draft: tuple[tuple[str, object], ...]) -> Field | None:
        """Put the edits of a draft back into the fields; return the first of them on the page."""
        for name, kept in draft:
            if name in self._fields:
                self._fields[name].set_value(self._fields[name].from_json(kept))
        self._drafted = True
        self.edited.emit()
        kept_names = {name for name, _ in draft}
        edited = set(self.dirty())
        return next((field for name, field in self._fields.items() if name in kept_names & edited), None)

    def adopt_draft(self) -> None:
        """The place has a draft from before that goes away with the next save or revert."""
        self._drafted = True

    def _edited(self, name: str) -> None:
        field = self._fields[name]
        if field.is_missing() and field.value():
            field.set_missing(False)
        if name in self._base and field.value() == self._base[name] and not self.dirty():
            self.forget_draft()
        else:
            self._timer.start()
        self.edited.emit()


class DraftBar(HintBar):
    """Offers unsaved edits that a crash left behind: restore them or let them go."""

    restored = Signal(object)
    """The edits stand in the form again; the first field with one of them, or None."""

    def __init__(self, form: Form, parent: QWidget) -> None:
        super().__init__(parent, tone="accent", closable=False, name="draftBar")
        self._form = form
        self._draft: tuple[tuple[str, object], ...] = ()
        self._at: datetime | None = None
        self.discard_button = Button("", self, kind="link", name="discardDraftButton")
        self.action.setObjectName("restoreDraftButton")
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.discard_button)
        self.action_pressed.connect(self._restore)
        self.discard_button.clicked.connect(self._discard)
        self.hide()

    def offer(self, draft: tuple[tuple[str, object], ...], at: datetime | None) -> None:
        """Show the bar for a draft that was kept at that moment, where it holds anything that the form does not."""
        self._draft, self._at = draft, at
        self.retranslate()
        self.setVisible(bool(draft) and at is not None and self._form.draft_differs(draft))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        if self._at is not None:
            when = f"{local(self._at):%H:%M}"
            lead = self.tr("You have unsaved changes from {time}.").format(time=when)
            self.set_texts(lead, "", self.tr("Restore"))
        self.discard_button.setText(self.tr("Discard"))

    def _restore(self) -> None:
        self.hide()
        self.restored.emit(self._form.restore(self._draft))

    def _discard(self) -> None:
        self.hide()
        self._form.adopt_draft()
        self._form.forget_draft()
