"""Writing the reader's activities into a calendar file: the database is only read."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from desktop.queries.registry import Reader, query
from desktop.sales import calendar_file, people
from desktop.sales.doors import ALL_MAY
from desktop.texts import say

LOOKS_BACK = timedelta(days=92)
"""How far back a subscription file goes; it is written after every change, and other calendars keep what was."""


@query("export_calendar", reads=ALL_MAY)
def export_calendar(reader: Reader, path: str, start: datetime | None = None, end: datetime | None = None) -> str:
    """Write the reader's activities that touch the span into a file and say how many they are.

    Without start and end it is everything of theirs. Refused "calendar-unwritable" where the file cannot be written.
    """
    count = _write(reader, path, start, end)
    return say(reader.language, "calendar-exported", {"count": count, "path": path}, reader.zone)


@query("keep_calendar", reads=ALL_MAY)
def keep_calendar(reader: Reader, path: str) -> int:
    """Write the subscription file anew: what is ahead, and the last three months. Returns the number of activities."""
    return _write(reader, path, reader.now - LOOKS_BACK, None)


def _write(reader: Reader, path: str, start: datetime | None, end: datetime | None) -> int:
    if reader.person_id is None:
        return 0
    found = calendar_file.rows(reader, reader.person_id, start, end)
    name = f"Dealwright: {people.name_of(reader, reader.person_id)}"
    calendar_file.write(Path(path), calendar_file.calendar(found, name, reader.language))
    return len(found)
