"""Tabs that do not fit beside each other stand in a menu by name."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton

from tests.ui.opportunity.conftest import Desk


def test_tabs_without_room_are_offered_by_name_and_the_menu_goes_where_all_fit(desk: Desk) -> None:
    desk.window.resize(1280, 800)
    page = desk.sale()
    button = desk.find("moreTabsButton", QPushButton)
    menu = button.findChild(QMenu, "moreTabsMenu")
    menu.aboutToShow.emit()
    names = [entry.text() for entry in menu.actions()]
    assert names[-2:] == ["History", "Process"]
    assert "Notes" not in names
    next(entry for entry in menu.actions() if entry.text() == "History").trigger()
    desk.settle()
    tabs = page.tabs
    assert tabs.tabText(tabs.currentIndex()) == "History"
    assert tabs.tabBar().rect().contains(tabs.tabBar().tabRect(tabs.currentIndex()))
    desk.window.resize(1900, 800)
    desk.settle()
    assert not desk.shown("moreTabsButton")
