"""Intermediate, boundary and end events of every kind (BPMN 2.0, 10.5.3 to 10.5.6, 13.5)."""

# ruff: noqa: E501 (models)

from __future__ import annotations

import pytest

from desktop.engine import EscalationThrown, MessageThrown, NothingWaits, SignalThrown

from .bpmn import (
    Story,
    end,
    flow,
    gateway,
    on,
    parallel,
    path,
    start,
    sub,
    task,
    throw,
    wait_for,
)  # fmt: skip


def along(*nodes: str, ids: str) -> Story:
    """A process of nodes in a row, from a start event."""
    return Story(start(), *nodes, path("start", *ids.split()))


def hosted(kind: str, *, host: str = "userTask", interrupting: bool = True, **more: object) -> Story:
    """A task or sub-process with one boundary event, and a task after each."""
    if host == "subProcess":
        inner = sub("work", start("s"), task("inner"), path("s", "inner"))
    else:
        inner = f'<{host} id="work"/>'
    return Story(start(), inner, on("event", "work", kind, interrupting=interrupting), task("next"), task("other"),
                 path("start", "work", "next"), path("event", "other"), **more)  # fmt: skip


# Catching -------------------------------------------------------------------------------------------


def test_a_signal_reaches_all_who_wait() -> None:
    """10.5.5: a signal is broadcast; two catch events and a boundary event get it at once."""
    story = Story(start(), parallel("split"), wait_for("a", "red"), wait_for("b", "red"), wait_for("c", "blue"),
                  task("t"), on("d", "t", "red"), *[task(f"t{n}") for n in "abcd"], path("start", "split"),
                  *[path("split", n, f"t{n}") for n in "abc"], path("split", "t"), path("d", "td"))  # fmt: skip
    story.signal("red", why="x")
    assert sorted(story.waiting) == ["c", "ta", "tb", "td"]
    assert story.state.variables == {"why": "x"}
    with pytest.raises(NothingWaits):
        story.signal("red")


def test_a_signal_that_is_thrown_reaches_its_own_instance_too() -> None:
    """10.5.5: signals are for all processes, this one included; the effect tells the world outside."""
    story = Story(start(), parallel("split"), wait_for("a", "red"), task("t"), throw("shout", "red"), task("ta"),
                  task("u"), path("start", "split", "a", "ta"), path("split", "t", "shout", "u"))  # fmt: skip
    story.complete("t")
    assert sorted(story.waiting) == ["ta", "u"]
    assert story.told(SignalThrown) == ["signal red shout"]


def test_a_timer_waits_for_its_time() -> None:
    """10.5.5: a duration counts from the moment the token comes."""
    story = along(wait_for("wait", "PT1H30M"), task("t"), ids="wait t")
    assert story.state.waits[0].due is not None
    assert story.later(minutes=89).waiting == ["wait"]
    assert story.later(minutes=1).waiting == ["t"]


def test_a_condition_is_waited_for() -> None:
    """10.5.5: the event happens when its condition becomes true, at once if it is true already."""
    story = along(wait_for("wait", "if amount > 3"), task("t"), ids="wait t")
    assert story.waiting == ["wait"]
    assert story.change(amount=1).waiting == ["wait"]
    assert story.change(amount=4).waiting == ["t"]
    story = Story(start(), wait_for("wait", "if amount > 3"), task("t"), path("start", "wait", "t"),
                  variables={"amount": 5})  # fmt: skip
    assert story.waiting == ["t"]


def test_links_lead_on_in_the_same_scope() -> None:
    """10.5.5: several sources, one target."""
    story = Story(start(), parallel("split"), throw("one", "link L"), throw("two", "link L"), wait_for("here", "link L"),
                  task("t"), path("start", "split", "one"), path("split", "two"), path("here", "t"))  # fmt: skip
    assert story.waiting == ["t", "t"]
    assert story.complete("t").complete("t").status == "completed"


def test_several_definitions_wait_for_the_first() -> None:
    """10.5.4: a multiple event needs one of its triggers."""
    story = along(wait_for("wait", "go + red + PT1H"), task("t"), ids="wait t")
    assert story.waiting == ["wait"] * 3
    before = story.state
    assert story.signal().waiting == ["t"]
    story.state = before
    assert story.machine.message(before, "go", story.now).state.waits[0].element_id == "t"


def test_a_parallel_multiple_event_waits_for_all() -> None:
    """10.5.4: parallel multiple needs every trigger, in any order."""
    story = along(wait_for("wait", "go + red", 'parallelMultiple="true"'), task("t"), ids="wait t")
    assert story.signal().waiting == ["wait"]
    with pytest.raises(NothingWaits):
        story.signal()
    assert story.message("go").waiting == ["t"]


