"""Inclusive and complex gateways (BPMN 2.0, 10.6.3, 10.6.5, 13.4.3, 13.4.5), also in loops and after cancellations."""

# ruff: noqa: E501 (models)

from __future__ import annotations

import pytest

from desktop.engine import ElementEntered, NoFlowTaken

from .bpmn import Story, end, flow, gateway, on, parallel, path, start, sub, task

INCLUSIVE = "inclusiveGateway"


def choosing(*, default: bool = False) -> list[str]:
    """An inclusive split into a, b and c, joined again."""
    return [
        start(), gateway("split", INCLUSIVE, "split-c" if default else ""), task("a"), task("b"), task("c"),
        gateway("join", INCLUSIVE), task("after"), path("start", "split"), flow("split", "a", "x % 2 == 1"),
        flow("split", "b", "x >= 2"), flow("split", "c", None if default else "x >= 4"),
        *[flow(n, "join") for n in "abc"], path("join", "after"),
    ]  # fmt: skip


@pytest.mark.parametrize(("x", "taken"), [(1, "a"), (2, "b"), (3, "ab"), (5, "abc"), (6, "bc")])
def test_an_inclusive_split_takes_every_true_flow_and_the_join_waits_for_these(x: int, taken: str) -> None:
    """13.4.3: joined once, when no other token can come."""
    story = Story(*choosing(), variables={"x": x})
    assert "".join(sorted(story.waiting)) == taken
    for name in taken:
        assert "after" not in story.waiting
        story.complete(name)
    assert story.waiting == ["after"]


def test_an_inclusive_split_takes_the_default_only_if_nothing_is_true() -> None:
    assert Story(*choosing(default=True), variables={"x": 0}).waiting == ["c"]
    assert Story(*choosing(default=True), variables={"x": 3}).waiting == ["a", "b"]
    with pytest.raises(NoFlowTaken, match="split"):
        Story(*choosing(), variables={"x": 0})


def test_an_inclusive_join_is_worked_out_anew_when_a_token_is_cancelled() -> None:
    """13.4.3: the token that was waited for goes another way by a boundary event, and the join goes on."""
    story = Story(
        *choosing(), on("away", "b", "go"), task("elsewhere"), path("away", "elsewhere"), variables={"x": 3}
    ).complete("a")
    assert sorted(story.waiting) == ["away", "b"]
    assert sorted(story.message("go").waiting) == ["after", "elsewhere"]


def test_an_inclusive_join_waits_for_a_token_that_may_come_by_a_boundary_event() -> None:
    """13.4.3: a path may lead over the border of an activity."""
    parts = [
        start(), parallel("split"), task("a"), task("b"), on("late", "b", "go"), gateway("join", INCLUSIVE),
        task("after"), end(), path("start", "split", "a", "join", "after"), path("split", "b", "end"),
        path("late", "join"),
    ]  # fmt: skip
    assert Story(*parts).complete("a").waiting == ["b", "late"]
    assert Story(*parts).complete("a").complete("b").waiting == ["after"]
    story = Story(*parts).complete("a").message("go")
    assert story.waiting == ["after"]
    assert story.complete("after").status == "completed"


def test_an_inclusive_join_does_not_wait_for_a_token_that_could_come_on_a_filled_flow() -> None:
    """13.4.3: there is also a path to an incoming flow that has a token."""
    story = Story(start(), parallel("split"), task("a"), task("b"), task("c"), gateway("either", default="either-c"),
                  gateway("merge"), gateway("join", INCLUSIVE), task("after"), path("start", "split", "a", "merge", "join", "after"),
                  path("split", "b", "either", "c", "join"), flow("either", "merge", "x == 1"), variables={"x": 1})  # fmt: skip
    story.complete("a")
    assert sorted(story.waiting) == ["after", "b"], "b may come on the flow of a as well: nothing is to be gained"


def test_an_inclusive_join_in_a_loop() -> None:
    """13.4.3: a token behind the join can come again only through the join itself, so it is not waited for."""
    story = Story(start(), gateway("join", INCLUSIVE), task("a"), gateway("again", default="again-end"), end(),
                  path("start", "join", "a", "again", "end"), flow("again", "join", "n < 3"), variables={"n": 0})  # fmt: skip
    for n in (1, 2, 3):
        assert story.waiting == ["a"]
        story.complete("a", n=n)
    assert story.status == "completed"


def test_inclusive_joins_in_a_row() -> None:
    story = Story(start(), parallel("split"), task("a"), task("b"), task("c"), gateway("one", INCLUSIVE),
                  gateway("two", INCLUSIVE), task("after"), path("start", "split", "a", "one", "two", "after"),
                  path("split", "b", "one"), path("split", "c", "two"))  # fmt: skip
    assert story.complete("a").waiting == ["b", "c"]
    assert story.complete("c").waiting == ["b"]
    assert story.complete("b").waiting == ["after"]


