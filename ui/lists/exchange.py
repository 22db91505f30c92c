"""Exchange: the menu at the head of a list that imports records and exports the list as it is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.views.exchange import Availability
from desktop.views.spreadsheets import Exported
from desktop.views.table_import import SUBJECTS
from ui.commands import Command
from ui.lists.columns import heading
from ui.lists.model import ListModel
from ui.lists.table import ListTable
from ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.exporting import Export


class Exchange(QObject):
    """Belongs to a list page; :attr:`button` goes into its head."""

    def __init__(self, page: QWidget, bridge: Bridge, subject: str, table: ListTable, model: ListModel) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._subject = subject
        self._table = table
        self._model = model
        self._title = ""
        self.button = IconButton("download", "", page, framed=True, name="exchangeButton")
        self.menu = QMenu(page)
        self.menu.setObjectName("exchangeMenu")
        self.import_action = self._action("importAction", self.import_table)
        self.import_action.setVisible(subject in SUBJECTS)
        self.menu.addSeparator()
        self.all_xlsx = self._action("exportWorkbookAction", partial(self.export, "xlsx"))
        self.all_csv = self._action("exportCsvAction", partial(self.export, "csv"))
        self.menu.addSeparator()
        self.selected_xlsx = self._action("exportSelectedWorkbookAction", partial(self.export, "xlsx", selected=True))
        self.selected_csv = self._action("exportSelectedCsvAction", partial(self.export, "csv", selected=True))
        self.button.clicked.connect(self.open_menu)
        self.menu.aboutToShow.connect(self._renew)

    def _action(self, name: str, run: object) -> QAction:
        action = self.menu.addAction("")
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: run())  # type: ignore[operator]
        return action

    def commands(self, group: str) -> list[Command]:
        """Import, and export of all rows."""
        return [
            Command(
                "list.exchange", self.tr("Import or export..."), self.open_menu, "Ctrl+Shift+E", "download",
                group=group, listed=False,
            ),
            Command(
                "list.export_xlsx", self.tr("Export this list to a workbook (XLSX)..."), partial(self.export, "xlsx"),
                icon="download", available=self._some, group=group, also=self.tr("Excel|Spreadsheet|Save the list"),
            ),
            Command(
                "list.export_csv", self.tr("Export this list to CSV..."), partial(self.export, "csv"),
                icon="download", available=self._some, group=group,
            ),
        ]  # fmt: skip

    def retranslate(self, title: str) -> None:
        """Say everything in the language in force; ``title`` is what the list is called."""
        self._title = title
        self.button.set_label(self.tr("Import and export"), shortcut="Ctrl+Shift+E")
        self.import_action.setText(self.tr("Import..."))
        self.all_xlsx.setText(self.tr("Export all rows to a workbook (XLSX)..."))
        self.all_csv.setText(self.tr("Export all rows to CSV..."))
        self._renew()

    def open_menu(self) -> None:
        """Open the menu at its button."""
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def import_table(self) -> None:
        """Open the wizard for this subject."""
        from ui.import_wizard.dialog import open_import

        open_import(self._page.window(), self._subject)  # type: ignore[arg-type]

    def export(self, kind: str, *, selected: bool = False) -> None:
        """Ask where to, and write the rows with the columns that are shown, in their order."""
        from ui.exporting import choose_target

        export = self._what(selected=selected)
        if not export.ids:
            return
        path = choose_target(self._page.window(), export, kind, self._bridge.workspace.clock().date())
        if path:
            self.export_to(path, selected=selected)

    def export_to(self, path: str, *, selected: bool = False) -> None:
        """Write the rows into this file; XLSX where it ends so, else CSV."""
        from ui.exporting import ExportProgress

        export = self._what(selected=selected)
        ExportProgress(self._page.window(), self._bridge, export, path, self._exported).begin()

    def _what(self, *, selected: bool) -> Export:
        from ui.exporting import Export

        head, columns = self._table.horizontalHeader(), self._model.columns()
        order = [head.logicalIndex(place) for place in range(head.count())]
        shown = [columns[number] for number in order if not self._table.isColumnHidden(number)]
        ids = self._table.selected_ids() if selected else self._model.ids()
        named = [(column.name, heading(self._subject, column.name), column.kind) for column in shown]
        return Export(self._subject, self._title, ids, named)

    def _some(self) -> Availability:
        some = self._model.rowCount() > 0
        return Availability(some, "" if some else self.tr("There is nothing in this list"))

    def _renew(self) -> None:
        count = len(self._table.selected_ids())
        for action in (self.all_xlsx, self.all_csv):
            action.setEnabled(self._model.rowCount() > 0)
        for action in (self.selected_xlsx, self.selected_csv):
            action.setEnabled(count > 0)
        self.selected_xlsx.setText(self.tr("Export %n selected row(s) to a workbook (XLSX)...", "", count))
        self.selected_csv.setText(self.tr("Export %n selected row(s) to CSV...", "", count))

    def _exported(self, exported: Exported) -> None:
        toast = getattr(self._page.window(), "toast", None)
        if toast is not None:
            words = self.tr("%n row(s) exported to {path}", "", exported.rows)
            toast.say(words.format(path=exported.path))
