"""What the engine cannot execute faithfully it refuses at loading, naming element and line (clauses beside each)."""

# ruff: noqa: E501 (tables)

from __future__ import annotations

import pytest

from desktop.engine import DefinitionError, Machine, read

from .bpmn import (
    HEAD,
    document,
    end,
    event_sub,
    flow,
    gateway,
    on,
    on_error,
    on_message,
    parallel,
    path,
    start,
    sub,
    task,
    throw,
    undone_by,
    wait_for,
    what,
)  # fmt: skip

OK = [start(), task("t"), end(), path("start", "t", "end")]
PLAIN = '<process id="p">'


def with_node(node: str, number: str = "x") -> list[str]:
    """A process in which a node stands between a task and the end."""
    return [start(), task("t"), end(), path("start", "t"), node, path("t", number, "end")]


def with_boundary(event: str, number: str = "x") -> list[str]:
    return [*OK, event, path(number, "end")]


def event(tag: str, definition: str, extra: str = "") -> str:
    return f'<{tag} id="x"{extra}><{definition}/></{tag}>'


def boundary(definition: str, extra: str = "") -> str:
    return event("boundaryEvent", definition, f' attachedToRef="t"{extra}')


MESSAGE = 'messageEventDefinition messageRef="message_go"'
MESSAGE = 'messageEventDefinition messageRef="message_go"'


def multi(inner: str, extra: str = "") -> list[str]:
    return with_node(
        f'<userTask id="x"><multiInstanceLoopCharacteristics{extra}>{inner}</multiInstanceLoopCharacteristics></userTask>'
    )


def ad_hoc(
    *parts: str, condition: str = "<completionCondition>true</completionCondition>", extra: str = ""
) -> list[str]:
    return with_node("\n".join([f'<adHocSubProcess id="x"{extra}>{condition}', *parts, "</adHocSubProcess>"]))


def race(*targets: str, extra: str = "") -> list[str]:
    """An event-based gateway x before these; their ids are y and z."""
    ids = ["y", "z"][: len(targets)]
    return [
        *OK,
        f'<eventBasedGateway id="x"{extra}/>',
        path("t", "x"),
        *targets,
        *[path("x", one, "end") for one in ids],
    ]


GO, RED = wait_for("y", "go"), wait_for("z", "red")
CARDINALITY = "<loopCardinality>2</loopCardinality>"
WRONG_KINDS = {
    "startEvent": ("any error", "late", "compensate", "cancel", "terminate", "link L"),
    "endEvent": ("PT1H", "if true", "link L"),
    "intermediateCatchEvent": ("any error", "late", "compensate", "cancel", "terminate", ""),
    "intermediateThrowEvent": ("PT1H", "if true", "any error", "cancel", "terminate"),
    "boundaryEvent": ("terminate", "link L", ""),
}


def placed(tag: str, kind: str) -> list[str]:
    inner = what(kind)
    match tag:
        case "startEvent":
            return [f'<startEvent id="x">{inner}</startEvent>', task("t"), path("x", "t")]
        case "endEvent":
            return [*OK, f'<endEvent id="x">{inner}</endEvent>', path("t", "x")]
        case "boundaryEvent":
            return with_boundary(f'<boundaryEvent id="x" attachedToRef="t">{inner}</boundaryEvent>')
        case _:
            return with_node(f'<{tag} id="x">{inner}</{tag}>')


