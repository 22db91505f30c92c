"""The tab Process of a sale or a lead: its run, steps with times and persons, the diagram (R14), and the past (N4)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.diagram import Mark, ProcessRun, RunStep, marked
from desktop.views.exchange import Query
from desktop.views.past import PastTask, Replay
from desktop.views.process_log import IncidentRow
from ui.bridge import Bridge
from ui.diagram.view import DiagramView
from ui.formats import moment_text
from ui.process_log.incident_bar import marks_of
from ui.record_tab import RecordTab
from ui.theme import theme
from ui.time_travel.slider import TimeSlider
from ui.time_travel.travel import TimeTravel, marks_then
from ui.widgets.buttons import Button
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Pill, SectionTitle, Text
from ui.widgets.rows import Row, RowList

_ICONS = {"running": "play", "done": "check", "cancelled": "x"}
_LISTED = frozenset({"userTask", "manualTask", "serviceTask", "subProcess", "startEvent", "endEvent"})
_MOST_CLOSED = 50  # of the past: more would take longer to show than the slider moves on


class ProcessTab(RecordTab):
    """The newest run on the record, and the slider over the past of record and run."""

    travelled = Signal(object)
    """Carries the Replay of the moment that the slider stands on, None for the present: the page goes along."""
    touched_by = ("process_instance", "opportunity", "lead", "activity", "incident")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, subject: str = "opportunity") -> None:
        super().__init__(bridge, parent)
        self.setObjectName("processTab")
        self._subject = subject
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        self.title = Text("", self, role="strong", name="runTitle")
        self.status = Pill("", self, name="runStatus")
        self.facts = Text("", self, tone="muted", wrap=True, name="runFacts")
        self.picture = Button("", self, small=True, name="savePictureButton")
        head.addWidget(self.title)
        head.addWidget(self.status)
        head.addWidget(self.facts, 1)
        head.addWidget(self.picture)
        column.addLayout(head)
        self.diagram = DiagramView(self, name="processDiagram")
        self.diagram.setMinimumHeight(look.px(300))
        column.addWidget(self.diagram, 3)
        self.slider = TimeSlider(self)
        self.slider.hide()
        self.travel = TimeTravel(bridge, self.slider)
        self.travel.travelled.connect(self._travelled)
        self.travel.read.connect(self._show_slider)
        column.addWidget(self.slider)
        self._steps_title = SectionTitle("", self)
        column.addWidget(self._steps_title)
        self.steps = RowList(self, name="runSteps", single_click=True)
        self.steps.setMinimumHeight(look.px(170))
        self.steps.chosen.connect(self._show_step)
        column.addWidget(self.steps, 2)
        self._empty = EmptyState("workflow", self, name="noRun")
        self._empty.hide()
        column.addWidget(self._empty)
        self._run: ProcessRun | None = None
        self._marks: dict[str, Mark] = {}
        self.picture.clicked.connect(self._save_picture)

    def ask(self) -> None:
        """Ask for the run."""
        self.bridge.ask(Query("process_run", **{self._subject: self.record}), self.show_run, owner=self, key="run")
        self.travel.show(Query("record_moments", subject=self._subject, id=self.record))
        incidents = Query("incidents", **{self._subject: self.record})
        self.bridge.ask(incidents, self._show_incidents, owner=self, key="incidents")

    def forget(self) -> None:
        """Show nothing of the sale before."""
        self._run, self._marks = None, {}
        self.travel.forget()
        self._show_parts(shown=False)
        self._empty.hide()
        self.slider.hide()

    def show_run(self, run: ProcessRun | None) -> None:
        """Show a run, or that there is none; in the past it is looked at again later."""
        self._run = run
        if self.travel.then is not None:
            return
        self._show_parts(shown=run is not None)
        self._empty.setVisible(run is None)
        if run is None:
            return
        self.title.setText(run.process_label)
        self._say_status(run.status)
        facts = [self.tr("version {number}").format(number=run.version)]
        facts.append(self.tr("started {moment}").format(moment=moment_text(run.started_at)))
        facts += [run.started_by] if run.started_by else []
        if run.ended_at is not None:
            facts.append(self.tr("ended {moment}").format(moment=moment_text(run.ended_at)))
        self.facts.setText(" · ".join(facts))
        self.diagram.set_diagram(run.diagram)
        self._steps_title.setText(self.tr("Steps, the newest first"))
        listed = [step for step in run.steps if step.tag in _LISTED]
        self.steps.set_rows([self._row(number, step) for number, step in enumerate(listed)])

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.picture.setText(self.tr("Save picture"))
        self.steps.setAccessibleName(self.tr("Steps, the newest first"))
        if self._subject == "lead":
            none = (self.tr("No process has run on this lead"), self.tr("Actions, “Run the lead handover” starts it."))
        else:
            none = (
                self.tr("No process has run on this sale"),
                self.tr("Actions, “Run the corporate sales process” starts it."),
            )
        self._empty.set_texts(*none)
        self.slider.retranslate()
        self._travelled(self.travel.then)
        super().retranslate()

    def _show_parts(self, *, shown: bool) -> None:
        for part in (
            self.title, self.status, self.facts, self.picture, self.diagram, self._steps_title, self.steps,
        ):  # fmt: skip
            part.setVisible(shown)

    def _say_status(self, status: str) -> None:
        words, tone = {
            "": (self.tr("not begun"), "muted"),
            "running": (self.tr("running"), "accent"),
            "completed": (self.tr("completed"), "good"),
            "terminated": (self.tr("ended"), "muted"),
            "cancelled": (self.tr("cancelled"), "muted"),
            "error": (self.tr("stopped by an error"), "bad"),
        }.get(status, (status, "muted"))
        self.status.set_text(words)
        self.status.set_tone(tone)  # type: ignore[arg-type]

    def _show_incidents(self, rows: tuple[IncidentRow, ...]) -> None:
        self._marks = marks_of(rows)
        if self.travel.then is None:
            self.diagram.set_marks(self._marks)

    def _show_slider(self) -> None:
        self.slider.setVisible(self.travel.moments > 1)

    def _travelled(self, then: Replay | None) -> None:
        """Show diagram and tasks as they were, or the present again; the page around goes along."""
        if then is None:
            if self._run is not None:
                self.show_run(self._run)
            self.diagram.set_marks(self._marks)
        elif self._run is not None:
            picture = then.picture()
            drawn = self._run.diagram if picture is None else picture.diagram
            self.diagram.set_diagram(marked(drawn, then.states, then.taken))
            self.diagram.set_marks(marks_then(then))
            self._say_status(then.moment.status)
            self._steps_title.setText(self.tr("Tasks as they were then"))
            tasks = (*then.open_tasks(), *then.closed_tasks(most=_MOST_CLOSED))
            self.steps.set_rows([self._task_row(task) for task in tasks])
        self.travelled.emit(then)

    def _task_row(self, task: PastTask) -> Row:
        words = {
            "planned": self.tr("open, due {moment}").format(moment=moment_text(task.due_at)),
            "done": self.tr("done"),
            "cancelled": self.tr("was cancelled"),
        }[task.status]
        second = " · ".join(part for part in (words, task.result, task.owner.label) if part)
        icon = {"planned": "play", "done": "check", "cancelled": "x"}[task.status]
        key = f"{task.id}:{task.element_id}"
        return Row(key, task.title, second=second, icon=icon, strong=task.status == "planned")

    def _row(self, number: int, step: RunStep) -> Row:
        began = " · ".join(part for part in (moment_text(step.began_at), step.began_by) if part)
        if step.ended_at is None:
            second = self.tr("running since {began}").format(began=began)
        else:
            ended = " · ".join(part for part in (moment_text(step.ended_at), step.ended_by) if part)
            words = {
                "done": self.tr("done {ended}, begun {began}"),
                "cancelled": self.tr("cancelled {ended}, begun {began}"),
            }
            second = words[step.state].format(ended=ended, began=began)
        key = f"{number}:{step.element_id}"
        return Row(key, step.label, second=second, icon=_ICONS[step.state], strong=step.state == "running")

    def _save_picture(self) -> None:
        from ui.diagram.saving import save_as

        save_as(self.window(), self.bridge, self.diagram.plane())

    def _show_step(self, key: str) -> None:
        self.diagram.show_element(key.partition(":")[2])
