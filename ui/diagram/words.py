"""What an element of a diagram is called: for tooltips and for whoever hears the diagram instead of seeing it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.views.diagram import DiagramEdge, DiagramNode, Mark


def kind_of(part: DiagramNode | DiagramEdge) -> str:
    """Return what kind of element it is, e.g. "User task" or "Start event: message"."""
    if isinstance(part, DiagramEdge):
        return _lines().get(part.kind, "")
    name = _names().get(part.tag, part.tag)
    event = _events().get(part.event, "")
    return f"{name}: {event}" if event else name


def described(part: DiagramNode | DiagramEdge, mark: Mark | None = None) -> str:
    """Return one sentence for assistive tools: kind, state, what a mark says, and the description."""
    said = [kind_of(part)]
    if isinstance(part, DiagramNode):
        said.append(_states().get(part.state, ""))
    elif part.taken:
        said.append(QCoreApplication.translate("DiagramWords", "taken"))
    if mark is not None:
        said.append(_marked(mark))
    said.append(part.description)
    return ". ".join(words.rstrip(".") for words in said if words)


def hint(part: DiagramNode | DiagramEdge, mark: Mark | None = None) -> str:
    """Return the text of a tooltip; "" where it would say no more than the kind of a line."""
    lines = [_marked(mark)] if mark is not None else []
    lines += [part.label, part.description]
    told = [line for line in lines if line]
    return "\n\n".join(told) if told or isinstance(part, DiagramEdge) else kind_of(part)


def _marked(mark: Mark) -> str:
    words = {
        "problem": QCoreApplication.translate("DiagramWords", "Problem"),
        "added": QCoreApplication.translate("DiagramWords", "Added"),
        "removed": QCoreApplication.translate("DiagramWords", "Removed"),
        "changed": QCoreApplication.translate("DiagramWords", "Changed"),
    }[mark.kind]
    return f"{words}: {mark.text}" if mark.text else words


def _states() -> dict[str, str]:
    return {
        "running": QCoreApplication.translate("DiagramWords", "running"),
        "done": QCoreApplication.translate("DiagramWords", "done"),
        "cancelled": QCoreApplication.translate("DiagramWords", "cancelled"),
    }


def _lines() -> dict[str, str]:
    return {
        "sequence": QCoreApplication.translate("DiagramWords", "Sequence flow"),
        "message": QCoreApplication.translate("DiagramWords", "Message flow"),
        "association": QCoreApplication.translate("DiagramWords", "Association"),
        "data": QCoreApplication.translate("DiagramWords", "Data association"),
        "conversation": QCoreApplication.translate("DiagramWords", "Conversation link"),
    }


def _events() -> dict[str, str]:
    return {
        "message": QCoreApplication.translate("DiagramWords", "message"),
        "timer": QCoreApplication.translate("DiagramWords", "timer"),
        "conditional": QCoreApplication.translate("DiagramWords", "condition"),
        "signal": QCoreApplication.translate("DiagramWords", "signal"),
        "error": QCoreApplication.translate("DiagramWords", "error"),
        "escalation": QCoreApplication.translate("DiagramWords", "escalation"),
        "compensate": QCoreApplication.translate("DiagramWords", "compensation"),
        "cancel": QCoreApplication.translate("DiagramWords", "cancellation"),
        "link": QCoreApplication.translate("DiagramWords", "link"),
        "terminate": QCoreApplication.translate("DiagramWords", "terminates all"),
        "multiple": QCoreApplication.translate("DiagramWords", "one of several"),
        "parallelMultiple": QCoreApplication.translate("DiagramWords", "all of several"),
    }


def _names() -> dict[str, str]:
    return {
        "task": QCoreApplication.translate("DiagramWords", "Task"),
        "userTask": QCoreApplication.translate("DiagramWords", "User task"),
        "manualTask": QCoreApplication.translate("DiagramWords", "Manual task"),
        "serviceTask": QCoreApplication.translate("DiagramWords", "Service task"),
        "scriptTask": QCoreApplication.translate("DiagramWords", "Script task"),
        "businessRuleTask": QCoreApplication.translate("DiagramWords", "Business rule task"),
        "sendTask": QCoreApplication.translate("DiagramWords", "Send task"),
        "receiveTask": QCoreApplication.translate("DiagramWords", "Receive task"),
        "subProcess": QCoreApplication.translate("DiagramWords", "Sub-process"),
        "transaction": QCoreApplication.translate("DiagramWords", "Transaction"),
        "adHocSubProcess": QCoreApplication.translate("DiagramWords", "Ad-hoc sub-process"),
        "callActivity": QCoreApplication.translate("DiagramWords", "Call of another process"),
        "startEvent": QCoreApplication.translate("DiagramWords", "Start event"),
        "endEvent": QCoreApplication.translate("DiagramWords", "End event"),
        "boundaryEvent": QCoreApplication.translate("DiagramWords", "Boundary event"),
        "intermediateCatchEvent": QCoreApplication.translate("DiagramWords", "Waiting event"),
        "intermediateThrowEvent": QCoreApplication.translate("DiagramWords", "Throwing event"),
        "implicitThrowEvent": QCoreApplication.translate("DiagramWords", "Throwing event"),
        "exclusiveGateway": QCoreApplication.translate("DiagramWords", "Exclusive gateway"),
        "parallelGateway": QCoreApplication.translate("DiagramWords", "Parallel gateway"),
        "inclusiveGateway": QCoreApplication.translate("DiagramWords", "Inclusive gateway"),
        "eventBasedGateway": QCoreApplication.translate("DiagramWords", "Event-based gateway"),
        "complexGateway": QCoreApplication.translate("DiagramWords", "Complex gateway"),
        "participant": QCoreApplication.translate("DiagramWords", "Pool"),
        "lane": QCoreApplication.translate("DiagramWords", "Lane"),
        "dataObject": QCoreApplication.translate("DiagramWords", "Data object"),
        "dataObjectReference": QCoreApplication.translate("DiagramWords", "Data object"),
        "dataInput": QCoreApplication.translate("DiagramWords", "Data input"),
        "dataOutput": QCoreApplication.translate("DiagramWords", "Data output"),
        "dataStore": QCoreApplication.translate("DiagramWords", "Data store"),
        "dataStoreReference": QCoreApplication.translate("DiagramWords", "Data store"),
        "textAnnotation": QCoreApplication.translate("DiagramWords", "Annotation"),
        "group": QCoreApplication.translate("DiagramWords", "Group"),
        "message": QCoreApplication.translate("DiagramWords", "Message"),
        "conversation": QCoreApplication.translate("DiagramWords", "Conversation"),
        "subConversation": QCoreApplication.translate("DiagramWords", "Sub-conversation"),
        "callConversation": QCoreApplication.translate("DiagramWords", "Call of a conversation"),
        "choreographyTask": QCoreApplication.translate("DiagramWords", "Choreography task"),
        "subChoreography": QCoreApplication.translate("DiagramWords", "Sub-choreography"),
        "callChoreography": QCoreApplication.translate("DiagramWords", "Call of a choreography"),
    }
