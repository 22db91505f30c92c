"""The command bar: one line for everything that can be done, gone to or found (Ctrl+K).

The first paint shows the line alone: what it offers, and the list below it, are imported when they are first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.views.exchange import Place, Query
from ui.icons import set_icon
from ui.theme import theme
from ui.widgets.labels import Text
from ui.widgets.styling import is_language_change

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.views.shell import FoundRow
    from ui.bridge import Bridge
    from ui.completion_popup import CompletionPopup
    from ui.offers import Completion, Offer
    from ui.widgets.rows import Row

_SHORTEST_SEARCH = 2
_ICONS = {
    "opportunity": "diamond",
    "lead": "target",
    "account": "building-2",
    "contact": "contact",
    "order": "package",
    "product": "package",
    "document": "sticky-note",
    "article": "book-open",
    "activity": "square-check",
}


class CommandBar(QLineEdit):
    """The line. ``offers`` is asked for all commands of the moment, each time anew."""

    go = Signal(object)
    """A :class:`Place` of a record that was found."""
    left = Signal()
    """The person is done here: the page gets the keyboard."""

    def __init__(self, bridge: Bridge, offers: Callable[[], Sequence[Offer]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commandBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bridge = bridge
        self._source = offers
        self._offers: tuple[Offer, ...] = ()
        self._ready = False
        self._known = False
        self._found: tuple[Offer, ...] = ()
        self._searching = ""
        self._enter_waits = False
        self._moved = False
        self._completion: Completion | None = None
        self._popup: CompletionPopup | None = None
        self._magnifier = QAction(self)
        set_icon(self._magnifier, "search", tone="muted", size=14)
        self.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self._hint = Text("Ctrl K", self, role="key")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textEdited.connect(self._on_edited)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts; offers in the new language are asked for next time."""
        self.setPlaceholderText(self.tr("Search or type a command"))
        self.setAccessibleName(self.tr("Command bar"))
        self._magnifier.setText(self.tr("Search or type a command"))
        self._known = False

    # what is offered ----------------------------------------------------------------------------

    def invalidate(self, *, ready: bool = True) -> None:
        """Say that the offers have changed; ``ready`` that all of them are known (the processes have been read)."""
        self._known = False
        self._ready = ready
        if self.hasFocus() or self._enter_waits:
            self._show()

    @property
    def completion(self) -> Completion:
        """What is offered for the text as it stands; worked out at once, painted or not."""
        from ui.offers import complete

        self._know()
        self._completion = complete(self.text(), self._offers, self._found, found_label=self.tr("Found"))
        return self._completion

    def _know(self) -> None:
        if not self._known:
            self._offers = tuple(self._source())
            self._known = True

    def popup(self) -> CompletionPopup:
        """Return the list of completions (made when it is first needed)."""
        if self._popup is None:
            from ui.completion_popup import CompletionPopup

            self._popup = CompletionPopup(self.window())
            self._popup.list.setAccessibleName(self.tr("Completions"))
            self._popup.list.chosen.connect(self._take)
        return self._popup

    def _on_edited(self, text: str) -> None:
        self._enter_waits = False
        self._search(text)
        self._show()

    def _search(self, text: str) -> None:
        from ui.completion import readings
        from ui.offers import search_text

        self._know()
        wanted = search_text(text, self._offers)
        if len(wanted) < _SHORTEST_SEARCH:
            self._found = ()
            self._searching = ""
            return
        self._searching = wanted
        variants = [" ".join(reading.split()) for reading in readings(wanted)]
        self._ask(wanted, variants)

    def _ask(self, typed: str, variants: list[str]) -> None:
        def answered(rows: tuple[FoundRow, ...]) -> None:
            if not rows and len(variants) > 1:
                self._ask(typed, variants[1:])
                return
            if typed == self._searching:
                self._searching = ""
            self._found = tuple(self._record(row) for row in rows)
            self._show_if_wanted()

        def failed(_error: Exception) -> None:
            self._searching = ""
            self._show_if_wanted()

        self._bridge.ask(Query("find", text=variants[0]), answered, failed, owner=self, key="find")

    def _record(self, row: FoundRow) -> Offer:
        from ui.offers import Offer

        place = Place(row.subject, row.id)
        return Offer(
            f"{row.subject}:{row.id}",
            (row.title,),
            lambda: self.go.emit(place),
            icon=_ICONS.get(row.subject, "search"),
            detail=" \u00b7 ".join(part for part in (self._subject(row.subject), row.detail) if part),
        )

    def _subject(self, subject: str) -> str:
        return {
            "opportunity": self.tr("Opportunity"),
            "lead": self.tr("Lead"),
            "account": self.tr("Account"),
            "contact": self.tr("Contact"),
            "order": self.tr("Order"),
            "product": self.tr("Product"),
            "document": self.tr("Document"),
            "article": self.tr("Article"),
            "activity": self.tr("Activity"),
        }.get(subject, "")

    # showing ------------------------------------------------------------------------------------

    def _show_if_wanted(self) -> None:
        if self.hasFocus() or self._enter_waits:
            self._show()

    def _show(self) -> None:
        before = self.popup().list.selected()
        completion = self.completion
        keep = before if self._moved and completion.offer(before) is not None else completion.first
        rows = completion.rows or self._nothing()
        self.popup().list.set_rows(rows, select=keep)
        if self._enter_waits and completion.first is not None:
            self._enter_waits = False
            self._take(completion.first)
            return
        if rows and self.isVisible():
            self.popup().fit(self)
            self.popup().raise_()
        else:
            self._close_popup()

    def _nothing(self) -> tuple[Row, ...]:
        """Say that nothing fits, once that is known."""
        from ui.widgets.rows import Row

        if not self.text().strip() or self._searching or not self._ready:
            return ()
        return (Row("", self.tr("Nothing found"), header=True),)

    def _close_popup(self) -> None:
        if self._popup is not None:
            self._popup.close_popup()

    def start(self) -> None:
        """Take the keyboard, select what stands there, and show what can be done (Ctrl+K)."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._known = False
        self._moved = False
        self._show()

    def leave(self) -> None:
        """Empty the line and give the keyboard away."""
        self.clear()
        self._found = ()
        self._searching = ""
        self._enter_waits = False
        self._moved = False
        self._close_popup()
        self.left.emit()

    # keys ---------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab complete while completions are shown."""
        popup = self._popup
        if forward and popup is not None and popup.isVisible() and self.text():
            key = popup.list.selected()
            if key is not None:
                self._write(key)
                return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list, Enter takes, Esc clears and then leaves."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._found = ()
                self._moved = False
                self._show()
            else:
                self.leave()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if not self.popup().isVisible():
                self._show()
            else:
                self.popup().list.step(1 if key == Qt.Key.Key_Down else -1)
                self._moved = True
        else:
            self._moved = False
            super().keyPressEvent(event)
            return
        event.accept()

    def _enter(self) -> None:
        completion = self.completion
        picked = self.popup().list.selected() if self._moved else None
        chosen = picked if completion.offer(picked) is not None else completion.first
        if chosen is not None and (self.text().strip() or self._moved):
            self._take(chosen)
        elif self.text().strip() and (self._searching or not self._ready):
            self._enter_waits = True

    def _write(self, key: str) -> None:
        completion = self._completion or self.completion
        title, offer = completion.title(key), completion.offer(key)
        if offer is None:
            return
        self.setText(f"{title} " if offer.prefix else title)
        self._moved = False
        self._search(self.text())
        self._show()

    def _take(self, key: str) -> None:
        offer = (self._completion or self.completion).offer(key)
        if offer is None:
            return
        if offer.prefix:
            self._write(key)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.leave()
        offer.run()

    # the rest -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As high as the style sheet wants it."""
        return QSize(theme().px(640), super().sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what can be done when a click puts the cursor here."""
        super().focusInEvent(event)
        self._known = False
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self._close_popup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key hint at the right."""
        super().resizeEvent(event)
        size = self._hint.sizeHint()
        self._hint.setGeometry(
            self.width() - size.width() - theme().px(10),
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        self.setTextMargins(0, 0, size.width() + theme().px(8), 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()
