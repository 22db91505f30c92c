"""Refusal: the line of a dialog that says why it was refused; what was written stays, to be tried again."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Refused
from ui.bridge import Bridge
from ui.fields.field import Field
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text

_NO_FIELDS: Mapping[str, Field] = MappingProxyType({})


class Refusal(Text):
    """Hidden until something is refused. The button that was pressed stays locked until there is an answer."""

    def __init__(self, dialog: Dialog, bridge: Bridge, *, name: str = "") -> None:
        super().__init__("", dialog.sheet, tone="bad", wrap=True, name=name)
        self._dialog = dialog
        self._locked: QWidget | None = None
        for signal in (bridge.trouble, bridge.fault):
            signal.connect(self._free)
        self.hide()

    def lock(self, button: QWidget) -> None:
        """Lock a button while what it asked for is under way; a refusal or a failure frees it."""
        self._locked = button
        button.setEnabled(False)

    def refuse(self, refused: Refused, fields: Mapping[str, Field] = _NO_FIELDS) -> None:
        """Say why a rule forbids it: at the field at fault where the dialog has that, else here."""
        self._free()
        field = fields.get(refused.field)
        if field is None:
            self.say(str(refused))
            return
        field.set_message(str(refused))
        field.setFocus()
        self._dialog.fit()

    def say(self, sentence: str) -> None:
        """Say what is wrong."""
        self.setText(sentence)
        self.show()
        self._dialog.fit()

    def _free(self, *_what: object) -> None:
        if self._locked is not None:
            self._locked.setEnabled(True)
        self._locked = None
