"""Call activities and global tasks (BPMN 2.0, 10.3.6, 10.3.7, 13.3.4)."""

# ruff: noqa: E501 (models)

from __future__ import annotations

import pytest

from desktop.engine import DefinitionError, Machine, read

from .bpmn import NOW, Story, check_log, check_state, document, end, event_sub, on, path, start, task, throw, undone_by
from .test_loops import multi

CALLED = '<process id="q" isExecutable="true"><startEvent id="qs"/><userTask id="qt"/>' + path("qs", "qt")


def call(target: str = "q", inner: str = "") -> str:
    return f'<callActivity id="call" calledElement="{target}">{inner}</callActivity>'


def calling(*more: str, inner: str = "", called: str = "", variables: dict | None = None) -> Story:
    return Story(start(), call(inner=inner), task("next"), path("start", "call", "next"), *more, variables=variables,
                 tail=f"{CALLED}{called}</process>")  # fmt: skip


def test_a_called_process_has_its_own_scope() -> None:
    """13.3.4: the call is done when the process is; variables do not pass by themselves."""
    story = calling(variables={"x": 1})
    assert story.waiting == ["qt"]
    assert [(scope.kind, dict(scope.variables)) for scope in story.state.scopes] == [
        ("process", {"x": 1}),
        ("call", {}),
    ]
    story.complete("qt", y=2)
    assert story.waiting == ["next"]
    assert story.state.variables == {"x": 1}


def test_data_go_in_and_come_back_by_associations() -> None:
    """10.3.6, 10.4.1: the data inputs and outputs of the call are those of the called process, by name."""
    data = (
        '<ioSpecification><dataInput id="i" name="a"/><dataOutput id="o" name="b"/></ioSpecification>'
        "<dataInputAssociation><sourceRef>d</sourceRef><targetRef>i</targetRef></dataInputAssociation>"
        "<dataOutputAssociation><sourceRef>o</sourceRef><targetRef>e</targetRef></dataOutputAssociation>"
    )
    specified = '<ioSpecification><dataInput id="qi" name="a"/><dataOutput id="qo" name="b"/></ioSpecification>'
    story = calling('<dataObject id="d" name="x"/><dataObject id="e" name="y"/>', inner=data, called=specified,
                    variables={"x": 5})  # fmt: skip
    assert dict(story.state.scopes[1].variables) == {"a": 5, "b": None}
    story.complete("qt", b=7)
    assert story.state.variables == {"x": 5, "y": 7}


def test_our_extension_passes_everything() -> None:
    inner = '<extensionElements><dw:call variables="all"/></extensionElements>'
    story = calling(inner=inner, variables={"x": 5}).complete("qt", y=2)
    assert story.state.variables == {"x": 5, "y": 2}


def test_an_error_of_the_called_process_is_caught_at_the_call() -> None:
    """10.5.6: errors go outwards through the call."""
    story = calling(on("edge", "call", "lost"), task("other"), path("edge", "other"),
                    called=end("bad", "lost") + path("qt", "bad"))  # fmt: skip
    assert story.complete("qt").waiting == ["other"]


def test_an_escalation_of_the_called_process_is_caught_at_the_call() -> None:
    story = calling(on("edge", "call", "late", interrupting=False), task("other"), path("edge", "other"),
                    called=throw("up", "late") + task("qu") + path("qt", "up", "qu"))  # fmt: skip
    assert sorted(story.complete("qt").waiting) == ["other", "qu"]


def test_a_boundary_event_ends_the_called_process() -> None:
    story = calling(on("edge", "call", "PT1H"), task("other"), path("edge", "other"))
    assert story.later(hours=1).waiting == ["other"]
    assert len(story.state.scopes) == 1


def test_a_terminate_end_event_ends_the_called_process_only() -> None:
    """13.5.6: no higher-level process is affected."""
    story = calling(called=end("stop", "terminate") + path("qt", "stop"))
    assert story.complete("qt").waiting == ["next"]


def test_the_called_process_has_its_event_sub_processes() -> None:
    story = calling(called=event_sub("ev", "go", task("h"), path("s_ev", "h")))
    assert story.message("go").waiting == ["h"]
    assert story.complete("h").waiting == ["next"]


