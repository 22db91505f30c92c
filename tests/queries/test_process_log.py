"""The process log: every run and every step with state, times, person and result, filtered and sorted (issue 4, 9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files

import pytest

from desktop.processes.tables import process_instance
from desktop.sales.tables import opportunity
from desktop.views.exchange import Place
from desktop.views.process_log import LogFilter
from desktop.views.spreadsheets import ExportColumn
from tests.actions.desk import CLOSING, Desk

LEAD = files("resources").joinpath("processes", "lead_handover.bpmn").read_bytes()


@pytest.fixture
def desk(database_url: str, clock) -> Iterator[Desk]:
    made = Desk(database_url, clock)
    yield made
    made.close()


def runs(desk, sort="started_at", descending=True, **narrowed):
    ids = desk.ask("log_runs", filter=LogFilter(**narrowed), sort=sort, descending=descending)
    return desk.ask("list_rows", subject="run", ids=ids)


def steps(desk, **narrowed):
    found = desk.ask("log_steps", filter=LogFilter(**narrowed))
    return desk.ask("list_rows", subject="step", ids=found.ids)


def said(rows):
    return [(row.step, row.status) for row in rows]


def test_the_steps_of_a_run_with_state_person_time_and_result(desk, clock):
    """The card Log: what is open first, what was done with its result and how long it took."""
    sale = desk.run()
    clock.advance(hours=5, minutes=49)
    desk.complete(sale, "contact_customer", when=desk.in_days(3))
    clock.advance(days=1)
    desk.complete(sale, "prepare_presentation")
    desk.do("change_stage", opportunity=sale, stage="proposal")
    rows = steps(desk, subject="opportunity", record=sale)
    shown = {row.element_id: row for row in rows}
    contact = shown["contact_customer"]
    assert (contact.status, contact.tone, contact.person) == ("Presentation agreed", "good", "Anna Kern")
    assert contact.took == 5 * 3600 + 49 * 60 and contact.ended_at - contact.began_at == timedelta(seconds=contact.took)
    assert shown["prepare_presentation"].status == "done"
    assert (shown["presentation_meeting"].state, shown["presentation_meeting"].tone) == ("cancelled", "muted")
    waiting = [row for row in rows if row.state == "running"]
    assert {row.status for row in waiting} == {"open"} and len(waiting) == 3
    assert all(row.took is None and row.ended_at is None for row in waiting)
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)
    assert not any("gateway" in row.element_id.lower() or row.step == "Which stage?" for row in rows)


def test_what_was_undone_is_no_step(desk):
    """The log keeps what was undone, the list of steps does not show it; done again it is there once."""
    sale = desk.run()
    before = said(steps(desk, record=sale, subject="opportunity"))
    desk.complete(sale, "prepare_presentation")
    after = said(steps(desk, record=sale, subject="opportunity"))
    desk.do("undo")
    assert said(steps(desk, record=sale, subject="opportunity")) == before
    desk.do("redo")
    assert said(steps(desk, record=sale, subject="opportunity")) == after


def test_runs_are_told_with_where_they_stand_and_how_they_ended(desk, clock):
    first, second, third = desk.run(), desk.run(), desk.run()
    clock.advance(hours=2)
    desk.do("change_stage", opportunity=second, stage="closed_lost", closing=CLOSING)
    by_sale = {row.place.id: row for row in runs(desk)}
    assert by_sale[first].state == "running" and by_sale[first].took is None
    assert "Prepare the presentation" in by_sale[first].now
    assert (by_sale[second].state, by_sale[second].took) == ("done", 7200)
    assert by_sale[third].place == Place("opportunity", third)
    assert by_sale[third].person == by_sale[third].owner == "Anna Kern"
    assert {row.id for row in runs(desk, status="running")} == {by_sale[first].id, by_sale[third].id}
    clock.advance(hours=1)
    assert [row.place.id for row in runs(desk, sort="took")][-1] == second


def test_filters_by_process_person_status_and_time(desk, clock):
    """Whoever looks narrows by process, person, status and time; a run belongs to every day on which it ran."""
    early = desk.run()
    tom = desk.do("create_person", name="Tom Berg").result["person"]
    clock.advance(days=2)
    midnight = clock()
    desk.do("switch_person", person=tom)
    late = desk.run()
    desk.complete(late, "prepare_presentation")
    assert [row.place.id for row in runs(desk, person=tom)] == [late]
    assert [row.place.id for row in runs(desk, last=midnight)] == [early]
    assert {row.place.id for row in runs(desk, first=midnight)} == {early, late}
    assert runs(desk, process="nothing_like_it") == ()
    assert {row.person for row in steps(desk, person=tom, status="done")} == {"Tom Berg"}
    assert {row.record for row in steps(desk, status="running", person=tom)} == {"New opportunity"}
    assert {row.run for row in steps(desk, last=midnight)} == {desk.row(process_instance, subject_id=early).id}
    assert said(steps(desk, status="cancelled")) == []


def test_the_log_of_one_run_one_version_or_one_record_holds_nothing_of_others(desk):
    first, second = desk.run(), desk.run()
    (one,), (other,) = desk.running(first), desk.running(second)
    assert {row.run for row in steps(desk, run=one.id)} == {one.id}
    assert [row.id for row in runs(desk, run=other.id)] == [other.id]
    assert {row.run for row in steps(desk, subject="opportunity", record=second)} == {other.id}
    assert {row.id for row in runs(desk, definition=one.definition_id)} == {one.id, other.id}
    assert runs(desk, definition=one.definition_id + 1) == ()


def test_runs_are_sorted_by_every_column_in_both_directions(desk, clock):
    sale = desk.run()
    clock.advance(hours=1)
    desk.do("deploy_process", xml=LEAD + b"<!-- second -->")
    desk.do("switch_person", person=desk.do("create_person", name="Tom Berg").result["person"])
    lead = desk.do("run_process", process="lead_handover").result["lead"]
    on_sale, on_lead = (desk.row(process_instance, subject=subject).id for subject in ("opportunity", "lead"))
    clock.advance(hours=1)
    desk.do("cancel_run", run=on_lead)
    desk.do("switch_person", person=desk.person("Anna Kern"))
    clock.advance(hours=1)
    desk.do("change_stage", opportunity=sale, stage="closed_lost", closing=CLOSING)
    assert {row.place.id for row in runs(desk, process="lead_handover")} == {lead}
    sale_first = ("process", "version", "owner", "person", "started_at", "id")
    lead_first = ("record", "status", "now", "ended_at", "took")
    for sort in (*sale_first, *lead_first):
        order = [on_sale, on_lead] if sort in sale_first else [on_lead, on_sale]
        assert [row.id for row in runs(desk, sort=sort, descending=False)] == order, sort
        assert [row.id for row in runs(desk, sort=sort, descending=True)] == order[::-1], sort


def test_runs_on_hidden_records_are_hidden_with_their_steps(desk):
    sale = desk.run()
    tom = desk.do("create_person", name="Tom Berg").result["person"]
    desk.do("save_setting", name="visible_records", value="own")
    desk.do("switch_person", person=tom)
    assert desk.row(opportunity, id=sale).owner_id != tom
    assert runs(desk) == () and steps(desk) == ()


def test_the_log_is_exported_as_it_is_shown(desk, clock, tmp_path):
    """Lengths are seconds in a file, moments are moments, and what is shown for a person is a text."""
    sale = desk.run()
    clock.advance(hours=2)
    desk.do("change_stage", opportunity=sale, stage="closed_lost", closing=CLOSING)
    columns = (
        ExportColumn("record", "Record"),
        ExportColumn("status", "Status"),
        ExportColumn("took", "Took", "number"),
    )
    path = tmp_path / "log.csv"
    ids = desk.ask("log_runs")
    assert desk.ask("export_list", subject="run", ids=ids, columns=columns, path=str(path)).rows == 1
    assert path.read_text(encoding="utf-8-sig").splitlines() == ["Record,Status,Took", "New opportunity,done,7200"]
    whole = desk.ask("log_steps").ids
    assert desk.ask("export_list", subject="step", ids=whole, columns=columns, path=str(path)).rows == len(whole)
