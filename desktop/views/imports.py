"""What an import tells about itself: how much it added, and every oddity of the files with the rule that decided it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

REPAIRED = "repaired"
REJECTED = "rejected"
KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Finding:
    """One oddity of one line.

    ``outcome`` is repaired (the line was taken, with ``became`` in place of ``value``), rejected (the line was left
    out) or kept (the workspace has ``became`` and was left as it is). ``rule`` names the rule of docs/import.md and, as
    ``import-rule-<rule>``, its sentence in resources/texts. ``key`` is the record as the files name it.
    """

    file: str
    line: int
    key: str
    field: str
    value: str
    outcome: str
    rule: str
    became: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; the mappings are by kind of record: person, product, account, opportunity.

    ``added`` are new records, ``unchanged`` those that the workspace had already. ``runs`` and ``tasks`` count the
    processes started on the open opportunities and the tasks that these made.
    """

    added: Mapping[str, int]
    unchanged: Mapping[str, int]
    findings: tuple[Finding, ...]
    runs: int
    tasks: int

    def count(self, outcome: str) -> int:
        """Return how many lines have findings of this outcome."""
        return len({(found.file, found.line) for found in self.findings if found.outcome == outcome})

    def by_rule(self) -> Mapping[tuple[str, str], int]:
        """Return how many findings there are of each outcome and rule, the most frequent first."""
        counts: dict[tuple[str, str], int] = {}
        for found in self.findings:
            counts[found.outcome, found.rule] = counts.get((found.outcome, found.rule), 0) + 1
        return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
