"""Step: one page of the wizard, and the parts that several of them have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QHBoxLayout, QTableView, QWidget

from desktop.views.table_import import ImportStart, Plan
from ui.fields.amounts import QuietCombo
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.row_table import read_by_rows

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Step(QWidget):
    """One page of the wizard. It shows a plan and gives it back as the person has changed it."""

    changed = Signal()
    """What :meth:`why_not` answers may have changed."""

    def title(self) -> str:
        """Return what the row of steps calls it."""
        raise NotImplementedError

    def show_plan(self, start: ImportStart, plan: Plan) -> None:
        """Show the plan for the file that was read."""

    def plan(self, plan: Plan) -> Plan:
        """Return the plan with what was chosen here."""
        return plan

    def why_not(self) -> str:
        """Return why one cannot go on yet, "" if one can."""
        return ""

    def first_field(self) -> QWidget:
        """Return where a person begins."""
        return self


class Choices(QWidget):
    """A row of buttons of which one is chosen, with a label before it."""

    changed = Signal()

    def __init__(self, label: str, choices: Sequence[tuple[str, str]], parent: QWidget, *, name: str) -> None:
        """``choices`` are pairs of value and words; the buttons are called ``<name><value>``."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self.label = Text(label, self, role="fieldLabel")
        self.label.setMinimumWidth(theme().px(230))
        row.addWidget(self.label)
        for place, (value, words) in enumerate(choices):
            button = Button(words, self, kind="choice", name=f"{name}{value}")
            button.setAccessibleName(f"{label}: {words}")
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(lambda _place: self.changed.emit())

    def value(self) -> str:
        """Return the value chosen."""
        return self._values[max(self._group.checkedId(), 0)]

    def set_value(self, value: str) -> None:
        """Choose a value."""
        place = self._values.index(value) if value in self._values else 0
        self._group.button(place).setChecked(True)


def labelled(text: str, widget: QWidget, parent: QWidget) -> Text:
    """Return a label that names a widget, for the eye and for assistive tools."""
    label = Text(text, parent, role="fieldLabel")
    label.setBuddy(widget)
    widget.setAccessibleName(text)
    return label


def fill(combo: QuietCombo, entries: Sequence[tuple[str, str]], chosen: str) -> None:
    """Offer pairs of value and words, with one of them chosen; nobody is told."""
    blocked = combo.blockSignals(True)
    combo.clear()
    for value, words in entries:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
    combo.blockSignals(blocked)


class TextTable(QAbstractTableModel):
    """Rows of texts under headings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: Sequence[tuple[str, ...]] = ()

    def show(self, headings: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows; of many only those in view are ever asked for."""
        self.beginResetModel()
        self._headings, self._rows = tuple(headings), rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text on one line, and the whole of it as tool tip."""
        row = self._rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:300].split())
        return text[:2000] if role == Qt.ItemDataRole.ToolTipRole and text else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a heading."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None


class PlainTable(QTableView):
    """A table to look at, row by row."""

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        read_by_rows(self, theme().px(28))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setStretchLastSection(True)
