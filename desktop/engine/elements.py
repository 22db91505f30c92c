"""Makes the nodes and flows of the model from those of the file, each by itself; linking.py joins them.

What an element says and the machine would have to leave out is refused here, with its line.
"""

from __future__ import annotations

from collections.abc import Set
from types import MappingProxyType
from typing import Any, Final

from lxml import etree

from desktop.engine import hardened_xml
from desktop.engine.data_model import Formula
from desktop.engine.data_reading import DataMaker, for_each
from desktop.engine.document import BPMN, EXTENSION_NAMESPACE, Document, bpmn_children, local_name, named
from desktop.engine.errors import ExpressionError
from desktop.engine.event_reading import EventMaker
from desktop.engine.expression import LANGUAGE, compile_expression, is_name
from desktop.engine.loop_reading import LoopMaker
from desktop.engine.model import (
    BoundaryEvent,
    CallActivity,
    Documentation,
    Event,
    Extension,
    FlowNode,
    Gateway,
    GlobalTask,
    MultiInstance,
    SequenceFlow,
    SubProcess,
    Task,
)

_XML_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"

_ACTIVITY: Final = frozenset({"default", "isForCompensation", "startQuantity", "completionQuantity"})
_SUB_PROCESS: Final = _ACTIVITY | {"triggeredByEvent"}
_CATCHES: Final = frozenset({"parallelMultiple"})
_DIRECTION: Final = frozenset({"gatewayDirection"})
# The attributes that BPMN 2.0 gives to each flow element; another one is a slip whose sense is unknown.
_ATTRIBUTES: Final[dict[str, Set[str]]] = {
    "task": _ACTIVITY,
    "userTask": _ACTIVITY | {"implementation"},
    "manualTask": _ACTIVITY,
    "serviceTask": _ACTIVITY | {"implementation", "operationRef"},
    "sendTask": _ACTIVITY | {"implementation", "operationRef", "messageRef"},
    "receiveTask": _ACTIVITY | {"implementation", "operationRef", "messageRef", "instantiate"},
    "scriptTask": _ACTIVITY | {"scriptFormat"},
    "businessRuleTask": _ACTIVITY | {"implementation"},
    "callActivity": _ACTIVITY | {"calledElement"},
    "subProcess": _SUB_PROCESS,
    "transaction": _SUB_PROCESS | {"method"},
    "adHocSubProcess": _SUB_PROCESS | {"ordering", "cancelRemainingInstances"},
    "exclusiveGateway": _DIRECTION | {"default"},
    "inclusiveGateway": _DIRECTION | {"default"},
    "complexGateway": _DIRECTION | {"default"},
    "parallelGateway": _DIRECTION,
    "eventBasedGateway": _DIRECTION | {"instantiate", "eventGatewayType"},
    "startEvent": _CATCHES | {"isInterrupting"},
    "intermediateCatchEvent": _CATCHES,
    "boundaryEvent": _CATCHES | {"cancelActivity", "attachedToRef"},
    "intermediateThrowEvent": frozenset(),
    "implicitThrowEvent": frozenset(),
    "endEvent": frozenset(),
    "sequenceFlow": frozenset({"sourceRef", "targetRef", "isImmediate"}),
}
_SUB_PROCESSES: Final = frozenset({"subProcess", "transaction", "adHocSubProcess"})
NODES: Final = frozenset(_ATTRIBUTES) - {"sequenceFlow"}
GLOBAL_TASKS: Final = {
    "globalTask": "task",
    "globalUserTask": "userTask",
    "globalManualTask": "manualTask",
    "globalScriptTask": "scriptTask",
    "globalBusinessRuleTask": "businessRuleTask",
}

# Children that say nothing to the machine, or are read elsewhere, and those of each family.
_ALWAYS: Final = frozenset({"documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef"})
_ARTIFACTS: Final = frozenset({"textAnnotation", "association", "group"})
_LINKS: Final = frozenset({"incoming", "outgoing"})
_PEOPLE: Final = frozenset({"resourceRole", "performer", "humanPerformer", "potentialOwner"})
_WORK: Final = (
    _ALWAYS | _LINKS | _PEOPLE
    | {"property", "ioSpecification", "dataInputAssociation", "dataOutputAssociation"}
    | {"standardLoopCharacteristics", "multiInstanceLoopCharacteristics"}
)  # fmt: skip
SCENERY: Final = (
    _ALWAYS | _ARTIFACTS | _PEOPLE
    | {"property", "laneSet", "dataObject", "dataObjectReference", "dataStoreReference", "supports", "rendering"}
)  # fmt: skip


