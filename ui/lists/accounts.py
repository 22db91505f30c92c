"""The list of accounts (accountList)."""

from ui.lists.page import ListPage


class AccountListPage(ListPage):
    """By name."""

    help_page = "accounts"
    subject = "account"
    icon = "building-2"
    has_states = False
    touched_by = ("account", "opportunity", "person")

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Accounts"),
            "new": self.tr("New account"),
            "none": self.tr("No accounts yet"),
            "none_text": self.tr("Write down the companies that you sell to."),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%Ln accounts", "", count)
