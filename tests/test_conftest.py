"""What tests/conftest.py and the settings in pyproject.toml promise: carelessness fails a test."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

CARELESS = """
import os
import threading
import warnings

from hypothesis import given, strategies
from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, QTimer, qWarning
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

kept = []


def test_careful(qtbot, tmp_path):
    window = QMainWindow()
    qtbot.addWidget(window)
    QTimer(window).start(10)
    QMenu(window)
    thread = QThread()
    thread.start()
    thread.quit()
    assert thread.wait(5000)


@given(strategies.integers())
def test_careful_with_hypothesis(number):
    assert number == number


def test_window_let_go(qtbot):
    window = QWidget()
    window.itself = window
    window.show()


def test_warns():
    warnings.warn("old way")


def test_qt_warns(qtbot):
    qWarning("something of Qt's")


class Loud(QWidget):
    def closeEvent(self, event):
        qWarning("while closing")


def test_qt_warns_at_the_end(qtbot):
    kept.append(Loud())
    qtbot.addWidget(kept[-1])
    kept[-1].show()


def test_raises_in_a_slot(qtbot):
    sender = QObject()
    sender.objectNameChanged.connect(lambda name: 1 / 0)
    sender.setObjectName("x")


def test_leaves_a_thread():
    kept.append(threading.Event())
    threading.Thread(target=kept[-1].wait, name="forgotten", daemon=True).start()


def test_leaves_a_qt_thread(qtbot):
    kept.append(QThread(objectName="forgottenQt"))
    with qtbot.waitSignal(kept[-1].started):
        kept[-1].start()


def test_leaves_a_job(qtbot):
    class Job(QRunnable):
        def run(self):
            event.wait()
    event = threading.Event()
    kept.append((event, Job()))
    kept[-1][1].setAutoDelete(False)
    QThreadPool.globalInstance().start(kept[-1][1])


def test_leaves_a_window(qtbot):
    kept.append(QMainWindow(objectName="forgottenWindow"))
    kept[-1].show()
    QTimer(kept[-1]).start(1000)


def test_end():
    for thing in kept:
        if isinstance(thing, QThread):
            thread = thing
            thread.quit()
            thread.wait(5000)
        elif isinstance(thing, tuple):
            thing[0].set()
        elif isinstance(thing, threading.Event):
            thing.set()
"""

EXPECTED = {
    "test_careful": "",
    "test_careful_with_hypothesis": "",
    "test_window_let_go": "",
    "test_warns": "UserWarning: old way",
    "test_qt_warns": "Qt messages with level DEBUG or above emitted",
    "test_qt_warns_at_the_end": "while closing",
    "test_raises_in_a_slot": "ZeroDivisionError",
    "test_leaves_a_thread": "left running by the test: thread 'forgotten'",
    "test_leaves_a_qt_thread": "left running by the test: native thread 'forgottenQt'",
    "test_leaves_a_job": "left running by the test: jobs in the global thread pool",
    "test_leaves_a_window": "by the test: window QMainWindow forgottenWindow with 1 running timers",
    "test_end": "",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What pytest says of each of the careless tests."""
    folder = tmp_path_factory.mktemp("careless")
    conftest = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    conftest = conftest.replace("GRACE_SECONDS = 5.0", "GRACE_SECONDS = 0.05")
    (folder / "conftest.py").write_text(conftest, encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "test_careless.py").write_text(CARELESS, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "-p", "no:xdist"]
    done = subprocess.run(
        [*command, "test_careless.py", "--junitxml=report.xml"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert (folder / "report.xml").exists(), done.stdout + done.stderr
    from lxml import etree

    said: dict[str, str] = {}
    for case in etree.parse(folder / "report.xml").iter("testcase"):
        name = str(case.get("name"))
        said[name] = said.get(name, "") + "".join(f"{part.get('message')}\n{part.text}" for part in case)
    return said


@pytest.mark.parametrize("name", EXPECTED)
def test_carelessness_fails_a_test_and_care_does_not(report: dict[str, str], name: str):
    if EXPECTED[name]:
        assert EXPECTED[name] in report[name]
    else:
        assert report[name] == ""


def test_all_careless_tests_were_looked_at(report: dict[str, str]):
    assert set(report) == set(EXPECTED)


def test_qt_draws_without_a_screen_and_home_is_a_temporary_folder(tmp_path_factory: pytest.TempPathFactory):
    assert os.environ["QT_QPA_PLATFORM"] == os.environ.get("DEALWRIGHT_TEST_PLATFORM", "offscreen")
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "DEALWRIGHT_HOME"):
        assert "dealwright-tests-" in os.environ[variable]


def test_the_clock_stands_still_until_it_is_moved(clock):
    assert clock() == clock() == datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    assert clock.advance(hours=2) == clock() == datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize("turn", [1, 2])
def test_every_test_gets_an_empty_database_of_its_own(database_url: str, turn: int):
    from sqlalchemy import create_engine, inspect, text

    engine = create_engine(database_url)
    try:
        with engine.begin() as connection:
            assert inspect(connection).get_table_names() == []
            connection.execute(text("CREATE TABLE left_over (id INTEGER)"))
    finally:
        engine.dispose()
