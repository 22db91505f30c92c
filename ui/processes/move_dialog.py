"""MoveDialog: what moving runs to another version would do to each of them, and doing it (N1, N6)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QTableWidget, QTableWidgetItem, QWidget

from desktop.views.exchange import Action, Done, Query, Refused
from desktop.views.processes import GoneStep, MoveProspect, MoveRehearsal, Versions
from ui.bridge import Bridge
from ui.course import Course
from ui.fields.amounts import QuietCombo
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.labels import SectionTitle, Text
from ui.widgets.row_table import read_by_rows

_POLL = 100


class MoveDialog(Dialog):
    """Every run with what would happen to it; those that can move are ticked, the others say why they cannot."""

    def __init__(self, window: QWidget, bridge: Bridge, versions: Versions, older: int) -> None:
        super().__init__(window, "", name="moveRunsDialog", width=1080)
        self.set_title(self.tr("Move runs of {process}").format(process=versions.label))
        self._bridge = bridge
        self._rehearsal: MoveRehearsal | None = None
        self._course = Course()
        self._moving = False
        self._selects: dict[str, QuietCombo] = {}
        look = theme()
        self.body.addLayout(self._choice(versions, older))
        self._gone_title = SectionTitle(self.tr("Steps that are gone"), self.sheet)
        self.body.addWidget(self._gone_title)
        self._gone = QGridLayout()
        self._gone.setHorizontalSpacing(look.px(12))
        self._gone.setColumnStretch(1, 1)
        self.body.addLayout(self._gone)
        self.table = self._make_table()
        self.body.addWidget(self.table, 1)
        self.summary = Text("", self.sheet, tone="muted", wrap=True, name="moveSummary")
        self.bar = QProgressBar(self.sheet)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        self.body.addWidget(self.summary)
        self.body.addWidget(self.bar)
        self.cancel_button = self.add_button(self.tr("Cancel"), run=self.reject, name="cancelMoveButton")
        self.move_button = self.add_button("", kind="primary", run=self.move_chosen, name="moveNowButton")
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._show_progress)
        for signal in (bridge.trouble, bridge.fault):
            signal.connect(self._end)
        self._show_gone(())
        self._renew()
        self._ask()

    def _choice(self, versions: Versions, older: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        self.older, self.newer = QuietCombo(self.sheet), QuietCombo(self.sheet)
        target = next((version.id for version in versions.rows if version.active and version.id != older), 0)
        target = target or next(version.id for version in versions.rows if version.id != older)
        for combo, name, words, chosen in (
            (self.older, "moveFrom", self.tr("From"), older),
            (self.newer, "moveTo", self.tr("To"), target),
        ):
            combo.setObjectName(name)
            combo.setAccessibleName(words)
            for version in versions.rows:
                combo.addItem(self.tr("Version {number}").format(number=version.number), version.id)
            combo.setCurrentIndex(combo.findData(chosen))
            combo.currentIndexChanged.connect(self._other_versions)
            label = Text(words, self.sheet, role="fieldLabel")
            label.setBuddy(combo)
            row.addWidget(label)
            row.addWidget(combo)
        row.addStretch(1)
        return row

    def _make_table(self) -> QTableWidget:
        look = theme()
        table = QTableWidget(0, 4, self.sheet)
        table.setObjectName("moveList")
        table.setAccessibleName(self.tr("Runs"))
        table.setHorizontalHeaderLabels(
            [self.tr("Record"), self.tr("Name"), self.tr("Step"), self.tr("What would happen")]
        )
        read_by_rows(table, look.px(34))
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((124, 220, 220)):
            table.setColumnWidth(column, look.px(width))
        head.setStretchLastSection(True)
        table.setMinimumHeight(look.px(280))
        table.itemChanged.connect(lambda _item: self._renew())
        return table

    # rehearsing

    def _other_versions(self) -> None:
        self._show_gone(())
        self._ask()

    def mapping(self) -> dict[str, str]:
        """Return which step takes the place of each that is gone."""
        return {gone: combo.currentData() for gone, combo in self._selects.items() if combo.currentData()}

    def _ask(self) -> None:
        course = self._anew()
        self._rehearsal = None
        self._renew()
        older, newer = self.older.currentData(), self.newer.currentData()
        if older == newer:
            self._arrived(course, MoveRehearsal(0, 0))
            self.summary.setText(self.tr("Choose two different versions."))
            return
        self.summary.setText(self.tr("Looking what would happen..."))
        query = Query(
            "rehearse_move",
            older=older,
            newer=newer,
            mapping=self.mapping(),
            progress=course.tell,
            cancelled=course.is_stopped,
        )
        self._poll.start()
        self._bridge.ask(query, partial(self._arrived, course), owner=self, key="rehearsal")

    def _anew(self) -> Course:
        """Stop what is under way, and begin anew."""
        self._course.stop()
        self._course = Course()
        return self._course

    def _arrived(self, course: Course, rehearsal: MoveRehearsal) -> None:
        if course.is_stopped():  # other versions were chosen: what was looked at until then is of no use
            return
        self._poll.stop()
        self.bar.hide()
        fresh = {gone.id for gone in rehearsal.gone} - set(self._selects)
        self._rehearsal = rehearsal
        if fresh:
            self._show_gone(rehearsal.gone)
            if any(gone.suggested for gone in rehearsal.gone):
                self._ask()
                return
        self._show_rows(rehearsal.prospects)

    def _show_gone(self, gone: tuple[GoneStep, ...]) -> None:
        while self._gone.count():
            item = self._gone.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._selects = {}
        self._gone_title.setVisible(bool(gone))
        for row, step in enumerate(gone):
            label = Text(self.tr("“{step}” becomes").format(step=step.label), self.sheet, wrap=True)
            combo = QuietCombo(self.sheet)
            combo.setObjectName(f"mapStep_{step.id}")
            combo.setAccessibleName(label.text())
            combo.addItem(self.tr("no step of the new version"), "")
            for candidate in step.candidates:
                combo.addItem(candidate.label, candidate.id)
            combo.setCurrentIndex(max(0, combo.findData(step.suggested)))
            combo.currentIndexChanged.connect(self._ask)
            label.setBuddy(combo)
            self._gone.addWidget(label, row, 0)
            self._gone.addWidget(combo, row, 1)
            self._selects[step.id] = combo

    def _show_rows(self, prospects: tuple[MoveProspect, ...]) -> None:
        table = self.table
        table.blockSignals(True)
        table.setRowCount(len(prospects))
        bad = theme().colour("bad_text")
        for row, prospect in enumerate(prospects):
            tick = QTableWidgetItem(prospect.record or str(prospect.run))
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            if prospect.possible:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            tick.setFlags(flags)
            tick.setCheckState(Qt.CheckState.Checked if prospect.possible else Qt.CheckState.Unchecked)
            tick.setData(Qt.ItemDataRole.UserRole, prospect.run)
            table.setItem(row, 0, tick)
            for column, text in enumerate((prospect.title, prospect.step, prospect.text), start=1):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if not prospect.possible and column == 3:
                    item.setForeground(bad)
                table.setItem(row, column, item)
        table.blockSignals(False)
        self._renew()

    def chosen(self) -> tuple[int, ...]:
        """Return the runs that are ticked."""
        items = (self.table.item(row, 0) for row in range(self.table.rowCount()))
        return tuple(
            int(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item is not None and item.checkState() == Qt.CheckState.Checked
        )

    def _renew(self) -> None:
        chosen = self.chosen()
        count = self.table.rowCount()
        self.move_button.setText(self.tr("Move %n run(s)", "", len(chosen)))
        self.move_button.setEnabled(bool(chosen) and self._rehearsal is not None and not self._moving)
        if self._rehearsal is not None and not self._moving:
            stay = count - len(chosen)
            words = self.tr("{moved} would move, {stay} would stay on their version.")
            number = QLocale().toString
            said = words.format(moved=number(len(chosen)), stay=number(stay))
            if self._rehearsal.more:
                further = self.tr("{more} more run on it: they come when these are moved.")
                said = f"{said} {further.format(more=number(self._rehearsal.more))}"
            self.summary.setText(said)

    # moving

    def move_chosen(self) -> None:
        """Move what is ticked, all or none."""
        chosen = self.chosen()
        if not chosen or self._moving:
            return
        self._moving = True
        course = self._anew()
        self._renew()
        self._poll.start()
        action = Action(
            "move_runs",
            runs=chosen,
            version=self.newer.currentData(),
            mapping=self.mapping(),
            progress=course.tell,
            cancelled=course.is_stopped,
        )
        self._bridge.perform(action, self._moved, self._refused, owner=self)

    def reject(self) -> None:
        """Stop what is under way: nothing is moved then; close where nothing is."""
        self._course.stop()
        if not self._moving:
            super().reject()

    def _show_progress(self) -> None:
        if self._course.total:
            self.bar.setRange(0, self._course.total)
            self.bar.setValue(self._course.done)
            self.bar.show()

    def _moved(self, _done: Done) -> None:
        self._end()
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self._end()
        self.summary.setText(str(refused))

    def _end(self, *_what: object) -> None:
        self._moving = False
        self._poll.stop()
        self.bar.hide()
        self._renew()
