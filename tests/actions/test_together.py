"""Two windows on one database at the same moment: each rule holds for the one that comes second too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from desktop.sales.tables import activity, opportunity
from desktop.views.exchange import Action, Refused
from desktop.workspace import Workspace
from tests.actions.desk import CLOSING, REP


@pytest.fixture
def second(desk, database_url: str, clock) -> Iterator[Workspace]:
    """A second window of the same person."""
    workspace = Workspace.open(database_url, person=REP, clock=clock)
    yield workspace
    workspace.close()


def outcomes(*futures) -> Counter[str]:
    found: Counter[str] = Counter()
    for future in futures:
        error = future.exception()
        assert error is None or isinstance(error, Refused)
        found["done" if error is None else error.code] += 1
    return found


def test_a_task_completed_in_two_windows_at_once_is_completed_once(desk, second):
    made = desk.run()
    for element, result in (("prepare_presentation", "prepared"), ("contact_customer", "presentation_agreed")):
        action = Action("complete_task", activity=desk.tasks(made)[element], result=result, when=desk.in_days(2))
        futures = [workspace.perform(action) for workspace in (desk.workspace, second)]
        assert outcomes(*futures) == {"done": 1, "already-completed": 1}
    assert desk.stage_of(made) == "presentation"
    assert len(desk.rows(activity, element_id="presentation_meeting")) == 1


def test_r9_a_stage_chosen_while_the_other_window_closes_does_not_reopen(desk, second):
    for _ in range(5):
        made = desk.run()
        closing = desk.workspace.perform(Action("change_stage", opportunity=made, stage="closed_won", closing=CLOSING))
        moving = second.perform(Action("change_stage", opportunity=made, stage="proposal"))
        found = outcomes(closing, moving)
        assert desk.stage_of(made) == "closed_won"
        assert found in ({"done": 1, "final-stage": 1}, {"done": 2})
        assert desk.tasks(made) == {}


def test_tasks_of_one_stage_completed_in_two_windows_at_once_begin_the_next_stage_once(desk, second):
    for _ in range(5):
        made = desk.run()
        tasks = desk.tasks(made)
        one = desk.workspace.perform(Action("complete_task", activity=tasks["prepare_presentation"], result="prepared"))
        other = second.perform(
            Action(
                "complete_task",
                activity=tasks["contact_customer"],
                result="presentation_agreed",
                when=desk.in_days(2),
            )
        )
        assert outcomes(one, other) == {"done": 2}
        assert list(desk.tasks(made)) == ["presentation_meeting"]


def test_an_edit_saved_in_two_windows_at_once_is_saved_once(desk, second):
    made = desk.run()
    version = desk.row(opportunity, id=made).version
    futures = [
        workspace.perform(Action("save_opportunity", id=made, version=version, fields={"title": f"Window {number}"}))
        for number, workspace in enumerate((desk.workspace, second))
    ]
    assert outcomes(*futures) == {"done": 1, "changed-meanwhile": 1}