# Boundary events --------------------------------------------------------------------------------------

TRIGGERS = {
    "go": lambda story: story.message("go"),
    "red": lambda story: story.signal("red"),
    "PT1H": lambda story: story.later(hours=1),
    "if x == 1": lambda story: story.change(x=1),
    "go + red": lambda story: story.signal("red"),
}


@pytest.mark.parametrize("host", ["userTask", "subProcess", "serviceTask", "manualTask"])
@pytest.mark.parametrize("kind", TRIGGERS)
def test_an_interrupting_boundary_event_ends_its_activity(kind: str, host: str) -> None:
    """13.5.3: the activity is cancelled, the flow of the event is taken."""
    story = TRIGGERS[kind](hosted(kind, host=host))
    assert story.waiting == ["other"]
    assert "x work" in story.told()


@pytest.mark.parametrize("host", ["userTask", "subProcess"])
@pytest.mark.parametrize("kind", TRIGGERS)
def test_a_boundary_event_that_does_not_interrupt_lets_it_go_on(kind: str, host: str) -> None:
    """13.5.3: the flow of the event is taken beside the activity, which ends as usual."""
    story = TRIGGERS[kind](hosted(kind, host=host, interrupting=False))
    work = "inner" if host == "subProcess" else "work"
    assert {"other", work} <= set(story.waiting)
    story.complete(work)
    assert sorted(story.waiting) == ["next", "other"]


def test_a_message_without_interrupting_can_come_again() -> None:
    """13.5.3: the event may happen any number of times while the activity goes on."""
    story = hosted("go", interrupting=False).message("go").message("go")
    assert sorted(story.waiting) == ["event", "other", "other", "work"]


def test_a_condition_must_become_false_before_it_can_happen_again() -> None:
    """10.5.5: a conditional event is triggered by the change from false to true."""
    story = hosted("if x > 1", interrupting=False).change(x=2).change(x=3)
    assert story.waiting.count("other") == 1
    assert story.change(x=0).change(x=5).waiting.count("other") == 2


def test_a_receive_task_waits_like_an_event() -> None:
    """13.3.3: it completes when its message comes."""
    story = Story(start(), '<receiveTask id="r" messageRef="message_go"/>', on("late", "r", "PT1H"), task("t"), task("u"),
                  path("start", "r", "t"), path("late", "u"))  # fmt: skip
    before = story.state
    assert story.message("go", n=1).waiting == ["t"]
    assert story.state.variables == {"n": 1}
    assert story.machine.timer(before, story.log[-1].wait.token - 1 and before.waits[0].token,
                               story.now.replace(hour=23)).state.waits[0].element_id == "u"  # fmt: skip


def test_a_parallel_multiple_boundary_event_needs_all_and_begins_anew() -> None:
    story = Story(start(), task("work"), on("event", "work", "go + red", interrupting=False, extra='parallelMultiple="true"'),
                  task("other"), path("start", "work"), path("event", "other"))  # fmt: skip
    story.message("go").signal()
    assert sorted(story.waiting) == ["event", "event", "other", "work"]
    assert story.signal().message("go").waiting.count("other") == 2


# Escalation -------------------------------------------------------------------------------------------


def escalating(*catchers: str, tag: str = "intermediateThrowEvent", interrupting: bool = True) -> Story:
    thrower = throw("up", "late") if tag == "intermediateThrowEvent" else end("up", "late")
    inner = [
        start("s"),
        parallel("split"),
        task("a"),
        thrower,
        task("b"),
        path("s", "split", "a", "up"),
        path("split", "b"),
    ]
    if tag == "intermediateThrowEvent":
        inner += [task("after"), path("up", "after")]
    outer = [on(f"on{n}", "box", kind, interrupting=interrupting) + task(f"t{n}") + path(f"on{n}", f"t{n}")
             for n, kind in enumerate(catchers)]  # fmt: skip
    return Story(start(), sub("box", *inner), *outer, task("next"), path("start", "box", "next"))


def test_escalation_that_nobody_catches_changes_nothing() -> None:
    """10.5.6: unlike an error it is not critical; the throw goes on."""
    story = escalating().complete("a")
    assert sorted(story.waiting) == ["after", "b"]
    assert story.told(EscalationThrown) == ["escalation late up None"]


def test_escalation_is_caught_at_the_border_beside_the_work() -> None:
    story = escalating("late", interrupting=False).complete("a")
    assert sorted(story.waiting) == ["after", "b", "t0"]
    assert story.told(EscalationThrown) == ["escalation late up on0"]


def test_escalation_at_an_interrupting_border_ends_the_work() -> None:
    story = escalating("any escalation", "late").complete("a")
    assert story.waiting == ["t1"], "the event for this code comes before the one for all"
    assert escalating("wrong", "any escalation").complete("a").waiting == ["t1"]


