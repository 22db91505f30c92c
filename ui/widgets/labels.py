"""Small things that show a word: elided label, pill, section title, field label, icon."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.icons import pixmap
from ui.theme import theme
from ui.widgets.styling import restyle

Tone = Literal["normal", "muted", "accent", "good", "warning", "bad"]
Role = Literal["body", "pageTitle", "dialogTitle", "sectionTitle", "fieldLabel", "strong", "small", "key"]


class Text(QLabel):
    """A plain-text label with a role (its size and weight) and a tone (its colour); markup is never read."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = "body",
        tone: Tone = "normal",
        wrap: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        restyle(self, role=role, tone=tone)
        if name:
            self.setObjectName(name)

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        restyle(self, tone=tone)


class SectionTitle(Text):
    """The small capitals that head a card, e.g. NEXT STEPS. Give it the text in normal writing."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent, role="sectionTitle")
        font = self.font()
        font.setLetterSpacing(font.SpacingType.PercentageSpacing, 104)
        self.setFont(font)
        self.setText(text)

    def setText(self, text: str, /) -> None:
        """Show the text in capitals; a screen reader hears it as it is written."""
        super().setText(text.upper())
        self.setAccessibleName(text)


class ElidedLabel(Text):
    """One line of text that ends in "..." where it does not fit, with the whole of it as tool tip then."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = "body",
        tone: Tone = "normal",
        name: str = "",
    ) -> None:
        super().__init__("", parent, role=role, tone=tone, name=name)
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def text(self) -> str:
        """Return the whole text, whatever of it is visible."""
        return self._full

    def setText(self, text: str, /) -> None:
        """Set the whole text; line breaks become spaces."""
        self._full = " ".join(text.split())
        self.setAccessibleName(self._full)
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(theme().px(40), self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        super().setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


class Pill(QWidget):
    """A rounded badge with a word or a count, in a soft tone: "OPP-00128", "Due today 17:00", "2"."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        tone: Tone = "accent",
        solid: bool = False,
        name: str = "",
    ) -> None:
        """``solid`` paints it in full colour, as the count on the bell."""
        super().__init__(parent)
        self._text = text
        self._tone: Tone = tone
        self._solid = solid
        if name:
            self.setObjectName(name)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the word shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Change the word."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def sizeHint(self) -> QSize:
        """Text and its round ends; at least as wide as high."""
        look = theme()
        self.setFont(look.font(11, bold=True))
        height = self.fontMetrics().height() + look.px(3)
        return QSize(max(height + 2, self.fontMetrics().horizontalAdvance(self._text) + look.px(15)), height)

    def minimumSizeHint(self) -> QSize:
        """Never less than the whole text."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and text in the theme's tones."""
        look = theme()
        if self._solid:
            ground, ink = ("bad_fill", "on_bad") if self._tone == "bad" else ("accent", "on_accent")
        elif self._tone in {"normal", "muted"}:
            ground, ink = "hover", "muted" if self._tone == "muted" else "text"
        else:
            ground, ink = f"{self._tone}_soft", f"{self._tone}_text"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        area = QRectF(self.rect())
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setFont(look.font(11, bold=True))
        painter.setPen(look.colour(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._text)


class IconLabel(QWidget):
    """An icon by itself, always in the theme's colour and crisp on any screen."""

    clicked = Signal()

    def __init__(
        self,
        icon: str,
        parent: QWidget | None = None,
        *,
        tone: str = "muted",
        size: float = 16,
        filled: bool = False,
        label: str = "",
    ) -> None:
        """``label`` is said to assistive tools; leave it empty for an ornament beside a text."""
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self._size = size
        self._filled = filled
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, *, tone: str | None = None) -> None:
        """Show another icon or tone."""
        self._icon = icon
        self._tone = tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's size."""
        side = theme().px(self._size)
        return QSize(side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a click and let the parent have it too."""
        self.clicked.emit()
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it for this screen's device pixel ratio."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        drawn = pixmap(self._icon, tone=self._tone, size=self._size, ratio=ratio, filled=self._filled)
        side = theme().px(self._size)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)
