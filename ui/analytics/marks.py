"""The numbers and bars of the dashboard: each a button of its own that opens the list behind it.

A chart is one stop of the Tab key; the arrow keys go from mark to mark inside it.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.views.behind import Behind
from ui.theme import theme

Kind = Literal["figure", "number", "small", "bar"]
"""A large number, a number in a row, a number in a line of small print, a bar."""

TONES: dict[str, tuple[str, str]] = {
    "pale": ("stage_passed", "stage_passed_text"),
    "strong": ("accent", "on_accent"),
    "deep": ("accent_pressed", "on_accent"),
    "won": ("good_text", "on_accent"),
    "won_dark": ("good", "background"),
    "lost": ("bad_soft", "bad_text"),
    "late": ("bad_fill", "on_bad"),
}
"""Ground and ink of a bar."""

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class Mark(QAbstractButton):
    """One number or bar. Its accessible name says what it is, its description the value."""

    def __init__(self, kind: Kind, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind: Kind = kind
        self.behind: Behind | None = None
        self._tone = "pale"
        self._align = Qt.AlignmentFlag.AlignLeft
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_value(
        self,
        text: str,
        what: str,
        behind: Behind | None,
        *,
        tone: str = "pale",
        tip: str = "",
        right: bool = False,
        name: str = "",
    ) -> None:
        """Show a value; ``what`` says to those who cannot see what it is of, ``tip`` all there is to know."""
        self.behind = behind
        self._tone = tone
        self._align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setText(text)
        self.setObjectName(name)
        says_it = text.casefold().startswith(what.casefold())
        self.setAccessibleName(text if says_it else f"{what}: {text}" if text else what)
        self.setAccessibleDescription(tip)
        self.setToolTip(tip or f"{what}: {text}")
        self.setEnabled(behind is not None)
        self.setCursor(Qt.CursorShape.PointingHandCursor if behind is not None else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def font_now(self) -> QFont:
        """Return the font of its kind."""
        look = theme()
        size = {"figure": 23, "number": 13, "small": 12, "bar": 12}[self.kind]
        return look.font(size, bold=self.kind in {"figure", "bar"})

    def text_width(self) -> int:
        """Return how wide the text is."""
        return round(QFontMetricsF(self.font_now()).horizontalAdvance(self.text())) + theme().px(2)

    def sizeHint(self) -> QSize:
        """The text with room for the mark of the keyboard."""
        look = theme()
        height = round(QFontMetricsF(self.font_now()).height())
        return QSize(self.text_width() + look.px(6), height + look.px(4))

    def minimumSizeHint(self) -> QSize:
        """Never less than the text."""
        return self.sizeHint()

    def colours(self) -> tuple[str, str]:
        """Return ground and ink of a bar in the theme in force."""
        tone = "won_dark" if self._tone == "won" and theme().tokens.dark else self._tone
        return TONES[tone]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar or the number, lit up under the mouse, with a frame where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.kind == "bar":
            self._paint_bar(painter)
        else:
            self._paint_number(painter)
        if self.hasFocus():
            look = theme()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("text" if self.kind == "bar" else "accent_mark"), look.px(2)))
            area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(area, look.px(4), look.px(4))

    def _paint_bar(self, painter: QPainter) -> None:
        look = theme()
        ground, ink = self.colours()
        area = QRectF(self.rect())
        colour = look.colour(ground)
        if self.underMouse() and self.isEnabled():
            colour = colour.lighter(112) if look.tokens.dark else colour.darker(106)
        outlined = self._tone == "lost"
        painter.setPen(QPen(look.colour("bad"), 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = min(look.px(4), area.height() / 2, area.width() / 2)
        inset = 0.5 if outlined else 0
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)
        height = QFontMetricsF(self.font_now()).height()
        if self.text() and self.text_width() + look.px(6) <= area.width() and height <= area.height():
            painter.setFont(self.font_now())
            painter.setPen(look.colour(ink))
            centred = area.width() < look.px(80)
            align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
            inner = area if centred else area.adjusted(look.px(10), 0, 0, 0)
            painter.drawText(inner, align | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_number(self, painter: QPainter) -> None:
        look = theme()
        font = self.font_now()
        lit = self.underMouse() and self.isEnabled()
        font.setUnderline(lit)
        painter.setFont(font)
        painter.setPen(look.colour("accent_text" if lit else "muted" if self.kind == "small" else "text"))
        left = 0 if self.kind in {"figure", "small"} else look.px(2)
        area = self.rect().adjusted(left, 0, -look.px(2), 0)
        painter.drawText(area, self._align | Qt.AlignmentFlag.AlignVCenter, self.text())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Lit no more."""
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the mark at which Tab stops."""
        super().focusInEvent(event)
        chart = self.parentWidget()
        if isinstance(chart, Marks):
            chart.stop_at(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, the arrows go to the neighbours."""
        chart = self.parentWidget()
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif isinstance(chart, Marks) and key in _STEPS:
            chart.step(self, _STEPS[key])
        elif isinstance(chart, Marks) and key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            chart.step(self, None, last=key == Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)


class Marks(QWidget):
    """A chart: it holds marks, keeps one of them the stop of the Tab key, and tells which list is wanted."""

    opened = Signal(object)
    """The :class:`Behind` of the mark that was clicked or entered."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        if name:
            self.setObjectName(name)
        self._marks: list[Mark] = []
        self._stop: Mark | None = None

    def marks(self) -> list[Mark]:
        """Return the marks shown that have a list behind them, in reading order."""
        return [mark for mark in self._marks if not mark.isHidden() and mark.behind is not None]

    def mark(self, place: int, kind: Kind) -> Mark:
        """Return the mark at a place, made where there is none yet."""
        while len(self._marks) <= place:
            made = Mark(kind, self)
            made.clicked.connect(lambda _checked=False, made=made: self._open(made))
            self._marks.append(made)
        found = self._marks[place]
        found.kind = kind
        found.show()
        return found

    def keep(self, number: int) -> None:
        """Hide the marks from that place on, and see that Tab stops at one of those that are left."""
        for mark in self._marks[number:]:
            mark.hide()
            mark.behind = None
        if self._stop is None or self._stop not in self.marks():
            self._stop = None
            first = next(iter(self.marks()), None)
            if first is not None:
                self.stop_at(first)

    def stop_at(self, mark: Mark) -> None:
        """Let Tab stop at this mark alone."""
        if self._stop is not None:
            self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop = mark
        mark.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def step(self, mark: Mark, steps: int | None, *, last: bool = False) -> None:
        """Give the keyboard to a neighbour, or to the first or last mark."""
        shown = self.marks()
        if not shown:
            return
        at = shown.index(mark) if mark in shown else 0
        place = (len(shown) - 1 if last else 0) if steps is None else min(max(at + steps, 0), len(shown) - 1)
        shown[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, mark: Mark) -> None:
        if mark.behind is not None:
            self.opened.emit(mark.behind)
