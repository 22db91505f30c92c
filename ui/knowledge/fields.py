"""Fields of articles: one of some kinds, several tags, several products."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.views.exchange import Place, Ref
from ui.bridge import Bridge
from ui.fields.amounts import QuietCombo
from ui.fields.field import Field
from ui.fields.reference import ReferenceField
from ui.fields.suggestions import Suggestions
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout


class CodeField(Field):
    """One of a few fixed codes, each said in words."""

    editor: QuietCombo

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(QuietCombo(), parent, name=name)
        self._words: Mapping[str, str] = {}
        self._value = ""
        self.editor.activated.connect(self._chosen)

    def set_words(self, words: Mapping[str, str]) -> None:
        """Offer these codes, with their words in the language in force."""
        self._words = words
        self._fill()

    def value(self) -> str:
        """The code."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a code; one that is not known is shown as it is."""
        self._value = value
        self._fill()
        self._accept()

    def _fill(self) -> None:
        words = dict(self._words)
        words.setdefault(self._value, self._value)
        self.editor.clear()
        for code, said in words.items():
            self.editor.addItem(said, code)
        self.editor.setCurrentIndex(list(words).index(self._value))

    def _chosen(self, row: int) -> None:
        self._value = str(self.editor.itemData(row))
        self._edited()


class TagsField(Field):
    """Tags parted by commas; those in use are offered for the one that is being typed."""

    editor: QLineEdit

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(QLineEdit(), parent, name=name)
        self._known: tuple[str, ...] = ()
        self._offered: list[str] = []
        self._list: Suggestions | None = None
        self.editor.textEdited.connect(self._typed)
        self.retranslate()

    def set_known(self, tags: tuple[str, ...]) -> None:
        """Offer these tags."""
        self._known = tags

    def value(self) -> tuple[str, ...]:
        """The tags, each once."""
        said = (" ".join(part.split()) for part in self.editor.text().split(","))
        return tuple({tag.casefold(): tag for tag in said if tag}.values())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Show tags."""
        if tuple(value) != self.value():
            self._put_text(", ".join(value))
        self._accept()

    def normal(self, value: Any) -> tuple[str, ...]:
        """The tags as a tuple, whatever they come in."""
        return tuple(value)

    def saved(self) -> object:
        """The tags as a list."""
        return list(self.value())

    def to_json(self) -> object:
        """The tags as a list."""
        return list(self.value())

    def from_json(self, kept: Any) -> tuple[str, ...]:
        """Read a list of tags."""
        return tuple(str(tag) for tag in kept)

    def retranslate(self) -> None:
        """Say how tags are parted."""
        self.editor.setPlaceholderText(self.tr("Words, parted by commas"))

    def _typed(self, _text: str) -> None:
        self._edited()
        begun = self.editor.text()[: self.editor.cursorPosition()].rpartition(",")[2].strip().casefold()
        there = {tag.casefold() for tag in self.value()}
        self._offered = [
            tag for tag in self._known if begun and begun in tag.casefold() and tag.casefold() not in there
        ]
        self._suggestions().offer(self._offered[:8], row=-1)

    def _suggestions(self) -> Suggestions:
        if self._list is None:
            self._list = Suggestions(self.editor)
            self._list.chosen.connect(self._chosen)
        return self._list

    def _chosen(self, row: int) -> None:
        self._suggestions().close_popup()
        at = self.editor.cursorPosition()
        before, comma, _begun = self.editor.text()[:at].rpartition(",")
        head = f"{before}{comma} " if comma else ""
        self._put_text(f"{head}{self._offered[row]}{self.editor.text()[at:]}")
        self.editor.setCursorPosition(len(head) + len(self._offered[row]))
        self._edited()

    def _leave(self) -> None:
        if self._list is not None:
            self._list.close_popup()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Lead the list with the keys of the line."""
        typed = watched is self.editor and event.type() == QEvent.Type.KeyPress
        if typed and isinstance(event, QKeyEvent) and self._list is not None and self._list.take_key(event):
            return True
        return super().eventFilter(watched, event)


class ProductsField(Field):
    """Several products: each a button that opens its page, with a cross; a line below finds and adds another."""

    opened = Signal(object)
    editor: QWidget

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, name: str = "") -> None:
        self.picker = ReferenceField(bridge, "product", name=name)
        super().__init__(self.picker, parent)
        self._value: tuple[Ref, ...] = ()
        self._locked = False
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, gap=theme().px(5))
        self._chips.hide()
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self._chips)
        self.picker.changed.connect(self._picked)

    def value(self) -> tuple[Ref, ...]:
        """The products."""
        return self._value

    def set_value(self, value: tuple[Ref, ...]) -> None:
        """Show products."""
        self._value = tuple(value)
        self._show()
        self._accept()

    def normal(self, value: Any) -> tuple[Ref, ...]:
        """The products as a tuple."""
        return tuple(value)

    def saved(self) -> object:
        """Their ids."""
        return [ref.id for ref in self._value]

    def to_json(self) -> object:
        """Ids and labels."""
        return [[ref.id, ref.label] for ref in self._value]

    def from_json(self, kept: Any) -> tuple[Ref, ...]:
        """Read ids and labels."""
        return tuple(Ref(int(one[0]), str(one[1])) for one in kept)

    def is_valid(self) -> bool:
        """Whether no half a name is left in the line."""
        return self.picker.is_valid()

    def set_label(self, label: str) -> None:
        """Name the line."""
        self._label = label
        self.picker.set_label(label)

    def set_read_only(self, read_only: bool) -> None:
        """Lock or unlock the field; the pages can still be opened."""
        self._locked = read_only
        self.picker.setVisible(not read_only)
        self._show()

    def _picked(self) -> None:
        added = self.picker.value()
        if added is None:
            self.changed.emit()
            return
        self.picker.set_value(None)
        if added not in self._value:
            self._value = (*self._value, added)
            self._show()
        self._edited()

    def _remove(self, ref: Ref) -> None:
        self._value = tuple(one for one in self._value if one != ref)
        self._show()
        self._edited()
        self.picker.editor.setFocus()

    def _show(self) -> None:
        self._flow.clear()
        for ref in self._value:
            chip = Button(ref.label, self._chips, small=True, name="productChip")
            chip.clicked.connect(partial(self._open, ref))
            self._flow.addWidget(chip)
            chip.show()
            if not self._locked:
                chip.set_icon("x", size=12)
                chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                chip.clicked.disconnect()
                chip.clicked.connect(partial(self._remove, ref))
                chip.setToolTip(self.tr("Take off"))
                chip.setAccessibleName(self.tr("Take off {name}").format(name=ref.label))
        self._chips.setVisible(bool(self._value))
        self._chips.updateGeometry()

    def _open(self, ref: Ref, _checked: bool = False) -> None:
        self.opened.emit(Place("product", ref.id))
