"""Event sub-processes of every kind (BPMN 2.0, 10.3.5, 13.5.4)."""

# ruff: noqa: E501 (models)

from __future__ import annotations

import pytest

from desktop.engine import NothingWaits

from .bpmn import NOW, Story, end, event_sub, flow, on, parallel, path, start, sub, task
from .test_events import TRIGGERS


def ready(kind: str, *, interrupting: bool = True, inside: bool = True, extra: str = "") -> Story:
    """A scope with a task and an event sub-process that makes another task; in a sub-process, or in the process."""
    handler = event_sub("ev", kind, task("handle"), path("s_ev", "handle"), interrupting=interrupting, extra=extra)
    parts = [start("s"), task("work"), path("s", "work"), handler]
    if not inside:
        return Story(*parts)
    return Story(start(), sub("box", *parts), task("next"), path("start", "box", "next"))


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("kind", TRIGGERS)
def test_an_interrupting_event_sub_process_ends_all_else_in_its_scope(kind: str, inside: bool) -> None:
    """13.5.4: the parent is interrupted; it is done when its event sub-process is."""
    story = TRIGGERS[kind](ready(kind, inside=inside))
    assert story.waiting == ["handle"]
    assert "x work" in story.told()
    story.complete("handle")
    assert story.waiting == (["next"] if inside else [])


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("kind", TRIGGERS)
def test_an_event_sub_process_beside_the_work(kind: str, inside: bool) -> None:
    """13.5.4: without interrupting both go on, and the parent waits for both."""
    story = TRIGGERS[kind](ready(kind, interrupting=False, inside=inside))
    assert {"handle", "work"} <= set(story.waiting)
    story.complete("work")
    assert story.waiting == ["handle"], "in the state Completing no other event sub-process can begin"
    story.complete("handle")
    assert story.waiting == (["next"] if inside else [])


def test_several_instances_of_one_that_does_not_interrupt() -> None:
    """13.5.4: there may be several at a time, each with variables of its own."""
    story = ready("go", interrupting=False).message("go").message("go")
    assert story.waiting.count("handle") == 2
    assert len([scope for scope in story.state.scopes if scope.kind == "event"]) == 2


def test_only_one_interrupting_event_sub_process_begins() -> None:
    """13.5.4: once started, no new event handlers begin."""
    other = event_sub("two", "red", task("h2"), path("s_two", "h2"))
    story = Story(start(), task("work"), path("start", "work"), other,
                  event_sub("one", "go", task("h1"), path("s_one", "h1")))  # fmt: skip
    story.message("go")
    with pytest.raises(NothingWaits):
        story.signal()
    assert story.waiting == ["h1"]


@pytest.mark.parametrize("kind", ["lost", "any error"])
def test_an_error_event_sub_process_catches_before_the_border(kind: str) -> None:
    """10.5.6: the innermost scope first, inside before outside."""
    parts = [start("s"), parallel("split"), task("a"), task("b"), end("bad", "lost"), path("s", "split", "a", "bad"),
             path("split", "b"), event_sub("ev", kind, task("handle"), path("s_ev", "handle"))]  # fmt: skip
    story = Story(start(), sub("box", *parts), on("edge", "box", "lost"), task("next"), task("other"),
                  path("start", "box", "next"), path("edge", "other"))  # fmt: skip
    assert story.complete("a").waiting == ["handle"]
    assert story.complete("handle").waiting == ["next"], "the error is handled: the sub-process ends as usual"


def test_an_error_in_the_handler_goes_outwards() -> None:
    parts = [start("s"), task("a"), end("bad", "lost"), path("s", "a", "bad"),
             event_sub("ev", "lost", task("handle"), end("again", "lost"), path("s_ev", "handle", "again"))]  # fmt: skip
    story = Story(
        start(),
        sub("box", *parts),
        on("edge", "box", "lost"),
        task("other"),
        path("start", "box"),
        path("edge", "other"),
    )
    assert story.complete("a").complete("handle").waiting == ["other"]


def test_an_error_of_a_task_reaches_the_event_sub_process_of_the_process() -> None:
    story = ready("lost", inside=False).error("work", "lost")
    assert story.waiting == ["handle"]
    assert story.complete("handle").status == "completed"


@pytest.mark.parametrize("interrupting", [True, False])
def test_an_escalation_event_sub_process(interrupting: bool) -> None:
    story = ready("late", interrupting=interrupting).escalate("work")
    assert sorted(story.waiting) == (["handle"] if interrupting else ["handle", "work"])


def test_a_parallel_multiple_event_sub_process_needs_all() -> None:
    story = ready("go + red", extra='parallelMultiple="true"').message("go")
    assert "work" in story.waiting
    assert story.signal().waiting == ["handle"]


def test_an_event_sub_process_in_an_event_sub_process() -> None:
    inner = event_sub("in", "red", task("deep"), path("s_in", "deep"), interrupting=False)
    story = Story(start(), task("work"), path("start", "work"),
                  event_sub("ev", "go", task("handle"), path("s_ev", "handle"), inner, interrupting=False))  # fmt: skip
    with pytest.raises(NothingWaits):
        story.signal()
    story.message("go").signal()
    assert sorted(story.waiting) == ["deep", "handle", "s_ev", "s_in", "work"]
    story.complete("deep").complete("handle").complete("work")
    assert story.status == "completed"


def test_a_cancelled_sub_process_is_deaf() -> None:
    """13.5.4: its event sub-processes go with it."""
    parts = [start("s"), task("work"), path("s", "work"), event_sub("ev", "go", task("h"), path("s_ev", "h"))]
    story = Story(
        start(),
        sub("box", *parts),
        on("edge", "box", "red"),
        task("other"),
        path("start", "box"),
        path("edge", "other"),
    )
    story.signal()
    assert story.waiting == ["other"]
    assert "~ s_ev" in story.told()


def test_events_may_start_an_event_sub_process_in_each_run_of_its_scope() -> None:
    parts = [start("s"), task("work"), path("s", "work"), event_sub("ev", "PT1H", task("h"), path("s_ev", "h"))]
    story = Story(start(), sub("box", *parts), path("start", "box"), flow("start", "box", number="again"))
    first, second = [wait for wait in story.state.waits if wait.kind == "timer"]
    assert first.token != second.token
    state = story.machine.timer(story.state, second.token, NOW.replace(hour=10)).state
    assert sorted(wait.element_id for wait in state.waits) == ["h", "s_ev", "work"]
