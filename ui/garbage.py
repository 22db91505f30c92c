"""Python's cycle collector runs on the main thread only.

A QObject that is part of a reference cycle must not be freed on the database thread (the model is anki,
``qt/aqt/main.py``): the automatic collector is switched off, and a timer of the main thread does its work.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2_000
_YOUNG_ENOUGH = 700


class Garbage(QObject):
    """Collects cycles on the main thread for as long as it lives; make one per application."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._turn = 0

    def collect(self) -> None:
        """Collect the young generations; now and then all of them."""
        self._turn += 1
        if gc.get_count()[0] > _YOUNG_ENOUGH:
            gc.collect(2 if self._turn % 30 == 0 else 1)

    def stop(self) -> None:
        """Give the collector back to Python as it was."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
