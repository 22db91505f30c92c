"""Whether a file can be run here: every reason why it cannot, the engine's and those of our extension elements (N6).

Nothing is deployed by a check. The extension elements are looked at in the XML itself, so that all that is wrong with
them is told at once, with its line, also where the engine has reasons of its own to refuse the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.engine import EXTENSION_NAMESPACE as NAMESPACE
from desktop.engine import (
    DefinitionError,
    Definitions,
    FlowNode,
    Machine,
    Problem,
    Process,
    read,
)
from desktop.engine import hardened_xml as xml_reading
from desktop.engine.document import BPMN
from desktop.engine.expression import LANGUAGE
from desktop.processes.definitions import catalogue, extensions
from desktop.processes.definitions.definition import OWNERS, RUNS_ON, Definition
from desktop.processes.runs.handlers import ABOUT, HANDLERS
from desktop.processes.runs.world import SUBJECTS, stages_of
from desktop.sales.reading import Reading
from desktop.texts import LANGUAGES, say

_FAMILY = "urn:dealwright:process:"
_LONGEST_MINUTES = 7 * 24 * 60

_TEXT = {"language"}
_ELEMENTS: Mapping[str, frozenset[str]] = {
    name: frozenset(attributes)
    for name, attributes in {
        "label": _TEXT,
        "documentation": _TEXT,
        "process": {"subject", "runsOn"},
        "summary": _TEXT,
        "stage": {"code"},
        "guide": _TEXT,
        "goal": set[str](),
        "step": set[str](),
        "program": set[str](),
        "next": set[str](),
        "call": {"variables"},
        "timer": {"catchUp"},
        "task": {
            "kind",
            "owner",
            "durationMinutes",
            "due",
            "startAt",
            "resultVariable",
            "knowledge",
            "document",
            "about",
        },
        "result": {"code", "leads", "asks", "whenVariable"},
        "whenLabel": _TEXT,
        "service": {"handler"},
        "page": {"subject", "waitUntilSaved"},
        "hint": _TEXT,
    }.items()
}
"""Every extension element with its attributes (docs/process-extensions.md); others belong to a newer program."""
_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("task", "kind"): ("task", "call", "meeting"),
    ("task", "knowledge"): ("article", "presentation", "template"),
    ("task", "document"): ("proposal", "contract"),
    ("result", "leads"): ("done", "again", "lost"),
    ("result", "asks"): ("when", "reason"),
    ("process", "subject"): SUBJECTS,
    ("process", "runsOn"): RUNS_ON,
    ("page", "subject"): SUBJECTS,
    ("page", "waitUntilSaved"): ("true", "false"),
    ("call", "variables"): ("all",),
    ("timer", "catchUp"): ("all", "once"),
    **{(name, "language"): LANGUAGES for name, known in _ELEMENTS.items() if "language" in known},
}
_NEEDED = (
    ("stage", "code"),
    ("result", "code"),
    ("service", "handler"),
    ("page", "subject"),
    ("process", "subject"),
    ("guide", "language"),
)
_CARRIED_OUT: Mapping[str, tuple[str, ...]] = {
    "serviceTask": ("service", "page"),
    "businessRuleTask": ("service",),
    "scriptTask": ("service",),
}
"""By which of our extension elements somebody here does what the engine leaves to others."""
_TASKS = ("userTask", "manualTask", "callActivity", "globalUserTask", "globalManualTask")


@dataclass(frozen=True, slots=True)
class Flaw(Problem):
    """A problem of this program's own: ``code`` names its sentences, so that it is said in any language."""

    code: str = ""
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """The definition, or every reason why there is none, in the order of the lines."""

    definition: Definition | None
    problems: tuple[Problem, ...]
    is_xml: bool = True
    """Whether it is a file that could be drawn at all."""
    remarks: tuple[Problem, ...] = ()
    """Rules of the standard that the definition breaks although it is clear how it runs."""


def check(reading: Reading, xml: bytes) -> Checked:
    """Say whether a file can be run here, and all that stands in the way."""
    try:
        root = xml_reading.parse(xml)
    except DefinitionError as error:
        return Checked(None, error.problems, is_xml=False)
    found: list[Problem] = [*_Extensions(reading, root).flaws(), *_left_to_others(reading, root)]
    definition = None
    remarks: tuple[Problem, ...] = ()
    try:
        definitions = read(xml)
        remarks = definitions.remarks
        main = list(_main_flaws(definitions))
        found += main
        if not _executable(root):  # what else stands in the way is told too
            read(xml, executable=list(definitions.processes))
        if not main and not found:
            definition = catalogue.of_file(reading, definitions)
            found += _of_definition(definition)
    except DefinitionError as error:
        found += error.problems
    except ValueError as error:
        found.append(_flaw(None, None, "other", reason=str(error)))
    ordered = sorted(dict.fromkeys(found), key=lambda problem: (problem.line or 0, problem.element_id or ""))
    if definition is None or ordered:
        return Checked(None, tuple(ordered))
    return Checked(definition, (), remarks=remarks)


