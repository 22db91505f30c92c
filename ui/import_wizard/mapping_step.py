"""MappingStep: which column goes into which field, with what stands in it; mappings that were kept are taken up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.views.table_import import ImportStart, Plan, SavedMapping, TargetField
from ui.fields.amounts import QuietCombo
from ui.import_wizard.step import Choices, Step, fill, labelled
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Text

_SAMPLES = 3
_UNUSED = ""
_CURRENCIES = ("EUR", "USD", "GBP", "CHF", "RUB", "KZT", "BYN", "UAH", "PLN", "TRY", "CNY", "JPY", "INR", "AED")


class MappingStep(Step):
    """A table of the file's columns, each with a choice of the field that it is."""

    keep_wanted = Signal()
    """The mapping is to be kept under a name."""
    remove_wanted = Signal(int, str)
    """A kept mapping is to be deleted: its id and name."""
    taken = Signal(object)
    """A kept mapping was chosen: a SavedMapping."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        self._start: ImportStart | None = None
        self._combos: list[QuietCombo] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        self.saved = QuietCombo(self)
        self.saved.setObjectName("savedMappingEdit")
        self.saved.setMinimumWidth(look.px(240))
        self.saved.activated.connect(self._take)
        self.keep_button = Button(self.tr("Keep this mapping..."), self, icon="save", name="saveMappingButton")
        self.keep_button.clicked.connect(self.keep_wanted)
        self.remove_button = IconButton(
            "trash-2", self.tr("Delete the kept mapping"), self, framed=True, name="removeMappingButton"
        )
        self.remove_button.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(labelled(self.tr("Kept mapping"), self.saved, self))
        row.addWidget(self.saved)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        row.addWidget(self.keep_button)
        column.addLayout(row)
        self.table = QTableWidget(0, 3, self)
        self.table.setObjectName("importMappingTable")
        self.table.setAccessibleName(self.tr("Columns of the file and their fields"))
        self.table.setHorizontalHeaderLabels([self.tr("Column"), self.tr("What stands in it"), self.tr("Field")])
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, look.px(220))
        self.table.setColumnWidth(2, look.px(280))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(look.px(38))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        column.addWidget(self.table, 1)
        self.currency = QuietCombo(self)
        self.currency.setObjectName("importCurrencyEdit")
        self.dates = Choices(
            self.tr("Dates with slashes"),
            [("dmy", self.tr("day / month")), ("mdy", self.tr("month / day"))],
            self,
            name="importDates_",
        )
        self.dates.label.setMinimumWidth(0)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(labelled(self.tr("Amounts without a currency are in"), self.currency, self))
        row.addWidget(self.currency)
        row.addSpacing(look.px(16))
        row.addWidget(self.dates)
        row.addStretch(1)
        column.addLayout(row)
        self.problem = Text("", self, tone="warning", wrap=True, name="importMappingProblem")
        column.addWidget(self.problem)

    # the step

    def title(self) -> str:
        """Mapping."""
        return self.tr("Mapping")

    def first_field(self) -> QWidget:
        """The first choice."""
        return self._combos[0] if self._combos else self.saved

    def why_not(self) -> str:
        """Return which field is still missing."""
        if self._start is None:
            return ""
        used = set(self.columns())
        if not used:
            return self.tr("Say for at least one column which field it is.")
        missing = [field.label for field in self._start.fields if field.required and field.name not in used]
        keys = {name for rule in self._start.rules for name in rule.fields if len(rule.fields) == 1}
        if missing and not used & keys:
            return self.tr("A column for “{field}” is needed.").format(field=", ".join(missing))
        return ""

    def show_plan(self, start: ImportStart, plan: Plan) -> None:
        """Show a row for every column of the file."""
        self._start = start
        entries = [(str(saved.id), saved.name) for saved in start.mappings]
        chosen = next((str(saved.id) for saved in start.mappings if saved.name == start.taken), "")
        fill(self.saved, [("", self.tr("none, guessed from the headings")), *entries], chosen)
        self.saved.setEnabled(bool(entries))
        self.remove_button.setVisible(bool(chosen))
        codes = dict.fromkeys([plan.currency or _CURRENCIES[0], *_CURRENCIES])
        fill(self.currency, [(code, code) for code in codes], plan.currency)
        self.dates.set_value(plan.dates)
        self._fill_table(start, plan)
        self._renew()

    def plan(self, plan: Plan) -> Plan:
        """Return the plan with the columns as they are mapped."""
        columns = self.columns()
        match = plan.match
        rule = next((rule for rule in self._start.rules if rule.name == match), None) if self._start else None
        if rule is not None and any(name not in columns for name in rule.fields):
            match = ""
        return replace(
            plan,
            columns=columns,
            match=match,
            currency=str(self.currency.currentData() or ""),
            dates=self.dates.value(),
        )

    def columns(self) -> dict[str, int]:
        """Return the column of every field that is used."""
        found = {str(combo.currentData()): place for place, combo in enumerate(self._combos) if combo.currentData()}
        order = [field.name for field in self._start.fields] if self._start else []
        return {name: found[name] for name in order if name in found}

    def _fill_table(self, start: ImportStart, plan: Plan) -> None:
        fields = {place: name for name, place in plan.columns.items()}
        entries = [(_UNUSED, self.tr("not used")), *((field.name, self._words(field)) for field in start.fields)]
        self._combos.clear()
        self.table.setRowCount(0)
        self.table.setRowCount(len(start.file.columns))
        for place, heading in enumerate(start.file.columns):
            cells = [row[place] for row in start.file.sample if place < len(row) and row[place].strip()]
            samples = " · ".join(" ".join(cell[:60].split()) for cell in dict.fromkeys(cells[: _SAMPLES * 3]))
            self.table.setItem(place, 0, QTableWidgetItem(heading))
            sample = QTableWidgetItem(samples or self.tr("empty"))
            sample.setToolTip("\n".join(cells[:10])[:1000])
            self.table.setItem(place, 1, sample)
            combo = QuietCombo(self.table)
            combo.setObjectName(f"mappingField_{place}")
            combo.setAccessibleName(self.tr("Field of the column {column}").format(column=heading))
            combo.setMaxVisibleItems(20)
            fill(combo, entries, fields.get(place, _UNUSED))
            combo.activated.connect(partial(self._chosen, place))
            self._combos.append(combo)
            self.table.setCellWidget(place, 2, combo)
        before: QWidget = self.saved
        for combo in self._combos:
            QWidget.setTabOrder(before, combo)
            before = combo

    def _words(self, field: TargetField) -> str:
        return f"{field.label} *" if field.required else field.label

    def _chosen(self, place: int, _index: int) -> None:
        """Take a field away from the column that had it before: a field comes from one column."""
        field = self._combos[place].currentData()
        for other, combo in enumerate(self._combos):
            if field and other != place and combo.currentData() == field:
                combo.setCurrentIndex(0)
        self._renew()

    def _renew(self) -> None:
        self.problem.setText(self.why_not())
        self.problem.setVisible(bool(self.problem.text()))
        self.changed.emit()

    # kept mappings

    def chosen_mapping(self) -> SavedMapping | None:
        """Return the kept mapping that is chosen."""
        key = self.saved.currentData()
        found = self._start.mappings if self._start is not None else ()
        return next((saved for saved in found if str(saved.id) == key), None)

    def _take(self) -> None:
        self.remove_button.setVisible(self.chosen_mapping() is not None)
        self.taken.emit(self.chosen_mapping())

    def _remove(self) -> None:
        chosen = self.chosen_mapping()
        if chosen is not None:
            self.remove_wanted.emit(chosen.id, chosen.name)
