"""Tasks that need nobody, and data as far as they steer execution (BPMN 2.0, 10.3.3, 10.4, 10.8)."""

# ruff: noqa: E501 (models)

from __future__ import annotations

import pytest

from desktop.engine import ExpressionError, MessageThrown, Task

from .bpmn import HEAD, NOW, Story, end, flow, gateway, path, start, sub, task, what

OURS = 'scriptFormat="urn:dealwright:expression:1"'


@pytest.mark.parametrize(
    ("tag", "kind"), [("businessRuleTask", "rule"), ("sendTask", "service"), ("serviceTask", "service"), ("scriptTask", "script")]
)  # fmt: skip
def test_tasks_that_handlers_do_wait_for_them(tag: str, kind: str) -> None:
    """13.3.3: a send task without message is done by a handler like a service task."""
    story = Story(start(), task("work", tag, result="r"), task("next"), path("start", "work", "next"))
    assert [wait.kind for wait in story.state.waits] == [kind]
    assert story.complete("work", "yes").state.variables == {"r": "yes"}


def test_a_script_in_our_own_language_is_carried_out() -> None:
    """10.3.3: assignments, one a line."""
    script = '<script>\n a = 1 + 1\n\n b = [a, "x"] \n</script>'
    story = Story(start(), f'<scriptTask id="s" {OURS}>{script}</scriptTask>', task("next"), path("start", "s", "next"))
    assert story.state.variables == {"a": 2, "b": [2, "x"]}


def test_a_script_that_fails_names_its_task() -> None:
    with pytest.raises(ExpressionError, match=r"^s: "):
        Story(start(), f'<scriptTask id="s" {OURS}><script>a = b</script></scriptTask>', path("start", "s"))


def test_a_script_in_another_language_waits_for_its_handler() -> None:
    script = '<scriptTask id="s" scriptFormat="python"><script>print(1)</script></scriptTask>'
    story = Story(start(), script, path("start", "s"))
    element = story.process.elements["s"]
    assert isinstance(element, Task)
    assert (story.waiting, element.script, element.script_format) == (["s"], "print(1)", "python")


def test_data_objects_and_properties_are_variables_that_are_null_at_first() -> None:
    """10.4.1: of the process and of sub-processes, by name, else by id; a start may bring them."""
    inner = [start("s"), '<dataObject id="inside"/>', '<property id="q" name="own"/>', task("t"), path("s", "t")]
    story = Story(start(), '<dataObject id="d" name="order"/><property id="p1"/>', sub("box", *inner), path("start", "box"),
                  variables={"order": 7})  # fmt: skip
    assert dict(story.state.scopes[0].variables) == {"order": 7, "p1": None}
    assert dict(story.state.scopes[1].variables) == {"own": None, "inside": None}
    story.complete("t", inside=1, fresh=2)
    assert story.state.variables == {"order": 7, "p1": None, "fresh": 2}


def with_io(inputs: str, outputs: str, *, tag: str = "userTask", more: str = "") -> str:
    specification = '<ioSpecification><dataInput id="i" name="given"/><dataOutput id="o" name="made"/>'
    return f'<{tag} id="t" {more}>{specification}<inputSet/><outputSet/></ioSpecification>{inputs}{outputs}</{tag}>'


def test_data_associations_copy_in_and_out() -> None:
    """10.4.1, 13.3.2: the task sees its own inputs and outputs."""
    node = with_io("<dataInputAssociation><sourceRef>r</sourceRef><targetRef>i</targetRef></dataInputAssociation>",
                   "<dataOutputAssociation><sourceRef>o</sourceRef><targetRef>d</targetRef></dataOutputAssociation>")  # fmt: skip
    story = Story(start(), '<dataObject id="d" name="order"/><dataObjectReference id="r" dataObjectRef="d"/>', node, task("next"),
                  path("start", "t", "next"), variables={"order": 3})  # fmt: skip
    scope = story.state.waits[0].scope
    assert story.machine.variables_at(story.state, scope) == {"order": 3, "given": 3, "made": None}
    story.complete("t", made=9)
    assert story.state.variables == {"order": 9}
    assert len(story.state.scopes) == 1


def test_transformations_and_assignments() -> None:
    inputs = ("<dataInputAssociation><sourceRef>d</sourceRef><targetRef>i</targetRef>"
              "<transformation>order * 2</transformation></dataInputAssociation>")  # fmt: skip
    outputs = ("<dataOutputAssociation><targetRef>d</targetRef><assignment><from>made + given</from><to>order</to></assignment>"
               "</dataOutputAssociation>")  # fmt: skip
    story = Story(
        start(),
        '<dataObject id="d" name="order"/>',
        with_io(inputs, outputs),
        path("start", "t"),
        variables={"order": 3},
    )
    state = story.machine.complete(story.state, story.state.waits[0].token, NOW, variables={"made": 1}).state
    assert state.variables == {"order": 7}


