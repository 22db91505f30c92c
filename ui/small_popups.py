"""What the action panel opens in place: rescheduling a task, a new task or call, a new note."""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.exchange import Action, Ref
from desktop.views.opportunities import MiniCard
from ui.bridge import Bridge
from ui.fields.dates import MomentField
from ui.fields.field import Field, Labelled
from ui.fields.reference import ReferenceField
from ui.fields.text import MemoField, TextField
from ui.nested_popup import NestedPopup
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Text


class SmallForm(NestedPopup):
    """A title, some fields and one button; Enter presses it, Esc closes. It performs nothing itself."""

    wanted = Signal(object)
    """The action that was asked for."""

    def __init__(self, window: QWidget, *, name: str, button_name: str) -> None:
        super().__init__(window, name=name)
        look = theme()
        head = QHBoxLayout()
        self.heading = Text("", self, role="strong", wrap=True)
        self._close = IconButton("x", "", self, size=14)
        self._close.clicked.connect(self.close_popup)
        head.addWidget(self.heading, 1)
        head.addWidget(self._close)
        self.body.addLayout(head)
        self._fields: list[Field] = []
        self._message = Text("", self, role="small", tone="bad", wrap=True)
        self._message.hide()
        self.button = Button("", self, kind="primary", name=button_name)
        self.button.clicked.connect(self.confirm)
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addWidget(self.button)
        width = look.px(360) + look.px(28)
        self.setMinimumWidth(width)
        self.setMaximumWidth(width)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.confirm)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def add(self, field: Field, *, required: bool = False) -> Labelled:
        """Add a field with its label."""
        row = Labelled(field, self, required=required)
        self.body.addWidget(row)
        self._fields.append(field)
        return row

    def finish(self) -> None:
        """Add message and button after the last field."""
        self.body.addWidget(self._message)
        self.body.addLayout(self._foot)

    def begin(self, anchor: QWidget, focus: QWidget, *, right: bool = False) -> None:
        """Show with empty messages."""
        self._message.hide()
        for field in self._fields:
            field.set_message("")
        self.retranslate()
        self.open_at(anchor, align="right" if right else "left", focus=focus)

    def refuse(self, sentence: str) -> None:
        """Say why it was refused."""
        self._message.setText(sentence)
        self._message.show()
        self.place()

    def confirm(self) -> None:
        """Ask for the action if every field can be understood."""
        if not self.isVisible():
            return
        for field in self._fields:
            if not field.is_valid():
                field.setFocus()
                return
        action = self.action()
        if action is not None:
            self.close_popup()
            self.wanted.emit(action)

    def action(self) -> Action | None:
        """The action to be performed; None after saying what is missing."""
        raise NotImplementedError

    def need(self, field: Field, sentence: str) -> None:
        """Say at a field what is missing."""
        field.set_message(sentence)
        field.setFocus()
        self.place()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._close.set_label(self.tr("Close"), shortcut="Esc")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line asks for the action."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.confirm()
        else:
            super().keyPressEvent(event)


