"""The calendar's face: hours, names of days, the line of now; and what it says about an activity in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QPointF, QRectF, Qt, QTime
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.views.activities import ScheduleItem
from desktop.views.administration import WorkingHours
from ui.schedule.geometry import Geometry
from ui.theme import theme


def paint_hours(painter: QPainter, shown: Geometry, locale: QLocale, bottom: float) -> None:
    """Paint a line and its time for every hour, and thin lines between the days."""
    look = theme()
    painter.setFont(look.font(11))
    height = painter.fontMetrics().height()
    line = look.colour("line")
    for hour in range(25):
        y = round(shown.y(hour * 60)) + 0.5
        if y < shown.top - height or y > bottom + height:
            continue
        painter.setPen(line)
        painter.drawLine(QPointF(shown.gutter, y), QPointF(shown.width, y))
        if hour < 24:
            painter.setPen(look.colour("muted"))
            words = QRectF(0, y + 1, shown.gutter - look.px(10), height)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight, locale.toString(QTime(hour, 0), "H:mm"))
    faint = QColor(line)
    faint.setAlphaF(0.55)
    painter.setPen(faint)
    for day in range(1, shown.days):
        x = round(shown.x(day)) + 0.5
        painter.drawLine(QPointF(x, shown.top), QPointF(x, bottom))


def paint_off_hours(painter: QPainter, shown: Geometry, hours: WorkingHours, bottom: float) -> None:
    """Shade what lies outside the working hours."""
    ground = theme().colour("background")
    top = max(shown.top, shown.y(0))
    end = min(bottom, shown.y(24 * 60))
    for day in range(shown.days):
        x, wide = shown.x(day), shown.column
        if (shown.first + timedelta(days=day)).weekday() not in hours.days:
            painter.fillRect(QRectF(x, top, wide, end - top), ground)
            continue
        for begins, ends in ((0, hours.begins), (hours.ends, 24 * 60)):
            above, below = max(top, shown.y(begins)), min(end, shown.y(ends))
            if below > above:
                painter.fillRect(QRectF(x, above, wide, below - above), ground)


def paint_today(painter: QPainter, shown: Geometry, now: datetime, bottom: float) -> None:
    """Shade today's column a little."""
    day = (now.date() - shown.first).days
    if 0 <= day < shown.days and shown.days > 1:
        ground = theme().colour("accent_soft")
        ground.setAlphaF(0.28)
        top = max(shown.top, shown.y(0))
        painter.fillRect(QRectF(shown.x(day), top, shown.column, min(bottom, shown.y(24 * 60)) - top), ground)


def paint_slot(painter: QPainter, area: QRectF) -> None:
    """Outline the free place where a task is being planned."""
    look = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = look.colour("accent_soft")
    ground.setAlphaF(0.6)
    painter.setBrush(ground)
    painter.setPen(QPen(look.colour("accent_mark"), 1.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), look.px(5), look.px(5))
    painter.restore()


