"""Field: what every field of a form promises, and the label that names it."""

from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import Text
from ui.widgets.styling import is_language_change, restyle


class Field(QWidget):
    """One value of a record, to be read and changed.

    ``changed`` tells of every change by the person, never of :meth:`set_value`. A text that cannot be understood
    leaves the last value in place, :meth:`is_valid` false and a sentence under the field. The editor inside takes
    the focus, the object name and the accessible name.
    """

    changed = Signal()
    left = Signal()
    """The keyboard has left the field."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.editor = editor
        """The widget that takes the keyboard."""
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(3))
        self.row = QHBoxLayout()
        """The editor's row; put further parts (a currency, a button) after it."""
        self.row.setSpacing(look.px(6))
        self.row.addWidget(editor, 1)
        column.addLayout(self.row)
        self._message = Text("", self, role="small", tone="bad", wrap=True)
        self._message.hide()
        column.addWidget(self._message)
        self._label = ""
        self._missing = False
        self._valid = True
        self._filling = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if name:
            editor.setObjectName(name)
        self.setFocusProxy(editor)
        editor.installEventFilter(self)

    def value(self) -> Any:
        """The value now; of the type of the field's dataclass."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show another value; ``changed`` is not emitted."""
        raise NotImplementedError

    def normal(self, value: Any) -> Any:
        """The value as :meth:`value` gives it back when nothing was edited."""
        return value

    def saved(self) -> object:
        """The value as an action takes it: references and choices by id."""
        return self.value()

    def to_json(self) -> object:
        """The value as plain data for a draft."""
        return self.value()

    def from_json(self, kept: Any) -> Any:
        """The value that :meth:`to_json` wrote down."""
        return kept

    def is_valid(self) -> bool:
        """Whether what stands in the field could be understood."""
        return self._valid

    def commit(self) -> None:
        """Read what was typed as if the keyboard had left, before the value is used."""
        self._leave()

    def set_message(self, text: str) -> None:
        """Mark the field as refused with a sentence under it; "" takes the mark away."""
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)
        self._mark()

    def message(self) -> str:
        """The sentence under the field, "" for none."""
        return "" if self._message.isHidden() else self._message.text()

    def set_missing(self, missing: bool) -> None:
        """Mark the field as one that is to be filled in (amber border), or no longer."""
        self._missing = missing
        self._mark()

    def is_missing(self) -> bool:
        """Whether the field is marked as one to be filled in."""
        return self._missing

    def set_label(self, label: str) -> None:
        """Say what the field is called to assistive tools."""
        self._label = label
        self.editor.setAccessibleName(label)

    def label(self) -> str:
        """What the field is called, without the star of a required one."""
        return self._label

    def set_read_only(self, read_only: bool) -> None:
        """Lock or unlock the field."""
        self.editor.setEnabled(not read_only)

    def retranslate(self) -> None:
        """Say the field's own words in the language in force."""

    def _mark(self) -> None:
        restyle(self.editor, wrong=not self._message.isHidden(), missing=self._missing)

    def _refuse(self, sentence: str) -> None:
        self._valid = False
        self.set_message(sentence)

    def _accept(self) -> None:
        if not self._valid or self.message():
            self._valid = True
            self.set_message("")

    def _put_text(self, text: str) -> None:
        """Show a text in a line without taking it for typed."""
        line = self.editor
        if isinstance(line, QLineEdit) and text != line.text():
            self._filling = True
            line.setText(text)
            line.setCursorPosition(0)
            self._filling = False

    def _edited(self) -> None:
        self._accept()
        self.changed.emit()

    def _leave(self) -> None:
        """The keyboard has left: read what was typed."""

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Read what was typed when the keyboard leaves."""
        if watched is self.editor and event.type() == QEvent.Type.FocusOut:
            self._leave()
            self.left.emit()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()


class Labelled(QWidget):
    """A field below its name, as the pictures show it; the name is the field's label for assistive tools."""

    def __init__(self, field: Field, parent: QWidget | None = None, *, required: bool = False) -> None:
        super().__init__(parent)
        self.field = field
        self._required = required
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        self.label = Text("", self, role="fieldLabel")
        self.label.setBuddy(field.editor)
        column.addWidget(self.label)
        column.addWidget(field)
        column.addStretch(1)

    def set_text(self, text: str) -> None:
        """Set the name; a required field gets a star."""
        self.field.set_label(text)
        self.label.setText(f"{text} *" if self._required else text)
