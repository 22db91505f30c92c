"""RecordPage: what the pages of one record share: head, form, saving, drafts, refusals."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Availability, ChangedMeanwhile, Changes, Done, Place, Query, Ref, Refused
from ui.bridge import Bridge
from ui.commands import Command
from ui.fields.field import Field, Labelled
from ui.fields.reference import ReferenceField
from ui.form import DraftBar, Form
from ui.history import HistoryView
from ui.page import Page
from ui.parties.suspects import SuspectBar
from ui.record_deeds import RecordDeeds
from ui.records.record_tabs import RecordTabs
from ui.tab_dialog import TabDialog
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.hint import HintBar
from ui.widgets.labels import ElidedLabel, Pill
from ui.widgets.styling import restyle


class RecordPage(Page):
    """Subclasses name their subject, build their cards into :attr:`column` and say their words in ``retranslate``."""

    subject = ""
    has_history = False
    """Whether the history of the record can be shown (query ``history``)."""
    has_owner = False
    """Whether the record can be handed over to another owner here (action ``hand_over``)."""
    touched_by: tuple[str, ...] = ()
    """Tables any row of which may change what is shown, beside the record itself."""
    suspect_fields: tuple[str, ...] = ()
    """Fields by which a record that is the same is found; none: nobody looks for it."""

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName(f"{self.subject}Page")
        self.view: Any = None
        self.form = Form(bridge, self)
        self.deeds = RecordDeeds(self, self.subject, self.record_title, self._can_edit)
        self.record_tabs: RecordTabs | None = None
        """The tabs that stand on the record, where the page has some."""
        self._rows: dict[str, Labelled] = {}
        self._saving = False
        self._asked = 0
        self._answered = 0
        look = theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea(self)
        restyle(self._area, role="clear")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        restyle(sheet, role="clear")
        self.column = QVBoxLayout(sheet)
        """Where the page's parts go, below the head."""
        self.column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        self.column.setSpacing(look.px(12))
        self.column.addLayout(self._head())
        self.draft_bar = DraftBar(self.form, self)
        self.draft_bar.restored.connect(self._draft_restored)
        self.conflict_bar = HintBar(self, tone="warning", name="conflictBar")
        self.conflict_bar.action_pressed.connect(self._take_newer)
        self.conflict_bar.hide()
        self.read_only_bar = HintBar(self, tone="accent", closable=False, name="readOnlyBar")
        self.read_only_bar.hide()
        self.hint_bar = HintBar(self, tone="accent", name="recordHint")
        self.hint_bar.hide()
        self.column.addWidget(self.read_only_bar)
        self.column.addWidget(self.hint_bar)
        self.column.addWidget(self.draft_bar)
        self.column.addWidget(self.conflict_bar)
        self.suspects = SuspectBar(bridge, self.subject, self) if self.suspect_fields else None
        if self.suspects is not None:
            self.suspects.go.connect(self.go)
            self.suspects.merge_wanted.connect(self._merge_with)
            self.column.addWidget(self.suspects)
        self._area.setWidget(sheet)
        outer.addWidget(self._area)
        self.form.edited.connect(self._edited)
        # Trouble, and a question that may be left unanswered, come without a word to whoever has asked.
        for signal in (bridge.trouble, bridge.fault, bridge.asked):
            signal.connect(self.free)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        self.title_label = ElidedLabel("", self, role="pageTitle", name="titleLabel")
        self.pill = Pill("", self, name="numberPill")
        self.facts = ElidedLabel("", self, tone="muted", name="factsLabel")
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.tools = QHBoxLayout()
        """Buttons before Cancel and Save."""
        self.tools.setSpacing(theme().px(8))
        self.history_button = IconButton("clock", "", self, framed=True, name="historyButton")
        self.history_button.clicked.connect(self.show_history)
        self.history_button.setVisible(self.has_history)
        self.cancel_button = Button("", self, name="cancelButton")
        self.save_button = Button("", self, kind="primary", name="saveButton")
        self.cancel_button.clicked.connect(self.discard)
        self.save_button.clicked.connect(self._save_all)
        row.addWidget(self.title_label)
        row.addWidget(self.pill)
        row.addWidget(self.facts, 1)
        row.addLayout(self.tools)
        row.addWidget(self.history_button)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        return row

    # for subclasses

    def add_field(self, name: str, field: Field, *, required: bool = False) -> Labelled:
        """Bind a field to the record's field of that name and return it with its label."""
        self.form.add(name, field)
        if isinstance(field, ReferenceField):
            field.opened.connect(self.go)
        self._rows[name] = Labelled(field, self, required=required)
        return self._rows[name]

    def set_field_words(self, words: dict[str, str]) -> None:
        """Name the fields."""
        for name, text in words.items():
            self._rows[name].set_text(text)

    def record_title(self) -> str:
        """Return what the record is called."""
        raise NotImplementedError

    def show_view(self) -> None:
        """Show :attr:`view` beyond the fields of the form."""

    def more_commands(self) -> list[Command]:
        """Return the page's own commands."""
        return []

    def show_history(self) -> None:
        """Show every change of the record above the page."""
        if self.view is None or self.place.id is None:
            return
        if self.record_tabs is not None:
            self.record_tabs.show_tab("history").setFocus()
            return
        view = HistoryView(self.bridge, subject=self.subject)
        title = self.tr("History of {record}").format(record=self.record_title())
        dialog = TabDialog(self.window(), self.bridge, title, view, self.place.id)
        view.go.connect(self.go)
        dialog.show_over(focus=view.table)

    def ask_more(self) -> None:
        """Ask for what the page needs beside the record (lookups)."""

    # the page

    def title(self) -> str:
        """Return what the record is called."""
        return self.record_title() if self.view is not None else ""

    def commands(self) -> list[Command]:
        """Save, give up the changes, and what the page adds."""
        return [
            Command(f"{self.subject}.save", self.tr("Save"), self._save_all, "Ctrl+S", "save", self._can_save),
            Command(f"{self.subject}.discard", self.tr("Discard changes"), self.discard, "", "undo-2", self._can_save),
            *self._history_commands(),
            *self._hand_over_commands(),
            *self._merge_commands(),
            *self.more_commands(),
            *self.deeds.commands(),
        ]

    def _hand_over_commands(self) -> list[Command]:
        if not self.has_owner:
            return []
        title = self.tr("Hand over...")
        return [Command(f"{self.subject}.hand_over", title, self.hand_over, icon="users", available=self._can_edit)]

    def hand_over(self) -> None:
        """Ask who owns the record from now on; edits are saved before."""
        if self.view is not None:
            from ui.hand_over import RecordHandOver  # not above: few need it

            number, title = self.view.id, self.record_title()
            self.save(lambda: RecordHandOver(self.window(), self.bridge, self.subject, number, title).show_over())

    def _history_commands(self) -> list[Command]:
        if not self.has_history:
            return []
        return [Command(f"{self.subject}.history", self.tr("History"), self.show_history, icon="clock")]

    def _merge_commands(self) -> list[Command]:
        if not self.suspect_fields:
            return []
        title = self.tr("Merge with another record...")
        return [Command(f"{self.subject}.merge", title, self.merge, icon="users", available=self._can_edit)]

    def _can_edit(self) -> Availability:
        return self.view.edit if self.view is not None else Availability(enabled=False)

    def merge(self) -> None:
        """Ask with which record this one is to be merged; edits here are saved before."""
        if self.view is not None:
            from ui.parties.merge_picker import MergePicker  # not above: most pages are never merged

            record = self.view.id
            self.save(lambda: MergePicker(self.window(), self.bridge, self.subject, record, self._merged).open())

    def _merge_with(self, other: int) -> None:
        if self.view is not None:
            from ui.parties.merge_dialog import MergeDialog

            both = (self.view.id, other)
            self.save(lambda: MergeDialog(self.window(), self.bridge, self.subject, both, self._merged).open())

    def _merged(self, kept: int) -> None:
        if kept != self.place.id:
            self.go.emit(Place(self.subject, kept))

    def open(self, place: Place) -> None:
        """Stand on another record: what is shown of the one before goes away at once."""
        if place != self.place:
            self.view = None
            for bar in (self.read_only_bar, self.hint_bar, self.conflict_bar, self.draft_bar):
                bar.hide()
            self._area.verticalScrollBar().setValue(0)
        if self.record_tabs is not None:
            self.record_tabs.show_record(place.id)
        super().open(place)

    def load(self) -> None:
        """Ask for the record."""
        self.ask_more()
        self._asked += 1
        query = Query(f"{self.subject}_page", id=self.place.id)
        self.bridge.ask(query, self._arrived, owner=self, key="record")

    def refresh(self, changes: Changes) -> None:
        """Ask again if the record, or what is shown with it, has changed."""
        if changes.touches(self.subject, self.place.id) or any(changes.touches(t) for t in self.touched_by):
            self.load()
        if self.record_tabs is not None:
            self.record_tabs.refresh(changes)
        if self.suspects is not None and (changes.touches(self.subject) or changes.touches("distinct_pair")):
            self.suspects.again()

    def is_loaded(self) -> bool:
        """Whether what was asked for last is shown."""
        return self.view is not None and self.view.id == self.place.id and self._answered == self._asked

    def has_unsaved(self) -> bool:
        """Whether a field holds something else than the record."""
        return self.view is not None and bool(self.form.dirty())

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the edits in one action; a refusal stands at the field at fault."""
        wrong = self.form.invalid()
        if wrong:
            self.form.field(wrong[0]).setFocus()
            return
        changes = self.form.changes()
        if self.view is None or not changes:
            if then is not None:
                then()
            return
        if self._saving:
            return
        self._saving = True
        self.save_button.setEnabled(False)
        action = Action(f"save_{self.subject}", id=self.view.id, version=self.view.version, fields=changes)
        self.bridge.perform(action, partial(self._saved, changes, then), self._refused, owner=self)

    def _save_all(self) -> None:
        self.save()

    def discard(self) -> None:
        """Give up the edits and their draft."""
        self.form.revert()
        self.conflict_bar.hide()
        self.draft_bar.hide()
        self._edited()

    def show_hint(self, hint: str) -> None:
        """Show the hint of the step that opened this page (R17)."""
        self.hint_bar.set_texts("", hint)
        self.hint_bar.show()

    def focus_first(self) -> None:
        """Begin in the first field; on a page that can only be looked at, where the arrow keys move it."""
        names = self.form.names()
        if self.view is not None and not self.view.edit.enabled:
            self._area.setFocus()
        elif names:
            self.form.field(names[0]).setFocus()

    def retranslate(self) -> None:
        """Say the common words."""
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Discard changes"))
        self.save_button.setText(self.tr("Save"))
        self.save_button.setToolTip(self.tr("Save") + " (Ctrl+S)")
        self.history_button.set_label(self.tr("History"))
        self.draft_bar.retranslate()
        if self.suspects is not None:
            self.suspects.retranslate()
        if self.view is not None:
            self._show()

    def free(self, *_what: object) -> None:
        """What was under way has ended without an answer to this page: everything can be pressed again."""
        self._saving = False
        self._edited()

    # answers

    def _arrived(self, view: Any) -> None:
        first = self.view is None or self.view.id != view.id
        self._answered = self._asked
        self.view = view
        self.form.fill(self.place, view.fields)
        self.form.set_read_only(not view.edit.enabled)
        self.read_only_bar.set_texts("", view.edit.line)
        self.read_only_bar.setVisible(bool(view.edit.line))
        if self.record_tabs is not None:
            self.record_tabs.set_edit(view.edit)
        if first:
            self.draft_bar.offer(view.draft, view.draft_at)
        self._show()
        self.title_changed.emit()
        self.commands_changed.emit()
        focus = QApplication.focusWidget()
        if first and (focus is None or self.isAncestorOf(focus)):
            self.focus_first()

    def _show(self) -> None:
        self.title_label.setText(self.record_title())
        self.show_view()
        self.pill.setVisible(bool(self.pill.text()))
        self._edited()

    def _edited(self) -> None:
        dirty = self.has_unsaved()
        editable = self.view is not None and self.view.edit.enabled
        self.save_button.setEnabled(dirty and not self._saving)
        self.cancel_button.setEnabled(dirty)
        self._look_for_suspects()
        self.save_button.setVisible(editable or dirty)
        self.cancel_button.setVisible(editable or dirty)

    def _look_for_suspects(self) -> None:
        if self.suspects is None or self.view is None:
            return
        texts = {}
        for name in self.suspect_fields:
            value = self.form.field(name).value()
            texts[name] = value.label if isinstance(value, Ref) else str(value or "")
        self.suspects.look_for(self.suspect_texts(texts), self.view.id, editable=self.view.edit.enabled)

    def suspect_texts(self, texts: dict[str, str]) -> dict[str, str]:
        """Return the texts by which a record that is the same is found, from those of the fields."""
        return texts

    def _can_save(self) -> Availability:
        return Availability(self.has_unsaved(), "" if self.has_unsaved() else self.tr("There is nothing to save"))

    def _saved(self, changes: dict[str, object], then: Callable[[], object] | None, _done: Done) -> None:
        self._saving = False
        self.conflict_bar.hide()
        self.form.saved(changes)
        if then is not None:
            then()
        else:
            self.load()

    def _refused(self, refused: Refused) -> None:
        self._saving = False
        self._edited()
        if isinstance(refused, ChangedMeanwhile):
            self.conflict_bar.set_texts(str(refused), "", self.tr("Keep my changes on top"))
            self.conflict_bar.show()
        elif not self.form.refuse(refused.field, str(refused)):
            self.bridge.refused.emit(str(refused))

    def _take_newer(self) -> None:
        """Read the newer version: fields that were not edited show it, the edits stay to be saved upon it."""
        self.conflict_bar.hide()
        self.load()

    def _draft_restored(self, first: Field | None) -> None:
        if first is not None:
            first.setFocus()


def field_grid(columns: int) -> QGridLayout:
    """Return a grid with equal columns for fields with their labels."""
    look = theme()
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(16))
    grid.setVerticalSpacing(look.px(12))
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid


def field_card(parent: QWidget, *rows: Labelled) -> Card:
    """Return a card with fields below each other."""
    card = Card("", parent)
    for row in rows:
        card.body.addWidget(row)
    return card
