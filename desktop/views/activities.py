"""What the task page, the list of activities and the schedule show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.views.exchange import Availability, Ref
from desktop.views.opportunities import ResultChoice


@dataclass(frozen=True, slots=True)
class ActivityFields:
    """The editable fields of an activity; their names are the keys of ``save_activity(fields=...)``."""

    kind: str
    title: str
    owner: Ref
    opportunity: Ref | None
    lead: Ref | None
    account: Ref | None
    contact: Ref | None
    start_at: datetime
    due_at: datetime
    comment: str
    spent_minutes: int
    remind_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """All that the page of one activity shows. ``status`` is planned, done or cancelled.

    ``knowledge`` is the kind of article that the task chooses from the knowledge base, "" for none.
    """

    id: int
    version: int
    fields: ActivityFields
    status: str
    due_state: str
    process_label: str
    stage_label: str
    results: tuple[ResultChoice, ...]
    result_label: str
    done_at: datetime | None
    done_by: str
    created_at: datetime
    created_by: str
    edit: Availability
    complete: Availability
    cancel: Availability
    draft: tuple[tuple[str, object], ...]
    draft_at: datetime | None
    knowledge: str = ""


@dataclass(frozen=True, slots=True)
class ScheduleItem:
    """One activity on the calendar. ``state`` is overdue, ahead, done or cancelled."""

    id: int
    version: int
    kind: str
    title: str
    subtitle: str
    start_at: datetime
    due_at: datetime
    state: str
    opportunity: int | None
    movable: bool
