"""The schedule as a list: activities under the heading of their day, for reading and for assistive tools."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.views.activities import ScheduleItem
from desktop.views.exchange import Query
from ui.asked import Asked
from ui.icons import pixmap
from ui.schedule import face
from ui.schedule.painting import STATE_ICONS, TONES
from ui.schedule.period import to_wall
from ui.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_KIND_ICONS = {"task": "square-check", "call": "phone", "meeting": "users"}


@dataclass(frozen=True, slots=True)
class Line:
    """The heading of a day (no ``item``) or an activity with its wall-clock times."""

    day: date
    item: ScheduleItem | None = None
    start: datetime | None = None
    end: datetime | None = None


def agenda(items: Iterable[ScheduleItem], zone: tzinfo | None) -> tuple[Line, ...]:
    """Return the lines of the list: every day that has activities, and those by time under it."""
    lines: list[Line] = []
    walls = [(to_wall(item.start_at, zone), to_wall(item.due_at, zone), item) for item in items]
    for start, end, item in sorted(walls, key=lambda each: (each[0], each[1], each[2].id)):
        if not lines or lines[-1].day != start.date():
            lines.append(Line(start.date()))
        lines.append(Line(start.date(), item, start, end))
    return tuple(lines)


class _AgendaModel(QAbstractListModel):
    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.lines[index.row()].item is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if line.item is None or line.start is None or line.end is None:
            spoken = face.day_name(QLocale(), line.day, long=True)
        else:
            spoken = face.sentence(line.item, line.start, line.end)
        return spoken if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None


class _AgendaDelegate(QStyledItemDelegate):
    def __init__(self, view: AgendaList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        look = theme()
        height = look.px(42) if line.item is None else look.px(38)
        return QSize(look.px(100), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)
        painter.save()
        if line.item is None:
            self._paint_day(painter, area, line.day)
        else:
            self._paint_item(painter, area, option, line)
        painter.restore()

    def _paint_day(self, painter: QPainter, area: QRectF, day: date) -> None:
        look = theme()
        today = day == self._view.today()
        painter.setFont(look.font(13, bold=True))
        painter.setPen(look.colour("accent_text" if today else "text"))
        name = face.day_name(QLocale(), day, long=True)
        if today:
            word = QCoreApplication.translate("Schedule", "today")  # on its own line: lupdate reads no f-strings
            name = f"{name} · {word}"
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(area.adjusted(look.px(14), 0, 0, -look.px(8)), flags, name)
        painter.setPen(look.colour("line"))
        painter.drawLine(QPointF(area.left(), area.bottom() - 0.5), QPointF(area.right(), area.bottom() - 0.5))

    def _paint_item(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, line: Line) -> None:
        look, item = theme(), line.item
        if item is None or line.start is None or line.end is None:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, look.colour("accent_soft" if chosen else "hover"))
        painter.setPen(look.colour("line"))
        painter.drawLine(QPointF(area.left(), area.bottom() - 0.5), QPointF(area.right(), area.bottom() - 0.5))
        tone = TONES.get(item.state, "")
        mark = {"": "muted", "accent": "accent_mark"}.get(tone, tone)
        bar = QRectF(area.left() + look.px(14), area.top() + look.px(8), look.px(4), area.height() - look.px(17))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(mark))
        painter.drawRoundedRect(bar, look.px(2), look.px(2))
        left = bar.right() + look.px(10)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        small = look.font(12)
        when_width = QFontMetrics(small).horizontalAdvance("00:00 – 30 Nov 00:00") + look.px(10)
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        when = QRectF(left, area.top(), when_width, area.height())
        painter.drawText(when, middle, face.time_range(QLocale(), line.start, line.end))
        left = when.right()
        icon = STATE_ICONS.get(item.state) or _KIND_ICONS.get(item.kind, "square-check")
        ink = f"{tone}_text" if tone and item.state in STATE_ICONS else "muted"
        side = look.px(14)
        drawn = pixmap(icon, tone=ink, size=14, ratio=painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(left, round(area.center().y() - side / 2)), drawn)
        left += side + look.px(8)
        self._paint_words(painter, QRectF(left, area.top(), area.right() - left - look.px(14), area.height()), item)

    def _paint_words(self, painter: QPainter, area: QRectF, item: ScheduleItem) -> None:
        look = theme()
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        bold = look.font(13, bold=True)
        if item.state == "cancelled":
            bold.setStrikeOut(True)
        metrics = QFontMetrics(bold)
        word = face.state_word(item.state)
        small = look.font(12)
        word_width = QFontMetrics(small).horizontalAdvance(word) + look.px(12) if word else 0
        room = area.width() - word_width
        title = metrics.elidedText(item.title, Qt.TextElideMode.ElideRight, int(room))
        painter.setFont(bold)
        painter.setPen(look.colour("muted" if item.state == "cancelled" else "text"))
        painter.drawText(area, middle, title)
        used = metrics.horizontalAdvance(title) + look.px(10)
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        if room - used > look.px(40):
            rest = QRectF(area.left() + used, area.top(), room - used, area.height())
            text = QFontMetrics(small).elidedText(item.subtitle, Qt.TextElideMode.ElideRight, int(rest.width()))
            painter.drawText(rest, middle, text)
        if word:
            tone = TONES.get(item.state, "")
            painter.setPen(look.colour(f"{tone}_text" if tone else "muted"))
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(area, right, word)


class AgendaList(QListView):
    """Activities by day; a double click or Enter opens one."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda")
        self._lines = _AgendaModel(self)
        self._today: date | None = None
        self.setModel(self._lines)
        self.setItemDelegate(_AgendaDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._open)

    def today(self) -> date | None:
        """Return the day that is marked as today."""
        return self._today

    def show_items(self, items: Iterable[ScheduleItem], zone: tzinfo | None, today: date) -> None:
        """Show other activities; the selected one stays selected while it is there."""
        self._today = today
        before, scrolled = self.current(), self.verticalScrollBar().value()
        self._lines.set_lines(agenda(items, zone))
        if before is not None:
            self.set_current(before)
        self.verticalScrollBar().setValue(scrolled)

    def current(self) -> int | None:
        """Return the id of the selected activity."""
        index = self.currentIndex()
        line = self._lines.lines[index.row()] if index.isValid() else None
        return line.item.id if line is not None and line.item is not None else None

    def why_asked(self, point: QPoint | None) -> Asked | None:
        """Return the question why an activity is there."""
        index = self.currentIndex() if point is None else self.indexAt(point)
        item = self._lines.lines[index.row()].item if index.isValid() else None
        return None if item is None else Asked(Query("why", activity=item.id), self, self.visualRect(index))

    def set_current(self, activity: int | None) -> None:
        """Select an activity."""
        for number, line in enumerate(self._lines.lines):
            if line.item is not None and line.item.id == activity:
                self.setCurrentIndex(self._lines.index(number))
                return

    def count(self) -> int:
        """How many activities are shown."""
        return sum(line.item is not None for line in self._lines.lines)

    def select_first(self) -> None:
        """Select the first activity of today or later, else the first."""
        found = [line for line in self._lines.lines if line.item is not None]
        later = [line for line in found if self._today is None or line.day >= self._today]
        chosen = (later or found)[:1]
        if chosen and chosen[0].item is not None:
            self.set_current(chosen[0].item.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current() is not None:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        item = self._lines.lines[index.row()].item
        if item is not None:
            activity = item.id
            QTimer.singleShot(0, self, lambda: self.opened.emit(activity))
