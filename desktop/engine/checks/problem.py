"""How a check says what is wrong."""

from __future__ import annotations

from desktop.engine.errors import Problem
from desktop.engine.model import Element


def problem(element: Element, why: str, mend: str = "") -> Problem:
    """Say why an element cannot be executed and how to mend it."""
    return Problem(element.id, element.line, why, mend, element.name)
