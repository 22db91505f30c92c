"""What public BPMN execution suites ask of an engine, each with the clause of BPMN 2.0.2 that answers."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from desktop.engine import DefinitionError, ExpressionError, Machine, Runner, Value, expression_language, read
from desktop.engine.document import BPMN

from .bpmn import (
    HEAD,
    NOW,
    Story,
    document,
    end,
    event,
    event_sub,
    flow,
    gateway,
    on,
    path,
    start,
    sub,
    task,
    throw,
    wait_for,
)


def juel(text: str, variables: Mapping[str, Value]) -> Value:
    """A stand-in for the language of many public models: ``${...}`` around something that Python reads as well."""
    assert text.startswith("${")
    return eval(text[2:-1], {}, dict(variables))


JUEL = expression_language(juel)


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


def test_what_nothing_refers_to_needs_no_id() -> None:
    """Table 8.5: an id may be left out where nothing refers to the element."""
    story = Story(
        start(), task("t"), end(), '<sequenceFlow sourceRef="start" targetRef="t"/>',
        '<sequenceFlow sourceRef="t" targetRef="end"/>', "<laneSet><lane><flowNodeRef>t</flowNodeRef></lane></laneSet>",
        f'<subProcess triggeredByEvent="true"><startEvent id="s"><signalEventDefinition signalRef="signal_red"/>'
        f"</startEvent>{task('h')}{path('s', 'h')}</subProcess>",
    )  # fmt: skip
    assert story.told()[-1] == "+ t"
    assert story.signal().complete("h").status == "completed"
    flows = [flow.id for flow in story.process.flows]
    assert len(set(flows)) == 2
    assert all("#" in number for number in flows)


def test_a_loop_may_have_no_round_at_all() -> None:
    """10.3.8: the number of rounds may not exceed loopMaximum."""
    cap = '<userTask id="t"><standardLoopCharacteristics loopMaximum="0"/></userTask>'
    assert Story(start(), cap, end(), path("start", "t", "end")).status == "completed"


@pytest.mark.parametrize("kind", ["error", "escalation"])
def test_an_event_without_code_catches_all(kind: str) -> None:
    """Tables 10.96 and 10.97: only what throws needs a code."""
    extra = f'<{kind} id="uncoded" name="Any"/>'
    catcher = f'<boundaryEvent id="x" attachedToRef="t"><{kind}EventDefinition {kind}Ref="uncoded"/></boundaryEvent>'
    parts = [start(), task("t"), end(), path("start", "t", "end"), catcher, task("h"), path("x", "h")]
    story = Story(*parts, tail=extra)
    story = story.error("t", "lost") if kind == "error" else story.escalate("t", "late")
    assert story.waiting == ["h"]


def test_a_compensation_event_sub_process_may_say_that_it_is_one() -> None:
    """10.7.2: isForCompensation on the event sub-process that compensates its parent."""
    handler = event_sub("e", "compensate", task("undo"), path("s_e", "undo"))
    parts = [start("b"), task("i"), path("b", "i"), handler.replace("<subProcess", '<subProcess isForCompensation="1"')]
    story = Story(start(), sub("s", *parts), throw("th", "compensate"), end(), path("start", "s", "th", "end"))
    assert story.complete("i").complete("undo").status == "completed"
    with pytest.raises(DefinitionError, match="is not for compensation"):
        parts[-1] = parts[-1].replace("compensateEvent", "errorEvent")
        read(document(start(), sub("s", *parts), path("start", "s")))


def twice(inside: bool, kind: str) -> list[str]:
    """Two handlers for one event that do not interrupt: event sub-processes, or on the border."""
    parts = [start("b"), task("i"), path("b", "i")]
    if inside:
        parts += [event_sub(f"e{n}", kind, task(f"h{n}"), path(f"s_e{n}", f"h{n}"), interrupting=False) for n in "12"]
        return [start(), sub("s", *parts), path("start", "s")]
    borders = [on(f"x{n}", "s", kind, interrupting=False) + task(f"h{n}") + path(f"x{n}", f"h{n}") for n in "12"]
    return [start(), sub("s", *parts), *borders, path("start", "s")]


@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("kind", ["go", "red", "late"])
def test_handlers_that_do_not_interrupt_all_happen(inside: bool, kind: str) -> None:
    """10.5.6: for an event that does not interrupt there may be any number of handlers, which go on side by side."""
    story = Story(*twice(inside, kind))
    match kind:
        case "go":
            story.message("go")
        case "red":
            story.signal()
        case _:
            story.escalate("i")
    assert [number for number in story.waiting if number[0] == "h"] == ["h1", "h2"]


def test_a_message_reaches_the_handlers_inside_and_on_the_border() -> None:
    """10.5.6: where both handle an event without interrupting, both happen."""
    parts = [
        start("b"),
        task("i"),
        path("b", "i"),
        event_sub("e", "go", task("h"), path("s_e", "h"), interrupting=False),
    ]
    border = [on("x", "s", "go", interrupting=False), task("k"), path("x", "k")]
    story = Story(start(), sub("s", *parts), *border, path("start", "s"))
    assert set(story.message("go").waiting) >= {"h", "k"}


def choosing(condition: str) -> bytes:
    return document(
        start(), gateway("g", default="d"), task("a"), task("b"),
        path("start", "g"), flow("g", "a", condition), flow("g", "b", number="d"),
    )  # fmt: skip


@pytest.mark.parametrize(("amount", "waiting"), [(1, ["b"]), (9, ["a"])])
def test_a_language_for_expressions_that_do_not_say_theirs(amount: int, waiting: list[str]) -> None:
    """8.4.6: what a file without expressionLanguage is written in is for the caller to say."""
    process = read(choosing("${amount > 5}"), languages={"": JUEL}).processes["p"]
    step = Machine(process).start({"amount": amount}, NOW)
    assert [wait.element_id for wait in step.state.waits] == waiting


def test_a_language_for_all_that_nobody_has_named() -> None:
    """8.4.6: "*" stands for every address without a compiler of its own."""
    xml = choosing("${amount > 5}").replace(b'name="Test"', b'expressionLanguage="http://www.w3.org/1999/XPath"')
    with pytest.raises(DefinitionError, match="XPath"):
        read(xml, languages={"": JUEL})
    assert read(xml, languages={"*": JUEL}).processes["p"].executable


def test_what_a_foreign_expression_raises_names_the_flow() -> None:
    process = read(choosing("${amount / 0 > 1}"), languages={"": JUEL}).processes["p"]
    with pytest.raises(ExpressionError, match="g-a: it cannot be evaluated"):
        Machine(process).start({"amount": 1}, NOW)


def test_a_condition_in_another_language_waits_for_its_variable() -> None:
    """10.5.5: a conditional event waits until its condition is true."""
    parts = [start(), event("intermediateCatchEvent", "w", "if ${amount > 5}"), end(), path("start", "w", "end")]
    machine = Machine(read(document(*parts), languages={"": JUEL}).processes["p"])
    state = machine.start({}, NOW).state
    state = machine.change(state, {"amount": 1}, NOW).state
    assert machine.change(state, {"amount": 6}, NOW).state.status == "completed"


def test_scripts_and_processes_that_do_not_say_what_they_are() -> None:
    """10.3.3 and 10.2: a script must say its format and a process whether it is executable, unless the caller does."""
    parts = [start(), '<scriptTask id="t"><script>n = 1</script></scriptTask>', end(), path("start", "t", "end")]
    xml = document(*parts, process='<process id="p">')
    assert not read(xml).processes["p"].executable
    with pytest.raises(DefinitionError, match="scriptFormat"):
        read(xml, executable=True)
    definitions = read(xml, executable=True, script_format="python")
    runner = Runner([definitions], now=NOW, handlers={"python": lambda job: {"script": job.script}})
    assert runner.variables(runner.start("p")) == {"script": "n = 1"}
    drawing = xml.replace(b'<process id="p">', b'<process id="p" isExecutable="false">')
    assert not read(drawing, executable=True).processes["p"].executable
    assert read(drawing, executable=["p"], script_format="python").processes["p"].executable


def test_rules_that_are_broken_without_harm_are_remarks() -> None:
    """10.5.3, 10.5.4, 10.6.1: it is clear how the process runs, so it is accepted, and what is wrong is told."""
    process = [
        start(), gateway("g"), task("t"), task("u"), end(), gateway("h", default="d"), path("start", "g", "t", "h"),
        flow("h", "end", "true"), flow("h", "u", "true", "d"), sub("s", wait_for("w", "go"), task("x"), path("w", "x")),
        path("u", "f", "s"), sub("n", start("b"), task("y"), path("b", "y")), path("s", "n"),
        '<adHocSubProcess id="f">', wait_for("loose", "go"), task("z"), path("loose", "z"),  # 13.3.5
        "<completionCondition>true</completionCondition></adHocSubProcess>",
    ]  # fmt: skip
    told = {(one.element_id, one.why) for one in read(document(*process)).remarks}
    assert told == {
        ("n", "there is a start event but no end event (10.5.3)"),
        ("n", "a path ends here beside end events (10.5.3)"),
        ("g", "the gateway neither merges nor splits (10.6.1)"),
        ("d", "the condition of a default flow is ignored (10.3)"),
        ("w", "no flow leads to this intermediate event (10.5.4)"),
    }
    assert read(document(*process, process='<process id="p">')).remarks == ()


def test_what_is_blocked_for_ever_stays_so() -> None:
    """13.4.5: tokens may be blocked indefinitely, which is a deadlock of the process and no error."""
    split = [gateway("g", default="d"), task("a"), task("b"), gateway("j", "parallelGateway"), end()]
    flows = [
        path("start", "g"),
        flow("g", "a", number="d"),
        flow("g", "b", "false"),
        path("a", "j", "end"),
        path("b", "j"),
    ]
    made = Runner([read(document(start(), *split, *flows))], now=NOW)
    number = made.start()
    assert made.stuck(number) == []
    made.complete(number, "a")
    assert (made.status(number), made.waiting(number), made.stuck(number)) == ("running", [], ["j"])
    assert made.completed(number) == ["start", "g", "a"]
    made.cancel(number)
    assert made.stuck(number) == []


def test_one_instance_gathers_the_triggers_of_a_parallel_multiple_start_event() -> None:
    """10.5.2: all triggers together begin one instance; the last one does not begin another besides."""
    both = event("startEvent", "s", "go+red", 'parallelMultiple="true"')
    made = Runner([read(document(both, task("t"), path("s", "t")))], now=NOW)
    one = made.message("go")
    assert made.signal("red") == 1
    assert made.waiting(one) == ["t"]
    assert made.signal("red") == 1, "then a new one is begun"
    assert made.waiting(2) == ["s"]
    assert made.message("go") == 2


def test_messages_and_signals_without_name_are_known_by_their_ids() -> None:
    """Tables 8.31 and 10.100: a name may be missing in a file; what is thrown and caught is the same all the same."""
    parts = [start(), event("intermediateCatchEvent", "w", "go").replace("message_go", "nameless"), task("t")]
    silent = '<signal id="quiet"/>'
    border = on("x", "t", "red").replace("signal_red", "quiet")
    made = Runner(
        [read(document(*parts, path("start", "w", "t"), border, end(), path("x", "end"), tail=silent))], now=NOW
    )
    number = made.start()
    made.message("nameless")
    assert made.signal("quiet") == 1
    assert made.status(number) == "completed"


def test_another_file_may_be_imported_when_both_are_given() -> None:
    """8.2.2: what is imported is named by its prefix; a call finds it in the definitions of that file."""
    head = HEAD.replace(
        "<message id", f'<import importType="{BPMN}" location="other.bpmn" namespace="urn:vendor"/><message id', 1
    )
    calling = document(
        start(), '<callActivity id="c" calledElement="v:q"/>', end(), path("start", "c", "end"), head=head
    )
    called = document(
        start(), task("t"), end(), path("start", "t", "end"), process='<process id="q" isExecutable="true">'
    )
    made = Runner([read(calling), read(called.replace(b"urn:tests", b"urn:vendor"))], now=NOW)
    number = made.start("p")
    made.complete(number, "q:t")
    assert made.status(number) == "completed"
    with pytest.raises(DefinitionError, match="which is no process or global task"):
        Machine(read(calling).processes["p"])


def test_optional_data_are_optional() -> None:
    """10.4.2: an input set may name inputs that need not be there."""
    io = "<ioSpecification><dataInput id='i'/><inputSet><dataInputRefs>i</dataInputRefs><optionalInputRefs>i"
    io += "</optionalInputRefs></inputSet><outputSet/></ioSpecification>"
    story = Story(start(), f'<userTask id="t">{io}</userTask>', end(), path("start", "t", "end"))
    assert story.complete("t").status == "completed"


DATA_OF_EACH = """<userTask id="t"><ioSpecification><dataInput id="in" name="all"/><dataInput id="one" name="question"/>
<dataOutput id="outs" name="answers"/><dataOutput id="res" name="answer"/><inputSet/><outputSet/></ioSpecification>
<dataInputAssociation><sourceRef>item</sourceRef><targetRef>one</targetRef></dataInputAssociation>
<dataInputAssociation><sourceRef>list</sourceRef><targetRef>in</targetRef></dataInputAssociation>
<dataOutputAssociation><sourceRef>res</sourceRef><targetRef>part</targetRef></dataOutputAssociation>
<dataOutputAssociation><sourceRef>outs</sourceRef><targetRef>results</targetRef></dataOutputAssociation>
<multiInstanceLoopCharacteristics KIND>
<loopDataInputRef>in</loopDataInputRef><loopDataOutputRef>outs</loopDataOutputRef>
<inputDataItem id="item"/><outputDataItem id="part"/></multiInstanceLoopCharacteristics></userTask>"""


@pytest.mark.parametrize("kind", ["", 'isSequential="true"'])
def test_each_of_several_instances_has_its_own_data(kind: str) -> None:
    """10.3.8, 10.4.2: associations fill the inputs of each instance from its item and make its result."""
    each = DATA_OF_EACH.replace("KIND", kind)
    parts = ['<property id="list"/><property id="results"/>', start(), each, end(), path("start", "t", "end")]
    made = Runner([read(document(*parts))], now=NOW)
    number = made.start(variables={"list": [1, 2, 3]})
    for question in (3, 1, 2) if not kind else (1, 2, 3):
        made.complete(number, "t", variables={"answer": question * 10}, match={"question": question})
    assert made.variables(number) == {"list": [1, 2, 3], "results": [10, 20, 30]}
    formula = "<assignment><from>item + 1</from><to>one</to></assignment>"
    associated = "<sourceRef>item</sourceRef><targetRef>one</targetRef>"
    xml = document(*parts[:2], each.replace(associated, f"<targetRef>one</targetRef>{formula}"), *parts[3:])
    made = Runner([read(xml)], now=NOW)
    number = made.start(variables={"list": [1]})
    assert made.variables(number, "t")["question"] == 2
