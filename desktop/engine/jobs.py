"""What the runner asks of those who do the work of tasks, and what they may answer (BPMN 2.0, 10.3.3, 10.5.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from desktop.engine.document import EXTENSION_NAMESPACE
from desktop.engine.model import Element, GlobalTask, Task
from desktop.engine.values import Value

_NOTHING: Final[Mapping[str, Value]] = MappingProxyType({})


class BpmnError(Exception):
    """Raised by a handler: its task fails with this error (BPMN 2.0, 10.5.6), named by its code or id."""

    def __init__(self, code: str, variables: Mapping[str, Value] = _NOTHING) -> None:
        super().__init__(code)
        self.code = code
        self.variables = variables


class BpmnEscalation(Exception):
    """Raised by a handler: its task escalates, and is done if that does not interrupt it (BPMN 2.0, 10.5.6)."""

    def __init__(self, code: str, variables: Mapping[str, Value] = _NOTHING) -> None:
        super().__init__(code)
        self.code = code
        self.variables = variables


@dataclass(frozen=True, slots=True)
class Job:
    """What a handler is asked to do. ``variables`` are all that the task can read.

    ``element`` is the task as the file has it: its name, the attributes and extension elements of its vendor.
    """

    instance: int
    element_id: str
    element: Element
    kind: str
    script: str
    variables: Mapping[str, Value]


Handler: TypeAlias = Callable[[Job], "Mapping[str, Value] | None"]


def handler_names(element_id: str, kind: str, element: Element, called: GlobalTask | None) -> Iterator[str]:
    """Give the names under which the handler of a task may be found, the most particular first."""
    yield element_id
    yield element.id
    yield element.name
    for extension in element.extensions:
        if (extension.namespace, extension.tag) == (EXTENSION_NAMESPACE, "service"):
            yield extension.attributes.get("handler", "")
    if called is not None:
        yield from (called.id, called.name, called.script_format)
    if isinstance(element, Task):
        yield element.script_format
    yield kind
