"""This window: its language and theme, and where the data are."""

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QWidget

from desktop.views.exchange import Query
from desktop.views.shell import Shell
from ui.administration.section import Section
from ui.bridge import Bridge
from ui.language import LANGUAGES, NAMES
from ui.theme import Choice, theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Text


class WindowSection(Section):
    """Every choice is in force at once; there is nothing to save."""

    everyone = True

    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, name="windowSection")
        self._marked = ("en", "system")
        look = theme()
        card = Card("", self)
        card.setMaximumWidth(look.px(720))
        self._language_label, self._theme_label = Text("", self), Text("", self)
        self.language_buttons: dict[str, Button] = {}
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
        card.body.addLayout(grid)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def _choice(self, text: str, name: str, group: QButtonGroup, row: QHBoxLayout) -> Button:
        button = Button(text, self, kind="choice", name=name)
        group.addButton(button)
        row.addWidget(button)
        return button

    def title(self) -> str:
        """This window."""
        return self.tr("This window")

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
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
            button.setAccessibleName(f"{self.tr('Language')}: {NAMES[code]}")  # type: ignore[index]
        self.show_choices(*self._marked)

    def show_choices(self, language: str, choice: str) -> None:
        """Mark the language and theme in force."""
        self._marked = (language, choice)
        if language in self.language_buttons:
            self.language_buttons[language].setChecked(True)
        if choice in self.theme_buttons:
            self.theme_buttons[choice].setChecked(True)

    def focus_first(self) -> None:
        """Begin with the language."""
        self.language_buttons[self._marked[0]].setFocus()


class DataSection(Section):
    """Where the data are."""

    everyone = True
    touched_by = ("system_setting",)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, name="dataSection")
        card = Card("", self)
        card.setMaximumWidth(theme().px(720))
        self._company = Text("", card, role="strong")
        self._company.hide()
        self._database = Text("", card, wrap=True, name="databasePlace")
        self._database.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self._company)
        card.body.addWidget(self._database)
        self.body.addWidget(card)
        self._exchange = Card("", self)
        self._exchange.setMaximumWidth(theme().px(720))
        self._exchange_note = Text("", self._exchange, wrap=True)
        self.import_button = Button("", self._exchange, name="importTableButton")
        self.import_button.clicked.connect(self._import)
        self._exchange.body.addWidget(self._exchange_note)
        self._exchange.body.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._exchange)
        self.body.addStretch(1)

    def title(self) -> str:
        """Data."""
        return self.tr("Data")

    def note(self) -> str:
        """What stands there."""
        return self.tr("All records are kept in this database.")

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
        self._exchange.set_title(self.tr("Import and export"))
        self._exchange_note.setText(
            self.tr(
                "A CSV or XLSX file becomes records: every row is checked first, and one undo takes all of it back."
                " Each list is exported from its own head."
            )
        )
        self.import_button.setText(self.tr("Import a table..."))

    def _import(self) -> None:
        from ui.import_wizard.dialog import open_import

        open_import(self.window())  # type: ignore[arg-type]

    def load(self) -> None:
        """Ask where the database is."""
        self.bridge.ask(Query("shell"), self._show, owner=self, key="shell")

    def _show(self, shell: Shell) -> None:
        self._database.setText(shell.database)
        self._company.setText(shell.company)
        self._company.setVisible(bool(shell.company))
