"""FormattedDocument: formatted text with the pictures that it carries; whatever it says, nothing is fetched for it."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QImageWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.views import formatted
from ui.theme import theme

_HEADINGS = {1: 20.0, 2: 16.0, 3: 14.0}
_SOURCE = re.compile(r'<img src="(data:image/[a-z]+;base64,[A-Za-z0-9+/=]+)"( width="\d+")?')
WIDEST = 560
"""How wide a picture is shown at most, in measures of the design."""
_KEPT_WIDTH = 1600
"""How many pixels a pasted picture keeps across."""
_SMALL = 300_000


class FormattedDocument(QTextDocument):
    """A document that knows the pictures it carries and asks nobody for others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pictures: dict[str, str] = {}
        """Name in the document to data URL."""
        self._images: dict[str, QImage] = {}

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture of this document; nothing for all else, be it a file of this computer or an address."""
        address = name.toString() if isinstance(name, QUrl) else str(name)
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._images.get(address, QImage())
        return QByteArray()

    def keep_picture(self, address: str) -> str:
        """Take a picture as a data URL in and return its name here; "" for one that is none."""
        for name, known in self.pictures.items():
            if known == address:
                return name
        image = QImage.fromData(QByteArray.fromBase64(address.partition(",")[2].encode()))
        if image.isNull():
            return ""
        name = f"picture:{len(self.pictures) + 1}"
        self.pictures[name] = address
        self._images[name] = image
        return name

    def image(self, name: str) -> QImage:
        """Return a picture by its name here."""
        return self._images.get(name, QImage())

    def forget_pictures(self) -> None:
        """Another text is shown from now on."""
        self.pictures.clear()
        self._images.clear()

    def written(self, html: str) -> str:
        """Return kept formatted text as this document takes it: pictures by name, no wider than the page."""

        def named(found: re.Match[str]) -> str:
            name = self.keep_picture(found[1])
            width = found[2] or ""
            widest = theme().px(WIDEST)
            if not width and self.image(name).width() > widest:
                width = f' width="{widest}"'
            return f'<img src="{name}"{width}'

        html = html.replace("<p><br></p>", '<p style="-qt-paragraph-type:empty;"><br></p>')
        html = html.replace(
            "<table>", '<table border="1" cellspacing="0" cellpadding="5" style="border-collapse:collapse">'
        )
        return _SOURCE.sub(named, html)

    def text(self) -> str:
        """Return what the document holds, as it is kept."""
        return formatted.clean(self.toHtml(), self.pictures)


def dress_block(block: QTextBlock) -> None:
    """Give one paragraph the look of the program; its text and its formats stay."""
    look = theme()
    level = block.blockFormat().headingLevel()
    in_list = block.textList() is not None
    spaced = QTextBlockFormat()
    spaced.setTopMargin(look.px(12) if level else 0)
    spaced.setBottomMargin(look.px(3 if in_list else 7))
    high = "\ufffc" in block.text()  # a picture: its line is high enough
    spaced.setLineHeight(100 if high else 125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    QTextCursor(block).mergeBlockFormat(spaced)
    parts: list[tuple[int, int, QTextCharFormat]] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        dress = fragment.charFormat()
        dress.clearProperty(QTextCharFormat.Property.FontSizeAdjustment.value)
        parts.append((fragment.position(), fragment.length(), dress))
        fragments += 1
    cursor = QTextCursor(block)
    for start, length, dress in parts:
        bold = level > 0 or dress.fontWeight() > 500
        if not dress.isImageFormat():
            italic, underlined, struck = dress.fontItalic(), dress.fontUnderline(), dress.fontStrikeOut()
            dress.setFont(look.font(_HEADINGS.get(level, 13), bold=bold))
            dress.setFontItalic(italic)
            dress.setFontUnderline(underlined and not dress.isAnchor())
            dress.setFontStrikeOut(struck)
            if dress.isAnchor():
                dress.setForeground(look.colour("accent_text"))
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(dress)
    kind = QTextCharFormat()
    kind.setFont(look.font(_HEADINGS.get(level, 13), bold=level > 0))
    empty = QTextCursor(block)
    if not block.text():
        empty.setBlockCharFormat(kind)


def data_url(picture: QImage) -> str:
    """Return a picture as it is kept: no wider than 1600 pixels, PNG where that is small enough, else JPEG."""
    if picture.width() > _KEPT_WIDTH:
        picture = picture.scaledToWidth(_KEPT_WIDTH, Qt.TransformationMode.SmoothTransformation)
    for kind in ("png", "jpeg"):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(kind.encode()))
        if kind == "jpeg":
            writer.setQuality(85)
        writer.write(picture)
        data = buffer.data()
        if kind == "jpeg" or data.size() <= _SMALL or picture.hasAlphaChannel():
            return f"data:image/{kind};base64,{bytes(data.toBase64().data()).decode()}"
    return ""
