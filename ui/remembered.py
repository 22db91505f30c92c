"""What this computer remembers of the window: size, place, theme, language (an .ini file, nothing of the data)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.views.exchange import Place


@dataclass(slots=True)
class Remembered:
    """Reads and writes one .ini file; a damaged or missing file is as good as an empty one."""

    path: Path

    def _settings(self) -> QSettings:
        return QSettings(str(self.path), QSettings.Format.IniFormat)

    def text(self, name: str, fallback: str = "") -> str:
        """Return a remembered word."""
        value = self._settings().value(name)
        return value if isinstance(value, str) else fallback

    def number(self, name: str) -> int | None:
        """Return a remembered whole number, or None."""
        value = self.text(name)
        return int(value) if value.isascii() and value.isdigit() else None

    def flag(self, name: str) -> bool:
        """Return whether something was on."""
        return self.text(name) == "true"

    def block(self, name: str) -> QByteArray:
        """Return remembered bytes (a window's geometry); empty where there are none."""
        value = self._settings().value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def place(self) -> Place | None:
        """Return the page that was shown last."""
        from desktop.views.exchange import Place

        name = self.text("window/place")
        return Place(name, self.number("window/place_id")) if name else None

    def keep(self, **values: str | int | bool | QByteArray | None) -> None:
        """Remember values; ``window__size`` is written as ``window/size``. None forgets."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        settings = self._settings()
        for name, value in values.items():
            key = name.replace("__", "/")
            if value is None:
                settings.remove(key)
            elif isinstance(value, bool):
                settings.setValue(key, "true" if value else "false")
            else:
                settings.setValue(key, value if isinstance(value, QByteArray) else str(value))
        settings.sync()
