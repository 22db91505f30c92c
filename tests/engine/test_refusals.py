"""What the engine cannot execute faithfully it refuses at loading, naming element and line."""

# ruff: noqa: E501 (tables)

from __future__ import annotations

import pytest

from desktop.engine import DefinitionError, Machine, read

from .bpmn import HEAD, document, end, flow, gateway, on_error, on_message, parallel, path, start, sub, task

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
THROWN = [
    "messageEventDefinition",
    "timerEventDefinition",
    "signalEventDefinition",
    "escalationEventDefinition",
    "compensateEventDefinition",
    "conditionalEventDefinition",
    "linkEventDefinition",
    "cancelEventDefinition",
]

NOT_EXECUTED = {
    **{
        tag: (with_node(f'<{tag} id="x"/>'), "x", tag)
        for tag in (
            "sendTask", "receiveTask", "scriptTask", "businessRuleTask", "callActivity", "transaction",
            "adHocSubProcess", "inclusiveGateway", "complexGateway", "eventBasedGateway", "intermediateThrowEvent",
            "implicitThrowEvent",
        )
    },
    **{f"start {kind}": ([event("startEvent", kind), task("t"), path("x", "t")], "x", "kind") for kind in THROWN},
    **{f"end {kind}": ([*OK, event("endEvent", kind), path("t", "x")], "x", "kind") for kind in THROWN},
    **{f"catch {kind}": (with_node(event("intermediateCatchEvent", kind)), "x", "kind") for kind in THROWN[1:]},
    **{f"boundary {kind}": (with_boundary(boundary(kind)), "x", "kind") for kind in THROWN[1:]},
    "none catch": (with_node('<intermediateCatchEvent id="x"/>'), "x", "none"),
    "none boundary": (with_boundary('<boundaryEvent id="x" attachedToRef="t"/>'), "x", "none"),
    "terminate on a border": (with_boundary(boundary("terminateEventDefinition")), "x", "terminate"),
    "two definitions": (
        with_boundary(f'<boundaryEvent id="x" attachedToRef="t"><{MESSAGE}/><errorEventDefinition/></boundaryEvent>'),
        "x", "multiple",
    ),
    "parallel multiple": (with_boundary(boundary(MESSAGE, ' parallelMultiple="true"')), "x", "parallelMultiple"),
    "not interrupting": (with_boundary(boundary(MESSAGE, ' cancelActivity="false"')), "x", "do not interrupt"),
    "event definition reference": (
        with_boundary('<boundaryEvent id="x" attachedToRef="t"><eventDefinitionRef>d</eventDefinitionRef></boundaryEvent>'),
        "x", "eventDefinitionRef",
    ),
    "message with operation": (
        with_boundary(
            f'<boundaryEvent id="x" attachedToRef="t"><{MESSAGE}><operationRef>o</operationRef>'
            "</messageEventDefinition></boundaryEvent>"
        ),
        "x", "operationRef",
    ),
    "event sub-process": (with_node('<subProcess id="x" triggeredByEvent="true"><task id="i"/></subProcess>'), "x", "triggered"),
    "loop": (with_node('<userTask id="x"><standardLoopCharacteristics/></userTask>'), "x", "standardLoop"),
    "multi-instance": (
        with_node(sub("x", task("i"), "<multiInstanceLoopCharacteristics/>")), "x", "multiInstance"
    ),
    "compensation": (with_node('<userTask id="x" isForCompensation="true"/>'), "x", "isForCompensation"),
    "start quantity": (with_node('<userTask id="x" startQuantity="2"/>'), "x", "startQuantity"),
    "completion quantity": (with_node('<userTask id="x" completionQuantity="2"/>'), "x", "completionQuantity"),
    "operation": (with_node('<serviceTask id="x" operationRef="o"/>'), "x", "operationRef"),
    "data input": (with_node('<userTask id="x"><ioSpecification/></userTask>'), "x", "ioSpecification"),
    "data association": (with_node('<userTask id="x"><dataInputAssociation/></userTask>'), "x", "dataInputAssociation"),
    "input of the process": ([*OK, "<ioSpecification/>"], "p", "ioSpecification"),
    "correlation": ([*OK, "<correlationSubscription/>"], "p", "correlationSubscription"),
    "unknown element": (with_node('<userTask id="x"><surprise/></userTask>'), "x", "surprise"),
    "foreign element": (with_node('<userTask id="x"><v:note/></userTask>'), "x", "vendor"),
    "foreign node": ([*OK, '<v:task id="x"/>'], "p", "vendor"),
    "not immediate": ([*OK, '<sequenceFlow id="x" sourceRef="t" targetRef="end" isImmediate="false"/>'], "x", "isImmediate"),
    "misspelt attribute": (with_boundary(boundary(MESSAGE, ' cancelactivity="false"')), "x", "cancelactivity"),
    "result of an abstract task": (with_node(task("x", "task", "r")), "x", "never has a result"),
    "result variable": (with_node(task("x", result="a b")), "x", "a b"),
    "reserved result variable": (with_node(task("x", result="null")), "x", "null"),
}  # fmt: skip

