"""BulkDialog: one change for many records: what is wanted, what would follow (N1), which cannot, and doing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QProgressBar, QWidget

from desktop.views.exchange import Action, Choice, Done, FieldsAnswer, FieldsQuestion, Query, Refused
from desktop.views.many import Foresight, Wanted
from ui.bridge import Bridge
from ui.course import Course
from ui.fields.choice import ChoiceField
from ui.fields.dates import DateField
from ui.fields.field import Field, Labelled
from ui.fields.reference import PickField
from ui.gate_dialog import GateDialog
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text

PART = 100
"""How many records are foretold at a time, so that nothing else has to wait."""
LOOK = 100
"""Milliseconds between two looks at how far a change has come."""
PATIENCE = 7
"""After how many looks the progress is shown."""


class BulkDialog(Dialog):
    """``finished_well`` follows a change that was carried out."""

    finished_well = Signal()

    def __init__(self, window: QWidget, bridge: Bridge, subject: str, ids: Sequence[int], change: str) -> None:
        super().__init__(window, "", name="bulkDialog", width=560)
        self._bridge = bridge
        self._subject = subject
        self._ids = tuple(ids)
        self._change = change
        self._seen: Foresight | None = None
        self._asked: Wanted | None = None
        self._running = False
        self._final_lost: frozenset[str] = frozenset()
        self._filled: tuple[FieldsAnswer, ...] = ()
        clock = bridge.workspace.clock
        look = theme()
        self.owner = ChoiceField(self.sheet, name="bulkOwnerEdit")
        self.stage = ChoiceField(self.sheet, name="bulkStageEdit")
        self.reason = ChoiceField(self.sheet, name="bulkReasonEdit")
        self.competitor = PickField(self.sheet, name="bulkCompetitorEdit")
        self.day = DateField(self.sheet, name="bulkDayEdit", now=clock)
        self.add = PickField(self.sheet, name="bulkAddTagEdit")
        self.remove = QListWidget(self.sheet)
        self.remove.setObjectName("bulkRemoveTags")
        self.remove.setFixedHeight(look.px(96))
        self._rows: dict[Field, Labelled] = {}
        asked: tuple[Field, ...] = (self.owner, self.stage, self.reason, self.competitor, self.day, self.add)
        for field in asked:
            self._rows[field] = Labelled(field, self.sheet)
            self.body.addWidget(self._rows[field])
        self._remove_label = Text("", self.sheet, role="fieldLabel")
        self.body.addWidget(self._remove_label)
        self.body.addWidget(self.remove)
        self.able_label = Text("", self.sheet, role="strong", wrap=True, name="bulkAble")
        self.follows_label = Text("", self.sheet, wrap=True, name="bulkFollows")
        self.blocked_edit = QPlainTextEdit(self.sheet)
        self.blocked_edit.setObjectName("bulkBlocked")
        self.blocked_edit.setReadOnly(True)
        self.blocked_edit.setTabChangesFocus(True)
        self.blocked_edit.setFixedHeight(look.px(110))
        self.fill_button = Button("", self.sheet, kind="link", name="bulkFillButton")
        self.fill_button.clicked.connect(self._fill_in)
        self.message = Text("", self.sheet, tone="bad", wrap=True, name="bulkRefusal")
        self.progress = QProgressBar(self.sheet)
        self.progress.setObjectName("bulkProgress")
        parts: tuple[QWidget, ...] = (self.blocked_edit, self.fill_button, self.message, self.progress)
        for widget in (self.able_label, self.follows_label, *parts):
            self.body.addWidget(widget)
        for widget in parts:
            widget.hide()
        self.cancel_button = self.add_button("", run=self._cancel, name="bulkCancelButton")
        self.ok_button = self.add_button("", kind="primary", run=self._perform, name="bulkConfirmButton")
        self._course = Course()
        self._looks = 0
        self._look = QTimer(self)
        self._look.setInterval(LOOK)
        self._look.timeout.connect(self._look_at_course)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(150)
        self._pause.timeout.connect(self._foresee)
        for field in asked:
            field.changed.connect(self._wish_changed)
        self.remove.itemChanged.connect(lambda _item: self._wish_changed())
        for signal in (bridge.trouble, bridge.fault, bridge.asked):
            signal.connect(self._free)
        self._say()
        self._show_parts()

    def open(self) -> None:
        """Ask for what can be chosen and show it."""
        if self._change == "stage":
            lookup = "lead_stage" if self._subject == "lead" else "opportunity_stage"
            self._bridge.ask(Query("choices", lookup=lookup), self.stage.set_choices, owner=self)
            if self._subject == "opportunity":
                self._bridge.ask(Query("stages"), self._stages_known, owner=self)
                self._bridge.ask(Query("choices", lookup="closing_reason"), self.reason.set_choices, owner=self)
                self._bridge.ask(Query("choices", lookup="competitor"), self._competitors_known, owner=self)
        elif self._change == "owner":
            self._bridge.ask(Query("shell"), self._people_known, owner=self)
        elif self._change == "tags":
            self._bridge.ask(Query("tags"), self._tags_known, owner=self)
        self.show_over(focus=self._first())
        self._wish_changed()

    def wanted(self) -> Wanted | None:
        """Return what is to be done, None while something is missing."""
        if self._change == "owner":
            owner: Choice | None = self.owner.value()
            return None if owner is None else Wanted("owner", person=owner.id)
        if self._change == "stage":
            stage: Choice | None = self.stage.value()
            if stage is None:
                return None
            reason: Choice | None = self.reason.value()
            lost = stage.code in self._final_lost
            return Wanted(
                "stage",
                stage=stage.code,
                reason=reason.id if lost and reason is not None else None,
                competitor=self.competitor.value() if lost else "",
                filled=self._filled,
            )
        if self._change == "due":
            return None if self.day.value() is None else Wanted("due", day=self.day.value())
        if self._change == "tags":
            add = tuple(name.strip() for name in self.add.value().split(",") if name.strip())
            gone = [self.remove.item(row) for row in range(self.remove.count())]
            remove = tuple(item.text() for item in gone if item.checkState() == Qt.CheckState.Checked)
            return Wanted("tags", add=add, remove=remove) if add or remove else None
        return Wanted("delete")

    def is_ready(self) -> bool:
        """Whether everything asked for has been foretold."""
        return self._asked is None and not self._pause.isActive()

    # what can be chosen

    def _first(self) -> QWidget:
        return {
            "owner": self.owner.editor,
            "stage": self.stage.editor,
            "due": self.day.editor,
            "tags": self.add.editor,
        }.get(self._change, self.cancel_button)

    def _people_known(self, shell: Any) -> None:
        people = [person for person in shell.people if person.active]
        self.owner.set_choices(tuple(Choice(person.id, str(person.id), person.name) for person in people))

    def _stages_known(self, stages: Any) -> None:
        self._final_lost = frozenset(stage.code for stage in stages if stage.final and not stage.successful)
        self._show_parts()

    def _competitors_known(self, choices: tuple[Choice, ...]) -> None:
        self.competitor.set_known(tuple(choice.label for choice in choices))

    def _tags_known(self, tags: tuple[str, ...]) -> None:
        self.add.set_known(tags)
        self.remove.blockSignals(True)
        for name in tags:
            item = QListWidgetItem(name, self.remove)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.remove.blockSignals(False)
        self._show_parts()

    def _show_parts(self) -> None:
        stage: Choice | None = self.stage.value()
        lost = stage is not None and stage.code in self._final_lost
        shown = {
            self.owner: self._change == "owner",
            self.stage: self._change == "stage",
            self.reason: self._change == "stage" and lost,
            self.competitor: self._change == "stage" and lost,
            self.day: self._change == "due",
            self.add: self._change == "tags",
        }
        for field, visible in shown.items():
            self._rows[field].setVisible(visible)
        some = self._change == "tags" and self.remove.count() > 0
        self.remove.setVisible(some)
        self._remove_label.setVisible(some)

    # foretelling

    def _wish_changed(self) -> None:
        self._show_parts()
        self.message.hide()
        self._seen = None
        self._asked = None
        self._pause.start()
        self._show_seen()

    def _foresee(self) -> None:
        wanted = self.wanted()
        self._asked = wanted
        if wanted is not None:
            self._ask_part(wanted, 0, None)

    def _ask_part(self, wanted: Wanted, start: int, so_far: Foresight | None) -> None:
        query = Query(
            "foresee_many",
            subject=self._subject,
            ids=self._ids[start : start + PART],
            wanted=wanted,
            so_far=so_far,
        )

        def arrived(seen: Foresight) -> None:
            if wanted is not self._asked:
                return
            if start + PART < len(self._ids):
                self._ask_part(wanted, start + PART, seen)
                return
            self._asked, self._seen = None, seen
            self._show_seen()

        self._bridge.ask(query, arrived, self._not_foreseen, owner=self, key="foresee")

    def _not_foreseen(self, error: Exception) -> None:
        self._asked = None
        self._refuse(str(error))

    def _show_seen(self) -> None:
        seen = self._seen
        able = 0 if seen is None else len(seen.changeable)
        self.ok_button.setEnabled(able > 0 and not self._running)
        self.able_label.setVisible(seen is not None)
        self.follows_label.setVisible(seen is not None and bool(seen.sentences))
        self.blocked_edit.setVisible(seen is not None and bool(seen.blocked))
        self.fill_button.setVisible(self._question() is not None and not self._running)
        if seen is not None:
            self.able_label.setText(self._able_words(able, len(seen.blocked)))
            self.follows_label.setText(" ".join(seen.sentences))
            told = [row.reason if row.name in row.reason else f"{row.name}: {row.reason}" for row in seen.blocked]
            self.blocked_edit.setPlainText("\n".join(told))
        self._say_button(able)
        self.fit()

    def _question(self) -> FieldsQuestion | None:
        """What the gate asks of the first record that cannot leave its stage without it (N5)."""
        blocked = () if self._seen is None else self._seen.blocked
        return next((row.question for row in blocked if row.question is not None), None)

    def _fill_in(self) -> None:
        question = self._question()
        if question is not None:
            GateDialog(self.window(), self._bridge, question, self._filled_in).show_over()

    def _filled_in(self, answer: FieldsAnswer) -> None:
        self._filled = (*self._filled, answer)
        self._wish_changed()

    def _able_words(self, able: int, blocked: int) -> str:
        deleting = self._change == "delete"
        if not blocked and deleting:
            return self.tr("All %Ln record(s) can be deleted.", "", able)
        if not blocked:
            return self.tr("All %Ln record(s) can be changed.", "", able)
        words = self.tr("{able} of {total} can be changed.")
        if deleting:
            words = self.tr("{able} of {total} can be deleted.")
        cannot = self.tr("%Ln cannot:", "", blocked)
        return f"{words.format(able=able, total=able + blocked)} {cannot}"

    # doing it

    def _perform(self) -> None:
        wanted, seen = self.wanted(), self._seen
        if wanted is None or seen is None or not seen.changeable or self._running:
            return
        stage: Choice | None = self.stage.value()
        if wanted.change == "stage" and stage is not None and stage.code in self._final_lost and wanted.reason is None:
            self.reason.set_message(self.tr("Choose the reason"))
            self.reason.setFocus()
            return
        self._running = True
        self.message.hide()
        self.progress.setRange(0, len(seen.changeable))
        self.progress.setValue(0)
        self._looks = 0
        self._look.start()
        self._show_seen()
        action = Action(
            "change_many",
            subject=self._subject,
            ids=seen.changeable,
            wanted=wanted,
            progress=self._course.tell,
            cancelled=self._course.is_stopped,
        )
        self._bridge.perform(action, self._done, self._refused, owner=self)

    def _look_at_course(self) -> None:
        self._looks += 1
        self.progress.setValue(self._course.done)
        self.progress.setVisible(self._looks >= PATIENCE)

    def _done(self, _done: Done) -> None:
        self._look.stop()
        self._running = False
        self.finished_well.emit()
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self._free()
        if refused.code == "bulk-cancelled":
            self.reject()
            return
        self._refuse(str(refused))

    def _refuse(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.show()
        self.ok_button.setEnabled(False)
        self.fit()

    def _free(self, *_what: object) -> None:
        self._look.stop()
        self.progress.hide()
        self._running = False
        self._show_seen()

    def _cancel(self) -> None:
        if self._running:
            self._course.stop()
            self.cancel_button.setEnabled(False)
        else:
            self.reject()

    def reject(self) -> None:
        """Close; a change under way is cancelled first."""
        if self._running:
            self._cancel()
        else:
            super().reject()

    # words

    def _say(self) -> None:
        count = len(self._ids)
        titles = {
            "owner": self.tr("Change the owner of %Ln record(s)", "", count),
            "stage": self.tr("Change the stage of %Ln record(s)", "", count),
            "due": self.tr("Move %Ln activity(s) to another day", "", count),
            "tags": self.tr("Tags of %Ln record(s)", "", count),
            "delete": self.tr("Delete %Ln record(s)", "", count),
        }
        self.set_title(titles[self._change])
        words = {
            self.owner: self.tr("New owner"),
            self.stage: self.tr("New stage"),
            self.reason: self.tr("Reason of the loss"),
            self.competitor: self.tr("Competitor"),
            self.day: self.tr("Day"),
            self.add: self.tr("Add tags (with commas between them)"),
        }
        for field, label in words.items():
            self._rows[field].set_text(label)
        self._remove_label.setText(self.tr("Take off"))
        self.remove.setAccessibleName(self.tr("Take off"))
        self.blocked_edit.setAccessibleName(self.tr("Records that cannot be changed, with the reasons"))
        self.fill_button.setText(self.tr("Fill in what the next one needs..."))
        self.progress.setAccessibleName(self.tr("Progress"))
        self.cancel_button.setText(self.tr("Cancel"))
        self._say_button(0)

    def _say_button(self, able: int) -> None:
        if self._change == "delete":
            self.ok_button.setText(self.tr("Delete %Ln", "", able) if able else self.tr("Delete"))
        else:
            self.ok_button.setText(self.tr("Change %Ln", "", able) if able else self.tr("Change"))
