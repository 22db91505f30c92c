"""How thorough the tests are: a handful of examples under ``make test``, many under ``make nightly``."""

from __future__ import annotations

import os

AT_NIGHT = os.environ.get("DEALWRIGHT_NIGHTLY") == "1"


def times(by_day: int, at_night: int = 0) -> int:
    """Return how often something is tried: ``by_day``; at night ten times as often, or as often as is said."""
    return (at_night or 10 * by_day) if AT_NIGHT else by_day
