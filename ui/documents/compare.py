"""CompareDialog: what two versions of a document say differently, line by line."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from desktop.views.documents import DocumentDifference, DocumentPage
from desktop.views.exchange import Query
from ui.bridge import Bridge
from ui.fields.amounts import QuietCombo
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text

_SIGNS = {"same": "\u00a0", "removed": "−", "added": "+"}


class _Lines(QTextBrowser):
    """As high as a dialog lets it be."""

    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), theme().px(420))


class CompareDialog(Dialog):
    """Lines that were removed are marked with a minus, added ones with a plus; the colour only helps."""

    def __init__(self, window: QWidget, bridge: Bridge, view: DocumentPage) -> None:
        super().__init__(window, "", name="compareDialog", width=780)
        self.set_title(self.tr("Versions of {number}").format(number=view.number))
        self._bridge = bridge
        self._document = view.id
        numbers = sorted(version.number for version in view.versions)
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        self.older, self.newer = QuietCombo(self.sheet), QuietCombo(self.sheet)
        for combo, name, words, chosen in (
            (self.older, "olderVersion", self.tr("Version before"), len(numbers) - 2),
            (self.newer, "newerVersion", self.tr("Version after"), len(numbers) - 1),
        ):
            combo.setObjectName(name)
            combo.setAccessibleName(words)
            for number in numbers:
                combo.addItem(self.tr("Version {number}").format(number=number), number)
            combo.setCurrentIndex(max(0, chosen))
            combo.currentIndexChanged.connect(self._ask)
            label = Text(words, self.sheet, role="fieldLabel")
            label.setBuddy(combo)
            row.addWidget(label)
            row.addWidget(combo)
        row.addStretch(1)
        self.body.addLayout(row)
        self.text = _Lines(self.sheet)
        self.text.setObjectName("differenceText")
        self.text.setAccessibleName(self.tr("Differences"))
        self.body.addWidget(self.text, 1)
        self.add_button(self.tr("Close"), name="closeCompareButton")
        self._ask()

    def _ask(self) -> None:
        query = Query(
            "document_difference",
            document=self._document,
            older=self.older.currentData(),
            newer=self.newer.currentData(),
        )
        self._bridge.ask(query, self._show, owner=self, key="difference")

    def _show(self, difference: DocumentDifference) -> None:
        look = theme()
        grounds = {"removed": look.colour("bad_soft").name(), "added": look.colour("good_soft").name()}
        lines = []
        for kind, text in difference.lines:
            ground = f' style="background-color:{grounds[kind]}"' if kind in grounds else ""
            lines.append(f"<p{ground}>{_SIGNS[kind]} {escape(text)}</p>")
        if all(kind == "same" for kind, _ in difference.lines):
            lines.insert(0, f"<p><i>{escape(self.tr('These versions say the same.'))}</i></p>")
        self.text.setHtml("".join(lines))
