"""RunTravel: the slider under the diagram of a run, which is drawn as it was, with the stage and the tasks of then."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.diagram import Diagram, Mark, marked
from desktop.views.exchange import Query
from desktop.views.past import PastTask, Replay
from ui.bridge import Bridge
from ui.diagram.view import DiagramView
from ui.formats import moment_text
from ui.theme import theme
from ui.time_travel.slider import TimeSlider
from ui.time_travel.travel import TimeTravel, marks_then
from ui.widgets.labels import Text

_NAMED = 3


class RunTravel(QWidget):
    """Shows a diagram as it is, or as it was at the moment on which the slider stands; hidden without a run."""

    def __init__(self, bridge: Bridge, diagram: DiagramView, parent: QWidget) -> None:
        super().__init__(parent)
        self._diagram = diagram
        self._present: Diagram | None = None
        self._marks: dict[str, Mark] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        self.slider = TimeSlider(self)
        self.facts = Text("", self, role="small", wrap=True, name="thenFacts")
        column.addWidget(self.slider)
        column.addWidget(self.facts)
        self.travel = TimeTravel(bridge, self.slider)
        self.travel.travelled.connect(self._travelled)
        self.travel.read.connect(self._fill)
        self.facts.hide()
        self.hide()

    def show_run(self, run: int | None, present: Diagram) -> None:
        """Show this run, which looks like ``present`` now; a moment of the past that is shown stays."""
        self._present = present
        self.travel.show(None if run is None else Query("run_moments", run=run))
        if self.travel.then is None:
            self._diagram.set_diagram(present)

    def show_marks(self, marks: dict[str, Mark]) -> None:
        """Mark the steps that could not be taken; in the past those of then are marked."""
        self._marks = marks
        if self.travel.then is None:
            self._diagram.set_marks(marks)

    def forget(self) -> None:
        """Another page is shown: nothing of the past of the one before stays."""
        self._marks = {}
        self.travel.forget()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.slider.retranslate()

    def _fill(self) -> None:
        self.setVisible(self.travel.moments > 1)

    def _travelled(self, then: Replay | None) -> None:
        self.facts.setVisible(then is not None)
        if self._present is None:
            return
        if then is None:
            self._diagram.set_diagram(self._present)
            self._diagram.set_marks(self._marks)
            return
        picture = then.picture()
        drawn = self._present if picture is None else picture.diagram
        self._diagram.set_diagram(marked(drawn, then.states, then.taken))
        self._diagram.set_marks(marks_then(then))
        self.facts.setText(self._facts(then))

    def _facts(self, then: Replay) -> str:
        tasks = then.open_tasks()
        named = [self._task(task, then.moment.at) for task in tasks[:_NAMED]]
        if len(tasks) > _NAMED:
            named.append(self.tr("and %n more", "", len(tasks) - _NAMED))
        opened = ", ".join(named) or self.tr("none")
        parts = []
        if then.moment.stage:
            parts.append(self.tr("Stage then: {stage}.").format(stage=then.moment.stage))
        parts.append(self.tr("Open tasks then: {tasks}.").format(tasks=opened))
        return " ".join(parts)

    def _task(self, task: PastTask, at: datetime) -> str:
        words = self.tr("{task} ({owner}, due {moment})")
        return words.format(task=task.title, owner=task.owner.label, moment=moment_text(task.due_at, now=at))
