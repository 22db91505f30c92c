"""The page of one lead."""

from __future__ import annotations

from sqlalchemy import select

from desktop.queries.bars import stage_bar
from desktop.queries.cards import open_cards
from desktop.queries.parts import OPEN, choice, label_of, money, ref
from desktop.queries.registry import Reader, query
from desktop.sales import drafts, lookups
from desktop.sales.doors import record
from desktop.sales.tables import account, activity, contact, lead, lookup_value, opportunity, person
from desktop.views.exchange import Ref, Refused
from desktop.views.records import LeadFields, LeadPage


@query("lead_page", reads=record("lead"))
def lead_page(reader: Reader, id: int) -> LeadPage:
    """Return all that the page of one lead shows. Refused "record-gone" where there is none of that id."""
    language = reader.language
    creator = person.alias("creator")
    need, source = (lookup_value.alias(name) for name in ("need", "source"))
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
        )
        .join(person, person.c.id == lead.c.owner_id)
        .outerjoin(account, account.c.id == lead.c.account_id)
        .outerjoin(contact, contact.c.id == lead.c.contact_id)
        .outerjoin(creator, creator.c.id == lead.c.created_by)
        .outerjoin(opportunity, opportunity.c.id == lead.c.opportunity_id)
        .outerjoin(need, need.c.id == lead.c.need_id)
        .outerjoin(source, source.c.id == lead.c.source_id)
        .where(lead.c.id == id)
    )
    if row is None:
        raise Refused("record-gone")
    draft, draft_at = drafts.kept(reader, reader.person_id, "lead", id)
    sale = None
    if row.opportunity_number is not None:
        sale = Ref(row.opportunity_id, row.opportunity_title or row.opportunity_number)
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
        stage_bar=stage_bar(reader, lookups.lead_stages(reader), row.stage_id),
        cards=open_cards(reader, activity.c.lead_id == id),
        opportunity=sale,
        edit=OPEN,
        created_at=row.created_at,
        created_by=row.created_name or "",
        draft=draft,
        draft_at=draft_at,
    )
