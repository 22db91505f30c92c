"""The journal remembers every row of an action, before and after; a failed action leaves nothing (R16)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, insert, select

from desktop.processes.tables import process_log
from desktop.sales.tables import draft, person, system_setting
from desktop.store.database import Database
from desktop.store.journal import action_table, entry_table
from desktop.store.transaction import StaleRow, Transaction

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database.open(database_url)
    yield opened
    opened.close()


def transaction(connection: Connection) -> Transaction:
    return Transaction(connection, action="test", person_id=None, now=NOW)


def test_every_change_is_journaled_before_and_after(database: Database) -> None:
    with database.writing() as connection:
        act = transaction(connection)
        row = act.insert(person, {"name": "Anna Kern", "role": "rep"})
        act.update(person, row, {"name": "Anna Kern-Wolf", "role": "rep"})
        act.delete(person, row)
        act.finish()
    with database.reading() as connection:
        entries = connection.execute(select(entry_table).order_by(entry_table.c.id)).all()
        assert [(entry.kind, entry.row_id) for entry in entries] == [("insert", row), ("update", row), ("delete", row)]
        assert entries[1].before == {"name": "Anna Kern"}
        assert entries[1].after == {"name": "Anna Kern-Wolf"}
        assert entries[2].before["name"] == "Anna Kern-Wolf"
        assert connection.execute(select(action_table.c.name, action_table.c.at)).one() == ("test", NOW)
        assert act.touched == {("person", row)}


def test_many_rows_get_their_ids_in_order_and_are_journaled_each(database: Database) -> None:
    with database.writing() as connection:
        act = transaction(connection)
        names = [f"Person {number:04d}" for number in range(1500)]
        ids = act.insert_many(person, [{"name": name, "role": "rep"} for name in names])
        assert act.insert_many(person, []) == []
        act.finish()
    with database.reading() as connection:
        found = dict(connection.execute(select(person.c.id, person.c.name)).all())
        assert [found[row_id] for row_id in ids] == names
        entries = connection.execute(select(entry_table.c.row_id, entry_table.c.after).order_by(entry_table.c.id)).all()
        assert [(entry.row_id, entry.after["name"]) for entry in entries] == list(zip(ids, names, strict=True))
        assert act.touched == {("person", row_id) for row_id in ids}


def test_a_change_that_changes_nothing_is_no_change(database: Database) -> None:
    with database.writing() as connection:
        act = transaction(connection)
        row = act.insert(person, {"name": "Anna Kern", "role": "rep"})
        act.update(person, row, {"name": "Anna Kern"})
        changed = act.get(person, row)
        assert changed is not None
        assert changed.version == 1


def test_a_row_of_another_version_is_not_overwritten(database: Database) -> None:
    with database.writing() as connection:
        act = transaction(connection)
        row = act.insert(person, {"name": "Anna Kern", "role": "rep"})
        act.update(person, row, {"name": "Anna K."}, version=1)
        with pytest.raises(StaleRow):
            act.update(person, row, {"name": "Anna W."}, version=1)
        with pytest.raises(StaleRow):
            act.delete(person, row + 1)
        found = act.get(person, row)
        assert found is not None
        assert (found.name, found.version) == ("Anna K.", 2)


def test_r16_what_fails_leaves_nothing(database: Database) -> None:
    class Interrupted(Exception):
        pass

    with pytest.raises(Interrupted), database.writing() as connection:
        act = transaction(connection)
        act.insert(person, {"name": "Anna Kern", "role": "rep"})
        act.finish()
        raise Interrupted
    with database.reading() as connection:
        for table in (person, action_table, entry_table):
            assert connection.execute(select(table)).all() == []


def test_reading_never_writes(database: Database) -> None:
    with database.reading() as connection:
        connection.execute(insert(system_setting).values(name="x", value=1))
    with database.reading() as connection:
        assert connection.execute(select(system_setting)).all() == []


def test_transient_tables_are_not_journaled(database: Database) -> None:
    with database.writing() as connection:
        act = transaction(connection)
        who = act.insert(person, {"name": "Anna Kern", "role": "rep"})
        kept = act.insert(draft, {"person_id": who, "place": "lead", "place_id": 1, "fields": {}, "at": NOW})
        act.finish()
        tables = set(connection.execute(select(entry_table.c.table_name)).scalars())
        assert tables == {"person"}
        assert ("draft", kept) in act.touched


def test_moments_are_kept_in_utc_and_naive_ones_refused(database: Database) -> None:
    east = timezone(timedelta(hours=3))
    with database.writing() as connection:
        act = transaction(connection)
        who = act.insert(person, {"name": "Anna Kern", "role": "rep"})
        values = {"person_id": who, "place": "lead", "fields": {}}
        act.insert(draft, {**values, "place_id": 1, "at": NOW.astimezone(east)})
        assert act.value(select(draft.c.at)) == NOW
        assert act.value(select(draft.c.at)).tzinfo is not None
        with pytest.raises(Exception, match="without time zone"):
            act.insert(draft, {**values, "place_id": 2, "at": datetime(2026, 3, 2)})  # noqa: DTZ001


def test_other_programs_changes_are_found_by_the_journal(database: Database) -> None:
    with database.writing() as connection:
        first = transaction(connection)
        first.insert(person, {"name": "Anna Kern", "role": "rep"})
        first.finish()
    with database.reading() as connection:
        seen = database.last_action(connection)
        assert database.changes_since(connection, seen) == ([], seen)
    with database.writing() as connection:
        second = transaction(connection)
        row = second.insert(person, {"name": "Boris Lang", "role": "rep"})
        second.finish()
    with database.reading() as connection:
        newer, now_seen = database.changes_since(connection, seen)
    assert [changes.touched for changes in newer] == [frozenset({("person", row)})]
    assert now_seen == seen + 1


def test_an_attempt_that_fails_leaves_nothing_behind_and_the_action_goes_on(database: Database) -> None:
    with database.writing() as connection:
        act = transaction(connection)
        kept = act.insert(person, {"name": "Anna Kern", "role": "rep"})
        with pytest.raises(ValueError, match="no"), act.attempt():
            act.insert(person, {"name": "Nobody", "role": "rep"})
            act.update(person, kept, {"name": "Somebody"})
            act.warnings.append(("gate-warning", {}))
            raise ValueError("no")
        with act.attempt():
            other = act.insert(person, {"name": "Boris Lang", "role": "rep"})
        act.finish()
        assert act.touched == {("person", kept), ("person", other)} and not act.warnings
    with database.reading() as connection:
        assert connection.execute(select(person.c.name).order_by(person.c.id)).scalars().all() == [
            "Anna Kern",
            "Boris Lang",
        ]
        entries = connection.execute(select(entry_table)).all()
        assert [(entry.kind, entry.row_id) for entry in entries] == [("insert", kept), ("insert", other)]


def test_a_rehearsal_is_seen_inside_and_leaves_nothing_behind(database: Database) -> None:
    with database.writing() as connection:
        act = transaction(connection)
        with act.rehearsal():
            row = act.insert(person, {"name": "Anna Kern", "role": "rep"})
            assert act.get(person, row) is not None
        assert act.get(person, row) is None
        assert act.action_id is None and not act.touched
        act.finish()
    with database.reading() as connection:
        assert not connection.execute(select(action_table)).all() and not connection.execute(select(entry_table)).all()


def test_a_row_that_is_known_is_written_unread_unless_somebody_was_there_before(database: Database) -> None:
    with database.writing() as connection:
        act = transaction(connection)
        row = act.insert(person, {"name": "Anna Kern", "role": "rep"})
        known = act.get(person, row)
        assert known is not None
        act.update(person, row, {"name": "Anna K."}, known=known._mapping)
        act.update(person, row, {"role": "manager"}, known=known._mapping)
        found = act.get(person, row)
        assert found is not None
        assert (found.name, found.role, found.version) == ("Anna K.", "manager", 3)
        with pytest.raises(StaleRow):
            act.update(person, row, {"name": "Anna W."}, version=1, known=known._mapping)
        act.finish()
        entries = connection.execute(select(entry_table.c.before).order_by(entry_table.c.id)).scalars().all()
        assert entries == [None, {"name": "Anna Kern"}, {"role": "rep"}]


def test_rows_that_are_appended_are_written_at_the_end_without_those_of_failed_attempts(database: Database) -> None:
    def entry(kind: str) -> list[dict[str, object]]:
        return [{"instance_id": 1, "at": NOW, "kind": kind}]

    with database.writing() as connection:
        act = transaction(connection)
        act.begin_action()
        act.append(process_log, entry("first"))
        with pytest.raises(KeyError), act.attempt():
            act.append(process_log, entry("failed"))
            raise KeyError
        act.append(process_log, entry("last"))
        act.finish()
        assert act.rows(select(process_log.c.kind).order_by(process_log.c.id)) == [("first",), ("last",)]


def test_ids_of_many_rows_are_never_given_twice(database: Database) -> None:
    with database.writing() as connection:
        act = transaction(connection)
        rows = [{"name": f"Person {number}", "role": "rep"} for number in range(3)]
        first = act.insert_many(person, rows)
        act.update_new(
            person,
            [({**row, "id": at, "version": 1}, {"role": "manager"}) for row, at in zip(rows, first, strict=True)],
        )
        act.delete(person, first[-1])
        later = [act.insert(person, {"name": "Anna Kern", "role": "rep"}), *act.insert_many(person, rows)]
        assert len({*first, *later}) == 7
        assert first[-1] < later[0]
        assert act.rows(select(person.c.role, person.c.version).where(person.c.id.in_(first))) == [("manager", 2)] * 2
