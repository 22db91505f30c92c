"""Where names have room on a diagram that is shown small: titles of stages, and where its process begins and ends."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

from desktop.views.diagram import DiagramNode
from ui.diagram import lettering
from ui.diagram.lettering import Lettering

_ENDS = frozenset({"startEvent", "endEvent"})
_FRAMES = frozenset({"participant", "lane", "group"})
_WIDTHS = (64.0, 100.0)
_GAP = 3.0
_LINE = 2.0


def parts(points: Sequence[QPointF]) -> list[QRectF]:
    """Return the room that each straight part of a line takes."""
    return [QRectF(start, end).normalized().adjusted(-_LINE, -_LINE, _LINE, _LINE) for start, end in pairwise(points)]


def obstacles(area: QRectF, shapes: Iterable[QRectF], lines: Iterable[QRectF]) -> tuple[QRectF, ...]:
    """Return what stands in a shape, or on its border."""
    inner = [shape for shape in shapes if area.intersects(shape) and not shape.contains(area)]
    return (*inner, *(line for line in lines if area.intersects(line)))


def names(
    nodes: Sequence[DiagramNode], lines: Sequence[QRectF], whole: QRectF, zoom: float
) -> dict[str, tuple[QRectF, Lettering]]:
    """Return the names of the outermost process's starts and ends for which there is room, and where they stand."""
    shapes = [(node, QRectF(*node.box)) for node in nodes]
    holders = [area for node, area in shapes if node.expanded and node.tag not in _FRAMES]
    found: dict[str, tuple[QRectF, Lettering]] = {}
    for node, area in shapes:
        if node.tag not in _ENDS or not node.label or any(holder.contains(area) for holder in holders):
            continue
        taken = [other for _, other in shapes if other != area and not other.contains(area)]
        taken += [*lines, *(where for where, _ in found.values())]
        frames = [other for _, other in shapes if other != area and other.contains(area)]
        for width in _WIDTHS:
            pixels = math.ceil(lettering.LEAST / zoom)
            made = lettering.lettering(node.label, pixels, width / zoom, 2.4 * pixels)
            spots = _spots(node, area, made, whole, _GAP / zoom) if made.whole else []
            free = [
                spot
                for spot in spots
                if not any(spot.intersects(other) for other in taken) and all(frame.contains(spot) for frame in frames)
            ]
            if free:
                found[node.id] = (free[0], made)
                break
    return found


def _spots(node: DiagramNode, area: QRectF, made: Lettering, whole: QRectF, gap: float) -> list[QRectF]:
    """Return the places around a shape, that nearest to the file's own first."""
    wide, high, middle = made.width, made.height, area.center()
    across = min(max(middle.x() - wide / 2, whole.left()), whole.right() - wide)
    found = [
        QRectF(across, area.bottom() + gap, wide, high),
        QRectF(across, area.top() - gap - high, wide, high),
        QRectF(area.right() + gap, middle.y() - high / 2, wide, high),
        QRectF(area.left() - gap - wide, middle.y() - high / 2, wide, high),
    ]
    if node.label_box is not None:
        wanted = QRectF(*node.label_box).center()
        found.sort(key=lambda spot: (spot.center() - wanted).manhattanLength())
    return [spot for spot in found if whole.contains(spot)]