def must_be_sound(reading: Reading, xml: bytes, source: str = "") -> Definition:
    """Return the definition of a file. Raises DefinitionError with all its problems."""
    checked = check(reading, xml)
    if checked.definition is None:
        raise DefinitionError(checked.problems, source)
    return checked.definition


# The process as a whole ---------------------------------------------------------------------------


def _main_flaws(definitions: Definitions) -> Iterator[Flaw]:
    executable = [process for process in definitions.processes.values() if process.executable]
    main = extensions.main_processes(definitions)
    if not executable:
        if not definitions.processes:
            yield _about(None, "no-process")
    elif definitions.correlation_keys:  # a message reaches the run on its record here, whatever its keys say
        yield _about(main[0] if main else executable[0], "correlated")
    elif len(main) != 1:
        names = ", ".join(process.name or process.id for process in main)
        yield _about((main or executable)[-1], "several-processes" if main else "calls-in-circle", names=names)


def _of_definition(definition: Definition) -> Iterator[Flaw]:
    machine = definition.machine
    for key, element in machine.elements.items():
        if isinstance(element, FlowNode) and key not in definition.handlers:
            yield from _not_carried_out(machine, key, element)
    if not any(start.kind in ("none", "message", "signal") for start in machine.starts):
        yield _about(definition.process, "nobody-begins")


def _not_carried_out(machine: Machine, key: str, node: FlowNode) -> Iterator[Flaw]:
    """Tell what global tasks leave to others and this program has nobody for."""
    task = machine.global_task(key)
    tag = "" if task is None else task.task_tag
    if task is not None and (tag == "businessRuleTask" or (tag == "scriptTask" and task.program is None)):
        yield _about(node, "nobody-does", tag=tag)


def _left_to_others(reading: Reading, root: Any) -> Iterator[Flaw]:
    """Tell what nobody here would do, a drawing or a step of another program, also where the engine cannot read it."""
    there = {found.get("id") for found in root if found.get("id")}
    drawn = list(root.iterchildren(f"{{{BPMN}}}process"))
    executable = _executable(root)
    if drawn and not executable:
        yield _flaw(drawn[0], drawn[0], "not-executable")
    for process in executable or drawn:
        for element in process.iter(f"{{{BPMN}}}*"):
            tag = xml_reading.split(element)[1]
            if tag == "callActivity":
                called = (element.get("calledElement") or "").rpartition(":")[2]
                if called and called not in there and not catalogue.is_run(reading, called):
                    yield _flaw(element, element, "unknown-call", called=called)
            elif tag == "adHocSubProcess":
                yield _flaw(element, element, "nobody-chooses")
            elif tag in _CARRIED_OUT and not any(_dealwright(element, name) for name in _CARRIED_OUT[tag]):
                ours = tag == "scriptTask" and element.get("scriptFormat") == LANGUAGE
                if not ours:
                    yield _flaw(element, element, "nobody-does", tag=tag)


def _executable(root: Any) -> list[Any]:
    return [found for found in root.iterchildren(f"{{{BPMN}}}process") if found.get("isExecutable") in ("true", "1")]


def _dealwright(element: Any, name: str) -> bool:
    """Whether an element has one of our extension elements."""
    return element.find(f"{{{BPMN}}}extensionElements/{{{NAMESPACE}}}{name}") is not None


def _about(element: Process | FlowNode | None, code: str, **parameters: str) -> Flaw:
    flaw = _flaw(None, None, code, **parameters)
    if element is None:
        return flaw
    return Flaw(element.id, element.line, flaw.why, flaw.mend, element.name, flaw.code, flaw.parameters)


# Extension elements -------------------------------------------------------------------------------


