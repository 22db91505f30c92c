"""The calendar of days and hours, worked by mouse and keyboard; ui/schedule/day_sheet.py shows and paints it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from ui.schedule import face
from ui.schedule.day_sheet import DaySheet, Drag
from ui.schedule.geometry import SNAP, moved, stretched
from ui.schedule.period import from_wall
from ui.theme import theme

_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class Calendar(DaySheet):
    """The sheet of days, worked by mouse and keyboard: activities are opened, moved, lengthened and planned."""

    opened = Signal(int)
    """An activity is to be opened: its id."""
    moved = Signal(int, object, object)
    """An activity was dragged: its id, new start and due time in UTC."""
    slot_chosen = Signal(object)
    """A free place was double-clicked: its wall-clock time."""
    day_chosen = Signal(object)
    """The name of a day was clicked."""
    crowd_chosen = Signal(object)
    """The sign for activities that have no room side by side was clicked: their day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge = QTimer(self)
        self._edge.setInterval(30)
        self._edge.timeout.connect(self._scroll_at_edge)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an activity."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position()
        if point.y() < self.geometry_now().head:
            return
        edge = self._edge_at(point)
        found = self.item_at(point) if edge is None else edge
        self.set_current(found)
        if found is not None and self._items[found].movable and not self._is_bar(found):
            start, end = self._walls[found]
            self._drag = Drag(found, point, start, self.verticalScrollBar().value(), None if edge is None else end)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; otherwise light up what is under the mouse."""
        drag = self._drag
        if drag is not None:
            far = (event.position() - drag.grabbed).manhattanLength() >= QApplication.startDragDistance()
            if far and not drag.under_way:
                drag.under_way = True
                self._edge.start()
                by_edge = drag.end is not None
                self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if by_edge else Qt.CursorShape.ClosedHandCursor)
            if drag.under_way:
                self._drag_to(event.position())
            return
        hovered = self.item_at(event.position())
        shown = self.geometry_now()
        over_name = event.position().y() < shown.head and event.position().x() > shown.gutter
        hand = (
            hovered is not None or self.crowd_at(event.position()) is not None or (over_name and self._period.days > 1)
        )
        if self._edge_at(event.position()) is not None:
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the activity moves to where its ghost stands; or a day's name is chosen."""
        drag = self._drag
        shown = self.geometry_now()
        if drag is not None:
            self._end_drag()
            if drag.under_way and drag.end is not None:
                self._stretch(drag.id, drag.end)
            elif drag.under_way and drag.target != self._walls[drag.id][0]:
                self._move(drag.id, drag.target)
        elif event.button() == Qt.MouseButton.LeftButton and (crowd := self.crowd_at(event.position())) is not None:
            self.crowd_chosen.emit(self._period.first + timedelta(days=crowd.place.day))
        elif (
            event.button() == Qt.MouseButton.LeftButton
            and event.position().y() < shown.head
            and event.position().x() > shown.gutter
            and self._period.days > 1
        ):
            self.day_chosen.emit(self._period.first + timedelta(days=shown.day_at(event.position().x())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an activity, or choose a free place for a new one."""
        self._end_drag()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        shown = self.geometry_now()
        found = self.item_at(event.position())
        if found is not None:
            self.opened.emit(found)
        elif self.crowd_at(event.position()) is not None:
            return
        elif event.position().y() >= shown.top and event.position().x() >= shown.gutter:
            self.slot_chosen.emit(shown.at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        if self._hovered is not None:
            self._hovered = None
            self.viewport().update()

    def _drag_to(self, point: QPointF) -> None:
        drag = self._drag
        if drag is None:
            return
        shown = self.geometry_now()
        if drag.end is not None:
            drag.end = stretched(*self._walls[drag.id], shown.minute_at(point.y()))
            self.viewport().update()
            return
        days = shown.day_at(point.x()) - shown.day_at(drag.grabbed.x())
        scrolled = self.verticalScrollBar().value() - drag.offset
        minutes = (point.y() - drag.grabbed.y() + scrolled) * 60 / shown.hour
        drag.target = moved(self._walls[drag.id][0], days, minutes, first=self._period.first, last=self._period.last)
        self.viewport().update()

    def _scroll_at_edge(self) -> None:
        if self._drag is None:
            self._edge.stop()
            return
        point = QPointF(self.viewport().mapFromGlobal(self.cursor().pos()))
        shown, reach, bar = self.geometry_now(), theme().px(20), self.verticalScrollBar()
        if not self.viewport().rect().contains(point.toPoint()):
            return
        if shown.top <= point.y() < shown.top + reach:
            bar.setValue(bar.value() - theme().px(8))
            self._drag_to(point)
        elif point.y() > self.viewport().height() - reach:
            bar.setValue(bar.value() + theme().px(8))
            self._drag_to(point)

    def _end_drag(self) -> None:
        super()._end_drag()
        self._edge.stop()

    def _move(self, activity: int, start: datetime) -> None:
        """Show the activity at its new time at once and tell of it; the answer shows what really became of it."""
        item = self._items[activity]
        began, ended = self._walls[activity]
        start_at = from_wall(start, self._zone)
        due_at = start_at + (item.due_at - item.start_at)
        self._walls[activity] = (start, start + (ended - began))
        self._items[activity] = replace(item, start_at=start_at, due_at=due_at)
        self._arrange()
        self.set_current(activity)
        self.moved.emit(activity, start_at, due_at)

    def _edge_at(self, point: QPointF) -> int | None:
        """Return the id of the activity whose lower edge, by which it is lengthened, is under a point."""
        shown = self.geometry_now()
        if point.y() < shown.top:
            return None
        for block in self._layout.blocks:
            area = shown.block(block)
            reach = min(theme().px(6), area.height() / 3)
            near = area.bottom() - reach <= point.y() <= area.bottom() + 2
            if block.last and near and area.left() <= point.x() <= area.right() and self._items[block.id].movable:
                return block.id
        return None

    def _stretch(self, activity: int, end: datetime) -> None:
        """Show the activity with its new end at once and tell of it."""
        start, before = self._walls[activity]
        if end == before:
            return
        item = self._items[activity]
        due_at = from_wall(end, self._zone)
        self._walls[activity] = (start, end)
        self._items[activity] = replace(item, due_at=due_at)
        self._arrange()
        self.set_current(activity)
        self.moved.emit(activity, item.start_at, due_at)

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one activity to another; Enter opens, Esc gives up a drag.

        With Alt they move it, with Alt and Shift Up and Down shorten and lengthen it.
        """
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._end_drag()
        elif key in _ARROWS and alt and self._current is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._nudge_end(key)
            else:
                self._nudge(key)
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
                event.key() == Qt.Key.Key_Escape and self._drag is not None
            ):
                event.accept()
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole of an activity as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.item_at(QPointF(event.pos()))
            crowd = self.crowd_at(QPointF(event.pos()))
            if crowd is not None:
                text = self.tr("%n more at this time: show the list", "", len(crowd.ids))
                QToolTip.showText(event.globalPos(), text, self.viewport())
            elif found is None:
                QToolTip.hideText()
            else:
                text = face.tool_tip(self._items[found], *self._walls[found])
                QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _nudge(self, key: Qt.Key) -> None:
        activity = self._current
        if activity is None or not self._items[activity].movable or self._is_bar(activity):
            return
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        minutes = {Qt.Key.Key_Up: -SNAP, Qt.Key.Key_Down: SNAP}.get(key, 0)
        start = self._walls[activity][0]
        target = moved(start, days, minutes, first=self._period.first, last=self._period.last)
        if target != start:
            self._move(activity, target)

    def _nudge_end(self, key: Qt.Key) -> None:
        activity = self._current
        minutes = {Qt.Key.Key_Up: -SNAP, Qt.Key.Key_Down: SNAP}.get(key, 0)
        if activity is not None and minutes and self._items[activity].movable and not self._is_bar(activity):
            start, end = self._walls[activity]
            if end + timedelta(minutes=minutes) > start:
                self._stretch(activity, end + timedelta(minutes=minutes))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on the next activity when it comes in by Tab."""
        super().focusInEvent(event)
        if (
            self._current is None
            and self._items
            and event.reason()
            in (
                Qt.FocusReason.TabFocusReason,
                Qt.FocusReason.BacktabFocusReason,
            )
        ):
            self.set_current(face.neighbour(self._walls, None, Qt.Key.Key_Down, self._now))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away; a drag ends."""
        super().focusOutEvent(event)
        self._end_drag()
        self.viewport().update()
