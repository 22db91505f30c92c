"""The command ``dealwright import FOLDER``: a line of progress, Ctrl+C as Cancel, a summary at the end."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import Future
from pathlib import Path
from typing import TextIO

from desktop.importing.listing import summary, write_findings
from desktop.texts import say
from desktop.views.exchange import Action, Done, Refused, Trouble
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

    ``report`` is where the list of findings goes, as CSV. Raises Trouble if the workspace cannot be opened.
    """
    if report is not None:
        problem = _unwritable(report)
        if problem:
            _complain(say(language, "import-report-unwritable", {"file": str(report), "reason": problem}))
            return 1
    cancel = threading.Event()
    progress = ProgressLine(sys.stderr, language)
    workspace = Workspace(database_url, language=language, clock=clock)
    try:
        workspace.start().result()
        job = workspace.perform(
            Action("import_data", folder=folder, mapping=mapping, progress=progress.show, cancelled=cancel.is_set)
        )
        done = _wait(job, cancel)
    except (Refused, Trouble) as error:
        progress.end()
        _complain(error.sentence or say(language, error.code, error.parameters))
        return 1
    finally:
        workspace.close()
    progress.end()
    return _tell(done, report, language)


def _wait(job: Future[Done], cancel: threading.Event) -> Done:
    """Wait for the import; Ctrl+C asks it to stop, and it ends as it sees that (or was already through)."""
    while True:
        try:
            return job.result()
        except KeyboardInterrupt:
            cancel.set()


def _tell(done: Done, report: Path | None, language: str) -> int:
    found = done.result["report"]
    assert isinstance(found, ImportReport)
    for line in summary(found, language):
        print(line)
    if report is None:
        return 0
    try:
        write_findings(found, report, language)
    except OSError as error:
        reason = error.strerror or str(error)
        _complain(say(language, "import-report-failed", {"file": str(report), "reason": reason}))
        return 1
    print(say(language, "import-report-written", {"file": str(report), "findings": len(found.findings)}))
    return 0


def _unwritable(report: Path) -> str:
    """Return why the report cannot be written, before any work is done for it; "" if it can."""
    try:
        with report.open("a", encoding="utf-8"):
            return ""
    except OSError as error:
        return error.strerror or str(error)


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
