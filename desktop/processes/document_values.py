"""What a sale says into the placeholders of a document, in the language of the document."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, select

from desktop.sales import currencies, line_amounts, lines, opportunities, settings
from desktop.sales.documents.placeholders import Block, Values
from desktop.sales.reading import Reading
from desktop.sales.tables import account, contact, lookup_value, participant, person
from desktop.texts import say
from desktop.views.exchange import Money

_DAY = {"en": "d MMMM y", "ru": "d MMMM y 'г.'"}


def of(source: Reading, opportunity_id: int, language: str, number: str = "") -> Values:
    """Return what is known of a sale; ``number`` is the document's. Refused "record-gone" where there is no sale."""
    sale = opportunities.read(source, opportunity_id)
    customer = _row(source, account, sale.account_id)
    partner = _row(source, contact, sale.contact_id)
    decides = _row(source, contact, sale.decision_maker_id)
    owner = _row(source, person, sale.owner_id)
    need = _row(source, lookup_value, sale.need_id)
    amount = opportunities.amount_of(sale, "amount")
    found = lines.of(source, "opportunity", opportunity_id)
    currency = lines.currency_of(source, "opportunity", opportunity_id)
    total = money_text(Money(line_amounts.total(map(lines.priced, found)), currency), language) if found else ""
    return Values(
        {
            "today": day_text(source.now.astimezone(source.zone).date(), language),
            "document.number": number,
            "company.name": settings.read(source).company,
            "customer.name": _said(customer, "name"),
            "customer.address": _said(customer, "address"),
            "customer.phone": _said(customer, "phone"),
            "customer.email": _said(customer, "email"),
            "contact.name": _said(partner, "name"),
            "contact.position": _said(partner, "job_title"),
            "decision_maker.name": _said(decides, "name"),
            "decision_maker.role": sale.decision_maker_role or _said(decides, "job_title"),
            "opportunity.title": sale.title,
            "opportunity.number": sale.number,
            "opportunity.amount": money_text(amount, language) if amount is not None else "",
            "opportunity.need": _said(need, f"name_{language}"),
            "opportunity.need_text": sale.need_text,
            "opportunity.expected_close": day_text(sale.expected_close, language) if sale.expected_close else "",
            "products.total": total,
            "owner.name": _said(owner, "name"),
            "owner.email": _said(owner, "email"),
        },
        {
            "products": _products(found, language, total),
            "participants": _participants(source, opportunity_id, language),
        },
    )


def day_text(day: date, language: str) -> str:
    """Write a date as documents do: 2 March 2026."""
    from babel.dates import format_date

    return format_date(day, _DAY[language], locale=language)


def money_text(amount: Money, language: str) -> str:
    """Write an amount exactly, with its minor units where the currency has them."""
    from babel.numbers import format_currency

    digits = currencies.digits(amount.currency)
    pattern = "¤#,##0.00" if language == "en" else "#,##0.00 ¤"
    value = Decimal(amount.minor).scaleb(-digits)
    return format_currency(value, amount.currency, pattern, locale=language, currency_digits=False)


def number_text(number: Decimal, language: str) -> str:
    """Write a number with as many digits as it has."""
    from babel.numbers import format_decimal

    return format_decimal(number, "#,##0.###", locale=language)


def _products(found: Any, language: str, total: str) -> Block:
    heads = tuple(say(language, f"document-column-{name}") for name in ("name", "quantity", "price", "discount", "sum"))
    rows, words = [], []
    before = 0
    for place, line in enumerate(found, start=1):
        quantity = number_text(line_amounts.quantity_of(line.quantity_milli), language)
        discount = line_amounts.percent_of(line.discount_points)
        priced = lines.priced(line)
        before += line_amounts.gross(priced)
        rows.append(
            (
                str(place),
                f"{line.name} ({line.code})" if line.code else line.name,
                f"{quantity} {line.unit}".strip(),
                money_text(Money(line.price_minor, line.price_currency), language),
                f"{number_text(discount, language)}%" if discount else "",
                money_text(Money(line_amounts.net(priced), line.price_currency), language),
            )
        )
        words.append(f"{line.name} × {quantity}")
    sums = [(say(language, "document-total"), total)]
    if found and before != line_amounts.total(map(lines.priced, found)):
        amount = money_text(Money(before, found[0].price_currency), language)
        sums.insert(0, (say(language, "document-before-discount"), amount))
    return Block(", ".join(words), tuple(rows), ("№", *heads), tuple(sums))


def _participants(source: Reading, opportunity_id: int, language: str) -> Block:
    role = lookup_value.c.name_ru if language == "ru" else lookup_value.c.name_en
    rows = source.rows(
        select(contact.c.name, contact.c.job_title, role.label("role"))
        .join(participant, participant.c.contact_id == contact.c.id)
        .outerjoin(lookup_value, lookup_value.c.id == participant.c.role_id)
        .where(participant.c.opportunity_id == opportunity_id, participant.c.removed_at.is_(None))
        .order_by(participant.c.id)
    )
    people = tuple((row.name, row.job_title, row.role or "") for row in rows)
    return Block(", ".join(name for name, *_ in people), people)


def _row(source: Reading, table: Any, row_id: int | None) -> Row[Any] | None:
    return None if row_id is None else source.first(select(table).where(table.c.id == row_id))


def _said(row: Row[Any] | None, column: str) -> str:
    return "" if row is None else str(row._mapping[column] or "")
