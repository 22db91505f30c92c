"""The library of processes: definitions in the database, and what their extension elements say.

A definition is immutable and known by its hash; an instance stays on the definition it was started with (N6). Parsed
definitions are kept for the life of the program.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files
from typing import Any

from sqlalchemy import Row, select

from desktop.engine import EXTENSION_NAMESPACE as NAMESPACE
from desktop.engine import (
    CallActivity,
    DefinitionError,
    Definitions,
    Element,
    Extension,
    FlowNode,
    Machine,
    Process,
    SubProcess,
    Task,
    read,
)
from desktop.processes.tables import process_definition
from desktop.sales.reading import Reading
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

OWNERS = ("{subject}.owner", "{subject}.owner.manager")
"""The rules that dw:task knows for who gets the task: the owner of the run's subject, and who the owner reports to."""

RUNS_ON = ("open", "won", "called")
"""On which records a process can be run: open ones, won ones, or only as a part of other processes."""
NEW = "new"
"""Where the database keeps this instead, the process can be run on nothing: it makes its record by itself."""

_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


@dataclass(frozen=True, slots=True)
class Label:
    """A text in both languages."""

    en: str
    ru: str

    def said(self, language: str) -> str:
        """Return the text in the language."""
        return self.ru if language == "ru" else self.en

    @property
    def both(self) -> dict[str, str]:
        """The text as a parameter of a sentence that is said later."""
        return {"en": self.en, "ru": self.ru}


@dataclass(frozen=True, slots=True)
class ResultSpec:
    """A result that a task can have; ``when_variable`` gets the moment that it asks for (R15)."""

    code: str
    label: Label
    leads: str
    asks: str
    when_label: Label
    when_variable: str


@dataclass(frozen=True, slots=True)
class TaskSpec:
    """What dw:task says of a task. ``start_at`` names the variable that may hold an agreed start, "" if none.

    ``knowledge`` is the kind of article that the task chooses from the knowledge base, "" if none; ``document`` the
    kind of document that it is about. ``about`` names the variable that holds whom the task is about, with name and
    contact; ``contact`` is the contact's id once the task is made.
    """

    element_id: str
    label: Label
    kind: str
    owner: str
    minutes: int
    due: timedelta
    start_at: str
    keeps_result: bool
    results: tuple[ResultSpec, ...]
    stage_code: str
    knowledge: str = ""
    document: str = ""
    about: str = ""
    contact: int | None = None

    def result(self, code: str) -> ResultSpec:
        """Return the result of this code. Refused "result-unknown" if the task cannot have it (R15)."""
        for result in self.results:
            if result.code == code:
                return result
        raise Refused("result-unknown", field="result", result=code)


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide of a stage in one language (R18)."""

    goal: str
    steps: tuple[str, ...]
    program: str
    following: str


@dataclass(frozen=True, slots=True)
class StageSpec:
    """The stage that entering an element sets on the run's subject; ``guides`` is by language."""

    element_id: str
    code: str
    label: Label
    guides: Mapping[str, Guide]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """The page that a step opens for the person responsible, with a hint; it may wait until it is saved (R17)."""

    element_id: str
    subject: str
    hint: Label
    waits: bool


@dataclass(frozen=True, slots=True)
class Definition:
    """One version of a process, read whole; ``runs_on`` is one of RUNS_ON."""

    hash: str
    key: str
    subject: str
    label: Label
    summary: Label
    machine: Machine
    tasks: Mapping[str, TaskSpec]
    stages: Mapping[str, StageSpec]
    pages: Mapping[str, PageSpec]
    handlers: Mapping[str, str]
    runs_on: str = "open"

    @property
    def makes_record(self) -> bool:
        """Whether a run that was started on nothing makes its record by itself (L1)."""
        return any(handler.startswith("register_") for handler in self.handlers.values())

    @property
    def process(self) -> Process:
        """The model that the machine runs."""
        return self.machine.process

    def name(self, element_id: str) -> Label:
        """Return the name of an element in both languages."""
        return _name(self.machine.elements[element_id])


@dataclass(frozen=True, slots=True)
class Deployed:
    """A definition with the number under which this database knows it."""

    id: int
    definition: Definition


_by_hash: dict[str, Definition] = {}
_calling: dict[tuple[str, ...], Definition] = {}
"""Definitions that call processes of other files, by their hash and those of what they call."""


