"""FormattedField: formatted text as a field of a form, with its tools above it; read first, edited on demand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QTextCharFormat, QTextListFormat
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.views.formatted import is_link
from ui.fields.field import Field
from ui.knowledge.text_view import FormattedView
from ui.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_PAUSE = 250
_DISC, _NUMBERS = QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListDecimal


@dataclass(frozen=True, slots=True)
class _Tool:
    """A button of the bar: its icon, the keys that do the same, what it does, whether it is in force now."""

    icon: str
    keys: str
    run: Callable[[], object]
    on: Callable[[], bool] | None = None


class FormattedField(Field):
    """A text that is read like a page until the person edits it; :meth:`set_editing` shows the tools."""

    editing_changed = Signal(bool)
    editor: FormattedView

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(FormattedView(), parent, name=name)
        view = self.view = self.editor
        self._locked = False
        self._tools = {
            "bold": _Tool("bold", "Ctrl+B", self._bold, lambda: view.fontWeight() > 500),
            "italic": _Tool("italic", "Ctrl+I", self._italic, view.fontItalic),
            "underline": _Tool("underline", "Ctrl+U", self._underline, view.fontUnderline),
            "heading1": _Tool("heading-1", "Ctrl+Alt+1", partial(self._heading, 1), lambda: view.heading() == 1),
            "heading2": _Tool("heading-2", "Ctrl+Alt+2", partial(self._heading, 2), lambda: view.heading() == 2),
            "bullets": _Tool("list", "Ctrl+Shift+8", partial(self._list, _DISC), lambda: view.list_style() == _DISC),
            "numbers": _Tool(
                "list-ordered", "Ctrl+Shift+7", partial(self._list, _NUMBERS), lambda: view.list_style() == _NUMBERS
            ),
            "link": _Tool("link", "Ctrl+Shift+K", self.ask_link, lambda: bool(view.link())),
            "picture": _Tool("image", "Ctrl+Shift+I", self._choose_picture),
            "plain": _Tool("remove-formatting", "Ctrl+Alt+0", self._plain),
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
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCheckable(tool.on is not None)
            button.clicked.connect(partial(self._use, tool))
            self.buttons[key] = button
            row.addWidget(button)
            if key in {"underline", "heading2", "numbers"}:
                row.addSpacing(theme().px(8))
        row.addStretch(1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self.bar)
        self.setMinimumHeight(theme().px(300))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._edited)
        self._begun = False
        view.textChanged.connect(self._typed)
        view.cursorPositionChanged.connect(self._show_formats)
        view.currentCharFormatChanged.connect(lambda _format: self._show_formats())
        self.set_editing(False)
        self.retranslate()

    # the field

    def value(self) -> str:
        """The text as it is kept."""
        return self.view.text()

    def set_value(self, value: str) -> None:
        """Show a text."""
        if value != self.view.text():
            self.view.show_text(value)
        self._pause.stop()
        self._begun = False
        self._accept()

    def _typed(self) -> None:
        """Tell of the first letter at once, and of those after it when typing pauses: a long text is dear to read."""
        if self._begun:
            self._pause.start()
        else:
            self._begun = True
            self._edited()

    def _leave(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._edited()

    def set_editing(self, editing: bool) -> None:
        """Edit from now on, or read; a locked field is read alone."""
        editing = editing and not self._locked
        self.view.set_editing(editing)
        self.bar.setVisible(editing)
        restyle(self.view, role="" if editing else "reading")
        self._show_formats()
        self.editing_changed.emit(editing)

    def set_read_only(self, read_only: bool) -> None:
        """Lock or unlock the field; a locked one can still be read and its links opened."""
        self._locked = read_only
        if read_only:
            self.set_editing(False)

    def is_locked(self) -> bool:
        """Whether it can be read alone."""
        return self._locked

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
            "link": self.tr("Link..."),
            "picture": self.tr("Picture..."),
            "plain": self.tr("Plain text"),
        }
        for key, button in self.buttons.items():
            shown = QKeySequence(self._tools[key].keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.set_label(words[key], shortcut=shown)
        self.bar.setAccessibleName(self.tr("Formatting"))

    # the tools

    def _use(self, tool: _Tool, _checked: bool = False) -> None:
        tool.run()
        self._show_formats()
        if tool is not self._tools["link"] and tool is not self._tools["picture"]:
            self.view.setFocus()

    def _bold(self) -> None:
        self.view.set_bold(self.view.fontWeight() <= 500)

    def _italic(self) -> None:
        self.view.setFontItalic(not self.view.fontItalic())

    def _underline(self) -> None:
        self.view.setFontUnderline(not self.view.fontUnderline())

    def _heading(self, level: int) -> None:
        self.view.set_heading(0 if self.view.heading() == level else level)

    def _list(self, style: QTextListFormat.Style) -> None:
        self.view.set_list(None if self.view.list_style() == style else style)

    def _plain(self) -> None:
        cursor = self.view.textCursor()
        cursor.beginEditBlock()
        if cursor.hasSelection():
            cursor.setCharFormat(QTextCharFormat())
        self.view.set_heading(0)
        self.view.set_list(None)
        cursor.endEditBlock()

    def ask_link(self) -> None:
        """Ask for the address of a link."""
        words = self.view.textCursor().selectedText()
        dialog = LinkDialog(self.window(), self.view.link(), on_chosen=lambda address: self._linked(address, words))
        dialog.show_over(focus=dialog.address)

    def _linked(self, address: str, words: str) -> None:
        self.view.set_link(address, words)
        self.view.setFocus()

    def _choose_picture(self) -> None:
        kinds = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.gif *.bmp *.webp)"
        name, _filter = QFileDialog.getOpenFileName(self.window(), self.tr("Choose a picture"), "", kinds)
        if name:
            self.view.add_picture(QImage(name))
        self.view.setFocus()

    def _show_formats(self) -> None:
        if not self.view.is_editing():
            return
        for key, tool in self._tools.items():
            if tool.on is not None:
                self.buttons[key].setChecked(tool.on())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Use the keys of the tools, before the window takes them for its own."""
        if watched is self.view and isinstance(event, QKeyEvent) and self.view.is_editing():
            tool = self._keys.get(QKeySequence(event.keyCombination()).toString())
            if tool is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if tool is not None and event.type() == QEvent.Type.KeyPress:
                self._use(tool)
                return True
        return super().eventFilter(watched, event)


