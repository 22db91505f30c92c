"""The notification centre: the panel below the bell."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.exchange import Action, Place, Query
from desktop.views.shell import NotificationList, NotificationRow
from ui.asked import Asked
from ui.bridge import Bridge
from ui.formats import moment_text
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.hint import EmptyState
from ui.widgets.labels import SectionTitle
from ui.widgets.popup import Popup
from ui.widgets.rows import Row, RowList
from ui.widgets.styling import restyle

_GROUND = {"good": "good_soft", "bad": "bad_soft"}


class NotificationPanel(Popup):
    """What happened that concerns me, the newest first; a click opens the record."""

    go = Signal(object)
    """A :class:`Place` to go to."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window, name="notificationPanel", padding=12)
        look = theme()
        self._bridge = bridge
        self._rows: dict[str, NotificationRow] = {}
        head = QHBoxLayout()
        self._title = SectionTitle("", self)
        self.mark_button = Button("", self, kind="link", name="markAllReadButton")
        restyle(self.mark_button, strong=True)
        self.mark_button.clicked.connect(self._mark_all)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.mark_button)
        self.list = RowList(self, name="notificationList", wrap=True, gap=6)
        self.list.chosen.connect(self._open)
        self.nothing = EmptyState("bell", self)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.nothing)
        self.setFixedWidth(look.px(400))
        self.list.setFixedWidth(look.px(400) - 2 * look.px(26))
        self.retranslate()
        self._show(NotificationList(0, ()))

    def place(self) -> None:
        """Stand below the bell, at the window's right edge."""
        super().place()
        card, look = self.card_rect(), theme()
        self.move(self.window().width() - look.px(16) - round(card.right()), self.y())

    def retranslate(self) -> None:
        """Set all texts."""
        self._title.setText(self.tr("Notifications"))
        self.setAccessibleName(self.tr("Notifications"))
        self.list.setAccessibleName(self.tr("Notifications"))
        self.mark_button.setText(self.tr("Mark all as read"))
        self.nothing.set_texts(
            self.tr("Nothing new"), self.tr("New tasks, answers and closed sales that concern you appear here.")
        )

    def load(self) -> None:
        """Read the newest messages."""
        self._bridge.ask(Query("notifications"), self._show, owner=self, key="notifications")

    def toggle(self, anchor: QWidget) -> None:
        """Open below the bell, or close."""
        if self.isVisible():
            self.close_popup()
            return
        self.load()
        self.open_at(anchor, align="right", focus=self.list)

    def _show(self, answer: NotificationList) -> None:
        self._rows = {str(row.id): row for row in answer.rows}
        before = self.list.selected()
        rows = [
            Row(
                str(row.id),
                row.title,
                second=" \u00b7 ".join(
                    part for part in (row.text, moment_text(row.at, now=self._bridge.workspace.clock())) if part
                ),
                ground="" if row.read else _GROUND.get(row.tone, "accent_soft"),
                strong=True,
            )
            for row in answer.rows
        ]
        keep = before if before in self._rows else next(iter(self._rows), None)
        self.list.set_rows(rows, select=keep)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.mark_button.setVisible(answer.unread > 0)
        room = max(theme().px(160), self.window().height() - theme().px(180))
        self.list.setFixedHeight(min(self.list.content_height() + 2, room))
        if self.isVisible():
            self.place()

    def why_asked(self, point: QPoint | None) -> Asked | None:
        """Return the question why a message was sent."""
        index = self.list.currentIndex()
        if point is not None:
            index = self.list.indexAt(self.list.viewport().mapFrom(self, point))
        if not index.isValid():
            return None
        self.list.setCurrentIndex(index)
        key = self.list.selected()
        if key is None:
            return None
        return Asked(Query("why", notification=int(key)), self.list, self.list.visualRect(index))

    def _open(self, key: str) -> None:
        row = self._rows[key]
        if not row.read:
            self._bridge.perform(Action("mark_read", notifications=(row.id,)))
        if isinstance(row.place, Place):
            self.close_popup()
            self.go.emit(row.place)

    def _mark_all(self) -> None:
        self._bridge.perform(Action("mark_read"))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
