"""The history of one record from the journal: who changed what, when, from which value to which.

Entries are found by (table, row), which is indexed; nothing but the part asked for is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from textwrap import shorten
from typing import Any

from sqlalchemy import Column, Date, Row, Select, Table, select

from desktop.processes.tables import process_definition
from desktop.queries.cards import result_label
from desktop.queries.registry import Reader, query
from desktop.sales import access, line_amounts
from desktop.sales.doors import record_named
from desktop.sales.tables import (
    activity,
    attachment,
    document,
    feed_comment,
    merged_record,
    note,
    opportunity_competitor,
    opportunity_line,
    order_payment,
    participant,
    person,
    sales_order,
    sales_order_line,
)
from desktop.store.base import Utc, metadata
from desktop.store.journal import action_table, entry_table
from desktop.texts import knows, say
from desktop.views import formatted
from desktop.views.exchange import FieldValue, Money
from desktop.views.history import HistoryPart, HistoryRow, LastChange

PART = 60
"""How many entries of the journal one part reads at most from each table."""

SUBJECTS = ("opportunity", "lead", "account", "contact", "activity", "order", "product", "article")
TABLES = {"order": "sales_order"}
"""Subjects whose table has another name."""
RELATED: dict[str, tuple[tuple[Table, Column[Any]], ...]] = {
    "opportunity": (
        (activity, activity.c.opportunity_id),
        (note, note.c.opportunity_id),
        (participant, participant.c.opportunity_id),
        (opportunity_competitor, opportunity_competitor.c.opportunity_id),
        (attachment, attachment.c.record_id),
        (feed_comment, feed_comment.c.opportunity_id),
        (opportunity_line, opportunity_line.c.opportunity_id),
        (sales_order, sales_order.c.opportunity_id),
        (document, document.c.opportunity_id),
    ),
    "article": ((attachment, attachment.c.record_id),),
    "lead": (
        (activity, activity.c.lead_id),
        (note, note.c.lead_id),
        (attachment, attachment.c.record_id),
        (merged_record, merged_record.c.record_id),
    ),
    "account": (
        (activity, activity.c.account_id),
        (attachment, attachment.c.record_id),
        (merged_record, merged_record.c.record_id),
    ),
    "contact": (
        (activity, activity.c.contact_id),
        (attachment, attachment.c.record_id),
        (merged_record, merged_record.c.record_id),
    ),
    "order": (
        (sales_order_line, sales_order_line.c.sales_order_id),
        (order_payment, order_payment.c.sales_order_id),
    ),
}
"""Whose rows belong to a record's history, by an indexed column that names the record."""

_EXCERPT = 160

UNSAID = frozenset(
    {
        "id", "version", "created_at", "created_by", "stage_since", "hint_dismissed", "closed_at", "closed_by",
        "source_key", "number", "opportunity_id", "lead_id", "product_id", "probability", "done_at", "done_by",
        "removed_at", "subject", "record_id", "article_id", "words", "changed_at", "size", "sha256", "closing_checked",
        "unit", "code", "currency", "total_minor", "sales_order_id", "gone_id", "nurture_activity_id",
        "edits", "template_id",
    }
)  # fmt: skip
"""Columns that follow from something that is said, or that mean nothing to a person."""


@query("history", reads=record_named("subject", "id"))
def history(reader: Reader, subject: str, id: int, kind: str = "all", before: int | None = None) -> HistoryPart:
    """Return a part of a record's history, the newest first; ``before`` is what the part before named as ``further``.

    ``subject`` is one of SUBJECTS; ``kind`` one of KINDS.
    """
    if subject not in SUBJECTS:
        raise ValueError(f"no history of {subject!r}")
    told = _Told(reader, subject)
    rows: list[HistoryRow] = []
    while True:
        entries, more = _entries(reader, subject, id, kind, before)
        rows += [row for row in told.rows(entries) if kind in ("all", row.kind)]
        before = entries[-1].id if entries and more else None
        if before is None or len(rows) >= PART // 2:
            return HistoryPart(tuple(rows), before)


@query("last_changes", reads=record_named("subject", "id"))
def last_changes(reader: Reader, subject: str, id: int, fields: tuple[str, ...]) -> tuple[LastChange, ...]:
    """Return who has changed each of these fields of a record last; fields not changed lately are left out."""
    if TABLES.get(subject, subject) not in metadata.tables:
        raise ValueError(f"no history of {subject!r}")
    rows = reader.rows(statement(metadata.tables[TABLES.get(subject, subject)], entry_table.c.row_id == id, None))
    people = {row.id: row.name for row in reader.rows(select(person.c.id, person.c.name))}
    found: dict[str, LastChange] = {}
    for row in rows:
        for column in row.after or ():
            name = field_of(column)
            if name in fields and name not in found:
                found[name] = LastChange(name, people.get(row.person_id, ""), row.at)
    return tuple(found.values())


