"""Dialog: a sheet in the middle of the window above a shade; nothing below it can be reached meanwhile.

It lives inside the window like :class:`ui.widgets.popup.Popup` and never blocks: open it, and listen to
``accepted``, ``rejected`` or ``finished``. It deletes itself when it has closed.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.commands import CommandRegistry
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.labels import Text
from ui.widgets.shadow import paint_floating

_SHADOW = 20


class Dialog(QDialog):
    """Put content into :attr:`body` and buttons with :meth:`add_button`; then :meth:`show_over`."""

    def __init__(self, window: QWidget, title: str, *, name: str = "", width: float = 480) -> None:
        """``window`` is the main window, ``width`` the widest that the sheet becomes (design)."""
        super().__init__(window, Qt.WindowType.Widget)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        if name:
            self.setObjectName(name)
        look = theme()
        self._focus_before: QWidget | None = None
        self._width = width
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.sheet = QWidget(self)
        """The visible sheet."""
        outer = QVBoxLayout(self.sheet)
        outer.setContentsMargins(*(look.px(16),) * 4)
        outer.setSpacing(look.px(12))
        head = QHBoxLayout()
        self.title = Text(title, self.sheet, role="dialogTitle", wrap=True)
        self.close_button = IconButton("x", self.tr("Close"), self.sheet)
        self.close_button.clicked.connect(self.reject)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        """Where the content goes."""
        self.body.setSpacing(look.px(10))
        self.buttons = QHBoxLayout()
        """The row of buttons: what stands at the left, a stretch, then what :meth:`add_button` adds."""
        self.buttons.setSpacing(look.px(10))
        self.buttons.addStretch(1)
        outer.addLayout(head)
        outer.addLayout(self.body, 1)
        outer.addLayout(self.buttons)
        self.hide()

    def add_button(
        self, text: str, *, kind: Kind = "normal", run: Callable[[], object] | None = None, name: str = ""
    ) -> Button:
        """Add a button at the right; a primary one is what Enter presses. Without ``run`` it just closes."""
        button = Button(text, self.sheet, kind=kind, name=name)
        button.clicked.connect(lambda: run() if run is not None else self.reject())
        if kind == "primary":
            button.setDefault(True)
        self.buttons.addWidget(button)
        return button

    def set_title(self, title: str) -> None:
        """Change the title (for the language switch)."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.close_button.set_label(self.tr("Close"))

    def show_over(self, *, focus: QWidget | None = None) -> None:
        """Show above everything in the window and take the keyboard (to ``focus``, else the first field)."""
        self._focus_before = QApplication.focusWidget()
        parent = self.parentWidget()
        if parent is not None:
            parent.installEventFilter(self)
            self.setGeometry(parent.rect())
            for registry in parent.findChildren(CommandRegistry):
                registry.block(self)
        self.setAttribute(Qt.WidgetAttribute.WA_Moved)
        self.show()
        self.raise_()
        self._arrange()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)
            self.focusNextPrevChild(True)

    def done(self, result: int, /) -> None:
        """Close with a result and give the keyboard back."""
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
            for registry in parent.findChildren(CommandRegistry):
                registry.unblock(self)
        before = self._focus_before
        self._focus_before = None
        super().done(result)
        if before is not None and before.isVisible() and not self.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        now = QApplication.focusWidget()
        if parent is not None and (now is None or self.isAncestorOf(now)):
            self._give_keyboard_to(parent)

    def _give_keyboard_to(self, window: QWidget) -> None:
        """Nothing had the keyboard before (a menu had): a hidden field must not keep it."""
        home = getattr(window, "focus_page", window.setFocus)
        home()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(watched.rect())
            self._arrange()
        return False

    def _arrange(self) -> None:
        look = theme()
        room = self.size()
        width = min(look.px(self._width), room.width() - look.px(32))
        layout = self.sheet.layout()
        if layout is None:
            return
        layout.activate()
        height = layout.sizeHint().height()
        if layout.hasHeightForWidth():
            height = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        height = min(height, room.height() - look.px(32))
        top = max(look.px(16), min(room.height() // 6, (room.height() - height) // 2))
        self.sheet.setGeometry((room.width() - width) // 2, top, width, height)
        self.update()

    def fit(self) -> None:
        """Take the size that the content now needs."""
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Fit when the content asks for it."""
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._arrange()
        return answer

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside the dialog."""
        inside = [
            w
            for w in self.sheet.findChildren(QWidget)
            if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not inside:
            return True
        # PySide takes each widget for the child of the one before: one step out of the dialog, and what comes after it
        # would die for Python together with the dialog.
        ordered: list[QWidget] = []
        current: QWidget | None = self
        while current is not None and len(ordered) < len(inside):
            current = current.nextInFocusChain()
            if current is self:
                break
            if current in inside:
                ordered.append(current)
        now = QApplication.focusWidget()
        place = ordered.index(now) if now in ordered else (-1 if forward else 0)
        ordered[(place + (1 if forward else -1)) % len(ordered)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc rejects, Enter presses the primary button; all other keys stay here."""
        super().keyPressEvent(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the shade changes nothing, so that nothing typed is lost by it."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shade and the sheet."""
        look = theme()
        painter = QPainter(self)
        shade = QColor(0, 0, 0)
        shade.setAlphaF(0.5 if look.tokens.dark else 0.32)
        painter.fillRect(self.rect(), shade)
        paint_floating(painter, QRectF(self.sheet.geometry()), margin=look.px(_SHADOW), radius=look.px(12))


def ask(
    window: QWidget,
    title: str,
    text: str,
    *,
    yes: str,
    no: str,
    run: Callable[[], object],
    danger: bool = False,
    name: str = "question",
) -> Dialog:
    """Ask a question with two answers; ``run`` is called for ``yes``. Esc and the cross mean ``no``."""
    dialog = Dialog(window, title, name=name, width=440)
    dialog.body.addWidget(Text(text, dialog.sheet, wrap=True))
    dialog.add_button(no, name="noButton")
    dialog.add_button(yes, kind="danger" if danger else "primary", run=dialog.accept, name="yesButton")
    dialog.accepted.connect(run)
    dialog.show_over()
    return dialog
