"""HistoryView: every change of a record in a table that reads on as one scrolls; a filter by kind above it."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.views.exchange import FieldValue, Money, Query
from desktop.views.history import KINDS, HistoryPart, HistoryRow
from ui.bridge import Bridge
from ui.fields.amounts import QuietCombo
from ui.formats import date_text, moment_text, money_text
from ui.record_tab import RecordTab
from ui.theme import theme
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TOUCHED = ("activity", "note", "participant", "opportunity_competitor", "attachment", "feed_comment", "document")
_SHARES = (0, 0, 5, 2, 3)


class HistoryModel(QAbstractTableModel):
    """The rows read so far; asks for the next part when the view has come to the end of them."""

    wants_more = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[HistoryRow] = []
        self.further: int | None = None
        self._asked: int | None = None

    def begin(self, part: HistoryPart) -> None:
        """Show the newest part and nothing else."""
        self.beginResetModel()
        self.rows = list(part.rows)
        self.further, self._asked = part.further, None
        self.endResetModel()

    def append(self, part: HistoryPart) -> None:
        """Add the next part."""
        self.further, self._asked = part.further, None
        if part.rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(part.rows) - 1)
            self.rows.extend(part.rows)
            self.endInsertRows()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many rows were read."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """When, who, what, before, after."""
        return 0 if parent.isValid() else 5

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether there is a further part that was not asked for yet."""
        return not parent.isValid() and self.further is not None and self._asked != self.further

    def fetchMore(self, _parent: _Index) -> None:
        """Ask for the next part."""
        self._asked = self.further
        self.wants_more.emit()

    def value_text(self, value: FieldValue) -> str:
        """Return a value as people read it, "" for none."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if isinstance(value, Money):
            return money_text(value)
        if isinstance(value, datetime):
            return moment_text(value)
        if isinstance(value, date):
            return date_text(value)
        return str(value)

    def text(self, row: HistoryRow, column: int) -> str:
        """Return what stands in a cell."""
        if column == 0:
            return moment_text(row.at)
        if column == 1:
            return row.who
        if column == 2:
            return self.tr("{what} (undone)").format(what=row.what) if row.undone else row.what
        if column == 3:
            return self.value_text(row.before)
        after = self.value_text(row.after)
        return " · ".join(part for part in (after, row.comment) if part)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, tool tip, spoken text or the font of an undone row."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self.text(row, index.column()).split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.text(row, index.column()) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(index.column(), Qt.Orientation.Horizontal)}: {self.text(row, index.column())}"
        if role == Qt.ItemDataRole.ForegroundRole and (index.column() in (0, 3) or row.undone):
            return theme().colour("muted")
        if role == Qt.ItemDataRole.FontRole and index.column() == 2 and row.kind in ("stage", "task"):
            font = QFont(theme().font(13))
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Before"), self.tr("After"))[section]


class _Table(QTableView):
    """Shares its width among the columns: moment and person take what they need, what was done the most."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = [theme().px(156), theme().px(118)]
        room = max(0, self.viewport().width() - sum(widths))
        widths += [room * share // sum(_SHARES) for share in _SHARES[2:]]
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)


class HistoryView(RecordTab):
    """The history of one record at a time; nothing is read before it is seen."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, subject: str = "opportunity") -> None:
        super().__init__(bridge, parent)
        self.touched_by = (subject, *_TOUCHED)
        self.setObjectName("historyTab")
        self._subject = subject
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        self._label = Text("", self, role="fieldLabel")
        self.kind = QuietCombo(self)
        self.kind.setObjectName("historyKind")
        self._label.setBuddy(self.kind)
        head.addWidget(self._label)
        head.addWidget(self.kind)
        head.addStretch(1)
        column.addLayout(head)
        self.model = HistoryModel(self)
        self.table = self._make_table()
        column.addWidget(self.table, 1)
        self._empty = EmptyState("clock", self, name="historyEmpty")
        self._empty.hide()
        column.addWidget(self._empty)
        self.kind.addItems([""] * len(KINDS))
        self.kind.currentIndexChanged.connect(self._narrow)
        self.model.wants_more.connect(self._read_on)

    def _make_table(self) -> QTableView:
        look = theme()
        table = _Table(self)
        table.setObjectName("historyTable")
        table.setModel(self.model)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(look.px(34))
        table.setMinimumHeight(look.px(300))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        return table

    def ask(self) -> None:
        """Read the newest part."""
        self.bridge.ask(self._query(None), self._show, owner=self, key="history")

    def forget(self) -> None:
        """Show nothing of the record before."""
        self.model.begin(HistoryPart((), None))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._label.setText(self.tr("Show"))
        words = (
            self.tr("Everything"),
            self.tr("Fields"),
            self.tr("Stages"),
            self.tr("Tasks"),
            self.tr("Notes and comments"),
            self.tr("Participants, competitors, files"),
        )
        shown = len(KINDS) if self._subject == "opportunity" else 2
        self.kind.setVisible(self._subject == "opportunity")
        self._label.setVisible(self._subject == "opportunity")
        for number, word in enumerate(words[:shown]):
            self.kind.setItemText(number, word)
        self.kind.setAccessibleName(self.tr("Show in the history"))
        self.table.setAccessibleName(self.tr("History"))
        self._empty.set_texts(self.tr("Nothing here"), self.tr("No change of this kind was made."))
        super().retranslate()

    def _narrow(self) -> None:
        if self.record is not None:
            self.ask()

    def _read_on(self) -> None:
        self.bridge.ask(self._query(self.model.further), self.model.append, owner=self, key="history")

    def _query(self, before: int | None) -> Query:
        kind = KINDS[max(0, self.kind.currentIndex())]
        return Query("history", subject=self._subject, id=self.record, kind=kind, before=before)

    def _show(self, part: HistoryPart) -> None:
        self.model.begin(part)
        self.table.setVisible(bool(part.rows))
        self._empty.setVisible(not part.rows)
