"""The further tabs of the opportunity page: each is a module of its own, made when it is first looked at.

A tab is a widget made as ``Class(bridge, parent=...)`` with ``show_opportunity(id)``, ``refresh(changes)``,
``retranslate()``, ``is_writing()`` and a signal ``go`` that carries a Place. A :class:`ui.record_tab.RecordTab` also
takes part in the page's Save and Cancel.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Availability, Changes
from ui.bridge import Bridge
from ui.record_tab import RecordTab

TABS: dict[str, str] = {
    "rivalry": "ui.opportunity.rivalry:RivalryTab",
    "participants": "ui.opportunity.participants:Participants",
    "products": "ui.products.tab:ProductsTab",
    "documents": "ui.documents.tab:DocumentsTab",
    "files": "ui.files:FilesTab",
    "feed": "ui.opportunity.feed:FeedTab",
    "history": "ui.history:HistoryView",
    "process": "ui.opportunity.process:ProcessTab",
}
"""Name to "module:class", in the order of the tabs; the title stands in MoreTabs.retranslate."""


class MoreTabs(QObject):
    """Adds the tabs of TABS to the page's tabs and tells each of them what the page stands on."""

    go = Signal(object)
    writing = Signal()
    edit_wanted = Signal(str)
    """Carries the name of a field of the page's form."""
    travelled = Signal(object)
    """Carries the moment of the past that is shown (N4), None for the present."""

    def __init__(self, bridge: Bridge, tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._bridge = bridge
        self._tabs = tabs
        self._record: int | None = None
        self._edit = Availability(True)
        self._places: dict[str, QWidget] = {}
        self._made: dict[str, Any] = {}
        for name in TABS:
            place = QWidget(tabs)
            layout = QVBoxLayout(place)
            layout.setContentsMargins(0, 0, 0, 0)
            self._places[name] = place
            tabs.addTab(place, "")
        tabs.currentChanged.connect(self._make_current)

    def show(self, name: str) -> Any:
        """Bring a tab to the front and return it."""
        self._tabs.setCurrentWidget(self._places[name])
        return self._made[name]

    def show_opportunity(self, record: int | None) -> None:
        """Stand on an opportunity."""
        self._record = record
        for tab in self._made.values():
            tab.show_opportunity(record)

    def set_edit(self, edit: Availability) -> None:
        """Say whether what the tabs show may be changed."""
        self._edit = edit
        for tab in self._made.values():
            if isinstance(tab, RecordTab):
                tab.set_edit(edit)

    def refresh(self, changes: Changes) -> None:
        """Tell every tab that was looked at what was changed."""
        for tab in self._made.values():
            tab.refresh(changes)

    def renew(self) -> None:
        """Read again what is shown: the page comes back after others were shown."""
        for tab in self._made.values():
            if isinstance(tab, RecordTab):
                tab.renew()

    def to_present(self) -> None:
        """Leave the past (N4)."""
        if "process" in self._made:
            self._made["process"].travel.to_present()

    def is_writing(self) -> bool:
        """Whether something is being written on a tab that is not saved yet."""
        return any(tab.is_writing() for tab in self._made.values())

    def commit(self) -> None:
        """Save what is being written on the tabs."""
        for tab in self._made.values():
            if isinstance(tab, RecordTab):
                tab.commit()

    def discard(self) -> None:
        """Give up what is being written on the tabs."""
        for tab in self._made.values():
            if isinstance(tab, RecordTab):
                tab.discard()

    def retranslate(self) -> None:
        """Name the tabs in the language in force."""
        titles = {
            "products": self.tr("Products"),
            "rivalry": self.tr("Tactics and competitors"),
            "participants": self.tr("Participants"),
            "documents": self.tr("Documents"),
            "files": self.tr("Files"),
            "feed": self.tr("Feed"),
            "history": self.tr("History"),
            "process": self.tr("Process"),
        }
        for name, place in self._places.items():
            self._tabs.setTabText(self._tabs.indexOf(place), titles[name])
        for tab in self._made.values():
            tab.retranslate()

    def _make_current(self, _number: int) -> None:
        shown = self._tabs.currentWidget()
        for name, place in self._places.items():
            if place is shown and name not in self._made:
                module, kind = TABS[name].split(":")
                tab = getattr(import_module(module), kind)(self._bridge, parent=place)
                inside = place.layout()
                if inside is not None:
                    inside.addWidget(tab)
                self._made[name] = tab
                tab.go.connect(self.go)
                if isinstance(tab, RecordTab):
                    tab.writing.connect(self.writing)
                    tab.set_edit(self._edit)
                if name == "process":
                    tab.travelled.connect(self.travelled)
                if name == "rivalry":
                    tab.edit_wanted.connect(lambda: self.edit_wanted.emit("tactics"))
                tab.retranslate()
                tab.show_opportunity(self._record)
                tab.show()
