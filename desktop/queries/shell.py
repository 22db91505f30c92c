"""The window's frame: who is here, counters, what can be undone; processes, notifications, settings, stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, func, make_url, select

from desktop.processes.tables import process_definition
from desktop.queries.parts import OPEN, end_of_today, refusing
from desktop.queries.registry import Reader, query
from desktop.sales import access, people
from desktop.sales import settings as system_settings
from desktop.sales.doors import ALL_MAY
from desktop.sales.tables import activity, lead, lead_stage, notification, opportunity, opportunity_stage
from desktop.store.journal import action_table
from desktop.texts import say, say_packed
from desktop.views.exchange import Place
from desktop.views.shell import NotificationList, NotificationRow, ProcessRow, Settings, Shell, StageRow


@query("shell", reads=ALL_MAY)
def shell(reader: Reader) -> Shell:
    """Return the frame.

    Leads and opportunities are those of the person and of everybody who reports to them; tasks only their own.
    ``due_today`` counts what is to be done by the end of the reader's day, what is overdue included.
    """
    everybody = people.all_people(reader)
    team = people.team_of(reader, reader.person_id)
    set_up = system_settings.read(reader)
    return Shell(
        first_start=not everybody,
        company=set_up.company,
        person=next((row for row in everybody if row.id == reader.person_id), None),
        people=tuple(row for row in everybody if row.active),
        open_leads=_count_open(reader, lead, lead_stage, team),
        open_opportunities=_count_open(reader, opportunity, opportunity_stage, team),
        due_today=_count(
            reader,
            activity,
            and_(
                activity.c.owner_id == reader.person_id,
                activity.c.status == "planned",
                activity.c.due_at < end_of_today(reader),
            ),
        ),
        unread=_unread(reader),
        undo_label=_undo_label(reader),
        database=_database_name(reader.database_url),
        manages=OPEN if access.manages(reader) else refusing(reader, "right-manager"),
        visible_records=set_up.visible_records,
    )


FIRST = "corporate_sale"
"""The process that stands first in the window "Run process": one Enter runs it (L1)."""


@query("processes", reads=ALL_MAY)
def processes(reader: Reader) -> tuple[ProcessRow, ...]:
    """Return every process that can be run, in its newest version: parts of others are left out."""
    table = process_definition
    latest = select(table.c.key, func.max(table.c.number).label("number")).where(table.c.active)
    latest_of = latest.group_by(table.c.key).subquery()
    rows = reader.rows(
        select(
            table.c.key,
            table.c.number,
            table.c.subject,
            table.c.name_en,
            table.c.name_ru,
            table.c.summary_en,
            table.c.summary_ru,
            table.c.pinned,
            table.c.runs_on,
        )
        .join(latest_of, and_(latest_of.c.key == table.c.key, latest_of.c.number == table.c.number))
        .where(table.c.runs_on != "called")
        .order_by(table.c.key != FIRST, table.c.name_en)
    )
    russian = reader.language == "ru"
    return tuple(
        ProcessRow(
            key=row.key,
            label=row.name_ru if russian else row.name_en,
            label_en=row.name_en,
            label_ru=row.name_ru,
            summary=row.summary_ru if russian else row.summary_en,
            version=row.number,
            subject=row.subject,
            pinned=row.pinned,
            runs_on=row.runs_on,
        )
        for row in rows
    )


@query("notifications", reads=ALL_MAY)
def notifications(reader: Reader, limit: int = 100) -> NotificationList:
    """Return the newest messages to the person, in the reader's language; a sale is called as it is called now."""
    rows = reader.rows(
        select(notification)
        .where(notification.c.person_id == reader.person_id)
        .order_by(notification.c.at.desc(), notification.c.id.desc())
        .limit(limit)
    )

    titles = _titles_now(reader, rows)

    def said(row: Row[Any], part: str) -> str:
        known = {**row.parameters, "more": _more(reader, row.parameters)}
        if row.id in titles:
            known |= {name: titles[row.id] for name in _CALLED.get(row.kind, ("opportunity",)) if name in known}
        return say(reader.language, f"notification-{row.kind}{part}", known, reader.zone)

    return NotificationList(
        unread=_unread(reader),
        rows=tuple(
            NotificationRow(
                id=row.id,
                kind=row.kind,
                title=said(row, ""),
                text=said(row, "-text"),
                at=row.at,
                read=row.read_at is not None,
                tone=row.tone,
                place=Place(row.place, row.place_id) if row.place else None,
            )
            for row in rows
        ),
    )


