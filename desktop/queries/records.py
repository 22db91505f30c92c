"""The pages of accounts and contacts."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_, select

from desktop.queries.parts import choice, editing, label_of, money, ref
from desktop.queries.registry import Reader, query
from desktop.queries.rows import contact_rows, opportunity_rows
from desktop.sales import access, drafts
from desktop.sales.doors import VISIBLE
from desktop.sales.tables import account, contact, lookup_value, opportunity, opportunity_stage, person
from desktop.views.exchange import Refused
from desktop.views.records import AccountFields, AccountPage, ContactFields, ContactPage
from desktop.views.rows import OpportunityRow

SHOWN = 500
"""The most contacts or opportunities shown on one page."""


@query("account_page", reads=VISIBLE)
def account_page(reader: Reader, id: int) -> AccountPage:
    """Return an account with its contacts and opportunities. Refused "record-gone" where there is none of that id."""
    parent, sector = account.alias("parent"), lookup_value.alias("sector")
    row = reader.first(
        select(
            account,
            parent.c.name.label("parent_name"),
            person.c.name.label("owner_name"),
            sector.c.code.label("sector_code"),
            label_of(sector, reader.language).label("sector_label"),
        )
        .outerjoin(parent, parent.c.id == account.c.parent_id)
        .outerjoin(person, person.c.id == account.c.owner_id)
        .outerjoin(sector, sector.c.id == account.c.sector_id)
        .where(account.c.id == id)
    )
    if row is None:
        raise Refused("record-gone")
    own = select(contact.c.id).where(contact.c.account_id == id)
    contacts = reader.rows(own.order_by(contact.c.name, contact.c.id).limit(SHOWN))
    draft, draft_at = drafts.kept(reader, reader.person_id, "account", id)
    return AccountPage(
        id=id,
        version=row.version,
        fields=AccountFields(
            name=row.name,
            sector=choice(row.sector_id, row.sector_code, row.sector_label),
            website=row.website,
            phone=row.phone,
            email=row.email,
            address=row.address,
            employees=row.employees,
            founded=row.founded,
            revenue=money(row.revenue_minor, row.revenue_currency),
            parent=ref(row.parent_id, row.parent_name),
            owner=ref(row.owner_id, row.owner_name),
            notes=row.notes,
        ),
        contacts=contact_rows(reader, [found.id for found in contacts]),
        opportunities=_sales(reader, opportunity.c.account_id == id),
        edit=editing(reader, "account", id),
        draft=draft,
        draft_at=draft_at,
    )


@query("contact_page", reads=VISIBLE)
def contact_page(reader: Reader, id: int) -> ContactPage:
    """Return a contact with the opportunities it takes part in. Refused "record-gone" where there is no such."""
    row = reader.first(
        select(contact, account.c.name.label("account_name"))
        .outerjoin(account, account.c.id == contact.c.account_id)
        .where(contact.c.id == id)
    )
    if row is None:
        raise Refused("record-gone")
    draft, draft_at = drafts.kept(reader, reader.person_id, "contact", id)
    return ContactPage(
        id=id,
        version=row.version,
        fields=ContactFields(
            name=row.name,
            account=ref(row.account_id, row.account_name),
            job_title=row.job_title,
            email=row.email,
            phone=row.phone,
            notes=row.notes,
        ),
        opportunities=_sales(reader, or_(opportunity.c.contact_id == id, opportunity.c.decision_maker_id == id)),
        edit=editing(reader, "contact", id),
        draft=draft,
        draft_at=draft_at,
    )


def _sales(reader: Reader, condition: ColumnElement[bool]) -> tuple[OpportunityRow, ...]:
    """Return the rows of the opportunities that meet the condition: the open ones first, then the newest first."""
    found = reader.rows(
        select(opportunity.c.id)
        .join(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
        .where(condition, *access.visible(reader, opportunity))
        .order_by(opportunity_stage.c.final, opportunity.c.id.desc())
        .limit(SHOWN)
    )
    return opportunity_rows(reader, [row.id for row in found])
