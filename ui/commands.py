"""A command is data: it feeds button, menu, shortcut and command bar alike.

The window keeps its own commands and those of the page shown in one :class:`CommandRegistry`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Availability
from ui.icons import set_icon

ALWAYS = Availability(enabled=True)


def _always() -> Availability:
    return ALWAYS


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can do here and now.

    ``id`` is unique, e.g. "opportunity.save"; ``title`` is what menus and the command bar show, in the
    interface's language (``self.tr("literal")``); ``shortcut`` is written as in "Ctrl+S"; ``icon`` names a
    shipped icon; ``available`` is asked each time it is shown or run; ``detail`` is a second line in the
    command bar; ``group`` heads it in the overview of shortcuts; ``listed`` is False for what has no place
    in the command bar; ``also`` are other words that find it there, in the interface's language, parted by "|".
    """

    id: str
    title: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    available: Callable[[], Availability] = _always
    detail: str = ""
    group: str = ""
    listed: bool = True
    also: str = ""


@cache
def _keys(shortcut: str) -> list[QKeySequence]:
    """Read a shortcut by the English names of keys: in the user's language Qt translates every name it knows."""
    portable = QKeySequence.SequenceFormat.PortableText
    return [QKeySequence.fromString(keys, portable) for keys in shortcut.split(", ") if keys]


class CommandRegistry(QObject):
    """The commands of the window and of the page shown, with one QAction for each."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        """Shortcuts work anywhere in ``window`` unless :meth:`block` is in force."""
        super().__init__(window)
        self._window = window
        self._scopes: dict[str, tuple[Command, ...]] = {}
        self._actions: dict[str, QAction] = {}
        self._shown: dict[str, tuple[object, ...]] = {}
        self._blockers: set[int] = set()

    def put(self, scope: str, commands: Iterable[Command]) -> None:
        """Replace all commands of a scope ("window", "page"); QActions of known ids are kept and renewed."""
        self._scopes[scope] = tuple(commands)
        wanted = {command.id: command for command in self.all()}
        for gone in set(self._actions) - set(wanted):
            action = self._actions.pop(gone)
            self._shown.pop(gone, None)
            if shiboken6.isValid(action):
                self._window.removeAction(action)
                action.deleteLater()
        for command in wanted.values():
            self._renew(command)
        self.changed.emit()

    def all(self) -> tuple[Command, ...]:
        """Return every command, the page's first."""
        page = self._scopes.get("page", ())
        return page + tuple(c for scope, found in self._scopes.items() if scope != "page" for c in found)

    def find(self, command_id: str) -> Command | None:
        """Return the command of that id, or None where it does not exist now."""
        return next((command for command in self.all() if command.id == command_id), None)

    def action(self, command_id: str) -> QAction:
        """Return the QAction of a command, for a menu or a tool button; KeyError where there is none now."""
        return self._actions[command_id]

    def run(self, command_id: str) -> bool:
        """Run a command if it exists and is available now; tell whether it ran."""
        command = self.find(command_id)
        if command is None or not command.available().enabled:
            return False
        command.run()
        return True

    def update(self) -> None:
        """Ask every command anew whether it is available (menus call this before they open)."""
        for command in self.all():
            self._renew(command)

    def block(self, dialog: QObject) -> None:
        """Switch all shortcuts off while a dialog covers the window."""
        self._blockers.add(id(dialog))
        self.update()

    def unblock(self, dialog: QObject) -> None:
        """Switch the shortcuts on again, unless another dialog is open."""
        self._blockers.discard(id(dialog))
        self.update()

    def _renew(self, command: Command) -> None:
        action = self._actions.get(command.id)
        if action is None:
            action = QAction(self._window)
            action.setObjectName(f"command_{command.id}")
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            name = command.id
            action.triggered.connect(lambda _checked=False: self.run(name))
            self._actions[command.id] = action
            self._window.addAction(action)
        available = command.available()
        blocked = bool(self._blockers)
        shown = (command.title, command.shortcut, command.icon, available.enabled, available.why_not, blocked)
        if self._shown.get(command.id) == shown:
            return
        self._shown[command.id] = shown
        action.setText(command.title)
        action.setShortcuts(_keys(command.shortcut))
        action.setEnabled(not blocked)  # run asks whether it is available when the key is pressed
        action.setToolTip(command.title if available.enabled else available.why_not)
        action.setStatusTip(available.why_not)
        if command.icon:
            set_icon(action, command.icon)