_CALLED: Mapping[str, tuple[str, ...]] = {"won": ("title",), "lost": ("title",)}
"""The parameters that hold an opportunity's title, by the kind of message; "opportunity" in all others."""


def _titles_now(reader: Reader, rows: Sequence[Row[Any]]) -> Mapping[int, str]:
    """Return what the opportunities are called now that messages lead to, by the message's id."""
    tasks = {row.place_id for row in rows if row.place == "activity"}
    sale_of = {
        row.id: row.opportunity_id
        for row in reader.rows(select(activity.c.id, activity.c.opportunity_id).where(activity.c.id.in_(tasks)))
    }
    about = {
        row.id: row.place_id if row.place == "opportunity" else sale_of.get(row.place_id)
        for row in rows
        if row.place in {"opportunity", "activity"}
    }
    sales = {sale for sale in about.values() if sale is not None}
    found = reader.rows(select(opportunity.c.id, opportunity.c.title).where(opportunity.c.id.in_(sales)))
    titles = {row.id: row.title for row in found if row.title}
    return {number: titles[sale] for number, sale in about.items() if sale in titles}


def _more(reader: Reader, parameters: Mapping[str, object]) -> str:
    """Return what a manager is told of a closing besides its amount (R11), each with a space before it."""
    said = []
    for name in ("reason", "competitor"):
        if parameters.get(name):
            said.append(say(reader.language, f"notification-closed-{name}", {name: parameters[name]}))
    minutes = parameters.get("minutes")
    if isinstance(minutes, int) and minutes:
        spent = {"hours": minutes // 60, "minutes": minutes % 60}
        said.append(say(reader.language, "notification-closed-spent", spent))
    return "".join(f" {sentence}" for sentence in said)


@query("settings", reads=ALL_MAY)
def settings(reader: Reader) -> Settings:
    """Return the system settings."""
    return system_settings.read(reader)


@query("stages", reads=ALL_MAY)
def stages(reader: Reader) -> tuple[StageRow, ...]:
    """Return the lookup "Opportunity stages" with how many opportunities stand on each (R10)."""
    table = opportunity_stage
    used = func.count(opportunity.c.id).label("used")
    rows = reader.rows(
        select(table, used)
        .outerjoin(opportunity, opportunity.c.stage_id == table.c.id)
        .group_by(table.c.id)
        .order_by(table.c.number, table.c.id)
    )
    return tuple(
        StageRow(
            id=row.id,
            code=row.code,
            name_en=row.name_en,
            name_ru=row.name_ru,
            number=row.number,
            percent=row.percent,
            days=row.days,
            final=row.final,
            successful=row.successful,
            on_bar=row.on_bar,
            in_funnel=row.in_funnel,
            used=row.used,
            version=row.version,
            description=row.description,
        )
        for row in rows
    )


def _count(reader: Reader, table: Table, condition: ColumnElement[bool]) -> int:
    return int(reader.value(select(func.count()).select_from(table).where(condition)))


def _count_open(reader: Reader, table: Table, stage: Table, owners: tuple[int, ...]) -> int:
    still_open = select(stage.c.id).where(stage.c.final.is_(False))
    return _count(reader, table, and_(table.c.owner_id.in_(owners), table.c.stage_id.in_(still_open)))


def _unread(reader: Reader) -> int:
    mine = and_(notification.c.person_id == reader.person_id, notification.c.read_at.is_(None))
    return _count(reader, notification, mine)


def _undo_label(reader: Reader) -> str:
    table = action_table
    packed = reader.value(
        select(table.c.label)
        .where(
            table.c.person_id == reader.person_id,
            table.c.undoable == 1,
            table.c.undone_by.is_(None),
            table.c.undoes.is_(None),
        )
        .order_by(table.c.id.desc())
        .limit(1)
    )
    return "" if packed is None else say_packed(reader.language, packed, reader.zone)


def _database_name(url: str) -> str:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return parsed.database or ""
    return parsed.render_as_string(hide_password=True)
