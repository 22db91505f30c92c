"""Reading a BPMN file whole: the engine's model, and what our extension elements say (docs/process-extensions.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from desktop.engine import CallActivity, Definitions, Extension, FlowNode, Machine, Process, SubProcess, Task, read
from desktop.processes.definitions.definition import (
    OWNERS,
    RUNS_ON,
    Definition,
    Guide,
    PageSpec,
    ResultSpec,
    StageSpec,
    TaskSpec,
)
from desktop.processes.definitions.labels import Label, extension, is_ours, labelled, named

_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


def parse(xml: bytes) -> Definition:
    """Read a definition whole that calls no process of another file. Raises as ``of`` does."""
    return of(read(xml))


def of(file: Definitions, called: Sequence[Definitions] = ()) -> Definition:
    """Return what a file says; ``called`` are the files in which its calls find their processes.

    Raises DefinitionError, or ValueError for extension elements that are not known.
    """
    main = main_processes(file)
    if len(main) != 1:
        raise ValueError(f"{file.id}: one executable process is needed, not {len(main)}")
    process = main[0]
    machine = Machine(process, called=called)
    own = extension(process, "process")
    subject = own.attributes.get("subject", "") if own else "opportunity"
    label = labelled(own, "label", process.name or process.id) if own else named(process)
    summary = labelled(own, "summary", "") if own else Label("", "")
    nodes = {key: element for key, element in machine.elements.items() if isinstance(element, FlowNode)}
    tasks = {key: _task(key, node, subject) for key, node in nodes.items() if _is_task(machine, key, node)}
    runs_on = own.attributes.get("runsOn", "open") if own else "open"
    if runs_on not in RUNS_ON:
        raise ValueError(f"{process.id}: no records are known as {runs_on!r}")
    return Definition(
        hash=file.hash,
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


def main_processes(file: Definitions) -> list[Process]:
    """Return the executable processes that no other one in the file calls."""
    executable = [process for process in file.processes.values() if process.executable]
    called = calls_of(executable)
    return [process for process in executable if process.id not in called]


def calls_of(processes: Iterable[Process]) -> set[str]:
    """Return the keys of the processes that these call."""
    elements = (element for process in processes for element in process.elements.values())
    return {element.called for element in elements if isinstance(element, CallActivity)} - {""}


def _is_task(machine: Machine, key: str, node: FlowNode) -> bool:
    called = machine.global_task(key)
    tag = node.tag if called is None else called.task_tag
    return tag in ("userTask", "manualTask")


def _task(key: str, node: FlowNode, subject: str) -> TaskSpec:
    found = extension(node, "task")
    keeps = isinstance(node, Task) and node.result_variable is not None
    if found is None:
        done = ResultSpec("done", Label("Done", "Готово"), "done", "", Label("", ""), "")
        return TaskSpec(key, named(node), "task", "", 30, timedelta(days=1), "", keeps, (done,), _stage_around(node))
    attributes = found.attributes
    owner = attributes.get("owner", "")
    if owner and owner not in [rule.format(subject=subject) for rule in OWNERS]:
        raise ValueError(f"{node.id}: nobody is known as {owner!r}")
    return TaskSpec(
        element_id=key,
        label=named(node),
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
        label=labelled(found, "label", found.attributes["code"]),
        leads=found.attributes.get("leads", "done"),
        asks=found.attributes.get("asks", ""),
        when_label=labelled(found, "whenLabel", ""),
        when_variable=found.attributes.get("whenVariable", ""),
    )


def _stages(key: str, node: FlowNode) -> Iterator[StageSpec]:
    found = extension(node, "stage")
    if found is not None:
        guides = {guide.attributes["language"]: _guide(guide) for guide in node.extensions if is_ours(guide, "guide")}
        yield StageSpec(key, found.attributes["code"], named(node), guides)


def _guide(found: Extension) -> Guide:
    def text(tag: str) -> str:
        return next((child.text.strip() for child in found.children if child.tag == tag), "")

    steps = tuple(child.text.strip() for child in found.children if child.tag == "step")
    return Guide(text("goal"), steps, text("program"), text("next"))


def _pages(key: str, node: FlowNode) -> Iterator[PageSpec]:
    found = extension(node, "page")
    if found is not None:
        yield PageSpec(
            element_id=key,
            subject=found.attributes["subject"],
            hint=labelled(found, "hint", ""),
            waits=found.attributes.get("waitUntilSaved", "false") == "true",
        )


def _handlers(node: FlowNode) -> Iterator[str]:
    found = extension(node, "service")
    if found is not None:
        yield found.attributes["handler"]


def _stage_around(node: FlowNode) -> str:
    parent = node.parent
    while isinstance(parent, SubProcess):
        found = extension(parent, "stage")
        if found is not None:
            return found.attributes["code"]
        parent = parent.parent
    return ""


def duration(text: str) -> timedelta:
    """Return the length of an ISO 8601 duration of days, hours and minutes. Raises ValueError for any other."""
    match = _DURATION.fullmatch(text)
    if match is None or text in ("P", "PT"):
        raise ValueError(f"{text!r} is no duration of days, hours and minutes")
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)
