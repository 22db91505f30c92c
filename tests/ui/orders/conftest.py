"""The window of the opportunity page's tests, for orders and products."""

from tests.ui.opportunity.conftest import desk

__all__ = ["desk"]
