"""Merging accounts, contacts and leads: what refers to them follows, nothing is lost, an undo brings back all."""

from __future__ import annotations

import random
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, select

import desktop.processes.tables  # noqa: F401 - all tables are compared
from desktop.sales import merging
from desktop.store.base import Journaled, metadata
from desktop.views.exchange import ChangedMeanwhile, Money, Refused

UNCOUNTED = {"version", "last"}


def everything(url: str) -> dict[str, dict[int, dict[str, Any]]]:
    """Every row of every table that the journal keeps, without the counters of how often it was written."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return {
                table.name: {
                    row.id: {name: value for name, value in row._mapping.items() if name not in UNCOUNTED}
                    for row in connection.execute(select(table))
                }
                for table in metadata.sorted_tables
                if table.info.get("journal") is not Journaled.NEVER and table.name not in ("action", "journal_entry")
            }
    finally:
        engine.dispose()


@pytest.fixture
def twins(desk, tmp_path: Path) -> dict[str, tuple[int, int]]:
    """Two of each, with everything that can refer to them."""
    file = tmp_path / "contract.txt"
    file.write_text("signed", encoding="utf-8")
    accounts = tuple(
        desk.make("create_account", name=name, phone=phone, notes=notes)
        for name, phone, notes in (("Vega Logistics", "", "first"), ("Vega Logistik", "+49 30 1234567", "second"))
    )
    desk.make("create_account", name="Vega Poland", parent=accounts[1])
    contacts = tuple(
        desk.make("create_contact", name=name, account=account, email=mail)
        for name, account, mail in (("Anna Kern", accounts[0], ""), ("Kern Anna", accounts[1], "anna@vega.example"))
    )
    leads = tuple(
        desk.make("create_lead", title=title, account=account, contact=contact, budget=Money(5_000, "EUR"))
        for title, account, contact in zip(("Cash desks", "Cash desk"), accounts, contacts, strict=True)
    )
    for account, contact, lead in zip(accounts, contacts, leads, strict=True):
        sale = desk.make("create_opportunity", title="Sale", account=account, contact=contact, decision_maker=contact)
        desk.do("add_participant", opportunity=sale, contact=contacts[0])
        if contact != contacts[0]:
            desk.do("add_participant", opportunity=sale, contact=contact)
        for subject, record in (("account", account), ("contact", contact), ("lead", lead)):
            desk.do("attach_file", subject=subject, record=record, path=file)
            desk.make("create_activity", kind="call", title="Call", **{subject: record})
        desk.do("add_note", text="Remember", lead=lead)
        desk.do("create_order", opportunity=sale)
    desk.do("change_lead_stage", lead=leads[1], stage="awaiting_sale")
    return {"account": accounts, "contact": contacts, "lead": leads}


@pytest.mark.parametrize("subject", ["account", "contact", "lead"])
def test_a_merge_and_its_undo_leave_every_table_as_it_was(desk, twins, database_url: str, subject: str) -> None:
    """Whichever is kept and whatever is chosen; and the redo of it is the merge again."""
    chance = random.Random(subject)
    for keep, gone in permutations(twins[subject]):
        fields = sorted(merging.FIELDS[subject])
        for _ in range(2):
            chosen = {name: chance.choice((keep, gone)) for name in chance.sample(fields, len(fields) // 2)}
            chosen |= {name: "all" for name in fields if name in merging.LONG and chance.random() < 0.5}
            before = everything(database_url)
            desk.do("merge_records", subject=subject, keep=keep, others=(gone,), choices=chosen)
            merged = everything(database_url)
            assert gone not in merged[subject] and keep in merged[subject]
            desk.do("undo")
            assert everything(database_url) == before
    desk.do("redo")
    after = everything(database_url)
    assert after == merged


@pytest.mark.parametrize("subject", ["account", "contact", "lead"])
def test_nothing_refers_to_what_was_merged_and_nothing_that_referred_to_it_is_gone(
    desk, twins, database_url: str, subject: str
) -> None:
    keep, gone = twins[subject]
    before = everything(database_url)
    desk.do("merge_records", subject=subject, keep=keep, others=(gone,))
    after = everything(database_url)
    for table in metadata.sorted_tables:
        if table.name not in after:
            continue
        kept_rows = {number for number in before[table.name] if (table.name, number) != (subject, gone)}
        assert kept_rows <= after[table.name].keys(), table.name
        for column in table.c:
            if any(key.column.table.name == subject for key in column.foreign_keys):
                assert gone not in {row[column.name] for row in after[table.name].values()}, column
    files = [row for row in after["attachment"].values() if row["subject"] == subject]
    assert {row["record_id"] for row in files} == {keep} and len(files) == 2


def test_empty_fields_are_filled_and_what_is_chosen_is_kept(desk, twins) -> None:
    keep, gone = twins["account"]
    sheet = desk.see("merge_sheet", subject="account", ids=(keep, gone))
    asked = {field.name: field for field in sheet.fields if field.differs}
    assert set(asked) == {"name", "notes"} and asked["notes"].long
    desk.do("merge_records", subject="account", keep=keep, others=(gone,), choices={"name": gone, "notes": "all"})
    fields = desk.see("account_page", id=keep).fields
    assert (fields.name, fields.phone, fields.notes) == ("Vega Logistik", "+49 30 1234567", "first\n\nsecond")
    assert [row.label for row in desk.see("pick", subject="account", text="Vega Logis")] == ["Vega Logistik"]
    assert [found.title for found in desk.see("find", text="Logistik") if found.subject == "account"] == [
        "Vega Logistik"
    ]


def test_nobody_takes_part_in_a_sale_twice(desk, twins) -> None:
    keep, gone = twins["contact"]
    desk.do("merge_records", subject="contact", keep=keep, others=(gone,))
    for sale in desk.see("list_ids", subject="opportunity"):
        assert len(desk.see("participants", opportunity=sale).rows) <= 1


@pytest.mark.parametrize("way", [(0, 1), (1, 0)])
def test_companies_never_belong_to_themselves_after_a_merge(desk, way: tuple[int, int]) -> None:
    """A parent and the daughter of its daughter become one: no circle is left."""
    top = desk.make("create_account", name="Vega Holding")
    middle = desk.make("create_account", name="Vega Europe", parent=top)
    low = desk.make("create_account", name="Vega Germany", parent=middle)
    pair = (top, low)
    desk.do("merge_records", subject="account", keep=pair[way[0]], others=(pair[way[1]],))
    kept = desk.see("account_page", id=pair[way[0]])
    assert kept.fields.parent is None
    assert desk.see("account_page", id=middle).fields.parent.id == kept.id


def test_three_become_one_and_the_history_tells_it(desk) -> None:
    three = [desk.make("create_contact", name=f"Anna Kern {number}") for number in range(3)]
    done = desk.do("merge_records", subject="contact", keep=three[1], others=(three[0], three[2]))
    assert done.message == "2 records were merged into “Anna Kern 1”." and done.result == {"contact": three[1]}
    told = [(row.what, row.after) for row in desk.see("history", subject="contact", id=three[1]).rows]
    assert ("Merged into this one", "Anna Kern 0") in told and ("Merged into this one", "Anna Kern 2") in told


def test_what_cannot_be_merged_is_refused(desk) -> None:
    one, other = desk.make("create_contact", name="Anna Kern"), desk.make("create_contact", name="Anna Kern")

    def refusal(**arguments: object) -> Refused:
        with pytest.raises(Refused) as caught:
            desk.do("merge_records", **{"subject": "contact", "keep": one, "others": (other,), **arguments})
        assert caught.value.sentence
        return caught.value

    assert refusal(others=()).code == "merge-nothing"
    assert refusal(others=(one,)).code == "merge-nothing"
    assert refusal(others=(999,)).code == "record-gone"
    assert refusal(choices={"colour": one}).code == "merge-choice"
    assert refusal(choices={"name": 999}).code == "merge-choice"
    assert refusal(choices={"name": "all"}).code == "merge-choice"
    assert isinstance(refusal(versions={other: 7}), ChangedMeanwhile)
    assert refusal(subject="opportunity").code == "subject-unknown"
