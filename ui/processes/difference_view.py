"""DifferenceView: two versions of a process on their diagrams, with a list of what differs in words."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.diagram import Mark
from desktop.views.processes import Change, ProcessDifference
from ui.diagram.view import DiagramView
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import SectionTitle, Text
from ui.widgets.rows import Row, RowList

_ICONS = {"added": "plus", "removed": "trash-2", "changed": "pencil"}


class DifferenceView(QWidget):
    """Switches between before and after; a change that is chosen in the list is shown where it can be seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._difference: ProcessDifference | None = None
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        left = QVBoxLayout()
        left.setSpacing(look.px(8))
        switch = QHBoxLayout()
        switch.setSpacing(look.px(6))
        group = QButtonGroup(self)
        self.before_button = Button("", self, kind="choice", small=True, name="versionBefore")
        self.after_button = Button("", self, kind="choice", small=True, name="versionAfter")
        for button in (self.before_button, self.after_button):
            group.addButton(button)
            switch.addWidget(button)
        switch.addStretch(1)
        self.after_button.setChecked(True)
        self.before_button.clicked.connect(self._show_side)
        self.after_button.clicked.connect(self._show_side)
        self.diagram = DiagramView(self, name="differenceDiagram")
        self.diagram.setMinimumHeight(look.px(300))
        self.diagram.element_chosen.connect(self._choose_change)
        left.addLayout(switch)
        left.addWidget(self.diagram, 1)
        right = QVBoxLayout()
        right.setSpacing(look.px(6))
        self._title = SectionTitle("", self)
        self.nothing = Text("", self, tone="muted", wrap=True)
        self.list = RowList(self, name="changeList", wrap=True)
        self.list.setMinimumWidth(look.px(280))
        self.list.chosen.connect(self._show_change)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_change(self.list.selected() or ""))
        right.addWidget(self._title)
        right.addWidget(self.nothing)
        right.addWidget(self.list, 1)
        row.addLayout(left, 5)
        row.addLayout(right, 3)

    def show_difference(self, difference: ProcessDifference) -> None:
        """Show two versions."""
        self._difference = difference
        self.before_button.setText(self.tr("Version {number}").format(number=difference.older))
        self.after_button.setText(self.tr("Version {number}").format(number=difference.newer))
        self._title.setText(self.tr("%n difference(s)", "", len(difference.changes)))
        self.list.setAccessibleName(self.tr("Differences"))
        self.nothing.setText(self.tr("The steps are the same. Only the drawing can differ."))
        self.nothing.setVisible(not difference.changes)
        self.list.setVisible(bool(difference.changes))
        self.list.set_rows([self._row(number, change) for number, change in enumerate(difference.changes)])
        self.after_button.setChecked(True)
        self._show_side()

    def _row(self, number: int, change: Change) -> Row:
        kinds = {"added": self.tr("added"), "removed": self.tr("removed"), "changed": self.tr("changed")}
        second = change.text if change.kind == "changed" else ""
        return Row(
            str(number), change.label, second=second, right=kinds[change.kind], icon=_ICONS[change.kind], strong=True
        )

    def _show_side(self) -> None:
        difference = self._difference
        if difference is None:
            return
        after = self.after_button.isChecked()
        gone = "removed" if after else "added"
        self.diagram.set_diagram(difference.after if after else difference.before)
        self.diagram.set_marks(
            {
                change.element_id: Mark(change.kind, change.text)  # type: ignore[arg-type]
                for change in difference.changes
                if change.kind != gone
            }
        )

    def _show_change(self, key: str) -> None:
        if self._difference is None or not key:
            return
        change = self._difference.changes[int(key)]
        wanted = self.before_button if change.kind == "removed" else self.after_button
        if change.kind != "changed" and not wanted.isChecked():
            wanted.setChecked(True)
            self._show_side()
        self.diagram.show_element(change.element_id)

    def _choose_change(self, element_id: str) -> None:
        if self._difference is None:
            return
        for number, change in enumerate(self._difference.changes):
            if change.element_id == element_id:
                self.list.select(str(number))
                return
