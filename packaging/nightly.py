"""Run the long versions of the tests that try the program hard (``make nightly``).

A program killed 340 times, eight programs at once, ten times the random models, histories and damaged files; on
PostgreSQL too where a server can be had. What is tried is new every time. Arguments go to pytest in place of the usual
places. Exit status: pytest's.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import nullcontext

import bootstrap
import postgres

TRIED = (
    "tests/journeys/test_crash.py",
    "tests/engine",
    "tests/processes",
    "tests/actions",
    "tests/sales/analytics/test_forecast.py",
    "tests/spreadsheets/test_writing.py",
)
LONGEST_SECONDS = 3600


def main(arguments: list[str]) -> int:
    """Run pytest, with a PostgreSQL server beside it if there is one, and give pytest's exit status."""
    binaries = postgres.find_binaries()
    if binaries is None and bootstrap.install_packages(["postgresql"]):
        binaries = postgres.find_binaries()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, postgres.leave)
    environment = {name: value for name, value in os.environ.items() if name != "CI"}  # CI tries the same every time
    environment["DEALWRIGHT_NIGHTLY"] = "1"
    with nullcontext("") if binaries is None else postgres.throw_away_server(binaries) as url:
        if url:
            environment["DEALWRIGHT_TEST_POSTGRES"] = url
        command = [sys.executable, "-m", "pytest", "-n", "2", "-o", f"timeout={LONGEST_SECONDS}", "--durations=10"]
        return subprocess.run([*command, *(arguments or TRIED)], cwd=postgres.ROOT, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
