"""TextField, MemoField and CheckField: a line, some lines, yes or no."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.fields.field import Field
from ui.theme import theme


class TextField(Field):
    """One line of text; blanks at its ends are no part of the value."""

    editor: QLineEdit

    def __init__(self, parent: QWidget | None = None, *, name: str = "", limit: int = 200) -> None:
        super().__init__(QLineEdit(), parent, name=name)
        self.editor.setMaxLength(limit)
        self.editor.textChanged.connect(self._text_changed)

    def value(self) -> str:
        """The text."""
        return self.editor.text().strip()

    def normal(self, value: str) -> str:
        """The text without blanks at its ends and in one line."""
        return " ".join(value.splitlines()).strip()

    def set_value(self, value: str) -> None:
        """Show the text from its beginning."""
        if value != self.value():
            self._put_text(value)
        self._accept()

    def set_placeholder(self, text: str) -> None:
        """Set the words shown while the field is empty."""
        self.editor.setPlaceholderText(text)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Show a long text from its beginning when the keyboard goes on: its first words tell what it is."""
        if watched is self.editor and isinstance(event, QFocusEvent) and event.lostFocus():
            stays = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
            if event.reason() not in stays:
                self.editor.setCursorPosition(0)
        return super().eventFilter(watched, event)

    def _text_changed(self, _text: str) -> None:
        if not self._filling:
            self._edited()


class MemoEdit(QPlainTextEdit):
    """A text of several lines; Tab moves on to the next field."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:
        """Room for the lines; the style sheet's least height is that of one."""
        look = theme()
        return QSize(look.px(160), self.fontMetrics().lineSpacing() * self._lines + look.px(18))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to what stands around."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class MemoField(Field):
    """Several lines of text, ``lines`` of them visible."""

    editor: MemoEdit

    def __init__(self, parent: QWidget | None = None, *, name: str = "", lines: int = 4) -> None:
        super().__init__(MemoEdit(lines), parent, name=name)
        self.editor.textChanged.connect(self._text_changed)

    def value(self) -> str:
        """The text without blanks at its ends."""
        return self.editor.toPlainText().strip()

    def normal(self, value: str) -> str:
        """The text without blanks at its ends, its lines ended in one way."""
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()

    def set_value(self, value: str) -> None:
        """Show the text."""
        if value != self.value():
            self._filling = True
            self.editor.setPlainText(value)
            self._filling = False
        self._accept()

    def set_placeholder(self, text: str) -> None:
        """Set the words shown while the field is empty."""
        self.editor.setPlaceholderText(text)

    def _text_changed(self) -> None:
        if not self._filling:
            self._edited()


class CheckField(Field):
    """Yes or no, with words for both beside the box."""

    editor: QCheckBox

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(QCheckBox(), parent, name=name)
        self._words = ("", "")
        self.editor.setMinimumHeight(self.fontMetrics().height() + theme().px(13))
        self.editor.toggled.connect(self._say)
        self.editor.clicked.connect(self._edited)

    def set_words(self, yes: str, no: str) -> None:
        """Set what is written beside the box when it is ticked and when not."""
        self._words = (yes, no)
        self._say()

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.editor.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick or untick it."""
        self.editor.setChecked(bool(value))

    def set_label(self, label: str) -> None:
        """Keep the field's name as the box's name: the words beside it alone would not say what they are about."""
        super().set_label(label)
        self._say()

    def _say(self) -> None:
        word = self._words[0] if self.editor.isChecked() else self._words[1]
        self.editor.setText(word)
        self.editor.setAccessibleName(f"{self.label()}: {word}" if word else self.label())
