"""What the feed of an opportunity shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FeedComment:
    """One comment; ``mentions`` are the parts of the text ("@Anna Kern") that name people."""

    id: int
    author: str
    at: datetime
    text: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedPart:
    """A part of a feed, the newest first; ``further`` asks for the next one, None at the end.

    ``people`` are the names that can be mentioned.
    """

    rows: tuple[FeedComment, ...]
    further: int | None
    people: tuple[str, ...]
