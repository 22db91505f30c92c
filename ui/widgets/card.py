"""Card: the white sheet with a thin line around it that holds a part of a page."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import SectionTitle
from ui.widgets.styling import restyle


class Card(QFrame):
    """A card with an optional title row; put content into :attr:`body`, actions into :attr:`header`."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, name: str = "", padding: float = 12) -> None:
        super().__init__(parent)
        restyle(self, role="card")
        if name:
            self.setObjectName(name)
        look = theme()
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(*(look.px(padding),) * 4)
        outer.setSpacing(look.px(10))
        self.title = SectionTitle(title, self)
        """The section title; hidden while it has no text."""
        self.header = QHBoxLayout()
        """The title's row: add pills and buttons after the title."""
        self.header.setSpacing(look.px(8))
        self.header.addWidget(self.title)
        self.title.setVisible(bool(title))
        self.body = QVBoxLayout()
        """Where the content goes."""
        self.body.setSpacing(look.px(10))
        outer.addLayout(self.header)
        outer.addLayout(self.body, 1)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Keep other distances from the edges than the padding, in pixels."""
        self._outer.setContentsMargins(left, top, right, bottom)

    def set_title(self, title: str) -> None:
        """Set or change the title (for the language switch)."""
        self.title.setText(title)
        self.title.setVisible(bool(title))


class Line(QFrame):
    """A thin horizontal line between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, role="line")
        self.setFixedHeight(1)
