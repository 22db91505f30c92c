"""BoardPage: opportunities by stage, moved by drag and drop or by keyboard through the same gate (N1, N5, N7, R9)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.views.board import Board, BoardCard
from desktop.views.exchange import Availability, Changes, Place, Query
from desktop.views.opportunities import MiniCard
from desktop.views.rows import ListFilter
from ui import trail
from ui.asking_why import add_to
from ui.board import switch
from ui.board.column import BoardColumn
from ui.board.menu import CardMenu, StepCompletion
from ui.board.moving import Moving
from ui.board.switch import ViewSwitch
from ui.bridge import Bridge
from ui.commands import Command
from ui.lists.conditions import Conditions
from ui.lists.filters import FilterBar
from ui.page import Page
from ui.remembered import Remembered
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_TOUCHED_BY = (
    "opportunity",
    "activity",
    "opportunity_stage",
    "account",
    "person",
    "currency_rate",
    "system_setting",
)
_SORTS = ("since", "next_due", "amount", "expected_close")
_ROOMY = 900
"""Below this width, in measures of the design, the order of the cards is an icon without words."""


class BoardPage(Page):
    """The board. Columns are made as stages come, kept while their stages are there, and filled by one query."""

    help_page = "board"

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("opportunityBoardPage")
        look = theme()
        self._board: Board | None = None
        self._sort = _SORTS[0]
        self._asked_once = False
        self._columns: dict[str, BoardColumn] = {}
        self._by_hand: dict[str, bool] = {}
        self._at = ""
        self._entering = False
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(10))
        column.setSpacing(look.px(10))
        column.addLayout(self._head())
        narrow = QHBoxLayout()
        narrow.setSpacing(look.px(8))
        self.filters = FilterBar(self, scopes=True, states=True, stages=False)
        self.filters.columns_button.hide()
        self.sort_button = Button("", self, icon="arrow-up-down", name="boardSortButton")
        self._sort_menu = self._make_sort_menu()
        narrow.addWidget(self.filters, 1)
        narrow.addWidget(self.sort_button)
        column.addLayout(narrow)
        self.conditions = Conditions(self, bridge, "opportunity", self.filters)
        column.addWidget(self.conditions.bar)
        self.area = QScrollArea(self)
        restyle(self.area, role="clear")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.board = QWidget()
        self.board.setObjectName("opportunityBoard")
        restyle(self.board, role="clear")
        self._row = QHBoxLayout(self.board)
        self._row.setContentsMargins(0, 0, 0, look.px(4))
        self._row.setSpacing(look.px(10))
        self.area.setWidget(self.board)
        self.empty = EmptyState("diamond", self, name="emptyState")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self.moving = Moving(self)
        self._completion = StepCompletion(bridge, self, self.go.emit)
        self._connect()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        self.title_label = Text("", self, role="pageTitle", name="titleLabel")
        self.count_label = Text("", self, tone="muted", name="countLabel")
        self.views = ViewSwitch(switch.BOARD, self)
        self.new_button = Button("", self, kind="primary", icon="plus", name="newButton")
        row.addWidget(self.title_label)
        row.addWidget(self.count_label)
        row.addStretch(1)
        row.addWidget(self.views)
        row.addWidget(self.new_button)
        return row

    def _make_sort_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for name in _SORTS:
            action = QAction(menu)
            action.setObjectName(f"board_sort_{name}")
            action.setData(name)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, name=name: self.sort_by(name))
            group.addAction(action)
            menu.addAction(action)
        self.sort_button.setMenu(menu)
        return menu

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrowed)
        self.filters.left_downwards.connect(self._enter)
        self.views.wanted.connect(self._show_list)
        self.new_button.clicked.connect(self.create_record)
        self.empty.action_pressed.connect(self._empty_action)
        self.empty.other_pressed.connect(self.create_record)
        self.moving.moved.connect(self.load)
        self.moving.arrived.connect(self.entered)

    # the page

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Board of opportunities")

    def commands(self) -> list[Command]:
        """Move a card, create, find, and show the list instead."""
        group = self.title()
        return [
            Command("board.new", self.tr("New opportunity"), self.create_record, "Ctrl+N", "plus", group=group),
            Command(
                "board.find", self.tr("Find on this board"), self.filters.focus_find, "Ctrl+F", "search", group=group
            ),
            Command(
                "board.filter",
                self.tr("Add a condition to this board"),
                self.conditions.add,
                "Ctrl+Shift+F",
                "list-filter",
                group=group,
            ),
            Command(
                "board.move",
                self.tr("Move the card..."),
                self.move_current,
                "M",
                "arrow-right",
                self._has_card,
                group=group,
            ),
            Command(
                "board.next",
                self.tr("Move the card to the next stage..."),
                partial(self.move_along, 1),
                "Ctrl+Right",
                "arrow-right",
                self._has_card,
                group=group,
            ),
            Command(
                "board.previous",
                self.tr("Move the card to the previous stage..."),
                partial(self.move_along, -1),
                "Ctrl+Left",
                "arrow-left",
                self._has_card,
                group=group,
            ),
            Command(
                "board.everything", self.tr("Show everything on this board"), self.filters.reset, "", "x", group=group
            ),
            Command("board.list", self.tr("Show as a list"), self._show_list, "", "list-checks", group=group),
        ]

    def open(self, place: Place) -> None:
        """Show the board, narrowed as the list was where one comes from there by the switch."""
        self._take_up_memory()
        switch.keep(self.window(), switch.BOARD)
        carried = switch.handed_over(self.window())
        if carried is not None:
            self.filters.set_filter(carried)
        self.views.show_view()
        super().open(place)

    def load(self) -> None:
        """Ask for the board."""
        self._take_up_memory()
        self.conditions.follow()
        query = Query("board", filter=self.filters.filter(), sort=self._sort)
        self.bridge.ask(query, partial(self._arrived, self.filters.filter()), owner=self, key="board")

    def refresh(self, changes: Changes) -> None:
        """Ask again if something shown may have changed."""
        if any(changes.touches(table) for table in _TOUCHED_BY):
            self.load()

    def make_ahead(self) -> None:
        """Read the board, so that its columns are there before it is first shown."""
        if self._board is None:
            self.load()

    def focus_first(self) -> None:
        """Begin at the card where one was, or at the first one, as soon as there is one."""
        self._entering = True
        self._enter()

    def retranslate(self) -> None:
        """Say all words in the language in force; what the core says is read again."""
        self.title_label.setText(self.tr("Opportunities"))
        self.new_button.setText(self.tr("New opportunity"))
        self.new_button.setToolTip(self.tr("New opportunity") + " (Ctrl+N)")
        self.board.setAccessibleName(self.tr("Board of opportunities"))
        self.filters.retranslate()
        self.conditions.retranslate()
        self.filters.find_edit.setPlaceholderText(self.tr("Find on this board"))
        self.filters.find_edit.setAccessibleName(self.tr("Find on this board"))
        self.filters.find_edit.setToolTip(self.tr("Find on this board") + " (Ctrl+F)")
        words = {
            "since": self.tr("Longest on the stage first"),
            "next_due": self.tr("Next step first"),
            "amount": self.tr("Largest amount first"),
            "expected_close": self.tr("Closing soonest first"),
        }
        for action in self._sort_menu.actions():
            action.setText(words[str(action.data())])
        self._show_sort()
        self._show_count()
        if self._asked_once:
            self.load()

    def is_loaded(self) -> bool:
        """Whether the board has arrived and no card in view is awaited."""
        return self._board is not None and all(column.model.is_complete() for column in self.columns())

    def columns(self) -> list[BoardColumn]:
        """Return the columns from left to right."""
        board = self._board
        return (
            [] if board is None else [self._columns[view.code] for view in board.columns if view.code in self._columns]
        )

    def column(self, code: str) -> BoardColumn:
        """Return the column of a stage; KeyError where there is none."""
        return self._columns[code]

    def current(self) -> BoardCard | None:
        """Return the card that the keyboard is on."""
        column = self._columns.get(self._at)
        return None if column is None else column.model.card(column.cards.current_row())

    # what is shown

    def _arrived(self, filter: ListFilter, board: Board) -> None:
        self._board = board
        cards = {card.id: card for card in board.cards}
        self.setUpdatesEnabled(False)
        try:
            self._make_columns(board)
            for view in board.columns:
                self._fill(self._columns[view.code], filter, cards)
            self._fold_columns()
        finally:
            self.setUpdatesEnabled(True)
        self.moving.nothing_moves()
        standing = sum(view.count for view in board.columns)
        self._stack.setCurrentWidget(self.area if standing else self.empty)
        self._show_count()
        self.moving.follow()
        if self._entering and not self.filters.find_edit.hasFocus():
            self._enter()
        self._entering = False

    def _make_columns(self, board: Board) -> None:
        codes = [view.code for view in board.columns]
        for gone in [code for code in self._columns if code not in codes]:
            column = self._columns.pop(gone)
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        for place, code in enumerate(codes):
            if code not in self._columns:
                self._columns[code] = self._new_column(code)
            if self._row.indexOf(self._columns[code]) != place:
                self._row.insertWidget(place, self._columns[code])
                self._columns[code].show()
        before: QWidget = self.sort_button
        for column in self.columns():
            for after in (column.fold_button, column.cards, column.strip):
                QWidget.setTabOrder(before, after)
                before = after

    def _new_column(self, code: str) -> BoardColumn:
        column = BoardColumn(self.bridge, code, self.board)
        cards = column.cards
        column.folding.connect(partial(self._fold_by_hand, code))
        cards.opened.connect(partial(self._open_record, column))
        cards.entered.connect(partial(self.entered, column))
        cards.left_sideways.connect(self._step_column)
        cards.ends_wanted.connect(self._to_the_end)
        cards.menu_wanted.connect(partial(self._open_menu, column))
        cards.taken.connect(partial(self.moving.taken, column))
        cards.carried.connect(self.moving.carried)
        cards.let_go.connect(self.moving.let_go)
        cards.given_up.connect(self.moving.put_back)
        return column

    def _fill(self, column: BoardColumn, filter: ListFilter, cards: dict[int, BoardCard]) -> None:
        board = self._board
        if board is None:
            return
        view = next(view for view in board.columns if view.code == column.code)
        row, record = column.cards.current_row(), column.cards.current_id()
        scrolled = column.cards.verticalScrollBar().value()
        if column.show_column(view, cards, filter, self._sort, days=board.days) and row >= 0:
            column.cards.verticalScrollBar().setValue(scrolled)
            if self._at == column.code:
                ids = column.model.ids()
                column.cards.choose_row(ids.index(record) if record in ids else row)

    def _fold_columns(self) -> None:
        state = self.filters.filter().state
        for column in self.columns():
            view = column.view
            usual = view is not None and ((state == "open" and view.final) or (state == "closed" and not view.final))
            column.set_folded(self._by_hand.get(column.code, usual))

    def _fold_by_hand(self, code: str, folded: bool) -> None:
        self._by_hand[code] = folded
        column = self._columns[code]
        column.set_folded(folded)
        (column.strip if folded else column.cards).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_count(self) -> None:
        if self._board is None:
            return
        standing = sum(view.count for view in self._board.columns if not view.final)
        self.count_label.setText(self.tr("%Ln open opportunities", "", standing))
        if self.filters.is_narrowed():
            self.empty.set_texts(
                self.tr("Nothing fits these filters"),
                self.tr("Another word, other people or another state may show what you look for."),
                self.tr("Show everything"),
            )
        else:
            self.empty.set_texts(
                self.tr("No open opportunities"),
                self.tr("Run the process “Corporate sale”, or write an opportunity down by hand."),
                self.tr("Run process"),
                self.tr("New opportunity"),
            )

    def _show_sort(self) -> None:
        for action in self._sort_menu.actions():
            action.setChecked(action.data() == self._sort)
            if action.data() == self._sort:
                self.sort_button.setText(action.text() if self.width() >= theme().px(_ROOMY) else "")
                self.sort_button.setToolTip(action.text())
                self.sort_button.setAccessibleName(self.tr("Order of the cards: {order}").format(order=action.text()))

    # keyboard

    def _enter(self) -> None:
        if self._stack.currentWidget() is self.empty:
            self.empty.action.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        column = self._columns.get(self._at)
        if column is None or column.is_folded() or not column.model.rowCount():
            column = next((c for c in self.columns() if not c.is_folded() and c.model.rowCount()), None)
        if column is not None:
            if not column.cards.currentIndex().isValid():
                column.cards.choose_row(0)
            column.cards.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def entered(self, column: BoardColumn) -> None:
        """The keyboard is in this column now."""
        self._at = column.code
        for other in self.columns():
            if other is not column:
                other.cards.choose_none()
        self.area.ensureWidgetVisible(column, theme().px(10), 0)

    def _step_column(self, steps: int) -> None:
        shown = [column for column in self.columns() if not column.is_folded()]
        codes = [column.code for column in shown]
        if self._at not in codes:
            return
        row = self._columns[self._at].cards.current_row()
        place = codes.index(self._at) + steps
        while 0 <= place < len(shown) and not shown[place].model.rowCount():
            place += steps
        if 0 <= place < len(shown):
            self._go_to(shown[place], row)

    def _to_the_end(self, steps: int) -> None:
        shown = [column for column in self.columns() if not column.is_folded() and column.model.rowCount()]
        if shown:
            self._go_to(shown[0 if steps < 0 else -1], 0)

    def _go_to(self, column: BoardColumn, row: int) -> None:
        column.cards.choose_row(row)
        column.cards.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # moving

    def _has_card(self) -> Availability:
        if self.current() is not None:
            return Availability(True)
        return Availability(False, self.tr("Choose a card first."))

    def move_current(self) -> None:
        """Offer all stages for the card that the keyboard is on, the next one chosen."""
        self.move_along(1)

    def move_along(self, steps: int) -> None:
        """Offer the next (1) or previous (-1) stage for the card, with what would follow; again: the one after that."""
        column = self._columns.get(self._at)
        if column is not None and self._board is not None:
            self.moving.offer(self._board.columns, column, steps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the order out where there is no room for them."""
        super().resizeEvent(event)
        self._show_sort()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing floats above a page that is not shown."""
        super().hideEvent(event)
        for column in self.columns():
            column.cards.give_up()
        self.moving.close()
        self._completion.close()

    # what the person does

    def sort_by(self, name: str) -> None:
        """Order the cards of all columns: since, next_due, amount or expected_close."""
        self._sort = name
        self._show_sort()
        self._remember()
        self.load()

    def _narrowed(self) -> None:
        self._by_hand.clear()
        self._remember()
        self.load()

    def _open_record(self, column: BoardColumn, record: int) -> None:
        trail.leave(self.window(), "opportunity", column.model.ids())
        self.go.emit(Place("opportunity", record))

    def _open_menu(self, column: BoardColumn, record: int, point: QPoint) -> None:
        menu = CardMenu(self.bridge, record, self)
        menu.open_wanted.connect(partial(self._open_record, column))
        menu.stage_wanted.connect(lambda _record: self.move_current())
        menu.complete_wanted.connect(partial(self._complete, column))
        add_to(menu, self.window(), column.cards.why_asked(None))
        menu.open_at(point)

    def _complete(self, column: BoardColumn, step: MiniCard) -> None:
        self._completion.open_for(step, column.cards.card_area(column.cards.current_row()))

    def _show_list(self, *_name: object) -> None:
        switch.keep(self.window(), switch.LIST)
        switch.hand_over(self.window(), self.filters.filter())
        self.go.emit(Place(switch.LIST))

    def _empty_action(self) -> None:
        if self.filters.is_narrowed():
            self.filters.reset()
            return
        run: Callable[[], object] = getattr(self.window(), "open_run_process", self.create_record)
        run()

    def create_record(self) -> None:
        """Ask for the name of a new opportunity, create it and open its page."""
        from ui.create_dialog import CreateDialog

        CreateDialog(self.window(), self.bridge, "opportunity", on_created=self.go.emit).open()

    # memory

    def _memory(self) -> Remembered | None:
        return getattr(self.window(), "remembered", None)

    def _remember(self) -> None:
        memory = self._memory()
        if memory is not None:
            narrowed = self.filters.filter()
            memory.keep(board__scope=narrowed.scope, board__state=narrowed.state, board__sort=self._sort)

    def _take_up_memory(self) -> None:
        if self._asked_once:
            return
        self._asked_once = True
        memory = self._memory()
        if memory is None:
            return
        scope, state, sort = (memory.text(f"board/{name}") for name in ("scope", "state", "sort"))
        self._sort = sort if sort in _SORTS else _SORTS[0]
        self._show_sort()
        self.filters.set_filter(
            ListFilter(
                scope if scope in {"mine", "team", "all"} else "all",
                state if state in {"open", "closed", "all"} else "open",
            )
        )
