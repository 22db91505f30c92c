"""The process that the program comes with, and the page that explains the engine by it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.engine import InstanceEnded, Machine, State, Step, read

from .bpmn import NOW, check_log, check_state

ROOT = Path(__file__).parents[2]
FILE = ROOT / "resources" / "processes" / "corporate_sale.bpmn"


def test_the_example_in_the_documentation_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs" / "engine.md").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(compile(block, "docs/engine.md", "exec"), names)
    for name, waiting in (("moved", "contact_customer"), ("jumped", "present_proposal")):
        step = names[name]
        assert isinstance(step, Step)
        assert waiting in [wait.element_id for wait in step.state.waits]
    assert isinstance(names["lost"], Step)
    assert isinstance(names["over"], Step)
    assert names["over"].state.status == "cancelled"


def test_every_example_of_a_condition_in_the_documentation_parses() -> None:
    from desktop.engine.expression import compile_expression

    text = (ROOT / "docs" / "expressions.md").read_text(encoding="utf-8")
    for line in re.findall(r"```\n(.*?)```", text, re.DOTALL)[0].splitlines():
        assert compile_expression(line).names


def test_from_qualification_to_closed_won() -> None:
    """R6, R7: stage follows stage by itself, the last one ends the process."""
    machine = Machine(read(FILE.read_bytes()).processes["corporate_sale"])
    results = {
        "contact_customer": "presentation_agreed", "prepare_presentation": "prepared", "sign_contract": "signed",
        "presentation_meeting": "interested", "present_proposal": "presented", "get_comments": "agreed",
        "prepare_contract": "approved", "send_contract": "sent", "clarify_status": "received",
    }  # fmt: skip
    step = machine.start({"stage": "qualification", "final": False}, NOW)
    log = list(step.effects)
    done: list[str] = []
    while step.state.status == "running":
        wait = next(wait for wait in step.state.waits if wait.kind != "message")
        done.append(wait.element_id)
        step = machine.complete(step.state, wait.token, NOW, result=results.get(wait.element_id))
        step = Step(State.from_json(step.state.to_json()), step.effects)
        log += step.effects
        check_state(step.state)
        check_log(log, step.state)
    assert sorted(name for name in done if name in results) == sorted(results)
    assert log[-1] == InstanceEnded("completed", "closed_won", None)
