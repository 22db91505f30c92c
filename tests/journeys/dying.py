"""A program that works on a workspace and is killed (kill -9) in the middle: run by test_crash.

It starts once and makes a copy of itself (fork) per death, before it has any thread; each copy opens the workspace and
acts. It kills itself right before the SQL statement, or the commit, with the number it was told; or it is killed from
outside, wherever it is after so many milliseconds.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, event

import desktop.actions.registry
import desktop.processes.runs.runtime
import desktop.queries.registry
from desktop.views.exchange import Action, ClosingAnswer, Query
from desktop.workspace import Workspace

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
GOOD = (
    ("contact_customer", "call_back"),
    ("contact_customer", "presentation_agreed"),
    ("prepare_presentation", "prepared"),
    ("presentation_meeting", "interested"),
    ("present_proposal", "presented"),
    ("get_comments", "changes_requested"),
)


class Person:
    """Somebody who acts in a workspace, and whose clock can be put forward."""

    def __init__(self, url: str, name: str) -> None:
        self.now = NOW
        self.workspace = Workspace.open(url, person=name, clock=lambda: self.now, zone=UTC)

    def do(self, name: str, /, **arguments: object) -> Any:
        return self.workspace.perform(Action(name, **arguments)).result().result

    def number(self, statement: str, *parameters: object) -> int:
        with closing(sqlite3.connect(self.workspace.database_url.removeprefix("sqlite:///"))) as file:
            ((found,),) = file.execute(statement, parameters).fetchall()
        return int(found)

    def complete(self, sale: int, result: str) -> None:
        cards = self.workspace.ask(Query("opportunity_page", id=sale)).result().cards
        card = next(card for card in cards if result in {choice.code for choice in card.results})
        when = NOW + timedelta(days=3) if result in {"call_back", "presentation_agreed"} else None
        self.do("complete_task", activity=card.activity_id, result=result, when=when)


def sell(person: Person) -> None:
    """Play a sale: tasks, stages there and back, undo, a closing; then a lead that starts one."""
    sale = person.do("run_process", process="corporate_sale")["opportunity"]
    person.do("create_activity", kind="task", title="My own", opportunity=sale)
    for _, result in GOOD:
        person.complete(sale, result)
    person.do("change_stage", opportunity=sale, stage="contracting")
    person.do("change_stage", opportunity=sale, stage="qualification")
    person.do("undo")
    person.do("change_stage", opportunity=sale, stage="closed_won", closing=ClosingAnswer(spent_minutes=5))
    lead = person.do("create_lead", title="Cash desks", account_name="Lumen")["lead"]
    person.do("change_lead_stage", lead=lead, stage="awaiting_sale")


def wait(person: Person) -> None:
    """Have runs begin, wait for times, signals and messages, and move on (tests/processes/runs/models)."""
    reminding = person.do("run_process", process="reminding")
    hearing = person.do("run_process", process="hearing")["opportunity"]
    shouting = person.do("run_process", process="shouting")["opportunity"]
    person.complete(shouting, "done")
    person.complete(hearing, "done")
    person.complete(shouting, "done")
    person.now = NOW + timedelta(days=1, hours=1)
    person.do("fire_timers")
    person.do("fire_timers")
    first = person.number("SELECT min(id) FROM process_definition WHERE key = 'reminding'")
    person.do("move_run", run=reminding["instance"], version=first)
    person.complete(reminding["opportunity"], "done")
    person.do("undo")
    person.do("change_stage", opportunity=reminding["opportunity"], stage="proposal")
    person.now = NOW + timedelta(days=2, hours=1)
    person.do("fire_timers")


def hand_over(person: Person) -> None:
    """Have a lead led to its sale by the shipped process: given to somebody, too late taken over, sold."""
    lead = person.do("create_lead", title="Cash desks", account_name="Lumen")["lead"]
    (task,) = person.do("run_process", process="lead_handover", lead=lead)["created"]
    for result in ("call_back", "need_confirmed", "keep"):
        when = person.now + timedelta(days=1)
        (task,) = person.do("complete_task", activity=task, result=result, when=when)["created"]
    person.now = NOW + timedelta(days=20)
    person.do("fire_timers")
    task = person.number("SELECT id FROM activity WHERE lead_id = ? AND status = 'planned'", lead)
    for result in ("keep", "taken_over"):
        done = person.do("complete_task", activity=task, result=result)["created"]
        task = done[0] if done else 0
    sale = person.number("SELECT opportunity_id FROM lead WHERE id = ?", lead)
    person.do("change_stage", opportunity=sale, stage="closed_won", closing=ClosingAnswer(spent_minutes=5))


STORIES: dict[str, tuple[str, Callable[[Person], None]]] = {
    "sell": ("Boris Lang", sell),
    "wait": ("Otto Brand", wait),
    "hand_over": ("Otto Brand", hand_over),
}


def play(url: str, story: str, deadly: int) -> tuple[int, float]:
    """Act; return how many statements were sent and how many milliseconds it took, unless one of them ends it all."""
    sent = 0

    def send(*_: object) -> None:
        nonlocal sent
        sent += 1
        if sent == deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    name, act = STORIES[story]
    begun = time.monotonic()
    person = Person(url, name)
    event.listen(Engine, "before_cursor_execute", send)
    event.listen(Engine, "commit", send)
    try:
        act(person)
    finally:
        person.workspace.close()
    return sent, (time.monotonic() - begun) * 1000


def main() -> int:
    """Read lines ``url story moment``; answer to each how the copy ended.

    A moment is the number of a statement, "0" to live and tell of it, or "~250" for milliseconds.
    """
    desktop.actions.registry.load()
    desktop.queries.registry.load()
    for line in sys.stdin:
        url, story, moment = line.split()
        child = os.fork()
        if child == 0:
            try:
                sent, milliseconds = play(url, story, int(moment) if moment.isdigit() else 0)
                if moment.isdigit():
                    print(f"lived {sent} {milliseconds:.0f}", flush=True)
            except BaseException:  # noqa: BLE001 - a copy must never go on as the original
                traceback.print_exc()
                print("failed", flush=True)
            os._exit(0)
        if not moment.isdigit():
            time.sleep(int(moment[1:]) / 1000)
            os.kill(child, signal.SIGKILL)  # it is not waited for yet: nobody else has its number
        _, status = os.waitpid(child, 0)
        if status:
            print(f"killed {os.WTERMSIG(status)}", flush=True)
        elif not moment.isdigit():
            print("lived", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
