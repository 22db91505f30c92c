"""The list of products (productList)."""

from ui.lists.page import ListPage


class ProductListPage(ListPage):
    """By name."""

    help_page = "products"
    subject = "product"
    icon = "package"
    has_scopes = False
    has_states = False
    touched_by = ("product",)

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Products"),
            "new": self.tr("New product"),
            "none": self.tr("No products yet"),
            "none_text": self.tr(
                "Write down what you sell, with its price: opportunities and orders take it from here."
            ),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%n products", "", count)
