"""The window "Run process": find a process and run it (L1)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.shell import ProcessRow
from ui.completion import Candidate, match
from ui.icons import set_icon
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.hint import EmptyState
from ui.widgets.rows import Row, RowList
from ui.widgets.styling import is_language_change


class RunProcessDialog(Dialog):
    """Find-as-you-type, then Run, Enter or a double click; Esc leaves."""

    run_asked = Signal(str)
    """The key of the process to run; the dialog has closed by then."""

    def __init__(self, window: QWidget, processes: Sequence[ProcessRow]) -> None:
        super().__init__(window, "", name="runProcessDialog", width=640)
        look = theme()
        self._processes = {process.key: process for process in processes}
        self.search = QLineEdit(self.sheet)
        self.search.setObjectName("processSearch")
        self._magnifier = QAction(self.search)
        set_icon(self._magnifier, "search", tone="muted", size=14)
        self.search.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list = RowList(self.sheet, name="processList", single_click=False)
        self.list.setMinimumHeight(look.px(180))
        self.list.chosen.connect(self._run)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._renew_button())
        self.nothing = EmptyState("workflow", self.sheet)
        self.nothing.hide()
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.nothing, 1)
        self.cancel_button = self.add_button("", name="cancelButton")
        self.run_button = self.add_button("", kind="primary", run=self._run_selected, name="runButton")
        self._retranslate()
        self._filter("")

    def set_processes(self, processes: Sequence[ProcessRow]) -> None:
        """Show the processes that have just been read."""
        self._processes = {process.key: process for process in processes}
        self._filter(self.search.text())

    def open(self) -> None:
        """Show it with the cursor in the search line."""
        self.show_over(focus=self.search)

    def _retranslate(self) -> None:
        self.set_title(self.tr("Run process"))
        self.search.setPlaceholderText(self.tr("Find a process"))
        self.search.setAccessibleName(self.tr("Find a process"))
        self._magnifier.setText(self.tr("Find a process"))
        self.list.setAccessibleName(self.tr("Processes"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.run_button.setText(self.tr("Run"))
        self.nothing.set_texts(self.tr("No such process"), self.tr("Try other words, or a part of the name."))

    def _filter(self, text: str) -> None:
        before = self.list.selected()
        found = match(
            text,
            [Candidate(p, (p.label, *{p.label_en, p.label_ru} - {p.label})) for p in self._processes.values()],
        )
        rows = [
            Row(
                fit.value.key,
                fit.value.label,
                fit.positions if fit.title == fit.value.label else (),
                second=fit.value.summary,
                right=f"v{fit.value.version}",
                strong=True,
            )
            for fit in found
        ]
        keys = [row.key for row in rows]
        keep = before if before in keys and not text else (keys[0] if keys else None)
        self.list.set_rows(rows, select=keep)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self._renew_button()

    def _renew_button(self) -> None:
        self.run_button.setEnabled(self.list.selected() is not None)

    def _run_selected(self) -> None:
        key = self.list.selected()
        if key is not None:
            self._run(key)

    def _run(self, key: str) -> None:
        if not self.isVisible():  # the second of two quick clicks
            return
        self.accept()
        self.run_asked.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down in the search line move in the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if steps:
                self.list.step(steps)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if is_language_change(event):
            self._retranslate()
