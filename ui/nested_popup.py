"""NestedPopup: a popup whose fields may open popups of their own (a calendar, suggestions) without closing it."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.popup import Popup


class NestedPopup(Popup):
    """A press inside a popup that belongs to a field of this one counts as a press inside this one."""

    def anchor(self) -> QWidget | None:
        """The widget that it was opened at last."""
        return self._anchor

    def belongs_to(self, ancestor: QWidget) -> bool:
        """Whether the widget that this popup was opened at stands inside ``ancestor``."""
        return self._anchor is not None and (ancestor is self._anchor or ancestor.isAncestorOf(self._anchor))

    def event(self, event: QEvent) -> bool:
        """Take the size that the content asks for."""
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.place()
        return answer

    def _fitting_size(self, room: QSize) -> QSize:
        """The height that the content needs at the width that this popup has, which it never leaves."""
        width = max(self.minimumWidth(), min(self.sizeHint().width(), self.maximumWidth(), room.width()))
        hint = QSize(width, self.sizeHint().height())
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(layout.totalHeightForWidth(width))
        return hint.boundedTo(room + QSize(2, 2) * theme().px(14))

    def _is_outside(self, watched: QWidget) -> bool:
        if not super()._is_outside(watched):
            return False
        above: QWidget | None = watched
        while above is not None:
            if isinstance(above, NestedPopup) and above is not self:
                return not above.belongs_to(self)
            above = above.parentWidget()
        return True
