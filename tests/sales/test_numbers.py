"""Human numbers are given once, also when two programs take them at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.sales import numbers
from desktop.store.database import Database
from desktop.store.transaction import Transaction


def test_two_programs_that_take_numbers_at_once_never_get_the_same(desk, database_url, clock):
    def take(_place):
        database = Database.open(database_url)
        try:
            taken = []
            for _ in range(10):
                with database.writing() as connection:
                    tx = Transaction(connection, action="test", person_id=None, now=clock())
                    taken.append(numbers.next_number(tx, "opportunity"))
            return taken
        finally:
            database.close()

    with ThreadPoolExecutor(3) as pool:
        taken = [number for part in pool.map(take, range(3)) for number in part]
    assert sorted(taken) == [f"OPP-{place:05d}" for place in range(1, 31)]


def test_a_number_that_was_rolled_back_leaves_at_most_a_gap(desk, database_url, clock):
    def take_and_fail():
        with desk.workspace._database.writing() as connection:
            numbers.next_number(Transaction(connection, action="test", person_id=None, now=clock()), "lead")
            raise ValueError("taken back")

    with pytest.raises(ValueError, match="taken back"):
        take_and_fail()
    lead = desk.make("create_lead", title="Need")
    assert desk.see("lead_page", id=lead).number == "LEAD-00001"


def test_a_subject_without_a_mask_has_no_numbers(desk, clock):
    with desk.workspace._database.writing() as connection:
        tx = Transaction(connection, action="test", person_id=None, now=clock())
        with pytest.raises(LookupError, match="invoice"):
            numbers.next_number(tx, "invoice")
