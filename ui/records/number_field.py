"""NumberField: a whole number, or none."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.fields.field import Field

_MOST = 2_000_000_000


class NumberField(Field):
    """A whole number of 0 or more; ``grouped`` numbers are shown with the locale's groups (not years)."""

    editor: QLineEdit

    def __init__(self, parent: QWidget | None = None, *, name: str = "", grouped: bool = True) -> None:
        super().__init__(QLineEdit(), parent, name=name)
        self._value: int | None = None
        self._grouped = grouped
        self.editor.textEdited.connect(self._typed)

    def value(self) -> int | None:
        """The number, None for none."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number."""
        self._value = value
        self._show()
        self._accept()

    def from_json(self, kept: Any) -> int | None:
        """Read the number again."""
        return None if kept is None else int(kept)

    def retranslate(self) -> None:
        """Group the digits as the language does."""
        if self._valid:
            self._show()

    def _show(self) -> None:
        if self._value is None:
            self.editor.clear()
        else:
            self.editor.setText(QLocale().toString(self._value) if self._grouped else str(self._value))

    def _typed(self, text: str) -> None:
        digits = re.sub(r"[\s\u00a0\u202f.,'’]", "", text)
        if digits and (not digits.isdecimal() or int(digits) > _MOST):
            self._valid = False
            self.changed.emit()
            return
        self._value = int(digits) if digits else None
        self._edited()

    def _leave(self) -> None:
        if self._valid:
            self._show()
        else:
            self._refuse(self.tr("A whole number is needed here"))
