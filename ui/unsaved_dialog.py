"""The question about edits that are not saved, before their page is left."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.page import Page
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text


class UnsavedDialog(Dialog):
    """Stay, discard or save; it carries out what was chosen on the page and goes on with ``go``."""

    def __init__(self, window: QWidget, page: Page, go: Callable[[], object]) -> None:
        """``go`` is called after saving or discarding, never where the person stays."""
        super().__init__(window, "", name="unsavedDialog", width=440)
        self._page = page
        self._go = go
        self.set_title(self.tr("Save your changes?"))
        words = self.tr('"{page}" has changes that are not saved.').format(page=page.title())
        self.body.addWidget(Text(words, self.sheet, wrap=True))
        self.add_button(self.tr("Stay here"), name="stayButton")
        self.add_button(self.tr("Discard"), kind="danger", run=self._discard, name="discardButton")
        self._save_button = self.add_button(self.tr("Save"), kind="primary", run=self._save, name="saveAndLeaveButton")

    def ask(self) -> None:
        """Show the question, with the keyboard on Save."""
        self.show_over(focus=self._save_button)

    def _discard(self) -> None:
        self.accept()
        self._page.discard()
        self._go()

    def _save(self) -> None:
        self.accept()
        self._page.save(self._go)
