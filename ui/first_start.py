"""First start: name and company, or a look around with sample data."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Done, Place, Refused
from ui.bridge import Bridge
from ui.page import Page
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Line
from ui.widgets.labels import Text
from ui.widgets.styling import restyle


class FirstStartPage(Page):
    """The page of a workspace that has no person yet."""

    help_page = "first_sale"
    finished = Signal()
    """A person is there now."""

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("firstStartPage")
        look = theme()
        outer = QVBoxLayout(self)
        self._card = Card("", self, padding=28)
        self._card.setFixedWidth(look.px(460))
        self._mark = Text("Dealwright", self._card, role="pageTitle")
        self._lead = Text("", self._card, tone="muted", wrap=True)
        self.name_edit = QLineEdit(self._card)
        self.name_edit.setObjectName("nameEdit")
        self.company_edit = QLineEdit(self._card)
        self.company_edit.setObjectName("companyEdit")
        self._name_label, self._company_label = Text("", self._card), Text("", self._card)
        form = QVBoxLayout()
        form.setSpacing(look.px(4))
        for label, field in ((self._name_label, self.name_edit), (self._company_label, self.company_edit)):
            restyle(label, role="fieldLabel")
            label.setBuddy(field)
            form.addWidget(label)
            form.addWidget(field)
            form.addSpacing(look.px(6))
        self.start_button = Button("", self._card, kind="primary", name="startButton")
        self._or = Text("", self._card, tone="muted")
        self.sample_button = Button("", self._card, name="sampleButton")
        self._sample_note = Text("", self._card, tone="muted", wrap=True)
        self._wrong = Text("", self._card, tone="bad", wrap=True, name="firstStartRefusal")
        self._wrong.hide()
        body = self._card.body
        body.addWidget(self._mark)
        body.addWidget(self._lead)
        body.addSpacing(look.px(6))
        body.addLayout(form)
        body.addWidget(self._wrong)
        body.addWidget(self.start_button)
        divider = QHBoxLayout()
        divider.addWidget(Line(self._card), 1)
        divider.addWidget(self._or)
        divider.addWidget(Line(self._card), 1)
        body.addSpacing(look.px(4))
        body.addLayout(divider)
        body.addSpacing(look.px(4))
        body.addWidget(self.sample_button)
        body.addWidget(self._sample_note)
        outer.addStretch(2)
        outer.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.name_edit.textChanged.connect(self._renew)
        self.name_edit.returnPressed.connect(self.company_edit.setFocus)
        self.company_edit.returnPressed.connect(self._start)
        self.start_button.clicked.connect(self._start)
        self.sample_button.clicked.connect(self._look_around)
        self._renew()

    def title(self) -> str:
        """Return "Welcome"."""
        return self.tr("Welcome")

    def retranslate(self) -> None:
        """Set all texts."""
        self._lead.setText(self.tr("The process leads, you sell. Who are you?"))
        self._name_label.setText(self.tr("Your name"))
        self._company_label.setText(self.tr("Your company"))
        self.name_edit.setAccessibleName(self.tr("Your name"))
        self.company_edit.setAccessibleName(self.tr("Your company"))
        self.start_button.setText(self.tr("Start"))
        self._or.setText(self.tr("or"))
        self.sample_button.setText(self.tr("Look around with sample data"))
        self._sample_note.setText(
            self.tr("Fills this workspace with people, customers and about 40 opportunities at all stages.")
        )

    def focus_first(self) -> None:
        """Begin with the name."""
        self.name_edit.setFocus()

    def _renew(self) -> None:
        self.start_button.setEnabled(bool(self.name_edit.text().strip()))
        self._wrong.hide()

    def _busy(self, *, busy: bool) -> None:
        self._card.setEnabled(not busy)

    def _start(self) -> None:
        name = self.name_edit.text().strip()
        if not name:
            self.name_edit.setFocus()
            return
        self._do(Action("first_start", name=name, company=self.company_edit.text().strip()))

    def _look_around(self) -> None:
        self._sample_note.setText(self.tr("One moment: the real process is being played for every sale..."))
        self._do(Action("load_sample_data"))

    def _do(self, action: Action) -> None:
        self._busy(busy=True)
        self.bridge.perform(action, self._done, self._refused, owner=self)

    def _done(self, _done: Done) -> None:
        self._busy(busy=False)
        self.finished.emit()

    def _refused(self, refusal: Refused) -> None:
        self._busy(busy=False)
        self.retranslate()
        self._wrong.setText(str(refusal))
        self._wrong.show()
