"""The sheet of days and hours: what it shows, where each activity stands, and how it is painted by one widget.

A widget per activity would cost 0.3 ms each to make and lay out again on every scroll or change; painting a hundred
activities costs a few milliseconds in all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from PySide6.QtCore import QLocale, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.views.activities import ScheduleItem
from desktop.views.administration import WorkingHours
from desktop.views.exchange import Query
from ui.asked import Asked
from ui.schedule import face
from ui.schedule.geometry import Geometry
from ui.schedule.layout import Bar, Block, Crowd, Layout, Span, lay_out
from ui.schedule.painting import paint_activity, paint_crowd
from ui.schedule.period import Period, to_wall
from ui.theme import theme

LEAST_LANE = 52
"""Below this width an activity could not be read: those that have no room are counted instead."""
OPENS_AT = 8 * 60
"""The minute of the day at the top when the calendar is first shown."""


@dataclass(slots=True)
class Drag:
    """An activity that the mouse has taken hold of, and where it would stand if it were let go now."""

    id: int
    grabbed: QPointF
    target: datetime
    offset: float = 0.0
    end: datetime | None = None  # where its end is dragged to, if it was taken by its lower edge
    under_way: bool = False


class DaySheet(QAbstractScrollArea):
    """Days side by side, hours downwards. Times are shown in the zone given with the items."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._items: dict[int, ScheduleItem] = {}
        self._walls: dict[int, tuple[datetime, datetime]] = {}
        self._zone: tzinfo | None = None  # None: this computer's
        self._period = Period(date(2000, 1, 3), 5)
        self._now = datetime.min  # noqa: DTZ901 (wall-clock times are naive)
        self._layout = Layout((), (), 0)
        self._current: int | None = None
        self._hovered: int | None = None
        self._drag: Drag | None = None
        self._slot: Block | None = None
        self._stand = QWidget(self.viewport())
        self._stand.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._stand.hide()
        self._opened_once = False
        self._hours = WorkingHours()

    # what is shown

    def show_items(self, period: Period, items: Iterable[ScheduleItem], zone: tzinfo | None) -> None:
        """Show the activities of a period; the current one stays current while it is there.

        A drag that is under way is given up if its activity is gone or may not be moved any more.
        """
        self._period, self._zone = period, zone
        self._items = {item.id: item for item in items}
        self._walls = {
            item.id: (to_wall(item.start_at, zone), to_wall(item.due_at, zone)) for item in self._items.values()
        }
        if self._current not in self._items:
            self._current = None
        if self._drag is not None and not (self._drag.id in self._items and self._items[self._drag.id].movable):
            self._end_drag()
        self._arrange()

    def set_now(self, now: datetime) -> None:
        """Set the wall-clock time at which the red line stands."""
        if now != self._now:
            self._now = now
            self.viewport().update()

    def set_hours(self, hours: WorkingHours) -> None:
        """Set the working hours; what lies outside is shaded."""
        self._hours = hours
        self.viewport().update()

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
        """Put the keyboard on an activity and bring it into view."""
        self._current = activity if activity in self._items else None
        if self._current is not None:
            item = self._items[self._current]
            self.setAccessibleDescription(face.sentence(item, *self._walls[item.id]))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            self._bring_into_view(self._current)
        self.viewport().update()

    def area_of(self, activity: int) -> QRectF | None:
        """Return where (the first piece of) an activity is painted in the viewport, or None if it is not shown."""
        return next((area for id_, area in self._areas() if id_ == activity), None)

    def geometry_now(self) -> Geometry:
        """Return the measures in force."""
        look = theme()
        row = look.px(24)
        head = look.px(40)
        strip = row * self._layout.rows + (look.px(4) if self._layout.rows else 0)
        width = self.viewport().width()
        room = self.viewport().height() - head - strip
        digits = QFontMetricsF(look.font(11)).horizontalAdvance("00:00")
        return Geometry(
            self._period.first,
            self._period.days,
            width - look.px(4),
            digits + look.px(26),
            head,
            strip,
            row,
            max(look.px(50), room / 12.5),
            self.verticalScrollBar().value(),
            look.px(3),
        )

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(theme().px(640), theme().px(480))

    def _arrange(self) -> None:
        spans = [Span(id_, *wall) for id_, wall in self._walls.items()]
        shown = self.geometry_now()
        shortest = 15 if shown.hour >= theme().px(80) else 30
        most = max(2, int(shown.column // theme().px(LEAST_LANE)))
        self._layout = lay_out(spans, self._period.first, self._period.days, shortest=shortest, most=most)
        self._set_range()
        self.viewport().update()

    def _set_range(self) -> None:
        shown = self.geometry_now()
        bar = self.verticalScrollBar()
        room = max(0, self.viewport().height() - shown.top)
        bar.setPageStep(int(room))
        bar.setSingleStep(int(shown.hour / 2))
        bar.setRange(0, max(0, round(shown.total - room)))
        if not self._opened_once and self.isVisible() and bar.maximum() > 0:
            self._opened_once = True
            bar.setValue(round(shown.hour * OPENS_AT / 60 - theme().px(8)))

    def _areas(self) -> Iterable[tuple[int, QRectF]]:
        shown = self.geometry_now()
        for bar in self._layout.bars:
            yield bar.id, shown.bar(bar)
        for block in self._layout.blocks:
            yield block.id, shown.block(block)

    def item_at(self, point: QPointF) -> int | None:
        """Return the id of the activity under a point of the viewport."""
        in_hours = point.y() >= self.geometry_now().top
        bars = {bar.id for bar in self._layout.bars}
        for id_, area in self._areas():
            if (id_ not in bars) == in_hours and area.contains(point):
                return id_
        return None

    def crowd_at(self, point: QPointF) -> Crowd | None:
        """Return the activities without room whose sign stands under a point of the viewport."""
        shown = self.geometry_now()
        if point.y() < shown.top:
            return None
        return next((crowd for crowd in self._layout.crowds if shown.block(crowd.place).contains(point)), None)

    def _bring_into_view(self, activity: int) -> None:
        shown = self.geometry_now()
        area = self.area_of(activity)
        if area is None or self._is_bar(activity):
            return
        bar, margin = self.verticalScrollBar(), theme().px(8)
        if area.top() < shown.top + margin:
            bar.setValue(round(bar.value() + area.top() - shown.top - margin))
        elif area.bottom() > self.viewport().height() - margin:
            bar.setValue(round(bar.value() + area.bottom() - self.viewport().height() + margin))

    def mark_slot(self, slot: datetime | None, minutes: int = 30) -> QWidget | None:
        """Outline a free place while a task is being planned there; return a widget that stands there (for a popup).

        None takes the outline away; a place that is not shown is not outlined.
        """
        self._slot = None
        if slot is not None and self._period.holds(slot.date()):
            start = slot.hour * 60 + slot.minute
            day = (slot.date() - self._period.first).days
            self._slot = Block(0, day, start, min(start + minutes, 24 * 60), 0, 1, 1, True, True)
            area = self.geometry_now().block(self._slot).toRect()
            if area.top() < self.geometry_now().top or area.bottom() > self.viewport().height():
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + area.top() - self.height() // 3)
                area = self.geometry_now().block(self._slot).toRect()
            self._stand.setGeometry(area)
        self._stand.setVisible(self._slot is not None)
        self.viewport().update()
        return self._stand if self._slot is not None else None

    def _is_bar(self, activity: int) -> bool:
        return any(bar.id == activity for bar in self._layout.bars)

    def _end_drag(self) -> None:
        if self._drag is not None:
            self._drag = None
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint hours, activities, the line of now, and the names of the days above them."""
        painter = QPainter(self.viewport())
        shown = self.geometry_now()
        painter.fillRect(self.viewport().rect(), theme().colour("surface"))
        painter.setClipRect(QRectF(0, shown.top, self.viewport().width(), self.viewport().height()))
        face.paint_off_hours(painter, shown, self._hours, self.viewport().height())
        face.paint_hours(painter, shown, QLocale(), self.viewport().height())
        face.paint_today(painter, shown, self._now, self.viewport().height())
        for block in self._layout.blocks:
            self._paint_block(painter, shown, block)
        for crowd in self._layout.crowds:
            current = self._current in crowd.ids and self.hasFocus()
            paint_crowd(painter, shown.block(crowd.place), len(crowd.ids), current=current)
        if self._slot is not None:
            face.paint_slot(painter, shown.block(self._slot))
        face.paint_now(painter, shown, self._now)
        self._paint_ghost(painter, shown)
        painter.setClipping(False)
        face.paint_head(painter, shown, QLocale(), self._now.date())
        for bar in self._layout.bars:
            self._paint_bar(painter, shown, bar)
        painter.end()

    def _paint_block(self, painter: QPainter, shown: Geometry, block: Block) -> None:
        area = shown.block(block)
        if area.bottom() < shown.top or area.top() > self.viewport().height():
            return
        item = self._items[block.id]
        paint_activity(
            painter,
            area,
            item,
            hovered=self._hovered == block.id,
            current=self._current == block.id and self.hasFocus(),
            faded=self._is_dragged(block.id),
        )

    def _paint_bar(self, painter: QPainter, shown: Geometry, bar: Bar) -> None:
        paint_activity(
            painter,
            shown.bar(bar),
            self._items[bar.id],
            hovered=self._hovered == bar.id,
            current=self._current == bar.id and self.hasFocus(),
        )

    def _paint_ghost(self, painter: QPainter, shown: Geometry) -> None:
        drag = self._drag
        if drag is None or not drag.under_way:
            return
        start, end = self._walls[drag.id]
        target_end = drag.target + (end - start) if drag.end is None else drag.end
        day = (drag.target.date() - self._period.first).days
        begins = drag.target.hour * 60 + drag.target.minute
        ends = min(24 * 60, begins + max(15, round((target_end - drag.target).total_seconds() / 60)))
        area = shown.block(Block(drag.id, day, begins, ends, 0, 1, 1, True, True))
        caption = face.time_range(QLocale(), drag.target, target_end)
        paint_activity(painter, area, self._items[drag.id], caption=caption, ghost=True)

    def _is_dragged(self, activity: int) -> bool:
        return self._drag is not None and self._drag.under_way and self._drag.id == activity

    # size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hour at the top where it is."""
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() and self._opened_once else None
        self._arrange()
        if share is not None:
            bar.setValue(round(share * bar.maximum()))
        super().resizeEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scrolling is painting anew: names of days stay where they are."""
        self.viewport().update()
