"""The import of a folder, whole: all of it or nothing, in the transaction of the action that asks for it (R16)."""

from __future__ import annotations

from pathlib import Path

from desktop.importing.course import Cancelled, Course, Progress
from desktop.importing.deals import import_deals
from desktop.importing.mapping import RECORDS, read_mapping
from desktop.importing.parties import import_accounts, import_people, import_products
from desktop.importing.references import References
from desktop.importing.sheets import read_folder
from desktop.store.transaction import Transaction
from desktop.views.imports import ImportReport


def import_folder(
    tx: Transaction, folder: Path, mapping: Path | None, progress: Progress, cancelled: Cancelled
) -> ImportReport:
    """Load the CSV files of a folder by a mapping (None: the shipped one) and report every oddity.

    ``progress`` is called with how much is done and how much there is; ``cancelled`` is asked now and then. Raises
    Refused with a code that begins with "import-" where a mapping or a file cannot be used, or after a cancel: the
    caller's transaction must then be rolled back.
    """
    plan = read_mapping(mapping)
    sheets = read_folder(folder, plan)
    course = Course(tx, plan.source, References.read(tx), progress, cancelled)
    course.stop_if_cancelled()
    of = {record: [sheet for sheet in sheets if sheet.map.record == record] for record in RECORDS}
    import_people(course, of["person"])
    import_products(course, of["product"])
    import_accounts(course, of["account"])
    started = import_deals(course, of["opportunity"])
    order = {sheet.map.name: place for place, sheet in enumerate(sheets)}
    findings = sorted(course.findings, key=lambda found: (order[found.file], found.line))
    return ImportReport(
        added=dict(course.added),
        unchanged=dict(course.unchanged),
        findings=tuple(findings),
        runs=started.runs,
        tasks=started.tasks,
    )
