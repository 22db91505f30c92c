"""SpreadChart: how the runs of the forecast are spread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.analytics import Forecast
from ui.analytics.words import short_money
from ui.theme import theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class SpreadChart(QWidget):
    """How the runs of the forecast are spread, with a line at P10, P50 and P90; the numbers stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spreadChart")
        self._forecast: Forecast | None = None
        self.setMinimumHeight(theme().px(110))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_forecast(self, forecast: Forecast) -> None:
        """Show the spread; nothing where nothing was drawn."""
        self._forecast = forecast
        self.setVisible(bool(forecast.bins))
        if forecast.p10 and forecast.p50 and forecast.p90:
            percentiles = (("P10", forecast.p10), ("P50", forecast.p50), ("P90", forecast.p90))
            self.setAccessibleDescription(", ".join(f"{name} {short_money(money)}" for name, money in percentiles))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the columns and the three lines."""
        forecast = self._forecast
        if forecast is None or not forecast.bins or forecast.low is None or forecast.high is None:
            return
        look = theme()
        painter = QPainter(self)
        painter.setFont(look.font(11))
        base, top = self.height() - look.px(20), look.px(20)
        step = self.width() / len(forecast.bins)
        most = max(forecast.bins)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("stage_passed"))
        for place, count in enumerate(forecast.bins):
            height = (base - top) * count / most
            painter.drawRect(QRectF(step * place + 1, base - height, max(1.0, step - 2), height))
        width = max(1, forecast.high.minor - forecast.low.minor)
        for name, money in (("P10", forecast.p10), ("P50", forecast.p50), ("P90", forecast.p90)):
            if money is not None:
                at = (money.minor - forecast.low.minor) / width * self.width()
                painter.setPen(QPen(look.colour("accent_mark"), look.px(2)))
                painter.drawLine(round(at), top - look.px(2), round(at), base)
                painter.setPen(look.colour("text"))
                left = min(max(0.0, at - look.px(20)), self.width() - look.px(40))
                painter.drawText(QRectF(left, 0, look.px(40), look.px(16)), _MIDDLE, name)
        painter.setPen(look.colour("muted"))
        below = QRectF(0, base + look.px(2), self.width(), look.px(17))
        painter.drawText(below, _LEFT, short_money(forecast.low))
        painter.drawText(below, _RIGHT, short_money(forecast.high))
