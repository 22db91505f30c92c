"""The engine by itself: handlers, messages and signals between instances, time (BPMN 2.0, 9.4, 10.5.5)."""

# ruff: noqa: E501 (models)

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.engine import (
    AmbiguousMessage,
    BpmnError,
    BpmnEscalation,
    NothingWaits,
    Runner,
    StepLimitReached,
    UnknownName,
    read,
)

from .bpmn import HEAD, NOW, document, end, event, flow, gateway, on, path, start, task, throw, wait_for


def runner(*parts: str, handlers: dict | None = None, tail: str = "") -> Runner:
    return Runner([read(document(*parts, tail=tail))], handlers=handlers or {}, now=NOW)


def process(number: str, *parts: str) -> str:
    return "\n".join([f'<process id="{number}" isExecutable="true">', *parts, "</process>"])


def test_handlers_do_the_work_of_tasks() -> None:
    """By id, name, script language or kind; they see the variables and the script."""
    jobs = []

    def work(job):
        jobs.append((job.element_id, job.kind, job.script, dict(job.variables)))
        return {"last": job.element_id}

    named = '<serviceTask id="b"><extensionElements><dw:service handler="other"/></extensionElements></serviceTask>'
    script = '<scriptTask id="c" scriptFormat="js"><script>1</script></scriptTask>'
    made = runner(start(), task("a", "serviceTask"), named, script, task("d", "businessRuleTask"), end(),
                  path("start", "a", "b", "c", "d", "end"), handlers={"a": work, "other": work, "js": work, "rule": work})  # fmt: skip
    number = made.start("p", {"x": 1})
    assert made.status(number) == "completed"
    assert [job[:3] for job in jobs] == [
        ("a", "service", ""),
        ("b", "service", ""),
        ("c", "script", "1"),
        ("d", "rule", ""),
    ]
    assert jobs[-1][3] == {"x": 1, "last": "c"}


def test_a_task_without_handler_waits() -> None:
    made = runner(start(), task("a", "serviceTask"), path("start", "a"))
    number = made.start("p")
    assert made.waiting(number) == ["a"]
    made.complete(number, "a")
    assert made.status(number) == "completed"


def test_handlers_raise_errors_and_escalations_of_the_process() -> None:
    def fails(job):
        raise BpmnError("lost", {"why": "x"})

    def warns(job):
        raise BpmnEscalation("late")

    made = runner(start(), task("a", "serviceTask"), on("e", "a", "lost"), task("b", "serviceTask"),
                  on("w", "b", "late", interrupting=False), task("seen"), task("next"), path("start", "a"), path("e", "b", "next"),
                  path("w", "seen"), handlers={"a": fails, "b": warns})  # fmt: skip
    number = made.start("p")
    assert sorted(made.waiting(number)) == ["next", "seen"]
    assert made.variables(number) == {"why": "x"}
    assert made.visited(number)[:4] == ["start", "a", "e", "b"]


def test_a_mistake_of_a_handler_comes_out_and_the_state_stays() -> None:
    made = runner(
        start(), task("a"), task("b", "serviceTask"), path("start", "a", "b"), handlers={"b": lambda job: {}[1]}
    )
    number = made.start("p")
    with pytest.raises(KeyError):
        made.complete(number, "a")
    assert made.waiting(number) == ["b"]


def test_messages_find_the_one_who_waits() -> None:
    """Correlation by variables; a message for two is not guessed."""
    made = runner(start(), wait_for("c", "go"), task("t"), path("start", "c", "t"))
    first, second = made.start("p", {"order": 1}), made.start("p", {"order": 2})
    with pytest.raises(AmbiguousMessage):
        made.message("go")
    assert made.message("go", {"n": 5}, match={"order": 2}) == second
    assert (made.waiting(first), made.waiting(second)) == (["c"], ["t"])
    assert made.message("go", instance=first) == first
    with pytest.raises(NothingWaits):
        made.message("go")


def test_messages_go_along_message_flows_between_processes() -> None:
    """9.4: two pools in one file; the answer comes back to the one who asked."""
    shop = process("shop", event("startEvent", "asked", "go"), '<userTask id="pack"/>', throw("answer", "stop"), '<endEvent id="e"/>',
                   path("asked", "pack", "answer", "e"))  # fmt: skip
    flows = '<collaboration id="c"><participant id="one" processRef="p"/><participant id="two" processRef="shop"/>'
    flows += '<messageFlow id="m1" sourceRef="ask" targetRef="asked"/><messageFlow id="m2" sourceRef="answer" targetRef="got"/></collaboration>'
    made = runner(
        start(),
        throw("ask", "go"),
        wait_for("got", "stop"),
        task("t"),
        path("start", "ask", "got", "t"),
        tail=shop + flows,
    )
    number = made.start("p")
    assert made.waiting(2) == ["pack"]
    made.complete(2, "pack")
    assert made.status(2) == "completed"
    assert made.waiting(number) == ["t"]


