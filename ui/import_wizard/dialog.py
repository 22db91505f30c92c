"""ImportWizard (importWizard): a table becomes records in five steps; nothing is changed before the last but one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Done, Place, Query, Refused
from desktop.views.spreadsheets import FileOptions
from desktop.views.table_import import ImportStart, Plan, SavedMapping, TableReport
from ui.import_wizard.check_step import CheckStep
from ui.import_wizard.file_step import FileStep
from ui.import_wizard.mapping_step import MappingStep
from ui.import_wizard.matching_step import MatchingStep
from ui.import_wizard.result_step import ResultStep
from ui.import_wizard.step import Step
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog, ask
from ui.widgets.labels import Text
from ui.widgets.styling import is_language_change

if TYPE_CHECKING:
    from ui.window import MainWindow

FILE, MAPPING, MATCHING, CHECK, RESULT = range(5)
_POLL = 100
_PLACES = {
    "opportunity": "opportunities",
    "lead": "leads",
    "account": "accounts",
    "contact": "contacts",
    "activity": "activities",
    "product": "products",
}


class ImportWizard(Dialog):
    """Open it with :meth:`begin`. Esc cancels what is under way, and asks before it gives up what was chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, "", name="importWizard", width=1000)
        self.set_title(self.tr("Import"))
        look = theme()
        self._window = window
        self._bridge = window.bridge
        self._start: ImportStart | None = None
        self._plan: Plan | None = None
        self._checked: Plan | None = None
        self._cancel: threading.Event | None = None
        self._progress = [0, 0]
        self.body.addLayout(self._make_head())
        self.file = FileStep(self.sheet)
        self.mapping = MappingStep(self.sheet)
        self.matching = MatchingStep(self.sheet)
        self.check = CheckStep(self._bridge, self.sheet)
        self.outcome = ResultStep(self._bridge, self.sheet)
        self.steps: tuple[Step, ...] = (self.file, self.mapping, self.matching, self.check, self.outcome)
        self.stack = QStackedWidget(self.sheet)
        self.stack.setMinimumHeight(look.px(486))
        for step in self.steps:
            self.stack.addWidget(step)
            step.changed.connect(self._renew)
        self.stack.addWidget(self._make_progress())
        self.body.addWidget(self.stack, 1)
        self.hint = Text("", self.sheet, tone="muted", wrap=True, name="importHint")
        self.buttons.insertWidget(0, self.hint, 20)
        self.cancel_button = self.add_button(self.tr("Cancel"), run=self.reject, name="importCancelButton")
        self.back_button = self.add_button(self.tr("Back"), run=self.back, name="importBackButton")
        self.next_button = self.add_button(self.tr("Next"), kind="primary", run=self.forward, name="importNextButton")
        for keys, run in (("Alt+Left", self.back), ("Alt+Right", self.forward), ("Ctrl+Return", self.forward)):
            shortcut = QShortcut(QKeySequence(keys), self, run)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.file.wanted.connect(self._read)
        self.mapping.taken.connect(self._take_mapping)
        self.mapping.keep_wanted.connect(self._ask_name)
        self.mapping.remove_wanted.connect(self._ask_removal)
        self.outcome.undo_wanted.connect(self._undo)
        self.outcome.list_wanted.connect(self._show_list)
        self.outcome.report.opened.connect(self._open_record)
        self._bridge.done.connect(self._follow)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._show_progress)
        self._go(FILE)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(6))
        self._marks: list[Text] = []
        for _ in range(5):
            mark = Text("", self.sheet)
            self._marks.append(mark)
            row.addWidget(mark)
            row.addSpacing(theme().px(10))
        row.addStretch(1)
        return row

    def _make_progress(self) -> QWidget:
        page = QWidget(self.sheet)
        look = theme()
        column = QVBoxLayout(page)
        column.setSpacing(look.px(12))
        column.addStretch(1)
        self.progress_label = Text("", page, role="strong", name="importProgressLabel")
        self.progress_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.progress = QProgressBar(page)
        self.progress.setObjectName("importProgress")
        self.progress.setTextVisible(False)
        self.stop_button = Button(self.tr("Cancel"), page, name="stopImportButton")
        self.stop_button.clicked.connect(self.stop)
        column.addWidget(self.progress_label)
        column.addWidget(self.progress)
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._progress_page = page
        return page

    # opening and closing

    def begin(self, subject: str = "", path: str = "") -> None:
        """Show the first step; a path is read at once."""
        memory = self._window.remembered
        self.file.begin_in(memory.text("import/folder") if memory is not None else "", subject)
        self.show_over(focus=self.file.path_edit)
        if path:
            self.file.open_file(path)

    def reject(self) -> None:
        """Cancel what is under way; ask before choices are given up; otherwise close."""
        if self.is_running():
            self.stop()
        elif self.place() in {MAPPING, MATCHING, CHECK}:
            ask(
                self._window,
                self.tr("Leave the import?"),
                self.tr("Nothing was imported. What you have chosen here is lost, unless the mapping was kept."),
                yes=self.tr("Leave"),
                no=self.tr("Go on"),
                run=self._leave,
                name="leaveImportQuestion",
            )
        else:
            self._leave()

    def _leave(self) -> None:
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        """Close where the language is switched while nothing was imported: the report was said in the other one."""
        super().changeEvent(event)
        if is_language_change(event) and self.isVisible() and not self.is_running():
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give an import up when the window is closed, so that nobody waits for it."""
        if event.type() == QEvent.Type.Close and watched is self.parentWidget() and self._cancel is not None:
            self._cancel.set()
        return super().eventFilter(watched, event)

    # steps

    def place(self) -> int:
        """Return which step is shown; while something is under way, the one before it."""
        return self._at

    def is_running(self) -> bool:
        """Whether a check or an import is under way."""
        return self._cancel is not None

    def back(self) -> None:
        """Go a step back, keeping what was chosen."""
        if not self.is_running() and self._at in {MAPPING, MATCHING, CHECK}:
            self._keep_choices()
            self._go(self._at - 1)

    def forward(self) -> None:
        """Go on: the last steps check, import and close."""
        if self.is_running() or not self.next_button.isEnabled():
            return
        if self._at == RESULT:
            self.accept()
            return
        self._keep_choices()
        if self._at == MATCHING:
            self._run_check()
        elif self._at == CHECK:
            self._run_import()
        else:
            self._go(self._at + 1)

    def _keep_choices(self) -> None:
        if self._plan is not None:
            self._plan = self.steps[self._at].plan(self._plan)

    def _go(self, place: int) -> None:
        self._at = place
        step = self.steps[place]
        if self._start is not None and self._plan is not None and place in {MAPPING, MATCHING}:
            step.show_plan(self._start, self._plan)
        self.stack.setCurrentWidget(step)
        self._renew()
        if self.isVisible():
            step.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _renew(self) -> None:
        running = self.is_running()
        for place, (mark, step) in enumerate(zip(self._marks, self.steps, strict=True)):
            here = place == self._at
            mark.setText(f"{place + 1}  {step.title()}")
            mark.set_tone("accent" if here else "normal" if place < self._at else "muted")
            font = theme().font(13, bold=here)
            mark.setFont(font)
            mark.setAccessibleName(f"{mark.text()}, {self.tr('this step')}" if here else mark.text())
        why_not = self.steps[self._at].why_not()
        self.hint.setText("" if self._at in {FILE, MAPPING} else why_not)
        self.next_button.setText(
            {CHECK: self.tr("Import"), MATCHING: self.tr("Check"), RESULT: self.tr("Close")}.get(
                self._at, self.tr("Next")
            )
        )
        self.next_button.setEnabled(not running and not why_not)
        self.next_button.setToolTip(why_not)
        self.back_button.setVisible(self._at in {MAPPING, MATCHING, CHECK} and not running)
        self.cancel_button.setVisible(self._at != RESULT and not running)
        self.next_button.setVisible(not running)

    # reading the file

    def _read(self, path: str, subject: str, options: FileOptions) -> None:
        query = Query("import_start", path=path, subject=subject, options=options)
        self._bridge.ask(query, self._read_done, self._not_read, owner=self, key="start")

    def _read_done(self, start: ImportStart) -> None:
        memory = self._window.remembered
        plan = start.plan
        if memory is not None:
            memory.keep(import__folder=self.file.folder())
            if not start.taken:
                on_match = memory.text(f"import/{plan.subject}_on_match", plan.on_match)
                plan = replace(plan, on_match=on_match)
        self._start, self._plan = start, plan
        self.file.show_plan(start, plan)
        self._renew()
        if self._at == FILE:
            self.next_button.setFocus()

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            self._bridge.trouble.emit(error)
            return
        self._plan = None
        self.file.show_problem(str(error))
        self._renew()

    # kept mappings

    def _take_mapping(self, saved: SavedMapping | None) -> None:
        if self._start is None or self._plan is None:
            return
        if saved is None:
            self._read(self._plan.path, self._plan.subject, self._plan.options)
            return
        self._plan = replace(
            self._plan,
            columns=saved.columns,
            match=saved.match,
            on_match=saved.on_match,
            on_new=saved.on_new,
            create_missing=saved.create_missing,
            currency=saved.currency or self._plan.currency,
            dates=saved.dates,
        )
        self._start = replace(self._start, taken=saved.name)
        self.mapping.show_plan(self._start, self._plan)

    def _ask_name(self) -> None:
        from ui.import_wizard.naming import NameDialog

        self._keep_choices()
        known = [saved.name for saved in self._start.mappings] if self._start is not None else []
        taken = self._start.taken if self._start is not None else ""
        NameDialog(self._window, known, taken, self._keep_mapping).open()

    def _keep_mapping(self, name: str) -> None:
        action = Action("save_import_mapping", name=name, plan=self._plan)
        self._bridge.perform(action, lambda _done: self._mappings_changed(name), self._say_refused, owner=self)

    def _ask_removal(self, mapping: int, name: str) -> None:
        def remove() -> None:
            action = Action("remove_import_mapping", id=mapping)
            self._bridge.perform(action, lambda _done: self._mappings_changed(""), self._say_refused, owner=self)

        ask(
            self._window,
            self.tr("Delete the mapping?"),
            self.tr("“{name}” is kept for everyone. This can be undone.").format(name=name),
            yes=self.tr("Delete"),
            no=self.tr("Cancel"),
            run=remove,
            danger=True,
            name="removeMappingQuestion",
        )

    def _mappings_changed(self, taken: str) -> None:
        if self._plan is None:
            return
        query = Query("import_start", path=self._plan.path, subject=self._plan.subject, options=self._plan.options)

        def arrived(start: ImportStart) -> None:
            self._start = replace(start, taken=taken)
            if self._plan is not None and self._at == MAPPING:
                self.mapping.show_plan(self._start, self._plan)

        self._bridge.ask(query, arrived, self._not_read, owner=self, key="start")

    # checking and importing

    def _run_check(self) -> None:
        self._checked = self._plan
        memory = self._window.remembered
        if memory is not None and self._plan is not None:
            memory.keep(**{f"import__{self._plan.subject}_on_match": self._plan.on_match})
        self._run("check_import", self.tr("Checking every row..."), self._check_done)

    def _run_import(self) -> None:
        if self._plan is not None:
            self._plan = replace(self._plan, leave_out_errors=self.check.leaves_out_errors())
        self._run("import_table", self.tr("Importing..."), self._import_done)

    def _run(self, name: str, words: str, done: Callable[[Done], object]) -> None:
        self._cancel = threading.Event()
        self._progress = state = [0, 0]

        def progress(count: int, total: int) -> None:  # called on the worker's thread: plain numbers only
            state[0], state[1] = count, total

        self._words = words
        self.progress_label.setText(words)
        self.progress.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self.stack.setCurrentWidget(self._progress_page)
        self._renew()
        self.hint.setText("")
        self.stop_button.setFocus()
        self._poll.start()
        action = Action(name, plan=self._plan, progress=progress, cancelled=self._cancel.is_set)
        self._bridge.perform(action, done, self._run_refused, owner=self)
        self._bridge.trouble.connect(self._run_failed)
        self._bridge.fault.connect(self._run_failed)

    def stop(self) -> None:
        """Cancel the check or the import: nothing of it is left."""
        if self._cancel is not None:
            self._cancel.set()
            self.stop_button.setEnabled(False)
            self.progress_label.setText(self.tr("Cancelling..."))

    def _show_progress(self) -> None:
        done, total = self._progress
        if not total or (self._cancel is not None and self._cancel.is_set()):
            return
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        number = QLocale().toString
        if done >= total:
            self.progress.setRange(0, 0)
            self.progress_label.setText(self.tr("Finishing..."))
            return
        words = self.tr("{what} {done} of {total}")
        self.progress_label.setText(words.format(what=self._words, done=number(done), total=number(total)))

    def _run_ended(self) -> None:
        self._cancel = None
        self._poll.stop()
        for signal in (self._bridge.trouble, self._bridge.fault):
            signal.disconnect(self._run_failed)

    def _check_done(self, done: Done) -> None:
        self._run_ended()
        report = done.result["report"]
        assert isinstance(report, TableReport)
        self.check.report.folder = self.file.folder()
        self.check.show_report(report)
        self._go(CHECK)

    def _import_done(self, done: Done) -> None:
        self._run_ended()
        report = done.result["report"]
        assert isinstance(report, TableReport)
        self.outcome.report.folder = self.file.folder()
        self.outcome.show_result(report, done)
        self._go(RESULT)

    def _run_refused(self, refused: Refused) -> None:
        self._run_ended()
        self._go(self._at)
        self.hint.setText(str(refused))

    def _run_failed(self, _error: object) -> None:
        """The window says what the trouble is; here one can try again."""
        self._run_ended()
        self._go(self._at)

    def _say_refused(self, refused: Refused) -> None:
        self.mapping.problem.setText(str(refused))
        self.mapping.problem.show()

    # after the import

    def _undo(self, action_id: int) -> None:
        undo = Action("undo", action_id=action_id)
        self._bridge.perform(undo, None, self.outcome.show_refused, owner=self)

    def _follow(self, done: Done) -> None:
        """See the import undone, wherever that was asked for."""
        if "undone" in done.result and done.result["undone"] == self.outcome.action:
            self.outcome.show_undone()

    def _show_list(self) -> None:
        place = Place(_PLACES[self._plan.subject]) if self._plan is not None else None
        self.accept()
        if place is not None:
            self._window.show_place(place)

    def _open_record(self, record: int) -> None:
        if self._plan is None:
            return
        place = Place(self._plan.subject, record)
        self.accept()
        self._window.show_place(place)


def open_import(window: MainWindow, subject: str = "", path: str = "") -> None:
    """Open the wizard, unless it is open already; then it takes the file."""
    shown = window.findChild(ImportWizard, "importWizard")
    if shown is not None and shown.isVisible():
        if path and shown.place() == FILE:
            shown.file.open_file(path)
        return
    ImportWizard(window).begin(subject, path)
