"""The commands of the frame, and what the command bar makes of all commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.views.exchange import Action, Availability, Place, Ref
from ui.commands import Command
from ui.language import LANGUAGES, NAMES
from ui.pages import SECTION_KEYS

if TYPE_CHECKING:
    from desktop.views.shell import ProcessRow
    from ui.create_dialog import Subject
    from ui.offers import Offer
    from ui.theme import Choice
    from ui.window import MainWindow


def window_commands(window: MainWindow) -> list[Command]:
    """Return what can be done wherever one is: go, create, run, undo, and the frame itself."""
    go = QCoreApplication.translate("Commands", "Go to")
    create = QCoreApplication.translate("Commands", "Create")
    window_group = QCoreApplication.translate("Commands", "Window")
    places = {
        "my_day": QCoreApplication.translate("Commands", "Go to My day"),
        "leads": QCoreApplication.translate("Commands", "Go to Leads"),
        "opportunities": QCoreApplication.translate("Commands", "Go to Opportunities"),
        "board": QCoreApplication.translate("Commands", "Go to the board of opportunities"),
        "schedule": QCoreApplication.translate("Commands", "Go to Schedule"),
        "activities": QCoreApplication.translate("Commands", "Go to Activities"),
        "accounts": QCoreApplication.translate("Commands", "Go to Accounts"),
        "contacts": QCoreApplication.translate("Commands", "Go to Contacts"),
        "orders": QCoreApplication.translate("Commands", "Go to Orders"),
        "dashboards": QCoreApplication.translate("Commands", "Go to Dashboards"),
        "knowledge": QCoreApplication.translate("Commands", "Go to the Knowledge base"),
        "processes": QCoreApplication.translate("Commands", "Go to the Process library"),
        "process_log": QCoreApplication.translate("Commands", "Go to the Process log"),
        "products": QCoreApplication.translate("Commands", "Go to Products"),
        "settings": QCoreApplication.translate("Commands", "Go to Settings"),
    }
    frame: list[Command] = [
        Command(
            "window.run_process",
            QCoreApplication.translate("Commands", "Run process..."),
            window.open_run_process,
            shortcut="Ctrl+R",
            icon="play",
            group=window_group,
            listed=False,
        ),
        Command(
            "window.command_bar",
            QCoreApplication.translate("Commands", "Command bar"),
            window.command_bar.start,
            shortcut="Ctrl+K",
            group=window_group,
            listed=False,
        ),
        Command(
            "window.undo",
            QCoreApplication.translate("Commands", "Undo"),
            window.undo,
            shortcut="Ctrl+Z",
            icon="undo-2",
            available=lambda: _ready(window),  # the core says it where there is nothing to undo
            group=window_group,
        ),
        Command(
            "window.redo",
            QCoreApplication.translate("Commands", "Redo"),
            partial(window.bridge.perform, Action("redo"), owner=window),
            shortcut="Ctrl+Shift+Z, Ctrl+Y",
            icon="redo-2",
            group=window_group,
        ),
        Command(
            "window.notifications",
            QCoreApplication.translate("Commands", "Notifications"),
            window.toggle_notifications,
            shortcut="Ctrl+Shift+N",
            icon="bell",
            group=window_group,
        ),
        Command(
            "window.help",
            QCoreApplication.translate("Commands", "Help for this page"),
            window.toggle_help,
            shortcut="F1",
            icon="circle-help",
            group=window_group,
        ),
        Command(
            "window.why",
            QCoreApplication.translate("Commands", "Why?"),
            partial(_ask_why, window),
            shortcut="Shift+F1",
            icon="circle-help",
            available=lambda: _ready(window),
            detail=QCoreApplication.translate("Commands", "Why this task, this stage, this message"),
            group=window_group,
            also=QCoreApplication.translate("Commands", "Explain|Reason"),
        ),
        Command(
            "window.manual",
            QCoreApplication.translate("Commands", "Manual: first sale in five minutes"),
            lambda: window.open_help("first_sale"),
            icon="circle-help",
            group=window_group,
        ),
        Command(
            "window.shortcuts",
            QCoreApplication.translate("Commands", "Keyboard shortcuts"),
            window.open_shortcuts,
            shortcut="Ctrl+/",
            icon="keyboard",
            group=window_group,
        ),
        Command(
            "window.regions",
            QCoreApplication.translate("Commands", "Next region: side bar, page, command bar"),
            window.cycle_regions,
            shortcut="F6",
            group=window_group,
            listed=False,
        ),
        Command(
            "window.full_screen",
            QCoreApplication.translate("Commands", "Full screen"),
            window.toggle_full_screen,
            shortcut="F11",
            icon="monitor",
            group=window_group,
        ),
        Command(
            "window.fold",
            QCoreApplication.translate("Commands", "Fold or unfold the side bar"),
            lambda: window.side_bar.set_folded(not window.side_bar.folded),
            shortcut="Ctrl+B",
            icon="panel-left-close",
            group=window_group,
        ),
        Command(
            "window.import",
            QCoreApplication.translate("Commands", "Import..."),
            partial(_import, window),
            icon="download",
            available=lambda: _ready(window),
            detail=QCoreApplication.translate("Commands", "Records from a CSV or XLSX file"),
            group=window_group,
            also=QCoreApplication.translate("Commands", "Load a table|Excel|Spreadsheet"),
        ),
        Command(
            "window.import_process",
            QCoreApplication.translate("Commands", "Import a process..."),
            partial(_import_process, window),
            icon="workflow",
            available=lambda: _ready(window),
            detail=QCoreApplication.translate("Commands", "A BPMN 2.0 file into the process library"),
            group=window_group,
            also=QCoreApplication.translate("Commands", "Load a process|BPMN"),
        ),
        Command(
            "work.hand_over",
            QCoreApplication.translate("Commands", "Hand over all work of a person..."),
            lambda: _hand_over(window),
            icon="users",
            available=lambda: _ready(window),
            group=window_group,
            also=QCoreApplication.translate("Commands", "Change the owner of everything|Holiday|Successor"),
        ),
        Command(
            "go.back",
            QCoreApplication.translate("Commands", "Back"),
            lambda: window.step(-1),
            shortcut="Alt+Left",
            icon="arrow-left",
            available=lambda: _way(window, -1),
            group=go,
        ),
        Command(
            "go.forward",
            QCoreApplication.translate("Commands", "Forward"),
            lambda: window.step(1),
            shortcut="Alt+Right",
            icon="arrow-right",
            available=lambda: _way(window, 1),
            group=go,
        ),
        *_look_commands(window),
    ]
    subjects: dict[Subject, str] = {
        "opportunity": QCoreApplication.translate("Commands", "Create opportunity"),
        "lead": QCoreApplication.translate("Commands", "Create lead"),
        "activity": QCoreApplication.translate("Commands", "Create task"),
        "account": QCoreApplication.translate("Commands", "Create account"),
        "contact": QCoreApplication.translate("Commands", "Create contact"),
        "product": QCoreApplication.translate("Commands", "Create product"),
        "order": QCoreApplication.translate("Commands", "Create order"),
        "article": QCoreApplication.translate("Commands", "Create article"),
    }
    also: dict[Subject, str] = {
        "opportunity": QCoreApplication.translate("Commands", "New opportunity|Add opportunity|New deal|Add deal"),
        "lead": QCoreApplication.translate("Commands", "New lead|Add lead"),
        "activity": QCoreApplication.translate("Commands", "New task|Add task|New activity|Add activity"),
        "account": QCoreApplication.translate("Commands", "New account|Add account|New customer|Add customer"),
        "contact": QCoreApplication.translate("Commands", "New contact|Add contact"),
        "product": QCoreApplication.translate("Commands", "New product|Add product"),
        "order": QCoreApplication.translate("Commands", "New order|Add order"),
        "article": QCoreApplication.translate("Commands", "New article|Add article|New presentation"),
    }
    keys = {**SECTION_KEYS, "process_log": "Ctrl+Shift+J", "settings": "Ctrl+,"}
    made = [
        Command(
            f"go.{name}",
            title,
            partial(window.show_section, Place(name)),
            shortcut=keys.get(name, ""),
            icon="arrow-right",
            available=lambda: _ready(window),
            group=go,
        )
        for name, title in places.items()
    ]
    made += [
        Command(
            f"create.{subject}",
            title,
            partial(window.create_record, subject),
            icon="plus",
            available=partial(_may_create, window, subject),
            group=create,
            also=also[subject],
        )
        for subject, title in subjects.items()
    ]
    return made + frame


def _ask_why(window: MainWindow) -> None:
    from ui.asking_why import Asker  # not above: a start does without

    Asker.of(window).ask()


def _look_commands(window: MainWindow) -> list[Command]:
    """Return what changes theme and language at once."""
    group = QCoreApplication.translate("Commands", "Window")
    themes: list[tuple[Choice, str]] = [
        ("light", QCoreApplication.translate("Commands", "Light theme")),
        ("dark", QCoreApplication.translate("Commands", "Dark theme")),
        ("system", QCoreApplication.translate("Commands", "Theme as in the system")),
    ]
    switch = QCoreApplication.translate("Commands", "Language: {language}")
    return [
        Command(f"theme.{choice}", title, partial(window.choose_theme, choice), icon="monitor", group=group)
        for choice, title in themes
    ] + [
        Command(
            f"language.{code}",
            switch.format(language=NAMES[code]),
            partial(window.choose_language, code),
            icon="settings",
            group=group,
            also=NAMES[code],
        )
        for code in LANGUAGES
    ]


def _import(window: MainWindow) -> None:
    from ui.import_wizard.dialog import open_import

    open_import(window)


def _import_process(window: MainWindow) -> None:
    from ui.processes.import_dialog import open_import

    open_import(window, window.bridge)


def _hand_over(window: MainWindow) -> None:
    from ui.hand_over import RecordHandOver

    dialog = RecordHandOver(window, window.bridge)
    person = window.shell.person if window.shell is not None else None
    dialog.suggest(None if person is None else Ref(person.id, person.name))
    dialog.show_over()


def _may_create(window: MainWindow, subject: Subject) -> Availability:
    """Products are managers' to write down; everything else is everybody's."""
    if window.shell is None:
        return Availability(False)
    return window.shell.manages if subject == "product" else Availability(True)


def _ready(window: MainWindow) -> Availability:
    return Availability(window.shell is not None)


def _way(window: MainWindow, steps: int) -> Availability:
    return Availability(window.history.ahead(steps) is not None)


def _spoken(window: MainWindow) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return titles and other words of all commands by id, the interface's language first, then the others."""
    titles: dict[str, list[str]] = {}
    also: dict[str, list[str]] = {}
    here = window.language.code
    for language in (here, *(other for other in LANGUAGES if other != here)):
        with window.language.speaking(language):
            page = window.page.commands() if window.page is not None else []
            for command in (*page, *window_commands(window)):
                known = titles.setdefault(command.id, [])
                if command.title not in known:
                    known.append(command.title)
                also.setdefault(command.id, []).extend(words for words in command.also.split("|") if words)
    return titles, also


