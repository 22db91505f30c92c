"""Changing and deleting many records: one transaction, one Undo, the same rules as for one, foretold row by row."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, text

from desktop.processes.deleting import RECORDS
from desktop.store import search
from desktop.store.base import metadata
from desktop.views.exchange import Money, NeedsReason, ReasonAnswer, Refused
from desktop.views.many import Wanted
from desktop.views.rows import ListFilter

SKIPPED = {"journal_action", "journal_entry", "process_log", "action", "entry"}


def everything(desk) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table whose changes an undo takes back."""
    found = {}
    with desk.workspace._database.reading() as connection:
        for table in metadata.sorted_tables:
            if table.name.startswith("journal") or table.name in SKIPPED:
                continue
            columns = [column for column in table.c if column.name != "version"]
            if table.name == "process_wait":
                columns = [column for column in columns if column.name != "id"]
            rows = connection.execute(select(*columns)).all()
            found[table.name] = sorted(map(repr, rows))
    return found


def sale(desk, title: str = "Vega", **fields: object) -> int:
    """Return an opportunity with a running process."""
    record = desk.make("create_opportunity", title=title, **fields)
    desk.do("run_process_on", opportunity=record)
    return record


def foresee(desk, subject: str, ids, **wanted: object):
    return desk.see("foresee_many", subject=subject, ids=ids, wanted=Wanted(**wanted))


def change(desk, subject: str, ids, **wanted: object):
    return desk.do("change_many", subject=subject, ids=ids, wanted=Wanted(**wanted))


def refusal(call) -> Refused:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value


def test_r5_many_sales_move_as_one_would_and_one_undo_takes_all_back(desk):
    first, second = sale(desk, "Alpha"), sale(desk, "Beta")
    before = everything(desk)
    seen = foresee(desk, "opportunity", (first, second), change="stage", stage="proposal")
    assert seen.changeable == (first, second)
    assert dict(seen.counts) == {"cancels": 4, "creates": 6}
    assert seen.sentences == ("Cancels 4 tasks.", "Creates 6 tasks.")
    done = change(desk, "opportunity", (first, second), change="stage", stage="proposal")
    assert done.message == "2 records moved to Proposal."
    rows = desk.see("list_rows", subject="opportunity", ids=(first, second))
    assert {row.stage_code for row in rows} == {"proposal"}
    desk.do("undo")
    assert everything(desk) == before


def test_r9_n5_what_stands_in_the_way_is_said_row_by_row_before_anything_is_done(desk):
    free, closed, lacking = sale(desk, "Free"), sale(desk, "Closed"), sale(desk, "Lacking")
    reason = desk.choice("closing_reason", desk.see("choices", lookup="closing_reason")[0].code)
    change(desk, "opportunity", (closed,), change="stage", stage="closed_lost", reason=reason)
    desk.do("require_field", stage="qualification", field="account", severity="stop")
    vega = desk.make("create_account", name="Vega")
    desk.do(
        "save_opportunity", id=free, version=desk.see("opportunity_page", id=free).version, fields={"account": vega}
    )
    seen = foresee(desk, "opportunity", (free, closed, lacking), change="stage", stage="proposal")
    assert seen.changeable == (free,)
    assert [(row.id, row.name) for row in seen.blocked] == [(closed, "Closed"), (lacking, "Lacking")]
    assert "final" in seen.blocked[0].reason
    assert "Customer" in seen.blocked[1].reason
    before = everything(desk)
    refused = refusal(lambda: change(desk, "opportunity", (free, closed), change="stage", stage="proposal"))
    assert refused.code == "bulk-row"
    assert "Closed" in str(refused)
    assert everything(desk) == before


def test_r13_the_closing_of_many_asks_once_and_takes_income_and_minutes_from_each(desk):
    first = sale(desk, "Alpha", amount=Money(500_00, "EUR"))
    second = sale(desk, "Beta", amount=Money(700_00, "USD"))
    assert (
        refusal(lambda: change(desk, "opportunity", (first,), change="stage", stage="closed_lost")).code == "bulk-row"
    )
    seen = foresee(desk, "opportunity", (first, second), change="stage", stage="closed_won")
    assert dict(seen.counts)["closes"] == 2
    assert any("good" in sentence for sentence in seen.sentences)
    change(desk, "opportunity", (first, second), change="stage", stage="closed_won")
    pages = [desk.see("opportunity_page", id=record) for record in (first, second)]
    assert [row.stage_code for row in desk.see("list_rows", subject="opportunity", ids=(first, second))] == [
        "closed_won",
        "closed_won",
    ]
    assert len(pages) == 2


def test_l4_many_leads_that_await_their_sale_start_one_each(desk):
    leads = [desk.make("create_lead", title=f"Lead {number}") for number in (1, 2)]
    seen = foresee(desk, "lead", leads, change="stage", stage="awaiting_sale")
    assert dict(seen.counts) == {"sales": 2}
    change(desk, "lead", leads, change="stage", stage="awaiting_sale")
    assert len(desk.see("list_ids", subject="opportunity")) == 2


