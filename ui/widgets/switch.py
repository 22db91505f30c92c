"""Switch: on or off, at once (a check box is for a form that is saved later)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import theme


class Switch(QAbstractButton):
    """A sliding switch with a text at its right; ``toggled`` tells of a change."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        if name:
            self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_label(self, text: str) -> None:
        """Change the text (for the language switch)."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Track and text."""
        look = theme()
        words = self.fontMetrics().horizontalAdvance(self.text()) + look.px(8) if self.text() else 0
        return QSize(look.px(34) + words + 4, max(look.px(20), self.fontMetrics().height()) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, knob, text and focus ring."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, width = look.px(18), look.px(32)
        track = QRectF(2, (self.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent" if self.isChecked() else "muted"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = height - 6
        left = track.right() - knob - 3 if self.isChecked() else track.left() + 3
        painter.setBrush(look.colour("on_accent"))
        painter.drawEllipse(QRectF(left, track.top() + 3, knob, knob))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("accent_mark"))
            painter.drawRoundedRect(track.adjusted(-1.5, -1.5, 1.5, 1.5), height / 2 + 1.5, height / 2 + 1.5)
        painter.setPen(look.colour("text" if self.isEnabled() else "muted"))
        area = QRectF(track.right() + look.px(8), 0, self.width(), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
