"""DealsCard: open opportunities whose next step is overdue or missing (N7), each with a new task in place."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Place, Query, Ref, Refused
from desktop.views.my_day import IdleDeal
from ui.asked import Asked
from ui.bridge import Bridge
from ui.formats import due_text, money_text
from ui.small_popups import NewActivityPopup
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card, Line
from ui.widgets.labels import ElidedLabel, Pill, Text
from ui.widgets.styling import restyle

_MOST_HEIGHT = 330


class DealRow(QWidget):
    """One deal: what it is, since when nothing is planned, and what can be done about it."""

    task_pressed = Signal(object)
    """The deal that a task is wanted for."""
    opened = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dealRow")
        self.deal: IdleDeal | None = None
        """What the row shows."""
        self._now: datetime | None = None
        self._team = False
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(2), 0, look.px(6))
        column.setSpacing(look.px(4))
        head = QHBoxLayout()
        head.setSpacing(look.px(4))
        self.title = ElidedLabel("", self, role="strong")
        self.task_button = Button("", self, kind="flat", icon="plus", small=True, name="dealTaskButton")
        self.open_button = IconButton("arrow-right", "", self, size=14, name="dealOpenButton")
        head.addWidget(self.title, 1)
        head.addWidget(self.task_button)
        head.addWidget(self.open_button)
        facts = QHBoxLayout()
        facts.setSpacing(look.px(8))
        self.state = Pill("", self)
        self.facts = ElidedLabel("", self, tone="muted", role="small")
        facts.addWidget(self.state)
        facts.addWidget(self.facts, 1)
        column.addLayout(head)
        column.addLayout(facts)
        column.addWidget(Line(self))
        self.task_button.clicked.connect(self._want_task)
        self.open_button.clicked.connect(self._open)

    def show_deal(self, deal: IdleDeal, now: datetime, *, team: bool) -> None:
        """Show a deal; ``team`` names its owner too."""
        self.deal, self._now, self._team = deal, now, team
        self.setProperty("opportunityId", deal.id)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        deal, now = self.deal, self._now
        if deal is None or now is None:
            return
        self.title.setText(deal.title)
        self.task_button.setText(self.tr("Task"))
        self.task_button.setAccessibleName(self.tr("New task: {title}").format(title=deal.title))
        self.open_button.set_label(self.tr("Open {title}").format(title=deal.title))
        if deal.state == "missing":
            days = max(0, (now - deal.since).days)
            self.state.set_text(self.tr("No next step for %n day(s)", "", days))
            self.state.set_tone("warning")
        else:
            self.state.set_text(due_text(deal.since, "overdue", now))
            self.state.set_tone("bad")
            self.state.setToolTip(deal.step)
        amount = money_text(deal.amount) if deal.amount is not None else ""
        customer = "" if deal.account in deal.title else deal.account
        facts = (deal.owner if self._team else "", customer, deal.stage, amount, deal.number)
        self.facts.setText(" · ".join(fact for fact in facts if fact))
        self.setAccessibleName(f"{deal.title}, {self.state.text()}")

    def why_asked(self, _point: QPoint | None) -> Asked | None:
        """Return the question why the deal stands on its stage."""
        if self.deal is None:
            return None
        return Asked(Query("why", opportunity=self.deal.id), self, self.title.geometry())

    def _want_task(self) -> None:
        if self.deal is not None:
            self.task_pressed.emit(self.deal)

    def _open(self) -> None:
        if self.deal is not None:
            self.opened.emit(self.deal.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the opportunity."""
        self._open()


class DealsCard(Card):
    """Deals without a next step; it says so when there is none."""

    go = Signal(object)
    """A :class:`Place` to go to."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="idleDeals")
        self._bridge = bridge
        self._more = False
        self.rows: list[DealRow] = []
        """The rows shown, in their order."""
        self._spare: list[DealRow] = []
        self._popup: NewActivityPopup | None = None
        self.count = Pill("0", self, tone="warning")
        self.header.addWidget(self.count)
        self.header.addStretch(1)
        self._empty = Text("", self, tone="muted", wrap=True)
        self._area = QScrollArea(self)
        restyle(self._area, role="clear")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QWidget()
        restyle(self._sheet, role="clear")
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 0, theme().px(8), 0)
        self._column.setSpacing(theme().px(4))
        self._column.addStretch(1)
        self._area.setWidget(self._sheet)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_deals(self, deals: tuple[IdleDeal, ...], now: datetime, *, more: bool, team: bool) -> None:
        """Show these deals; ``more`` tells that there are others."""
        self._more = more
        while len(self.rows) > len(deals):
            row = self.rows.pop()
            row.hide()
            self._column.removeWidget(row)
            self._spare.append(row)
        while len(self.rows) < len(deals):
            row = self._spare.pop() if self._spare else self._new()
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
            row.show()
        for row, deal in zip(self.rows, deals, strict=True):
            row.show_deal(deal, now, team=team)
        self._empty.setVisible(not deals)
        self._area.setVisible(bool(deals))
        if deals:
            height = sum(row.sizeHint().height() + self._column.spacing() for row in self.rows)
            self._area.setFixedHeight(min(height, theme().px(_MOST_HEIGHT)))
        self._say_count()

    def focus_first(self) -> bool:
        """Give the keyboard to the first deal; False where there is none."""
        if self.rows:
            self.rows[0].task_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self.rows)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("Deals: next step missing or overdue"))
        self.setAccessibleName(self.tr("Deals: next step missing or overdue"))
        self._empty.setText(self.tr("Every deal has a next step."))
        for row in self.rows:
            row.retranslate()
        self._say_count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def hideEvent(self, event: object) -> None:
        """Nothing floats above a page that is not shown."""
        super().hideEvent(event)  # type: ignore[arg-type]
        if self._popup is not None:
            self._popup.close_popup()

    def _say_count(self) -> None:
        number = len(self.rows)
        self.count.set_text(f"{number}+" if self._more else str(number))
        self.count.setVisible(number > 0)

    def _new(self) -> DealRow:
        row = DealRow(self._sheet)
        row.task_pressed.connect(partial(self._new_task, row))
        row.opened.connect(lambda number: self.go.emit(Place("opportunity", number)))
        return row

    def _new_task(self, row: DealRow, deal: IdleDeal) -> None:
        if self._popup is None:
            self._popup = NewActivityPopup(self.window(), self._bridge)
            self._popup.wanted.connect(self._create)
        owner = Ref(deal.owner_id, deal.owner)
        self._popup.open_for("task", {"opportunity": deal.id}, owner, row.task_button)

    def _create(self, action: Action) -> None:
        def refused(error: Refused) -> None:
            popup = self._popup
            if popup is not None:
                popup.open_at(popup.anchor() or self, focus=popup.button)
                popup.refuse(str(error))

        self._bridge.perform(action, None, refused, owner=self)
