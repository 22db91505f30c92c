"""Reading: what is kept of a file, and how a hostile one is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desktop.engine import (
    BoundaryEvent,
    DefinitionError,
    Documentation,
    EngineError,
    Extension,
    Gateway,
    SubProcess,
    Task,
    read,
)

from .bpmn import HEAD, document, end, on_error, path, process, start, sub, task

REFERENCE = Path(__file__).parents[3] / "shared" / "data" / "bpmn-miwg"
PLAIN = document(start(), end(), path("start", "end"))


def test_elements_know_who_they_are_and_what_they_are_linked_to():
    found = process(start(), sub("box", start("s"), task("t", result="r"), path("s", "t")),
                    on_error("b", "box", "lost"), end(), path("start", "box", "end"), path("b", "end"))  # fmt: skip
    box, inner, event = found.elements["box"], found.elements["t"], found.elements["b"]
    assert isinstance(box, SubProcess)
    assert isinstance(inner, Task)
    assert isinstance(event, BoundaryEvent)
    assert (inner.parent, box.parent, inner.result_variable) == (box, found, "r")
    assert ([f.id for f in box.incoming], [f.id for f in box.outgoing]) == (["start-box"], ["box-end"])
    assert box.outgoing[0].target is found.elements["end"]
    assert (box.boundary_events, event.attached_to) == ((event,), box)
    assert event.error is not None
    assert event.error.code == "lost"
    assert [node.id for node in found.nodes] == ["start", "box", "b", "end"]
    assert list(found.elements) == ["start", "box", "b", "end", "start-box", "box-end", "b-end", "s", "t", "s-t"]
    assert found.line < inner.line < event.line
    assert repr(inner) == f"<userTask t line {inner.line}>"


def test_the_model_does_not_change():
    found = process(start(), end(), path("start", "end"))
    with pytest.raises(AttributeError):
        found.name = "other"
    with pytest.raises(TypeError):
        found.elements["x"] = found


def test_documentation_and_extensions_are_kept():
    """8.3.2, 8.3.3: also those of vendors that nobody here knows."""
    definitions = read(document(
        start(), end(), path("start", "t", "end"),
        '<userTask id="t" name="Do it" v:colour="red"><documentation>One</documentation>',
        '<documentation textFormat="text/markdown" xml:lang="ru">Два</documentation>',
        '<extensionElements><dw:task kind="call"><dw:result code="a"> yes </dw:result></dw:task>',
        '<v:note v:by="me" id="t">Hm</v:note></extensionElements></userTask>',
        process='<process id="p" name="P" isExecutable="true"><documentation>All</documentation>'
        '<extensionElements><v:tag/></extensionElements>',
    ))  # fmt: skip
    found = definitions.processes["p"]
    node = found.elements["t"]
    assert node.name == "Do it"
    assert node.documentation == (Documentation("One"), Documentation("Два", "text/markdown", "ru"))
    result = Extension("urn:dealwright:process:1", "result", {"code": "a"}, "yes")
    assert node.extensions[0] == Extension("urn:dealwright:process:1", "task", {"kind": "call"}, "", (result,))
    assert node.extensions[1] == Extension("urn:vendor", "note", {"id": "t", "{urn:vendor}by": "me"}, "Hm")
    assert node.attributes == {"{urn:vendor}colour": "red"}
    assert [extension.tag for extension in found.extensions] == ["tag"]
    assert found.documentation[0].text == "All"


def test_definitions_are_known_by_the_hash_of_their_bytes():
    definitions = read(PLAIN, source="plain.bpmn")
    assert definitions.hash == hashlib.sha256(PLAIN).hexdigest()
    assert (definitions.name, definitions.id, definitions.source) == ("Test", "definitions", "plain.bpmn")
    assert sorted(definitions.messages) == ["message_go", "message_stop", "nameless"]
    assert list(definitions.errors) == ["error_lost", "error_broken", "codeless"]


def test_prefixes_are_free():
    """Qualified names are resolved by their namespace, not by their prefix."""
    xml = PLAIN.decode().replace("<", "<b:").replace("<b:/", "</b:").replace("<b:?", "<?").replace("xmlns=", "xmlns:b=")
    assert list(read(xml.encode()).processes) == ["p"]
    with_prefix = document(start(), task("t"), on_error("b", "t", "lost"), path("start", "t"), path("b", "e"), end("e"))
    assert read(with_prefix.replace(b'errorRef="error', b'errorRef="t:error')).processes["p"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_encodings(encoding):
    text = PLAIN.decode().replace("UTF-8", encoding).replace('name="Test"', 'name="Ärger"')
    assert read(text.encode(encoding)).name == "Ärger"


def test_an_unknown_kind_of_node_has_its_place_in_a_drawing():
    found = read(document(start(), '<inclusiveGateway id="g"/>', process='<process id="p">')).processes["p"]
    node = found.elements["g"]
    assert isinstance(node, Gateway)
    assert node.tag == "inclusiveGateway"


def entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE d [<!ENTITY a0 "boom">{entities}]><definitions name="&a11;">&a11;</definitions>'.encode()


HOSTILE = {
    "doctype": (b'<!DOCTYPE definitions SYSTEM "bpmn.dtd">' + PLAIN.split(b"?>", 1)[1], "document type"),
    "bare doctype": (b"<!DOCTYPE definitions>" + PLAIN.split(b"?>", 1)[1], "document type"),
    "doctype in UTF-16": (
        ("<!DOCTYPE definitions [<!ENTITY a 'b'>]>" + PLAIN.decode().split("?>", 1)[1]).encode("utf-16"),
        "document type",
    ),
    "external entity": (
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><definitions>&x;</definitions>',
        "document type",
    ),
    "parameter entity": (
        b'<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><definitions/>',
        "document type",
    ),
    "entity bomb": (entity_bomb(), ""),
    "unknown entity": (b"<definitions>&x;</definitions>", "not well-formed"),
    "depth": (b"<a>" * 5000 + b"</a>" * 5000, ""),
    "some depth": (HEAD.encode() + b"<v:a>" * 150 + b"</v:a>" * 150 + b"</definitions>", "nested deeper than 100"),
    "nothing": (b"", "not well-formed"),
    "spaces": (b"  \n ", "not well-formed"),
    "text": (b"Dear Sir or Madam", "not well-formed"),
    "zeros": (bytes(1000), "not well-formed"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not well-formed"),
    "half a file": (PLAIN[:-30], "not well-formed"),
    "unknown encoding": (PLAIN.replace(b"UTF-8", b"KLINGON-8"), "not well-formed"),
    "wrong encoding": (PLAIN.replace(b'name="Test"', b'name="\xff\xfe"'), "not well-formed"),
    "no namespace": (b"<definitions/>", "root element"),
    "another root": (b"<html/>", "root element"),
    "another version": (b'<definitions xmlns="http://schema.omg.org/spec/BPMN/1.2"/>', "root element"),
    "large": (b" " * (16 * 1024 * 1024 + 1), "larger than 16 MB"),
    "long attribute": (PLAIN.replace(b'name="Test"', b'name="' + b"a" * 11_000_000 + b'"'), "not well-formed"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_refused(case):
    xml, why = HOSTILE[case]
    with pytest.raises(DefinitionError) as caught:
        read(xml)
    assert why in caught.value.problems[0].why
    assert "root:" not in str(caught.value)


def test_errors_of_reading_are_errors_of_the_engine():
    assert issubclass(DefinitionError, EngineError)


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference models are not there")
def test_reference_models_are_read_whole():
    """The models of the BPMN Model Interchange Working Group, none of them executable."""
    for file in sorted(REFERENCE.glob("*.bpmn")):
        xml = file.read_bytes()
        definitions = read(xml, source=file.name)
        assert definitions.processes
        found = {number for one in definitions.processes.values() for number in one.elements}
        for number in xml.replace(b"<sequenceFlow", b"<x:sequenceFlow").split(b":sequenceFlow ")[1:]:
            flow_id = number.split(b' id="', 1)[1] if not number.startswith(b"id=") else number[4:]
            assert flow_id.split(b'"')[0].decode() in found
