"""Changing many records at once: what would happen to each, and doing it, by the same functions as for one.

``foresee`` says which of them can be changed, which cannot and why, and what follows, from dry runs (N1); ``change``
does it, all or nothing. Rights are asked for each record, as they are for one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Row, Table, func, select

from desktop.processes import deleting, handover, lead_course, sale, sentences
from desktop.processes.foresight import rehearsal
from desktop.processes.runs import runtime
from desktop.processes.runs.world import OPPORTUNITY, SUBJECTS, stages_of
from desktop.sales import (
    access,
    accounts,
    activities,
    articles,
    closing,
    gate,
    leads,
    lookups,
    opportunities,
    orders,
    people,
    tags,
)
from desktop.sales.reading import Reading
from desktop.sales.stages import Stages
from desktop.sales.tables import activity, article
from desktop.store.transaction import Transaction
from desktop.texts import say
from desktop.views.exchange import ClosingAnswer, FieldsQuestion, NeedsFields, Refused
from desktop.views.many import Wanted

MOST = 5_000
"""How many records are changed in one action at most."""

Counts = Counter[str]


TABLES: Mapping[str, Table] = {**deleting.RECORDS, "article": article}
"""The subjects of which many records can be changed at once."""

CHANGES: Mapping[str, tuple[str, ...]] = {
    "owner": ("opportunity", "lead", "activity", "account", "order", "article"),
    "stage": ("opportunity", "lead"),
    "due": ("activity",),
    "tags": tuple(TABLES),
    "delete": tuple(TABLES),
}
"""Which lists offer which changes."""


def check_wanted(reading: Reading, subject: str, ids: Sequence[int], wanted: Wanted) -> None:
    """Refuse what holds for all records alike: an unknown change, nobody to give them to, no stage, no day, no tag."""
    if subject not in CHANGES.get(wanted.change, ()):
        raise Refused("bulk-change-unknown", change=wanted.change)
    access.must_see_all(reading, subject, ids)
    if wanted.change == "delete" and len(ids) > 1 and not access.manages(reading):
        raise Refused("right-manager")
    if len(ids) > MOST:
        raise Refused("bulk-too-many", most=MOST, count=len(ids))
    if wanted.change == "owner":
        if not people.exists(reading, wanted.person):
            raise Refused("person-unknown", field="owner")
    elif wanted.change == "due" and not isinstance(wanted.day, date):
        raise Refused("date-wrong", field="day")
    elif wanted.change == "tags" and not (wanted.add or wanted.remove):
        raise Refused("tag-missing", field="tag")
    elif wanted.change == "stage":
        if subject == "lead":
            lookups.lead_stage_by_code(reading, wanted.stage)
        else:
            Stages.read(reading).by_code(wanted.stage)


def foresee(reading: Reading, subject: str, record_id: int, wanted: Wanted) -> Counts:
    """Return what changing one record would do, in numbers by name. Refused as the change itself would be."""
    access.must_change(reading, subject, record_id)
    if wanted.change == "owner":
        access.must_give(reading, subject, record_id, wanted.person)
    return _FORESEEN[wanted.change](reading, subject, record_id, wanted)


def change(tx: Transaction, subject: str, record_id: int, wanted: Wanted) -> Counts:
    """Change one record and return what that did, in numbers by name."""
    access.must_change(tx, subject, record_id)
    if wanted.change == "owner":
        access.must_give(tx, subject, record_id, wanted.person)
    return _DONE[wanted.change](tx, subject, record_id, wanted)


# owner -----------------------------------------------------------------------------------------------


def _foresee_owner(reading: Reading, subject: str, record_id: int, wanted: Wanted) -> Counts:
    row = _row(reading, subject, record_id)
    _refuse_same_owner(reading, row, wanted)
    if subject not in SUBJECTS:
        return Counter()
    handed = reading.value(
        select(func.count()).where(
            activity.c[f"{subject}_id"] == record_id,
            activity.c.instance_id.is_not(None),
            activity.c.status == activities.PLANNED,
            activity.c.owner_id == row.owner_id,
        )
    )
    return Counter(handed=handed or 0)


def _give(tx: Transaction, subject: str, record_id: int, wanted: Wanted) -> Counts:
    row = _row(tx, subject, record_id)
    _refuse_same_owner(tx, row, wanted)
    fields = {"owner": wanted.person}
    if subject == "opportunity":
        return Counter(handed=handover.to_owner(tx, opportunities.save(tx, record_id, row.version, fields)))
    _SAVED[subject](tx, record_id, row.version, fields)
    return Counter(handed=handover.to_owner(tx, row, subject)) if subject in SUBJECTS else Counter()


def _refuse_same_owner(reading: Reading, row: Row[Any], wanted: Wanted) -> None:
    if row.owner_id == wanted.person:
        raise Refused("bulk-owner-already", owner=people.name_of(reading, row.owner_id))


def owners(reading: Reading, subject: str, ids: Sequence[int]) -> Counts:
    """Return how many of the records belong to whom; the names are the numbers of the people."""
    table = table_of(subject)
    rows = reading.rows(
        select(table.c.owner_id, func.count().label("records"))
        .where(table.c.id.in_(ids), table.c.owner_id.is_not(None))
        .group_by(table.c.owner_id)
    )
    return Counter({str(row.owner_id): row.records for row in rows})


def tell_new_owner(tx: Transaction, subject: str, before: Counts, to: int) -> None:
    """Tell the new owner of many records of whom they were: one message for each former owner, not one for each."""
    if subject in handover.TABLES:
        for former, count in before.items():
            handover.tell_of_work(tx, int(former), to, {subject: count})


# stage -----------------------------------------------------------------------------------------------


def stage_wanted(reading: Reading, subject: str, wanted: Wanted) -> dict[str, object]:
    """Return the name of the stage that is wanted as a parameter of a sentence, nothing where none is."""
    if wanted.change != "stage":
        return {}
    stage = stages_of(reading, subject).by_code(wanted.stage)
    return {"stage": {"en": stage.label("en"), "ru": stage.label("ru")}}


def _foresee_stage(reading: Reading, subject: str, record_id: int, wanted: Wanted) -> Counts:
    if subject == "lead":
        follows = rehearsal.of_stage(reading, record_id, wanted.stage, subject)
        return Counter(
            sales=int(follows.sale is not None),
            cancels=len(follows.cancels),
            creates=len(follows.creates),
        )
    seen = rehearsal.of_stage(reading, record_id, wanted.stage)
    answered = {name for answer in wanted.filled if answer.opportunity == record_id for name in answer.values}
    asks = tuple(name for name in seen.asks if name not in answered)
    if asks and seen.stage_before is not None:
        raise NeedsFields(
            FieldsQuestion(
                opportunity=record_id,
                title=opportunities.title_of(reading, record_id),
                stage_code=seen.stage_before.code,
                stage_label=seen.stage_before.label(reading.language),
                fields=asks,
                labels=sentences.field_labels(reading.language, asks),
            )
        )
    final = seen.stage_after is not None and seen.stage_after.final
    return Counter(
        cancels=len(seen.cancels),
        keeps=len(seen.keeps),
        creates=len(seen.creates),
        ends=int(seen.ends),
        closes=int(final),
        lost=int(final and seen.stage_after is not None and not seen.stage_after.successful),
    )


def _move(tx: Transaction, subject: str, record_id: int, wanted: Wanted) -> Counts:
    if subject == "lead":
        world = lead_course.choose_stage(tx, record_id, wanted.stage).world
        return Counter(sales=int(world.sale_id is not None), cancels=len(world.cancelled), creates=len(world.tasks))
    stage = Stages.read(tx).by_code(wanted.stage)
    answer = None
    if stage.final:  # income and minutes are each one's own, as its closing would propose them
        asked = closing.question(tx, opportunities.read(tx, record_id), stage)
        answer = ClosingAnswer(
            income=asked.income if stage.successful else None,
            spent_minutes=asked.spent_minutes,
            reason=None if stage.successful else wanted.reason,
            competitor="" if stage.successful else wanted.competitor,
        )
    for filled in wanted.filled:
        if filled.opportunity == record_id:
            gate.fill(tx, filled)
    moved = sale.choose_stage(tx, record_id, wanted.stage, answer)
    return Counter(cancels=len(moved.world.cancelled), creates=len(moved.world.tasks))


# due, tags, delete -----------------------------------------------------------------------------------


def _foresee_due(reading: Reading, _subject: str, record_id: int, wanted: Wanted) -> Counts:
    row = activities.read_open(reading, record_id)
    if row.due_at.astimezone(reading.zone).date() == wanted.day:
        raise Refused("bulk-due-already", day=row.due_at)
    return Counter()


def _put_off(tx: Transaction, subject: str, record_id: int, wanted: Wanted) -> Counts:
    """Move an activity to another day at the time of day at which it is due; it takes as long as before."""
    _foresee_due(tx, subject, record_id, wanted)
    row = activities.read_open(tx, record_id)
    assert wanted.day is not None
    was = row.due_at.astimezone(tx.zone)
    due = datetime.combine(wanted.day, was.time(), tx.zone).astimezone(UTC)
    activities.reschedule(tx, record_id, row.start_at + (due - row.due_at), due)
    return Counter()


def _foresee_tags(reading: Reading, subject: str, record_id: int, wanted: Wanted) -> Counts:
    _row(reading, subject, record_id)
    return Counter()


def _mark(tx: Transaction, subject: str, record_id: int, wanted: Wanted) -> Counts:
    _row(tx, subject, record_id)
    tags.change(tx, subject, [record_id], wanted.add, wanted.remove)
    return Counter()


def _foresee_delete(reading: Reading, subject: str, record_id: int, _wanted: Wanted) -> Counts:
    if subject == "article":
        articles.read(reading, record_id)
        return Counter()
    deleting.check(reading, subject, record_id)
    if subject not in SUBJECTS:
        return Counter()
    running = int(bool(runtime.running_on(reading, record_id, subject=subject)))
    if subject != OPPORTUNITY:
        return Counter(runs=running) if running else Counter()
    tasks = reading.value(select(func.count()).where(activity.c.opportunity_id == record_id)) or 0
    return Counter(runs=running, activities=tasks)


def _delete(tx: Transaction, subject: str, record_id: int, _wanted: Wanted) -> Counts:
    if subject == "article":  # it is taken out of the knowledge base: copies of it stay on sales
        articles.remove(tx, record_id)
        return Counter()
    return Counter(along=deleting.delete(tx, subject, record_id))


def table_of(subject: str) -> Table:
    """Return the table of a subject's records. Refused "subject-unknown"."""
    if subject not in TABLES:
        raise Refused("subject-unknown", field="subject", subject=subject)
    return TABLES[subject]


