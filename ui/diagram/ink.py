"""Ink: the colours, pens and fonts with which a diagram is drawn; of the theme on screen, always light on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen

from ui.fonts import text_font
from ui.theme import theme
from ui.tokens import LIGHT, Tokens

STATES = {
    "running": ("accent_mark", "accent_soft"),
    "done": ("good", "good_soft"),
    "cancelled": ("line_strong", "background"),
}
"""State of a node to the tokens of its line and its ground."""

_TINTED = 0.35


class Ink:
    """Gives colours by the names of tokens; what is drawn with it follows the theme by itself.

    ``zoom`` is how many pixels of the design a unit of the diagram takes on the screen, at most 1: what is smaller than
    it was drawn gets thicker lines, larger letters and fewer words; from 1 on everything is as the file has it.
    """

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        self._tokens = tokens
        self.zoom = 1.0

    def line(self, width: float, least: float = 1.0) -> float:
        """Return a width in units that is at least so many pixels on the screen."""
        return max(width, least / self.zoom)

    def shows(self, units: float, least: float = 6.0) -> bool:
        """Tell whether something of this size is large enough on the screen to be drawn."""
        return units * self.zoom >= least or self.zoom == 1.0

    def colour(self, token: str) -> QColor:
        """Return a colour by its token's name."""
        return QColor(getattr(self._tokens(), token))

    def pen(self, token: str, width: float = 1.4, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """Return a pen with round ends and corners."""
        return QPen(self.colour(token), self.line(width), style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)

    def tinted(self, tint: str) -> QColor:
        """Return the ground of a shape to which the file gives a colour: a breath of it, so words stay readable."""
        ground, wanted = self.colour("surface"), QColor(tint)
        parts = zip(ground.getRgb()[:3], wanted.getRgb()[:3], strict=True)  # type: ignore[index]
        return QColor(*(round(low + (high - low) * _TINTED) for low, high in parts))


def of_the_theme() -> Ink:
    """Return the ink of the window."""
    return Ink(lambda: theme().tokens)


def of_paper() -> Ink:
    """Return the ink of pictures: that of the light theme, whatever the window shows."""
    return Ink(lambda: LIGHT)


def font(pixels: float, *, bold: bool = False) -> QFont:
    """Return the text font in the diagram's own units, whatever the size of the interface."""
    return text_font(round(pixels), weight=QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
