"""What the fields of an opportunity's page offer to choose from."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.views.exchange import Choice, Query
from ui.bridge import Bridge
from ui.opportunity.profile import Profile
from ui.opportunity.qualification import Qualification


class Lookups(QObject):
    """Reads needs, categories, sources and currencies, and gives them to the fields."""

    def __init__(self, bridge: Bridge, profile: Profile, qualification: Qualification) -> None:
        super().__init__(profile)
        self._bridge = bridge
        self._profile = profile
        self._money = (profile.amount, qualification.budget)

    def ask(self) -> None:
        """Ask for everything anew."""
        self._choices("need", self._profile.set_needs)
        self._choices("opportunity_category", self._profile.set_categories)
        self._choices("lead_source", self._profile.set_sources)
        self._choices("currency", self._take_currencies)
        self._bridge.ask(Query("settings"), self._take_settings, owner=self, key="settings")

    def _choices(self, lookup: str, take: Callable[[tuple[Choice, ...]], object]) -> None:
        self._bridge.ask(Query("choices", lookup=lookup), take, owner=self, key=f"choices_{lookup}")

    def _take_currencies(self, choices: tuple[Choice, ...]) -> None:
        codes = tuple(choice.code for choice in choices)
        for field in self._money:
            field.set_currencies(codes)

    def _take_settings(self, settings: object) -> None:
        for field in self._money:
            field.set_default_currency(getattr(settings, "default_currency", "EUR"))
