"""The world of the real thing: effects become rows of opportunities, leads, activities and notifications."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from desktop.engine import Wait
from desktop.processes import sentences
from desktop.processes.definitions.definition import Definition, PageSpec, TaskSpec
from desktop.processes.definitions.labels import Label
from desktop.processes.runs.world import OPPORTUNITY, AnyStage, AnyStages, World, subject_row, title_of
from desktop.sales import (
    activities,
    closing,
    lead_distribution,
    leads,
    notifications,
    nurturing,
    opportunities,
    settings,
)
from desktop.sales.activities import Origin
from desktop.sales.lookups import LeadStage
from desktop.sales.stages import Stage
from desktop.sales.worktime import Times
from desktop.store.transaction import Transaction
from desktop.views.exchange import ClosingAnswer, FieldsQuestion, NeedsClosing, NeedsFields, Place

NEW_OPPORTUNITY = Label("New opportunity", "Новая продажа")
NEW_LEAD = Label("New lead", "Новый лид")
ASIDE = Label("Put aside by the process", "Отложен процессом")
"""The reason of putting a lead aside where the task that led to it was completed without a comment."""


class Records(World):
    """Writes what happens, inside the transaction of the action. The record is locked before any run on it is.

    ``stages`` are those of the subject. Entering a final stage of an opportunity raises NeedsClosing unless ``answer``
    is given (R13); ``comment`` is what the person wrote about the step. Afterwards ``tasks`` are the activities made,
    ``cancelled`` those cancelled, ``sale_id`` the opportunity that was begun from a lead, ``opens`` and ``hint_text``
    the page for the person who acts.
    """

    def __init__(
        self,
        tx: Transaction,
        stages: AnyStages,
        *,
        record_id: int | None = None,
        answer: ClosingAnswer | None = None,
        comment: str = "",
    ) -> None:
        super().__init__(tx, stages)
        self.tx = tx
        self.answer = answer
        self.comment = comment
        self.sale_id: int | None = None
        self.definition_id = 0
        self.instance_id = 0
        self.tasks: list[int] = []
        self.cancelled: list[int] = []
        self.opens: Place | None = None
        self.hint_text = ""
        self._open_tasks: dict[int, int] | None = None
        self._title: str | None = None
        self._as_read: Row[Any] | None = None
        if record_id is not None:
            row = subject_row(tx, self.subject, record_id, lock=True)
            self.subject_id = row.id
            self.stage = stages.by_id(row.stage_id)
            self.owner_id = row.owner_id
            self._title = row.title or row.number
            self._as_read = row

    def on_instance(self, definition_id: int, instance_id: int) -> None:
        """Say whose effects follow."""
        self.definition_id = definition_id
        self.instance_id = instance_id
        self._open_tasks = None

    def cancel_task(self, wait: Wait) -> None:
        """Cancel the activity of the task, unless it is done already."""
        if self._open_tasks is None:
            rows = activities.open_of_process(self.tx, self.instance_id)
            self._open_tasks = {row.token: row.id for row in rows}
        activity_id = self._open_tasks.pop(wait.token, None)
        if activity_id is not None:
            activities.cancel(self.tx, activity_id)
            self.cancelled.append(activity_id)

    def page_record(self, page: PageSpec) -> int | None:
        """Return the record whose page it is, None where the opportunity has no such."""
        return page_record(self.tx, self.subject, self.subject_id, page)

    # What handlers ask for ----------------------------------------------------------------------

    def start_sale(self, *, always: bool) -> bool:
        """Start the sale of the lead by the process of the settings (L4), unless an earlier one is open."""
        from desktop.processes import sale  # it works with worlds itself

        assert self.subject_id is not None
        if not leads.has_open_sale(self.tx, self.subject_id):
            if not always and not settings.read(self.tx).run_sales_process:
                return False
            self.sale_id = sale.start_sale(self.tx, self.subject_id)
        return True

    def distribute(self) -> None:
        """Give the lead to the least busy, with its planned activities and a message."""
        assert self.subject_id is not None
        self.owner_id = lead_distribution.choose(self.tx).person
        lead_distribution.assign(self.tx, self.subject_id, self.owner_id)

    def put_aside(self, until: datetime) -> datetime:
        """Put the lead aside; a call with a reminder stands on that day until the process takes the lead up."""
        assert self.subject_id is not None
        day = until.astimezone(self.tx.zone).date()
        nurturing.put_aside(self.tx, self.subject_id, day, self.comment.strip() or ASIDE.said(self.tx.language))
        return nurturing.returns_at(self.tx, day)

    def take_up(self) -> None:
        """Let the lead be put aside no longer; the call that would bring it back is cancelled."""
        assert self.subject_id is not None
        nurturing.end(self.tx, self.subject_id)

    # What it takes ------------------------------------------------------------------------------

    def _created(self, stage: AnyStage) -> int:
        if isinstance(stage, LeadStage):
            return leads.create(self.tx, NEW_LEAD.said(self.tx.language), {})
        return opportunities.create(self.tx, stage, {"title": NEW_OPPORTUNITY.said(self.tx.language)})

    def _entered(self, stage: AnyStage) -> None:
        assert self.subject_id is not None
        if isinstance(stage, LeadStage):
            leads.enter_stage(self.tx, self.subject_id, stage.code)
        elif stage.final:
            self._close(stage)
        else:
            opportunities.enter_stage(self.tx, self.subject_id, stage, known=self._as_read)

    def _close(self, stage: Stage) -> None:
        from desktop.processes import closed_sale  # it sets other runs in motion, whose worlds are such

        assert self.subject_id is not None
        row = opportunities.read(self.tx, self.subject_id)
        if self.answer is None:
            raise NeedsClosing(closing.question(self.tx, row, stage, self._closing_consequences()))
        opportunities.enter_stage(self.tx, row.id, stage, closing.columns(self.tx, stage, self.answer))
        closing.tell_manager(self.tx, row, stage, self.answer)
        closed_sale.follow(self, row, stage)

    def _fields_missing(self, stage: AnyStage, fields: tuple[str, ...]) -> None:
        assert self.subject_id is not None
        language = self.tx.language
        raise NeedsFields(
            FieldsQuestion(
                opportunity=self.subject_id,
                title=self._record_title(),
                stage_code=stage.code,
                stage_label=stage.label(language),
                fields=fields,
                labels=sentences.field_labels(language, fields),
            )
        )

    def _fields_noticed(self, stage: AnyStage, fields: tuple[str, ...]) -> None:
        language = self.tx.language
        labels = ", ".join(sentences.field_labels(language, fields))
        self.tx.warnings.append(("gate-warning", {"stage": stage.label(language), "fields": labels}))

    def _closing_consequences(self) -> str:
        assert self.subject_id is not None
        return sentences.of_stage(
            self.tx.language,
            self.tx.zone,
            cancels=len(self.cancelled),
            keeps=len(activities.open_by_hand(self.tx, self.subject_id)),
            creates=0,
            ends=True,
            final=True,
        )

    def _task_opened(self, definition: Definition, spec: TaskSpec, wait: Wait, times: Times, owner_id: int) -> None:
        assert self.subject_id is not None
        activity_id = activities.create_for_process(
            self.tx,
            Origin(self.definition_id, self.instance_id, spec.element_id, wait.token, spec.stage_code),
            kind=spec.kind,
            title_en=spec.label.en,
            title_ru=spec.label.ru,
            owner_id=owner_id,
            times=times,
            subject=self.subject,
            subject_id=self.subject_id,
            contact_id=spec.contact,
        )
        self.tasks.append(activity_id)
        if self._open_tasks is not None:
            self._open_tasks[wait.token] = activity_id
        notifications.notify(
            self.tx,
            owner_id,
            notifications.NEW_TASK,
            {
                "task": spec.label.both,
                "process": definition.label.both,
                "due": times.due_at,
                "opportunity": self._record_title(),
            },
            place="activity",
            place_id=activity_id,
            activity_id=activity_id,
        )

    def _record_title(self) -> str:
        if self._title is None:
            self._title = title_of(self.tx, self.subject, self.subject_id or 0)
        return self._title

    def _page_opened(self, page: PageSpec) -> None:
        record = self.page_record(page)
        if record is None or self.owner_id is None:
            return
        if self.owner_id == self.tx.person_id:
            self.opens = Place(page.subject, record)
            self.hint_text = page.hint.said(self.tx.language)
            return
        notifications.notify(
            self.tx,
            self.owner_id,
            notifications.PAGE,
            {"hint": page.hint.both, "opportunity": self._record_title()},
            place=page.subject,
            place_id=record,
        )


def page_record(tx: Transaction, subject: str, subject_id: int | None, page: PageSpec) -> int | None:
    """Return the record whose page a step opens: the run's own, the lead of its opportunity, or the lead's opportunity.

    None where there is no such.
    """
    if subject_id is None or page.subject == subject:
        return subject_id
    row = subject_row(tx, subject, subject_id)
    other = row.lead_id if subject == OPPORTUNITY else row.opportunity_id
    return None if other is None else int(other)
