"""Importing a process: the file is checked first, and shown with what it would become or why it is refused (N6)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.diagram import Mark
from desktop.views.exchange import Action, Availability, Done, Place, Query
from desktop.views.processes import ProcessCheck, ProcessProblem
from ui.bridge import Bridge
from ui.diagram.view import DiagramView
from ui.processes.difference_view import DifferenceView
from ui.refusal import Refusal
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.hint import HintBar
from ui.widgets.labels import SectionTitle
from ui.widgets.rows import Row, RowList

MOST_BYTES = 16 * 1024 * 1024
"""No process is larger; a file that is must not be read into the memory first."""
_LONGEST_NAME = 60
"""Letters of a process's name that leave room for the sentence after it."""


class ImportProcess(Dialog):
    """Shows what a check has found; Import brings the file in, a problem that is chosen shows its element."""

    def __init__(self, window: QWidget, bridge: Bridge, name: str, xml: bytes, check: ProcessCheck) -> None:
        super().__init__(window, "", name="importProcessDialog", width=1180)
        self.set_title(self.tr("Import the process {name}").format(name=name))
        self._window = window
        self._bridge = bridge
        self._name = name
        self._xml = xml
        self.check = check
        self._labels = _labels(check)
        self._told = check.problems or check.remarks
        look = theme()
        refused = not check.accepted and not check.known_as
        self.summary = HintBar(
            self.sheet, tone="bad" if refused else "accent", closable=False, name="importProcessSummary"
        )
        self.body.addWidget(self.summary)
        self.list = RowList(self.sheet, name="problemList", wrap=True)
        self.diagram: DiagramView | None = None
        self.difference: DifferenceView | None = None
        if check.difference is not None:
            self.difference = DifferenceView(self.sheet)
            self.difference.setMinimumHeight(look.px(400))
            self.difference.show_difference(check.difference)
            self.body.addWidget(self.difference, 1)
            if check.remarks:
                self.body.addWidget(self._title())
                self.list.setFixedHeight(look.px(120))
                self._fill()
                self.body.addWidget(self.list)
            else:
                self.list.hide()
        else:
            self.body.addLayout(self._sides(), 1)
        self.message = Refusal(self, bridge, name="importProcessMessage")
        self.body.addWidget(self.message)
        if check.problems:
            self.copy_button = Button(self.tr("Copy the list"), self.sheet, name="copyProblemsButton")
            self.copy_button.clicked.connect(self.copy_list)
            self.buttons.insertWidget(0, self.copy_button)
        if check.accepted:
            self.try_button = Button(self.tr("Try it out"), self.sheet, name="tryFileButton")
            self.try_button.setToolTip(self.tr("On an imagined record, before it is imported: nothing is written"))
            self.try_button.clicked.connect(self.try_out)
            self.buttons.insertWidget(0, self.try_button)
        self.add_button(self.tr("Close") if refused else self.tr("Cancel"), name="cancelImportProcess")
        if check.known_as:
            self.add_button(self.tr("Open it"), kind="primary", run=self._open_known, name="openKnownProcess")
        self.import_button = self.add_button(
            self.tr("Import"), kind="primary", run=self.bring_in, name="importProcessButton"
        )
        self.import_button.setVisible(check.accepted)
        self._say()
        bridge.ask(Query("process_library"), lambda library: self._may(library.edit), owner=self, key="right")

    def _sides(self) -> QHBoxLayout:
        look = theme()
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        if self.check.diagram is not None:
            self.diagram = DiagramView(self.sheet, name="importDiagram")
            self.diagram.setMinimumHeight(look.px(400))
            self.diagram.set_diagram(self.check.diagram)
            marks: dict[str, str] = {}
            for problem in self.check.problems:
                if problem.element_id:
                    before = marks.get(problem.element_id)
                    marks[problem.element_id] = f"{before}\n{problem.why}" if before else problem.why
            self.diagram.set_marks({number: Mark("problem", text) for number, text in marks.items()})
            self.diagram.element_chosen.connect(self._choose_problem)
            row.addWidget(self.diagram, 5)
        if not self._told:
            self.list.hide()
            return row
        right = QVBoxLayout()
        right.setSpacing(look.px(6))
        right.addWidget(self._title())
        self.list.setMinimumWidth(look.px(320))
        self.list.setMinimumHeight(look.px(140))
        self._fill()
        right.addWidget(self.list, 1)
        row.addLayout(right, 4)
        return row

    def _title(self) -> SectionTitle:
        count = len(self._told)
        words = self.tr("%n remark(s)", "", count) if self.check.remarks else self.tr("%n problem(s)", "", count)
        return SectionTitle(words, self.sheet)

    def _fill(self) -> None:
        self.list.setAccessibleName(self.tr("Remarks") if self.check.remarks else self.tr("Problems"))
        self.list.set_rows([self._row(number, problem) for number, problem in enumerate(self._told)])
        self.list.chosen.connect(self._show_problem)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_problem(self.list.selected() or ""))

    def _row(self, number: int, problem: ProcessProblem) -> Row:
        line = self.tr("line {line}").format(line=problem.line) if problem.line else ""
        element = self._labels.get(problem.element_id) or problem.element or problem.element_id
        second = " ".join(part for part in (_stopped(problem.why), problem.mend) if part)
        icon = "info" if self.check.remarks else "circle-alert"
        return Row(str(number), element or self.tr("The file"), second=second, right=line, icon=icon, strong=True)

    # what it says

    def _say(self) -> None:
        check = self.check
        name = f"{check.label}." if len(check.label) <= _LONGEST_NAME else f"{check.label[:_LONGEST_NAME]}..."
        if check.known_as:
            words = self.tr("This very file is in the library already, as version {number}.")
            self.summary.set_texts(name, words.format(number=check.number))
            return
        if not check.accepted:
            words = self.tr("Nothing was imported. Correct the file in a modeller and import it again.")
            self.summary.set_texts(self.tr("This file cannot be run here."), words)
            return
        parts = [self.tr("It becomes version {number}.").format(number=check.number)]
        if check.current:
            parts.append(self.tr("Version {number} is run now.").format(number=check.current))
        if check.running:
            parts.append(self.tr("%n run(s) stay on their version until moved.", "", check.running))
        elif check.number == 1:
            parts.append(self.tr("It is new in the library."))
        if check.remarks:
            parts.append(self.tr("It can be run, though not all is as the standard wants it."))
        self.summary.set_texts(name, " ".join(parts))

    def _may(self, edit: Availability) -> None:
        self.import_button.setEnabled(edit.enabled)
        self.import_button.setToolTip(edit.why_not)

    # what can be done

    def try_out(self) -> None:
        """Try the process of the file out on an imagined record."""
        from ui.trial.dialog import open_trial  # not above: few need it

        open_trial(self._window, self._bridge, xml=self._xml)

    def bring_in(self) -> None:
        """Import the file."""
        if not self.import_button.isEnabled():
            return
        self.message.lock(self.import_button)
        action = Action("deploy_process", xml=self._xml, source=self._name)
        self._bridge.perform(action, self._done, self.message.refuse, owner=self)

    def copy_list(self) -> None:
        """Copy all problems, a line for each."""
        lines = []
        for problem in self.check.problems:
            where = self.tr("line {line}").format(line=problem.line) if problem.line else ""
            parts = (where, problem.element_id, problem.element, _stopped(problem.why), problem.mend)
            lines.append("\t".join(part for part in parts if part))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _show_problem(self, key: str) -> None:
        if key and self.diagram is not None:
            element = self._told[int(key)].element_id
            if element:
                self.diagram.show_element(element)

    def _choose_problem(self, element_id: str) -> None:
        for number, problem in enumerate(self._told):
            if problem.element_id == element_id:
                self.list.select(str(number))
                return

    def _open_known(self) -> None:
        self.accept()
        _go(self._window, self.check.known_as)

    def _done(self, done: Done) -> None:
        self.accept()
        number = done.result["definition"]
        if isinstance(number, int):
            _go(self._window, number)


