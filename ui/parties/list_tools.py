"""ListTools: what the lists of accounts, contacts and leads offer beside what all lists do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop.views.exchange import Availability, Query
from ui.commands import Command
from ui.icons import set_icon
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from ui.lists.page import ListPage

VCARD = "text/vcard"
MOST_MERGED = 4


class ListTools(QObject):
    """A button "More" in the head of a list with a menu: duplicates, merging, leads' owners, business cards."""

    def __init__(self, page: ListPage) -> None:
        super().__init__(page)
        self._page = page
        self.button = Button("", page, name="listMoreButton")
        self.menu = QMenu(page)
        self.menu.setObjectName("listMoreMenu")
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        row = page.head_row()
        row.insertWidget(row.count() - 1, self.button)

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        page, group = self._page, self._page.title()
        made = [
            Command("list.duplicates", self.tr("Find duplicates..."), self.find_duplicates, icon="users", group=group),
            Command(
                "list.merge",
                self.tr("Merge the selected..."),
                self.merge,
                icon="users",
                available=self._selected_for_merging,
                group=group,
            ),
        ]
        if page.subject == "lead":
            words = self.tr("Assign the selected leads...")
            made.append(Command("list.assign", words, self.assign, icon="user", available=self._some, group=group))
        if page.subject == "contact":
            made += self._card_commands(group)
        return made

    def _card_commands(self, group: str) -> list[Command]:
        load, paste = self.tr("Import business cards (vCard)..."), self.tr("Paste business cards")
        save, copy = self.tr("Save the selected as vCard..."), self.tr("Copy the selected as vCard")
        return [
            Command("list.import_cards", load, self.import_cards, icon="contact", group=group),
            Command("list.paste_cards", paste, self.paste, "Ctrl+V", "contact", self._may_paste, group=group),
            Command("list.save_cards", save, self.save_cards, icon="save", available=self._some, group=group),
            Command("list.copy_cards", copy, self.copy, "Ctrl+Shift+C", "contact", self._some, group=group),
        ]

    def retranslate(self) -> None:
        """Name the button in the language in force."""
        self.button.setText(self.tr("More"))
        self.button.setAccessibleName(self.tr("More for this list"))

    # duplicates ---------------------------------------------------------------------------------

    def find_duplicates(self) -> None:
        """Look for records that may be the same."""
        from ui.parties.duplicates_dialog import DuplicatesDialog

        dialog = DuplicatesDialog(self._page.window(), self._page.bridge, self._page.subject)
        dialog.go.connect(self._page.go)
        dialog.open()

    def merge(self) -> None:
        """Show the selected records side by side."""
        from ui.parties.merge_dialog import MergeDialog

        records = tuple(self._page.table.selected_ids())
        if 1 < len(records) <= MOST_MERGED:
            MergeDialog(self._page.window(), self._page.bridge, self._page.subject, records).open()

    def assign(self) -> None:
        """Ask who gets the selected leads."""
        from ui.leads.assign_dialog import AssignDialog

        leads = tuple(self._page.table.selected_ids())
        if leads:
            title = self.tr("%n lead(s)", "", len(leads))
            AssignDialog(self._page.window(), self._page.bridge, leads, title).open()

    # business cards -----------------------------------------------------------------------------

    def import_cards(self) -> None:
        """Ask for a file of business cards and show what it becomes."""
        kinds = self.tr("Business cards (*.vcf *.vcard);;All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self._page.window(), self.tr("Import business cards"), "", kinds)
        if name:
            self.take_files((Path(name),))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Show what the first of these files becomes; one file is taken at a time."""
        from ui.parties.cards_dialog import CardsDialog

        if paths:
            CardsDialog(self._page.window(), self._page.bridge, path=paths[0]).open()

    def paste(self) -> None:
        """Show what the business cards on the clipboard become."""
        self.take_text(cards_in(QGuiApplication.clipboard().mimeData()))

    def take_text(self, text: str) -> None:
        """Show what the business cards of a text become."""
        from ui.parties.cards_dialog import CardsDialog

        if text:
            CardsDialog(self._page.window(), self._page.bridge, text=text).open()

    def save_cards(self) -> None:
        """Ask for a file and write the selected contacts into it."""
        contacts = tuple(self._page.table.selected_ids())
        newer, older = self.tr("vCard 4.0 (*.vcf)"), self.tr("vCard 3.0, for older programs (*.vcf)")
        title = self.tr("Save business cards")
        name, kind = QFileDialog.getSaveFileName(
            self._page.window(), title, self.tr("contacts.vcf"), f"{newer};;{older}"
        )
        if contacts and name:
            version = "3.0" if kind == older else "4.0"
            query = Query("save_cards", contacts=contacts, path=Path(name), version=version)
            self._page.bridge.ask(query, self._saved, self._failed, owner=self._page, key="")

    def copy(self) -> None:
        """Put the selected contacts on the clipboard as business cards."""
        contacts = tuple(self._page.table.selected_ids())
        if contacts:
            query = Query("cards_text", contacts=contacts, version="3.0")
            self._page.bridge.ask(query, self._copied, self._failed, owner=self._page, key="copy")

    def _copied(self, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        data.setData(VCARD, text.encode())
        QGuiApplication.clipboard().setMimeData(data)
        self._tell(self.tr("%n contact(s) copied", "", text.count("BEGIN:VCARD")))

    def _saved(self, count: int) -> None:
        self._tell(self.tr("%n contact(s) saved", "", count))

    def _tell(self, sentence: str) -> None:
        toast = getattr(self._page.window(), "toast", None)
        if toast is not None:
            toast.say(sentence)

    def _failed(self, error: Exception) -> None:
        self._page.bridge.refused.emit(str(error))

    # what is available --------------------------------------------------------------------------

    def _fill(self) -> None:
        self.menu.clear()
        for command in self.commands():
            available = command.available()
            action = self.menu.addAction(command.title)
            action.setObjectName(command.id.replace(".", "_"))
            action.setEnabled(available.enabled)
            action.setToolTip(available.why_not or command.title)
            set_icon(action, command.icon)
            action.triggered.connect(lambda _checked=False, run=command.run: run())

    def _some(self) -> Availability:
        some = bool(self._page.table.selected_ids())
        return Availability(some, "" if some else self.tr("Select a record first"))

    def _selected_for_merging(self) -> Availability:
        count = len(self._page.table.selected_ids())
        right = 1 < count <= MOST_MERGED
        return Availability(right, "" if right else self.tr("Select two to four records with Ctrl or Shift"))

    def _may_paste(self) -> Availability:
        there = bool(cards_in(QGuiApplication.clipboard().mimeData()))
        return Availability(there, "" if there else self.tr("There is no business card on the clipboard"))


def cards_in(data: QMimeData | None) -> str:
    """Return the text of the business cards in what was copied or dropped, "" where there is none."""
    if data is None:
        return ""
    for kind in (VCARD, "text/x-vcard", "text/directory"):
        if data.hasFormat(kind):
            return bytes(data.data(kind).data()).decode("utf-8", errors="replace")
    text = data.text() if data.hasText() else ""
    return text if "BEGIN:VCARD" in text.upper() else ""


def card_files(data: QMimeData) -> list[Path]:
    """Return the files of business cards in what is dropped."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in {".vcf", ".vcard"}]
