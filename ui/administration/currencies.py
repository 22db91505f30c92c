"""Currencies: from which day on a currency is worth how much of the default one."""

from datetime import UTC

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.administration import RateRow
from desktop.views.exchange import Action, Choice, Query, Refused
from desktop.views.shell import Settings
from ui.administration.order_list import OrderList
from ui.administration.section import Section
from ui.bridge import Bridge
from ui.fields.choice import ChoiceField
from ui.fields.dates import DateField
from ui.fields.field import Field, Labelled
from ui.fields.text import TextField
from ui.formats import date_text
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card


class CurrenciesSection(Section):
    """The rates at the left, the newest first; a new one at the right."""

    touched_by = ("currency_rate", "system_setting")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, name="currenciesSection", wide=True)
        look = theme()
        self._base = "EUR"
        self._rows: tuple[RateRow, ...] = ()
        left, self.card = Card("", self), Card("", self)
        left.setMaximumWidth(look.px(480))
        self.card.setMaximumWidth(look.px(420))
        self.list = OrderList(self, name="ratesList", movable=False)
        self.list.currentRowChanged.connect(lambda _row: self._renew())
        self.remove_button = Button("", self, small=True, icon="trash-2", name="removeRateButton")
        self.remove_button.clicked.connect(self.remove)
        left.body.addWidget(self.list, 1)
        left.body.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        clock = bridge.workspace.clock
        self.currency = ChoiceField(self, name="rateCurrencyEdit")
        self.day = DateField(self, name="rateDayEdit", now=lambda: clock().astimezone(UTC))
        self.rate = TextField(self, name="rateEdit", limit=20)
        self.labels = {
            "currency": Labelled(self.currency, self.card),
            "day": Labelled(self.day, self.card),
            "rate": Labelled(self.rate, self.card),
        }
        for label in self.labels.values():
            self.card.body.addWidget(label)
        self.save_button = Button("", self.card, kind="primary", name="saveRateButton")
        self.save_button.clicked.connect(self.add)
        self.rate.editor.returnPressed.connect(self.add)
        self.card.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignRight)
        for field in (self.currency, self.day, self.rate):
            field.changed.connect(self._renew)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        columns.addWidget(left, 1)
        right = QVBoxLayout()
        right.addWidget(self.card)
        right.addStretch(1)
        columns.addLayout(right, 1)
        self.body.addLayout(columns, 1)
        self.day.set_value(clock().astimezone(UTC).date())

    def title(self) -> str:
        """Currencies."""
        return self.tr("Currencies")

    def note(self) -> str:
        """What rates are for."""
        return self.tr(
            "A rate holds from its day on until the next one. "
            "By it the page of an opportunity shows an amount in another currency in the default one, {base}, too."
        ).format(base=self._base)

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
        self.list.setAccessibleName(self.tr("Rates"))
        self.list.set_nothing(self.tr("No rates yet. Write down the first one beside this list."))
        self.card.set_title(self.tr("New rate"))
        self.labels["currency"].set_text(self.tr("Currency"))
        self.labels["day"].set_text(self.tr("From the day"))
        self.labels["rate"].set_text(self.tr("One unit is worth, in {base}").format(base=self._base))
        self.save_button.setText(self.tr("Save the rate"))
        self.remove_button.setText(self.tr("Delete"))
        self._show(self._rows)

    def load(self) -> None:
        """Read currencies and rates."""
        self.bridge.ask(Query("settings"), self._take_settings, owner=self, key="settings")
        self.bridge.ask(Query("choices", lookup="currency"), self._take_currencies, owner=self, key="choices")
        self.bridge.ask(Query("currency_rates"), self._show, owner=self, key="rates")

    def add(self) -> None:
        """Save the rate."""
        fields: dict[str, Field] = {"currency": self.currency, "day": self.day, "rate": self.rate}
        for field in fields.values():
            field.commit()
            field.set_message("")
        if self.currency.value() is None or not self.rate.value():
            return

        def refused(refusal: Refused) -> None:
            fields.get(refusal.field, self.rate).set_message(str(refusal))

        action = Action(
            "save_currency_rate",
            currency=self.currency.value().code,  # type: ignore[union-attr]
            base=self._base,
            day=self.day.value(),
            rate=self.rate.value(),
        )
        self.bridge.perform(action, lambda _done: self.rate.set_value(""), refused, owner=self)

    def remove(self) -> None:
        """Delete the marked rate; the toast offers Undo."""
        marked = self.list.marked()
        if marked is not None:
            self.perform(Action("remove_currency_rate", id=marked))

    def focus_first(self) -> None:
        """Begin with the currency."""
        self.currency.setFocus()

    def _take_settings(self, settings: Settings) -> None:
        if settings.default_currency != self._base:
            self._base = settings.default_currency
            self.retranslate()

    def _take_currencies(self, choices: tuple[Choice, ...]) -> None:
        self.currency.set_choices(tuple(choice for choice in choices if choice.code != self._base))

    def _show(self, rows: tuple[RateRow, ...]) -> None:
        self._rows = rows
        self.list.set_rows((row.id, self._text(row)) for row in rows)
        self._renew()

    def _text(self, row: RateRow) -> str:
        rate = row.rate.replace(".", QLocale().decimalPoint())
        day = date_text(row.day)
        return self.tr("1 {currency} = {rate} {base} from {day}").format(
            currency=row.currency, rate=rate, base=row.base, day=day
        )

    def _renew(self) -> None:
        self.remove_button.setEnabled(self.list.marked() is not None)
        self.save_button.setEnabled(self.currency.value() is not None and bool(self.rate.value()))
