"""ConflictDialog: a record was changed meanwhile: keep mine, take theirs, or choose field by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from desktop.views.exchange import Choice, Money, Ref
from ui.formats import date_text, moment_text, money_text
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Crossed:
    """One field that both have changed; ``who`` and ``at`` tell of the other change, where that is known."""

    name: str
    label: str
    mine: object
    theirs: object
    who: str
    at: datetime | None


class ConflictDialog(Dialog):
    """Shows both values of every field that both have changed. Esc goes on editing: nothing is saved or lost."""

    resolved = Signal(object)
    """Carries the names of the fields that take the other's value; all others keep the person's own."""

    def __init__(self, window: QWidget, crossed: Sequence[Crossed]) -> None:
        super().__init__(window, "", name="conflictDialog", width=720)
        self._crossed = tuple(crossed)
        self._groups: dict[str, QButtonGroup] = {}
        look = theme()
        self.set_title(self.tr("Changed meanwhile"))
        others = sorted({one.who for one in crossed if one.who})
        if others:
            text = self.tr("Changed meanwhile by {who}. Both of you have edited these fields:")
            self.message = Text(text.format(who=", ".join(others)), self.sheet, wrap=True, name="conflictText")
        else:
            text = self.tr("Somebody else has saved this record meanwhile. Both of you have edited these fields:")
            self.message = Text(text, self.sheet, wrap=True, name="conflictText")
        self.body.addWidget(self.message)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(8))
        for column, head in enumerate((self.tr("Field"), self.tr("Mine"), self.tr("Theirs"))):
            grid.addWidget(Text(head, self.sheet, role="fieldLabel"), 0, column)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for row, one in enumerate(self._crossed, 1):
            self._add_row(grid, row, one)
        self.body.addLayout(grid)
        self.add_button(self.tr("Keep mine"), run=partial(self._resolve, ()), name="keepMineButton")
        every = tuple(one.name for one in self._crossed)
        self.add_button(self.tr("Take theirs"), run=partial(self._resolve, every), name="takeTheirsButton")
        self.add_button(self.tr("Save as chosen"), kind="primary", run=self._chosen, name="saveChosenButton")

    def _add_row(self, grid: QGridLayout, row: int, one: Crossed) -> None:
        grid.addWidget(Text(one.label, self.sheet, wrap=True), row, 0, Qt.AlignmentFlag.AlignVCenter)
        group = QButtonGroup(self)
        when = moment_text(one.at)
        for column, (name, value, by) in enumerate(
            (("mine", one.mine, ""), ("theirs", one.theirs, " · ".join(part for part in (one.who, when) if part))), 1
        ):
            text = self._said(value)
            button = Button(text.replace("&", "&&"), self.sheet, kind="choice", name=f"{name}_{one.name}")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            button.setToolTip("\n".join(part for part in (self._whole(value), by) if part))
            side = self.tr("mine") if name == "mine" else self.tr("theirs")
            button.setAccessibleName(f"{one.label}, {side}: {text}")
            group.addButton(button, column)
            grid.addWidget(button, row, column)
        group.button(1).setChecked(True)
        self._groups[one.name] = group

    def _whole(self, value: object) -> str:
        if value is None or value == "":
            return self.tr("empty")
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if isinstance(value, Money):
            return money_text(value)
        if isinstance(value, Ref | Choice):
            return value.label
        if isinstance(value, datetime):
            return moment_text(value)
        if isinstance(value, date):
            return date_text(value)
        return str(value)

    def _said(self, value: object) -> str:
        text = " ".join(self._whole(value).split())
        room = self.fontMetrics()
        return room.elidedText(text[:_LONGEST], Qt.TextElideMode.ElideRight, theme().px(230))

    def _chosen(self) -> None:
        self._resolve(tuple(name for name, group in self._groups.items() if group.checkedId() == 2))

    def _resolve(self, theirs: tuple[str, ...]) -> None:
        self.accept()
        self.resolved.emit(theirs)