NOT_EXECUTED = {
    **{f"{tag} {kind}": (placed(tag, kind), "x", "cannot stand here") for tag, kinds in WRONG_KINDS.items() for kind in kinds},
    # Tasks (10.3.3) and calls (10.3.6)
    "receive task without message": (with_node('<receiveTask id="x"/>'), "x", "names no message"),
    "call of nothing": (with_node('<callActivity id="x"/>'), "x", "what it calls"),
    "script without language": (with_node('<scriptTask id="x"><script>a = 1</script></scriptTask>'), "x", "scriptFormat"),
    "script that is no assignment": (
        with_node('<scriptTask id="x" scriptFormat="urn:dealwright:expression:1"><script>print(1)</script></scriptTask>'), "x", "name = expression",
    ),
    "script that does not parse": (
        with_node('<scriptTask id="x" scriptFormat="urn:dealwright:expression:1"><script>a = b.c</script></scriptTask>'), "x", "cannot be read",
    ),
    "receive task that begins in the middle": (with_node('<receiveTask id="x" messageRef="message_go" instantiate="true"/>'), "x", "begins a process"),
    "implicit throw event": (with_node('<implicitThrowEvent id="x"/>'), "x", "no node"),
    "result of a receive task": (
        with_node(task("x", "receiveTask", "r").replace("<receiveTask", '<receiveTask messageRef="message_go"')), "x", "never has a result"
    ),
    # Loops (10.3.8)
    "loop without end": (with_node('<userTask id="x"><standardLoopCharacteristics/></userTask>'), "x", "never ends"),
    "loop with a misspelt maximum": (
        with_node('<userTask id="x"><standardLoopCharacteristics loopMax="2" loopMaximum="3"/></userTask>'), "x", "no attribute 'loopMax'"
    ),
    "association with a data store": (
        [*OK, '<dataStoreReference id="ds"/><dataObject id="d"/>', '<userTask id="x"><dataInputAssociation><sourceRef>ds</sourceRef><targetRef>d</targetRef></dataInputAssociation></userTask>', path("t", "x")], "x", "data stores",
    ),
    "loop with two ways": (
        with_node('<userTask id="x"><standardLoopCharacteristics><loopCardinality>1</loopCardinality></standardLoopCharacteristics></userTask>'), "x", "cannot stand here"
    ),
    "instances of no number": (multi(""), "x", "either loopCardinality or"),
    "instances with an item of nothing": (multi(CARDINALITY + '<inputDataItem id="i"/>'), "x", "needs a loopDataInputRef"),
    "instances with half an output": (multi(CARDINALITY + '<outputDataItem id="i"/>'), "x", "belong together"),
    "behaviour of another kind": (
        multi(CARDINALITY, ' behavior="One" oneBehaviorEventRef="ticks"'), "x", "cannot be thrown"
    ),
    "two gateways that begin": (
        [
            '<eventBasedGateway id="w" instantiate="true"/>', '<eventBasedGateway id="x" instantiate="true"/>',
            GO, RED, wait_for("v", "stop"), wait_for("u", "blue"), path("x", "y"), path("x", "z"), path("w", "v"), path("w", "u"),
        ], "x", "need messages with correlation"
    ),
    "complex behaviour without definition": (multi(CARDINALITY, ' behavior="Complex"'), "x", "complexBehaviorDefinition"),
    # Sub-processes (10.3.5)
    "event sub-process without start": ([*OK, '<subProcess id="x" triggeredByEvent="true"><task id="i"/></subProcess>'], "x", "exactly one start event"),
    "event sub-process that nothing triggers": ([*OK, event_sub("y", "").replace('"s_y"', '"x"')], "x", "cannot begin with a none"),
    "event sub-process in the flow": (with_node(event_sub("x", "go")), "x", "no flows in or out"),
    "error that does not interrupt": ([*OK, event_sub("y", "any error", interrupting=False).replace('"s_y"', '"x"')], "x", "always interrupt"),
    "two event sub-processes for one message": ([*OK, event_sub("a", "go", task("b"), path("s_a", "b")), event_sub("y", "go", task("z"), path("x", "z")).replace('"s_y"', '"x"')], "x", "same message"),
    "sub-process begun by a message": (with_node(sub("y", '<startEvent id="x"><messageEventDefinition messageRef="message_go"/></startEvent>', task("i"), path("x", "i")), "y"), "x", "begins with its activity"),
    "ad-hoc without condition": (ad_hoc(task("i"), condition=""), "x", "when it is done"),
    "ad-hoc without activity": (ad_hoc(), "x", "can begin"),
    "ad-hoc with start event": (ad_hoc(task("i"), '<startEvent id="y"/>', path("y", "i")), "y", "cannot have a startEvent"),
    "transaction of another method": (with_node('<transaction id="x" method="##Store"><task id="i"/></transaction>'), "x", "##Store"),
    "cancel outside of a transaction": ([*OK, sub("s", start("b"), end("x", "cancel"), path("b", "x")), path("t", "s")], "x", "only inside of a transaction"),
    "cancel without way out": (with_node('<transaction id="y"><startEvent id="b"/>' + end("x", "cancel") + path("b", "x") + "</transaction>", "y"), "x", "no cancel event on its border"),
    "cancel at a sub-process": ([*with_node(sub("s", task("i")), "s"), on("x", "s", "cancel"), path("x", "end")], "x", "border of a transaction"),
    # Compensation (10.7)
    "compensation in the flow": (with_node('<userTask id="x" isForCompensation="true"/>'), "x", "no flows in or out"),
    "compensation of nothing": ([*OK, '<userTask id="x" isForCompensation="true"/>'], "x", "no compensation event leads"),
    "compensation event without activity": ([*OK, on("x", "t", "compensate")], "x", "no association"),
    "compensation event with flow": (with_boundary(on("x", "t", "compensate")), "x", "cannot have an outgoing flow"),
    "compensation of what has none": (with_node(throw("x", "undo t")), "x", "nothing that compensates"),
    "compensation of what is elsewhere": ([*with_node(throw("x", "undo i")), sub("s", task("i")), path("t", "s")], "x", "no activity that can be compensated"),
    # Events (10.5)
    "error with others that wait": ([*with_boundary(f'<boundaryEvent id="x" attachedToRef="t" parallelMultiple="true">{what("go + any error")}</boundaryEvent>')], "x", "parallelMultiple"),
    "two ends in one": ([*OK, end("x", "terminate + lost"), path("t", "x")], "x", "only one of"),
    "same message twice in one event": (with_node(wait_for("x", "go + go")), "x", "wait for the same"),
    "error that does not cancel": (with_boundary(on("x", "t", "any error", interrupting=False)), "x", "always interrupts"),
    "signal of no name": (with_node(event("intermediateCatchEvent", "signalEventDefinition")), "x", "names no signal"),
    "escalation of no name": (with_node(event("intermediateThrowEvent", "escalationEventDefinition")), "x", "names no escalation"),
    "timer without time": (with_node(event("intermediateCatchEvent", "timerEventDefinition")), "x", "one of timeDate"),
    "timer with two times": (with_node('<intermediateCatchEvent id="x"><timerEventDefinition><timeDate>2026-03-02T09:00:00Z</timeDate><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>'), "x", "one of timeDate"),
    "timer of no duration": (with_node(wait_for("x", "P1X")), "x", "no duration"),
    "timer of no date": (with_node(wait_for("x", "2026-13-45")), "x", "no date"),
    "timer that repeats at once": (with_boundary(on("x", "t", "R/PT0S")), "x", "without a pause"),
    "timer that never comes": (with_boundary(on("x", "t", "R0/PT1H")), "x", "never comes"),
    "condition of none": (with_node(event("intermediateCatchEvent", "conditionalEventDefinition")), "x", "has one condition"),
    "link without target": ([*OK, throw("x", "link L"), path("t", "x")], "x", "no target"),
    "link without source": ([*OK, wait_for("x", "link L"), path("x", "t")], "x", "nothing leads to the link"),
    "link with two targets": ([*OK, throw("l", "link L"), path("t", "l"), wait_for("y", "link L"), wait_for("x", "link L"), path("y", "end"), path("x", "end")], "x", "another target"),
    "link with a flow": ([*OK, throw("x", "link L"), path("t", "x", "end"), wait_for("y", "link L"), path("y", "end")], "x", "cannot have an outgoing flow"),
    # Gateways (10.6)
    "event gateway of one": (race(GO), "x", "two or more"),
    "event gateway before a task": (race(GO, task("z")), "x-z", "cannot follow"),
    "event gateway before message and receive task": (race(GO, '<receiveTask id="z" messageRef="message_stop"/>'), "x", "cannot both"),
    "event gateway with a shared event": ([*race(GO, RED), flow("t", "y", number="f")], "y", "no other incoming"),
    "event gateway before a receive task with a border": ([*race('<receiveTask id="y" messageRef="message_go"/>', RED), on("b", "y", "PT1H"), path("b", "end")], "y", "on its border"),
    "event gateway for all in the middle": (race(GO, RED, extra=' eventGatewayType="Parallel"'), "x", "only begin a process"),
    "event gateway that begins in the middle": (race(GO, RED, extra=' instantiate="true"'), "x", "without incoming flow"),
    "complex gateway without condition": ([*with_node('<complexGateway id="x"/>'), flow("start", "x")], "x", "which tokens activate"),
    # Flows (8.4.13, 10.6.1)
    "the only flow has a condition": ([start(), task("t"), end(), path("start", "t"), flow("t", "end", "true", "x")], "x", "the only flow"),
    "foreign attribute": (with_node('<userTask id="x" cancelActivity="true"/>'), "x", "no attribute 'cancelActivity'"),
    # Data (10.4)
    "association without target": (with_node('<userTask id="x"><dataInputAssociation/></userTask>'), "x", "no target"),
    "association without source": ([*OK, '<dataObject id="d"/>', '<userTask id="x"><dataInputAssociation><targetRef>d</targetRef></dataInputAssociation></userTask>', path("t", "x")], "x", "no source"),
    "two data of one name": ([*OK, '<dataObject id="d" name="n"/><dataObject id="e" name="n"/>'], "p", "two pieces of data"),
    "several input sets": (with_node('<userTask id="x"><ioSpecification><inputSet/><inputSet/><outputSet/></ioSpecification></userTask>'), "x", "several inputSets"),
    "property of an event": (with_node('<intermediateCatchEvent id="x"><property id="q"/>' + what("go") + "</intermediateCatchEvent>"), "x", "properties of events"),
    "value of a data object": ([*OK, '<dataObject id="x"><v:long>7</v:long></dataObject>'], "x", "not its value"),
    "inputs of a sub-process": (
        with_node('<subProcess id="x"><ioSpecification><dataInput id="i"/><inputSet/><outputSet/></ioSpecification><task id="j"/></subProcess>'), "x", "only for its several instances",
    ),
    "two handlers for one sub-process": (
        [*with_node(sub("x", start("b"), task("i"), path("b", "i"), event_sub("e", "compensate", task("h"), path("s_e", "h")))), undone_by("x", "u")], "x", "by which of the two",
    ),
    "link that names something else": (
        [*OK, '<intermediateThrowEvent id="x"><linkEventDefinition id="d" name="L"><target>end</target></linkEventDefinition></intermediateThrowEvent>', path("t", "x"), wait_for("y", "link L"), path("y", "end")], "x", "no other end of it",
    ),
    "several sources of a link, one of them elsewhere": (
        [*OK, '<intermediateThrowEvent id="l"><linkEventDefinition id="d" name="L"/></intermediateThrowEvent>', path("t", "l"), '<intermediateCatchEvent id="x"><linkEventDefinition id="f" name="L"><source>d</source><source>f</source></linkEventDefinition></intermediateCatchEvent>', path("x", "end")], "x", "names 'f'",
    ),
    "compensation event sub-process of another kind": ([*OK, event_sub("y", "go", task("z"), path("x", "z")).replace('"s_y"', '"x"').replace("triggered", 'isForCompensation="true" triggered')], "y", "not for compensation"),
    **{
        f"message flow {one} to {other}": (
            [*OK, parallel("g"), path("t", "g"), flow("g", "end", number="h"), f'</process><process id="q"><task id="z"/></process><collaboration id="c"><messageFlow id="x" sourceRef="{one}" targetRef="{other}"/></collaboration><process id="r">'],
            "x", "cannot be the",
        )
        for one, other in (("start", "z"), ("z", "end"), ("z", "g"), ("h", "z"), ("z", "start"), ("end", "z"))
    },
    "unknown element": (with_node('<userTask id="x"><surprise/></userTask>'), "x", "surprise"),
    "foreign element": (with_node('<userTask id="x"><v:note/></userTask>'), "x", "vendor"),
    "foreign node": ([*OK, '<v:task id="x"/>'], "p", "vendor"),
    "not immediate": ([*OK, '<sequenceFlow id="x" sourceRef="t" targetRef="end" isImmediate="false"/>'], "x", "isImmediate"),
    "misspelt attribute": (with_boundary(boundary(MESSAGE, ' cancelactivity="false"')), "x", "cancelactivity"),
    "result of an abstract task": (with_node(task("x", "task", "r")), "x", "never has a result"),
    "result variable": (with_node(task("x", result="a b")), "x", "a b"),
    "reserved result variable": (with_node(task("x", result="null")), "x", "null"),
    "lane of nothing": ([*OK, '<laneSet id="l"><lane id="x"><flowNodeRef>?</flowNodeRef></lane></laneSet>'], "x", "flowNodeRef"),
}  # fmt: skip

