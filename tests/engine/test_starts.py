"""How instances begin (BPMN 2.0, 10.5.2, 13.2, 13.5.1), and timers that come again (10.5.5)."""

# ruff: noqa: E501 (models)

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.engine import NotDue, NothingWaits

from .bpmn import NOW, Story, end, event, flow, gateway, on, path, start, task, wait_for

STARTS = [start(), event("startEvent", "by_go", "go"), event("startEvent", "by_red", "red"),
          event("startEvent", "at_nine", "R/2026-03-02T09:00:00Z/P1D"), event("startEvent", "rich", "if amount > 3"),
          event("startEvent", "any", "stop + blue"), task("t")]  # fmt: skip
STARTS += [path(one, "t") for one in ("start", "by_go", "by_red", "at_nine", "rich", "any")]


@pytest.mark.parametrize(
    ("number", "index", "kind", "name"),
    [("start", 0, "none", None), ("by_go", 0, "message", "go"), ("by_red", 0, "signal", "red"), ("at_nine", 0, "timer", None),
     ("rich", 0, "condition", None), ("any", 0, "message", "stop"), ("any", 1, "signal", "blue")],
)  # fmt: skip
def test_each_start_event_begins_an_instance_by_itself(number: str, index: int, kind: str, name: str | None) -> None:
    """10.5.2: every start event is independent."""
    story = Story(*STARTS, event=number, index=index, variables={"x": 1})
    assert story.waiting == ["t"]
    assert story.told()[:2] == [f"> {number}", f"< {number}"]
    assert any(
        (one.element_id, one.index, one.kind, one.name) == (number, index, kind, name) for one in story.machine.starts
    )


def test_without_a_name_the_none_start_event_begins() -> None:
    assert Story(*STARTS).told()[0] == "> start"
    with pytest.raises(NothingWaits, match="by_go"):
        Story(event("startEvent", "by_go", "go"), task("t"), path("by_go", "t"))
    with pytest.raises(NothingWaits):
        Story(*STARTS, event="t")


def test_a_process_without_start_event_begins_with_all_that_nothing_leads_to() -> None:
    """13.2."""
    assert Story(task("a"), task("b"), task("c"), path("a", "c")).waiting == ["a", "b"]


def test_several_none_start_events_must_be_chosen_from() -> None:
    """10.5.2: each is independent, so it must be said which."""
    parts = [start("one"), start("two"), task("a"), task("b"), path("one", "a"), path("two", "b")]
    with pytest.raises(NothingWaits, match="one, two"):
        Story(*parts)
    assert Story(*parts, event="two").waiting == ["b"]


def test_a_parallel_multiple_start_event_wants_all_its_triggers() -> None:
    """10.5.2: the first is not enough."""
    parts = [event("startEvent", "both", "go + red", 'parallelMultiple="true"'), task("t"), path("both", "t")]
    story = Story(*parts, event="both", index=1)
    assert story.waiting == ["both"]
    assert story.message("go").waiting == ["t"]


def test_a_receive_task_may_begin_an_instance() -> None:
    """13.3.3: instantiate."""
    story = Story('<receiveTask id="r" messageRef="message_go" instantiate="true"/>', task("t"), path("r", "t"), event="r",
                  variables={"n": 1})  # fmt: skip
    assert story.told()[:3] == ["> r", "< r", "- r-t"]
    assert story.state.variables == {"n": 1}


def instantiating(kind: str) -> list[str]:
    return [f'<eventBasedGateway id="g" instantiate="true" eventGatewayType="{kind}"/>', wait_for("a", "go"), wait_for("b", "stop"),
            task("ta"), task("tb"), path("g", "a", "ta"), path("g", "b", "tb")]  # fmt: skip


def test_an_exclusive_event_gateway_begins_with_one_of_its_events() -> None:
    """10.6.6."""
    story = Story(*instantiating("Exclusive"), event="b")
    assert story.waiting == ["tb"]
    assert story.complete("tb").status == "completed"


def test_a_parallel_event_gateway_begins_with_one_and_waits_for_the_others() -> None:
    """10.6.6: the instance is not done before all have come."""
    story = Story(*instantiating("Parallel"), event="b")
    assert sorted(story.waiting) == ["a", "tb"]
    assert story.complete("tb").status == "running"
    assert story.message("go").waiting == ["ta"]


# Timers ---------------------------------------------------------------------------------------------