def test_escalation_end_event() -> None:
    """13.5.6: the token is used up; the sub-process goes on to its end."""
    story = escalating("late", tag="endEvent", interrupting=False).complete("a")
    assert sorted(story.waiting) == ["b", "t0"]
    assert sorted(story.complete("b").waiting) == ["next", "t0"]


def test_a_task_may_escalate_and_go_on() -> None:
    story = Story(start(), task("work"), on("up", "work", "late", interrupting=False), task("boss"), task("next"),
                  path("start", "work", "next"), path("up", "boss"))  # fmt: skip
    story.escalate("work")
    assert sorted(story.waiting) == ["boss", "work"]
    assert sorted(story.complete("work").waiting) == ["boss", "next"]


# Throwing and ending ------------------------------------------------------------------------------------


def test_messages_leave_by_events_and_send_tasks() -> None:
    """13.3.3, 13.5.2: the message is sent, and the token goes on at once."""
    story = Story(start(), throw("say", "go"), '<sendTask id="send" messageRef="message_stop"/>', end("last", "go"),
                  path("start", "say", "send", "last"))  # fmt: skip
    assert story.status == "completed"
    assert story.told(MessageThrown) == ["message go say", "message stop send", "message go last"]


def test_a_none_throw_event_is_only_passed() -> None:
    """10.5.4: it shows that a state is reached."""
    story = along(throw("milestone"), task("t"), ids="milestone t")
    assert "> milestone" in story.told()


def test_a_multiple_end_event_throws_all() -> None:
    """10.5.3: all definitions are thrown."""
    story = Story(start(), task("t"), end("all", "go + red + late"), path("start", "t", "all")).complete("t")
    assert story.told(MessageThrown, SignalThrown, EscalationThrown) == [
        "message go all", "signal red all", "escalation late all None",
    ]  # fmt: skip


def test_an_error_among_several_definitions_comes_last() -> None:
    story = Story(start(), task("t"), end("all", "lost + go"), path("start", "t", "all")).complete("t")
    assert (story.status, story.state.error_code) == ("error", "lost")
    assert story.told(MessageThrown) == ["message go all"]


# Event-based gateway ---------------------------------------------------------------------------------


def racing(*kinds: str) -> Story:
    nodes = [wait_for(f"e{n}", kind) + task(f"t{n}") + path(f"e{n}", f"t{n}") for n, kind in enumerate(kinds)]
    flows = [flow("race", f"e{n}") for n in range(len(kinds))]
    return Story(start(), gateway("race", "eventBasedGateway"), *nodes, path("start", "race"), *flows)


def test_the_first_event_wins_and_the_others_are_not_waited_for() -> None:
    """13.4.4: exclusive, by the event that comes first."""
    story = racing("go", "red", "PT1H", "if x == 1")
    assert story.waiting == ["e0", "e1", "e2", "e3"]
    start_state = story.state
    story.signal()
    assert story.waiting == ["t1"]
    assert story.told() == [
        "! e1", "~ e0", "~ e2", "~ e3", "< race", "- race-e1", "> e1", "< e1", "- e1-t1", "> t1", "+ t1",
    ]  # fmt: skip
    story.state, story.log = start_state, []
    for happens, waiting in ((lambda: story.machine.message(start_state, "go", story.now), "t0"),
                             (lambda: story.machine.change(start_state, {"x": 1}, story.now), "t3")):  # fmt: skip
        assert [wait.element_id for wait in happens().state.waits] == [waiting]


def test_a_receive_task_may_follow_an_event_based_gateway() -> None:
    """10.6.6."""
    story = Story(start(), gateway("race", "eventBasedGateway"), '<receiveTask id="r" messageRef="message_go"/>',
                  wait_for("late", "PT1H"), task("t"), task("u"), path("start", "race", "r", "t"),
                  path("race", "late", "u"))  # fmt: skip
    assert story.message("go").waiting == ["t"]
    assert "< r" in story.told()


def test_a_boundary_event_leads_into_a_join_that_it_empties() -> None:
    """13.4.1: a parallel join knows nothing of a branch that an error has cut short."""
    inner = [start("s"), parallel("split"), task("a"), task("b"), parallel("join"), task("c"), end("e"),
             path("s", "split", "a", "join", "c", "e"), path("split", "b", "join")]  # fmt: skip
    story = Story(start(), sub("box", *inner), on("failed", "box", "lost"), task("mend"), end(),
                  path("start", "box", "end"), path("failed", "mend", "box"))  # fmt: skip
    for _ in range(3):
        story.complete("a").error("b", "lost").complete("mend")
    assert sorted(story.waiting) == ["a", "b"]
    assert story.complete("b").complete("a").complete("c").status == "completed"
