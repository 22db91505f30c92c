"""The charts of the dashboard: what they have in common, the funnel, columns by month."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.analytics import FunnelStage, OutcomeColumn
from ui.analytics.marks import Marks
from ui.analytics.period import column_words, span_words
from ui.analytics.words import DOT, full_sums, number_text, share_text, short_sums
from ui.theme import theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


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
