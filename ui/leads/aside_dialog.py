"""AsideDialog: until which day a lead is put aside, and why."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.exchange import Action, Done
from desktop.views.records import PutAside
from ui.bridge import Bridge
from ui.fields.dates import DateField
from ui.fields.field import Field, Labelled
from ui.fields.text import MemoField
from ui.refusal import Refusal
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text

_SPANS = (14, 30, 90)


class AsideDialog(Dialog):
    """A day and a reason; three buttons for the usual spans."""

    def __init__(
        self, window: QWidget, bridge: Bridge, lead: int, title: str, *, before: PutAside | None = None
    ) -> None:
        super().__init__(window, "", name="asideDialog", width=460)
        self._bridge = bridge
        self._lead = lead
        today = bridge.workspace.clock().astimezone().date()
        self.set_title(self.tr("Put aside until"))
        self.body.addWidget(Text(title, self.sheet, role="strong", wrap=True))
        self.until = DateField(self.sheet, name="untilEdit", now=bridge.workspace.clock)
        self.reason = MemoField(self.sheet, name="asideReasonEdit", lines=3)
        self.until.set_value(before.until if before is not None else today + timedelta(days=_SPANS[0]))
        self.reason.set_value(before.reason if before is not None else "")
        self.body.addWidget(self._labelled(self.until, self.tr("Until")))
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        words = (self.tr("Two weeks"), self.tr("A month"), self.tr("A quarter"))
        for days, text in zip(_SPANS, words, strict=True):
            button = Button(text, self.sheet, small=True, name=f"aside_{days}")
            button.clicked.connect(lambda _checked=False, day=today + timedelta(days=days): self.until.set_value(day))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._labelled(self.reason, self.tr("Why it has to wait")))
        hint = self.tr("On that day a call with a reminder brings it back; it stands in “My day” then.")
        self.body.addWidget(Text(hint, self.sheet, tone="muted", wrap=True))
        self._wrong = Refusal(self, bridge, name="asideRefusal")
        self.body.addWidget(self._wrong)
        self.add_button(self.tr("Cancel"), name="asideCancelButton")
        self.ok = self.add_button(self.tr("Put aside"), kind="primary", run=self.confirm, name="asideConfirmButton")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.confirm)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def open(self) -> None:
        """Show it with the keyboard in the day."""
        self.show_over(focus=self.until.editor)

    def confirm(self) -> None:
        """Put the lead aside; a refusal stands at the field at fault."""
        if not self.ok.isEnabled():
            return
        self.until.commit()
        self.reason.commit()
        if not self.until.is_valid():
            self.until.setFocus()
            return
        self._wrong.lock(self.ok)
        refused = partial(self._wrong.refuse, fields={"until": self.until, "reason": self.reason})
        action = Action("put_lead_aside", lead=self._lead, until=self.until.value(), reason=self.reason.value())
        self._bridge.perform(action, self._done, refused, owner=self)

    def _done(self, _done: Done) -> None:
        self.accept()

    def _labelled(self, field: Field, text: str) -> Labelled:
        row = Labelled(field, self.sheet, required=True)
        row.set_text(text)
        return row
