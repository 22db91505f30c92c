"""Avatar: a person's initials in a circle, in that person's own colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import theme

_COLOURS = ("#7c5cff", "#0f7b8a", "#b4486b", "#3f6fb5", "#8a6116", "#2c7a4b", "#a2489c", "#5a6478")
"""Grounds for white initials, each at least 4.5 : 1."""


def initials(name: str) -> str:
    """Return up to two initials: "Anna Kern" gives AK."""
    words = [word for word in name.split() if word]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper() or "?"


def person_colour(name: str) -> str:
    """Return the colour of a person, the same on every start."""
    return _COLOURS[sum(ord(letter) * (index + 1) for index, letter in enumerate(name)) % len(_COLOURS)]


class Avatar(QAbstractButton):
    """The circle; in the top bar it is a button that opens the person's menu."""

    def __init__(self, parent: QWidget | None = None, *, size: float = 28, name: str = "") -> None:
        super().__init__(parent)
        self._person = ""
        self._size = size
        if name:
            self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(self, person: str) -> None:
        """Show another person by the full name."""
        self._person = person
        self.setAccessibleName(person)
        self.setToolTip(person)
        self.update()

    def sizeHint(self) -> QSize:
        """The circle with room for the focus ring."""
        side = theme().px(self._size) + 4
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(look.colour("accent_mark"))
            painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(person_colour(self._person)))
        circle = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawEllipse(circle)
        painter.setFont(look.font(self._size * 0.39, bold=True))
        painter.setPen(QColor("#ffffff"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(self._person))