class ElementMaker:
    """Makes elements one at a time and tells the document what is wrong with them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._data = DataMaker(document)
        self._events = EventMaker(document, self.common)
        self._loops = LoopMaker(document, self._events)

    def common(self, element: etree._Element) -> dict[str, Any]:
        """Give what every element has (BPMN 2.0, 8.3.1 to 8.3.3), as arguments for its class."""
        number = element.get("id")
        tag = local_name(element)
        line = hardened_xml.line_of(element)
        if not number:
            number = "" if tag.endswith("EventDefinition") else self._document.unnamed(tag)
        documentation: list[Documentation] = []
        extensions: list[Extension] = []
        for child in bpmn_children(element):
            local = local_name(child)
            if local == "documentation":
                text_format = child.get("textFormat") or "text/plain"
                text = "".join(str(part) for part in child.itertext())
                documentation.append(Documentation(text, text_format, child.get(_XML_LANGUAGE)))
            elif local == "extensionElements":
                extensions.extend(_extension(inner) for inner in child)
        return {
            "id": number,
            "tag": tag,
            "line": line,
            "name": element.get("name") or "",
            "documentation": tuple(documentation),
            "extensions": tuple(extensions),
            "attributes": MappingProxyType(hardened_xml.foreign_attributes(element)),
        }

    def children(
        self, where: etree._Element, ignored: Set[str], wanted: Set[str], of: etree._Element | None = None
    ) -> list[etree._Element]:
        """Give the children that are wanted; refuse those neither wanted nor harmless, in the name of ``of``."""
        of = where if of is None else of
        found: list[etree._Element] = []
        for child in where:
            namespace, tag = hardened_xml.split(child)
            if namespace == BPMN and tag in wanted:
                found.append(child)
            elif namespace != BPMN:
                mend = "Put it into extensionElements."
                self._document.refuse(
                    child, f"{child.tag!r} does not belong to BPMN 2.0 and cannot stand here", mend, of
                )
            elif tag not in ignored:
                self._document.refuse(child, f"{tag!r} is not executed here", "Model it without.", of)
        return found

    def _check_attributes(self, element: etree._Element) -> None:
        known = _ATTRIBUTES[local_name(element)] | {"id", "name"}
        for name in sorted(hardened_xml.local_attributes(element).keys() - known):
            mend = "Correct its spelling, remove it, or give it a namespace of its own."
            self._document.refuse(element, f"BPMN 2.0 knows no attribute {name!r} here", mend)
        if element.get("operationRef") is not None:
            reference = self._document.local_id(element, element.get("operationRef") or "")
            if reference not in self._document.operations:
                self._document.broken(element, f"operationRef={reference!r} leads to no operation of an interface")

    def node(self, element: etree._Element) -> FlowNode:
        """Make a flow node; what stands inside a sub-process is for the caller to read."""
        self._check_attributes(element)
        tag = local_name(element)
        common = self.common(element)
        if tag in _SUB_PROCESSES:
            return self._sub_process(element, common)
        if tag.endswith("Gateway"):
            return self._gateway(element, common)
        if tag == "callActivity":
            return self._call(element, common)
        if tag.endswith("ask"):
            return self._task(element, common)
        return self._event(element, common)

    def _event(self, element: etree._Element, common: dict[str, Any]) -> Event:
        kinds = {name for name in map(local_name, element) if name.endswith("EventDefinition")}
        data = {"property", "dataInput", "dataOutput", "inputSet", "outputSet"}
        data |= {"dataInputAssociation", "dataOutputAssociation"}
        children = self.children(element, _ALWAYS | _LINKS | data, kinds | {"eventDefinitionRef"})
        arguments: dict[str, Any] = {
            "definitions": self._events.definitions(element, children),
            "parallel": self._document.flag(element, "parallelMultiple", False),
            "data": self._data.of_event(element),
        }
        if common["tag"] == "boundaryEvent":
            interrupting = self._document.flag(element, "cancelActivity", True)
            return BoundaryEvent(**common, **arguments, interrupting=interrupting)
        return Event(**common, **arguments, interrupting=self._document.flag(element, "isInterrupting", True))

    def _work(self, element: etree._Element, common: dict[str, Any], *, inside: bool = False) -> dict[str, Any]:
        """Give what all activities have (BPMN 2.0, 10.3)."""
        loop = self._loops.loop(element)
        data = self._data.of_activity(element, own_properties=not inside)
        if isinstance(loop, MultiInstance) and common["tag"] != "callActivity":
            data = for_each(data, loop.item, loop.result)
        return {
            **common,
            "loop": loop,
            "start_quantity": self._document.number(element, "startQuantity", 1, 1),
            "completion_quantity": self._document.number(element, "completionQuantity", 1, 1),
            "for_compensation": self._document.flag(element, "isForCompensation", False),
            "data": data,
            "performers": self._performers(element),
        }

    def _sub_process(self, element: etree._Element, common: dict[str, Any]) -> SubProcess:
        ad_hoc = common["tag"] == "adHocSubProcess"
        method = element.get("method", "##Compensate")
        if method != "##Compensate":
            why = f"transactions of the method {method!r} are not executed"
            self._document.refuse(element, why, "Use ##Compensate.")
        completion = None
        if ad_hoc:
            ordering = element.get("ordering", "Parallel")
            if ordering not in ("Parallel", "Sequential"):
                self._document.broken(element, f"ordering={ordering!r} is neither Parallel nor Sequential")
            for child in named(element, "completionCondition")[:1]:
                completion = self._document.formula(child, element, "completion condition")
        return SubProcess(
            **self._work(element, common, inside=True),
            triggered_by_event=self._document.flag(element, "triggeredByEvent", False),
            variables=self._data.declared(element),
            sequential=ad_hoc and element.get("ordering") == "Sequential",
            completion=completion,
            cancels_rest=self._document.flag(element, "cancelRemainingInstances", True),
        )

    def inside(self, element: etree._Element) -> list[etree._Element]:
        """Give the nodes and flows that stand directly in a process or sub-process."""
        ignored = SCENERY
        tag = local_name(element)
        if tag in _SUB_PROCESSES:
            ignored = SCENERY | _WORK | {"completionCondition"} if tag == "adHocSubProcess" else SCENERY | _WORK
        elif tag == "process":
            ignored = SCENERY | {"ioSpecification", "ioBinding", "supportedInterfaceRef", "correlationSubscription"}
        return self.children(element, ignored, NODES | {"sequenceFlow"})

    def _call(self, element: etree._Element, common: dict[str, Any]) -> CallActivity:
        self.children(element, _WORK, frozenset())
        passes_all = False
        for extension in common["extensions"]:
            if (extension.namespace, extension.tag) == (EXTENSION_NAMESPACE, "call"):
                passes_all = extension.attributes.get("variables") == "all"
                if not passes_all:
                    self._document.refuse(element, 'dw:call knows variables="all" only', "Correct or remove it.")
        reference = element.get("calledElement") or ""
        prefix, _, local = reference.rpartition(":")
        called = local if not prefix or prefix in element.nsmap else reference
        return CallActivity(**self._work(element, common), called=called.strip(), passes_all=passes_all)

    def _gateway(self, element: etree._Element, common: dict[str, Any]) -> Gateway:
        wanted = {"activationCondition"} if common["tag"] == "complexGateway" else frozenset()
        conditions = self.children(element, _ALWAYS | _LINKS, wanted)
        kind = element.get("eventGatewayType", "Exclusive")
        if kind not in ("Exclusive", "Parallel"):
            self._document.broken(element, f"eventGatewayType={kind!r} is neither Exclusive nor Parallel")
        activation = self._document.formula(conditions[0], element, "activation condition") if conditions else None
        return Gateway(
            **common,
            direction=element.get("gatewayDirection") or "Unspecified",
            instantiate=self._document.flag(element, "instantiate", False),
            parallel_events=kind == "Parallel",
            activation=activation,
        )

    def _task(self, element: etree._Element, common: dict[str, Any]) -> Task:
        tag = common["tag"]
        extra: Set[str] = {"scriptTask": {"script"}, "userTask": {"rendering"}}.get(tag, set())
        self.children(element, _WORK | extra, frozenset())
        message = None
        if tag in ("sendTask", "receiveTask"):
            message = self._events.referred(element, "messageRef", self._document.messages, element)
            if message is None and element.get("operationRef"):
                message = self._document.message_of(element, element.get("operationRef") or "")
        return Task(
            **self._work(element, common),
            **self._script(element, tag == "scriptTask"),
            result_variable=self._result_variable(element, common["extensions"]),
            message=message,
            instantiate=self._document.flag(element, "instantiate", False),
        )

    def global_task(self, element: etree._Element) -> GlobalTask:
        """Make a global task (BPMN 2.0, 10.3.7)."""
        tag = local_name(element)
        script = self._script(element, tag == "globalScriptTask")
        return GlobalTask(**self.common(element), task_tag=GLOBAL_TASKS[tag], **script)

    def _script(self, element: etree._Element, wanted: bool) -> dict[str, Any]:
        """Read a script (BPMN 2.0, 10.3.3); one in our own language becomes assignments."""
        if not wanted:
            return {}
        script = "".join(hardened_xml.own_text(child) for child in named(element, "script"))
        attribute = "scriptFormat" if local_name(element) == "scriptTask" else "scriptLanguage"
        language = element.get(attribute) or self._document.script_format
        if script.strip() and not language:
            mend = f"Say which; {LANGUAGE} is carried out by the engine, others by handlers."
            self._document.refuse(element, f"the script does not say in which language it is ({attribute})", mend)
        program = self._program(element, script) if language == LANGUAGE else None
        return {"script": script, "script_format": language, "program": program}

    def _program(self, element: etree._Element, script: str) -> tuple[tuple[str, Formula], ...]:
        line = hardened_xml.line_of(element)
        lines: list[tuple[str, Formula]] = []
        for text in filter(None, map(str.strip, script.splitlines())):
            name, sign, formula = text.partition("=")
            if not sign or not is_name(name.strip()):
                self._document.refuse(element, f"the script's line {text!r} is not of the form name = expression")
                continue
            try:
                read = compile_expression(formula.strip())
            except ExpressionError as error:
                self._document.refuse(element, f"the script's line {text!r} cannot be read: {error.why}")
                continue
            lines.append((name.strip(), Formula(formula.strip(), line, LANGUAGE, read)))
        return tuple(lines)

    def _result_variable(self, element: etree._Element, extensions: tuple[Extension, ...]) -> str | None:
        for extension in extensions:
            if (extension.namespace, extension.tag) == (EXTENSION_NAMESPACE, "task"):
                name = extension.attributes.get("resultVariable")
                if name is not None and not is_name(name):
                    mend = "Use a word of letters, digits and _ that is not a word of the expression language."
                    self._document.refuse(element, f"resultVariable={name!r} is no name that conditions can read", mend)
                return name
        return None

    def _performers(self, element: etree._Element) -> tuple[str, ...]:
        """Give the names of the resources that do the work (BPMN 2.0, 10.3.1), or the text that tells them."""
        names: list[str] = []
        for child in bpmn_children(element):
            if local_name(child) not in _PEOPLE:
                continue
            for reference in named(child, "resourceRef"):
                number = self._document.local_id(reference, reference.text or "")
                if number not in self._document.resources:
                    self._document.broken(reference, f"resourceRef={number!r} leads to no resource", of=element)
                names.append(self._document.resources.get(number, ""))
            for assignment in named(child, "resourceAssignmentExpression"):
                names.extend(hardened_xml.own_text(inner).strip() for inner in bpmn_children(assignment))
            if child.get("name") and not len(child):
                names.append(child.get("name") or "")
        return tuple(names)

    def sequence_flow(self, element: etree._Element) -> SequenceFlow:
        """Make a sequence flow, its condition compiled but its ends not linked yet (BPMN 2.0, 8.4.13)."""
        self._check_attributes(element)
        if not self._document.flag(element, "isImmediate", True):
            why = (
                "isImmediate='false' lets unmodeled activities happen here, which only a private process of people can"
            )
            self._document.refuse(element, why, "Leave isImmediate out.")
        conditions = self.children(element, _ALWAYS, {"conditionExpression"})
        if len(conditions) > 1:
            self._document.broken(conditions[1], "a sequence flow has one condition at most", of=element)
        condition = self._document.formula(conditions[0], element, "condition") if conditions else None
        return SequenceFlow(**self.common(element), condition=condition)


def _extension(element: etree._Element) -> Extension:
    namespace, tag = hardened_xml.split(element)
    attributes = {**hardened_xml.local_attributes(element), **hardened_xml.foreign_attributes(element)}
    children = tuple(_extension(child) for child in element)
    text = hardened_xml.own_text(element).strip()
    return Extension(namespace, tag, MappingProxyType(attributes), text, children)
