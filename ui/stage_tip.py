"""StageTip: what entering a stage would do (N1), below its arrow."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import Text
from ui.widgets.shadow import paint_floating


class StageTip(QWidget):
    """What entering a stage would do, on a sheet below its arrow: for the mouse and for the keyboard alike."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("stageTip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look = theme()
        self._margin = look.px(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(self._margin + look.px(10),) * 4)
        self._text = Text("", self, wrap=True)
        column.addWidget(self._text)
        self.hide()

    def say(self, text: str, anchor: QWidget, *, beside: bool = False) -> None:
        """Show a text below ``anchor``, or at its left where a menu is open below it."""
        parent = self.parentWidget()
        if parent is None or not text:
            self.hide()
            return
        self._text.setText(text)
        look = theme()
        width = min(look.px(340), self.fontMetrics().horizontalAdvance(text) + look.px(24)) + 2 * self._margin
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        corner = anchor.mapTo(parent, QPoint(0, anchor.height()))
        left = corner.x() - width + self._margin if beside else corner.x() + look.px(6) - self._margin
        left = max(0, min(left, parent.width() - width))
        self.setGeometry(left, corner.y() + look.px(4) - self._margin, width, height)
        self.show()
        self.raise_()

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet."""
        sheet = QRectF(self.rect()).adjusted(*(self._margin,) * 2, *(-self._margin,) * 2)
        paint_floating(QPainter(self), sheet, margin=self._margin, radius=theme().px(8))
