"""Tabs that fit beside each other are shown whole; the others stand in a menu by name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from tests.ui.opportunity.conftest import Desk


def test_tabs_without_room_are_offered_by_name_and_the_menu_goes_where_all_fit(desk: Desk) -> None:
    desk.window.resize(1280, 800)
    page = desk.sale()
    tabs, row = page.tabs, page.tabs.tabBar()

    def whole() -> list[str]:
        seen = row.rect().adjusted(0, 0, 1, 0)
        assert all(seen.contains(row.tabRect(number)) for number in tabs.in_row())
        assert row.mapTo(tabs, row.rect().topRight()).x() < tabs.more.x()
        assert tabs.currentIndex() in tabs.in_row()
        return [tabs.tabText(number) for number in tabs.in_row()]

    assert whole()[:2] == ["Qualification (BANT)", "Notes"]
    menu = desk.find("moreTabsButton", QPushButton).findChild(QMenu, "moreTabsMenu")
    menu.aboutToShow.emit()
    names = [entry.text() for entry in menu.actions()]
    assert whole() + names == [tabs.tabText(number) for number in range(tabs.count())]
    next(entry for entry in menu.actions() if entry.text() == "History").trigger()
    desk.settle()
    assert tabs.tabText(tabs.currentIndex()) == "History"
    assert whole()[0] == "Qualification (BANT)"
    QTest.keyClick(row, Qt.Key.Key_Right)
    desk.settle()
    assert tabs.tabText(tabs.currentIndex()) == "Process", "the keyboard reaches tabs of the menu"
    whole()
    desk.window.resize(1900, 800)
    desk.settle()
    assert not desk.shown("moreTabsButton")
    assert len(tabs.in_row()) == tabs.count()
    desk.window.resize(1280, 800)
    desk.settle()
    assert "Process" in whole() and desk.shown("moreTabsButton")