UNCLEAR = {
    "no start event": ([task("t"), end(), path("t", "end")], "p", "no start event"),
    "nothing at all": ([], "p", "no start event"),
    "two start events": ([*OK, start("x"), path("x", "t")], "x", "start event already"),
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
    "default with condition": (
        [*OK, gateway("x", default="x-y"), task("y"), path("t", "x"), flow("x", "y", "true")], "x-y", "default"
    ),
    "default of a task beside a free flow": (
        [start(), '<userTask id="x" default="x-a"/>', task("a"), task("b"), path("start", "x", "a"), path("x", "b")],
        "x", "never be taken",
    ),
    "default of a task alone": (
        [start(), '<userTask id="x" default="x-a"/>', task("a"), path("start", "x", "a")], "x", "at least one flow",
    ),
    "condition after a parallel gateway": (
        [*OK, parallel("y"), task("z"), path("t", "y"), flow("y", "z", "true", "x")], "x", "cannot have a condition"
    ),
    "condition after a start event": ([start(), task("t"), flow("start", "t", "true", "x")], "x", "cannot have a condition"),
    "default of a parallel gateway": (with_node(gateway("x", "parallelGateway", "x-end")), "x", "default"),
    "converging gateway that splits": (
        [*with_node('<parallelGateway id="x" gatewayDirection="Converging"/>'), task("y"), path("x", "y")], "x", "Converging"
    ),
    "diverging gateway that merges": (
        [*with_node('<parallelGateway id="x" gatewayDirection="Diverging"/>'), flow("start", "x")], "x", "Diverging"
    ),
    "gateway of no direction": (with_node('<parallelGateway id="x" gatewayDirection="Left"/>'), "x", "Left"),
    "same message twice": ([*with_boundary(on_message("y", "t"), "y"), on_message("x", "t"), path("x", "end")], "x", "same"),
    "same error twice": ([*with_boundary(on_error("y", "t"), "y"), on_error("x", "t"), path("x", "end")], "x", "same"),
    "message without reference": (with_boundary(boundary("messageEventDefinition")), "x", "no message"),
    "message without name": (
        with_boundary(boundary('messageEventDefinition messageRef="nameless"')), "nameless", "no name"
    ),
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
    "no id": ([*OK, "<userTask/>"], None, "no id"),
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
    parts = [*OK, '<scriptTask id="one"/>', sub("two", '<receiveTask id="three"/>'), '<callActivity id="four"/>']
    with pytest.raises(DefinitionError) as caught:
        read(document(*parts, path("t", "one", "two", "four"), '<endEvent id="five"><linkEventDefinition/></endEvent>'))
    problems = caught.value.problems
    assert [problem.element_id for problem in problems] == ["one", "three", "four", "five", "five"]
    assert [problem.line for problem in problems] == sorted(problem.line or 0 for problem in problems)
    assert all(problem.why and problem.mend for problem in problems)


def test_an_extension_that_must_be_understood_is_refused():
    """8.3.3."""
    with pytest.raises(DefinitionError, match="must be understood"):
        read(document(*OK, head=HEAD + '<extension definition="v:x" mustUnderstand="true"/>'))
    assert read(document(*OK, head=HEAD + '<extension definition="v:x" mustUnderstand="false"/>'))


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
        read(document(*with_node('<scriptTask id="x"/>'), tail=tail))
    assert [problem.element_id for problem in caught.value.problems] == ["x", "lonely"]


def test_sub_processes_nest_to_a_limit():
    parts = [task("t")]
    for level in range(25):
        parts = [sub(f"s{level}", *parts)]
    with pytest.raises(DefinitionError, match="nested deeper than 20"):
        read(document(start(), *parts, path("start", "s24")))
