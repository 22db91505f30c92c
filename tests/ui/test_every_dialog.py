"""Every dialog and page of the frame is opened in every language, and no English is left in the Russian window."""

import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from desktop.texts import say
from desktop.views.exchange import Action, Place, Trouble
from tests.ui.conftest import settle
from ui.trial.dialog import open_trial
from ui.widgets.dialog import Dialog

_ALLOWED = re.compile(
    r"^(Dealwright|English|Anna Kern|AK|[A-Z]{3}|(OPP|LEAD)-\d+|v\d+|E-mail|.*\.db|(Ctrl|Alt|Shift|F\d).*"
    r"|stage|final)$",  # variables of a process
    re.DOTALL,
)


def open_all(window):
    window.open_run_process()
    yield "run process"
    for subject in ("opportunity", "lead", "activity", "account", "contact", "product", "article"):
        window.create_record(subject)
        yield subject
    window.open_shortcuts()
    yield "shortcuts"
    window.commands.run("window.import")
    yield "import"
    trouble = Trouble("disk-full")
    trouble.sentence = say(window.language.code, "disk-full")
    window.bridge.trouble.emit(trouble)
    yield "trouble"
    window.bridge.fault.emit(ValueError(""))
    yield "fault"
    window.toggle_notifications()
    yield "notifications"
    window._panel.close_popup()
    for place in (
        "my_day",
        "leads",
        "opportunities",
        "schedule",
        "activities",
        "accounts",
        "contacts",
        "dashboards",
        "orders",
        "knowledge",
        "products",
        "settings",
    ):
        window.show_place(Place(place))
        yield place
    window.run_process("corporate_sale")
    yield "opportunity page"
    settle(window)
    tab = window.page.more.show("process")
    settle(window)
    tab.slider.go(0)
    yield "the sale as it was"
    tab.slider.go_to_present()
    open_trial(window, window.bridge, definition=1)
    yield "trial"
    window.page.hand_over()
    yield "hand over"
    next(command for command in window.commands.all() if command.id == "work.hand_over").run()
    yield "hand over all work"
    yield from party_dialogs(window)
    for stage in ("stage_closed_won", "stage_closed_lost"):
        for action in window.findChildren(type(window.side_bar.run_action), stage):
            action.trigger()
        yield stage


def party_dialogs(window):
    """What is done with leads, duplicates and business cards."""
    do = window.bridge.workspace.perform
    lead, other = (do(Action("create_lead", title="Ü")).result().result["lead"] for _ in range(2))
    page = window.page
    window.show_place(Place("lead", lead))
    settle(window)
    ways = (window.page.assign, window.page.hand_off, window.page.put_aside, window.page.merge)
    for way in (*ways, lambda: window.page.change_stage("disqualified"), lambda: window.page._merge_with(other)):
        way()
        yield "lead"
    window.show_place(Place("contacts"))
    settle(window)
    for way in (window.page.tools.find_duplicates, lambda: window.page.tools.take_text("BEGIN:VCARD\nFN:Ü\nEND:VCARD")):
        way()
        yield "contacts"
    window.show_place(page.place)
    settle(window)


def texts(window):
    for label in window.findChildren(QLabel):
        if label.isVisible():
            yield label.text()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            yield button.text()
            yield button.accessibleName()
            yield button.toolTip()
    for field in window.findChildren(QLineEdit):
        if field.isVisible():
            yield field.placeholderText()
            yield field.accessibleName()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_dialog_and_page_opens_in_every_language(program, language):
    window = program(language=language)
    foreign = re.compile("[А-Яа-яЁё]{3}" if language == "en" else "[A-Za-z]{3}")
    native = re.compile("[A-Za-z]" if language == "en" else "[А-Яа-яЁё]")
    wrong = set()
    for where in open_all(window):
        settle(window)
        window.grab()
        for text in texts(window):
            if foreign.search(text) and not native.search(text) and not _ALLOWED.match(text) and text != "Русский":
                wrong.add((where, text))
        for dialog in window.findChildren(Dialog):
            dialog.reject()
    assert wrong == set()
