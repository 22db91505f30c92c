"""How long the check, the import and the undo of a table of 10 000 opportunities take, and an export of them.

Every row is written by the actions that a person would use, each with its rights, its numbers and its journal; 500
customers are made on the way. The workspace is a SQLite file that was empty before.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from desktop.views.exchange import Action, Query
from desktop.views.spreadsheets import ExportColumn
from desktop.workspace import Workspace
from tests.benchmarks.figures import CannotMeasure, Figure, Figures

ROWS = 10_000
CUSTOMERS = 500
AT_MOST_SECONDS = 60
AT_MOST_EXPORT_SECONDS = 15
COLUMNS = (
    ExportColumn("number", "Number"),
    ExportColumn("title", "Title"),
    ExportColumn("account", "Customer"),
    ExportColumn("stage", "Stage"),
    ExportColumn("amount", "Amount", "money", "Amount, currency"),
    ExportColumn("expected_close", "Closes", "date"),
    ExportColumn("owner", "Owner"),
)


def made_up(folder: Path) -> Path:
    """Write a table of deals."""
    lines = ["External id,Title,Customer,Amount,Expected close,Owner,Stage"]
    for row in range(ROWS):
        day = f"2026-12-{row % 28 + 1:02d}"
        lines.append(f"deal-{row},Deal {row},Customer {row % CUSTOMERS},{row}.50,{day},Anna Kern,Proposal")
    file = folder / "deals.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def run() -> Figures:
    """Measure one table from its check to its undo."""
    with tempfile.TemporaryDirectory(prefix="dealwright-benchmark-") as place:
        folder = Path(place)
        workspace = Workspace.open(f"sqlite:///{folder / 'tables.db'}", person="Anna Kern")
        try:
            start = workspace.ask(Query("import_start", path=str(made_up(folder)))).result()
            found = []
            for name, words in (("check_import", "check"), ("import_table", "import")):
                begun = time.perf_counter()
                report = workspace.perform(Action(name, plan=start.plan)).result().result["report"]
                found.append(_figure(f"{words} of a table of {ROWS:,} opportunities", begun, AT_MOST_SECONDS))
                if report.counts != {"created": ROWS}:  # type: ignore[attr-defined]
                    raise CannotMeasure(f"the {words} did not do what is measured")
            ids = workspace.ask(Query("list_ids", subject="opportunity")).result()
            for kind in ("csv", "xlsx"):
                begun = time.perf_counter()
                target = str(folder / f"list.{kind}")
                query = Query("export_list", subject="opportunity", ids=ids, columns=COLUMNS, path=target)
                workspace.ask(query).result()
                found.append(_figure(f"export of {ROWS:,} opportunities, {kind}", begun, AT_MOST_EXPORT_SECONDS))
            begun = time.perf_counter()
            workspace.perform(Action("undo")).result()
            found.append(_figure(f"undo of an import of {ROWS:,} opportunities", begun, AT_MOST_SECONDS))
        finally:
            workspace.close()
    return found


def _figure(what: str, begun: float, at_most: float) -> Figure:
    return Figure(what.replace(",", " "), time.perf_counter() - begun, "s", at_most)
