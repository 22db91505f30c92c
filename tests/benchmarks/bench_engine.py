"""What a step of the engine costs: durable, beside the bare writes, beside another engine, and after a long history.

One step: load an instance, complete one user task, save it with its waits and log, commit; engine rows only, on a
SQLite file with FULL. The process has 4 sub-processes of 3 parallel tasks each, with interrupting boundary events, in
a circle. The floor writes the same rows through SQLAlchemy Core, without an engine. Both are measured in turn.
SpiffWorkflow is measured too where it is installed; it keeps its state in a row of the same file.
"""

from __future__ import annotations

import gc
import importlib.util
import itertools
import json
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from operator import truediv
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, tuple_, update

from desktop.engine import ElementEntered, ElementLeft, FlowTaken, Machine, State, Step, read
from desktop.processes.library import deployment
from desktop.processes.runs import clock, runtime
from desktop.processes.runs.records import Records
from desktop.processes.tables import process_definition, process_instance, process_log, process_wait
from desktop.sales import tables as sales_tables
from desktop.sales.stages import Stages
from desktop.store.database import Database
from desktop.store.statements import delete_rows, insert_row, insert_rows, new_ids, update_row
from desktop.store.transaction import Transaction
from desktop.views.exchange import Action
from desktop.workspace import Workspace
from tests.benchmarks.figures import Figure, Figures

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PEOPLE = sales_tables.person  # process_instance refers to it
STEPS = 400
TIMERS = 300
ROUNDS = (10, 100, 1_000, 10_000)
REFERENCE = Path(__file__).parents[3] / "shared" / "data" / "bpmn-miwg" / "B.2.0.bpmn"
BPMN = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'


def model() -> bytes:
    """The circle of four stages."""
    parts = [
        f'<definitions {BPMN} id="d" targetNamespace="urn:bench"><message id="m" name="changed"/>',
        '<process id="bench" isExecutable="true"><startEvent id="start"/>',
    ]
    names = [f"stage{number}" for number in range(4)]
    for name in names:
        parts += [f'<subProcess id="{name}"><startEvent id="{name}_s"/><parallelGateway id="{name}_g"/>']
        parts.append(_flow(f"{name}_s", f"{name}_g"))
        for task in range(3):
            parts += [f'<userTask id="{name}_t{task}"/>', _flow(f"{name}_g", f"{name}_t{task}")]
            parts.append(_flow(f"{name}_t{task}", f"{name}_x"))
        parts.append(f'<endEvent id="{name}_x"/></subProcess>')
        parts.append(f'<boundaryEvent id="{name}_b" attachedToRef="{name}"><messageEventDefinition messageRef="m"/>')
        parts += ["</boundaryEvent>", f'<endEvent id="{name}_e"/>', _flow(f"{name}_b", f"{name}_e")]
    parts.append('<exclusiveGateway id="again"/>')
    parts += [_flow(one, other) for one, other in itertools.pairwise(["again", *names, "again"])]
    parts += [_flow("start", "again"), "</process></definitions>"]
    return "".join(parts).encode()


def _flow(source: str, target: str) -> str:
    return f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}"/>'


