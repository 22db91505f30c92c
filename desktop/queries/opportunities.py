"""The page of one opportunity."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, func, select

from desktop.processes.tables import process_definition, process_instance
from desktop.queries.bars import stage_bar
from desktop.queries.cards import open_cards
from desktop.queries.parts import choice, editing, label_of, money, ref, refusing
from desktop.queries.registry import Reader, query
from desktop.sales import currencies, drafts, settings
from desktop.sales.doors import record
from desktop.sales.stages import Stages
from desktop.sales.tables import (
    account,
    activity,
    contact,
    lead,
    lookup_value,
    note,
    opportunity,
    opportunity_stage,
    person,
    stage_history,
)
from desktop.views.exchange import Availability, Money, Ref, Refused
from desktop.views.opportunities import NoteRow, OpportunityFields, OpportunityPage, StageBar

ASKED = (
    "account",
    "decision_maker",
    "need",
    "budget",
    "decision_date",
    "decision_maker_role",
    "need_text",
)
"""The fields that the hint asks to fill in: customer, budget, authority, need and timing."""

CORPORATE_SALE = "corporate_sale"


@query("opportunity_page", reads=record("opportunity"))
def opportunity_page(reader: Reader, id: int) -> OpportunityPage:
    """Return all that the page of one opportunity shows. Refused "record-gone" where there is none of that id."""
    row = _row(reader, id)
    if row is None:
        raise Refused("record-gone")
    edit = editing(reader, "opportunity", id)
    bar = _bar(reader, row, edit)
    fields = _fields(row)
    running = _running(reader, id)
    draft, draft_at = drafts.kept(reader, reader.person_id, "opportunity", id)
    spent = reader.value(select(func.sum(activity.c.spent_minutes)).where(activity.c.opportunity_id == id))
    return OpportunityPage(
        id=id,
        version=row.version,
        number=row.number,
        title=row.title,
        probability=row.probability,
        fields=fields,
        stage_bar=bar,
        cards=open_cards(reader, activity.c.opportunity_id == id),
        missing=() if bar.closed or row.hint_dismissed or not edit.enabled else _missing(fields),
        asked=len(ASKED),
        run_process=refusing(reader, "opportunity-closed", stage=row.stage_label) if bar.closed else edit,
        running_process=running,
        edit=edit,
        lead=ref(row.lead_id, row.lead_title),
        created_at=row.created_at,
        created_by=row.created_name or "",
        spent_minutes=int(spent or 0),
        closed_at=row.closed_at,
        actual_income=money(row.income_minor, row.income_currency),
        closing_reason=row.reason or "",
        competitor=row.competitor,
        notes=notes_of(reader, note.c.opportunity_id == id),
        draft=draft,
        draft_at=draft_at,
        closed_minutes=row.closed_minutes,
        days_in_funnel=max(0, ((row.closed_at or reader.now) - row.created_at).days),
        amount_in_default=_in_default(reader, money(row.amount_minor, row.amount_currency)),
    )


def _in_default(reader: Reader, amount: Money | None) -> Money | None:
    """Return an amount of another currency in the default one, at the rate of the reader's day."""
    default = settings.read(reader).default_currency
    if amount is None or amount.currency == default:
        return None
    today = reader.now.astimezone(reader.zone).date()
    return currencies.Rates.read(reader).convert(amount, default, today)


