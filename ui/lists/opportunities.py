"""The list of opportunities (opportunityList)."""

from collections.abc import Callable

from ui.lists.page import ListPage


class OpportunityListPage(ListPage):
    """Sorted by the next step at first, so that no deal is without one unseen (N7)."""

    help_page = "opportunities"
    subject = "opportunity"
    icon = "diamond"
    stage_lookup = "opportunity_stage"
    touched_by = ("opportunity", "activity", "opportunity_stage", "account", "person")

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Opportunities"),
            "new": self.tr("New opportunity"),
            "way": self.tr("Run process"),
            "other": self.tr("New opportunity"),
            "none": self.tr("No open opportunities"),
            "none_text": self.tr("Run the process “Corporate sale”, or write an opportunity down by hand."),
        }

    def take_the_way(self) -> None:
        """A sale begins with its process: open the window "Run process"."""
        run: Callable[[], object] = getattr(self.window(), "open_run_process", self.create_record)
        run()

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%Ln opportunities", "", count)
