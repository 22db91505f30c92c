"""Popup: a sheet that floats above the window and closes on Esc or a click outside.

It is a child of the window, not a window of its own: it needs no help of a window manager, never takes the
activation away, and is on every picture of the window.
"""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.shadow import paint_floating

Align = Literal["left", "right", "center"]
_SHADOW = 14
_GAP = 4


class Popup(QWidget):
    """Put content into :attr:`body`, then :meth:`open_at` the widget that it belongs to."""

    closed = Signal()

    def __init__(self, window: QWidget, *, name: str = "", padding: float = 14, radius: float = 10) -> None:
        """``window`` is the widget that it floats above: the main window (``self.window()``)."""
        super().__init__(window)
        if name:
            self.setObjectName(name)
        look = theme()
        self._anchor: QWidget | None = None
        self._align: Align = "left"
        self._radius = radius
        self._focus_before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(look.px(_SHADOW) + look.px(padding),) * 4)
        outer.setSpacing(0)
        self.body = QVBoxLayout()
        """Where the content goes."""
        self.body.setSpacing(look.px(10))
        outer.addLayout(self.body)
        self.hide()

    def open_at(self, anchor: QWidget, *, align: Align = "left", focus: QWidget | None = None) -> None:
        """Show below ``anchor`` (above where there is no room), moved so that all of it is in the window.

        ``focus`` gets the keyboard; it goes back to where it was when the popup closes.
        """
        self._anchor = anchor
        self._align = align
        self._focus_before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            application.installEventFilter(self)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_popup(self) -> None:
        """Close it; nothing happens where it is closed already."""
        if not self.isVisible():
            return
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        before = self._focus_before
        self._focus_before = None
        self.hide()
        if inside and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Move to the anchor again, e.g. after the content has changed its size."""
        parent, anchor = self.parentWidget(), self._anchor
        if parent is None or anchor is None:
            return
        layout = self.layout()
        if layout is not None:
            layout.activate()
        look = theme()
        shadow = look.px(_SHADOW)
        size = self._fitting_size(parent.size())
        corner = anchor.mapTo(parent, QPoint(0, 0))
        below = QRect(corner, anchor.size())
        if self._align == "left":
            left = below.left() - shadow
        elif self._align == "right":
            left = below.right() + 1 - size.width() + shadow
        else:
            left = below.center().x() - size.width() // 2
        top = below.bottom() + 1 + look.px(_GAP) - shadow
        if top + size.height() - shadow > parent.height():
            above = below.top() - look.px(_GAP) - size.height() + shadow
            top = above if above >= -shadow else max(-shadow, parent.height() - size.height() + shadow)
        left = max(-shadow + look.px(4), min(left, parent.width() - size.width() + shadow - look.px(4)))
        self.setGeometry(QRect(QPoint(left, top), size))

    def _fitting_size(self, room: QSize) -> QSize:
        hint = self.sizeHint()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(layout.totalHeightForWidth(hint.width()))
        return hint.boundedTo(room + QSize(2, 2) * theme().px(_SHADOW))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a press outside and on Esc anywhere in this window; follow its size."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and isinstance(event, QMouseEvent):
            if self._is_outside(watched):
                over_anchor = self._anchor is not None and (
                    watched is self._anchor or self._anchor.isAncestorOf(watched)
                )
                self.close_popup()
                return over_anchor and not self._anchor_keeps_open()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if isinstance(watched, QWidget) and watched.window() is self.window() and self.takes_escape():
                self.close_popup()
                return True
        elif kind == QEvent.Type.Resize and watched is self.parentWidget():
            self.place()
        return False

    def takes_escape(self) -> bool:
        """Whether Esc closes this popup wherever the focus is; a subclass may say no."""
        return True

    def _anchor_keeps_open(self) -> bool:
        return False

    def _is_outside(self, watched: QWidget) -> bool:
        if watched is self or self.isAncestorOf(watched):
            return False
        return watched.window() is self.window()

    def card_rect(self) -> QRectF:
        """Return the sheet without its shadow."""
        shadow = theme().px(_SHADOW)
        return QRectF(self.rect()).adjusted(shadow, shadow, -shadow, -shadow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow and sheet."""
        look = theme()
        paint_floating(QPainter(self), self.card_rect(), margin=look.px(_SHADOW), radius=look.px(self._radius))
