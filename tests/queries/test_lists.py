"""Lists: every filter and every column to sort by, windows of rows, finding in any alphabet."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from desktop.views.exchange import Money, Refused
from desktop.views.rows import AccountRow, ActivityRow, ContactRow, LeadRow, ListFilter, OpportunityRow

ROWS = {
    "opportunity": OpportunityRow,
    "lead": LeadRow,
    "activity": ActivityRow,
    "account": AccountRow,
    "contact": ContactRow,
}


@pytest.fixture
def stocked(desk):
    """Some of everything."""
    vega = desk.make("create_account", name="Вега Логистика", sector=desk.choice("sector", "logistics"))
    nord = desk.make("create_account", name="Nordwind AG")
    desk.make("create_contact", name="Пётр Ёлкин", account=vega)
    desk.make("create_contact", name="Jonas Falk", account=nord)
    desk.make("create_lead", title="Second warehouse", account=vega)
    desk.make("create_lead", title="ERP 50%_off", account_name="Elmwood")
    desk.make("create_opportunity", title="ERP rollout", account=nord, amount=Money(500, "EUR"))
    desk.make("create_opportunity", title="Автоматизация склада", account=vega, amount=Money(900, "EUR"))
    desk.do("run_process", process="corporate_sale")
    return desk


def titles(desk, subject, **wanted):
    sort = wanted.pop("sort", "")
    descending = wanted.pop("descending", False)
    ids = desk.see("list_ids", subject=subject, filter=ListFilter(**wanted), sort=sort, descending=descending)
    rows = desk.see("list_rows", subject=subject, ids=ids)
    assert [row.id for row in rows] == list(ids)
    return [getattr(row, "title", None) or row.name for row in rows]


@pytest.mark.parametrize("subject", ROWS)
def test_every_column_of_a_row_sorts_the_list_both_ways(stocked, subject):
    for field in dataclasses.fields(ROWS[subject]):
        up = stocked.see("list_ids", subject=subject, sort=field.name)
        down = stocked.see("list_ids", subject=subject, sort=field.name, descending=True)
        assert len(up) > 1
        assert sorted(up) == sorted(down)


def test_a_column_that_there_is_not_is_refused(stocked):
    with pytest.raises(Refused) as refusal:
        stocked.see("list_ids", subject="account", sort="shoe_size")
    assert refusal.value.code == "column-unknown"
    with pytest.raises(Refused) as refusal:
        stocked.see("list_rows", subject="planets", ids=(1,))
    assert refusal.value.code == "subject-unknown"


def test_rows_come_in_the_order_asked_and_those_that_are_gone_are_left_out(stocked):
    rows = stocked.see("list_rows", subject="opportunity", ids=(3, 4711, 1))
    assert [row.id for row in rows] == [3, 1]
    assert stocked.see("list_rows", subject="opportunity", ids=()) == ()


def test_empty_values_come_last_whichever_way_the_list_is_sorted(stocked):
    assert titles(stocked, "opportunity", sort="amount")[-1] == "New opportunity"
    assert titles(stocked, "opportunity", sort="amount", descending=True)[0] == "Автоматизация склада"
    assert titles(stocked, "opportunity", sort="amount", descending=True)[-1] == "New opportunity"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("склад", ["Автоматизация склада"]),
        ("СКЛАДА автомат", ["Автоматизация склада"]),
        ("вега", ["Автоматизация склада"]),
        ("nordWIND", ["ERP rollout"]),
        ("opp-00001", ["ERP rollout"]),
        ("nowhere", []),
    ],
)
def test_opportunities_are_found_by_title_number_and_customer_however_capitalised(stocked, text, found):
    assert titles(stocked, "opportunity", text=text) == found


@pytest.mark.parametrize("text", ["%", "50%_", "0%_O"])
def test_what_is_typed_is_never_a_wildcard(stocked, text):
    assert titles(stocked, "lead", text=text) == ["ERP 50%_off"]
    assert titles(stocked, "lead", text="*") == []
    assert titles(stocked, "account", text="[Вв]ега") == []
    assert titles(stocked, "account", text="В.га") == []


def test_russian_yo_is_found_by_ye(stocked):
    assert titles(stocked, "contact", text="петр елкин") == ["Пётр Ёлкин"]


def test_open_and_closed_are_told_apart(stocked):
    lost = stocked.choice("closing_reason", "price")
    from desktop.views.exchange import ClosingAnswer

    stocked.do("change_stage", opportunity=1, stage="closed_lost", closing=ClosingAnswer(reason=lost))
    assert "ERP rollout" not in titles(stocked, "opportunity")
    assert titles(stocked, "opportunity", state="closed") == ["ERP rollout"]
    assert len(titles(stocked, "opportunity", state="all")) == 3
    assert titles(stocked, "opportunity", state="all", stages=("closed_lost",)) == ["ERP rollout"]
    row = stocked.see("list_rows", subject="opportunity", ids=(1,))[0]
    assert (row.due_state, row.stage, row.stage_code) == ("closed", "Closed lost", "closed_lost")


def test_mine_is_what_i_own_and_team_that_of_those_below_me_too(stocked):
    tom = stocked.make("create_person", name="Tom", manager=stocked.workspace.person_id)
    stocked.make("create_opportunity", title="Tom's", owner=tom)
    assert "Tom's" not in titles(stocked, "opportunity", scope="mine")
    assert "Tom's" in titles(stocked, "opportunity", scope="team")
    stocked.do("switch_person", person=tom)
    assert titles(stocked, "opportunity", scope="team") == ["Tom's"]
    assert len(titles(stocked, "opportunity", scope="all")) == 4


def test_n7_an_opportunity_without_a_next_step_says_so(stocked):
    rows = {row.title: row for row in stocked.see("list_rows", subject="opportunity", ids=(1, 2, 3))}
    assert rows["ERP rollout"].due_state == "unplanned"
    assert rows["ERP rollout"].next_due is None
    assert rows["New opportunity"].due_state == "ahead"
    assert rows["New opportunity"].next_step.startswith("Contact the customer")


def test_n7_the_next_step_is_missing_when_the_days_of_the_stage_are_over(stocked, clock):
    stage = next(row for row in stocked.see("stages") if row.code == "qualification")
    clock.advance(days=stage.days - 1)
    assert stocked.see("list_rows", subject="opportunity", ids=(1,))[0].due_state == "unplanned"
    clock.advance(days=1)
    assert stocked.see("list_rows", subject="opportunity", ids=(1,))[0].due_state == "missing"
    stocked.do("save_stage", id=stage.id, version=stage.version, fields={"days": stage.days + 1})
    assert stocked.see("list_rows", subject="opportunity", ids=(1,))[0].due_state == "unplanned"


def test_n7_the_next_step_is_the_one_due_first(stocked, clock):
    start = clock() + timedelta(hours=1)
    stocked.do("create_activity", kind="call", title="Ask", opportunity=3, start_at=start)
    row = stocked.see("list_rows", subject="opportunity", ids=(3,))[0]
    assert (row.next_step, row.due_state) == ("Ask", "today")
    clock.advance(hours=3)
    assert stocked.see("list_rows", subject="opportunity", ids=(3,))[0].due_state == "overdue"


def test_lists_of_activities_speak_the_reader_s_language(stocked):
    stocked.workspace.language = "ru"
    row = stocked.see("list_rows", subject="activity", ids=stocked.see("list_ids", subject="activity"))[0]
    assert row.title.startswith("Связаться с клиентом")
    assert titles(stocked, "activity", text="презентацию")


def test_an_account_s_row_counts_its_open_opportunities(stocked):
    ids = stocked.see("list_ids", subject="account", sort="name")
    rows = {row.name: row for row in stocked.see("list_rows", subject="account", ids=ids)}
    assert rows["Nordwind AG"].opportunities == 1
    assert rows["Вега Логистика"].sector == "Logistics"


def test_pick_offers_what_begins_with_the_text_first(stocked):
    stocked.make("create_account", name="Super Nordwind")
    found = stocked.see("pick", subject="account", text="nord")
    assert [ref.label for ref in found] == ["Nordwind AG", "Super Nordwind"]


def test_pick_offers_the_account_s_own_contacts_first_and_alone_while_nothing_is_typed(stocked):
    jonas = stocked.see("pick", subject="contact", text="", account=2)
    assert [ref.label for ref in jonas] == ["Jonas Falk"]
    both = stocked.see("pick", subject="contact", text="л", account=1)
    assert [ref.label for ref in both] == ["Пётр Ёлкин"]
    assert len(stocked.see("pick", subject="contact", text="")) == 2


def test_pick_offers_at_most_twenty_and_only_people_who_work_here(stocked):
    for place in range(25):
        stocked.make("create_person", name=f"Person {place:02}")
    assert len(stocked.see("pick", subject="person", text="person")) == 20
    assert [ref.label for ref in stocked.see("pick", subject="person", text="anna")] == ["Anna Kern"]


def test_find_looks_through_every_kind_of_record(stocked):
    found = stocked.see("find", text="erp")
    assert [(row.subject, row.title) for row in found] == [
        ("opportunity", "ERP rollout"),
        ("lead", "ERP 50%_off"),
    ]
    assert found[0].detail == "OPP-00001 · Nordwind AG · Qualification"
    assert {row.subject for row in stocked.see("find", text="ВЕГА")} == {"opportunity", "account"}
    assert [row.title for row in stocked.see("find", text="ёлкин")] == ["Пётр Ёлкин"]
    assert stocked.see("find", text="  ") == ()


@pytest.mark.parametrize("subject", ROWS)
def test_a_window_of_rows_takes_the_same_statements_however_many_rows(stocked, subject):
    from sqlalchemy import event

    engine = stocked.workspace._database.engine
    seen = []

    def note(*arguments):
        seen.append(arguments[2])

    def statements(ids):
        seen.clear()
        stocked.see("list_rows", subject=subject, ids=ids)
        return len(seen)

    ids = stocked.see("list_ids", subject=subject)
    assert len(ids) > 1
    statements(ids)  # definitions of processes are read once
    event.listen(engine, "before_cursor_execute", note)
    try:
        assert statements(ids[:1]) == statements(ids) <= 7
    finally:
        event.remove(engine, "before_cursor_execute", note)