class Rows:
    """The rows of instances in a database of their own."""

    def __init__(self, path: Path) -> None:
        self.machine = Machine(read(model()).processes["bench"])
        self.database = Database.open(f"sqlite:///{path}")
        with self.database.writing() as connection:
            values = {"key": "bench", "number": 1, "hash": "0" * 64, "subject": "", "name_en": "", "name_ru": ""}
            connection.execute(insert(process_definition).values(**values, xml=b"", deployed_at=NOW))
            self.instance = self.start(connection)

    def start(self, connection: Connection) -> int:
        """Begin one instance and give its id."""
        step = self.machine.start({}, NOW)
        return self._started(connection, step)

    def _started(self, connection: Connection, step: Step) -> int:
        row = {"definition_id": 1, "definition_key": "bench", "status": "running", "started_at": NOW}
        number = insert_row(connection, process_instance, {**row, "state": step.state.to_json()})
        insert_rows(connection, process_wait, _waits(number, step.state))
        insert_rows(connection, process_log, _log(number, step))
        return number

    def start_many(self, connection: Connection, steps: list[Step]) -> None:
        """Begin as many instances by few statements."""
        base = {"definition_id": 1, "definition_key": "bench", "status": "running", "started_at": NOW}
        ids = new_ids(connection, process_instance, len(steps))
        different = {id(step): step for step in steps}
        made = {at: (step.state.to_json(), _waits(0, step.state), _log(0, step)) for at, step in different.items()}
        instances, waits, log = [], [], []
        for number, step in zip(ids, steps, strict=True):
            state, its_waits, its_log = made[id(step)]
            instances.append({**base, "id": number, "state": state})
            waits += [{**row, "instance_id": number} for row in its_waits]
            log += [{**row, "instance_id": number} for row in its_log]
        insert_rows(connection, process_instance, instances)
        insert_rows(connection, process_wait, waits)
        insert_rows(connection, process_log, log)

    def complete(self) -> None:
        """Load, complete the next user task, save, commit."""
        with self.database.writing() as connection:
            row = connection.execute(_LOAD, {"run": self.instance}).one()
            state = State.from_json(row.state)
            token = next(wait.token for wait in state.waits if wait.kind == "user")
            step = self.machine.complete(state, token, NOW)
            self._save(connection, row.version, state, step)

    def _save(self, connection: Connection, version: int, before: State, step: Step) -> None:
        values = {"state": step.state.to_json(), "version": version + 1}
        assert update_row(connection, process_instance, self.instance, values, version=version)
        was, now = ({(wait.token, wait.element_id) for wait in state.waits} for state in (before, step.state))
        gone = [{"instance_id": self.instance, "token": token, "element_id": at} for token, at in was - now]
        delete_rows(connection, process_wait, gone)
        new = [row for row in _waits(self.instance, step.state) if (row["token"], row["element_id"]) not in was]
        insert_rows(connection, process_wait, new)
        insert_rows(connection, process_log, _log(self.instance, step))

    def put(self, state: State) -> None:
        """Let the instance have this state."""
        with self.database.writing() as connection:
            connection.execute(
                update(process_instance).where(process_instance.c.id == self.instance).values(state=state.to_json())
            )
            connection.execute(delete(process_wait).where(process_wait.c.instance_id == self.instance))
            connection.execute(insert(process_wait), _waits(self.instance, state))


_LOAD = select(process_instance.c.state, process_instance.c.version).where(process_instance.c.id == bindparam("run"))


def _gone(instance: int, gone: set[tuple[int, str]]) -> Any:
    return delete(process_wait).where(
        process_wait.c.instance_id == instance, tuple_(process_wait.c.token, process_wait.c.element_id).in_(gone)
    )


def _waits(instance: int, state: State) -> list[dict[str, Any]]:
    return [
        {
            "instance_id": instance, "token": wait.token, "kind": wait.kind, "name": wait.name or "",
            "element_id": wait.element_id,
        }
        for wait in state.waits
    ]  # fmt: skip


def _log(instance: int, step: Step) -> list[dict[str, Any]]:
    rows = [{"instance_id": instance, "at": NOW, "kind": "stimulus", "element_id": "", "detail": {"kind": "complete"}}]
    for effect in step.effects:
        if isinstance(effect, ElementEntered | ElementLeft):
            kind = "entered" if isinstance(effect, ElementEntered) else "left"
            detail: dict[str, Any] = {"token": effect.token}
            rows.append({**rows[0], "kind": kind, "element_id": effect.element_id, "detail": detail})
        elif isinstance(effect, FlowTaken):
            rows.append({**rows[0], "kind": "flow", "element_id": effect.flow_id, "detail": {}})
    return rows


