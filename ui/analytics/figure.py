"""A number at the top of the dashboard: its name, itself in large, and a line of small print beneath."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.analytics.charts import Chart
from ui.analytics.row_chart import Cell
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel

_BETWEEN = " · "


class _FigureChart(Chart):
    """The large number and the small ones, which go to a second line where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts: tuple[Cell, ...] = ()
        self._lines = 1

    def show_figure(self, figure: Cell, parts: Sequence[Cell], name: str) -> None:
        """Show the number and what stands beneath it."""
        self._parts = tuple(part for part in parts if part.text)
        self.mark(0, "figure").show_value(figure.text, figure.what, figure.behind, tip=figure.tip, name=name)
        for place, part in enumerate(self._parts, start=1):
            self.mark(place, "small").show_value(
                part.text, part.what, part.behind, tip=part.tip, name=f"{name}_{place}"
            )
        self.keep(1 + len(self._parts))
        self.renew()

    def is_empty(self) -> bool:
        """Whether nothing has been counted yet."""
        return not self._marks

    def height_needed(self) -> int:
        """Return the height of all lines."""
        look = theme()
        return look.px(36) + look.px(20) * self._lines

    def _gap(self) -> int:
        return round(QFontMetricsF(theme().font(12)).horizontalAdvance(_BETWEEN))

    def arrange(self) -> None:
        """Place the numbers."""
        if self.is_empty():
            return
        look = theme()
        figure = self.mark(0, "figure")
        figure.setGeometry(0, 0, min(figure.sizeHint().width(), max(self.width(), 1)), look.px(34))
        left, line = 0, 0
        for place in range(1, 1 + len(self._parts)):
            mark = self.mark(place, "small")
            width = mark.text_width() + look.px(4)
            if left and left + width > self.width():
                left, line = 0, line + 1
            mark.setGeometry(left, look.px(36) + look.px(20) * line, width, look.px(19))
            left += width + self._gap()
        if self._lines != line + 1:
            self._lines = line + 1
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots between the small numbers."""
        painter = QPainter(self)
        painter.setFont(theme().font(12))
        painter.setPen(theme().colour("muted"))
        for place in range(1, len(self._parts)):
            one, other = self.mark(place, "small"), self.mark(place + 1, "small")
            if one.y() == other.y():
                end = one.x() + one.text_width()
                area = QRectF(end, one.y(), other.x() - end, one.height())
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "·")


class FigureCard(Card):
    """One of the four numbers at the top."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__("", parent, name=f"{name}Card")
        self._name = name
        self.caption = ElidedLabel("", self, tone="muted")
        self.chart = _FigureChart(self)
        self.chart.opened.connect(self.opened)
        self.body.setSpacing(theme().px(2))
        self.body.addWidget(self.caption)
        self.body.addWidget(self.chart)
        self.body.addStretch(1)

    def show_figure(self, caption: str, figure: Cell, parts: Sequence[Cell] = ()) -> None:
        """Show the number under its name."""
        self.caption.setText(caption)
        self.setAccessibleName(caption)
        self.chart.show_figure(figure, parts, self._name)
