"""The cards of one column, from top to bottom: scrolled, chosen by mouse and keyboard, taken hold of to be moved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QWidget

from desktop.views.board import BoardCard
from desktop.views.exchange import Query
from ui.asked import Asked
from ui.board.card import CardDelegate, card_height
from ui.board.model import ColumnModel
from ui.widgets.above_toast import AboveToast

_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardList(AboveToast):
    """A table of one column: only the cards in view cost anything, however many there are."""

    opened = Signal(int)
    """An opportunity is to be opened: its id."""
    left_sideways = Signal(int)
    """The keyboard goes to the column at the left (-1) or at the right (1)."""
    ends_wanted = Signal(int)
    """The keyboard goes to the first (-1) or the last (1) column."""
    entered = Signal()
    """The keyboard, or a click, has come here."""
    menu_wanted = Signal(int, QPoint)
    """The menu of a card: its opportunity and where, on the screen."""
    taken = Signal(object, QPointF)
    """A card is dragged away: the BoardCard and the point of the screen where the mouse is."""
    carried = Signal(QPointF)
    """The mouse goes on with the card."""
    let_go = Signal(QPointF)
    """The card is let go."""
    given_up = Signal()
    """Esc, or another program, ends the drag without an effect."""

    def __init__(self, model: ColumnModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = model
        self._painter = CardDelegate(self)
        self._grabbed: QPointF | None = None
        self._held: BoardCard | None = None
        self._dragging = False
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(card_height())
        rows.setDefaultSectionSize(card_height())
        self.setProperty("role", "cards")

    # what the board asks

    def current_row(self) -> int:
        """Return the row that is chosen, -1 for none."""
        return self.currentIndex().row()

    def current_id(self) -> int | None:
        """Return the opportunity whose card is chosen."""
        return self._cards.id_at(self.current_row()) if self.currentIndex().isValid() else None

    def why_asked(self, point: QPoint | None) -> Asked | None:
        """Return the question why an opportunity stands on its stage."""
        index = self.currentIndex() if point is None else self.indexAt(point)
        record = self._cards.id_at(index.row()) if index.isValid() else None
        return None if record is None else Asked(Query("why", opportunity=record), self, self.visualRect(index))

    def choose_row(self, row: int, *, in_the_middle: bool = False) -> None:
        """Choose a card and bring it into view; the nearest where there are not so many."""
        if not self._cards.rowCount():
            return
        index = self._cards.index(max(0, min(row, self._cards.rowCount() - 1)), 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if in_the_middle else hint.EnsureVisible)

    def choose_none(self) -> None:
        """Choose no card, since the keyboard is in another column."""
        self.selectionModel().clear()

    def card_area(self, row: int) -> QWidget:
        """Return an unseen widget where a card is, for a popup to be opened at."""
        place = self.viewport().findChild(QWidget, "cardArea") or QWidget(self.viewport())
        place.setObjectName("cardArea")
        place.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        place.setGeometry(self.visualRect(self._cards.index(row, 0)))
        place.show()
        return place

    def picture(self, card: BoardCard) -> QPixmap:
        """Return a card as it is carried."""
        return self._painter.picture(card, self._cards, self.viewport().width(), self.devicePixelRatioF())

    def set_busy(self, records: frozenset[int]) -> None:
        """Paint the cards of these opportunities pale: they are on their way."""
        if records != self._painter.busy:
            self._painter.busy = records
            self.viewport().update()

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card and take hold of it."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            self._held = self._cards.card(index.row()) if index.isValid() else None
            self._grabbed = event.position()
            self.entered.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; otherwise light up the card under the mouse."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            self._hover(self.indexAt(event.position().toPoint()).row())
            return
        if self._grabbed is None or self._held is None:
            return
        far = (event.position() - self._grabbed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.taken.emit(self._held, event.globalPosition())
        elif self._dragging:
            self.carried.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the card go."""
        super().mouseReleaseEvent(event)
        dragged = self._dragging
        self._forget_drag()
        if dragged and event.button() == Qt.MouseButton.LeftButton:
            self.let_go.emit(event.globalPosition())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the opportunity."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._open(index)

    def leaveEvent(self, event: QEvent) -> None:
        """No card is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the mouse, or of the chosen one by the menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        self.choose_row(index.row())
        self.entered.emit()
        record = self._cards.id_at(index.row())
        middle = self.viewport().mapToGlobal(self.visualRect(index).center())
        if record is not None:
            self.menu_wanted.emit(record, event.globalPos() if by_mouse else middle)

    def give_up(self) -> None:
        """End a drag without an effect."""
        if self._dragging:
            self._forget_drag()
            self.given_up.emit()

    def _forget_drag(self) -> None:
        self._dragging = False
        self._held = self._grabbed = None
        self.viewport().unsetCursor()

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()

    # keyboard

    def event(self, event: QEvent) -> bool:
        """Keep Esc while a card is held."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._dragging
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along cards and columns; Enter opens, Esc gives a drag up."""
        key = Qt.Key(event.key())
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape and self._dragging:
            self.give_up()
        elif key in _WAYS and not event.modifiers():
            self.left_sideways.emit(_WAYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            first = key == Qt.Key.Key_Home
            if ctrl:
                self.ends_wanted.emit(-1 if first else 1)
            else:
                self.choose_row(0 if first else self._cards.rowCount() - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose a card where none is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_row(self.rowAt(0))
        self.entered.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A drag ends; the ring goes away."""
        super().focusOutEvent(event)
        self.give_up()
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        record = self._cards.id_at(index.row())
        if record is not None:
            # After the click or key has been dealt with: the page may replace this view.
            QTimer.singleShot(0, self, lambda: self.opened.emit(record))
