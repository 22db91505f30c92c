"""The files of the other processes that come with the program: complete in both languages, drawn, valid (R14)."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from lxml import etree

PROCESSES = Path(__file__).parents[2] / "resources" / "processes"
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
BPMNDI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
DI = "{http://www.omg.org/spec/DD/20100524/DI}"
DW = "{urn:dealwright:process:1}"
KINDS = ("Event", "Task", "Gateway", "subProcess", "callActivity")
NAMES = {
    "lead_handover": ("Lead handover", "Перевод лида", "lead", None),
    "follow_up": ("Follow-up after a won deal", "Сопровождение после выигранной сделки", "opportunity", "won"),
    "thank_participant": ("Thank a participant", "Поблагодарить участника", "opportunity", "called"),
}
# product.md, section 5
STAGES = {
    "qualification": ("Qualification", "Квалификация"),
    "distribution": ("Distribution", "Распределение"),
    "handoff": ("Handoff to sales", "Перевод в продажу"),
    "awaiting_sale": ("Awaiting sale", "Ожидание продажи"),
    "satisfied": ("Satisfied", "Потребность удовлетворена"),
    "disqualified": ("Disqualified", "Дисквалифицирован"),
}

Box = tuple[float, float, float, float]


class File:
    """One process file, with its drawing."""

    def __init__(self, name: str) -> None:
        self.tree = etree.parse(PROCESSES / f"{name}.bpmn")
        self.process = self.tree.getroot().find(f"{BPMN}process")
        plane = self.tree.getroot().find(f"{BPMNDI}BPMNDiagram/{BPMNDI}BPMNPlane")
        self.shapes = {shape.get("bpmnElement"): shape for shape in plane.findall(f"{BPMNDI}BPMNShape")}
        self.edges = {edge.get("bpmnElement"): edge for edge in plane.findall(f"{BPMNDI}BPMNEdge")}
        self.nodes = [element for element in self.process.iter(f"{BPMN}*") if element.tag.endswith(KINDS)]
        self.flows = list(self.process.iter(f"{BPMN}sequenceFlow"))
        self.kinds = {node.get("id"): node.tag.removeprefix(BPMN) for node in self.nodes}

    def points(self, flow: etree._Element) -> list[tuple[float, float]]:
        found = self.edges[flow.get("id")].findall(f"{DI}waypoint")
        return [(float(point.get("x")), float(point.get("y"))) for point in found]


@pytest.fixture(params=NAMES)
def file(request) -> File:
    return File(request.param)


def own(element: etree._Element, tag: str) -> list[etree._Element]:
    return element.findall(f"{BPMN}extensionElements/{DW}{tag}")


def languages(elements: list[etree._Element]) -> dict[str, str]:
    return {element.get("language"): element.text for element in elements}


def box(shape: etree._Element) -> Box:
    bounds = shape.find(f"{DC}Bounds")
    return tuple(float(bounds.get(key)) for key in ("x", "y", "width", "height"))  # type: ignore[return-value]


def apart(one: Box, other: Box) -> bool:
    (x, y, w, h), (x2, y2, w2, h2) = one, other
    return x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_r14_every_step_and_named_flow_is_named_and_described_in_both_languages(file: File) -> None:
    for element in [*file.nodes, *(flow for flow in file.flows if flow.get("name"))]:
        number = element.get("id")
        english, russian = element.findtext(f"{BPMN}documentation"), languages(own(element, "documentation"))
        label = languages(own(element, "label"))
        assert element.get("name") and english, number
        assert set(russian) == set(label) == {"ru"}, number
        assert not re.search("[а-яё]", element.get("name") + english, re.I), number
        assert all(re.search("[а-яё]", text, re.I) for text in (russian["ru"], label["ru"])), number
        assert "\u2014" not in english + russian["ru"] + label["ru"] + element.get("name"), number


def test_the_extension_elements_are_valid_by_our_schema(file: File) -> None:
    schema = etree.XMLSchema(etree.parse(PROCESSES / "dealwright-extensions.xsd"))
    for holder in file.tree.iter(f"{BPMN}extensionElements"):
        for element in holder:
            alone = etree.fromstring(etree.tostring(element, with_tail=False))
            assert schema.validate(alone), f"line {element.sourceline}: {schema.error_log}"


@pytest.mark.parametrize("key", NAMES)
def test_a_process_says_its_subject_name_and_summary_in_both_languages(key: str) -> None:
    process = File(key).process
    (said,) = own(process, "process")
    labels = languages(said.findall(f"{DW}label"))
    assert (process.get("id"), process.get("name")) == (key, NAMES[key][0])
    assert (labels["en"], labels["ru"], said.get("subject"), said.get("runsOn")) == NAMES[key]
    assert set(languages(said.findall(f"{DW}summary"))) == {"en", "ru"}


def test_the_stages_of_a_lead_are_those_of_the_lookup_each_with_its_guide() -> None:
    seen = set()
    for node in File("lead_handover").nodes:
        for stage in own(node, "stage"):
            code = stage.get("code")
            seen.add(code)
            assert (node.get("name"), languages(own(node, "label"))["ru"]) == STAGES[code]
            if node.tag == f"{BPMN}subProcess":
                assert [guide.get("language") for guide in own(node, "guide")] == ["en", "ru"]
    assert seen == set(STAGES)


def test_r15_a_gateway_asks_for_exactly_the_results_of_its_task(file: File) -> None:
    conditions: dict[str, set[str]] = {}
    for flow in file.flows:
        asked = re.fullmatch(r'(\w+) == "(\w+)"', flow.findtext(f"{BPMN}conditionExpression") or "")
        if asked:
            conditions.setdefault(asked[1], set()).add(asked[2])
    for task in file.process.iter(f"{BPMN}userTask"):
        (spec,) = own(task, "task")
        results = {result.get("code") for result in spec}
        assert spec.get("resultVariable") == task.get("id")
        if len(results) > 1:
            assert conditions[task.get("id")] == results
        for result in spec:
            assert (result.get("whenVariable") is not None) is (result.get("asks") == "when")
            assert set(languages(result.findall(f"{DW}label"))) == {"en", "ru"}


def test_every_step_and_flow_is_drawn_once_and_what_has_a_name_has_a_place_for_it(file: File) -> None:
    assert sorted(file.shapes) == sorted(node.get("id") for node in file.nodes)
    assert sorted(file.edges) == sorted(flow.get("id") for flow in file.flows)
    for element in [*file.nodes, *file.flows]:
        if element.get("name") and not element.tag.endswith(("Task", "subProcess", "callActivity")):
            drawn = file.shapes.get(element.get("id"), file.edges.get(element.get("id")))
            assert drawn.find(f"{BPMNDI}BPMNLabel/{DC}Bounds") is not None, element.get("id")


def test_flows_have_right_angles_go_from_border_to_border_and_never_cross(file: File) -> None:
    lines: list[tuple[str, tuple[float, float], tuple[float, float]]] = []
    for flow in file.flows:
        points = file.points(flow)
        for (x1, y1), (x2, y2) in pairwise(points):
            assert (x1 == x2) != (y1 == y2), flow.get("id")
            lines.append((flow.get("id"), (x1, y1), (x2, y2)))
        for (x, y), end in ((points[0], flow.get("sourceRef")), (points[-1], flow.get("targetRef"))):
            left, top, width, height = box(file.shapes[end])
            on_side = x in (left, left + width) and top <= y <= top + height
            on_top = y in (top, top + height) and left <= x <= left + width
            assert on_side or on_top, f"{flow.get('id')} does not touch {end}"
    flat = [line for line in lines if line[1][1] == line[2][1]]
    upright = [line for line in lines if line[1][0] == line[2][0]]
    for name, (x1, y), (x2, _) in flat:
        for other, (x, y1), (_, y2) in upright:
            crossed = min(x1, x2) < x < max(x1, x2) and min(y1, y2) < y < max(y1, y2)
            assert not crossed or name == other, f"{name} crosses {other}"


def test_nothing_overlaps(file: File) -> None:
    things: dict[str, Box] = {}
    for number, kind in file.kinds.items():
        x, y, w, h = box(file.shapes[number])
        corner = w / 4 if kind.endswith("Gateway") else 0  # a diamond leaves its corners free
        if kind not in ("subProcess", "boundaryEvent"):
            things[number] = (x + corner, y + corner, w - 2 * corner, h - 2 * corner)
    for number, drawn in (file.shapes | file.edges).items():
        label = drawn.find(f"{BPMNDI}BPMNLabel")
        if label is not None:
            things[f"label of {number}"] = box(label)
    overlaps = [
        (one, other) for (one, first), (other, second) in combinations(things.items(), 2) if not apart(first, second)
    ]
    assert overlaps == []
