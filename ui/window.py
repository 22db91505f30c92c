"""The main window: frame, pages, and everything that belongs to no single page.

It is shown as an outline at once; :meth:`MainWindow.build` fills it. What is not seen from the start (dialogs, panels)
is imported and made when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.views.exchange import Action, Place
from ui.entrance import Entrance
from ui.frame_data import FrameData
from ui.outline import paint_outline, scale, system_is_dark
from ui.places import Places
from ui.remembered import Remembered

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStackedWidget

    from desktop.views.exchange import Changes, Done
    from desktop.views.shell import ProcessRow, Shell
    from desktop.workspace import Workspace
    from ui.bridge import Bridge
    from ui.calendar_file import CalendarFile
    from ui.commandbar import CommandBar
    from ui.commands import CommandRegistry
    from ui.create_dialog import Subject
    from ui.language import Language, LanguageCode
    from ui.manual.desk import HelpDesk
    from ui.navigation import History
    from ui.notifications import NotificationPanel
    from ui.offers import Offer
    from ui.page import Page
    from ui.reminders import Reminders
    from ui.run_process import RunProcessDialog
    from ui.settings_page import SettingsPage
    from ui.sidebar import SideBar
    from ui.theme import Choice, Theme
    from ui.toast import Toast
    from ui.topbar import TopBar

_SMALLEST = (960, 600)
_USUAL = (1440, 900)
_NARROW = 940
"""Below this the side bar shows icons alone."""
_EVERY_SCREEN = (1024, 700)
"""The window can always be made as small as this, however large the text."""


class MainWindow(QMainWindow):
    """The window on one workspace.

    It can be shown before anything else is there: first as an outline, after :meth:`build` with all its parts; and
    :meth:`begin` shows the data, as soon as the database is open.
    """

    closed = Signal()
    """The person has closed the window and nothing holds it back; whoever opened the workspace closes it now."""

    _built = False
    _ready = False

    bridge: Bridge
    commands: CommandRegistry
    side_bar: SideBar
    top_bar: TopBar
    command_bar: CommandBar
    stack: QStackedWidget
    help_desk: HelpDesk
    toast: Toast
    reminders: Reminders
    calendar_file: CalendarFile

    def __init__(self, *, settings_path: Path | None = None, look: Choice = "system") -> None:
        """``settings_path`` is the .ini file that remembers the window (None: nothing); ``look`` is the outline's."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Dealwright")
        self._dark = look == "dark" or (look == "system" and system_is_dark())
        self._remembered = Remembered(settings_path) if settings_path is not None else None
        self._folded = self._remembered is not None and self._remembered.flag("window/folded")
        self._places = Places(self)
        self._frame = FrameData(self)
        self._entrance = Entrance(self, self._places, self._frame)
        self._dialog: RunProcessDialog | None = None
        self._panel: NotificationPanel | None = None
        self._narrow = self._folding = self._wants_folded = False
        self._take_size()
        self._restore()

    def _take_size(self) -> None:
        pixels = scale()
        smallest = QSize(round(_SMALLEST[0] * pixels), round(_SMALLEST[1] * pixels))
        self.setMinimumSize(smallest.boundedTo(QSize(*_EVERY_SCREEN)))
        size = QSize(round(_USUAL[0] * pixels), round(_USUAL[1] * pixels))
        with_screen = QGuiApplication.platformName() != "offscreen"
        self.resize(size.boundedTo(self.screen().availableSize()) if with_screen else size)

    # building -----------------------------------------------------------------------------------

    def build(self, workspace: Workspace, *, theme: Theme, language: Language) -> None:
        """Make the window's parts; called once, before :meth:`begin`."""
        from ui.bridge import Bridge
        from ui.commands import CommandRegistry

        self._theme = theme
        self._language = language
        self.bridge = Bridge(workspace, self)
        self.commands = CommandRegistry(self)
        self._make_parts()
        self._built = True
        self._connect()
        self._put_commands()
        self.side_bar.set_folded(self._folded)
        self._fit()
        self.side_bar.run_button.setEnabled(False)
        self.top_bar.avatar.hide()

    def _make_parts(self) -> None:
        from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

        from ui.commandbar import CommandBar
        from ui.import_wizard.dropping import TableDrop
        from ui.manual.desk import HelpDesk
        from ui.processes.dropping import ProcessDrop
        from ui.sidebar import SideBar
        from ui.skeleton import Skeleton
        from ui.toast import Toast
        from ui.topbar import TopBar
        from ui.undo_key import UndoKey

        UndoKey(self, self.bridge)
        TableDrop(self)
        ProcessDrop(self)
        self.side_bar = SideBar(self)
        self.top_bar = TopBar(self)
        self.command_bar = CommandBar(self.bridge, self._offers, self.top_bar)
        self.top_bar.set_command_bar(self.command_bar)
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("pages")
        self.stack.addWidget(Skeleton(self.stack))
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        self.help_desk = HelpDesk(self.stack, self._language, self.commands, self)
        right.addWidget(self.help_desk, 1)
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.toast = Toast(self, self.stack)

    def _connect(self) -> None:
        from ui.answers import Answers
        from ui.calendar_file import CalendarFile
        from ui.reminders import Reminders

        bridge, side, top = self.bridge, self.side_bar, self.top_bar
        self._answers = Answers(self, self._places)
        bridge.changed.connect(self._on_changed)
        self._entrance.entered.connect(self._set_ready)
        self._frame.processes_read.connect(self._tell_dialog)
        self._frame.actor_changed.connect(self._load_page)
        self._places.page_made.connect(self._introduce)
        side.go.connect(self.show_section)
        side.run_asked.connect(self.open_run_process)
        side.process_chosen.connect(self.run_process)
        side.folded_changed.connect(self._on_folded)
        top.back_asked.connect(lambda: self.step(-1))
        top.forward_asked.connect(lambda: self.step(1))
        top.bell.clicked.connect(self.toggle_notifications)
        top.person_chosen.connect(self.switch_person)
        top.settings_asked.connect(lambda: self.show_place(Place("settings")))
        top.shortcuts_asked.connect(self.open_shortcuts)
        top.help_asked.connect(self.toggle_help)
        self.command_bar.go.connect(self.show_place)
        self.command_bar.left.connect(self.focus_page)
        self.reminders = Reminders(self)
        self.calendar_file = CalendarFile(self)
        self.reminders.go.connect(self.show_place)
        self._theme.changed.connect(self._repaint)

    def _restore(self) -> None:
        memory = self._remembered
        if memory is None:
            return
        geometry = memory.block("window/geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self._entrance.wanted_person = memory.number("window/person")

    def keep(self, **values: Any) -> None:
        """Remember values of the window; see :meth:`ui.remembered.Remembered.keep`."""
        if self._remembered is not None:
            self._remembered.keep(**values)

    # beginning ----------------------------------------------------------------------------------

    def begin(self, opened: Future[None] | None = None, *, person: int | str | None = None) -> None:
        """Show the data as soon as the database is open; ``person`` is who acts, else whoever did last time."""
        if person is not None:
            self._entrance.wanted_person = person
        if opened is None:
            self._entrance.open()
        else:
            self.bridge.follow(opened, self._entrance.open, self._answers.show_error, owner=self)

    def _set_ready(self) -> None:
        self._ready = True
        self.reminders.start()
        self.calendar_file.write()
        self.side_bar.run_button.setEnabled(True)

    # the frame's data ---------------------------------------------------------------------------

    @property
    def shell(self) -> Shell | None:
        """The frame's data as read last; None before the database is open."""
        return self._frame.shell

    @property
    def remembered(self) -> Remembered | None:
        """What this computer remembers of the window, for pages that remember something too; None where nothing is."""
        return self._remembered

    @property
    def processes(self) -> tuple[ProcessRow, ...]:
        """The processes that can be run."""
        return self._frame.processes

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._places.page if self._built else None

    @property
    def history(self) -> History:
        """The places visited."""
        return self._places.history

    @property
    def is_ready(self) -> bool:
        """Whether it is known who acts."""
        return self._ready

    def _load_page(self) -> None:
        if self.page is not None:
            self.page.load()

    def _tell_dialog(self, processes: tuple[ProcessRow, ...]) -> None:
        if self._dialog is not None:
            self._dialog.set_processes(processes)

    def _on_changed(self, changes: Changes) -> None:
        if not self._ready:
            return
        self._frame.refresh(changes)
        if self._panel is not None and self._panel.isVisible():
            self._panel.load()
        if self.page is not None:
            self.page.refresh(changes)

    # actions ------------------------------------------------------------------------------------

    def undo(self, action_id: int | None = None) -> None:
        """Undo an action, or the last one of this person (N3)."""
        arguments = {} if action_id is None else {"action_id": action_id}
        self.bridge.perform(Action("undo", **arguments), owner=self)

    def run_process(self, key: str) -> None:
        """Run a process: L1 and L2; on the record that is open where it is one that the process takes."""
        self.leave_page(lambda: self.bridge.perform(self._running(key), owner=self))

    def _running(self, key: str) -> Action:
        process = next((row for row in self.processes if row.key == key), None)
        place = self.history.current
        if process is not None and place is not None and place.id is not None and place.name == process.subject:
            if process.subject == "lead":
                return Action("run_process", process=key, lead=place.id)
            if process.runs_on != "new":
                return Action("run_process_on", process=key, opportunity=place.id)
        return Action("run_process", process=key)

    def open_run_process(self) -> None:
        """Open the window "Run process"."""
        from ui.run_process import RunProcessDialog

        dialog = RunProcessDialog(self, self.processes)
        dialog.run_asked.connect(self.run_process)
        self._dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()
        self._frame.load_processes()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def open_shortcuts(self) -> None:
        """Open the overview of keyboard shortcuts."""
        from ui.shortcuts import ShortcutsDialog

        ShortcutsDialog(self, self.commands).show_over()

    def toggle_help(self) -> None:
        """Open the manual at the help of the page shown; close it where that is shown already (F1)."""
        shown = self.stack.currentWidget()
        self.help_desk.toggle(getattr(shown, "help_page", "") or "contents")

    def open_help(self, chapter: str) -> None:
        """Open a chapter of the manual beside the page."""
        self.help_desk.open(chapter)

    def create_record(self, subject: Subject) -> None:
        """Ask for the name of a new record, create it and open its page."""
        from ui.create_dialog import CreateDialog

        if subject == "order":  # an order needs no name: its number is given to it
            self.leave_page(lambda: self.bridge.perform(Action("create_order"), owner=self))
            return
        self.leave_page(lambda: CreateDialog(self, self.bridge, subject, on_created=self.show_place).open())

    def switch_person(self, person: int) -> None:
        """Let another person act from now on."""

        def switched(_done: Done) -> None:
            if self._panel is not None:
                self._panel.close_popup()
            self._entrance.ask()

        self.leave_page(lambda: self.bridge.perform(Action("switch_person", person=person), switched, owner=self))

    def toggle_notifications(self) -> None:
        """Open or close the panel of the notification centre."""
        if self._panel is None:
            from ui.notifications import NotificationPanel

            self._panel = NotificationPanel(self, self.bridge)
            self._panel.go.connect(self.show_place)
        self._panel.toggle(self.top_bar.bell)

    # going places -------------------------------------------------------------------------------

    def show_place(self, place: Place, hint: str = "") -> None:
        """Go to a place; see :meth:`ui.places.Places.show_place`."""
        self._places.show_place(place, hint)

    def show_section(self, place: Place) -> None:
        """Go to a place of the side bar; see :meth:`ui.places.Places.show_section`."""
        self._places.show_section(place)

    def step(self, steps: int) -> None:
        """Go back (-1) or forward (1)."""
        self._places.step(steps)

    def leave_page(self, go: Callable[[], object]) -> None:
        """Call ``go`` at once, or after the person has decided about unsaved edits."""
        self._places.leave_page(go)

    def page_of(self, place: Place) -> Page:
        """Return the page of a place, made where it is not there yet, shown or not."""
        return self._places.page_of(place)

    def prepare(self) -> None:
        """Make, part by part while nothing else is to be done, what the first action would have to wait for."""
        from ui.preparation import Preparation

        Preparation(self, self._places)

    def _introduce(self, page: Page) -> None:
        if page.place.name == "settings":
            settings = cast("SettingsPage", page)
            settings.show_choices(self._language.code, self._theme.choice)
            settings.language_chosen.connect(self.choose_language)
            settings.theme_chosen.connect(self.choose_theme)

    def _put_commands(self) -> None:
        from ui.frame_commands import window_commands

        self.commands.put("window", window_commands(self))

    def _offers(self) -> list[Offer]:
        from ui.frame_commands import offers

        return offers(self)

    # look and language --------------------------------------------------------------------------

    @property
    def language(self) -> Language:
        """The interface's language."""
        return self._language

    def choose_language(self, code: LanguageCode) -> None:
        """Speak another language at once, the core too."""
        if code == self._language.code:
            return
        self.bridge.workspace.language = code
        self.keep(window__language=code)
        self._language.choose(code)

    def choose_theme(self, choice: Choice) -> None:
        """Follow the system, or stay light or dark."""
        self._theme.choose(choice)
        self.keep(window__theme=choice)
        self._tell_settings()

    def _tell_settings(self) -> None:
        page = self._places.made("settings")
        if page is not None:
            cast("SettingsPage", page).show_choices(self._language.code, self._theme.choice)

    def _repaint(self) -> None:
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language: texts here, and everything that the core said."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._ready and self.isActiveWindow():
            self.bridge.look_around()
        if self._built and event.type() == QEvent.Type.LanguageChange:
            self._put_commands()
            self._tell_settings()
            if self._panel is not None:
                self._panel.close_popup()
                self._panel.retranslate()
            if self._ready:
                self._places.renew_title()
                self._places.renew_commands()
                self._frame.load_shell()
                self._frame.load_processes()
                if self.page is not None and not self.page.has_unsaved():
                    self.page.load()

    def _on_folded(self, folded: bool) -> None:
        """Remember what the person wants; a fold for want of room is not remembered."""
        if not self._folding:
            self._wants_folded = folded
            self.keep(window__folded=folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side bar while the window is narrow for its text; keep the toast at its place."""
        super().resizeEvent(event)
        if self._built:
            self._fit()

    def _fit(self) -> None:
        self.toast.place()
        narrow = self.width() < self._theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._folding = True
            self.side_bar.set_folded(narrow or self._wants_folded)
            self._folding = False

    # keyboard, mouse, end -----------------------------------------------------------------------

    def focus_page(self) -> None:
        """Give the keyboard to the page."""
        if self.page is not None and not self.page.isAncestorOf(QApplication.focusWidget() or self):
            self.page.focus_first()

    def cycle_regions(self) -> None:
        """Give the keyboard to the next region: side bar, page, command bar (F6)."""
        now = QApplication.focusWidget()
        if now is not None and self.side_bar.isAncestorOf(now):
            self.focus_page()
        elif self.page is not None and now is not None and (now is self.page or self.page.isAncestorOf(now)):
            self.command_bar.start()
        else:
            self.command_bar.popup().close_popup()
            self.side_bar.focus_first()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or return (F11)."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Understand the mouse's back and forward buttons."""
        from PySide6.QtCore import Qt

        steps = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(event.button(), 0)
        if steps:
            self.step(steps)
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline as long as there is nothing else."""
        if self._built:
            super().paintEvent(event)
        else:
            paint_outline(self, dark=self._dark, folded=self._folded)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer "Why?" where something is that can be explained (N2) and that has no menu of its own."""
        from ui.asking_why import Asker  # not above: a start does without

        if not Asker.of(self).open_menu(event):
            event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place; ask about unsaved edits before."""
        if not self._built:
            super().closeEvent(event)
            self.closed.emit()
            return
        if self.page is not None and self.page.has_unsaved():
            event.ignore()
            self.leave_page(self.close)
            return
        if not self.isFullScreen():
            self.keep(window__geometry=self.saveGeometry())
        self._frame.stop()
        self.reminders.stop()
        self.calendar_file.flush()
        self.bridge.close()
        super().closeEvent(event)
        self.closed.emit()
