"""What changing many records at once would do, from dry runs of each (N1); the tags that there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop.processes import many
from desktop.queries.registry import Reader, query
from desktop.sales import tags
from desktop.sales.doors import ALL_MAY, EACH, record_named
from desktop.sales.stages import Stages
from desktop.texts import say
from desktop.views.exchange import NeedsFields, Refused
from desktop.views.many import BlockedRow, Foresight, Wanted


@query("foresee_many", reads=EACH)
def foresee_many(
    reader: Reader, subject: str, ids: Sequence[int], wanted: Wanted, so_far: Foresight | None = None
) -> Foresight:
    """Say which of the records can be changed, which cannot and why, and what follows for all of them together.

    A long selection is asked about in parts: ``so_far`` is the answer for the parts before, and is part of this one.
    Refused what holds for all records alike.
    """
    many.check_wanted(reader, subject, ids, wanted)
    before = so_far or Foresight()
    counts: Counter[str] = Counter(dict(before.counts))
    changeable, blocked = list(before.changeable), list(before.blocked)
    for record in ids:
        try:
            counts += many.foresee(reader, subject, record, wanted)
        except NeedsFields as needs:
            fields = ", ".join(needs.question.labels)
            reason = say(reader.language, "bulk-fields-needed", {"fields": fields}, reader.zone)
            blocked.append(BlockedRow(record, many.name_of(reader, subject, record), reason, needs.question))
        except Refused as refused:
            reason = say(reader.language, refused.code, refused.parameters, reader.zone)
            blocked.append(BlockedRow(record, many.name_of(reader, subject, record), reason))
        else:
            changeable.append(record)
    return Foresight(
        tuple(changeable),
        tuple(blocked),
        _sentences(reader, subject, wanted, len(changeable), counts),
        tuple(sorted(counts.items())),
    )


_SAID = ("cancels", "keeps", "creates", "ends", "sales", "handed", "activities", "runs", "closes")


def _sentences(reader: Reader, subject: str, wanted: Wanted, changeable: int, counts: Counter[str]) -> tuple[str, ...]:
    if not changeable:
        return ()
    said = [
        say(reader.language, f"bulk-follows-{name}", {"count": counts[name]}, reader.zone)
        for name in _SAID
        if counts[name]
    ]
    if wanted.change == "stage" and subject == "opportunity" and Stages.read(reader).by_code(wanted.stage).successful:
        said.append(say(reader.language, "bulk-follows-income"))
    return tuple(said)


@query("tags", reads=ALL_MAY)
def all_tags(reader: Reader) -> tuple[str, ...]:
    """Return the tags that are on some record, by the alphabet."""
    return tags.used(reader)


@query("record_tags", reads=record_named("subject", "id"))
def record_tags(reader: Reader, subject: str, id: int) -> tuple[str, ...]:
    """Return the tags of one record, by the alphabet."""
    return tuple(sorted(tags.of(reader, subject, [id]).get(id, ()), key=str.casefold))
