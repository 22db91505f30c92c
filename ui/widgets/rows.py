"""RowList: a short list of rows with a title and a second line, painted, not made of widgets.

Used by the command bar's completions, the list of processes and the notifications.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.fonts import text_font
from ui.icons import pixmap
from ui.theme import theme

_Index = QModelIndex | QPersistentModelIndex

_MOST_LINES = 5
"""How many lines the second text may take: why, to whom and when a sale was closed is read whole (R11)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``marked`` are the letters of the title that fit what was typed; ``key`` says which row it is.

    ``detail`` stands after the title, ``second`` below it, ``right`` at the end; a ``header`` row is a heading
    that cannot be chosen; ``ground`` is a colour token for the row's sheet, "" for none.
    """

    key: str
    title: str
    marked: tuple[int, ...] = ()
    detail: str = ""
    second: str = ""
    right: str = ""
    icon: str = ""
    ground: str = ""
    strong: bool = False
    header: bool = False


@cache
def _line_height(pixels: int, strong: bool) -> int:
    """Return how high a line of text is; asked of every row several times for each letter typed."""
    return QFontMetrics(text_font(pixels, weight=QFont.Weight.DemiBold if strong else QFont.Weight.Normal)).height()


class RowModel(QAbstractListModel):
    """The rows of a list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def row(self, index: _Index) -> Row | None:
        """Return the row there, or None."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title, spoken text, tool tip or the row itself (UserRole)."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            spoken = ", ".join(part for part in (row.title, row.detail, row.second) if part)
            return spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
        return row if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        row = self.row(index)
        if row is None or row.header:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: "RowList") -> None:
        super().__init__(view)
        self._view = view

    def _pad(self) -> tuple[int, int]:
        return theme().px(10), theme().px(7)

    def _fonts(self, row: Row) -> tuple[QFont, QFont]:
        look = theme()
        return look.font(13, bold=row.strong), look.font(13)

    def _inner(self, row: Row, width: int) -> int:
        look = theme()
        across, _ = self._pad()
        icon = look.px(24) if row.icon else 0
        right = QFontMetrics(look.font(12)).horizontalAdvance(row.right) + look.px(20) if row.right else 0
        key = look.px(24) if self._view.shows_enter() else 0
        return max(look.px(40), width - 2 * across - icon - right - key)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        look = theme()
        width = self._view.viewport().width()
        _, down = self._pad()
        if row.header:
            return QSize(width, _line_height(look.px(11), True) + look.px(14))
        height = _line_height(look.px(13), row.strong)
        if row.second:
            _, second_font = self._fonts(row)
            height += look.px(2) + self._second_height(row, second_font, self._inner(row, width))
        return QSize(width, height + 2 * down + self._view.gap())

    def _second_height(self, row: Row, font: QFont, width: int) -> int:
        metrics = QFontMetrics(font)
        if not self._view.wraps():
            return metrics.height()
        flags = int(Qt.TextFlag.TextWordWrap)
        return min(
            _MOST_LINES * metrics.lineSpacing(), metrics.boundingRect(0, 0, width, 10_000, flags, row.second).height()
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        look = theme()
        across, down = self._pad()
        area: QRect = option.rect.adjusted(0, 0, 0, -self._view.gap())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.header:
            painter.setFont(look.font(11, bold=True))
            painter.setPen(look.colour("muted"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(area.adjusted(across, look.px(3), 0, 0), flags, row.title.upper())
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = row.ground or ("accent_soft" if chosen else "hover" if over else "")
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(ground))
            painter.drawRoundedRect(QRectF(area), look.px(6), look.px(6))
        if chosen and row.ground and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("accent_mark"))
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6))
        left = area.left() + across
        title_font, second_font = self._fonts(row)
        line = QFontMetrics(title_font).height()
        top = area.top() + down
        if row.icon:
            ratio = painter.device().devicePixelRatioF()
            side = look.px(15)
            painter.drawPixmap(left, top + (line - side) // 2, pixmap(row.icon, tone="muted", size=15, ratio=ratio))
            left += look.px(24)
        width = self._inner(row, area.width())
        used = self._paint_title(painter, row, title_font, QRect(left, top, width, line))
        painter.setPen(look.colour("muted"))
        if row.detail and width - used > look.px(30):
            painter.setFont(second_font)
            room = QRect(left + used + look.px(6), top, width - used - look.px(6), line)
            text = QFontMetrics(second_font).elidedText(row.detail, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if row.second:
            painter.setFont(second_font)
            height = self._second_height(row, second_font, width)
            room = QRect(left, top + line + look.px(2), width, height)
            if self._view.wraps():
                painter.drawText(room, int(Qt.TextFlag.TextWordWrap), row.second)
            else:
                text = QFontMetrics(second_font).elidedText(row.second, Qt.TextElideMode.ElideRight, width)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if row.right:
            painter.setFont(look.font(12))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area.adjusted(0, 0, -across, 0), flags, row.right)
        if chosen and self._view.shows_enter():
            self._paint_enter(painter, area)
        painter.restore()

    def _paint_enter(self, painter: QPainter, area: QRect) -> None:
        look = theme()
        side = look.px(20)
        key = QRectF(area.right() - look.px(9) - side, area.top() + look.px(7), side, look.px(18))
        painter.setPen(look.colour("line"))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(key, look.px(4), look.px(4))
        ratio = painter.device().devicePixelRatioF()
        drawn = pixmap("corner-down-left", tone="muted", size=12, ratio=ratio)
        inset = (key.width() - look.px(12)) / 2, (key.height() - look.px(12)) / 2
        painter.drawPixmap(QPointF(key.left() + inset[0], key.top() + inset[1]), drawn)

    def _paint_title(self, painter: QPainter, row: Row, font: QFont, area: QRect) -> int:
        look = theme()
        metrics = QFontMetrics(font)
        text = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, area.width())
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        spans: list[QTextLayout.FormatRange] = []
        for at in row.marked:
            if at < len(text):
                span = QTextLayout.FormatRange()
                span.start, span.length = at, 1
                style = QTextCharFormat()
                style.setFontWeight(QFont.Weight.DemiBold)
                style.setForeground(look.colour("accent_text"))
                span.format = style
                spans.append(span)
        layout.setFormats(spans)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10_000)
        layout.endLayout()
        painter.setPen(look.colour("text"))
        top = area.top() + (area.height() - line.height()) / 2
        layout.draw(painter, QPointF(area.left(), top))
        return min(area.width(), round(line.naturalTextWidth()))


class RowList(QListView):
    """The list. ``chosen`` tells the key of a row that was clicked once or activated by Enter or double click."""

    chosen = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str = "",
        wrap: bool = False,
        gap: int = 0,
        single_click: bool = True,
        enter_hint: bool = False,
    ) -> None:
        """``wrap`` lets second lines wrap, ``enter_hint`` shows the Enter key on the selected row."""
        super().__init__(parent)
        if name:
            self.setObjectName(name)
        self._enter_hint = enter_hint
        self._single_click = single_click
        self._wrap = wrap
        self._gap = gap
        self._rows = RowModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        if single_click:
            self.clicked.connect(self._choose)

    def gap(self) -> int:
        """Return the space between rows in pixels."""
        return theme().px(self._gap) if self._gap else 0

    def shows_enter(self) -> bool:
        """Whether the selected row shows the Enter key."""
        return self._enter_hint

    def wraps(self) -> bool:
        """Whether the second line wraps."""
        return self._wrap

    def set_rows(self, rows: Sequence[Row], *, select: str | None = None) -> None:
        """Show other rows and select the one of that key; without it (or where it is gone) none is selected."""
        self._rows.set_rows(rows)
        if select is not None:
            self.select(select)

    def rows(self) -> tuple[Row, ...]:
        """Return the rows shown."""
        count = self._rows.rowCount()
        return tuple(row for at in range(count) if (row := self._rows.row(self._rows.index(at))) is not None)

    def select(self, key: str) -> None:
        """Select the row of that key and bring it into view."""
        for at, row in enumerate(self.rows()):
            if row.key == key and not row.header:
                self.setCurrentIndex(self._rows.index(at))
                self.scrollTo(self._rows.index(at))
                return

    def selected(self) -> str | None:
        """Return the key of the selected row, or None."""
        row = self._rows.row(self.currentIndex()) if self.currentIndex().isValid() else None
        return row.key if row is not None and not row.header else None

    def step(self, steps: int) -> None:
        """Select the next (1) or the previous (-1) row; from an end around to the other."""
        rows = self.rows()
        can = [at for at, row in enumerate(rows) if not row.header]
        if not can:
            return
        now = self.currentIndex().row() if self.currentIndex().isValid() else -1
        ahead = [at for at in can if at > now]
        behind = [at for at in can if at < now]
        at = (ahead or can)[0] if steps > 0 else (behind or can)[-1]
        self.setCurrentIndex(self._rows.index(at))
        self.scrollTo(self._rows.index(at))

    def content_height(self) -> int:
        """Return the height that all rows together need at the present width, in pixels."""
        option = QStyleOptionViewItem()
        delegate = self.itemDelegate()
        count = self._rows.rowCount()
        return sum(delegate.sizeHint(option, self._rows.index(at)).height() for at in range(count))

    def activate_selected(self) -> bool:
        """Choose the selected row, as Enter does; tell whether there was one."""
        key = self.selected()
        if key is None:
            return False
        self.chosen.emit(key)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows whose second line wraps take another height at another width."""
        super().resizeEvent(event)
        if self._wrap and event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click chooses, where a single one only selects."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not self._single_click and index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self._choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.activate_selected():
            event.accept()
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is not None and not row.header:
            self.chosen.emit(row.key)