class ReschedulePopup(SmallForm):
    """Another start and due time for a task; the due time follows the start until it is changed itself."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window, name="reschedulePopup", button_name="rescheduleConfirmButton")
        clock = bridge.workspace.clock
        self.start = MomentField(self, name="startEdit", now=clock)
        self.due = MomentField(self, name="dueEdit", now=clock)
        self._card: MiniCard | None = None
        self._span = timedelta()
        self._start_row = self.add(self.start, required=True)
        self._due_row = self.add(self.due, required=True)
        self.finish()
        self.start.changed.connect(self._follow_start)

    def open_for(self, card: MiniCard, anchor: QWidget) -> None:
        """Show the times of a task."""
        self._card = card
        self._span = card.due_at - card.start_at
        self.start.set_value(card.start_at)
        self.due.set_value(card.due_at)
        self.begin(anchor, self.start.editor)
        self.start.editor.selectAll()

    def _follow_start(self) -> None:
        start: datetime | None = self.start.value()
        if start is not None and self.start.is_valid():
            self.due.set_value(start + self._span)

    def action(self) -> Action | None:
        """Reschedule the task; a due time before the start is refused here."""
        start, due, card = self.start.value(), self.due.value(), self._card
        if card is None:
            return None
        if start is None:
            self.need(self.start, self.tr("Say when it starts"))
            return None
        if due is None or due < start:
            self.need(self.due, self.tr("Say when it is due, not before the start"))
            return None
        return Action("reschedule_task", activity=card.activity_id, start_at=start, due_at=due)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        super().retranslate()
        self.heading.setText(self.tr("Reschedule"))
        self.setAccessibleName(self.tr("Reschedule"))
        self._start_row.set_text(self.tr("Start"))
        self._due_row.set_text(self.tr("Due"))
        self.button.setText(self.tr("Reschedule"))


class NewActivityPopup(SmallForm):
    """A new task or call: what, when, whose. Enter creates it."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window, name="newActivityPopup", button_name="createActivityButton")
        self._bridge = bridge
        self._kind = "task"
        self._subject: dict[str, object] = {}
        self.title = TextField(self, name="newActivityTitle", limit=300)
        self.when = MomentField(self, name="newActivityWhen", now=bridge.workspace.clock)
        self.owner = ReferenceField(bridge, "person", self, name="newActivityOwner", optional=False)
        self._title_row = self.add(self.title, required=True)
        self._when_row = self.add(self.when, required=True)
        self._owner_row = self.add(self.owner, required=True)
        self.finish()

    def open_for(self, kind: str, subject: dict[str, object], owner: Ref | None, anchor: QWidget) -> None:
        """Show for a task or a call on the record in ``subject`` (``{"opportunity": 3}``)."""
        self._kind, self._subject = kind, subject
        now = self._bridge.workspace.clock()
        self.title.set_value("")
        self.when.set_value((now + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0))
        self.owner.set_value(owner)
        self.begin(anchor, self.title.editor, right=True)

    def action(self) -> Action | None:
        """Create the activity."""
        if not self.title.value():
            self.need(self.title, self.tr("Say what is to be done"))
            return None
        when: datetime | None = self.when.value()
        if when is None:
            self.need(self.when, self.tr("Say when"))
            return None
        owner = self.owner.value()
        more: dict[str, object] = {**self._subject, **({"owner": owner.id} if owner is not None else {})}
        return Action("create_activity", kind=self._kind, title=self.title.value(), start_at=when, **more)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        super().retranslate()
        heading = self.tr("New call") if self._kind == "call" else self.tr("New task")
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        self._title_row.set_text(self.tr("What is to be done"))
        self._when_row.set_text(self.tr("When"))
        self._owner_row.set_text(self.tr("Owner"))
        self.button.setText(self.tr("Create"))


class NewNotePopup(SmallForm):
    """A new note; Ctrl+Enter adds it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, name="newNotePopup", button_name="createNoteButton")
        self._subject: dict[str, object] = {}
        self.text = MemoField(self, name="newNoteText", lines=4)
        self._text_row = self.add(self.text, required=True)
        self.finish()

    def open_for(self, subject: dict[str, object], anchor: QWidget) -> None:
        """Show for a note on the record in ``subject``."""
        self._subject = subject
        self.text.set_value("")
        self.begin(anchor, self.text.editor, right=True)

    def action(self) -> Action | None:
        """Add the note."""
        if not self.text.value():
            self.need(self.text, self.tr("Write something first"))
            return None
        return Action("add_note", text=self.text.value(), **self._subject)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        super().retranslate()
        self.heading.setText(self.tr("New note"))
        self.setAccessibleName(self.tr("New note"))
        self._text_row.set_text(self.tr("Text"))
        self.button.setText(self.tr("Add"))
        self.button.setToolTip("Ctrl+Enter")
