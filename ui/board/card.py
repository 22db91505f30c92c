"""How a card of the board is painted: title, customer, amount, owner, next step with its colour (N7), days on stage."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.views.board import BoardCard
from ui.board.model import CARD_ROLE, ColumnModel
from ui.formats import money_text
from ui.icons import pixmap
from ui.lists.cells import DUE_TONES
from ui.theme import theme
from ui.widgets.avatar import initials, person_colour

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_STRIPES = {"overdue": "bad", "today": "warning", "missing": "warning", "ahead": "accent_mark"}
_PAD, _GAP, _AVATAR, _LINE = 10, 8, 20, 17


def card_height() -> int:
    """Return the height of a card with the room below it, in pixels."""
    return theme().px(4 * _LINE + 3 * 3 + 2 * _PAD + _GAP)


class CardDelegate(QStyledItemDelegate):
    """Paints cards; all colours come from the theme while painting."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered = -1
        """The row under the mouse."""
        self.busy: frozenset[int] = frozenset()
        """The opportunities that are on their way: they are painted pale."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All cards are equally high."""
        return QSize(theme().px(160), card_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one card."""
        look = theme()
        card: BoardCard | None = index.data(CARD_ROLE)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_Active) and option.widget.hasFocus()
        area = QRectF(option.rect).adjusted(0, 0, 0, -look.px(_GAP))
        painter.save()
        if card is not None and card.id in self.busy:
            painter.setOpacity(0.45)
        self._ground(painter, area, chosen=chosen, focused=focused, hovered=self.hovered == index.row())
        if card is None:
            painter.setPen(look.colour("muted"))
            painter.setFont(look.font(13))
            painter.drawText(area.adjusted(look.px(_PAD), 0, 0, 0), _LEFT, "…")
        else:
            model: ColumnModel = index.model()  # type: ignore[assignment]
            self._card(painter, area, card, model)
        painter.restore()

    def picture(self, card: BoardCard, model: ColumnModel, width: int, ratio: float) -> QPixmap:
        """Return a card as it is carried over the board."""
        look = theme()
        size = QSize(width, card_height() - look.px(_GAP))
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        area = QRectF(0, 0, size.width(), size.height())
        self._ground(painter, area, chosen=True, focused=True, hovered=False)
        self._card(painter, area, card, model)
        painter.end()
        return made

    def _ground(self, painter: QPainter, area: QRectF, *, chosen: bool, focused: bool, hovered: bool) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = "accent_mark" if chosen else "line_strong" if hovered else "line"
        thick = 2.0 if focused else 1.0
        painter.setPen(QPen(look.colour(border), thick))
        painter.setBrush(look.colour("surface"))
        inset = thick / 2
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), look.px(7), look.px(7))

    def _card(self, painter: QPainter, area: QRectF, card: BoardCard, model: ColumnModel) -> None:
        look = theme()
        tone = _STRIPES.get(card.due_state)
        if tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(tone))
            stripe = QRectF(area.left() + look.px(3), area.top() + look.px(_PAD), look.px(3), 0)
            stripe.setHeight(area.height() - 2 * look.px(_PAD))
            painter.drawRoundedRect(stripe, look.px(1.5), look.px(1.5))
        inside = area.adjusted(look.px(_PAD + 3), look.px(_PAD), -look.px(_PAD), -look.px(_PAD))
        lines = [
            QRectF(inside.left(), inside.top() + place * look.px(_LINE + 3), inside.width(), look.px(_LINE))
            for place in range(4)
        ]
        side = look.px(_AVATAR)
        self._avatar(painter, QRectF(inside.right() - side, inside.top() - look.px(1), side, side), card.owner)
        _words(painter, lines[0].adjusted(0, 0, -side - look.px(6), 0), card.title, size=13, bold=True)
        _words(painter, lines[1].adjusted(0, 0, -side - look.px(6), 0), card.account, size=12, tone="muted")
        days = model.days_text(card.days)
        taken = _words(painter, lines[2], days, size=11, tone="muted", right=True)
        amount = "" if card.amount is None else money_text(card.amount)
        _words(painter, lines[2].adjusted(0, 0, -taken - look.px(8), 0), amount, size=13, bold=True)
        self._step(painter, lines[3], card, model)

    def _step(self, painter: QPainter, line: QRectF, card: BoardCard, model: ColumnModel) -> None:
        look = theme()
        icon, tone = DUE_TONES.get(card.due_state, ("", "muted"))
        due = model.due(card)
        if not due:
            return
        if icon:
            side = look.px(13)
            drawn = pixmap(icon, tone=tone, size=13, ratio=painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(line.left(), round(line.center().y() - side / 2)), drawn)
            line = line.adjusted(side + look.px(5), 0, 0, 0)
        strong = card.due_state in {"overdue", "missing"}
        used = _words(painter, line, due, size=11, bold=strong, tone="text" if card.due_state == "ahead" else tone)
        rest = line.adjusted(used + look.px(6), 0, 0, 0)
        if card.next_step and rest.width() > look.px(30):
            _words(painter, rest, card.next_step, size=11, tone="muted")

    def _avatar(self, painter: QPainter, circle: QRectF, owner: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(person_colour(owner)))
        painter.drawEllipse(circle)
        painter.setFont(theme().font(_AVATAR * 0.42, bold=True))
        painter.setPen(QColor("#ffffff"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), initials(owner))


def _words(
    painter: QPainter,
    area: QRectF,
    text: str,
    *,
    size: float,
    bold: bool = False,
    tone: str = "text",
    right: bool = False,
) -> float:
    """Write one line, cut where it does not fit; return how wide it is."""
    font: QFont = theme().font(size, bold=bold)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.setFont(font)
    painter.setPen(theme().colour(tone))
    painter.drawText(area, _RIGHT if right else _LEFT, shown)
    return metrics.horizontalAdvance(shown)
