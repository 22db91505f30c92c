"""The printed form of an order: a document from our own template, laid out once for paper, PDF and picture alike."""

from __future__ import annotations

from html import escape
from string import Template

from PySide6.QtCore import QCoreApplication

from desktop.views.orders import OrderDocument
from ui.formats import date_text, exact_money_text, number_text
from ui.printing.pages import PrintedPages
from ui.resources import resource


class OrderForm(PrintedPages):
    """The pages of one order, in the language that is in force while it is made."""

    def __init__(self, order: OrderDocument, language: str) -> None:
        super().__init__(order.number, _html(order, language))


def _html(order: OrderDocument, language: str) -> str:
    translate = QCoreApplication.translate
    template = Template(resource("templates", "order.html").read_text(encoding="utf-8"))
    owner = " · ".join(part for part in (order.owner, order.owner_email) if part)
    return template.substitute(
        title=escape(translate("OrderForm", "Order")),
        number=escape(order.number),
        date=escape(date_text(order.ordered_on)),
        status=escape(order.status_ru if language == "ru" else order.status_en),
        company=escape(order.company),
        owner=escape(owner),
        customer_label=escape(translate("OrderForm", "Customer")),
        customer=escape(order.customer),
        address=escape(order.address).replace("\n", "<br/>"),
        contact=escape(order.contact),
        heads=_heads(),
        lines=_lines(order),
        totals=_totals(order),
        plan=_plan(order),
        notes=escape(order.notes).replace("\n", "<br/>"),
        sign_seller=escape(translate("OrderForm", "For the seller")),
        sign_customer=escape(translate("OrderForm", "For the customer")),
    )


def _heads() -> str:
    translate = QCoreApplication.translate
    names = (
        ("№", "left"),
        (translate("OrderForm", "Product"), "left"),
        (translate("OrderForm", "Quantity"), "right"),
        (translate("OrderForm", "Price"), "right"),
        (translate("OrderForm", "Discount"), "right"),
        (translate("OrderForm", "Total"), "right"),
    )
    return "".join(f'<td align="{side}"><b>{escape(name)}</b></td>' for name, side in names)


def _lines(order: OrderDocument) -> str:
    rows = []
    for place, line in enumerate(order.lines, start=1):
        quantity = " ".join(part for part in (number_text(line.quantity), line.unit) if part)
        discount = f"{number_text(line.discount)} %" if line.discount else ""
        code = f' <span style="color:#5b6474">{escape(line.code)}</span>' if line.code else ""
        rows.append(
            f'<tr><td>{place}</td><td width="44%">{escape(line.name)}{code}</td>'
            + "".join(
                f'<td align="right">{escape(text)}</td>'
                for text in (quantity, exact_money_text(line.price), discount, exact_money_text(line.total))
            )
            + "</tr>"
        )
    return "".join(rows)


def _totals(order: OrderDocument) -> str:
    translate = QCoreApplication.translate
    rows = []
    if order.before != order.total:
        rows.append((translate("OrderForm", "Before discount"), exact_money_text(order.before), False))
    rows.append((translate("OrderForm", "Total"), exact_money_text(order.total), True))
    return "".join(
        f'<tr><td align="right" width="78%">{_bold(label, bold)}</td><td align="right">{_bold(value, bold)}</td></tr>'
        for label, value, bold in rows
    )


def _plan(order: OrderDocument) -> str:
    if not order.payments:
        return ""
    translate = QCoreApplication.translate
    rows = []
    for payment in order.payments:
        share = "" if payment.share is None else f"{number_text(payment.share)} %"
        paid = (
            translate("OrderForm", "paid on {date}").format(date=date_text(payment.paid_on)) if payment.paid_on else ""
        )
        cells = (date_text(payment.due_on), share, exact_money_text(payment.comes_to), paid, payment.note)
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    title = escape(translate("OrderForm", "Payment plan"))
    head = f'<p style="margin:18px 0 4px 0; font-weight:600">{title}</p>'
    return f'{head}<table width="100%" cellspacing="0" cellpadding="4">{"".join(rows)}</table>'


def _bold(text: str, bold: bool) -> str:
    return f"<b>{escape(text)}</b>" if bold else escape(text)
