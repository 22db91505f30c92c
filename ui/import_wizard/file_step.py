"""FileStep: which file, as what, and how it is read, with its first rows to look at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desktop.views.spreadsheets import DELIMITERS, ENCODINGS, FileOptions
from desktop.views.table_import import SUBJECTS, ImportStart, Plan
from ui.fields.amounts import QuietCombo
from ui.import_wizard.dropping import table_of
from ui.import_wizard.step import PlainTable, Step, TextTable, fill, labelled
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

_MOST_HEADS = 50


class FileStep(Step):
    """Tells by ``wanted`` which file is to be read, and how."""

    wanted = Signal(str, str, object)
    """A path, a subject ("" lets the core choose), and FileOptions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        self._start: ImportStart | None = None
        self._options = FileOptions()
        self._folder = ""
        self._opened = ""
        """The path that was read last."""
        self._subject = ""
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        self.path_edit = QLineEdit(self)
        self.path_edit.setObjectName("importPathEdit")
        self.path_edit.setPlaceholderText(self.tr("A CSV or XLSX file: choose it, or drop it here"))
        self.path_edit.returnPressed.connect(self._typed)
        self.path_edit.editingFinished.connect(self._left)
        self.browse = Button(self.tr("Choose..."), self, name="importBrowseButton")
        self.browse.clicked.connect(self._choose)
        self.subject = QuietCombo(self)
        self.subject.setObjectName("importSubjectEdit")
        names = self._subject_names()
        fill(self.subject, [(subject, names[subject]) for subject in SUBJECTS], SUBJECTS[0])
        self.subject.activated.connect(self._subject_chosen)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(labelled(self.tr("File"), self.path_edit, self))
        row.addWidget(self.path_edit, 1)
        row.addWidget(self.browse)
        row.addSpacing(look.px(12))
        row.addWidget(labelled(self.tr("Import as"), self.subject, self))
        row.addWidget(self.subject)
        column.addLayout(row)
        column.addWidget(self._make_reading())
        self.problem = Text("", self, tone="bad", wrap=True, name="importFileProblem")
        self.problem.hide()
        column.addWidget(self.problem)
        self.notes = Text("", self, role="small", tone="muted", wrap=True, name="importNotes")
        column.addWidget(self.notes)
        self._rows = TextTable(self)
        self.preview = PlainTable(self, name="importPreview")
        self.preview.setModel(self._rows)
        self.preview.setAccessibleName(self.tr("First rows of the file"))
        column.addWidget(self.preview, 1)

    def _make_reading(self) -> QWidget:
        look = theme()
        self._reading = QWidget(self)
        row = QHBoxLayout(self._reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.encoding, self.delimiter, self.sheet = (QuietCombo(self._reading) for _ in range(3))
        self.head = QSpinBox(self._reading)
        self.head.setObjectName("importHeadEdit")
        self.head.setRange(0, _MOST_HEADS)
        self.head.setSpecialValueText(self.tr("none"))
        self.head.setKeyboardTracking(False)
        self.head.lineEdit().setTextMargins(look.px(8), 0, 0, 0)
        self.head.setMinimumWidth(look.px(90))
        self.head.valueChanged.connect(lambda _value: self._options_chosen())
        self._labels: dict[QuietCombo, Text] = {}
        for combo, name, words in (
            (self.encoding, "importEncodingEdit", self.tr("Encoding")),
            (self.delimiter, "importDelimiterEdit", self.tr("Delimiter")),
            (self.sheet, "importSheetEdit", self.tr("Sheet")),
        ):
            combo.setObjectName(name)
            combo.activated.connect(self._options_chosen)
            self._labels[combo] = labelled(words, combo, self._reading)
            row.addWidget(self._labels[combo])
            row.addWidget(combo)
            row.addSpacing(look.px(6))
        row.addWidget(labelled(self.tr("Line of the headings"), self.head, self._reading))
        row.addWidget(self.head)
        row.addStretch(1)
        self._reading.hide()
        return self._reading

    # the step

    def title(self) -> str:
        """File."""
        return self.tr("File")

    def why_not(self) -> str:
        """Return that a file is needed first."""
        if self.problem.isVisibleTo(self):
            return self.problem.text()
        return "" if self._start is not None else self.tr("Choose a file first.")

    def first_field(self) -> QWidget:
        """The path while there is no file, the preview afterwards."""
        return self.path_edit if self._start is None else self.preview

    def begin_in(self, folder: str, subject: str) -> None:
        """Open the file dialog in this folder; import as this subject unless the person says otherwise."""
        self._folder, self._subject = folder, subject
        if subject:
            self.subject.setCurrentIndex(self.subject.findData(subject))

    def open_file(self, path: str) -> None:
        """Read this file anew, with everything guessed."""
        self._opened = path
        self.path_edit.setText(path)
        self._options = FileOptions()
        self._start = None
        self._ask()

    def folder(self) -> str:
        """Return the folder of the file."""
        return str(Path(self.path_edit.text()).parent)

    def show_plan(self, start: ImportStart, plan: Plan) -> None:
        """Show how the file was read."""
        file = start.file
        self._start, self._options = start, file.options
        self.problem.hide()
        self.subject.setCurrentIndex(self.subject.findData(plan.subject))
        is_csv = file.kind == "csv"
        self._fill_reading(file.options)
        fill(self.sheet, [(name, name) for name in file.sheets], file.options.sheet)
        self._show_reading(csv=is_csv, sheets=len(file.sheets) > 1)
        count = self.tr("%n row(s)", "", file.rows)
        self.notes.setText(" ".join((f"{file.name}: {count}.", *file.notes)))
        self._rows.show(file.columns, file.sample)
        for place in range(min(len(file.columns), _MOST_HEADS)):
            self.preview.setColumnWidth(place, theme().px(140))
        self.changed.emit()

    def show_problem(self, sentence: str) -> None:
        """Say why the file cannot be read; how it is read can be corrected."""
        self.problem.setText(sentence)
        self.problem.show()
        if self._start is None:
            self._fill_reading(self._options)
            self._show_reading(csv=not self.path_edit.text().lower().endswith((".xlsx", ".xlsm", ".xls")), sheets=False)
        self.notes.clear()
        self._rows.show((), ())
        self.changed.emit()

    def plan(self, plan: Plan) -> Plan:
        """Return the plan with the subject chosen."""
        return replace(plan, subject=str(self.subject.currentData()))

    def _show_reading(self, *, csv: bool, sheets: bool) -> None:
        for combo, shown in ((self.encoding, csv), (self.delimiter, csv), (self.sheet, sheets)):
            combo.setVisible(shown)
            self._labels[combo].setVisible(shown)
        self._reading.show()

    def _subject_names(self) -> dict[str, str]:
        return {
            "opportunity": self.tr("Opportunities"),
            "lead": self.tr("Leads"),
            "account": self.tr("Accounts"),
            "contact": self.tr("Contacts"),
            "activity": self.tr("Activities"),
            "product": self.tr("Products"),
        }

    def _fill_reading(self, options: FileOptions) -> None:
        marks = {",": self.tr("comma"), ";": self.tr("semicolon"), "\t": self.tr("tab"), "|": self.tr("vertical bar")}
        encodings = [name for name in dict.fromkeys([*ENCODINGS, options.encoding]) if name]
        delimiters = [mark for mark in dict.fromkeys([*DELIMITERS, options.delimiter]) if mark]
        guess = ("", self.tr("found by itself"))
        fill(self.encoding, [guess, *((name, name) for name in encodings)], options.encoding)
        fill(self.delimiter, [guess, *((mark, marks.get(mark, mark)) for mark in delimiters)], options.delimiter)
        blocked = self.head.blockSignals(True)
        self.head.setValue(options.head)
        self.head.blockSignals(blocked)

    # what the person does

    def _typed(self) -> None:
        path = self.path_edit.text().strip().strip('"')
        if path:
            self.open_file(path)

    def _left(self) -> None:
        """Read another path than the one read last as soon as the keyboard goes on."""
        if self.path_edit.text().strip().strip('"') != self._opened:
            self._typed()

    def _choose(self) -> None:
        tables = self.tr("Tables (*.csv *.txt *.tsv *.xlsx *.xlsm)")
        name, _filter = QFileDialog.getOpenFileName(
            self.window(), self.tr("Choose the file to import"), self._folder, f"{tables};;{self.tr('All files (*)')}"
        )
        if name:
            self.open_file(name)

    def _subject_chosen(self) -> None:
        self._subject = str(self.subject.currentData())
        if self.path_edit.text():
            self._ask()

    def _options_chosen(self) -> None:
        if self._start is None and not self.problem.isVisibleTo(self):
            return
        self._options = FileOptions(
            encoding=str(self.encoding.currentData() or ""),
            delimiter=str(self.delimiter.currentData() or ""),
            sheet=str(self.sheet.currentData() or ""),
            head=self.head.value(),
        )
        self._ask()

    def _ask(self) -> None:
        self.problem.hide()
        self.wanted.emit(self.path_edit.text().strip(), self._subject, self._options)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a table of this computer."""
        if table_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        path = table_of(event.mimeData())
        if path:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.open_file(path)
