"""What stands in a BPMN file, executable or not: every element that a diagram can show (BPMN 2.0, chapters 7 to 10).

Nothing is checked here: what the engine refuses is drawn all the same, so that a person sees what is wrong with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from desktop.engine import EXTENSION_NAMESPACE
from desktop.engine.hardened_xml import split

MODEL: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"

SUB_PROCESSES: Final = frozenset({"subProcess", "transaction", "adHocSubProcess"})
TASKS: Final = frozenset(
    {"task", "userTask", "manualTask", "serviceTask", "scriptTask", "businessRuleTask", "sendTask", "receiveTask"}
)
ACTIVITIES: Final = SUB_PROCESSES | TASKS | {"callActivity"}
EVENTS: Final = frozenset(
    {
        "startEvent",
        "endEvent",
        "boundaryEvent",
        "intermediateCatchEvent",
        "intermediateThrowEvent",
        "implicitThrowEvent",
    }
)
GATEWAYS: Final = frozenset(
    {"exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway"}
)
CHOREOGRAPHY: Final = frozenset({"choreographyTask", "subChoreography", "callChoreography"})
FLOW_NODES: Final = ACTIVITIES | EVENTS | GATEWAYS | CHOREOGRAPHY
DATA: Final = frozenset({"dataObject", "dataObjectReference", "dataStoreReference", "dataInput", "dataOutput"})
CONVERSATIONS: Final = frozenset({"conversation", "subConversation", "callConversation"})
SHAPES: Final = FLOW_NODES | DATA | CONVERSATIONS | {"participant", "lane", "textAnnotation", "group", "message"}
LINES: Final = {
    "sequenceFlow": "sequence",
    "messageFlow": "message",
    "association": "association",
    "dataInputAssociation": "data",
    "dataOutputAssociation": "data",
    "conversationLink": "conversation",
}
"""Elements that are drawn as lines, each with the kind of its DiagramEdge."""

_GLOBAL_TASKS: Final = {
    "globalTask": "task",
    "globalUserTask": "userTask",
    "globalManualTask": "manualTask",
    "globalScriptTask": "scriptTask",
    "globalBusinessRuleTask": "businessRuleTask",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One element of the file; ``inside`` is the id of the process, sub-process or pool set in which it stands."""

    id: str
    tag: str
    inside: str
    element: etree._Element = field(repr=False)

    def get(self, name: str) -> str:
        """Return an attribute, "" where it is missing."""
        return str(self.element.get(name) or "")

    def flag(self, name: str, *, otherwise: bool) -> bool:
        """Return an attribute that is true or false."""
        text = self.element.get(name)
        return otherwise if text is None else text in ("true", "1")

    def children(self, *tags: str) -> list[etree._Element]:
        """Return the children of BPMN with one of these tags."""
        return [child for child in self.element if child.tag in {f"{{{MODEL}}}{tag}" for tag in tags}]

    def references(self, name: str) -> list[str]:
        """Return the ids that the children of this name refer to."""
        return [(child.text or "").strip().rpartition(":")[2] for child in self.children(name)]

    def reference(self, name: str) -> str:
        """Return the id that an attribute or a child of this name refers to, without its prefix."""
        text = self.get(name) or next((child.text or "" for child in self.children(name)), "")
        return text.strip().rpartition(":")[2]


