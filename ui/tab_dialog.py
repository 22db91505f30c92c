"""TabDialog: a RecordTab above the page of a record that has no tabs of its own (history of a lead, say)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Place
from ui.bridge import Bridge
from ui.record_tab import RecordTab
from ui.theme import theme
from ui.widgets.dialog import Dialog


class TabDialog(Dialog):
    """Shows one tab about one record until it is closed."""

    def __init__(self, window: QWidget, bridge: Bridge, title: str, tab: RecordTab, record: int) -> None:
        super().__init__(window, title, name=f"{tab.objectName()}Dialog", width=960)
        self.tab = tab
        tab.setParent(self.sheet)
        tab.setMinimumHeight(theme().px(420))
        self.body.addWidget(tab, 1)
        tab.go.connect(self._leave)
        bridge.changed.connect(tab.refresh)
        tab.retranslate()
        tab.show_opportunity(record)
        self.add_button(self.tr("Close"), name="closeTabButton")

    def _leave(self, _place: Place) -> None:
        self.accept()
