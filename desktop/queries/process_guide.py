"""What every step of a process does and where its results lead (R14, R15)."""

from __future__ import annotations

from desktop.processes.definitions import catalogue
from desktop.processes.library import releases, step_words
from desktop.queries.registry import Reader, query
from desktop.sales.doors import ALL_MAY
from desktop.texts import LANGUAGES
from desktop.views.processes import ProcessStep


@query("process_steps", reads=ALL_MAY)
def process_steps(reader: Reader, definition: int, language: str = "") -> tuple[ProcessStep, ...]:
    """Return every step of a version in the order of the file, described in the reader's language or another one.

    Refused "record-gone" where there is no such version.
    """
    row = releases.row(reader, definition)
    read = catalogue.by_hash(reader, row.hash)
    wanted = language if language in LANGUAGES else reader.language
    return step_words.steps_of(reader, read, wanted)
