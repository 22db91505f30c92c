"""VersionsTab: the versions of a process, which one is run, what differs, who still runs on which (N6)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Availability, Place, Query
from desktop.views.processes import VersionRow, Versions
from ui.bridge import Bridge
from ui.formats import moment_text
from ui.processes.tab import ProcessTab
from ui.processes.table import Cell, RowTable
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.switch import Switch

_COLUMNS = ((76.0, 0), (128.0, 0), (150.0, 1), (120.0, 1), (160.0, 2), (110.0, 0), (108.0, 0))


class VersionsTab(ProcessTab):
    """A double click shows a version; what changes something is for administrators."""

    touched_by = ("process_definition", "process_instance", "person")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("versionsTab")
        look = theme()
        self._versions: Versions | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(10), 0, 0)
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        self.menu_switch = Switch("", self, name="pinSwitch")
        self.menu_switch.clicked.connect(self._pin)
        head.addWidget(self.menu_switch)
        head.addStretch(1)
        self.off_button = Button("", self, name="switchOffButton")
        self.off_button.clicked.connect(self._switch_off)
        column.addLayout(head)
        self.table = RowTable(self, _COLUMNS, name="versionList")
        self.table.opened.connect(lambda number: self.go.emit(Place("process", number)))
        self.table.chosen.connect(self._renew)
        tools = QHBoxLayout()
        tools.setSpacing(look.px(8))
        self.compare_button = Button("", self, name="compareVersionsButton")
        self.export_button = Button("", self, name="exportVersionButton")
        self.move_button = Button("", self, name="moveRunsButton")
        self.activate_button = Button("", self, kind="primary", name="activateVersionButton")
        self.compare_button.clicked.connect(self.compare)
        self.export_button.clicked.connect(self._export)
        self.move_button.clicked.connect(self.move_runs)
        self.activate_button.clicked.connect(self._activate)
        for button in (self.compare_button, self.export_button, self.move_button):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.off_button)
        tools.addWidget(self.activate_button)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        self._renew()

    def ask(self) -> None:
        """Ask for the versions."""
        assert self.view is not None
        self.bridge.ask(Query("process_versions", key=self.view.key), self._show, owner=self, key="versions")

    def forget(self) -> None:
        """Show nothing of the process before."""
        self._versions = None
        self.table.show_rows(())

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.table.setAccessibleName(self.tr("Versions"))
        self.table.set_headings(
            (
                self.tr("Version"),
                self.tr("State"),
                self.tr("Imported"),
                self.tr("By"),
                self.tr("File"),
                self.tr("Fingerprint"),
                self.tr("Running"),
            )
        )
        self.menu_switch.set_label(self.tr("In the menu “Run process”"))
        self.off_button.setText(self.tr("Switch off"))
        self.compare_button.setText(self.tr("Compare..."))
        self.export_button.setText(self.tr("Export BPMN"))
        self.move_button.setText(self.tr("Move runs..."))
        self.activate_button.setText(self.tr("Run this version"))
        super().retranslate()

    # what can be done

    def compare(self) -> None:
        """Show what differs between the selected version and the one before it."""
        from ui.processes.compare_dialog import CompareVersions  # not above: it is rarely wanted

        row = self._chosen()
        if self._versions is not None and row is not None and len(self._versions.rows) > 1:
            dialog = CompareVersions(self.window(), self.bridge, self._versions, row.id)
            dialog.show_over(focus=dialog.difference.list)

    def move_runs(self) -> None:
        """Rehearse moving the runs of the selected version to another one."""
        from ui.processes.move_dialog import MoveDialog  # not above: it is rarely wanted

        row = self._chosen()
        if self._versions is not None and row is not None and self._can_move().enabled:
            dialog = MoveDialog(self.window(), self.bridge, self._versions, row.id)
            dialog.show_over(focus=dialog.table)

    def _export(self) -> None:
        from ui.processes.export import export_bpmn

        row = self._chosen()
        if row is not None and self.view is not None:
            export_bpmn(self.window(), self.bridge, row.id, f"{self.view.key} {row.number}")

    def _activate(self) -> None:
        row = self._chosen()
        if row is not None and not row.active:
            self.bridge.perform(Action("activate_process", definition=row.id), owner=self)

    def _switch_off(self) -> None:
        if self._versions is not None:
            self.bridge.perform(Action("deactivate_process", process=self._versions.key), owner=self)

    def _pin(self) -> None:
        if self._versions is not None:
            pinned = self.menu_switch.isChecked()
            self.bridge.perform(Action("pin_process", process=self._versions.key, pinned=pinned), owner=self)

    # answers

    def _show(self, versions: Versions) -> None:
        self._versions = versions
        if self.table.selected() is None and self.view is not None:
            self.table.show_rows([(row.id, self._cells(row)) for row in versions.rows])
            self.table.select(self.view.id)
        else:
            self.table.show_rows([(row.id, self._cells(row)) for row in versions.rows])
        self.menu_switch.setChecked(versions.pinned)
        self._renew()

    def _cells(self, row: VersionRow) -> tuple[Cell, ...]:
        state = Cell(self.tr("is run now"), tone="good_text") if row.active else Cell(self.tr("kept"), tone="muted")
        return (
            Cell(str(row.number), strong=True),
            state,
            Cell(moment_text(row.deployed_at)),
            Cell(row.deployed_by or self.tr("the program")),
            Cell(row.source, tone="muted"),
            Cell(row.hash[:8], tone="muted"),
            Cell(str(row.running or ""), right=True),
        )

    def _chosen(self) -> VersionRow | None:
        number = self.table.selected()
        rows = self._versions.rows if self._versions is not None else ()
        return next((row for row in rows if row.id == number), None)

    def _may(self) -> Availability:
        return self._versions.edit if self._versions is not None else Availability(False)

    def _can_move(self) -> Availability:
        row = self._chosen()
        if row is None or not self._may().enabled:
            return self._may()
        if self._versions is not None and len(self._versions.rows) < 2:
            return Availability(False, self.tr("There is only one version."))
        return Availability(row.running > 0, "" if row.running else self.tr("Nobody runs this version."))

    def _renew(self) -> None:
        row, may = self._chosen(), self._may()
        rows = self._versions.rows if self._versions is not None else ()
        runs = any(version.active for version in rows)
        can_run = may if row is None or not row.active else Availability(False, self.tr("It is run already."))
        one = Availability(len(rows) > 1, "" if len(rows) > 1 else self.tr("There is only one version."))
        for button, available in (
            (self.compare_button, one),
            (self.export_button, Availability(row is not None)),
            (self.move_button, self._can_move()),
            (self.activate_button, can_run if row is not None else Availability(False)),
            (self.off_button, may if runs else Availability(False, self.tr("It is switched off."))),
            (self.menu_switch, may),
        ):
            button.setEnabled(available.enabled)
            button.setToolTip(available.why_not)
