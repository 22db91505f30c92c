"""The page of one lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from desktop.processes.tables import process_definition, process_instance
from desktop.queries.bars import stage_bar
from desktop.queries.cards import open_cards
from desktop.queries.parts import OPEN, choice, editing, label_of, money, ref, refusing
from desktop.queries.registry import Reader, query
from desktop.sales import drafts, lead_distribution, lookups
from desktop.sales.doors import ALL_MAY, record
from desktop.sales.lookups import LeadStage
from desktop.sales.tables import account, activity, contact, lead, lookup_value, opportunity, person
from desktop.views.exchange import Availability, Ref, Refused
from desktop.views.records import Assignee, Disqualified, LeadFields, LeadPage, PutAside

LEAD_HANDOVER = "lead_handover"


@query("lead_page", reads=record("lead"))
def lead_page(reader: Reader, id: int) -> LeadPage:
    """Return all that the page of one lead shows. Refused "record-gone" where there is none of that id."""
    language = reader.language
    creator = person.alias("creator")
    need, source = (lookup_value.alias(name) for name in ("need", "source"))
    reason = lookup_value.alias("reason")
    row = reader.first(
        select(
            lead,
            account.c.name.label("known_account"),
            contact.c.name.label("known_contact"),
            person.c.name.label("owner_name"),
            creator.c.name.label("created_name"),
            opportunity.c.title.label("opportunity_title"),
            opportunity.c.number.label("opportunity_number"),
            need.c.code.label("need_code"),
            label_of(need, language).label("need_label"),
            source.c.code.label("source_code"),
            label_of(source, language).label("source_label"),
            label_of(reason, language).label("reason_label"),
            activity.c.status.label("call_status"),
        )
        .join(person, person.c.id == lead.c.owner_id)
        .outerjoin(account, account.c.id == lead.c.account_id)
        .outerjoin(contact, contact.c.id == lead.c.contact_id)
        .outerjoin(creator, creator.c.id == lead.c.created_by)
        .outerjoin(opportunity, opportunity.c.id == lead.c.opportunity_id)
        .outerjoin(need, need.c.id == lead.c.need_id)
        .outerjoin(source, source.c.id == lead.c.source_id)
        .outerjoin(reason, reason.c.id == lead.c.disqualification_reason_id)
        .outerjoin(activity, activity.c.id == lead.c.nurture_activity_id)
        .where(lead.c.id == id)
    )
    if row is None:
        raise Refused("record-gone")
    edit = editing(reader, "lead", id)
    draft, draft_at = drafts.kept(reader, reader.person_id, "lead", id)
    sale = None
    if row.opportunity_number is not None:
        sale = Ref(row.opportunity_id, row.opportunity_title or row.opportunity_number)
    stages = lookups.lead_stages(reader)
    return LeadPage(
        id=id,
        version=row.version,
        number=row.number,
        fields=LeadFields(
            title=row.title,
            account=ref(row.account_id, row.known_account),
            account_name=row.account_name,
            contact=ref(row.contact_id, row.known_contact),
            contact_name=row.contact_name,
            email=row.email,
            phone=row.phone,
            need=choice(row.need_id, row.need_code, row.need_label),
            need_text=row.need_text,
            owner=Ref(row.owner_id, row.owner_name),
            source=choice(row.source_id, row.source_code, row.source_label),
            budget=money(row.budget_minor, row.budget_currency),
            decision_date=row.decision_date,
        ),
        stage_bar=stage_bar(reader, stages, row.stage_id, edit=edit),
        cards=open_cards(reader, activity.c.lead_id == id),
        opportunity=sale,
        edit=edit,
        created_at=row.created_at,
        created_by=row.created_name or "",
        draft=draft,
        draft_at=draft_at,
        aside=_aside(reader, row),
        disqualified=Disqualified(row.reason_label, row.disqualification_comment) if row.reason_label else None,
        run_process=_running(reader, id, stages, row.stage_id) if edit.enabled else edit,
    )


def _running(reader: Reader, lead_id: int, stages: Sequence[LeadStage], stage_id: int) -> Availability:
    """Return whether the process of leads can be run on a lead."""
    stage = next(one for one in stages if one.id == stage_id)
    if stage.final:
        return refusing(reader, "lead-closed", stage=stage.label(reader.language))
    label = reader.value(
        select(label_of(process_definition, reader.language))
        .join(process_instance, process_instance.c.definition_id == process_definition.c.id)
        .where(
            process_instance.c.subject == "lead",
            process_instance.c.subject_id == lead_id,
            process_instance.c.definition_key == LEAD_HANDOVER,
            process_instance.c.status == "running",
        )
        .limit(1)
    )
    return OPEN if label is None else refusing(reader, "process-already-running", process=label, subject="lead")


def _aside(reader: Reader, row: Row[Any]) -> PutAside | None:
    """Return until when the lead is put aside: as long as the call that brings it back is still to be made."""
    if row.nurture_until is None or row.call_status != "planned":
        return None
    today = reader.now.astimezone(reader.zone).date()
    return PutAside(row.nurture_until, row.nurture_reason, row.nurture_until <= today)


@query("lead_assignees", reads=ALL_MAY)
def lead_assignees(reader: Reader) -> tuple[Assignee, ...]:
    """Return everybody who can get a lead with what they have to do: the reader's team first, the least busy first."""
    members = lead_distribution.team(reader)
    found = lead_distribution.loads(reader)
    least = lead_distribution.least_busy(found, members).person
    rows = [
        Assignee(
            load.person,
            load.name,
            load.leads,
            load.opportunities,
            load.activities,
            load.person in members,
            load.person == least,
        )
        for load in found
    ]
    order = {load.person: (load.person not in members, load.total, load.name) for load in found}
    return tuple(sorted(rows, key=lambda row: order[row.id]))
