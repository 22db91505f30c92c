"""Moving running instances to another version: every token keeps its place, or it is said why not."""

# ruff: noqa: E501 (models)

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.engine import CannotMigrate, Machine, Step, migrate, read

from .bpmn import (
    NOW,
    Story,
    check_state,
    document,
    event_sub,
    flow,
    gateway,
    on,
    parallel,
    path,
    start,
    sub,
    task,
    undone_by,
    wait_for,
)
from .test_loops import multi

OLD = [start(), parallel("split"), task("a"), task("b"), parallel("join"), task("after"), path("start", "split", "a", "join", "after"),
       path("split", "b", "join")]  # fmt: skip


def machine(*parts: str) -> Machine:
    return Machine(read(document(*parts)).processes["p"])


def moved(story: Story, *parts: str, **mapping: str) -> tuple[Machine, Step]:
    new = machine(*parts)
    before = story.state.to_json()
    step = migrate(story.state, story.machine, new, NOW, mapping=mapping)
    assert story.state.to_json() == before
    check_state(step.state)
    return new, step


def waiting(step: Step) -> list[str]:
    return sorted(wait.element_id for wait in step.state.waits)


def test_to_the_same_version_nothing_changes() -> None:
    story = Story(*OLD).complete("a")
    _, step = moved(story, *OLD)
    assert (step.state, step.effects) == (story.state, ())


def test_a_new_task_further_on_is_met_in_time() -> None:
    story = Story(*OLD).complete("a")
    new, step = moved(story, *[part.replace("join-after", "x") for part in OLD[:-2]], task("more"), path("start", "split", "a", "join", "more", "after"),
                      path("split", "b", "join"))  # fmt: skip
    assert waiting(step) == ["b"]
    state = new.complete(step.state, step.state.waits[0].token, NOW).state
    assert [wait.element_id for wait in state.waits] == ["more"]


def test_renamed_elements_are_mapped() -> None:
    story = Story(*OLD).complete("a")
    parts = [part.replace('"b"', '"call"').replace("-b", "-call").replace("b-", "call-") for part in OLD]
    with pytest.raises(CannotMigrate, match="no such element") as caught:
        moved(story, *parts)
    assert [problem.element_id for problem in caught.value.problems] == ["b"]
    _, step = moved(story, *parts, b="call")
    assert waiting(step) == ["call"]


def test_all_obstacles_are_told() -> None:
    """A kind, a place, a repetition that has changed; a flow on which a token waits at a join."""
    story = Story(*OLD).complete("a")
    other = [start(), parallel("split"), task("x"), task("b", "serviceTask"), parallel("join"), task("after"),
             path("start", "split", "x", "join", "after"), path("split", "b", "join")]  # fmt: skip
    with pytest.raises(CannotMigrate) as caught:
        moved(story, *other)
    assert sorted((problem.element_id, problem.why[:20]) for problem in caught.value.problems) == [
        ("b", "it is a serviceTask "), ("join", "a token waits here t"),
    ]  # fmt: skip
    inside = [start(), sub("box", start("s"), task("b"), path("s", "b")), path("start", "box")]
    with pytest.raises(CannotMigrate, match="another sub-process"):
        moved(Story(start(), task("b"), path("start", "b")), *inside)
    several = [start(), f'<userTask id="b">{multi(2)}</userTask>', path("start", "b")]
    with pytest.raises(CannotMigrate, match="repeated in another way"):
        moved(Story(start(), task("b"), path("start", "b")), *several)
    with pytest.raises(CannotMigrate, match="mapping leads to"):
        moved(Story(start(), task("b"), path("start", "b")), start(), task("b"), path("start", "b"), b="c")
    with pytest.raises(CannotMigrate, match="ended"):
        moved(Story(start(), task("b"), path("start", "b")).complete("b"), start(), task("b"), path("start", "b"))


def test_events_on_borders_come_and_go() -> None:
    base = [start(), task("w"), path("start", "w")]
    story = Story(*base, on("one", "w", "go"), task("t"), path("one", "t"))
    new, step = moved(story, *base, on("two", "w", "PT1H"), task("t"), path("two", "t"))
    assert waiting(step) == ["two", "w"]
    state = new.timer(step.state, step.state.waits[0].token, NOW + timedelta(hours=1)).state
    assert [wait.element_id for wait in state.waits] == ["t"]
    _, step = moved(story, *base, on("one", "w", "stop"), task("t"), path("one", "t"))
    assert [wait.name for wait in step.state.waits] == [None, "stop"]


def test_a_running_timer_keeps_its_time() -> None:
    story = Story(start(), wait_for("c", "PT1H"), task("t"), path("start", "c", "t"))
    due = story.state.waits[0].due
    _, step = moved(story, start(), wait_for("c", "PT9H"), task("t"), path("start", "c", "t"))
    assert step.state.waits[0].due == due


def test_event_sub_processes_come_and_go() -> None:
    base = [
        start(),
        sub("box", start("s"), task("w"), path("s", "w"), event_sub("one", "go", task("h"), path("s_one", "h"))),
        path("start", "box"),
    ]
    other = [
        start(),
        sub("box", start("s"), task("w"), path("s", "w"), event_sub("two", "red", task("h"), path("s_two", "h"))),
        path("start", "box"),
    ]
    new, step = moved(Story(*base), *other)
    assert waiting(step) == ["s_two", "w"]
    assert waiting(new.signal(step.state, "red", NOW)) == ["h"]


def test_a_condition_that_is_true_already_happens_at_once() -> None:
    base = [start(), task("w"), path("start", "w")]
    _, step = moved(Story(*base, variables={"x": 1}), *base, on("e", "w", "if x == 1"), task("t"), path("e", "t"))
    assert waiting(step) == ["t"]


def test_a_join_that_waits_for_less_now_goes_on() -> None:
    """The branch of c never came; the new version has no such branch."""
    base = [start(), parallel("split"), task("a"), task("b"), parallel("join"), task("after"),
            path("start", "split", "a", "join", "after"), path("split", "b")]  # fmt: skip
    story = Story(*base, path("b", "join")).complete("a")
    _, step = moved(story, *base)
    assert waiting(step) == ["after", "b"]


def test_what_can_be_undone_must_still_be_there() -> None:
    base = [start(), task("a"), task("b"), path("start", "a", "b")]
    story = Story(*base, undone_by("a", "ua")).complete("a")
    _, step = moved(story, *base, undone_by("a", "ua2"))
    assert step.state.scopes[0].data == {"c": [["a", None, []]]}
    with pytest.raises(CannotMigrate, match="could be undone"):
        moved(story, start(), task("b"), path("start", "b"))


def test_after_an_event_based_gateway() -> None:
    base = [start(), gateway("g", "eventBasedGateway"), wait_for("c", "go"), task("t"), path("start", "g", "c", "t")]
    story = Story(*base, wait_for("d", "red"), path("d", "t"), flow("g", "d"))
    _, step = moved(story, *base, wait_for("e", "PT1H"), path("e", "t"), flow("g", "e"))
    assert waiting(step) == ["c", "e"]
