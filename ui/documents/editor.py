"""MarkupField: a document's text as a field of a form, with its tools above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextListFormat
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.documents import PlaceholderRow
from ui.documents.markup_text import MarkupText
from ui.fields.field import Field
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton

_DISC, _NUMBERS = QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListDecimal


@dataclass(frozen=True, slots=True)
class _Tool:
    """A button of the bar: its icon, the keys that do the same, what it does, whether it is in force now."""

    icon: str
    keys: str
    run: Callable[[], object]
    on: Callable[[], bool]


class MarkupField(Field):
    """The text with its tools; ``products_wanted`` asks for the table of products at the cursor."""

    products_wanted = Signal()
    editor: MarkupText

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(MarkupText(), parent, name=name)
        text = self.text = self.editor
        self._tools = {
            "bold": _Tool("bold", "Ctrl+B", self._bold, text.bold),
            "italic": _Tool("italic", "Ctrl+I", self._italic, text.fontItalic),
            "underline": _Tool("underline", "Ctrl+U", self._underline, text.fontUnderline),
            "heading1": _Tool("heading-1", "Ctrl+Alt+1", partial(self._heading, 1), lambda: text.heading() == 1),
            "heading2": _Tool("heading-2", "Ctrl+Alt+2", partial(self._heading, 2), lambda: text.heading() == 2),
            "bullets": _Tool("list", "Ctrl+Shift+8", partial(self._list, _DISC), lambda: text.list_style() == _DISC),
            "numbers": _Tool(
                "list-ordered", "Ctrl+Shift+7", partial(self._list, _NUMBERS), lambda: text.list_style() == _NUMBERS
            ),
        }
        self._keys = {QKeySequence(tool.keys).toString(): tool for tool in self._tools.values()}
        self.bar = QWidget(self)
        self.bar.setObjectName("formatBar")
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(2))
        self.buttons: dict[str, IconButton] = {}
        for key, tool in self._tools.items():
            button = IconButton(tool.icon, "", self.bar, tone="text", name=f"format_{key}")
            button.setCheckable(True)
            button.clicked.connect(partial(self._use, tool))
            self.buttons[key] = button
            row.addWidget(button)
            if key in {"underline", "heading2", "numbers"}:
                row.addSpacing(theme().px(8))
        self.products_button = Button(
            "", self.bar, kind="flat", icon="package", small=True, name="insertProductsButton"
        )
        self.products_button.clicked.connect(self.products_wanted)
        self.placeholder_button = Button("", self.bar, kind="flat", icon="plus", small=True, name="placeholderButton")
        self.placeholders = QMenu(self)
        self.placeholders.setObjectName("placeholderMenu")
        self.placeholder_button.setMenu(self.placeholders)
        self.placeholder_button.hide()
        row.addWidget(self.products_button)
        row.addWidget(self.placeholder_button)
        row.addStretch(1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self.bar)
        text.setMinimumHeight(theme().px(320))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        text.textChanged.connect(self._edited)
        text.cursorPositionChanged.connect(self._show_formats)
        text.currentCharFormatChanged.connect(lambda _format: self._show_formats())
        self.retranslate()

    # the field

    def value(self) -> str:
        """The text."""
        return self.text.markup()

    def set_value(self, value: str) -> None:
        """Show a text."""
        if value != self.text.markup():
            self.text.show_markup(value)
        self._accept()

    def set_read_only(self, read_only: bool) -> None:
        """Lock or unlock the text; a locked one can be read, marked and copied."""
        self.text.setReadOnly(read_only)
        self.bar.setVisible(not read_only)

    def set_placeholders(self, rows: tuple[PlaceholderRow, ...]) -> None:
        """Offer placeholders to be put in."""
        self.placeholders.clear()
        for row in rows:
            entry = self.placeholders.addAction(f"{row.label}\t{row.token}")
            entry.setObjectName(f"placeholder_{row.name}")
            entry.triggered.connect(partial(self._insert, row.token))
        self.placeholder_button.setVisible(bool(rows))

    def retranslate(self) -> None:
        """Name the tools in the language in force."""
        words = {
            "bold": self.tr("Bold"),
            "italic": self.tr("Italic"),
            "underline": self.tr("Underlined"),
            "heading1": self.tr("Heading"),
            "heading2": self.tr("Smaller heading"),
            "bullets": self.tr("List"),
            "numbers": self.tr("Numbered list"),
        }
        for key, button in self.buttons.items():
            shown = QKeySequence(self._tools[key].keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.set_label(words[key], shortcut=shown)
        self.bar.setAccessibleName(self.tr("Formatting"))
        self.products_button.setText(self.tr("Products"))
        self.products_button.setToolTip(self.tr("Put in the table of products"))
        self.placeholder_button.setText(self.tr("Placeholder"))
        self.placeholder_button.setToolTip(self.tr("Put in a placeholder, which is filled from the opportunity"))

    # the tools

    def _use(self, tool: _Tool, _checked: bool = False) -> None:
        if not self.text.isReadOnly():
            tool.run()
            self._show_formats()
            self.text.setFocus()

    def _bold(self) -> None:
        self.text.set_bold(not self.text.bold())

    def _italic(self) -> None:
        self.text.setFontItalic(not self.text.fontItalic())

    def _underline(self) -> None:
        self.text.setFontUnderline(not self.text.fontUnderline())

    def _heading(self, level: int) -> None:
        self.text.set_heading(0 if self.text.heading() == level else level)

    def _list(self, style: QTextListFormat.Style) -> None:
        self.text.set_list(None if self.text.list_style() == style else style)

    def _insert(self, token: str) -> None:
        self.text.textCursor().insertText(token)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_formats(self) -> None:
        for key, tool in self._tools.items():
            self.buttons[key].setChecked(tool.on())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Use the keys of the tools, before the window takes them for its own."""
        if watched is self.text and isinstance(event, QKeyEvent) and not self.text.isReadOnly():
            tool = self._keys.get(QKeySequence(event.keyCombination()).toString())
            if tool is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if tool is not None and event.type() == QEvent.Type.KeyPress:
                self._use(tool)
                return True
        return super().eventFilter(watched, event)
