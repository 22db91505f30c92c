"""Create a record by its name: the rest is filled in on its page."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.exchange import Action, Done, Place, Refused
from ui.bridge import Bridge
from ui.parties.suspects import SuspectBar
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

Subject = Literal["opportunity", "lead", "activity", "account", "contact", "product", "order", "article"]


class CreateDialog(Dialog):
    """Asks for the name of a new record, creates it, and tells the place of its page."""

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        subject: Subject,
        *,
        on_created: Callable[[Place], object],
        text: str = "",
    ) -> None:
        """``text`` stands in the field already."""
        super().__init__(window, "", name="createDialog", width=440)
        self._bridge = bridge
        self._subject: Subject = subject
        self._on_created = on_created
        self.set_title(self._title())
        names = {"account": self.tr("Name"), "contact": self.tr("Full name"), "product": self.tr("Name")}
        label = Text(names.get(subject, self.tr("Title")), self.sheet)
        restyle(label, role="fieldLabel")
        self.name_edit = QLineEdit(text, self.sheet)
        self.name_edit.setObjectName("createNameEdit")
        self.name_edit.setAccessibleName(label.text())
        label.setBuddy(self.name_edit)
        self._wrong = Text("", self.sheet, tone="bad", wrap=True, name="createRefusal")
        self._wrong.hide()
        self.body.addWidget(label)
        self.body.addWidget(self.name_edit)
        self.body.addWidget(self._wrong)
        self.suspects: SuspectBar | None = None
        if subject in {"account", "contact", "lead"}:
            self.suspects = SuspectBar(bridge, subject, self.sheet)
            self.suspects.retranslate()
            self.suspects.go.connect(self._open_known)
            self.suspects.shown.connect(self.fit)
            self.body.addWidget(self.suspects)
        self.add_button(self.tr("Cancel"), name="createCancelButton")
        self.create_button = self.add_button(
            self.tr("Create"), kind="primary", run=self._create, name="createConfirmButton"
        )
        self.name_edit.textChanged.connect(self._renew)
        self._renew(text)

    def open(self) -> None:
        """Show it with the cursor in the field."""
        self.show_over(focus=self.name_edit)

    def _title(self) -> str:
        return {
            "opportunity": self.tr("New opportunity"),
            "lead": self.tr("New lead"),
            "activity": self.tr("New task"),
            "account": self.tr("New account"),
            "contact": self.tr("New contact"),
            "product": self.tr("New product"),
            "order": self.tr("New order"),
            "article": self.tr("New article"),
        }[self._subject]

    def _renew(self, text: str) -> None:
        self.create_button.setEnabled(bool(text.strip()))
        restyle(self.name_edit, wrong=False)
        self._wrong.hide()
        if self.suspects is not None:
            # A new lead has its title alone, which often begins with who needs something.
            names = ("title", "account_name", "contact_name") if self._subject == "lead" else ("name",)
            self.suspects.look_for(dict.fromkeys(names, text.strip()))

    def _open_known(self, place: Place) -> None:
        tell = self._on_created
        self.reject()
        tell(place)

    def _create(self) -> None:
        text = self.name_edit.text().strip()
        if not text:
            return
        self.create_button.setEnabled(False)
        if self._subject == "activity":
            action = Action("create_activity", kind="task", title=text)
        elif self._subject in {"account", "contact", "product"}:
            action = Action(f"create_{self._subject}", name=text)
        else:
            action = Action(f"create_{self._subject}", title=text)
        self._bridge.perform(action, self._created, self._refused, owner=self)

    def _created(self, done: Done) -> None:
        made = done.result.get(self._subject)
        tell, place = self._on_created, Place(self._subject, made if isinstance(made, int) else None)
        self.accept()
        if done.opens is None and place.id is not None:
            tell(place)

    def _refused(self, refusal: Refused) -> None:
        self._renew(self.name_edit.text())
        restyle(self.name_edit, wrong=True)
        self._wrong.setText(str(refusal))
        self._wrong.show()
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()
