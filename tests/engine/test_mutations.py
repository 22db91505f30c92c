"""Damaged files: reading gives definitions or a DefinitionError, and nothing else ever."""

from __future__ import annotations

from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from lxml import etree

from desktop.engine import DefinitionError, EngineError, Machine, read

from .bpmn import NOW, document, end, flow, gateway, on_error, on_message, parallel, path, start, sub, task

REFERENCE = Path(__file__).parents[3] / "shared" / "data" / "bpmn-miwg"
OWN = document(
    start(), sub("box", start("s"), parallel("split"), task("a", result="r"), gateway("g", default="g-e"), end("e"),
                 end("lost", "lost"), path("s", "split", "a", "g", "e"), flow("g", "lost", 'r == "no"'), task("b"),
                 path("split", "b")),
    on_message("changed", "box"), on_error("caught", "box", "lost"), end(), task("t", "serviceTask"),
    path("start", "box", "end"), path("changed", "t", "box"), path("caught", "end"),
)  # fmt: skip
FILES = [OWN] + [
    file.read_bytes().replace(b'isExecutable="false"', b'isExecutable="true"')
    for file in sorted(REFERENCE.glob("*.bpmn"))
]


def load(xml: bytes) -> None:
    """Read, and start what can be started."""
    try:
        definitions = read(xml)
    except DefinitionError as error:
        assert error.problems
        assert all(problem.why for problem in error.problems)
        return
    for process in definitions.processes.values():
        if process.executable:
            try:
                Machine(process, step_limit=100).start({}, NOW)
            except EngineError:
                continue


@settings(max_examples=400)
@given(st.data())
def test_files_with_changed_bytes(data: st.DataObject) -> None:
    xml = bytearray(data.draw(st.sampled_from(FILES)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(xml) - 1))
        length = data.draw(st.integers(0, 40))
        xml[at : at + length] = data.draw(st.binary(max_size=10))
    load(bytes(xml))


@settings(max_examples=600)
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