def reminding(cycle: str, extra: str = "", *, interrupting: bool = False) -> Story:
    boundary = on("tick", "work", cycle, interrupting=interrupting).replace("><timer", f">{extra}<timer")
    return Story(start(), task("work"), boundary, task("remind"), path("start", "work"), path("tick", "remind"))


def count(story: Story) -> int:
    return story.waiting.count("remind")


def test_a_cycle_comes_as_often_as_it_says() -> None:
    """10.5.5: R3/PT1H."""
    story = reminding("R3/PT1H")
    assert [count(story.later(minutes=30)) for _ in range(8)] == [0, 1, 1, 2, 2, 3, 3, 3]
    assert "tick" not in story.waiting


def test_a_cycle_without_end_goes_on_with_its_activity() -> None:
    story = reminding("R/P1D").later(days=10)
    assert count(story) == 10
    story.complete("work")
    assert "tick" not in story.waiting


def test_a_cycle_may_begin_at_a_moment() -> None:
    story = reminding("R2/2026-03-02T12:00:00Z/PT2H")
    assert count(story.later(hours=3)) == 1
    assert count(story.later(hours=2)) == 2


def test_an_interrupting_timer_fires_once() -> None:
    assert reminding("R3/PT1H", interrupting=True).later(hours=9).waiting == ["remind"]


def late(story: Story, **length: float) -> Story:
    """The program was off: everything that was missed is found at once."""
    story.now = NOW + timedelta(**length)
    while due := story.machine.due(story.state, story.now):
        story.fire(due[0])
    return story


def test_missed_firings_of_a_limited_cycle_are_all_made_up_for() -> None:
    """The rule of catching up: limited cycles "all"."""
    assert count(late(reminding("R5/PT1H"), hours=3, minutes=30)) == 3


def test_missed_firings_of_an_endless_cycle_are_one() -> None:
    """The rule of catching up: endless cycles "once", and then on the old beat."""
    story = late(reminding("R/PT1H"), hours=1000, minutes=30)
    assert count(story) == 1
    assert next(wait.due for wait in story.state.waits if wait.element_id == "tick") == NOW + timedelta(hours=1001)


def test_an_event_may_say_how_it_catches_up() -> None:
    ours = '<extensionElements><dw:timer catchUp="{}"/></extensionElements>'
    assert count(late(reminding("R5/PT1H", ours.format("once")), hours=3, minutes=30)) == 1
    assert count(late(reminding("R5/PT1H", ours.format("once")), hours=30)) == 1
    assert count(late(reminding("R/PT1H", ours.format("all")), hours=3, minutes=30)) == 3


def test_a_timer_fires_neither_too_early_nor_twice() -> None:
    """Two programs may try: the second finds nothing."""
    story = Story(start(), wait_for("wait", "PT1H"), task("t"), path("start", "wait", "t"))
    token = story.state.waits[0].token
    with pytest.raises(NotDue):
        story.machine.timer(story.state, token, NOW)
    state = story.machine.timer(story.state, token, NOW + timedelta(hours=1)).state
    with pytest.raises(NothingWaits):
        story.machine.timer(state, token, NOW + timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "due"),
    [("PT90S", timedelta(seconds=90)), ("P1W", timedelta(weeks=1)), ("P1M", timedelta(days=31)), ("P1Y", timedelta(days=365)),
     ("P1DT12H", timedelta(hours=36)), ("PT0.5H", timedelta(minutes=30)), ("2026-03-02T13:00:00+03:00", timedelta(hours=1)),
     ("2026-03-02T10:00:00", timedelta(hours=1)), ("when", timedelta(hours=2)), ("PT0S", timedelta())],
)  # fmt: skip
def test_times_in_every_spelling(text: str, due: timedelta) -> None:
    """ISO 8601, or an expression that gives it; without a zone it is UTC."""
    kind = "timeDate" if text[0] == "2" or text == "when" else "timeDuration"
    inner = f"<timerEventDefinition><{kind}>{text}</{kind}></timerEventDefinition>"
    story = Story(start(), wait_for("wait", "", inner=inner), end(), path("start", "wait", "end"),
                  variables={"when": "2026-03-02T11:00:00Z"})  # fmt: skip
    assert story.state.waits[0].due == NOW + due


def test_the_gateway_takes_the_timer_when_nothing_else_comes() -> None:
    story = Story(start(), gateway("g", "eventBasedGateway"), wait_for("a", "go"), wait_for("b", "P1D"), task("ta"), task("tb"),
                  path("start", "g", "a", "ta"), path("b", "tb"), flow("g", "b"))  # fmt: skip
    assert story.later(days=2).waiting == ["tb"]
