"""Cancelling the run on a record, whichever it is: asked about before, by a dry run."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from desktop.views.exchange import Query
from desktop.views.process_log import LogFilter, LogRunRow
from ui.page import Page
from ui.process_log.cancel_dialog import CancelRunDialog


def cancel_run_of(page: Page, subject: str, record: int) -> None:
    """Ask about the run that is under way on a record; of several, which one."""
    now = page.bridge.workspace.clock()
    wanted = LogFilter(subject=subject, record=record, first=now)
    page.bridge.ask(Query("log_runs", filter=wanted), partial(_found, page), owner=page, key="cancel_run")


def ask_about(page: Page, run: LogRunRow) -> None:
    """Ask about one run."""
    CancelRunDialog(page.window(), page.bridge, run.id, run.process).open()


def _found(page: Page, ids: tuple[int, ...]) -> None:
    query = Query("list_rows", subject="run", ids=ids)
    page.bridge.ask(query, partial(_described, page), owner=page, key="cancel_run")


def _described(page: Page, rows: tuple[LogRunRow, ...]) -> None:
    under_way = [row for row in rows if row.ended_at is None]
    if len(under_way) == 1:
        ask_about(page, under_way[0])
    elif under_way:
        menu = QMenu(page)
        menu.setObjectName("cancelRunMenu")
        for row in under_way:
            action = menu.addAction(row.process.replace("&", "&&"))
            action.setObjectName(f"cancel_run_{row.id}")
            action.triggered.connect(partial(ask_about, page, row))
        menu.popup(QCursor.pos())
    else:
        page.bridge.refused.emit(QCoreApplication.translate("ProcessLog", "No process runs on this record."))
