"""Records that may be the same: while one types, in the whole workspace, and side by side before they are merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from desktop.queries.labels import Labels
from desktop.queries.parts import label_of
from desktop.queries.registry import Reader, query
from desktop.sales import access, duplicates, merging
from desktop.sales.doors import VISIBLE
from desktop.sales.duplicates import Alike
from desktop.sales.tables import account, activity, contact, lead, lead_stage, opportunity, sales_order
from desktop.texts import say
from desktop.views.duplicates import MergeField, MergeRecord, MergeSheet, Suspect, SuspectGroup, SuspectList
from desktop.views.exchange import Refused

GROUPS = 100
"""The most groups that are shown at once."""


@query("suspects", reads=VISIBLE)
def suspects(reader: Reader, subject: str, fields: Mapping[str, str], id: int | None = None) -> tuple[Suspect, ...]:
    """Return at most 5 accounts, contacts or leads that may be the one these texts describe, the surest first.

    ``fields`` are keys of its Fields (name, email, phone; of a lead also account_name and contact_name); ``id`` is the
    record itself, if it is there already. Pairs that were told apart are left out.
    """
    found = duplicates.similar(reader.connection, subject, fields, but=id, most=10)
    if id is not None and found:
        apart = duplicates.apart_from(reader, subject, id)
        found = tuple(one for one in found if one.record not in apart)
    return _said(reader, subject, found[:5])


@query("suspect_groups", reads=VISIBLE)
def suspect_groups(reader: Reader, subject: str) -> SuspectList:
    """Return the groups of accounts, contacts or leads that may be the same, the surest first, at most 100."""
    found = duplicates.groups(reader, reader.connection, subject, GROUPS + 1)
    shown = found[:GROUPS]
    told = {one.id: one for one in _said(reader, subject, [one for group in shown for one in group])}
    groups = []
    for group in shown:
        records = tuple(told[one.record] for one in group if one.record in told)
        if len(records) > 1:
            groups.append(SuspectGroup(records, max(records, key=lambda one: one.score).why))
    return SuspectList(tuple(groups), len(found) > GROUPS)


@query("merge_sheet", reads=VISIBLE)
def merge_sheet(reader: Reader, subject: str, ids: Sequence[int]) -> MergeSheet:
    """Return records side by side, field by field. Refused "record-gone", and "merge-nothing" for fewer than two."""
    table = duplicates.checked(subject)
    wanted = tuple(dict.fromkeys(ids))
    if len(wanted) < 2:
        raise Refused("merge-nothing")
    for number in wanted:
        access.must_see(reader, subject, number)
    found = {row.id: row for row in reader.rows(select(table).where(table.c.id.in_(wanted)))}
    if len(found) < len(wanted):
        raise Refused("record-gone")
    rows = [found[number] for number in wanted]
    weights = {row.id: _weight(reader, subject, row.id) for row in rows}
    keep = max(rows, key=lambda row: (sum(weights[row.id].values()), -row.id)).id
    labels = Labels(reader)
    fields = []
    for name, columns in merging.FIELDS[subject].items():
        texts = tuple(labels.text(table, row, columns) for row in rows)
        filled = [row.id for row, text in zip(rows, texts, strict=True) if text]
        chosen = keep if keep in filled or not filled else filled[0]
        fields.append(MergeField(name, labels.field(name), texts, chosen, name in merging.LONG))
    records = tuple(
        MergeRecord(row.id, row.version, merging.name_of(subject, row), _facts(reader, weights[row.id]), row.created_at)
        for row in rows
    )
    return MergeSheet(subject, records, tuple(fields), keep)


def _weight(reader: Reader, subject: str, record: int) -> dict[str, int]:
    counted = {
        "account": {
            "opportunities": opportunity.c.account_id,
            "contacts": contact.c.account_id,
            "activities": activity.c.account_id,
            "orders": sales_order.c.account_id,
        },
        "contact": {"opportunities": opportunity.c.contact_id, "activities": activity.c.contact_id},
        "lead": {"opportunities": opportunity.c.lead_id, "activities": activity.c.lead_id},
    }[subject]
    return {
        name: int(reader.value(select(func.count()).select_from(column.table).where(column == record)))
        for name, column in counted.items()
    }


def _facts(reader: Reader, weights: Mapping[str, int]) -> str:
    said = [_say(reader, f"merge-{name}", count=count) for name, count in weights.items() if count]
    return ", ".join(said) or _say(reader, "merge-unused")


# What a suspected record is ------------------------------------------------------------------------


def _said(reader: Reader, subject: str, found: Sequence[Alike]) -> tuple[Suspect, ...]:
    rows = _rows(reader, subject, [one.record for one in found])
    told = []
    for one in found:
        if one.record in rows:
            label, detail = rows[one.record]
            why = ", ".join(_say(reader, _reason(subject, reason)) for reason in one.reasons)
            told.append(Suspect(subject, one.record, label, detail, why, one.score))
    return tuple(told)


def _rows(reader: Reader, subject: str, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return label and details of the records by their ids; those that the reader does not see are left out."""
    statement: Any
    if subject == "account":
        statement = select(
            account.c.id, account.c.name.label("label"), account.c.address, account.c.phone, account.c.email
        )
    elif subject == "contact":
        statement = select(
            contact.c.id,
            contact.c.name.label("label"),
            contact.c.job_title,
            account.c.name.label("account"),
            contact.c.phone,
            contact.c.email,
        ).outerjoin(account, account.c.id == contact.c.account_id)
    else:
        statement = (
            select(
                lead.c.id,
                func.coalesce(func.nullif(lead.c.title, ""), lead.c.number).label("label"),
                lead.c.number,
                func.coalesce(account.c.name, lead.c.account_name).label("customer"),
                func.coalesce(contact.c.name, lead.c.contact_name).label("who"),
                label_of(lead_stage, reader.language).label("stage"),
                lead.c.phone,
                lead.c.email,
            )
            .join(lead_stage, lead_stage.c.id == lead.c.stage_id)
            .outerjoin(account, account.c.id == lead.c.account_id)
            .outerjoin(contact, contact.c.id == lead.c.contact_id)
        )
    table = duplicates.TABLES[subject]
    rows = reader.rows(statement.where(table.c.id.in_(list(ids)), *access.visible(reader, table))) if ids else ()
    return {row.id: (row.label, " · ".join(str(part) for part in list(row)[2:] if part)) for row in rows}


def _reason(subject: str, reason: str) -> str:
    """Return the sentence for a reason: a person's name is another word than a company's in Russian."""
    return f"suspect-{reason}-contact" if subject == "contact" and reason in ("name", "alike") else f"suspect-{reason}"


def _say(reader: Reader, code: str, **parameters: object) -> str:
    return say(reader.language, code, parameters, reader.zone)
