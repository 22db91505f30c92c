"""What every test stands on: a screenless Qt, a home of its own, a fixed clock, real databases.

A test fails when it leaves something running (threads, pools, windows) or when Qt complains while it is
cleaned up; Qt's complaints during a test and Python's warnings are made errors in pyproject.toml.
"""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis
import pytest

POSTGRES_VARIABLE = "DEALWRIGHT_TEST_POSTGRES"
PLATFORM_VARIABLE = "DEALWRIGHT_TEST_PLATFORM"
HOME_FOLDERS = {
    "HOME": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "DEALWRIGHT_HOME": "dealwright",
}
GRACE_SECONDS = 5.0
GARBAGE_ENOUGH = 200_000
# Threads that Qt keeps for the whole process: idle workers of pools, the connection to the desktop's bus.
LASTING_QT_THREADS = ("Thread (pooled)", "QDBusConnection")

hypothesis.settings.register_profile("dealwright", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "dealwright")


def pytest_configure(config: pytest.Config) -> None:
    """Give the tests a home of their own before anything is imported that looks for one."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get(PLATFORM_VARIABLE, "offscreen")
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["TZ"] = "UTC"
    time.tzset()
    os.environ.pop("LANGUAGE", None)
    home = Path(tempfile.mkdtemp(prefix="dealwright-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    for variable, name in HOME_FOLDERS.items():
        folder = home / name
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(folder)


def pytest_report_header() -> str:
    """Say which databases the tests of the data run on."""
    if os.environ.get(POSTGRES_VARIABLE):
        return "PostgreSQL: at hand, the tests of the data run on SQLite and PostgreSQL"
    return "PostgreSQL: not at hand, the tests of the data run on SQLite only (make test-postgres runs both)"


def pytest_collection_finish() -> None:
    """What is there before the first test stays: no collection of garbage need look at it again."""
    gc.collect()
    gc.freeze()


# Databases


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run every test that asks for ``database_url`` once per kind of database at hand."""
    if "database_kind" in metafunc.fixturenames:
        kinds = ["sqlite", *(["postgresql"] if os.environ.get(POSTGRES_VARIABLE) else [])]
        metafunc.parametrize("database_kind", kinds)


@pytest.fixture
def database_url(database_kind: str, tmp_path: Path) -> Iterator[str]:
    """SQLAlchemy URL of a database of this test's own, empty and gone afterwards.

    A SQLite file; and PostgreSQL too where ``make test-postgres`` has started one.
    """
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'dealwright.db'}"
    else:
        yield from _postgres_database()


@pytest.fixture(autouse=True, scope="session")
def sqlite_is_quick() -> None:
    """Let engines on SQLite share what SQLAlchemy makes of a statement, and not wait for the disk.

    The program opens one database and makes the SQL of a statement once, too; what is committed survives the
    program's death without the disk's help, only that of the whole computer needs it.
    """
    from sqlalchemy import Connection, Engine, event

    made: dict[object, object] = {}
    dialects: list[object] = []

    @event.listens_for(Engine, "engine_connect")
    def hasten(connection: Connection) -> None:
        engine = connection.engine
        if engine.dialect.name != "sqlite":
            return
        dialects[:] = dialects or [engine.dialect]
        engine.dialect = connection.dialect = dialects[0]
        connection.execution_options(compiled_cache=made)
        pooled = connection.connection
        if "hastened" not in pooled.info:
            pooled.info["hastened"] = True
            pooled.cursor().execute("PRAGMA synchronous=OFF").close()


_numbers = itertools.count(1)


def _postgres_database() -> Iterator[str]:
    import psycopg
    from sqlalchemy import make_url

    server = make_url(os.environ[POSTGRES_VARIABLE])
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    name = f"dealwright_{worker}_{os.getpid()}_{next(_numbers)}"
    conninfo = server.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            yield server.set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


# Time