def statement(table: Table, rows: Any, before: int | None) -> Select[Any]:
    """Return the select of the newest entries about these rows of a table, by the index of (table, row)."""
    found = (
        select(entry_table, action_table.c.at, action_table.c.person_id, action_table.c.undone_by)
        .join(action_table, action_table.c.id == entry_table.c.action_id)
        .where(entry_table.c.table_name == table.name, rows)
        .order_by(entry_table.c.id.desc())
        .limit(PART)
    )
    return found if before is None else found.where(entry_table.c.id < before)


def _entries(
    reader: Reader, subject: str, record: int, kind: str, before: int | None
) -> tuple[Sequence[Row[Any]], bool]:
    own = metadata.tables[TABLES.get(subject, subject)]
    sources: list[tuple[Table, Any]] = []
    if kind in ("all", "field", "stage"):
        sources.append((own, entry_table.c.row_id == record))
    for table, link in RELATED.get(subject, ()):
        if kind in ("all", _kind_of(table)):
            own_rows = select(table.c.id).where(link == record)
            if "subject" in table.c:
                own_rows = own_rows.where(table.c.subject == subject)
            if table is activity:
                own_rows = own_rows.where(*access.visible(reader, activity))
            sources.append((table, entry_table.c.row_id.in_(own_rows)))
    found: list[Row[Any]] = []
    more = False
    for table, rows in sources:
        part = reader.rows(statement(table, rows, before))
        more = more or len(part) == PART
        found += part
    found.sort(key=lambda entry: -entry.id)
    return found[:PART], more or len(found) > PART


def _kind_of(table: Table) -> str:
    return {"activity": "task", "note": "note", "feed_comment": "note"}.get(table.name, "related")


