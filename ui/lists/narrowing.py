"""The pill above a list that says behind which number of the dashboard it stands; its cross shows the whole list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.behind import Behind
from ui.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Pill, Text


class Narrowing(QWidget):
    """Hidden while the list is narrowed by nothing but its own filters."""

    removed = Signal()
    """The whole list is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("narrowing")
        look = theme()
        self._behind: Behind | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(6))
        self._lead = Text("", self, tone="muted")
        self.pill = Pill("", self, name="narrowingPill")
        self.remove_button = IconButton("x", "", self, size=14, name="removeNarrowingButton")
        self.remove_button.clicked.connect(self.removed)
        for widget in (self._lead, self.pill, self.remove_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.hide()

    def show_behind(self, behind: Behind | None) -> None:
        """Say what the list is narrowed to; None hides it."""
        self._behind = behind
        self.setVisible(behind is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._lead.setText(self.tr("From the dashboard:"))
        self.remove_button.set_label(self.tr("Show the whole list"))
        if self._behind is not None:
            from ui.analytics.words import behind_words

            self.pill.set_text(behind_words(self._behind))
