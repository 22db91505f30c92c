"""ListPage: a list with its title, count, filters and the button that creates; each subject makes a small subclass."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.behind import Behind
from desktop.views.exchange import Availability, Changes, Choice, Place, Query
from desktop.views.rows import ListFilter
from ui import trail
from ui.bridge import Bridge
from ui.commands import Command
from ui.lists.bulk_bar import CHANGES
from ui.lists.columns import COLUMNS, SORTED_BY
from ui.lists.conditions import Conditions
from ui.lists.exchange import Exchange
from ui.lists.filters import FilterBar
from ui.lists.model import ListModel
from ui.lists.narrowing import Narrowing
from ui.lists.selection import Selection
from ui.lists.table import STATE_VERSION, ListTable
from ui.lists.views import Views
from ui.page import Page
from ui.remembered import Remembered
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text

if TYPE_CHECKING:
    from ui.create_dialog import Subject


class ListPage(Page):
    """The list of one subject. Subclasses say their words."""

    subject: Subject
    icon = "list-checks"
    has_scopes = True
    has_states = True
    stage_lookup = ""
    touched_by: tuple[str, ...] = ()
    """The tables whose change may change what this list shows."""

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName(f"{self.subject}ListPage")
        look = theme()
        self._asked_once = False
        self._count: int | None = None
        self._select_next: int | None = None
        self._entering = False
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        column.setSpacing(look.px(10))
        column.addLayout(self._head())
        self.filters = FilterBar(self, scopes=self.has_scopes, states=self.has_states, stages=bool(self.stage_lookup))
        column.addWidget(self.filters)
        self.conditions = Conditions(self, bridge, self.subject, self.filters) if self.subject in CHANGES else None
        if self.conditions is not None:
            column.addWidget(self.conditions.bar)
        self.narrowing = Narrowing(self)
        column.addWidget(self.narrowing)
        self._behind: Behind | None = None
        self._usual = ListFilter()
        self.model = ListModel(bridge, self.subject, COLUMNS[self.subject], self._now, self)
        self.table = ListTable(self.subject, self.model, self)
        self.empty = EmptyState(self.icon, self, name="emptyState")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        sheet = Card(parent=self, padding=0)
        margins = (look.px(1), look.px(4), look.px(1), look.px(6))
        sheet.body.setContentsMargins(*margins)
        sheet.body.addWidget(self._stack)
        self.selection = Selection(self, bridge, self.subject, self.table, sheet.body)
        column.addWidget(sheet, 1)
        self.saved_views = Views(self, bridge, self.subject, self.filters, self.table)
        self._title_row.insertWidget(1, self.saved_views.button)
        self.exchange = Exchange(self, bridge, self.subject, self.table, self.model)
        self._title_row.insertWidget(self._title_row.indexOf(self.new_button), self.exchange.button)
        self.table.show_sort(SORTED_BY[self.subject], self._first_direction(SORTED_BY[self.subject]))
        self._connect()
        self.setFocusProxy(self.table)
        # The table first: it gets the keyboard when the page is shown.
        bar = self.filters
        order = (bar.find_edit, bar.scope_button, bar.state_button, bar.stage_button, bar.condition_button)
        below = (*self.selection.bulk_bar.buttons.values(), self.selection.bulk_bar.clear_button)
        head = (self.empty.action, self.empty.other, self.saved_views.button, self.exchange.button, self.new_button)
        before: QWidget = self.table
        for after in (*below, *order, bar.reset_button, bar.columns_button, *head):
            QWidget.setTabOrder(before, after)
            before = after

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        self.title_label = Text("", self, role="pageTitle", name="titleLabel")
        self.count_label = Text("", self, tone="muted", name="countLabel")
        self.new_button = Button("", self, kind="primary", icon="plus", name="newButton")
        self._title_row = row
        row.addWidget(self.title_label)
        row.addWidget(self.count_label)
        row.addStretch(1)
        row.addWidget(self.new_button)
        return row

    def head_row(self) -> QHBoxLayout:
        """Return the row with the title: what a list has of its own goes before its last part."""
        return self._title_row

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrowed)
        self.narrowing.removed.connect(self._show_whole)
        self.filters.left_downwards.connect(self._enter_table)
        self.filters.columns_button.clicked.connect(self._open_columns)
        self.table.opened.connect(self._open_record)
        self.table.sort_chosen.connect(self._sort_chosen)
        self.table.layout_changed.connect(self._columns_set)
        self.new_button.clicked.connect(self.create_record)
        self.empty.action_pressed.connect(self._empty_action)
        self.empty.other_pressed.connect(self.create_record)
        self.saved_views.applied.connect(self._view_applied)
        self.saved_views.known.connect(self._views_known)

    # words, by subject

    def words(self) -> dict[str, str]:
        """Return title, new (the button), none and none_text (nothing at all) in the language in force.

        ``way`` are the words of the empty list's main button where it does not create, ``other`` those beside it.
        """
        raise NotImplementedError

    def count_words(self, count: int) -> str:
        """Return "27 opportunities"."""
        raise NotImplementedError

    # the page

    def title(self) -> str:
        """Return what the list is called."""
        return self.words()["title"]

    def commands(self) -> list[Command]:
        """New, find, open."""
        title = self.title()
        return [
            Command("list.new", self.words()["new"], self.create_record, "Ctrl+N", "plus", group=title),
            Command(
                "list.find", self.tr("Find in this list"), self.filters.focus_find, "Ctrl+F", "search", group=title
            ),
            *self._more_commands(title),
            *self.exchange.commands(title),
            Command(
                "list.everything", self.tr("Show everything in this list"), self.filters.reset, "", "x", group=title
            ),
        ]

    def _more_commands(self, title: str) -> list[Command]:
        """Filter by conditions, and change the selected records."""
        found: list[Command] = []
        if self.conditions is not None:
            add = self.conditions.add
            words = self.tr("Add a condition to this list")
            found.append(Command("list.filter", words, add, "Ctrl+Shift+F", "list-filter", group=title))
        for change, words in self.selection.bulk_bar.words().items():
            if change in self.selection.bulk_bar.buttons:
                run = partial(self.selection.change, change)
                name = f"list.{change}"
                keys = self.tr("Delete") if change == "delete" else ""
                found.append(Command(name, words, run, available=self._selected_some, detail=keys, group=title))
        return found

    def _selected_some(self) -> Availability:
        some = self.table.selected_count() > 0
        return Availability(some, "" if some else self.tr("Select a record first"))

    def open(self, place: Place) -> None:
        """Show the list, or the part of it behind a number of the dashboard; its own filters come back after that."""
        if place.behind != self._behind:
            if not self._asked_once:
                self._asked_once = True
                self._take_up_memory()
            if self._behind is None:
                self._usual = self.filters.filter()
            self._behind = place.behind
            self.saved_views.leave_as_is()
            narrowed = self._usual if place.behind is None else ListFilter(state="all", behind=place.behind)
            self.filters.set_filter(narrowed)
            self._follow_filter()
        self.narrowing.show_behind(place.behind)
        super().open(place)

    def load(self) -> None:
        """Ask for the ids (and the stages to narrow by), keeping selection and place."""
        if not self._asked_once:
            self._asked_once = True
            self._take_up_memory()
        if self.stage_lookup:
            self.bridge.ask(Query("choices", lookup=self.stage_lookup), self._stages_arrived, owner=self, key="stages")
        if self.saved_views.is_read() or self._behind is not None or not self._opens_with_view():
            self._ask()
        self.saved_views.load()

    def refresh(self, changes: Changes) -> None:
        """Ask again if a row may have changed."""
        if changes.touches("saved_view") or changes.touches("usual_view"):
            self.saved_views.load()
        if changes.touches("record_tag") or any(changes.touches(table) for table in self.touched_by):
            self._ask()

    def focus_first(self) -> None:
        """Begin in the table, at its first row, as soon as there is one."""
        self._entering = True
        self._enter_table()

    def retranslate(self) -> None:
        """Say all words in the language in force; what the core says is read again."""
        words = self.words()
        self.title_label.setText(words["title"])
        self.new_button.setText(words["new"])
        self.new_button.setToolTip(f"{words['new']} (Ctrl+N)")
        self.table.setAccessibleName(words["title"])
        self.filters.retranslate()
        self.narrowing.retranslate()
        if self.conditions is not None:
            self.conditions.retranslate()
        self.selection.retranslate()
        self.saved_views.button.retranslate(words["title"])
        self.exchange.retranslate(words["title"])
        self.model.retranslate()
        self.table.fit_columns()
        self._show_count()
        if self._asked_once:
            self.load()

    def is_loaded(self) -> bool:
        """Whether the ids have arrived and no row in view is awaited."""
        return self._count is not None and self.model.is_complete()

    def _now(self) -> datetime:
        return self.bridge.workspace.clock()

    # reading

    def _ask(self) -> None:
        name, descending = self.table.sort()
        query = Query("list_ids", subject=self.subject, filter=self.filters.filter(), sort=name, descending=descending)
        self.bridge.ask(query, self._ids_arrived, owner=self, key="ids")
        self._follow_filter()

    def _ids_arrived(self, ids: tuple[int, ...]) -> None:
        place = self.table.place()
        if self.model.set_ids(tuple(ids)):
            self.table.take_up(*place)
        self._count = len(ids)
        if self._select_next is not None:
            self.table.take_up((self._select_next,), self._select_next, None, 0)
            self._select_next = None
        self._stack.setCurrentWidget(self.table if ids else self.empty)
        if ids and not self.table.selected_ids():
            self.table.selectRow(max(self.table.currentIndex().row(), 0))
        if self._entering and not self.filters.find_edit.text():
            self._enter_table()
        self._entering = False
        self._show_count()
        self.selection.sum_up(self.filters.filter(), len(ids))

    def _stages_arrived(self, stages: tuple[Choice, ...]) -> None:
        self.filters.set_stages(stages)

    def _show_count(self) -> None:
        if self._count is None:
            self.count_label.clear()
            return
        self.count_label.setText(self.count_words(self._count))
        words = self.words()
        if self.filters.is_narrowed():
            self.empty.set_texts(
                self.tr("Nothing fits these filters"),
                self.tr("Another word, other people or another state may show what you look for."),
                self.tr("Show everything"),
            )
        else:
            self.empty.set_texts(
                words["none"], words["none_text"], words.get("way", words["new"]), words.get("other", "")
            )

    # views and conditions

    def _follow_filter(self) -> None:
        if self.conditions is not None:
            self.conditions.follow()
        self.saved_views.follow()

    def _view_applied(self) -> None:
        if self._behind is not None:
            self._show_whole()
            return
        self._remember()
        self._ask()

    def _views_known(self) -> None:
        """The views have come; a list that waited for them is asked for now."""
        if self._count is None and self._behind is None:
            self._ask()
        self._remember()

    def _opens_with_view(self) -> bool:
        """Whether this list opened with a view when it was seen last on this computer."""
        memory = self._memory()
        return memory is not None and memory.flag(f"lists/{self.subject}/view")

    # what the person does

    def _show_whole(self) -> None:
        self.go.emit(Place(self._place.name))

    def _narrowed(self) -> None:
        if self._behind is not None and self.filters.filter().behind is None:
            self._show_whole()
            return
        self._remember()
        self._ask()

    def _sort_chosen(self, name: str, descending: bool) -> None:
        self._remember()
        self._ask()

    def _columns_set(self) -> None:
        self._remember()
        self.saved_views.follow()

    def _first_direction(self, name: str) -> bool:
        return any(column.descending for column in COLUMNS[self.subject] if column.name == name)

    def _enter_table(self) -> None:
        if not self.table.selected_ids() and self.model.rowCount():
            self.table.selectRow(max(self.table.currentIndex().row(), 0))
        (self.table if self.model.rowCount() else self.filters.find_edit).setFocus()

    def _open_record(self, record: int) -> None:
        trail.leave(self.window(), self.subject, self.model.ids())
        self.go.emit(Place(self.subject, record))

    def _open_columns(self) -> None:
        menu = self.table.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.filters.columns_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _empty_action(self) -> None:
        if self.filters.is_narrowed():
            self.filters.reset()
        else:
            self.take_the_way()

    def take_the_way(self) -> None:
        """Do what the main button of the empty list offers: create a record, unless a subclass knows a better way."""
        self.create_record()

    def create_record(self) -> None:
        """Ask for the name of a new record, create it and open its page."""
        from ui.create_dialog import CreateDialog

        dialog = CreateDialog(self.window(), self.bridge, self.subject, on_created=self._created)
        dialog.open()

    def _created(self, place: Place) -> None:
        self._select_next = place.id
        self.go.emit(place)

    # memory

    def _memory(self) -> Remembered | None:
        return getattr(self.window(), "remembered", None)

    def _remember(self) -> None:
        memory = self._memory()
        if memory is None:
            return
        name, descending = self.table.sort()
        narrowed = self.filters.filter() if self._behind is None else self._usual
        values: dict[str, str | int | bool | QByteArray | None] = {"version": STATE_VERSION}
        if self.saved_views.is_read():
            values["view"] = bool(self.saved_views.button.usual())
        if self.saved_views.shows_own_columns():
            values["columns"] = self.table.columns_state() if self.table.is_set_by_hand() else None
        if self.saved_views.is_standard():
            values |= {
                "sort": name,
                "descending": descending,
                "scope": narrowed.scope,
                "state": narrowed.state,
                "stages": ",".join(narrowed.stages),
            }
        memory.keep(**{f"lists__{self.subject}__{key}": value for key, value in values.items()})

    def _take_up_memory(self) -> None:
        memory = self._memory()
        at = f"lists/{self.subject}"
        if memory is None or memory.number(f"{at}/version") != STATE_VERSION:
            return
        columns = memory.block(f"{at}/columns")
        if not columns.isEmpty():
            self.table.restore_columns(columns)
        sort = memory.text(f"{at}/sort")
        if sort in {column.name for column in COLUMNS[self.subject]}:
            self.table.show_sort(sort, memory.flag(f"{at}/descending"))
        scope, state = memory.text(f"{at}/scope"), memory.text(f"{at}/state")
        stages = tuple(code for code in memory.text(f"{at}/stages").split(",") if code)
        self.filters.set_filter(
            ListFilter(
                scope if scope in {"mine", "team", "all"} else "all",
                state if state in {"open", "closed", "all"} else "open",
                "",
                stages if self.stage_lookup else (),
            )
        )
