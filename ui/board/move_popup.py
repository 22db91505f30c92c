"""MovePopup: moving a card by keyboard or menu, with what would follow before it is done (N1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.board import BoardCard, BoardColumn
from desktop.views.exchange import Query
from desktop.views.opportunities import Consequences
from ui.bridge import Bridge
from ui.formats import sentence
from ui.nested_popup import NestedPopup
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_WIDTH = 420
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class MovePopup(NestedPopup):
    """Stages as buttons; arrows go along them, Enter moves, Esc closes. It performs nothing itself."""

    confirmed = Signal(object, str)
    """The BoardCard and the code of the stage to move it to."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window, name="movePopup")
        self._bridge = bridge
        self._card: BoardCard | None = None
        self._codes: list[str] = []
        self._buttons: list[Button] = []
        look = theme()
        self._title = Text("", self, role="strong", wrap=True)
        self.body.addWidget(self._title)
        self._stages = QWidget(self)
        self._flow = FlowLayout(self._stages, gap=look.px(6))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self._ask)
        self.body.addWidget(self._stages)
        self._box = QFrame(self)
        restyle(self._box, role="hint", tone="accent")
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        inside.setSpacing(look.px(3))
        self._box_title = Text("", self._box, role="strong")
        self.consequences = Text("", self._box, wrap=True, name="moveConsequences")
        inside.addWidget(self._box_title)
        inside.addWidget(self.consequences)
        self.body.addWidget(self._box)
        foot = QHBoxLayout()
        foot.setSpacing(look.px(8))
        self.confirm_button = Button("", self, kind="primary", icon="check", name="moveConfirmButton")
        self.cancel_button = Button("", self, name="moveCancelButton")
        self.confirm_button.clicked.connect(self.confirm)
        self.cancel_button.clicked.connect(self.close_popup)
        foot.addWidget(self.confirm_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        width = look.px(_WIDTH)
        self.setMinimumWidth(width)
        self.setMaximumWidth(width)
        self.retranslate()

    def open_for(self, card: BoardCard, columns: Sequence[BoardColumn], code: str, anchor: QWidget) -> None:
        """Offer these stages for a card; ``code`` is the one chosen at first."""
        self._card = card
        for button in self._buttons:
            self._group.removeButton(button)
            button.setObjectName("")
        self._flow.clear()
        self._codes = [column.code for column in columns]
        self._buttons = []
        for number, column in enumerate(columns):
            button = Button("", self._stages, kind="choice", name=f"move_{column.code}")
            room = theme().px(_WIDTH - 100)
            bold = QFontMetrics(theme().font(13, bold=True))  # a chosen stage is written bold
            button.setText(bold.elidedText(column.label, Qt.TextElideMode.ElideRight, room))
            button.setMinimumWidth(bold.horizontalAdvance(button.text()) + theme().px(26))
            button.setAccessibleName(column.label)
            button.setToolTip(column.label)
            self._group.addButton(button, number)
            self._flow.addWidget(button)
            self._buttons.append(button)
            button.show()
        self.retranslate()
        chosen = self._codes.index(code) if code in self._codes else 0
        self._buttons[chosen].setChecked(True)
        self.open_at(anchor, focus=self._buttons[chosen])
        self._ask(chosen)

    def chosen(self) -> str:
        """Return the code of the stage chosen now, "" for none."""
        number = self._group.checkedId()
        return self._codes[number] if 0 <= number < len(self._codes) else ""

    def step(self, steps: int) -> None:
        """Choose the next (1) or the previous (-1) stage."""
        if self._codes:
            self._choose((self._group.checkedId() + steps) % len(self._codes))

    def confirm(self) -> None:
        """Move the card, unless a rule forbids it."""
        card, code = self._card, self.chosen()
        if card is not None and code and self.isVisible() and self.confirm_button.isEnabled():
            self.close_popup()
            self.confirmed.emit(card, code)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        title = self._card.title if self._card is not None else ""
        self._title.setText(self.tr("Move “{title}” to").format(title=title))
        self.setAccessibleName(self._title.text())
        self._stages.setAccessibleName(self.tr("Stages"))
        self._box_title.setText(self.tr("What happens next"))
        self.confirm_button.setText(self.tr("Move"))
        self.confirm_button.setToolTip("Enter")
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setToolTip("Esc")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def event(self, event: QEvent) -> bool:
        """Nothing is undone behind the popup's back while it is open."""
        undoes = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if event.type() == QEvent.Type.ShortcutOverride and undoes:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a stage, with Ctrl too; Enter moves."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if QApplication.focusWidget() is self.cancel_button:
                self.close_popup()
            else:
                self.confirm()
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        self._buttons[number].setChecked(True)
        self._buttons[number].setFocus(Qt.FocusReason.TabFocusReason)
        self._ask(number)

    def _ask(self, number: int) -> None:
        if self._card is None:
            return
        code = self._codes[number]
        self.confirm_button.setEnabled(True)
        query = Query("stage_consequences", opportunity=self._card.id, stage=code)
        self._bridge.ask(query, self._answered, self._failed, owner=self, key="move")

    def _answered(self, follows: Consequences) -> None:
        self._say(sentence(follows.refused or follows.text), refused=bool(follows.refused))

    def _failed(self, error: Exception) -> None:
        self._say(str(error), refused=True)

    def _say(self, text: str, *, refused: bool) -> None:
        self.consequences.setText(text)
        self.consequences.setAccessibleName(text)
        self.consequences.set_tone("bad" if refused else "normal")
        self.confirm_button.setEnabled(not refused)
        self.confirm_button.setAccessibleDescription(text)
        if self.isVisible():
            self.place()
