"""How instances begin: by their none start event, or by something that happens (BPMN 2.0, 10.5.2, 13.2, 13.5.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.engine import events
from desktop.engine.data_model import Formula
from desktop.engine.errors import NothingWaits
from desktop.engine.model import Event, FlowNode, Gateway, Process, Task, Timer, WaitKind
from desktop.engine.run import Run
from desktop.engine.values import Value


@dataclass(frozen=True, slots=True)
class Start:
    """Something that begins an instance: give ``element_id`` and ``index`` to ``Machine.start``.

    ``kind`` is none, message, signal, timer or condition; ``name`` that of the message or signal.
    """

    element_id: str
    kind: WaitKind | str
    name: str | None
    index: int
    timer: Timer | None = None
    condition: Formula | None = None

    def due(self, since: datetime) -> datetime | None:
        """Give the moment (UTC) at which a timer fires first if it runs since then; None for all else."""
        if self.timer is None or self.timer.timing is None:
            return None
        return self.timer.timing.first(since).astimezone(UTC)


def starts(process: Process) -> tuple[Start, ...]:
    """Give all that begins an instance of a process."""
    found: list[Start] = []
    for node in process.nodes:
        if isinstance(node, Event) and node.tag == "startEvent":
            found += _of_event(node, node.id)
        elif isinstance(node, Task) and node.instantiate and node.message is not None:
            if not node.incoming:
                found.append(Start(node.id, "message", node.message.name, 0))
        elif isinstance(node, Gateway) and node.instantiate:
            for flow in node.outgoing:
                target = flow.target
                if isinstance(target, Event):
                    found += _of_event(target, target.id)
                elif isinstance(target, Task) and target.message is not None:
                    found.append(Start(target.id, "message", target.message.name, 0))
    return tuple(found)


def _of_event(event: Event, element_id: str) -> list[Start]:
    if not event.definitions:
        return [Start(element_id, "none", None, 0)]
    found: list[Start] = []
    for index, definition in enumerate(event.definitions):
        kind = "condition" if definition.kind == "conditional" else definition.kind
        found.append(Start(element_id, kind, definition.subject, index, definition.timer, definition.condition))
    return found


def begin(run: Run, event: str | None, index: int, payload: Mapping[str, Value]) -> None:
    """Put the first tokens into a new instance.

    Raises NothingWaits if the process does not begin like this.
    """
    process = run.plan.process
    root = run.scopes[0]
    events.open_listeners(run, root)
    if event is None:
        firsts = process.initial
        if not firsts or (len(firsts) > 1 and firsts[0].tag == "startEvent"):
            which = ", ".join(start.element_id for start in starts(process))
            raise NothingWaits(f"{process.id}: say which event begins it: {which or 'none can'}")
        for first in firsts:
            run.place(first, root)
        return
    node = _beginning(process, event, index)
    gateway = node.incoming[0].source if node.incoming else None
    if not isinstance(gateway, Gateway):
        _happen(run, node, index, payload)
        return
    _receive(run, node, payload)
    _begin_at_gateway(run, gateway, node)
    for other in process.nodes:
        if isinstance(other, Gateway) and other.instantiate and other is not gateway:
            run.place(other, root)  # one of its events has to come too (13.5.1)


def join(run: Run, event: str, index: int, payload: Mapping[str, Value]) -> None:
    """Let a further beginning happen in an instance that goes on already (13.2).

    Raises NothingWaits if the process does not begin like this, or after a gateway: that has had its event.
    """
    node = _beginning(run.plan.process, event, index)
    if node.incoming:
        raise NothingWaits(f"{run.plan.process.id}: {event} has not been waited for any more")
    _happen(run, node, index, payload)


def _beginning(process: Process, event: str, index: int) -> FlowNode:
    node = process.elements.get(event)
    if not isinstance(node, FlowNode) or (event, index) not in {(one.element_id, one.index) for one in starts(process)}:
        raise NothingWaits(f"{process.id}: {event} does not begin an instance")
    return node


def _happen(run: Run, node: FlowNode, index: int, payload: Mapping[str, Value]) -> None:
    """Put a token on a start event or receive task; all of a parallel multiple event have to come (10.5.2)."""
    root = run.scopes[0]
    _receive(run, node, payload)
    number = run.place(node, root)
    if isinstance(node, Task):
        run.passing.add(number)
    elif isinstance(node, Event) and node.parallel and len(node.definitions) > 1:
        run.pending.discard(number)
        run.enter(run.tokens[number])
        events.open_event(run, number, node, root, skip=index)


def _receive(run: Run, node: FlowNode, payload: Mapping[str, Value]) -> None:
    if isinstance(node, Event):
        events.receive(run, node, 0, payload)
    elif payload:
        run.write(payload, 0)


def _begin_at_gateway(run: Run, gateway: Gateway, node: FlowNode) -> None:
    """One event has come; the others are not wanted any more, or all still are (10.6.6)."""
    root = run.scopes[0]
    number = run.place(gateway, root)
    run.pending.discard(number)
    token = run.enter(run.tokens[number])
    flows = gateway.outgoing if gateway.parallel_events else [flow for flow in gateway.outgoing if flow.target is node]
    for placed in run.leave(token, flows):
        if run.tokens[placed].element_id == node.id:
            run.passing.add(placed)
