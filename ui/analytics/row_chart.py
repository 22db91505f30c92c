"""RowChart: rows with a name, numbers in columns and a thin bar; each number leads to what is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.behind import Behind
from ui.analytics.charts import Chart
from ui.analytics.words import number_text
from ui.theme import theme
from ui.widgets.buttons import Button

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

FIRST_ROWS = 8
"""So many rows are shown before the rest is asked for."""


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
