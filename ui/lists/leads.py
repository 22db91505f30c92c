"""The list of leads (leadList)."""

from ui.lists.page import ListPage


class LeadListPage(ListPage):
    """The newest first."""

    help_page = "leads"
    subject = "lead"
    icon = "target"
    stage_lookup = "lead_stage"
    touched_by = ("lead", "lead_stage", "account", "person")

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Leads"),
            "new": self.tr("New lead"),
            "none": self.tr("No open leads"),
            "none_text": self.tr("Write down who needs what; at “Awaiting sale” the sale begins by itself."),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%Ln leads", "", count)
