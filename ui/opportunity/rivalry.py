"""The tab Tactics and competitors: every version of the tactic and what it changed, and who else wants the deal."""

from __future__ import annotations

import difflib
import html
import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.views.deal import CompetitorRow, Rivalry, TacticVersion
from desktop.views.exchange import Action, Availability, Query, Refused
from ui.bridge import Bridge
from ui.fields.amounts import QuietCombo
from ui.fields.field import Labelled
from ui.fields.reference import PickField
from ui.fields.text import MemoField
from ui.formats import moment_text
from ui.record_tab import RecordTab
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Line
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Pill, SectionTitle, Text


def compared(before: str, after: str, *, gone: str, new: str) -> str:
    """Return the later text as rich text: what it has anew underlined in ``new``, what it lost struck out in ``gone``.

    Whole words are compared; both texts are taken as plain text.
    """
    old, now = (re.findall(r"\s+|[^\s]+", text) for text in (before, after))
    parts: list[str] = []
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, now, autojunk=False).get_opcodes():
        lost, come = html.escape("".join(old[i1:i2])), html.escape("".join(now[j1:j2]))
        if kind == "equal":
            parts.append(come)
            continue
        if lost.strip():
            parts.append(f'<s style="color:{gone}">{lost}</s> ')
        if come:
            parts.append(f'<u style="color:{new}">{come}</u>' if come.strip() else come)
    return "".join(parts).replace("\n", "<br>")


class TacticHistory(QWidget):
    """The versions of the tactic: one is shown, compared with another."""

    edit_wanted = Signal()
    restore_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        self.title = SectionTitle("", self)
        self.edit = Button("", self, kind="link", name="editTacticButton")
        self.edit.clicked.connect(self.edit_wanted)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.edit)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.version = QuietCombo(self)
        self.version.setObjectName("tacticVersion")
        self.against = QuietCombo(self)
        self.against.setObjectName("tacticAgainst")
        self._with = Text("", self, role="fieldLabel")
        self.restore = Button("", self, small=True, name="restoreTacticButton")
        self.restore.clicked.connect(self._restore)
        for part, share in ((self.version, 1), (self._with, 0), (self.against, 1), (self.restore, 0)):
            row.addWidget(part, share)
        column.addLayout(row)
        self.text = QLabel(self)
        self.text.setObjectName("tacticText")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.text)
        self._empty = Text("", self, tone="muted", wrap=True)
        column.addWidget(self._empty)
        self.versions: tuple[TacticVersion, ...] = ()
        self._edit = Availability(True)
        self.version.currentIndexChanged.connect(self._choose)
        self.against.currentIndexChanged.connect(self._compare)

    def show_versions(self, versions: tuple[TacticVersion, ...]) -> None:
        """Show these versions, the newest first and in front."""
        if versions and versions == self.versions and self.version.count() == len(versions):
            return
        self.versions = versions
        names = [" · ".join(part for part in (moment_text(one.at), one.who) if part) for one in versions]
        self.version.blockSignals(True)
        self.version.clear()
        self.version.addItems(names)
        self.version.blockSignals(False)
        for part in (self.version, self._with, self.against, self.restore, self.text):
            part.setVisible(bool(versions))
        self._empty.setVisible(not versions)
        self._choose()

    def set_edit(self, edit: Availability) -> None:
        """Say whether the tactic may be changed."""
        self._edit = edit
        self.edit.setEnabled(edit.enabled)
        self.edit.setToolTip(edit.why_not)
        self.restore.setToolTip(edit.why_not)
        self._allow_restoring()

    def _allow_restoring(self) -> None:
        self.restore.setEnabled(self._edit.enabled and self.version.currentIndex() > 0)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.title.setText(self.tr("Tactic"))
        self.edit.setText(self.tr("Edit the tactic"))
        self.version.setAccessibleName(self.tr("Version of the tactic"))
        self.against.setAccessibleName(self.tr("Compare with"))
        self._with.setText(self.tr("compared with"))
        self.restore.setText(self.tr("Take this version again"))
        self._empty.setText(self.tr("No tactic yet. How will we win this?"))
        self.version.clear()
        self.show_versions(self.versions)

    def _choose(self) -> None:
        """Compare the chosen version with the one before it at first."""
        at = self.version.currentIndex()
        self.against.blockSignals(True)
        self.against.clear()
        self.against.addItem(self.tr("nothing"))
        self.against.addItems([self.version.itemText(number) for number in range(len(self.versions))])
        before = at + 1
        self.against.setCurrentIndex(before + 1 if at >= 0 and before < len(self.versions) else 0)
        self.against.blockSignals(False)
        self._allow_restoring()
        self._compare()

    def _compare(self) -> None:
        at, against = self.version.currentIndex(), self.against.currentIndex() - 1
        if not 0 <= at < len(self.versions):
            self.text.setText("")
            return
        now = self.versions[at].text
        before = self.versions[against].text if against >= 0 else now
        look = theme()
        colours = {"gone": look.colour("bad_text").name(), "new": look.colour("good_text").name()}
        self.text.setText(compared(before, now, **colours))
        self.text.setAccessibleName(now)

    def _restore(self) -> None:
        at = self.version.currentIndex()
        if at > 0:
            self.restore_wanted.emit(self.versions[at].text)


