"""RowsSection: a lookup as a list at the left and the fields of the marked row at the right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Done, Place, Query, Refused
from ui.administration.order_list import OrderList
from ui.administration.section import Section
from ui.bridge import Bridge
from ui.fields.field import Field, Labelled
from ui.form import Form
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.labels import Text


class RowsSection(Section):
    """A subclass adds its fields in :meth:`build` and names its query and actions.

    ``subject`` makes the actions: create_<subject>, save_<subject>, remove_<subject>; ``order_action`` gets ``ids``.
    """

    subject = ""
    order_action = ""
    removable = True

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(bridge, parent, name=name, wide=True)
        look = theme()
        self.rows: tuple[Any, ...] = ()
        self._adding = False
        self._wanted: int | None = None
        self._shown: int | None = None
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        self._left = Card("", self)
        self._left.setMinimumWidth(look.px(230))
        self._left.setMaximumWidth(look.px(380))
        self.list = OrderList(self, name="rowsList", movable=bool(self.order_action))
        self.list.ordered.connect(self._ordered)
        self.list.currentRowChanged.connect(self._marked)
        tools = QHBoxLayout()
        self.add_button = Button("", self, small=True, icon="plus", name="addRowButton")
        self.add_button.clicked.connect(self.add)
        self.up_button = IconButton("chevron-up", "", self, name="moveUpButton")
        self.down_button = IconButton("chevron-down", "", self, name="moveDownButton")
        self.up_button.clicked.connect(lambda: self.list.move(-1))
        self.down_button.clicked.connect(lambda: self.list.move(1))
        tools.addWidget(self.add_button)
        tools.addStretch(1)
        tools.addWidget(self.up_button)
        tools.addWidget(self.down_button)
        for button in (self.up_button, self.down_button):
            button.setVisible(bool(self.order_action))
        self._left.body.addWidget(self.list, 1)
        self._left.body.addLayout(tools)
        self.card = Card("", self)
        self.card.setMaximumWidth(look.px(560))
        self.form = Form(bridge, self)
        self.labels: dict[str, Labelled] = {}
        self.build()
        self.uses = Text("", self.card, tone="muted", wrap=True, name="usesText")
        self.card.body.addWidget(self.uses)
        self.card.body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(10))
        self.remove_button = Button("", self.card, icon="trash-2", name="removeRowButton")
        self.remove_button.clicked.connect(self.remove)
        self.cancel_button = Button("", self.card, name="cancelRowButton")
        self.cancel_button.clicked.connect(self.discard)
        self.save_button = Button("", self.card, kind="primary", name="saveRowButton")
        self.save_button.clicked.connect(self._save_pressed)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        self.card.body.addLayout(buttons)
        columns.addWidget(self._left, 3)
        right = QVBoxLayout()
        right.addWidget(self.card)
        right.addStretch(1)
        columns.addLayout(right, 4)
        columns.addStretch(1)
        self.body.addLayout(columns, 1)
        self.form.edited.connect(self._renew)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.save)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._renew()

    # what a subclass says

    def build(self) -> None:
        """Add the fields to :attr:`card` with :meth:`add_field`."""

    def query(self) -> Query:
        """Return the question whose answer are the rows."""
        raise NotImplementedError

    def blank(self) -> object:
        """Return a row that is yet to be filled in."""
        raise NotImplementedError

    def text_of(self, row: Any) -> str:
        """Return what the list shows of a row."""
        return self.name_of(row)

    def uses_of(self, row: Any) -> str:
        """Return the sentence that says where a row is used."""
        raise NotImplementedError

    def can_remove(self, row: Any) -> str:
        """Return why a row cannot be deleted, "" where it can."""
        return self.uses_of(row) if row.used else ""

    def own_arguments(self) -> dict[str, object]:
        """Return what the actions that create and order take besides."""
        return {}

    def name_of(self, row: Any) -> str:
        """Return the name of a row in the language of the window."""
        return str(row.name_ru if self.bridge.workspace.language == "ru" else row.name_en)

    # doing

    def add_field(self, name: str, field: Field, *, required: bool = False) -> Labelled:
        """Bind a field and return it below its name; the texts are set in :meth:`retranslate`."""
        self.form.add(name, field)
        self.labels[name] = Labelled(field, self.card, required=required)
        return self.labels[name]

    def load(self) -> None:
        """Ask for the rows."""
        self.bridge.ask(self.query(), self._show, owner=self, key="rows")

    def current(self) -> Any | None:
        """Return the row that is shown, None while one is added or none is marked."""
        marked = self.list.marked()
        return None if self._adding else next((row for row in self.rows if row.id == marked), None)

    def add(self) -> None:
        """Begin a new row."""
        if self.has_unsaved():
            self.save(self.add)
            return
        self._adding = True
        blocked = self.list.blockSignals(True)
        self.list.mark(None)
        self.list.blockSignals(blocked)
        self._fill()
        next(iter(self.labels.values())).field.setFocus()

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the marked row, or make the new one."""
        self.form.commit()
        invalid = self.form.invalid()
        if invalid:
            self.form.field(invalid[0]).setFocus()
            return
        row, changes = self.current(), self.form.changes()
        if row is None and not self._adding:
            return
        if self._adding:
            values = {name: self.form.field(name).saved() for name in self.form.names()}
            action = Action(f"create_{self.subject}", **self.own_arguments(), **self.new_values(values))
        elif changes:
            action = Action(f"save_{self.subject}", id=row.id, version=row.version, fields=changes)  # type: ignore[union-attr]
        else:
            self._renew()
            return

        def done(outcome: Done) -> None:
            if self._adding:
                self._adding = False
                made = outcome.result.get(self.result_name())
                self._wanted = made if isinstance(made, int) else None
            self.form.saved(changes)
            self.load()
            if then is not None:
                then()

        self.bridge.perform(action, done, self._refused, owner=self)

    def result_name(self) -> str:
        """Return under which name the action that creates tells the new id."""
        return self.subject

    def new_values(self, values: dict[str, object]) -> dict[str, object]:
        """Return what the action that creates takes of all the fields."""
        return values

    def discard(self) -> None:
        """Show again what was saved last."""
        if self._adding:
            self._adding = False
            if self.list.count():
                self.list.mark(self.list.ids()[0])
        self.form.revert()
        self._fill()

    def remove(self) -> None:
        """Delete the marked row; the toast offers Undo."""
        row = self.current()
        if row is not None:
            self.form.revert()
            self.perform(Action(f"remove_{self.subject}", id=row.id))

    def has_unsaved(self) -> bool:
        """Whether fields were edited."""
        return bool(self.form.dirty())

    def focus_first(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
        self.list.setAccessibleName(self.title())
        self.list.set_nothing(self.tr("There is nothing here yet. Add the first one."))
        self.add_button.setText(self.tr("Add"))
        self.up_button.set_label(self.tr("Move up"), shortcut="Alt+↑")
        self.down_button.set_label(self.tr("Move down"), shortcut="Alt+↓")
        self.remove_button.setText(self.tr("Delete"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.save_button.setText(self.tr("Save"))
        self._show(self.rows)

    # inside

    def _save_pressed(self) -> None:
        self.save()

    def _show(self, rows: tuple[Any, ...]) -> None:
        self.rows = rows
        self.list.set_rows((row.id, self.text_of(row)) for row in rows)
        blocked = self.list.blockSignals(True)
        if self._wanted is not None and self.list.mark(self._wanted):
            self._wanted = None
        if not self._adding and self.list.marked() is None and rows:
            self.list.setCurrentRow(0)
        self.list.blockSignals(blocked)
        self._fill()

    def _fill(self) -> None:
        row = self.blank() if self._adding else self.current()
        if row is not None:
            self._shown = None if self._adding else getattr(row, "id", None)
            self.form.fill(Place(f"{self.subject}-{self._shown or 'new'}"), row)
        self._renew()

    def _marked(self, _row: int) -> None:
        target = self.list.marked()
        if target is None:
            return
        if self.has_unsaved():
            blocked = self.list.blockSignals(True)
            self.list.mark(self._shown)
            self.list.blockSignals(blocked)
            self.save(lambda: self._go_to(target))
            return
        self._adding = False
        self._fill()

    def _go_to(self, row_id: int) -> None:
        self._wanted = row_id

    def _ordered(self, ids: list[int]) -> None:
        own = {name: value for name, value in self.own_arguments().items() if name == "lookup"}
        self.perform(Action(self.order_action, ids=tuple(ids), **own))

    def _refused(self, refusal: Refused) -> None:
        if not (refusal.field and self.form.refuse(refusal.field, str(refusal))):
            self.bridge.refused.emit(str(refusal))
        self.load()

    def _renew(self) -> None:
        row, unsaved = self.current(), self.has_unsaved()
        pressed = [one for one in (self.save_button, self.cancel_button, self.remove_button) if one.hasFocus()]
        self.card.setEnabled(row is not None or self._adding)
        self.save_button.setEnabled(unsaved)
        self.cancel_button.setEnabled(unsaved or self._adding)
        why = "" if row is None else self.can_remove(row)
        self.remove_button.setVisible(self.removable and not self._adding)
        self.remove_button.setEnabled(row is not None and not why)
        self.remove_button.setToolTip(why)
        self.remove_button.setAccessibleDescription(why)
        self.uses.setText("" if row is None else self.uses_of(row))
        self.uses.setVisible(row is not None)
        place = self.list.currentRow()
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < self.list.count() - 1)
        if any(not one.isEnabled() or one.isHidden() for one in pressed):
            self.list.setFocus()  # the keyboard goes on with the row, not with whatever comes next
        self.edited.emit()
