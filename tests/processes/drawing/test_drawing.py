"""Reading the drawing of any BPMN file: every element with its kind, signs and markers (issue of the diagram)."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest

from desktop.engine import DefinitionError
from desktop.engine.hardened_xml import parse
from desktop.processes.drawing import diagram, interchange
from desktop.views.diagram import Diagram, DiagramNode

REFERENCE = Path(__file__).parents[4] / "shared" / "data" / "bpmn-miwg"
SHIPPED = sorted(str(entry) for entry in files("resources").joinpath("processes").iterdir())
ALL_KINDS = (Path(__file__).parents[1] / "data" / "all_kinds.bpmn").read_bytes()


def reference(name: str) -> bytes:
    file = REFERENCE / f"{name}.bpmn"
    if not file.exists():
        pytest.skip("the reference models are not here")
    return file.read_bytes()


def stripped(xml: bytes) -> bytes:
    """The same model without diagram information."""
    return re.sub(rb"<(\w+:)?BPMNDiagram.*</(\w+:)?BPMNDiagram>", b"", xml, flags=re.S)


def nodes(drawn: Diagram) -> dict[str, DiagramNode]:
    return {node.id: node for plane in drawn.everywhere() for node in plane.nodes}


def named(drawn: Diagram) -> dict[str, DiagramNode]:
    return {node.label: node for plane in drawn.everywhere() for node in plane.nodes}


def all_files() -> list[bytes]:
    return [Path(name).read_bytes() for name in SHIPPED if name.endswith(".bpmn")] + [
        file.read_bytes() for file in sorted(REFERENCE.glob("*.bpmn"))
    ]


def test_every_element_of_the_diagram_information_is_drawn() -> None:
    for xml in all_files():
        drawn = diagram.of_file(xml, "en")
        for plane in interchange.planes(parse(xml)):
            shown = drawn.plane(plane.about)
            assert shown is not None
            boxes = {node.id: node.box for node in shown.nodes}
            points = {edge.id: edge.points for edge in shown.edges}
            assert boxes.items() >= {shape.about: shape.box for shape in plane.shapes.values()}.items()
            assert points.items() >= {line.about: line.points for line in plane.lines.values()}.items()


def test_the_kinds_and_markers_of_the_largest_reference_model() -> None:
    drawn = diagram.of_file(reference("B.2.0"), "en")
    found = named(drawn)
    assert found["Collapsed Sub-Process 1 Multi-Instances"].markers == ("parallel", "collapsed")
    assert found["User Task 12 Muti-Inst. Seq."].markers == ("sequential",)
    assert found["User Task 7 Standard Loop"].markers == ("loop",)
    assert found["Call Activity calling a Global User Task"].variant == "userTask"
    assert found["Expanded Call Activity"].expanded
    assert found["Boundary Intermediate Event Non-Interrupting Timer"].event == "timer"
    assert not found["Boundary Intermediate Event Non-Interrupting Timer"].interrupting
    assert found["Lane 1"].horizontal
    assert found["Group"].tag == "group"
    assert found["Annotation"].tag == "textAnnotation"
    edges = {edge.label: edge for edge in drawn.edges}
    assert edges["Message Flow 1"].envelope == "initiating"
    assert edges["Default Sequence Flow 2"].default
    assert {edge.kind for edge in drawn.edges} == {"sequence", "message", "association", "data"}


def test_the_inside_of_what_is_collapsed_is_a_plane_of_its_own() -> None:
    drawn = diagram.of_file(reference("B.2.0"), "en")
    call = named(drawn)["Collapsed Call Activity"]
    inside = drawn.plane(call.opens)
    assert inside is not None
    assert inside is not drawn


def test_upright_pools_colours_and_conditions_from_activities() -> None:
    upright = named(diagram.of_file(reference("A.4.1"), "en"))
    assert not upright["Pool 1"].horizontal
    assert upright["Pool 2"].band > 20
    painted = diagram.of_file(reference("A.2.1"), "en")
    assert named(painted)["Start Event"].tint == "#6db700"
    assert sorted(edge.label for edge in painted.edges if edge.conditional) == ["Condition", "condition"]


def test_r14_names_and_descriptions_are_in_the_language_of_the_reader() -> None:
    xml = files("resources").joinpath("processes", "corporate_sale.bpmn").read_bytes()
    english, russian = diagram.of_file(xml, "en"), diagram.of_file(xml, "ru")
    assert (english.title, russian.title) == ("Corporate sale", "Корпоративная продажа")
    assert nodes(russian)["qualification"].label == "Квалификация"
    assert nodes(russian)["qualification"].description != nodes(english)["qualification"].description


def test_a_called_process_of_another_file_is_a_plane_with_ids_as_the_engine_has_them() -> None:
    folder = files("resources").joinpath("processes")
    calling = diagram.of_file(folder.joinpath("follow_up.bpmn").read_bytes(), "en")
    called = diagram.of_file(folder.joinpath("thank_participant.bpmn").read_bytes(), "en")
    together = diagram.joined(calling, {"thank_participant": called})
    (call,) = (node for node in together.nodes if node.tag == "callActivity")
    inside = together.plane(call.opens)
    assert inside is not None
    assert [node.id for node in inside.nodes] == [f"thank_participant:{node.id}" for node in called.nodes]
    assert {edge.source for edge in inside.edges} <= {node.id for node in inside.nodes}


def test_a_run_is_marked_on_all_planes() -> None:
    drawn = diagram.of_file(ALL_KINDS, "en")
    marked = diagram.marked(drawn, {"user": "running", "within": "done"}, ["f1"])
    assert {node.id: node.state for node in nodes(marked).values() if node.state} == {
        "user": "running",
        "within": "done",
    }
    assert [edge.id for edge in marked.edges if edge.taken] == ["f1"]


def test_what_is_no_drawing_is_left_out_and_what_is_no_xml_refused() -> None:
    text = f"""<d xmlns:di="{interchange.NAMESPACE}"><di:BPMNDiagram><di:BPMNPlane bpmnElement="p">
      <di:BPMNShape bpmnElement="a"><di:Bounds x="1" y="2" width="0" height="5"/></di:BPMNShape>
      <di:BPMNShape bpmnElement="b"><di:Bounds x="wide" y="2" width="4" height="5"/></di:BPMNShape>
      <di:BPMNEdge bpmnElement="c"><di:waypoint x="1" y="1"/></di:BPMNEdge></di:BPMNPlane></di:BPMNDiagram></d>"""
    (plane,) = interchange.planes(parse(text.encode()))
    assert [(shape.about, shape.box) for shape in plane.shapes.values()] == [("b", (0.0, 2.0, 4.0, 5.0))]
    assert not plane.lines
    assert diagram.of_file(text.encode(), "en").nodes == ()
    with pytest.raises(DefinitionError):
        diagram.of_file(b"no XML", "en")


EXPECTED = {
    "pool": ("participant", "", ("parallel",), ""),
    "message_start": ("startEvent", "message", (), ""),
    "user": ("userTask", "", ("loop",), ""),
    "manual": ("manualTask", "", ("parallel",), ""),
    "service": ("serviceTask", "", ("sequential", "compensation"), ""),
    "script": ("scriptTask", "", (), ""),
    "rule": ("businessRuleTask", "", (), ""),
    "send": ("sendTask", "", (), ""),
    "receive": ("receiveTask", "", (), "instantiating"),
    "call_task": ("callActivity", "", (), "scriptTask"),
    "call_process": ("callActivity", "", ("collapsed",), ""),
    "transaction": ("transaction", "", (), ""),
    "ad_hoc": ("adHocSubProcess", "", ("ad_hoc",), ""),
    "event_sub": ("subProcess", "", (), "event"),
    "event_sub_start": ("startEvent", "escalation", (), ""),
    "cancelled": ("boundaryEvent", "cancel", (), ""),
    "compensated": ("boundaryEvent", "compensate", (), ""),
    "failed": ("boundaryEvent", "error", (), ""),
    "several": ("intermediateCatchEvent", "multiple", (), ""),
    "all_of_several": ("intermediateCatchEvent", "parallelMultiple", (), ""),
    "linked": ("intermediateThrowEvent", "link", (), ""),
    "signalled": ("intermediateThrowEvent", "signal", (), ""),
    "ends_all": ("endEvent", "terminate", (), ""),
    "exclusive": ("exclusiveGateway", "", (), ""),
    "inclusive": ("inclusiveGateway", "", (), ""),
    "complex": ("complexGateway", "", (), ""),
    "first_event": ("eventBasedGateway", "", (), ""),
    "begins": ("eventBasedGateway", "", (), "instantiating"),
    "begins_all": ("eventBasedGateway", "", (), "parallel_instantiating"),
    "papers": ("dataObjectReference", "", ("collection",), ""),
    "store": ("dataStoreReference", "", (), ""),
    "input": ("dataInput", "", (), ""),
    "note": ("textAnnotation", "", (), ""),
    "around": ("group", "", (), ""),
    "talk": ("conversation", "", (), ""),
    "talks": ("subConversation", "", ("collapsed",), ""),
    "agreed_talk": ("callConversation", "", (), ""),
}


def test_every_kind_of_element_is_told_apart() -> None:
    found = nodes(diagram.of_file(ALL_KINDS, "en"))
    told = {name: (found[name].tag, found[name].event, found[name].markers, found[name].variant) for name in EXPECTED}
    assert told == EXPECTED
    assert not found["event_sub_start"].interrupting
    assert found["papers"].label == "Papers", "the name of the object, where the reference has none"
    assert found["black_box"].band == 0
    assert found["around"].label == "Important"
    assert found["around"].box[0] < found["send"].box[0]
    edges = {edge.id: edge for edge in diagram.of_file(ALL_KINDS, "en").edges}
    assert edges["told"].kind == "message"
    assert edges["talking"].kind == "conversation"
    assert (edges["noted"].kind, edges["noted"].arrows) == ("association", "none")
    assert (edges["read"].kind, edges["read"].source, edges["read"].target) == ("data", "papers", "user")


@pytest.mark.parametrize("name", ["A.2.0", "A.4.0", "B.1.0", "B.2.0"])
def test_models_without_a_drawing_get_one(name: str) -> None:
    """Every step is drawn, no shape lies upon another one that does not hold it, flows run from shape to shape."""
    sound(diagram.of_file(stripped(reference(name)), "en"), diagram.of_file(reference(name), "en"))


def test_our_process_and_all_kinds_get_a_drawing() -> None:
    shipped = files("resources").joinpath("processes", "corporate_sale.bpmn").read_bytes()
    for xml in (shipped, ALL_KINDS):
        sound(diagram.of_file(stripped(xml), "en"), diagram.of_file(xml, "en"))


def sound(drawn: Diagram, original: Diagram) -> None:
    steps = {node.id for node in nodes(original).values() if node.tag.endswith(("Event", "Gateway", "ask", "rocess"))}
    assert steps <= set(nodes(drawn))
    flows = {edge.id for plane in original.everywhere() for edge in plane.edges if edge.kind == "sequence"}
    assert flows <= drawn.ids
    for plane in drawn.everywhere():
        boxes = {node.id: node.box for node in plane.nodes if node.tag not in ("boundaryEvent", "group")}
        for (one, first), (two, second) in combinations(boxes.items(), 2):
            assert apart(first, second), (one, two)
        around = {node.id: node.box for node in plane.nodes}
        for edge in plane.edges:
            assert touches(edge.points[0], around[edge.source]), edge
            assert touches(edge.points[-1], around[edge.target]), edge


def apart(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    x, y, w, h = one
    a, b, c, d = two
    beside = x + w <= a + 0.01 or a + c <= x + 0.01 or y + h <= b + 0.01 or b + d <= y + 0.01
    return beside or holds(one, two) or holds(two, one)


def holds(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    x, y, w, h = outer
    a, b, c, d = inner
    return x <= a + 0.01 and y <= b + 0.01 and x + w + 0.01 >= a + c and y + h + 0.01 >= b + d


def touches(point: tuple[float, float], box: tuple[float, ...]) -> bool:
    x, y, width, height = box
    inside = x - 0.01 <= point[0] <= x + width + 0.01 and y - 0.01 <= point[1] <= y + height + 0.01
    edge = min(abs(point[0] - x), abs(point[0] - x - width), abs(point[1] - y), abs(point[1] - y - height))
    return inside and edge < 0.01


def test_a_step_and_a_flow_that_the_drawing_lacks_are_added() -> None:
    xml = files("resources").joinpath("processes", "corporate_sale.bpmn").read_bytes()
    gone = re.sub(
        rb'<bpmndi:BPMN(Shape|Edge)[^>]*bpmnElement="(closed|which_stage_to_closed)".*?</bpmndi:BPMN\1>',
        b"",
        xml,
        flags=re.S,
    )
    assert gone != xml
    before, after = diagram.of_file(xml, "en"), diagram.of_file(gone, "en")
    assert after.ids == before.ids
    kept = [node for node in before.nodes if node.id != "closed"]
    assert {node.id: node.box for node in after.nodes}.items() >= {node.id: node.box for node in kept}.items()


def test_of_two_elements_with_one_id_the_first_is_drawn() -> None:
    xml = ALL_KINDS.replace(b'id="within"', b'id="transaction"')
    drawn = diagram.of_file(xml, "en")
    assert nodes(drawn)["transaction"].tag == "transaction"