UNCLEAR = {
    "no start event": ([task("t"), end(), path("t", "end")], "p", "no start event"),
    "nothing at all": ([], "p", "nothing begins"),
    "two start events in a sub-process": (
        with_node(sub("s", start("b"), start("x"), task("i"), path("b", "i"), path("x", "i")), "s"), "x", "start event already"
    ),
    "circle in a sub-process": (with_node(sub("x", task("a"), path("a", "a"))), "x", "nothing begins"),
    "empty sub-process": (with_node(sub("x")), "x", "nothing begins"),
    "nothing leads here": ([*OK, task("x")], "x", "no flow leads here"),
    "into a start event": ([*OK, flow("t", "start")], "start", "incoming"),
    "out of an end event": ([*OK, flow("end", "t")], "end", "outgoing"),
    "into a boundary event": ([*with_boundary(on_message("x", "t")), flow("t", "x")], "x", "incoming"),
    "boundary event to nowhere": ([*OK, on_message("x", "t")], "x", "no flow leads out"),
    "start to nowhere": ([start()], "start", "no flow leads out"),
    "gateway to nowhere": ([*OK, gateway("x"), path("t", "x")], "x", "no flow leads out"),
    "undecided gateway": (
        [*with_node(gateway("x")), task("y"), flow("x", "y", "true")], "x-end", "no condition"
    ),
    "condition after a parallel gateway": (
        [*OK, parallel("y"), task("z"), path("t", "y"), flow("y", "z", "true", "x")], "x", "cannot have a condition"
    ),
    "condition after a start event": ([start(), task("t"), flow("start", "t", "true", "x")], "x", "cannot have a condition"),
    "default of an inclusive gateway beside a free flow": (
        [*with_node(gateway("x", "inclusiveGateway", "x-end")), task("y"), flow("x", "y")], "x", "never be taken"
    ),
    "default of a parallel gateway": (with_node(gateway("x", "parallelGateway", "x-end")), "x", "default"),
    "converging gateway that splits": (
        [*with_node('<parallelGateway id="x" gatewayDirection="Converging"/>'), task("y"), path("x", "y")], "x", "Converging"
    ),
    "diverging gateway that merges": (
        [*with_node('<parallelGateway id="x" gatewayDirection="Diverging"/>'), flow("start", "x")], "x", "Diverging"
    ),
    "gateway of no direction": (with_node('<parallelGateway id="x" gatewayDirection="Left"/>'), "x", "Left"),
    "same message twice": ([*with_boundary(on_message("y", "t"), "y"), on_message("x", "t"), path("x", "end")], "x", "same"),
    "same signal twice": ([*with_boundary(on("y", "t", "red"), "y"), on("x", "t", "red", interrupting=False), path("x", "end")], "x", "same signal"),
    "same error twice": ([*with_boundary(on_error("y", "t"), "y"), on_error("x", "t"), path("x", "end")], "x", "same"),
    "message without reference": (with_boundary(boundary("messageEventDefinition")), "x", "no message"),
    "error end without reference": ([*OK, event("endEvent", "errorEventDefinition"), path("t", "x")], "x", "no error"),
    "error without code": ([*OK, event("endEvent", 'errorEventDefinition errorRef="codeless"'), path("t", "x")], "codeless", "code"),
}  # fmt: skip

