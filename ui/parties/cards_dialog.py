"""CardsDialog: what the business cards of a file or of the clipboard would become, before anything is added."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from desktop.views.cards import CardPreview, CardRow
from desktop.views.exchange import Action, Done, Query, Refused
from ui.bridge import Bridge
from ui.fields.amounts import QuietCombo
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

PART = 100
"""How many cards are shown at once; the others are on further pages."""


class CardsDialog(Dialog):
    """One row for each card: what it says, what comes of it (add, complete a contact that is there, leave out)."""

    def __init__(self, window: QWidget, bridge: Bridge, *, path: Path | None = None, text: str = "") -> None:
        super().__init__(window, "", name="cardsDialog", width=860)
        self._bridge = bridge
        self._query = Query("read_cards", path=path) if path is not None else Query("read_cards", text=text)
        self._preview: CardPreview | None = None
        self._choices: dict[int, str | int] = {}
        self._from = 0
        self.combos: dict[int, QComboBox] = {}
        self.set_title(self.tr("Contacts from business cards"))
        about = self.tr(
            "This is what the cards become. Nothing is added before you press the button; Undo takes it back."
        )
        self.body.addWidget(Text(about, self.sheet, tone="muted", wrap=True))
        self.summary = Text("", self.sheet, role="strong", wrap=True, name="cardsSummary")
        self.body.addWidget(self.summary)
        self._area = QScrollArea(self.sheet)
        restyle(self._area, role="clear")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(theme().px(330))
        self.body.addWidget(self._area, 1)
        foot = QHBoxLayout()
        self.previous = Button(self.tr("Previous"), self.sheet, small=True, name="cardsPreviousButton")
        self.following = Button(self.tr("Next"), self.sheet, small=True, name="cardsNextButton")
        self.previous.clicked.connect(lambda: self._turn(-PART))
        self.following.clicked.connect(lambda: self._turn(PART))
        for button in (self.previous, self.following):
            button.hide()
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self._wrong = Text("", self.sheet, tone="bad", wrap=True, name="cardsRefusal")
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self.add_button(self.tr("Cancel"), name="cardsCancelButton")
        self.ok = self.add_button(self.tr("Add contacts"), kind="primary", run=self.confirm, name="cardsConfirmButton")
        self.ok.setEnabled(False)

    def open(self) -> None:
        """Show it and read the cards."""
        self.show_over()
        self._bridge.ask(self._query, self._arrived, self._failed, owner=self, key="cards")

    def confirm(self) -> None:
        """Do what the rows say."""
        if self._preview is None or not self.ok.isEnabled():
            return
        self.ok.setEnabled(False)
        action = Action("take_cards", text=self._preview.text, choices=dict(self._choices))
        self._bridge.perform(action, self._taken, self._refused, owner=self)

    def choose(self, place: int, choice: str | int) -> None:
        """Say what becomes of a card."""
        self._choices[place] = choice
        self._count()

    def _taken(self, _done: Done) -> None:
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.ok.setEnabled(True)
        self._failed(refused)

    def _failed(self, error: Exception) -> None:
        self._wrong.setText(str(error))
        self._wrong.show()
        self.fit()

    def _arrived(self, preview: CardPreview) -> None:
        self._preview = preview
        self._choices = {row.place: row.proposal for row in preview.rows}
        self._show_part()
        self._count()
        self.ok.setFocus()

    def _turn(self, by: int) -> None:
        self._from += by
        self._show_part()

    def _show_part(self) -> None:
        assert self._preview is not None
        rows = self._preview.rows
        part = rows[self._from : self._from + PART]
        self.combos = {}
        look = theme()
        inside = QWidget()
        restyle(inside, role="clear")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, look.px(8), 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(10))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 3)
        for line, row in enumerate(part):
            self._add_row(grid, inside, line, row)
        grid.setRowStretch(len(part), 1)
        self._area.setWidget(inside)
        several = len(rows) > PART
        self.previous.setVisible(several)
        self.following.setVisible(several)
        self.previous.setEnabled(self._from > 0)
        self.following.setEnabled(self._from + PART < len(rows))
        self.fit()

    def _add_row(self, grid: QGridLayout, parent: QWidget, line: int, row: CardRow) -> None:
        known = " · ".join(part for part in (row.job_title, row.email, row.phone) if part)
        who = Text(f"{row.name}\n{known}" if known else row.name, parent, wrap=True)
        who.setToolTip(row.notes)
        grid.addWidget(who, line, 0)
        grid.addWidget(Text(self._about(row), parent, tone="muted", role="small", wrap=True), line, 1)
        combo = QuietCombo(parent)
        combo.setObjectName(f"card_{row.place}")
        combo.setAccessibleName(self.tr("What becomes of {name}").format(name=row.name))
        combo.addItem(self.tr("Add the account") if row.is_company else self.tr("Add a contact"), "create")
        for suspect in row.suspects:
            words = self.tr("Complete {name}").format(name=suspect.label)
            combo.addItem(words, suspect.id)
            combo.setItemData(combo.count() - 1, suspect.detail, Qt.ItemDataRole.ToolTipRole)
        combo.addItem(self.tr("Leave out"), "skip")
        combo.setCurrentIndex(max(0, combo.findData(self._choices[row.place])))
        combo.currentIndexChanged.connect(
            lambda _index, combo=combo, place=row.place: self.choose(place, combo.currentData())
        )
        self.combos[row.place] = combo
        grid.addWidget(combo, line, 2)

    def _about(self, row: CardRow) -> str:
        said = []
        if row.account is not None:
            said.append(self.tr("Account: {name}").format(name=row.account.label))
        elif row.company:
            said.append(self.tr("New account: {name}").format(name=row.company))
        if row.repeated:
            said.append(self.tr("The same card stands further up."))
        elif row.suspects:
            first = row.suspects[0]
            said.append(self.tr("Perhaps here already: {name} ({why})").format(name=first.label, why=first.why))
        return "\n".join(said)

    def _count(self) -> None:
        created = sum(1 for choice in self._choices.values() if choice == "create")
        left_out = sum(1 for choice in self._choices.values() if choice == "skip")
        completed = len(self._choices) - created - left_out
        parts = (
            self.tr("%n to be added", "", created),
            self.tr("%n to be completed", "", completed),
            self.tr("%n left out", "", left_out),
        )
        self.summary.setText(", ".join(parts))
        self.ok.setEnabled(created + completed > 0)
