"""What the list and page of orders show, what follows a won sale (R12), and the chain lead, opportunity, order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from desktop.views.exchange import Availability, Choice, Money, Place, Ref
from desktop.views.products import ProductLine


@dataclass(frozen=True, slots=True)
class OrderFields:
    """The editable fields of an order; their names are the keys of ``save_order(fields=...)``."""

    account: Ref | None
    contact: Ref | None
    opportunity: Ref | None
    owner: Ref
    ordered_on: date
    status: Choice | None
    notes: str


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment of the plan: a share of the total in percent, or an amount; ``comes_to`` is what it is in money.

    ``state`` is paid, overdue or ahead.
    """

    id: int
    version: int
    due_on: date
    share: Decimal | None
    comes_to: Money
    paid_on: date | None
    note: str
    state: str


@dataclass(frozen=True, slots=True)
class OrderPage:
    """All that the page of one order shows but its lines; ``unplanned`` is what the payments leave of the total."""

    id: int
    version: int
    number: str
    fields: OrderFields
    total: Money
    payments: tuple[Payment, ...]
    paid: Money
    unplanned: Money
    edit: Availability
    created_at: datetime
    created_by: str
    draft: tuple[tuple[str, object], ...]
    draft_at: datetime | None


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One row of the list of orders."""

    id: int
    number: str
    account: str
    opportunity: str
    status: str
    status_code: str
    ordered_on: date
    total: Money
    owner: str
    tags: str = ""


@dataclass(frozen=True, slots=True)
class OrderDocument:
    """What the printed form of an order says."""

    number: str
    company: str
    customer: str
    address: str
    contact: str
    owner: str
    owner_email: str
    ordered_on: date
    status_en: str
    status_ru: str
    notes: str
    lines: tuple[ProductLine, ...]
    before: Money
    total: Money
    payments: tuple[Payment, ...]


@dataclass(frozen=True, slots=True)
class WhatFollows:
    """What there is to do after a sale was won (R12), each ticked off by itself: see product.md, R12.

    ``next_activity`` is the next open activity of the opportunity, ``orders`` are its orders. ``income`` and
    ``spent_minutes`` are what the closing wrote down; ``follow_up`` tells whether the process that looks after the
    customer can be run now.
    """

    opportunity: int
    won: bool
    checked: bool
    income: Money | None
    spent_minutes: int
    spent_on_tasks: int
    orders: tuple[Ref, ...]
    lines: int
    next_activity: Ref | None
    follow_up: bool = False


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One record of the chain lead, opportunity, order. ``kind`` is the name of its place."""

    kind: str
    label: str
    place: Place
    here: bool
