"""Stage bars of opportunities and leads (R4, R9, R10)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from desktop.queries.parts import OPEN, refusing
from desktop.queries.registry import Reader
from desktop.views.exchange import Availability
from desktop.views.opportunities import StageBar, StageChip


class BarStage(Protocol):
    """What a stage of either lookup tells about itself."""

    @property
    def id(self) -> int: ...  # noqa: D102
    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def final(self) -> bool: ...  # noqa: D102
    @property
    def successful(self) -> bool: ...  # noqa: D102
    def label(self, language: str) -> str: ...  # noqa: D102


def stage_bar(
    reader: Reader,
    stages: Sequence[BarStage],
    current_id: int,
    *,
    percents: dict[int, int] | None = None,
    visited: Collection[int] = (),
    off_bar: Collection[int] = (),
    edit: Availability = OPEN,
) -> StageBar:
    """Return the bar of a record that stands on ``current_id``.

    Stages before the current one count as passed; on a final stage those that were ``visited`` (all, where it is
    successful). Stages ``off_bar`` are left out unless the record stands there. Final stages cannot be left (R9), and
    nobody goes on who may not ``edit`` the record.
    """
    current = next(stage for stage in stages if stage.id == current_id)

    def state(stage: BarStage) -> str:
        if stage.id == current.id:
            return "current"
        if current.final:
            passed = not stage.final and (current.successful or stage.id in visited)
        else:
            passed = not stage.final and stage.number < current.number
        return "passed" if passed else "ahead"

    def available(stage: BarStage) -> Availability:
        if current.final:
            return refusing(reader, "final-stage-left")
        if not edit.enabled:
            return edit
        return refusing(reader, "stage-current") if stage.id == current.id else OPEN

    chips = tuple(
        StageChip(
            id=stage.id,
            code=stage.code,
            label=stage.label(reader.language),
            percent=(percents or {}).get(stage.id, 0),
            state=state(stage),
            final=stage.final,
            successful=stage.successful,
            available=available(stage),
        )
        for stage in stages
        if stage.id not in off_bar or stage.id == current.id
    )
    return StageBar(
        stages=tuple(chip for chip in chips if not chip.final),
        finals=tuple(chip for chip in chips if chip.final),
        current=current.code,
        closed=current.final,
    )