def test_calls_in_several_instances() -> None:
    story = calling(inner=multi(3))
    assert story.waiting == ["qt"] * 3
    assert story.complete("qt").complete("qt").complete("qt").waiting == ["next"]


def test_a_called_process_is_compensated_by_what_is_in_it() -> None:
    story = Story(start(), call(), throw("back", "compensate"), task("after"), path("start", "call", "back", "after"),
                  tail=f"{CALLED}{undone_by('qt', 'undo')}</process>")  # fmt: skip
    assert story.complete("qt").waiting == ["undo"]
    assert story.complete("undo").waiting == ["after"]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("globalUserTask", "user"),
        ("globalManualTask", "manual"),
        ("globalBusinessRuleTask", "rule"),
        ("globalTask", None),
    ],
)
def test_a_global_task_is_done_like_a_task(tag: str, kind: str | None) -> None:
    """10.3.7."""
    story = Story(start(), call("g"), task("next"), path("start", "call", "next"), tail=f'<{tag} id="g"/>')
    if kind is not None:
        assert [(wait.kind, wait.element_id) for wait in story.state.waits] == [(kind, "call")]
        story.complete("call")
    assert story.waiting == ["next"]


def test_a_global_script_task_is_carried_out() -> None:
    tail = '<globalScriptTask id="g" scriptLanguage="urn:dealwright:expression:1"><script>n = 1 + 1</script></globalScriptTask>'
    story = Story(start(), call("g"), task("next"), path("start", "call", "next"), tail=tail)
    assert story.state.variables == {"n": 2}


def test_a_process_of_another_file_may_have_the_same_ids() -> None:
    """10.3.6: the callee is found in the definitions given to the machine; its elements have its id before theirs."""
    main = read(document(start(), '<callActivity id="a" calledElement="other"/>', task("t"), path("start", "a", "t")))
    other = read(document(start(), task("t"), path("start", "t"), process='<process id="other" isExecutable="true">'))
    with pytest.raises(DefinitionError, match="'other', which is no process"):
        Machine(main.processes["p"])
    machine = Machine(main.processes["p"], called=[other])
    step = machine.start({}, NOW)
    log = list(step.effects)
    assert [wait.element_id for wait in step.state.waits] == ["other:t"]
    assert machine.elements["other:t"] is other.processes["other"].elements["t"]
    step = machine.complete(step.state, step.state.waits[0].token, NOW)
    log += step.effects
    assert [wait.element_id for wait in step.state.waits] == ["t"]
    check_state(step.state)
    check_log(log, step.state)


@pytest.mark.parametrize(
    ("tail", "why"),
    [
        ("", "no process or global task"),
        ('<process id="q"/>', "not executable"),
        ('<process id="q" isExecutable="true"><startEvent id="x"><messageEventDefinition messageRef="message_go"/></startEvent>'
         '<task id="y"/><sequenceFlow id="z" sourceRef="x" targetRef="y"/></process>', "no none start event"),
    ],
)  # fmt: skip
def test_a_call_that_leads_nowhere_is_refused(tail: str, why: str) -> None:
    process = read(document(start(), call(), path("start", "call"), tail=tail)).processes["p"]
    with pytest.raises(DefinitionError, match=why) as caught:
        Machine(process)
    assert caught.value.problems[0].element_id == "call"


def test_a_process_that_calls_itself_goes_as_deep_as_it_must() -> None:
    recursive = ('<process id="q" isExecutable="true"><startEvent id="qs"/><exclusiveGateway id="g" default="more"/>'
                 '<endEvent id="e"/><callActivity id="again" calledElement="q"><extensionElements><dw:call variables="all"/>'
                 '</extensionElements></callActivity><scriptTask id="count" scriptFormat="urn:dealwright:expression:1">'
                 "<script>n = n + 1</script></scriptTask>" + path("qs", "count", "g") + path("again", "e")
                 + '<sequenceFlow id="stop" sourceRef="g" targetRef="e"><conditionExpression>n == 5</conditionExpression>'
                 '</sequenceFlow><sequenceFlow id="more" sourceRef="g" targetRef="again"/></process>')  # fmt: skip
    inner = '<extensionElements><dw:call variables="all"/></extensionElements>'
    story = Story(start(), call(inner=inner), path("start", "call"), variables={"n": 0}, tail=recursive)
    assert story.status == "completed"
    assert story.state.variables == {"n": 5}
