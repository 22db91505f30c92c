"""Puts the program together: application, look, language, workspace and window; nobody else knows both sides.

What the outline of the window does without is imported after its first paint.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop import milestones, paths
from ui.remembered import Remembered
from ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from desktop.workspace import Clock, Workspace
    from ui.language import Language, LanguageCode
    from ui.theme import Choice, Theme

SETTINGS_FILE = "window.ini"


def application(language: str | None = None, theme: str | None = None) -> tuple[QApplication, Language, Theme]:
    """Return the one application of this process with its language and look, made at the first call."""
    from ui.garbage import Garbage
    from ui.language import Language
    from ui.theme import Theme

    made = _qt()
    speech: Language | None = getattr(made, "_dealwright_language", None)
    if speech is None:
        speech = Language(made, cast("LanguageCode | None", language))
        made._dealwright_language = speech  # type: ignore[attr-defined]
        made._dealwright_garbage = Garbage(made)  # type: ignore[attr-defined]
    elif language is not None:
        speech.choose(cast("LanguageCode", language))
    look: Theme | None = getattr(made, "_dealwright_theme", None)
    if look is None:
        look = Theme(made, choice=cast("Choice", theme or "system"))
    elif theme is not None:
        look.choose(cast("Choice", theme))
    return made, speech, look


def _qt() -> QApplication:
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName("Dealwright")
    made.setDesktopFileName("dealwright")
    return made


def open_window(
    database_url: str,
    *,
    person: int | str | None = None,
    language: Literal["en", "ru"] = "en",
    theme: Literal["light", "dark", "system"] = "light",
    clock: Clock | None = None,
    zone: tzinfo | None = None,
    config_dir: Path | None = None,
    first_start: bool = False,
) -> MainWindow:
    """Open the main window on a database, show it, and return it when its first page is filled.

    The database is created and filled with lookups and processes if it is empty. ``person`` is an id or a name; a name
    that the workspace does not have is added as a rep, and None takes the first person, or one made from the system's
    user name. With ``first_start`` an empty workspace greets with the page that asks for name and company instead.
    ``clock`` returns the time (aware) that the workspace lives in. ``config_dir`` keeps the window's size and place
    (None keeps nothing). Raises Trouble if the database cannot be opened. Closing the window closes the workspace.
    """
    from desktop.views.exchange import Action
    from desktop.workspace import Workspace

    _, speech, look = application(language, theme)
    workspace = Workspace(database_url, language=speech.code, clock=clock, zone=zone)
    try:
        workspace.start().result()
        if not first_start:
            workspace.perform(Action("enter", person=person)).result()
    except BaseException:
        workspace.close()
        raise
    settings = config_dir / SETTINGS_FILE if config_dir is not None else None
    window = MainWindow(settings_path=settings)
    window.build(workspace, theme=look, language=speech)
    window.closed.connect(workspace.close)
    window.show()
    window.begin(person=workspace.person_id)
    wait_until_idle(window)
    return window


def wait_until_idle(window: MainWindow) -> None:
    """Let the window work until no answer of the database is awaited any more."""
    while not window.bridge.is_idle():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.sendPostedEvents(None, 0)


def run(database_url: str, *, language: str | None, theme: str | None, home: Path | None) -> int:
    """Show the window at once, load the rest and open the database meanwhile; stay until the window is closed."""
    settings = paths.config_folder(home) / SETTINGS_FILE
    look = theme or Remembered(settings).text("window/theme", "system")
    qt = _qt()
    window = MainWindow(settings_path=settings, look=cast("Choice", look))
    starter = _Starter(window, database_url, language or Remembered(settings).text("window/language"), look)
    window.show()
    status = qt.exec()
    starter.finish()
    return status


def show_faults(window: MainWindow) -> Callable[..., object]:
    """Have the window tell of every mistake of ours that nobody catches; it is still printed.

    Returns the hook that was in force before, to be put back when the window is gone. Any thread may fail.
    """
    before = sys.excepthook
    telling = False

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal telling
        before(kind, error, trace)
        if not telling and isinstance(error, Exception):  # a fault of the dialog itself is not told by it
            telling = True
            try:
                window.bridge.fault.emit(error)
            finally:
                telling = False

    sys.excepthook = tell
    return before


def run_tour(out: Path, *, language: str, theme: str) -> int:
    """Play the story in a fresh workspace under a fixed clock; return 1 if anything is not as the rules say."""
    import tempfile

    from ui.tour.story import Story

    os.environ["TZ"] = "UTC"  # the pictures are the same everywhere
    if hasattr(time, "tzset"):
        time.tzset()
    application(language, theme)
    with tempfile.TemporaryDirectory(prefix="dealwright-tour-") as folder:
        clock = TourClock(datetime(2026, 11, 23, 8, 30, tzinfo=UTC))
        window = open_window(
            f"sqlite:///{Path(folder) / 'tour.db'}",
            language=cast("Literal['en', 'ru']", language),
            theme=cast("Literal['light', 'dark', 'system']", theme),
            clock=clock,
            zone=UTC,
            first_start=True,
        )
        try:
            return Story(window, clock, out).play()
        finally:
            window.close()
            window.deleteLater()


class TourClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now


class _Starter(QObject):
    """Fills the window once its outline has been painted; notes the milestones that a measurement asks for."""

    def __init__(self, window: MainWindow, database_url: str, language: str, look: str) -> None:
        super().__init__(window)
        self._window = window
        self._database_url = database_url
        self._language = language
        self._look = look
        memory = window.remembered
        self._knew_person = memory is None or memory.number("window/person") is not None
        self._painted = False
        self._workspace: Workspace | None = None
        self._hook = sys.excepthook
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the first paint."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._start)
        return super().eventFilter(watched, event)

    def finish(self) -> None:
        """Close the workspace, if closing the window has not done so; faults are only printed from now on."""
        sys.excepthook = self._hook
        if self._workspace is not None:
            self._workspace.close()

    def _start(self) -> None:
        self._window.removeEventFilter(self)
        milestones.reach("painted")
        from desktop.workspace import Workspace

        self._workspace = workspace = Workspace(self._database_url)
        opened = workspace.start()
        from ui.language import LANGUAGES

        spoken = self._language if self._language in LANGUAGES else None
        _, speech, look = application(spoken, self._look)
        workspace.language = speech.code
        self._window.closed.connect(workspace.close)
        self._window.build(workspace, theme=look, language=speech)
        self._hook = show_faults(self._window)
        self._window.bridge.idle.connect(self._filled)
        self._window.begin(opened, person=1 if milestones.are_asked_for() else None)

    def _filled(self) -> None:
        if self._window.page is None:
            return
        self._window.bridge.idle.disconnect(self._filled)
        if not self._knew_person and not milestones.are_asked_for():
            self._ask_who()
        if not milestones.are_asked_for():
            self._window.prepare()
        else:
            QTimer.singleShot(0, self._end_measurement)  # after the list's own paint

    def _ask_who(self) -> None:
        """Ask who sits here where several people work and nobody is remembered on this computer."""
        shell = self._window.shell
        if shell is None or sum(person.active for person in shell.people) < 2:
            return
        from ui.person_picker import WhoAreYouDialog

        dialog = WhoAreYouDialog(self._window, shell.people, shell.person.id if shell.person else None)
        dialog.chosen.connect(self._window.switch_person)
        dialog.show_over(focus=dialog.finder.edit)

    def _end_measurement(self) -> None:
        milestones.reach("list")
        self._window.close()
