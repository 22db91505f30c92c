"""Reads how messages find the conversation to which they belong (BPMN 2.0, 8.4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from lxml import etree

from desktop.engine.data_model import CorrelationKey, Formula, Subscription
from desktop.engine.document import Document, bpmn_children, local_name, named

_HOLDERS = (
    "collaboration",
    "choreography",
    "globalConversation",
    "conversation",
    "subConversation",
    "callConversation",
)


def correlation_keys(document: Document) -> tuple[CorrelationKey, ...]:
    """Read the keys of all collaborations and conversations, with the paths of their properties."""
    properties = {
        declared.get("id") or "": _paths(document, declared) for declared in named(document.root, "correlationProperty")
    }
    keys: list[CorrelationKey] = []
    for element in _keys(document.root):
        paths: dict[str, MappingProxyType[str, Formula]] = {}
        for child in named(element, "correlationPropertyRef"):
            reference = document.local_id(child, child.text or "")
            if reference in properties:
                paths[reference] = MappingProxyType(properties[reference])
            else:
                why = f"correlationPropertyRef {reference!r} leads to no correlation property"
                document.broken(child, why, "Declare it in the definitions, or correct the reference.", element)
        if not paths:
            document.refuse(element, "the correlation key has no property", "Add a correlationPropertyRef.")
        number = element.get("id") or document.unnamed("correlationKey")
        keys.append(CorrelationKey(number, element.get("name") or "", MappingProxyType(paths)))
    return tuple(keys)


def _keys(element: etree._Element) -> Iterator[etree._Element]:
    for child in bpmn_children(element):
        if local_name(child) in _HOLDERS:
            yield from named(child, "correlationKey")
            yield from _keys(child)


def _paths(document: Document, declared: etree._Element) -> dict[str, Formula]:
    paths: dict[str, Formula] = {}
    for child in named(declared, "correlationPropertyRetrievalExpression"):
        reference = document.local_id(child, child.get("messageRef") or "")
        message = document.messages.get(reference)
        texts = named(child, "messagePath")
        if message is None:
            document.broken(child, f"messageRef={reference!r} leads nowhere", "Correct the reference.", declared)
        elif not texts:
            why = "a correlation property does not say where it is found in the message"
            document.refuse(child, why, "Add a messagePath.", declared)
        else:
            paths[message.name] = document.formula(texts[0], declared, "messagePath")
    return paths


def subscriptions(
    document: Document, process: etree._Element, keys: tuple[CorrelationKey, ...]
) -> tuple[Subscription, ...]:
    """Read how a process finds keys in its own data."""
    by_id = {key.id: key for key in keys}
    found: list[Subscription] = []
    for element in named(process, "correlationSubscription"):
        reference = document.local_id(element, element.get("correlationKeyRef") or "")
        key = by_id.get(reference)
        if key is None:
            why = f"correlationKeyRef={reference!r} leads to no correlation key"
            document.broken(element, why, "Declare the key in the collaboration, or correct the reference.", process)
            continue
        bindings = dict(_bindings(document, element, process))
        for missing in sorted(key.paths.keys() - bindings.keys()):
            why = f"the correlation subscription does not say what {missing!r} is"
            document.refuse(element, why, "Add a correlationPropertyBinding.", process)
        found.append(Subscription(key, MappingProxyType(bindings)))
    return tuple(found)


def _bindings(document: Document, element: etree._Element, process: etree._Element) -> Iterator[tuple[str, Formula]]:
    for child in named(element, "correlationPropertyBinding"):
        reference = document.local_id(child, child.get("correlationPropertyRef") or "")
        texts = named(child, "dataPath")
        if texts:
            yield reference, document.formula(texts[0], process, "dataPath")
        else:
            document.refuse(child, "a correlation property binding has no dataPath", "Add it.", process)
