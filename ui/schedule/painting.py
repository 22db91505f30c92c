"""How an activity looks on the calendar: soft ground, a bar at its left in the tone of its state, title, subtitle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from desktop.views.activities import ScheduleItem
from ui.icons import pixmap
from ui.theme import theme

TONES = {"overdue": "bad", "ahead": "accent", "today": "accent", "done": "good"}
"""State of an activity and the tone it is painted in; the others are grey."""

NARROW = 70
"""Below this width words are broken anywhere, so that something of them can be read."""

STATE_ICONS = {"overdue": "circle-alert", "done": "check", "cancelled": "x"}
"""State of an activity and the icon that says it beside the colour."""


def paint_activity(
    painter: QPainter,
    area: QRectF,
    item: ScheduleItem,
    *,
    caption: str = "",
    hovered: bool = False,
    current: bool = False,
    ghost: bool = False,
    faded: bool = False,
) -> None:
    """Paint an activity into ``area``.

    ``caption`` is put before the subtitle; ``current`` draws the ring of the keyboard; a ``ghost`` is where a dragged
    activity would land, ``faded`` where it was taken from.
    """
    look = theme()
    tone = TONES.get(item.state, "")
    ground, mark = (f"{tone}_soft", tone) if tone else ("hover", "muted")
    if mark == "accent":
        mark = "accent_mark"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if faded:
        painter.setOpacity(0.4)
    elif ghost:
        painter.setOpacity(0.92)
    radius = look.px(5)
    shape = QPainterPath()
    shape.addRoundedRect(area, radius, radius)
    painter.fillPath(shape, look.colour(ground))
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(area.left(), area.top(), look.px(4), area.height()), look.colour(mark))
    _write(painter, area, item, caption)
    painter.restore()
    if current or hovered or ghost:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.colour("text" if current else mark), 2 if current or ghost else 1)
        if ghost:
            pen.setStyle(Qt.PenStyle.DashLine)
            pen.setColor(look.colour(mark))
        painter.setPen(pen)
        inset = 1.0 if current or ghost else 0.5
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.restore()


def _write(painter: QPainter, area: QRectF, item: ScheduleItem, caption: str) -> None:
    look = theme()
    title, small = look.font(12, bold=True), look.font(11)
    if item.state == "cancelled":
        title.setStrikeOut(True)
    title_height, small_height = QFontMetricsF(title).height(), QFontMetricsF(small).height()
    gap = look.px(11)
    needed = title_height + (small_height + 1 if area.height() >= title_height + small_height else 0)
    top = max(1.0, min(look.px(6), (area.height() - needed) / 2))
    inside = QRectF(area.left() + gap, area.top() + top, area.width() - gap - look.px(6), area.height() - top)
    if inside.width() < look.px(14):
        return
    icon = STATE_ICONS.get(item.state)
    words = QRectF(inside)
    if icon is not None and inside.width() > look.px(60):
        tone = TONES.get(item.state, "")
        side = look.px(13)
        drawn = pixmap(icon, tone=f"{tone}_text" if tone else "muted", size=13, ratio=_ratio(painter))
        painter.drawPixmap(QPointF(inside.right() - side + 2, inside.top() + (title_height - side) / 2), drawn)
        words.setWidth(inside.width() - side - look.px(3))
    subtitle = " · ".join(part for part in (caption, item.subtitle) if part) if inside.width() >= look.px(36) else ""
    room = inside.height() - min(look.px(4), top)
    lines = max(1, int((room - (small_height if subtitle else 0)) // title_height))
    colour = look.colour("muted" if item.state in {"done", "cancelled"} else "text")
    if item.state == "done":
        colour = look.colour("text")
    used = draw_lines(painter, words, item.title, title, colour, most=min(lines, 3))
    left = inside.height() - used
    if subtitle and left >= small_height:
        below = QRectF(inside.left(), inside.top() + used + 1, inside.width(), left)
        count = max(1, min(2, int((left - look.px(4)) // small_height)))
        draw_lines(painter, below, subtitle, small, look.colour("muted"), most=count)


def draw_lines(painter: QPainter, area: QRectF, text: str, font: QFont, colour: QColor, *, most: int) -> float:
    """Write text in at most ``most`` lines of ``area``, the last one elided; return the height used."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(colour)
    if most <= 1 or metrics.horizontalAdvance(text) <= area.width():
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), shown)
        return metrics.height()
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    if area.width() < theme().px(NARROW):
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        start = line.textStart()
        cut = line.textLength()
        rest = text[start:] if number == most - 1 else text[start : start + cut].rstrip()
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(QPointF(area.left(), area.top() + height + metrics.ascent()), shown)
        height += metrics.height()
    layout.endLayout()
    return height


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def paint_crowd(painter: QPainter, area: QRectF, number: int, *, current: bool) -> None:
    """Paint the sign for activities that have no room: how many there are; with the ring if one has the keyboard."""
    look = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("text"), 2) if current else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("hover"))
    painter.drawRoundedRect(area, look.px(5), look.px(5))
    painter.setFont(look.font(11, bold=True))
    painter.setPen(look.colour("text"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"+{number}")
    painter.restore()
