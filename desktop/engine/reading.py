"""Reads a BPMN 2.0 file into the model, and refuses what is broken or cannot be executed faithfully.

Three passes over each process: make the elements, link them, check them (the last in checking.py). The
problems of all passes are gathered before the file is refused. Processes that are not executable only
have to hang together; executable ones must say nothing that the machine would have to guess or leave out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final, TypeVar

from lxml import etree

from desktop.engine import hardened_xml
from desktop.engine.checking import check
from desktop.engine.errors import DefinitionError, ExpressionError, Problem
from desktop.engine.expression import LANGUAGE, compile_expression, is_name
from desktop.engine.model import (
    Activity,
    BoundaryEvent,
    Condition,
    Definitions,
    Documentation,
    Element,
    Error,
    Event,
    EventDefinition,
    Extension,
    FlowNode,
    Gateway,
    Message,
    Process,
    SequenceFlow,
    SubProcess,
    Task,
    link,
)

BPMN: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
EXTENSION_NAMESPACE: Final = "urn:dealwright:process:1"
MAX_NESTING: Final = 20

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
_NODES: Final = _TASKS | _SUB_PROCESSES | _GATEWAYS | _EVENTS | {"boundaryEvent", "callActivity"}

# Children that do not steer the flow of tokens and are read over.
_ALWAYS: Final = frozenset({"documentation", "extensionElements"})
_SCENERY: Final = frozenset(
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
}

_E = TypeVar("_E", bound=Element)


def read(xml: bytes, *, source: str = "") -> Definitions:
    """Read a file; ``source`` names it in messages. Raises DefinitionError with all its problems."""
    root = hardened_xml.parse(xml, source)
    reader = _Reader(root, source, hashlib.sha256(xml).hexdigest())
    definitions = reader.definitions()
    if reader.problems:
        ordered = sorted(reader.problems, key=lambda problem: (problem.line or 0, problem.element_id or ""))
        raise DefinitionError(tuple(dict.fromkeys(ordered)), source)
    return definitions


class _Reader:
    def __init__(self, root: etree._Element, source: str, digest: str) -> None:
        self._root = root
        self._source = source
        self._digest = digest
        self.problems: list[Problem] = []
        self._messages: dict[str, Message] = {}
        self._errors: dict[str, Error] = {}
        self._executable = False
        self._elements: dict[str, Element] = {}
        self._xml: dict[int, etree._Element] = {}

    def definitions(self) -> Definitions:
        root = self._root
        if hardened_xml.split(root) != (BPMN, "definitions"):
            mend = f"A BPMN 2.0 file has the root element 'definitions' of the namespace {BPMN}."
            self._problem(root, f"the root element is {root.tag!r}", mend)
            raise DefinitionError(tuple(self.problems), self._source)
        self._check_ids()
        processes: list[etree._Element] = []
        for child in _bpmn_children(root):
            tag = hardened_xml.split(child)[1]
            if tag == "process":
                processes.append(child)
            elif tag == "message":
                self._keep(self._messages, Message(**self._common(child)))
            elif tag == "error":
                self._keep(self._errors, Error(**self._common(child), code=child.get("errorCode") or None))
            elif tag == "extension" and child.get("mustUnderstand") in ("true", "1"):
                self._problem(child, "an extension that must be understood is not known here")
        made = [self._process(process) for process in processes]
        return Definitions(
            id=root.get("id") or "",
            name=root.get("name") or "",
            hash=self._digest,
            source=self._source,
            target_namespace=root.get("targetNamespace") or "",
            processes=MappingProxyType({process.id: process for process in made}),
            messages=MappingProxyType(self._messages),
            errors=MappingProxyType(self._errors),
        )

    # Problems.

    def _problem(self, element: etree._Element, why: str, mend: str = "") -> None:
        self.problems.append(Problem(element.get("id"), hardened_xml.line_of(element), why, mend))

    def _refuse(
        self, element: etree._Element, why: str, mend: str = "", of: etree._Element | None = None
    ) -> None:
        """Note what cannot be executed; it matters only where the process is executable."""
        if self._executable:
            element_id = element.get("id") if of is None else of.get("id")
            self.problems.append(Problem(element_id, hardened_xml.line_of(element), why, mend))

    def _check_ids(self) -> None:
        """Every id stands once in a file (type ID in the schema); in extensions vendors are free."""
        seen: dict[str, int] = {}
        skip = f"{{{BPMN}}}extensionElements"
        walk = etree.iterwalk(self._root, events=("start",))
        for _, element in walk:
            if element.tag == skip:
                walk.skip_subtree()
            number = element.get("id")
            if number is None:
                continue
            if number in seen:
                why = f"the id {number!r} is used already in line {seen[number]}"
                self._problem(element, why, "Give each element an id of its own.")
            else:
                seen[number] = hardened_xml.line_of(element)

    # Making elements.

    def _common(self, element: etree._Element) -> dict[str, Any]:
        number = element.get("id")
        tag = hardened_xml.split(element)[1]
        line = hardened_xml.line_of(element)
        if not number:
            if tag.endswith("EventDefinition"):
                number = ""
            else:
                self._problem(element, f"this {tag} has no id", "Give it one.")
                number = f"{tag} in line {line}"
        documentation: list[Documentation] = []
        extensions: list[Extension] = []
        for child in _bpmn_children(element):
            local = hardened_xml.split(child)[1]
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

    def _keep(self, table: dict[str, _E], element: _E) -> None:
        table.setdefault(element.id, element)

    def _process(self, element: etree._Element) -> Process:
        self._elements = {}
        self._xml = {}
        flag = element.get("isExecutable")
        if flag not in (None, "true", "false", "1", "0"):
            self._problem(element, f"isExecutable is {flag!r}", "It must be true or false.")
        self._executable = flag in ("true", "1")
        process = Process(**self._common(element), executable=self._executable)
        made: list[Process | SubProcess] = []
        scopes: list[tuple[Process | SubProcess, etree._Element, int]] = [(process, element, 1)]
        for scope, where, depth in scopes:  # grows while it is read
            made.append(scope)
            if depth > MAX_NESTING:
                self._problem(where, f"sub-processes are nested deeper than {MAX_NESTING} levels")
                break
            for inner in self._scope(scope, where):
                scopes.append((inner, self._xml[id(inner)], depth + 1))
        self._link_flows(made)
        for node in [node for node in self._elements.values() if isinstance(node, FlowNode)]:
            self._link_node(node, self._xml[id(node)])
        for scope in made:
            link(scope, initial=_initial(scope.nodes))
        link(process, elements=MappingProxyType(self._elements))
        if self._executable and not self.problems:
            self.problems.extend(check(process))
        return process

    def _scope(self, scope: Process | SubProcess, where: etree._Element) -> Iterator[SubProcess]:
        """Make the nodes and flows that stand directly in a process or sub-process."""
        nodes: list[FlowNode] = []
        flows: list[SequenceFlow] = []
        made: FlowNode | SequenceFlow
        for child in self._children(
            where, _ALWAYS | _SCENERY | {"incoming", "outgoing"}, _NODES | {"sequenceFlow"}
        ):
            tag = hardened_xml.split(child)[1]
            self._check_attributes(child)
            if tag == "sequenceFlow":
                made = SequenceFlow(**self._common(child), condition=self._condition(child))
                flows.append(made)
            else:
                made = self._node(child, tag)
                link(made, parent=scope)
                nodes.append(made)
            self._elements.setdefault(made.id, made)
            self._xml[id(made)] = child
        link(scope, nodes=tuple(nodes), flows=tuple(flows))
        return (node for node in nodes if isinstance(node, SubProcess))

    def _children(
        self, where: etree._Element, ignored: frozenset[str] | set[str], wanted: frozenset[str] | set[str]
    ) -> list[etree._Element]:
        """Give the children that are wanted; refuse those that are neither wanted nor harmless."""
        found: list[etree._Element] = []
        for child in where:
            namespace, tag = hardened_xml.split(child)
            if namespace == BPMN and tag in wanted:
                found.append(child)
            elif namespace != BPMN:
                mend = "Put it into extensionElements."
                self._refuse(
                    child, f"{child.tag!r} does not belong to BPMN 2.0 and cannot stand here", mend, where
                )
            elif tag not in ignored:
                self._refuse(child, f"{tag!r} is not executed by this engine", "Model it without.", where)
        return found

    def _check_attributes(self, element: etree._Element) -> None:
        for name, harmless in _FIXED.items():
            value = element.get(name)
            if value is not None and value not in harmless:
                why = f"{name}={value!r} is not executed by this engine"
                self._refuse(element, why, f"Leave the attribute {name} out.")

    def _node(self, element: etree._Element, tag: str) -> FlowNode:
        common = self._common(element)
        harmless = _ALWAYS | _SCENERY | {"incoming", "outgoing"}
        if tag in _SUB_PROCESSES:
            return SubProcess(**common)
        if tag in _TASKS:
            self._children(element, harmless, frozenset())
            return Task(**common, result_variable=self._result_variable(element, common["extensions"]))
        if tag == "callActivity":
            return Activity(**common)
        if tag in _GATEWAYS:
            self._children(element, harmless, frozenset())
            direction = element.get("gatewayDirection") or "Unspecified"
            return Gateway(**common, direction=direction)
        kinds = {name for name in map(_local, element) if name.endswith("EventDefinition")}
        children = self._children(element, harmless, kinds)
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
                    mend = (
                        "Use a word of letters, digits and _ that is not a word of the expression language."
                    )
                    self._refuse(
                        element, f"resultVariable={name!r} is no name that conditions can read", mend
                    )
                return name
        return None

    def _event_definition(self, element: etree._Element) -> EventDefinition:
        kind = _local(element).removesuffix("EventDefinition")
        message = error = None
        event = element.getparent()
        if kind in ("message", "error"):
            self._children(element, _ALWAYS, frozenset())
        if kind == "message":
            message = self._referred(element, "messageRef", self._messages, event)
        elif kind == "error":
            error = self._referred(element, "errorRef", self._errors, event)
        return EventDefinition(**self._common(element), kind=kind, message=message, error=error)

    def _referred(
        self, element: etree._Element, attribute: str, table: dict[str, _E], event: etree._Element | None
    ) -> _E | None:
        reference = element.get(attribute)
        if reference is None:
            return None
        target = table.get(self._local_id(element, reference))
        if target is None:
            why = f"{attribute}={reference!r} leads nowhere"
            where = element if event is None else event
            mend = "Declare it in the definitions, outside of the process, or correct the reference."
            self.problems.append(Problem(where.get("id"), hardened_xml.line_of(element), why, mend))
        return target

    def _local_id(self, element: etree._Element, reference: str) -> str:
        """Resolve a qualified name; one of another file gives what no id can be."""
        prefix, colon, local = reference.strip().rpartition(":")
        if not colon:
            return local
        return local if element.nsmap.get(prefix) == self._root.get("targetNamespace") else reference

    def _condition(self, flow: etree._Element) -> Condition | None:
        """Read the condition of a flow (BPMN 2.0, 8.4.13); its language must be ours (8.3.7)."""
        elements = self._children(flow, _ALWAYS | _SCENERY, {"conditionExpression"})
        if not elements:
            return None
        element = elements[0]
        text = hardened_xml.own_text(element).strip()
        language = element.get("language") or self._root.get("expressionLanguage")
        condition = Condition(text, hardened_xml.line_of(element), language, None)
        if not self._executable:
            return condition
        mend = "docs/expressions.md describes what can be written."
        kind = element.get(_XSI_TYPE, "tFormalExpression").rpartition(":")[2]
        if len(elements) > 1 or kind not in ("tFormalExpression", "tExpression") or len(element):
            self._refuse(element, "the condition is not a plain formal expression", mend, flow)
        elif language not in (None, LANGUAGE):
            self._refuse(
                element,
                f"the expression language {language!r} is not executed",
                f"Use {LANGUAGE}, or leave the attribute out.",
                flow,
            )
        else:
            try:
                return Condition(text, condition.line, language, compile_expression(text))
            except ExpressionError as error:
                self._refuse(element, f"the condition {text!r} cannot be read: {error.why}.", mend, flow)
        return condition

    # Linking.

    def _link_flows(self, scopes: list[Process | SubProcess]) -> None:
        incoming: dict[int, list[SequenceFlow]] = {}
        outgoing: dict[int, list[SequenceFlow]] = {}
        for scope in scopes:
            for flow in scope.flows:
                source = self._end_of(flow, "sourceRef")
                target = self._end_of(flow, "targetRef")
                if source is None or target is None:
                    continue
                link(flow, source=source, target=target)
                if source.parent is not scope or target.parent is not scope:
                    self._problem(
                        self._xml[id(flow)],
                        f"the flow from {source.id!r} to {target.id!r} crosses the border of a sub-process",
                        "Sequence flows stay within one process or sub-process.",
                    )
                outgoing.setdefault(id(source), []).append(flow)
                incoming.setdefault(id(target), []).append(flow)
        for scope in scopes:
            for node in scope.nodes:
                link(
                    node,
                    incoming=tuple(incoming.get(id(node), ())),
                    outgoing=self._ordered(node, outgoing.get(id(node), [])),
                )
                self._check_listed(node, "incoming", node.incoming)

    def _end_of(self, flow: SequenceFlow, attribute: str) -> FlowNode | None:
        element = self._xml[id(flow)]
        reference = element.get(attribute) or ""
        node = self._elements.get(self._local_id(element, reference))
        if isinstance(node, FlowNode):
            return node
        why = f"{attribute}={reference!r} leads to no flow node of this process"
        self._problem(element, why, "Correct the reference or remove the flow.")
        return None

    def _ordered(self, node: FlowNode, flows: list[SequenceFlow]) -> tuple[SequenceFlow, ...]:
        """Put flows in the order in which the node lists them, which is that of evaluation (13.4.2)."""
        listed = self._check_listed(node, "outgoing", tuple(flows))
        if {id(flow) for flow in listed} != {id(flow) for flow in flows}:
            return tuple(flows)
        return tuple(listed)

    def _check_listed(self, node: FlowNode, tag: str, flows: tuple[SequenceFlow, ...]) -> list[SequenceFlow]:
        element = self._xml[id(node)]
        by_id = {flow.id: flow for flow in flows}
        listed: dict[str, SequenceFlow] = {}
        for child in _bpmn_children(element):
            if _local(child) != tag:
                continue
            reference = self._local_id(child, child.text or "")
            if reference in by_id:
                listed[reference] = by_id[reference]
            elif not isinstance(node, SubProcess) or child.getparent() is element:
                why = f"{tag} names {reference!r}, which is no {tag} flow of this element"
                mend = "Make it agree with the flow's sourceRef and targetRef."
                self.problems.append(Problem(node.id, hardened_xml.line_of(child), why, mend))
        return list(listed.values())

    def _link_node(self, node: FlowNode, element: etree._Element) -> None:
        default = element.get("default")
        if default is not None:
            number = self._local_id(element, default)
            found = next((flow for flow in node.outgoing if flow.id == number), None)
            if found is None:
                self._problem(element, f"default={default!r} is no outgoing flow of this element")
            link(node, default=found)
        if isinstance(node, BoundaryEvent):
            reference = element.get("attachedToRef") or ""
            host = self._elements.get(self._local_id(element, reference))
            if isinstance(host, Activity) and host.parent is node.parent:
                link(node, attached_to=host)
                link(host, boundary_events=(*host.boundary_events, node))
            else:
                why = f"attachedToRef={reference!r} leads to no activity beside this event"
                self._problem(element, why, "Put it on the border of an activity of the same scope.")


def _initial(nodes: tuple[FlowNode, ...]) -> tuple[FlowNode, ...]:
    """Find where tokens begin: the start events, or else all nodes without incoming flow (13.2, 13.3.4)."""
    starts = tuple(node for node in nodes if node.tag == "startEvent")
    if starts:
        return starts
    return tuple(node for node in nodes if not node.incoming and not isinstance(node, BoundaryEvent))


def _bpmn_children(element: etree._Element) -> Iterator[etree._Element]:
    return (child for child in element if hardened_xml.split(child)[0] == BPMN)


def _local(element: etree._Element) -> str:
    return hardened_xml.split(element)[1]


def _extension(element: etree._Element) -> Extension:
    namespace, tag = hardened_xml.split(element)
    attributes = {**hardened_xml.local_attributes(element), **hardened_xml.foreign_attributes(element)}
    children = tuple(_extension(child) for child in element)
    text = hardened_xml.own_text(element).strip()
    return Extension(namespace, tag, MappingProxyType(attributes), text, children)