class LinkDialog(Dialog):
    """Asks for the address of a link; an empty one takes the link away."""

    def __init__(self, window: QWidget, address: str, *, on_chosen: Callable[[str], object]) -> None:
        super().__init__(window, "", name="linkDialog", width=460)
        self._on_chosen = on_chosen
        self.set_title(self.tr("Link"))
        label = Text(self.tr("Address"), self.sheet, role="fieldLabel")
        self.address = QLineEdit(address, self.sheet)
        self.address.setObjectName("linkEdit")
        self.address.setPlaceholderText("https://")
        self.address.setAccessibleName(label.text())
        label.setBuddy(self.address)
        self._wrong = Text("", self.sheet, tone="bad", wrap=True)
        self._wrong.hide()
        for part in (label, self.address, self._wrong):
            self.body.addWidget(part)
        self.add_button(self.tr("Cancel"), name="linkCancelButton")
        self.add_button(self.tr("Apply"), kind="primary", run=self._apply, name="linkConfirmButton")

    def _apply(self) -> None:
        address = "".join(self.address.text().split())
        if address and "@" in address and ":" not in address:
            address = f"mailto:{address}"
        elif address and ":" not in address:
            address = f"https://{address}"
        if address and not is_link(address):
            self._wrong.setText(self.tr("This is no address of a web page or a mailbox."))
            self._wrong.show()
            self.fit()
            return
        chosen = self._on_chosen
        self.accept()
        chosen(address)
