"""What the guide of a stage says (R18)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StageGuide:
    """Goal, recommended steps, what the program does and what comes next, in the reader's language.

    All four are empty where the process says nothing about the stage (one that an administrator has added, say).
    """

    stage_code: str
    stage_label: str
    process_label: str
    goal: str = ""
    steps: tuple[str, ...] = ()
    program: str = ""
    following: str = ""
