"""OrderPreview: the printed form of an order in either language; print it or save it as a PDF."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from desktop.views.orders import OrderDocument
from ui.language import LANGUAGES
from ui.orders.form import OrderForm
from ui.printing.preview import PrintPreview
from ui.widgets.buttons import Button

_NAMES = {"en": "English", "ru": "Русский"}


class OrderPreview(PrintPreview):
    """Shown in the window's language first; the other one is a click away."""

    def __init__(self, window: QWidget, order: OrderDocument) -> None:
        self._order = order
        self._language: Any = getattr(window, "language", None)
        self._code = self._language.code if self._language is not None else "en"
        super().__init__(window, "", self._made(), name="orderPreview")
        self.set_title(self.tr("Printed form of {number}").format(number=order.number))
        self.languages: dict[str, Button] = {}
        for place, code in enumerate(LANGUAGES if self._language is not None else ()):
            button = Button(_NAMES[code], self.sheet, kind="choice", name=f"form_{code}")
            button.setChecked(code == self._code)
            button.clicked.connect(lambda _checked=False, chosen=code: self.choose(chosen))
            self.languages[code] = button
            self.buttons.insertWidget(place, button)

    def choose(self, code: str) -> None:
        """Show the form in the other language."""
        self._code = code
        for name, button in self.languages.items():
            button.setChecked(name == code)
        self.show_form(self._made())

    def _made(self) -> OrderForm:
        if self._language is None or self._code == self._language.code:
            return OrderForm(self._order, self._code)
        before = QLocale()
        with self._language.speaking(self._code):
            QLocale.setDefault(self._language.locale())
            try:
                return OrderForm(self._order, self._code)
            finally:
                QLocale.setDefault(before)