class _Told:
    """Says entries of the journal in the reader's language."""

    def __init__(self, reader: Reader, subject: str) -> None:
        self._reader = reader
        self._subject = TABLES.get(subject, subject)
        self._names: dict[tuple[str, int], str] = {}
        self._people: dict[int, str] = {}
        self._tasks: dict[int, Row[Any]] = {}

    def rows(self, entries: Sequence[Row[Any]]) -> Iterator[HistoryRow]:
        """Yield the changes that the entries tell of."""
        self._learn(entries)
        for entry in entries:
            yield from self._said(entry)

    def _say(self, code: str, **parameters: object) -> str:
        return say(self._reader.language, code, parameters, self._reader.zone)

    def _said(self, entry: Row[Any]) -> Iterator[HistoryRow]:
        if entry.table_name == "activity":
            yield from self._task(entry)
        elif entry.table_name == self._subject:
            yield from self._own(entry)
        else:
            yield from self._related(entry)

    def _row(
        self, entry: Row[Any], kind: str, what: str, before: FieldValue, after: FieldValue, *, comment: str = ""
    ) -> HistoryRow:
        who = self._people.get(entry.person_id, "") if entry.person_id is not None else self._say("why-program")
        return HistoryRow(entry.at, who, kind, what, before, after, comment, entry.undone_by is not None)

    def _own(self, entry: Row[Any]) -> Iterator[HistoryRow]:
        if entry.kind == "insert":
            name = entry.after.get("title") or entry.after.get("name") or ""
            yield self._row(entry, "field", self._say("history-created"), None, name)
        elif entry.kind == "update":
            for name, before, after in self._changes(entry):
                kind = "stage" if name == "stage" else "field"
                yield self._row(entry, kind, self._say(f"history-field-{name}"), before, after)

    def _task(self, entry: Row[Any]) -> Iterator[HistoryRow]:
        row = self._tasks.get(entry.row_id)
        if row is None or entry.kind == "delete":
            return
        title = row.title_ru if self._reader.language == "ru" and row.title_ru else row.title
        after = entry.after
        status = after.get("status")
        if entry.kind == "insert":
            due = datetime.fromisoformat(after["due_at"])
            yield self._row(entry, "task", self._say("history-task-created", task=title), None, due)
        elif status in ("done", "cancelled"):
            code = after.get("result_code", "")
            result = result_label(self._reader, row.definition_hash, row.element_id, code) if status == "done" else ""
            what = self._say(f"history-task-{status}", task=title)
            yield self._row(entry, "task", what, None, result, comment=after.get("comment") or "")
        elif status == "planned":
            yield self._row(entry, "task", self._say("history-task-reopened", task=title), None, None)
        else:
            for name, old, new in self._changes(entry):
                field = self._say(f"history-field-{name}")
                alone = self._subject == "activity"
                what = field if alone else self._say("history-task-field", task=title, field=field)
                yield self._row(entry, "task", what, old, new)

    def _related(self, entry: Row[Any]) -> Iterator[HistoryRow]:
        table = metadata.tables[entry.table_name]
        kind = _kind_of(table)
        said = self._say(f"history-{entry.table_name}")
        if entry.kind == "insert":
            yield self._row(entry, kind, said, None, self._name_in(table, entry.after))
        elif entry.kind == "update" and "removed_at" in entry.after:
            gone = entry.after["removed_at"] is not None
            name = self._name_in(table, self._current(table, entry.row_id))
            yield self._row(entry, kind, said, name if gone else None, None if gone else name)
        elif entry.kind == "update":
            for name, before, after in self._changes(entry):
                label = self._say(f"history-field-{name}")
                about = self._name_in(table, self._current(table, entry.row_id))
                what = self._say("history-related-field", what=said, name=about, field=label)
                yield self._row(entry, kind, what, before, after)

    def _current(self, table: Table, row_id: int) -> Mapping[str, Any]:
        row = self._reader.first(select(table).where(table.c.id == row_id))
        return {} if row is None else dict(row._mapping)

    def _name_in(self, table: Table, values: Mapping[str, Any]) -> str:
        """Return what a related row is called: the text or name in it, or that of the record it names."""
        for column in ("text", "name", "number"):
            if values.get(column):
                return str(values[column])
        for column in ("contact_id", "competitor_id"):
            if values.get(column) is not None:
                return str(self._value(table, column, values[column]) or "")
        return ""

    def _changes(self, entry: Row[Any]) -> Iterator[tuple[str, FieldValue, FieldValue]]:
        """Yield the fields that an update changed: an amount is one field, though it fills two columns."""
        table = metadata.tables[entry.table_name]
        done: set[str] = set()
        for column in entry.after:
            name = field_of(column)
            if name in done or _is_unsaid(table, column) or not knows(f"history-field-{name}"):
                continue
            done.add(name)
            if column.endswith(("_minor", "_currency")):
                current = self._current(table, entry.row_id)
                yield name, _amount(entry.before, name, current), _amount(entry.after, name, current)
            else:
                yield (
                    name,
                    self._value(table, column, entry.before[column]),
                    self._value(table, column, entry.after[column]),
                )

    def _value(self, table: Table, column: str, value: Any) -> FieldValue:
        kind = table.c[column]
        if value is None:
            return None
        for key in kind.foreign_keys:
            return self._named(key.column.table, int(value))
        if isinstance(kind.type, Utc):
            return datetime.fromisoformat(value)
        if isinstance(kind.type, Date):
            return date.fromisoformat(value)
        if column in ("quantity_milli", "discount_points", "share_points"):
            number = line_amounts.quantity_of(value) if column == "quantity_milli" else line_amounts.percent_of(value)
            text = str(number).replace(".", "," if self._reader.language == "ru" else ".")
            return text if column == "quantity_milli" else f"{text} %"
        if column == "body":
            return shorten(formatted.words(value), _EXCERPT, placeholder=" ...")
        if column == "state":
            return self._say(f"document-state-{value}")
        if column == "language":
            return self._say(f"article-language-{value}") if value else ""
        if column == "kind" and knows(f"history-kind-{value}"):
            return self._say(f"history-kind-{value}")
        known: FieldValue = value
        return known

    # names of what entries refer to

    def _learn(self, entries: Sequence[Row[Any]]) -> None:
        wanted = {entry.person_id for entry in entries if entry.person_id is not None} - set(self._people)
        if wanted:
            rows = self._reader.rows(select(person.c.id, person.c.name).where(person.c.id.in_(wanted)))
            self._people.update({row.id: row.name for row in rows})
        tasks = {entry.row_id for entry in entries if entry.table_name == "activity"} - set(self._tasks)
        if tasks:
            rows = self._reader.rows(
                select(
                    activity.c.id, activity.c.title, activity.c.title_ru, activity.c.element_id,
                    process_definition.c.hash.label("definition_hash"),
                )
                .outerjoin(process_definition, process_definition.c.id == activity.c.definition_id)
                .where(activity.c.id.in_(tasks))
            )  # fmt: skip
            self._tasks.update({row.id: row for row in rows})

    def _named(self, table: Table, row_id: int) -> str:
        key = (table.name, row_id)
        if key not in self._names:
            row = self._reader.first(select(table).where(table.c.id == row_id))
            self._names[key] = "" if row is None else self._label(dict(row._mapping))
        return self._names[key]

    def _label(self, values: Mapping[str, Any]) -> str:
        wanted: Iterable[str] = ("name_ru",) if self._reader.language == "ru" else ()
        for column in (*wanted, "name_en", "name", "title", "number"):
            if values.get(column):
                return str(values[column])
        return ""


def _is_unsaid(table: Table, column: str) -> bool:
    return column in UNSAID and not (table.name == "product" and column in ("unit", "code"))


def field_of(column: str) -> str:
    """Return the name of the field that a column belongs to: "stage" of stage_id, "budget" of budget_minor."""
    for ending in ("_minor", "_currency", "_id"):
        if column.endswith(ending):
            return column.removesuffix(ending)
    return column


def _amount(values: Mapping[str, Any], name: str, current: Mapping[str, Any]) -> Money | None:
    """Return an amount; where one of its two columns did not change, that of today stands for it."""
    minor = values.get(f"{name}_minor", current.get(f"{name}_minor"))
    currency = values.get(f"{name}_currency", current.get(f"{name}_currency"))
    return None if minor is None or currency is None else Money(minor, currency)
