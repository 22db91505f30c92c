"""Random block-structured models, run through random histories: what always has to hold.

Every model is made of blocks that can always be finished: tasks, sequences, exclusive and inclusive choices, parallel
blocks, discriminators, loops, several instances, sub-processes with a message, error, escalation or terminate on the
way, event sub-processes, compensation, transactions. So a history that completes task after task must come to an
end, whatever came in between.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import hypothesis.strategies as st
from hypothesis import given, settings

from desktop.engine import ElementCancelled, EngineError, State, Step, WaitClosed
from tests.nightly import times

from .bpmn import (
    NOW,
    Story,
    end,
    event_sub,
    flow,
    gateway,
    on,
    on_error,
    on_message,
    parallel,
    path,
    start,
    sub,
    task,
    throw,
    undone_by,
    wait_for,
)  # fmt: skip
from .test_loops import loop, multi

FIRST_OF = (
    '<complexGateway id="NAME"><activationCondition>activationCount &gt;= 1</activationCondition></complexGateway>'
)

REPEATED = [loop(maximum=2), loop("rounds &gt; 1", before=True, maximum=3), multi(2), multi(3, one_by_one=True),
            multi(3, until="numberOfCompletedInstances &gt;= 2")]  # fmt: skip
BLOCKS = st.recursive(
    st.sampled_from(
        [
            *(("task", tag) for tag in ("userTask", "manualTask", "serviceTask", "businessRuleTask", "task")),
            *(("catch", kind) for kind in ("go", "PT1H", "if opened > 0")),
            ("race",),
            ("undone",),
        ]
    ),
    lambda inner: st.one_of(
        st.tuples(st.just("sequence"), st.lists(inner, min_size=1, max_size=3)),
        st.tuples(st.just("parallel"), st.lists(inner, min_size=2, max_size=3)),
        st.tuples(st.just("choice"), st.lists(inner, min_size=2, max_size=3)),
        st.tuples(st.just("loop"), inner),
        st.tuples(st.just("sub"), inner),
        st.tuples(st.just("interrupted"), inner),
        st.tuples(st.just("failing"), inner, st.sampled_from(["lost", "broken", ""])),
        st.tuples(st.just("terminated"), inner, inner),
        st.tuples(st.just("box"), st.lists(inner, min_size=1, max_size=3)),
        st.tuples(st.just("inclusive"), st.lists(inner, min_size=2, max_size=3)),
        st.tuples(st.just("complex"), st.lists(inner, min_size=2, max_size=3)),
        st.tuples(st.sampled_from(["beside", "listening", "guarded", "escalating", "deal", "rolled back"]), inner),
        st.tuples(st.just("repeated"), st.sampled_from(REPEATED), inner),
    ),
    max_leaves=8,
)  # fmt: skip


@dataclass
class Scope:
    """The parts of one process or sub-process, as they are written."""

    counter: itertools.count[int]
    parts: list[str] = field(default_factory=list)
    ends: bool = True

    def new(self, kind: str) -> str:
        return f"{kind}{next(self.counter)}"

    def block(self, block: tuple, after: str | None) -> str:
        """Write a block that goes on to ``after`` and give its first element."""
        match block:
            case ("task", tag):
                name = self.new("t")
                self.parts.append(task(name, tag, result="" if tag == "task" else f"r_{name}"))
                first = name
            case ("catch", kind):
                first = name = self.new("c")
                self.parts.append(wait_for(name, kind))
                after = after or self.end()
            case ("race",):
                first, name = self.new("race"), self.new("merge")
                self.parts += [gateway(first, "eventBasedGateway"), gateway(name)]
                for kind in ("go", "blue"):
                    event = self.new("c")
                    self.parts += [wait_for(event, kind), path(first, event, name)]
                after = after or self.end()
            case ("undone",):
                first, name = self.new("t"), self.new("back")
                self.parts += [task(first), undone_by(first, f"u{first}"), throw(name, "compensate"), path(first, name)]
                after = after or self.end()
            case ("inclusive", blocks):
                first, name = self.new("some"), self.new("join")
                flows = [f"f{next(self.counter)}" for _ in blocks]
                self.parts += [gateway(first, "inclusiveGateway", flows[-1]), gateway(name, "inclusiveGateway")]
                for number, (inner, flow_id) in enumerate(zip(blocks, flows, strict=True)):
                    condition = None if flow_id == flows[-1] else f"way % {number + 2} == 0"
                    self.parts.append(flow(first, self.block(inner, name), condition, flow_id))
                after = after or self.end()
            case ("complex", blocks):
                first, name = self.new("split"), self.new("first")
                self.parts += [parallel(first), FIRST_OF.replace("NAME", name)]
                for inner in blocks:
                    self.parts.append(path(first, self.block(inner, name)))
                after = after or self.end()
            case ("sequence", blocks):
                for inner in reversed(blocks):
                    after = self.block(inner, after)
                return after or ""
            case ("parallel", blocks):
                first, join = self.new("split"), self.new("join")
                self.parts += [parallel(first), parallel(join)]
                for inner in blocks:
                    self.parts.append(path(first, self.block(inner, join)))
                name = join
                after = after or self.end()
            case ("choice", blocks):
                first, name = self.new("choice"), self.new("merge")
                starts = [self.block(inner, name) for inner in blocks]
                flows = [f"f{next(self.counter)}" for _ in blocks]
                self.parts += [gateway(first, default=flows[-1]), gateway(name)]
                for number, (entry, flow_id) in enumerate(zip(starts, flows, strict=True)):
                    condition = None if flow_id == flows[-1] else f"way % {len(blocks)} == {number}"
                    self.parts.append(flow(first, entry, condition, flow_id))
                after = after or self.end()
            case ("loop", inner):
                first, name = self.new("again"), self.new("whether")
                entry = self.block(inner, name)
                back, out = f"f{next(self.counter)}", f"f{next(self.counter)}"
                wait = self.new("t")
                self.parts += [gateway(first), gateway(name, default=out), task(wait), path(first, entry)]
                self.parts += [flow(name, wait, "rounds > 0", back), path(wait, first)]
                after = after or self.end()
                self.parts.append(flow(name, after, None, out))
                return first
            case _:
                return self.sub_process(block, after)
        if after is not None:
            self.parts.append(path(name, after))
        return first

    def end(self) -> str:
        """The end of a path; where there is no start event there must be no end event either (10.5.2)."""
        name = self.new("e")
        self.parts.append(end(name) if self.ends else task(name, "task"))
        return name

    def sub_process(self, block: tuple, after: str | None) -> str:
        name = self.new("sub")
        inside = Scope(self.counter, ends=block[0] != "box")
        match block:
            case ("box", blocks):
                for inner in blocks:
                    first = inside.new("t")
                    inside.parts += [task(first, "task"), path(first, inside.block(inner, None))]
            case ("terminated", inner, other):
                begin, split, stop = inside.new("s"), inside.new("split"), inside.new("stop")
                inside.parts += [start(begin), parallel(split), end(stop, "terminate")]
                inside.parts.append(path(begin, split, inside.block(inner, stop)))
                inside.parts.append(path(split, inside.block(other, None)))
            case ("failing", inner, code):
                begin, failed = inside.new("s"), inside.new("failed")
                inside.parts += [start(begin), end(failed, code or "lost")]
                inside.parts.append(path(begin, inside.block(inner, failed)))
            case ("escalating", inner):
                begin, up = inside.new("s"), inside.new("up")
                inside.parts += [start(begin), end(up, "late"), path(begin, inside.block(inner, up))]
            case ("deal" | "rolled back", inner):
                begin, no, undone = inside.new("s"), inside.new("no"), inside.new("t")
                inside.parts += [start(begin), task(undone), undone_by(undone, f"u{undone}")]
                inside.parts += [end(no, "cancel" if block[0] == "rolled back" else ""), path(undone, no)]
                inside.parts.append(path(begin, inside.block(inner, undone)))
            case ("repeated", how, inner):
                begin = inside.new("s")
                inside.parts += [how, start(begin), path(begin, inside.block(inner, None))]
            case (_, inner):
                begin = inside.new("s")
                inside.parts += [start(begin), path(begin, inside.block(inner, None))]
        if block[0] in ("listening", "guarded"):
            handler, work = inside.new("ev"), inside.new("t")
            parts = [task(work), path(f"s_{handler}", work)]
            inside.parts.append(event_sub(handler, "red", *parts, interrupting=block[0] == "guarded"))
        written = sub(name, *inside.parts)
        if block[0] in ("deal", "rolled back"):
            written = written.replace("<subProcess", "<transaction", 1)[: -len("</subProcess>")] + "</transaction>"
        self.parts.append(written)
        out = self.new("merge")
        self.parts += [gateway(out), path(name, out, after or self.end())]
        if block[0] == "interrupted":
            border, other = self.new("b"), self.new("t")
            self.parts += [on_message(border, name, "stop"), task(other), path(border, other, out)]
        if block[0] in ("beside", "escalating"):
            border, other = self.new("b"), self.new("t")
            kind = "red" if block[0] == "beside" else "late"
            self.parts += [on(border, name, kind, interrupting=False), task(other), path(border, other)]
        if block[0] in ("deal", "rolled back"):
            border = self.new("b")
            self.parts += [on(border, name, "cancel"), path(border, out)]
        if block[0] == "failing":
            border = self.new("b")
            self.parts += [on_error(border, name, block[2]), path(border, out)]
        return name


def model(block: tuple) -> list[str]:
    scope = Scope(itertools.count(1))
    scope.parts += [start(), end("done")]
    scope.parts.append(path("start", scope.block(block, "done")))
    return scope.parts


def inside(state: State, token: int) -> tuple[set[int], set[int]]:
    """All tokens in the scopes below a token, and these scopes."""
    scopes = {scope.id for scope in state.scopes if scope.token == token}
    while more := {s.id for s in state.scopes if s.parent in scopes} - scopes:
        scopes |= more
    return {held.id for held in state.tokens if held.scope in scopes}, scopes


@settings(max_examples=times(40, 1500))
@given(BLOCKS, st.integers(0, 5), st.data())
def test_random_histories(block: tuple, way: int, data: st.DataObject) -> None:
    """Stories check tokens, waits, visits and JSON after every step; here also purity, replay and the end."""
    story = Story(*model(block), variables={"way": way, "rounds": 3})
    stimuli: list[tuple] = []
    for turn in range(60):
        if story.status != "running":
            break
        before, told_before = story.state, story.state.to_json()
        wait = data.draw(st.sampled_from(before.waits)) if turn < 40 else before.waits[0]
        what = data.draw(st.sampled_from(["go on"] * 6 + ["error", "cancel"])) if turn < 20 else "go on"
        rounds = max(0, 3 - turn // 4)
        if what == "cancel" and turn > 3:
            stimulus = ("cancel", None, rounds)
        elif wait.kind in ("message", "signal", "timer", "condition"):
            stimulus = (wait.kind, wait, rounds)
        elif what == "error":
            stimulus = ("error", wait, rounds)
        else:
            stimulus = ("complete", wait, rounds)
        step = play(story, before, stimulus)
        assert play(story, before, stimulus) == step, "the same call gives the same step"
        assert play(story, State.from_json(told_before), stimulus) == step, "a stored state is as good"
        assert before.to_json() == told_before, "the old state is unchanged"
        if stimulus[0] == "message" and wait.name == "stop":
            tokens, scopes = inside(before, wait.token)
            gone = tokens | {wait.token}
            assert not gone & {token.id for token in step.state.tokens}
            cancelled = {effect.token for effect in step.effects if isinstance(effect, ElementCancelled)}
            held = {token.id for token in before.tokens if token.flow_id is not None}
            assert cancelled == gone - held
            closed = {effect.wait for effect in step.effects if isinstance(effect, WaitClosed)}
            assert closed == {wait for wait in before.waits if wait.token in gone or wait.scope in scopes}
        stimuli.append(stimulus)
        story._take(step)
    for turn in itertools.count():
        if story.status != "running":
            break
        assert turn < 500, "a model of blocks always comes to its end"
        wanted = [wait for wait in story.state.waits if wait.name not in ("stop", "red", "blue")]
        wait = next((wait for wait in wanted if wait.kind != "condition"), wanted[0])
        kind = wait.kind if wait.kind in ("message", "timer", "condition") else "complete"
        stimulus = (kind, wait, 1 if kind == "condition" else 0)
        stimuli.append(stimulus)
        story._take(play(story, story.state, stimulus))
    assert story.state.tokens == ()
    assert story.state.waits == ()
    assert len(story.state.scopes) == 1
    again = story.machine.start({"way": way, "rounds": 3}, NOW).state
    for stimulus in stimuli:
        again = play(story, again, stimulus).state
    assert again == story.state, "the same stimuli give the same state"


def play(story: Story, state: State, stimulus: tuple) -> Step:
    machine = story.machine
    what, wait, rounds = stimulus
    variables = {"rounds": rounds}
    match what:
        case "cancel":
            return machine.cancel(state, NOW)
        case "message":
            return machine.message(
                state, wait.name, NOW, variables=variables, token=wait.token, element_id=wait.element_id
            )
        case "signal":
            return machine.signal(state, wait.name, NOW, variables=variables)
        case "timer":
            return machine.timer(state, wait.token, wait.due, element_id=wait.element_id)
        case "condition":
            return machine.change(state, {"opened": rounds}, NOW)  # not what loops ask, or both would wait for ever
        case "error":
            return machine.error(state, wait.token, NOW, code="lost", variables=variables)
        case _:
            return machine.complete(state, wait.token, NOW, variables=variables)


@settings(max_examples=times(40))
@given(BLOCKS, st.data())
def test_damaged_states_are_refused(block: tuple, data: st.DataObject) -> None:
    """A stored state that was tampered with is refused, or is at least a state; nothing else happens."""
    story = Story(*model(block), variables={"way": 1, "rounds": 0})
    stored = story.state.to_json()
    key = data.draw(st.sampled_from(sorted(stored)))
    junk = st.none() | st.integers(-1, 9) | st.sampled_from(["", "r", "x", [], {}, [[]], [[1]], [["a", 1]], [1, 2]])
    stored[key] = data.draw(junk)
    try:
        state = State.from_json(stored)
        for wait in state.waits:
            story.machine.complete(state, wait.token, NOW)
    except EngineError:
        pass
