"""What shows one chapter: Qt's own reader of Markdown, in the theme's sizes and colours."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from ui.theme import theme

_HEADINGS = {1: 19.0, 2: 15.0}


class Reader(QTextBrowser):
    """A read-only Markdown text; whoever owns it follows ``anchorClicked``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpText")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave going back to the owner; Qt's own way back knows only the links that it followed itself."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_markdown(self, text: str) -> None:
        """Show a text from its beginning."""
        self.setMarkdown(text)
        self._dress()
        self.setExtraSelections([])
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def mark(self, words: Iterable[str]) -> None:
        """Mark every place where one of the words stands, and scroll to the first."""
        look = theme()
        marks: list[QTextEdit.ExtraSelection] = []
        for word in words:
            found = self.document().find(word)
            while not found.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = found
                mark.format.setBackground(look.colour("warning_soft"))
                mark.format.setForeground(look.colour("warning_text"))
                marks.append(mark)
                found = self.document().find(word, found)
        self.setExtraSelections(marks)
        if marks:
            first = QTextCursor(min((mark.cursor for mark in marks), key=lambda cursor: cursor.selectionStart()))
            first.clearSelection()
            self.setTextCursor(first)

    def _dress(self) -> None:
        """Give headings, paragraphs, keys and links the look of the program."""
        look = theme()
        document = self.document()
        document.setDocumentMargin(0)
        document.setIndentWidth(look.px(18))
        document.setDefaultFont(look.font())
        cursor = QTextCursor(document)
        block = document.begin()
        tables: list[QTextTable] = []
        after_list = False
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor.setPosition(block.position())
            table = cursor.currentTable()
            spaced = QTextBlockFormat()
            in_list = block.textList() is not None
            spaced.setTopMargin(look.px(14) if level > 1 else look.px(8) if after_list and not in_list else 0)
            spaced.setBottomMargin(0 if table is not None else look.px(4 if in_list else 8))
            spaced.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(spaced)
            if table is not None and table not in tables:
                tables.append(table)
            self._dress_words(block, level)
            after_list = in_list
            block = block.next()
        for table in tables:
            self._dress_table(table)

    def _dress_table(self, table: QTextTable) -> None:
        dress = table.format()
        dress.setBorder(0)
        dress.setCellSpacing(0)
        dress.setCellPadding(theme().px(3))
        table.setFormat(dress)
        head = [table.cellAt(0, column) for column in range(table.columns())]
        if all(cell.firstPosition() == cell.lastPosition() for cell in head):
            table.removeRows(0, 1)  # Markdown knows no table without a head

    def _dress_words(self, block: QTextBlock, level: int) -> None:
        look = theme()
        parts: list[tuple[int, int, QTextCharFormat]] = []
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            dress = fragment.charFormat()
            key = dress.fontFixedPitch()
            bold = level > 0 or dress.fontWeight() > 500
            dress.clearProperty(QTextCharFormat.Property.FontSizeAdjustment.value)
            dress.setFont(look.font(_HEADINGS.get(level, 12 if key else 13), bold=bold))
            dress.setFontFixedPitch(False)
            if key:
                dress.setBackground(look.colour("hover"))
            if dress.isAnchor():
                dress.setForeground(QColor(look.tokens.accent_text))
                dress.setFontUnderline(False)
            parts.append((fragment.position(), fragment.length(), dress))
            fragments += 1
        cursor = QTextCursor(self.document())
        for start, length, dress in parts:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(dress)
