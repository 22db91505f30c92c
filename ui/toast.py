"""Toast: says what was done, or why it was refused, for a few seconds, and offers to undo it (N3)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import IconLabel, Text
from ui.widgets.shadow import paint_floating
from ui.widgets.styling import is_language_change, restyle

SHOWN_MS = 8_000
"""How long a toast stays; the time stands still under the mouse."""
_SHADOW = 12


class Toast(QWidget):
    """One toast at the bottom of the window; a new one takes the place of the old. It never takes the keyboard."""

    def __init__(self, window: QWidget, over: QWidget | None = None) -> None:
        """``over`` is the part of the window above whose lower edge it floats, in the middle."""
        super().__init__(window)
        self._over = over or window
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        look = theme()
        self._bad = False
        self._undo: Callable[[], object] | None = None
        self._row = row = QHBoxLayout(self)
        edge = look.px(_SHADOW)
        row.setContentsMargins(edge + look.px(14), edge + look.px(7), edge + look.px(8), edge + look.px(7))
        row.setSpacing(look.px(10))
        self._icon = IconLabel("circle-check", self, tone="good_text", size=17)
        self.text = Text("", self, wrap=True, name="toastText")
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.undo_button = Button("", self, kind="link", name="undoButton")
        restyle(self.undo_button, strong=True)
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.undo_button.clicked.connect(self._on_undo)
        self.close_button = IconButton("x", "", self, size=14, name="toastCloseButton")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.close_button)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SHOWN_MS)
        self.timer.timeout.connect(self.hide)
        self._retranslate()
        self.hide()

    def say(self, text: str, *, undo: Callable[[], object] | None = None) -> None:
        """Say what was done; ``undo`` puts an Undo button beside it."""
        self._bad = False
        self._icon.set_icon("circle-check", tone="good_text")
        self._put(text, undo)

    def refuse(self, text: str) -> None:
        """Say why something was refused, in red."""
        self._bad = True
        self._icon.set_icon("circle-alert", tone="bad_text")
        self._put(text, None)

    @property
    def is_refusal(self) -> bool:
        """Whether the toast shown says no."""
        return self._bad

    def _put(self, text: str, undo: Callable[[], object] | None) -> None:
        self._undo = undo
        shown = text if self._bad else self._brief(text, undo)
        self.text.setText(shown)
        self.text.setToolTip(text if shown != text else "")
        self.setAccessibleName(text)
        self.undo_button.setVisible(undo is not None)
        self.show()
        self.raise_()
        self.place()
        self.timer.start()
        self.update()

    def _brief(self, text: str, undo: Callable[[], object] | None) -> str:
        """Return a text that fills two lines at most, so that a long name does not cover what one works at."""
        look = theme()
        widest = min(look.px(760), self._over.width() - look.px(24))
        line = widest - look.px(_SHADOW) * 2 - look.px(110) - (self.undo_button.sizeHint().width() if undo else 0)
        return self.text.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(line * 1.75))

    def place(self) -> None:
        """Move to the window's lower edge again, after the window has changed its size."""
        parent, look = self.parentWidget(), theme()
        if parent is None or self.isHidden():
            return
        edge = look.px(_SHADOW)
        fixed = edge * 2 + look.px(110) + (self.undo_button.sizeHint().width() if self._undo else 0)
        words = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 4
        width = min(words + fixed, look.px(760), self._over.width() - look.px(24))
        self._row.activate()
        height = max(self._row.heightForWidth(width), self._row.sizeHint().height())
        middle = self._over.mapTo(parent, self._over.rect().center()).x()
        self.setGeometry(middle - width // 2, parent.height() - height - look.px(8), width, height)

    def _on_undo(self) -> None:
        undo = self._undo
        self._undo = None  # the second of two quick clicks undoes nothing
        self.hide()
        if undo is not None:
            undo()

    def _retranslate(self) -> None:
        self.undo_button.setText(self.tr("Undo"))
        self.undo_button.setToolTip("Ctrl+Z")
        self.close_button.set_label(self.tr("Close"))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse is here."""
        super().enterEvent(event)
        self.timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        super().leaveEvent(event)
        if self.isVisible():
            self.timer.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if is_language_change(event):
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, with a red edge for a refusal."""
        look = theme()
        edge = look.px(_SHADOW)
        card = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter = QPainter(self)
        paint_floating(painter, card, margin=edge, radius=look.px(8))
        if self._bad:
            painter.setPen(look.colour("bad"))
            painter.setBrush(look.colour("bad_soft"))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
