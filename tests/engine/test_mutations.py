"""Damaged files: reading gives definitions or a DefinitionError, and nothing else ever; what is accepted runs.

Running means: every way to begin is tried, then whatever waits is set off, one after the other. Only errors of the
engine may come of it, and every state on the way hangs together.
"""

# ruff: noqa: E501 (models)

from __future__ import annotations

from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from lxml import etree

from desktop.engine import DefinitionError, EngineError, Machine, Start, State, read
from tests.nightly import times

from .bpmn import (
    NOW,
    check_state,
    document,
    end,
    event,
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
)  # fmt: skip
from .test_loops import loop, multi

REFERENCE = Path(__file__).parents[3] / "shared" / "data" / "bpmn-miwg"
OWN = document(
    start(), sub("box", start("s"), parallel("split"), task("a", result="r"), gateway("g", default="g-e"), end("e"),
                 end("lost", "lost"), path("s", "split", "a", "g", "e"), flow("g", "lost", 'r == "no"'), task("b"),
                 path("split", "b")),
    on_message("changed", "box"), on_error("caught", "box", "lost"), end(), task("t", "serviceTask"),
    path("start", "box", "end"), path("changed", "t", "box"), path("caught", "end"),
)  # fmt: skip
WIDE = document(
    start(), event("startEvent", "by", "go + red"), '<dataObject id="d" name="list"/>', gateway("some", "inclusiveGateway", "some-box"),
    sub("box", multi(2), start("s"), task("a"), undone_by("a", "ua"), throw("back", "compensate"), end("up", "late"),
        path("s", "a", "back", "up"), event_sub("ev", "PT1H", task("h"), path("s_ev", "h"), interrupting=False)),
    on("late", "box", "late", interrupting=False), task("boss"), path("late", "boss"),
    gateway("race", "eventBasedGateway"), wait_for("c1", "stop"), wait_for("c2", "P1D"), task("t1"), path("race", "c1", "t1"),
    path("race", "c2"), throw("l1", "link L"), wait_for("l2", "link L"), path("c2", "l1"), path("l2", "join"),
    gateway("join", "inclusiveGateway"), path("t1", "join"), path("box", "join"), f'<userTask id="r">{loop("n &lt; 2")}</userTask>',
    '<callActivity id="call" calledElement="q"/>', end("e", "go + blue"), path("start", "some"), path("by", "some"),
    flow("some", "race", "n == 0"), path("some", "box"), path("join", "r", "call", "e"),
    '<transaction id="deal"><startEvent id="ds"/><userTask id="dt"/><endEvent id="dx"><cancelEventDefinition/></endEvent>'
    + path("ds", "dt", "dx") + "</transaction>", on("off", "deal", "cancel"), path("off", "e"), path("t1", "deal", "e"),
    tail='<process id="q" isExecutable="true"><startEvent id="qs"/><userTask id="qt"/>' + path("qs", "qt") + "</process>",
)  # fmt: skip
OWN_FILES = [OWN, WIDE]
REFERENCES = [
    file.read_bytes().replace(b'isExecutable="false"', b'isExecutable="true"')
    for file in sorted(REFERENCE.glob("*.bpmn"))
]
FILES = OWN_FILES + REFERENCES


def load(xml: bytes) -> None:
    """Read, begin in every way, and go on a little."""
    try:
        definitions = read(xml)
    except DefinitionError as error:
        assert error.problems
        assert all(problem.why for problem in error.problems)
        return
    for process in definitions.processes.values():
        if process.executable:
            try:
                machine = Machine(process, step_limit=100)
            except DefinitionError:
                continue
            for one in machine.starts or [None]:
                begin(machine, one)


def begin(machine: Machine, one: Start | None) -> None:
    event_id = None if one is None or one.kind == "none" else one.element_id
    try:
        state = machine.start({"n": 0}, NOW, event=event_id, index=0 if one is None else one.index).state
        for _ in range(8):
            check_state(state)
            if state.status != "running":
                return
            state = go_on(machine, state)
    except EngineError:
        return


def go_on(machine: Machine, state: State) -> State:
    wait = state.waits[-1]
    match wait.kind:
        case "message":
            return machine.message(state, wait.name or "", NOW, token=wait.token, element_id=wait.element_id).state
        case "signal":
            return machine.signal(state, wait.name or "", NOW).state
        case "timer":
            at = wait.due or NOW
            return machine.timer(state, wait.token, at, element_id=wait.element_id, index=wait.index).state
        case "condition":
            return machine.change(state, {"n": 1}, NOW).state
        case "select":
            return machine.select(state, wait.element_id, NOW).state
        case _:
            return machine.complete(state, wait.token, NOW, variables={"n": 1}).state


def test_the_files_to_be_damaged_are_sound() -> None:
    for xml in OWN_FILES:
        read(xml)


@pytest.mark.skipif(not REFERENCES, reason="the reference models are not there")
def test_the_reference_models_are_damaged_too() -> None:
    assert len(REFERENCES) == 8


@settings(max_examples=times(60, 1500))
@given(st.data())
def test_files_with_changed_bytes(data: st.DataObject) -> None:
    xml = bytearray(data.draw(st.sampled_from(FILES)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(xml) - 1))
        length = data.draw(st.integers(0, 40))
        xml[at : at + length] = data.draw(st.binary(max_size=10))
    load(bytes(xml))


@settings(max_examples=times(100, 2500))
@given(st.data())
def test_files_with_changed_elements(data: st.DataObject) -> None:
    root = etree.fromstring(data.draw(st.sampled_from(FILES)), etree.XMLParser(remove_comments=True))
    for _ in range(data.draw(st.integers(1, 5))):
        elements = [element for element in root.iter() if "BPMN/20100524/MODEL" in element.tag][1:]
        if not elements:
            break
        element = data.draw(st.sampled_from(elements))
        other = data.draw(st.sampled_from(elements))
        parent = element.getparent()
        match data.draw(st.sampled_from(["remove", "move", "copy", "rename", "attribute", "drop", "text"])):
            case "remove" if parent is not None:
                parent.remove(element)
            case "move" if element not in other.iterancestors() and element is not other:
                other.append(element)
            case "copy":
                other.append(etree.fromstring(etree.tostring(element)))
            case "rename":
                element.tag = other.tag
            case "attribute" if other.attrib:
                name = data.draw(st.sampled_from(sorted(other.attrib)))
                element.set(name, other.get(name))
            case "drop" if element.attrib:
                del element.attrib[data.draw(st.sampled_from(sorted(element.attrib)))]
            case "text":
                element.text = data.draw(st.sampled_from(["x", "", "a == 1", other.get("id") or ""]))
    load(etree.tostring(root))


@pytest.mark.parametrize("number", range(len(FILES)))
def test_files_cut_short(number: int) -> None:
    xml = FILES[number]
    for at in range(0, len(xml), max(1, len(xml) // 20)):
        load(xml[:at])
