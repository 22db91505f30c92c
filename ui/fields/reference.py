"""ReferenceField: another record, found as you type; PickField: free text with suggestions."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.exchange import Action, Done, Place, Query, Ref
from ui.bridge import Bridge
from ui.fields.field import Field
from ui.fields.suggestions import Suggestions
from ui.widgets.buttons import IconButton

_CREATES = {"account": "create_account", "contact": "create_contact", "product": "create_product"}


class ReferenceField(Field):
    """A record of a subject (account, contact, person, opportunity, lead, product), found by any part of its name.

    Where the subject is an account, a contact or a product, a name that is not there yet can be created in place: one
    action of its own, undone like any other. ``opened`` asks for the page of the record.
    """

    opened = Signal(object)
    editor: QLineEdit

    def __init__(
        self,
        bridge: Bridge,
        subject: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        optional: bool = True,
    ) -> None:
        super().__init__(QLineEdit(), parent, name=name)
        self._bridge = bridge
        self._subject = subject
        self._optional = optional
        self._account: int | None = None
        self._value: Ref | None = None
        self._found: tuple[Ref, ...] = ()
        self._offers_new = False
        self._creates = subject in _CREATES
        self._listed: str | None = None
        self._enter_waits = False
        self._list: Suggestions | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(80)
        self._pause.timeout.connect(self._ask)
        self.button = IconButton("external-link", "", self, framed=True)
        self.button.clicked.connect(self._open)
        self.button.setVisible(False)
        self.row.addWidget(self.button)
        self.editor.textChanged.connect(self._typed)
        self.retranslate()

    def set_creating(self, allowed: bool) -> None:
        """Offer to create what is not there yet, or not: a refusal is no offer."""
        self._creates = allowed

    def set_account(self, account: int | None) -> None:
        """Narrow contacts to those of one account, and give it to a contact that is created here."""
        self._account = account

    def value(self) -> Ref | None:
        """The record, None for none."""
        return self._value

    def set_value(self, value: Ref | None) -> None:
        """Show a record."""
        self._value = value
        self._show()
        self._accept()

    def saved(self) -> object:
        """The record's id."""
        return None if self._value is None else self._value.id

    def to_json(self) -> object:
        """Id and label."""
        return None if self._value is None else [self._value.id, self._value.label]

    def from_json(self, kept: Any) -> Ref | None:
        """Read id and label."""
        return None if kept is None else Ref(int(kept[0]), str(kept[1]))

    def set_read_only(self, read_only: bool) -> None:
        """Lock the line; the record can still be opened."""
        super().set_read_only(read_only)

    def retranslate(self) -> None:
        """Follow the language."""
        words = {
            "account": self.tr("Choose an account..."),
            "contact": self.tr("Choose a contact..."),
            "person": self.tr("Choose a person..."),
            "opportunity": self.tr("Choose an opportunity..."),
            "lead": self.tr("Choose a lead..."),
            "product": self.tr("Add a product: type its name or code..."),
        }
        self.editor.setPlaceholderText(words.get(self._subject, self.tr("Choose...")))
        self.button.set_label(self.tr("Open the page"))

    def set_label(self, label: str) -> None:
        """Name the line and the button beside it."""
        super().set_label(label)
        self.button.setAccessibleName(self.tr("Open the page: {field}").format(field=label))

    def choose(self, value: Ref) -> None:
        """Take a record as if the person had chosen it."""
        self._take(value)

    def _is_ahead(self) -> bool:
        """Whether the person has typed further than what is listed."""
        return bool(self._wanted()) and self._listed != self._wanted()

    def offer(self) -> None:
        """Show what can be chosen now."""
        self._pause.stop()
        self._ask()

    def _show(self) -> None:
        text = self._value.label if self._value is not None else ""
        self._put_text(text)
        self.editor.setToolTip(text)
        self.button.setVisible(self._value is not None and self._subject != "person")

    def _open(self) -> None:
        if self._value is not None:
            self.opened.emit(Place(self._subject, self._value.id))

    def _typed(self, text: str) -> None:
        if self._filling:
            return
        self._enter_waits = False
        if not text.strip() and self._optional:
            self._value = None
            self._edited()
        else:
            self._valid = self._value is not None and text.strip() == self._value.label
        self._pause.start()

    def _wanted(self) -> str:
        text = self.editor.text().strip()
        return "" if self._value is not None and text == self._value.label else text

    def _ask(self) -> None:
        wanted = self._wanted()
        arguments: dict[str, object] = {"subject": self._subject, "text": wanted}
        if self._subject == "contact" and self._account is not None:
            arguments["account"] = self._account
        self._bridge.ask(Query("pick", **arguments), partial(self._answered, wanted), owner=self, key="pick")

    def _answered(self, asked: str, found: tuple[Ref, ...]) -> None:
        if not self.editor.hasFocus():
            return
        self._found = tuple(found)
        self._listed = asked
        known = any(ref.label.casefold() == asked.casefold() for ref in self._found)
        self._offers_new = bool(asked) and not known and self._creates
        self._suggestions().offer(self._texts(asked) or [self.tr("Nothing found")])
        if self._enter_waits and asked == self._wanted():
            self._enter_waits = False
            self._chosen(0)

    def _texts(self, asked: str) -> list[str]:
        texts = [ref.label for ref in self._found]
        if self._offers_new:
            texts.append(self.tr("Create “{name}”").format(name=asked))
        return texts

    def _suggestions(self) -> Suggestions:
        if self._list is None:
            self._list = Suggestions(self.editor)
            self._list.chosen.connect(self._chosen)
        return self._list

    def _chosen(self, row: int) -> None:
        self._suggestions().close_popup()
        if row < len(self._found):
            self._take(self._found[row])
        elif self._offers_new:
            self._create(self.editor.text().strip())

    def _create(self, name: str) -> None:
        arguments: dict[str, object] = {"name": name}
        if self._subject == "contact" and self._account is not None:
            arguments["account"] = self._account
        action = Action(_CREATES[self._subject], **arguments)
        self._bridge.perform(
            action, partial(self._created, name), lambda refused: self._refuse(str(refused)), owner=self
        )

    def _created(self, name: str, done: Done) -> None:
        made = done.result.get(self._subject)
        if isinstance(made, int):
            self._take(Ref(made, name))

    def _take(self, value: Ref) -> None:
        self._value = value
        self._valid = True
        self._show()
        self._edited()

    def _leave(self) -> None:
        self._pause.stop()
        self._enter_waits = False
        if self._list is not None:
            self._list.close_popup()
        text = self.editor.text().strip()
        label = self._value.label if self._value is not None else ""
        exact = [ref for ref in self._found if ref.label.casefold() == text.casefold()]
        if text == label:
            self._show()
        elif len(exact) == 1:
            self._take(exact[0])
        elif not text and not self._optional:
            self._show()
            self._accept()
        else:
            self._refuse(self.tr("Choose from the list"))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Lead the list with the keys of the line; Down opens it. Enter waits for what fits the text as it stands."""
        if watched is self.editor and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and self._is_ahead():
                self._enter_waits = True
                self.offer()
                return True
            if self._list is not None and self._list.take_key(event):
                return True
            if event.key() == Qt.Key.Key_Down:
                self.offer()
                return True
        elif watched is self.editor and event.type() == QEvent.Type.MouseButtonRelease and self.editor.isEnabled():
            self.offer()
        return super().eventFilter(watched, event)


class PickField(Field):
    """A line of free text with known values offered below it."""

    editor: QLineEdit

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(QLineEdit(), parent, name=name)
        self._known: tuple[str, ...] = ()
        self._shown: list[str] = []
        self._list: Suggestions | None = None
        self.editor.textChanged.connect(self._typed)

    def set_known(self, texts: tuple[str, ...]) -> None:
        """Offer these texts."""
        self._known = texts

    def value(self) -> str:
        """The text."""
        return self.editor.text().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self._put_text(value)
        self._accept()

    def _typed(self, text: str) -> None:
        if not self._filling:
            self._edited()
            self._offer(text)

    def _offer(self, text: str) -> None:
        wanted = text.strip().casefold()
        self._shown = [known for known in self._known if wanted in known.casefold() and known.casefold() != wanted]
        if self._list is None:
            self._list = Suggestions(self.editor)
            self._list.chosen.connect(self._chosen)
        self._list.offer(self._shown, row=-1)

    def _chosen(self, row: int) -> None:
        if self._list is not None:
            self._list.close_popup()
        self._put_text(self._shown[row])
        self._edited()

    def _leave(self) -> None:
        if self._list is not None:
            self._list.close_popup()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Lead the list with the keys of the line; Down opens it."""
        if watched is self.editor and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._list is not None and self._list.take_key(event):
                return True
            if event.key() == Qt.Key.Key_Down:
                self._offer(self.editor.text())
                return True
        return super().eventFilter(watched, event)
