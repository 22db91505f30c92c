"""Reads loops and multi-instance characteristics of activities (BPMN 2.0, 10.3.8)."""

from __future__ import annotations

from lxml import etree

from desktop.engine.data_model import Condition, Formula
from desktop.engine.document import Document, bpmn_children, local_name, named
from desktop.engine.event_reading import EventMaker
from desktop.engine.expression import is_name
from desktop.engine.hardened_xml import local_attributes
from desktop.engine.model import EventDefinition, MultiInstance, StandardLoop

_ATTRIBUTES = {
    "standardLoopCharacteristics": {"id", "testBefore", "loopMaximum"},
    "multiInstanceLoopCharacteristics": {
        "id",
        "isSequential",
        "behavior",
        "oneBehaviorEventRef",
        "noneBehaviorEventRef",
    },
}
_LOOP = frozenset({"loopCondition"})
_MULTI = frozenset(
    {
        "loopCardinality",
        "loopDataInputRef",
        "loopDataOutputRef",
        "inputDataItem",
        "outputDataItem",
        "complexBehaviorDefinition",
        "completionCondition",
    }
)


class LoopMaker:
    """Makes the loop of an activity."""

    def __init__(self, document: Document, events: EventMaker) -> None:
        self._document = document
        self._events = events

    def loop(self, activity: etree._Element) -> StandardLoop | MultiInstance | None:
        """Make what an activity says of its repetition; None if it is done once."""
        found = [child for child in bpmn_children(activity) if local_name(child).endswith("LoopCharacteristics")]
        if len(found) > 1:
            self._document.broken(found[1], "an activity has one kind of loop", of=activity)
        for element in found[:1]:
            if local_name(element) == "standardLoopCharacteristics":
                self._check(element, activity, _LOOP)
                return StandardLoop(
                    condition=self._formula(element, activity, "loopCondition"),
                    test_before=self._document.flag(element, "testBefore", False),
                    maximum=self._document.number(element, "loopMaximum", None, 0),
                )
            self._check(element, activity, _MULTI)
            return self._multi_instance(element, activity)
        return None

    def _check(self, element: etree._Element, activity: etree._Element, known: frozenset[str]) -> None:
        for name in sorted(local_attributes(element).keys() - _ATTRIBUTES[local_name(element)]):
            mend = "Correct its spelling or remove it."
            self._document.refuse(element, f"BPMN 2.0 knows no attribute {name!r} here", mend, activity)
        for child in bpmn_children(element):
            if local_name(child) not in known | {"documentation", "extensionElements"}:
                self._document.refuse(child, f"{local_name(child)!r} cannot stand here", "Remove it.", activity)

    def _formula(self, element: etree._Element, activity: etree._Element, tag: str) -> Formula | None:
        for child in named(element, tag)[:1]:
            return self._document.formula(child, activity, tag)
        return None

    def _multi_instance(self, element: etree._Element, activity: etree._Element) -> MultiInstance:
        behavior = element.get("behavior", "All")
        if behavior not in ("None", "One", "All", "Complex"):
            self._document.broken(element, f"behavior={behavior!r} is not one of None, One, All, Complex", of=activity)
        event = None
        if behavior in ("None", "One"):
            event = self._events.referred_definition(element, f"{behavior.lower()}BehaviorEventRef")
        return MultiInstance(
            sequential=self._document.flag(element, "isSequential", False),
            cardinality=self._formula(element, activity, "loopCardinality"),
            collection=self._reference(element, activity, "loopDataInputRef"),
            item=self._item(element, activity, "inputDataItem"),
            results=self._reference(element, activity, "loopDataOutputRef"),
            result=self._item(element, activity, "outputDataItem"),
            completion=self._formula(element, activity, "completionCondition"),
            behavior=behavior,
            event=event,
            complex_events=tuple(self._complex(element, activity)),
        )

    def _complex(self, element: etree._Element, activity: etree._Element) -> list[tuple[Condition, EventDefinition]]:
        pairs: list[tuple[Condition, EventDefinition]] = []
        for child in named(element, "complexBehaviorDefinition"):
            conditions, throws = named(child, "condition"), named(child, "event")
            definitions: tuple[EventDefinition, ...] = ()
            if throws:
                inner = [one for one in bpmn_children(throws[0]) if "ventDefinition" in local_name(one)]
                definitions = self._events.definitions(activity, inner)
            if len(conditions) != 1 or len(definitions) != 1:
                why = "a complex behaviour has a condition and an event with one definition"
                self._document.refuse(child, why, "Write both.", activity)
            else:
                formula = self._document.formula(conditions[0], activity, "condition")
                pairs.append((formula, definitions[0]))
        return pairs

    def _reference(self, element: etree._Element, activity: etree._Element, tag: str) -> str | None:
        for child in named(element, tag)[:1]:
            number = self._document.local_id(child, child.text or "")
            name = self._document.data.get(number)
            if name is None:
                mend = "Refer to a data object, property, data input or data output."
                self._document.broken(child, f"{tag} {number!r} leads to no data of this process", mend, activity)
            return name
        return None

    def _item(self, element: etree._Element, activity: etree._Element, tag: str) -> str | None:
        for child in named(element, tag)[:1]:
            for text in (child.get("name"), child.get("id")):
                if text and is_name(text):
                    return text
            self._document.refuse(child, f"the {tag} has no name that conditions can read", "Name it.", activity)
        return None