class CompetitorLine(QWidget):
    """One competitor with strengths and weaknesses; a text is saved when the keyboard leaves it."""

    saved = Signal()
    removed = Signal()
    written = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("competitorLine")
        self.row: CompetitorRow | None = None
        self.saving = False
        """A save is under way: the next waits for the version that it makes."""
        look = theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.px(6), 0, look.px(4))
        grid.setHorizontalSpacing(look.px(12))
        head = QHBoxLayout()
        self.name = Text("", self, role="strong", name="competitorName")
        self.won = Pill("", self, tone="bad", name="competitorWon")
        self.remove = IconButton("x", "", self, size=14, name="removeCompetitorButton")
        self.remove.clicked.connect(self.removed)
        head.addWidget(self.name)
        head.addWidget(self.won)
        head.addStretch(1)
        head.addWidget(self.remove)
        grid.addLayout(head, 0, 0, 1, 2)
        self.fields = {
            "strengths": MemoField(self, name="competitorStrengths", lines=2),
            "weaknesses": MemoField(self, name="competitorWeaknesses", lines=2),
        }
        self._labels = {name: Labelled(field, self) for name, field in self.fields.items()}
        for column, name in enumerate(self.fields):
            grid.addWidget(self._labels[name], 1, column)
            grid.setColumnStretch(column, 1)
            self.fields[name].changed.connect(self.written)
            self.fields[name].left.connect(self.saved)

    def changes(self) -> dict[str, object]:
        """Return the texts that are not saved yet."""
        if self.row is None or self.isHidden():
            return {}
        return {name: field.value() for name, field in self.fields.items() if field.value() != self._saved(name)}

    def show_row(self, row: CompetitorRow) -> None:
        """Show a competitor; what is being written about the same one stays."""
        writing = self.changes() if self.row is not None and self.row.id == row.id else {}
        self.row = row
        self.name.setText(row.competitor.label)
        self.won.setVisible(row.won)
        for name, field in self.fields.items():
            if name not in writing:
                field.set_value(getattr(row, name))
        self.retranslate()

    def set_edit(self, edit: Availability) -> None:
        """Say whether what is written about the competitor may be changed."""
        for field in self.fields.values():
            field.set_read_only(not edit.enabled)
        self.remove.setEnabled(edit.enabled)
        self.remove.setToolTip(edit.why_not or self.remove.accessibleName())

    def revert(self) -> None:
        """Show again what is saved."""
        for name, field in self.fields.items():
            field.set_value(self._saved(name))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.won.set_text(self.tr("won this deal"))
        self._labels["strengths"].set_text(self.tr("Strengths"))
        self._labels["weaknesses"].set_text(self.tr("Weaknesses"))
        if self.row is not None:
            name = self.row.competitor.label
            self.remove.set_label(self.tr("Remove {name}").format(name=name))
            self.fields["strengths"].editor.setAccessibleName(self.tr("Strengths of {name}").format(name=name))
            self.fields["weaknesses"].editor.setAccessibleName(self.tr("Weaknesses of {name}").format(name=name))

    def _saved(self, name: str) -> str:
        return "" if self.row is None else str(self.fields[name].normal(getattr(self.row, name)))