class FixedClock:
    """A clock that stands still until told otherwise; call it for the time (aware, UTC)."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> datetime:
        """Move on by a span, in the words of timedelta (``hours=2``); give the new time."""
        self.now += timedelta(**span)
        return self.now

    def set(self, now: datetime) -> None:
        """Jump to a time, which must be aware."""
        assert now.tzinfo is not None
        self.now = now.astimezone(UTC)


@pytest.fixture
def clock() -> FixedClock:
    """Monday, 2 March 2026, 09:00 UTC, until the test moves it."""
    return FixedClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))


# Nothing is left running


@pytest.fixture(autouse=True)
def garbage_is_collected_on_the_main_thread() -> Iterator[None]:
    """As in the program (ui/garbage.py): a QObject in a cycle must never be freed on the database's thread."""
    gc.disable()
    yield
    if gc.get_count()[0] > GARBAGE_ENOUGH:
        gc.collect()


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fail the test that leaves a thread, a busy pool or a window (with its timers) behind."""
    threads_before = set(threading.enumerate())
    tasks_before = _native_threads()
    windows_before = _windows()
    yield
    left = _left_windows(windows_before) + _left_threads(threads_before) + _left_pools()
    left += _left_native_threads(tasks_before)
    if left:
        pytest.fail("left running by the test: " + ", ".join(left), pytrace=False)


def _left_threads(before: set[threading.Thread]) -> list[str]:
    left = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):  # a thread of Qt's; see _left_native_threads
            continue
        thread.join(GRACE_SECONDS)
        if thread.is_alive():
            left.append(f"thread {thread.name!r}")
    return left


def _native_threads() -> dict[str, str]:
    """Every thread of this process as the kernel sees it, with its name: Qt's own are among them."""
    names = {}
    for task in Path("/proc/self/task").iterdir() if sys.platform == "linux" else ():
        try:
            names[task.name] = (task / "comm").read_text(encoding="utf-8").strip()
        except (FileNotFoundError, ProcessLookupError):
            continue
    return names


def _left_native_threads(before: dict[str, str]) -> list[str]:
    """Name threads that Python did not start and that still run; Qt's carry their object's or class's name."""
    python_threads = {str(thread.native_id) for thread in threading.enumerate() if not _is_dummy(thread)}
    deadline = time.monotonic() + GRACE_SECONDS
    while True:
        left = [
            f"native thread {name!r}"
            for task, name in _native_threads().items()
            if task not in before and task not in python_threads and not name.startswith(LASTING_QT_THREADS)
        ]
        if not left or not _may_wait_for_qt(deadline):
            return left


def _is_dummy(thread: threading.Thread) -> bool:
    return isinstance(thread, threading._DummyThread)


def _may_wait_for_qt(deadline: float) -> bool:
    """Let Qt deliver what it holds back (a thread's end among it); False once patience is over."""
    core = sys.modules.get("PySide6.QtCore")
    if time.monotonic() > deadline:
        return False
    if core is not None:
        core.QCoreApplication.processEvents()
    threading.Event().wait(0.001)
    return True


def _left_pools() -> list[str]:
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QThreadPool.globalInstance().activeThreadCount() == 0:
        return []
    if core.QThreadPool.globalInstance().waitForDone(int(GRACE_SECONDS * 1000)):
        return []
    return ["jobs in the global thread pool"]


def _windows() -> list[object]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return list(widgets.QApplication.topLevelWidgets())


def _left_windows(before: list[object]) -> list[str]:
    """Name windows that were not there before and do not belong to one that was; then delete them."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QCoreApplication.instance() is None:
        return []

    def new_windows() -> list:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
        return [window for window in _windows() if _owner(window) not in before]

    if new_windows():
        gc.collect()
    left = new_windows()
    if not left:
        gc.freeze()  # what has survived are modules and the like: the next collection need not look at them again
    names = [_window_name(window) for window in left if window.parent() is None]
    for window in left:
        window.close()
        window.deleteLater()
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    return names


def _owner(window: object) -> object:
    while window.parentWidget() is not None:
        window = window.parentWidget()
    return window


def _window_name(window: object) -> str:
    timers = sys.modules["PySide6.QtCore"].QTimer
    running = sum(timer.isActive() for timer in window.findChildren(timers))
    name = window.objectName() or window.windowTitle() or "without a name"
    return f"window {type(window).__name__} {name}" + (f" with {running} running timers" if running else "")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Make Qt's complaints while windows close fail the test; pytest-qt listens only until then."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return (yield)
    heard: list[str] = []
    previous = core.qInstallMessageHandler(lambda _kind, _context, text: heard.append(text))
    try:
        result = yield
    finally:
        core.qInstallMessageHandler(previous)
    if heard:
        pytest.fail("Qt messages while the test was cleaned up:\n" + "\n".join(heard), pytrace=False)
    return result
