"""The head of the opportunity page: title, number, what it may bring; Actions, Cancel and Save."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.views.opportunities import OpportunityPage
from ui.formats import date_text, money_text
from ui.icons import set_icon
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, Pill


class Head(QWidget):
    """The title row. It performs nothing itself: each signal is one wish."""

    cancel_run_wanted = Signal()
    run_wanted = Signal()
    task_wanted = Signal()
    call_wanted = Signal()
    note_wanted = Signal()
    why_wanted = Signal()
    order_wanted = Signal()
    hand_over_wanted = Signal()
    tags_wanted = Signal()
    delete_wanted = Signal()
    lead_wanted = Signal()
    save_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        self.title = ElidedLabel("", self, role="pageTitle", name="titleLabel")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._number = Pill("", self)
        self._facts = ElidedLabel("", self, tone="muted")
        self._facts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._lead = Button("", self, kind="link", name="openLeadButton")
        self._lead.hide()
        self._actions = Button("", self, name="actionsButton")
        self._menu = QMenu(self._actions)
        self._menu.setObjectName("actionsMenu")
        self._menu.setToolTipsVisible(True)
        self._run = self._action("runCorporateSaleAction", "play", self.run_wanted)
        self._stop = self._action("cancelRunAction", "circle-x", self.cancel_run_wanted)
        self._menu.addSeparator()
        self._task = self._action("newTaskAction", "plus", self.task_wanted)
        self._call = self._action("newCallAction", "phone", self.call_wanted)
        self._note = self._action("newNoteAction", "sticky-note", self.note_wanted)
        self._menu.addSeparator()
        self._order = self._action("createOrderAction", "package", self.order_wanted)
        self._give = self._action("handOverAction", "users", self.hand_over_wanted)
        self._menu.addSeparator()
        self._tags = self._action("tagsAction", "tag", self.tags_wanted)
        self._delete = self._action("deleteAction", "trash-2", self.delete_wanted)
        self._menu.addSeparator()
        self._why = self._action("whyStageAction", "circle-help", self.why_wanted)
        self._actions.setMenu(self._menu)
        self.cancel_button = Button("", self, name="cancelButton")
        self.save_button = Button("", self, kind="primary", name="saveButton")
        self._lead.clicked.connect(self.lead_wanted)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        for part in (self.title, self._number, self._facts, self._lead):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._actions, self.cancel_button, self.save_button):
            row.addWidget(part)

    def show_view(self, view: OpportunityPage, title: str) -> None:
        """Show an opportunity under its title."""
        self.title.setText(title)
        self._number.set_text(view.number)
        closed = view.stage_bar.closed
        facts = [money_text(view.fields.amount)]
        if view.amount_in_default is not None:
            facts[0] = f"{facts[0]} ≈ {money_text(view.amount_in_default)}"
        if view.fields.expected_close is not None and not closed:
            facts.append(self.tr("closes {date}").format(date=date_text(view.fields.expected_close)))
        facts.append(self.tr("probability {percent} %").format(percent=view.probability))
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        self._lead.setVisible(view.lead is not None)
        if view.lead is not None:
            self._lead.setText(self.tr("Lead"))
            self._lead.setToolTip(view.lead.label)
            self._lead.setAccessibleName(self.tr("Open the lead: {lead}").format(lead=view.lead.label))
        self._run.setEnabled(view.run_process.enabled)
        self._run.setToolTip(view.run_process.why_not or self._run.text())
        self._run.setStatusTip(view.run_process.why_not)
        for action in (
            self._stop,
            self._task,
            self._call,
            self._note,
            self._order,
            self._give,
            self._tags,
            self._delete,
        ):
            action.setEnabled(view.edit.enabled)
            action.setToolTip(view.edit.why_not or action.text())
            action.setStatusTip(view.edit.why_not)
        for button in (self.cancel_button, self.save_button):
            button.setVisible(view.edit.enabled)
        self._share_width()

    def set_savable(self, savable: bool) -> None:
        """Say whether there is anything to save or to revert."""
        self.save_button.setEnabled(savable)
        self.cancel_button.setEnabled(savable)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._actions.setText(self.tr("Actions"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.save_button.setText(self.tr("Save"))
        self.save_button.setToolTip("Ctrl+S")
        self._run.setText(self.tr("Run the corporate sales process"))
        self._stop.setText(self.tr("Cancel the process..."))
        self._task.setText(self.tr("New task"))
        self._call.setText(self.tr("New call"))
        self._note.setText(self.tr("New note"))
        self._order.setText(self.tr("Create order"))
        self._give.setText(self.tr("Hand over..."))
        self._tags.setText(self.tr("Tags..."))
        self._delete.setText(self.tr("Delete..."))
        self._why.setText(self.tr("Why is it on this stage?"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Let the facts give way before the title does, and the title keep the greater part."""
        layout = self.layout()
        if layout is None:
            return
        others = [self._number, self._actions, self.cancel_button, self.save_button]
        others += [] if self._lead.isHidden() else [self._lead]
        taken = sum(part.sizeHint().width() + layout.spacing() for part in others) + layout.spacing() * 2
        room = max(0, self.width() - taken)
        wanted, facts = self.title.sizeHint().width(), self._facts.sizeHint().width()
        title = min(wanted, max(room - facts, round(room * 0.72)))
        self.title.setMaximumWidth(title)
        self._facts.setMaximumWidth(max(0, min(facts, room - title)))

    def _action(self, name: str, icon: str, wish: SignalInstance) -> QAction:
        action = QAction(self._menu)
        action.setObjectName(name)
        set_icon(action, icon)
        action.triggered.connect(lambda _checked=False: wish.emit())
        self._menu.addAction(action)
        return action
