"""What runs of processes wait for by themselves."""

from __future__ import annotations

from desktop.processes import clock
from desktop.queries.registry import Reader, query
from desktop.sales.doors import ALL_MAY


@query("timers_due", reads=ALL_MAY)
def timers_due(reader: Reader) -> int:
    """Return how many timers of runs are due now, at most as many as fire at once."""
    return len(clock.due(reader))
