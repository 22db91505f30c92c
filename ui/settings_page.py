"""Settings: language and theme of this window, and the system settings that everybody shares."""

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Changes, Place, Query, Refused
from desktop.views.shell import Settings, Shell
from ui.bridge import Bridge
from ui.language import LANGUAGES, NAMES, LanguageCode
from ui.page import Page
from ui.theme import Choice, theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Text
from ui.widgets.styling import restyle
from ui.widgets.switch import Switch

_LONGEST_GRACE = 3_600


class SettingsPage(Page):
    """Every change is in force at once; there is nothing to save."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("settingsPage")
        self._marked: tuple[LanguageCode, Choice] = ("en", "system")
        look = theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        restyle(area, role="clear")
        area.setWidgetResizable(True)
        inside = QWidget(area)
        restyle(inside, role="clear")
        area.setWidget(inside)
        outer.addWidget(area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        column.setSpacing(look.px(12))
        self._heading = Text("", inside, role="pageTitle", name="titleLabel")
        column.addWidget(self._heading)
        self._window_card = Card("", inside)
        self._system_card = Card("", inside)
        self._data_card = Card("", inside)
        for card in (self._window_card, self._system_card, self._data_card):
            card.setMaximumWidth(look.px(720))
            column.addWidget(card)
        column.addStretch(1)
        self._language_label, self._theme_label = Text("", inside), Text("", inside)
        self.language_buttons: dict[LanguageCode, Button] = {}
        self.theme_buttons: dict[str, Button] = {}
        self._language_group, self._theme_group = QButtonGroup(self), QButtonGroup(self)
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, look.px(180))
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(look.px(12))
        languages, themes = QHBoxLayout(), QHBoxLayout()
        languages.setSpacing(look.px(8))
        themes.setSpacing(look.px(8))
        for code in LANGUAGES:
            button = self._choice(NAMES[code], f"language_{code}", self._language_group, languages)
            button.clicked.connect(lambda _checked=False, chosen=code: self.language_chosen.emit(chosen))
            self.language_buttons[code] = button
        for choice in get_args(Choice):
            button = self._choice("", f"theme_{choice}", self._theme_group, themes)
            button.clicked.connect(lambda _checked=False, chosen=choice: self.theme_chosen.emit(chosen))
            self.theme_buttons[choice] = button
        languages.addStretch(1)
        themes.addStretch(1)
        grid.addWidget(self._language_label, 0, 0)
        grid.addLayout(languages, 0, 1)
        grid.addWidget(self._theme_label, 1, 0)
        grid.addLayout(themes, 1, 1)
        self._window_card.body.addLayout(grid)
        self.run_switch = Switch("", self._system_card, name="runSalesProcessSwitch")
        self.run_switch.clicked.connect(self._save_run)
        self._run_note = Text("", self._system_card, tone="muted", wrap=True)
        self._grace_label = Text("", self._system_card)
        self.grace_edit = QSpinBox(self._system_card)
        self.grace_edit.setObjectName("undoGraceEdit")
        self.grace_edit.setRange(0, _LONGEST_GRACE)
        self.grace_edit.lineEdit().setTextMargins(look.px(8), 0, 0, 0)
        self.grace_edit.setKeyboardTracking(False)
        self.grace_edit.setFixedWidth(look.px(110))
        self.grace_edit.valueChanged.connect(self._save_grace)
        self._grace_note = Text("", self._system_card, tone="muted", wrap=True)
        self._system_card.body.addWidget(self.run_switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._system_card.body.addWidget(self._run_note)
        self._system_card.body.addSpacing(look.px(4))
        grace = QHBoxLayout()
        grace.addWidget(self._grace_label)
        grace.addWidget(self.grace_edit)
        grace.addStretch(1)
        self._system_card.body.addLayout(grace)
        self._system_card.body.addWidget(self._grace_note)
        self._database = Text("", self._data_card, wrap=True, name="databasePlace")
        self._database.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._company = Text("", self._data_card, role="strong")
        self._data_card.body.addWidget(self._company)
        self._data_card.body.addWidget(self._database)
        self._company.hide()

    def _choice(self, text: str, name: str, group: QButtonGroup, row: QHBoxLayout) -> Button:
        button = Button(text, self, kind="choice", name=name)
        group.addButton(button)
        row.addWidget(button)
        return button

    def title(self) -> str:
        """Return "Settings"."""
        return self.tr("Settings")

    def retranslate(self) -> None:
        """Set all texts."""
        self._heading.setText(self.tr("Settings"))
        self._window_card.set_title(self.tr("This window"))
        self._system_card.set_title(self.tr("For everyone"))
        self._data_card.set_title(self.tr("Database"))
        self._language_label.setText(self.tr("Language"))
        self._theme_label.setText(self.tr("Theme"))
        for choice, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme_buttons[choice].setText(text)
            self.theme_buttons[choice].setAccessibleName(f"{self.tr('Theme')}: {text}")
        for code, button in self.language_buttons.items():
            button.setAccessibleName(f"{self.tr('Language')}: {NAMES[code]}")
        self.run_switch.set_label(self.tr("Run the sales process"))
        self._run_note.setText(
            self.tr('A lead that moves to the stage "Awaiting sale" becomes an opportunity with the process running.')
        )
        self._grace_label.setText(self.tr("Undo grace time"))
        self.grace_edit.setAccessibleName(self.tr("Undo grace time"))
        self.grace_edit.setSuffix(" " + self.tr("s"))
        self._grace_note.setText(
            self.tr("For so many seconds the closing of an opportunity can be undone; 0 switches that off.")
        )
        self._mark_choices()

    def load(self) -> None:
        """Read the system settings."""
        self.bridge.ask(Query("settings"), self._show, owner=self, key="settings")
        self.bridge.ask(Query("shell"), self._show_shell, owner=self, key="shell")
        self._mark_choices()

    def refresh(self, changes: Changes) -> None:
        """Follow a setting that was changed elsewhere."""
        if changes.action in {"save_setting", "undo", "first_start"}:
            self.load()

    def show_choices(self, language: LanguageCode, choice: Choice) -> None:
        """Mark the language and theme in force."""
        self._marked = (language, choice)
        self._mark_choices()

    def _mark_choices(self) -> None:
        language, choice = self._marked
        if language in self.language_buttons:
            self.language_buttons[language].setChecked(True)
        if choice in self.theme_buttons:
            self.theme_buttons[choice].setChecked(True)

    def focus_first(self) -> None:
        """Begin with the language."""
        self.language_buttons[self._marked[0]].setFocus()

    def _show(self, settings: Settings) -> None:
        self.run_switch.setChecked(settings.run_sales_process)
        self.grace_edit.blockSignals(True)
        self.grace_edit.setValue(settings.undo_grace_seconds)
        self.grace_edit.blockSignals(False)

    def _show_shell(self, shell: Shell) -> None:
        self._database.setText(shell.database)
        self._company.setText(shell.company)
        self._company.setVisible(bool(shell.company))

    def _save_run(self) -> None:
        self._save("run_sales_process", self.run_switch.isChecked())

    def _save_grace(self, value: int) -> None:
        self._save("undo_grace_seconds", value)

    def _save(self, name: str, value: bool | int) -> None:
        def refused(refusal: Refused) -> None:
            self.load()
            self.bridge.refused.emit(str(refusal))

        self.bridge.perform(Action("save_setting", name=name, value=value), None, refused, owner=self)
