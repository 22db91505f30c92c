"""The state as it is stored: its format, and that of the first release, whose runs go on."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from desktop.engine import Machine, State, StateError, read

from .bpmn import NOW, Story, check_state, path, start, task

DATA = Path(__file__).parent / "data"
STORED = json.loads((DATA / "states_of_release_1.json").read_text(encoding="utf-8"))
FILE = (DATA / "corporate_sale_of_release_1.bpmn").read_bytes()
RESULTS = {
    "contact_customer": "presentation_agreed", "prepare_presentation": "prepared", "sign_contract": "signed",
    "presentation_meeting": "interested", "present_proposal": "presented", "get_comments": "agreed",
    "prepare_contract": "approved", "send_contract": "sent", "clarify_status": "received",
}  # fmt: skip


@pytest.mark.parametrize("number", range(len(STORED["states"])))
def test_a_run_of_the_first_release_goes_on_to_its_end(number: int) -> None:
    """States without a format number, on the process file that was released with them."""
    assert hashlib.sha256(FILE).hexdigest() == STORED["process"], "instances stay on the version they were started with"
    machine = Machine(read(FILE).processes["corporate_sale"])
    state = State.from_json(STORED["states"][number])
    check_state(state)
    while state.status == "running":
        wait = next((wait for wait in state.waits if wait.kind != "message"), None)
        if wait is None:
            state = machine.message(state, "stage_changed", NOW, variables={"stage": "contracting"}).state
            continue
        state = machine.complete(state, wait.token, NOW, result=RESULTS.get(wait.element_id)).state
        state = State.from_json(json.loads(json.dumps(state.to_json())))
        check_state(state)
    assert (state.status, state.ended_by) == ("completed", "closed_won")


def test_an_old_state_moves_as_a_new_one() -> None:
    """The same stimulus on an old state and on the same state written anew gives the same step."""
    machine = Machine(read(FILE).processes["corporate_sale"])
    old = State.from_json(STORED["states"][1])
    new = State.from_json(old.to_json())
    token = old.waits[1].token
    one = machine.complete(old, token, NOW, result="presentation_agreed")
    assert one == machine.complete(new, token, NOW, result="presentation_agreed")


def test_the_format_has_a_number_and_a_newer_one_is_refused() -> None:
    story = Story(start(), task("a"), path("start", "a"))
    data = story.state.to_json()
    assert data["f"] == 2
    with pytest.raises(StateError, match="newer"):
        State.from_json({**data, "f": 3})


def test_the_state_is_small() -> None:
    """One task waiting: not more than is alive."""
    story = Story(start(), task("a"), path("start", "a"))
    assert story.state.to_json() == {
        "f": 2, "p": "p", "s": "r", "n": [3, 1], "t": [[2, "a", 0]], "w": [[2, "u"]], "v": [[0, "p", None, None, {}]],
    }  # fmt: skip