class RivalryTab(RecordTab):
    """Tactics and competitors of one sale."""

    touched_by = ("opportunity", "opportunity_competitor", "lookup_value")
    edit_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("rivalryTab")
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(8))
        self.tactic = TacticHistory(self)
        self.tactic.edit_wanted.connect(self.edit_wanted)
        self.tactic.restore_wanted.connect(self._restore)
        column.addWidget(self.tactic)
        column.addWidget(Line(self))
        self._title = SectionTitle("", self)
        column.addWidget(self._title)
        row = QHBoxLayout()
        self.name = PickField(self, name="addCompetitorEdit")
        self.add = Button("", self, icon="plus", name="addCompetitorButton")
        self.add.clicked.connect(self._add)
        self.name.editor.returnPressed.connect(self._add)
        self.name.changed.connect(lambda: self.add.setEnabled(bool(self.name.value())))
        self.add.setEnabled(False)
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        self._winner = Text("", self, wrap=True, name="dealWinner")
        self._winner.hide()
        column.addWidget(self._winner)
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        self._empty = EmptyState("flag", self)
        self._empty.hide()
        column.addWidget(self._empty)
        column.addStretch(1)
        self.lines: list[CompetitorLine] = []
        self._view = Rivalry((), (), "", ())

    def ask(self) -> None:
        """Ask for tactic and competitors."""
        self.bridge.ask(Query("rivalry", opportunity=self.record), self.show_view, owner=self, key="rivalry")

    def show_view(self, view: Rivalry) -> None:
        """Show tactic and competitors."""
        self._view = view
        self.tactic.show_versions(view.versions)
        self.name.set_known(view.known)
        rows = view.competitors
        while len(self.lines) < len(rows):
            self._add_line()
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(rows))
            if place < len(rows):
                line.show_row(rows[place])
                self._go_on_saving(line)
        alone = bool(view.winner) and not any(row.won for row in rows)
        self._winner.setVisible(alone)
        self._winner.setText(self.tr("The deal was won by {name}.").format(name=view.winner))
        self._empty.setVisible(not rows and not alone)

    def lock(self) -> None:
        """Tactic and competitors are only looked at where the sale may not be changed."""
        self.tactic.set_edit(self.edit)
        self.name.set_read_only(not self.edit.enabled)
        self.name.editor.setToolTip(self.edit.why_not)
        self.add.setEnabled(self.edit.enabled and bool(self.name.value()))
        self.add.setToolTip(self.edit.why_not)
        for line in self.lines:
            line.set_edit(self.edit)

    def forget(self) -> None:
        """Show nothing of the sale before."""
        self.name.set_value("")
        self.show_view(Rivalry((), (), "", ()))
        self._empty.hide()

    def is_writing(self) -> bool:
        """Whether a text about a competitor is not saved yet."""
        return any(line.changes() for line in self.lines)

    def commit(self) -> None:
        """Save every text that is not saved yet."""
        for line in self.lines:
            self._save(line)

    def discard(self) -> None:
        """Show again what is saved."""
        for line in self.lines:
            line.revert()
        self.writing.emit()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.tactic.retranslate()
        self._title.setText(self.tr("Competitors"))
        self.name.set_label(self.tr("Name of a competitor"))
        self.name.editor.setPlaceholderText(self.tr("Name of a competitor"))
        self.add.setText(self.tr("Add"))
        self._empty.set_texts(self.tr("No competitors known"), self.tr("Who else does the customer talk to?"))
        for line in self.lines:
            line.retranslate()
        super().retranslate()

    def _add_line(self) -> None:
        line = CompetitorLine(self)
        line.saved.connect(lambda line=line: self._save(line))
        line.removed.connect(lambda line=line: self._remove(line))
        line.written.connect(self.writing)
        line.set_edit(self.edit)
        self.lines.append(line)
        self._list.addWidget(line)

    def _add(self) -> None:
        name = self.name.value()
        if name and self.record is not None:
            self.name.set_value("")
            self.add.setEnabled(False)
            self.bridge.perform(Action("add_competitor", opportunity=self.record, name=name), owner=self)

    def _save(self, line: CompetitorLine) -> None:
        changes = line.changes()
        if changes and line.row is not None and not line.saving:
            line.saving = True
            action = Action("save_competitor", id=line.row.id, version=line.row.version, fields=changes)
            self.bridge.perform(action, None, self._not_saved, owner=self)

    def _go_on_saving(self, line: CompetitorLine) -> None:
        """What was saved has been read again: save what the keyboard has left meanwhile."""
        if line.saving:
            line.saving = False
            if not any(field.editor.hasFocus() for field in line.fields.values()):
                self._save(line)
        self.writing.emit()

    def _remove(self, line: CompetitorLine) -> None:
        if line.row is not None:
            line.revert()
            self.name.setFocus()
            self.bridge.perform(Action("remove_competitor", id=line.row.id), None, self._not_saved, owner=self)

    def _not_saved(self, refused: Refused) -> None:
        self.bridge.refused.emit(str(refused))
        for line in self.lines:
            line.saving = False
        self.ask()

    def _restore(self, text: str) -> None:
        if self.record is None:
            return
        record = self.record

        def perform(page: object) -> None:
            version = getattr(page, "version", 0)
            action = Action("save_opportunity", id=record, version=version, fields={"tactics": text})
            self.bridge.perform(action, owner=self)

        self.bridge.ask(Query("opportunity_page", id=record), perform, owner=self, key="restore")
