"""ChainBar: lead, opportunity and orders that belong together, in one line, seen from each of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Changes, Query
from desktop.views.orders import ChainLink
from ui.bridge import Bridge
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import IconLabel, Text

_ICONS = {"lead": "target", "opportunity": "diamond", "order": "package"}


class ChainBar(QWidget):
    """Hidden while there is nothing but the record itself."""

    go = Signal(object)

    def __init__(self, bridge: Bridge, subject: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chainBar")
        self._bridge = bridge
        self._subject = subject
        self._record: int | None = None
        self._links: tuple[ChainLink, ...] = ()
        self._row = FlowLayout(self, gap=theme().px(8))
        self.hide()

    def show_record(self, record: int | None) -> None:
        """Stand on a record, or none, and ask what belongs to it."""
        if record != self._record:
            self._record = record
            self._show(())
        if record is not None:
            query = Query("chain", subject=self._subject, id=record)
            self._bridge.ask(query, self._show, lambda _error: None, owner=self, key="chain")

    def refresh(self, changes: Changes) -> None:
        """Ask again where a part of a chain was touched."""
        if any(changes.touches(table) for table in ("lead", "opportunity", "sales_order")):
            self.show_record(self._record)

    def links(self) -> tuple[ChainLink, ...]:
        """Return what is shown."""
        return self._links

    def retranslate(self) -> None:
        """Say what each link leads to in the language in force."""
        shown, self._links = self._links, ()
        self._show(shown)

    def _show(self, links: tuple[ChainLink, ...]) -> None:
        if links == self._links:
            return
        self._links = links
        self._row.clear()
        words = {"lead": self.tr("Lead"), "opportunity": self.tr("Opportunity"), "order": self.tr("Order")}
        before, height, line = "", theme().px(26), theme().px(22)
        for link in links:
            if before and before != link.kind:
                arrow = IconLabel("chevron-right", self)
                arrow.setFixedHeight(line)
                self._row.addWidget(arrow)
            before = link.kind
            if link.here:
                part: QWidget = Text(link.label, self, role="strong")
            else:
                words_shown = link.label.replace("&", "&&")
                button = Button(words_shown, self, kind="link", icon=_ICONS[link.kind], name=f"chain_{link.kind}")
                button.clicked.connect(lambda _checked=False, place=link.place: self.go.emit(place))
                button.setToolTip(words[link.kind])
                part = button
            part.setFixedHeight(line if link.here else height)
            part.setAccessibleName(f"{words[link.kind]}: {link.label}")
            self._row.addWidget(part)
        for place in range(self._row.count()):
            item = self._row.itemAt(place)
            part_shown = item.widget() if item is not None else None
            if part_shown is not None:
                part_shown.show()
        self.setVisible(bool(links))
        self.updateGeometry()
