"""Section: one part of the settings, chosen from the list at the left of the page."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Availability, Changes, Done, Refused
from ui.bridge import Bridge
from ui.theme import theme
from ui.widgets.labels import Text
from ui.widgets.styling import restyle


class Section(QWidget):
    """A title, a sentence that says what it is about, and the content in :attr:`body`.

    A subclass asks for its data in :meth:`load`; ``touched_by`` names the tables whose changes load it again.
    """

    touched_by: tuple[str, ...] = ()
    everyone = False
    """Whether everybody may change what stands here, not only an administrator."""
    edited = Signal()
    """There is something to save now, or no longer."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, name: str = "", wide: bool = False) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.setObjectName(name)
        look = theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        inside = QWidget(self)
        restyle(inside, role="clear")
        if wide:
            outer.addWidget(inside)
        else:
            area = QScrollArea(self)
            restyle(area, role="clear")
            area.setWidgetResizable(True)
            area.setWidget(inside)
            outer.addWidget(area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(18), 0, look.px(18), look.px(14))
        column.setSpacing(look.px(12))
        self.heading = Text("", inside, role="pageTitle", name="sectionTitle")
        self.about = Text("", inside, tone="muted", wrap=True)
        self.locked = Text("", inside, tone="warning", wrap=True, name="whyLocked")
        self.locked.hide()
        self.content = QWidget(inside)
        restyle(self.content, role="clear")
        self.body = QVBoxLayout(self.content)
        """Where the content goes."""
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(look.px(12))
        column.addWidget(self.heading)
        column.addWidget(self.about)
        column.addWidget(self.locked)
        column.addWidget(self.content, 1)

    def title(self) -> str:
        """Return what the list at the left calls it."""
        return ""

    def note(self) -> str:
        """Return the sentence under the title."""
        return ""

    def show_right(self, right: Availability) -> None:
        """Lock the content where the person may not change it, and say why."""
        locked = not (right.enabled or self.everyone)
        self.content.setEnabled(not locked)
        self.locked.setText(right.why_not if locked else "")
        self.locked.setVisible(locked)

    def load(self) -> None:
        """Ask for what is shown."""

    def refresh(self, changes: Changes) -> None:
        """Follow what was changed here or elsewhere."""
        if any(changes.touches(table) for table in self.touched_by):
            self.load()

    def retranslate(self) -> None:
        """Set all texts."""
        self.heading.setText(self.title())
        note = self.note()
        self.about.setText(note)
        self.about.setVisible(bool(note))

    def has_unsaved(self) -> bool:
        """Whether leaving now would lose edits."""
        return False

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the edits; call ``then`` once they are committed."""
        if then is not None:
            then()

    def discard(self) -> None:
        """Give up the edits."""

    def focus_first(self) -> None:
        """Give the keyboard to the part where a person would begin."""
        self.setFocus()

    def perform(self, action: Action, done: Callable[[Done], object] | None = None) -> None:
        """Carry out an action; a refusal is said in the toast and what is shown is read again."""

        def refused(refusal: Refused) -> None:
            self.load()
            self.bridge.refused.emit(str(refusal))

        self.bridge.perform(action, done, refused, owner=self)
