"""The outline of the window: the grounds of its parts, painted before any of them has been imported.

Imports little on purpose: it is what stands between the start of the program and its first paint.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ui.fonts import BASE_PIXELS, system_pixels
from ui.tokens import DARK, LIGHT, Tokens

SIDE_BAR = (216, 56)
"""Width of the side bar and of its folded form, in measures of the design."""
TOP_BAR = 52
"""Height of the top bar."""


def system_is_dark() -> bool:
    """Whether the system paints its windows dark; asked before the program's own palette is in force."""
    return QApplication.palette().window().color().lightness() < 128


def scale() -> float:
    """How many pixels one pixel of the design takes, as :attr:`ui.theme.Theme.scale` will say."""
    return system_pixels() / BASE_PIXELS


def paint_outline(window: QWidget, *, dark: bool, folded: bool) -> None:
    """Paint side bar, top bar and the ground of the page."""
    colours: Tokens = DARK if dark else LIGHT
    pixels = scale()
    side = round(SIDE_BAR[folded] * pixels)
    painter = QPainter(window)
    painter.fillRect(window.rect(), QColor(colours.background))
    painter.fillRect(QRect(side, 0, window.width() - side, round(TOP_BAR * pixels)), QColor(colours.surface))
    painter.fillRect(QRect(0, 0, side, window.height()), QColor(colours.side))
    painter.end()