def open_import(window: QWidget, bridge: Bridge, path: str = "") -> None:
    """Ask for a file, or take the one given; check it, and show what it would become or what is wrong with it."""
    if path:
        _read(window, bridge, Path(path))
        return
    title = QCoreApplication.translate("ImportProcess", "Import a process")
    kinds = QCoreApplication.translate("ImportProcess", "BPMN 2.0 (*.bpmn *.xml);;All files (*)")
    chosen, _filter = QFileDialog.getOpenFileName(window, title, "", kinds)
    if chosen:
        _read(window, bridge, Path(chosen))


def _read(window: QWidget, bridge: Bridge, path: Path) -> None:
    try:
        if path.stat().st_size > MOST_BYTES:
            words = QCoreApplication.translate("ImportProcess", "{name} is larger than {most} MB: that is no process.")
            bridge.refused.emit(words.format(name=path.name, most=MOST_BYTES // 1024 // 1024))
            return
        xml = path.read_bytes()
    except OSError as error:
        words = QCoreApplication.translate("ImportProcess", "{name} cannot be read: {reason}.")
        bridge.refused.emit(words.format(name=path.name, reason=error.strerror or str(error)))
        return

    def show(check: ProcessCheck) -> None:
        dialog = ImportProcess(window, bridge, path.name, xml, check)
        dialog.show_over(focus=dialog.list if check.problems else dialog.import_button)
        if check.problems:
            dialog.list.select("0")

    bridge.ask(Query("check_process", xml=xml), show, owner=window, key="import-process")


def _labels(check: ProcessCheck) -> dict[str, str]:
    """Return what elements are called on the diagram, in the language of the window."""
    planes = () if check.diagram is None else tuple(check.diagram.everywhere())
    nodes = {node.id: node.label for plane in planes for node in plane.nodes if node.label}
    return nodes | {edge.id: edge.label for plane in planes for edge in plane.edges if edge.label}


def _stopped(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _go(window: QWidget, definition: int) -> None:
    window.show_place(Place("process", definition))  # type: ignore[attr-defined]
