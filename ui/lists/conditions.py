"""The conditions of a list page: the button that adds one, the bar of chips, the popup that edits one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.views.conditions import Condition, ListField
from desktop.views.exchange import Choice, Query
from ui.lists.condition_bar import ConditionBar
from ui.lists.filters import FilterBar

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.lists.condition_popup import ConditionPopup


class Conditions(QObject):
    """Keeps bar, filter and popup together; what can be asked of a list is read when it is first needed."""

    def __init__(self, page: QWidget, bridge: Bridge, subject: str, filters: FilterBar) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._subject = subject
        self._filters = filters
        self._popup: ConditionPopup | None = None
        self._fields: tuple[ListField, ...] = ()
        self._currencies: tuple[str, ...] = ()
        self.bar = ConditionBar(page)
        filters.condition_button.show()
        filters.condition_button.clicked.connect(self.add)
        self.bar.opened.connect(self._open)
        self.bar.changed.connect(filters.set_conditions)

    def follow(self) -> None:
        """Show the conditions of the filter."""
        narrowed = self._filters.filter()
        if self._popup is not None and narrowed.conditions != self.bar.conditions():
            self._popup.close_popup()
        self.bar.set_conditions(narrowed.conditions, narrowed.match)
        if narrowed.conditions and not self._fields:
            self.ask()

    def ask(self) -> None:
        """Read how fields and choices are called."""
        query = Query("list_fields", subject=self._subject)
        self._bridge.ask(query, self._fields_known, owner=self, key="fields")

    def add(self) -> None:
        """Open the popup for a new condition."""
        self._open(None, self._filters.condition_button)

    def retranslate(self) -> None:
        """Say all words in the language in force; the core's are read again."""
        self.bar.retranslate()
        if self._fields:
            self.ask()

    def _fields_known(self, fields: tuple[ListField, ...]) -> None:
        self._fields = fields
        self.bar.set_fields(fields)

    def _open(self, condition: Condition | None, anchor: QWidget) -> None:
        if not self._currencies:
            self._bridge.ask(Query("choices", lookup="currency"), self._currencies_known, owner=self, key="currencies")
        query = Query("list_fields", subject=self._subject)
        self._bridge.ask(query, lambda fields: self._show_popup(fields, condition, anchor), owner=self, key="popup")

    def _currencies_known(self, choices: tuple[Choice, ...]) -> None:
        self._currencies = tuple(choice.code for choice in choices)

    def _show_popup(self, fields: tuple[ListField, ...], condition: Condition | None, anchor: QWidget) -> None:
        from ui.lists.condition_popup import ConditionPopup

        self._fields_known(fields)
        if not isValid(anchor) or not anchor.isVisible():
            return
        if self._popup is None:
            self._popup = ConditionPopup(self._page.window(), self._bridge.workspace.clock)
            self._popup.chosen.connect(self.bar.put)
        self._popup.set_fields(fields, self._currencies)
        if self._currencies:
            self._popup.set_default_currency(self._currencies[0])
        self._popup.open_for(condition, anchor)
