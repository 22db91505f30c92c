"""The top bar: back and forward, the command bar in the middle, the bell and the person at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from ui.theme import theme
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Pill
from ui.widgets.styling import is_language_change

if TYPE_CHECKING:
    from desktop.views.shell import Shell
    from ui.person_picker import PersonPicker

_MOST = 99
MOST_IN_A_MENU = 12
"""With more people the menu gives way to the picker."""


class Bell(IconButton):
    """The bell with the number of unread messages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("bell", "", parent, tone="text", size=18, name="notificationButton")
        self._unread = 0
        self.badge = Pill("", self, tone="bad", solid=True, name="unreadCount")
        self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.badge.hide()
        look = theme()
        self.setFixedSize(look.px(40), look.px(34))

    @property
    def unread(self) -> int:
        """How many messages are unread."""
        return self._unread

    def set_unread(self, unread: int) -> None:
        """Show how many are unread; at most "99+"."""
        self._unread = unread
        self.badge.set_text(f"{_MOST}+" if unread > _MOST else str(unread))
        self.badge.setVisible(unread > 0)
        self.badge.resize(self.badge.sizeHint())
        self._place()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.set_label(self.tr("Notifications"))
        self.setAccessibleDescription(self.tr("%n unread message(s)", "", self._unread))

    def _place(self) -> None:
        left = min(self.width() // 2 + 1, self.width() - self.badge.width())
        self.badge.move(QPoint(left, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the number at the bell's corner."""
        super().resizeEvent(event)
        self._place()


class TopBar(QFrame):
    """The top bar; the command bar is put in by the window with :meth:`set_command_bar`."""

    back_asked = Signal()
    forward_asked = Signal()
    person_chosen = Signal(int)
    """The id of the person who is to act from now on."""
    settings_asked = Signal()
    shortcuts_asked = Signal()
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        look = theme()
        self._shell: Shell | None = None
        self._bar: QWidget | None = None
        self._picker: PersonPicker | None = None
        self.setFixedHeight(look.px(51))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), 0, look.px(16), 0)
        row.setSpacing(look.px(2))
        self.back_button = IconButton("arrow-left", "", self, name="backButton")
        self.forward_button = IconButton("arrow-right", "", self, name="forwardButton")
        self.help_button = IconButton("circle-help", "", self, tone="text", size=18, name="helpButton")
        self.bell = Bell(self)
        self.avatar = Avatar(self, size=28, name="avatarButton")
        for button in (self.back_button, self.forward_button, self.help_button, self.bell, self.avatar):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back_button.clicked.connect(self.back_asked)
        self.forward_button.clicked.connect(self.forward_asked)
        self.help_button.clicked.connect(self.help_asked)
        self.avatar.clicked.connect(self.open_menu)
        row.addWidget(self.back_button)
        row.addWidget(self.forward_button)
        row.addStretch(1)
        row.addWidget(self.help_button)
        row.addWidget(self.bell)
        row.addSpacing(look.px(4))
        row.addWidget(self.avatar)
        self.menu = QMenu(self)
        self.menu.setObjectName("personMenu")
        self.set_ways(back=False, forward=False)
        self.retranslate()

    def set_command_bar(self, bar: QWidget) -> None:
        """Put the command bar in the middle."""
        self._bar = bar
        bar.setParent(self)
        bar.show()
        self._place_bar()

    def set_ways(self, *, back: bool, forward: bool) -> None:
        """Say whether there is a place to go back or forward to."""
        self.back_button.setEnabled(back)
        self.forward_button.setEnabled(forward)

    def show_data(self, shell: Shell) -> None:
        """Show who acts and what is unread."""
        self._shell = shell
        self.bell.set_unread(shell.unread)
        self.avatar.setVisible(shell.person is not None)
        if shell.person is not None:
            self.avatar.set_person(shell.person.name)

    def fill_menu(self) -> None:
        """Fill the person's menu: the people of the workspace, then Settings and the shortcuts."""
        self.menu.clear()
        shell = self._shell
        if shell is not None and shell.people:
            self.menu.addAction(self.tr("Act as")).setEnabled(False)
            people = QActionGroup(self.menu)
            for person in shell.people:
                if not person.active:
                    continue
                action = QAction(person.name.replace("&", "&&"), people)
                action.setObjectName(f"person_{person.id}")
                action.setCheckable(True)
                action.setChecked(shell.person is not None and person.id == shell.person.id)
                action.triggered.connect(lambda _checked=False, chosen=person.id: self.person_chosen.emit(chosen))
                self.menu.addAction(action)
            self.menu.addSeparator()
        settings = self.menu.addAction(self.tr("Settings"))
        settings.triggered.connect(self.settings_asked)
        manual = self.menu.addAction(self.tr("Manual"))
        manual.triggered.connect(self.help_asked)
        shortcuts = self.menu.addAction(self.tr("Keyboard shortcuts"))
        shortcuts.triggered.connect(self.shortcuts_asked)

    def open_menu(self) -> None:
        """Open the person's menu below the circle; with many people a picker in which one finds by typing."""
        shell = self._shell
        if shell is not None and sum(person.active for person in shell.people) > MOST_IN_A_MENU:
            self._person_picker().open_for(shell.people, shell.person.id if shell.person else None, self.avatar)
            return
        self.fill_menu()
        corner = self.avatar.mapToGlobal(QPoint(self.avatar.width(), self.avatar.height() + 4))
        self.menu.popup(corner - QPoint(self.menu.sizeHint().width(), 0))

    def _person_picker(self) -> PersonPicker:
        if self._picker is None:
            from ui.person_picker import PersonPicker

            self._picker = PersonPicker(self.window())
            self._picker.chosen.connect(self.person_chosen)
            self._picker.settings_asked.connect(self.settings_asked)
            self._picker.shortcuts_asked.connect(self.shortcuts_asked)
        return self._picker

    def retranslate(self) -> None:
        """Set all texts."""
        self.back_button.set_label(self.tr("Back"), shortcut="Alt+Left")
        self.forward_button.set_label(self.tr("Forward"), shortcut="Alt+Right")
        self.help_button.set_label(self.tr("Help"), shortcut="F1")
        self.bell.retranslate()
        self.setAccessibleName(self.tr("Top bar"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the command bar in the middle."""
        super().resizeEvent(event)
        self._place_bar()

    def _place_bar(self) -> None:
        if self._bar is None:
            return
        look = theme()
        left = self.forward_button.geometry().right() + look.px(12)
        right = self.help_button.geometry().left() - look.px(12)
        width = min(look.px(640), max(look.px(160), right - left))
        middle = max(left, min((self.width() - width) // 2, right - width))
        height = self._bar.sizeHint().height()
        self._bar.setGeometry(middle, (self.height() - height) // 2, width, height)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()
