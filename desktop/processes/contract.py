"""R19: what the approval of a contract does to the process that prepares it.

The task is found by its element in the definition that the run stands on, whatever it is called there; the engine and
the definition know nothing of documents.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, select

from desktop.processes.definitions import catalogue
from desktop.sales import activities
from desktop.sales.reading import Reading
from desktop.sales.tables import activity

TASK = "prepare_contract"
"""The element whose task waits for the approval (C3)."""
APPROVED, RETURNED = "approved", "returned"
"""Its results; the decision about a document has the same two."""


def open_task(source: Reading, opportunity_id: int, kind: str) -> Row[Any] | None:
    """Return the open task that a decision about a document of this kind completes, None where there is none.

    Only contracts have one. A task of that element without both results is not meant.
    """
    if kind != "contract":
        return None
    for row in source.rows(
        select(activity)
        .where(
            activity.c.opportunity_id == opportunity_id,
            activity.c.status == activities.PLANNED,
            activity.c.element_id == TASK,
            activity.c.instance_id.is_not(None),
        )
        .order_by(activity.c.id)
    ):
        spec = catalogue.by_id(source, row.definition_id).tasks.get(row.element_id)
        if spec is not None and {APPROVED, RETURNED} <= {result.code for result in spec.results}:
            return row
    return None
