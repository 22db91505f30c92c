"""QuickActivity: the small sheet that plans a task, a call or a meeting at a place of the calendar."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ui.lists.cells import KIND_ICONS
from ui.quick_name import QuickName
from ui.records.kind_field import KINDS
from ui.theme import theme
from ui.widgets.buttons import Button

LENGTHS = {"task": timedelta(minutes=30), "call": timedelta(minutes=30), "meeting": timedelta(hours=1)}
"""How long something new takes, by its kind."""


class QuickActivity(QuickName):
    """What is to be done, and of which kind it is; Alt+1 to Alt+3 choose the kind too."""

    kind_chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.kind = "task"
        self.kind_buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(theme().px(6))
        for number, kind in enumerate(KINDS, start=1):
            button = Button("", self, kind="choice", icon=KIND_ICONS[kind], small=True, name=f"kind_{kind}")
            button.setToolTip(f"Alt+{number}")
            button.clicked.connect(lambda _checked=False, kind=kind: self.choose_kind(kind))
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self, partial(self.choose_kind, kind))
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._group.addButton(button)
            self.kind_buttons[kind] = button
            row.addWidget(button)
        row.addStretch(1)
        self.body.insertLayout(2, row)

    def choose_kind(self, kind: str) -> None:
        """Plan another kind of activity."""
        self.kind = kind
        self.kind_buttons[kind].setChecked(True)
        self._say_kind()
        self.kind_chosen.emit(kind)
        self.name_edit.setFocus()

    def plan(self, anchor: QWidget, when: str) -> None:
        """Open for a task at a time."""
        words = {"task": self.tr("Task"), "call": self.tr("Call"), "meeting": self.tr("Meeting")}
        for kind, button in self.kind_buttons.items():
            button.setText(words[kind])
        self.kind = "task"
        self.kind_buttons["task"].setChecked(True)
        self.ask(anchor, "", when, placeholder=self.tr("What is to be done?"))
        self._say_kind()

    def _say_kind(self) -> None:
        titles = {"task": self.tr("New task"), "call": self.tr("New call"), "meeting": self.tr("New meeting")}
        self.label.setText(titles[self.kind])
        self.name_edit.setAccessibleName(titles[self.kind])
