"""Icons: Lucide's SVGs, recoloured by the theme, drawn crisp for the screens at hand.

``set_icon(button, "play", tone="on_accent")`` keeps a button's or action's icon in the theme's colours
through every switch; :class:`ui.widgets.labels.IconLabel` shows an icon by itself.
"""

import weakref
from functools import lru_cache, partial
from typing import Protocol, cast

import shiboken6
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.resources import resource
from ui.theme import Theme, theme


class _HasIcon(Protocol):
    def setIcon(self, icon: QIcon, /) -> None: ...


class _HasIconSize(Protocol):
    def setIconSize(self, size: QSize, /) -> None: ...


_Kept = tuple["weakref.ref[_HasIcon]", str, str, float, bool]
_kept: dict[int, _Kept] = {}
_followed: "weakref.WeakSet[Theme]" = weakref.WeakSet()


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _pixmap(name: str, colour: str, side: int, ratio: float, filled: bool) -> QPixmap:
    source = _source(name).replace("currentColor", colour)
    if filled:
        source = source.replace('fill="none"', f'fill="{colour}"', 1)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    device = max(1, round(side * ratio))
    made = QPixmap(device, device)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, device, device))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def pixmap(name: str, *, tone: str = "text", size: float = 16, ratio: float = 1.0, filled: bool = False) -> QPixmap:
    """Draw an icon for one screen.

    ``tone`` is a colour token or a ``#rrggbb`` value, ``size`` a measure of the design (scaled like all
    others), ``ratio`` the device pixel ratio of what it is drawn on. A name that is not shipped raises
    FileNotFoundError.
    """
    return _pixmap(name, _colour(tone), theme().px(size), ratio, filled)


def _colour(tone: str) -> str:
    return tone if tone.startswith("#") else theme().colour(tone).name(QColor.NameFormat.HexRgb)


def icon(name: str, *, tone: str = "text", size: float = 16, filled: bool = False) -> QIcon:
    """Make an icon with a drawing for every screen at hand; :func:`set_icon` where it stays."""
    ratios = tuple(sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))
    return _icon(name, (_colour(tone), _colour("muted")), theme().px(size), ratios, filled)


@lru_cache(maxsize=1024)
def _icon(name: str, colours: tuple[str, str], side: int, ratios: tuple[float, ...], filled: bool) -> QIcon:
    colour, disabled = colours
    made = QIcon()
    for ratio in ratios:
        made.addPixmap(_pixmap(name, colour, side, ratio, filled))
        made.addPixmap(_pixmap(name, disabled, side, ratio, filled), QIcon.Mode.Disabled)
    return made


def _put(target: _HasIcon, name: str, tone: str, size: float, filled: bool) -> None:
    target.setIcon(icon(name, tone=tone, size=size, filled=filled))
    if hasattr(target, "setIconSize"):
        side = theme().px(size)
        cast("_HasIconSize", target).setIconSize(QSize(side, side))


def _forget(key: int, gone: "weakref.ref[_HasIcon]") -> None:
    """Forget a widget that is gone, unless a new one has got its number meanwhile."""
    if key in _kept and _kept[key][0] is gone:
        del _kept[key]


def _renew() -> None:
    for key, (reference, name, tone, size, filled) in list(_kept.items()):
        target = reference()
        if target is None or not shiboken6.isValid(target):
            _kept.pop(key, None)
        else:
            _put(target, name, tone, size, filled)


def set_icon(target: _HasIcon, name: str, *, tone: str = "text", size: float = 16, filled: bool = False) -> None:
    """Give a button or QAction an icon that follows the theme; call again to change it."""
    look = theme()
    if look not in _followed:
        _followed.add(look)
        look.changed.connect(_renew)
    key = id(target)
    _kept[key] = (weakref.ref(target, partial(_forget, key)), name, tone, size, filled)
    _put(target, name, tone, size, filled)


@lru_cache(maxsize=64)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def paint(painter: QPainter, name: str, area: QRectF, colour: QColor) -> None:
    """Paint an icon as lines, not as pixels: for what is zoomed, printed or saved as a picture."""
    _renderer(name, colour.name(QColor.NameFormat.HexRgb)).render(painter, area)
