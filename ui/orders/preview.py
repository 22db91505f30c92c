"""OrderPreview: the printed form as it will come out, in either language; print it or save it as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.views.orders import OrderDocument
from ui.language import LANGUAGES
from ui.orders.form import OrderForm
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_NAMES = {"en": "English", "ru": "Русский"}
_WIDTH = 560


class OrderPreview(Dialog):
    """Pages as pictures below each other, drawn by what prints them."""

    def __init__(self, window: QWidget, order: OrderDocument) -> None:
        super().__init__(window, "", name="orderPreview", width=660)
        self._order = order
        self._language: Any = getattr(window, "language", None)
        self._code = self._language.code if self._language is not None else "en"
        self.set_title(self.tr("Printed form of {number}").format(number=order.number))
        look = theme()
        self.form = self._made()
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
        self.languages: dict[str, Button] = {}
        for place, code in enumerate(LANGUAGES if self._language is not None else ()):
            button = Button(_NAMES[code], self.sheet, kind="choice", name=f"form_{code}")
            button.setChecked(code == self._code)
            button.clicked.connect(lambda _checked=False, chosen=code: self.choose(chosen))
            self.languages[code] = button
            self.buttons.insertWidget(place, button)
        self.pdf_button = self.add_button(self.tr("Save as PDF..."), run=self._ask_file, name="savePdfButton")
        self.print_button = self.add_button(self.tr("Print..."), kind="primary", run=self._print, name="printButton")
        self.print_button.set_icon("printer", size=15)
        self._show()

    def choose(self, code: str) -> None:
        """Show the form in the other language."""
        self._code = code
        for name, button in self.languages.items():
            button.setChecked(name == code)
        self.form = self._made()
        self._show()

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

    def _made(self) -> OrderForm:
        if self._language is None or self._code == self._language.code:
            return OrderForm(self._order, self._code)
        before = QLocale()
        with self._language.speaking(self._code):
            QLocale.setDefault(self._language.locale())
            try:
                return OrderForm(self._order, self._code)
            finally:
                QLocale.setDefault(before)

    def _show(self) -> None:
        look = theme()
        while self._pages.count():
            item = self._pages.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.deleteLater()
        ratio = self.devicePixelRatioF()
        for page in range(self.form.pages()):
            picture = QPixmap.fromImage(self.form.picture(page, round(look.px(_WIDTH) * ratio)))
            picture.setDevicePixelRatio(ratio)
            shown = QLabel(self._sheets)
            shown.setObjectName("formPage")
            restyle(shown, role="card")
            shown.setPixmap(picture)
            shown.setAccessibleName(self.form.text() if page == 0 else "")
            self._pages.addWidget(shown, 0, Qt.AlignmentFlag.AlignHCenter)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save as PDF"), f"{self._order.number}.pdf", "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda file: self.save(Path(file)))
        QDialog.open(dialog)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._order.number)
        dialog = QPrintDialog(printer, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def chosen() -> None:
            self.form.print_to(printer)
            self.accept()

        dialog.accepted.connect(chosen)
        QDialog.open(dialog)