def test_an_inclusive_join_inside_a_sub_process_does_not_look_outside() -> None:
    """13.4.3: no path crosses the border of a sub-process."""
    inner = [start("s"), gateway("split", INCLUSIVE), task("a"), task("b"), gateway("join", INCLUSIVE), task("c"),
             path("s", "split"), flow("split", "a", "true"), flow("split", "b", "false"), path("a", "join", "c"),
             path("b", "join")]  # fmt: skip
    story = Story(start(), parallel("both"), task("other"), sub("box", *inner), path("start", "both", "box"),
                  path("both", "other"))  # fmt: skip
    assert sorted(story.complete("a").waiting) == ["c", "other"]


def test_tokens_of_two_rounds_do_not_mix() -> None:
    """13.4.3: one token of each flow is used up; a second on the same flow stays."""
    story = Story(start(), parallel("split"), task("a1"), task("a2"), task("b"), gateway("merge"), gateway("join", INCLUSIVE),
                  task("after"), path("start", "split", "a1", "merge", "join", "after"), path("split", "a2", "merge"),
                  path("split", "b", "join"))  # fmt: skip
    story.complete("a1").complete("a2")
    assert story.waiting == ["b"]
    assert story.complete("b").waiting == ["after", "after"]


# Complex ----------------------------------------------------------------------------------------------


def complex_gateway(condition: str, *flows: str) -> list[str]:
    inner = f"<activationCondition>{condition}</activationCondition>"
    return [
        start(), parallel("split"), task("a"), task("b"), task("c"), f'<complexGateway id="join">{inner}</complexGateway>',
        task("after"), path("start", "split"), *[path("split", n, "join") for n in "abc"],
        *(flows or [path("join", "after")]),
    ]  # fmt: skip


def test_a_complex_gateway_is_activated_by_its_condition_once() -> None:
    """13.4.5: two of three (discriminator); the third only resets it."""
    story = Story(*complex_gateway("activationCount &gt;= 2")).complete("a")
    assert story.waiting == ["b", "c"]
    assert sorted(story.complete("c").waiting) == ["after", "b"]
    assert story.complete("b").waiting == ["after"]
    assert story.told(ElementEntered) == ["> join"]
    assert story.complete("after").status == "completed"
    assert story.state.scopes[0].data == {}


def test_a_complex_gateway_resets_when_no_token_can_come_any_more() -> None:
    story = Story(*complex_gateway("activationCount &gt;= 1"), on("gone", "b", "go"), task("x"), path("gone", "x"),
                  on("lost", "c", "stop"), task("y"), path("lost", "y"))  # fmt: skip
    story.complete("a").message("go").message("stop")
    assert sorted(story.waiting) == ["after", "x", "y"]
    assert story.state.scopes[0].data == {}


def test_a_complex_gateway_may_ask_which_of_its_two_states_it_is_in() -> None:
    """13.4.5: waitingForStart; so the reset can give a token of its own."""
    story = Story(*complex_gateway("activationCount &gt;= 1", flow("join", "after", "waitingForStart"),
                                   flow("join", "rest", "not waitingForStart"), task("rest")))  # fmt: skip
    story.complete("a")
    assert sorted(story.waiting) == ["after", "b", "c"]
    story.complete("b")
    assert sorted(story.waiting) == ["after", "c"]
    assert sorted(story.complete("c").waiting) == ["after", "rest"]


def test_a_complex_gateway_counts_the_tokens_of_single_flows() -> None:
    """10.6.5: activationCount of an incoming flow, by the flow's id."""
    parts = complex_gateway("first == 1 and second == 1")
    parts = [part.replace("a-join", "first").replace("b-join", "second") for part in parts]
    story = Story(*parts).complete("a").complete("c")
    assert story.waiting == ["b"]
    assert story.complete("b").waiting == ["after"]


def test_a_complex_gateway_works_again_in_the_next_round() -> None:
    story = Story(start(), gateway("again"), parallel("split"), task("a"), task("b"),
                  '<complexGateway id="join"><activationCondition>activationCount &gt;= 1</activationCondition></complexGateway>',
                  task("after"), path("start", "again", "split", "a", "join", "after", "again"), path("split", "b", "join"))  # fmt: skip
    for _ in range(3):
        story.complete("a").complete("b").complete("after")
    assert sorted(story.waiting) == ["a", "b"]


def test_the_standard_exclusive_split_before_an_inclusive_join() -> None:
    """13.4.3: only one branch was ever taken."""
    story = Story(start(), gateway("x", default="x-b"), task("a"), task("b"), gateway("join", INCLUSIVE), task("after"),
                  path("start", "x", "b", "join", "after"), flow("x", "a", "false"), path("a", "join"))  # fmt: skip
    assert story.complete("b").waiting == ["after"]
