"""The tab Products of the opportunity page: lines, totals, and the order that is made of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Availability, Changes
from desktop.views.products import ProductLines
from ui.bridge import Bridge
from ui.products.lines_editor import LinesEditor
from ui.theme import theme
from ui.widgets.buttons import Button


class ProductsTab(QWidget):
    """What the customer is to get; an order takes it over."""

    go = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("productsTab")
        self._bridge = bridge
        self._record: int | None = None
        self._edit = Availability(True)
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(10))
        self.lines = LinesEditor(bridge, "opportunity", self)
        self.lines.go.connect(self.go)
        self.lines.arrived.connect(self._take_right)
        self.order_button = Button("", self, icon="package", name="createOrderButton")
        self.order_button.clicked.connect(self._create_order)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.order_button)
        column.addWidget(self.lines)
        column.addLayout(row)
        column.addStretch(1)
        for signal in (bridge.trouble, bridge.fault):
            signal.connect(self._free)

    def show_opportunity(self, record: int | None) -> None:
        """Stand on an opportunity."""
        self._record = record
        self._free()
        self.lines.show_record(record)

    def refresh(self, changes: Changes) -> None:
        """Ask again where that was touched."""
        self.lines.refresh(changes)

    def is_writing(self) -> bool:
        """Whether a cell is being edited."""
        return self.lines.is_writing()

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.order_button.setText(self.tr("Create order"))
        self._free()
        self.lines.retranslate()

    def _create_order(self) -> None:
        self.order_button.setEnabled(False)
        action = Action("create_order", opportunity=self._record)
        self._bridge.perform(action, self._free, self._not_created, owner=self)

    def _not_created(self, refused: Exception) -> None:
        self._free()
        self._bridge.refused.emit(str(refused))

    def _take_right(self, view: ProductLines) -> None:
        self._edit = view.edit
        self._free()

    def _free(self, *_what: object) -> None:
        self.order_button.setEnabled(self._record is not None and self._edit.enabled)
        words = self.tr("An order with these products, the customer and the owner")
        self.order_button.setToolTip(self._edit.why_not or words)
