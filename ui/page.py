"""Page: what the window shows inside its frame; one widget per kind of place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Changes, Place
from ui.bridge import Bridge
from ui.commands import Command
from ui.widgets.styling import restyle


class Page(QWidget):
    """Base of all pages. The window makes a page when its place is first shown and keeps it.

    A subclass sets its objectName (e.g. ``opportunityPage``), builds its widgets in ``__init__`` without
    reading anything, sets all texts in :meth:`retranslate` (called by the base after construction, before
    the first :meth:`load`, and on every switch of language), and asks for its data in :meth:`load` with
    ``self.bridge``.
    """

    help_page = ""
    """The chapter of the manual that F1 opens here: the name of a file in resources/manual/<language>/."""

    go = Signal(object)
    """Emit a :class:`Place` to go there."""
    title_changed = Signal()
    """Emit when :meth:`title` would answer differently now."""
    commands_changed = Signal()
    """Emit when :meth:`commands` would answer differently now (what is available may change without it)."""

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, role="page")
        self.bridge = bridge
        """Asks and performs; see :class:`ui.bridge.Bridge`."""
        self._place = place

    @property
    def place(self) -> Place:
        """Where this page stands now."""
        return self._place

    def open(self, place: Place) -> None:
        """Stand on another record, or the same, and load it; unsaved edits were asked about before."""
        self._place = place
        self.load()

    def title(self) -> str:
        """Return what the window's title and the history of places call this page."""
        return ""

    def commands(self) -> list[Command]:
        """Return what can be done on this page; the window puts it into shortcuts and the command bar."""
        return []

    def load(self) -> None:
        """Ask for what is shown, with a ``key`` so that a late answer for another record is dropped."""

    def refresh(self, changes: Changes) -> None:
        """Load again if ``changes`` concerns what is shown; called for every committed action."""

    def has_unsaved(self) -> bool:
        """Whether leaving now would lose edits."""
        return False

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the edits; call ``then`` once that is committed (and not at all if it is refused)."""
        if then is not None:
            then()

    def discard(self) -> None:
        """Give up the edits, and their draft."""

    def show_hint(self, hint: str) -> None:
        """Show the hint of the step that opened this page (R17); called after :meth:`open`."""

    def make_ahead(self) -> None:
        """Make what is dear and not shown yet (popups); called while nothing else is to be done."""

    def focus_first(self) -> None:
        """Give the keyboard to the part of the page where a person would begin."""
        self.setFocus()

    def retranslate(self) -> None:
        """Set every text in the language in force."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.title_changed.emit()
            self.commands_changed.emit()
