"""Sample data: about forty sales of the last half year, made by the real actions in one transaction."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import create_engine, select

from desktop.sales.tables import account, activity, contact, lead, note, notification, opportunity, stage_history
from desktop.views.exchange import Action, Query, Refused
from desktop.views.rows import ListFilter
from desktop.workspace import Workspace
from tests.prepared import forget_told, with_sample_data

HISTORY = (account, contact, opportunity, activity, lead, note, notification, stage_history)
MOMENTS = ("created_at", "at", "closed_at", "done_at", "entered_at", "left_at")
EVERYTHING = ListFilter(state="all")


@pytest.fixture
def workspace(database_url, clock):
    opened = Workspace(database_url, clock=clock)
    opened.start().result()
    yield opened
    opened.close()


@pytest.fixture
def company(database_url, clock):
    """A workspace in which the sample data is."""
    opened = Workspace.open(with_sample_data(database_url, clock), clock=clock)
    yield opened
    opened.close()


def see(workspace, name, **arguments):
    return workspace.ask(Query(name, **arguments)).result()


def rows(workspace, subject, wanted=EVERYTHING):
    ids = see(workspace, "list_ids", subject=subject, filter=wanted)
    return see(workspace, "list_rows", subject=subject, ids=ids)


def test_an_empty_workspace_becomes_an_invented_company(workspace, clock):
    done = workspace.perform(Action("load_sample_data")).result()
    assert not done.undoable
    shell = see(workspace, "shell")
    assert (shell.first_start, shell.person.name, shell.person.reports_to) == (False, "Anna Kern", "Claire Dumont")
    assert Counter(person.role for person in shell.people) == {"manager": 2, "rep": 4}
    assert shell.undo_label == ""
    assert len(rows(workspace, "account")) >= 25
    assert len(rows(workspace, "contact")) >= 25
    assert len(rows(workspace, "lead")) == 12
    sales = rows(workspace, "opportunity")
    assert 38 <= len(sales) <= 46
    by_stage = Counter(row.stage_code for row in sales)
    assert by_stage["closed_won"] >= 8
    assert by_stage["closed_lost"] >= 5
    assert min(by_stage[code] for code in ("qualification", "presentation", "proposal", "contracting")) >= 1
    assert not any(row.due_state == "missing" for row in sales)
    assert any(row.title == "Vega Logistics / Warehouse automation" and row.due_state != "closed" for row in sales)
    mine = Counter(row.due_state for row in rows(workspace, "activity", ListFilter(scope="mine")))
    assert mine["overdue"] >= 1
    assert mine["today"] >= 1
    assert mine["ahead"] >= 1
    spread = {row.start_at.date() for row in rows(workspace, "activity")}
    assert min(spread) < (clock() - timedelta(days=150)).date()


def test_every_open_sale_has_its_process_running_on_its_stage(company):
    for row in rows(company, "opportunity"):
        page = see(company, "opportunity_page", id=row.id)
        assert page.running_process == ("" if page.stage_bar.closed else "Corporate sale")
        stages = {card.stage_label for card in page.cards if card.process_label == "Corporate sale"}
        assert stages == (set() if page.stage_bar.closed else {row.stage})


def test_the_other_processes_run_too_on_two_leads_and_after_a_win(company):
    running = {
        card.process_label for row in rows(company, "lead") for card in see(company, "lead_page", id=row.id).cards
    }
    assert "Lead handover" in running
    won = rows(company, "opportunity", ListFilter(state="closed"))
    cards = [card for row in won for card in see(company, "opportunity_page", id=row.id).cards]
    assert [card.process_label for card in cards if card.process_label] == ["Follow-up after a won deal"]


def test_r13_what_was_lost_has_its_reason_and_what_was_won_its_income(company):
    for row in rows(company, "opportunity", ListFilter(state="closed")):
        page = see(company, "opportunity_page", id=row.id)
        assert page.closed_at is not None
        assert page.spent_minutes > 0
        assert (page.actual_income is not None) == (row.stage_code == "closed_won")
        assert bool(page.closing_reason) == (row.stage_code == "closed_lost")


def test_most_sales_have_products_that_make_up_their_amount_and_most_won_ones_an_order(company):
    assert len(rows(company, "product")) == 7
    sales = rows(company, "opportunity")
    lines = {row.id: see(company, "lines", subject="opportunity", id=row.id) for row in sales}
    with_lines = [found for found in lines.values() if found.lines]
    assert len(with_lines) > len(sales) / 2
    assert all(found.total == found.amount for found in with_lines)
    won = [row for row in sales if row.stage_code == "closed_won"]
    follows = [see(company, "what_follows", opportunity=row.id) for row in won]
    assert len(won) / 2 < sum(bool(found.orders) for found in follows) < len(won)
    orders = rows(company, "order")
    assert {"paid"} < {row.status_code for row in orders} <= {"confirmed", "shipped", "paid"}
    for row in orders:
        page = see(company, "order_page", id=row.id)
        assert page.unplanned.minor == 0
        assert page.total.minor > 0
        assert (row.status_code != "paid") or page.paid == page.total


def test_the_story_is_the_same_every_time(tmp_path, clock):
    def told(name):
        workspace = Workspace.open(with_sample_data(f"sqlite:///{tmp_path / name}", clock), clock=clock)
        try:
            return rows(workspace, "opportunity"), rows(workspace, "activity")
        finally:
            workspace.close()

    first = told("first.db")
    forget_told()
    assert told("second.db") == first


def test_a_workspace_that_holds_something_is_left_alone(workspace):
    workspace.perform(Action("enter", person="Anna Kern")).result()
    workspace.perform(Action("create_account", name="Vega")).result()
    with pytest.raises(Refused) as refusal:
        workspace.perform(Action("load_sample_data")).result()
    assert refusal.value.code == "workspace-not-empty"
    assert len(rows(workspace, "account")) == 1
    assert len(see(workspace, "shell").people) == 1


def test_it_is_told_in_the_language_of_the_person_who_loads_it(database_url, clock):
    workspace = Workspace(database_url, clock=clock, language="ru")
    try:
        workspace.start().result()
        workspace.perform(Action("load_sample_data")).result()
        sales = rows(workspace, "opportunity")
        assert any(row.title == "Vega Logistics / Автоматизация склада" for row in sales)
        names = {row.title.partition(" / ")[0] for row in sales}
        own = {row.title.partition(" / ")[2] or row.title for row in sales}
        own |= {row.title for row in rows(workspace, "lead")} | {row.title for row in rows(workspace, "activity")}
        pages = [see(workspace, "opportunity_page", id=row.id) for row in sales]
        own |= {note.text for page in pages for note in page.notes} | {page.fields.need_text for page in pages}
        own |= {page.fields.tactics for page in pages} | {page.fields.decision_maker_role for page in pages}
        written = {text.removesuffix("ERP").removesuffix("CRM") for text in own - {""} - names}
        assert [text for text in written if not any("а" <= letter <= "я" for letter in text.lower())] == []
    finally:
        workspace.close()


@pytest.mark.parametrize("hour", [3, 23])
def test_nothing_happened_at_night_or_on_a_free_day(tmp_path, hour):
    """Created, done, noted and told between 9 and 18 of the local zone, whatever the hour of the loading."""
    zone = timezone(timedelta(hours=5))
    present = datetime(2026, 11, 23, hour, 12, tzinfo=zone)
    workspace = Workspace(f"sqlite:///{tmp_path / 'night.db'}", clock=lambda: present, zone=zone)
    try:
        workspace.start().result()
        workspace.perform(Action("load_sample_data")).result()
    finally:
        workspace.close()
    engine = create_engine(f"sqlite:///{tmp_path / 'night.db'}")
    moments = []
    with engine.connect() as connection:
        for table in HISTORY:
            for column in (table.c[name] for name in MOMENTS if name in table.c):
                moments += connection.execute(select(column).where(column.is_not(None))).scalars()
    engine.dispose()
    assert len(moments) > 500
    local = [moment.astimezone(zone) for moment in moments]
    assert [moment for moment in local if not 9 <= moment.hour < 18 or moment.weekday() >= 5] == []


def test_every_deed_of_the_sample_data_is_a_moment_of_its_own(company):
    """N2, N4: what the invented people have done is told by who did it and when, not as one loading of everything."""
    record = see(company, "list_ids", subject="opportunity", filter=EVERYTHING, sort="number")[0]
    moments = see(company, "record_moments", subject="opportunity", id=record).moments
    assert len({moment.at for moment in moments}) > 3
    assert [moment.at for moment in moments] == sorted(moment.at for moment in moments)
    assert "process was started" in moments[0].what or "is running" in moments[0].what or "created" in moments[0].what


def test_n2_many_moments_in_one_action_are_told_apart(company):
    """Why a task is there, why a sale stands where it stands: from its own moment, not from the first of the action."""
    late = [row for row in rows(company, "opportunity") if row.stage_code == "contracting"]
    page = see(company, "opportunity_page", id=late[0].id)
    asked = [see(company, "why", opportunity=row.id) for row in late]
    asked += [see(company, "why", activity=card.activity_id) for card in page.cards if card.process_label]
    assert len(asked) > len(late)
    assert all("the start of the process" not in why.sentences[1] for why in asked)
