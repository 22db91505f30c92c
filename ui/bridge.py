"""From the workspace's worker to the window: answers, changes and refusals arrive on the main thread.

The worker never touches a QObject of ours and never holds the last reference to one: it puts plain messages
into a mailbox and rings a bell; everything else happens on the main thread.
"""

import sys
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from desktop.views.exchange import (
    Action,
    Changes,
    ClosingAnswer,
    Done,
    FieldsAnswer,
    NeedsClosing,
    NeedsFields,
    NeedsReason,
    Query,
    ReasonAnswer,
    Refused,
    Trouble,
)
from desktop.workspace import Workspace

_RECORD_GONE = ("record-gone", "record-not-visible")

OnAnswer = Callable[[Any], object]
OnDone = Callable[[Done], object]
OnRefused = Callable[[Refused], object]


class _Mailbox:
    """Plain messages of the worker, in order; ``ring`` is cut off before the bridge goes away."""

    def __init__(self, ring: Callable[[], object]) -> None:
        self._lock = threading.Lock()
        self._ring: Callable[[], object] | None = ring
        self._letters: deque[tuple[int, Future[Any] | Changes]] = deque()

    def put(self, ticket: int, letter: "Future[Any] | Changes") -> None:
        with self._lock:
            self._letters.append((ticket, letter))
            if self._ring is not None:
                self._ring()

    def take(self) -> tuple[int, "Future[Any] | Changes"] | None:
        with self._lock:
            return self._letters.popleft() if self._letters else None

    def cut(self) -> None:
        with self._lock:
            self._ring = None


@dataclass(slots=True)
class _Asked:
    owner: QObject
    key: tuple[int, str] | None
    future: "Future[Any]"
    on_answer: OnAnswer
    on_error: Callable[[Exception], object] | None
    action: Action | None = None
    on_refused: OnRefused | None = None


