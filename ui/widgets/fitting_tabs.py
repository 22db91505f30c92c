"""FittingTabs: tabs that are shown whole as far as there is room; the others stand by name in a menu at the end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QTabBar, QTabWidget, QWidget

from ui.theme import theme
from ui.widgets.buttons import Button

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Row(QTabBar):
    """A row without arrows that never asks for more room than there is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)

    def widths(self) -> list[int]:
        """Return how wide every tab wants to be, also where it is not shown."""
        return [self.tabSizeHint(number).width() for number in range(self.count())]

    def minimumSizeHint(self) -> QSize:
        """Return the height alone."""
        return QSize(0, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right reach every tab, also those of the menu."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        number = self.currentIndex() + step
        while 0 <= number < self.count():
            if self.isTabEnabled(number):
                self.setCurrentIndex(number)
                return
            number += step


class FittingTabs(QTabWidget):
    """The tab that is read is always in the row; ``more`` (moreTabsButton) is there only while tabs are missing."""

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._row = _Row(self)
        self.setTabBar(self._row)
        self.setDocumentMode(True)
        self.more = Button("", self, kind="link", small=True, name="moreTabsButton")
        self._menu = QMenu(self.more)
        self._menu.setObjectName("moreTabsMenu")
        self._menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self._menu)
        self.setCornerWidget(self.more, Qt.Corner.TopRightCorner)
        self.more.hide()
        self._row.installEventFilter(self)
        self.currentChanged.connect(self._fit)
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits now."""
        self._fit()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tabs were added, named or drawn larger: show what fits now."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.StyleChange):
            self._fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def setTabText(self, index: int, text: str) -> None:
        """Name a tab, and show what fits now."""
        super().setTabText(index, text)
        self._fit()

    def in_row(self) -> list[int]:
        """Return the numbers of the tabs that are shown beside each other."""
        return [number for number in range(self.count()) if self._row.isTabVisible(number)]

    def _retranslate(self) -> None:
        self.more.setText(self.tr("More"))
        self.more.setAccessibleName(self.tr("More tabs"))
        self.more.setToolTip(self.tr("Tabs for which there is no room"))

    def _fit(self) -> None:
        widths = self._row.widths()
        shown = set(range(len(widths)))
        if sum(widths) > self.width():
            self.more.setFixedHeight(self._row.sizeHint().height())  # its word stands beside the tabs', not below
            room = self.width() - self.more.sizeHint().width() - theme().px(4)
            current = self.currentIndex()
            room -= widths[current]
            shown = {current}
            for number, width in enumerate(widths):
                if number == current:
                    continue
                room -= width
                if room < 0:
                    break
                shown.add(number)
        self.more.setVisible(len(shown) < len(widths))
        for number in (*sorted(shown), *(set(range(len(widths))) - shown)):  # never none is visible
            if self._row.isTabVisible(number) != (number in shown):  # else the row would not lay out what has changed
                self._row.setTabVisible(number, number in shown)

    def _fill(self) -> None:
        self._menu.clear()
        for number in range(self.count()):
            if not self._row.isTabVisible(number):
                entry = self._menu.addAction(self.tabText(number))
                entry.setObjectName(f"moreTab{number}")
                entry.setEnabled(self.isTabEnabled(number))
                entry.triggered.connect(partial(self._choose, number))

    def _choose(self, number: int, _checked: bool = False) -> None:
        self.setCurrentIndex(number)
        self._row.setFocus(Qt.FocusReason.OtherFocusReason)
