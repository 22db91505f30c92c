"""Tasks, sub-processes, calls, loops and compensation (BPMN 2.0, 10.3 and 10.7)."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.engine.checks.problem import problem
from desktop.engine.checks.scopes import check_twins
from desktop.engine.errors import Problem
from desktop.engine.model import (
    Activity,
    CallActivity,
    Event,
    EventDefinition,
    MultiInstance,
    Process,
    StandardLoop,
    SubProcess,
    Task,
)

THROWN_BY_LOOPS = ("message", "signal", "escalation")


def check(activity: Activity) -> Iterator[Problem]:
    """Check one activity."""
    if isinstance(activity, Task):
        yield from _check_task(activity)
    if isinstance(activity, CallActivity) and not activity.called:
        yield problem(activity, "the call activity does not say what it calls", "Add a calledElement.")
    if activity.for_compensation and not (isinstance(activity, SubProcess) and activity.triggered_by_event):
        yield from _check_handler(activity)
    if isinstance(activity, SubProcess):
        yield from _check_handlers(activity)
    if isinstance(activity.loop, StandardLoop) and activity.loop.condition is None and activity.loop.maximum is None:
        why = "a loop without loopCondition and loopMaximum never ends"
        yield problem(activity, why, "Add one of the two.")
    if isinstance(activity.loop, MultiInstance):
        yield from _check_multi_instance(activity, activity.loop)
    yield from check_twins(list(activity.boundary_events))


def _check_task(task: Task) -> Iterator[Problem]:
    if task.result_variable is not None:
        if task.tag == "task":
            why = "an abstract task completes at once and never has a result"
            yield problem(task, why, "Make it a userTask, or leave resultVariable out.")
        elif task.tag == "receiveTask" or (task.tag == "sendTask" and task.message is not None):
            why = f"a {task.tag} brings variables by its message and never has a result"
            yield problem(task, why, "Leave resultVariable out.")
        elif task.tag == "scriptTask" and task.program is not None:
            yield problem(task, "this script sets variables itself and never has a result", "Leave it out.")
    if task.tag == "receiveTask" and task.message is None:
        yield problem(task, "the receive task names no message", "Add a messageRef.")
    if task.instantiate and (task.incoming or not isinstance(task.parent, Process)):
        why = "a receive task that begins a process stands in the process itself, without incoming flow (13.3.3)"
        yield problem(task, why, "Leave instantiate out, or remove the flow.")
    if task.instantiate and (task.loop is not None or task.start_quantity > 1):
        yield problem(task, "a receive task that begins a process is done once", "Leave the loop out.")


def _check_handlers(activity: SubProcess) -> Iterator[Problem]:
    """A sub-process is compensated either from inside or from outside (10.7.1)."""
    inside = [one for one in activity.event_sub_processes if _begins_by(one, "compensate")]
    if inside and activity.compensation is not None:
        why = f"it is compensated by {inside[0].id!r} and by {activity.compensation.id!r}: by which of the two?"
        yield problem(activity, why, "Keep one of them.")


def _begins_by(scope: SubProcess, kind: str) -> bool:
    starts = [node for node in scope.nodes if isinstance(node, Event) and node.tag == "startEvent"]
    return any(definition.kind == kind for start in starts for definition in start.definitions)


def _check_handler(activity: Activity) -> Iterator[Problem]:
    """An activity for compensation stands outside of the flow (10.7.2)."""
    if activity.incoming or activity.outgoing:
        yield problem(activity, "an activity for compensation has no flows in or out", "Remove them.")
    others = activity.parent.nodes
    if not any(isinstance(other, Activity) and other.compensation is activity for other in others):
        why = "no compensation event leads to this activity for compensation"
        yield problem(activity, why, "Draw an association from a compensation boundary event.")
    if activity.boundary_events and any(event.kind == "compensate" for event in activity.boundary_events):
        yield problem(activity, "what compensates is not itself compensated", "Remove the compensation event.")


def _check_multi_instance(activity: Activity, loop: MultiInstance) -> Iterator[Problem]:
    """How many there are, and what each completion throws (10.3.8, 13.3.7)."""
    if (loop.cardinality is None) == (loop.collection is None):
        why = "a multi-instance needs either loopCardinality or loopDataInputRef"
        yield problem(activity, why, "Write one of the two.")
    if (loop.results is None) != (loop.result is None):
        why = "loopDataOutputRef and outputDataItem belong together"
        yield problem(activity, why, "Write both or none.")
    if loop.item is not None and loop.collection is None:
        yield problem(activity, "an inputDataItem needs a loopDataInputRef to be taken from", "Add it.")
    if loop.behavior in ("None", "One") and loop.event is not None:  # otherwise it is a signal without a name
        yield from _check_thrown(activity, loop.event)
    if loop.behavior == "Complex":
        if not loop.complex_events:
            yield problem(activity, "behavior='Complex' needs a complexBehaviorDefinition", "Add one.")
        for _, definition in loop.complex_events:
            yield from _check_thrown(activity, definition)
    if activity.tag == "receiveTask" and isinstance(activity, Task) and activity.instantiate:
        yield problem(activity, "what begins a process cannot have instances", "Leave one of the two out.")


def _check_thrown(activity: Activity, definition: EventDefinition) -> Iterator[Problem]:
    if definition.kind not in THROWN_BY_LOOPS:
        why = f"a {definition.kind} event cannot be thrown by the instances of an activity"
        yield problem(activity, why, f"Use one of {', '.join(THROWN_BY_LOOPS)}.")
    elif not definition.subject:
        yield problem(activity, f"the {definition.kind} event that instances throw names no {definition.kind}")
