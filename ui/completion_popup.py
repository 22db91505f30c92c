"""The list of completions below the command bar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.popup import Popup
from ui.widgets.rows import RowList


class CompletionPopup(Popup):
    """The list below the command bar; the keyboard stays in the bar."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, name="commandCompletionPopup", padding=6)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = RowList(self, name="commandCompletions", enter_hint=True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.body.addWidget(self.list)
        self._bar: QWidget | None = None

    def takes_escape(self) -> bool:
        """Leave Esc to the bar: it clears first."""
        return False

    def _is_outside(self, watched: QWidget) -> bool:
        if self._bar is not None and (watched is self._bar or self._bar.isAncestorOf(watched)):
            return False
        return super()._is_outside(watched)

    def fit(self, bar: QWidget) -> None:
        """Show below ``bar``, as wide as it and as high as the rows need."""
        self._bar = bar
        look = theme()
        layout = self.layout()
        margins = layout.contentsMargins() if layout is not None else self.contentsMargins()
        width = bar.width()
        self.list.setFixedWidth(width - look.px(12))
        self.list.setFixedHeight(
            min(self.list.content_height() + 2, max(look.px(120), self.window().height() - look.px(120)))
        )
        self.setFixedWidth(width - look.px(12) + margins.left() + margins.right())
        if self.isVisible():
            self.place()
        else:
            self.open_at(bar, align="center")
