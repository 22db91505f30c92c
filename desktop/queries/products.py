"""The page of a product, and the lines of products on opportunities and orders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Row, Select, Table, func, select

from desktop.queries.parts import OPEN, editing, money, ref, refusing
from desktop.queries.registry import Reader, query
from desktop.sales import access, drafts, line_amounts, lines, opportunities, products, tags
from desktop.sales.doors import VISIBLE, record_named
from desktop.sales.tables import opportunity, opportunity_line, product, sales_order, sales_order_line
from desktop.texts import say
from desktop.views.exchange import Money
from desktop.views.products import ProductFields, ProductLine, ProductLines, ProductPage, ProductRow


@query("product_page", reads=VISIBLE)
def product_page(reader: Reader, id: int) -> ProductPage:
    """Return a product with where it is used. Refused "record-gone" where there is none of that id."""
    row = products.read(reader, id)
    draft, draft_at = drafts.kept(reader, reader.person_id, "product", id)
    sold = _uses(reader, opportunity_line, opportunity_line.c.opportunity_id, opportunity, id)
    ordered = _uses(reader, sales_order_line, sales_order_line.c.sales_order_id, sales_order, id)
    return ProductPage(
        id=id,
        version=row.version,
        fields=ProductFields(
            name=row.name,
            code=row.code,
            series=row.series,
            unit=row.unit,
            price=Money(row.price_minor, row.price_currency),
            active=row.active,
        ),
        opportunities=int(reader.value(sold) or 0),
        orders=int(reader.value(ordered) or 0),
        edit=editing(reader, "product", id),
        draft=draft,
        draft_at=draft_at,
    )


def _uses(reader: Reader, table: Table, link: Column[Any], holder: Table, product_id: int) -> Select[Any]:
    """Select how many records, of those that the reader sees, have the product on a line."""
    counted = select(func.count(func.distinct(link))).where(
        table.c.product_id == product_id, table.c.removed_at.is_(None)
    )
    seen = access.visible(reader, holder)
    return counted.join(holder, holder.c.id == link).where(*seen) if seen else counted


@query("lines", reads=record_named("subject", "id"))
def lines_of(reader: Reader, subject: str, id: int) -> ProductLines:
    """Return the lines of an opportunity or an order with their totals."""
    found = lines.of(reader, subject, id)
    currency = lines.currency_of(reader, subject, id)
    amount, follows = None, False
    if subject == "opportunity":
        sale = opportunities.read(reader, id)
        amount, follows = money(sale.amount_minor, sale.amount_currency), sale.amount_follows
    state = lines.locked(reader, subject, id)
    priced = [lines.priced(row) for row in found]
    return ProductLines(
        subject=subject,
        id=id,
        lines=line_rows(found),
        currency=currency,
        before=Money(sum(line_amounts.gross(line) for line in priced), currency),
        total=Money(line_amounts.total(priced), currency),
        amount=amount,
        follows=follows,
        edit=editing(reader, subject, id, refusing(reader, "order-settled", state=state) if state else OPEN),
        new_product=OPEN if access.manages(reader) else refusing(reader, "right-manager"),
    )


def line_rows(found: Sequence[Row[Any]]) -> tuple[ProductLine, ...]:
    """Return rows of lines as a window shows them."""
    return tuple(
        ProductLine(
            id=row.id,
            version=row.version,
            product=ref(row.product_id, row.name),
            name=row.name,
            code=row.code,
            unit=row.unit,
            price=Money(row.price_minor, row.price_currency),
            quantity=line_amounts.quantity_of(row.quantity_milli),
            discount=line_amounts.percent_of(row.discount_points),
            total=Money(line_amounts.net(lines.priced(row)), row.price_currency),
        )
        for row in found
    )


def product_rows(reader: Reader, ids: Sequence[int]) -> tuple[ProductRow, ...]:
    """Return the rows of these products; ids that are gone are left out."""
    marked = tags.said(reader, "product", ids)
    words = {True: say(reader.language, "product-offered"), False: say(reader.language, "product-withdrawn")}
    rows = {
        row.id: ProductRow(
            id=row.id,
            name=row.name,
            code=row.code,
            series=row.series,
            unit=row.unit,
            price=Money(row.price_minor, row.price_currency),
            offered=words[bool(row.active)],
            active=row.active,
            tags=marked.get(row.id, ""),
        )
        for row in reader.rows(select(product).where(product.c.id.in_(ids)))
    }
    return tuple(rows[row_id] for row_id in ids if row_id in rows)
