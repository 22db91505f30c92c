"""Remark: one thing that somebody has written on a sale: who, when, and what."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.formats import moment_text
from ui.theme import theme
from ui.widgets.avatar import Avatar
from ui.widgets.labels import Text


class Remark(QWidget):
    """A face, a line that says who and when, and the text, which can be selected."""

    def __init__(self, parent: QWidget, *, text_format: Qt.TextFormat) -> None:
        super().__init__(parent)
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, look.px(4))
        row.setSpacing(look.px(10))
        self._face = Avatar(self, size=26)
        self._face.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._face.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        self._head = Text("", self, role="small", tone="muted")
        self.text = QLabel(self)
        self.text.setTextFormat(text_format)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._head)
        column.addWidget(self.text)
        row.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_head(self, author: str, at: datetime, said: str) -> None:
        """Show who has written it and when; ``said`` is what assistive tools say after that."""
        self._face.set_person(author)
        self._head.setText(" · ".join(part for part in (author, moment_text(at)) if part))
        self.setAccessibleName(f"{self._head.text()}: {said}")