class Floor:
    """The same writes with rows that are known beforehand."""

    def __init__(self, path: Path, states: list[tuple[State, Step]]) -> None:
        self.rows = Rows(path)
        self.moves: Iterator[tuple[State, Step]] = itertools.cycle(states)
        self.json = {id(step): step.state.to_json() for _, step in states}
        self.log = {id(step): _log(self.rows.instance, step) for _, step in states}
        self.waits = {id(step): _waits(self.rows.instance, step.state) for _, step in states}

    def write(self) -> None:
        """Write the rows of one step, committed."""
        before, step = next(self.moves)
        was, now = ({(wait.token, wait.element_id) for wait in state.waits} for state in (before, step.state))
        new = [row for row in self.waits[id(step)] if (row["token"], row["element_id"]) not in was]
        with self.rows.database.writing() as connection:
            connection.execute(_LOAD, {"run": self.rows.instance}).one()
            connection.execute(
                update(process_instance)
                .where(process_instance.c.id == self.rows.instance)
                .values(state=self.json[id(step)], version=2)
            )
            if was - now:
                connection.execute(_gone(self.rows.instance, was - now))
            if new:
                connection.execute(insert(process_wait), new)
            connection.execute(insert(process_log), self.log[id(step)])


def run() -> Figures:
    """Measure all of it."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Rows(Path(folder) / "engine.db")
        floor = Floor(Path(folder) / "floor.db", _one_round(rows.machine))
        try:
            figures = [_step(rows, floor), *_another_engine(Path(folder), rows), *_long(rows), *_starts(rows)]
        finally:
            rows.database.close()
            floor.rows.database.close()
    return [*figures, _timers(), _memory(), *_reading()]


def _one_round(machine: Machine) -> list[tuple[State, Step]]:
    state = machine.start({}, NOW).state
    moves = []
    for _ in range(12):
        token = next(wait.token for wait in state.waits if wait.kind == "user")
        step = machine.complete(state, token, NOW)
        moves.append((state, step))
        state = step.state
    return moves


def _timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _step(rows: Rows, floor: Floor) -> Figure:
    for _ in range(24):
        rows.complete()
        floor.write()
    taken, bare = zip(*((_timed(rows.complete), _timed(floor.write)) for _ in range(STEPS)), strict=True)
    what = "engine: load, complete a user task, save, commit (FULL), median"
    return Figure(what, statistics.median(taken), "ms", 1.5, statistics.median(bare), "its rows by Core")


def _long(rows: Rows) -> list[Figure]:
    """The same step after so many rounds of the circle, in turn."""
    state = rows.machine.start({}, NOW).state
    states: list[State] = []
    for number in range(ROUNDS[-1] + 1):
        if number in ROUNDS:
            states.append(state)
        for _ in range(12):
            token = next(wait.token for wait in state.waits if wait.kind == "user")
            state = rows.machine.complete(state, token, NOW).state
    taken: list[list[float]] = [[] for _ in states]
    for _ in range(STEPS // 2):
        for times, begun in zip(taken, states, strict=True):
            rows.put(begun)
            times.append(_timed(rows.complete))
    base = statistics.median(taken[0])
    ratios = [statistics.median(map(truediv, times, taken[0])) for times in taken]  # each beside its neighbour in time
    return [
        Figure(f"... after {rounds} rounds of the loop", ratio * base, "ms", 1.1, base, f"after {ROUNDS[0]} rounds")
        for rounds, ratio in zip(ROUNDS[1:], ratios[1:], strict=True)
    ]


def _starts(rows: Rows) -> list[Figure]:
    def one() -> None:
        with rows.database.writing() as connection:
            rows.start(connection)

    def in_bulk() -> None:
        with rows.database.writing() as connection:
            rows.start_many(connection, [rows.machine.start({}, NOW)] * 2000)

    def in_bulk_each_with_its_data() -> None:
        with rows.database.writing() as connection:
            rows.start_many(connection, [rows.machine.start({"number": number}, NOW) for number in range(2000)])

    each = statistics.median(_timed(one) for _ in range(STEPS))
    bulk = statistics.median(_timed(in_bulk) for _ in range(5))
    own = statistics.median(_timed(in_bulk_each_with_its_data) for _ in range(5))
    return [
        Figure("engine: start an instance, one transaction each, median", each, "ms", 1),
        Figure("... in bulk", bulk / 2000, "ms", 0.1),
        Figure("... in bulk, each with data of its own", own / 2000, "ms", 0.5),
    ]


def _timers() -> Figure:
    """Runs on opportunities that wait for a time, then for another: found and fired, committed hundred by hundred."""
    begun = NOW - timedelta(days=1)
    parts = [_flow("start", "one"), _flow("one", "two"), _flow("two", "end"), '<endEvent id="end"/>']
    for name in ("one", "two"):
        timer = "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>"
        parts.append(f'<intermediateCatchEvent id="{name}">{timer}</intermediateCatchEvent>')
    head = f'<definitions {BPMN} id="d" targetNamespace="urn:bench"><process id="pausing" isExecutable="true">'
    xml = "".join([head, '<startEvent id="start"/>', *parts, "</process></definitions>"]).encode()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/work.db"
        workspace = Workspace.open(url, person="Anna Kern", clock=lambda: begun, zone=UTC)
        made = [workspace.perform(Action("create_opportunity", title=f"{n}")).result().result for n in range(TIMERS)]
        person = workspace.person_id
        workspace.close()
        database = Database.open(url)

        def write(now: datetime, work: Callable[[Transaction], Any]) -> Any:
            with database.writing() as connection:
                tx = Transaction(connection, action="bench", person_id=person, now=now)
                result = work(tx)
                tx.finish()
                return result

        def start(tx: Transaction) -> None:
            deployment.deploy(tx, xml)
            for one in made:
                runtime.start(tx, "pausing", Records(tx, Stages.read(tx), record_id=one["opportunity"]))

        def fire_all() -> None:
            while write(NOW, clock.fire).more:
                pass

        try:
            write(begun, start)
            taken = _timed(fire_all) / TIMERS
        finally:
            database.close()
    return Figure("engine: find and fire a timer that is due, with all that follows", taken, "ms", 1)


def _memory() -> Figure:
    machine = Machine(read(model()).processes["bench"])
    text = json.dumps(machine.start({}, NOW).state.to_json())
    gc.collect()
    tracemalloc.start()
    kept = [State.from_json(json.loads(text)) for _ in range(500)]
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Figure("engine: memory of a loaded instance", size / len(kept) / 1000, "kB", 10)


def _reading() -> list[Figure]:
    if not REFERENCE.is_file():
        print("engine: the reference models are not there, so reading them is not measured", file=sys.stderr)
        return []
    xml = REFERENCE.read_bytes()
    taken = min(_timed(lambda: read(xml)) for _ in range(20))
    return [Figure(f"engine: read and check a model of {len(xml) // 1000} kB", taken, "ms", 15)]


def _another_engine(folder: Path, rows: Rows) -> list[Figure]:
    """The same step with SpiffWorkflow, its state as text in a row of the same file; "at most" is ours against it."""
    if importlib.util.find_spec("SpiffWorkflow") is None:
        print("engine: SpiffWorkflow is not installed, so it is not measured beside", file=sys.stderr)
        return []
    from SpiffWorkflow.bpmn import BpmnWorkflow
    from SpiffWorkflow.bpmn.parser import BpmnParser
    from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
    from SpiffWorkflow.util.task import TaskState

    file = folder / "bench.bpmn"
    file.write_bytes(model())
    parser = BpmnParser()
    parser.add_bpmn_file(str(file))
    workflow = BpmnWorkflow(parser.get_spec("bench"), parser.get_subprocess_specs("bench"))
    workflow.do_engine_steps()
    serializer = BpmnWorkflowSerializer()
    with rows.database.writing() as connection:
        number = rows.start(connection)
        connection.execute(_text(number, serializer.serialize_json(workflow)))

    def complete() -> None:
        with rows.database.writing() as connection:
            text = connection.execute(
                select(process_instance.c.state).where(process_instance.c.id == number)
            ).scalar_one()
            loaded = serializer.deserialize_json(text["text"])
            task = next(task for task in loaded.get_tasks(state=TaskState.READY) if task.task_spec.manual)
            task.run()
            loaded.do_engine_steps()
            connection.execute(_text(number, serializer.serialize_json(loaded)))

    theirs, ours = zip(*((_timed(complete), _timed(rows.complete)) for _ in range(60)), strict=True)
    what = "engine: the same step beside SpiffWorkflow"
    return [Figure(what, statistics.median(ours), "ms", 0.25, statistics.median(theirs), "SpiffWorkflow")]


def _text(number: int, text: str) -> Any:
    return update(process_instance).where(process_instance.c.id == number).values(state={"text": text})
