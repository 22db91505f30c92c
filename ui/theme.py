"""The look of the program: one palette, one style sheet, one scale; switched live.

There is one :class:`Theme` per application, made by ``desktop.app`` (or a test) and reached through
:func:`theme`. Whoever paints by hand reads ``theme().colour("accent")`` and ``theme().px(12)`` while painting
(never stores them); everything else is styled by dynamic properties that ``resources/styles/dealwright.qss``
names.
"""

import os
import re
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.fonts import BASE_PIXELS, system_pixels, text_font
from ui.resources import resource
from ui.tokens import DARK, LIGHT, Tokens

Choice = Literal["system", "light", "dark"]
"""What the person chose in Settings."""

STYLE_VARIABLE = "QT_STYLE_OVERRIDE"
"""Set to "fusion" before the QApplication is made, this saves the 15 ms that Python's class QStyle costs."""

_SCALED = re.compile(r"(?<![\w#.])(\d+(?:\.\d+)?)dp\b")


def style_sheet(tokens: Tokens, scale: float) -> str:
    """Return the application's style sheet with colours filled in and ``dp`` measures scaled to pixels."""
    text = resource("styles", "dealwright.qss").read_text(encoding="utf-8")
    colours = {name: getattr(tokens, name) for name in tokens.__slots__}
    filled = Template(text).substitute(colours, images=resource("styles").as_posix())
    return _SCALED.sub(lambda match: f"{max(1, round(float(match[1]) * scale))}px", filled)


def palette(tokens: Tokens) -> QPalette:
    """Return the one palette of a theme."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, tokens.background),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.background),
        (role.Text, tokens.text),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.bad_text),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent_text),
        (role.LinkVisited, tokens.accent_text),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.line),
        (role.Mid, tokens.line_strong),
        (role.Dark, tokens.muted),
        (role.Shadow, tokens.side),
    ):
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.muted))
    return made


class Theme(QObject):
    """The current look. Create one per QApplication, as its child, before the first window."""

    changed = Signal()
    """Emitted after palette and style sheet are in place: make again what was rendered with old colours."""

    def __init__(self, application: QApplication, *, choice: Choice = "system", pixels: int | None = None) -> None:
        """Put the look on the application.

        ``pixels`` is the height of base text; by default it follows the system's font.
        """
        super().__init__(application)
        self._application = application
        self._choice: Choice = choice
        self._pixels = pixels or system_pixels()
        self._tokens = LIGHT
        if os.environ.get(STYLE_VARIABLE, "").lower() != "fusion":
            application.setStyle("Fusion")
        application.setFont(self.font())
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()
        application._dealwright_theme = self  # type: ignore[attr-defined]

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def choice(self) -> Choice:
        """What the person chose: system, light or dark."""
        return self._choice

    @property
    def scale(self) -> float:
        """How many pixels one pixel of the design takes, 1.0 at base text of 13 pixels."""
        return self._pixels / BASE_PIXELS

    def px(self, measure: float) -> int:
        """Scale a measure of the design (pixels at base text of 13) to pixels of this window."""
        return max(1, round(measure * self.scale))

    def colour(self, token: str) -> QColor:
        """Return a colour of the theme in force by its token's name, e.g. ``"accent_soft"``."""
        return QColor(getattr(self._tokens, token))

    def font(self, measure: float = BASE_PIXELS, *, bold: bool = False) -> QFont:
        """Return the text font at a measure of the design; ``bold`` is the semi-bold cut of headings."""
        return text_font(self.px(measure), weight=QFont.Weight.DemiBold if bold else QFont.Weight.Normal)

    def choose(self, choice: Choice) -> None:
        """Switch to the system's scheme, light or dark; the whole window follows at once."""
        if choice != self._choice:
            self._choice = choice
            self._apply()

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self._apply()

    def _wanted(self) -> Tokens:
        if self._choice == "system":
            dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _apply(self) -> None:
        wanted = self._wanted()
        if wanted is self._tokens and self._application.styleSheet():
            return
        self._tokens = wanted
        shown: list[QWidget] = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.updatesEnabled()]
        for window in shown:
            window.setUpdatesEnabled(False)
        try:
            self._application.setPalette(palette(wanted))
            self._application.setStyleSheet(style_sheet(wanted, self.scale))
            self.changed.emit()
        finally:
            for window in shown:
                window.setUpdatesEnabled(True)


def theme() -> Theme:
    """Return the application's theme; a plain light one is made where nobody has made one yet."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        message = "a QApplication is needed before the theme"
        raise RuntimeError(message)
    found: Theme | None = getattr(application, "_dealwright_theme", None)
    return found or Theme(application, choice="light")
