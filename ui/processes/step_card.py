"""StepCard: below the diagram, what the library says of the element that is chosen there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Query
from desktop.views.processes import ProcessPage, ProcessStep
from ui.bridge import Bridge
from ui.formats import moment_text
from ui.processes.step_view import StepView
from ui.widgets.card import Card


class StepCard(Card):
    """Follows the diagram; where nothing is chosen it says what the process is for."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent=parent, name="stepCard")
        self._bridge = bridge
        self._view: ProcessPage | None = None
        self._steps: dict[str, ProcessStep] = {}
        self._element = ""
        self.title.setWordWrap(True)  # a long name leaves the card beside it its width
        self.step_view = StepView(self, name="chosenStep")
        self.body.addWidget(self.step_view, 1)

    def show_page(self, view: ProcessPage) -> None:
        """Stand on a version; its steps are read once."""
        if self._view is None or self._view.id != view.id:
            self._steps = {}
            self._element = ""
        self._view = view
        query = Query("process_steps", definition=view.id)
        self._bridge.ask(query, self._arrived, owner=self, key="steps")
        self._show()

    def choose(self, element_id: str) -> None:
        """Say something about that element."""
        self._element = element_id
        self._show()

    def _with_its_time(self, step: ProcessStep) -> ProcessStep:
        """Add until when the run that is shown waits here."""
        run = None if self._view is None else self._view.run
        timers = () if run is None else run.timers
        heading = self.tr("In this run")
        said = self.tr("The time comes {moment}; the process then goes on by itself.")
        facts = [(heading, said.format(moment=moment_text(due))) for element, due in timers if element == step.id]
        return replace(step, facts=(*facts, *step.facts)) if facts else step

    def _arrived(self, steps: tuple[ProcessStep, ...]) -> None:
        self._steps = {step.id: step for step in steps}
        self._show()

    def _show(self) -> None:
        step = self._steps.get(self._element)
        if step is not None:
            label = step.label or step.kind
            self.set_title(self.tr("{kind}: {step}").format(kind=step.kind, step=label) if step.label else label)
            self.step_view.show_step(self._with_its_time(step))
            return
        self.set_title(self.tr("About the process"))
        said = [self._view.description or self._view.summary] if self._view is not None else []
        said.append(self.tr("Choose a step on the diagram to read what it is for and where its results lead."))
        self.step_view.show_text("\n\n".join(part for part in said if part))
