"""SaleThen: a sale as it stood at the moment shown by the slider of its tab Process, and the bar that says so (N4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.views.exchange import Availability
from desktop.views.opportunities import OpportunityPage
from desktop.views.past import Replay
from ui.time_travel.bar import PastBar


class SaleThen(PastBar):
    """Hidden in the present. In the past nothing can be done with the sale: every control gets the reason."""

    _then: Replay | None = None

    def stand_on(self, then: Replay | None) -> bool:
        """Show a moment, None for the present; tell whether the present was left or entered by that."""
        crossed = (then is None) != (self._then is None)
        self._then = then
        self.show_moment(None if then is None else then.moment)
        return crossed

    def at(self) -> datetime | None:
        """Return the moment (UTC), None in the present."""
        return None if self._then is None else self._then.moment.at

    def shown(self, present: OpportunityPage) -> OpportunityPage:
        """Return the sale as it is to be shown: stage bar and next steps of then, all else as it is now."""
        then = self._then
        if then is None:
            return present
        closed = Availability(False, then.course.read_only)
        return replace(
            present,
            stage_bar=then.stage_bar() or present.stage_bar,
            cards=then.cards(),
            edit=closed,
            run_process=closed,
            missing=(),
            draft=(),
        )

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.show_moment(None if self._then is None else self._then.moment)
