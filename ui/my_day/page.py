"""My day (myDayPage): overdue, today, next steps, calls and meetings of today, deals without a next step (N7)."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Changes, Place, Query, Ref, Refused
from desktop.views.my_day import MyDay
from ui.bridge import Bridge
from ui.commands import Command
from ui.my_day.approvals import ApprovalsCard
from ui.my_day.deals import DealsCard
from ui.my_day.steps import StepsPanel
from ui.page import Page
from ui.schedule import face
from ui.schedule.calendar import Calendar
from ui.schedule.period import Period, to_wall
from ui.small_popups import NewActivityPopup
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_TOUCHED_BY = ("approval", "document", "activity", "opportunity", "opportunity_stage", "lead", "account", "person")
_LOOK_AGAIN_MS = 60_000
_SIDE = 380


class MyDayPage(Page):
    """What one person, or a manager's team, has to do now. Times are those of this computer's time zone."""

    help_page = "my_day"

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("myDayPage")
        look = theme()
        self._team = False
        self._day: MyDay | None = None
        self._popup: NewActivityPopup | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        column.setSpacing(look.px(10))
        column.addLayout(self._head())
        self.panels = tuple(StepsPanel(bridge, urgency, self) for urgency in ("overdue", "today", "ahead"))
        self.overdue, self.today, self.ahead = self.panels
        self.approvals = ApprovalsCard(self)
        self.deals = DealsCard(bridge, self)
        self.timeline = Calendar(self)
        self.timeline.setObjectName("meetings")
        self.empty = EmptyState("house", self, name="emptyState")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._parts())
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_AGAIN_MS)
        self._clock.timeout.connect(self._ask)
        self._connect()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        self.title_label = Text("", self, role="pageTitle", name="titleLabel")
        self.date_label = Text("", self, tone="muted", name="dateLabel")
        row.addWidget(self.title_label)
        row.addWidget(self.date_label)
        row.addStretch(1)
        group = QButtonGroup(self)
        self.mine_button = Button("", self, name="mineButton")
        self.team_button = Button("", self, name="teamButton")
        switch = QHBoxLayout()
        switch.setSpacing(theme().px(4))
        for button in (self.mine_button, self.team_button):
            button.setCheckable(True)
            button.hide()
            group.addButton(button)
            switch.addWidget(button)
        self.mine_button.setChecked(True)
        row.addLayout(switch)
        self.new_button = Button("", self, kind="primary", icon="plus", name="newButton")
        row.addWidget(self.new_button)
        return row

    def _parts(self) -> QWidget:
        look = theme()
        parts = QWidget(self)
        row = QHBoxLayout(parts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        self._area = QScrollArea(parts)
        restyle(self._area, role="clear")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        restyle(sheet, role="clear")
        steps = QVBoxLayout(sheet)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(look.px(12))
        for panel in self.panels:
            steps.addWidget(panel)
        steps.addStretch(1)
        self._area.setWidget(sheet)
        row.addWidget(self._area, 1)
        side = QVBoxLayout()
        side.setSpacing(look.px(12))
        self._meetings = Card("", parts, name="meetingsCard")
        self._meetings.body.addWidget(self.timeline)
        for card in (self.approvals, self.deals, self._meetings):
            card.setFixedWidth(look.px(_SIDE))
        side.addWidget(self.approvals)
        side.addWidget(self.deals)
        side.addWidget(self._meetings, 1)
        row.addLayout(side)
        return parts

    def _connect(self) -> None:
        for panel in self.panels:
            panel.go.connect(self.go)
        self.approvals.go.connect(self.go)
        self.deals.go.connect(self.go)
        self.timeline.opened.connect(lambda activity: self.go.emit(Place("activity", activity)))
        self.timeline.moved.connect(self._reschedule)
        self.mine_button.clicked.connect(partial(self.show_team, team=False))
        self.team_button.clicked.connect(partial(self.show_team, team=True))
        self.new_button.clicked.connect(self.new_task)
        self.empty.action_pressed.connect(self._run_process)

    # the page

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("My day")

    def commands(self) -> list[Command]:
        """A new task, and whose day is shown."""
        group = self.tr("My day")
        made = [Command("day.new", self.tr("New task"), self.new_task, "Ctrl+N", "plus", group=group)]
        if self._day is not None and self._day.has_team:
            mine, team = partial(self.show_team, team=False), partial(self.show_team, team=True)
            made.append(Command("day.mine", self.tr("Show my day"), mine, "M", "user", group=group))
            made.append(Command("day.team", self.tr("Show my team's day"), team, "Shift+M", "users", group=group))
        return made

    def load(self) -> None:
        """Ask for the day."""
        self._ask()

    def refresh(self, changes: Changes) -> None:
        """Ask again if something shown may have changed."""
        if any(changes.touches(table) for table in _TOUCHED_BY):
            self._ask()

    def focus_first(self) -> None:
        """Begin with the first step, or with the first deal that has none."""
        for panel in self.panels:
            if panel.isVisible() and panel.grid.cards():
                panel.focus_first()
                return
        if not (self.deals.isVisible() and self.deals.focus_first()):
            (self.empty.action if self.empty.isVisible() else self.new_button).setFocus(
                Qt.FocusReason.ShortcutFocusReason
            )

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.title_label.setText(self.tr("My day"))
        self.mine_button.setText(self.tr("Mine"))
        self.team_button.setText(self.tr("My team"))
        self.mine_button.setToolTip(self.tr("Show my day") + " (M)")
        self.team_button.setToolTip(self.tr("Show my team's day") + " (Shift+M)")
        self.new_button.setText(self.tr("New task"))
        self.new_button.setToolTip(self.tr("New task") + " (Ctrl+N)")
        self._meetings.set_title(self.tr("Calls and meetings today"))
        self.timeline.setAccessibleName(self.tr("Calls and meetings today"))
        self.empty.set_texts(
            self.tr("Your day begins here"),
            self.tr('Run the process "Corporate sale": its tasks appear here, the most urgent first.'),
            self.tr("Run process..."),
        )
        self._show_date()
        self.timeline.viewport().update()

    # what is shown

    def show_team(self, *_checked: object, team: bool) -> None:
        """Show the day of the whole team, or one's own."""
        self._team = team
        (self.team_button if team else self.mine_button).setChecked(True)
        self._ask()

    def _ask(self) -> None:
        self._show_date()
        self.bridge.ask(Query("my_day", team=self._team), self._arrived, owner=self, key="my_day")

    def _arrived(self, day: MyDay) -> None:
        first = self._day is None
        had_team = self._day is not None and self._day.has_team
        self._day = day
        if self._team and not day.has_team:
            self.show_team(team=False)
        for button in (self.mine_button, self.team_button):
            button.setVisible(day.has_team)
        for panel, steps in zip(self.panels, (day.overdue, day.today, day.ahead), strict=True):
            panel.set_steps(steps)
        self.overdue.setVisible(day.overdue.total > 0)
        now = self.bridge.workspace.clock()
        self.approvals.show_approvals(day.approvals, now)
        self.deals.show_deals(day.deals, now, more=day.more_deals, team=self._team)
        wall = self._now()
        self.timeline.show_items(Period(wall.date(), 1), day.meetings, None)
        self.timeline.set_now(wall)
        self._stack.setCurrentIndex(1 if day.blank else 0)
        if first and self.new_button.hasFocus():
            self.focus_first()
        if had_team != day.has_team:
            self.commands_changed.emit()

    def _show_date(self) -> None:
        self.date_label.setText(face.day_name(QLocale(), self._now().date(), long=True))

    def _now(self) -> datetime:
        return to_wall(self.bridge.workspace.clock(), None)

    def showEvent(self, event: QShowEvent) -> None:
        """What is due changes with the time while it can be seen."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is asked while nothing can be seen."""
        super().hideEvent(event)
        self._clock.stop()
        if self._popup is not None:
            self._popup.close_popup()

    # what the person does

    def new_task(self) -> None:
        """Plan a task of one's own."""
        if self._popup is None:
            self._popup = NewActivityPopup(self.window(), self.bridge)
            self._popup.wanted.connect(self._create)
        person = getattr(getattr(self.window(), "shell", None), "person", None)
        owner = None if person is None else Ref(person.id, person.name)
        self._popup.open_for("task", {}, owner, self.new_button)

    def _create(self, action: Action) -> None:
        def refused(error: Refused) -> None:
            popup = self._popup
            if popup is not None:
                popup.open_at(popup.anchor() or self.new_button, focus=popup.button)
                popup.refuse(str(error))

        self.bridge.perform(action, None, refused, owner=self)

    def _reschedule(self, activity: int, start_at: datetime, due_at: datetime) -> None:
        def refused(error: Refused) -> None:
            self.bridge.refused.emit(str(error))
            self._ask()

        action = Action("reschedule_task", activity=activity, start_at=start_at, due_at=due_at)
        self.bridge.perform(action, None, refused, owner=self)

    def _run_process(self) -> None:
        run = getattr(self.window(), "open_run_process", None)
        if run is not None:
            run()
