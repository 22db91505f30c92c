"""What people do with a sale, in terms of its process: start it, choose a stage, complete a task.

Each function is one of the ways of docs/rules.md (L1 to L4, R3 to R9, R13, R15); the actions call them, whatever page
they come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, select

from desktop.engine import NothingWaits, Value
from desktop.processes import sentences
from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import Definition, ResultSpec, TaskSpec
from desktop.processes.runs import runtime
from desktop.processes.runs.records import Records
from desktop.processes.runs.runtime import Instance
from desktop.processes.runs.stepping import Stimulus
from desktop.processes.runs.world import (
    LEAD,
    OPPORTUNITY,
    AnyStage,
    AnyStages,
    World,
    refuse_leaving,
    stages_of,
    variables_of,
)
from desktop.sales import activities, closing, duplicates, leads, opportunities, settings
from desktop.sales.reading import Reading
from desktop.sales.stages import Stage, Stages
from desktop.sales.tables import account, contact, lead
from desktop.store.transaction import Transaction
from desktop.views.exchange import ClosingAnswer, ClosingQuestion, NeedsClosing, Refused

CORPORATE_SALE = "corporate_sale"

GoOn = Callable[[Instance, Stimulus], Instance]
"""Gives a run a stimulus and returns the run as it is then."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of it: the run, the world afterwards, and the stage before."""

    world: Records
    instance_id: int | None
    stage_before: AnyStage | None

    @property
    def stage_entered(self) -> AnyStage | None:
        """The stage on which the record stands now, None where it has not moved."""
        after = self.world.stage
        return None if after is None or after == self.stage_before else after


@dataclass(frozen=True, slots=True)
class ProcessTask:
    """A task that a process made, with what its definition says of it."""

    row: Row[Any]
    instance: Instance
    spec: TaskSpec


# Starting ----------------------------------------------------------------------------------------


def start_new(tx: Transaction, key: str = CORPORATE_SALE) -> Moved:
    """Run a process that makes its opportunity or lead on the way (L1, L2).

    Refused "process-needs-record" for one that is run on a record that is there.
    """
    definition = catalogue.newest(tx, key).definition
    check_new(tx, definition)
    world = Records(tx, stages_of(tx, definition.subject))
    instance_id = runtime.start(tx, key, world)
    return Moved(world, instance_id, None)


def check_new(reading: Reading, definition: Definition) -> None:
    """Refuse to run a process on nothing where it does not make its record by itself."""
    if not definition.makes_record:
        code = "process-needs-won" if definition.runs_on == "won" else "process-needs-record"
        raise Refused(code, process=definition.label.said(reading.language))


def start_on(tx: Transaction, record_id: int, key: str = CORPORATE_SALE, subject: str = OPPORTUNITY) -> Moved:
    """Run a process on an opportunity or a lead, from the stage on which it stands now (L3).

    Refused "opportunity-closed" or "lead-closed" on a final stage, "opportunity-not-won" for a process that follows a
    win, "process-already-running" where it runs already, "process-other-subject".
    """
    world = Records(tx, stages_of(tx, subject), record_id=record_id)
    check_start(tx, world, catalogue.newest(tx, key).definition)
    return Moved(world, runtime.start(tx, key, world), world.stage)


def check_start(reading: Reading, world: World, definition: Definition) -> None:
    """Refuse to run a process on a record that it is not for, that is closed, or on which it runs already (L3)."""
    process = definition.label.said(reading.language)
    if definition.subject != world.subject:
        raise Refused("process-other-subject", process=process, subject=definition.subject)
    stage = world.stage
    if definition.runs_on == "won":
        if stage is None or not (stage.final and stage.successful):
            raise Refused("opportunity-not-won", process=process)
    elif stage is not None and stage.final:
        code = "lead-closed" if world.subject == LEAD else "opportunity-closed"
        raise Refused(code, stage=stage.label(reading.language))
    if world.subject_id is not None:
        for other in runtime.running_on(reading, world.subject_id, definition.key, subject=world.subject):
            raise Refused("process-already-running", process=process, subject=world.subject, instance=other.id)


