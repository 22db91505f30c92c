"""Required fields: what is asked before a stage is left (N5), per stage and field."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.administration import SEVERITIES, Gate, GateStage
from desktop.views.exchange import Action, Query
from ui.administration.order_list import OrderList
from ui.administration.section import Section
from ui.bridge import Bridge
from ui.fields.amounts import QuietCombo
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.labels import Text
from ui.widgets.styling import restyle


class RequiredFieldsSection(Section):
    """The open stages at the left, the fields of the marked one at the right; every choice is in force at once."""

    touched_by = ("required_field", "opportunity_stage")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, name="requiredFieldsSection", wide=True)
        look = theme()
        self._gate: Gate | None = None
        self.combos: dict[str, QuietCombo] = {}
        self._labels: dict[str, Text] = {}
        left, self.card = Card("", self), Card("", self)
        left.setMinimumWidth(look.px(230))
        left.setMaximumWidth(look.px(380))
        self.card.setMaximumWidth(look.px(560))
        self.list = OrderList(self, name="gateStages", movable=False)
        self.list.currentRowChanged.connect(lambda _row: self._fill())
        left.body.addWidget(self.list, 1)
        self._stage = Text("", self.card, role="strong", wrap=True)
        self.card.body.addWidget(self._stage)
        area = QScrollArea(self.card)
        restyle(area, role="clear")
        area.setWidgetResizable(True)
        inside = QWidget(area)
        restyle(inside, role="clear")
        area.setWidget(inside)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(look.px(6))
        self.card.body.addWidget(area, 1)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        columns.addWidget(left, 3)
        right = QVBoxLayout()
        right.addWidget(self.card, 1)
        columns.addLayout(right, 4)
        self.body.addLayout(columns, 1)

    def title(self) -> str:
        """Required fields."""
        return self.tr("Required fields")

    def note(self) -> str:
        """What the gate does."""
        return self.tr(
            "What an opportunity needs before it leaves a stage, whichever way it goes and wherever it goes: "
            "nothing, a reminder, or the field must be filled in first."
        )

    def load(self) -> None:
        """Read the gate."""
        self.bridge.ask(Query("gate"), self._show, owner=self, key="gate")

    def focus_first(self) -> None:
        """Begin with the stages."""
        self.list.setFocus()

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
        self.list.setAccessibleName(self.tr("Stages"))
        words = {"none": self.tr("Not required"), "notify": self.tr("Remind"), "stop": self.tr("Stop")}
        for combo in self.combos.values():
            shown = combo.currentIndex()
            combo.clear()
            combo.addItems([words[severity] for severity in SEVERITIES])
            combo.setCurrentIndex(shown)
        self._fill()

    def stage(self) -> GateStage | None:
        """Return the stage that is marked."""
        marked = self.list.marked()
        stages = () if self._gate is None else self._gate.stages
        return next((stage for stage in stages if stage.id == marked), None)

    def _show(self, gate: Gate) -> None:
        self._gate = gate
        self.list.set_rows((stage.id, self._text(stage)) for stage in gate.stages)
        if self.list.marked() is None and gate.stages:
            blocked = self.list.blockSignals(True)
            self.list.setCurrentRow(0)
            self.list.blockSignals(blocked)
        fresh = [field for field in gate.fields if field not in self.combos]
        for field in fresh:
            self._add(field)
        for field, label in zip(gate.fields, gate.labels, strict=True):
            self._labels[field].setText(label)
            self.combos[field].setAccessibleName(label)
        if fresh:
            self._grid.setRowStretch(self._grid.rowCount(), 1)
            self.retranslate()
        self._fill()

    def _add(self, field: str) -> None:
        row = len(self.combos)
        label, combo = Text("", self.card), QuietCombo(self.card)
        combo.setObjectName(f"required_{field}")
        combo.setMinimumContentsLength(14)
        combo.activated.connect(partial(self._chosen, field))
        label.setBuddy(combo)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(combo, row, 1, Qt.AlignmentFlag.AlignRight)
        self._labels[field], self.combos[field] = label, combo

    def _text(self, stage: GateStage) -> str:
        asked = sum(severity != "none" for severity in stage.severities)
        name = self._name(stage)
        return f"{name} ({asked})" if asked else name

    def _name(self, stage: GateStage) -> str:
        return stage.name_ru if self.bridge.workspace.language == "ru" else stage.name_en

    def _fill(self) -> None:
        stage = self.stage()
        self.card.setEnabled(stage is not None)
        if stage is None or self._gate is None:
            return
        self._stage.setText(self.tr("Before it leaves {stage}").format(stage=self._name(stage)))
        for field, severity in zip(self._gate.fields, stage.severities, strict=True):
            self.combos[field].setCurrentIndex(SEVERITIES.index(severity))

    def _chosen(self, field: str, row: int) -> None:
        stage = self.stage()
        if stage is not None:
            self.perform(Action("require_field", stage=stage.code, field=field, severity=SEVERITIES[row]))
