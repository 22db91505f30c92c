"""The stages of a lead as a run of a process asks for them: found by code or by id (R10 in docs/rules.md)."""

from __future__ import annotations

from desktop.sales import lookups
from desktop.sales.lookups import LeadStage
from desktop.sales.reading import Reading
from desktop.views.exchange import Refused


class LeadStages:
    """All stages of leads, in their order."""

    def __init__(self, stages: tuple[LeadStage, ...]) -> None:
        self.all = stages
        self._by_code = {stage.code: stage for stage in stages}
        self._by_id = {stage.id: stage for stage in stages}

    @classmethod
    def read(cls, reading: Reading) -> LeadStages:
        """Read the lookup."""
        return cls(lookups.lead_stages(reading))

    def by_code(self, code: str) -> LeadStage:
        """Return the stage with this code. Refused "stage-unknown" if the lookup has none."""
        try:
            return self._by_code[code]
        except KeyError:
            raise Refused("stage-unknown", field="stage", stage=code) from None

    def by_id(self, stage_id: int) -> LeadStage:
        """Return the stage with this id, which a lead points to."""
        return self._by_id[stage_id]

    def first(self) -> LeadStage:
        """Return the stage on which a lead begins: the first that is open."""
        for stage in self.all:
            if not stage.final:
                return stage
        raise Refused("stage-unknown", field="stage", stage="qualification")
