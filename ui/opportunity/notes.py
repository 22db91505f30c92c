"""Notes on a record: the newest first, and a line to add one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Availability
from desktop.views.opportunities import NoteRow
from ui.fields.text import MemoField
from ui.opportunity.remark import Remark
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.hint import EmptyState

_SHOWN = 30


class NoteView(Remark):
    """One note: who wrote it, when, and what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, text_format=Qt.TextFormat.PlainText)

    def show_note(self, note: NoteRow) -> None:
        """Show another note."""
        self.show_head(note.author, note.at, note.text)
        self.text.setText(note.text)


class Notes(QWidget):
    """The tab of notes. It performs nothing itself: ``added`` carries the text of a new one."""

    added = Signal(str)
    writing = Signal()
    """Something is being written, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notesTab")
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(8))
        self.text = MemoField(self, name="noteEdit", lines=2)
        self.button = Button("", self, name="addNoteButton", icon="plus")
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._empty = EmptyState("sticky-note", self)
        column.addWidget(self._empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(4))
        column.addLayout(self._list)
        self._more = Button("", self, kind="link", name="showAllNotesButton")
        self._more.clicked.connect(self._show_every)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._views: list[NoteView] = []
        self._notes: tuple[NoteRow, ...] = ()
        self._limit = _SHOWN
        self._edit = Availability(True)
        self.button.clicked.connect(self.add)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.text, self.add)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.text.changed.connect(self._written)
        self.button.setEnabled(False)

    def is_writing(self) -> bool:
        """Whether there is a text that is not added yet."""
        return bool(self.text.value())

    def show_notes(self, notes: tuple[NoteRow, ...]) -> None:
        """Show these notes; what is being written stays."""
        self._notes = notes
        shown = notes[: self._limit]
        while len(self._views) < len(shown):
            view = NoteView(self)
            self._list.addWidget(view)
            self._views.append(view)
        for place, view in enumerate(self._views):
            view.setVisible(place < len(shown))
            if place < len(shown):
                view.show_note(shown[place])
        self._empty.setVisible(not notes)
        self._more.setVisible(len(shown) < len(notes))
        self._more.setText(self.tr("Show all %n note(s)", "", len(notes)))

    def set_edit(self, edit: Availability) -> None:
        """Say whether a note may be added."""
        self._edit = edit
        self.text.set_read_only(not edit.enabled)
        self.text.editor.setToolTip(edit.why_not)
        self.button.setToolTip(edit.why_not)
        self._written()

    def clear(self) -> None:
        """Forget what is being written and how many notes were shown: another record is shown now."""
        self._limit = _SHOWN
        self.text.set_value("")
        self._written()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.text.set_label(self.tr("New note"))
        self.text.set_placeholder(self.tr("Write a note, Ctrl+Enter adds it"))
        self.button.setText(self.tr("Add note"))
        self._empty.set_texts(self.tr("No notes yet"), self.tr("What should not be forgotten about this sale?"))
        self.show_notes(self._notes)

    def _written(self) -> None:
        self.button.setEnabled(self._edit.enabled and self.is_writing())
        self.writing.emit()

    def add(self) -> None:
        """Add what is written; nothing happens for an empty text."""
        text = self.text.value()
        if text and self._edit.enabled:
            self.clear()
            self.added.emit(text)

    def _show_every(self) -> None:
        self._limit = len(self._notes)
        self.show_notes(self._notes)
