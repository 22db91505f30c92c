"""The columns of each list: what of a row they show, how, and how wide they begin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLocale

Kind = Literal["title", "text", "muted", "number", "money", "date", "moment", "stage", "due", "pill", "span"]
"""How a cell is painted: see ui/lists/cells.py and ui/lists/delegate.py."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``name`` is the row's field and the name it is sorted by; ``width`` is in measures of the design.

    ``share`` is its part of the room that is left over; ``hidden`` columns are shown on demand.
    """

    name: str
    kind: Kind = "text"
    width: int = 120
    share: int = 0
    hidden: bool = False
    descending: bool = False


COLUMNS: dict[str, tuple[Column, ...]] = {
    "opportunity": (
        Column("title", "title", 204, 4),
        Column("account", "text", 90, 2),
        Column("stage", "stage", 124, 1),
        Column("amount", "money", 88, descending=True),
        Column("next_step", "text", 134, 4),
        Column("next_due", "due", 176),
        Column("expected_close", "date", 108),
        Column("owner", "muted", 92),
        Column("number", "muted", 96, hidden=True),
        Column("probability", "number", 90, hidden=True, descending=True),
        Column("income", "money", 100, hidden=True, descending=True),
        Column("closed_at", "moment", 130, hidden=True, descending=True),
        Column("tags", "muted", 130, 1, hidden=True),
    ),
    "lead": (
        Column("title", "title", 190, 3),
        Column("customer", "text", 140, 2),
        Column("stage", "stage", 160, 1),
        Column("need", "text", 110, 1),
        Column("budget", "money", 100, descending=True),
        Column("owner", "muted", 104),
        Column("created_at", "moment", 130, descending=True),
        Column("nurture_until", "date", 118, hidden=True),
        Column("number", "muted", 96, hidden=True),
        Column("tags", "muted", 130, 1, hidden=True),
    ),
    "activity": (
        Column("title", "title", 260, 4),
        Column("subject", "text", 180, 3),
        Column("due_at", "due", 184),
        Column("start_at", "moment", 124),
        Column("owner", "muted", 110),
        Column("result", "text", 140, 1),
        Column("tags", "muted", 130, 1, hidden=True),
    ),
    "account": (
        Column("name", "title", 240, 3),
        Column("sector", "text", 140, 1),
        Column("address", "text", 200, 2),
        Column("phone", "text", 130),
        Column("owner", "muted", 130),
        Column("opportunities", "number", 150, descending=True),
        Column("tags", "muted", 130, 1, hidden=True),
    ),
    "contact": (
        Column("name", "title", 220, 2),
        Column("account", "text", 200, 2),
        Column("job_title", "text", 170, 1),
        Column("email", "text", 200, 1),
        Column("phone", "text", 140),
        Column("tags", "muted", 130, 1, hidden=True),
    ),
    "product": (
        Column("name", "title", 240, 3),
        Column("code", "muted", 120, 1),
        Column("series", "text", 140, 1),
        Column("price", "money", 120, descending=True),
        Column("unit", "muted", 90),
        Column("offered", "text", 130),
        Column("tags", "muted", 130, 1, hidden=True),
    ),
    "article": (
        Column("title", "title", 240, 4),
        Column("kind", "muted", 110),
        Column("need", "text", 140, 1),
        Column("sector", "text", 120, 1),
        Column("products", "text", 120, 1),
        Column("tags", "muted", 130, 1),
        Column("changed_at", "moment", 120, descending=True),
        Column("language", "muted", 90, hidden=True),
        Column("owner", "muted", 110, hidden=True),
    ),
    "order": (
        Column("number", "title", 110),
        Column("account", "text", 170, 2),
        Column("opportunity", "text", 190, 3),
        Column("status", "text", 120),
        Column("ordered_on", "date", 110, descending=True),
        Column("total", "money", 120, descending=True),
        Column("owner", "muted", 120),
        Column("tags", "muted", 130, 1, hidden=True),
    ),
    "run": (
        Column("record", "title", 200, 3),
        Column("process", "text", 140, 1),
        Column("status", "pill", 94),
        Column("now", "text", 170, 3),
        Column("started_at", "moment", 124, descending=True),
        Column("ended_at", "moment", 124, descending=True),
        Column("took", "span", 82, descending=True),
        Column("owner", "muted", 100),
        Column("person", "muted", 100, hidden=True),
        Column("version", "number", 80, hidden=True, descending=True),
    ),
    "step": (
        Column("at", "moment", 120, descending=True),
        Column("step", "text", 140, 3),
        Column("status", "pill", 110, 1),
        Column("person", "text", 80),
        Column("took", "span", 72),
        Column("record", "text", 160, 2),
        Column("process", "muted", 130, 1),
        Column("began_at", "moment", 118, hidden=True),
    ),
}

SORTED_BY: dict[str, str] = {
    "opportunity": "next_due",
    "lead": "created_at",
    "activity": "due_at",
    "account": "name",
    "contact": "name",
    "product": "name",
    "order": "ordered_on",
    "article": "title",
    "run": "started_at",
    "step": "at",
}
"""How a list is sorted before a person has chosen."""


def headings() -> dict[str, str]:
    """Return the heading of every column by name, in the language in force; ``subject.name`` wins over ``name``."""
    return _headings(QLocale().name())


@lru_cache(maxsize=4)
def _headings(_locale: str) -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "opportunity.title": translate("Lists", "Opportunity"),
        "lead.title": translate("Lists", "Lead"),
        "activity.title": translate("Lists", "Activity"),
        "account.name": translate("Lists", "Account"),
        "contact.name": translate("Lists", "Contact"),
        "contact.account": translate("Lists", "Account"),
        "product.name": translate("Lists", "Product"),
        "article.title": translate("Lists", "Article"),
        "article.sector": translate("Lists", "Industry"),
        "article.owner": translate("Lists", "Author"),
        "kind": translate("Lists", "Kind"),
        "products": translate("Lists", "Products"),
        "language": translate("Lists", "Language"),
        "changed_at": translate("Lists", "Changed"),
        "tags": translate("Lists", "Tags"),
        "order.number": translate("Lists", "Order"),
        "run.record": translate("Lists", "Record"),
        "run.now": translate("Lists", "Where it stands"),
        "run.person": translate("Lists", "Started by"),
        "run.started_at": translate("Lists", "Began"),
        "run.ended_at": translate("Lists", "Ended"),
        "step.at": translate("Lists", "When"),
        "step.step": translate("Lists", "Step"),
        "step.status": translate("Lists", "What"),
        "step.person": translate("Lists", "Who"),
        "step.record": translate("Lists", "Record"),
        "step.began_at": translate("Lists", "Began"),
        "process": translate("Lists", "Process"),
        "version": translate("Lists", "Version"),
        "took": translate("Lists", "Took"),
        "code": translate("Lists", "Code"),
        "series": translate("Lists", "Series"),
        "unit": translate("Lists", "Unit"),
        "price": translate("Lists", "List price"),
        "offered": translate("Lists", "Offered"),
        "opportunity": translate("Lists", "Opportunity"),
        "status": translate("Lists", "Status"),
        "ordered_on": translate("Lists", "Date"),
        "total": translate("Lists", "Total"),
        "account": translate("Lists", "Customer"),
        "customer": translate("Lists", "Customer"),
        "stage": translate("Lists", "Stage"),
        "amount": translate("Lists", "Amount"),
        "income": translate("Lists", "Actual income"),
        "closed_at": translate("Lists", "Closed"),
        "budget": translate("Lists", "Budget"),
        "need": translate("Lists", "Need"),
        "next_step": translate("Lists", "Next step"),
        "next_due": translate("Lists", "Due"),
        "due_at": translate("Lists", "Due"),
        "start_at": translate("Lists", "Start"),
        "created_at": translate("Lists", "Created"),
        "nurture_until": translate("Lists", "Put aside until"),
        "expected_close": translate("Lists", "Closes"),
        "probability": translate("Lists", "Probability"),
        "owner": translate("Lists", "Owner"),
        "number": translate("Lists", "Number"),
        "subject": translate("Lists", "Belongs to"),
        "result": translate("Lists", "Result"),
        "sector": translate("Lists", "Sector"),
        "address": translate("Lists", "Address"),
        "phone": translate("Lists", "Phone"),
        "email": translate("Lists", "E-mail"),
        "job_title": translate("Lists", "Position"),
        "opportunities": translate("Lists", "Open opportunities"),
    }


def heading(subject: str, name: str) -> str:
    """Return the heading of one column."""
    words = headings()
    return words.get(f"{subject}.{name}") or words[name]
