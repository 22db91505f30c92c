"""LinesEditor: the products of an opportunity or an order: found by typing, edited in a table, with totals."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Changes, Done, Money, Place, Query, Ref
from desktop.views.products import ProductLine, ProductLines
from ui.bridge import Bridge
from ui.fields.reference import ReferenceField
from ui.formats import money_text, number_text, parse_money, parse_number
from ui.products.edit_table import EditColumn, RowsEditor
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Role, Text
from ui.widgets.switch import Switch

_TABLES = {"opportunity": "opportunity_line", "order": "sales_order_line"}
_RECORDS = {"opportunity": "opportunity", "order": "sales_order"}


def _percent(value: Decimal) -> str:
    return f"{number_text(value)} %" if value else ""


COLUMNS = (
    EditColumn("name", lambda line: line.name, 160, 3),
    EditColumn("price", lambda line: money_text(line.price), 110, 1, editable=True, right=True),
    EditColumn("quantity", lambda line: number_text(line.quantity), 104, editable=True, right=True),
    EditColumn("unit", lambda line: line.unit, 66, tone=lambda _line: "muted"),
    EditColumn("discount", lambda line: _percent(line.discount), 88, editable=True, right=True),
    EditColumn("total", lambda line: money_text(line.total), 120, 1, right=True),
)


class LinesEditor(RowsEditor):
    """Every change is an action of its own, undone like any other; nothing here waits for Save."""

    arrived = Signal(object)
    """The :class:`ProductLines` that were read."""

    def __init__(self, bridge: Bridge, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(bridge, COLUMNS, parent, name="lineTable")
        self._subject = subject
        self._record: int | None = None
        self._view: ProductLines | None = None
        self._edit_next: int | None = None
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self.empty = EmptyState("package", self, name="linesEmpty")
        self.add_field = ReferenceField(bridge, "product", self, name="addProductEdit")
        self.add_field.changed.connect(self._add)
        self.remove_button = Button("", self, icon="trash-2", name="removeLineButton")
        self.remove_button.clicked.connect(self._remove_current)
        self._message = Text("", self, tone="bad", wrap=True, name="linesMessage")
        self._message.hide()
        adding = QHBoxLayout()
        adding.setSpacing(look.px(8))
        adding.addWidget(self.add_field, 1)
        adding.addWidget(self.remove_button)
        column.addWidget(self.empty)
        column.addWidget(self.table)
        column.addWidget(self._message)
        column.addLayout(adding)
        column.addLayout(self._totals())
        self.table.removed.connect(self._remove)
        self.table.opened.connect(self._open)
        self.table.left_behind.connect(lambda: self.add_field.setFocus(Qt.FocusReason.TabFocusReason))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._offer_removing())

    def _totals(self) -> QHBoxLayout:
        look = theme()
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        left = QVBoxLayout()
        left.setSpacing(look.px(4))
        self.follow_switch = Switch("", self, name="followSwitch")
        self.follow_switch.clicked.connect(self._follow)
        self.follow_text = Text("", self, tone="muted", wrap=True, name="followText")
        left.addWidget(self.follow_switch)
        left.addWidget(self.follow_text)
        left.addStretch(1)
        for part in (self.follow_switch, self.follow_text):
            part.setVisible(self._subject == "opportunity")
        sums = QGridLayout()
        sums.setHorizontalSpacing(look.px(16))
        sums.setVerticalSpacing(look.px(4))
        self._sums: dict[str, tuple[Text, Text]] = {}
        for place, name in enumerate(("before", "discount", "total")):
            role: Role = "strong" if name == "total" else "body"
            label = Text("", self, role=role, tone="normal" if name == "total" else "muted")
            value = Text("", self, role=role, name=f"{name}Sum")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            sums.addWidget(label, place, 0)
            sums.addWidget(value, place, 1)
            self._sums[name] = (label, value)
        sums.setRowStretch(len(self._sums), 1)
        row.addLayout(left, 1)
        row.addLayout(sums)
        return row

    @property
    def view(self) -> ProductLines | None:
        """What is shown, as it was read last."""
        return self._view

    def show_record(self, record: int | None) -> None:
        """Stand on another record, or none."""
        if record == self._record:
            if record is not None:
                self.reload()
            return
        self.forget()
        self._record = record
        self._view = None
        self.table.set_rows(())
        self._show()
        if record is not None:
            self.reload()

    def refresh(self, changes: Changes) -> None:
        """Ask again where a line, or the record, was touched."""
        if self._record is None:
            return
        if changes.touches(_TABLES[self._subject]) or changes.touches(_RECORDS[self._subject], self._record):
            self.reload()

    def reload(self) -> None:
        """Ask for the lines."""
        if self._record is not None:
            query = Query("lines", subject=self._subject, id=self._record)
            self.bridge.ask(query, self._lines_arrived, lambda _error: None, owner=self, key="lines")

    def read(self, column: str, text: str) -> object:
        """Read a price, a quantity or a discount."""
        try:
            if column == "price":
                currency = self._view.currency if self._view is not None else ""
                return parse_money(text, currency) or Money(0, currency)
            return parse_number(text) if text.strip(" %") else Decimal(0)
        except ValueError:
            raise ValueError(self.tr("This number cannot be read: {text}").format(text=text)) from None

    def action(self, row: ProductLine, column: str, value: object) -> Action:
        """Return the action that saves one cell."""
        return Action("save_line", subject=self._subject, line=row.id, version=row.version, fields={column: value})

    def say(self, sentence: str) -> None:
        """Show a sentence below the table."""
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.table.set_headings(
            self.tr("Products"),
            {
                "name": self.tr("Product"),
                "price": self.tr("Price"),
                "quantity": self.tr("Quantity"),
                "unit": self.tr("Unit"),
                "discount": self.tr("Discount"),
                "total": self.tr("Total"),
            },
        )
        self.add_field.set_label(self.tr("Add a product"))
        self.remove_button.setText(self.tr("Remove"))
        self.remove_button.setAccessibleName(self.tr("Remove the marked product"))
        self.remove_button.setToolTip(self.tr("Remove the marked product") + " (Del)")
        self.empty.set_texts(self.tr("No products yet"), self.tr("Type a name or a code below to add the first one."))
        self.follow_switch.set_label(self.tr("The amount follows the products"))
        for name, text in (
            ("before", self.tr("Before discount")),
            ("discount", self.tr("Discount")),
            ("total", self.tr("Total")),
        ):
            self._sums[name][0].setText(text)
        self._show()

    # showing

    def _lines_arrived(self, view: ProductLines) -> None:
        if view.id != self._record:
            return
        self._view = view
        self.rows_arrived(view.lines)
        self._show()
        self.arrived.emit(view)
        if self._edit_next is not None and any(line.id == self._edit_next for line in view.lines):
            line, self._edit_next = self._edit_next, None
            self.table.edit_cell(line, "quantity")

    def _show(self) -> None:
        view = self._view
        some = view is not None and bool(view.lines)
        editable = view is not None and view.edit.enabled
        self.table.setVisible(some)
        self.empty.setVisible(view is not None and not some)
        self.table.cells.editable = editable
        self.add_field.set_read_only(not editable)
        self.add_field.set_creating(view is not None and view.new_product.enabled)
        self.add_field.editor.setToolTip("" if view is None else view.edit.why_not)
        self._offer_removing()
        for label, value in self._sums.values():
            label.setVisible(some)
            value.setVisible(some)
        self.follow_switch.setEnabled(some and (editable or self._subject != "opportunity"))
        self.follow_switch.setChecked(view is not None and view.follows)
        if view is None:
            self.follow_text.clear()
            return
        less = Money(view.before.minor - view.total.minor, view.currency)
        for name, money in (("before", view.before), ("discount", less), ("total", view.total)):
            self._sums[name][1].setText(money_text(money))
        for name in ("before", "discount"):
            for part in self._sums[name]:
                part.setVisible(some and less.minor > 0)
        self.follow_text.setText(self._amount_words(view) if some else "")

    def _amount_words(self, view: ProductLines) -> str:
        if view.follows:
            return self.tr("An amount written into the profile by hand takes its place.")
        if view.amount is None:
            return self.tr("The opportunity has no amount.")
        text = self.tr("The amount stands by itself: {amount}, the products come to {total}.")
        return text.format(amount=money_text(view.amount), total=money_text(view.total))

    def _offer_removing(self) -> None:
        editable = self._view is not None and self._view.edit.enabled
        self.remove_button.setEnabled(editable and self.table.current_id() is not None)
        self.remove_button.setVisible(self._view is not None and bool(self._view.lines))

    # doing

    def _add(self) -> None:
        chosen: Ref | None = self.add_field.value()
        if chosen is None or self._record is None:
            return
        action = Action("add_line", subject=self._subject, id=self._record, product=chosen.id)
        self.add_field.set_value(None)
        self.bridge.perform(action, self._added, self._refused, owner=self)

    def _added(self, done: Done) -> None:
        line: Any = done.result.get("line")
        self._edit_next = line
        self.say("")
        self.reload()

    def _remove_current(self) -> None:
        line = self.table.current_id()
        if line is not None:
            self._remove(line)

    def _remove(self, line: int) -> None:
        action = Action("remove_line", subject=self._subject, line=line)
        self.bridge.perform(action, lambda _done: self.reload(), self._refused, owner=self)

    def _open(self, line: int) -> None:
        row = next((row for row in self.table.cells.rows if row.id == line), None)
        if row is not None and row.product is not None:
            self.go.emit(Place("product", row.product.id))

    def _follow(self, follows: bool) -> None:
        action = Action("follow_lines", opportunity=self._record, follows=follows)
        self.bridge.perform(action, None, self._refused, owner=self)
