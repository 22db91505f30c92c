"""CopyDialog: edits a copy of an article that is attached to an opportunity; the article itself is not touched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.views.articles import CopyText
from desktop.views.exchange import Action, Done, Query, Refused
from ui.bridge import Bridge
from ui.knowledge.document import FormattedDocument
from ui.knowledge.editor import FormattedField
from ui.theme import theme
from ui.widgets.dialog import Dialog, ask
from ui.widgets.labels import Text


class CopyDialog(Dialog):
    """The text with its tools; it is saved as the same file, or written elsewhere as PDF or as a text document."""

    def __init__(self, window: QWidget, bridge: Bridge, copy: CopyText) -> None:
        super().__init__(window, copy.name.removesuffix(".html"), name="copyDialog", width=960)
        self._bridge = bridge
        self._copy = copy
        self.field = FormattedField(self.sheet, name="copyText")
        self.field.set_label(self.tr("Text"))
        self.field.setMinimumHeight(theme().px(470))
        self.field.set_value(copy.body)
        self.field.set_read_only(not copy.edit.enabled)
        self.field.set_editing(True)
        self.field.changed.connect(self._renew)
        self.body.addWidget(self.field, 1)
        self.message = Text(copy.edit.why_not, self.sheet, tone="bad", wrap=True, name="copyMessage")
        self.message.setVisible(bool(copy.edit.why_not))
        self.body.addWidget(self.message)
        self.export_button = self.add_button(self.tr("Save as..."), run=self._ask_file, name="exportCopyButton")
        self.add_button(self.tr("Close"), name="closeCopyButton")
        self.save_button = self.add_button(self.tr("Save"), kind="primary", run=self.save, name="saveCopyButton")
        self.save_button.setVisible(copy.edit.enabled)
        self._renew()

    def has_unsaved(self) -> bool:
        """Whether something was written that is not saved."""
        return self.field.value() != self._copy.body

    def save(self) -> None:
        """Save the text into the file of the opportunity."""
        if not self.has_unsaved():
            return
        self.save_button.setEnabled(False)
        action = Action("save_copy", id=self._copy.id, version=self._copy.version, body=self.field.value())
        self._bridge.perform(action, self._saved, self._refused, owner=self)

    def reject(self) -> None:
        """Close; what is not saved is asked about."""
        if not self.has_unsaved():
            super().reject()
            return
        ask(
            self.window(),
            self.tr("Leave without saving?"),
            self.tr("What you have written in this copy would be lost."),
            yes=self.tr("Leave"),
            no=self.tr("Stay"),
            run=lambda: self.done(0),
            danger=True,
            name="leaveCopyQuestion",
        )

    def write(self, file: Path) -> bool:
        """Write the text as PDF or, by its ending .odt, as a text document; tell whether it was written."""
        from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocumentWriter

        document = FormattedDocument(self)  # in points, as paper is measured, not in the pixels of this screen
        document.setDefaultFont(QFont(theme().font().family(), 11))
        document.setHtml(document.written(self.field.value()))
        if file.suffix.lower() == ".odt":
            done = QTextDocumentWriter(str(file), b"odf").write(document)
        else:
            writer = QPdfWriter(str(file))
            writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
            writer.setTitle(self._copy.name)
            document.print_(writer)
            done = file.exists() and file.stat().st_size > 0
        if not done:
            self.message.setText(self.tr("The file {name} cannot be written.").format(name=file.name))
            self.message.show()
        return done

    def _ask_file(self) -> None:
        name = f"{self._copy.name.removesuffix('.html')}.pdf"
        dialog = QFileDialog(self.window(), self.tr("Save as"), name, "PDF (*.pdf);;OpenDocument (*.odt)")
        dialog.setObjectName("exportCopyDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("odt" if "odt" in kind else "pdf"))
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        QFileDialog.open(dialog)

    def _renew(self) -> None:
        self.save_button.setEnabled(self.has_unsaved())

    def _saved(self, _done: Done) -> None:
        self._copy = CopyText(
            self._copy.id, self._copy.version + 1, self._copy.name, self.field.value(), self._copy.edit
        )
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.message.setText(str(refused))
        self.message.show()
        self.fit()
        self._renew()


def open_copy(window: QWidget, bridge: Bridge, attachment: int, owner: QWidget) -> None:
    """Read a copy and open the dialog for it."""

    def arrived(copy: CopyText) -> None:
        dialog = CopyDialog(window, bridge, copy)
        dialog.show_over(focus=dialog.field.view)

    bridge.ask(
        Query("copy_text", id=attachment),
        arrived,
        lambda error: bridge.refused.emit(str(error)),
        owner=owner,
        key="copy",
    )
