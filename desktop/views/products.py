"""What the list and page of products show, and the lines of products on opportunities and orders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop.views.exchange import Availability, Money, Ref


@dataclass(frozen=True, slots=True)
class ProductFields:
    """The editable fields of a product; their names are the keys of ``save_product(fields=...)``."""

    name: str
    code: str
    series: str
    unit: str
    price: Money
    active: bool


@dataclass(frozen=True, slots=True)
class ProductPage:
    """All that the page of one product shows; ``opportunities`` and ``orders`` count those that have it."""

    id: int
    version: int
    fields: ProductFields
    opportunities: int
    orders: int
    edit: Availability
    draft: tuple[tuple[str, object], ...]
    draft_at: datetime | None


@dataclass(frozen=True, slots=True)
class ProductRow:
    """One row of the list of products. ``offered`` says in words whether it can be added to a sale."""

    id: int
    name: str
    code: str
    series: str
    unit: str
    price: Money
    offered: str
    active: bool
    tags: str = ""


@dataclass(frozen=True, slots=True)
class ProductLine:
    """One line: ``quantity`` in units, ``discount`` in percent, ``total`` after it, rounded to the minor unit."""

    id: int
    version: int
    product: Ref | None
    name: str
    code: str
    unit: str
    price: Money
    quantity: Decimal
    discount: Decimal
    total: Money


@dataclass(frozen=True, slots=True)
class ProductLines:
    """The lines of an opportunity or an order with their totals.

    ``before`` is the sum before discounts, ``total`` the sum of the lines. ``follows`` tells whether the opportunity's
    ``amount`` follows the total; both mean nothing for an order. ``new_product`` tells whether the reader may write
    down a product that is not in the catalogue yet.
    """

    subject: str
    id: int
    lines: tuple[ProductLine, ...]
    currency: str
    before: Money
    total: Money
    amount: Money | None
    follows: bool
    edit: Availability
    new_product: Availability