def test_data_of_a_cancelled_task_are_not_written() -> None:
    node = with_io(
        "", "<dataOutputAssociation><sourceRef>o</sourceRef><targetRef>d</targetRef></dataOutputAssociation>"
    )
    boundary = f'<boundaryEvent id="b" attachedToRef="t">{what("any error")}</boundaryEvent>'
    story = Story(
        start(),
        '<dataObject id="d" name="order"/>',
        node,
        boundary,
        task("other"),
        path("start", "t"),
        path("b", "other"),
    )
    story.error("t", "lost", made=3)
    assert story.state.variables == {"order": None}


def test_what_a_message_brings_goes_where_the_event_says() -> None:
    """10.5.1: data output associations of catch events; without them by name."""
    data = '<dataOutput id="o" name="answer"/><dataOutputAssociation><sourceRef>o</sourceRef><targetRef>d</targetRef></dataOutputAssociation>'
    story = Story(start(), '<dataObject id="d" name="order"/>', f'<intermediateCatchEvent id="c">{data}{what("go")}</intermediateCatchEvent>',
                  task("t"), path("start", "c", "t"))  # fmt: skip
    story.message("go", answer=5, other=6)
    assert story.state.variables == {"order": 5}


def test_what_a_message_takes_along() -> None:
    """10.5.1: data input associations of throw events, 13.3.3 of send tasks."""
    data = '<dataInput id="w" name="what"/><dataInputAssociation><sourceRef>d</sourceRef><targetRef>w</targetRef></dataInputAssociation>'
    story = Story(start(), '<dataObject id="d" name="order"/>', f'<intermediateThrowEvent id="c">{data}{what("go")}</intermediateThrowEvent>',
                  with_io("<dataInputAssociation><sourceRef>d</sourceRef><targetRef>i</targetRef></dataInputAssociation>", "",
                          tag="sendTask", more='messageRef="message_stop"'), end(), path("start", "c", "t", "end"),
                  variables={"order": 5})  # fmt: skip
    thrown = [effect for effect in story.effects if isinstance(effect, MessageThrown)]
    assert [(effect.name, dict(effect.variables)) for effect in thrown] == [
        ("go", {"what": 5}), ("stop", {"given": 5, "made": None}),
    ]  # fmt: skip


def test_lanes_and_resources_name_who_does_it() -> None:
    """10.3.1, 10.8."""
    found = read_people()
    node = found.elements["t"]
    assert isinstance(node, Task)
    assert node.lanes == ("Sales", "Reps")
    assert node.performers == ("Manager", 'role == "x"', "Anna")


def read_people():
    from .bpmn import document, read

    return read(document(
        '<laneSet id="ls"><lane id="l" name="Sales"><flowNodeRef>start</flowNodeRef><childLaneSet id="c"><lane id="m" name="Reps">'
        "<flowNodeRef>t</flowNodeRef></lane></childLaneSet></lane></laneSet>",
        start(), '<userTask id="t"><performer id="x"><resourceRef>res</resourceRef></performer><potentialOwner id="y">'
        "<resourceAssignmentExpression><formalExpression>role == \"x\"</formalExpression></resourceAssignmentExpression>"
        '</potentialOwner><humanPerformer id="z" name="Anna"/></userTask>', path("start", "t"),
        head=HEAD + '<resource id="res" name="Manager"/>',
    )).processes["p"]  # fmt: skip


def test_another_expression_language_can_be_brought() -> None:
    """8.4.6: by its address; it is asked like our own."""
    from desktop.engine import Machine
    from desktop.engine.expression import compile_expression

    from .bpmn import document, read

    language = ' language="urn:other"'
    xml = document(start(), gateway("g", default="g-b"), task("a"), task("b"), path("start", "g", "b"),
                   flow("g", "a", "X equals 1").replace("<conditionExpression", f"<conditionExpression{language}"))  # fmt: skip
    languages = {"urn:other": lambda text: compile_expression(text.lower().replace("equals", "=="))}
    machine = Machine(read(xml, languages=languages).processes["p"])
    assert [wait.element_id for wait in machine.start({"x": 1}, NOW).state.waits] == ["a"]


def test_parts_of_objects_and_lists_can_be_read() -> None:
    """docs/expressions.md: get()."""
    from desktop.engine.expression import compile_expression

    values = {"who": {"name": "Ann"}, "all": [1, 2], "n": 1}
    assert compile_expression('get(who, "name")').evaluate(values.__getitem__) == "Ann"
    assert compile_expression("get(all, n)").evaluate(values.__getitem__) == 2
    for wrong in (
        'get(who, "age")',
        "get(all, 2)",
        "get(all, -1)",
        "get(all, true)",
        'get(all, "x")',
        "get(n, 1)",
        "get(who)",
    ):
        with pytest.raises(ExpressionError):
            compile_expression(wrong).evaluate(values.__getitem__)
