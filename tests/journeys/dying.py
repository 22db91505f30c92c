"""A program that works on a workspace and is killed (kill -9) in the middle: run by test_crash.

It starts once and makes a copy of itself (fork) per death, before it has any thread; each copy opens the workspace,
acts, and kills itself right before the SQL statement, or the commit, with the number it was told.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, event

import desktop.actions.registry
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


def work(url: str, deadly: int) -> int:
    """Act; return how many statements were sent, unless the one with the deadly number ends it all."""
    sent = 0

    def send(*_: object) -> None:
        nonlocal sent
        sent += 1
        if sent == deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    workspace = Workspace.open(url, person="Boris Lang", clock=lambda: NOW, zone=UTC)
    event.listen(Engine, "before_cursor_execute", send)
    event.listen(Engine, "commit", send)

    def do(name: str, /, **arguments: object) -> Any:
        return workspace.perform(Action(name, **arguments)).result().result

    def complete(sale: int, number: int, result: str) -> None:
        when = NOW + timedelta(days=3) if result in {"call_back", "presentation_agreed"} else None
        do("complete_task", activity=number, result=result, when=when)

    try:
        sale = do("run_process", process="corporate_sale")["opportunity"]
        do("create_activity", kind="task", title="My own", opportunity=sale)
        for _, result in GOOD:
            cards = workspace.ask(Query("opportunity_page", id=sale)).result().cards
            card = next(c for c in cards if result in {choice.code for choice in c.results})
            complete(sale, card.activity_id, result)
        do("change_stage", opportunity=sale, stage="contracting")
        do("change_stage", opportunity=sale, stage="qualification")
        do("undo")
        do("change_stage", opportunity=sale, stage="closed_won", closing=ClosingAnswer(spent_minutes=5))
        lead = do("create_lead", title="Cash desks", account_name="Lumen")["lead"]
        do("change_lead_stage", lead=lead, stage="awaiting_sale")
    finally:
        workspace.close()
    return sent


def main() -> int:
    """Read lines ``url moment``; answer to each how the copy ended. Moment 0 lives and tells its statements."""
    desktop.actions.registry.load()
    desktop.queries.registry.load()
    for line in sys.stdin:
        url, moment = line.split()
        child = os.fork()
        if child == 0:
            try:
                print(f"lived {work(url, int(moment))}", flush=True)
            except BaseException:  # noqa: BLE001 - a copy must never go on as the original
                traceback.print_exc()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            print(f"killed {os.WTERMSIG(status)}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
