"""How a cell is painted: one delegate for all lists, all colours from the theme."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.fonts import text_font
from ui.icons import pixmap
from ui.lists.cells import DUE_TONES, KIND_ICONS, stage_percent, stage_tone
from ui.lists.columns import Column
from ui.theme import theme

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class _Cells(Protocol):
    """What a model offers this delegate: one call for a cell instead of one for every role of it."""

    def cell(self, row: int, column: int, /) -> tuple[Any | None, Column, str]: ...


def row_height() -> int:
    """Return the height of a row of a list."""
    return theme().px(37)


class CellDelegate(QStyledItemDelegate):
    """Paints ground, words, pill of the stage, icon and words of a due time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        """The row under the mouse."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A row has one height; a column's width is the person's."""
        return QSize(theme().px(100), row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        look = theme()
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, look.colour("accent_soft"))
        elif self.hovered == index.row():
            painter.fillRect(area, look.colour("hover"))
        painter.setPen(look.colour("line"))
        painter.drawLine(QPointF(area.left(), area.bottom() - 0.5), QPointF(area.right(), area.bottom() - 0.5))
        if chosen and index.column() == 0:
            painter.fillRect(QRectF(area.left(), area.top(), look.px(3), area.height() - 1), look.colour("accent"))
        model: _Cells = index.model()  # type: ignore[assignment]
        row, column, text = model.cell(index.row(), index.column())
        pad = look.px(8)
        inside = area.adjusted(pad, 0, -pad, -1)
        if row is None:
            painter.setPen(look.colour("muted"))
            painter.drawText(inside, _LEFT, text)
        elif column.kind == "stage":
            self._stage(painter, inside, row, chosen)
        elif column.kind == "pill":
            self._pill(painter, inside, text, row.tone, chosen=chosen)
        elif column.kind == "due":
            self._due(painter, inside, row, text)
        else:
            self._words(painter, inside, column, row, text)

    def _words(self, painter: QPainter, area: QRectF, column: Column, row: Any, text: str) -> None:
        look = theme()
        bold = column.kind == "title"
        painter.setPen(look.colour("muted" if column.kind in {"muted", "date", "moment"} else "text"))
        kind = getattr(row, "kind", "") if bold else ""
        if kind in KIND_ICONS:
            area = self._icon(painter, area, KIND_ICONS[kind], "muted")
        if column.kind not in {"number", "money"}:
            _draw(painter, area, text, size=13, bold=bold)
            return
        painter.setFont(look.font(13))
        # A number that is cut would be another number: it is written smaller instead.
        width = painter.fontMetrics().horizontalAdvance(text)
        if width > area.width() > 0:
            painter.setFont(look.font(max(8.0, 13 * area.width() / width * 0.98)))
        painter.drawText(area, _RIGHT, text)

    def _stage(self, painter: QPainter, area: QRectF, row: Any, chosen: bool) -> None:
        percent, tone = stage_percent(row), stage_tone(row)
        tail = f"{percent} %" if percent is not None and tone == "accent" else ""
        self._pill(painter, area, row.stage, tone, chosen=chosen, tail=tail)

    def _pill(self, painter: QPainter, area: QRectF, words: str, tone: str, *, chosen: bool, tail: str = "") -> None:
        """Paint words in a pill, and after it what there is room for."""
        look = theme()
        ground, ink = ("hover", "muted") if tone == "muted" else (f"{tone}_soft", f"{tone}_text")
        if chosen and tone == "accent":
            ground = "surface"
        font = look.font(11, bold=True)
        metrics = QFontMetrics(font)
        tail_width = metrics.horizontalAdvance(tail) + look.px(7) if tail else 0
        if metrics.horizontalAdvance(words) >= area.width() - look.px(16) - tail_width - 1:
            tail, tail_width = "", 0
        room = area.width() - look.px(16) - tail_width
        name = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room))
        wide, high = metrics.horizontalAdvance(name) + look.px(16), metrics.height() + look.px(4)
        pill = QRectF(area.left(), area.center().y() - high / 2, wide, high)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.restore()
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), name)
        if tail:
            painter.setFont(look.font(11))
            painter.setPen(look.colour("muted"))
            painter.drawText(QRectF(pill.right() + look.px(7), area.top(), tail_width, area.height()), _LEFT, tail)

    def _due(self, painter: QPainter, area: QRectF, row: Any, text: str) -> None:
        if not text:
            return
        look = theme()
        icon, tone = DUE_TONES.get(row.due_state, ("", "muted"))
        if icon:
            area = self._icon(painter, area, icon, tone)
        strong = row.due_state in {"overdue", "missing"}
        painter.setPen(look.colour("text" if row.due_state == "ahead" else tone))
        _draw(painter, area, text, size=12, bold=strong)

    def _icon(self, painter: QPainter, area: QRectF, name: str, tone: str) -> QRectF:
        look = theme()
        side = look.px(14)
        drawn = pixmap(name, tone=tone, size=14, ratio=painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(area.left(), round(area.center().y() - side / 2)), drawn)
        return area.adjusted(side + look.px(7), 0, 0, 0)


def _draw(painter: QPainter, area: QRectF, text: str, *, size: float, bold: bool) -> None:
    line = _line(text, int(area.width()), theme().px(size), bold)
    painter.setFont(theme().font(size, bold=bold))
    painter.drawStaticText(QPointF(area.left(), area.center().y() - line.size().height() / 2), line)


@lru_cache(maxsize=2048)
def _line(text: str, width: int, pixels: int, bold: bool) -> QStaticText:
    """Return a text cut to a width and laid out, which takes longer than painting it; most cells are painted again."""
    font = text_font(pixels, weight=QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    line = QStaticText(QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width))
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.prepare(font=font)
    return line
