"""One column of the board: its stage with number and sums, its cards, and why nothing can be dropped there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.board import BoardCard
from desktop.views.board import BoardColumn as View
from desktop.views.rows import ListFilter
from ui.board.card_list import CardList
from ui.board.model import ColumnModel
from ui.bridge import Bridge
from ui.formats import money_text
from ui.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.labels import ElidedLabel, Pill, Text

NARROWEST, FOLDED = 206, 44
"""How narrow a column, and a folded one, is in measures of the design."""


class SumLabel(ElidedLabel):
    """The sum of a column; its tool tip says what it is made of, whether it is cut or not."""

    def __init__(self, parent: QWidget) -> None:
        self._made_of = ""
        super().__init__("", parent, name="columnSum")

    def explain(self, made_of: str) -> None:
        """Say what it is made of."""
        self._made_of = made_of
        self.setToolTip(made_of)

    def _elide(self) -> None:
        super()._elide()
        self.setToolTip(self._made_of)


class Strip(QAbstractButton):
    """A folded column: its name from bottom to top. Pressing it unfolds, and a card can be dropped on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_words(self, words: str) -> None:
        """Set what stands on it."""
        self._words = words
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow and high."""
        return QSize(theme().px(FOLDED), theme().px(200))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words upwards."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(look.colour("accent_mark") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        painter.setFont(look.font(13, bold=True))
        painter.setPen(look.colour("text"))
        painter.translate(0, self.height())
        painter.rotate(-90)
        room = QRectF(look.px(10), 0, self.height() - look.px(20), self.width())
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)


class Veil(QWidget):
    """Dims a column while a card is held that cannot be dropped there, and says why (R9)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("columnVeil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.reason = ""
        """Why not, in the person's language."""
        self.hide()

    def say(self, reason: str) -> None:
        """Dim the column with the reason; "" lights it up again."""
        self.reason = reason
        self.setAccessibleName(reason)
        self.setVisible(bool(reason))
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dimness and the reason."""
        look = theme()
        painter = QPainter(self)
        ground = QColor(look.colour("background"))
        ground.setAlphaF(0.86)
        painter.fillRect(self.rect(), ground)
        margin = look.px(12)
        if self.width() <= look.px(FOLDED) + margin:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(12, bold=True))
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        room = QRectF(self.rect()).adjusted(2 * margin, look.px(84), -2 * margin, -margin)
        text = painter.boundingRect(room, flags, self.reason)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("bad_soft"))
        sheet = QRectF(room.left() - margin, text.top() - margin, room.width() + 2 * margin, text.height() + 2 * margin)
        painter.drawRoundedRect(sheet, look.px(6), look.px(6))
        painter.setPen(look.colour("bad_text"))
        painter.drawText(room, flags, self.reason)


class BoardColumn(QFrame):
    """One stage. What it shows comes with :meth:`show_column`; it decides nothing."""

    folding = Signal(bool)
    """The person folds (True) or unfolds the column."""

    def __init__(self, bridge: Bridge, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"column_{code}")
        self.code = code
        self._view: View | None = None
        self._days = 0
        self._lit = False
        self._folded = False
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(8), look.px(11), look.px(3), look.px(4))
        column.setSpacing(look.px(8))
        self.head = QWidget(self)
        self.head.setObjectName("columnHead")
        lines = QVBoxLayout(self.head)
        lines.setContentsMargins(look.px(2), 0, look.px(5), 0)
        lines.setSpacing(look.px(2))
        top = QHBoxLayout()
        top.setSpacing(look.px(6))
        self.name_label = ElidedLabel("", self.head, role="strong", name="columnName")
        self.count_pill = Pill("0", self.head, name="columnCount")
        self.percent_label = Text("", self.head, role="small", tone="muted")
        self.fold_button = IconButton("chevron-right", "", self.head, size=14, name="foldColumnButton")
        self.fold_button.setFixedSize(look.px(20), look.px(17))
        self.fold_button.clicked.connect(lambda: self.folding.emit(True))
        top.addWidget(self.name_label)
        top.addWidget(self.count_pill)
        top.addStretch(1)
        top.addWidget(self.percent_label)
        top.addWidget(self.fold_button)
        lines.addLayout(top)
        self.sum_label = SumLabel(self.head)
        lines.addWidget(self.sum_label)
        self.note_label = ElidedLabel("", self.head, role="small", tone="muted", name="columnNote")
        lines.addWidget(self.note_label)
        column.addWidget(self.head)
        self.model = ColumnModel(bridge, bridge.workspace.clock, self)
        self.cards = CardList(self.model, self)
        self.cards.setObjectName(f"cards_{code}")
        column.addWidget(self.cards, 1)
        self.strip = Strip(self)
        self.strip.setObjectName(f"unfold_{code}")
        self.strip.clicked.connect(lambda: self.folding.emit(False))
        self.strip.hide()
        column.addWidget(self.strip, 1)
        self.veil = Veil(self)
        self.tip_anchor = QWidget(self)
        """Where it is said what dropping a card here would do."""
        self.tip_anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def view(self) -> View | None:
        """What the column shows; None before."""
        return self._view

    def show_column(
        self, view: View, cards: Mapping[int, BoardCard], filter: ListFilter, sort: str, *, days: int
    ) -> bool:
        """Show the stage as it was read; ``days`` is for how long closed ones stay.

        Return whether the list was reset.
        """
        self._view, self._days = view, days
        self.retranslate()
        return self.model.set_column(view, cards, filter, sort)

    def set_folded(self, folded: bool) -> None:
        """Show the name alone, or all."""
        self._folded = folded
        self.head.setVisible(not folded)
        self.cards.setVisible(not folded)
        self.strip.setVisible(folded)
        look = theme()
        margins = (2, 6, 2, 4) if folded else (8, 11, 3, 4)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*(look.px(margin) for margin in margins))
        if folded:
            self.setFixedWidth(look.px(FOLDED))
        else:
            self.setMinimumWidth(look.px(NARROWEST))
            self.setMaximumWidth(16_777_215)
        self.update()

    def is_folded(self) -> bool:
        """Whether only the name is shown."""
        return self._folded

    def set_target(self, lit: bool) -> None:
        """Light up while a card is held above it."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        view = self._view
        if view is None:
            return
        self.name_label.setText(view.label)
        self.count_pill.set_text(QLocale().toString(view.count))
        self.percent_label.setText("" if view.final else f"{view.percent} %")
        self.percent_label.setToolTip(self.tr("Probability of this stage"))
        self.fold_button.set_label(self.tr("Fold this column"))
        self.fold_button.setVisible(view.final)
        said = [f"≈ {money_text(view.total)}" if view.converted else money_text(view.total)]
        if view.apart and not view.total.minor and not view.converted:
            said = []  # nothing is in the own currency: no sum of nothing before those that are
        said += [money_text(money) for money in view.apart]
        self.sum_label.setText(" + ".join(said))
        explained = self.explanation(view)
        self.sum_label.explain(explained)
        self.head.setToolTip(explained)
        note = self.tr("Closed in the last %n day(s)", "", self._days) if view.final else ""
        if view.apart:
            note = self.tr("No rate for {currencies}").format(currencies=", ".join(m.currency for m in view.apart))
        self.note_label.setText(note)
        self.note_label.setVisible(bool(note))
        self.note_label.set_tone("warning" if view.apart else "muted")
        counted = self.tr("%Ln opportunities", "", view.count)
        named = ", ".join(part for part in (view.label, counted, " ".join(said), note) if part)
        self.setAccessibleName(named)
        self.cards.setAccessibleName(named)
        self.strip.set_words(f"{view.label}  ·  {view.count}")
        self.strip.setAccessibleName(self.tr("{column}: unfold").format(column=named))
        self.strip.setToolTip(f"{named}\n{explained}")

    def explanation(self, view: View) -> str:
        """Say what the sum is made of: weighted, converted, and what is not in it."""
        said = [
            self.tr("Sum: {sum}").format(sum=money_text(view.total)),
            self.tr("Weighted by probability: {sum}").format(sum=money_text(view.weighted)),
        ]
        if view.converted:
            said.append(
                self.tr("Amounts in other currencies are converted to {currency} at today's rates.").format(
                    currency=view.total.currency
                )
            )
        if view.apart:
            said.append(
                self.tr("Not in it, since there is no rate: {sums}").format(
                    sums=", ".join(money_text(money) for money in view.apart)
                )
            )
        return "\n".join(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The dimness covers all of it."""
        super().resizeEvent(event)
        self.veil.setGeometry(self.rect())
        self.tip_anchor.setGeometry(0, theme().px(58), self.width(), 1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the stripe that tells open, won and lost apart."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(look.colour("accent_mark" if self._lit else "line"))
        painter.setBrush(look.colour("accent_soft" if self._lit else "hover"))
        radius = look.px(8)
        painter.drawRoundedRect(area, radius, radius)
        view = self._view
        tone = "accent_mark" if view is None or not view.final else "good" if view.successful else "bad"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(tone))
        painter.drawRoundedRect(QRectF(area.left() + radius, area.top(), area.width() - 2 * radius, look.px(3)), 1, 1)
