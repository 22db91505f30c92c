"""Asked: what can be asked why (N2). Asking itself is ui/asking_why.py's, loaded when somebody asks."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Query


class Asked(NamedTuple):
    """What is asked, and where in its widget (for one that scrolls: in its viewport) the answer is shown.

    A widget returns it from ``why_asked(point)``, for a point of its own or, without one, for what is chosen in it.
    """

    query: Query
    widget: QWidget
    area: QRect
