"""The calendar of a month: a field per day with its activities as lines, worked by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop.views.activities import ScheduleItem
from desktop.views.exchange import Query
from ui.asked import Asked
from ui.schedule import face
from ui.schedule.painting import paint_activity
from ui.schedule.period import FULL_WEEK, Period, from_wall, to_wall
from ui.theme import theme

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -FULL_WEEK, Qt.Key.Key_Down: FULL_WEEK}
NEW_AT = timedelta(hours=9)
"""When a day's double-click plans something, after its midnight."""


class MonthGrid(QWidget):
    """Weeks under each other. What does not fit into a day is counted; the day's number opens the day."""

    opened = Signal(int)
    """An activity is to be opened: its id."""
    moved = Signal(int, object, object)
    """An activity was dragged to another day: its id, new start and due time in UTC."""
    slot_chosen = Signal(object)
    """A day was double-clicked: the wall-clock time for something new."""
    day_chosen = Signal(object)
    """The number of a day, or what does not fit into it, was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("monthGrid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._items: dict[int, ScheduleItem] = {}
        self._walls: dict[int, tuple[datetime, datetime]] = {}
        self._days: dict[date, list[int]] = {}
        self._zone: tzinfo | None = None
        self._period = Period(date(2000, 1, 3), 35)
        self._month = 1
        self._now = datetime.min  # noqa: DTZ901 (wall-clock times are naive)
        self._current: int | None = None
        self._held: tuple[int, QPointF] | None = None
        self._target: date | None = None

    # what is shown

    def show_items(self, period: Period, month: int, items: Iterable[ScheduleItem], zone: tzinfo | None) -> None:
        """Show whole weeks; ``month`` (1 to 12) is the one whose days are not pale."""
        self._period, self._month, self._zone = period, month, zone
        self._items = {item.id: item for item in items}
        self._walls = {item.id: (to_wall(item.start_at, zone), to_wall(item.due_at, zone)) for item in items}
        if self._current not in self._items:
            self._current = None
        if self._held is not None and not (self._held[0] in self._items and self._items[self._held[0]].movable):
            self._let_go()
        self._arrange()

    def set_now(self, now: datetime) -> None:
        """Set the wall-clock time; its day is marked."""
        if now.date() != self._now.date():
            self.update()
        self._now = now

    def current(self) -> int | None:
        """Return the id of the activity that the keyboard is on."""
        return self._current

    def why_asked(self, point: QPoint | None) -> Asked | None:
        """Return the question why an activity is there."""
        activity = self._current if point is None else self.item_at(QPointF(point))
        if activity is None:
            return None
        area = self.area_of(activity)
        return Asked(Query("why", activity=activity), self, self.rect() if area is None else area.toRect())

    def set_current(self, activity: int | None) -> None:
        """Put the keyboard on an activity."""
        self._current = activity if activity in self._items else None
        if self._current is not None:
            item = self._items[self._current]
            self.setAccessibleDescription(face.sentence(item, *self._walls[item.id]))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def area_of(self, activity: int) -> QRectF | None:
        """Return where an activity is painted; None if it is not shown or does not fit into its day."""
        return next((area for id_, area in self._lines() if id_ == activity), None)

    def area_of_day(self, day: date) -> QRectF:
        """Return the field of a day of the period."""
        number = (day - self._period.first).days
        week, column = divmod(number, FULL_WEEK)
        head, weeks = self._head(), self._period.days // FULL_WEEK
        wide, high = self.width() / FULL_WEEK, (self.height() - head) / weeks
        return QRectF(column * wide, head + week * high, wide, high)

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(theme().px(640), theme().px(480))

    def _head(self) -> float:
        return theme().px(30)

    def _arrange(self) -> None:
        self._days = {}
        order = sorted(self._walls, key=lambda id_: (self._walls[id_], id_))
        for activity in order:
            start, end = self._walls[activity]
            day = max(start.date(), self._period.first)
            last = max(day, (end - timedelta(microseconds=1)).date())
            while day <= min(last, self._period.last):
                self._days.setdefault(day, []).append(activity)
                day += timedelta(days=1)
        self.update()

    def _room(self) -> tuple[float, float, int]:
        """Return the height above the lines of a day, that of a line, and how many lines fit."""
        look = theme()
        above, line = look.px(25), QFontMetricsF(look.font(12, bold=True)).height() + look.px(4)
        high = self.area_of_day(self._period.first).height()
        return above, line, max(1, int((high - above - look.px(3)) // line))

    def _lines(self) -> Iterable[tuple[int, QRectF]]:
        above, line, fit = self._room()
        gap = theme().px(3)
        for day, activities in self._days.items():
            field = self.area_of_day(day)
            shown = activities if len(activities) <= fit else activities[: fit - 1]
            for row, activity in enumerate(shown):
                top = field.top() + above + row * line
                yield activity, QRectF(field.left() + gap, top, field.width() - 2 * gap, line - 2)

    def _more(self, day: date) -> int:
        """Return how many activities do not fit into a day."""
        fit, number = self._room()[2], len(self._days.get(day, ()))
        return number - fit + 1 if number > fit else 0

    def item_at(self, point: QPointF) -> int | None:
        """Return the id of the activity under a point."""
        return next((id_ for id_, area in self._lines() if area.contains(point)), None)

    def day_at(self, point: QPointF) -> date | None:
        """Return the day under a point."""
        if point.y() < self._head() or not self.rect().contains(point.toPoint()):
            return None
        week = int((point.y() - self._head()) // self.area_of_day(self._period.first).height())
        column = min(FULL_WEEK - 1, int(point.x() // (self.width() / FULL_WEEK)))
        return min(self._period.first + timedelta(days=week * FULL_WEEK + column), self._period.last)

    def _on_number(self, point: QPointF) -> date | None:
        """Return the day whose number, or whose count of further activities, is under a point."""
        day = self.day_at(point)
        if day is None:
            return None
        field, (above, line, fit) = self.area_of_day(day), self._room()
        in_more = bool(self._more(day)) and point.y() > field.top() + above + (fit - 1) * line
        return day if point.y() < field.top() + above or in_more else None

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names of the weekdays, the fields, and the activities of each."""
        look, locale = theme(), QLocale()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.setFont(look.font(12, bold=True))
        painter.setPen(look.colour("muted"))
        for column in range(FULL_WEEK):
            day = self._period.first + timedelta(days=column)
            name = locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
            wide = self.width() / FULL_WEEK
            area = QRectF(column * wide, 0, wide, self._head())
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, name[:1].upper() + name[1:])
        for number in range(self._period.days):
            self._paint_day(painter, self._period.first + timedelta(days=number))
        for activity, area in self._lines():
            item, (start, _) = self._items[activity], self._walls[activity]
            paint_activity(
                painter,
                area,
                replace(item, title=f"{face.time_text(locale, start)} {item.title}"),
                current=self._current == activity and self.hasFocus(),
                faded=self._target is not None and self._held is not None and self._held[0] == activity,
            )
        painter.end()

    def _paint_day(self, painter: QPainter, day: date) -> None:
        look, field = theme(), self.area_of_day(day)
        if day.month != self._month:
            painter.fillRect(field, look.colour("background"))
        if day == self._target:
            painter.fillRect(field, look.colour("accent_soft"))
        painter.setPen(look.colour("line"))
        painter.drawRect(field)
        number = QRectF(field.left() + look.px(4), field.top() + look.px(3), look.px(22), look.px(20))
        painter.setFont(look.font(12, bold=day == self._now.date()))
        if day == self._now.date():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(number, look.px(10), look.px(10))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("on_accent"))
        else:
            painter.setPen(look.colour("text" if day.month == self._month else "muted"))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(day.day))
        more = self._more(day)
        if more:
            above, line, fit = self._room()
            words = QRectF(field.left() + look.px(8), field.top() + above + (fit - 1) * line, field.width(), line)
            painter.setFont(look.font(11))
            painter.setPen(look.colour("muted"))
            text = self.tr("%n more", "", more)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an activity."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        found = self.item_at(event.position())
        self.set_current(found)
        if found is not None and self._items[found].movable:
            self._held = (found, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held to another day."""
        point = event.position()
        if self._held is not None:
            far = (point - self._held[1]).manhattanLength() >= QApplication.startDragDistance()
            if far or self._target is not None:
                self._target = self.day_at(point)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.update()
            return
        hand = self.item_at(point) is not None or self._on_number(point) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the activity moves to the day under it, at its time; or a day's number is chosen."""
        held, target = self._held, self._target
        self._let_go()
        if held is not None and target is not None:
            self._move(held[0], (target - self._walls[held[0]][0].date()).days)
        elif event.button() == Qt.MouseButton.LeftButton and held is None:
            day = self._on_number(event.position())
            if day is not None and self.item_at(event.position()) is None:
                self.day_chosen.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an activity, or plan something on a day."""
        self._let_go()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        found, day = self.item_at(event.position()), self.day_at(event.position())
        if found is not None:
            self.opened.emit(found)
        elif day is not None and self._on_number(event.position()) is None:
            self.slot_chosen.emit(datetime(day.year, day.month, day.day) + NEW_AT)  # noqa: DTZ001 (wall-clock time)

    def _let_go(self) -> None:
        self._held = self._target = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def _move(self, activity: int, days: int) -> None:
        """Show the activity on its new day at once and tell of it; the answer shows what really became of it."""
        if not days:
            return
        item, (start, end) = self._items[activity], self._walls[activity]
        span = timedelta(days=days)
        start_at = from_wall(start + span, self._zone)
        due_at = start_at + (item.due_at - item.start_at)
        self._walls[activity] = (start + span, end + span)
        self._items[activity] = replace(item, start_at=start_at, due_at=due_at)
        self._arrange()
        self.set_current(activity)
        self.moved.emit(activity, start_at, due_at)

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one activity to another, with Alt they move it by a day or a week; Enter opens."""
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Escape and self._held is not None:
            self._let_go()
        elif key in _ARROWS and alt and self._current is not None:
            if self._items[self._current].movable:
                self._move(self._current, _ARROWS[key])
        elif key in _ARROWS and self._items:
            self.set_current(face.neighbour(self._walls, self._current, key, self._now))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.opened.emit(self._current)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep Alt and arrows (the window's back and forward) while they move an activity; show tool tips."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if (alt and event.key() in _ARROWS and self._current is not None) or (
                event.key() == Qt.Key.Key_Escape and self._held is not None
            ):
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.item_at(QPointF(event.pos()))
            if found is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), face.tool_tip(self._items[found], *self._walls[found]), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on the next activity when it comes in by Tab."""
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if self._current is None and self._items and by_tab:
            self.set_current(face.neighbour(self._walls, None, Qt.Key.Key_Down, self._now))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away; a drag ends."""
        super().focusOutEvent(event)
        self._let_go()
