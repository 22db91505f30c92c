"""The charts of the dashboard: funnel, columns by month, rows with numbers and bars, the spread of the forecast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.analytics import Forecast, FunnelStage, OutcomeColumn
from desktop.views.behind import Behind
from ui.analytics.marks import Marks
from ui.analytics.period import column_words, span_words
from ui.analytics.words import DOT, full_sums, number_text, share_text, short_money, short_sums
from ui.theme import theme
from ui.widgets.buttons import Button

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


FIRST_ROWS = 8
"""So many rows are shown before the rest is asked for."""


class Chart(Marks):
    """A chart that says in its middle why it is empty."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent, name=name)
        self._empty = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_empty_text(self, text: str) -> None:
        """Say this while there is nothing to show."""
        self._empty = text
        self.update()

    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """As high as what it shows."""
        return QSize(theme().px(240), self.height_needed())

    def minimumSizeHint(self) -> QSize:
        """Narrower is possible, lower is not."""
        return QSize(theme().px(160), self.height_needed())

    def height_needed(self) -> int:
        """Return the height in pixels."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Place the marks."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the marks anew."""
        super().resizeEvent(event)
        self.arrange()

    def renew(self) -> None:
        """Place and paint anew after other data have come."""
        self.updateGeometry()
        self.arrange()
        self.update()

    def paint_empty(self, painter: QPainter) -> bool:
        """Say why there is nothing; tell whether that is so."""
        if not self.is_empty():
            return False
        painter.setFont(theme().font(13))
        painter.setPen(theme().colour("muted"))
        painter.drawText(self.rect(), _MIDDLE | Qt.TextFlag.TextWordWrap, self._empty)
        return True


class FunnelChart(Chart):
    """One bar for each stage: how many, their share of the stage before, and the sum beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="funnelChart")
        self._stages: tuple[FunnelStage, ...] = ()

    def show_stages(self, stages: Sequence[FunnelStage]) -> None:
        """Show the funnel."""
        self._stages = tuple(stages)
        if self.is_empty():
            self.keep(0)
            self.renew()
            return
        for place, stage in enumerate(self._stages):
            text = number_text(stage.count)
            if stage.conversion is not None:
                text += DOT + share_text(stage.conversion)
            tone = "won" if stage.final else ("pale", "pale", "strong")[place] if place < 3 else "deep"
            self.mark(2 * place, "bar").show_value(
                text, stage.label, stage.behind, tone=tone, name=f"funnel_{stage.code}", tip=self._tip(stage, text)
            )
            self.mark(2 * place + 1, "number").show_value(
                short_sums(stage.sums), stage.label, stage.behind, tip=self._tip(stage, text)
            )
        self.keep(2 * len(self._stages))
        self.renew()

    def is_empty(self) -> bool:
        """Whether no sale is in the funnel."""
        return not any(stage.count for stage in self._stages)

    def height_needed(self) -> int:
        """Return the height of all bars."""
        return theme().px(41) * max(5, len(self._stages))

    def _tip(self, stage: FunnelStage, text: str) -> str:
        return f"{stage.label}: {text}{DOT}{full_sums(stage.sums)}"

    def _label_width(self) -> int:
        metrics = QFontMetricsF(theme().font(13))
        widest = max((metrics.horizontalAdvance(stage.label) for stage in self._stages), default=0)
        return min(round(widest) + theme().px(4), self.width() * 2 // 5)

    def arrange(self) -> None:
        """Place bars and sums."""
        if self.is_empty():
            return
        look = theme()
        left = self._label_width() + look.px(10)
        sums = [self.mark(2 * place + 1, "number") for place in range(len(self._stages))]
        room = self.width() - left - max(mark.sizeHint().width() for mark in sums) - look.px(10)
        most = max(stage.count for stage in self._stages)
        for place, stage in enumerate(self._stages):
            top = look.px(41) * place + look.px(3)
            width = max(look.px(6), round(room * stage.count / most)) if stage.count else look.px(3)
            bar = self.mark(2 * place, "bar")
            bar.setGeometry(left, top, min(width, max(room, 1)), look.px(34))
            sums[place].setGeometry(left + room + look.px(8), top, sums[place].sizeHint().width(), look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names of the stages, and what did not fit into its bar beside it."""
        look = theme()
        painter = QPainter(self)
        if self.paint_empty(painter):
            return
        painter.setPen(look.colour("text"))
        width = self._label_width()
        for place, stage in enumerate(self._stages):
            bar = self.mark(2 * place, "bar")
            area = QRectF(0, bar.y(), width, bar.height())
            painter.setFont(look.font(13))
            shown = painter.fontMetrics().elidedText(stage.label, Qt.TextElideMode.ElideRight, width)
            painter.drawText(area, _RIGHT, shown)
            if bar.text_width() + look.px(6) > bar.width():
                painter.setFont(look.font(12, bold=True))
                painter.drawText(
                    QRectF(bar.geometry().right() + look.px(8), bar.y(), 999, bar.height()), _LEFT, bar.text()
                )


