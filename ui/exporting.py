"""Writing a list into a file as it is shown: columns, order, filter and sorting of the person."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from desktop.views.exchange import Query, Refused
from desktop.views.spreadsheets import ExportColumn, Exported
from ui.bridge import Bridge
from ui.remembered import Remembered
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text

_PATIENCE = 1_000
"""Milliseconds before progress is shown."""
_POLL = 100
KINDS = {"money": "money", "number": "number", "date": "date", "moment": "moment", "due": "moment", "span": "number"}
"""Kind of a list's column to that of a written one; all others are texts."""


def csv_delimiter() -> str:
    """Return what parts cells for the spreadsheets of this language: a semicolon where the comma parts decimals."""
    return ";" if decimal_point() == "," else ","


def decimal_point() -> str:
    """Return the decimal point of this language."""
    return QLocale().decimalPoint()


class Export:
    """What is written: the records of a list in their order, and its columns in theirs."""

    def __init__(self, subject: str, title: str, ids: Sequence[int], columns: Sequence[tuple[str, str, str]]) -> None:
        """``columns`` are field, heading and the list's kind of each column."""
        self.subject = subject
        self.title = title
        self.ids = tuple(ids)
        currency = QCoreApplication.translate("Exporting", "currency")
        self.columns = tuple(
            ExportColumn(name, _named(heading, kind), KINDS.get(kind, "text"), f"{heading}, {currency}")
            for name, heading, kind in columns
        )


def _named(heading: str, kind: str) -> str:
    """Return the heading of a column in a file: there a length of time is a number of seconds."""
    if kind != "span":
        return heading
    return QCoreApplication.translate("Exporting", "{heading}, seconds").format(heading=heading)


def choose_target(window: QWidget, export: Export, kind: str, today: date) -> str:
    """Ask where to write; "" where the person would rather not."""
    memory: Remembered | None = getattr(window, "remembered", None)
    folder = memory.text("export/folder") if memory is not None else ""
    proposed = Path(folder) / f"{export.title} {today.isoformat()}.{kind}"
    names = {
        "csv": QCoreApplication.translate("Exporting", "CSV (*.csv)"),
        "xlsx": QCoreApplication.translate("Exporting", "Workbook (*.xlsx)"),
    }
    name, _filter = QFileDialog.getSaveFileName(
        window, QCoreApplication.translate("Exporting", "Export the list"), str(proposed), names[kind]
    )
    if name and Path(name).suffix.lower() != f".{kind}":
        name = f"{name}.{kind}"
    if name and memory is not None:
        memory.keep(export__folder=str(Path(name).parent))
    return name


class ExportProgress(Dialog):
    """Writes the file; shows itself when that takes longer than a second, with the way to cancel it."""

    def __init__(
        self, window: QWidget, bridge: Bridge, export: Export, path: str, on_done: Callable[[Exported], object]
    ) -> None:
        super().__init__(window, "", name="exportProgress", width=420)
        self.set_title(self.tr("Exporting..."))
        self._window = window
        self._bridge = bridge
        self._on_done = on_done
        self._cancel = threading.Event()
        self._state = [0, len(export.ids)]
        self._label = Text("", self.sheet, tone="muted")
        self.bar = QProgressBar(self.sheet)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Exporting..."))
        self.body.addWidget(self._label)
        self.body.addWidget(self.bar)
        self.stop_button = self.add_button(self.tr("Cancel"), run=self.reject, name="stopExportButton")
        self._patience, self._poll = QTimer(self), QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._show)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._show_progress)
        self._query = self._asked(export, path)

    def _asked(self, export: Export, path: str) -> Query:
        state = self._state

        def progress(done: int, total: int) -> None:  # called on the worker's thread: plain numbers only
            state[0], state[1] = done, total

        return Query(
            "export_list",
            subject=export.subject,
            ids=export.ids,
            columns=export.columns,
            path=path,
            title=export.title,
            delimiter=csv_delimiter(),
            decimal_point=decimal_point(),
            progress=progress,
            cancelled=self._cancel.is_set,
        )

    def begin(self) -> None:
        """Write the file."""
        self._patience.start()
        self._poll.start()
        self._bridge.ask(self._query, self._done, self._failed, owner=self, key="export")

    def reject(self) -> None:
        """Cancel: the file that was there stays as it was."""
        self._cancel.set()
        self.stop_button.setEnabled(False)

    def _show(self) -> None:
        self.show_over(focus=self.stop_button)

    def _show_progress(self) -> None:
        done, total = self._state
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        number = QLocale().toString
        words = self.tr("{done} of {total}").format(done=number(done), total=number(total))
        self._label.setText(words)

    def _done(self, exported: Exported) -> None:
        self._end()
        self._on_done(exported)

    def _failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Refused):
            self._bridge.refused.emit(str(error))
        else:
            self._bridge.trouble.emit(error)

    def _end(self) -> None:
        self._patience.stop()
        self._poll.stop()
        if self.isVisible():
            self.accept()
        self.deleteLater()
