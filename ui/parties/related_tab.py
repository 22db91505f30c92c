"""RelatedTab: the leads, activities, orders ... of an account, a contact or a lead, on a tab of its page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Query, Ref
from desktop.views.related import RelatedRows
from ui.bridge import Bridge
from ui.lists.columns import Column
from ui.record_tab import RecordTab
from ui.records.related import OPPORTUNITY_COLUMNS, RelatedTable
from ui.small_popups import NewActivityPopup
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

COLUMNS: dict[str, tuple[Column, ...]] = {
    "opportunity": OPPORTUNITY_COLUMNS,
    "lead": (
        Column("title", "title", 170, 3),
        Column("stage", "stage", 150, 1),
        Column("owner", "muted", 110),
        Column("created_at", "moment", 130),
    ),
    "activity": (
        Column("title", "title", 190, 4),
        Column("due_at", "due", 170),
        Column("owner", "muted", 110),
        Column("result", "text", 120, 1),
    ),
    "order": (
        Column("number", "title", 100),
        Column("opportunity", "text", 150, 2),
        Column("status", "text", 110),
        Column("ordered_on", "date", 104),
        Column("total", "money", 110),
    ),
}
_TABLES = {
    "opportunity": ("opportunity", "opportunity_stage", "activity"),
    "lead": ("lead", "lead_stage", "person"),
    "activity": ("activity", "opportunity", "lead"),
    "order": ("sales_order", "opportunity"),
}
_MOST = 12


class RelatedTab(RecordTab):
    """A table of one kind of record; on the activities' one a task, a call or a meeting can be planned."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, subject: str, kind: str) -> None:
        """``subject`` is whose page this stands on, ``kind`` what is listed."""
        super().__init__(bridge, parent)
        self.touched_by = (subject, *_TABLES[kind])
        self.setObjectName(f"{kind}Tab")
        self._subject = subject
        self._kind = kind
        self._popup: NewActivityPopup | None = None
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(8))
        self.buttons: dict[str, Button] = {}
        if kind == "activity":
            row = QHBoxLayout()
            row.setSpacing(look.px(8))
            for made, icon in (("task", "square-check"), ("call", "phone"), ("meeting", "users")):
                button = Button("", self, kind="flat", small=True, icon=icon, name=f"new_{made}")
                button.clicked.connect(lambda _checked=False, kind=made: self.plan(kind))
                self.buttons[made] = button
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self.table = RelatedTable(
            kind, COLUMNS[kind], bridge.workspace.clock, self, name=f"{subject}_{kind}_table", most=_MOST
        )
        self.table.go.connect(self.go)
        column.addWidget(self.table)
        self._more = Text("", self, tone="muted", role="small", wrap=True)
        self._more.hide()
        column.addWidget(self._more)
        column.addStretch(1)

    def ask(self) -> None:
        """Ask for the rows."""
        query = Query("related", subject=self._subject, id=self.record, kind=self._kind)
        self.bridge.ask(query, self._arrived, owner=self, key="related")

    def forget(self) -> None:
        """Show nothing of the record before."""
        self.table.set_rows(())
        self._more.hide()

    def plan(self, kind: str) -> None:
        """Open the small form for a new activity about the record."""
        if self.record is None:
            return
        if self._popup is None:
            self._popup = NewActivityPopup(self.window(), self.bridge)
            self._popup.wanted.connect(self._perform)
        button = self.buttons[kind]
        self._popup.open_for(kind, {self._subject: self.record}, self._me(), button)

    def _me(self) -> Ref | None:
        shell = getattr(self.window(), "shell", None)
        person = getattr(shell, "person", None)
        return None if person is None else Ref(person.id, person.name)

    def _perform(self, action: Action) -> None:
        self.bridge.perform(action, owner=self)

    def _arrived(self, found: RelatedRows) -> None:
        self.table.set_rows(found.rows)
        self._more.setText(self.tr("Only the first %Ln are shown. The list shows all of them.", "", len(found.rows)))
        self._more.setVisible(found.more)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        titles = {
            "opportunity": (self.tr("Opportunities"), self.tr("No opportunities yet.")),
            "lead": (self.tr("Leads"), self.tr("No leads yet.")),
            "activity": (self.tr("Activities"), self.tr("No activities yet. Plan a task, a call or a meeting.")),
            "order": (self.tr("Orders"), self.tr("No orders yet.")),
        }
        self.table.set_words(*titles[self._kind])
        words = {"task": self.tr("New task"), "call": self.tr("New call"), "meeting": self.tr("New meeting")}
        for kind, button in self.buttons.items():
            button.setText(words[kind])
        super().retranslate()
