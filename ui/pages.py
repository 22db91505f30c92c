"""Which class shows which place; a page's module is imported when the place is first shown."""

from importlib import import_module

from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Place
from ui.bridge import Bridge
from ui.page import Page

PAGES: dict[str, str] = {
    "my_day": "ui.my_day.page:MyDayPage",
    "leads": "ui.lists.leads:LeadListPage",
    "opportunities": "ui.lists.opportunities:OpportunityListPage",
    "board": "ui.board.page:BoardPage",
    "activities": "ui.lists.activities:ActivityListPage",
    "accounts": "ui.lists.accounts:AccountListPage",
    "contacts": "ui.lists.contacts:ContactListPage",
    "schedule": "ui.schedule.page:SchedulePage",
    "opportunity": "ui.opportunity.page:OpportunityPage",
    "lead": "ui.records.lead:LeadPage",
    "activity": "ui.records.activity:ActivityPage",
    "account": "ui.records.account:AccountPage",
    "contact": "ui.records.contact:ContactPage",
    "products": "ui.lists.products:ProductListPage",
    "product": "ui.records.product:ProductPage",
    "orders": "ui.lists.orders:OrderListPage",
    "order": "ui.orders.page:OrderPage",
    "document": "ui.documents.page:DocumentPage",
    "dashboards": "ui.analytics.page:DashboardPage",
    "knowledge": "ui.lists.articles:ArticleListPage",
    "article": "ui.knowledge.page:ArticlePage",
    "processes": "ui.processes.library:LibraryPage",
    "process": "ui.processes.page:ProcessPage",
    "process_run": "ui.processes.page:ProcessPage",
    "process_log": "ui.process_log.page:ProcessLogPage",
    "settings": "ui.settings_page:SettingsPage",
}
"""Place name to "module:class"; the class is made as ``Class(bridge, place, parent)``."""

SECTIONS: tuple[str, ...] = (
    "my_day",
    "leads",
    "opportunities",
    "schedule",
    "activities",
    "accounts",
    "contacts",
    "orders",
    "dashboards",
    "knowledge",
    "processes",
)
"""The places of the side bar in their order; SECTION_KEYS has their keys."""

SECTION_KEYS: dict[str, str] = {name: f"Ctrl+{number % 10}" for number, name in enumerate(SECTIONS[:10], start=1)} | {
    "processes": "Ctrl+Shift+L"
}
"""Ctrl+1 ... Ctrl+9, Ctrl+0; the digits are used up then."""

SECTION_OF: dict[str, str] = {
    "document": "opportunities",
    "lead": "leads",
    "opportunity": "opportunities",
    "board": "opportunities",
    "activity": "activities",
    "account": "accounts",
    "contact": "contacts",
    "order": "orders",
    "products": "orders",
    "product": "orders",
    "article": "knowledge",
    "process": "processes",
    "process_run": "processes",
    "process_log": "processes",
}
"""The side bar's entry that is marked while the page of one record is shown."""


def make_page(place: Place, bridge: Bridge, parent: QWidget) -> Page:
    """Make the page of a place; KeyError for a place that no page shows."""
    module, name = PAGES[place.name].split(":")
    made: Page = getattr(import_module(module), name)(bridge, place, parent)
    made.retranslate()
    return made
