"""A person at the window, who knows the parts by their object names (product description, section 6), not our classes.

What the window shows is compared with what the workspace answers, and with the rows of the SQLite file itself.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from desktop.app import wait_until_idle
from desktop.views.exchange import Action, Done, Query
from ui.tour.robot import Kind, Robot

Key, Modifier = Qt.Key, Qt.KeyboardModifier

TASKS = {
    "contact_customer": "Contact the customer, clarify the need, agree the date and time of the presentation",
    "prepare_presentation": "Prepare the presentation",
    "presentation_meeting": "Presentation",
    "present_proposal": "Present the proposal",
    "get_comments": "Contact the customer for comments and approval of the proposal",
    "prepare_contract": "Prepare and approve the contract internally",
    "send_contract": "Send the contract to the customer",
    "clarify_status": "Contact the customer, clarify the contract's status and the date of comments",
    "sign_contract": "Approve and sign the contract with the customer",
}
"""Section 3: the tasks in English."""

STAGE_TASKS = {
    "qualification": ["contact_customer", "prepare_presentation"],
    "presentation": ["presentation_meeting"],
    "proposal": ["present_proposal", "get_comments", "prepare_contract"],
    "contracting": ["send_contract", "clarify_status", "sign_contract"],
}
GOOD = {
    "contact_customer": "presentation_agreed",
    "prepare_presentation": "prepared",
    "presentation_meeting": "interested",
    "present_proposal": "presented",
    "get_comments": "agreed",
    "prepare_contract": "approved",
    "send_contract": "sent",
    "clarify_status": "received",
    "sign_contract": "signed",
}


class Hand(Robot):
    """Clicks and types in one window; ``file`` is the database that it stands on."""

    def __init__(self, window: Any, file: Path, clock: Any) -> None:
        super().__init__(window)
        self.file = file
        self.clock = clock

    def all(self, name: str, kind: type[Kind], inside: QWidget | None = None) -> list[Kind]:
        """As the robot sees them, but those of this window alone: a story may have two open."""
        return [found for found in super().all(name, kind, inside) if self._is_ours(found)]

    def _is_ours(self, widget: QWidget) -> bool:
        owner: QWidget | None = widget
        while owner is not None and owner is not self.window:
            owner = owner.parentWidget()
        return owner is self.window

    # looking at the workspace and at the file -----------------------------------------------------

    def ask(self, name: str, /, **arguments: object) -> Any:
        return self.window.bridge.workspace.ask(Query(name, **arguments)).result(20)

    def do(self, name: str, /, **arguments: object) -> Done:
        """Carry out an action as a script beside the window would, for what a story only needs as its ground."""
        done = self.window.bridge.workspace.perform(Action(name, **arguments)).result(20)
        self.rest()
        return done

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as connection:
            return connection.execute(statement, values).fetchall()

    def value(self, statement: str, *values: object) -> Any:
        return self.sql(statement, *values)[0][0]

    def tasks(self, sale: int) -> list[str]:
        """Open tasks of the process, as the file has them, by the order of their making."""
        rows = self.sql(
            "SELECT element_id FROM activity WHERE opportunity_id = ? AND status = 'planned'"
            " AND instance_id IS NOT NULL ORDER BY id",
            sale,
        )
        return [element for (element,) in rows]

    def stage(self, sale: int) -> str:
        return self.value(
            "SELECT s.code FROM opportunity o JOIN opportunity_stage s ON s.id = o.stage_id WHERE o.id = ?", sale
        )

    def running(self, sale: int) -> int:
        return self.value(
            "SELECT count(*) FROM process_instance WHERE subject = 'opportunity' AND subject_id = ?"
            " AND status = 'running'",
            sale,
        )

    def waits(self, sale: int) -> int:
        """How many things the runs on a sale wait for."""
        return self.value(
            "SELECT count(*) FROM process_wait w JOIN process_instance i ON i.id = w.instance_id"
            " WHERE i.subject = 'opportunity' AND i.subject_id = ?",
            sale,
        )

    def own_task(self, title: str) -> int:
        """Make a task by hand on the action panel; the title is no other's."""
        self.push("newTaskButton", self.see("actionPanel"))
        self.write("newActivityTitle", title)
        self.push("createActivityButton")
        self.rest()
        return self.value("SELECT id FROM activity WHERE title = ?", title)

    def count(self, table: str) -> int:
        return self.value(f"SELECT count(*) FROM {table}")

    # looking at the window ------------------------------------------------------------------------

    def rest(self) -> None:
        """Let every answer arrive and be shown."""
        self.settle()
        wait_until_idle(self.window)
        self.settle()
        wait_until_idle(self.window)

    def see(self, name: str, inside: QWidget | None = None) -> Any:
        return self.find(name, QWidget, inside)

    def shown(self, name: str, inside: QWidget | None = None) -> bool:
        return bool(self.all(name, QWidget, inside))

    def gone(self, name: str) -> None:
        self.until(lambda: not self.shown(name), f"{name} should go away")

    @property
    def place(self) -> tuple[str, int | None]:
        where = self.window.history.current
        return (where.name, where.id)

    @property
    def sale(self) -> int:
        """The opportunity whose page is shown."""
        self.see("opportunityPage")
        name, number = self.place
        assert name == "opportunity" and number is not None, self.place
        return number

    def cards(self) -> list[QWidget]:
        """The mini-cards, as a person reads them: row by row."""
        panel = self.see("actionPanel")
        found = self.all("miniCard", QWidget, panel)
        return sorted(found, key=lambda card: card.mapTo(panel, card.rect().topLeft()).toTuple()[::-1])

    def card(self, task: str) -> QWidget:
        """The mini-card of an open task of the process, by the task's element."""
        sale = self.sale
        (number,) = self.sql(
            "SELECT id FROM activity WHERE opportunity_id = ? AND element_id = ? AND status = 'planned'", sale, task
        )[0]
        return self.card_of(number)

    def card_of(self, activity: int) -> QWidget:
        found: list[QWidget] = []

        def there() -> bool:
            found[:] = [c for c in self.cards() if c.property("activityId") == activity]
            return bool(found)

        self.until(there, f"the mini-card of activity {activity} should be shown")
        return found[0]

    def texts(self, inside: QWidget) -> str:
        """Everything that can be read in there."""
        return "\n".join(readable(inside))

    # acting ---------------------------------------------------------------------------------------

    def push(self, name: str, inside: QWidget | None = None) -> None:
        """Click the button of that name, and let the window finish."""
        self.click(self.find(name, QAbstractButton, inside))
        self.rest()

    def write(self, name: str, text: str, inside: QWidget | None = None) -> None:
        """Click into a field and type over what stands there."""
        self.type(self.find(name, QWidget, inside), text)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        self.press(key, modifiers)
        self.rest()

    def pick(self, entry: str) -> None:
        """Choose the entry of the open menu."""
        self.choose_named(entry)
        self.rest()

    def hover(self, widget: QWidget) -> None:
        """Come to a widget from elsewhere: the pointer may rest there already from another story."""
        super().hover(self.see("titleLabel"))
        super().hover(widget)

    def command(self, text: str, *, enter: bool = True) -> None:
        """Ctrl+K, type, Enter."""
        self.press(Key.Key_K, Modifier.ControlModifier)
        self.keys(text)
        if enter:
            self.key(Key.Key_Return)

    # short words of the trade ---------------------------------------------------------------------

    def run(self) -> int:
        """L1 by the quickest mouse: the launch button, its menu's window, Run."""
        self.click(self.see("runProcessButton"))
        self.pick("runProcessAction")
        self.push("runButton", self.see("runProcessDialog"))
        self.until(lambda: self.place[0] == "opportunity" and self.shown("opportunityPage"), "the page should open")
        self.rest()
        return self.sale

    def open_card(self, task: str) -> QWidget:
        self.click(self.find("completeButton", QAbstractButton, self.card(task)))
        self.rest()
        return self.see("miniCardPopup")

    def complete(self, task: str, result: str = "", *, when: str = "", comment: str = "", spent: str = "") -> None:
        """Complete a task on its mini-card."""
        popup = self.open_card(task)
        button = self.find(f"result_{result or GOOD[task]}", QAbstractButton, popup)
        if not button.isChecked():
            self.click(button)
        for field, text in (("whenEdit", when), ("commentEdit", comment), ("spentEdit", spent)):
            if text:
                self.write(field, text, popup)
        self.push("confirmButton", popup)
        self.gone("miniCardPopup")
        self.rest()

    def go_to_stage(self, code: str) -> None:
        self.push(f"stage_{code}", self.see("stageBar"))

    def close_sale(self, final: str, *, income: str = "", reason: bool = True, competitor: str = "") -> None:
        """The last chevron, its menu, and the answers that closing asks for (R13)."""
        self.click(self.find("stage_closed", QAbstractButton, self.see("stageBar")))
        self.pick(final)
        self.answer_closing(income=income, reason=reason, competitor=competitor)

    def answer_closing(self, *, income: str = "", reason: bool = True, competitor: str = "") -> None:
        dialog = self.see("closingDialog")
        if self.shown("reasonEdit", dialog) and reason:
            self.click(self.see("reasonEdit", dialog))
            self.press(Key.Key_Down)
            self.press(Key.Key_Return)
        if competitor:
            self.write("competitorEdit", competitor, dialog)
        if income:
            self.write("incomeEdit", income, dialog)
        self.push("closingConfirmButton", dialog)
        self.gone("closingDialog")
        self.rest()

    def undo(self) -> None:
        self.key(Key.Key_Z, Modifier.ControlModifier)

    def toast(self) -> str:
        return str(self.find("toastText", QLabel).text())


def readable(root: QWidget) -> list[str]:
    """Every text that a person can read in a widget: labels, buttons, placeholders, menus' entries, rows of lists."""
    found: list[str] = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        elif isinstance(widget, QLineEdit):
            found += [widget.text(), widget.placeholderText()]
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            found += [widget.toPlainText(), widget.placeholderText()]
        elif isinstance(widget, QMenu):
            found += [action.text() for action in widget.actions()]
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            columns = model.columnCount(QModelIndex()) if isinstance(widget, QTableView) else 1
            for column in range(columns):
                found.append(str(model.headerData(column, Qt.Orientation.Horizontal) or ""))
                found += [
                    str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "")
                    for row in range(min(model.rowCount(QModelIndex()), 50))
                ]
    return [text for text in found if text.strip()]


def windows() -> list[QWidget]:
    """Every visible window of the program, menus and popups too."""
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]