BROKEN = {
    "source": ([*OK, '<sequenceFlow id="x" sourceRef="?" targetRef="t"/>'], "x", "sourceRef"),
    "target": ([*OK, '<sequenceFlow id="x" sourceRef="t" targetRef="message_go"/>'], "x", "targetRef"),
    "no target": ([*OK, '<sequenceFlow id="x" sourceRef="t"/>'], "x", "targetRef"),
    "across the border": ([*OK, sub("s", task("i")), path("t", "s"), flow("t", "i", number="x")], "x", "border"),
    "out of the border": ([*OK, sub("s", task("i")), path("t", "s"), flow("i", "t", number="x")], "x", "border"),
    "default": (with_node(gateway("x", default="start-t")), "x", "default"),
    "attached to nothing": (with_boundary('<boundaryEvent id="x" attachedToRef="?"><errorEventDefinition/></boundaryEvent>'), "x", "attachedToRef"),
    "attached to an event": (with_boundary(on_error("x", "start")), "x", "attachedToRef"),
    "attached across the border": ([*OK, sub("s", task("i")), path("t", "s"), on_error("x", "i"), path("x", "t")], "x", "attachedToRef"),
    "message": (with_boundary(boundary('messageEventDefinition messageRef="?"')), "x", "messageRef"),
    "message of another kind": (with_boundary(boundary('messageEventDefinition messageRef="error_lost"')), "x", "messageRef"),
    "message of another file": (with_boundary(boundary('messageEventDefinition messageRef="v:message_go"')), "x", "messageRef"),
    "error": (with_boundary(boundary('errorEventDefinition errorRef="?"')), "x", "errorRef"),
    "outgoing": (with_node('<userTask id="x"><outgoing>start-t</outgoing></userTask>'), "x", "outgoing"),
    "incoming": (with_node('<userTask id="x"><incoming>?</incoming></userTask>'), "x", "incoming"),
    "duplicate id": ([*OK, '<dataObject id="t"/>'], "t", "already in line"),
    "message flow inside of one process": ([*OK, '</process><collaboration id="c"><messageFlow id="x" sourceRef="t" targetRef="end"/></collaboration><process id="q">'], "x", "connects two participants"),
    "message flow into its own pool": ([*OK, '</process><collaboration id="c"><participant id="o" processRef="p"/><messageFlow id="x" sourceRef="t" targetRef="o"/></collaboration><process id="q">'], "x", "connects two participants"),
    "message flow": ([*OK, '</process><collaboration id="c"><messageFlow id="x" sourceRef="t" targetRef="?"/></collaboration><process id="q">'], "x", "leads nowhere"),
    "event definition reference": (
        with_boundary('<boundaryEvent id="x" attachedToRef="t"><eventDefinitionRef>d</eventDefinitionRef></boundaryEvent>'),
        "x", "eventDefinitionRef",
    ),
    "operation": (with_node('<serviceTask id="x" operationRef="o"/>'), "x", "operationRef"),
    "correlation": ([*OK, '<correlationSubscription correlationKeyRef="?"/>'], "p", "correlationKeyRef"),
    "signal": (with_boundary(boundary('signalEventDefinition signalRef="?"')), "x", "signalRef"),
    "escalation": (with_boundary(boundary('escalationEventDefinition escalationRef="message_go"')), "x", "escalationRef"),
    "resource": (with_node('<userTask id="x"><performer><resourceRef>?</resourceRef></performer></userTask>'), "x", "resourceRef"),
    "loop data": (multi("<loopDataInputRef>?</loopDataInputRef>"), "x", "loopDataInputRef"),
    "loop behaviour": (multi("", ' behavior="Some"'), "x", "behavior"),
    "ad-hoc ordered otherwise": (ad_hoc(task("i"), extra=' ordering="Random"'), "x", "neither Parallel nor Sequential"),
    "quantity": (with_node('<userTask id="x" startQuantity="0"/>'), "x", "startQuantity"),
    "isSequential": (multi("", ' isSequential="perhaps"'), "x", "true or false"),
    "cancelActivity": (with_boundary(boundary(MESSAGE, ' cancelActivity="maybe"')), "x", "true or false"),
}  # fmt: skip


