"""The window itself: first start, remembered size and place, a database that cannot be opened."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel

from desktop.app import application, wait_until_idle
from desktop.workspace import Workspace
from tests.journeys.hand import STAGE_TASKS, Hand, Key, Modifier
from ui.window import MainWindow


def test_first_start_asks_name_and_company_then_leads_to_a_sale(opened, tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    hand: Hand = opened(url=f"sqlite:///{file}", person=None, first_start=True)
    hand.file = file
    hand.see("firstStartPage")
    hand.write("nameEdit", "Vera Holm")
    hand.write("companyEdit", "Holm & Sons")
    hand.push("startButton")
    hand.see("opportunityListPage")
    assert hand.sql("SELECT name, role FROM person") == [("Vera Holm", "administrator")]
    assert hand.ask("shell").company == "Holm & Sons"
    sale = hand.run()
    assert hand.tasks(sale) == STAGE_TASKS["qualification"]


def test_first_start_can_look_around_with_sample_data(opened, tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    hand: Hand = opened(url=f"sqlite:///{file}", person=None, first_start=True)
    hand.file = file
    hand.push("sampleButton", hand.see("firstStartPage"))
    rows = hand.find("opportunityList", QAbstractItemView)
    hand.until(lambda: rows.model().rowCount() > 0, "the list should fill")
    assert 30 <= hand.count("opportunity") <= 60
    stages = {
        code for (code,) in hand.sql("SELECT s.code FROM opportunity o JOIN opportunity_stage s ON s.id = o.stage_id")
    }
    assert {"qualification", "closed_won", "closed_lost"} <= stages


def test_size_and_place_are_remembered(opened, tmp_path: Path) -> None:
    config = tmp_path / "config"
    first: Hand = opened(config_dir=config)
    sale = first.run()
    first.window.resize(960, 650)
    first.window.move(0, 30)
    first.rest()
    first.window.close()
    second: Hand = opened(config_dir=config)
    assert (second.window.width(), second.window.height()) == (960, 650)
    assert second.window.pos() == QPoint(0, 30)
    assert second.sale == sale, "and the page too"


@pytest.fixture
def started() -> Iterator[Callable[..., MainWindow]]:
    """Start the program as `dealwright` does: the window first, the database meanwhile."""
    windows: list[MainWindow] = []

    def start(file: Path, language: str) -> MainWindow:
        _, speech, look = application(language, "light")
        workspace = Workspace(f"sqlite:///{file}", language=speech.code, zone=UTC)
        window = MainWindow()
        window.build(workspace, theme=look, language=speech)
        window.closed.connect(workspace.close)
        windows.append(window)
        window.show()
        window.begin(workspace.start())
        wait_until_idle(window)
        return window

    yield start
    for window in windows:
        window.close()
        window.bridge.workspace.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application("en", "light")


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def damaged(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[100:8000] = os.urandom(7900)
    file.write_bytes(content)


def foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def letter(file: Path) -> None:
    file.write_text("Dear customer,", encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "language", "words"),
    [
        (newer, "en", "newer Dealwright"),
        (newer, "ru", "более новая версия"),
        (damaged, "en", "damaged"),
        (damaged, "ru", "повреж"),
        (foreign, "en", "another program"),
        (foreign, "ru", "другой программ"),
        (letter, "en", "not a Dealwright workspace"),
        (letter, "ru", "не является рабочей базой"),
    ],
)
def test_a_database_that_cannot_be_opened_is_told_in_the_window_and_left_alone(
    started: Callable[..., MainWindow],
    file: Path,
    harm: Callable[[Path], None],
    language: str,
    words: str,
) -> None:
    harm(file)
    before = file.read_bytes()
    window = started(file, language)
    hand = Hand(window, file, None)
    dialog = hand.see("troubleDialog")
    said = hand.find("troubleText", QLabel, dialog).text()
    assert words in said, said
    assert not hand.see("runProcessButton").isEnabled()
    assert file.read_bytes() == before
    hand.click(hand.see("closeButton", dialog))
    hand.until(lambda: not window.isVisible(), "the window should close: there is nothing to work on")


def test_sort_and_filter_of_a_list_by_hand(hand: Hand) -> None:
    for title in ("Alpha", "Beta"):
        hand.do("create_opportunity", title=title)
    hand.key(Key.Key_3, Modifier.ControlModifier)
    rows = hand.find("opportunityList", QAbstractItemView)
    hand.until(lambda: rows.model().rowCount() == 2, "both should be listed")
    hand.write("listFilter", "alp")
    hand.until(lambda: rows.model().rowCount() == 1, "one fits")
    hand.click_row(rows, 0, twice=True)
    hand.rest()
    assert hand.value("SELECT title FROM opportunity WHERE id = ?", hand.sale) == "Alpha"
