"""CustomerField: who buys, a company or a person, found as you type."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Action, Done, Query, Ref
from ui.bridge import Bridge
from ui.fields.reference import ReferenceField


class CustomerField(ReferenceField):
    """An account; or a contact, who is a customer without a company.

    The value is the account. Choosing a person empties it and hands the contact over by ``person_chosen``; the line
    then shows the person's name until there is an account again.
    """

    person_chosen = Signal(object)
    """A Ref of the contact that was chosen or created here."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, name: str = "") -> None:
        self._person: Ref | None = None
        self._people: tuple[Ref, ...] = ()
        self._accounts: tuple[str, tuple[Ref, ...]] = ("", ())
        super().__init__(bridge, "account", parent, name=name)

    def set_person(self, person: Ref | None) -> None:
        """Show this contact as the customer while there is no account."""
        self._person = person
        self.retranslate()

    def retranslate(self) -> None:
        """Follow the language."""
        super().retranslate()
        if self._person is not None:
            self.editor.setPlaceholderText(self.tr("{name} (a person)").format(name=self._person.label))
        else:
            self.editor.setPlaceholderText(self.tr("Choose an account or a person..."))

    def _ask(self) -> None:
        super()._ask()
        query = Query("pick", subject="contact", text=self._wanted())
        self._bridge.ask(query, partial(self._people_answered, self._wanted()), owner=self, key="people")

    def _answered(self, asked: str, found: tuple[Ref, ...]) -> None:
        self._accounts = (asked, found)  # the people are asked for right after: both are shown together

    def _people_answered(self, asked: str, found: tuple[Ref, ...]) -> None:
        if self._accounts[0] != asked:
            return
        self._people = tuple(found) if asked else ()
        super()._answered(asked, self._accounts[1])

    def _texts(self, asked: str) -> list[str]:
        texts = [ref.label for ref in self._found]
        texts += [self.tr("{name} (a person)").format(name=ref.label) for ref in self._people]
        if self._offers_new:
            texts.append(self.tr("Create the account “{name}”").format(name=asked))
            texts.append(self.tr("Create the person “{name}”").format(name=asked))
        return texts

    def _chosen(self, row: int) -> None:
        at = row - len(self._found)
        if at < 0:
            super()._chosen(row)
            return
        self._suggestions().close_popup()
        if at < len(self._people):
            self._take_person(self._people[at])
        elif self._offers_new:
            name = self.editor.text().strip()
            if at == len(self._people):
                self._create(name)
            else:
                self._create_person(name)

    def _create_person(self, name: str) -> None:
        self._bridge.perform(
            Action("create_contact", name=name),
            partial(self._person_created, name),
            lambda refused: self._refuse(str(refused)),
            owner=self,
        )

    def _person_created(self, name: str, done: Done) -> None:
        made = done.result.get("contact")
        if isinstance(made, int):
            self._take_person(Ref(made, name))

    def _take_person(self, person: Ref) -> None:
        self.set_value(None)
        self._edited()
        self.person_chosen.emit(person)
