"""Whether what stands in a database fits together, whatever has happened to the programs that wrote it."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select, text

import desktop.processes.tables
import desktop.sales.tables  # noqa: F401 - the tables must be known
from desktop.processes.runs import log, runtime
from desktop.processes.tables import process_instance, process_wait
from desktop.store.database import Database
from desktop.store.transaction import Transaction

NEVER = {
    "a process runs twice on one record": "SELECT subject_id FROM process_instance"
    " WHERE status = 'running' GROUP BY subject, subject_id, definition_key HAVING count(*) > 1",
    "a process runs on an opportunity that was closed before": "SELECT i.id FROM process_instance i JOIN opportunity o"
    " ON o.id = i.subject_id JOIN opportunity_stage s ON s.id = o.stage_id"
    " WHERE i.status = 'running' AND i.subject = 'opportunity' AND s.final AND i.started_at < o.closed_at",
    "an open task of a process that does not run": "SELECT a.id FROM activity a JOIN process_instance i"
    " ON i.id = a.instance_id WHERE a.status = 'planned' AND i.status <> 'running'",
    "an open task of another stage": "SELECT a.id FROM activity a JOIN opportunity o ON o.id = a.opportunity_id"
    " JOIN opportunity_stage s ON s.id = o.stage_id WHERE a.status = 'planned' AND a.instance_id IS NOT NULL"
    " AND a.stage_code <> '' AND a.stage_code <> s.code",
    "an open task that the process does not wait for": "SELECT a.id FROM activity a WHERE a.status = 'planned'"
    " AND a.instance_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM process_wait w WHERE"
    " w.instance_id = a.instance_id AND w.token = a.token AND w.element_id = a.element_id)",
    "a process waits for a task that is not there": "SELECT w.id FROM process_wait w WHERE w.kind = 'user'"
    " AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.instance_id = w.instance_id AND a.token = w.token"
    " AND a.status = 'planned')",
    "a task twice": "SELECT instance_id FROM activity WHERE instance_id IS NOT NULL"
    " GROUP BY instance_id, token, element_id HAVING count(*) > 1",
    "a task without its message (R2)": "SELECT count(*) FROM activity WHERE instance_id IS NOT NULL"
    " HAVING count(*) <> (SELECT count(*) FROM notification WHERE kind = 'new-task')",
    "the history of stages does not end where the opportunity stands": "SELECT o.id FROM opportunity o WHERE"
    " 1 <> (SELECT count(*) FROM stage_history h WHERE h.opportunity_id = o.id AND h.left_at IS NULL)"
    " OR NOT EXISTS (SELECT 1 FROM stage_history h"
    " WHERE h.opportunity_id = o.id AND h.left_at IS NULL AND h.stage_id = o.stage_id)",
    "a closed opportunity without its closing": "SELECT o.id FROM opportunity o JOIN opportunity_stage s"
    " ON s.id = o.stage_id WHERE s.final <> (o.closed_at IS NOT NULL)",
    "a lead and its sale do not point at each other": "SELECT l.id FROM lead l JOIN lead_stage s"
    " ON s.id = l.stage_id WHERE s.starts_sale AND NOT EXISTS (SELECT 1 FROM opportunity o"
    " WHERE o.id = l.opportunity_id AND o.lead_id = l.id)",
    "journal entries of no action": "SELECT id FROM journal_entry WHERE action_id NOT IN (SELECT id FROM action)",
    "a log of no action": "SELECT id FROM process_log WHERE action_id NOT IN (SELECT id FROM action)",
    "a row that no action made": "SELECT id FROM opportunity WHERE id NOT IN"
    " (SELECT row_id FROM journal_entry WHERE table_name = 'opportunity' AND kind = 'insert')",
}


def broken(url: str, *, since: int = 0) -> list[str]:
    """Name what does not fit together; nothing for a sound one. Runs after number ``since`` are played again."""
    database = Database.open(url)
    try:
        with database.reading() as connection:
            wrong = [what for what, never in NEVER.items() if connection.execute(text(never)).first()]
            if database.url.get_backend_name() == "sqlite":
                if connection.execute(text("PRAGMA integrity_check")).all() != [("ok",)]:
                    wrong.append("the file itself")
                if connection.execute(text("PRAGMA foreign_key_check")).first():
                    wrong.append("foreign keys")
            reading = Transaction(connection, action="look", person_id=None, now=datetime.now(UTC))
            return wrong + _runs(reading, since)
    finally:
        database.close()


def _runs(reading: Transaction, since: int) -> list[str]:
    """Name the runs whose log does not make their state again, or whose waits do not follow from it."""
    wrong = []
    for number in reading.rows(select(process_instance.c.id).where(process_instance.c.id > since)):
        run = runtime.load(reading, number.id)
        if log.replay(reading, run.id, run.definition) != run.state:
            wrong.append(f"the log of run {run.id} makes another state")
        waits = reading.rows(
            select(process_wait.c.token, process_wait.c.element_id, process_wait.c.due_at)
            .where(process_wait.c.instance_id == run.id)
            .order_by(process_wait.c.token, process_wait.c.element_id, process_wait.c.due_at)
        )
        if [tuple(row) for row in waits] != sorted((wait.token, wait.element_id, wait.due) for wait in run.state.waits):
            wrong.append(f"run {run.id} waits for something else than its state says")
    return wrong
