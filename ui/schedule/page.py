"""The schedule (schedulePage): my activities by day, week, month and as a list; dragging one reschedules it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.activities import ScheduleItem
from desktop.views.exchange import Action, Changes, Done, Place, Query, Refused
from desktop.views.shell import Settings
from ui.bridge import Bridge
from ui.commands import Command
from ui.page import Page
from ui.remembered import Remembered
from ui.schedule import face
from ui.schedule.agenda import AgendaList
from ui.schedule.calendar import Calendar
from ui.schedule.calendar_menu import CalendarMenu
from ui.schedule.month import MonthGrid
from ui.schedule.period import FULL_WEEK, WORK_DAYS, Period, View, from_wall, period_around, step, to_wall
from ui.schedule.quick_activity import LENGTHS, QuickActivity
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text

VIEWS: tuple[View, ...] = ("day", "week", "month", "list")
_ONE_ROW = 1080
"""Below this width of the page its head takes two rows."""
_TOUCHED_BY = ("activity", "opportunity", "lead", "account", "person")
_NARROW = 930  # below this width the page's head leaves words out


class SchedulePage(Page):
    """Day, week or list of the person's activities. Times are those of this computer's time zone."""

    help_page = "schedule"

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("schedulePage")
        look = theme()
        self._view: View = "week"
        self._work_week = True
        self._day: date = self._now().date()
        self._items: tuple[ScheduleItem, ...] = ()
        self._loaded = False
        self._hidden = 0
        self._slot: datetime | None = None
        self._quick: QuickActivity | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        column.setSpacing(look.px(10))
        column.addLayout(self._head())
        self.calendar = Calendar(self)
        self.agenda = AgendaList(self)
        self.empty = EmptyState("calendar-days", self, name="emptyState")
        self._stack = QStackedWidget(self)
        self.month = MonthGrid(self)
        for widget in (self.calendar, self.month, self.agenda, self.empty):
            self._stack.addWidget(widget)
        sheet = Card(parent=self, padding=1)
        sheet.body.addWidget(self._stack)
        sheet.set_margins(look.px(4), look.px(6), look.px(2), look.px(4))
        column.addWidget(sheet, 1)
        self._clock = QTimer(self)
        self._clock.setInterval(20_000)
        self._clock.timeout.connect(self._tick)
        self._connect()

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(theme().px(8))
        row, self._second_row = QHBoxLayout(), QHBoxLayout()
        self._first_row = row
        row.setSpacing(theme().px(10))
        head.addLayout(row)
        head.addLayout(self._second_row)
        self.title_label = Text("", self, role="pageTitle", name="titleLabel")
        self.previous_button = IconButton("chevron-left", "", self, framed=True, name="previousButton")
        self.today_button = Button("", self, name="todayButton")
        self.next_button = IconButton("chevron-right", "", self, framed=True, name="nextButton")
        self.period_label = Text("", self, role="strong", name="periodLabel")
        for widget in (self.title_label, self.previous_button, self.today_button, self.next_button, self.period_label):
            row.addWidget(widget)
        row.addStretch(1)
        self._tools = QWidget(self)
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(theme().px(10))
        self.weekend_button = Button("", self, kind="flat", name="weekendButton")
        self.weekend_button.setCheckable(True)
        tools.addWidget(self.weekend_button)
        self._view_group = QButtonGroup(self)
        self.view_buttons: dict[str, Button] = {}
        views = QHBoxLayout()
        views.setSpacing(theme().px(4))
        for view in VIEWS:
            button = Button("", self, name=f"{view}Button")
            button.setCheckable(True)
            button.clicked.connect(partial(self.show_view, view))
            self._view_group.addButton(button)
            self.view_buttons[view] = button
            views.addWidget(button)
        tools.addLayout(views)
        self.file_button = Button("", self, icon="download", name="calendarFileButton")
        self.menu = CalendarMenu(self.bridge, self.file_button)
        self.menu.period_wanted.connect(self.export_period)
        self.file_button.setMenu(self.menu)
        tools.addWidget(self.file_button)
        row.addWidget(self._tools)
        self.new_button = Button("", self, kind="primary", icon="plus", name="newButton")
        row.addWidget(self.new_button)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice of the view into a row of its own where one row is too narrow for all."""
        super().resizeEvent(event)
        self._fit_head()
        narrow = self.width() < theme().px(_ONE_ROW)
        if narrow != (self._second_row.count() > 0):
            if narrow:
                self._first_row.removeWidget(self._tools)
                self._second_row.addStretch(1)
                self._second_row.addWidget(self._tools)
            else:
                while self._second_row.count():
                    self._second_row.takeAt(0)
                self._first_row.insertWidget(self._first_row.count() - 1, self._tools)

    def _connect(self) -> None:
        self.previous_button.clicked.connect(lambda: self.step(-1))
        self.next_button.clicked.connect(lambda: self.step(1))
        self.today_button.clicked.connect(self.go_today)
        self.weekend_button.toggled.connect(self._show_weekend)
        self.new_button.clicked.connect(self.new_task)
        self.empty.action_pressed.connect(self.new_task)
        for widget in (self.calendar, self.month, self.agenda):
            widget.opened.connect(self._open)
        for sheet in (self.calendar, self.month):
            sheet.moved.connect(self._reschedule)
            sheet.slot_chosen.connect(self._new_at)
            sheet.day_chosen.connect(self._show_day)
        self.calendar.crowd_chosen.connect(self._show_list_of)

    # the page

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Schedule")

    def commands(self) -> list[Command]:
        """Today, previous, next, the four views, a new task."""
        group = self.tr("Schedule")
        earlier, later = self.tr("Go back in time"), self.tr("Go forward in time")
        return [
            Command("schedule.new", self.tr("New task"), self.new_task, "Ctrl+N", "plus", group=group),
            Command("schedule.today", self.tr("Show today"), self.go_today, "T", "calendar", group=group),
            Command("schedule.previous", earlier, partial(self.step, -1), "PgUp", "chevron-left", group=group),
            Command("schedule.next", later, partial(self.step, 1), "PgDown", "chevron-right", group=group),
            Command("schedule.day", self.tr("Show one day"), partial(self.show_view, "day"), "D", group=group),
            Command("schedule.week", self.tr("Show the week"), partial(self.show_view, "week"), "W", group=group),
            Command("schedule.month", self.tr("Show the month"), partial(self.show_view, "month"), "M", group=group),
            Command("schedule.list", self.tr("Show as a list"), partial(self.show_view, "list"), "L", group=group),
            Command("schedule.export", self.tr("Export the period shown..."), self.export_period, group=group),
            Command(
                "schedule.export_all",
                self.tr("Export everything of mine..."),
                partial(self.menu.choose, None, None),
                group=group,
            ),
            Command(
                "schedule.keep_file",
                self.tr("Keep a subscription file up to date..."),
                self.menu.choose_kept,
                group=group,
            ),
        ]

    def load(self) -> None:
        """Ask for the activities of the period."""
        if not self._loaded:
            self._loaded = True
            self._take_up_memory()
            self._ask_hours()
        self._show_head()
        self._ask()

    def refresh(self, changes: Changes) -> None:
        """Ask again if an activity or its title may have changed."""
        if any(changes.touches(table) for table in _TOUCHED_BY):
            self._ask()
        if changes.touches("system_setting"):
            self._ask_hours()

    def focus_first(self) -> None:
        """Begin at the next activity to come."""
        shown = self._stack.currentWidget()
        if shown is self.agenda and self.agenda.current() is None:
            self.agenda.select_first()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit_head(self) -> None:
        narrow = self.width() < theme().px(_NARROW)
        self.title_label.setHidden(narrow)
        self.new_button.setText("" if narrow else self.tr("New task"))

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.title_label.setText(self.tr("Schedule"))
        self.previous_button.set_label(self.tr("Go back in time"), shortcut="PgUp")
        self.next_button.set_label(self.tr("Go forward in time"), shortcut="PgDown")
        self.today_button.setText(self.tr("Today"))
        self.today_button.setToolTip(self.tr("Today") + " (T)")
        self._name_weekend()
        self.weekend_button.setToolTip(self.tr("Show Saturday and Sunday too"))
        self.file_button.setText(self.tr("Calendar file"))
        self.menu.retranslate()
        self.new_button.setAccessibleName(self.tr("New task"))
        self._fit_head()
        self.new_button.setToolTip(self.tr("New task") + " (Ctrl+N)")
        words = {"day": self.tr("Day"), "week": self.tr("Week"), "month": self.tr("Month"), "list": self.tr("List")}
        for view, button in self.view_buttons.items():
            button.setText(words[view])
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.month.setAccessibleName(self.tr("Calendar of the month"))
        self.agenda.setAccessibleName(self.tr("Schedule"))
        self.empty.set_texts(
            self.tr("Nothing planned"),
            self.tr("Tasks of your sales appear here by themselves; you can also plan one."),
            self.tr("New task"),
        )
        self._show_head()
        self.calendar.viewport().update()
        if self._loaded:
            self._ask()

    # what is shown

    def period(self) -> Period:
        """Return the days shown."""
        first = QLocale().firstDayOfWeek().value
        return period_around(self._day, self._view, work_week=self._work_week, first_weekday=first)

    def show_view(self, view: View) -> None:
        """Show day, week, month or list."""
        self._view = view
        self._remember()
        self.load()

    def step(self, count: int) -> None:
        """Go to the next (1) or previous (-1) day, week or month."""
        self._day = step(self._day, self._view, count)
        self.load()

    def go_today(self) -> None:
        """Go to the period that holds today."""
        self._day = self._now().date()
        self.load()

    def is_loaded(self) -> bool:
        """Whether an answer has arrived."""
        return self._stack.currentWidget() is not None and bool(self._loaded)

    def export_period(self) -> None:
        """Ask for a file and write the activities of the period shown into it."""
        self.menu.choose(*self.period().bounds(None))

    def _show_day(self, day: date) -> None:
        self._day = day
        self.show_view("day")

    def _show_weekend(self, shown: bool) -> None:
        self._work_week = not shown
        self._remember()
        self.load()

    def _show_head(self) -> None:
        period = self.period()
        if self._view == "month":
            self.period_label.setText(face.month_title(QLocale(), self._day))
        else:
            self.period_label.setText(face.period_title(QLocale(), period.first, period.last))
        self.view_buttons[self._view].setChecked(True)
        self.weekend_button.setVisible(self._view == "week")
        self.today_button.setEnabled(not (self._view == "day" and self._day == self._now().date()))

    def _ask_hours(self) -> None:
        def arrived(settings: Settings) -> None:
            self.calendar.set_hours(settings.working_hours)

        self.bridge.ask(Query("settings"), arrived, owner=self, key="settings")

    def _ask(self) -> None:
        period = self.period()
        asked = Period(period.first, FULL_WEEK) if period.days == WORK_DAYS else period
        start, end = asked.bounds(None)
        query = Query("schedule", start=start, end=end)
        self.bridge.ask(query, partial(self._arrived, period), owner=self, key="schedule")

    def _arrived(self, period: Period, items: tuple[ScheduleItem, ...]) -> None:
        _, end = period.bounds(None)
        self._items = tuple(item for item in items if item.start_at < end)
        self._hidden = len(items) - len(self._items)
        self._name_weekend()
        self._tick()
        if self._view == "list":
            self.agenda.show_items(self._items, None, self._now().date())
            self._stack.setCurrentWidget(self.agenda if self._items else self.empty)
        elif self._view == "month":
            self.month.show_items(period, self._day.month, self._items, None)
            self._stack.setCurrentWidget(self.month)
        else:
            self.calendar.show_items(period, self._items, None)
            self._stack.setCurrentWidget(self.calendar)

    def _name_weekend(self) -> None:
        """Say how many activities stand on the days that are not shown."""
        if self._hidden:
            self.weekend_button.setText(self.tr("Weekend ({count})").format(count=self._hidden))
        else:
            self.weekend_button.setText(self.tr("Weekend"))

    def _now(self) -> datetime:
        return to_wall(self.bridge.workspace.clock(), None)

    def _tick(self) -> None:
        self.calendar.set_now(self._now())
        self.month.set_now(self._now())

    def showEvent(self, event: QShowEvent) -> None:
        """Let the line of now move while it can be seen."""
        super().showEvent(event)
        self._tick()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """No clock runs while nothing can be seen."""
        super().hideEvent(event)
        self._clock.stop()

    # what the person does

    def _show_list_of(self, day: date) -> None:
        self._day = day
        self.show_view("list")

    def _open(self, activity: int) -> None:
        self.go.emit(Place("activity", activity))

    def _reschedule(self, activity: int, start_at: datetime, due_at: datetime) -> None:
        action = Action("reschedule_task", activity=activity, start_at=start_at, due_at=due_at)
        self.bridge.perform(action, None, self._put_back, owner=self)

    def _put_back(self, refused: Refused) -> None:
        """Say why, and show what really holds."""
        self.bridge.refused.emit(str(refused))
        self._ask()

    def new_task(self) -> None:
        """Plan a task at the next half hour of the day shown."""
        now = self._now()
        day = self._day if self._view == "day" or self.period().holds(self._day) else now.date()
        if day == now.date():
            start = (now + timedelta(minutes=30)).replace(second=0, microsecond=0)
            start -= timedelta(minutes=start.minute % 30)
        else:
            start = datetime(day.year, day.month, day.day, 9)  # noqa: DTZ001 (wall-clock time)
        self._new_at(start)

    def _new_at(self, start: datetime) -> None:
        self._slot = start
        if self._quick is None:
            self._quick = QuickActivity(self.window())
            self._quick.wanted.connect(self._create)
            self._quick.kind_chosen.connect(self._mark_slot)
            self._quick.closed.connect(lambda: self.calendar.mark_slot(None))
        locale = QLocale()
        when = face.day_name(locale, start.date(), long=True) + ", " + face.time_text(locale, start)
        self._quick.plan(self._mark_slot("task") or self.new_button, when)

    def _mark_slot(self, kind: str) -> QWidget | None:
        """Outline what is being planned, as long as its kind usually takes."""
        if self._slot is None or not self.calendar.isVisible():
            return None
        return self.calendar.mark_slot(self._slot, int(LENGTHS[kind].total_seconds() // 60))

    def _create(self, title: str) -> None:
        if self._slot is None or self._quick is None:
            return
        start_at = from_wall(self._slot, None)
        action = Action(
            "create_activity",
            kind=self._quick.kind,
            title=title,
            start_at=start_at,
            due_at=start_at + LENGTHS[self._quick.kind],
        )
        self.bridge.perform(action, self._created, self._not_created, owner=self)

    def _created(self, done: Done) -> None:
        if self._quick is not None:
            self._quick.close_popup()
        if self._slot is not None and not self.period().holds(self._slot.date()):
            self._day = self._slot.date()
            self.load()

    def _not_created(self, refused: Refused) -> None:
        if self._quick is not None:
            self._quick.refuse(str(refused))

    # memory

    def _remember(self) -> None:
        memory: Remembered | None = getattr(self.window(), "remembered", None)
        if memory is not None:
            memory.keep(schedule__view=self._view, schedule__weekend=not self._work_week)

    def _take_up_memory(self) -> None:
        memory: Remembered | None = getattr(self.window(), "remembered", None)
        if memory is None:
            return
        view = memory.text("schedule/view")
        self._view = next((known for known in VIEWS if known == view), self._view)
        self._work_week = not memory.flag("schedule/weekend")
        self.weekend_button.blockSignals(True)
        self.weekend_button.setChecked(not self._work_week)
        self.weekend_button.blockSignals(False)
