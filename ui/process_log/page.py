"""ProcessLogPage: every run of every process with its steps below, or every step; filtered, sorted, exported."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Availability, Changes, Place, Query
from desktop.views.process_log import LogChoices, LogRunRow
from ui.bridge import Bridge
from ui.commands import Command
from ui.lists.columns import COLUMNS, SORTED_BY
from ui.lists.exchange import Exchange
from ui.lists.model import ListModel
from ui.lists.table import STATE_VERSION, ListTable
from ui.page import Page
from ui.process_log.cancelling import ask_about
from ui.process_log.filters import LogFilters
from ui.process_log.run_log import TOUCHED_BY, RunLog
from ui.remembered import Remembered
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.hint import EmptyState
from ui.widgets.labels import SectionTitle, Text

RUNS, STEPS = "runs", "steps"


class ProcessLogPage(Page):
    """Two switches of one log: its runs, with the steps of the chosen one below, or the steps of all runs."""

    help_page = "process_log"

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("processLogPage")
        look = theme()
        self._asked_once = False
        self._count: int | None = None
        self._more = False
        self._entering = False
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        column.setSpacing(look.px(10))
        self.model = ListModel(bridge, "run", COLUMNS["run"], self._now, self)
        self.table = ListTable("run", self.model, self)
        self.table.setObjectName("processLog")
        self.table.show_sort(SORTED_BY["run"], descending=True)
        self.steps = RunLog(bridge, self, name="stepLog", whole=True)
        self.run_steps = RunLog(bridge, self, name="runLog")
        self.exchange = {
            RUNS: Exchange(self, bridge, "run", self.table, self.model),
            STEPS: Exchange(self, bridge, "step", self.steps.table, self.steps.model),
        }
        self.exchange[STEPS].button.setObjectName("stepExchangeButton")
        column.addLayout(self._head())
        self.filters = LogFilters(self)
        column.addWidget(self.filters)
        self.empty = EmptyState("scroll-text", self, name="emptyState")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._runs())
        self._stack.addWidget(self._sheet(self.steps))
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self._connect()
        self.setFocusProxy(self.table)
        self._show_view(RUNS)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        self.title_label = Text("", self, role="pageTitle", name="titleLabel")
        self.count_label = Text("", self, tone="muted", name="countLabel")
        self.runs_button = Button("", self, small=True, name="logRunsButton")
        self.steps_button = Button("", self, small=True, name="logStepsButton")
        self._switch = QButtonGroup(self)
        row.addWidget(self.title_label)
        row.addWidget(self.count_label)
        row.addSpacing(theme().px(6))
        for button in (self.runs_button, self.steps_button):
            button.setCheckable(True)
            self._switch.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        for exchange in self.exchange.values():
            row.addWidget(exchange.button)
        return row

    def _runs(self) -> QSplitter:
        """The runs, and below them the steps of the chosen one."""
        look = theme()
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(look.px(10))
        self._split.addWidget(self._sheet(self.table))
        below = self._sheet(self.run_steps)
        self._below_title = SectionTitle("", below)
        self._below_title.setContentsMargins(look.px(12), look.px(6), look.px(12), 0)
        below.body.insertWidget(0, self._below_title)
        self._split.addWidget(below)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        return self._split

    def _sheet(self, inside: QWidget) -> Card:
        look = theme()
        sheet = Card(parent=self, padding=0)
        sheet.body.setContentsMargins(look.px(1), look.px(4), look.px(1), look.px(6))
        sheet.body.addWidget(inside)
        return sheet

    def _connect(self) -> None:
        self.runs_button.clicked.connect(lambda: self.show_view(RUNS))
        self.steps_button.clicked.connect(lambda: self.show_view(STEPS))
        self.filters.changed.connect(self._narrowed)
        self.table.opened.connect(self._open_run)
        self.table.sort_chosen.connect(lambda _name, _descending: self._narrowed())
        self.table.layout_changed.connect(self._remember)
        self.table.menu_wanted.connect(self._open_menu)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_steps())
        self.model.dataChanged.connect(lambda *_what: self._name_below())
        self.empty.action_pressed.connect(self._empty_pressed)
        self.steps.counted.connect(self._steps_counted)
        for log in (self.steps, self.run_steps):
            log.go.connect(self.go)

    # the page

    def title(self) -> str:
        """Return what the log is called."""
        return self.tr("Process log")

    def commands(self) -> list[Command]:
        """What can be done with the chosen run, and the export."""
        group = self.title()
        return [
            Command(
                "log.open_run", self.tr("Show the run in the process"), self.open_current, icon="workflow",
                available=self._chosen, group=group, detail=self.tr("Enter"),
            ),
            Command(
                "log.open_record", self.tr("Open the record of the run"), self.open_record, "Ctrl+Return",
                icon="arrow-right", available=self._chosen, group=group,
            ),
            Command(
                "log.cancel", self.tr("Cancel this run..."), self.cancel_run, icon="circle-x",
                available=self._cancellable, group=group,
            ),
            Command("log.view", self.tr("Runs or steps"), self._turn_view, icon="list", group=group),
            Command("log.everything", self.tr("Show everything"), self.filters.reset, icon="x", group=group),
            *self.exchange[self._view].commands(group),
        ]  # fmt: skip

    def open(self, place: Place) -> None:
        """Show the log."""
        if not self._asked_once:
            self._asked_once = True
            self.filters.set_today(self._now())
            self._take_up_memory()
        super().open(place)

    def load(self) -> None:
        """Ask for what is shown and for what it can be narrowed to."""
        self.filters.set_today(self._now())
        self.bridge.ask(Query("log_choices"), self._choices_arrived, owner=self, key="choices")
        self._ask()

    def refresh(self, changes: Changes) -> None:
        """Ask again if a run may have changed."""
        if any(map(changes.touches, (*TOUCHED_BY, "opportunity", "lead", "person"))):
            self._ask()
            if self._view == RUNS:
                self.run_steps.load()

    def focus_first(self) -> None:
        """Begin in the table, as soon as there is something in it."""
        self._entering = True
        self._enter()

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.title_label.setText(self.title())
        self.runs_button.setText(self.tr("Runs"))
        self.steps_button.setText(self.tr("Steps"))
        self.runs_button.setToolTip(self.tr("Every run of a process, with its steps below"))
        self.steps_button.setToolTip(self.tr("Every step of all runs, the newest first"))
        self.table.setAccessibleName(self.tr("Runs of processes"))
        self.filters.retranslate()
        for view, exchange in self.exchange.items():
            words = self.tr("Process log, steps") if view == STEPS else self.title()
            exchange.retranslate(words)
        self.model.forget_rows()
        self.model.retranslate()
        self.table.fit_columns()
        self.steps.retranslate()
        self.run_steps.retranslate()
        self._show_count()
        self._name_below()
        if self._asked_once:
            self.load()

    def is_loaded(self) -> bool:
        """Whether everything asked for has come."""
        model = self.model if self._view == RUNS else self.steps.model
        return self._count is not None and model.is_complete()

    def show_view(self, view: str) -> None:
        """Show the runs or the steps."""
        if view == self._view:
            self._show_view(view)
            return
        self._show_view(view)
        self._count = None
        self._remember()
        self._ask()
        self.commands_changed.emit()

    def _turn_view(self) -> None:
        self.show_view(STEPS if self._view == RUNS else RUNS)

    def _show_view(self, view: str) -> None:
        self._view = view
        (self.runs_button if view == RUNS else self.steps_button).setChecked(True)
        for name, exchange in self.exchange.items():
            exchange.button.setVisible(name == view)
        self.setFocusProxy(self.table if view == RUNS else self.steps.table)

    def _now(self) -> datetime:
        return self.bridge.workspace.clock()

    # reading

    def _ask(self) -> None:
        wanted = self.filters.filter()
        if self._view == STEPS:
            self.steps.show_filter(wanted)
            return
        name, descending = self.table.sort()
        query = Query("log_runs", filter=wanted, sort=name, descending=descending)
        self.bridge.ask(query, self._runs_arrived, owner=self, key="runs")

    def _runs_arrived(self, ids: tuple[int, ...]) -> None:
        place = self.table.place()
        if self.model.set_ids(tuple(ids)):
            self.table.take_up(*place)
        if ids and not self.table.selected_ids():
            self.table.selectRow(max(self.table.currentIndex().row(), 0))
        self._arrived(len(ids), 0)
        self._show_steps()

    def _steps_counted(self, count: int, more: bool) -> None:
        if self._view == STEPS:
            self._more = more
            self._arrived(count, 1)

    def _arrived(self, count: int, part: int) -> None:
        self._count = count
        self._stack.setCurrentIndex(part if count else 2)
        self._show_count()
        if self._entering:
            self._enter()
        self._entering = False

    def _choices_arrived(self, choices: LogChoices) -> None:
        self.filters.set_choices(choices)

    def _show_count(self) -> None:
        if self._count is None:
            self.count_label.clear()
        elif self._view == RUNS:
            self.count_label.setText(self.tr("%Ln run(s)", "", self._count))
        elif self._more:
            self.count_label.setText(self.tr("the newest %Ln step(s)", "", self._count))
        else:
            self.count_label.setText(self.tr("%Ln step(s)", "", self._count))
        if self.filters.is_narrowed():
            self.empty.set_texts(
                self.tr("Nothing fits these filters"),
                self.tr("Another process, status, person or time may show what you look for."),
                self.tr("Show everything"),
            )
        else:
            self.empty.set_texts(
                self.tr("No process has run yet"),
                self.tr("“Run” starts one; each of its steps is then written down here."),
                self.tr("Open the process library"),
            )

    # the chosen run

    def current(self) -> LogRunRow | None:
        """Return the run that the keyboard is on, None where there is none or it has not come yet."""
        index = self.table.currentIndex()
        return self.model.row_data(index.row()) if index.isValid() else None

    def open_current(self) -> None:
        """Show the chosen run on its diagram, or the step that is chosen among those of all runs."""
        if self._view == STEPS:
            row = self.steps.current()
            if row is not None:
                self.go.emit(Place("process_run", row.run, element=row.element_id))
            return
        run = self.table.current_id()
        if run is not None:
            self._open_run(run)

    def open_record(self) -> None:
        """Open the record that the chosen run, or step, is about."""
        row = self.current() if self._view == RUNS else self.steps.current()
        if row is not None and row.place is not None:
            self.go.emit(row.place)

    def cancel_run(self) -> None:
        """Ask whether the chosen run is to be cancelled, saying what that does (N1)."""
        row = self.current()
        if row is not None and self._cancellable().enabled:
            ask_about(self, row)

    def _cancellable(self) -> Availability:
        row = self.current() if self._view == RUNS else None
        running = row is not None and row.ended_at is None
        return Availability(running, "" if running else self.tr("Only a run under way can be cancelled"))

    def _chosen(self) -> Availability:
        row = self.current() if self._view == RUNS else self.steps.current()
        return Availability(row is not None, "" if row is not None else self.tr("Choose a run first"))

    def _open_run(self, run: int) -> None:
        self.go.emit(Place("process_run", run))

    def _open_menu(self, point: QPoint) -> None:
        row = self.current()
        if row is None:
            return
        menu = QMenu(self)
        menu.setObjectName("runMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = menu.addAction(self.tr("Show in the process"))
        shown.setObjectName("showRunAction")
        shown.triggered.connect(partial(self._open_run, row.id))
        if row.place is not None:
            opened = menu.addAction(self.tr("Open “{record}”").format(record=row.record).replace("&", "&&"))
            opened.setObjectName("openRecordAction")
            opened.triggered.connect(self.open_record)
        cancel = menu.addAction(self.tr("Cancel this run..."))
        cancel.setObjectName("cancelRunAction")
        cancel.setEnabled(self._cancellable().enabled)
        cancel.triggered.connect(self.cancel_run)
        menu.popup(point)

    def _show_steps(self) -> None:
        self.run_steps.show_run(self.table.current_id())
        self._name_below()

    def _name_below(self) -> None:
        row = self.current()
        if row is None:
            self._below_title.setText(self.tr("Steps"))
        else:
            words = self.tr("Steps of {process} on {record}") if row.record else self.tr("Steps of {process}")
            self._below_title.setText(words.format(process=row.process, record=row.record))

    def _enter(self) -> None:
        table = self.table if self._view == RUNS else self.steps.table
        model = table.model()
        if model.rowCount():
            if not table.currentIndex().isValid():
                table.selectRow(0)
            table.setFocus()
        else:
            self.filters.process_button.setFocus()

    def _empty_pressed(self) -> None:
        if self.filters.is_narrowed():
            self.filters.reset()
        else:
            self.go.emit(Place("processes"))

    # memory

    def _narrowed(self) -> None:
        self._remember()
        self._ask()

    def _memory(self) -> Remembered | None:
        return getattr(self.window(), "remembered", None)

    def _remember(self) -> None:
        memory = self._memory()
        if memory is None:
            return
        name, descending = self.table.sort()
        values: dict[str, str | int | bool | QByteArray | None] = {
            "version": STATE_VERSION,
            "view": self._view,
            "sort": name,
            "descending": descending,
            "columns": self.table.columns_state() if self.table.is_set_by_hand() else None,
            **self.filters.remembered(),
        }
        memory.keep(**{f"process_log__{key}": value for key, value in values.items()})

    def _take_up_memory(self) -> None:
        memory = self._memory()
        if memory is None or memory.number("process_log/version") != STATE_VERSION:
            return
        columns = memory.block("process_log/columns")
        if not columns.isEmpty():
            self.table.restore_columns(columns)
        sort = memory.text("process_log/sort")
        if sort in {column.name for column in COLUMNS["run"]}:
            self.table.show_sort(sort, memory.flag("process_log/descending"))
        self.filters.take_up(*(memory.text(f"process_log/{name}") for name in ("process", "status", "period")))
        if memory.text("process_log/view") == STEPS:
            self._show_view(STEPS)
