"""BulkBar (bulkBar): what can be done with all selected records at once; shown while more than one is selected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.views.exchange import Availability
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

CHANGES: dict[str, tuple[str, ...]] = {
    "opportunity": ("owner", "stage", "tags", "delete"),
    "lead": ("owner", "stage", "tags", "delete"),
    "activity": ("owner", "due", "tags", "delete"),
    "account": ("owner", "tags", "delete"),
    "contact": ("tags", "delete"),
    "product": ("tags", "delete"),
    "order": ("owner", "tags", "delete"),
    "article": ("owner", "tags", "delete"),
}
"""What each list offers; what of it is possible for which record is asked of the core."""
_ICONS = {"owner": "user", "stage": "flag", "due": "calendar", "tags": "tag", "delete": "trash-2"}


class BulkBar(QWidget):
    """How many are selected, one button for each change, and one that selects nothing."""

    wanted = Signal(str)
    """The change that is wanted: owner, stage, due, tags, delete."""
    cleared = Signal()

    def __init__(self, parent: QWidget, subject: str) -> None:
        super().__init__(parent)
        self.setObjectName("bulkBar")
        look = theme()
        self._count = 0
        self.deleting = Availability(True)
        """Whether many records may be deleted at once."""
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(5), look.px(12), look.px(5))
        row.setSpacing(look.px(8))
        self.count_label = Text("", self, role="strong", name="bulkCount")
        row.addWidget(self.count_label)
        self.buttons: dict[str, Button] = {}
        for change in CHANGES.get(subject, ()):
            name = f"bulk{change.capitalize()}Button"
            button = Button("", self, icon=_ICONS[change], small=True, name=name)
            if change == "delete":
                restyle(button, kind="danger")
            button.clicked.connect(lambda _on=False, change=change: self.wanted.emit(change))
            self.buttons[change] = button
            row.addWidget(button)
        row.addStretch(1)
        self.clear_button = Button("", self, kind="link", name="bulkClearButton")
        self.clear_button.clicked.connect(self.cleared)
        row.addWidget(self.clear_button)
        self.retranslate()
        self.hide()

    def show_count(self, count: int) -> None:
        """Show how many records are selected; nothing for one or none."""
        self._count = count
        self.setVisible(count > 1 and bool(self.buttons))
        self.retranslate()

    def set_deleting(self, may: Availability) -> None:
        """Say whether many records may be deleted at once, and why not."""
        self.deleting = may
        button = self.buttons.get("delete")
        if button is not None:
            button.setEnabled(may.enabled)
            button.setToolTip(may.why_not)
            button.setAccessibleDescription(may.why_not)

    def words(self) -> dict[str, str]:
        """Return how each change is called."""
        return {
            "owner": self.tr("Change owner…"),
            "stage": self.tr("Change stage…"),
            "due": self.tr("Move to another day…"),
            "tags": self.tr("Tags…"),
            "delete": self.tr("Delete…"),
        }

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu with the same changes (the menu key, a right click)."""
        menu = QMenu(parent)
        menu.setObjectName("listMenu")
        menu.setToolTipsVisible(True)
        for change in self.buttons:
            action = menu.addAction(self.words()[change])
            action.setObjectName(f"bulk_{change}")
            if change == "delete" and self._count > 1:
                action.setEnabled(self.deleting.enabled)
                action.setToolTip(self.deleting.why_not)
            action.triggered.connect(lambda _on=False, change=change: self.wanted.emit(change))
        return menu

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.setAccessibleName(self.tr("Change the selected records"))
        self.count_label.setText(self.tr("%Ln selected", "", self._count))
        self.clear_button.setText(self.tr("Select nothing"))
        for change, button in self.buttons.items():
            button.setText(self.words()[change])