def paint_now(painter: QPainter, shown: Geometry, now: datetime) -> None:
    """Paint the red line of now: thin over the whole period, strong and with a dot over today."""
    day = (now.date() - shown.first).days
    if not 0 <= day < shown.days:
        return
    y = round(shown.y(now.hour * 60 + now.minute)) + 0.5
    look = theme()
    colour = look.colour("bad")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    faint = QColor(colour)
    faint.setAlphaF(0.35)
    painter.setPen(QPen(faint, 1))
    painter.drawLine(QPointF(shown.gutter, y), QPointF(shown.width, y))
    painter.setPen(QPen(colour, 2))
    painter.drawLine(QPointF(shown.x(day), y), QPointF(shown.x(day + 1), y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = look.px(4)
    painter.drawEllipse(QPointF(shown.x(day), y), radius, radius)
    painter.restore()


def paint_head(painter: QPainter, shown: Geometry, locale: QLocale, today: date) -> None:
    """Paint the names of the days, today's in the accent's tone, on the ground above the hours."""
    look = theme()
    painter.fillRect(QRectF(0, 0, shown.width + look.px(10), shown.top), look.colour("surface"))
    painter.setFont(look.font(13, bold=True))
    metrics = painter.fontMetrics()
    for day in range(shown.days):
        which = shown.first + timedelta(days=day)
        name = day_name(locale, which, long=shown.column > look.px(190) and shown.days == 1)
        area = QRectF(shown.x(day), 0, shown.column, shown.head - 1)
        if which == today:
            wide = min(metrics.horizontalAdvance(name) + look.px(22), area.width() - 2)
            high = metrics.height() + look.px(7)
            pill = QRectF(area.center().x() - wide / 2, area.center().y() - high / 2, wide, high)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(pill, high / 2, high / 2)
            painter.restore()
        painter.setPen(look.colour("accent_text" if which == today else "text"))
        painter.drawText(
            area, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(area.width()))
        )
    painter.setPen(look.colour("line"))
    painter.drawLine(QPointF(shown.gutter, shown.top - 0.5), QPointF(shown.width, shown.top - 0.5))


def day_name(locale: QLocale, day: date, *, long: bool = False) -> str:
    """Return "Mon 23", or "Monday, 23 November"; capitalised as a heading."""
    text = locale.toString(QDate(day.year, day.month, day.day), "dddd, d MMMM" if long else "ddd d")
    return text[:1].upper() + text[1:]


def time_text(locale: QLocale, moment: datetime) -> str:
    """Return a wall-clock time, "14:05"."""
    return locale.toString(QTime(moment.hour, moment.minute), "H:mm")


def time_range(locale: QLocale, start: datetime, end: datetime) -> str:
    """Return "14:00 to 15:00" with the locale's dash-free wording; the day of the end is named if it is another."""
    ends = time_text(locale, end)
    if end.date() != start.date():
        ends = locale.toString(
            QDateTime(QDate(end.year, end.month, end.day), QTime(end.hour, end.minute)), "d MMM H:mm"
        )
    return f"{time_text(locale, start)} – {ends}" if end != start else time_text(locale, start)


def period_title(locale: QLocale, first: date, last: date) -> str:
    """Return "23 to 27 November 2026", "30 November to 4 December 2026" or "Monday, 23 November 2026"."""
    begins, ends = QDate(first.year, first.month, first.day), QDate(last.year, last.month, last.day)
    if first == last:
        text = locale.toString(begins, "dddd, d MMMM yyyy")
        return text[:1].upper() + text[1:]
    if first.year != last.year:
        start = locale.toString(begins, "d MMMM yyyy")
    elif first.month != last.month:
        start = locale.toString(begins, "d MMMM")
    else:
        start = str(first.day)
    return (
        QCoreApplication.translate("Schedule", "%1 to %2")
        .replace("%1", start)
        .replace("%2", locale.toString(ends, "d MMMM yyyy"))
    )


def month_title(locale: QLocale, day: date) -> str:
    """Return "March 2026"; capitalised as a heading."""
    name = locale.standaloneMonthName(day.month)
    return f"{name[:1].upper()}{name[1:]} {day.year}"


def state_word(state: str) -> str:
    """Return the state of an activity in words."""
    words = {
        "overdue": QCoreApplication.translate("Schedule", "overdue"),
        "done": QCoreApplication.translate("Schedule", "done"),
        "cancelled": QCoreApplication.translate("Schedule", "cancelled"),
    }
    return words.get(state, "")


def sentence(item: ScheduleItem, start: datetime, end: datetime) -> str:
    """Return what a screen reader says of an activity."""
    day = day_name(QLocale(), start.date(), long=True)
    parts = (item.title, item.subtitle, day, time_range(QLocale(), start, end), state_word(item.state))
    return ", ".join(part for part in parts if part)


def tool_tip(item: ScheduleItem, start: datetime, end: datetime) -> str:
    """Return the whole of an activity for its tool tip."""
    day = day_name(QLocale(), start.date(), long=True)
    when = f"{day}, {time_range(QLocale(), start, end)}"
    word = state_word(item.state)
    lines = (item.title, item.subtitle, f"{when} · {word}" if word else when)
    return "\n".join(line for line in lines if line)


def neighbour(
    walls: Mapping[int, tuple[datetime, datetime]], current: int | None, key: Qt.Key, now: datetime
) -> int | None:
    """Return the activity that an arrow leads to from ``current``.

    Up and Down go through all of them by time; Left and Right to the day before or after that has some, to the one
    nearest in time of day. Without a current one it is the next to come, or else the last.
    """
    order = sorted(walls, key=lambda id_: (walls[id_][0], walls[id_][1], id_))
    if not order:
        return None
    if current is None or current not in walls:
        return next((id_ for id_ in order if walls[id_][1] >= now), order[-1])
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        step = 1 if key == Qt.Key.Key_Down else -1
        return order[min(max(order.index(current) + step, 0), len(order) - 1)]
    start = walls[current][0]
    days = sorted({walls[id_][0].date() for id_ in order})
    place = days.index(start.date()) + (1 if key == Qt.Key.Key_Right else -1)
    if not 0 <= place < len(days):
        return current
    there = [id_ for id_ in order if walls[id_][0].date() == days[place]]
    return min(there, key=lambda id_: abs(_seconds(walls[id_][0]) - _seconds(start)))


def _seconds(moment: datetime) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second
