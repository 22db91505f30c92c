"""PrintPreview: the pages as they will come out; print them or save them as a PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.printing.pages import PrintedPages
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_WIDTH = 560


class PrintPreview(Dialog):
    """Pages as pictures below each other, drawn by what prints them."""

    def __init__(self, window: QWidget, title: str, form: PrintedPages, *, name: str) -> None:
        super().__init__(window, "", name=name, width=660)
        self.set_title(title)
        look = theme()
        self.form = form
        self.area = QScrollArea(self.sheet)
        self.area.setObjectName("formPages")
        self.area.setAccessibleName(self.tr("Pages"))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        restyle(self.area, role="clear")
        self.area.setMinimumHeight(look.px(460))
        self._sheets = QWidget()
        self._pages = QVBoxLayout(self._sheets)
        self._pages.setSpacing(look.px(10))
        self.area.setWidget(self._sheets)
        self.body.addWidget(self.area, 1)
        self.message = Text("", self.sheet, tone="bad", wrap=True, name="formMessage")
        self.message.hide()
        self.body.addWidget(self.message)
        self.pdf_button = self.add_button(self.tr("Save as PDF..."), run=self._ask_file, name="savePdfButton")
        self.print_button = self.add_button(self.tr("Print..."), kind="primary", run=self._print, name="printButton")
        self.print_button.set_icon("printer", size=15)
        self.show_form(form)

    def save(self, file: Path) -> bool:
        """Write the PDF; tell whether it was written, and say why where not."""
        try:
            self.form.write_pdf(file)
        except OSError as error:
            words = self.tr("The file cannot be written: {reason}").format(reason=error.strerror or error)
            self.message.setText(words)
            self.message.show()
            self.fit()
            return False
        self.accept()
        return True

    def show_form(self, form: PrintedPages) -> None:
        """Show other pages."""
        self.form = form
        look = theme()
        while self._pages.count():
            item = self._pages.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.deleteLater()
        ratio = self.devicePixelRatioF()
        for page in range(form.pages()):
            picture = QPixmap.fromImage(form.picture(page, round(look.px(_WIDTH) * ratio)))
            picture.setDevicePixelRatio(ratio)
            shown = QLabel(self._sheets)
            shown.setObjectName("formPage")
            restyle(shown, role="card")
            shown.setPixmap(picture)
            shown.setAccessibleName(form.text() if page == 0 else "")
            self._pages.addWidget(shown, 0, Qt.AlignmentFlag.AlignHCenter)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save as PDF"), f"{self.form.number}.pdf", "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda file: self.save(Path(file)))
        QDialog.open(dialog)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.form.number)
        dialog = QPrintDialog(printer, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def chosen() -> None:
            self.form.print_to(printer)
            self.accept()

        dialog.accepted.connect(chosen)
        QDialog.open(dialog)
