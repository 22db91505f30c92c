"""CompareVersions: what differs between two versions of a process, on the diagram and in words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.exchange import Query
from desktop.views.processes import Versions
from ui.bridge import Bridge
from ui.fields.amounts import QuietCombo
from ui.processes.difference_view import DifferenceView
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text


class CompareVersions(Dialog):
    """Any two versions can be chosen."""

    def __init__(self, window: QWidget, bridge: Bridge, versions: Versions, newer: int) -> None:
        """``newer`` is the id of the version that is compared with the one before it at first."""
        super().__init__(window, "", name="compareVersionsDialog", width=1180)
        self.set_title(self.tr("Versions of {process}").format(process=versions.label))
        self._bridge = bridge
        rows = sorted(versions.rows, key=lambda row: row.number)
        numbers = [row.id for row in rows]
        at = max(1, numbers.index(newer)) if newer in numbers else len(rows) - 1
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        self.older, self.newer = QuietCombo(self.sheet), QuietCombo(self.sheet)
        for combo, name, words, chosen in (
            (self.older, "olderVersion", self.tr("Version before"), at - 1),
            (self.newer, "newerVersion", self.tr("Version after"), at),
        ):
            combo.setObjectName(name)
            combo.setAccessibleName(words)
            for row in rows:
                combo.addItem(self.tr("Version {number}").format(number=row.number), row.id)
            combo.setCurrentIndex(chosen)
            combo.currentIndexChanged.connect(self._ask)
            label = Text(words, self.sheet, role="fieldLabel")
            label.setBuddy(combo)
            line.addWidget(label)
            line.addWidget(combo)
        line.addStretch(1)
        self.body.addLayout(line)
        self.difference = DifferenceView(self.sheet)
        self.difference.setMinimumHeight(theme().px(420))
        self.body.addWidget(self.difference, 1)
        self.add_button(self.tr("Close"), name="closeCompareVersions")
        self._ask()

    def _ask(self) -> None:
        query = Query("process_difference", older=self.older.currentData(), newer=self.newer.currentData())
        self._bridge.ask(query, self.difference.show_difference, owner=self, key="difference")