def check_refused(parts: list[str], element_id: str | None, why: str) -> None:
    xml = document(*parts)
    with pytest.raises(DefinitionError) as caught:
        read(xml, source="test.bpmn")
    problem = next((p for p in caught.value.problems if p.element_id == element_id and why in p.why), None)
    assert problem is not None, [str(problem) for problem in caught.value.problems]
    lines = xml.decode().splitlines()
    assert problem.line
    if element_id:
        first = next(number for number, line in enumerate(lines, 1) if f'id="{element_id}"' in line)
        assert first <= problem.line <= first + len(lines), "the line stands in or after the element's own"
        told = lines[problem.line - 1]
        assert problem.line == first or why in told or "<v:" in told or f'"{element_id}"' in told
    assert str(problem) in str(caught.value)
    assert str(caught.value).startswith("test.bpmn: ")


@pytest.mark.parametrize("case", NOT_EXECUTED)
def test_what_is_not_executed_is_refused(case):
    check_refused(*NOT_EXECUTED[case])


@pytest.mark.parametrize("case", UNCLEAR)
def test_what_would_need_a_guess_is_refused(case):
    check_refused(*UNCLEAR[case])


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_broken_is_refused(case):
    check_refused(*BROKEN[case])


@pytest.mark.parametrize("case", NOT_EXECUTED)
def test_a_drawing_may_say_everything(case):
    """A process that is not executable is read as it is; the machine does not take it."""
    process = read(document(*NOT_EXECUTED[case][0], process=PLAIN)).processes["p"]
    with pytest.raises(DefinitionError, match="not executable"):
        Machine(process)


