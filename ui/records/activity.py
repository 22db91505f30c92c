"""The page of one activity (activityPage): when, for whom, and how it ended (R3, R15)."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Place, Query, Refused
from ui.asked import Asked
from ui.bridge import Bridge
from ui.commands import Command
from ui.fields.amounts import MinutesField
from ui.fields.dates import MomentField
from ui.fields.reference import ReferenceField
from ui.fields.text import MemoField, TextField
from ui.formats import moment_text, step_text
from ui.opportunity.profile import Fact
from ui.records.kind_field import KindField
from ui.records.record_page import RecordPage, field_card, field_grid
from ui.records.result_card import ResultCard
from ui.theme import theme
from ui.why import WhyPopup
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.hint import HintBar
from ui.widgets.labels import Tone

_TONES: dict[str, Tone] = {
    "overdue": "bad",
    "today": "warning",
    "ahead": "accent",
    "done": "good",
    "cancelled": "muted",
}


class ActivityPage(RecordPage):
    """The task's fields and its results; a done or cancelled one can only be read."""

    help_page = "activities"
    subject = "activity"
    has_owner = True
    has_history = True
    touched_by = ("opportunity", "lead")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        look = theme()
        clock = bridge.workspace.clock
        self._why: WhyPopup | None = None
        self._under_way = False
        self.knowledge_button = Button("", self, icon="book-open", name="choosePresentationButton")
        self.knowledge_button.clicked.connect(self.choose_article)
        self.knowledge_button.hide()
        self.tools.addWidget(self.knowledge_button)
        self.why_button = Button("", self, icon="circle-help", name="whyButton")
        self.why_button.clicked.connect(self.ask_why)
        self.tools.addWidget(self.why_button)
        self.ended_bar = HintBar(self, tone="good", closable=False, name="endedBar")
        self.ended_bar.hide()
        self.column.addWidget(self.ended_bar)
        references = {
            "opportunity": ReferenceField(bridge, "opportunity", self, name="opportunityEdit"),
            "lead": ReferenceField(bridge, "lead", self, name="leadEdit"),
            "account": ReferenceField(bridge, "account", self, name="accountEdit"),
            "contact": ReferenceField(bridge, "contact", self, name="contactEdit"),
        }
        self._task = Card("", self)
        grid = field_grid(3)
        title = self.add_field("title", TextField(self, name="titleEdit", limit=300), required=True)
        grid.addWidget(title, 0, 0, 1, 3)
        grid.addWidget(self.add_field("kind", KindField(self, name="kindEdit")), 1, 0)
        grid.addWidget(self.add_field("start_at", MomentField(self, name="startEdit", now=clock), required=True), 1, 1)
        grid.addWidget(self.add_field("due_at", MomentField(self, name="dueEdit", now=clock), required=True), 1, 2)
        remind = MomentField(self, name="remindEdit", now=clock)
        grid.addWidget(self.add_field("remind_at", remind), 2, 1)
        self._task.body.addLayout(grid)
        self.card = ResultCard(bridge, self)
        self.card.form.fields.addWidget(self.add_field("comment", MemoField(self, name="commentEdit", lines=3)))
        self.card.form.fields.addWidget(self.add_field("spent_minutes", MinutesField(self, name="spentEdit")))
        self.card.completed.connect(self._complete)
        self.card.task_cancelled.connect(self._cancel_task)
        owner = ReferenceField(bridge, "person", self, name="ownerEdit", optional=False)
        self._links = field_card(
            self,
            self.add_field("owner", owner, required=True),
            *(self.add_field(name, field) for name, field in references.items()),
        )
        self._created = Fact(self)
        self._links.body.addWidget(self._created)
        self._links.body.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(look.px(12))
        right.addWidget(self._task)
        right.addWidget(self.card, 1)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        columns.addWidget(self._links, 3)
        columns.addLayout(right, 9)
        self.column.addLayout(columns, 1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.card.complete)

    def record_title(self) -> str:
        """Return the task's title."""
        return str(self.view.fields.title)

    def show_view(self) -> None:
        """Show due time or how it ended, the process that made it, and the results."""
        view = self.view
        words = {"done": self.tr("Done"), "cancelled": self.tr("Cancelled")}
        kept, now = view.fields, self.bridge.workspace.clock()
        due = step_text(kept.kind, kept.start_at, kept.due_at, view.due_state, now)
        self.pill.set_text(words.get(view.status, due))
        self.pill.set_tone(_TONES.get(view.due_state, "accent"))
        self.facts.setText(" · ".join(part for part in (view.process_label, view.stage_label) if part))
        created = moment_text(view.created_at)
        self._created.set_texts(self.tr("Created"), " · ".join(p for p in (created, view.created_by) if p))
        ended = view.status != "planned"
        self.ended_bar.setVisible(ended)
        if ended:
            by = " · ".join(part for part in (view.done_by, moment_text(view.done_at)) if part)
            lead = view.result_label if view.status == "done" and view.result_label else words.get(view.status, "")
            self.ended_bar.set_texts(lead, by)
        for name in ("opportunity", "lead", "account", "contact"):
            self._rows[name].setVisible(view.edit.enabled or getattr(view.fields, name) is not None)
        self.knowledge_button.setVisible(bool(view.knowledge))
        self.card.show_task(view)

    def more_commands(self) -> list[Command]:
        """Complete with any of the results, cancel, why, and where the task belongs to."""
        made = [Command("activity.why", self.tr("Why this task?"), self.ask_why, icon="circle-help")]
        view = self.view
        if view is None:
            return made
        if view.complete.enabled:
            made.append(
                Command("activity.complete", self.tr("Complete this task"), self._start_completing, icon="check")
            )
        if view.knowledge:
            title = self.tr("Choose a presentation for this task")
            made.append(Command("activity.knowledge", title, self.choose_article, icon="book-open"))
        for name, title in (
            ("opportunity", self.tr("Open the opportunity of this task")),
            ("lead", self.tr("Open the lead of this task")),
        ):
            ref = getattr(view.fields, name)
            if ref is not None:
                place = Place(name, ref.id)
                made.append(Command(f"activity.{name}", title, partial(self.go.emit, place), icon="arrow-right"))
        return made

    def focus_first(self) -> None:
        """Begin with the results, where a person would."""
        self.card.focus_first()

    def choose_article(self) -> None:
        """Choose from the knowledge base what the task is to prepare; a copy goes to the opportunity."""
        from ui.knowledge.chooser import ChooseArticle  # not above: few tasks choose an article

        view = self.view
        if view is None or not view.knowledge or view.fields.opportunity is None:
            return
        dialog = ChooseArticle(self.window(), self.bridge, view.fields.opportunity.id, view.knowledge)
        dialog.go.connect(self.go)
        dialog.show_over(focus=dialog.search)

    def why_asked(self, _point: QPoint | None) -> Asked | None:
        """Return the question why this task is there."""
        if self.view is None:
            return None
        return Asked(Query("why", activity=self.view.id), self.why_button, self.why_button.rect())

    def ask_why(self) -> None:
        """Say why this task is there (N2)."""
        if self.view is None:
            return
        if self._why is None:
            self._why = WhyPopup(self.window(), self.bridge, go=self.go)
        self._why.ask(Query("why", activity=self.view.id), self.why_button)

    # completing

    def _start_completing(self) -> None:
        if self.card.chosen() is None:
            self.card.focus_first()
        else:
            self.card.complete()

    def _complete(self, result: str, when: datetime | None) -> None:
        """Complete as the mini-card does (R3); edits of other fields than comment and time are saved before."""
        if self.view is None or self._under_way:
            return
        wrong = self.form.invalid()
        if wrong:
            self.form.field(wrong[0]).setFocus()
            return
        action = Action(
            "complete_task",
            activity=self.view.id,
            result=result,
            when=when,
            comment=self.form.field("comment").value(),
            spent_minutes=self.form.field("spent_minutes").value(),
        )
        if set(self.form.dirty()) - {"comment", "spent_minutes"}:
            self.save(lambda: self._perform(action))
        else:
            self._perform(action)

    def _cancel_task(self) -> None:
        if self.view is not None and not self._under_way:
            comment = self.form.field("comment").value()
            self._perform(Action("cancel_task", activity=self.view.id, comment=comment))

    def _perform(self, action: Action) -> None:
        self._under_way = True
        self.bridge.perform(action, lambda _done: self._ended(), self._not_completed, owner=self)

    def free(self, *_what: object) -> None:
        """Let the task be completed again, e.g. after the question about the closing (R13) was left unanswered."""
        self._under_way = False
        super().free()

    def _ended(self) -> None:
        self._under_way = False
        changes = {name: value for name, value in self.form.changes().items() if name in {"comment", "spent_minutes"}}
        self.form.saved(changes)
        self.load()

    def _not_completed(self, refused: Refused) -> None:
        self._under_way = False
        if not self.card.refuse(refused.field, str(refused)) and not self.form.refuse(refused.field, str(refused)):
            self.bridge.refused.emit(str(refused))

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.why_button.setText(self.tr("Why?"))
        self.knowledge_button.setText(self.tr("Choose a presentation..."))
        self._task.set_title(self.tr("Task"))
        self._links.set_title(self.tr("Belongs to"))
        self.card.retranslate()
        self.set_field_words(
            {
                "title": self.tr("Title"),
                "kind": self.tr("Kind"),
                "start_at": self.tr("Start"),
                "due_at": self.tr("Due"),
                "remind_at": self.tr("Reminder"),
                "comment": self.tr("Comment"),
                "spent_minutes": self.tr("Time spent"),
                "owner": self.tr("Owner"),
                "opportunity": self.tr("Opportunity"),
                "lead": self.tr("Lead"),
                "account": self.tr("Account"),
                "contact": self.tr("Contact"),
            }
        )
        super().retranslate()
