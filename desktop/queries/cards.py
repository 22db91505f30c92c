"""The open activities of a record as mini-cards (R1), and the results that a task can have (R15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Row, case, select

from desktop.processes.tables import process_definition
from desktop.queries.parts import OPEN, due_state, label_of, next_working_moment, refusing, title_of
from desktop.queries.registry import Reader
from desktop.sales import access
from desktop.sales.tables import account, activity, document, lead, lead_stage, opportunity, opportunity_stage, person
from desktop.texts import say
from desktop.views.exchange import Availability, Ref
from desktop.views.opportunities import MiniCard, ResultChoice

if TYPE_CHECKING:
    from desktop.processes.definitions.definition import TaskSpec

HAND_MADE = "done"
"""The one result of a task that a person has made."""


def open_cards(reader: Reader, condition: ColumnElement[bool], most: int | None = None) -> tuple[MiniCard, ...]:
    """Return a card per open activity that meets the condition, the next due first (R1), at most ``most``."""
    language = reader.language
    statement = (
        select(
            activity,
            title_of(activity, language).label("shown_title"),
            person.c.name.label("owner_name"),
            process_definition.c.hash.label("definition_hash"),
            label_of(process_definition, language).label("process_label"),
            case(
                (activity.c.lead_id.is_(None), label_of(opportunity_stage, language)),
                else_=label_of(lead_stage, language),
            ).label("stage_label"),
            account.c.name.label("account_name"),
            opportunity.c.title.label("opportunity_title"),
            opportunity.c.number.label("opportunity_number"),
            lead.c.title.label("lead_title"),
            lead.c.number.label("lead_number"),
            opportunity.c.owner_id.label("sale_owner_id"),
            lead.c.owner_id.label("lead_owner_id"),
        )
        .join(person, person.c.id == activity.c.owner_id)
        .outerjoin(process_definition, process_definition.c.id == activity.c.definition_id)
        .outerjoin(opportunity_stage, opportunity_stage.c.code == activity.c.stage_code)
        .outerjoin(lead_stage, lead_stage.c.code == activity.c.stage_code)
        .outerjoin(opportunity, opportunity.c.id == activity.c.opportunity_id)
        .outerjoin(account, account.c.id == opportunity.c.account_id)
        .outerjoin(lead, lead.c.id == activity.c.lead_id)
        .where(activity.c.status == "planned", condition)
        .order_by(activity.c.due_at, activity.c.id)
        .limit(most)
    )
    rows = reader.rows(statement)
    judged = access.judge(reader)
    known = _documents(reader, rows)
    cards = (
        _card(reader, row, judged("activity", (row.owner_id, row.sale_owner_id, row.lead_owner_id))) for row in rows
    )
    return tuple(replace(card, **known.get(card.activity_id, {})) for card in cards)


def _documents(reader: Reader, rows: Sequence[Row[Any]]) -> dict[int, dict[str, Any]]:
    """Return for each activity that is about a document its kind, and the newest such document of the sale."""
    about = {}
    for row in rows:
        specification = _specification(reader, row.definition_hash, row.element_id)
        if specification is not None and specification.document and row.opportunity_id is not None:
            about[row.id] = (row.opportunity_id, specification.document)
    if not about:
        return {}
    sales = {sale for sale, _ in about.values()}
    newest = {
        (row.opportunity_id, row.kind): row
        for row in reader.rows(
            select(document.c.id, document.c.opportunity_id, document.c.kind, document.c.number, document.c.state)
            .where(document.c.opportunity_id.in_(sales), document.c.removed_at.is_(None))
            .order_by(document.c.id)
        )
    }
    found: dict[int, dict[str, Any]] = {}
    for activity_id, (sale, kind) in about.items():
        last = newest.get((sale, kind))
        state = "" if last is None else say(reader.language, f"document-state-{last.state}")
        label = "" if last is None else f"{last.number}: {state}"
        found[activity_id] = {
            "document": kind, "document_id": None if last is None else last.id, "document_label": label
        }  # fmt: skip
    return found


def _card(reader: Reader, row: Row[Any], forbidden: str) -> MiniCard:
    doing = refusing(reader, forbidden, owner=row.owner_name) if forbidden else OPEN
    return MiniCard(
        activity_id=row.id,
        kind=row.kind,
        title=row.shown_title,
        start_at=row.start_at,
        due_at=row.due_at,
        due_state=due_state(reader, row.due_at),
        owner=Ref(row.owner_id, row.owner_name),
        process_label=row.process_label or "",
        stage_label=row.stage_label or "",
        subject_label=row.account_name or row.opportunity_title or row.lead_title or "",
        number=row.opportunity_number or row.lead_number or "",
        spent_minutes=row.spent_minutes,
        results=results(reader, row.definition_hash, row.element_id),
        complete=doing,
        reschedule=doing,
        cancel=cancelling(reader, row.instance_id) if doing.enabled else doing,
        knowledge=knowledge(reader, row.definition_hash, row.element_id) if row.opportunity_id else "",
        opportunity=row.opportunity_id,
    )


def cancelling(reader: Reader, instance_id: int | None) -> Availability:
    """Tell whether an open activity can be cancelled: one that a process counts on cannot (R6)."""
    return OPEN if instance_id is None else refusing(reader, "task-belongs-to-process")


def results(reader: Reader, definition: str | None, element_id: str | None) -> tuple[ResultChoice, ...]:
    """Return what the activity can be completed with: its results in the definition of this hash, or "done"."""
    language = reader.language
    specification = _specification(reader, definition, element_id)
    if specification is None:
        return (ResultChoice(HAND_MADE, say(language, "result-done")),)
    when = next_working_moment(reader)
    return tuple(
        ResultChoice(
            code=result.code,
            label=result.label.said(language),
            asks=result.asks,
            when_label=result.when_label.said(language),
            leads=result.leads,
            default_when=when if result.asks == "when" else None,
        )
        for result in specification.results
    )


def knowledge(reader: Reader, definition: str | None, element_id: str | None) -> str:
    """Return the kind of article that an activity chooses from the knowledge base, "" for none."""
    specification = _specification(reader, definition, element_id)
    return "" if specification is None else specification.knowledge


def result_label(reader: Reader, definition: str | None, element_id: str | None, code: str) -> str:
    """Return the label of the result that an activity was completed with, "" for none."""
    if not code:
        return ""
    specification = _specification(reader, definition, element_id)
    if specification is None:
        return say(reader.language, "result-done") if code == HAND_MADE else code
    return next((result.label.said(reader.language) for result in specification.results if result.code == code), code)


def _specification(reader: Reader, definition: str | None, element_id: str | None) -> TaskSpec | None:
    if definition is None or element_id is None:
        return None
    from desktop.processes.definitions import catalogue  # not above: lists of opportunities do without the engine

    return catalogue.by_hash(reader, definition).tasks.get(element_id)
