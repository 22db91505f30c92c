"""Plan against fact: one quarter, a row for each rep; whoever may set a plan writes it where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.views.analytics import PlanRow, PlanTable
from desktop.views.exchange import Action, Money
from ui.analytics.marks import Mark, Marks
from ui.analytics.period import quarter_words
from ui.analytics.row_chart import FIRST_ROWS
from ui.analytics.words import full_sums, number_text, share_text, short_money, short_sums
from ui.formats import amount_text, money_text, parse_money
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, Text
from ui.widgets.styling import restyle


class _PlanEdit(QLineEdit):
    """The plan of one rep; Enter or leaving the field saves, Esc takes back."""

    saved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row: PlanRow | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(theme().px(130))
        self.editingFinished.connect(self.saved)

    def put_back(self) -> None:
        """Show the plan as it was read."""
        plan = self.row.plan if self.row is not None else None
        self.setText("" if plan is None else amount_text(plan))
        restyle(self, missing=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_back()
            event.accept()
        else:
            super().keyPressEvent(event)


class _Line(QObject):
    """The widgets of one row."""

    def __init__(self, parent: Marks) -> None:
        super().__init__(parent)
        self.name = ElidedLabel("", parent)
        self.edit = _PlanEdit(parent)
        self.plan = Text("", parent)
        self.plan.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.fact: Mark
        self.share = Text("", parent, tone="muted")
        self.bar = _Progress(parent)

    def widgets(self) -> tuple[QWidget, ...]:
        """Return them from left to right."""
        return self.name, self.edit, self.plan, self.fact, self.share, self.bar


class _Progress(QWidget):
    """How much of the plan is done; what is above it is painted to the end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self.setMinimumSize(theme().px(80), theme().px(12))

    def show_share(self, share: float | None) -> None:
        """Show a share of one; None for no plan."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and the part done."""
        if self._share is None:
            return
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height = look.px(10)
        area = QRectF(0, (self.height() - height) / 2, self.width(), height)
        painter.setBrush(look.colour("pressed"))
        painter.drawRoundedRect(area, height / 2, height / 2)
        area.setWidth(max(height, area.width() * min(self._share, 1.0)) if self._share > 0 else 0)
        painter.setBrush(look.colour("good" if self._share >= 1 else "accent"))
        painter.drawRoundedRect(area, height / 2, height / 2)