def start_from_lead(tx: Transaction, lead_id: int, key: str = CORPORATE_SALE) -> Moved:
    """Make an opportunity from a lead, linked both ways, and run a process on it (L4).

    Customer, contact, need, owner, source, budget and decision date are carried over; a customer or contact that is
    only a name becomes an account or a contact [ours]. Refused "lead-has-opportunity" while an opportunity of the lead
    is open.
    """
    row = tx.first(select(lead).where(lead.c.id == lead_id))
    if row is None:
        raise Refused("record-gone")
    if leads.has_open_sale(tx, lead_id):
        raise Refused("lead-has-opportunity", lead=row.title or row.number)
    account_id = row.account_id or _account_of(tx, row)
    contact_id = row.contact_id or _contact_of(tx, row, account_id)
    stages = Stages.read(tx)
    opportunity_id = opportunities.create(
        tx,
        stages.first(),
        {
            "title": row.title or row.account_name or row.number,
            "account": account_id,
            "contact": contact_id,
            "need": row.need_id,
            "need_text": row.need_text,
            "owner": row.owner_id,
            "source": row.source_id,
            "lead": lead_id,
            "budget": opportunities.amount_of(row, "budget"),
            "decision_date": row.decision_date,
        },
    )
    tx.update(
        lead,
        lead_id,
        {"opportunity_id": opportunity_id, "account_id": account_id, "contact_id": contact_id},
    )
    world = Records(tx, stages, record_id=opportunity_id)
    return Moved(world, runtime.start(tx, key, world), None)


def start_sale(tx: Transaction, lead_id: int) -> int:
    """Start the process that the system settings name from a lead (L4) and return the opportunity's id."""
    opportunity_id = start_from_lead(tx, lead_id, settings.read(tx).sales_process).world.subject_id
    assert opportunity_id is not None
    return opportunity_id


