"""The tab Documents of the opportunity page: proposals and contracts, and new ones from templates (R19)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.views.documents import DocumentList, DocumentRow
from desktop.views.exchange import Action, Place, Query
from ui.bridge import Bridge
from ui.formats import date_text
from ui.record_tab import RecordTab
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.hint import EmptyState

KINDS = ("proposal", "contract")
_WIDTHS = ((112, 1), (96, 0), (110, 3), (66, 0), (104, 2), (112, 0), (104, 0))
"""What each column takes at least, and its share of what is left."""


class _Table(QTableWidget):
    """Shares its width among the columns; Enter opens a document as a double click does."""

    opened = Signal(int)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = theme()
        room = max(0, self.viewport().width() - sum(look.px(width) for width, _ in _WIDTHS))
        shares = sum(share for _, share in _WIDTHS)
        for column, (width, share) in enumerate(_WIDTHS):
            self.setColumnWidth(column, look.px(width) + room * share // shares)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
            return
        super().keyPressEvent(event)


class DocumentsTab(RecordTab):
    """The documents of one sale, the newest first."""

    touched_by = ("document", "document_version", "approval", "document_template", "person")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("documentsTab")
        look = theme()
        self._list: DocumentList | None = None
        self._wanted = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(8))
        bar = QHBoxLayout()
        bar.setSpacing(look.px(8))
        self.buttons: dict[str, Button] = {}
        self.menus: dict[str, QMenu] = {}
        for kind, name in zip(KINDS, ("newProposalButton", "newContractButton"), strict=True):
            button = Button("", self, icon="plus", name=name)
            menu = QMenu(button)
            menu.setObjectName(f"{kind}Templates")
            button.setMenu(menu)
            self.buttons[kind], self.menus[kind] = button, menu
            bar.addWidget(button)
        bar.addStretch(1)
        column.addLayout(bar)
        self.table = self._make_table()
        column.addWidget(self.table, 1)
        self._empty = EmptyState("sticky-note", self, name="documentsEmpty")
        self._empty.hide()
        column.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)

    def _make_table(self) -> _Table:
        look = theme()
        table = _Table(0, len(_WIDTHS), self)
        table.setObjectName("documentTable")
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(look.px(34))
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setMinimumHeight(look.px(220))
        table.opened.connect(self._open)
        table.cellDoubleClicked.connect(lambda row, _column: self._open(row))
        return table

    # what the page asks

    def ask(self) -> None:
        """Ask for the documents."""
        self.bridge.ask(Query("documents", opportunity=self.record), self._show, owner=self, key="documents")

    def forget(self) -> None:
        """Show nothing of the sale before."""
        self._list = None
        self._wanted = ""
        self.table.setRowCount(0)
        self._empty.hide()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.buttons["proposal"].setText(self.tr("New proposal"))
        self.buttons["contract"].setText(self.tr("New contract"))
        self.table.setAccessibleName(self.tr("Documents"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Kind"),
                self.tr("Number"),
                self.tr("Title"),
                self.tr("Version"),
                self.tr("State"),
                self.tr("Sent"),
                self.tr("Comments"),
            ]
        )
        self._empty.set_texts(
            self.tr("No documents yet"),
            self.tr("Make a proposal or a contract from a template: it is filled with what is known of this sale."),
        )
        super().retranslate()

    def new(self, kind: str) -> None:
        """Open the templates of a kind, as soon as they are known; a single one is taken at once."""
        self._wanted = kind if self._list is None else ""
        if self._list is None or not self.buttons[kind].isEnabled():
            return
        entries = self.menus[kind].actions()
        if len(entries) == 1:
            entries[0].trigger()
        elif entries:
            self.buttons[kind].showMenu()

    # inside

    def _show(self, documents: DocumentList) -> None:
        self._list = documents
        before = self.table.currentRow()
        self.table.setRowCount(len(documents.rows))
        for number, row in enumerate(documents.rows):
            for column, text in enumerate(self._cells(row)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(number, column, item)
        if documents.rows:
            self.table.setCurrentCell(min(max(before, 0), len(documents.rows) - 1), 0)
        self.table.setVisible(bool(documents.rows))
        self._empty.setVisible(not documents.rows)
        for kind, menu in self.menus.items():
            menu.clear()
            for template in documents.templates:
                if template.kind == kind:
                    entry = menu.addAction(template.name.replace("&", "&&"))
                    entry.setObjectName(f"template_{template.id}")
                    entry.triggered.connect(partial(self._create, template.id))
            button = self.buttons[kind]
            button.setEnabled(documents.edit.enabled and bool(menu.actions()))
            why = documents.edit.why_not or ("" if menu.actions() else self.tr("There is no template of this kind"))
            button.setToolTip(why)
            button.setAccessibleDescription(why)
        if self._wanted:
            self.new(self._wanted)

    def _cells(self, row: DocumentRow) -> tuple[str, ...]:
        state = f"{row.state_label}: {row.approver}" if row.approver else row.state_label
        return (
            row.kind_label,
            row.number,
            row.title,
            str(row.version),
            state,
            date_text(row.sent_on),
            date_text(row.commented_on),
        )

    def _create(self, template: int, _checked: bool = False) -> None:
        action = Action("create_document", opportunity=self.record, template=template)
        self.bridge.perform(action, owner=self)

    def _open(self, row: int) -> None:
        if self._list is not None and row < len(self._list.rows):
            self.go.emit(Place("document", self._list.rows[row].id))
