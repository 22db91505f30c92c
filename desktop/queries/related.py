"""What belongs to an account, a contact or a lead: opportunities, leads, activities, orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, or_, select

from desktop.queries.orders import order_rows
from desktop.queries.registry import Reader, query
from desktop.queries.rows import activity_rows, lead_rows, opportunity_rows
from desktop.sales import access
from desktop.sales.doors import record_named
from desktop.sales.tables import activity, lead, lead_stage, opportunity, opportunity_stage, sales_order
from desktop.views.exchange import Refused
from desktop.views.related import RelatedRows

SHOWN = 200
"""The most rows of a kind on one page."""

_TABLES: Mapping[str, Table] = {"opportunity": opportunity, "lead": lead, "activity": activity, "order": sales_order}
_ROWS: Mapping[str, Callable[[Reader, Sequence[int]], tuple[Any, ...]]] = {
    "opportunity": opportunity_rows,
    "lead": lead_rows,
    "activity": activity_rows,
    "order": order_rows,
}


@query("related", reads=record_named("subject", "id"))
def related(reader: Reader, subject: str, id: int, kind: str) -> RelatedRows:
    """Return the opportunities, leads, activities or orders (``kind``) of an account, a contact or a lead.

    Activities and orders of its opportunities are among them; what is open comes first, then the newest; at most 200.
    """
    conditions = _conditions(subject, id)
    if kind not in conditions:
        raise Refused("subject-unknown", field="kind", subject=kind)
    table = _TABLES[kind]
    statement = select(table.c.id).where(conditions[kind], *access.visible(reader, table))
    if kind == "opportunity":
        stage = opportunity_stage
        statement = statement.join(stage, stage.c.id == table.c.stage_id).order_by(stage.c.final)
    elif kind == "lead":
        statement = statement.join(lead_stage, lead_stage.c.id == table.c.stage_id).order_by(lead_stage.c.final)
    elif kind == "activity":
        statement = statement.order_by((table.c.status == "planned").desc(), table.c.due_at.desc())
    found = [row.id for row in reader.rows(statement.order_by(table.c.id.desc()).limit(SHOWN + 1))]
    return RelatedRows(_ROWS[kind](reader, found[:SHOWN]), len(found) > SHOWN)


def _conditions(subject: str, record: int) -> dict[str, ColumnElement[bool]]:
    """Return which rows of each kind belong to the record; links of other tables are subselects answered by indexes."""
    if subject == "account":
        mine = opportunity.c.account_id == record
        leads = lead.c.account_id == record
    elif subject == "contact":
        mine = or_(opportunity.c.contact_id == record, opportunity.c.decision_maker_id == record)
        leads = lead.c.contact_id == record
    elif subject == "lead":
        mine = opportunity.c.lead_id == record
        leads = lead.c.id == record
    else:
        raise Refused("subject-unknown", field="subject", subject=subject)
    sales = select(opportunity.c.id).where(mine)
    about = activity.c[f"{subject}_id"] == record
    own_orders = () if subject == "lead" else (sales_order.c[f"{subject}_id"] == record,)
    activities = (
        select(activity.c.id)
        .where(about)
        .union(
            select(activity.c.id).where(activity.c.opportunity_id.in_(sales)),
            select(activity.c.id).where(activity.c.lead_id.in_(select(lead.c.id).where(leads))),
        )
    )
    return {
        "opportunity": mine,
        "lead": leads,
        "activity": activity.c.id.in_(activities),
        "order": or_(*own_orders, sales_order.c.opportunity_id.in_(sales)),
    }
