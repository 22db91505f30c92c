"""Records that belong to another one, on the tabs of its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class RelatedRows:
    """Rows of a list (LeadRow, ActivityRow ...); ``more`` tells that there are further ones."""

    rows: tuple[Any, ...]
    more: bool