def name_of(reading: Reading, subject: str, record_id: int) -> str:
    """Return what a record is called in a sentence, "" where it is gone."""
    return deleting.name_in(reading, table_of(subject), record_id)


def _row(reading: Reading, subject: str, record_id: int) -> Row[Any]:
    table = table_of(subject)
    row = reading.first(select(table).where(table.c.id == record_id))
    if row is None:
        raise Refused("record-gone")
    return row


_SAVED: Mapping[str, Callable[[Transaction, int, int, Mapping[str, object]], object]] = {
    "lead": leads.save,
    "activity": activities.save,
    "account": accounts.save,
    "order": orders.save,
    "article": articles.save,
}
_FORESEEN: Mapping[str, Callable[[Reading, str, int, Wanted], Counts]] = {
    "owner": _foresee_owner,
    "stage": _foresee_stage,
    "due": _foresee_due,
    "tags": _foresee_tags,
    "delete": _foresee_delete,
}
_DONE: Mapping[str, Callable[[Transaction, str, int, Wanted], Counts]] = {
    "owner": _give,
    "stage": _move,
    "due": _put_off,
    "tags": _mark,
    "delete": _delete,
}


def set_tags(tx: Transaction, subject: str, record_id: int, names: Sequence[str]) -> bool:
    """Let a record have these tags and no others; tell whether that changed anything."""
    access.must_change(tx, subject, record_id)
    _row(tx, subject, record_id)
    wanted = {" ".join(name.split()).casefold() for name in names}
    there = tags.of(tx, subject, [record_id]).get(record_id, ())
    gone = [name for name in there if name.casefold() not in wanted]
    return bool(tags.change(tx, subject, [record_id], names, gone))


def in_row(reading: Reading, name: str, refused: Refused) -> Refused:
    """Return the refusal of one record among many, with its name."""
    reason = say(reading.language, refused.code, refused.parameters, reading.zone)
    return Refused("bulk-row", name=name, reason=reason)