@pytest.mark.parametrize("case", BROKEN)
def test_a_drawing_must_hold_together(case):
    with pytest.raises(DefinitionError):
        read(document(*BROKEN[case][0], process=PLAIN))


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        ("<conditionExpression>${answer == 'a'}</conditionExpression>", "'$' at character 1"),
        ("<conditionExpression>= answer</conditionExpression>", "cannot be read"),
        ("<conditionExpression/>", "it is empty"),
        ("<conditionExpression>a.b</conditionExpression>", "'.' at character 2"),
        ("<conditionExpression>__import__('os')</conditionExpression>", "no function '__import__'"),
        ('<conditionExpression language="http://www.w3.org/1999/XPath">true</conditionExpression>', "XPath"),
        ('<conditionExpression xsi:type="t:other">true</conditionExpression>', "formal expression"),
        ("<conditionExpression>true<v:x/></conditionExpression>", "formal expression"),
    ],
)
def test_conditions_that_are_not_ours_are_refused(condition, why):
    parts = [*with_node(gateway("x", default="x-end")), task("y")]
    check_refused([*parts, f'<sequenceFlow id="f" sourceRef="x" targetRef="y">{condition}</sequenceFlow>'], "f", why)


def test_the_language_of_the_definitions_counts():
    parts = [*with_node(gateway("x", default="x-end")), task("y"), flow("x", "y", "true")]
    ours = HEAD.replace('name="Test"', 'expressionLanguage="urn:dealwright:expression:1"')
    assert read(document(*parts, head=ours)).processes["p"].executable
    with pytest.raises(DefinitionError, match="FEEL"):
        read(document(*parts, head=HEAD.replace('name="Test"', 'expressionLanguage="https://www.omg.org/spec/FEEL/"')))
    assert read(document(*OK, head=HEAD.replace('name="Test"', 'expressionLanguage="FEEL"')))


