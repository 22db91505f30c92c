"""What differs between two versions of a process, element by element and in words (N6).

The files themselves are compared, without their drawings: what has words of its own here (names, descriptions, flows,
tasks, results, guides) is told in them, and anything else that differs is told as such, so that nothing is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.engine import EXTENSION_NAMESPACE as OURS
from desktop.engine.document import BPMN
from desktop.engine.hardened_xml import local_attributes, parse, split
from desktop.texts import say
from desktop.views.processes import Change

_LINKS = ("incoming", "outgoing", "documentation", "extensionElements", "conditionExpression", "flowNodeRef")
_TASK_WORDS = ("owner", "due", "durationMinutes", "kind")

Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class _Part:
    """One element of a file, by what can differ. ``rest`` is all of it that has no words of its own."""

    id: str
    tag: str
    names: Mapping[str, str]
    texts: Mapping[str, str]
    inside: str
    source: str = ""
    target: str = ""
    condition: str = ""
    default: str = ""
    task: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    guide: object = None
    stage: str = ""
    handler: str = ""
    page: object = None
    rest: object = None

    def name(self, language: str) -> str:
        """Return what it is called, "" for nothing."""
        return self.names.get(language) or self.names.get("en", "")


def changes(before: bytes, after: bytes, language: str) -> tuple[Change, ...]:
    """Return what differs, in the order of the newer file, what is gone at the end; nothing for the drawing alone.

    Raises DefinitionError for what is no XML.
    """
    old, new = _parts(before), _parts(after)

    def words(code: str, **parameters: object) -> str:
        return say(language, code, parameters)

    found: list[Change] = []
    for key, part in new.items():
        was = old.get(key)
        if was is None:
            found.append(Change(key, "added", _label(part, new, language), words("change-added")))
            continue
        said = list(_differences(was, part, new, language, words))
        if said:
            found.append(Change(key, "changed", _label(part, new, language), "; ".join(said)))
    for key, part in old.items():
        if key not in new:
            found.append(Change(key, "removed", _label(part, old, language), words("change-removed")))
    return tuple(found)


def _differences(was: _Part, now: _Part, new: Mapping[str, _Part], language: str, words: Say) -> Iterator[str]:
    if was.tag != now.tag:
        yield words("change-kind", old=was.tag, new=now.tag)
    if was.names != now.names:
        yield words("change-name", old=was.name(language), new=now.name(language))
    if was.texts != now.texts:
        yield words("change-text")
    if was.inside != now.inside:
        yield words("change-place")
    if (was.source, was.target) != (now.source, now.target):
        ends = {"source": _end(now.source, new, language), "target": _end(now.target, new, language)}
        yield words("change-flow", **ends)
    if was.condition != now.condition:
        yield words("change-condition", old=was.condition or "-", new=now.condition or "-")
    if was.default != now.default:
        yield words("change-default")
    yield from _of_task(was, now, language, words)
    for code, one, other in (
        ("stage", was.stage, now.stage),
        ("handler", was.handler, now.handler),
        ("guide", was.guide, now.guide),
        ("page", was.page, now.page),
    ):
        if one != other:
            yield words(f"change-{code}", new=other if isinstance(other, str) else "")
    if was.rest != now.rest:
        yield words("change-rest")


def _of_task(was: _Part, now: _Part, language: str, words: Say) -> Iterator[str]:
    named = [name for name in _TASK_WORDS if was.task.get(name) != now.task.get(name)]
    for name in named:
        yield words(f"change-task-{name}", old=was.task.get(name) or "-", new=now.task.get(name) or "-")
    others = (set(was.task) | set(now.task)) - set(_TASK_WORDS)
    if any(was.task.get(name) != now.task.get(name) for name in others):
        yield words("change-task")
    for code in dict.fromkeys((*was.results, *now.results)):
        labels = now.labels.get(code) or was.labels.get(code) or {}
        label = labels.get(language) or labels.get("en") or code
        if code not in was.results:
            yield words("change-result-added", result=label)
        elif code not in now.results:
            yield words("change-result-removed", result=label)
        elif was.results[code] != now.results[code]:
            yield words("change-result", result=label)


def _label(part: _Part, parts: Mapping[str, _Part], language: str) -> str:
    name = part.name(language)
    if name or not part.source:
        return name or part.id
    return f"{_end(part.source, parts, language)} → {_end(part.target, parts, language)}"


def _end(element_id: str, parts: Mapping[str, _Part], language: str) -> str:
    part = parts.get(element_id)
    return element_id if part is None else part.name(language) or element_id


# Reading ------------------------------------------------------------------------------------------


def _parts(xml: bytes) -> dict[str, _Part]:
    found: dict[str, _Part] = {}
    for process in parse(xml):
        if split(process) == (BPMN, "process"):
            for element in process.iter():
                namespace, tag = split(element)
                number = element.get("id")
                if namespace == BPMN and number and (element is process or _flows(tag)):
                    found[number] = _part(element, tag)
    return found


def _flows(tag: str) -> bool:
    """Whether an element of this tag is a step or a flow, not a part of one."""
    ends = ("Task", "task", "Event", "Gateway", "SubProcess", "subProcess", "Activity", "sequenceFlow", "transaction")
    return tag.endswith(ends) and not tag.endswith("EventDefinition")


def _part(element: Any, tag: str) -> _Part:
    ours = [
        child
        for extensions in element.findall(f"{{{BPMN}}}extensionElements")
        for child in extensions
        if split(child)[0] == OURS
    ]
    attributes = local_attributes(element)
    parent = element.getparent()
    task = next((child for child in ours if split(child)[1] == "task"), None)
    results = [] if task is None else [child for child in task if split(child) == (OURS, "result")]
    known = ("label", "documentation", "task", "stage", "guide", "service", "page")
    return _Part(
        id=attributes["id"],
        tag=tag,
        names=_both(ours, "label") | {"en": attributes.get("name", "")},
        texts=_both(ours, "documentation") | {"en": _text(element.find(f"{{{BPMN}}}documentation"))},
        inside="" if parent is None else parent.get("id") or "",
        source=attributes.get("sourceRef", ""),
        target=attributes.get("targetRef", ""),
        condition=_text(element.find(f"{{{BPMN}}}conditionExpression")),
        default=attributes.get("default", ""),
        task={} if task is None else local_attributes(task),
        results={child.get("code") or "": _whole(child) for child in results},
        labels={child.get("code") or "": _both(child, "label") for child in results},
        guide=tuple(_whole(child) for child in ours if split(child)[1] == "guide"),
        stage=_attribute(ours, "stage", "code"),
        handler=_attribute(ours, "service", "handler"),
        page=tuple(_whole(child) for child in ours if split(child)[1] == "page"),
        rest=(
            tuple(sorted((k, v) for k, v in element.attrib.items() if k not in _SAID)),
            tuple(_whole(child) for child in element if not _said(child, tag)),
            tuple(_whole(child) for child in ours if split(child)[1] not in known),
        ),
    )


_SAID = frozenset({"id", "name", "sourceRef", "targetRef", "default"})


def _said(child: Any, tag: str) -> bool:
    """Whether a child has words of its own, or is a step itself."""
    return split(child)[1] in _LINKS or _flows(split(child)[1]) or split(child)[1] in ("laneSet", "artifact")


def _whole(element: Any) -> tuple[object, ...]:
    """Return an element as it stands, without spaces between what it holds."""
    return (
        str(element.tag),
        tuple(sorted(element.attrib.items())),
        _text(element),
        tuple(_whole(child) for child in element),
    )


def _text(element: Any) -> str:
    return "" if element is None else " ".join((element.text or "").split())


def _both(elements: Any, tag: str) -> dict[str, str]:
    return {child.get("language", "en"): _text(child) for child in elements if split(child) == (OURS, tag)}


def _attribute(elements: Any, tag: str, name: str) -> str:
    return next((child.get(name) or "" for child in elements if split(child)[1] == tag), "")