class ColumnChart(Chart):
    """Won and lost by month: won at the bottom, lost above it, the count in each, the month below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="monthChart")
        self._columns: tuple[OutcomeColumn, ...] = ()
        self._words = ("", "")

    def set_words(self, won: str, lost: str) -> None:
        """Name the two parts of a column."""
        self._words = (won, lost)
        self.show_columns(self._columns)

    def show_columns(self, columns: Sequence[OutcomeColumn]) -> None:
        """Show the columns."""
        self._columns = tuple(columns)
        for place, column in enumerate(self._columns):
            when = span_words(column.first, column.last)
            for part, tally in enumerate((column.won, column.lost)):
                what = f"{when}, {self._words[part]}"
                text = number_text(tally.count) if tally.count else ""
                self.mark(2 * place + part, "bar").show_value(
                    text,
                    what,
                    tally.behind if tally.count else None,
                    tone=("won", "lost")[part],
                    tip=f"{what}: {number_text(tally.count)}{DOT}{full_sums(tally.sums)}",
                    name=f"{('won', 'lost')[part]}_{column.first:%Y-%m}",
                )
        self.keep(2 * len(self._columns))
        self.renew()

    def is_empty(self) -> bool:
        """Whether nothing was closed."""
        return not any(column.won.count or column.lost.count for column in self._columns)

    def height_needed(self) -> int:
        """Return room for columns and names."""
        return theme().px(230)

    def _base(self) -> int:
        return self.height() - theme().px(24)

    def arrange(self) -> None:
        """Place the columns."""
        if self.is_empty():
            for place in range(2 * len(self._columns)):
                self.mark(place, "bar").hide()
            return
        look = theme()
        step = self.width() / len(self._columns)
        width = max(look.px(4), min(look.px(50), round(step * 0.62)))
        most = max(column.won.count + column.lost.count for column in self._columns)
        room = self._base() - look.px(28)
        for place, column in enumerate(self._columns):
            left = round(step * (place + 0.5) - width / 2)
            below = self._base()
            for part, tally in enumerate((column.won, column.lost)):
                mark = self.mark(2 * place + part, "bar")
                mark.setVisible(tally.count > 0)
                height = max(look.px(3), round(room * tally.count / most))
                mark.setGeometry(left, below - height, width, height)
                if tally.count:
                    below -= height + look.px(2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint legend and names; names that would touch are left out."""
        look = theme()
        painter = QPainter(self)
        if self.paint_empty(painter):
            return
        painter.setFont(look.font(11))
        painter.setPen(look.colour("muted"))
        step = self.width() / len(self._columns)
        names = [column_words(column.first, column.months) for column in self._columns]
        widest = max(painter.fontMetrics().horizontalAdvance(name) for name in names) + look.px(6)
        every = max(1, -(-widest // max(1, round(step))))
        for place, name in enumerate(names):
            if (len(names) - 1 - place) % every == 0:
                area = QRectF(step * (place + 0.5) - widest, self._base() + look.px(4), 2 * widest, look.px(18))
                painter.drawText(area, _MIDDLE, name)
        self._paint_legend(painter)

    def _paint_legend(self, painter: QPainter) -> None:
        look = theme()
        left, side = 0, look.px(9)
        for word, ground, line in zip(
            self._words,
            ("good" if look.tokens.dark else "good_text", "bad_soft"),
            (None, "bad"),
            strict=True,
        ):
            painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(look.colour(line), 1))
            painter.setBrush(look.colour(ground))
            painter.drawRoundedRect(left, look.px(4), side, side, 2, 2)
            painter.setPen(look.colour("muted"))
            left += side + look.px(5)
            width = painter.fontMetrics().horizontalAdvance(word)
            painter.drawText(QRectF(left, 0, width + 2, look.px(17)), _LEFT, word)
            left += width + look.px(14)


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a row, with what is behind it (None: plain text) and what it is of."""

    text: str
    what: str
    behind: Behind | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a row's bar; ``size`` is measured with the same measure in all rows."""

    size: float
    tone: str
    what: str
    behind: Behind | None = None


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row: its name, its numbers, its bar. ``key`` names its parts for tests and assistive tools."""

    key: str
    label: str
    cells: tuple[Cell, ...]
    bar: tuple[Segment, ...] = ()


class RowChart(Chart):
    """Rows with a line below each: name, numbers in columns, a thin bar."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent, name=name)
        self._all: tuple[ChartRow, ...] = ()
        self._rows: tuple[ChartRow, ...] = ()
        self._heads: tuple[str, ...] = ()
        self._whole = False
        self.more_button = Button("", self, kind="link", name=f"{name}MoreButton")
        self.more_button.clicked.connect(self._show_more)
        self.more_button.hide()

    def show_rows(self, rows: Sequence[ChartRow], heads: Sequence[str] = ()) -> None:
        """Show rows with equally many cells; ``heads`` stand above the columns."""
        self._all, self._heads = tuple(rows), tuple(heads)
        self._rows = self._all if self._whole or len(self._all) <= FIRST_ROWS + 1 else self._all[:FIRST_ROWS]
        self._name_more()
        place = 0
        for row in self._rows:
            for number, cell in enumerate(row.cells):
                self.mark(place, "number").show_value(
                    cell.text,
                    row.label if cell.what == row.label else f"{row.label}, {cell.what}",
                    cell.behind,
                    right=True,
                    tip=cell.tip,
                    name=f"{self.objectName()}_{row.key}_{number}",
                )
                place += 1
            for number, part in enumerate(row.bar):
                self.mark(place, "bar").show_value(
                    "", part.what, part.behind, tone=part.tone, tip=part.what, name=f"{row.key}_bar_{number}"
                )
                place += 1
        self.keep(place)
        self.renew()

    def _name_more(self) -> None:
        self.more_button.setVisible(len(self._all) > FIRST_ROWS + 1)
        number = number_text(len(self._all))
        self.more_button.setText(
            self.tr("Show less") if self._whole else self.tr("Show all {number}").format(number=number)
        )

    def _show_more(self) -> None:
        self._whole = not self._whole
        self.show_rows(self._all, self._heads)

    def is_empty(self) -> bool:
        """Whether there is no row."""
        return not self._rows

    def height_needed(self) -> int:
        """Return the height of all rows."""
        look = theme()
        head = look.px(24) if any(self._heads) else 0
        more = look.px(32) if len(self._all) > FIRST_ROWS + 1 else 0
        return max(look.px(96), look.px(34) * len(self._rows) + head + more)

    def _widths(self) -> tuple[int, list[int], int]:
        """Return the width of the names, of each column of numbers, and where the bars begin."""
        look = theme()
        metrics = QFontMetricsF(look.font(13))
        columns = []
        for number in range(max((len(row.cells) for row in self._rows), default=0)):
            widest = max(metrics.horizontalAdvance(row.cells[number].text) for row in self._rows)
            if number < len(self._heads):
                widest = max(widest, QFontMetricsF(look.font(11)).horizontalAdvance(self._heads[number]))
            columns.append(round(widest) + look.px(14))
        names = max(metrics.horizontalAdvance(row.label) for row in self._rows) + look.px(18)
        bars = look.px(60) if any(row.bar for row in self._rows) else 0
        share = self.width() - sum(columns) - bars
        label = max(look.px(70), min(round(names), share)) if bars else max(look.px(70), share - look.px(4))
        return label, columns, label + sum(columns) + look.px(14)

    def arrange(self) -> None:
        """Place numbers and bars."""
        if self.is_empty():
            return
        look = theme()
        label, columns, bars = self._widths()
        room = max(1, self.width() - bars - look.px(8))
        most = max((sum(part.size for part in row.bar) for row in self._rows), default=0) or 1
        top, place = (look.px(24) if any(self._heads) else 0), 0
        for row in self._rows:
            left = label
            for width, _cell in zip(columns, row.cells, strict=True):
                self.mark(place, "number").setGeometry(left, top + look.px(4), width, look.px(26))
                left += width
                place += 1
            left = bars
            for part in row.bar:
                width = max(look.px(3), round(room * part.size / most)) if part.size else 0
                mark = self.mark(place, "bar")
                mark.setVisible(width > 0)
                mark.setGeometry(left, top + look.px(11), width, look.px(12))
                left += width + (look.px(2) if width else 0)
                place += 1
            top += look.px(34)
        size = self.more_button.sizeHint()
        self.more_button.setGeometry(0, top + look.px(4), size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint heads, names and the lines between the rows."""
        look = theme()
        painter = QPainter(self)
        if self.paint_empty(painter):
            return
        label, columns, _bars = self._widths()
        top = 0
        if any(self._heads):
            painter.setFont(look.font(11))
            painter.setPen(look.colour("muted"))
            left = label
            for width, head in zip(columns, self._heads, strict=False):
                painter.drawText(QRectF(left, 0, width - look.px(2), look.px(22)), _RIGHT, head)
                left += width
            top = look.px(24)
        painter.setFont(look.font(13))
        for row in self._rows:
            painter.setPen(look.colour("text"))
            area = QRectF(look.px(8), top, label - look.px(12), look.px(34))
            shown = painter.fontMetrics().elidedText(row.label, Qt.TextElideMode.ElideRight, round(area.width()))
            painter.drawText(area, _LEFT, shown)
            top += look.px(34)
            painter.setPen(look.colour("line"))
            painter.drawLine(0, top - 1, self.width(), top - 1)


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
