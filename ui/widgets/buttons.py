"""Buttons. Their look is chosen by the property ``kind``, never by a sheet of their own."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.icons import set_icon
from ui.widgets.styling import restyle

Kind = Literal["normal", "primary", "flat", "link", "danger", "choice", "icon", "side"]

_ICON_TONE = {
    "primary": "on_accent",
    "danger": "bad_text",
    "link": "accent_text",
    "flat": "muted",
    "side": "side_text",
}


class Button(QPushButton):
    """A push button of a kind: normal, primary, flat, link, danger, choice (checkable), icon, side."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        kind: Kind = "normal",
        icon: str | None = None,
        small: bool = False,
        name: str = "",
    ) -> None:
        """``name`` becomes the objectName (product.md, section 6); the text is the accessible name too."""
        super().__init__(text, parent)
        self._kind = kind
        restyle(self, kind=kind, small=small)
        self.setAutoDefault(False)
        if name:
            self.setObjectName(name)
        if kind == "choice":
            self.setCheckable(True)
        if kind in {"link", "icon", "flat"}:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            self.set_icon(icon, size=14 if small else 16)

    def set_icon(self, icon: str, *, tone: str | None = None, size: float = 16, filled: bool = False) -> None:
        """Show one of the shipped icons in the button's own colour, or in ``tone``."""
        set_icon(self, icon, tone=tone or _ICON_TONE.get(self._kind, "text"), size=size, filled=filled)

    def set_kind(self, kind: Kind) -> None:
        """Change the look, e.g. from normal to primary."""
        self._kind = kind
        restyle(self, kind=kind)

    def setMenu(self, menu: QMenu) -> None:
        """Set the menu that pressing the button opens, with an arrow that says so."""
        restyle(self, menu=True)
        super().setMenu(menu)


class IconButton(Button):
    """A button that shows an icon alone; its accessible name and tool tip say what it does."""

    def __init__(
        self,
        icon: str,
        label: str,
        parent: QWidget | None = None,
        *,
        tone: str = "muted",
        size: float = 16,
        framed: bool = False,
        name: str = "",
    ) -> None:
        """``label`` is the accessible name and the tool tip; see :meth:`set_label`."""
        super().__init__("", parent, kind="icon", name=name)
        restyle(self, framed=framed)
        self.set_icon(icon, tone=tone, size=size)
        self.set_label(label)

    def set_label(self, label: str, *, shortcut: str = "") -> None:
        """Say what the button does (for the language switch), with the keys that do the same."""
        self.setAccessibleName(label)
        self.setToolTip(f"{label} ({shortcut})" if shortcut else label)
