"""HintBar: a soft coloured bar that says what to do next; EmptyState: what a list says when it is empty."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import IconLabel, Text
from ui.widgets.styling import restyle

HintTone = Literal["warning", "accent", "good", "bad"]

_ICONS = {"warning": "info", "accent": "info", "good": "circle-check", "bad": "triangle-alert"}


class HintBar(QFrame):
    """A bar with a bold beginning, a text, an optional link and an optional cross (see ``fillInHint``)."""

    action_pressed = Signal()
    dismissed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        tone: HintTone = "warning",
        closable: bool = True,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        restyle(self, role="hint", tone=tone)
        if name:
            self.setObjectName(name)
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(6), look.px(8), look.px(6))
        row.setSpacing(look.px(8))
        self._icon = IconLabel(_ICONS[tone], self, tone=f"{tone}_text")
        self._lead = Text("", self, role="strong")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action = Button("", self, kind="link")
        """The link at the right; hidden without a text."""
        restyle(self.action, strong=True)
        self.action.clicked.connect(self.action_pressed)
        self.close_button = IconButton("x", self.tr("Dismiss"), self, size=14)
        self.close_button.clicked.connect(self._dismiss)
        self.close_button.setVisible(closable)
        row.addWidget(self._icon)
        row.addWidget(self._lead)
        row.addWidget(self._text, 1)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        self.action.hide()
        self._lead.hide()

    def set_texts(self, lead: str, text: str, action: str = "") -> None:
        """Set the bold beginning, the text and the link's words (none: no link)."""
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self._text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.close_button.set_label(self.tr("Dismiss"))
        self.setAccessibleName(f"{lead} {text}".strip())

    def text(self) -> str:
        """Return bold beginning and text as one string."""
        return f"{self._lead.text()} {self._text.text()}".strip()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()


class EmptyState(QWidget):
    """Says in the middle of an empty place what would be here and offers the way to it."""

    action_pressed = Signal()
    other_pressed = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        if name:
            self.setObjectName(name)
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(8))
        self._icon = IconLabel(icon, self, size=32, tone="muted")
        self._title = Text("", self, role="strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = Text("", self, tone="muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.action = Button("", self, kind="primary")
        self.action.clicked.connect(self.action_pressed)
        self.action.hide()
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._text)
        self.other = Button("", self)
        self.other.clicked.connect(self.other_pressed)
        self.other.hide()
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        row.addWidget(self.action)
        row.addWidget(self.other)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def set_texts(self, title: str, text: str = "", action: str = "", other: str = "") -> None:
        """Set what is said and the words of the main button and of the one beside it (none: no button)."""
        self.other.setText(other)
        self.other.setVisible(bool(other))
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(title)
