"""Which tabs the pages of accounts, contacts and leads have, and what they are called."""

from __future__ import annotations

from functools import partial
from importlib import import_module

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.record_tab import RecordTab
from ui.records.record_tabs import Make

_KINDS = {"account": ("lead", "activity", "order"), "contact": ("activity", "lead", "order"), "lead": ("activity",)}


def party_tabs(bridge: Bridge, subject: str) -> dict[str, Make]:
    """Return what makes the tabs of a subject's page, in their order; modules are loaded when one is looked at."""
    related = {
        kind: partial(_make, bridge, "ui.parties.related_tab:RelatedTab", {"subject": subject, "kind": kind})
        for kind in _KINDS[subject]
    }
    process = {"process": partial(_make, bridge, "ui.opportunity.process:ProcessTab", {"subject": subject})}
    return {
        **related,
        **(process if subject == "lead" else {}),
        "files": partial(_make, bridge, "ui.files:FilesTab", {"subject": subject}),
        "history": partial(_make, bridge, "ui.history:HistoryView", {"subject": subject}),
    }


def party_titles() -> dict[str, str]:
    """Return the titles of the tabs in the language in force."""
    translate = QCoreApplication.translate
    return {
        "lead": translate("PartyTabs", "Leads"),
        "activity": translate("PartyTabs", "Activities"),
        "order": translate("PartyTabs", "Orders"),
        "process": translate("PartyTabs", "Process"),
        "files": translate("PartyTabs", "Files"),
        "history": translate("PartyTabs", "History"),
    }


def _make(bridge: Bridge, where: str, arguments: dict[str, str], parent: QWidget) -> RecordTab:
    module, name = where.split(":")
    tab = getattr(import_module(module), name)(bridge, parent=parent, **arguments)
    assert isinstance(tab, RecordTab)
    return tab
