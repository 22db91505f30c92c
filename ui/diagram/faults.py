"""A mistake of ours in painting is told once and does not end the program.

Where an exception leaves a paint that Qt has called, Qt goes on with a painter in whatever state it was left: the
program can die of it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter

_told: set[tuple[type[Exception], str, int]] = set()


def guarded(painter: QPainter, draw: Callable[[QPainter], None]) -> None:
    """Let something be drawn, and leave the painter as it was; what goes wrong is told once for each place."""
    painter.save()
    try:
        draw(painter)
    except Exception as error:  # noqa: BLE001 (whatever it is, Qt must not meet it)
        _tell(error)
    finally:
        painter.restore()


def _tell(error: Exception) -> None:
    """Give the mistake to the program's hook once what is being painted is done."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = ("", 0) if trace is None else (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
    if (type(error), *place) not in _told:
        _told.add((type(error), *place))
        QTimer.singleShot(0, lambda: sys.excepthook(type(error), error, error.__traceback__))
