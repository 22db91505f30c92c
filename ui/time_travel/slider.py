"""TimeSlider: goes through the moments of a past; "26 Nov 14:00 · step 9 of 14" (N4, design/process-page.png)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from desktop.views.past import Moment
from ui.formats import moment_text
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import ElidedLabel, Pill, Text


class TimeSlider(QWidget):
    """The slider with a button for each direction, when it was and, below, what was done and by whom.

    The last place is the present; Escape, the link and End lead back to it. It performs and asks nothing.
    """

    moved = Signal(int)
    """Carries the number of the moment, from 0; the last one is the present."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "timeSlider") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        look = theme()
        self._moments: tuple[Moment, ...] = ()
        self._before = 0
        self._now: datetime | None = None
        self.earlier = IconButton("chevron-left", "", self, framed=True, size=14, name="earlierButton")
        self.later = IconButton("chevron-right", "", self, framed=True, size=14, name="laterButton")
        self.handle = QSlider(Qt.Orientation.Horizontal, self)
        self.handle.setObjectName("timeHandle")
        self.handle.setRange(0, 0)
        self.handle.setMinimumWidth(look.px(120))
        self.label = Text("", self, tone="muted", name="momentLabel")
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.what = ElidedLabel("", self, tone="muted", name="momentWhat")
        self.undone = Pill("", self, tone="warning", name="momentUndone")
        self.back = Button("", self, kind="link", small=True, name="presentButton")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        row.addWidget(self.earlier)
        row.addWidget(self.handle, 1)
        row.addWidget(self.label)
        row.addWidget(self.later)
        below = QHBoxLayout()
        below.setSpacing(look.px(8))
        below.addSpacing(self.earlier.sizeHint().width() + look.px(2))
        below.addWidget(self.what, 1)
        below.addWidget(self.undone)
        below.addWidget(self.back)
        column.addLayout(row)
        column.addLayout(below)
        self.earlier.clicked.connect(lambda: self.go(self.number() - 1))
        self.later.clicked.connect(lambda: self.go(self.number() + 1))
        self.back.clicked.connect(self.go_to_present)
        self.handle.valueChanged.connect(self._moved)
        for part in (self.handle, self.earlier, self.later, self.back):
            part.installEventFilter(self)
        self.retranslate()

    def set_moments(self, moments: tuple[Moment, ...], number: int, *, before: int = 0, now: datetime) -> None:
        """Show these moments and stand on one of them, silently. ``before`` counts those that are told no more."""
        self._moments, self._before, self._now = moments, before, now
        self.handle.blockSignals(True)
        self.handle.setRange(0, max(0, len(moments) - 1))
        self.handle.setPageStep(max(1, len(moments) // 10))
        self.handle.setValue(number)
        self.handle.blockSignals(False)
        count = len(moments) + before
        words = self.tr("{moment} · step {number} of {count}")
        widest = words.format(moment="30 Wwww 9999 00:00", number=count, count=count)
        self.label.setMinimumWidth(self.label.fontMetrics().horizontalAdvance(widest) if moments else 0)
        self._say()

    def number(self) -> int:
        """The moment stood on, from 0."""
        return self.handle.value()

    def at_present(self) -> bool:
        """Whether the present is shown."""
        return self.number() >= len(self._moments) - 1

    def go(self, number: int) -> None:
        """Go to a moment; beyond either end to that end."""
        self.handle.setValue(number)

    def go_to_present(self) -> None:
        """Leave the past."""
        inside = self.back.hasFocus() or self.later.hasFocus()
        self.go(len(self._moments) - 1)
        if inside:
            self.handle.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.setAccessibleName(self.tr("Time travel"))
        self.earlier.set_label(self.tr("One step earlier"))
        self.later.set_label(self.tr("One step later"))
        self.handle.setAccessibleName(self.tr("Time travel"))
        self.handle.setToolTip(self.tr("Drag, or use the arrow keys, to see how it was"))
        self.undone.set_text(self.tr("undone later"))
        self.back.setText(self.tr("Back to now"))
        self.back.setToolTip("Esc")
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leads back to the present; there it belongs to the window."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape and not self.at_present():  # type: ignore[attr-defined]
            self.go_to_present()
            return True
        return False

    def _moved(self, number: int) -> None:
        self._say()
        self.moved.emit(number)

    def _say(self) -> None:
        present, count = self.at_present(), len(self._moments)
        self.earlier.setEnabled(self.number() > 0)
        self.later.setEnabled(not present)
        self.handle.setEnabled(count > 1)
        self.back.setVisible(not present)
        if not count:
            self.label.setText("")
            self.what.setText("")
            self.undone.hide()
            return
        moment = self._moments[self.number()]
        when = self.tr("Now") if present else moment_text(moment.at, now=self._now)
        words = self.tr("{moment} · step {number} of {count}")
        said = words.format(moment=when, number=self.number() + 1 + self._before, count=count + self._before)
        self.label.setText(said)
        self.what.setText(": ".join(part for part in (moment.who, moment.what) if part))
        self.undone.setVisible(moment.undone)
        self.handle.setAccessibleDescription(f"{said}. {self.what.text()}")