class _Extensions:
    """Looks through the extension elements of a file."""

    def __init__(self, reading: Reading, root: Any) -> None:
        self._reading = reading
        self._root = root
        subjects = (found.get("subject") for found in root.iter(f"{{{NAMESPACE}}}process"))
        subject = next(subjects, "opportunity")
        self._subject = subject if subject in SUBJECTS else ""
        self._stages = frozenset(stage.code for stage in stages_of(reading, subject).all) if self._subject else None

    def flaws(self) -> Iterator[Flaw]:
        """Return all of them."""
        for element in self._root.iter():
            namespace, tag = xml_reading.split(element)
            if tag != "extensionElements" or namespace == NAMESPACE:
                continue
            about = element.getparent()
            for found in element:
                family, _ = xml_reading.split(found)
                if family == NAMESPACE:
                    yield from self._of(found, about)
                elif family.startswith(_FAMILY):
                    yield _flaw(found, about, "newer", namespace=family)

    def _of(self, found: Any, about: Any) -> Iterator[Flaw]:
        tag = xml_reading.split(found)[1]
        attributes = xml_reading.local_attributes(found)
        known = _ELEMENTS.get(tag)
        if known is None:
            yield _flaw(found, about, "unknown-element", tag=tag)
            return
        for name, value in attributes.items():
            choices = _CHOICES.get((tag, name))
            if name not in known:
                yield _flaw(found, about, "unknown-attribute", tag=tag, name=name)
            elif choices is not None and value not in choices:
                yield _flaw(found, about, "wrong-value", tag=tag, name=name, value=value, choices=", ".join(choices))
        for wanted, name in _NEEDED:
            if tag == wanted and not attributes.get(name):
                yield _flaw(found, about, "missing-attribute", tag=tag, name=name)
        yield from self._more(tag, attributes, found, about)
        for child in found:
            if xml_reading.split(child)[0] == NAMESPACE:
                yield from self._of(child, about)

    def _more(self, tag: str, attributes: Mapping[str, str], found: Any, about: Any) -> Iterator[Flaw]:
        if tag == "task":
            yield from self._of_task(attributes, found, about)
        elif tag == "result":
            if attributes.get("asks") == "when" and not attributes.get("whenVariable"):
                yield _flaw(found, about, "when-lost", result=attributes.get("code", ""))
        elif tag == "stage":
            code = attributes.get("code", "")
            if code and self._stages is not None and code not in self._stages:
                yield _flaw(found, about, "unknown-stage", stage=code, choices=", ".join(sorted(self._stages)))
        elif tag == "service":
            yield from self._of_service(attributes.get("handler", ""), found, about)

    def _of_task(self, attributes: Mapping[str, str], found: Any, about: Any) -> Iterator[Flaw]:
        if xml_reading.split(about)[1] not in _TASKS:
            yield _flaw(found, about, "misplaced", tag="task")
        minutes = attributes.get("durationMinutes", "30")
        if not (minutes.isascii() and minutes.isdigit() and 0 < int(minutes[:9]) <= _LONGEST_MINUTES):
            yield _flaw(found, about, "wrong-minutes", value=minutes, most=str(_LONGEST_MINUTES))
        due = attributes.get("due", "P1D")
        try:
            extensions.duration(due)
        except (ValueError, OverflowError):
            yield _flaw(found, about, "wrong-due", value=due)
        owners = [rule.format(subject=self._subject) for rule in OWNERS]
        owner = attributes.get("owner", "")
        if owner and self._subject and owner not in owners:
            yield _flaw(found, about, "unknown-owner", owner=owner, choices=", ".join(owners))
        codes = [child.get("code") for child in found if xml_reading.split(child) == (NAMESPACE, "result")]
        for code in sorted({code for code in codes if code and codes.count(code) > 1}):
            yield _flaw(found, about, "result-twice", result=code)
        if not codes:
            yield _flaw(found, about, "no-results")

    def _of_service(self, handler: str, found: Any, about: Any) -> Iterator[Flaw]:
        if not handler:
            return
        if handler not in HANDLERS:
            yield _flaw(found, about, "unknown-handler", handler=handler, choices=", ".join(sorted(HANDLERS)))
        elif self._subject and ABOUT[handler] != self._subject:
            yield _flaw(found, about, "handler-of-other", handler=handler, subject=self._subject)


def _flaw(found: Any, about: Any, code: str, **parameters: str) -> Flaw:
    return Flaw(
        element_id=None if about is None else about.get("id"),
        line=None if found is None else xml_reading.line_of(found),
        why=say("en", f"flaw-{code}", parameters),
        mend=say("en", f"flaw-{code}-mend", parameters),
        name="" if about is None else about.get("name") or "",
        code=code,
        parameters=tuple(parameters.items()),
    )
