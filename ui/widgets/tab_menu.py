"""TabMenu (moreTabsButton): the tabs that do not fit beside each other, by name, in a menu at the end of the row."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMenu, QTabWidget

from ui.theme import theme
from ui.widgets.buttons import Button

_ARROWS = 48
"""How wide the arrows beside the tabs are (resources/styles, QTabBar::scroller)."""


class TabMenu(Button):
    """Stands in the corner of a row of tabs while not all of them are to be seen; the menu offers every hidden one."""

    def __init__(self, tabs: QTabWidget) -> None:
        super().__init__("", tabs, kind="link", small=True, name="moreTabsButton")
        self._tabs = tabs
        self._menu = QMenu(self)
        self._menu.setObjectName("moreTabsMenu")
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        tabs.setCornerWidget(self, Qt.Corner.TopRightCorner)
        self.hide()
        tabs.installEventFilter(self)
        tabs.tabBar().installEventFilter(self)
        self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go as the tabs or the room for them change."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            wanted = self._tabs.tabBar().sizeHint().width() > self._tabs.width()
            if wanted == self.isHidden():
                self.setVisible(wanted)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say the words in the language in force."""
        self.setText(self.tr("More"))
        self.setAccessibleName(self.tr("More tabs"))
        self.setToolTip(self.tr("Tabs for which there is no room"))

    def _fill(self) -> None:
        self._menu.clear()
        bar = self._tabs.tabBar()
        seen = bar.rect().adjusted(0, 0, -theme().px(_ARROWS), 0)
        for number in range(bar.count()):
            if bar.isTabVisible(number) and not seen.contains(bar.tabRect(number)):
                entry = self._menu.addAction(bar.tabText(number))
                entry.setEnabled(bar.isTabEnabled(number))
                entry.triggered.connect(partial(self._choose, number))

    def _choose(self, number: int, _checked: bool = False) -> None:
        self._tabs.setCurrentIndex(number)
        self._tabs.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)
