"""The report of an import as a person reads it: a summary of a few lines, and every finding as a CSV file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from desktop.texts import say
from desktop.views.imports import ImportReport

COLUMNS = ("file", "line", "record", "field", "value", "outcome", "became", "rule", "explanation")
"""The columns of the CSV file; the same in every language, so that a program can read it too."""

_RECORDS = ("person", "product", "account", "opportunity")


def summary(report: ImportReport, language: str) -> Iterator[str]:
    """Say in lines what an import did, the rules that decided about its oddities among them."""
    added = {record: report.added.get(record, 0) for record in _RECORDS}
    if any(added.values()):
        yield say(language, "import-added", added)
        yield say(language, "import-runs", {"runs": report.runs, "tasks": report.tasks})
    else:
        yield say(language, "import-added-nothing")
    if any(report.unchanged.values()):
        yield say(language, "import-unchanged", {"records": sum(report.unchanged.values())})
    for (outcome, rule), count in report.by_rule().items():
        outcome_said = say(language, f"import-outcome-{outcome}")
        yield f"  {count:>6}  {outcome_said}: {say(language, f'import-rule-{rule}')}"


def write_findings(report: ImportReport, file: Path, language: str) -> None:
    """Write every finding as CSV (UTF-8, with the mark that spreadsheets look for). Raises OSError."""
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(COLUMNS)
        for found in report.findings:
            writer.writerow(
                (
                    found.file,
                    found.line,
                    _harmless(found.key),
                    found.field,
                    _harmless(found.value),
                    found.outcome,
                    _harmless(found.became),
                    found.rule,
                    say(language, f"import-rule-{found.rule}"),
                )
            )


def _harmless(text: str) -> str:
    """Keep a spreadsheet from taking a cell of somebody's file for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
