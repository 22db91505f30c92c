"""PrintedPages: an HTML document of our own on A4 pages, for paper, PDF and picture alike."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QMarginsF, QRectF, QSizeF, Qt, QUrl
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

_DPI = 96
_PAGE = QSizeF(794, 1123)
"""A4 at 96 dots to the inch."""
_MARGIN = 64
_BODY = QSizeF(_PAGE.width() - 2 * _MARGIN, _PAGE.height() - 2 * _MARGIN)


class SealedDocument(QTextDocument):
    """A document for which nothing is ever fetched, whatever its text says."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing."""
        return QByteArray()


class PrintedPages:
    """The pages of one HTML text, numbered at the foot, in the language that is in force while they are made."""

    def __init__(self, number: str, html: str) -> None:
        """``number`` stands at the foot of every page and is the title of the PDF."""
        self.number = number
        self._document = SealedDocument()
        font = QFont(QApplication.font())
        font.setPixelSize(13)
        self._document.setDefaultFont(font)
        self._document.setDocumentMargin(0)
        self._document.setHtml(html)
        self._document.setPageSize(_BODY)
        self._footer = QCoreApplication.translate("PrintedPages", "Page {page} of {pages}")

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
        """Write the pages as a PDF. Raises OSError where the file cannot be written."""
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
