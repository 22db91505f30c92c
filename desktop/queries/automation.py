"""What runs of processes wait for by themselves."""

from __future__ import annotations

from datetime import timedelta

from desktop.processes.runs import clock, log
from desktop.queries.registry import Reader, query
from desktop.sales import settings
from desktop.sales.doors import ALL_MAY


@query("timers_due", reads=ALL_MAY)
def timers_due(reader: Reader) -> int:
    """Return how many timers of runs are due now, at most as many as fire at once."""
    return len(clock.due(reader))


@query("log_to_clean", reads=ALL_MAY)
def log_to_clean(reader: Reader) -> bool:
    """Tell whether the log of a run has been kept longer than an administrator wants it kept."""
    days = settings.read(reader).process_log_days
    return bool(days and log.to_clean(reader, reader.now - timedelta(days=days), 1))
