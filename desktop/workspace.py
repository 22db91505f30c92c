"""The one door between a window (or a script) and the core: perform(action), ask(query), subscribe(changes).

One worker thread owns the database. Everything heavy (SQLAlchemy, the engine, the texts) is imported on that thread,
so that a window can be on the screen before the database is loaded.
"""

from __future__ import annotations

import importlib
import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, Any

from desktop.views.exchange import Action, Changes, Done, Query, Refused, Trouble

if TYPE_CHECKING:
    from desktop.store.database import Database
    from desktop.store.transaction import Transaction

_QUIET_SECONDS = 0.1
_BEGUN_ANEW = 2
"""How often an action is begun anew that the database has taken back."""

Clock = Callable[[], datetime]
Listener = Callable[[Changes], None]


def _now() -> datetime:
    return datetime.now(UTC)


def _system_zone() -> tzinfo:
    """Return the computer's time zone with its rules of summer time, not only the offset of today."""
    from tzlocal import get_localzone

    return get_localzone()


class Workspace:
    """A workspace on one database, acted in by one person in one language.

    ``perform`` and ``ask`` return futures at once; jobs run one after the other in the order of the calls. A future
    fails with Refused (a rule forbids it), NeedsClosing (a question must be answered first) or Trouble (the
    surroundings failed); anything else is a mistake of ours. Whatever fails has changed nothing (R16).
    """

    def __init__(
        self,
        database_url: str,
        *,
        language: str = "en",
        clock: Clock | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        self.database_url = database_url
        self.language = language
        self.person_id: int | None = None
        self.clock: Clock = clock or _now
        self._zone = zone
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._listeners: list[Listener] = []
        self._database: Database | None = None
        self._closed = False
        self._seen_action = 0
        self._to_load: list[str] = []
        self._worker = threading.Thread(target=self._work, name="dealwright-database", daemon=True)

    @property
    def zone(self) -> tzinfo:
        """The time zone that times are said in: the one given, or the computer's."""
        if self._zone is None:
            self._zone = _system_zone()
        return self._zone

    @classmethod
    def open(
        cls,
        database_url: str,
        *,
        person: int | str | None = None,
        language: str = "en",
        clock: Clock | None = None,
        zone: tzinfo | None = None,
    ) -> Workspace:
        """Open the database (created and filled with lookups and processes if it is empty) and wait for that.

        ``person`` is an id or a name; a name that the workspace does not have is added as a rep, and None takes the
        first person, made from the system's user name in an empty workspace. Raises Trouble if the database
        cannot be opened.
        """
        workspace = cls(database_url, language=language, clock=clock, zone=zone)
        try:
            workspace.start().result()
            workspace.perform(Action("enter", person=person)).result()
        except BaseException:
            workspace.close()
            raise
        return workspace

    def start(self) -> Future[None]:
        """Start the worker and open the database; the future is done when the workspace can be used."""
        opened: Future[None] = Future()
        self._submit(opened, self._open)
        self._worker.start()
        return opened

    def perform(self, action: Action) -> Future[Done]:
        """Carry out an action as one transaction and tell every subscriber what it changed."""
        future: Future[Done] = Future()
        self._submit(future, lambda: self._perform(action))
        return future

    def ask(self, query: Query) -> Future[Any]:
        """Answer a query with frozen dataclasses."""
        future: Future[Any] = Future()
        self._submit(future, lambda: self._answer(query))
        return future

    def look_around(self) -> Future[None]:
        """Look for actions that other programs committed on this database, and tell subscribers about them."""
        future: Future[None] = Future()
        self._submit(future, self._look_around)
        return future

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener (on the worker's thread) after every committed action; the returned function ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def close(self) -> None:
        """Finish the jobs under way, close the database and end the worker. May be called twice."""
        if self._closed:
            return
        self._closed = True
        self._jobs.put(None)
        if self._worker.ident is not None and self._worker is not threading.current_thread():
            self._worker.join()

    # on the worker's thread ---------------------------------------------------------------------

    def _submit(self, future: Future[Any], job: Callable[[], Any]) -> None:
        if self._closed:
            future.set_exception(Trouble("workspace-closed"))
            return

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = job()
            except BaseException as error:  # noqa: BLE001 - whoever asked hears of it
                try:
                    error = self._said(error)
                except Exception as unsaid:  # noqa: BLE001 - a sentence that is missing is our own mistake, told as such
                    unsaid.__cause__ = error
                    error = unsaid
                future.set_exception(error)
            else:
                future.set_result(result)

        self._jobs.put(run)

    def _work(self) -> None:
        while (job := self._next_job()) is not None:
            job()
            del job
        if self._database is not None:
            self._database.close()

    def _next_job(self) -> Callable[[], None] | None:
        """Wait for a job; load meanwhile, bit by bit, what the first page did without."""
        while self._database is not None and self._to_load:
            try:
                return self._jobs.get(timeout=_QUIET_SECONDS)
            except queue.Empty:
                importlib.import_module(self._to_load.pop(0))
        return self._jobs.get()

    def _said(self, error: BaseException) -> BaseException:
        from desktop.store.database import trouble_of

        trouble = trouble_of(error)
        if trouble is not None:
            trouble.__cause__ = error
            error = trouble
        if isinstance(error, Refused | Trouble) and not error.sentence:
            from desktop.texts import say

            error.sentence = say(self.language, error.code, error.parameters, self.zone)
        return error

    def _open(self) -> None:
        import desktop.processes.tables
        import desktop.sales.tables  # noqa: F401 - the tables must be known before the schema is made
        from desktop.actions import registry as actions
        from desktop.queries import registry as queries
        from desktop.store.database import Database

        self._database = Database.open(self.database_url)
        self._perform(Action("prepare_workspace"))
        self._to_load = [f"desktop.queries.{module}" for module in queries.MODULES]
        self._to_load += [f"desktop.actions.{module}" for module in actions.MODULES]
        with self._database.reading() as connection:
            self._seen_action = self._database.last_action(connection)

    def _opened(self) -> Database:
        if self._database is None:
            raise Trouble("workspace-not-open")
        return self._database

    def _perform(self, action: Action) -> Done:
        """Carry out an action; one that the database took back for the sake of another's (a deadlock) is begun anew."""
        from desktop.store.database import trouble_of

        for _ in range(_BEGUN_ANEW):
            try:
                return self._perform_once(action)
            except Exception as error:
                trouble = trouble_of(error)
                if trouble is None or trouble.code != "database-busy":
                    raise
        return self._perform_once(action)

    def _perform_once(self, action: Action) -> Done:
        from desktop.actions.registry import perform
        from desktop.store.transaction import Transaction
        from desktop.texts import pack, say

        database = self._opened()
        with database.writing() as connection:
            transaction = Transaction(
                connection,
                action=action.name,
                person_id=self.person_id,
                now=self.clock().astimezone(UTC),
                language=self.language,
                zone=self.zone,
            )
            outcome = perform(transaction, action.name, action.arguments)
            message = ""
            if outcome.message:
                message = say(self.language, outcome.message, outcome.parameters, self.zone)
                transaction.label = pack(outcome.message, outcome.parameters, {self.language: message})
            for code, parameters in transaction.warnings:
                message = f"{message} {say(self.language, code, parameters, self.zone)}".strip()
            transaction.undoable = outcome.undoable
            transaction.finish()
            undoable = outcome.undoable and self._is_offered(transaction)
        changes = Changes(transaction.action_id, action.name, frozenset(transaction.touched))
        if transaction.action_id == self._seen_action + 1:  # nobody else came in between
            self._seen_action = transaction.action_id
        if outcome.person is not None:
            self.person_id = outcome.person
        hint = say(self.language, outcome.hint, {}, self.zone) if outcome.hint else outcome.hint_text
        done = Done(changes, message, undoable, outcome.opens, hint, dict(outcome.result))
        if changes.touched:
            self._tell(changes)
        return done

    @staticmethod
    def _is_offered(transaction: Transaction) -> bool:
        from desktop.processes.undoing import offered  # it knows the engine, which a start does without

        return offered(transaction)

    def _answer(self, query: Query) -> Any:
        from desktop.queries.registry import Reader, answer

        with self._opened().reading() as connection:
            reader = Reader(
                connection,
                self.person_id,
                self.language,
                self.clock().astimezone(UTC),
                self.zone,
                self.database_url,
            )
            return answer(reader, query.name, query.arguments)

    def _look_around(self) -> None:
        database = self._opened()
        with database.reading() as connection:
            newer, self._seen_action = database.changes_since(connection, self._seen_action)
        for changes in newer:
            self._tell(changes)

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:  # noqa: BLE001 - a view that fails must not undo what is committed
                sys.excepthook(*sys.exc_info())
