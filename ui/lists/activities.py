"""The list of activities (activityList)."""

from ui.lists.page import ListPage


class ActivityListPage(ListPage):
    """The next due first."""

    help_page = "activities"
    subject = "activity"
    icon = "list-checks"
    touched_by = ("activity", "opportunity", "lead", "account", "contact", "person")

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Activities"),
            "new": self.tr("New task"),
            "none": self.tr("Nothing to do"),
            "none_text": self.tr("The tasks of your sales and those you plan yourself stand here."),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%Ln activities", "", count)
