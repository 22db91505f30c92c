"""RunLog: what happened in a run, or in all runs that a filter leaves, as a table: when, which step, what, who."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Changes, Place, Query
from desktop.views.process_log import LogFilter, LogStepRow, LogSteps
from ui.asked import Asked
from ui.asking_why import add_to
from ui.bridge import Bridge
from ui.lists.columns import COLUMNS
from ui.lists.model import ListModel
from ui.lists.table import ListTable
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text

TOUCHED_BY = ("process_instance", "incident", "activity")
_OF_OTHERS = frozenset({"record", "process"})


class RunLog(QWidget):
    """The newest step first. A click or the arrow keys choose a step, a double click or Enter opens it on its diagram.

    It asks for its own data: tell it what to show with :meth:`show_run` or :meth:`show_filter`, and of every change
    with :meth:`refresh`.
    """

    element_chosen = Signal(str)
    """The id of the element whose step a person has chosen."""
    go = Signal(object)
    """A :class:`Place` to go to: the run, with the element chosen."""
    counted = Signal(int, bool)
    """How many steps there are, and whether older ones were left out."""

    def __init__(
        self,
        bridge: Bridge,
        parent: QWidget | None = None,
        *,
        name: str = "runLog",
        whole: bool = False,
        most: int | None = None,
    ) -> None:
        """``whole`` tells of each step which process and record it belongs to; ``most`` shows only so many."""
        super().__init__(parent)
        self.setObjectName(name)
        self._bridge = bridge
        self._filter: LogFilter | None = None
        self._most = {} if most is None else {"most": most}
        columns = tuple(column for column in COLUMNS["step"] if whole or column.name not in _OF_OTHERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.model = ListModel(bridge, "step", columns, bridge.workspace.clock, self)
        self.table = ListTable("step", self.model, self)
        self.table.setObjectName(f"{name}Table")
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.show_sort("", descending=True)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self.table.menu_wanted.connect(self._open_menu)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.empty = EmptyState("list-checks", self, name=f"{name}Empty")
        self._more = Text("", self, role="small", tone="muted", wrap=True)
        self._more.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        column.addWidget(self._more)
        self.setFocusProxy(self.table)
        self.retranslate()

    def show_run(self, run: int | None) -> None:
        """Show one run; None shows nothing."""
        if run is None:
            self._filter = None
            self.model.set_ids(())
            self._stack.setCurrentWidget(self.empty)
            return
        self.show_filter(LogFilter(run=run))

    def show_filter(self, wanted: LogFilter) -> None:
        """Show the steps that a filter leaves."""
        if wanted != self._filter:
            self.model.set_ids(())
        self._filter = wanted
        self.load()

    def load(self) -> None:
        """Ask again for what is shown."""
        if self._filter is not None:
            self._bridge.ask(
                Query("log_steps", filter=self._filter, **self._most), self._arrived, owner=self, key="steps"
            )

    def refresh(self, changes: Changes) -> None:
        """Ask again if a step may have changed; what is not seen is asked for when it is shown."""
        if any(map(changes.touches, TOUCHED_BY)):
            self.load()

    def current(self) -> LogStepRow | None:
        """Return the row that the keyboard is on, None where there is none or it has not come yet."""
        index = self.table.currentIndex()
        return self.model.row_data(index.row()) if index.isValid() else None

    def ids(self) -> tuple[int, ...]:
        """Return the ids of all steps shown."""
        return self.model.ids()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.table.setAccessibleName(self.tr("Steps, the newest first"))
        self.empty.set_texts(
            self.tr("Nothing has happened yet"), self.tr("Every step of a run stands here, with who did it and when.")
        )
        self._more.setText(self.tr("Only the newest 5,000 steps are shown. Narrow the time to see older ones."))
        self.model.forget_rows()
        self.model.retranslate()
        self.table.fit_columns()
        self.load()

    def _arrived(self, found: LogSteps) -> None:
        place = self.table.place()
        if self.model.set_ids(found.ids):
            self.table.take_up(*place)
        self._stack.setCurrentWidget(self.table if found.ids else self.empty)
        self._more.setVisible(found.more and not self._most)
        self.counted.emit(len(found.ids), found.more)

    # choosing and opening

    def _clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self.table.hasFocus() and now.isValid():
            self._choose(now.row())

    def _choose(self, number: int) -> None:
        row: LogStepRow | None = self.model.row_data(number)
        if row is not None:
            self.element_chosen.emit(row.element_id)

    def _open(self, step: int) -> None:
        number = self.model.row_of(step)
        row: LogStepRow | None = None if number is None else self.model.row_data(number)
        if row is not None:
            self.go.emit(Place("process_run", row.run, element=row.element_id))

    def why_asked(self, point: QPoint | None) -> Asked | None:
        """Return the question why a task is there (N2); of other steps the diagram tells."""
        index = self.table.currentIndex()
        if point is not None:
            index = self.table.indexAt(self.table.viewport().mapFrom(self, point))
        row: LogStepRow | None = self.model.row_data(index.row()) if index.isValid() else None
        if row is None or row.activity is None:
            return None
        return Asked(Query("why", activity=row.activity), self.table, self.table.visualRect(index))

    def _open_menu(self, point: QPoint) -> None:
        row = self.current()
        if row is None:
            return
        menu = QMenu(self)
        menu.setObjectName("stepMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = menu.addAction(self.tr("Show in the process"))
        shown.setObjectName("showStepAction")
        shown.triggered.connect(lambda: self.go.emit(Place("process_run", row.run, element=row.element_id)))
        if row.place is not None:
            opened = menu.addAction(self.tr("Open “{record}”").format(record=row.record).replace("&", "&&"))
            opened.setObjectName("openRecordAction")
            place = row.place
            opened.triggered.connect(lambda: self.go.emit(place))
        add_to(menu, self.window(), self.why_asked(None))
        menu.popup(point)
