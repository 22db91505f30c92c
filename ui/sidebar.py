"""The side bar: word mark, the button that runs processes, the places of the program, Settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.views.exchange import Place
from ui.icons import pixmap, set_icon
from ui.outline import SIDE_BAR
from ui.pages import SECTION_KEYS, SECTION_OF, SECTIONS
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Text
from ui.widgets.styling import is_language_change, restyle

if TYPE_CHECKING:
    from desktop.views.shell import ProcessRow, Shell

WIDE, NARROW = SIDE_BAR

_ICONS = {
    "my_day": "house",
    "leads": "target",
    "opportunities": "diamond",
    "schedule": "calendar-days",
    "activities": "list-checks",
    "accounts": "building-2",
    "contacts": "contact",
    "orders": "package",
    "dashboards": "chart-pie",
    "knowledge": "book-open",
    "processes": "workflow",
    "settings": "settings",
}


@dataclass(frozen=True, slots=True)
class _Look:
    """How an entry is painted now."""

    ground: str
    ink: str


class SideEntry(Button):
    """One place in the side bar: icon, name, counter."""

    def __init__(self, place: str, parent: QWidget) -> None:
        super().__init__("", parent, kind="side", name=f"side_{place}")
        self.place = place
        self._label = ""
        self._count = 0
        self._folded = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_label(self, label: str, shortcut: str = "") -> None:
        """Set the name."""
        self._label = label
        self._say(shortcut)

    def set_count(self, count: int) -> None:
        """Show how many; nothing for 0."""
        if count != self._count:
            self._count = count
            self._say("")
            self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the icon alone."""
        self._folded = folded
        self.update()

    def text(self) -> str:
        """Return the name of the place."""
        return self._label

    def sizeHint(self) -> QSize:
        """One line of text with room around it."""
        return QSize(theme().px(NARROW), self.fontMetrics().height() + theme().px(17))

    def _say(self, shortcut: str) -> None:
        self.setAccessibleName(self._label)
        self.setAccessibleDescription(str(self._count) if self._count else "")
        if shortcut:
            self.setToolTip(f"{self._label} ({shortcut})")

    def _look(self) -> _Look:
        if self.isChecked():
            return _Look("side_selected", "side_strong")
        return _Look("side_hover" if self.underMouse() else "side", "side_text")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, name and counter."""
        look, now = theme(), self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour("accent_mark") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(now.ground))
        radius = look.px(6)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        side = look.px(16)
        drawn = pixmap(
            _ICONS[self.place],
            tone=now.ink,
            ratio=self.devicePixelRatioF(),
            filled=self.isChecked() and self.place == "opportunities",
        )
        left = (self.width() - side) // 2 if self._folded else look.px(10)
        painter.drawPixmap(left, (self.height() - side) // 2, drawn)
        if self._folded:
            return
        painter.setFont(look.font(13, bold=self.isChecked()))
        painter.setPen(look.colour(now.ink))
        right = self.width() - look.px(10)
        if self._count:
            words = f"{self._count:,}".replace(",", "\u202f")
            font = look.font(11, bold=True)
            painter.save()
            painter.setFont(font)
            width = painter.fontMetrics().horizontalAdvance(words)
            area = QRect(right - width, 0, width + 1, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
            painter.restore()
            right -= width + look.px(6)
        area = QRect(left + look.px(26), 0, right - left - look.px(26), self.height())
        shown = painter.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class RunButton(Button):
    """The button "Run process": pressing it opens its menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, kind="primary", name="runProcessButton")
        self._label = ""
        self._folded = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_label(self, label: str, *, folded: bool) -> None:
        """Set the text; folded, the icon stands alone."""
        self._label = label
        self._folded = folded
        self.setAccessibleName(label)
        self.setToolTip(label if folded else "")
        restyle(self, folded=folded)
        self.update()

    def text(self) -> str:
        """Return the label, whatever of it is visible."""
        return self._label

    def sizeHint(self) -> QSize:
        """As high as an entry and a little."""
        return QSize(theme().px(NARROW), self.fontMetrics().height() + theme().px(19))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, text and the arrow of the menu."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_pressed" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
        painter.setPen(look.colour("side_strong") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground if self.isEnabled() else "side_selected"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), look.px(6), look.px(6))
        ink = "on_accent" if self.isEnabled() else "side_text"
        side = look.px(13)
        left = (self.width() - side) // 2 if self._folded else look.px(12)
        drawn = pixmap("play", tone=ink, size=13, ratio=self.devicePixelRatioF(), filled=True)
        painter.drawPixmap(left, (self.height() - side) // 2, drawn)
        if self._folded:
            return
        painter.setFont(look.font(13, bold=True))
        painter.setPen(look.colour(ink))
        arrow = look.px(13)
        right = self.width() - look.px(11) - arrow
        drawn = pixmap("chevron-down", tone=ink, size=13, ratio=self.devicePixelRatioF())
        painter.drawPixmap(right, (self.height() - arrow) // 2, drawn)
        area = QRect(left + look.px(20), 0, right - left - look.px(24), self.height())
        shown = painter.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class SideBar(QWidget):
    """The side bar. It knows no data: the window feeds it and listens to its signals."""

    go = Signal(object)
    """A :class:`Place` was chosen."""
    run_asked = Signal()
    """The window "Run process" is wanted."""
    process_chosen = Signal(str)
    """The key of a pinned process."""
    folded_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._folded = False
        self._pinned: tuple[ProcessRow, ...] = ()
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(10), look.px(10), look.px(12))
        column.setSpacing(look.px(3))
        self._head = QHBoxLayout()
        self._head.setContentsMargins(look.px(8), 0, 0, 0)
        self.word_mark = Text("Dealwright", self)
        self.word_mark.setObjectName("wordMark")
        self.fold_button = IconButton("panel-left-close", "", self, tone="side_text", name="foldButton")
        self.fold_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold_button.clicked.connect(lambda: self.set_folded(not self._folded))
        self._head.addWidget(self.word_mark, 1)
        self._head.addWidget(self.fold_button)
        column.addLayout(self._head)
        column.addSpacing(look.px(6))
        self.run_button = RunButton(self)
        self.menu = QMenu(self.run_button)
        self.menu.setObjectName("runProcessMenu")
        self.menu.aboutToShow.connect(self._widen_menu)
        self.run_action = QAction(self.menu)
        self.run_action.setObjectName("runProcessAction")
        set_icon(self.run_action, "search", tone="muted", size=14)
        self.run_action.triggered.connect(self.run_asked)
        self.menu.addAction(self.run_action)
        self.run_button.setMenu(self.menu)
        column.addWidget(self.run_button)
        column.addSpacing(look.px(10))
        self.entries: dict[str, SideEntry] = {}
        for place in (*SECTIONS, "settings"):
            entry = SideEntry(place, self)
            entry.clicked.connect(lambda _checked=False, name=place: self._entry_clicked(name))
            self.entries[place] = entry
            if place == "settings":
                column.addStretch(1)
            column.addWidget(entry)
        self._apply_width()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        names = {
            "my_day": self.tr("My day"),
            "leads": self.tr("Leads"),
            "opportunities": self.tr("Opportunities"),
            "schedule": self.tr("Schedule"),
            "activities": self.tr("Activities"),
            "accounts": self.tr("Accounts"),
            "contacts": self.tr("Contacts"),
            "orders": self.tr("Orders"),
            "dashboards": self.tr("Dashboards"),
            "knowledge": self.tr("Knowledge base"),
            "processes": self.tr("Process library"),
            "settings": self.tr("Settings"),
        }
        for place in SECTIONS:
            self.entries[place].set_label(names[place], SECTION_KEYS[place])
        self.entries["settings"].set_label(names["settings"], "Ctrl+,")
        self.setAccessibleName(self.tr("Side bar"))
        self.run_button.set_label(self.tr("Run process"), folded=self._folded)
        self.run_action.setText(self.tr("Run process..."))
        self.menu.setAccessibleName(self.tr("Run process"))
        self.fold_button.set_label(self.tr("Unfold the side bar") if self._folded else self.tr("Fold the side bar"))
        self._fill_menu()

    def show_data(self, shell: Shell) -> None:
        """Show the counters."""
        self.entries["leads"].set_count(shell.open_leads)
        self.entries["opportunities"].set_count(shell.open_opportunities)
        self.entries["schedule"].set_count(shell.due_today)

    def set_processes(self, processes: tuple[ProcessRow, ...]) -> None:
        """Show the pinned processes in the button's menu."""
        self._pinned = tuple(process for process in processes if process.pinned)
        self._fill_menu()

    def show_place(self, place: Place) -> None:
        """Mark the entry that the place belongs to."""
        section = SECTION_OF.get(place.name, place.name)
        for name, entry in self.entries.items():
            entry.setChecked(name == section)

    @property
    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold to icons, or unfold."""
        if folded == self._folded:
            return
        self._folded = folded
        self._apply_width()
        self.retranslate()
        self.folded_changed.emit(folded)

    def _apply_width(self) -> None:
        look = theme()
        self.setFixedWidth(look.px(NARROW if self._folded else WIDE))
        self.word_mark.setVisible(not self._folded)
        self._head.setContentsMargins(0 if self._folded else look.px(8), 0, 0, 0)
        self.fold_button.set_icon("panel-left-open" if self._folded else "panel-left-close", tone="side_text")
        for entry in self.entries.values():
            entry.set_folded(self._folded)

    def _entry_clicked(self, place: str) -> None:
        self.entries[place].setChecked(True)
        self.go.emit(Place(place))

    def _fill_menu(self) -> None:
        for action in self.menu.actions():
            if action is not self.run_action:
                self.menu.removeAction(action)
                action.deleteLater()
        if self._pinned:
            self.menu.addSeparator()
        for process in self._pinned:
            action = QAction(process.label.replace("&", "&&"), self.menu)
            action.setObjectName(f"runProcess_{process.key}")
            set_icon(action, "play", tone="accent_text", size=14)
            action.triggered.connect(lambda _checked=False, key=process.key: self.process_chosen.emit(key))
            self.menu.addAction(action)

    def _widen_menu(self) -> None:
        self.menu.setMinimumWidth(self.run_button.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from entry to entry."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        order: list[QWidget] = [self.run_button, *self.entries.values()]
        now = self.focusWidget()
        if steps and now in order:
            order[(order.index(now) + steps) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
            event.accept()
            return
        super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Give the keyboard to the entry of the place shown."""
        marked = (entry for entry in self.entries.values() if entry.isChecked())
        next(marked, self.run_button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()
