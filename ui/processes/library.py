"""LibraryPage (processLibraryPage): every process, what it is for, which version is run and on how many records."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Availability, Changes, Place, Query
from desktop.views.processes import Library, LibraryRow
from ui.bridge import Bridge
from ui.commands import Command
from ui.completion import Candidate, match
from ui.icons import set_icon
from ui.page import Page
from ui.processes.table import Cell, RowTable
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text

_COLUMNS = ((170.0, 2), (200.0, 5), (112.0, 0), (78.0, 0), (104.0, 0), (108.0, 0), (92.0, 0))
_TOUCHED_BY = ("process_definition", "process_instance", "incident")


class LibraryPage(Page):
    """Typing narrows the list; Enter or a double click opens a process."""

    help_page = "processes"

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("processLibraryPage")
        self._library = Library((), Availability(False))
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        column.setSpacing(look.px(10))
        column.addLayout(self._head())
        self.table = RowTable(self, _COLUMNS, name="libraryList")
        self.empty = EmptyState("workflow", self, name="emptyState")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        sheet = Card(parent=self, padding=0)
        sheet.body.setContentsMargins(look.px(1), look.px(4), look.px(1), look.px(6))
        sheet.body.addWidget(self._stack)
        column.addWidget(sheet, 1)
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.installEventFilter(self)
        self.table.opened.connect(lambda number: self.go.emit(Place("process", number)))
        self.table.chosen.connect(self._renew)
        self.run_button.clicked.connect(self.run_selected)
        self.import_button.clicked.connect(self.import_process)
        self.empty.action_pressed.connect(self.import_process)
        self.setFocusProxy(self.table)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        self.title_label = Text("", self, role="pageTitle", name="titleLabel")
        self.count_label = Text("", self, tone="muted", name="countLabel")
        self.search = QLineEdit(self)
        self.search.setObjectName("findProcess")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme().px(220))
        magnifier = QAction(self.search)
        set_icon(magnifier, "search", tone="muted", size=14)
        self.search.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self._magnifier = magnifier
        self.tools = QHBoxLayout()
        self.tools.setSpacing(theme().px(8))
        self.log_button = Button("", self, icon="scroll-text", name="processLogButton")
        self.log_button.clicked.connect(lambda: self.go.emit(Place("process_log")))
        self.tools.addWidget(self.log_button)
        self.import_button = Button("", self, icon="download", name="importLibraryButton")
        self.tools.addWidget(self.import_button)
        self.run_button = Button("", self, kind="primary", icon="play", name="runLibraryProcess")
        row.addWidget(self.title_label)
        row.addWidget(self.count_label)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addLayout(self.tools)
        row.addWidget(self.run_button)
        return row

    # the page

    def title(self) -> str:
        """Return the name of the place."""
        return self.tr("Process library")

    def commands(self) -> list[Command]:
        """Open and run what is selected."""
        return [
            Command("library.run", self.tr("Run the selected process"), self.run_selected, "", "play", self._can_run)
        ]

    def load(self) -> None:
        """Ask for the processes."""
        self.bridge.ask(Query("process_library"), self._arrived, owner=self, key="library")

    def refresh(self, changes: Changes) -> None:
        """Ask again when a process, a run or an incident has changed."""
        if any(map(changes.touches, _TOUCHED_BY)):
            self.load()

    def retranslate(self) -> None:
        """Set all texts."""
        self.title_label.setText(self.tr("Process library"))
        self.search.setPlaceholderText(self.tr("Find a process"))
        self.search.setAccessibleName(self.tr("Find a process"))
        self._magnifier.setText(self.tr("Find a process"))
        self.run_button.setText(self.tr("Run"))
        self.import_button.setText(self.tr("Import..."))
        self.log_button.setText(self.tr("Process log"))
        self.log_button.setToolTip(self.tr("Every run and every step") + " (Ctrl+Shift+J)")
        self.table.setAccessibleName(self.tr("Processes"))
        self.table.set_headings(
            (
                self.tr("Process"),
                self.tr("What it does"),
                self.tr("About"),
                self.tr("Version"),
                self.tr("State"),
                self.tr("Running"),
                self.tr("Incidents"),
            )
        )
        self._show()
        if self._library.rows:
            self.load()  # names and summaries are the core's, in the reader's language

    def focus_first(self) -> None:
        """Begin in the list."""
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the search into the list, Enter opens what is selected, Esc empties the search."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Down and self.table.keys():
                self.table.setFocus()
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.table.selected() is not None:
                self.go.emit(Place("process", self.table.selected()))
                return True
            if key == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    # what can be done

    def selected(self) -> LibraryRow | None:
        """Return the process that is selected."""
        number = self.table.selected()
        return next((row for row in self._library.rows if row.id == number), None)

    def run_selected(self) -> None:
        """Run the selected process."""
        row = self.selected()
        if row is not None and row.run.enabled:
            self.window().run_process(row.key)  # type: ignore[attr-defined]

    def import_process(self) -> None:
        """Ask for a BPMN file and show what it would become."""
        from ui.processes.import_dialog import open_import  # not above: it is rarely wanted

        open_import(self.window(), self.bridge)

    def _can_run(self) -> Availability:
        row = self.selected()
        if row is None:
            return Availability(False)
        return row.run

    # answers

    def _arrived(self, library: Library) -> None:
        self._library = library
        self._show()
        self.commands_changed.emit()

    def _show(self) -> None:
        text = self.search.text()
        rows = list(self._library.rows)
        if text.strip():
            found = match(text, [Candidate(row, (row.label, row.label_en, row.label_ru, row.summary)) for row in rows])
            rows = [fit.value for fit in found]
        self.table.show_rows([(row.id, self._cells(row)) for row in rows])
        self.count_label.setText(str(len(self._library.rows)) if self._library.rows else "")
        self._stack.setCurrentIndex(0 if rows else 1)
        if self._library.rows:
            self.empty.set_texts(self.tr("No such process"), self.tr("Try other words, or a part of the name."))
        else:
            self.empty.set_texts(
                self.tr("No processes yet"),
                self.tr("Import a BPMN 2.0 file: any modeller writes them."),
                self.tr("Import..."),
            )
        self._renew()

    def _cells(self, row: LibraryRow) -> tuple[Cell, ...]:
        version = str(row.version) if row.version == row.newest else f"{row.version} / {row.newest}"
        return (
            Cell(row.label, strong=True),
            Cell(row.summary, tone="muted"),
            Cell(row.subject_label),
            Cell(version, right=True),
            Cell(self.tr("active"), tone="good_text") if row.active else Cell(self.tr("switched off"), tone="muted"),
            Cell(str(row.running or ""), right=True),
            Cell(str(row.incidents or ""), tone="bad_text", right=True),
        )

    def _renew(self) -> None:
        can = self._can_run()
        self.run_button.setEnabled(can.enabled)
        self.run_button.setToolTip(can.why_not)
