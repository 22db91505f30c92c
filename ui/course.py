"""Course: how far something long has come on the worker's thread, and whether it is to go on."""

from __future__ import annotations

from threading import Event


class Course:
    """Its methods :meth:`tell` and :meth:`is_stopped` go along with an action or a query; the window looks at it.

    The worker's thread writes nothing but plain numbers here.
    """

    def __init__(self) -> None:
        self.done = self.total = 0
        self._stop = Event()

    def tell(self, done: int, total: int) -> None:
        """Note how far it has come."""
        self.done, self.total = done, total

    def stop(self) -> None:
        """Have it cancelled before the next part."""
        self._stop.set()

    def is_stopped(self) -> bool:
        """Whether it is to be cancelled."""
        return self._stop.is_set()