def _account_of(tx: Transaction, row: Row[Any]) -> int | None:
    name = row.account_name.strip()
    if not name:
        return None
    known = tx.value(select(account.c.id).where(account.c.name == name).order_by(account.c.id).limit(1))
    known = duplicates.account_named(tx.connection, name) if known is None else known
    if known is not None:
        return int(known)
    return tx.insert(
        account,
        {
            "name": name,
            "phone": row.phone,
            "email": row.email,
            "owner_id": row.owner_id,
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )


def _contact_of(tx: Transaction, row: Row[Any], account_id: int | None) -> int | None:
    name = row.contact_name.strip()
    if not name:
        return None
    known = tx.value(
        select(contact.c.id)
        .where(contact.c.name == name, contact.c.account_id == account_id)
        .order_by(contact.c.id)
        .limit(1)
    )
    if known is not None:
        return int(known)
    return tx.insert(
        contact,
        {
            "name": name,
            "account_id": account_id,
            "email": row.email,
            "phone": row.phone,
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )


# Stages ------------------------------------------------------------------------------------------


def choose_stage(tx: Transaction, opportunity_id: int, code: str, answer: ClosingAnswer | None = None) -> Moved:
    """Enter a stage that a person has chosen, whichever it is (R4), and let the process follow (R5, R8).

    Refused "already-on-stage", "stage-unknown", "final-stage" (R9). Raises NeedsFields where the stage that is left
    wants fields that are missing (N5), then NeedsClosing for a final stage without answer (R13).
    """
    world = Records(tx, Stages.read(tx), record_id=opportunity_id, answer=answer)
    before = world.stage
    assert before is not None
    stage = checked_target(tx, world.stages, before, code)
    assert isinstance(stage, Stage)
    instances = runtime.running_on(tx, opportunity_id, lock=True)
    if stage.final and answer is None:
        world.pass_gate()
        raise NeedsClosing(_closing_question(tx, opportunity_id, stage, instances))
    follow_stage(world, instances, stage, lambda run, stimulus: runtime.go_on(tx, run, stimulus, world))
    return Moved(world, instances[-1].id if instances else None, before)


def _closing_question(
    tx: Transaction, opportunity_id: int, stage: Stage, instances: tuple[Instance, ...]
) -> ClosingQuestion:
    consequences = sentences.of_stage(
        tx.language,
        tx.zone,
        cancels=sum(len(activities.open_of_process(tx, instance.id)) for instance in instances),
        keeps=len(activities.open_by_hand(tx, opportunity_id)),
        creates=0,
        ends=bool(instances),
        final=True,
    )
    return closing.question(tx, opportunities.read(tx, opportunity_id), stage, consequences)


def follow_stage(world: World, instances: Iterable[Instance], stage: AnyStage, go_on: GoOn) -> None:
    """Enter the stage and let the runs follow: for the real thing and for a rehearsal alike.

    A run that waits for stages is told (R5); one that still runs after a final stage was chosen is ended (R8).
    """
    world.enter_stage(stage.code)
    for instance in instances:
        run = instance
        if runtime.listens(run.state):
            run = go_on(run, runtime.stage_changed(variables_of(stage)))
        if stage.final and run.status == runtime.RUNNING:
            go_on(run, Stimulus("cancel"))


def checked_target(reading: Reading, stages: AnyStages, current: AnyStage, code: str) -> AnyStage:
    """Return the stage that a person may choose (R4, R9). Refused with the reason otherwise."""
    stage = stages.by_code(code)
    refuse_leaving(current, reading.language)
    if stage.id == current.id:
        raise Refused("already-on-stage", stage=stage.label(reading.language))
    return stage


# Tasks -------------------------------------------------------------------------------------------


def process_task(reading: Reading, row: Row[Any], *, lock: bool = False) -> ProcessTask:
    """Return what belongs to a task that a process made."""
    instance = runtime.load(reading, row.instance_id, lock=lock)
    return ProcessTask(row, instance, instance.definition.tasks[row.element_id])


def complete_task(
    tx: Transaction,
    row: Row[Any],
    result: str,
    *,
    when: object = None,
    comment: str = "",
    spent_minutes: int = 0,
    answer: ClosingAnswer | None = None,
) -> Moved:
    """Complete a task that a process made; its result decides the way (R3, R6, R7, R15).

    Refused "result-unknown", "when-missing" and "when-past" naming the field, "already-completed". Raises NeedsClosing
    if it leads to a final stage and there is no answer (R13).
    """
    subject = LEAD if row.opportunity_id is None else OPPORTUNITY
    record_id = row.lead_id if subject == LEAD else row.opportunity_id
    world = Records(tx, stages_of(tx, subject), record_id=record_id, answer=answer, comment=comment)
    task = process_task(tx, row, lock=True)
    if all(wait.token != row.token for wait in task.instance.state.waits):
        activities.read_open(tx, row.id)  # done meanwhile: it says by whom
    chosen = task.spec.result(result)
    moment = checked_when(tx, chosen, when)
    activities.complete(tx, row, result, comment, spent_minutes)
    before = world.stage
    try:
        runtime.complete(
            tx,
            task.instance,
            world,
            row.token,
            result=result if task.spec.keeps_result else None,
            variables=when_variables(chosen, moment),
        )
    except NothingWaits:
        raise Refused("already-completed", who="none", at=tx.now) from None
    return Moved(world, task.instance.id, before)


def checked_when(reading: Reading, result: ResultSpec, when: object) -> datetime | None:
    """Return the moment that a result asks for, None where it asks for none. Refused naming the field "when"."""
    if result.asks != "when":
        return None
    if when is None:
        raise Refused("when-missing", field="when", result=result.label.said(reading.language))
    moment = activities.checked_moment(when, "when")
    if moment < reading.now:
        raise Refused("when-past", field="when")
    return moment


def when_variables(result: ResultSpec, moment: datetime | None) -> dict[str, Value]:
    """Return the variable that gets the moment, as ISO text in UTC."""
    if moment is None or not result.when_variable:
        return {}
    return {result.when_variable: moment.astimezone(UTC).isoformat()}
