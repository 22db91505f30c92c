"""RecordDeeds: what can be done with the record of any page: its tags, and deleting it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.views.exchange import Availability, Place
from ui.commands import Command
from ui.page import Page

LISTS = {
    "opportunity": "opportunities",
    "lead": "leads",
    "activity": "activities",
    "account": "accounts",
    "contact": "contacts",
    "product": "products",
    "order": "orders",
}
"""The subjects whose records have tags and can be deleted, and the list to which a page leads then."""


class RecordDeeds(QObject):
    """``title`` says how the record is called, ``may`` whether the person who acts may change it."""

    def __init__(self, page: Page, subject: str, title: Callable[[], str], may: Callable[[], Availability]) -> None:
        super().__init__(page)
        self._page = page
        self._subject = subject
        self._title = title
        self._may = may

    def commands(self, group: str = "") -> list[Command]:
        """Return the commands, none for a page whose record has neither."""
        if self._subject not in LISTS:
            return []
        return [
            Command(f"{self._subject}.tags", self.tags_words(), self.edit_tags, "", "tag", self._may, group=group),
            Command(
                f"{self._subject}.delete",
                self.delete_words(),
                self.delete,
                "Ctrl+Delete",
                "trash-2",
                self._may,
                group=group,
            ),
        ]

    def tags_words(self) -> str:
        """Return what the command for tags is called."""
        return self.tr("Tags...")

    def delete_words(self) -> str:
        """Return what the command that deletes is called."""
        return self.tr("Delete...")

    def edit_tags(self) -> None:
        """Open the dialog with the record's tags."""
        from ui.tags_dialog import TagsDialog

        record = self._page.place.id
        if record is not None:
            TagsDialog(self._page.window(), self._page.bridge, self._subject, record, self._title()).open()

    def delete(self) -> None:
        """Ask, saying what goes along and what stands in the way; then lead to the list."""
        from ui.lists.bulk_dialog import BulkDialog

        record = self._page.place.id
        if record is None:
            return
        dialog = BulkDialog(self._page.window(), self._page.bridge, self._subject, (record,), "delete")
        dialog.set_title(self.tr("Delete “{record}”?").format(record=self._title()))
        dialog.finished_well.connect(lambda: self._page.go.emit(Place(LISTS[self._subject])))
        dialog.open()