def test_a_new_owner_gets_the_records_and_the_open_tasks(desk):
    boris = desk.make("create_person", name="Boris")
    record = sale(desk)
    assert dict(foresee(desk, "opportunity", (record,), change="owner", person=boris).counts) == {"handed": 2}
    change(desk, "opportunity", (record,), change="owner", person=boris)
    seen = foresee(desk, "opportunity", (record,), change="owner", person=boris)
    assert (seen.changeable, seen.blocked[0].reason) == ((), "Boris is the owner already.")
    others = {
        "lead": desk.make("create_lead", title="Lead"),
        "account": desk.make("create_account", name="Vega"),
        "order": desk.make("create_order"),
        "activity": desk.make("create_activity", kind="task", title="Call"),
    }
    for subject, other in others.items():
        change(desk, subject, (other,), change="owner", person=boris)
        assert desk.see("list_rows", subject=subject, ids=(other,))[0].owner == "Boris"


def test_activities_keep_their_hour_and_length_on_another_day(desk, clock):
    start = clock() + timedelta(hours=3)
    made = [desk.make("create_activity", kind="call", title=f"Call {n}", start_at=start) for n in (1, 2)]
    done = desk.make("create_activity", kind="call", title="Done", start_at=start)
    desk.do("complete_task", activity=done, result="done")
    seen = foresee(desk, "activity", (*made, done), change="due", day=date(2026, 3, 10))
    assert (seen.changeable, len(seen.blocked)) == (tuple(made), 1)
    change(desk, "activity", made, change="due", day=date(2026, 3, 10))
    row = desk.see("list_rows", subject="activity", ids=made)[0]
    assert (row.start_at, row.due_at - row.start_at) == (
        datetime.combine(date(2026, 3, 10), start.time(), start.tzinfo),
        timedelta(minutes=30),
    )


def test_tags_are_put_on_and_taken_off_many_at_once(desk):
    made = [desk.make("create_account", name=name) for name in ("A", "B")]
    change(desk, "account", made, change="tags", add=("Key", "North"))
    change(desk, "account", made[:1], change="tags", add=("East",), remove=("key",))
    assert [row.tags for row in desk.see("list_rows", subject="account", ids=made)] == ["East, North", "Key, North"]
    desk.do("undo")
    assert desk.see("list_rows", subject="account", ids=made)[0].tags == "Key, North"


def test_cancel_and_too_much_change_nothing_and_progress_is_told(desk):
    made = [desk.make("create_account", name=f"A{number}") for number in range(3)]
    told, wanted = [], Wanted("tags", add=("x",))
    desk.do("change_many", subject="account", ids=made, wanted=wanted, progress=lambda *at: told.append(at))
    assert told == [(1, 3), (2, 3), (3, 3)]
    desk.do("undo")

    def stopped() -> None:
        desk.do("change_many", subject="account", ids=made, wanted=wanted, cancelled=lambda: True)

    assert refusal(stopped).code == "bulk-cancelled"
    assert refusal(lambda: change(desk, "account", range(1, 6000), change="tags", add=("x",))).code == "bulk-too-many"
    assert refusal(lambda: change(desk, "account", (), change="delete")).code == "bulk-nothing"
    assert refusal(lambda: change(desk, "account", made, change="due", day=date(2026, 3, 1))).code == (
        "bulk-change-unknown"
    )
    assert desk.see("tags") == ()


def test_a_rep_changes_none_of_what_is_anothers_in_bulk_either(desk):
    own = desk.make("create_opportunity", title="Anna's")
    boris = desk.make("create_person", name="Boris")
    desk.do("switch_person", person=boris)
    seen = foresee(desk, "opportunity", (own,), change="delete")
    assert seen.changeable == ()
    assert refusal(lambda: change(desk, "opportunity", (own,), change="tags", add=("x",))).code == "bulk-row"
    assert refusal(lambda: desk.do("delete_records", subject="opportunity", ids=(own,))).code == "right-owner"
    assert refusal(lambda: desk.do("tag_record", subject="opportunity", id=own, tags=("x",))).code == "right-owner"


# deleting ----------------------------------------------------------------------------------------


def test_a_deleted_opportunity_takes_all_that_is_its_own_along_and_an_undo_brings_everything_back(desk, clock):
    desk.do("load_sample_data")
    ids = desk.see("list_ids", subject="opportunity", filter=ListFilter(state="all"))
    blocked = {row.id for row in foresee(desk, "opportunity", ids, change="delete").blocked}
    free = [record for record in ids if record not in blocked]
    assert free
    before = everything(desk)
    change(desk, "opportunity", free, change="delete")
    after = everything(desk)
    assert len(after["opportunity"]) == len(blocked)
    assert len(after["activity"]) < len(before["activity"])
    with desk.workspace._database.reading() as connection:
        words = connection.execute(
            text(f"SELECT count(*) FROM search_index_{search.VERSION} WHERE rowid < {2 << 40}")
        ).scalar()
    assert words == len(blocked)
    desk.do("undo")
    assert everything(desk) == before


