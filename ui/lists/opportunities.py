"""The list of opportunities (opportunityList)."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from desktop.views.exchange import Place
from ui.board import switch
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

    def _head(self) -> QHBoxLayout:
        row = super()._head()
        self.views = switch.ViewSwitch(switch.LIST, self)
        self.views.wanted.connect(self._show_board)
        row.insertWidget(row.indexOf(self.new_button), self.views)
        return row

    def open(self, place: Place) -> None:
        """Show the list, narrowed as the board was where one comes from there by the switch."""
        if place.behind is None:
            switch.keep(self.window(), switch.LIST)
        carried = switch.handed_over(self.window())
        self.views.show_view()
        super().open(place)
        if carried is not None:
            self.saved_views.leave_as_is()
        if carried is not None and carried != self.filters.filter():
            self.filters.set_filter(carried)
            self._narrowed()

    def _show_board(self, name: str) -> None:
        switch.keep(self.window(), switch.BOARD)
        if self.filters.filter().behind is None:  # what stands behind a number of the dashboard stays a list
            switch.hand_over(self.window(), self.filters.filter())
        self.go.emit(Place(name))

    def take_the_way(self) -> None:
        """A sale begins with its process: open the window "Run process"."""
        run: Callable[[], object] = getattr(self.window(), "open_run_process", self.create_record)
        run()

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%Ln opportunities", "", count)
