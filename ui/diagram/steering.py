"""Going through a diagram without a mouse: what comes next, what stands beside, what is around a plane. Pure."""

from __future__ import annotations

from collections.abc import Collection

from desktop.views.diagram import Diagram, DiagramNode

_COLUMN = 30.0


def order(plane: Diagram, marked: Collection[str] = ()) -> list[str]:
    """Return the ids in the order in which Tab goes through them.

    From left to right, pool by pool; after each shape the lines that leave it and have a name or a mark.
    """
    pools = [node for node in plane.nodes if node.tag == "participant"]

    def place(node: DiagramNode) -> tuple[float, float, float, float]:
        x, y = _middle(node)
        pool = next((number for number, pool in enumerate(pools) if _holds(pool, x, y)), -1)
        large = node.expanded or node.tag in ("participant", "lane", "group")
        column = node.box[0] if large else x
        return (pool, round(column / _COLUMN), y, -node.box[2])

    found: list[str] = []
    for node in sorted(plane.nodes, key=place):
        found.append(node.id)
        lines = [edge for edge in plane.edges if edge.source == node.id and (edge.label or edge.id in marked)]
        found += [edge.id for edge in lines]
    known = set(found)
    return found + [edge.id for edge in plane.edges if edge.id in marked and edge.id not in known]


def following(plane: Diagram, chosen: str, steps: int, marked: Collection[str] = ()) -> str:
    """Return what comes so many steps after the chosen element, "" at the end; the first or last if none is chosen."""
    ids = order(plane, marked)
    if not ids:
        return ""
    if chosen not in ids:
        return ids[0] if steps > 0 else ids[-1]
    number = ids.index(chosen) + steps
    return ids[number] if 0 <= number < len(ids) else ""


def neighbour(plane: Diagram, chosen: str, dx: int, dy: int) -> str:
    """Return the nearest shape in a direction, "" if there is none; the first of all while none is chosen."""
    start = _place_of(plane, chosen)
    if start is None:
        return following(plane, "", 1)
    best, least = "", 0.0
    for node in plane.nodes:
        if (
            node.id == chosen
            or node.tag in ("participant", "lane", "group")
            or (node.expanded and _holds(node, *start))
        ):
            continue
        x, y = _middle(node)
        ahead = (x - start[0]) * dx + (y - start[1]) * dy
        aside = abs((x - start[0]) * dy) + abs((y - start[1]) * dx)
        if ahead <= 1.0 or aside > ahead * 2.5:
            continue
        cost = ahead + 2.0 * aside
        if not best or cost < least:
            best, least = node.id, cost
    return best


def around(diagram: Diagram, about: str) -> tuple[Diagram, str] | None:
    """Return the plane from which the plane about an element is opened, and the id of the shape that opens it."""
    for plane in diagram.everywhere():
        for node in plane.nodes:
            if node.opens == about and plane.about != about:
                return plane, node.id
    return None


def stage(plane: Diagram, element_id: str) -> str:
    """Return the sub-process drawn with its inside that an element is, or the innermost one around it, or ""."""
    at = _place_of(plane, element_id)
    if at is None:
        return ""
    drawn = [node for node in plane.nodes if node.expanded and node.tag not in ("participant", "lane", "group")]
    if any(node.id == element_id for node in drawn):
        return element_id
    around_it = [node for node in drawn if _holds(node, *at)]
    return min(around_it, key=lambda node: node.box[2] * node.box[3]).id if around_it else ""


def _place_of(plane: Diagram, chosen: str) -> tuple[float, float] | None:
    for node in plane.nodes:
        if node.id == chosen:
            return _middle(node)
    for edge in plane.edges:
        if edge.id == chosen:
            return edge.points[len(edge.points) // 2]
    return None


def _middle(node: DiagramNode) -> tuple[float, float]:
    x, y, width, height = node.box
    return x + width / 2, y + height / 2


def _holds(node: DiagramNode, x: float, y: float) -> bool:
    left, top, width, height = node.box
    return left <= x <= left + width and top <= y <= top + height
