"""SuspectBar: says while one types that a record may be there already, with the ways to open it and to merge both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.duplicates import Suspect
from desktop.views.exchange import Action, Place, Query
from ui.bridge import Bridge
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import ElidedLabel, IconLabel, Text
from ui.widgets.styling import restyle

SHOWN = 3
_PAUSE = 250


class SuspectBar(QFrame):
    """Hidden while there is nothing to say. It asks a quarter of a second after the last letter."""

    go = Signal(object)
    merge_wanted = Signal(int)
    """Carries the record that may be the same as the one shown."""
    shown = Signal()
    """What it shows has changed, and so has its size."""

    def __init__(self, bridge: Bridge, subject: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("suspectBar")
        restyle(self, role="hint", tone="warning")
        self._bridge = bridge
        self._subject = subject
        self._record: int | None = None
        self._fields: dict[str, str] = {}
        self._asked: tuple[int | None, dict[str, str]] | None = None
        self._found: tuple[Suspect, ...] = ()
        self._editable = True
        look = theme()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(look.px(12), look.px(6), look.px(8), look.px(6))
        outer.setSpacing(look.px(8))
        outer.addWidget(IconLabel("users", self, tone="warning_text"), 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout()
        inside.setSpacing(look.px(2))
        self._head = Text("", self, role="strong", wrap=True)
        inside.addWidget(self._head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(2))
        inside.addLayout(self._rows)
        outer.addLayout(inside, 1)
        self.apart_button = Button("", self, kind="link", small=True, name="tellApartButton")
        self.apart_button.clicked.connect(self._tell_apart)
        outer.addWidget(self.apart_button, 0, Qt.AlignmentFlag.AlignTop)
        self._close = IconButton("x", "", self, size=14, name="suspectCloseButton")
        self._close.clicked.connect(self.hide)
        outer.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.hide()

    def look_for(self, fields: Mapping[str, str], record: int | None = None, *, editable: bool = True) -> None:
        """Ask who these texts may be, without the record itself; ``editable``: it may be merged."""
        if record != self._record:
            self._show(())
        self._record, self._fields, self._editable = record, dict(fields), editable
        if self._asked != (record, self._fields):
            self._pause.start()

    def again(self) -> None:
        """Ask anew: records have changed."""
        if self._asked is not None:
            self._asked = None
            self._pause.start()

    def found(self) -> tuple[Suspect, ...]:
        """Return what is shown."""
        return self._found

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.apart_button.setText(self.tr("They are different"))
        self.apart_button.setToolTip(self.tr("Do not suggest them again"))
        self._close.set_label(self.tr("Dismiss"))
        self._asked = None
        if self._fields:
            self._pause.start()
        self._show(self._found)

    def _ask(self) -> None:
        self._asked = (self._record, dict(self._fields))
        if not any(self._fields.values()):
            self._show(())
            return
        query = Query("suspects", subject=self._subject, fields=self._fields, id=self._record)
        self._bridge.ask(query, self._show, lambda _error: None, owner=self, key="suspects")

    def _show(self, found: tuple[Suspect, ...]) -> None:
        self._found = found
        while self._rows.count():
            item = self._rows.takeAt(0)
            row = item.widget() if item is not None else None
            if row is not None:
                row.hide()
                row.deleteLater()
        for suspect in found[:SHOWN]:
            self._rows.addWidget(self._row(suspect))
        known = self._record is not None
        self._head.setText(self.tr("Perhaps this is the same as:") if known else self.tr("Perhaps it is here already:"))
        self.apart_button.setVisible(known and self._editable)
        self.setAccessibleName(" ".join([self._head.text(), *(f"{one.label} ({one.why})" for one in found[:SHOWN])]))
        self.setVisible(bool(found))
        self.shown.emit()

    def _row(self, suspect: Suspect) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(8))
        said = f"{suspect.label} ({suspect.why})"
        label = ElidedLabel(" · ".join(part for part in (said, suspect.detail) if part), row)
        layout.addWidget(label, 1)
        go = Button(self.tr("Open"), row, kind="link", small=True, name="openSuspectButton")
        go.setAccessibleName(self.tr("Open {record}").format(record=suspect.label))
        go.clicked.connect(partial(self.go.emit, Place(suspect.subject, suspect.id)))
        layout.addWidget(go)
        if self._record is not None and self._editable:
            merge = Button(self.tr("Merge..."), row, kind="link", small=True, name="mergeSuspectButton")
            merge.setAccessibleName(self.tr("Merge with {record}").format(record=suspect.label))
            merge.clicked.connect(partial(self.merge_wanted.emit, suspect.id))
            layout.addWidget(merge)
        return row

    def _tell_apart(self) -> None:
        if self._record is None or not self._found:
            return
        action: Action | None = None
        for suspect in self._found[:SHOWN]:
            action = Action("tell_apart", subject=self._subject, records=(self._record, suspect.id))
            self._bridge.perform(action, owner=self)
        self.again()
