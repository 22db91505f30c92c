"""The main window: frame, pages, and everything that belongs to no single page.

It is shown as an outline at once; :meth:`MainWindow.build` fills it. What is not seen from the start (dialogs, panels)
is imported and made when it is first needed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.views.exchange import Action, Place, Query, Trouble
from ui.navigation import History
from ui.outline import paint_outline, scale, system_is_dark
from ui.remembered import Remembered

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStackedWidget

    from desktop.views.exchange import Changes, Done, NeedsClosing, NeedsFields, NeedsReason
    from desktop.views.shell import ProcessRow, Shell
    from desktop.workspace import Workspace
    from ui.bridge import Bridge
    from ui.calendar_file import CalendarFile
    from ui.commandbar import CommandBar
    from ui.commands import CommandRegistry
    from ui.create_dialog import Subject
    from ui.language import Language, LanguageCode
    from ui.manual.desk import HelpDesk
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

FIRST_PLACE = Place("opportunities")
_LOOK_AROUND_MS = 3_000
_PREPARE_MS = 40
_PREPARED = (
    *("opportunity", "activity", "my_day", "leads", "board", "schedule", "lead"),
    *("activities", "accounts", "contacts"),
)
"""Pages made ahead: the dear ones; each page more makes a switch of the theme slower."""
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
        self.history = History()
        self._pages: dict[str, Page] = {}
        self._processes: tuple[ProcessRow, ...] = ()
        self._shell: Shell | None = None
        self._wanted_person: int | str | None = None
        self._dialog: RunProcessDialog | None = None
        self._panel: NotificationPanel | None = None
        self._undone = False
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
        from ui.sidebar import SideBar
        from ui.skeleton import Skeleton
        from ui.toast import Toast
        from ui.topbar import TopBar
        from ui.undo_key import UndoKey

        UndoKey(self, self.bridge)
        TableDrop(self)
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
        from ui.calendar_file import CalendarFile
        from ui.reminders import Reminders

        bridge, side, top = self.bridge, self.side_bar, self.top_bar
        bridge.changed.connect(self._on_changed)
        bridge.done.connect(self._on_done)
        bridge.gone.connect(self._on_gone)
        bridge.refused.connect(self.toast.refuse)
        bridge.asked.connect(self._on_asked)
        bridge.trouble.connect(self._on_trouble)
        bridge.fault.connect(self._on_fault)
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
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AROUND_MS)
        self._timer.timeout.connect(bridge.look_around)

    def _restore(self) -> None:
        memory = self._remembered
        if memory is None:
            return
        geometry = memory.block("window/geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self._wanted_person = memory.number("window/person")

    def _keep(self, **values: Any) -> None:
        if self._remembered is not None:
            self._remembered.keep(**values)

    # beginning ----------------------------------------------------------------------------------

    def begin(self, opened: Future[None] | None = None, *, person: int | str | None = None) -> None:
        """Show the data as soon as the database is open; ``person`` is who acts, else whoever did last time."""
        if person is not None:
            self._wanted_person = person
        if opened is None:
            self._on_opened(None)
        else:
            self.bridge.follow(opened, self._on_opened, self._on_not_opened, owner=self)

    def _on_opened(self, _nothing: object) -> None:
        self._timer.start()
        self.bridge.ask(Query("shell"), self._on_first_shell, owner=self, key="shell")

    def _on_not_opened(self, error: Exception) -> None:
        if isinstance(error, Trouble):
            from ui.trouble import TroubleDialog

            dialog = TroubleDialog(self, error)
            dialog.rejected.connect(self.close)
            dialog.show_over()
        else:
            self._on_fault(error)

    def _on_first_shell(self, shell: Shell) -> None:
        if shell.first_start and self._wanted_person is None:
            self._show_first_start()
        elif shell.person is not None:
            self._enter(shell)
        else:
            known = {person.id for person in shell.people}
            wanted = self._wanted_person
            if isinstance(wanted, int) and wanted not in known:
                wanted = None
            self.bridge.perform(Action("enter", person=wanted), self._ask_shell, owner=self)

    def _set_ready(self) -> None:
        self._ready = True
        self.reminders.start()
        self.calendar_file.write()
        self.side_bar.run_button.setEnabled(True)

    def _ask_shell(self, _done: object = None) -> None:
        self.bridge.ask(Query("shell"), self._enter, owner=self, key="shell")

    def _show_first_start(self) -> None:
        from ui.first_start import FirstStartPage

        page = FirstStartPage(self.bridge, Place("first_start"), self.stack)
        page.retranslate()
        page.finished.connect(self._ask_shell)
        self._pages["first_start"] = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.side_bar.hide()
        self.top_bar.hide()
        page.focus_first()

    def _enter(self, shell: Shell) -> None:
        first = self._pages.pop("first_start", None)
        self.side_bar.show()
        self.top_bar.show()
        self._set_ready()
        self._show_shell(shell)
        self._load_processes()
        if self.history.current is None:
            self.show_place(self._start_place())
        elif self.page is not None:
            self.page.load()
        if first is not None:
            self.stack.removeWidget(first)
            first.deleteLater()

    def _start_place(self) -> Place:
        """Return where a start leads: to My day, or on the same day to where it was left; at first to the list."""
        from ui.pages import PAGES

        last = self._remembered.place() if self._remembered is not None else None
        if self._remembered is None or last is None:
            return FIRST_PLACE
        same_day = self._remembered.text("window/day") == self._today()
        return last if same_day and last.name in PAGES else Place("my_day")

    def _today(self) -> str:
        return self.bridge.workspace.clock().astimezone().date().isoformat()

    # the frame's data ---------------------------------------------------------------------------

    @property
    def shell(self) -> Shell | None:
        """The frame's data as read last; None before the database is open."""
        return self._shell

    @property
    def remembered(self) -> Remembered | None:
        """What this computer remembers of the window, for pages that remember something too; None where nothing is."""
        return self._remembered

    @property
    def processes(self) -> tuple[ProcessRow, ...]:
        """The processes that can be run."""
        return self._processes

    @property
    def page(self) -> Page | None:
        """The page shown."""
        shown = self.stack.currentWidget() if self._built else None
        return next((page for page in self._pages.values() if page is shown), None)

    def _show_shell(self, shell: Shell) -> None:
        before = self._shell.person if self._shell is not None else None
        self._shell = shell
        self.side_bar.show_data(shell)
        self.top_bar.show_data(shell)
        if shell.person is not None and (before is None or before.id != shell.person.id):
            self._keep(window__person=shell.person.id)
        if before is not None and before != shell.person and self.page is not None:
            self.page.load()  # somebody else acts, or in another role: what may be seen and changed is another

    def _load_shell(self) -> None:
        self.bridge.ask(Query("shell"), self._show_shell, owner=self, key="shell")

    def _load_processes(self) -> None:
        def show(processes: tuple[ProcessRow, ...]) -> None:
            self._processes = processes
            self.side_bar.set_processes(processes)
            if self._dialog is not None:
                self._dialog.set_processes(processes)
            self.command_bar.invalidate(ready=True)

        self.bridge.ask(Query("processes"), show, owner=self, key="processes")

    def _on_changed(self, changes: Changes) -> None:
        if not self._ready:
            return
        self._undone = changes.action == "undo"
        self._load_shell()
        if changes.touches("process_definition"):
            self._load_processes()
        if self._panel is not None and self._panel.isVisible():
            self._panel.load()
        if self.page is not None:
            self.page.refresh(changes)

    # actions ------------------------------------------------------------------------------------

    def _on_done(self, done: Done) -> None:
        if done.message:
            number = done.changes.action_id
            undo = partial(self.undo, number) if done.undoable and number is not None else None
            self.toast.say(done.message, undo=undo)
        if done.opens is not None:
            self.show_place(done.opens, hint=done.hint)

    def _on_asked(
        self, question: NeedsClosing | NeedsFields | NeedsReason, _action: Action, resume: Callable[..., object]
    ) -> None:
        from desktop.views.exchange import NeedsFields, NeedsReason

        if isinstance(question, NeedsReason):
            from ui.leads.reason_dialog import ReasonDialog

            ReasonDialog(self, question.question, resume).show_over()
            return
        if isinstance(question, NeedsFields):
            from ui.gate_dialog import GateDialog

            GateDialog(self, self.bridge, question.question, resume).show_over()
            return
        from ui.closing_dialog import ClosingDialog

        dialog = ClosingDialog(self, question.question)
        dialog.answered.connect(resume)
        dialog.show_over()

    def _on_gone(self, owner: QObject, sentence: str) -> None:
        """Leave the page of a record that is gone; say so, unless an undo has just taken it away."""
        from ui.page import Page

        page = self.page
        above: QObject | None = owner
        while above is not None and not isinstance(above, Page):
            above = above.parent()
        if isinstance(above, Page) and above is not page:  # it is not shown any more: its record was deleted there
            self.history.forget(above.place)
            return
        if not self._undone:
            self.toast.refuse(sentence)
        if page is None or not (owner is page or page.isAncestorOf(owner) if isinstance(owner, QWidget) else False):
            return
        self.history.forget(page.place)
        self._show(self.history.current or FIRST_PLACE, "")
        if self.history.current is None:
            self.history.visit(FIRST_PLACE)

    def _on_trouble(self, trouble: Trouble) -> None:
        from ui.trouble import TroubleDialog

        if self.findChild(TroubleDialog) is None:
            TroubleDialog(self, trouble).show_over()

    def _on_fault(self, error: BaseException) -> None:
        from ui.trouble import FaultDialog

        if self.findChild(FaultDialog) is None:
            FaultDialog(self, error).show_over()

    def undo(self, action_id: int | None = None) -> None:
        """Undo an action, or the last one of this person (N3)."""
        arguments = {} if action_id is None else {"action_id": action_id}
        self.bridge.perform(Action("undo", **arguments), owner=self)

    def run_process(self, key: str) -> None:
        """Run a process: L1 and L2."""
        self.leave_page(lambda: self.bridge.perform(Action("run_process", process=key), owner=self))

    def open_run_process(self) -> None:
        """Open the window "Run process"."""
        from ui.run_process import RunProcessDialog

        dialog = RunProcessDialog(self, self._processes)
        dialog.run_asked.connect(self.run_process)
        self._dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()
        self._load_processes()

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
            self._ask_shell()

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
        """Go to a place, after asking about unsaved edits where there are any; ``hint`` is shown on its page."""
        from ui.pages import PAGES

        if place.name not in PAGES:
            return

        def go() -> None:
            self.history.visit(place)
            self._show(place, hint)

        if place == self.history.current and not hint:
            self._mark(place)
            self.focus_page()
            return
        self.leave_page(go, stay=self._mark_current)

    def show_section(self, place: Place) -> None:
        """Go to a place of the side bar; the opportunities are shown as list or board, as they were last."""
        from ui.board.switch import section

        self.show_place(section(self, place))

    def step(self, steps: int) -> None:
        """Go back (-1) or forward (1)."""
        place = self.history.ahead(steps)
        if place is None:
            return

        def go() -> None:
            self.history.move(steps)
            self._show(place, "")

        self.leave_page(go)

    def leave_page(self, go: Callable[[], object], *, stay: Callable[[], object] | None = None) -> None:
        """Call ``go`` at once, or after the person has decided about unsaved edits; ``stay`` if they stay."""
        page = self.page
        if page is None or not page.has_unsaved():
            go()
            return
        from ui.widgets.dialog import Dialog
        from ui.widgets.labels import Text

        dialog = Dialog(self, self.tr("Save your changes?"), name="unsavedDialog", width=440)
        dialog.body.addWidget(
            Text(self.tr('"{page}" has changes that are not saved.').format(page=page.title()), dialog.sheet, wrap=True)
        )

        def discard() -> None:
            dialog.accept()
            page.discard()
            go()

        def save() -> None:
            dialog.accept()
            page.save(go)

        dialog.add_button(self.tr("Stay here"), name="stayButton")
        dialog.add_button(self.tr("Discard"), kind="danger", run=discard, name="discardButton")
        button = dialog.add_button(self.tr("Save"), kind="primary", run=save, name="saveAndLeaveButton")
        if stay is not None:
            dialog.rejected.connect(stay)
        dialog.show_over(focus=button)

    def _show(self, place: Place, hint: str) -> None:
        page = self._page_of(place)
        fresh = self.stack.currentWidget() is not page
        self.stack.setCurrentWidget(page)
        self.help_desk.follow(page.help_page)
        page.open(place)
        if hint:
            page.show_hint(hint)
        self._mark(place)
        self._renew_title()
        self._renew_commands()
        self._keep(window__place=place.name, window__place_id=place.id, window__day=self._today())
        if fresh and not self.command_bar.hasFocus():
            page.focus_first()  # Qt has given the keyboard to whatever stands first there
        elif not self.command_bar.hasFocus():
            self.focus_page()

    def _page_of(self, place: Place) -> Page:
        page = self._pages.get(place.name)
        if page is None:
            from ui.pages import make_page

            page = make_page(place, self.bridge, self.stack)
            page.go.connect(self.show_place)
            page.title_changed.connect(self._renew_title)
            page.commands_changed.connect(self._renew_commands)
            self._introduce(page)
            self._pages[place.name] = page
            self.stack.addWidget(page)
        return page

    def prepare(self) -> None:
        """Make, part by part while nothing else is to be done, what the first action would have to wait for."""
        parts = deque[Callable[[], object]]([self.command_bar.popup, lambda: self.command_bar.completion])
        for name in _PREPARED:
            parts.append(partial(self._page_of, Place(name)))
            parts.append(partial(self._draw_unseen, name))
            parts.append(partial(self._make_ahead, name))
        timer = QTimer(self)
        timer.setInterval(_PREPARE_MS)
        timer.timeout.connect(partial(self._prepare_next, timer, parts))
        timer.start()

    def _prepare_next(self, timer: QTimer, parts: deque[Callable[[], object]]) -> None:
        if not parts:
            timer.stop()
            timer.deleteLater()
        elif self._ready and self.isVisible() and self.bridge.is_idle():
            parts.popleft()()

    def _draw_unseen(self, name: str) -> None:
        """Have styles, layouts and icons of a page that is not shown worked out."""
        page = self._pages[name]
        if page is not self.page:
            page.resize(self.stack.size())
            page.grab()

    def _make_ahead(self, name: str) -> None:
        self._pages[name].make_ahead()

    def _introduce(self, page: Page) -> None:
        if page.place.name == "settings":
            settings = cast("SettingsPage", page)
            settings.show_choices(self._language.code, self._theme.choice)
            settings.language_chosen.connect(self.choose_language)
            settings.theme_chosen.connect(self.choose_theme)

    def _mark_current(self) -> None:
        if self.history.current is not None:
            self._mark(self.history.current)

    def _mark(self, place: Place) -> None:
        self.side_bar.show_place(place)
        self.top_bar.set_ways(back=self.history.ahead(-1) is not None, forward=self.history.ahead(1) is not None)

    def _renew_title(self) -> None:
        title = self.page.title() if self.page is not None else ""
        self.setWindowTitle(f"{title} - Dealwright" if title else "Dealwright")

    def _put_commands(self) -> None:
        from ui.frame_commands import window_commands

        self.commands.put("window", window_commands(self))

    def _offers(self) -> list[Offer]:
        from ui.frame_commands import offers

        return offers(self)

    def _renew_commands(self) -> None:
        if self.page is not None:
            self.commands.put("page", self.page.commands())
        self.command_bar.invalidate(ready=bool(self._processes))

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
        self._keep(window__language=code)
        self._language.choose(code)

    def choose_theme(self, choice: Choice) -> None:
        """Follow the system, or stay light or dark."""
        self._theme.choose(choice)
        self._keep(window__theme=choice)
        self._tell_settings()

    def _tell_settings(self) -> None:
        page = self._pages.get("settings")
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
                self._renew_title()
                self._renew_commands()
                self._load_shell()
                self._load_processes()
                if self.page is not None and not self.page.has_unsaved():
                    self.page.load()

    def _on_folded(self, folded: bool) -> None:
        """Remember what the person wants; a fold for want of room is not remembered."""
        if not self._folding:
            self._wants_folded = folded
            self._keep(window__folded=folded)

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
            self._keep(window__geometry=self.saveGeometry())
        self._timer.stop()
        self.reminders.stop()
        self.calendar_file.flush()
        self.bridge.close()
        super().closeEvent(event)
        self.closed.emit()
