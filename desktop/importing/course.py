"""The course of one import: who acts, what was found, how far it is, and whether it was cancelled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from desktop.importing.references import References
from desktop.importing.sheets import Line, Sheet
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused
from desktop.views.imports import KEPT, REJECTED, Finding

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

REPEATED = "repeated"
STRIDE = 100
"""How many lines go by between two looks at progress and Cancel."""


class Course:
    """What the parts of one import share: the transaction, the references, the findings and the counts."""

    def __init__(
        self, tx: Transaction, source: str, references: References, progress: Progress, cancelled: Cancelled
    ) -> None:
        self.tx = tx
        self.source = source
        self.references = references
        self.findings: list[Finding] = []
        self.added: Counter[str] = Counter()
        self.unchanged: Counter[str] = Counter()
        self._progress = progress
        self._cancelled = cancelled
        self._seen: dict[tuple[str, str], Line] = {}
        self.done = 0
        self.total = 0

    def expect(self, total: int) -> None:
        """Say how much there is to do from here on."""
        self.done, self.total = 0, total
        self._progress(0, total)
        self.stop_if_cancelled()

    def advance(self, count: int = 1) -> None:
        """Say that some of it is done. Raises Refused "import-cancelled" if it is to end."""
        before = self.done
        self.done = min(self.total, before + count)
        if before // STRIDE != self.done // STRIDE or self.done == self.total:
            self._progress(self.done, self.total)
            self.stop_if_cancelled()

    def stop_if_cancelled(self) -> None:
        """Raise Refused "import-cancelled" if the person has cancelled; the transaction then changes nothing."""
        if self._cancelled():
            raise Refused("import-cancelled")

    def found(self, *findings: Finding) -> None:
        """Keep findings for the report."""
        self.findings += findings

    def source_key(self, key: str) -> str:
        """Return the key by which a record of this source is known again."""
        return f"{self.source}:{key}"

    def is_repeated(self, record: str, key: str, line: Line) -> bool:
        """Tell whether an earlier line was this record already, and list the line as rejected then.

        Names are the same whatever their capitals; the numbers of opportunities are not.
        """
        first = self._seen.setdefault((record, key if record == "opportunity" else key.casefold()), line)
        if first is line:
            return False
        at = f"{first.file}:{first.number}"
        self.found(Finding(line.file, line.number, key, "key", key, REJECTED, REPEATED, at))
        return True

    def forget(self, record: str, key: str) -> None:
        """Let a later line be this record: the one before was rejected after all."""
        self._seen.pop((record, key), None)

    def refuse_misfit(self, sheet: Sheet) -> None:
        """Raise Refused "import-misfit" if more lines of a file were rejected than taken: the mapping does not fit it.

        A date format with day and month exchanged, say, can be read in one line of three, and wrongly.
        """
        rejected = [
            found
            for found in self.findings
            if found.file == sheet.map.name and found.outcome == REJECTED and found.rule != REPEATED
        ]
        if len(rejected) * 2 > len(sheet.lines):
            first = rejected[0]
            raise Refused(
                "import-misfit",
                file=first.file,
                rejected=len(rejected),
                lines=len(sheet.lines),
                place=f"{first.file}:{first.line}",
                column=first.field,
                value=first.value,
            )

    def keep(self, line: Line, key: str, differences: dict[str, tuple[str, str]], rule: str = "kept") -> None:
        """List what the workspace has otherwise than the line; it is left as it is."""
        for field, (value, has) in differences.items():
            self.found(Finding(line.file, line.number, key, field, value, KEPT, rule, has))
