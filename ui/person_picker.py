"""PersonPicker: who acts, found by typing, where a workspace has more people than a menu shows well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.completion import Candidate, match
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.popup import Popup
from ui.widgets.rows import Row, RowList
from ui.widgets.styling import is_language_change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.views.shell import PersonRow


class PersonFinder(QWidget):
    """A line to type in and the people whose names fit, in a list that scrolls; Enter or a click chooses."""

    chosen = Signal(int)
    """The id of a person."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        self._people: tuple[PersonRow, ...] = ()
        self._now: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self.edit = QLineEdit(self)
        self.edit.setObjectName("personFindEdit")
        self.list = RowList(self, name="personList")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.list.setFixedSize(look.px(300), look.px(320))
        column.addWidget(self.edit)
        column.addWidget(self.list)
        self.edit.textChanged.connect(self._find)
        self.edit.installEventFilter(self)
        self.list.chosen.connect(lambda key: self.chosen.emit(int(key)))
        self.retranslate()

    def set_people(self, people: Sequence[PersonRow], now: int | None) -> None:
        """Offer the active people; ``now`` is the id of the person who acts."""
        self._people, self._now = tuple(person for person in people if person.active), now
        self.edit.clear()
        self._find("")
        look = theme()
        self.list.setFixedHeight(max(look.px(64), min(look.px(320), self.list.content_height() + look.px(4))))

    def _find(self, text: str) -> None:
        fitting = match(text, [Candidate(person, (person.name,)) for person in self._people])
        rows = [
            Row(str(fit.value.id), fit.value.name, fit.positions, strong=fit.value.id == self._now) for fit in fitting
        ]
        nobody = Row("", self.tr("Nobody is called that"), header=True)
        self.list.set_rows(rows or [nobody], select=rows[0].key if rows else None)
        if not text and self._now is not None:
            self.list.select(str(self._now))

    def retranslate(self) -> None:
        """Set the texts."""
        self.edit.setPlaceholderText(self.tr("Find a person"))
        self.edit.setAccessibleName(self.tr("Find a person"))
        self.list.setAccessibleName(self.tr("People"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list, Enter chooses; the keyboard stays in the line."""
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.list.activate_selected()
                return True
        return False


class PersonPicker(Popup):
    """What the circle at the right of the top bar opens: the people, Settings and the shortcuts."""

    chosen = Signal(int)
    settings_asked = Signal()
    shortcuts_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, name="personPicker")
        self.heading = Text("", self, role="strong")
        self.finder = PersonFinder(self)
        self.settings_button = Button("", self, kind="link", name="pickerSettingsButton")
        self.shortcuts_button = Button("", self, kind="link", name="pickerShortcutsButton")
        foot = QHBoxLayout()
        foot.addWidget(self.settings_button)
        foot.addWidget(self.shortcuts_button)
        foot.addStretch(1)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.finder)
        self.body.addLayout(foot)
        self.finder.chosen.connect(self._choose)
        self.settings_button.clicked.connect(self.close_popup)
        self.settings_button.clicked.connect(self.settings_asked)
        self.shortcuts_button.clicked.connect(self.close_popup)
        self.shortcuts_button.clicked.connect(self.shortcuts_asked)

    def open_for(self, people: Sequence[PersonRow], now: int | None, anchor: QWidget) -> None:
        """Open below ``anchor`` with the keyboard in the line."""
        self.retranslate()
        self.finder.set_people(people, now)
        self.open_at(anchor, align="right", focus=self.finder.edit)

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(self.tr("Act as"))
        self.setAccessibleName(self.tr("Act as"))
        self.settings_button.setText(self.tr("Settings"))
        self.shortcuts_button.setText(self.tr("Keyboard shortcuts"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()

    def _choose(self, person: int) -> None:
        self.close_popup()
        self.chosen.emit(person)


class WhoAreYouDialog(Dialog):
    """Asks once who sits at this computer; closing it leaves the first person acting."""

    chosen = Signal(int)

    def __init__(self, window: QWidget, people: Sequence[PersonRow], now: int | None) -> None:
        super().__init__(window, "", name="whoAreYouDialog", width=340)
        self._text = Text("", self.sheet, tone="muted", wrap=True)
        self.finder = PersonFinder(self.sheet)
        self.finder.setObjectName("personPicker")
        self.finder.set_people(people, now)
        self.body.addWidget(self._text)
        self.body.addWidget(self.finder)
        self.finder.chosen.connect(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.set_title(self.tr("Who are you?"))
        self._text.setText(self.tr("Several people work in this workspace. This computer remembers your answer."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()

    def _choose(self, person: int) -> None:
        self.accept()
        self.chosen.emit(person)
