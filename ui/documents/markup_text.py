"""MarkupText: the text of a document or a template as it is edited; placeholders stand out; nothing is fetched."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.views import formatted
from ui.printing.pages import SealedDocument
from ui.theme import theme

TOKEN = re.compile(r"\{\{\s*[\w.]{1,60}\s*\}\}")
_TABLE = re.compile(r"<table>(?=.*?</table>)(?!<tr><t[dh](?: align=\"\w+\")? width=)", re.DOTALL)


def dressed(markup: str, line: str) -> str:
    """Return kept markup as Qt shows it: tables get lines of the colour, but those whose cells have widths."""
    ruled = f'<table border="1" width="100%" cellspacing="0" cellpadding="5" style="{_lines(line)}">'
    return _TABLE.sub(ruled, markup).replace("<table>", '<table width="100%" cellspacing="0" cellpadding="4">')


def _lines(colour: str) -> str:
    return f"border-collapse:collapse; border-style:solid; border-color:{colour}; margin-top:6px; margin-bottom:6px"


class _Marks(QSyntaxHighlighter):
    """Marks placeholders, which are still to be filled in."""

    def highlightBlock(self, text: str) -> None:
        look = theme()
        kind = QTextCharFormat()
        kind.setBackground(look.colour("warning_soft"))
        kind.setForeground(look.colour("warning_text"))
        for found in TOKEN.finditer(text):
            self.setFormat(found.start(), len(found[0]), kind)


class MarkupText(QTextEdit):
    """Paragraphs, headings, lists, tables, bold, italic, underlined. What is pasted is taken as far as that goes."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        if name:
            self.setObjectName(name)
        self._shown = ""
        self._known: tuple[int, str] = (-1, "")
        document = SealedDocument(self)
        self.setDocument(document)
        self._marks = _Marks(document)
        self._dress_document()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(self._follow_theme)

    # the text

    def markup(self) -> str:
        """Return the text for saving; what was shown and not edited comes back as it was."""
        if not self.document().isModified():
            return self._shown
        revision = self.document().revision()
        if self._known[0] != revision:
            self._known = (revision, self.toHtml())
        return self._known[1]

    def show_markup(self, markup: str) -> None:
        """Show a kept text; where the cursor stood and how far it was scrolled stays as far as possible."""
        self._shown = markup
        place, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        blocked = self.blockSignals(True)
        self._set_html(markup)
        self.document().setModified(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)
        self.blockSignals(blocked)

    def take_markup(self, markup: str) -> None:
        """Show another text as an edit that is not saved yet."""
        blocked = self.blockSignals(True)
        self._set_html(markup)
        self.blockSignals(blocked)
        self.document().setModified(True)
        self.textChanged.emit()

    def insert_markup(self, markup: str) -> None:
        """Put kept markup in at the cursor."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertHtml(self._dressed(markup))
        cursor.endEditBlock()

    def _set_html(self, markup: str) -> None:
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setHtml(self._dressed(markup))
        document.setUndoRedoEnabled(True)

    def _dressed(self, markup: str) -> str:
        return dressed(markup, theme().colour("line").name())

    # formats

    def heading(self) -> int:
        """The level of the heading in which the cursor stands, 0 for none."""
        return self.textCursor().blockFormat().headingLevel()

    def set_heading(self, level: int) -> None:
        """Make a heading of the paragraphs that are selected, or with 0 paragraphs again."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        block, last = self.document().findBlock(cursor.selectionStart()), cursor.selectionEnd()
        while block.isValid() and block.position() <= last:
            kind = block.blockFormat()
            kind.setHeadingLevel(level)
            if level:
                kind.setObjectIndex(-1)
                kind.setIndent(0)
            QTextCursor(block).setBlockFormat(kind)
            _dress_block(block)
            block = block.next()
        cursor.endEditBlock()

    def bold(self) -> bool:
        """Whether what is typed next is bold."""
        return self.fontWeight() > 500

    def set_bold(self, bold: bool) -> None:
        """Make the selection, or what is typed next, bold or not."""
        kind = QTextCharFormat()
        kind.setFontWeight(700 if bold else 400)
        self.mergeCurrentCharFormat(kind)

    def list_style(self) -> QTextListFormat.Style | None:
        """The kind of list in which the cursor stands, None outside."""
        found = self.textCursor().currentList()
        return None if found is None else found.format().style()

    def set_list(self, style: QTextListFormat.Style | None) -> None:
        """Make a list of the paragraphs that are selected, or paragraphs again."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if style is None:
            block, last = self.document().findBlock(cursor.selectionStart()), cursor.selectionEnd()
            while block.isValid() and block.position() <= last:
                kind = block.blockFormat()
                kind.setObjectIndex(-1)
                kind.setIndent(0)
                QTextCursor(block).setBlockFormat(kind)
                block = block.next()
        else:
            if self.heading():
                self.set_heading(0)
            made = QTextListFormat()
            made.setStyle(style)
            cursor.createList(made)
        cursor.endEditBlock()

    # pasting, keys, theme

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take texts alone."""
        return not self.isReadOnly() and (source.hasHtml() or source.hasText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste only what is kept."""
        if source.hasHtml():
            self.insert_markup(formatted.clean(re.sub(r"<img[^>]*>", "", source.html())))
        elif source.hasText():
            self.textCursor().insertText(source.text())

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where there is nothing to take back here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo and (self.isReadOnly() or not self.document().isUndoAvailable()):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a heading and an empty item of a list; Ctrl+Enter is the page's."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif enter and self.list_style() is not None and not self.textCursor().block().text():
            self.set_list(None)
        elif enter and self.heading() and self.textCursor().atBlockEnd():
            super().keyPressEvent(event)
            self.set_heading(0)
            self.setCurrentCharFormat(QTextCharFormat())
        else:
            super().keyPressEvent(event)

    def _dress_document(self) -> None:
        self.document().setDefaultFont(theme().font(13))
        self.document().setDocumentMargin(theme().px(14))

    def _follow_theme(self) -> None:
        self._dress_document()
        self._marks.rehighlight()


def _dress_block(block: QTextBlock) -> None:
    """Give a heading its size, a paragraph the usual one."""
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    kind = QTextCharFormat()
    if level:
        kind.setProperty(QTextCharFormat.Property.FontSizeAdjustment, 4 - level)
        kind.setFontWeight(700)
    cursor.setCharFormat(kind)
    cursor.setBlockCharFormat(kind)


def paper(markup: str) -> str:
    """Return a text as it is printed: on white paper, placeholders that are left marked."""
    mark = QColor("#fdf3dd").name()
    marked = TOKEN.sub(lambda found: f'<span style="background-color:{mark}">{found[0]}</span>', markup)
    return f"<html><body>{dressed(marked, '#c5ccd6')}</body></html>"
