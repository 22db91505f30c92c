"""Views of lists that people save: what a list is narrowed to, which columns it shows, how it is sorted.

A view is private or shared; only its owner, or an administrator, changes a shared one [ours].
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, or_, select

from desktop.sales import people
from desktop.sales.reading import Reading
from desktop.sales.tables import person, saved_view, usual_view
from desktop.store.transaction import Transaction
from desktop.views.conditions import Condition, ConditionValue, ViewColumn, ViewContent
from desktop.views.exchange import Money, Refused

NAME_LIMIT = 100
SAVED = "saved:"


def visible(source: Reading, subject: str) -> list[Row[Any]]:
    """Return the rows of the views of a list that the person who looks may choose, by name."""
    rows = source.rows(
        select(saved_view, person.c.name.label("owner"))
        .outerjoin(person, person.c.id == saved_view.c.owner_id)
        .where(
            saved_view.c.subject == subject,
            or_(saved_view.c.shared, saved_view.c.owner_id == (source.person_id or 0)),
        )
    )
    return sorted(rows, key=lambda row: (row.name.casefold(), row.id))


def create(tx: Transaction, subject: str, name: object, content: ViewContent, shared: bool) -> int:
    """Keep a view and return its id. Refused "name-missing" and "view-exists" naming the field ``name``."""
    return tx.insert(
        saved_view,
        {
            "subject": subject,
            "name": _checked_name(tx, subject, name),
            "owner_id": tx.person_id,
            "shared": bool(shared),
            "content": packed(content),
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )


def save(
    tx: Transaction,
    view_id: int,
    *,
    name: object = None,
    content: ViewContent | None = None,
    shared: bool | None = None,
) -> Row[Any]:
    """Change a view's name, what it keeps, or whether others see it, and return its row as it was.

    Refused "record-gone", "view-not-yours", "name-missing", "view-exists".
    """
    row = read(tx, view_id)
    refuse_changing(tx, row)
    values: dict[str, Any] = {}
    if name is not None:
        values["name"] = _checked_name(tx, row.subject, name, but=view_id)
    if content is not None:
        values["content"] = packed(content)
    if shared is not None:
        values["shared"] = bool(shared)
    tx.update(saved_view, view_id, values)
    return row


def remove(tx: Transaction, view_id: int) -> Row[Any]:
    """Delete a view and return its row; who opened the list with it opens it as it is at first from now on."""
    row = read(tx, view_id)
    refuse_changing(tx, row)
    for found in tx.rows(select(usual_view.c.id).where(usual_view.c.view == f"{SAVED}{view_id}")):
        tx.delete(usual_view, found.id)
    tx.delete(saved_view, view_id)
    return row


def read(source: Reading, view_id: int) -> Row[Any]:
    """Return the row of a view. Refused "record-gone" where there is none, or it is another person's own."""
    row = source.first(select(saved_view).where(saved_view.c.id == view_id))
    if row is None or (not row.shared and row.owner_id != source.person_id):
        raise Refused("record-gone")
    return row


def refuse_changing(source: Reading, row: Row[Any]) -> None:
    """Refuse "view-not-yours" to everybody but the view's owner and administrators."""
    if row.owner_id == source.person_id:
        return
    role = source.value(select(person.c.role).where(person.c.id == source.person_id, person.c.active))
    if role != "administrator":
        owner = "" if row.owner_id is None else people.name_of(source, row.owner_id)
        raise Refused("view-not-yours", owner=owner)


def usual(source: Reading, subject: str) -> str:
    """Return the key of the view that the person opens a list with, "" for the list as it is at first."""
    key = source.value(
        select(usual_view.c.view).where(
            usual_view.c.person_id == (source.person_id or 0), usual_view.c.subject == subject
        )
    )
    return str(key or "")


def keep_usual(tx: Transaction, subject: str, key: str) -> None:
    """Remember the view that the person opens a list with; "" forgets it."""
    if tx.person_id is None:
        raise Refused("nobody-acts")
    row_id = tx.value(
        select(usual_view.c.id).where(usual_view.c.person_id == tx.person_id, usual_view.c.subject == subject)
    )
    if row_id is None:
        if key:
            tx.insert(usual_view, {"person_id": tx.person_id, "subject": subject, "view": key})
    elif key:
        tx.update(usual_view, row_id, {"view": key})
    else:
        tx.delete(usual_view, row_id)


def _checked_name(tx: Transaction, subject: str, name: object, but: int = 0) -> str:
    text = people.checked_text(name, "name", required="name-missing", limit=NAME_LIMIT)
    for row in visible(tx, subject):
        if row.id != but and row.name.casefold() == text.casefold():
            raise Refused("view-exists", field="name", name=row.name)
    return text


# as JSON -------------------------------------------------------------------------------------------


def packed(content: ViewContent) -> dict[str, Any]:
    """Return what a view keeps as JSON knows it."""
    return {
        "scope": content.scope,
        "state": content.state,
        "text": content.text,
        "stages": list(content.stages),
        "match": content.match,
        "conditions": [
            {"field": one.field, "operator": one.operator, "values": [_kept(value) for value in one.values]}
            for one in content.conditions
        ],
        "columns": [[column.name, column.width] for column in content.columns],
        "sort": content.sort,
        "descending": content.descending,
    }


def unpacked(kept: Mapping[str, Any]) -> ViewContent:
    """Return what a view keeps; what an older version did not know is as at first."""
    return ViewContent(
        scope=str(kept.get("scope", "all")),
        state=str(kept.get("state", "open")),
        text=str(kept.get("text", "")),
        stages=tuple(kept.get("stages", ())),
        conditions=tuple(
            Condition(one["field"], one["operator"], tuple(_value(value) for value in one.get("values", ())))
            for one in kept.get("conditions", ())
        ),
        match=str(kept.get("match", "all")),
        columns=tuple(ViewColumn(str(name), int(width)) for name, width in kept.get("columns", ())),
        sort=str(kept.get("sort", "")),
        descending=bool(kept.get("descending", False)),
    )


def _kept(value: ConditionValue) -> object:
    if isinstance(value, Money):
        return {"minor": value.minor, "currency": value.currency}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _value(kept: Any) -> ConditionValue:
    if isinstance(kept, Mapping):
        return date.fromisoformat(kept["day"]) if "day" in kept else Money(int(kept["minor"]), str(kept["currency"]))
    return kept if isinstance(kept, str | int) else None
