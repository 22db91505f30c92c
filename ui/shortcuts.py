"""The overview of keyboard shortcuts, made from the commands that there are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ui.commands import Command, CommandRegistry
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.labels import SectionTitle, Text
from ui.widgets.styling import restyle


class ShortcutsDialog(Dialog):
    """Every command that has keys, by group."""

    def __init__(self, window: QWidget, registry: CommandRegistry) -> None:
        super().__init__(window, "", name="shortcutsDialog", width=600)
        self.set_title(self.tr("Keyboard shortcuts"))
        look = theme()
        inside = QWidget(self.sheet)
        restyle(inside, role="clear")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, look.px(8), 0)
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(0, 1)
        groups: dict[str, list[Command]] = {}
        for command in registry.all():
            if command.shortcut:
                groups.setdefault(command.group or self.tr("On this page"), []).append(command)
        row = 0
        for group, commands in groups.items():
            grid.addWidget(SectionTitle(group, inside), row, 0, 1, 2)
            row += 1
            for command in commands:
                keys = " / ".join(_keys(one) for one in command.shortcut.split(", "))
                grid.addWidget(Text(command.title, inside, wrap=True), row, 0)
                grid.addWidget(Text(keys, inside, role="key"), row, 1, Qt.AlignmentFlag.AlignRight)
                row += 1
        area = QScrollArea(self.sheet)
        restyle(area, role="clear")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setMinimumHeight(min(inside.sizeHint().height() + 4, look.px(420)))
        self.body.addWidget(area)
        self.add_button(self.tr("Close"), kind="primary", run=self.reject, name="closeShortcutsButton")


def _keys(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
