"""Run every ``bench_*.py`` beside this file, or those named, and print one table.

    python -m tests.benchmarks [startup ...]

Each has a function ``run() -> Figures``. Exit status 1 when a promise is missed or could not be measured.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

from tests.benchmarks.figures import CannotMeasure, Figure, table


def names(wanted: list[str]) -> list[str]:
    """The measurements to run; LookupError for one that is not there."""
    there = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    unknown = set(wanted) - set(there)
    if unknown:
        raise LookupError(f"no such measurement: {', '.join(sorted(unknown))}; there are: {', '.join(there)}")
    return wanted or there


def main(wanted: list[str]) -> int:
    """Measure, print, judge."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    figures: list[Figure] = []
    not_measured: list[str] = []
    for name in names(wanted):
        print(f"measuring: {name} ...", file=sys.stderr, flush=True)
        try:
            figures += importlib.import_module(f"tests.benchmarks.bench_{name}").run()
        except CannotMeasure as reason:
            not_measured.append(f"{name}: not measured: {reason}")
    print(table(figures))
    print(*not_measured, sep="\n")
    return 0 if not not_measured and all(figure.is_kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
