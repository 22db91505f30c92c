"""AssignDialog: who gets one lead or several, by hand or the least busy of the team, with what everybody has to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.exchange import Action, Done, Query
from desktop.views.records import Assignee
from ui.bridge import Bridge
from ui.completion import Candidate, match
from ui.fields.field import Labelled
from ui.fields.text import MemoField
from ui.refusal import Refusal
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.rows import Row, RowList

LEAST = "least"
"""The key of the row that leaves the choice to the program."""


class AssignDialog(Dialog):
    """Assigns leads or, with ``hands_off``, hands one off to sales with a comment."""

    assigned = Signal()

    def __init__(
        self, window: QWidget, bridge: Bridge, leads: tuple[int, ...], title: str, *, hands_off: bool = False
    ) -> None:
        """``title`` says which leads."""
        super().__init__(window, "", name="assignDialog", width=460)
        self._bridge = bridge
        self._leads = leads
        self._hands_off = hands_off
        self._people: tuple[Assignee, ...] = ()
        self.set_title(self.tr("Hand off to sales") if hands_off else self.tr("Assign an owner"))
        self.body.addWidget(Text(title, self.sheet, role="strong", wrap=True))
        self.find_edit = QLineEdit(self.sheet)
        self.find_edit.setObjectName("assignFindEdit")
        self.find_edit.setPlaceholderText(self.tr("Find a person"))
        self.find_edit.setAccessibleName(self.tr("Find a person"))
        self.find_edit.textChanged.connect(self._narrow)
        self.find_edit.installEventFilter(self)
        self.list = RowList(self.sheet, name="assigneeList", single_click=False)
        self.list.setAccessibleName(self.tr("People"))
        self.list.setMinimumHeight(theme().px(230))
        self.list.chosen.connect(lambda _key: self.confirm())
        self.body.addWidget(self.find_edit)
        self.body.addWidget(self.list, 1)
        self.comment = MemoField(self.sheet, name="handoffCommentEdit", lines=2)
        row = Labelled(self.comment, self.sheet)
        row.set_text(self.tr("What the new owner should know"))
        row.setVisible(hands_off)
        self.body.addWidget(row)
        self._wrong = Refusal(self, bridge, name="assignRefusal")
        self.body.addWidget(self._wrong)
        self.add_button(self.tr("Cancel"), name="assignCancelButton")
        words = self.tr("Hand off") if hands_off else self.tr("Assign")
        self.ok = self.add_button(words, kind="primary", run=self.confirm, name="assignConfirmButton")
        self.ok.setEnabled(False)

    def open(self) -> None:
        """Show it with the keyboard in the line, and ask who there is."""
        self.show_over(focus=self.find_edit)
        self._bridge.ask(Query("lead_assignees"), self._arrived, self._not_read, owner=self, key="people")

    def confirm(self) -> None:
        """Give the leads to the person of the selected row."""
        key = self.list.selected()
        if key is None or not self.ok.isEnabled():
            return
        self._wrong.lock(self.ok)
        owner = None if key == LEAST else int(key)
        if self._hands_off:
            self.comment.commit()
            action = Action("hand_off_lead", lead=self._leads[0], owner=owner, comment=self.comment.value())
        else:
            action = Action("assign_leads", leads=self._leads, owner=owner)
        self._bridge.perform(action, self._done, self._wrong.refuse, owner=self)

    def _done(self, _done: Done) -> None:
        self.accept()
        self.assigned.emit()

    def _not_read(self, error: Exception) -> None:
        self._wrong.say(str(error))

    def _arrived(self, people: tuple[Assignee, ...]) -> None:
        self._people = people
        self._narrow(self.find_edit.text())

    def _narrow(self, text: str) -> None:
        rows = []
        least = next((one for one in self._people if one.least), None)
        if least is not None and not text.strip():
            several = len(self._leads) > 1
            one_by_one, alone = self.tr("Each to whoever is least busy then"), self.tr("The least busy of the team")
            title = one_by_one if several else alone
            begins = self.tr("Begins with {name}: {work}") if several else "{name}: {work}"
            second = begins.format(name=least.name, work=self._busy(least))
            rows.append(Row(LEAST, title, second=second, strong=True, icon="users"))
        for fit in match(text, [Candidate(one, (one.name,)) for one in self._people]):
            one = fit.value
            right = self.tr("team") if one.team else ""
            rows.append(Row(str(one.id), one.name, fit.positions, second=self._busy(one), right=right, icon="user"))
        self.list.set_rows(
            rows or [Row("", self.tr("Nobody is called that"), header=True)], select=rows[0].key if rows else None
        )
        self.ok.setEnabled(bool(rows))

    def _busy(self, one: Assignee) -> str:
        parts = (
            self.tr("%n lead(s)", "", one.leads),
            self.tr("%n opportunity(ies)", "", one.opportunities),
            self.tr("%n activity(ies)", "", one.activities),
        )
        return ", ".join(parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the keyboard is in the line."""
        if watched is self.find_edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.confirm()
                return True
        return super().eventFilter(watched, event)