def test_all_problems_are_told_in_the_order_of_the_lines():
    parts = [*OK, '<userTask id="one" startQuantity="x"/>', sub("two", '<userTask id="three"><v:x/></userTask>')]
    parts += ['<userTask id="four" colour="red"/>']
    with pytest.raises(DefinitionError) as caught:
        read(
            document(*parts, path("t", "one", "two", "four"), '<endEvent id="five"><timerEventDefinition/></endEvent>')
        )
    problems = caught.value.problems
    assert [problem.element_id for problem in problems] == ["one", "three", "four", "five"]
    assert [problem.line for problem in problems] == sorted(problem.line or 0 for problem in problems)
    assert all(problem.why and problem.mend for problem in problems)


def test_an_extension_that_must_be_understood_is_refused():
    """8.3.3."""
    with pytest.raises(DefinitionError, match="must be understood"):
        read(document(*OK, head=HEAD + '<extension definition="v:x" mustUnderstand="true"/>'))
    assert read(document(*OK, head=HEAD + '<extension definition="v:x" mustUnderstand="false"/>'))


def test_a_public_process_cannot_be_executed():
    """10.2: isExecutable may not be true for public processes."""
    public = '<process id="p" processType="Public" isExecutable="true">'
    with pytest.raises(DefinitionError, match="public process"):
        read(document(*OK, process=public))
    assert not read(document(*OK, process=public.replace("true", "false"))).processes["p"].executable


