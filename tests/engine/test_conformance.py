"""What public BPMN execution suites ask of an engine, each with the clause of BPMN 2.0.2 that answers."""

from __future__ import annotations

import pytest

from .bpmn import Story, end, flow, gateway, path, start, task


@pytest.mark.parametrize(("number", "waiting"), [(1, ["free", "otherwise"]), (3, ["more", "free"])])
def test_a_default_flow_asks_conditions_only(number: int, waiting: list[str]) -> None:
    """Table 10.3: it gets a token when no condition of another flow is true, whatever goes on without condition."""
    story = Story(
        start(), '<userTask id="t" default="d"/>', task("more"), task("free"), task("otherwise"),
        path("start", "t"), flow("t", "more", "n > 2"), flow("t", "free"), flow("t", "otherwise", number="d"),
    )  # fmt: skip
    assert story.complete("t", n=number).waiting == waiting


@pytest.mark.parametrize("tag", ["exclusiveGateway", "inclusiveGateway"])
def test_the_condition_of_a_default_flow_is_ignored(tag: str) -> None:
    """Table 10.3: the default flow should not have a condition; if it does, that is ignored."""
    story = Story(
        start(), gateway("g", tag, default="d"), task("a"), task("b"),
        path("start", "g"), flow("g", "a", "false"), flow("g", "b", "nobody_knows == 1", "d"),
    )  # fmt: skip
    assert story.waiting == ["b"]


def test_a_default_flow_may_be_the_only_one() -> None:
    """8.4.13: only a conditional flow out of an activity needs another beside it."""
    story = Story(start(), '<userTask id="t" default="d"/>', end(), path("start", "t"), flow("t", "end", number="d"))
    assert story.complete("t").status == "completed"
