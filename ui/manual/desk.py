"""The room of the pages, with the manual beside the page where there is room for both, else in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.theme import theme

if TYPE_CHECKING:
    from ui.commands import CommandRegistry
    from ui.language import Language
    from ui.manual.panel import HelpPanel

_PAGE = 700
"""A page keeps at least this width beside the manual (design)."""
_WIDEST = 400
_NARROWEST = 320


class HelpDesk(QWidget):
    """Holds the pages; the panel of the manual is made when it is first asked for."""

    def __init__(self, pages: QWidget, language: Language, commands: CommandRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpDesk")
        self._pages = pages
        self._language = language
        self._commands = commands
        self._panel: HelpPanel | None = None
        self._page_help = ""
        self._focus_before: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(pages)

    @property
    def panel(self) -> HelpPanel | None:
        """The panel, once it has been opened."""
        return self._panel

    @property
    def is_open(self) -> bool:
        """Whether the manual is shown."""
        return self._panel is not None and not self._panel.isHidden()

    def open(self, name: str) -> None:
        """Show a chapter and give it the keyboard."""
        if self._panel is None:
            from ui.manual.panel import HelpPanel

            self._panel = HelpPanel(self, self._language, self._commands)
            self._panel.close_asked.connect(self.close_help)
        else:
            self._panel.setVisible(True)
        if not self._panel.isAncestorOf(QApplication.focusWidget() or self):
            self._focus_before = QApplication.focusWidget()
        self._page_help = name
        self._panel.begin(name)
        self._panel.show()
        self._panel.raise_()
        self._place()
        self._panel.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle(self, name: str) -> None:
        """Show the help of a page; close the manual where exactly that is shown already."""
        panel = self._panel
        if panel is not None and self.is_open and panel.chapter == name and not panel.searching:
            self.close_help()
        else:
            self.open(name)

    def follow(self, name: str) -> None:
        """Go on with the help of the page that is shown now, unless the person reads something else."""
        if self._panel is not None and self.is_open and self._panel.chapter == self._page_help:
            if not self._panel.searching:
                self._panel.begin(name)
            self._page_help = name
            if not self._beside():
                self.close_help()

    def close_help(self) -> None:
        """Take the manual away; the keyboard goes back to where it was."""
        if self._panel is None:
            return
        had = self._panel.isAncestorOf(QApplication.focusWidget() or self)
        self._panel.hide()
        self._place()
        before, self._focus_before = self._focus_before, None
        if had and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had:
            self._pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside(self) -> bool:
        look = theme()
        return self.width() >= look.px(_PAGE + _NARROWEST)

    def _place(self) -> None:
        if self._panel is None or self._panel.isHidden():
            self._row.setContentsMargins(0, 0, 0, 0)
            return
        look = theme()
        room = self.rect()
        width = room.width()
        if self._beside():
            width = min(look.px(_WIDEST), room.width() - look.px(_PAGE))
            self._row.setContentsMargins(0, 0, width, 0)
        else:
            self._row.setContentsMargins(0, 0, 0, 0)
        self._panel.setGeometry(room.width() - width, 0, width, room.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the manual at the right."""
        super().resizeEvent(event)
        self._place()