class PlanCard(Card):
    """``quarter_chosen`` tells of another quarter, ``save_asked`` of a plan that was written."""

    quarter_chosen = Signal(int, int)
    save_asked = Signal(object, object)
    """The action, and what to call where it is refused."""
    opened = Signal(object)
    """The :class:`Behind` of a fact."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, name="planCard")
        look = theme()
        self._table: PlanTable | None = None
        self.header.addStretch(1)
        self.previous_button = IconButton("chevron-left", "", self, framed=True, name="previousQuarterButton")
        self.quarter_label = Text("", self, role="strong", name="quarterLabel")
        self.next_button = IconButton("chevron-right", "", self, framed=True, name="nextQuarterButton")
        for widget in (self.previous_button, self.quarter_label, self.next_button):
            self.header.addWidget(widget)
        self.previous_button.clicked.connect(lambda: self._step(-1))
        self.next_button.clicked.connect(lambda: self._step(1))
        total = QHBoxLayout()
        self.total_label = Text("", self, tone="muted", name="planTotal", wrap=True)
        total.addWidget(self.total_label, 1)
        self.body.addLayout(total)
        self.problem_label = Text("", self, tone="bad", wrap=True, name="planProblem")
        self.problem_label.hide()
        self.body.addWidget(self.problem_label)
        self._rows = Marks(self, name="planRows")
        self._rows.opened.connect(self.opened)
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(14))
        self._grid.setVerticalSpacing(look.px(5))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(5, 3)
        self._heads = [Text("", self._rows, role="small", tone="muted") for _ in range(3)]
        for column, head in zip((0, 1, 3), self._heads, strict=True):
            align = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(head, 0, column, align)
        self._lines: list[_Line] = []
        self._wrong: _Line | None = None
        self._whole = False
        self.body.addWidget(self._rows)
        self.more_button = Button("", self, kind="link", name="planMoreButton")
        self.more_button.clicked.connect(self._show_more)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_table(self, table: PlanTable) -> None:
        """Show a quarter; a plan that is being written is left alone."""
        self._table = table
        long = len(table.rows) > FIRST_ROWS + 1
        rows = table.rows[:FIRST_ROWS] if long and not self._whole else table.rows
        self.more_button.setVisible(long)
        number = number_text(len(table.rows))
        self.more_button.setText(
            self.tr("Show less") if self._whole else self.tr("Show all {number}").format(number=number)
        )
        while len(self._lines) < len(rows):
            self._add_line()
        for place, line in enumerate(self._lines):
            shown = place < len(rows)
            for widget in line.widgets():
                widget.setVisible(shown)
            if shown:
                self._show_row(line, place, rows[place], table)
        self._rows.keep(len(rows))
        self._say()

    def _show_more(self) -> None:
        self._whole = not self._whole
        if self._table is not None:
            self.show_table(self._table)

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.set_title(self.tr("Plan against fact"))
        self.previous_button.set_label(self.tr("Quarter before"))
        self.next_button.set_label(self.tr("Next quarter"))
        for head, text in zip(self._heads, (self.tr("Rep"), self.tr("Plan"), self.tr("Fact")), strict=True):
            head.setText(text)
        if self._table is not None:
            self.show_table(self._table)
        if self._wrong is not None and self._wrong.edit.row is not None:
            self._refuse(self._wrong, self._wrong.edit.row.person.label)

    def _add_line(self) -> None:
        line = _Line(self._rows)
        place = len(self._lines)
        line.fact = self._rows.mark(place, "number")
        line.edit.saved.connect(lambda line=line: self._save(line))
        line.edit.textChanged.connect(lambda _text, line=line: self._forgive(line))
        for column, widget in enumerate(line.widgets()):
            if widget is line.plan:
                self._grid.addWidget(widget, place + 1, 1)
            else:
                self._grid.addWidget(widget, place + 1, column)
        self._lines.append(line)

    def _show_row(self, line: _Line, place: int, row: PlanRow, table: PlanTable) -> None:
        name = row.person.label
        share = row.fact.minor / row.plan.minor if row.plan is not None and row.plan.minor else None
        if row.plan is not None and row.plan.currency != table.currency:
            share = None
        line.name.setText(name)
        line.edit.setVisible(row.editable)
        line.plan.setVisible(not row.editable)
        line.plan.setText("–" if row.plan is None else money_text(row.plan))
        line.edit.setObjectName(f"planEdit_{row.person.id}")
        line.edit.setAccessibleName(self.tr("Plan of {name}").format(name=name))
        line.edit.setPlaceholderText(self.tr("no plan"))
        if not (line.edit.hasFocus() and line.edit.isModified() and line.edit.row is not None):
            line.edit.row = row
            line.edit.put_back()
        facts = (row.fact, *row.others)
        line.fact = self._rows.mark(place, "number")
        line.fact.show_value(
            short_sums(facts),
            self.tr("Won by {name}").format(name=name),
            row.behind,
            right=True,
            tip=full_sums(facts),
            name=f"fact_{row.person.id}",
        )
        line.share.setText("" if share is None else share_text(share))
        line.bar.show_share(share)

    def _say(self) -> None:
        table = self._table
        if table is None:
            return
        self.quarter_label.setText(quarter_words(table.year, table.quarter))
        if table.plan.minor:
            text = self.tr("{fact} of {plan}, that is {share}").format(
                fact=short_money(table.fact),
                plan=short_money(table.plan),
                share=share_text(table.fact.minor / table.plan.minor),
            )
        else:
            text = self.tr("No plan is set for this quarter; {fact} were won.").format(fact=short_money(table.fact))
        self.total_label.setText(text)

    def _refuse(self, line: _Line, name: str) -> None:
        """Say why a plan is not saved; what was typed stays."""
        why = self.tr("Write an amount, for example 184000.50")
        restyle(line.edit, missing=True)
        line.edit.setToolTip(why)
        line.edit.setAccessibleDescription(why)
        line.edit.setModified(True)
        self._wrong = line
        self.problem_label.setText(self.tr("The plan of {name} is not saved. {why}").format(name=name, why=f"{why}."))
        self.problem_label.show()

    def _forgive(self, line: _Line) -> None:
        """What was wrong is being written anew or was put back."""
        if line is self._wrong:
            self._wrong = None
            self.problem_label.hide()
            restyle(line.edit, missing=False)
            line.edit.setToolTip("")
            line.edit.setAccessibleDescription("")

    def _step(self, steps: int) -> None:
        if self._table is not None:
            number = self._table.year * 4 + self._table.quarter - 1 + steps
            self.quarter_chosen.emit(number // 4, number % 4 + 1)

    def _save(self, line: _Line) -> None:
        row, table = line.edit.row, self._table
        if row is None or table is None or not line.edit.isModified():
            return
        line.edit.setModified(False)
        currency = row.plan.currency if row.plan is not None else table.currency
        try:
            amount: Money | None = parse_money(line.edit.text(), currency)
        except ValueError:
            self._refuse(line, row.person.label)
            return
        if amount == row.plan:
            line.edit.put_back()
            return
        action = Action(
            "save_plan",
            person=row.person.id,
            year=table.year,
            quarter=table.quarter,
            amount=amount,
            version=row.version,
        )
        put_back: Callable[[], None] = line.edit.put_back
        self.save_asked.emit(action, put_back)
