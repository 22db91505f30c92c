"""Write down when the program, on its way up, reached a milestone; asked for by a measurement only.

``make benchmark`` sets ``DEALWRIGHT_MILESTONES`` to the path of a file; without it nothing happens here.
Each milestone is one line "name seconds", the seconds counted from the start of the process as the kernel
knows it, so that the start of Python and all imports are in it. Linux only, like the measurement.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

VARIABLE = "DEALWRIGHT_MILESTONES"


def are_asked_for() -> bool:
    """Whether somebody measures; the program ends by itself after its last milestone then."""
    return bool(os.environ.get(VARIABLE))


def reach(name: str) -> None:
    """Append a line for the milestone: "painted" (first window painted), "list" (opportunities usable)."""
    path = os.environ.get(VARIABLE)
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(f"{name} {seconds_since_start():.3f}\n")


def seconds_since_start() -> float:
    """Seconds since the kernel started this process, to the hundredth (the kernel's clock tick)."""
    after_name = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    started = int(after_name[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started
