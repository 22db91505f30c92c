"""Calendar files: what stands in them, in UTC, under names that stay, written at once or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from desktop.views.exchange import Refused


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "mine.ics"


def task(desk, title: str, start: datetime, kind: str = "task", **more: object) -> int:
    return desk.make("create_activity", kind=kind, title=title, start_at=start, **more)


def events(file: Path) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_an_activity_stands_in_the_file_in_utc_with_its_record_and_its_reminder(desk, file):
    sale = desk.make("create_opportunity", title="Warehouse, phase 2; automation")
    call = task(desk, "Call Vega", at(3, 10), "call", opportunity=sale)
    said = desk.see("export_calendar", path=str(file))
    assert said == f"1 activity was written to {file}."
    (event,) = events(file).values()
    assert (event["dtstart"].dt, event["dtend"].dt) == (at(3, 10), at(3, 10) + timedelta(minutes=30))
    assert b"DTSTART:20260303T100000Z" in file.read_bytes()
    assert "Warehouse, phase 2; automation · OPP-00001" in str(event["description"])
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == desk.see("activity_page", id=call).fields.remind_at


def test_names_stay_whatever_happens_to_the_activity(desk, file):
    call = task(desk, "Call Vega", at(3, 10))
    desk.see("export_calendar", path=str(file))
    before = str(events(file)["Call Vega"]["uid"])
    desk.do("reschedule_task", activity=call, start_at=at(4, 10))
    desk.do("complete_task", activity=call)
    task(desk, "Another", at(3, 10))
    desk.see("export_calendar", path=str(file))
    found = events(file)
    assert str(found["Call Vega"]["uid"]) == before
    assert found["Call Vega"]["dtstart"].dt == at(4, 10)
    assert found["Call Vega"]["sequence"] > 0
    assert str(found["Another"]["uid"]) != before


def test_only_what_touches_the_period_and_is_mine_is_exported(desk, file):
    other = desk.make("create_person", name="Boris Lang")
    task(desk, "Before", at(1, 10))
    task(desk, "Inside", at(3, 10))
    task(desk, "His", at(3, 10), owner=other)
    task(desk, "After", at(9, 10))
    gone = task(desk, "Cancelled", at(3, 12))
    desk.do("cancel_task", activity=gone)
    desk.see("export_calendar", path=str(file), start=at(2, 0), end=at(7, 0))
    assert set(events(file)) == {"Inside"}
    desk.see("export_calendar", path=str(file))
    assert set(events(file)) == {"Before", "Inside", "After"}


def test_titles_are_in_the_reader_s_language_and_any_letter_comes_through(desk, file):
    desk.workspace.language = "ru"
    desk.do("run_process", process="corporate_sale")
    task(desk, "Позвонить\nВеге, 10:00; «да» 🎉", at(3, 10))
    desk.see("export_calendar", path=str(file))
    titles = set(events(file))
    assert "Подготовить презентацию" in titles
    assert any("«да» 🎉" in title for title in titles)


def test_the_subscription_file_holds_what_is_ahead_and_three_months_back(desk, file, clock):
    task(desk, "Old", at(1, 10) - timedelta(days=200))
    task(desk, "Lately", at(1, 10) - timedelta(days=30))
    task(desk, "Ahead", at(1, 10) + timedelta(days=200))
    assert desk.see("keep_calendar", path=str(file)) == 2
    assert set(events(file)) == {"Lately", "Ahead"}


def test_a_file_that_cannot_be_written_is_refused_and_nothing_is_left_behind(desk, tmp_path):
    task(desk, "Call", at(3, 10))
    with pytest.raises(Refused) as refusal:
        desk.see("export_calendar", path=str(tmp_path / "no such folder" / "mine.ics"))
    assert refusal.value.code == "calendar-unwritable"
    (tmp_path / "folder.ics").mkdir()
    with pytest.raises(Refused):
        desk.see("export_calendar", path=str(tmp_path / "folder.ics"))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".folder")] == []
