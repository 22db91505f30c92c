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
    """Name and value of each variable; Enter gives the process another one. Text needs no quotation marks."""

    moved = Signal(object)
    """Carries the TrialMove that changes a variable."""

    def __init__(self, values: Sequence[TrialValue], parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(5))
        grid.setColumnStretch(1, 1)
        self.editors: dict[str, QLineEdit] = {}
        for row, value in enumerate(values):
            name = Text(value.name, self, tone="muted")
            editor = QLineEdit(value.text, self)
            editor.setObjectName(f"value_{value.name}")
            editor.setAccessibleName(value.name)
            editor.setToolTip(self.tr("Enter gives the process this value"))
            editor.setCursorPosition(0)
            editor.returnPressed.connect(lambda name=value.name: self._changed(name))
            name.setBuddy(editor)
            grid.addWidget(name, row, 0)
            grid.addWidget(editor, row, 1)
            self.editors[value.name] = editor

    def _changed(self, name: str) -> None:
        text = self.editors[name].text().strip()
        try:
            value = json.loads(text)
        except ValueError:
            value = text
        self.moved.emit(TrialMove("data", variables={name: value}))
