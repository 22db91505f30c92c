"""The panel of the manual: contents, search, back, one chapter; links lead from chapter to chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.manual.book import CONTENTS, KEYBOARD, KEYS, Book, book, root_words
from ui.manual.keyboard import keyboard_map
from ui.manual.reading import Reader
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Text
from ui.widgets.styling import is_language_change

if TYPE_CHECKING:
    from ui.commands import CommandRegistry
    from ui.language import Language


class HelpPanel(QFrame):
    """Shows the manual in the interface's language. Esc closes, Ctrl+F finds, Alt+Left goes back."""

    close_asked = Signal()
    chapter_changed = Signal(str)
    """The name of the chapter now shown; empty while something is being searched for."""

    def __init__(self, parent: QWidget, language: Language, commands: CommandRegistry) -> None:
        """``commands`` is where the map of the keyboard comes from."""
        super().__init__(parent)
        self.setObjectName("helpPanel")
        self._language = language
        self._commands = commands
        self._chapter = CONTENTS
        self._way: list[str] = []
        look = theme()
        head = QHBoxLayout()
        head.setSpacing(look.px(4))
        self.back_button = IconButton("arrow-left", "", self, name="helpBackButton")
        self.contents_button = Button("", self, kind="flat", name="helpContentsButton")
        self.heading = Text("", self, role="strong")
        self.close_button = IconButton("x", "", self, name="helpCloseButton")
        head.addWidget(self.back_button)
        head.addWidget(self.heading, 1)
        head.addWidget(self.contents_button)
        head.addWidget(self.close_button)
        self.search_edit = QLineEdit(self)
        self.search_edit.setObjectName("helpSearch")
        self.search_edit.setClearButtonEnabled(True)
        self.reader = Reader(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(10), look.px(12), look.px(8), look.px(8))
        layout.setSpacing(look.px(10))
        layout.addLayout(head)
        layout.addWidget(self.search_edit)
        layout.addWidget(self.reader, 1)
        self.back_button.clicked.connect(self.back)
        self.contents_button.clicked.connect(lambda: self.open(CONTENTS))
        self.close_button.clicked.connect(self.close_asked)
        self.search_edit.textChanged.connect(self._on_search)
        self.search_edit.returnPressed.connect(self._open_first)
        self.reader.anchorClicked.connect(self._on_link)
        theme().changed.connect(self._show)
        self.retranslate()

    @property
    def chapter(self) -> str:
        """The name of the chapter shown, or last shown while something is being searched for."""
        return self._chapter

    @property
    def searching(self) -> bool:
        """Whether results of a search are shown."""
        return bool(self.search_edit.text().strip())

    def open(self, name: str) -> None:
        """Show a chapter; the contents where there is none of that name. The one shown before can be gone back to."""
        if self._book().chapter(name) is None:
            name = CONTENTS
        if name != self._chapter:
            self._way.append(self._chapter)
        self._go(name)

    def begin(self, name: str) -> None:
        """Show a chapter with nothing to go back to: the help of a page that has just been asked for."""
        self._way.clear()
        self._go(name if self._book().chapter(name) is not None else CONTENTS)

    def back(self) -> None:
        """Show the chapter before; from the results of a search, the chapter before the search."""
        if self.searching:
            self.search_edit.clear()
        elif self._way:
            self._go(self._way.pop())

    def _book(self) -> Book:
        return book(self._language.code)

    def _go(self, name: str) -> None:
        self._chapter = name
        if self.search_edit.text():
            self.search_edit.blockSignals(True)
            self.search_edit.clear()
            self.search_edit.blockSignals(False)
        self._show()

    def _show(self) -> None:
        self.back_button.setEnabled(bool(self._way) or self.searching)
        if self.searching:
            self.reader.show_markdown(self._results())
            self.chapter_changed.emit("")
            return
        chapter = self._book().chapter(self._chapter)
        if chapter is None:
            return
        text = chapter.text
        if chapter.name == KEYBOARD:
            text = text.replace(KEYS, keyboard_map(self._commands.all(), self.tr("On this page")))
        self.reader.show_markdown(text)
        self.chapter_changed.emit(self._chapter)

    def _results(self) -> str:
        hits = self._book().search(self.search_edit.text())
        if not hits:
            return self.tr("Nothing in the manual has all these words. Try fewer, or a part of a word.")
        found = "\n\n".join(f"[{hit.chapter.title}]({hit.chapter.name}.md)\\\n{hit.excerpt}" for hit in hits)
        count = self.tr("%n page(s) found", "", len(hits))
        return f"{count}\n\n{found}"

    def _on_search(self, _text: str) -> None:
        self._show()

    def _open_first(self) -> None:
        hits = self._book().search(self.search_edit.text())
        if hits:
            self._open_found(hits[0].chapter.name)

    def _open_found(self, name: str) -> None:
        words = root_words(self.search_edit.text())
        self.open(name)
        self.reader.mark(words)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_link(self, link: QUrl) -> None:
        name = link.path().removesuffix(".md")
        if self.searching:
            self._open_found(name)
        else:
            self.open(name)

    def retranslate(self) -> None:
        """Set all texts, and show the same chapter in the language in force."""
        self.setAccessibleName(self.tr("Manual"))
        self.heading.setText(self.tr("Manual"))
        self.back_button.set_label(self.tr("Back in the manual"), shortcut="Alt+Left")
        self.contents_button.setText(self.tr("Contents"))
        self.close_button.set_label(self.tr("Close the manual"), shortcut="Esc")
        self.search_edit.setPlaceholderText(self.tr("Find in the manual"))
        self.search_edit.setAccessibleName(self.tr("Find in the manual"))
        self.reader.setAccessibleName(self.tr("Page of the manual"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()

    def event(self, event: QEvent) -> bool:
        """Keep the panel's own keys from the window's shortcuts while the keyboard is here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Find) or event.key() == Qt.Key.Key_Escape:
            return True
        return _is_back(event) and (bool(self._way) or self.searching)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Ctrl+F goes to the search, Alt+Left back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search_edit.selectAll()
        elif _is_back(event):
            self.back()
        else:
            super().keyPressEvent(event)


def _is_back(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Left and event.modifiers() == Qt.KeyboardModifier.AltModifier
