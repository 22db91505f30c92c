"""The feed of an opportunity: comments, and the people whom they mention."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import select

from desktop.sales import notifications, opportunities, people
from desktop.sales.tables import feed_comment, person
from desktop.store.transaction import Transaction

MENTION = "mention"
EXCERPT = 160


def mentions(text: str, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return each mention as it stands in the text with the name it means: "@" and a whole name, in any capitals.

    Of two names that both fit, the longer one is meant.
    """
    by_name = {name.casefold(): name for name in names if name}
    if not by_name:
        return ()
    alternatives = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    found = re.finditer(rf"(?<!\w)@({alternatives})(?!\w)", text, re.IGNORECASE)
    return tuple((match[0], by_name[match[1].casefold()]) for match in found if match[1].casefold() in by_name)


def comment(tx: Transaction, opportunity_id: int, text: object) -> int:
    """Add a comment and tell everybody whom it mentions, except who writes it. Returns its id.

    Refused "record-gone" without such an opportunity, "comment-empty" without a text.
    """
    row = opportunities.read(tx, opportunity_id)
    said = people.checked_text(text, "text", required="comment-empty", limit=10_000)
    made = tx.insert(
        feed_comment,
        {"opportunity_id": opportunity_id, "text": said, "created_at": tx.now, "created_by": tx.person_id},
    )
    known = {one.name: one.id for one in tx.rows(select(person.c.id, person.c.name).where(person.c.active))}
    wanted = dict.fromkeys(known[name] for _, name in mentions(said, known))
    excerpt = said if len(said) <= EXCERPT else said[: EXCERPT - 1].rstrip() + "…"
    who = "" if tx.person_id is None else people.name_of(tx, tx.person_id)
    for person_id in wanted:
        if person_id != tx.person_id:
            parameters = {"who": who, "opportunity": row.title or row.number, "text": excerpt}
            notifications.notify(
                tx, person_id, MENTION, parameters, place="opportunity", place_id=opportunity_id
            )  # fmt: skip
    return made
