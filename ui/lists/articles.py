"""The list of articles of the knowledge base (articleList)."""

from ui.lists.page import ListPage


class ArticleListPage(ListPage):
    """By title."""

    help_page = "knowledge"
    subject = "article"
    icon = "book-open"
    has_scopes = False
    has_states = False
    touched_by = ("article", "article_product", "record_tag", "lookup_value", "product", "person")

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Knowledge base"),
            "new": self.tr("New article"),
            "none": self.tr("No articles yet"),
            "none_text": self.tr(
                "Keep presentations, templates and what everybody should know here: "
                "the task that prepares a presentation chooses from it."
            ),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%n article(s)", "", count)