def test_what_others_depend_on_is_not_deleted_and_says_on_what(desk):
    vega = desk.make("create_account", name="Vega")
    desk.make("create_contact", name="Kim", account=vega)
    for title in ("Alpha", "Beta"):
        desk.make("create_opportunity", title=title, account=vega)
    refused = refusal(lambda: desk.do("delete_records", subject="account", ids=(vega,)))
    assert refused.code == "delete-needed"
    assert "2 opportunities" in str(refused)
    assert "1 contact" in str(refused)
    sale_id = desk.make("create_opportunity", title="Gamma")
    desk.make("create_order", opportunity=sale_id)
    assert refusal(lambda: desk.do("delete_records", subject="opportunity", ids=(sale_id,))).code == "delete-needed"


def test_r6_a_task_of_a_process_goes_with_its_opportunity_alone(desk):
    record = sale(desk)
    task = desk.see("list_ids", subject="activity")[0]
    assert refusal(lambda: desk.do("delete_records", subject="activity", ids=(task,))).code == "delete-task-of-process"
    assert desk.do("delete_records", subject="opportunity", ids=(record,)).message == "“Vega” was deleted."
    assert desk.see("list_ids", subject="activity", filter=ListFilter(state="all")) == ()
    desk.do("undo")
    choice = desk.see("opportunity_page", id=record).cards[0].results[0].code
    assert choice
    done = foresee(desk, "opportunity", (record,), change="stage", stage="proposal")
    assert dict(done.counts) == {"cancels": 2, "creates": 3}
    change(desk, "opportunity", (record,), change="stage", stage="proposal")


def test_an_activity_that_hangs_on_something_else_too_stays_without_the_link(desk):
    vega = desk.make("create_account", name="Vega")
    kim = desk.make("create_contact", name="Kim")
    both = desk.make("create_activity", kind="call", title="Both", account=vega, contact=kim)
    alone = desk.make("create_activity", kind="call", title="Alone", contact=kim)
    desk.do("delete_records", subject="contact", ids=(kim,))
    assert desk.see("list_ids", subject="activity") == (both,)
    desk.do("undo")
    assert set(desk.see("list_ids", subject="activity")) == {both, alone}


def test_a_record_of_every_list_can_be_deleted_and_comes_back(desk):
    made = {
        "lead": desk.make("create_lead", title="Lead"),
        "activity": desk.make("create_activity", kind="task", title="Call"),
        "account": desk.make("create_account", name="Vega"),
        "contact": desk.make("create_contact", name="Kim"),
        "product": desk.make("create_product", name="Pump", price=Money(1, "EUR")),
        "order": desk.make("create_order"),
        "opportunity": desk.make("create_opportunity", title="Alpha"),
    }
    assert set(made) == set(RECORDS)
    for subject, record in made.items():
        before = everything(desk)
        desk.do("tag_record", subject=subject, id=record, tags=("Key",))
        desk.do("delete_records", subject=subject, ids=(record,))
        assert desk.see("list_ids", subject=subject, filter=ListFilter(state="all")) == ()
        assert desk.see("tags") == ()
        desk.do("undo")
        desk.do("undo")
        after = everything(desk)
        assert after == before


def test_articles_are_given_tagged_and_taken_out_like_any_list(desk):
    boris = desk.make("create_person", name="Boris")
    made = [desk.make("create_article", title=title) for title in ("Offer", "Price list")]
    change(desk, "article", made, change="owner", person=boris)
    change(desk, "article", made, change="tags", add=("Key",))
    assert {row.tags for row in desk.see("list_rows", subject="article", ids=made)} == {"Key"}
    change(desk, "article", made, change="delete")
    assert desk.see("list_ids", subject="article", filter=ListFilter(state="all")) == ()
    desk.do("undo")
    assert len(desk.see("list_ids", subject="article", filter=ListFilter(state="all"))) == 2


def test_who_gets_many_records_gets_one_message_for_each_former_owner(desk):
    boris = desk.make("create_person", name="Boris")
    made = [desk.make("create_lead", title=f"Lead {number}") for number in range(3)]
    change(desk, "lead", made, change="owner", person=boris)
    desk.do("switch_person", person=boris)
    messages = desk.see("notifications").rows
    assert len(messages) == 1
    assert "3" in messages[0].text


def test_many_leads_are_disqualified_for_one_reason_that_is_asked_once(desk):
    made = [desk.make("create_lead", title=f"Lead {number}") for number in range(2)]
    with pytest.raises(NeedsReason) as asked:
        change(desk, "lead", made, change="stage", stage="disqualified")
    answer = ReasonAnswer(asked.value.question.reasons[0].id, "No budget")
    wanted = Wanted("stage", stage="disqualified")
    desk.do("change_many", subject="lead", ids=made, wanted=wanted, disqualification=answer)
    assert {row.stage_code for row in desk.see("list_rows", subject="lead", ids=made)} == {"disqualified"}
