"""The command ``dealwright import FOLDER``: a line of progress, Ctrl+C as Cancel, a summary at the end."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TextIO

from desktop.importing.listing import summary, write_findings
from desktop.texts import say
from desktop.views.exchange import Action, Refused, Trouble
from desktop.views.imports import ImportReport
from desktop.workspace import Clock, Workspace

_STEPS_WITHOUT_TERMINAL = 10


def run_import(
    database_url: str,
    folder: Path,
    *,
    mapping: Path | None,
    report: Path | None,
    language: str,
    clock: Clock | None = None,
) -> int:
    """Import a folder and say how it went; return 0 if it was imported, 1 if not.

    ``report`` is where the list of findings goes, as CSV. What went wrong is said on the error stream.
    """
    place = None if report is None else _ReportFile(report)
    if place is not None:
        problem = place.problem(folder, language)
        if problem:
            _complain(problem)
            return 1
    cancel = threading.Event()
    progress = ProgressLine(sys.stderr, language)
    workspace = Workspace(database_url, language=language, clock=clock)
    try:
        with _cancelled_by_interrupt(cancel):
            workspace.start().result()
            done = workspace.perform(
                Action("import_data", folder=folder, mapping=mapping, progress=progress.show, cancelled=cancel.is_set)
            ).result()
    except (Refused, Trouble) as error:
        progress.end()
        _complain(error.sentence or say(language, error.code, error.parameters))
        if place is not None:
            place.leave()
        return 1
    finally:
        workspace.close()
    progress.end()
    found = done.result["report"]
    assert isinstance(found, ImportReport)
    for line in summary(found, language):
        print(line)
    if place is None:
        return 0
    return place.write(found, language)


@contextmanager
def _cancelled_by_interrupt(cancel: threading.Event) -> Iterator[None]:
    """Let Ctrl+C set the event; the import ends when it sees that. A second one ends the program at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupted(_number: int, _frame: FrameType | None) -> None:
        cancel.set()
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class _ReportFile:
    """Where the list of findings goes. That it can be written is made sure before any work is done for it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._was_there = file.exists()

    def problem(self, folder: Path, language: str) -> str:
        """Return why the report cannot be written there, "" if it can."""
        if self._was_there and self._file.resolve().parent == folder.resolve():
            return say(language, "import-report-among-files", {"file": str(self._file)})
        try:
            with self._file.open("a", encoding="utf-8"):
                return ""
        except OSError as error:
            return self._said("import-report-unwritable", error, language)

    def leave(self) -> None:
        """Remove the empty file that was made to try."""
        if not self._was_there:
            self._file.unlink(missing_ok=True)

    def write(self, report: ImportReport, language: str) -> int:
        """Write the findings and say so; return the exit status."""
        try:
            write_findings(report, self._file, language)
        except OSError as error:
            _complain(self._said("import-report-failed", error, language))
            return 1
        print(say(language, "import-report-written", {"file": str(self._file), "findings": len(report.findings)}))
        return 0

    def _said(self, code: str, error: OSError, language: str) -> str:
        return say(language, code, {"file": str(self._file), "reason": error.strerror or str(error)})


def _complain(sentence: str) -> None:
    print(f"dealwright: {sentence}", file=sys.stderr)


class ProgressLine:
    """One line on a terminal that is written over; where there is none, a line for every tenth of the way."""

    def __init__(self, stream: TextIO, language: str) -> None:
        self._stream = stream
        self._language = language
        self._in_place = stream.isatty()
        self._tenth = -1
        self._shown = False

    def show(self, done: int, total: int) -> None:
        """Show how far it is."""
        if total == 0:
            return
        line = say(self._language, "import-progress", {"done": done, "total": total, "percent": done * 100 // total})
        if self._in_place:
            self._shown = True
            print(f"\r{line}\x1b[K", end="", file=self._stream, flush=True)
            return
        tenth = done * _STEPS_WITHOUT_TERMINAL // total
        if tenth != self._tenth:
            self._tenth = tenth
            print(line, file=self._stream, flush=True)

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            print(file=self._stream)
