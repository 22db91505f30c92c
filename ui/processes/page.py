"""ProcessPage (processPage): one version of a process, or one of its runs: diagram, steps, who runs it, versions."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Availability, Changes, Place, Query
from desktop.views.processes import ProcessPage as View
from ui.bridge import Bridge
from ui.commands import Command
from ui.diagram.view import DiagramView
from ui.page import Page
from ui.process_log.incident_bar import IncidentBar, marks_of
from ui.process_log.tab import LogCard
from ui.processes.link_pill import LinkPill
from ui.processes.parts import PageParts
from ui.processes.step_card import StepCard
from ui.processes.tab import ProcessTab
from ui.theme import theme
from ui.time_travel.run import RunTravel
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, Pill

TABS: dict[str, str] = {
    "steps": "ui.processes.steps:StepsTab",
    "running": "ui.processes.running:RunningTab",
    "log": "ui.process_log.tab:LogTab",
    "versions": "ui.processes.versions:VersionsTab",
}
"""Name to "module:class" of the tabs after the diagram, in their order; made when first looked at. The title stands in
ProcessPage._name_tabs."""

_TOUCHED_BY = ("process_definition", "process_instance", "opportunity", "lead")


class ProcessPage(Page):
    """Stands on the place ``process`` (a version) or ``process_run`` (a run, drawn on the version that it runs)."""

    help_page = "processes"

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("processPage")
        self.view: View | None = None
        self._made: dict[str, ProcessTab] = {}
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        column.setSpacing(look.px(12))
        column.addLayout(self._head())
        self.incident_bar = IncidentBar(bridge, self)
        column.addWidget(self.incident_bar)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("processTabs")
        self.tabs.setDocumentMode(True)
        self.diagram = DiagramView(self, name="processDiagram")
        self.diagram.setMinimumHeight(look.px(200))
        sheet = QWidget(self.tabs)
        self.under_diagram = QVBoxLayout(sheet)
        """The diagram, and what stands below it in the same card."""
        self.under_diagram.setContentsMargins(0, look.px(8), 0, 0)
        self.under_diagram.setSpacing(look.px(8))
        self.under_diagram.addWidget(self.diagram, 1)
        self.past = RunTravel(bridge, self.diagram, sheet)
        self.under_diagram.addWidget(self.past)
        self.incident_bar.shown.connect(lambda rows: self.past.show_marks(marks_of(rows)))
        self.tabs.addTab(sheet, "")
        self._places: dict[str, QWidget] = {}
        for name in TABS:
            self._places[name] = QWidget(self.tabs)
            QVBoxLayout(self._places[name]).setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(self._places[name], "")
        self.try_button = Button("", self, small=True, icon="play", name="tryButton")
        self.try_button.clicked.connect(self.try_out)
        corner = QWidget(self.tabs)
        beside_tabs = QHBoxLayout(corner)
        beside_tabs.setContentsMargins(0, 0, 0, look.px(7))
        beside_tabs.addWidget(self.try_button)
        self.tabs.setCornerWidget(corner)
        self.tabs.currentChanged.connect(self._tab_changed)
        card = Card(parent=self)
        card.body.addWidget(self.tabs)
        self._lower = QWidget(self)
        self.cards = QHBoxLayout(self._lower)
        """The cards below the diagram, side by side."""
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.cards.setSpacing(look.px(12))
        self.step_card = StepCard(bridge, self._lower)
        self.cards.addWidget(self.step_card, 1)
        self.log_card = LogCard(bridge, self._lower)
        self.log_card.element_wanted.connect(self._choose_element)
        self.log_card.go.connect(self.go)
        self.cards.addWidget(self.log_card, 1)
        self.diagram.element_chosen.connect(self.step_card.choose)
        parts = PageParts(self)
        parts.show_parts(card, self._lower)
        column.addWidget(parts, 1)

    def _head(self) -> QHBoxLayout:
        row = self._head_row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        self.title_label = ElidedLabel("", self, role="pageTitle", name="titleLabel")
        self.title_label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.version_pill = Pill("", self, name="versionPill")
        self.state_pill = Pill("", self, tone="warning", name="statePill")
        self.run_pill = LinkPill(self, name="runPill")
        self.run_pill.clicked.connect(self._open_record)
        self.tools = QHBoxLayout()
        """Buttons before Run."""
        self.tools.setSpacing(theme().px(8))
        self.export_button = Button("", self, icon="download", name="exportBpmnButton")
        self.export_button.clicked.connect(self.export)
        self.tools.addWidget(self.export_button)
        self.picture_button = Button("", self, icon="image", name="savePictureButton")
        self.picture_button.clicked.connect(self.save_picture)
        self.tools.addWidget(self.picture_button)
        self.cancel_run_button = Button("", self, icon="circle-x", name="cancelRunButton")
        self.cancel_run_button.clicked.connect(self.cancel_run)
        self.tools.addWidget(self.cancel_run_button)
        self.run_button = Button("", self, kind="primary", name="runThisProcess")
        self.run_button.clicked.connect(self.run_process)
        row.addWidget(self.title_label)
        for pill in (self.version_pill, self.state_pill, self.run_pill):
            pill.hide()
            row.addWidget(pill)
        row.addStretch(1)
        row.addLayout(self.tools)
        row.addWidget(self.run_button)
        return row

    # the page

    def title(self) -> str:
        """Return the name of the process, and of the record that the run is about."""
        if self.view is None:
            return ""
        return f"{self.view.label}, {self.view.run.record}" if self.view.run is not None else self.view.label

    def commands(self) -> list[Command]:
        """Run it, or try it out."""
        return [
            Command("process.run", self.tr("Run this process"), self.run_process, "", "play", self._can_run),
            Command("process.cancel", self.tr("Cancel this run..."), self.cancel_run, "", "circle-x", self._can_cancel),
            Command("process.try", self.tr("Try this process out"), self.try_out, icon="workflow"),
            Command("process.export", self.tr("Export the process as BPMN..."), self.export, icon="download"),
            Command("process.picture", self.tr("Save a picture of the diagram..."), self.save_picture, icon="image"),
        ]

    def open(self, place: Place) -> None:
        """Stand on another version or run."""
        self.past.travel.to_present()
        if place != self.place:
            self.view = None
            self.past.forget()
            self.tabs.setCurrentIndex(0)
        super().open(place)

    def load(self) -> None:
        """Ask for the version, and for what the run has done on it."""
        what = {"run" if self.place.name == "process_run" else "definition": self.place.id}
        self.bridge.ask(Query("process_page", **what), self._arrived, owner=self, key="page")

    def refresh(self, changes: Changes) -> None:
        """Ask again when a version, a run or a record has changed."""
        if any(map(changes.touches, _TOUCHED_BY)):
            self.load()
        self.incident_bar.refresh(changes)
        self.log_card.refresh(changes)
        for tab in self._made.values():
            tab.refresh(changes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the head readable, also beside the manual."""
        super().resizeEvent(event)
        self._fit_tools()

    def _fit_tools(self) -> None:
        """Show tools by icon and tip, one after the other, where their words would cut the name of the process."""
        tools = (
            (self.export_button, self.tr("Export BPMN")),
            (self.picture_button, self.tr("Save picture")),
            (self.cancel_run_button, self.tr("Cancel the run...")),
        )
        for button, words in tools:
            button.setText(words)
            button.setAccessibleName(words)
            button.setToolTip("")
        edges = self.contentsRect().width() - 2 * theme().px(18)
        for button, words in tools:
            for row in (self.tools, self._head_row):
                row.invalidate()  # a word that has gone counts at once
            if self._head_row.sizeHint().width() > edges:
                button.setText("")
                button.setToolTip(words)

    def focus_first(self) -> None:
        """Begin on the diagram."""
        self.diagram.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set all texts."""
        self.run_button.setText(self.tr("Run"))
        self.log_card.retranslate()
        self._fit_tools()
        self.try_button.setText(self.tr("Try it out"))
        self.try_button.setToolTip(self.tr("On an imagined record: nothing is written"))
        self.past.retranslate()
        self._name_tabs()
        for tab in self._made.values():
            tab.retranslate()
        if self.view is not None:
            self.load()  # names and descriptions are the core's, in the reader's language

    def _name_tabs(self) -> None:
        count = self.view.running if self.view is not None else 0
        titles = {
            "steps": self.tr("Steps"),
            "running": self.tr("Running ({count})").format(count=count),
            "log": self.tr("Log"),
            "versions": self.tr("Versions"),
        }
        self.tabs.setTabText(0, self.tr("Diagram"))
        for name, place in self._places.items():
            self.tabs.setTabText(self.tabs.indexOf(place), titles[name])

    # tabs

    def show_tab(self, name: str) -> ProcessTab:
        """Bring a tab to the front and return it."""
        self.tabs.setCurrentWidget(self._places[name])
        self._tab_changed()
        return self._made[name]

    def show_element(self, element_id: str) -> None:
        """Bring an element of the diagram into view."""
        self.tabs.setCurrentIndex(0)
        self.diagram.show_element(element_id)
        self.step_card.choose(element_id)

    def _tab_changed(self, _number: int = 0) -> None:
        self._lower.setVisible(self.tabs.currentIndex() == 0)
        shown = self.tabs.currentWidget()
        for name, place in self._places.items():
            if place is shown and name not in self._made:
                module, kind = TABS[name].split(":")
                tab: ProcessTab = getattr(import_module(module), kind)(self.bridge, place)
                inside = place.layout()
                if inside is not None:
                    inside.addWidget(tab)
                self._made[name] = tab
                tab.go.connect(self.go)
                tab.element_wanted.connect(self.show_element)
                tab.retranslate()
                if self.view is not None:
                    tab.show_page(self.view)
                tab.show()

    # what can be done

    def run_process(self) -> None:
        """Run the process anew."""
        if self.view is not None and self._can_run().enabled:
            self.window().run_process(self.view.key)  # type: ignore[attr-defined]

    def export(self) -> None:
        """Write the file of this version to the disk, byte by byte."""
        if self.view is not None:
            from ui.processes.export import export_bpmn  # not above: few need it

            export_bpmn(self.window(), self.bridge, self.view.id, f"{self.view.key} {self.view.number}")

    def save_picture(self) -> None:
        """Write a picture of the diagram to the disk as it is shown."""
        if self.view is not None:
            from ui.diagram.saving import save_as  # not above: few need it

            save_as(self.window(), self.bridge, self.diagram.plane(), self.title())

    def try_out(self) -> None:
        """Try this version out on an imagined record."""
        if self.view is not None:
            from ui.trial.dialog import open_trial  # not above: few need it

            open_trial(self.window(), self.bridge, definition=self.view.id)

    def cancel_run(self) -> None:
        """Ask whether the run is to be cancelled, saying what that does (N1)."""
        from ui.process_log.cancel_dialog import CancelRunDialog  # not above: rarely wanted

        run = self.view.run if self.view is not None else None
        if self.view is not None and run is not None and self._can_cancel().enabled:
            CancelRunDialog(self.window(), self.bridge, run.id, self.view.label).open()

    def _can_cancel(self) -> Availability:
        run = self.view.run if self.view is not None else None
        running = run is not None and run.status == "running"
        return Availability(running, "" if running else self.tr("Only a run under way can be cancelled"))

    def _choose_element(self, element_id: str) -> None:
        self.diagram.choose(element_id)
        self.step_card.choose(element_id)

    def _can_run(self) -> Availability:
        return self.view.runs if self.view is not None else Availability(False)

    def _open_record(self) -> None:
        run = self.view.run if self.view is not None else None
        if run is not None and run.place is not None:
            self.go.emit(run.place)

    # answers

    def _arrived(self, view: View) -> None:
        fresh = self.view is None
        self.view = view
        self.title_label.setText(view.label)
        self.version_pill.set_text(self.tr("version {number}").format(number=view.number))
        self.version_pill.show()
        self._show_state(view)
        self._show_run(view)
        self.past.show_run(None if view.run is None else view.run.id, view.diagram)
        self.step_card.show_page(view)
        if fresh:
            self._choose_element("")
            self._choose_first(view)
        else:
            self.step_card.choose(self.diagram.chosen())
        self._name_tabs()
        can = self._can_run()
        self.run_button.setEnabled(can.enabled)
        self.run_button.setToolTip(can.why_not)
        self.cancel_run_button.setVisible(self._can_cancel().enabled)
        self._fit_tools()
        self.incident_bar.show_run(None if view.run is None else view.run.id)
        self.log_card.show_page(view)
        for tab in self._made.values():
            tab.show_page(view)
        if fresh and self.place.element:
            self.show_element(self.place.element)
        self.title_changed.emit()
        self.commands_changed.emit()

    def _choose_first(self, view: View) -> None:
        """Choose where the run stands: the task or event that it waits at, not what is around it."""
        running = [node for node in view.diagram.nodes if node.state == "running"]
        if running:
            smallest = min(running, key=lambda node: node.box[2] * node.box[3])
            self.diagram.choose(smallest.id)
            self.step_card.choose(smallest.id)

    def _show_state(self, view: View) -> None:
        if not view.current:
            words = self.tr("switched off")
        elif view.current != view.number:
            words = self.tr("version {number} is run now").format(number=view.current)
        else:
            words = ""
        self.state_pill.set_text(words)
        self.state_pill.setVisible(bool(words))

    def _show_run(self, view: View) -> None:
        run = view.run
        self.run_pill.setVisible(run is not None)
        if run is None:
            return
        words = {
            "running": self.tr("Running on {record}"),
            "completed": self.tr("Completed on {record}"),
            "cancelled": self.tr("Cancelled on {record}"),
            "error": self.tr("Stopped on {record}"),
        }.get(run.status, self.tr("Ended on {record}"))
        self.run_pill.set_text(words.format(record=run.record or self.tr("no record")))
        self.run_pill.set_tone("good" if run.status in ("running", "completed") else "muted")
        self.run_pill.setToolTip(run.title)
