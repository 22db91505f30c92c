"""The bundled text font (Inter, OFL) and the size of base text.

Inter is shipped so that the window looks the same everywhere and always has Cyrillic. Its size follows the
system: 13 pixels, or more where the person has set a larger system font.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from ui.resources import resource

BASE_PIXELS = 13
"""Height of base text, in pixels, that all measures of the design refer to."""

_FILES = ("Inter_400Regular.ttf", "Inter_600SemiBold.ttf", "Inter_700Bold.ttf")


@cache
def _family() -> str:
    family = ""
    for name in _FILES:
        number = QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        if number >= 0:
            family = family or QFontDatabase.applicationFontFamilies(number)[0]
    return family


def system_pixels() -> int:
    """Pixel size of base text: 13, or the system's own text size where that is larger."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(BASE_PIXELS, QFontInfo(system).pixelSize())


def text_font(pixels: int, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the text font at a pixel size; the system's family where Inter cannot be loaded."""
    return QFont(_font(pixels, weight))  # a copy shares what Qt has found out about the first one


@cache
def _font(pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(_family()) if _family() else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