def _row(reader: Reader, opportunity_id: int) -> Row[Any] | None:
    language = reader.language
    decision_maker = contact.alias("decision_maker")
    creator = person.alias("creator")
    need, category, source, reason = (lookup_value.alias(name) for name in ("need", "category", "source", "reason"))
    return reader.first(
        select(
            opportunity,
            account.c.name.label("account_name"),
            contact.c.name.label("contact_name"),
            decision_maker.c.name.label("decision_maker_name"),
            person.c.name.label("owner_name"),
            creator.c.name.label("created_name"),
            lead.c.title.label("lead_title"),
            need.c.code.label("need_code"),
            label_of(need, language).label("need_label"),
            category.c.code.label("category_code"),
            label_of(category, language).label("category_label"),
            source.c.code.label("source_code"),
            label_of(source, language).label("source_label"),
            label_of(reason, language).label("reason"),
            label_of(opportunity_stage, language).label("stage_label"),
        )
        .join(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
        .join(person, person.c.id == opportunity.c.owner_id)
        .outerjoin(account, account.c.id == opportunity.c.account_id)
        .outerjoin(contact, contact.c.id == opportunity.c.contact_id)
        .outerjoin(decision_maker, decision_maker.c.id == opportunity.c.decision_maker_id)
        .outerjoin(creator, creator.c.id == opportunity.c.created_by)
        .outerjoin(lead, lead.c.id == opportunity.c.lead_id)
        .outerjoin(need, need.c.id == opportunity.c.need_id)
        .outerjoin(category, category.c.id == opportunity.c.category_id)
        .outerjoin(source, source.c.id == opportunity.c.source_id)
        .outerjoin(reason, reason.c.id == opportunity.c.closing_reason_id)
        .where(opportunity.c.id == opportunity_id)
    )


def _fields(row: Row[Any]) -> OpportunityFields:
    return OpportunityFields(
        title=row.title,
        account=ref(row.account_id, row.account_name),
        contact=ref(row.contact_id, row.contact_name),
        decision_maker=ref(row.decision_maker_id, row.decision_maker_name),
        decision_maker_role=row.decision_maker_role,
        need=choice(row.need_id, row.need_code, row.need_label),
        need_text=row.need_text,
        category=choice(row.category_id, row.category_code, row.category_label),
        owner=Ref(row.owner_id, row.owner_name),
        source=choice(row.source_id, row.source_code, row.source_label),
        amount=money(row.amount_minor, row.amount_currency),
        budget=money(row.budget_minor, row.budget_currency),
        budget_confirmed=row.budget_confirmed,
        decision_date=row.decision_date,
        expected_close=row.expected_close,
        tactics=row.tactics,
    )


def _missing(fields: OpportunityFields) -> tuple[str, ...]:
    missing = tuple(name for name in ASKED if getattr(fields, name) in (None, ""))
    return tuple(name for name in missing if name != "account") if fields.contact else missing


def _bar(reader: Reader, row: Row[Any], edit: Availability) -> StageBar:
    stages = Stages.read(reader).all
    off_bar = reader.rows(select(opportunity_stage.c.id).where(opportunity_stage.c.on_bar.is_(False)))
    visited = reader.rows(select(stage_history.c.stage_id).where(stage_history.c.opportunity_id == row.id).distinct())
    return stage_bar(
        reader,
        stages,
        row.stage_id,
        percents={stage.id: stage.percent for stage in stages},
        visited={found.stage_id for found in visited},
        off_bar={found.id for found in off_bar},
        edit=edit,
    )


def _running(reader: Reader, opportunity_id: int) -> str:
    """Return the name of the corporate sale that runs on the opportunity, "" where none does."""
    found = reader.value(
        select(label_of(process_definition, reader.language))
        .join(process_instance, process_instance.c.definition_id == process_definition.c.id)
        .where(
            process_instance.c.subject == "opportunity",
            process_instance.c.subject_id == opportunity_id,
            process_instance.c.definition_key == CORPORATE_SALE,
            process_instance.c.status == "running",
        )
        .limit(1)
    )
    return str(found or "")


def notes_of(reader: Reader, condition: Any) -> tuple[NoteRow, ...]:
    """Return the notes that meet the condition, the newest first."""
    rows = reader.rows(
        select(note.c.id, note.c.text, note.c.created_at, person.c.name)
        .outerjoin(person, person.c.id == note.c.created_by)
        .where(condition)
        .order_by(note.c.created_at.desc(), note.c.id.desc())
    )
    return tuple(NoteRow(row.id, row.text, row.name or "", row.created_at) for row in rows)
