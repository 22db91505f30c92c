"""Chevron: one stage of the stage bar as an arrow."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ui.icons import pixmap
from ui.theme import theme


class Chevron(QAbstractButton):
    """One stage as an arrow. Its state shows by colour and sign: a tick when passed, bold and accent when current."""

    approached = Signal()
    """The mouse or the keyboard has come to it."""
    left = Signal()
    """The mouse or the keyboard has gone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = "ahead"
        self.first = self.last = False
        self.tone = ""
        self.tail = ""
        self.kept = 0
        """Pixels at the right that something else stands on."""
        self._hovered = False
        self._menu: QMenu | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def look(self, label: str, state: str, *, tone: str = "", tail: str = "") -> None:
        """Show another label, state (passed, current, ahead), tone ("", good, bad) or sign at the end."""
        self.setText(label)
        self.state, self.tone, self.tail = state, tone, tail
        self.update()

    def menu(self) -> QMenu | None:
        """Return the menu that belongs to it, None for a plain stage; as a QPushButton tells it, for macros."""
        return self._menu

    def setMenu(self, menu: QMenu) -> None:
        """Say which menu belongs to it; opening it is the bar's affair."""
        self._menu = menu

    def path(self) -> QPainterPath:
        """The arrow's outline."""
        width, height, tip = self.width(), self.height(), self.height() / 3
        round_ = theme().px(6)
        path = QPainterPath()
        if self.first:
            path.moveTo(round_, 0)
        else:
            path.moveTo(0, 0)
        if self.last:
            path.lineTo(width - round_, 0)
            path.quadTo(width, 0, width, round_)
            path.lineTo(width, height - round_)
            path.quadTo(width, height, width - round_, height)
        else:
            path.lineTo(width - tip, 0)
            path.lineTo(width, height / 2)
            path.lineTo(width - tip, height)
        if self.first:
            path.lineTo(round_, height)
            path.quadTo(0, height, 0, height - round_)
            path.lineTo(0, round_)
            path.quadTo(0, 0, round_, 0)
        else:
            path.lineTo(0, height)
            path.lineTo(tip, height / 2)
        path.closeSubpath()
        return path

    def hitButton(self, pos: QPoint) -> bool:
        """Only the arrow itself is pressed, not the corners that belong to its neighbours."""
        return self.path().contains(QPointF(pos))

    def sizeHint(self) -> QSize:
        """Room for a short label."""
        look = theme()
        return QSize(look.px(90), self.fontMetrics().height() + look.px(18))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Ask for the consequences."""
        super().enterEvent(event)
        self._hovered = True
        self.update()
        self.approached.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse has gone."""
        super().leaveEvent(event)
        self._hovered = False
        self.update()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """The bar shows its own tip, so that the keyboard sees it too."""
        return True if event.type() == QEvent.Type.ToolTip else super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has gone."""
        super().focusOutEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for the consequences."""
        super().focusInEvent(event)
        self.approached.emit()

    def colours(self) -> tuple[str, str]:
        """Ground and ink, as names of tokens."""
        if self.state == "current":
            if self.tone:
                return f"{self.tone}_soft", f"{self.tone}_text"
            return ("accent_hover" if self._hovered and self.isEnabled() else "accent"), "on_accent"
        if self.state == "passed":
            return "stage_passed", "stage_passed_text"
        return ("stage_hover" if self._hovered and self.isEnabled() else "stage"), "stage_text"

    def shown(self) -> tuple[str, str]:
        """The sign before the label ("" for none) and the label, as far as they fit: the name goes before the tick."""
        look = theme()
        metrics = QFontMetrics(look.font(12, bold=True))
        icon = "check" if self.state == "passed" else ""
        if self.tone and self.state == "current":
            icon = "circle-check" if self.tone == "good" else "circle-x"
        signs = (1 if icon else 0) + (1 if self.tail else 0)
        sign = look.px(13) + look.px(5)
        tips = (0 if self.first else 1) + (0 if self.last else 1)
        room = self.width() - self.kept - tips * self.height() / 3 - look.px(8) - signs * sign
        if icon and metrics.horizontalAdvance(self.text()) > room:
            icon, room = "", room + sign
        return icon, metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint arrow, sign, label and focus ring."""
        look = theme()
        ground, ink = self.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = self.path()
        painter.fillPath(path, look.colour(ground))
        if self.state == "current" and self.tone:
            painter.strokePath(path, QPen(look.colour(self.tone), 1.5))
        font = look.font(12, bold=True)
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        metrics = painter.fontMetrics()
        side, gap, tip = look.px(13), look.px(5), self.height() / 3
        icon, text = self.shown()
        extra = (side + gap if icon else 0) + (side + gap if self.tail else 0)
        width = metrics.horizontalAdvance(text) + extra
        left = (self.width() + (0 if self.first else tip) - (0 if self.last else tip) - self.kept) / 2 - width / 2
        middle = self.height() / 2
        ratio = self.devicePixelRatioF()
        if icon:
            picture = pixmap(icon, tone=ink, size=13, ratio=ratio)
            painter.drawPixmap(QPointF(left, middle - side / 2), picture)
            left += side + gap
        area = QRectF(left, 0, metrics.horizontalAdvance(text) + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        if self.tail:
            picture = pixmap(self.tail, tone=ink, size=13, ratio=ratio)
            painter.drawPixmap(QPointF(area.right() + gap - 2, middle - side / 2), picture)
        if self.hasFocus():
            painter.setClipPath(path)
            painter.strokePath(path, QPen(look.colour(ink), look.px(4), Qt.PenStyle.SolidLine))
            painter.strokePath(path, QPen(look.colour(ground), look.px(1)))