def deploy_shipped(tx: Transaction) -> None:
    """Put the processes that come with the program into the library; those that are there already stay as they are.

    One that cannot be run in this workspace, say because a stage that it leads to was removed, is left out.
    """
    folder = files("resources").joinpath("processes")
    waiting = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.name.endswith(".bpmn")}
    shipped = {name: _processes_of(xml) for name, xml in waiting.items()}
    while waiting:  # those that are called come before those that call them
        missing = {key for name in waiting for key in shipped[name]}
        ready = [name for name in sorted(waiting) if not missing & (_calls_of(shipped[name]) - shipped[name].keys())]
        for name in ready or sorted(waiting):
            with suppress(DefinitionError):
                deploy(tx, waiting.pop(name), name)


def deploy(tx: Transaction, xml: bytes, source: str = "", *, by: int | None = None) -> int:
    """Add a definition as the next version of its key, unless it is there; return its id.

    ``by`` is the person who brings it, None for the program itself: what it brings is run at once only where nobody
    has chosen another version, or has switched the process off.

    Processes that it calls and that are not in its file are those of the library as it stands now: it keeps them, also
    when they get newer versions.

    Raises DefinitionError with every reason if it cannot be run here.
    """
    from desktop.processes import checking  # it reads definitions

    digest = hashlib.sha256(xml).hexdigest()
    table = process_definition
    known = tx.value(select(table.c.id).where(table.c.hash == digest))
    if known is not None:
        return int(known)
    definition = checking.must_be_sound(tx, xml, source)
    calls = _called_elsewhere(tx, xml, source)
    columns = (table.c.id, table.c.number, table.c.active, table.c.pinned, table.c.deployed_by)
    versions = tx.rows(select(*columns).where(table.c.key == definition.key))
    active = [version for version in versions if version.active]
    runs = by is not None or not versions or any(version.deployed_by is None for version in active)
    for version in active if runs else ():
        tx.update(table, version.id, {"active": False})
    return tx.insert(
        table,
        {
            "key": definition.key,
            "number": max((version.number for version in versions), default=0) + 1,
            "hash": digest,
            "subject": definition.subject,
            "name_en": definition.label.en,
            "name_ru": definition.label.ru,
            "summary_en": definition.summary.en,
            "summary_ru": definition.summary.ru,
            "xml": xml,
            "calls": calls,
            "runs_on": NEW if definition.makes_record else definition.runs_on,
            "active": runs,
            "pinned": any(version.pinned for version in versions) if versions else definition.makes_record,
            "deployed_at": tx.now,
            "deployed_by": by,
            "source": source[:300],
        },
    )


def _called_elsewhere(source: Reading, xml: bytes, name: str) -> dict[str, str]:
    """Return the processes of the library that a file calls, and what those call: key to hash."""
    processes = _processes_of(xml)
    found: dict[str, str] = {}
    for called in sorted(_calls_of(processes) - processes.keys()):
        row = _newest_row(source, called)
        if row is None:  # a global task of the file, or what the machine refuses with its reasons
            continue
        for key, digest in {called: row.hash, **row.calls}.items():
            if found.setdefault(key, digest) != digest:
                raise ValueError(f"{name}: {key} would be called in two versions")
    return found


def _processes_of(xml: bytes) -> Mapping[str, Process]:
    return read(xml).processes


def _calls_of(processes: Mapping[str, Process]) -> set[str]:
    elements = (element for process in processes.values() for element in process.elements.values())
    return {element.called for element in elements if isinstance(element, CallActivity)} - {""}


def _xml_of(source: Reading, calls: Mapping[str, str]) -> tuple[bytes, ...]:
    table = process_definition
    rows = source.rows(select(table.c.xml).where(table.c.hash.in_(calls.values()))) if calls else ()
    return tuple(bytes(row.xml) for row in rows)


def newest(source: Reading, key: str) -> Deployed:
    """Return the version of a process that is run now.

    Refused "process-unknown" if the library has none, "process-switched-off" if none is run.
    """
    row = _newest_row(source, key)
    if row is None:
        there = last(source, key)
        if there is None:
            raise Refused("process-unknown", process=key)
        raise Refused("process-switched-off", process=there.definition.label.both)
    return Deployed(row.id, by_hash(source, row.hash))


def is_run(source: Reading, key: str) -> bool:
    """Tell whether the library has a version of a process that is run now."""
    return _newest_row(source, key) is not None


