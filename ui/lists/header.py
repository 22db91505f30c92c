"""ListHeader: the headings of a list, never cut without dots, the sort arrow beside the words."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

from ui.theme import theme


class ListHeader(QHeaderView):
    """Paints a heading, and the arrow of the column that the list is sorted by: left of words set to the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def heading_parts(self, section: int, area: QRect) -> tuple[str, QRect, QRect | None]:
        """Return the words that fit into ``area``, where they stand, and where the sort arrow stands, if it does."""
        look = theme()
        model, metrics = self.model(), QFontMetrics(look.font(12, bold=True))
        words = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        aligned = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        inner = area.adjusted(look.px(8), 0, -look.px(8), 0)
        size, gap = look.px(10), look.px(4)
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        room = inner.width() - (size + gap if sorted_by else 0)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = min(metrics.horizontalAdvance(shown) + 1, max(room, 0))
        right = bool(int(aligned or 0) & int(Qt.AlignmentFlag.AlignRight))
        left = inner.right() + 1 - width if right else inner.left()
        place = QRect(left, inner.top(), width, inner.height())
        if not sorted_by:
            return shown, place, None
        arrow = left - gap - size if right else left + width + gap
        return shown, place, QRect(arrow, inner.center().y() - size // 2 + 1, size, size)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one heading."""
        look = theme()
        option = QStyleOptionHeader()
        self.initStyleOptionForIndex(option, section)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        words, place, arrow = self.heading_parts(section, rect)
        painter.save()
        painter.fillRect(rect, look.colour("hover" if hovered else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        painter.setFont(look.font(12, bold=True))
        tone = "text" if hovered else "muted"
        painter.setPen(look.colour(tone))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        if arrow is not None:
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            middle, wide, high = QRectF(arrow).center(), arrow.width() * 0.3, arrow.height() * (0.15 if down else -0.15)
            sides = (QPointF(middle.x() - wide, middle.y() - high), QPointF(middle.x() + wide, middle.y() - high))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour(tone), look.px(1.5)))
            painter.drawPolyline([sides[0], QPointF(middle.x(), middle.y() + high), sides[1]])
        painter.restore()
