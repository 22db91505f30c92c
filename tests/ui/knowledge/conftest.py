"""The window of the opportunity page's tests, for the knowledge base."""

from tests.ui.opportunity.conftest import desk

__all__ = ["desk"]
