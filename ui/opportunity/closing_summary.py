"""ClosingSummary: how an opportunity ended, in one line (R9, R13)."""

from PySide6.QtWidgets import QWidget

from desktop.views.opportunities import OpportunityPage
from ui.formats import minutes_text, moment_text, money_text
from ui.widgets.hint import HintBar
from ui.widgets.styling import restyle


class ClosingSummary(HintBar):
    """Final stage, when, actual income, time spent, reason and competitor, and why it cannot be left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tone="good", closable=False, name="closingSummary")
        self.hide()

    def show_view(self, view: OpportunityPage) -> None:
        """Show how the opportunity was closed; nothing for one that is open."""
        chip = next((chip for chip in view.stage_bar.finals if chip.code == view.stage_bar.current), None)
        if chip is None or not view.stage_bar.closed:
            self.hide()
            return
        tone = "good" if chip.successful else "bad"
        restyle(self, tone=tone)
        self._icon.set_icon("circle-check" if chip.successful else "circle-x", tone=f"{tone}_text")
        facts = [moment_text(view.closed_at)]
        if view.actual_income is not None:
            facts.append(self.tr("actual income {amount}").format(amount=money_text(view.actual_income)))
        spent = view.spent_minutes if view.closed_minutes is None else view.closed_minutes
        facts.append(self.tr("time spent {time}").format(time=minutes_text(spent)))
        if view.closing_reason:
            facts.append(self.tr("reason: {reason}").format(reason=view.closing_reason))
        if view.competitor:
            facts.append(self.tr("competitor: {competitor}").format(competitor=view.competitor))
        locked = chip.available.why_not
        text = " · ".join(fact for fact in facts if fact)
        self.set_texts(f"{chip.label}.", f"{text}. {locked}" if locked else text, self.tr("Why?"))
        self.show()
