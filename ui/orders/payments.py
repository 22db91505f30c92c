"""PaymentsEditor: when an order is paid: shares or amounts with their days, edited in place."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Availability, Done, Money
from desktop.views.orders import OrderPage, Payment
from ui.bridge import Bridge
from ui.formats import date_text, local, money_text, number_text, parse_date, parse_money, parse_number
from ui.products.edit_table import EditColumn, RowsEditor
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

_FIRST_DUE = timedelta(days=14)
_TONES = {"paid": "good_text", "overdue": "bad_text", "ahead": "text"}

COLUMNS = (
    EditColumn("due_on", lambda p: date_text(p.due_on), 104, editable=True, tone=lambda p: _TONES[p.state]),
    EditColumn(
        "share",
        lambda p: "" if p.share is None else f"{number_text(p.share)} %",
        78,
        editable=True,
        right=True,
    ),
    EditColumn("amount", lambda p: money_text(p.comes_to), 112, 1, editable=True, right=True),
    EditColumn("paid_on", lambda p: date_text(p.paid_on), 108, editable=True, tone=lambda _p: "good_text"),
    EditColumn("note", lambda p: p.note, 120, 3, editable=True, tone=lambda _p: "muted"),
)


class PaymentsEditor(RowsEditor):
    """It shows what the page has read; ``show_view`` gives it the newest."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(bridge, COLUMNS, parent, name="paymentTable")
        self._view: OrderPage | None = None
        self._edit_next: int | None = None
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._nothing = Text("", self, tone="muted", wrap=True)
        self._message = Text("", self, tone="bad", wrap=True, name="paymentsMessage")
        self._message.hide()
        self.add_button = Button("", self, icon="plus", name="addPaymentButton")
        self.paid_button = Button("", self, icon="check", name="paidButton")
        self.remove_button = Button("", self, icon="trash-2", name="removePaymentButton")
        self.state = Text("", self, tone="muted", name="paymentState")
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for part in (self.add_button, self.paid_button, self.remove_button):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.state)
        column.addWidget(self._nothing)
        column.addWidget(self.table)
        column.addWidget(self._message)
        column.addLayout(row)
        self.add_button.clicked.connect(self._add)
        self.paid_button.clicked.connect(self._paid)
        self.remove_button.clicked.connect(self._remove_current)
        self.table.removed.connect(self._remove)
        self.table.left_behind.connect(self.add_button.setFocus)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._offer())

    def show_view(self, view: OrderPage) -> None:
        """Show the payments of an order as they were read."""
        if self._view is None or self._view.id != view.id:
            self.forget()
        self._view = view
        self.table.cells.editable = view.edit.enabled
        self.rows_arrived(view.payments)
        self.table.setVisible(bool(view.payments))
        self._nothing.setVisible(not view.payments)
        paid = self.tr("paid {paid} of {total}").format(paid=money_text(view.paid), total=money_text(view.total))
        rest = ""
        if view.unplanned.minor and view.payments:
            left = Money(abs(view.unplanned.minor), view.unplanned.currency)
            words = self.tr("not planned yet: {rest}") if view.unplanned.minor > 0 else self.tr("too much: {rest}")
            rest = words.format(rest=money_text(left))
        self.state.setText(" · ".join(part for part in (paid if view.payments else "", rest) if part))
        self._offer()
        if self._edit_next is not None and any(payment.id == self._edit_next for payment in view.payments):
            payment, self._edit_next = self._edit_next, None
            self.table.edit_cell(payment, "due_on")

    def reload(self) -> None:
        """The page reads the order again after every action, and so its payments."""
        page = self.parentWidget()
        while page is not None and not hasattr(page, "load"):
            page = page.parentWidget()
        if page is not None:
            page.load()

    def read(self, column: str, text: str) -> object:
        """Read a day, a share or an amount."""
        today = local(self.bridge.workspace.clock()).date()
        currency = self._view.total.currency if self._view is not None else ""
        try:
            if column == "note":
                return text
            if column == "paid_on" and not text:
                return None
            if column in {"due_on", "paid_on"}:
                return parse_date(text, today=today)
            if column == "share":
                return parse_number(text)
            return parse_money(text, currency) or Money(0, currency)
        except ValueError:
            raise ValueError(self.tr("This cannot be read: {text}").format(text=text)) from None

    def action(self, row: Payment, column: str, value: object) -> Action:
        """Return the action that saves one cell."""
        return Action("save_payment", payment=row.id, version=row.version, fields={column: value})

    def say(self, sentence: str) -> None:
        """Show a sentence below the table."""
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.table.set_headings(
            self.tr("Payment plan"),
            {
                "due_on": self.tr("Due"),
                "share": self.tr("Share"),
                "amount": self.tr("Amount"),
                "paid_on": self.tr("Paid on"),
                "note": self.tr("Note"),
            },
        )
        self._nothing.setText(self.tr("No payments are planned yet."))
        self.add_button.setText(self.tr("Add payment"))
        self.paid_button.setText(self.tr("Paid today"))
        self.remove_button.setText(self.tr("Remove"))
        self.remove_button.setAccessibleName(self.tr("Remove the marked payment"))
        if self._view is not None:
            self.show_view(self._view)

    def _offer(self) -> None:
        row = next((row for row in self.table.cells.rows if row.id == self.table.current_id()), None)
        edit = self._view.edit if self._view is not None else Availability(False)
        self.add_button.setEnabled(edit.enabled)
        self.remove_button.setEnabled(edit.enabled and row is not None)
        self.paid_button.setEnabled(edit.enabled and row is not None and row.paid_on is None)
        for button in (self.add_button, self.remove_button, self.paid_button):
            button.setToolTip(edit.why_not)
        some = self._view is not None and bool(self._view.payments)
        self.remove_button.setVisible(some)
        self.paid_button.setVisible(some)

    def _add(self) -> None:
        """Propose what is left: the rest of the shares, else the rest of the amount."""
        if self._view is None:
            return
        plan = self._view.payments
        last = max((payment.due_on for payment in plan), default=self._view.fields.ordered_on)
        shares = sum((payment.share for payment in plan if payment.share is not None), Decimal(0))
        by_share = all(payment.share is not None for payment in plan) and shares < 100
        rest = Money(max(0, self._view.unplanned.minor), self._view.total.currency)
        part: dict[str, object] = {"share": 100 - shares} if by_share else {"amount": rest}
        action = Action("add_payment", order=self._view.id, due_on=last + _FIRST_DUE, **part)
        self.bridge.perform(action, self._added, self._refused, owner=self)

    def _added(self, done: Done) -> None:
        made = done.result.get("payment")
        self._edit_next = made if isinstance(made, int) else None
        self.say("")

    def _paid(self) -> None:
        row = next((row for row in self.table.cells.rows if row.id == self.table.current_id()), None)
        if row is not None:
            today = local(self.bridge.workspace.clock()).date()
            self.bridge.perform(self.action(row, "paid_on", today), None, self._refused, owner=self)

    def _remove_current(self) -> None:
        payment = self.table.current_id()
        if payment is not None:
            self._remove(payment)

    def _remove(self, payment: int) -> None:
        self.bridge.perform(Action("remove_payment", payment=payment), None, self._refused, owner=self)
