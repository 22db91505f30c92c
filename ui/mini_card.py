"""MiniCard: one open task on the action panel (R1), completed in place."""

from datetime import datetime
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.exchange import Query
from desktop.views.opportunities import MiniCard as MiniCardView
from ui.asked import Asked
from ui.formats import moment_text, step_text
from ui.icons import pixmap
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, IconLabel, Pill
from ui.widgets.styling import restyle

_ICONS = {"call": "phone", "meeting": "calendar", "task": "square-check"}
_TONES: dict[str, Literal["bad", "accent"]] = {"overdue": "bad", "today": "bad", "ahead": "accent"}


class CompleteButton(Button):
    """The blue button with an arrow that says that something opens below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, kind="primary", icon="check", small=True, name="completeButton")
        restyle(self, menu=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow after the words."""
        super().paintEvent(event)
        look = theme()
        side = look.px(12)
        tone = "on_accent" if self.isEnabled() else "muted"
        picture = pixmap("chevron-down", tone=tone, size=12, ratio=self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(QPointF(self.width() - side - look.px(8), (self.height() - side) / 2), picture)


class MiniCard(QWidget):
    """A card with title, when it is due, whose it is, the process that made it, and what can be done.

    The bar at the left and the pill say by colour and by words whether it is overdue, due today or ahead.
    """

    complete_pressed = Signal(int)
    reschedule_pressed = Signal(int)
    why_pressed = Signal(int)
    opened = Signal(int)
    """The title was clicked: show the task's own page."""

    def __init__(self, parent: QWidget | None = None, *, subject: bool = False) -> None:
        """``subject`` names the record that the task belongs to, where the page around it does not."""
        super().__init__(parent)
        self.setObjectName("miniCard")
        self._subject = subject
        self.view: MiniCardView | None = None
        """What the card shows."""
        self._now: datetime | None = None
        self._busy = False
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(9), look.px(10), look.px(9))
        column.setSpacing(look.px(6))
        head = QHBoxLayout()
        head.setSpacing(look.px(6))
        self._icon = IconLabel("phone", self, size=14, tone="muted")
        self.title = ElidedLabel("", self, role="strong")
        head.addWidget(self._icon)
        head.addWidget(self.title, 1)
        facts = QHBoxLayout()
        facts.setSpacing(look.px(8))
        self.due = Pill("", self)
        self._owner = ElidedLabel("", self, tone="muted", role="small")
        self._process_icon = IconLabel("list-checks", self, size=13, tone="muted")
        self._process = ElidedLabel("", self, tone="muted", role="small")
        facts.addWidget(self.due)
        facts.addWidget(self._owner)
        facts.addSpacing(look.px(2))
        facts.addWidget(self._process_icon)
        facts.addWidget(self._process)
        facts.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(6))
        self.complete_button = CompleteButton(self)
        self.reschedule_button = Button("", self, small=True, name="rescheduleButton")
        self.why_button = Button("", self, small=True, name="whyButton")
        buttons.addWidget(self.complete_button)
        buttons.addWidget(self.reschedule_button)
        buttons.addWidget(self.why_button)
        buttons.addStretch(1)
        column.addLayout(head)
        column.addLayout(facts)
        column.addLayout(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.complete_button.clicked.connect(lambda: self._tell(self.complete_pressed))
        self.reschedule_button.clicked.connect(lambda: self._tell(self.reschedule_pressed))
        self.why_button.clicked.connect(lambda: self._tell(self.why_pressed))
        self.retranslate()

    def activity(self) -> int:
        """The id of the activity shown, 0 for none."""
        return self.view.activity_id if self.view is not None else 0

    def show_card(self, view: MiniCardView, now: datetime) -> None:
        """Show another task, or the same with other facts."""
        if view != self.view or now != self._now:
            self.view, self._now = view, now
            self.setProperty("activityId", view.activity_id)
            self._fill()

    def set_busy(self, busy: bool) -> None:
        """Lock the card while what was asked of it is under way; the keyboard stays with the card meanwhile."""
        if busy == self._busy:
            return
        self._busy = busy
        keyboard = QApplication.focusWidget()
        if busy and keyboard is not None and self.isAncestorOf(keyboard):
            # A button that is locked gives the keyboard to whatever comes next: a field of the profile, say.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill()
        if not busy and keyboard is self:
            self.complete_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_busy(self) -> bool:
        """Whether something asked of this card is under way."""
        return self._busy

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.complete_button.setText(self.tr("Complete"))
        self.reschedule_button.setText(self.tr("Reschedule"))
        self.why_button.setText(self.tr("Why?"))
        self._fill()

    def _fill(self) -> None:
        view = self.view
        if view is None or self._now is None:
            return
        due = step_text(view.kind, view.start_at, view.due_at, view.due_state, self._now)
        self.title.setText(view.title)
        self._icon.setVisible(view.kind in {"call", "meeting"})
        self._icon.set_icon(_ICONS.get(view.kind, "square-check"))
        self.due.set_text(self.tr("Saving...") if self._busy else due)
        self.due.set_tone("muted" if self._busy else _TONES.get(view.due_state, "accent"))
        self.due.setToolTip(f"{moment_text(view.start_at)} – {moment_text(view.due_at)}")
        facts = (view.subject_label if self._subject else "", view.owner.label)
        self._owner.setText(" · ".join(fact for fact in facts if fact))
        made_by = view.process_label
        self._process.setText(made_by)
        self._process.setVisible(bool(made_by))
        self._process_icon.setVisible(bool(made_by))
        for button, available in (
            (self.complete_button, view.complete),
            (self.reschedule_button, view.reschedule),
        ):
            button.setEnabled(available.enabled and not self._busy)
            button.setToolTip(available.why_not)
        self.why_button.setEnabled(not self._busy)
        self.setAccessibleName(f"{view.title}, {due}, {view.owner.label}")
        for button in (self.complete_button, self.reschedule_button, self.why_button):
            button.setAccessibleName(f"{button.text()}: {view.title}")
        self.update()

    def why_asked(self, _point: QPoint | None) -> Asked | None:
        """Return the question why this task is there."""
        if self.view is None:
            return None
        query = Query("why", activity=self.view.activity_id)
        return Asked(query, self, self.why_button.geometry())

    def _tell(self, signal: object) -> None:
        if self.view is not None:
            signal.emit(self.view.activity_id)  # type: ignore[attr-defined]

    def mouseDoubleClickEvent(self, event: object) -> None:
        """A double click opens the task's page."""
        self._tell(self.opened)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet and the coloured bar at its left."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = look.px(7)
        path = QPainterPath()
        path.addRoundedRect(area, radius, radius)
        painter.fillPath(path, look.colour("surface"))
        state = self.view.due_state if self.view is not None else "ahead"
        tone = "line_strong" if self._busy else ("bad" if state in {"overdue", "today"} else "accent_mark")
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(0, 0, look.px(4), self.height()), look.colour(tone))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("line"), 1))
        edge = QPainterPath()
        edge.addRoundedRect(area, radius, radius)
        painter.setClipRect(QRectF(look.px(4), 0, self.width(), self.height()))
        painter.drawPath(edge)