class Bridge(QObject):
    """The window's side of one :class:`desktop.workspace.Workspace`; used on the main thread only.

    All callbacks and signals come on the main thread, in the order in which the worker finished. Nothing is
    called for an owner that has been deleted meanwhile.
    """

    changed = Signal(object)
    """A :class:`Changes`: an action was committed here or by another program."""
    done = Signal(object)
    """A :class:`Done` of an action of this window: the toast."""
    refused = Signal(str)
    """A sentence: a rule forbade what was asked for, and no ``on_refused`` was given."""
    asked = Signal(object, object, object)
    """``NeedsClosing``, ``NeedsFields`` or ``NeedsReason``, the ``Action``, and what performs it with the answer."""
    gone = Signal(object, str)
    """The owner of a question about a record that does not exist any more, and the sentence that says so.

    It follows ``on_error``; the window leaves the page of such a record.
    """
    trouble = Signal(object)
    """A :class:`Trouble`: the surroundings failed (disk full, server gone...)."""
    fault = Signal(object)
    """An exception that is our own mistake; it is reported to ``sys.excepthook`` too."""
    idle = Signal()
    """Nothing is under way any more."""
    _rung = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tickets = count(1)
        self._pending: dict[int, _Asked] = {}
        self._latest: dict[tuple[int, str], int] = {}
        self._closed = False
        self._looking = False
        self._blind = False
        self._rung.connect(self._open_letters, Qt.ConnectionType.QueuedConnection)
        self._mailbox = _Mailbox(self._rung.emit)
        mailbox = self._mailbox
        self._unsubscribe = workspace.subscribe(lambda changes: mailbox.put(0, changes))

    @property
    def workspace(self) -> Workspace:
        """The workspace behind the bridge."""
        return self._workspace

    def is_idle(self) -> bool:
        """Whether no answer is awaited."""
        return not self._pending

    def ask(
        self,
        query: Query,
        on_answer: OnAnswer,
        on_error: Callable[[Exception], object] | None = None,
        *,
        owner: QObject,
        key: str = "",
    ) -> None:
        """Ask; ``on_answer`` gets the answer on the main thread.

        A later question of the same ``owner`` with the same ``key`` makes this one stale: its answer is
        dropped, and it is not even worked out if its turn has not come. Without a key no answer is dropped.
        Refused and Trouble go to ``on_error`` where one is given, else to the signals ``refused`` and
        ``trouble``.
        """
        named = (id(owner), key) if key else None
        if named is not None and named in self._latest:
            earlier = self._pending.get(self._latest[named])
            if earlier is not None:
                earlier.future.cancel()
        self._wait(_Asked(owner, named, self._workspace.ask(query), on_answer, on_error))

    def perform(
        self,
        action: Action,
        on_done: OnDone | None = None,
        on_refused: OnRefused | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Carry out an action; the signal ``done`` follows ``on_done``.

        A refusal goes to ``on_refused`` where one is given, else to the signal ``refused``; a question
        about a closing, or for missing fields, goes to the signal ``asked``, and the action is performed again
        with its answer.
        """
        done = on_done or _nothing
        waiting = _Asked(owner or self, None, self._workspace.perform(action), done, None, action, on_refused)
        self._wait(waiting)

    def look_around(self) -> None:
        """Have the changes of other programs on this database looked for; they come as ``changed``."""
        if not self._looking:
            self._looking = True
            self.follow(self._workspace.look_around(), self._looked, self._not_looked, owner=self)

    def _looked(self, _nothing: object) -> None:
        self._looking = False
        self._blind = False

    def _not_looked(self, error: Exception) -> None:
        """Tell that the database cannot be read once, not every few seconds."""
        self._looking = False
        if not self._blind and isinstance(error, Trouble):
            self._blind = True
            self.trouble.emit(error)

    def follow(
        self,
        future: "Future[Any]",
        on_answer: OnAnswer,
        on_error: Callable[[Exception], object] | None = None,
        *,
        owner: QObject,
    ) -> None:
        """Wait for any other future of the workspace, e.g. that of opening it."""
        self._wait(_Asked(owner, None, future, on_answer, on_error))

    def close(self) -> None:
        """Listen no more; answers still under way are dropped. The workspace stays open."""
        if not self._closed:
            self._closed = True
            self._unsubscribe()
            self._mailbox.cut()
            self._pending.clear()
            self._latest.clear()

    def _wait(self, asked: _Asked) -> None:
        if self._closed:
            return
        ticket = next(self._tickets)
        self._pending[ticket] = asked
        if asked.key is not None:
            self._latest[asked.key] = ticket
        asked.future.add_done_callback(partial(self._mailbox.put, ticket))

    def _open_letters(self) -> None:
        while (letter := self._mailbox.take()) is not None:
            ticket, content = letter
            if isinstance(content, Changes):
                self.changed.emit(content)
            else:
                self._answer(ticket, content)
            if self._closed:
                return
        if not self._pending:
            self.idle.emit()

    def _answer(self, ticket: int, future: "Future[Any]") -> None:
        asked = self._pending.pop(ticket, None)
        if asked is None:
            return
        stale = asked.key is not None and self._latest.get(asked.key) != ticket
        if asked.key is not None and not stale:
            del self._latest[asked.key]
        if stale or not shiboken6.isValid(asked.owner):
            if asked.action is not None and not future.cancelled() and future.exception() is None:
                self.done.emit(future.result())
            return
        try:
            answer = future.result()
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001 (every failure is told to somebody)
            self._failed(asked, error)
            return
        asked.on_answer(answer)
        if asked.action is not None:
            self.done.emit(answer)

    def _failed(self, asked: _Asked, error: Exception) -> None:
        if isinstance(error, NeedsClosing | NeedsFields | NeedsReason) and asked.action is not None:
            self.asked.emit(error, asked.action, partial(self._perform_with, asked))
        elif isinstance(error, Refused) and asked.on_refused is not None:
            asked.on_refused(error)
        elif isinstance(error, Refused) and error.code in _RECORD_GONE and asked.action is None:
            if asked.on_error is not None:
                asked.on_error(error)
            self.gone.emit(asked.owner, str(error))
        elif isinstance(error, Refused | Trouble) and asked.on_error is not None:
            asked.on_error(error)
        elif isinstance(error, Refused):
            self.refused.emit(str(error))
        elif isinstance(error, Trouble):
            self.trouble.emit(error)
        else:
            self.fault.emit(error)
            sys.excepthook(type(error), error, error.__traceback__)

    def _perform_with(self, asked: _Asked, answer: ClosingAnswer | FieldsAnswer | ReasonAnswer) -> None:
        if asked.action is None:
            return
        action = asked.action.with_arguments(closing=answer)
        if isinstance(answer, ReasonAnswer):
            action = asked.action.with_arguments(disqualification=answer)
        if isinstance(answer, FieldsAnswer):
            given = asked.action.arguments.get("filled", ())
            action = asked.action.with_arguments(filled=(*given, answer))  # type: ignore[misc]
        self.perform(action, asked.on_answer, asked.on_refused, asked.owner)


def _nothing(_answer: object) -> None:
    return