def last(source: Reading, key: str) -> Deployed | None:
    """Return the newest version of a process, whether it is run or not; None where there is none."""
    table = process_definition
    statement = select(table.c.id, table.c.hash).where(table.c.key == key).order_by(table.c.number.desc()).limit(1)
    row = source.first(statement)
    return None if row is None else Deployed(row.id, by_hash(source, row.hash))


def _newest_row(source: Reading, key: str) -> Row[Any] | None:
    table = process_definition
    statement = select(table.c.id, table.c.hash, table.c.calls).where(table.c.key == key, table.c.active)
    return source.first(statement.order_by(table.c.number.desc()))


def leading_to(source: Reading, stage_code: str, subject: str = "opportunity") -> Label | None:
    """Return the name of a process that can be run and leads to the stage, None where there is none."""
    table = process_definition
    active = select(table.c.hash).where(table.c.active, table.c.subject == subject)
    for (digest,) in source.rows(active.order_by(table.c.id)):
        definition = by_hash(source, digest)
        if any(stage.code == stage_code for stage in definition.stages.values()):
            return definition.label
    return None


def begun_by(source: Reading, kind: str, name: str, subject: str) -> tuple[tuple[str, str, int], ...]:
    """Return the processes about a subject that a message or signal begins: key, start event, its index."""
    table = process_definition
    found: list[tuple[str, str, int]] = []
    active = select(table.c.key, table.c.hash).where(table.c.active, table.c.subject == subject)
    for row in source.rows(active.order_by(table.c.id)):
        for start in by_hash(source, row.hash).machine.starts:
            if (start.kind, start.name) == (kind, name):
                found.append((row.key, start.element_id, start.index))
    return tuple(found)


def by_id(source: Reading, definition_id: int) -> Definition:
    """Return the definition of this number."""
    digest = source.value(select(process_definition.c.hash).where(process_definition.c.id == definition_id))
    return by_hash(source, digest)


def by_hash(source: Reading, digest: str) -> Definition:
    """Return the definition of this hash, read from the database the first time."""
    found = _by_hash.get(digest)
    if found is None:
        table = process_definition
        calls = source.value(select(table.c.calls).where(table.c.hash == digest).limit(1)) or {}
        known = (digest, *sorted(calls.values()))
        found = _calling.get(known)
        if found is None:
            xml = source.value(select(table.c.xml).where(table.c.hash == digest).limit(1))
            found = parse(bytes(xml), "", _xml_of(source, calls))
            if calls:
                _calling[known] = found
            else:
                _by_hash[digest] = found
    return found


def of_file(source: Reading, xml: bytes) -> Definition:
    """Read a file as it would be deployed, without keeping it. Raises as ``deploy`` does."""
    return parse(xml, "", _xml_of(source, _called_elsewhere(source, xml, "")))


# Reading the extension elements ---------------------------------------------------------------------


def parse(xml: bytes, source: str = "", called: Sequence[bytes] = ()) -> Definition:
    """Read a definition whole; ``called`` are the files in which its calls find their processes.

    Raises DefinitionError, or ValueError for extension elements that are not known.
    """
    definitions = read(xml)
    process = _main_process(definitions, source)
    machine = Machine(process, called=[read(other) for other in called])
    own = _extension(process, "process")
    subject = own.attributes.get("subject", "") if own else "opportunity"
    label = _labelled(own, "label", process.name or process.id) if own else _name(process)
    summary = _labelled(own, "summary", "") if own else Label("", "")
    nodes = {key: element for key, element in machine.elements.items() if isinstance(element, FlowNode)}
    tasks = {key: _task(key, node, subject) for key, node in nodes.items() if _is_task(machine, key, node)}
    runs_on = own.attributes.get("runsOn", "open") if own else "open"
    if runs_on not in RUNS_ON:
        raise ValueError(f"{source or process.id}: no records are known as {runs_on!r}")
    return Definition(
        hash=definitions.hash,
        key=process.id,
        subject=subject,
        label=label,
        summary=summary,
        machine=machine,
        tasks=tasks,
        stages={key: spec for key, node in nodes.items() for spec in _stages(key, node)},
        pages={key: spec for key, node in nodes.items() for spec in _pages(key, node)},
        handlers={key: handler for key, node in nodes.items() for handler in _handlers(node)},
        runs_on=runs_on,
    )


def _main_process(definitions: Definitions, source: str) -> Process:
    """Return the executable process that no other one in the file calls."""
    executable = [process for process in definitions.processes.values() if process.executable]
    called = {
        element.called
        for process in executable
        for element in process.elements.values()
        if isinstance(element, CallActivity)
    }
    main = [process for process in executable if process.id not in called]
    if len(main) != 1:
        raise ValueError(f"{source or definitions.id}: one executable process is needed, not {len(main)}")
    return main[0]


