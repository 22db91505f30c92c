"""The feed of an opportunity, read in parts."""

from __future__ import annotations

from sqlalchemy import select

from desktop.queries.registry import Reader, query
from desktop.sales.doors import record
from desktop.sales.feed import mentions
from desktop.sales.tables import feed_comment, person
from desktop.views.feed import FeedComment, FeedPart

PART = 40


@query("feed", reads=record("opportunity", "opportunity"))
def feed(reader: Reader, opportunity: int, before: int | None = None) -> FeedPart:
    """Return a part of the feed, the newest first; ``before`` is what the part before named as ``further``."""
    statement = (
        select(feed_comment, person.c.name.label("author"))
        .outerjoin(person, person.c.id == feed_comment.c.created_by)
        .where(feed_comment.c.opportunity_id == opportunity)
        .order_by(feed_comment.c.id.desc())
        .limit(PART + 1)
    )
    rows = reader.rows(statement if before is None else statement.where(feed_comment.c.id < before))
    people = reader.rows(select(person.c.name, person.c.active).order_by(person.c.name))
    names = tuple(row.name for row in people)
    shown = rows[:PART]
    return FeedPart(
        rows=tuple(
            FeedComment(
                id=row.id,
                author=row.author or "",
                at=row.created_at,
                text=row.text,
                mentions=tuple(found for found, _ in mentions(row.text, names)),
            )
            for row in shown
        ),
        further=shown[-1].id if len(rows) > PART else None,
        people=tuple(row.name for row in people if row.active),
    )