def test_a_message_flow_may_lead_to_a_pool() -> None:
    """9.4: then the process of the participant finds who waits for it, or begins."""
    other = process("q", event("startEvent", "qs", "go"), '<userTask id="qt"/>', path("qs", "qt"))
    flows = '<collaboration id="c"><participant id="one" processRef="q"/><messageFlow id="m" sourceRef="ask" targetRef="one"/></collaboration>'
    made = runner(start(), throw("ask", "go"), task("t"), path("start", "ask", "t"), tail=other + flows)
    made.start("p")
    assert made.waiting(2) == ["qt"]


def test_a_message_that_comes_too_early_is_kept() -> None:
    other = process("q", '<startEvent id="qs"/>', throw("say", "go"), '<endEvent id="e"/>', path("qs", "say", "e"))
    made = runner(start(), task("a"), wait_for("c", "go"), task("t"), path("start", "a", "c", "t"), tail=other)
    number = made.start("p")
    made.start("q")
    assert len(made.undelivered) == 1
    made.complete(number, "a")
    assert made.waiting(number) == ["t"]
    assert made.undelivered == []


def test_signals_reach_every_instance_and_begin_processes() -> None:
    other = process("q", event("startEvent", "qs", "red"), '<userTask id="qt"/>', path("qs", "qt"))
    made = runner(
        start(), throw("shout", "red"), wait_for("c", "red"), task("t"), path("start", "shout", "c", "t"), tail=other
    )
    first, second = made.start("p"), made.start("p")
    assert made.waiting(first) == ["t"]
    assert made.waiting(second) == ["c"]
    assert sum(run.state.process_id == "q" for run in made.instances.values()) == 2
    assert made.signal("red") == 2


def test_time_passes_for_timers_and_timer_starts_in_order() -> None:
    other = process("q", event("startEvent", "qs", "R3/PT1H"), '<userTask id="qt"/>', path("qs", "qt"))
    made = runner(start(), wait_for("c", "PT90M"), task("t"), path("start", "c", "t"), tail=other)
    number = made.start("p")
    made.advance(timedelta(hours=2))
    assert made.waiting(number) == ["t"]
    assert len(made.instances) == 3
    made.advance(timedelta(hours=9))
    assert len(made.instances) == 4
    assert made.now == NOW + timedelta(hours=11)


def test_conditional_start_events_are_given_facts() -> None:
    made = runner(event("startEvent", "rich", "if amount > 3"), task("t"), path("rich", "t"))
    assert made.observe({"amount": 1}) == ()
    assert made.observe({"other": 1}) == ()
    (number,) = made.observe({"amount": 4})
    assert made.waiting(number) == ["t"]


def test_what_goes_wrong_behind_a_conditional_start_event_is_told() -> None:
    """Only what the start event itself asks for may be missing."""
    made = runner(event("startEvent", "s", "if amount > 3"), gateway("g"), task("t"), task("u"), path("s", "g"),
                  flow("g", "t", "nobody > 1"), flow("g", "u", "true"))  # fmt: skip
    with pytest.raises(UnknownName, match="nobody"):
        made.observe({"amount": 4})


def test_what_a_handler_asks_of_nobody_is_told_and_its_message_is_not_brought_again() -> None:
    """The one who waited has got it; that its handler then goes wrong is no matter of the message."""
    other = process("q", event("startEvent", "qs", "go"), '<serviceTask id="qt"/>', path("qs", "qt"))
    made = runner(start(), throw("ask", "go"), end(), path("start", "ask", "end"), tail=other)
    made.handlers["qt"] = lambda job: made.complete(1, "nothing")
    with pytest.raises(NothingWaits):
        made.start("p")
    assert (len(made.instances), made.undelivered) == (2, [])


def test_the_clock_never_goes_back() -> None:
    made = runner(start(), task("t"), path("start", "t"))
    made.advance(timedelta(hours=-1))
    assert made.now == NOW


def test_what_is_asked_of_nobody() -> None:
    made = runner(start(), gateway("g"), task("t"), path("start", "g"), flow("g", "t"))
    number = made.start("p")
    with pytest.raises(NothingWaits):
        made.complete(number, "x")
    made.change(number, {"a": 1})
    made.error(number, "t", "lost")
    assert made.status(number) == "error"
    assert made.signal("red") == 0


def test_somebody_chooses_in_ad_hoc_sub_processes() -> None:
    """13.3.5."""
    body = '<adHocSubProcess id="x"><completionCondition>n &gt; 2</completionCondition><serviceTask id="a"/><serviceTask id="b"/></adHocSubProcess>'
    made = Runner(
        [read(document(start(), body, task("t"), path("start", "x", "t")))],
        now=NOW,
        handlers={"service": lambda job: {"n": job.variables["n"] + 1}},
        choose=lambda _instance, offered: offered[-1],
    )
    number = made.start("p", {"n": 0})
    assert made.visited(number) == ["start", "x", "b", "b", "b", "t"]


