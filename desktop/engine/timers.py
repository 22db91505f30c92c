"""When timers fire, and when they fire again (BPMN 2.0, 10.5.5). Times are UTC.

A cycle keeps its beat: the next firing is one interval after the last was due, not after it came. What was missed
while nobody let time pass is made up for one by one where the number of firings is limited ("all"), and by one firing
where the cycle has no end ("once"), unless the event says otherwise.
"""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.engine.durations import Duration, Timing, read_duration, read_timing
from desktop.engine.errors import ExpressionError
from desktop.engine.model import Event, FlowNode, Timer
from desktop.engine.run import Run
from desktop.engine.state import Wait


def first(run: Run, timer: Timer, scope_id: int, element_id: str) -> tuple[datetime, str]:
    """Give the moment when a timer that starts now is due, and how it goes on ("R2/PT1H", "" if it does not)."""
    timing = timer.timing
    if timing is None:
        assert timer.formula is not None
        value = run.value(timer.formula, scope_id, element_id, "time")
        if not isinstance(value, str):
            raise ExpressionError(f"the time {timer.formula.text!r} is no text", element_id)
        try:
            timing = read_timing(value, timer.kind)
        except ExpressionError as error:
            raise ExpressionError(error.why, element_id) from None
    return timing.first(run.at).astimezone(UTC), _repeat(timing)


def _repeat(timing: Timing) -> str:
    if timing.every is None or timing.times == 1:
        return ""
    return _written(timing.every, None if timing.times is None else timing.times - 1)


def _written(every: Duration, times: int | None) -> str:
    rest = every.rest.total_seconds()
    months = f"{every.months}M" if every.months else ""
    seconds = f"T{rest:.6f}".rstrip("0").rstrip(".") + "S" if rest or not months else ""
    return f"R{'' if times is None else times}/P{months}{seconds}"


def again(run: Run, wait: Wait, node: FlowNode) -> Wait | None:
    """Give the wait for the next firing of a timer that goes on, None if this was the last."""
    if not wait.repeat or wait.due is None:
        return None
    count, _, length = wait.repeat.partition("/")
    times = int(count[1:]) if len(count) > 1 else None
    every = read_duration(length)
    rule = ""
    if isinstance(node, Event):
        timer = node.definitions[wait.index].timer
        rule = timer.catch_up if timer is not None else ""
    due = every.after(wait.due)
    if (rule or ("once" if times is None else "all")) == "once":
        due, missed = _skipped(every, due, run.at, times)
        times = None if times is None else times - missed
    if times == 0:
        return None
    repeat = "" if times == 1 else _written(every, None if times is None else times - 1)
    return Wait(wait.token, wait.kind, wait.element_id, wait.name, wait.scope, wait.index, due, repeat)


def _skipped(every: Duration, due: datetime, at: datetime, most: int | None) -> tuple[datetime, int]:
    """Go on to the first moment that has not come yet, over as many as there may be; tell over how many."""
    missed = 0
    if not every.months and due <= at:
        missed = int((at - due) / every.rest) + 1
        missed = missed if most is None else min(missed, most)
        return due + every.rest * missed, missed
    while due <= at and (most is None or missed < most):
        due = every.after(due)
        missed += 1
    return due, missed
