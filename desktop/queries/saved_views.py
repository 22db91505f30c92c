"""The views that can be chosen at the head of a list: those that come with the program, and those that were saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.queries.registry import Reader, query
from desktop.sales import saved_views
from desktop.sales.doors import ALL_MAY
from desktop.texts import say
from desktop.views.conditions import Condition, ListViews, ViewContent, ViewRow
from desktop.views.exchange import Refused


@dataclass(frozen=True, slots=True)
class _BuiltIn:
    """A view that comes with the program; its name is the sentence ``view-<key>``."""

    key: str
    content: ViewContent


BUILT_IN: Mapping[str, tuple[_BuiltIn, ...]] = {
    "opportunity": (
        _BuiltIn("my_open_opportunities", ViewContent(scope="mine")),
        _BuiltIn(
            "overdue_next_step",
            ViewContent(conditions=(Condition("next_step", "one_of", ("overdue", "missing")),), sort="next_due"),
        ),
        _BuiltIn(
            "closing_this_month",
            ViewContent(conditions=(Condition("expected_close", "this_month"),), sort="expected_close"),
        ),
    ),
    "lead": (
        _BuiltIn("my_open_leads", ViewContent(scope="mine")),
        _BuiltIn("new_this_week", ViewContent(conditions=(Condition("created_at", "this_week"),))),
    ),
    "activity": (
        _BuiltIn("my_open_activities", ViewContent(scope="mine")),
        _BuiltIn(
            "due_this_week",
            ViewContent(scope="mine", conditions=(Condition("due_at", "this_week"),), sort="due_at"),
        ),
    ),
    "account": (_BuiltIn("my_accounts", ViewContent(scope="mine", state="all")),),
    "contact": (
        _BuiltIn("contacts_without_mail", ViewContent(state="all", conditions=(Condition("email", "empty"),))),
    ),
    "product": (_BuiltIn("offered_products", ViewContent(state="all", conditions=(Condition("offered", "yes"),))),),
    "order": (
        _BuiltIn("my_orders", ViewContent(scope="mine", state="all")),
        _BuiltIn("orders_this_month", ViewContent(state="all", conditions=(Condition("ordered_on", "this_month"),))),
    ),
    "article": (
        _BuiltIn(
            "presentations", ViewContent(state="all", conditions=(Condition("kind", "one_of", ("presentation",)),))
        ),
    ),
}


@query("list_views", reads=ALL_MAY)
def list_views(reader: Reader, subject: str) -> ListViews:
    """Return the views of a list: those of the program first, then the saved ones by name."""
    shipped = [
        ViewRow(one.key, say(reader.language, f"view-{one.key.replace('_', '-')}"), one.content, shared=True)
        for one in BUILT_IN.get(subject, ())
    ]
    saved = []
    for row in saved_views.visible(reader, subject):
        why_not = ""
        try:
            saved_views.refuse_changing(reader, row)
        except Refused as refused:
            why_not = say(reader.language, refused.code, refused.parameters, reader.zone)
        saved.append(
            ViewRow(
                key=f"{saved_views.SAVED}{row.id}",
                name=row.name,
                content=saved_views.unpacked(row.content),
                shared=row.shared,
                owner=row.owner or "",
                edit=not why_not,
                why_not=why_not,
            )
        )
    known = {one.key for one in (*shipped, *saved)}
    usual = saved_views.usual(reader, subject)
    return ListViews((*shipped, *saved), usual if usual in known else "")