def _what_runs(process: ProcessRow) -> str:
    """Return what running the process does, in a few words."""
    if process.runs_on == "won":
        return QCoreApplication.translate("Commands", "Runs on the won opportunity that is open")
    if process.runs_on == "open":
        return QCoreApplication.translate("Commands", "Runs on the record that is open")
    if process.subject == "lead":
        return QCoreApplication.translate("Commands", "Runs on the lead that is open, or creates a new one")
    return QCoreApplication.translate("Commands", "Creates a new opportunity and opens it")


def offers(window: MainWindow) -> list[Offer]:
    """Return everything that the command bar can do now: processes, the page's commands, the window's."""
    from ui.offers import Offer

    titles, also = _spoken(window)
    made: list[Offer] = []
    run = _run_words(window)
    if window.processes:
        made.append(Offer("prefix.run_process", tuple(run), lambda: None, icon="play", prefix=True))
    for place, process in enumerate(window.processes):
        names = [process.label, *(n for n in (process.label_en, process.label_ru) if n != process.label)]
        made.append(
            Offer(
                f"run.{process.key}",
                tuple(f"{words} {name}" for words in run for name in dict.fromkeys(names)),
                partial(window.run_process, process.key),
                icon="play",
                second=_what_runs(process),
                boost=3 if place == 0 else 2,
            )
        )
    undo = window.shell.undo_label if window.shell is not None else ""
    for command in window.commands.all():
        if command.id == "window.undo" and not undo and window.bridge.is_idle():
            continue
        if command.listed and command.available().enabled:
            made.append(
                Offer(
                    command.id,
                    tuple(titles.get(command.id, [command.title])),
                    partial(window.commands.run, command.id),
                    icon=command.icon or "arrow-right",
                    detail=undo if command.id == "window.undo" else command.detail,
                    also=tuple(dict.fromkeys(also.get(command.id, ()))),
                )
            )
    return made


def _run_words(window: MainWindow) -> list[str]:
    here = window.language.code
    said: list[str] = []
    for language in (here, *(other for other in LANGUAGES if other != here)):
        with window.language.speaking(language):
            said.append(QCoreApplication.translate("Commands", "Run process"))
    return said
