"""Toast: says what was done, or why it was refused, for a few seconds, and offers to undo it (N3)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import IconLabel, Text
from ui.widgets.shadow import paint_floating
from ui.widgets.styling import is_language_change, restyle

SHOWN_MS = 8_000
"""How long a toast stays that offers something or refuses; longer under the mouse."""
BRIEF_MS = 5_000
"""How long one stays that only says what was done."""
LONGEST_MS = 30_000
"""How long one stays under a mouse that lies still: a reminder must not cover the same rows for ever."""
_SHADOW = 12


def _seen(part: QWidget, window: QWidget) -> QRect:
    """Return where in the window a part can be seen."""
    region = part.visibleRegion().boundingRect()
    return QRect(part.mapTo(window, region.topLeft()), region.size()) if window.isAncestorOf(part) else QRect()


class Toast(QWidget):
    """One toast at the bottom of the window; a new one takes the place of the old. It never takes the keyboard."""

    covering_changed = Signal()
    """It covers another part of the window, or nothing any more: lists let their last rows be scrolled above it."""

    def __init__(self, window: QWidget, over: QWidget | None = None) -> None:
        """``over`` is the part of the window above whose lower edge it floats, at the right where that is free."""
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
        self.timer.start(self._stay())
        self.update()

    def _stay(self) -> int:
        return BRIEF_MS if self._undo is None and not self._bad else SHOWN_MS

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
        self.setGeometry(self._free_place(QSize(width, height)))
        self.covering_changed.emit()

    def _free_place(self, size: QSize) -> QRect:
        """Return a place at the lower edge, from the right, that covers no button and no field in use."""
        parent, look = self.window(), theme()
        over = QRect(self._over.mapTo(parent, QPoint(0, 0)), self._over.size())
        top = parent.height() - size.height() - look.px(8)
        left, right = over.left() + look.px(6), over.right() - size.width() - look.px(6)
        places = [QRect(QPoint(x, top), size) for x in (right, over.center().x() - size.width() // 2, left)]
        low = QRect(over.left(), top, over.width(), size.height())
        kept: list[QWidget] = [part for part in self._over.findChildren(QAbstractButton) if part.isVisible()]
        now = QApplication.focusWidget()
        if isinstance(now, QLineEdit | QPlainTextEdit):
            kept.append(now)
        taken = [area for part in kept if (area := _seen(part, parent)).intersects(low)]
        return next((place for place in places if not any(place.intersects(area) for area in taken)), places[0])

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
        """Stay longer while the mouse is here."""
        super().enterEvent(event)
        self.timer.start(LONGEST_MS)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        super().leaveEvent(event)
        if self.isVisible():
            self.timer.start(self._stay())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is covered any more."""
        super().hideEvent(event)
        self.covering_changed.emit()

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
