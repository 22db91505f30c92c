"""The file of the process "Corporate sale": complete in both languages, drawn, valid by our schema (R14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

PROCESSES = Path(__file__).parents[2] / "resources" / "processes"
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
BPMNDI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
DI = "{http://www.omg.org/spec/DD/20100524/DI}"
DW = "{urn:dealwright:process:1}"

# product.md, section 3: stage, English and Russian name, results with where each leads and what it asks for.
TASKS = {
    "contact_customer": (
        "qualification",
        "Contact the customer, clarify the need, agree the date and time of the presentation",
        "Связаться с клиентом, выяснить потребность, согласовать дату и время презентации",
        {
            "presentation_agreed": ("Presentation agreed", "done", "when"),
            "call_back": ("Call back later", "again", "when"),
            "no_need": ("No need or no budget", "lost", "reason"),
        },
    ),
    "prepare_presentation": (
        "qualification",
        "Prepare the presentation",
        "Подготовить презентацию",
        {"prepared": ("Prepared", "done", None)},
    ),
    "presentation_meeting": (
        "presentation",
        "Presentation",
        "Презентация",
        {
            "interested": ("Interested", "done", None),
            "repeat": ("Repeat the presentation", "again", "when"),
            "not_interested": ("Not interested", "lost", "reason"),
        },
    ),
    "present_proposal": (
        "proposal",
        "Present the proposal",
        "Презентовать КП",
        {"presented": ("Presented", "done", None), "postponed": ("Postponed", "again", "when")},
    ),
    "get_comments": (
        "proposal",
        "Contact the customer for comments and approval of the proposal",
        "Связаться с клиентом для получения комментариев и согласования КП",
        {
            "agreed": ("Agreed", "done", None),
            "changes_requested": ("Changes requested", "again", None),
            "rejected": ("Rejected", "lost", "reason"),
        },
    ),
    "prepare_contract": (
        "proposal",
        "Prepare and approve the contract internally",
        "Подготовить и согласовать договор внутри компании",
        {"approved": ("Approved", "done", None), "returned": ("Returned for rework", "again", None)},
    ),
    "send_contract": (
        "contracting",
        "Send the contract to the customer",
        "Отправить договор клиенту",
        {"sent": ("Sent", "done", None)},
    ),
    "clarify_status": (
        "contracting",
        "Contact the customer, clarify the contract's status and the date of comments",
        "Связаться с клиентом, уточнить статус получения договора и дату предоставления комментариев",
        {
            "received": ("Received", "done", None),
            "comments_by_date": ("Comments by a date", "again", "when"),
            "rejected": ("Rejected", "lost", "reason"),
        },
    ),
    "sign_contract": (
        "contracting",
        "Approve and sign the contract with the customer",
        "Согласовать и подписать договор с клиентом",
        {
            "signed": ("Signed", "done", None),
            "postponed": ("Postponed", "again", "when"),
            "refused": ("Refused", "lost", "reason"),
        },
    ),
}
STAGES = {
    "qualification": ("Qualification", "Квалификация"),
    "presentation": ("Presentation", "Презентация"),
    "proposal": ("Proposal", "Коммерческое предложение"),
    "contracting": ("Contracting", "Контрактация"),
    "closed_won": ("Closed won", "Завершена с победой"),
    "closed_lost": ("Closed lost", "Завершена с проигрышем"),
}

FILE = etree.parse(PROCESSES / "corporate_sale.bpmn")
PROCESS = FILE.getroot().find(f"{BPMN}process")
DRAWING = FILE.getroot().find(f"{BPMNDI}BPMNDiagram/{BPMNDI}BPMNPlane")


def _nodes() -> list[etree._Element]:
    kinds = ("Event", "Task", "Gateway", "subProcess")
    return [element for element in PROCESS.iter(f"{BPMN}*") if element.tag.endswith(kinds)]


def _flows() -> list[etree._Element]:
    return list(PROCESS.iter(f"{BPMN}sequenceFlow"))


def _extensions() -> Iterator[etree._Element]:
    for holder in FILE.iter(f"{BPMN}extensionElements"):
        yield from holder


def _own(element: etree._Element, tag: str) -> list[etree._Element]:
    return element.findall(f"{BPMN}extensionElements/{DW}{tag}")


def _by_language(elements: list[etree._Element]) -> dict[str, str]:
    texts = {element.get("language"): element.text for element in elements}
    assert len(texts) == len(elements)
    return texts


def _id(element: etree._Element) -> str:
    return element.get("id")


def _box(shape: etree._Element) -> tuple[float, float, float, float]:
    bounds = shape.find(f"{DC}Bounds")
    return tuple(float(bounds.get(key)) for key in ("x", "y", "width", "height"))  # type: ignore[return-value]


SHAPES = {shape.get("bpmnElement"): shape for shape in DRAWING.findall(f"{BPMNDI}BPMNShape")}
EDGES = {edge.get("bpmnElement"): edge for edge in DRAWING.findall(f"{BPMNDI}BPMNEdge")}


@pytest.mark.parametrize("element", [*_nodes(), *(flow for flow in _flows() if flow.get("name"))], ids=_id)
def test_r14_every_step_and_named_flow_is_named_and_described_in_both_languages(element: etree._Element) -> None:
    english = element.findtext(f"{BPMN}documentation")
    russian = _by_language(_own(element, "documentation"))
    label = _by_language(_own(element, "label"))
    assert element.get("name")
    assert english
    assert not re.search("[а-яё]", english, re.I)
    assert set(russian) == set(label) == {"ru"}
    assert re.search("[а-яё]", russian["ru"], re.I)
    assert re.search("[а-яё]", label["ru"], re.I)
    assert "\u2014" not in english + russian["ru"] + label["ru"] + element.get("name")


def test_the_extension_elements_are_valid_by_our_schema() -> None:
    schema = etree.XMLSchema(etree.parse(PROCESSES / "dealwright-extensions.xsd"))
    count = 0
    for element in _extensions():
        alone = etree.fromstring(etree.tostring(element, with_tail=False))
        assert schema.validate(alone), f"line {element.sourceline}: {schema.error_log}"
        count += 1
    assert count > 100


@pytest.mark.parametrize(
    "wrong",
    [
        '<dw:label xmlns:dw="urn:dealwright:process:1" language="de">Ja</dw:label>',
        '<dw:stage xmlns:dw="urn:dealwright:process:1"/>',
        '<dw:page xmlns:dw="urn:dealwright:process:1" subject="rocket" waitUntilSaved="false"/>',
        '<dw:task xmlns:dw="urn:dealwright:process:1" kind="call" owner="opportunity.owner" durationMinutes="0"'
        ' due="P1M" resultVariable="x"/>',
        '<dw:unheard xmlns:dw="urn:dealwright:process:1"/>',
    ],
)
def test_the_schema_refuses_what_is_wrong(wrong: str) -> None:
    schema = etree.XMLSchema(etree.parse(PROCESSES / "dealwright-extensions.xsd"))
    assert not schema.validate(etree.fromstring(wrong))


def test_the_process_says_its_subject_name_and_summary_in_both_languages() -> None:
    (own,) = _own(PROCESS, "process")
    assert (PROCESS.get("id"), PROCESS.get("name"), PROCESS.get("isExecutable")) == (
        "corporate_sale",
        "Corporate sale",
        "true",
    )
    assert own.get("subject") == "opportunity"
    assert _by_language(own.findall(f"{DW}label")) == {"en": "Corporate sale", "ru": "Корпоративная продажа"}
    assert set(_by_language(own.findall(f"{DW}summary"))) == {"en", "ru"}
    assert set(_by_language(_own(PROCESS, "documentation"))) == {"ru"}


def test_the_user_tasks_are_those_of_the_specification() -> None:
    assert [task.get("id") for task in PROCESS.iter(f"{BPMN}userTask")] == list(TASKS)


@pytest.mark.parametrize("task_id", TASKS)
def test_r15_names_and_results_of_each_task_are_those_of_the_specification(task_id: str) -> None:
    stage, english, russian, results = TASKS[task_id]
    (task,) = PROCESS.iterfind(f"{BPMN}subProcess[@id='{stage}']/{BPMN}userTask[@id='{task_id}']")
    (own,) = _own(task, "task")
    assert task.get("name") == english
    assert _by_language(_own(task, "label")) == {"ru": russian}
    assert own.get("resultVariable") == task_id
    assert own.get("owner") == "opportunity.owner"
    found = {}
    for result in own:
        labels = _by_language(result.findall(f"{DW}label"))
        assert set(labels) == {"en", "ru"}
        found[result.get("code")] = (labels["en"], result.get("leads"), result.get("asks"))
        asks_when = result.get("asks") == "when"
        assert (result.get("whenVariable") is not None) is asks_when
        assert set(_by_language(result.findall(f"{DW}whenLabel"))) == ({"en", "ru"} if asks_when else set())
        if asks_when and result.get("leads") == "again":
            assert result.get("whenVariable") == own.get("startAt")
    assert found == results


@pytest.mark.parametrize("task_id", [task_id for task_id in TASKS if len(TASKS[task_id][3]) > 1])
def test_r15_a_gateway_asks_for_exactly_the_results_of_its_task(task_id: str) -> None:
    flows = [flow for flow in _flows() if flow.get("sourceRef") == f"{task_id}_result"]
    conditions = {flow.findtext(f"{BPMN}conditionExpression"): flow.get("name") for flow in flows}
    assert conditions == {f'{task_id} == "{code}"': label for code, (label, _, _) in TASKS[task_id][3].items()}


@pytest.mark.parametrize("code", STAGES)
def test_stage_elements_set_their_stage_and_are_named_as_the_lookup(code: str) -> None:
    (element,) = (node for node in _nodes() if node.get("id") == code)
    (stage,) = _own(element, "stage")
    assert stage.get("code") == code
    assert (element.get("name"), *_by_language(_own(element, "label")).values()) == STAGES[code]


@pytest.mark.parametrize("code", list(STAGES)[:4])
def test_r18_every_stage_has_its_guide_in_both_languages(code: str) -> None:
    guides = _own(PROCESS.find(f"{BPMN}subProcess[@id='{code}']"), "guide")
    assert [guide.get("language") for guide in guides] == ["en", "ru"]
    assert len({len(guide.findall(f"{DW}step")) for guide in guides}) == 1


def test_r17_registering_opens_the_page_with_a_hint_and_does_not_wait() -> None:
    task = PROCESS.find(f"{BPMN}serviceTask[@id='register_opportunity']")
    (service,) = _own(task, "service")
    (page,) = _own(task, "page")
    assert service.get("handler") == "register_opportunity"
    assert (page.get("subject"), page.get("waitUntilSaved")) == ("opportunity", "false")
    assert set(_by_language(page.findall(f"{DW}hint"))) == {"en", "ru"}


def test_every_step_and_flow_is_drawn_once() -> None:
    assert sorted(SHAPES) == sorted(_id(node) for node in _nodes())
    assert sorted(EDGES) == sorted(_id(flow) for flow in _flows())
    assert len(DRAWING) == len(SHAPES) + len(EDGES)


def test_whatever_has_a_name_has_a_place_for_it_in_the_drawing() -> None:
    for element in [*_nodes(), *_flows()]:
        if not element.get("name") or element.tag.endswith(("Task", "subProcess")):
            continue
        drawn = SHAPES.get(_id(element), EDGES.get(_id(element)))
        assert drawn.find(f"{BPMNDI}BPMNLabel/{DC}Bounds") is not None, _id(element)


def test_flows_are_drawn_with_right_angles_from_border_to_border() -> None:
    for flow in _flows():
        points = [(float(p.get("x")), float(p.get("y"))) for p in EDGES[_id(flow)].findall(f"{DI}waypoint")]
        for (x1, y1), (x2, y2) in pairwise(points):
            assert (x1 == x2) != (y1 == y2), _id(flow)
        for (x, y), end in ((points[0], flow.get("sourceRef")), (points[-1], flow.get("targetRef"))):
            left, top, width, height = _box(SHAPES[end])
            on_side = x in (left, left + width) and top <= y <= top + height
            on_top = y in (top, top + height) and left <= x <= left + width
            assert on_side or on_top, f"{_id(flow)} does not touch {end}"


def test_what_belongs_to_a_stage_is_drawn_inside_it_and_nothing_overlaps() -> None:
    for stage in PROCESS.findall(f"{BPMN}subProcess"):
        left, top, width, height = _box(SHAPES[_id(stage)])
        for node in stage:
            if _id(node) not in SHAPES:
                continue
            x, y, w, h = _box(SHAPES[_id(node)])
            assert left < x < x + w < left + width, _id(node)
            assert top < y < y + h < top + height, _id(node)
    boxes = []
    for node in _nodes():
        if node.tag == f"{BPMN}subProcess":
            continue
        x, y, w, h = _box(SHAPES[_id(node)])
        corner = w / 4 if node.tag.endswith("Gateway") else 0  # a diamond leaves its corners free
        boxes.append((_id(node), x + corner, y + corner, w - 2 * corner, h - 2 * corner))
    labels = [
        (f"label of {key}", *_box(label))
        for key, drawn in (SHAPES | EDGES).items()
        if (label := drawn.find(f"{BPMNDI}BPMNLabel")) is not None
    ]
    things = boxes + labels
    overlaps = []
    for index, (name, x, y, w, h) in enumerate(things):
        for other, x2, y2, w2, h2 in things[index + 1 :]:
            if not (x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y):
                overlaps.append((name, other))
    assert overlaps == []
