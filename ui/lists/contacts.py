"""The list of contacts (contactList)."""

from ui.lists.page import ListPage


class ContactListPage(ListPage):
    """By name."""

    help_page = "contacts"
    subject = "contact"
    icon = "contact"
    has_scopes = False
    has_states = False
    touched_by = ("contact", "account")

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Contacts"),
            "new": self.tr("New contact"),
            "none": self.tr("No contacts yet"),
            "none_text": self.tr("Write down the people that you speak with."),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%Ln contacts", "", count)