def _is_task(machine: Machine, key: str, node: FlowNode) -> bool:
    called = machine.global_task(key)
    tag = node.tag if called is None else called.task_tag
    return tag in ("userTask", "manualTask")


def _task(key: str, node: FlowNode, subject: str) -> TaskSpec:
    found = _extension(node, "task")
    keeps = isinstance(node, Task) and node.result_variable is not None
    if found is None:
        done = ResultSpec("done", Label("Done", "Готово"), "done", "", Label("", ""), "")
        return TaskSpec(key, _name(node), "task", "", 30, timedelta(days=1), "", keeps, (done,), _stage_around(node))
    attributes = found.attributes
    owner = attributes.get("owner", "")
    if owner and owner not in [rule.format(subject=subject) for rule in OWNERS]:
        raise ValueError(f"{node.id}: nobody is known as {owner!r}")
    return TaskSpec(
        element_id=key,
        label=_name(node),
        kind=attributes.get("kind", "task"),
        owner=owner,
        minutes=int(attributes.get("durationMinutes", "30")),
        due=duration(attributes.get("due", "P1D")),
        start_at=attributes.get("startAt", ""),
        keeps_result=keeps,
        results=tuple(_result(child) for child in found.children if child.tag == "result"),
        stage_code=_stage_around(node),
        knowledge=attributes.get("knowledge", ""),
        document=attributes.get("document", ""),
        about=attributes.get("about", ""),
    )


def _result(found: Extension) -> ResultSpec:
    return ResultSpec(
        code=found.attributes["code"],
        label=_labelled(found, "label", found.attributes["code"]),
        leads=found.attributes.get("leads", "done"),
        asks=found.attributes.get("asks", ""),
        when_label=_labelled(found, "whenLabel", ""),
        when_variable=found.attributes.get("whenVariable", ""),
    )


def _stages(key: str, node: FlowNode) -> Iterator[StageSpec]:
    found = _extension(node, "stage")
    if found is not None:
        guides = {guide.attributes["language"]: _guide(guide) for guide in node.extensions if _is(guide, "guide")}
        yield StageSpec(key, found.attributes["code"], _name(node), guides)


def _guide(found: Extension) -> Guide:
    def text(tag: str) -> str:
        return next((child.text.strip() for child in found.children if child.tag == tag), "")

    steps = tuple(child.text.strip() for child in found.children if child.tag == "step")
    return Guide(text("goal"), steps, text("program"), text("next"))


def _pages(key: str, node: FlowNode) -> Iterator[PageSpec]:
    found = _extension(node, "page")
    if found is not None:
        yield PageSpec(
            element_id=key,
            subject=found.attributes["subject"],
            hint=_labelled(found, "hint", ""),
            waits=found.attributes.get("waitUntilSaved", "false") == "true",
        )


def _handlers(node: FlowNode) -> Iterator[str]:
    found = _extension(node, "service")
    if found is not None:
        yield found.attributes["handler"]


def _stage_around(node: FlowNode) -> str:
    parent = node.parent
    while isinstance(parent, SubProcess):
        found = _extension(parent, "stage")
        if found is not None:
            return found.attributes["code"]
        parent = parent.parent
    return ""


def _name(element: Element) -> Label:
    english = element.name or element.id
    russian = next(
        (
            found.text.strip()
            for found in element.extensions
            if _is(found, "label") and found.attributes.get("language") == "ru"
        ),
        english,
    )
    return Label(english, russian)


def _labelled(found: Extension, tag: str, otherwise: str) -> Label:
    texts = {child.attributes.get("language", "en"): child.text.strip() for child in found.children if child.tag == tag}
    english = texts.get("en", otherwise)
    return Label(english, texts.get("ru", english))


def _extension(element: Element, tag: str) -> Extension | None:
    return next((found for found in element.extensions if _is(found, tag)), None)


def _is(found: Extension, tag: str) -> bool:
    return found.namespace == NAMESPACE and found.tag == tag


def duration(text: str) -> timedelta:
    """Return the length of an ISO 8601 duration of days, hours and minutes. Raises ValueError for any other."""
    match = _DURATION.fullmatch(text)
    if match is None or text in ("P", "PT"):
        raise ValueError(f"{text!r} is no duration of days, hours and minutes")
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)
