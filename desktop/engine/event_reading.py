"""Reads what events throw and wait for: event definitions, their references, timers (BPMN 2.0, 10.5.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar

from lxml import etree

from desktop.engine.data_model import Condition
from desktop.engine.document import EXTENSION_NAMESPACE, Document, bpmn_children, local_name, named
from desktop.engine.durations import read_timing
from desktop.engine.errors import ExpressionError
from desktop.engine.hardened_xml import own_text, split
from desktop.engine.model import Element, EventDefinition, Timer

_E = TypeVar("_E", bound=Element)
_TIMES: dict[str, Literal["date", "duration", "cycle"]] = {
    "timeDate": "date",
    "timeDuration": "duration",
    "timeCycle": "cycle",
}
# What may stand in each kind of definition besides documentation.
_INSIDE: dict[str, tuple[str, ...]] = {
    "message": ("operationRef",),
    "timer": tuple(_TIMES),
    "conditional": ("condition",),
    "link": ("source", "target"),
}
_REFERENCES = {
    "message": ("messageRef",),
    "error": ("errorRef",),
    "signal": ("signalRef",),
    "escalation": ("escalationRef",),
    "compensate": ("activityRef", "waitForCompletion"),
    "link": ("name",),
}
CATCH_UP = ("all", "once")
# Begins like a date, duration or interval, so it is not meant as an expression that gives one.
_LITERAL = re.compile(r"\d|[PR]\d|PT|R/|R-|\Z")


class EventMaker:
    """Makes event definitions, standing in their event or referred to."""

    def __init__(self, document: Document, common: Callable[[etree._Element], dict[str, Any]]) -> None:
        self._document = document
        self._common = common

    def definitions(self, event: etree._Element, children: Iterable[etree._Element]) -> tuple[EventDefinition, ...]:
        """Make the definitions of an event, those it only refers to included."""
        made: list[EventDefinition] = []
        for child in children:
            if local_name(child) == "eventDefinitionRef":
                found = self._found(child, child.text or "", event)
                if found is not None:
                    made.append(found)
            else:
                made.append(self.definition(child, event))
        return tuple(made)

    def referred_definition(self, element: etree._Element, attribute: str) -> EventDefinition | None:
        """Make the definition that an attribute refers to, None without the attribute."""
        reference = element.get(attribute)
        return None if reference is None else self._found(element, reference, element.getparent())

    def _found(self, where: etree._Element, reference: str, of: etree._Element | None) -> EventDefinition | None:
        found = self._document.event_definitions.get(self._document.local_id(where, reference))
        if found is None:
            mend = "Declare it in the definitions, outside of the process, or put it into the event."
            self._document.broken(where, f"{local_name(where)}: {reference!r} is no event definition", mend, of)
            return None
        return self.definition(found, of)

    def definition(self, element: etree._Element, event: etree._Element | None) -> EventDefinition:
        """Make one definition in the name of its event."""
        kind = local_name(element).removesuffix("EventDefinition")
        self._check(element, kind, event)
        document = self._document
        arguments: dict[str, Any] = {}
        if kind == "message":
            arguments["message"] = self.referred(element, "messageRef", document.messages, event)
            for child in named(element, "operationRef"):
                if document.local_id(child, child.text or "") not in document.operations:
                    document.broken(child, f"operationRef={child.text!r} leads to no operation", of=event)
                elif arguments["message"] is None:
                    arguments["message"] = document.message_of(child, child.text or "")
        elif kind == "error":
            arguments["error"] = self.referred(element, "errorRef", document.errors, event)
        elif kind == "signal":
            arguments["signal"] = self.referred(element, "signalRef", document.signals, event)
        elif kind == "escalation":
            arguments["escalation"] = self.referred(element, "escalationRef", document.escalations, event)
        elif kind == "timer":
            arguments["timer"] = self._timer(element, event)
        elif kind == "conditional":
            arguments["condition"] = self._condition(element, event)
        elif kind == "link":
            arguments["link"] = element.get("name") or ""
            texts = [child for child in bpmn_children(element) if local_name(child) in ("source", "target")]
            arguments["partners"] = tuple(document.local_id(child, child.text or "") for child in texts)
        elif kind == "compensate":
            reference = element.get("activityRef")
            arguments["activity_ref"] = reference and document.local_id(element, reference)
            arguments["waits"] = document.flag(element, "waitForCompletion", True)
        return EventDefinition(**self._common(element), kind=kind, **arguments)

    def _check(self, element: etree._Element, kind: str, event: etree._Element | None) -> None:
        for name in sorted(set(map(str, element.attrib)) - {"id", *_REFERENCES.get(kind, ())}):
            if not name.startswith("{"):
                self._document.refuse(element, f"BPMN 2.0 knows no attribute {name!r} here", "Remove it.", event)
        known = {"documentation", "extensionElements", *_INSIDE.get(kind, ())}
        for child in bpmn_children(element):
            if local_name(child) not in known:
                self._document.refuse(child, f"{local_name(child)!r} cannot stand here", "Remove it.", event)

    def _timer(self, element: etree._Element, event: etree._Element | None) -> Timer | None:
        times = [child for child in bpmn_children(element) if local_name(child) in _TIMES]
        if len(times) != 1:
            why = "a timer has one of timeDate, timeDuration and timeCycle"
            self._document.refuse(element, why, "Say when it fires.", event)
            return None
        kind = _TIMES[local_name(times[0])]
        text = own_text(times[0]).strip()
        catch_up = self._catch_up(event)
        try:
            return Timer(kind, read_timing(text, kind), None, catch_up)
        except ExpressionError as error:
            if _LITERAL.match(text):
                self._document.refuse(times[0], error.why, "docs/engine.md tells what timers understand.", event)
                return Timer(kind, None, None, catch_up)
            return Timer(kind, None, self._document.formula(times[0], event, "time"), catch_up)

    def _catch_up(self, event: etree._Element | None) -> str:
        if event is None:
            return ""
        for holder in named(event, "extensionElements"):
            for child in holder:
                if split(child) == (EXTENSION_NAMESPACE, "timer"):
                    text = child.get("catchUp") or ""
                    if text not in CATCH_UP:
                        self._document.refuse(child, f"catchUp={text!r} is not one of {', '.join(CATCH_UP)}", of=event)
                    return text
        return ""

    def _condition(self, element: etree._Element, event: etree._Element | None) -> Condition | None:
        conditions = named(element, "condition")
        if len(conditions) != 1:
            self._document.refuse(element, "a conditional event has one condition", "Write it.", event)
            return None
        return self._document.formula(conditions[0], event, "condition")

    def referred(
        self, element: etree._Element, attribute: str, table: dict[str, _E], of: etree._Element | None
    ) -> _E | None:
        """Give what an attribute refers to; note it as broken if that is nowhere."""
        reference = element.get(attribute)
        if reference is None:
            return None
        target = table.get(self._document.local_id(element, reference))
        if target is None:
            why = f"{attribute}={reference!r} leads nowhere"
            mend = "Declare it in the definitions, outside of the process, or correct the reference."
            self._document.broken(element, why, mend, element if of is None else of)
        return target
