"""CalendarMenu: writes the schedule into a calendar file, and chooses the one that is kept up to date."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop.views.exchange import Query
from ui.calendar_file import CalendarFile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.bridge import Bridge

ENDING = ".ics"


class CalendarMenu(QMenu):
    """Export the period shown, export everything, keep a subscription file."""

    period_wanted = Signal()
    """The period shown is to be exported."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("calendarMenu")
        self._bridge = bridge
        self.period_action = self._add("exportPeriodAction", self.period_wanted.emit)
        self.all_action = self._add("exportAllAction", partial(self.choose, None, None))
        self.addSeparator()
        self.keep_action = self._add("keepCalendarAction", self.choose_kept)
        self.keep_action.setCheckable(True)
        self.aboutToShow.connect(self.renew)
        self.retranslate()

    def _add(self, name: str, run: object) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: run())  # type: ignore[operator]
        self.addAction(action)
        return action

    def choose(self, start: datetime | None, end: datetime | None) -> None:
        """Ask for a file and export what lies between two moments into it; without them everything of the person."""
        self._ask(self.tr("Export the schedule"), partial(self.export, start=start, end=end))

    def export(self, path: str, *, start: datetime | None, end: datetime | None) -> None:
        """Write a calendar file and say so."""
        query = Query("export_calendar", path=_with_ending(path), start=start, end=end)
        toast = getattr(self._host(), "toast", None)
        said = toast.say if toast is not None else _nothing
        self._bridge.ask(query, said, owner=self, key="export")

    def choose_kept(self) -> None:
        """Stop keeping a file, or ask which one is to be kept up to date."""
        kept = self._kept()
        if kept is None:
            return
        if kept.path():
            kept.keep("")
            self.renew()
        else:
            self.renew()
            self._ask(self.tr("Keep a subscription file"), self.keep)

    def keep(self, path: str) -> None:
        """Keep this file up to date from now on."""
        kept = self._kept()
        if kept is not None:
            kept.keep(_with_ending(path))
            self.renew()

    def renew(self) -> None:
        """Show whether a file is kept, and which."""
        kept = self._kept()
        path = kept.path() if kept is not None else ""
        self.keep_action.setChecked(bool(path))
        words = self.tr("Keep a subscription file up to date...")
        name = Path(path).name.replace("&", "&&")
        self.keep_action.setText(self.tr("Keep {file} up to date").format(file=name) if path else words)
        self.keep_action.setToolTip(path)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setAccessibleName(self.tr("Calendar file"))
        self.period_action.setText(self.tr("Export the period shown..."))
        self.all_action.setText(self.tr("Export everything of mine..."))
        self.renew()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _kept(self) -> CalendarFile | None:
        found = getattr(self._host(), "calendar_file", None)
        return found if isinstance(found, CalendarFile) else None

    def _host(self) -> QWidget:
        """Return the window that the menu belongs to; a menu is a window of its own."""
        parent = self.parentWidget()
        return self if parent is None else parent.window()

    def _ask(self, title: str, chosen: object) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / f"dealwright{ENDING}")
        dialog = QFileDialog(self._host(), title, proposed)
        dialog.setObjectName("calendarFileDialog")
        dialog.setNameFilter(f"iCalendar (*{ENDING})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(proposed)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _with_ending(path: str) -> str:
    return path if path.lower().endswith(ENDING) else path + ENDING


def _nothing(_said: str) -> None:
    return
