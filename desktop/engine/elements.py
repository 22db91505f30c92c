"""Makes the elements of the model from those of the file, each by itself; linking.py joins them.

What an element says and the machine would have to leave out is refused here, with its line.
"""

from __future__ import annotations

from collections.abc import Set
from types import MappingProxyType
from typing import Any, Final, TypeVar

from lxml import etree

from desktop.engine import hardened_xml
from desktop.engine.document import BPMN, Document, bpmn_children, local_name
from desktop.engine.errors import ExpressionError
from desktop.engine.expression import LANGUAGE, compile_expression, is_name
from desktop.engine.model import (
    Activity,
    BoundaryEvent,
    Condition,
    Documentation,
    Element,
    Event,
    EventDefinition,
    Extension,
    FlowNode,
    Gateway,
    SequenceFlow,
    SubProcess,
    Task,
)

EXTENSION_NAMESPACE: Final = "urn:dealwright:process:1"

_XML_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_XSI_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"

_TASKS: Final = frozenset(
    {
        "task",
        "userTask",
        "manualTask",
        "serviceTask",
        "sendTask",
        "receiveTask",
        "scriptTask",
        "businessRuleTask",
    }
)
_SUB_PROCESSES: Final = frozenset({"subProcess", "transaction", "adHocSubProcess"})
_GATEWAYS: Final = frozenset(
    {"exclusiveGateway", "parallelGateway", "inclusiveGateway", "complexGateway", "eventBasedGateway"}
)
_EVENTS: Final = frozenset(
    {"startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "implicitThrowEvent"}
)
NODES: Final = _TASKS | _SUB_PROCESSES | _GATEWAYS | _EVENTS | {"boundaryEvent", "callActivity"}

# Children that do not steer the flow of tokens and are read over.
_ALWAYS: Final = frozenset({"documentation", "extensionElements"})
HARMLESS: Final = _ALWAYS | frozenset(
    {
        "auditing",
        "monitoring",
        "categoryValueRef",
        "property",
        "laneSet",
        "dataObject",
        "dataObjectReference",
        "dataStoreReference",
        "textAnnotation",
        "association",
        "group",
        "supports",
        "resourceRole",
        "performer",
        "humanPerformer",
        "potentialOwner",
        "rendering",
        "incoming",
        "outgoing",
    }
)
# Attributes that say the same as leaving them out; any other value steers.
_FIXED: Final[dict[str, tuple[str, ...]]] = {
    "isForCompensation": ("false", "0"),
    "startQuantity": ("1",),
    "completionQuantity": ("1",),
    "triggeredByEvent": ("false", "0"),
    "parallelMultiple": ("false", "0"),
    "isImmediate": ("true", "1"),
    "operationRef": (),
}
# All attributes that BPMN 2.0 gives to flow elements; another one is a slip of the pen whose sense is unknown.
_ATTRIBUTES: Final = frozenset(_FIXED) | {
    "id",
    "name",
    "sourceRef",
    "targetRef",
    "default",
    "implementation",
    "gatewayDirection",
    "instantiate",
    "eventGatewayType",
    "activationCondition",
    "ordering",
    "cancelRemainingInstances",
    "method",
    "messageRef",
    "calledElement",
    "scriptFormat",
    "isInterrupting",
    "cancelActivity",
    "attachedToRef",
}

_E = TypeVar("_E", bound=Element)


class ElementMaker:
    """Makes elements one at a time and tells the document what is wrong with them."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def common(self, element: etree._Element) -> dict[str, Any]:
        """Give what every element has (BPMN 2.0, 8.3.1 to 8.3.3), as arguments for its class."""
        number = element.get("id")
        tag = local_name(element)
        line = hardened_xml.line_of(element)
        if not number:
            if tag.endswith("EventDefinition"):
                number = ""
            else:
                self._document.broken(element, f"this {tag} has no id", "Give it one.")
                number = f"{tag} in line {line}"
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
                self._document.refuse(child, f"{tag!r} is not executed by this engine", "Model it without.", of)
        return found

    def _check_attributes(self, element: etree._Element) -> None:
        if element.get("cancelActivity") not in (None, "true", "false", "1", "0"):
            self._document.broken(element, "cancelActivity must be true or false")
        for name in sorted(hardened_xml.local_attributes(element).keys() - _ATTRIBUTES):
            mend = "Correct its spelling, or give it a namespace of its own."
            self._document.refuse(element, f"BPMN 2.0 knows no attribute {name!r} here", mend)
        for name, harmless in _FIXED.items():
            value = element.get(name)
            if value is not None and value not in harmless:
                why = f"{name}={value!r} is not executed by this engine"
                self._document.refuse(element, why, f"Leave the attribute {name} out.")

    def node(self, element: etree._Element) -> FlowNode:
        """Make a flow node; what stands inside a sub-process is for the caller to read."""
        self._check_attributes(element)
        tag = local_name(element)
        common = self.common(element)
        if tag in _SUB_PROCESSES:
            return SubProcess(**common)
        if tag in _TASKS:
            self.children(element, HARMLESS, frozenset())
            return Task(**common, result_variable=self._result_variable(element, common["extensions"]))
        if tag == "callActivity":
            return Activity(**common)
        if tag in _GATEWAYS:
            self.children(element, HARMLESS, frozenset())
            direction = element.get("gatewayDirection") or "Unspecified"
            return Gateway(**common, direction=direction)
        kinds = {name for name in map(local_name, element) if name.endswith("EventDefinition")}
        children = self.children(element, HARMLESS, kinds)
        definitions = tuple(self._event_definition(child) for child in children)
        if tag == "boundaryEvent":
            interrupting = element.get("cancelActivity") not in ("false", "0")
            return BoundaryEvent(**common, definitions=definitions, interrupting=interrupting)
        return Event(**common, definitions=definitions)

    def _result_variable(self, element: etree._Element, extensions: tuple[Extension, ...]) -> str | None:
        for extension in extensions:
            if (extension.namespace, extension.tag) == (EXTENSION_NAMESPACE, "task"):
                name = extension.attributes.get("resultVariable")
                if name is not None and not is_name(name):
                    mend = "Use a word of letters, digits and _ that is not a word of the expression language."
                    self._document.refuse(element, f"resultVariable={name!r} is no name that conditions can read", mend)
                return name
        return None

    def _event_definition(self, element: etree._Element) -> EventDefinition:
        kind = local_name(element).removesuffix("EventDefinition")
        message = error = None
        event = element.getparent()
        if kind in ("message", "error"):
            self.children(element, _ALWAYS, frozenset(), event)
        if kind == "message":
            message = self._referred(element, "messageRef", self._document.messages, event)
        elif kind == "error":
            error = self._referred(element, "errorRef", self._document.errors, event)
        return EventDefinition(**self.common(element), kind=kind, message=message, error=error)

    def _referred(
        self, element: etree._Element, attribute: str, table: dict[str, _E], event: etree._Element | None
    ) -> _E | None:
        reference = element.get(attribute)
        if reference is None:
            return None
        target = table.get(self._document.local_id(element, reference))
        if target is None:
            why = f"{attribute}={reference!r} leads nowhere"
            where = element if event is None else event
            mend = "Declare it in the definitions, outside of the process, or correct the reference."
            self._document.broken(element, why, mend, where)
        return target

    def sequence_flow(self, element: etree._Element) -> SequenceFlow:
        """Make a sequence flow, its condition compiled but its ends not linked yet (BPMN 2.0, 8.4.13)."""
        self._check_attributes(element)
        return SequenceFlow(**self.common(element), condition=self._condition(element))

    def _condition(self, flow: etree._Element) -> Condition | None:
        """Read the condition of a flow (BPMN 2.0, 8.4.13); its language must be ours (8.4.6)."""
        elements = self.children(flow, HARMLESS, {"conditionExpression"})
        if not elements:
            return None
        element = elements[0]
        text = hardened_xml.own_text(element).strip()
        language = element.get("language") or self._document.expression_language
        condition = Condition(text, hardened_xml.line_of(element), language, None)
        if not self._document.executable:
            return condition
        mend = "docs/expressions.md describes what can be written."
        kind = element.get(_XSI_TYPE, "tFormalExpression").rpartition(":")[2]
        if len(elements) > 1 or kind not in ("tFormalExpression", "tExpression") or len(element):
            self._document.refuse(element, "the condition is not a plain formal expression", mend, flow)
        elif language not in (None, LANGUAGE):
            self._document.refuse(
                element,
                f"the expression language {language!r} is not executed",
                f"Use {LANGUAGE}, or leave the attribute out.",
                flow,
            )
        else:
            try:
                return Condition(text, condition.line, language, compile_expression(text))
            except ExpressionError as error:
                self._document.refuse(element, f"the condition {text!r} cannot be read: {error.why}", mend, flow)
        return condition


def _extension(element: etree._Element) -> Extension:
    namespace, tag = hardened_xml.split(element)
    attributes = {**hardened_xml.local_attributes(element), **hardened_xml.foreign_attributes(element)}
    children = tuple(_extension(child) for child in element)
    text = hardened_xml.own_text(element).strip()
    return Extension(namespace, tag, MappingProxyType(attributes), text, children)
