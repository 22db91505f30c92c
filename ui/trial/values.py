"""ValuesForm: what the process of a trial knows, each variable in a line that can be changed."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.views.trial import TrialMove, TrialValue
from ui.theme import theme
from ui.widgets.labels import Text


class ValuesForm(QWidget):
    """Name and value of each variable, and a line for another one; Enter gives the process the value.

    What is no JSON is taken as a text, so that nobody needs quotation marks.
    """

    moved = Signal(object)
    """Carries the TrialMove that changes a variable."""

    def __init__(self, values: Sequence[TrialValue], parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(10))
        self._grid.setVerticalSpacing(look.px(5))
        self._grid.setColumnStretch(1, 1)
        for value in values:
            name = Text(value.name, self, tone="muted")
            editor = self._editor(value.text, f"value_{value.name}", value.name)
            name.setBuddy(editor)
            editor.returnPressed.connect(lambda name=value.name, editor=editor: self._give(name, editor.text()))
            self._add(name, editor)
        self.name = self._editor("", "newValueName", self.tr("Another value"))
        self.name.setPlaceholderText(self.tr("Another value"))
        self.name.setMaximumWidth(look.px(130))
        self.value = self._editor("", "newValueEdit", self.tr("Its value"))
        self.value.returnPressed.connect(lambda: self._give(self.name.text().strip(), self.value.text()))
        self.name.returnPressed.connect(self.value.setFocus)
        self._add(self.name, self.value)

    def _editor(self, text: str, name: str, label: str) -> QLineEdit:
        editor = QLineEdit(text, self)
        editor.setObjectName(name)
        editor.setAccessibleName(label)
        editor.setToolTip(self.tr("Enter gives the process this value"))
        editor.setCursorPosition(0)
        return editor

    def _add(self, first: QWidget, second: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(first, row, 0)
        self._grid.addWidget(second, row, 1)

    def _give(self, name: str, text: str) -> None:
        if not name:
            self.name.setFocus()
            return
        try:
            value = json.loads(text)
        except ValueError:
            value = text.strip()
        self.moved.emit(TrialMove("data", variables={name: value}))
