"""Which texts of which records can be searched for: one source for each subject, for ``store/search.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop.sales.tables import (
    account,
    activity,
    article,
    contact,
    document,
    lead,
    note,
    opportunity,
    product,
    record_tag,
    sales_order,
    tag,
)
from desktop.store import search
from desktop.store.search import Source

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction

_OF_ACCOUNT = account.c.name
_TAGS_OF_ARTICLE = (
    select(func.aggregate_strings(tag.c.name, " "))
    .join(record_tag, record_tag.c.tag_id == tag.c.id)
    .where(record_tag.c.subject == "article", record_tag.c.record_id == article.c.id)
    .scalar_subquery()
)

for _source in (
    Source(
        "opportunity",
        1,
        opportunity.c.id,
        select(opportunity.c.id, opportunity.c.number, opportunity.c.title, _OF_ACCOUNT).outerjoin(
            account, account.c.id == opportunity.c.account_id
        ),
        {"account": opportunity.c.account_id},
    ),
    Source(
        "lead",
        2,
        lead.c.id,
        select(lead.c.id, lead.c.number, lead.c.title, lead.c.account_name, lead.c.contact_name),
    ),
    Source("account", 3, account.c.id, select(account.c.id, account.c.name)),
    Source("contact", 4, contact.c.id, select(contact.c.id, contact.c.name, contact.c.email, contact.c.phone)),
    Source("activity", 5, activity.c.id, select(activity.c.id, activity.c.title, activity.c.title_ru)),
    Source("note", 6, note.c.id, select(note.c.id, note.c.text)),
    Source(
        "order",
        7,
        sales_order.c.id,
        select(sales_order.c.id, sales_order.c.number, _OF_ACCOUNT).outerjoin(
            account, account.c.id == sales_order.c.account_id
        ),
        {"account": sales_order.c.account_id},
    ),
    Source("product", 8, product.c.id, select(product.c.id, product.c.name, product.c.code)),
    Source(
        "article",
        9,
        article.c.id,
        select(article.c.id, article.c.title, article.c.words, _TAGS_OF_ARTICLE).where(article.c.removed_at.is_(None)),
    ),
    Source(
        "document",
        10,
        document.c.id,
        select(document.c.id, document.c.number, document.c.title).where(document.c.removed_at.is_(None)),
    ),
):
    search.register(_source)


def prepare(tx: Transaction) -> None:
    """Make the index where the workspace does not have that of this version; one read where it has."""
    search.prepare(tx.connection)
