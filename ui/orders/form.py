"""The printed form of an order: a document from our own template, laid out once for paper, PDF and picture alike."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication

from desktop.views.orders import OrderDocument
from ui.formats import date_text, exact_money_text, number_text
from ui.resources import resource

_DPI = 96
_PAGE = QSizeF(794, 1123)
"""A4 at 96 dots to the inch."""
_MARGIN = 64
_BODY = QSizeF(_PAGE.width() - 2 * _MARGIN, _PAGE.height() - 2 * _MARGIN)


class OrderForm:
    """The pages of one order, in the language that is in force while it is made."""

    def __init__(self, order: OrderDocument, language: str) -> None:
        self.number = order.number
        self._document = QTextDocument()
        font = QFont(QApplication.font())
        font.setPixelSize(13)
        self._document.setDefaultFont(font)
        self._document.setDocumentMargin(0)
        self._document.setHtml(_html(order, language))
        self._document.setPageSize(_BODY)
        self._footer = QCoreApplication.translate("OrderForm", "Page {page} of {pages}")

    def pages(self) -> int:
        """Return how many pages there are."""
        return self._document.pageCount()

    def text(self) -> str:
        """Return all that is said, as plain text."""
        return self._document.toPlainText()

    def picture(self, page: int, width: int) -> QImage:
        """Return one page (from 0) as a picture of that width, as it comes out of the printer."""
        image = QImage(width, round(width * _PAGE.height() / _PAGE.width()), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(width / _PAGE.width(), width / _PAGE.width())
        self._paint(painter, page)
        painter.end()
        return image

    def write_pdf(self, file: Path) -> None:
        """Write the form as a PDF. Raises OSError where the file cannot be written."""
        with file.open("wb"):  # QPdfWriter says nothing of what goes wrong
            pass
        writer = QPdfWriter(str(file))
        writer.setTitle(self.number)
        writer.setCreator("Dealwright")
        writer.setResolution(1200)
        self.print_to(writer)

    def print_to(self, device: QPagedPaintDevice) -> None:
        """Paint all pages on paper or into a PDF: A4, upright, scaled to the device's own dots."""
        size = QPageSize(QPageSize.PageSizeId.A4)
        device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        painter = QPainter(device)
        for page in range(self.pages()):
            if page:
                device.newPage()
            painter.save()
            scale = device.logicalDpiX() / _DPI
            painter.scale(scale, scale)
            self._paint(painter, page)
            painter.restore()
        painter.end()

    def _paint(self, painter: QPainter, page: int) -> None:
        painter.save()
        painter.translate(_MARGIN, _MARGIN - page * _BODY.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, page * _BODY.height(), _BODY.width(), _BODY.height())
        context.palette.setColor(QPalette.ColorRole.Text, QColor("#1c2430"))  # paper is white in a dark window too
        painter.setClipRect(context.clip)
        self._document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setPen(QColor("#5b6474"))
        font = QFont(self._document.defaultFont())
        font.setPixelSize(11)
        painter.setFont(font)
        foot = QRectF(_MARGIN, _PAGE.height() - _MARGIN, _BODY.width(), _MARGIN / 2)
        words = self._footer.format(page=page + 1, pages=self.pages())
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), words)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), self.number)


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