def test_scenery_is_read_over():
    """Lanes, data, artefacts, people and diagrams do not steer tokens."""
    read(
        document(
            *OK,
            '<laneSet id="l"><lane id="l1"><flowNodeRef>t</flowNodeRef></lane></laneSet>',
            '<dataObject id="d"/><dataObjectReference id="dr" dataObjectRef="d"/><dataStoreReference id="ds"/>',
            '<textAnnotation id="ta"><text>Hm</text></textAnnotation><group id="g"/>',
            '<association id="as" sourceRef="t" targetRef="ta"/><property id="pr"/>',
            head=HEAD
            + '<collaboration id="c"><participant id="pa" processRef="p"/></collaboration><category id="ca"/>',
            tail='<di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" id="diagram"/>',
        )
    )


def test_a_later_process_is_checked_although_an_earlier_is_refused():
    tail = '<process id="q" isExecutable="true"><startEvent id="lonely"/></process>'
    with pytest.raises(DefinitionError) as caught:
        read(document(*with_node('<receiveTask id="x"/>'), tail=tail))
    assert [problem.element_id for problem in caught.value.problems] == ["x", "lonely"]


def test_sub_processes_nest_to_a_limit():
    parts = [task("t")]
    for level in range(25):
        parts = [sub(f"s{level}", *parts)]
    with pytest.raises(DefinitionError, match="nested deeper than 20"):
        read(document(start(), *parts, path("start", "s24")))
