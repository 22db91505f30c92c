"""RecordTabs: the tabs on the page of an account, a contact or a lead; each is made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Availability, Changes
from ui.record_tab import RecordTab

Make = Callable[[QWidget], RecordTab]


class RecordTabs(QTabWidget):
    """One tab that is there from the start (or none), and others that stand on the page's record."""

    go = Signal(object)

    def __init__(self, parent: QWidget, makes: Mapping[str, Make], *, name: str) -> None:
        """``makes`` names the tabs in their order with what makes each; their titles come with :meth:`set_titles`."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setDocumentMode(True)
        self._makes = makes
        self._record: int | None = None
        self._edit = Availability(True)
        self._places: dict[str, QWidget] = {}
        self._made: dict[str, RecordTab] = {}
        for tab in makes:
            place = QWidget(self)
            layout = QVBoxLayout(place)
            layout.setContentsMargins(0, 0, 0, 0)
            self._places[tab] = place
            self.addTab(place, "")
        self.currentChanged.connect(self._make_current)

    def add_first(self, widget: QWidget) -> None:
        """Put a tab before the others that the page fills itself."""
        self.insertTab(0, widget, "")
        self.setCurrentIndex(0)

    def show_tab(self, name: str) -> RecordTab:
        """Bring a tab to the front and return it."""
        self.setCurrentWidget(self._places[name])
        self._make_current()
        return self._made[name]

    def show_record(self, record: int | None) -> None:
        """Stand on a record."""
        self._record = record
        for tab in self._made.values():
            tab.show_opportunity(record)

    def set_edit(self, edit: Availability) -> None:
        """Say whether what the tabs show may be changed."""
        self._edit = edit
        for tab in self._made.values():
            tab.set_edit(edit)

    def refresh(self, changes: Changes) -> None:
        """Tell every tab that was looked at what was changed."""
        for tab in self._made.values():
            tab.refresh(changes)

    def is_writing(self) -> bool:
        """Whether something is being written on a tab that is not saved yet."""
        return any(tab.is_writing() for tab in self._made.values())

    def set_titles(self, first: str, titles: Mapping[str, str]) -> None:
        """Name the tabs in the language in force; ``first`` is the page's own tab."""
        if first:
            self.setTabText(0, first)
        for name, place in self._places.items():
            self.setTabText(self.indexOf(place), titles[name])
        for tab in self._made.values():
            tab.retranslate()

    def _make_current(self, _number: int = 0) -> None:
        shown = self.currentWidget()
        for name, place in self._places.items():
            if place is shown and name not in self._made:
                tab = self._made[name] = self._makes[name](place)
                inside = place.layout()
                if inside is not None:
                    inside.addWidget(tab)
                tab.go.connect(self.go)
                tab.set_edit(self._edit)
                tab.retranslate()
                tab.show_opportunity(self._record)
                tab.show()
