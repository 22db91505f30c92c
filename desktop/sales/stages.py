"""The stages of an opportunity as the lookup has them: which are final is data, not code (R10 in docs/rules.md)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desktop.sales.reading import Reading
from desktop.sales.tables import opportunity_stage
from desktop.views.exchange import Refused

FIRST = "qualification"
"""The code of the stage on which an opportunity begins."""

_SELECT = select(
    opportunity_stage.c.id,
    opportunity_stage.c.code,
    opportunity_stage.c.name_en,
    opportunity_stage.c.name_ru,
    opportunity_stage.c.number,
    opportunity_stage.c.percent,
    opportunity_stage.c.final,
    opportunity_stage.c.successful,
).order_by(opportunity_stage.c.number, opportunity_stage.c.id)


@dataclass(frozen=True, slots=True)
class Stage:
    """One row of the lookup "Opportunity stages"; ``percent`` is the probability that goes with it."""

    id: int
    code: str
    name_en: str
    name_ru: str
    number: int
    percent: int
    final: bool
    successful: bool

    def label(self, language: str) -> str:
        """Return the stage's name in the language."""
        return self.name_ru if language == "ru" else self.name_en


class Stages:
    """All stages, in their order, found by code or by id."""

    def __init__(self, stages: tuple[Stage, ...]) -> None:
        self.all = stages
        self._by_code = {stage.code: stage for stage in stages}
        self._by_id = {stage.id: stage for stage in stages}

    @classmethod
    def read(cls, reading: Reading) -> Stages:
        """Read the lookup."""
        return cls(tuple(Stage(**row._mapping) for row in reading.rows(_SELECT)))

    def by_code(self, code: str) -> Stage:
        """Return the stage with this code. Refused "stage-unknown" if the lookup has none."""
        try:
            return self._by_code[code]
        except KeyError:
            raise Refused("stage-unknown", field="stage", stage=code) from None

    def by_id(self, stage_id: int) -> Stage:
        """Return the stage with this id, which a record points to."""
        return self._by_id[stage_id]

    def first(self) -> Stage:
        """Return the stage on which an opportunity begins: Qualification or, without it, the first that is open."""
        found = self._by_code.get(FIRST)
        if found is not None and not found.final:
            return found
        for stage in self.all:
            if not stage.final:
                return stage
        raise Refused("stage-unknown", field="stage", stage=FIRST)