def test_an_operation_says_which_message_is_meant() -> None:
    """8.4.3, 10.3.3: a send or receive task, or a message event, that names an operation only."""
    head = (
        HEAD
        + '<interface id="i" name="i"><operation id="o" name="o"><inMessageRef>message_go</inMessageRef></operation></interface>'
    )
    made = Runner([read(document(start(), '<receiveTask id="r" operationRef="o"/>', '<sendTask id="s" operationRef="o"/>',
                                 path("start", "r", "s"), head=head))], now=NOW)  # fmt: skip
    number = made.start("p")
    made.message("go")
    assert made.status(number) == "completed"
    assert [sent.name for _, sent in made.undelivered] == ["go"]


def test_what_never_comes_to_rest_is_stopped() -> None:
    """A circle of services, and two instances that call to each other for ever."""
    made = runner(start(), task("a", "serviceTask"), path("start", "a", "a"), handlers={"a": lambda job: None})
    with pytest.raises(StepLimitReached):
        made.start("p")
    back = process(
        "q", event("startEvent", "qs", "red"), throw("qt", "blue"), '<endEvent id="qe"/>', path("qs", "qt", "qe")
    )
    made = runner(event("startEvent", "s", "blue"), throw("t", "red"), end(), path("s", "t", "end"), tail=back)
    with pytest.raises(StepLimitReached):
        made.signal("red")


def test_the_runner_calls_things_by_their_names_too() -> None:
    """Tasks by id or name, processes and signals likewise, errors and escalations by code or id."""
    parts = [
        start(), '<userTask id="t" name="Do it"/>', on("x", "t", "lost"), on("y", "t", "late", interrupting=False),
        end(), path("start", "t", "end"), wait_for("w", "red"), path("x", "w"), task("h"), path("y", "h"),
        flow("w", "end"),
    ]  # fmt: skip
    made = Runner([read(document(*parts, process='<process id="p" name="Work" isExecutable="true">'))], now=NOW)
    number = made.start("Work")
    made.escalate(number, "Do it", "escalation_late")
    made.complete(number, "h")
    made.error(number, "Do it", "error_lost")
    assert made.waiting(number, "signal") == ["w"]
    assert made.waiting(number, "user") == []
    assert made.cancelled(number) == ["t"]
    assert made.signal("signal_red") == 1
    assert made.completed(number)[-2:] == ["w", "end"]
    assert made.state(number).ended_by == "end"
    with pytest.raises(KeyError):
        made.start("Play")


def test_one_of_several_instances_is_told_from_the_others() -> None:
    """Whatever is done to a task, and what is asked of it, may name variables that only one of them can read."""
    loop = "<multiInstanceLoopCharacteristics><loopCardinality>4</loopCardinality></multiInstanceLoopCharacteristics>"
    made = runner(
        start(), f'<userTask id="t">{loop}</userTask>', end(), path("start", "t", "end"),
        on("late", "t", "late", interrupting=False), task("h"), path("late", "h"), on("lost", "t", "lost"), path("lost", "end"),
    )  # fmt: skip
    number = made.start()
    made.complete(number, "t", match={"loopCounter": 2})
    assert [made.variables(number, "t")["loopCounter"], len(made.waiting(number))] == [1, 3]
    assert made.variables(number, "t", match={"loopCounter": 3})["loopCounter"] == 3
    with pytest.raises(NothingWaits):
        made.complete(number, "t", match={"loopCounter": 2})
    with pytest.raises(NothingWaits):
        made.variables(number, "start")
    made.escalate(number, "t", "late", {"seen": 1}, match={"loopCounter": 4})
    assert made.waiting(number)[-1] == "h"
    with pytest.raises(NothingWaits):
        made.error(number, "t", "lost", match={"loopCounter": 2})
    made.error(number, "t", "lost", match={"loopCounter": 1})
    assert made.waiting(number) == ["h"]


def test_activities_and_start_events_are_called_by_their_names_too() -> None:
    """Those that somebody chooses, those that begin, and those that a message is meant for."""
    choice = """<adHocSubProcess id="x"><userTask id="a" name="Ask"/>
    <completionCondition>true</completionCondition></adHocSubProcess>"""
    begin = event("startEvent", "s", "go").replace('id="s"', 'id="s" name="Ordered"')
    made = runner(start(), begin, choice, end(), path("start", "x", "end"), path("s", "x"))
    number = made.start(event="Ordered", variables={"n": 1})
    made.select(number, "Ask", match={"n": 1})
    assert made.waiting(number, "user") == ["a"]
    assert made.message("go", element_id="Ordered") == 2
    chosen = Runner(
        [read(document(start(), choice, end(), path("start", "x", "end")))],
        now=NOW,
        choose=lambda _instance, offered: None if offered == [] else "Ask",
        handlers={"user": lambda job: None},
    )
    assert chosen.status(chosen.start()) == "completed"


def test_a_handler_may_do_what_people_do() -> None:
    made = runner(
        start(), '<userTask id="t" name="Ask"/>', task("m", "manualTask"), end(), path("start", "t", "m", "end")
    )
    made.handlers["Ask"] = lambda job: {"who": job.element.name}
    made.handlers["manual"] = lambda job: {"kind": job.kind}
    assert made.variables(made.start()) == {"who": "Ask", "kind": "manual"}
