"""FormattedView: shows formatted text, and edits it; whatever it says, nothing is ever fetched for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocumentFragment,
    QTextImageFormat,
    QTextListFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.views import formatted
from ui.knowledge.document import WIDEST, FormattedDocument, data_url, dress_block
from ui.theme import theme

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp"})
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


class FormattedView(QTextBrowser):
    """Reads like a page, links open by click or Enter; with :meth:`set_editing` it is an editor."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        if name:
            self.setObjectName(name)
        self._document = FormattedDocument(self)
        self._shown = ""
        self._known = ("", -1)
        self.setDocument(self._document)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.anchorClicked.connect(_open)
        theme().changed.connect(self._follow_theme)
        self._fit()

    # the text

    def text(self) -> str:
        """Return the text as it is kept; what was shown and not edited comes back as it was."""
        document = self._document
        if not document.isModified():
            return self._shown
        if self._known[1] != document.revision():
            self._known = (document.text(), document.revision())
        return self._known[0]

    def show_text(self, html: str) -> None:
        """Show kept formatted text from its beginning."""
        self._shown = html
        document = self._document
        before = self.signalsBlocked()
        self.blockSignals(True)
        document.setUndoRedoEnabled(False)
        document.forget_pictures()
        self._fit()
        self.setHtml(document.written(html))
        self.dress()
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        self.blockSignals(before)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_editing(self, editing: bool) -> None:
        """Edit from now on, or read."""
        self.setReadOnly(not editing)
        kind = Qt.TextInteractionFlag
        self.setTextInteractionFlags(kind.TextEditorInteraction if editing else kind.TextBrowserInteraction)
        self.setTabChangesFocus(True)

    def is_editing(self) -> bool:
        """Whether it can be typed into."""
        return not self.isReadOnly()

    # formats

    def heading(self) -> int:
        """The level of the heading that the cursor stands in, 0 for none."""
        return self.textCursor().blockFormat().headingLevel()

    def set_heading(self, level: int) -> None:
        """Make a heading of the paragraphs that are selected, or with 0 paragraphs again."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        first, last = _blocks(cursor)
        block = first
        while block.isValid():
            one = QTextCursor(block)
            kind = block.blockFormat()
            if level:
                kind.setObjectIndex(-1)
                kind.setIndent(0)
            kind.setHeadingLevel(level)
            one.setBlockFormat(kind)
            dress_block(block)
            if block == last:
                break
            block = block.next()
        cursor.endEditBlock()

    def set_bold(self, bold: bool) -> None:
        """Make the selection, or what is typed next, bold or not."""
        kind = QTextCharFormat()
        kind.setFontWeight(700 if bold else 400)
        self.mergeCurrentCharFormat(kind)

    def list_style(self) -> QTextListFormat.Style | None:
        """The kind of list that the cursor stands in, None outside."""
        found = self.textCursor().currentList()
        return None if found is None else found.format().style()

    def set_list(self, style: QTextListFormat.Style | None) -> None:
        """Make a list of the paragraphs that are selected, or paragraphs again."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if style is None:
            block, last = _blocks(cursor)
            while block.isValid():
                kind = block.blockFormat()
                kind.setObjectIndex(-1)
                kind.setIndent(0)
                QTextCursor(block).setBlockFormat(kind)
                if block == last:
                    break
                block = block.next()
        else:
            if self.heading():
                self.set_heading(0)
            made = QTextListFormat()
            made.setStyle(style)
            cursor.createList(made)
        cursor.endEditBlock()
        self.dress_lines()

    def link(self) -> str:
        """The address of the link that the cursor stands in, "" outside."""
        return self.textCursor().charFormat().anchorHref()

    def set_link(self, address: str, words: str) -> None:
        """Make a link of the selection, else of the link around the cursor, else insert one; "" makes plain words."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and self.link():
            _select_link(cursor)
        kind = QTextCharFormat()
        if address:
            kind.setAnchor(True)
            kind.setAnchorHref(address)
            kind.setForeground(theme().colour("accent_text"))
        if cursor.hasSelection():
            if address:
                cursor.mergeCharFormat(kind)
            else:
                _plain_words(cursor)
        elif address:
            cursor.insertText(words or address, kind)
            cursor.insertText(" ", QTextCharFormat())
        self.setTextCursor(cursor)

    def add_picture(self, picture: QImage) -> None:
        """Put a picture in at the cursor; a large one is kept smaller."""
        if picture.isNull():
            return
        name = self._document.keep_picture(data_url(picture))
        if not name:
            return
        kind = QTextImageFormat()
        kind.setName(name)
        kind.setWidth(min(self._document.image(name).width(), theme().px(WIDEST)))
        self.textCursor().insertImage(kind)

    # pasting and copying

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take texts and pictures."""
        return self.is_editing() and (source.hasImage() or source.hasHtml() or source.hasText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: pictures are kept inside, HTML only as far as it is formatted text, all else as plain words."""
        files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        shown = [file for file in files if file.suffix.lower() in _PICTURES]
        if shown:
            for file in shown:
                self.add_picture(QImage(str(file)))
        elif source.hasImage() and not source.hasHtml():
            self.add_picture(QImage(source.imageData()))
        elif source.hasHtml():
            html = formatted.clean(source.html(), self._document.pictures)
            fragment = QTextDocumentFragment.fromHtml(self._document.written(html), self._document)
            self.textCursor().insertFragment(fragment)
            self.dress_lines()
        elif source.hasText():
            self.textCursor().insertText(source.text())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy with the pictures themselves, so that another article can take them."""
        chosen = self.textCursor().selection()
        made = QMimeData()
        made.setHtml(formatted.clean(chosen.toHtml(), self._document.pictures))
        made.setText(chosen.toPlainText())
        return made

    # keys

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where there is nothing to take back here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo and not (self.is_editing() and self._document.isUndoAvailable()):
                event.ignore()
                return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab for the items of a list; elsewhere it goes on to the next field."""
        if self.is_editing() and self.list_style() is not None:
            return False
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a heading and an empty item of a list, Tab moves items in and out, Ctrl+Enter is the page's."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif not self.is_editing():
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if control:
                event.ignore()
            else:
                self._new_line(event)
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and self.list_style() is not None:
            self._indent(1 if key == Qt.Key.Key_Tab else -1)
        else:
            super().keyPressEvent(event)

    def _new_line(self, event: QKeyEvent) -> None:
        if self.list_style() is not None and not self.textCursor().block().text():
            self.set_list(None)
            return
        was = self.heading()
        super().keyPressEvent(event)
        if was and not self.textCursor().block().text():
            kind = self.textCursor().blockFormat()
            kind.setHeadingLevel(0)
            self.textCursor().setBlockFormat(kind)
            dress_block(self.textCursor().block())
            self.setCurrentCharFormat(QTextCharFormat())

    def _indent(self, step: int) -> None:
        cursor = self.textCursor()
        there = cursor.currentList()
        kind = QTextListFormat(there.format())
        level = kind.indent() + step
        if level < 1:
            self.set_list(None)
        elif level <= 5:
            kind.setIndent(level)
            cursor.createList(kind)

    # the look

    def dress(self) -> None:
        """Give headings, paragraphs and links the look of the program; the text stays what it is."""
        whole = QTextCursor(self._document)
        whole.beginEditBlock()  # laid out once
        block = self._document.begin()
        while block.isValid():
            dress_block(block)
            block = block.next()
        whole.endEditBlock()

    def dress_lines(self) -> None:
        """Dress what was pasted or changed as one step with it."""
        cursor = QTextCursor(self._document)
        cursor.joinPreviousEditBlock()
        self.dress()
        cursor.endEditBlock()

    def _fit(self) -> None:
        look = theme()
        self._document.setDefaultFont(look.font())
        self._document.setDocumentMargin(look.px(6))
        self._document.setIndentWidth(look.px(20))

    def _follow_theme(self) -> None:
        if not self._document.isModified():
            self.show_text(self._shown)


def _open(address: QUrl) -> None:
    if address.scheme() in _SCHEMES:
        QDesktopServices.openUrl(address)


def _blocks(cursor: QTextCursor) -> tuple[QTextBlock, QTextBlock]:
    document = cursor.document()
    return document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())


def _select_link(cursor: QTextCursor) -> None:
    """Select the whole link around the cursor."""
    address = cursor.charFormat().anchorHref()
    fragments = cursor.block().begin()
    start = end = -1
    while not fragments.atEnd():
        fragment = fragments.fragment()
        if fragment.charFormat().anchorHref() == address:
            start = fragment.position() if start < 0 else start
            end = fragment.position() + fragment.length()
        fragments += 1
    if start >= 0:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _plain_words(cursor: QTextCursor) -> None:
    kind = cursor.charFormat()
    for key in (
        QTextCharFormat.Property.IsAnchor,
        QTextCharFormat.Property.AnchorHref,
        QTextCharFormat.Property.ForegroundBrush,
        QTextCharFormat.Property.TextUnderlineStyle,
        QTextCharFormat.Property.FontUnderline,
    ):
        kind.clearProperty(key.value)
    cursor.setCharFormat(kind)
