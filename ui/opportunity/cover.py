"""Cover: an empty sheet above a page whose record is not read yet, or is gone; nothing stale shows through."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.hint import EmptyState
from ui.widgets.styling import restyle


class Cover(QWidget):
    """Always as large as its page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        restyle(self, role="page")
        column = QVBoxLayout(self)
        self._message = EmptyState("circle-help", self, name="recordGone")
        self._message.hide()
        column.addWidget(self._message)
        page.installEventFilter(self)

    def wait(self) -> None:
        """Cover the page until :meth:`hide`."""
        self._message.hide()
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()

    def say(self, sentence: str) -> None:
        """Cover the page and say why there is nothing to show."""
        self.wait()
        self._message.set_texts(sentence)
        self._message.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size."""
        if event.type() == QEvent.Type.Resize and watched is self._page:
            self.setGeometry(self._page.rect())
        return False