class Outline:
    """All parts of a file, in its order, by their ids."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.parts: dict[str, Part] = {}
        self.definitions: dict[str, str] = {}
        """Events' definitions that stand at the root of the file: id to kind."""
        self._content: dict[str, list[Part]] = {}
        self._attached: dict[str, list[Part]] = {}
        self._read(root, "")
        self.defaults = frozenset(
            part.reference("default") for part in self.parts.values() if part.tag in ACTIVITIES | GATEWAYS
        )
        self.called = {
            part.reference("calledElement"): part for part in self.parts.values() if part.tag == "callActivity"
        }

    def _read(self, around: etree._Element, inside: str) -> None:
        for element in around:
            namespace, tag = split(element)
            number = str(element.get("id") or "")
            if namespace != MODEL or tag == "extensionElements":
                continue
            if tag.endswith("EventDefinition"):
                self.definitions[number] = tag.removesuffix("EventDefinition")
            part = Part(number, tag, inside, element)
            if number and number not in self.parts:  # of two with one id the first counts
                self.parts[number] = part
                if tag in SHAPES:
                    self._content.setdefault(inside, []).append(part)
                if tag == "boundaryEvent":
                    self._attached.setdefault(part.reference("attachedToRef"), []).append(part)
            self._read(element, number if number and (tag in SHAPES or tag in ("process", "collaboration")) else inside)

    def get(self, number: str) -> Part | None:
        """Return a part by its id, None if the file has none of it."""
        return self.parts.get(number)

    def of(self, *tags: str) -> list[Part]:
        """Return all parts with one of these tags, in the order of the file."""
        return [part for part in self.parts.values() if part.tag in tags]

    def content(self, number: str) -> list[Part]:
        """Return what stands directly in a process or sub-process and can be drawn as a shape."""
        return self._content.get(number, [])

    def attached(self, part: Part) -> list[Part]:
        """Return the boundary events of an activity."""
        return [event for event in self._attached.get(part.id, []) if event.inside == part.inside]

    def event(self, part: Part) -> str:
        """Return what an event waits for or throws, as DiagramNode has it."""
        kinds: list[str] = []
        for child in part.element:
            namespace, tag = split(child)
            if namespace == MODEL and tag == "eventDefinitionRef":
                kinds.append(self.definitions.get((child.text or "").strip().rpartition(":")[2], "none"))
            elif namespace == MODEL and tag.endswith("EventDefinition"):
                kinds.append(tag.removesuffix("EventDefinition"))
        if len(kinds) > 1:
            return "parallelMultiple" if part.flag("parallelMultiple", otherwise=False) else "multiple"
        return kinds[0] if kinds else "none"

    def interrupting(self, part: Part) -> bool:
        """Tell whether a boundary event, or the start of an event sub-process, ends what it belongs to."""
        if part.tag == "boundaryEvent":
            return part.flag("cancelActivity", otherwise=True)
        return part.flag("isInterrupting", otherwise=True)

    def markers(self, part: Part) -> tuple[str, ...]:
        """Return the markers at the foot of an activity or a pool, and that of data, from left to right."""
        found: list[str] = []
        if part.children("standardLoopCharacteristics"):
            found.append("loop")
        for many in part.children("multiInstanceLoopCharacteristics"):
            found.append("sequential" if many.get("isSequential") in ("true", "1") else "parallel")
        if part.children("participantMultiplicity"):
            found.append("parallel")
        if part.flag("isForCompensation", otherwise=False):
            found.append("compensation")
        if part.tag == "adHocSubProcess":
            found.append("ad_hoc")
        if part.tag in DATA and self._data_of(part).flag("isCollection", otherwise=False):
            found.append("collection")
        return tuple(found)

    def variant(self, part: Part) -> str:
        """Return the variant of a shape, as DiagramNode has it, but for what the diagram information says."""
        if part.tag in SUB_PROCESSES:
            return "event" if part.flag("triggeredByEvent", otherwise=False) else ""
        if part.tag == "eventBasedGateway" and part.flag("instantiate", otherwise=False):
            return "parallel_instantiating" if part.get("eventGatewayType") == "Parallel" else "instantiating"
        if part.tag == "receiveTask" and part.flag("instantiate", otherwise=False):
            return "instantiating"
        if part.tag in ("callActivity", "callConversation"):
            called = self.get(part.reference("calledElement"))
            return _GLOBAL_TASKS.get(called.tag, "") if called is not None else ""
        return ""

    def name(self, part: Part, language: str) -> str:
        """Return the name of a part in the language, where it has one."""
        if part.tag == "textAnnotation":
            return next(("".join(str(t) for t in child.itertext()).strip() for child in part.children("text")), "")
        if part.tag == "group":
            value = self.get(part.reference("categoryValueRef"))
            return "" if value is None else value.get("value")
        name = part.get("name").strip()
        if not name and part.tag in DATA:
            name = self._data_of(part).get("name").strip()
        if not name and part.tag == "participant":
            process = self.get(part.reference("processRef"))
            name = "" if process is None else process.get("name").strip()
        return self._ours(part, "label", language) or name if name else ""

    def description(self, part: Part, language: str) -> str:
        """Return what the file says about a part, in the language where it does (R14)."""
        found = self._ours(part, "documentation", language)
        return found or next(
            ("".join(str(t) for t in child.itertext()).strip() for child in part.children("documentation")), ""
        )

    def direction(self, part: Part) -> str:
        """Return where a line other than a flow has its arrows, as DiagramEdge has it."""
        if part.tag != "association":
            return "end"
        return {"One": "end", "Both": "both"}.get(part.get("associationDirection"), "none")

    def ends(self, part: Part) -> tuple[str, str]:
        """Return the ids of the shapes that a line joins; "" where it says none."""
        source, target = part.reference("sourceRef"), part.reference("targetRef")
        if part.tag == "dataInputAssociation":
            target = part.inside
        elif part.tag == "dataOutputAssociation":
            source = part.inside
        return source, target

    def conditional(self, part: Part) -> bool:
        """Tell whether a flow has a condition and comes straight from an activity."""
        source = self.get(part.reference("sourceRef"))
        from_activity = source is not None and source.tag in ACTIVITIES
        return from_activity and bool(part.children("conditionExpression")) and part.id not in self.defaults

    def _data_of(self, part: Part) -> Part:
        about = part.reference("dataObjectRef") or part.reference("dataStoreRef")
        return self.parts.get(about, part)

    @staticmethod
    def _ours(part: Part, tag: str, language: str) -> str:
        for extensions in part.children("extensionElements"):
            for found in extensions:
                if found.tag == f"{{{EXTENSION_NAMESPACE}}}{tag}" and found.get("language", "en") == language:
                    return (found.text or "").strip()
        return ""
