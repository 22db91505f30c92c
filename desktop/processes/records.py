"""The world of the real thing: effects become rows of opportunities, activities and notifications."""

from __future__ import annotations

from desktop.engine import Wait
from desktop.processes import sentences
from desktop.processes.library import Definition, Label, PageSpec, TaskSpec
from desktop.processes.world import SUBJECT, World
from desktop.sales import activities, closing, lead_outcome, notifications, opportunities
from desktop.sales.activities import Origin
from desktop.sales.stages import Stage, Stages
from desktop.sales.worktime import Times
from desktop.store.transaction import Transaction
from desktop.views.exchange import ClosingAnswer, FieldsQuestion, NeedsClosing, NeedsFields, Place

NEW_OPPORTUNITY = Label("New opportunity", "Новая продажа")


class Records(World):
    """Writes what happens, inside the transaction of the action. The opportunity is locked before any run on it is.

    Entering a final stage raises NeedsClosing unless ``answer`` is given (R13). Afterwards ``tasks`` are the
    activities made, ``cancelled`` those cancelled, ``opens`` and ``hint_text`` the page for the person who acts.
    """

    def __init__(
        self, tx: Transaction, stages: Stages, *, opportunity_id: int | None = None, answer: ClosingAnswer | None = None
    ) -> None:
        super().__init__(tx, stages)
        self.tx = tx
        self.answer = answer
        self.definition_id = 0
        self.instance_id = 0
        self.tasks: list[int] = []
        self.cancelled: list[int] = []
        self.opens: Place | None = None
        self.hint_text = ""
        self._open_tasks: dict[int, int] | None = None
        self._title: str | None = None
        if opportunity_id is not None:
            row = opportunities.read(tx, opportunity_id, lock=True)
            self.subject_id = row.id
            self.stage = stages.by_id(row.stage_id)
            self.owner_id = row.owner_id
            self._title = row.title or row.number

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
        return page_record(self.tx, self.subject_id, page)

    def _created(self, stage: Stage) -> int:
        return opportunities.create(self.tx, stage, {"title": NEW_OPPORTUNITY.said(self.tx.language)})

    def _entered(self, stage: Stage) -> None:
        assert self.subject_id is not None
        if not stage.final:
            opportunities.enter_stage(self.tx, self.subject_id, stage)
            return
        row = opportunities.read(self.tx, self.subject_id)
        if self.answer is None:
            raise NeedsClosing(closing.question(self.tx, row, stage, self._closing_consequences()))
        opportunities.enter_stage(self.tx, row.id, stage, closing.columns(self.tx, stage, self.answer))
        closing.tell_manager(self.tx, row, stage, self.answer)
        if stage.successful and row.lead_id is not None:
            lead_outcome.satisfy(self.tx, row.lead_id)

    def _fields_missing(self, stage: Stage, fields: tuple[str, ...]) -> None:
        assert self.subject_id is not None
        language = self.tx.language
        raise NeedsFields(
            FieldsQuestion(
                opportunity=self.subject_id,
                title=self._opportunity_title(),
                stage_code=stage.code,
                stage_label=stage.label(language),
                fields=fields,
                labels=sentences.field_labels(language, fields),
            )
        )

    def _fields_noticed(self, stage: Stage, fields: tuple[str, ...]) -> None:
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
            subject=SUBJECT,
            subject_id=self.subject_id,
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
                "opportunity": self._opportunity_title(),
            },
            place="activity",
            place_id=activity_id,
            activity_id=activity_id,
        )

    def _opportunity_title(self) -> str:
        if self._title is None:
            self._title = opportunities.title_of(self.tx, self.subject_id or 0)
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
            {"hint": page.hint.both, "opportunity": self._opportunity_title()},
            place=page.subject,
            place_id=record,
        )


def page_record(tx: Transaction, subject_id: int | None, page: PageSpec) -> int | None:
    """Return the record whose page a step opens: the opportunity itself, or its lead."""
    if subject_id is None or page.subject == SUBJECT:
        return subject_id
    lead_id = opportunities.read(tx, subject_id).lead_id
    return None if lead_id is None else int(lead_id)
