"""StepsTab: every step with its description, in either language, its results and where they lead (R14)."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Query
from desktop.views.processes import ProcessStep
from ui.bridge import Bridge
from ui.language import LANGUAGES, NAMES, LanguageCode
from ui.processes.step_view import StepView
from ui.processes.tab import ProcessTab
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Pill, Text
from ui.widgets.rows import Row, RowList

_INDENT = "\u2003"
_ICONS = {
    "userTask": "user",
    "manualTask": "user",
    "subProcess": "flag",
    "startEvent": "play",
    "endEvent": "circle-check",
    "intermediateCatchEvent": "clock",
    "serviceTask": "settings",
}


class StepsTab(ProcessTab):
    """The steps at the left in the order of the file, what is chosen at the right."""

    touched_by = ("process_definition", "opportunity_stage", "lead_stage")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("stepsTab")
        look = theme()
        self._steps: tuple[ProcessStep, ...] = ()
        self._language = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(10), 0, 0)
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.setSpacing(look.px(6))
        self.count_label = Text("", self, tone="muted", name="stepCount")
        self.missing_pill = Pill("", self, tone="warning", name="missingDescriptions")
        head.addWidget(self.count_label)
        head.addWidget(self.missing_pill)
        head.addStretch(1)
        group = QButtonGroup(self)
        self.languages: dict[LanguageCode, Button] = {}
        for code in LANGUAGES:
            button = Button(NAMES[code], self, kind="choice", small=True, name=f"stepsIn_{code}")
            button.clicked.connect(lambda _checked=False, code=code: self._speak(code))
            group.addButton(button)
            head.addWidget(button)
            self.languages[code] = button
        column.addLayout(head)
        sides = QHBoxLayout()
        sides.setSpacing(look.px(16))
        self.list = RowList(self, name="stepList", wrap=True, single_click=False)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.list.chosen.connect(self.element_wanted)
        right = QVBoxLayout()
        right.setSpacing(look.px(8))
        self.step_title = Text("", self, role="dialogTitle", wrap=True, name="stepTitle")
        self.kind_label = Text("", self, role="small", tone="muted")
        self.view_step = StepView(self, name="stepView")
        self.show_button = Button("", self, name="showStepButton")
        self.show_button.clicked.connect(self._show_on_diagram)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.show_button)
        right.addWidget(self.kind_label)
        right.addWidget(self.step_title)
        right.addWidget(self.view_step, 1)
        right.addLayout(foot)
        sides.addWidget(self.list, 5)
        sides.addLayout(right, 6)
        column.addLayout(sides, 1)

    def ask(self) -> None:
        """Ask for the steps of the version."""
        assert self.view is not None
        query = Query("process_steps", definition=self.view.id, language=self._language)
        self.bridge.ask(query, self._show, owner=self, key="steps")

    def retranslate(self) -> None:
        """Say everything in the language in force; the steps too, whatever was chosen before."""
        self._language = ""
        here = self._here()
        for code, button in self.languages.items():
            button.setChecked(code == here)
            button.setAccessibleName(self.tr("Descriptions in {language}").format(language=NAMES[code]))
        self.list.setAccessibleName(self.tr("Steps"))
        self.show_button.setText(self.tr("Show on the diagram"))
        super().retranslate()

    def _here(self) -> str:
        """Return the language of the window."""
        language = getattr(self.window(), "language", None)
        return language.code if language is not None else "en"

    def _speak(self, code: LanguageCode) -> None:
        self._language = code
        if self.view is not None:
            self.ask()

    def _show(self, steps: tuple[ProcessStep, ...]) -> None:
        before = self.list.selected()
        self._steps = steps
        rows = [self._row(step) for step in steps]
        ids = [step.id for step in steps]
        self.list.set_rows(rows, select=before if before in ids else (ids[0] if ids else None))
        self.count_label.setText(self.tr("%n step(s)", "", len(steps)))
        missing = sum(1 for step in steps if step.missing)
        self.missing_pill.set_text(self.tr("%n without description", "", missing))
        self.missing_pill.setVisible(missing > 0)
        self._show_chosen()

    def _row(self, step: ProcessStep) -> Row:
        label = step.label or step.kind
        return Row(
            step.id,
            f"{_INDENT * step.depth}{label}",
            second=step.description or self.tr("There is no description."),
            icon=_ICONS.get(step.tag, "diamond" if step.tag.endswith("Gateway") else "workflow"),
            strong=step.depth == 0 or bool(step.guide),
        )

    def _chosen(self) -> ProcessStep | None:
        key = self.list.selected()
        return next((step for step in self._steps if step.id == key), None)

    def _show_chosen(self) -> None:
        step = self._chosen()
        self.show_button.setEnabled(step is not None)
        if step is not None:
            self.kind_label.setText(step.kind)
            self.step_title.setText(step.label or step.kind)
            self.view_step.show_step(step)

    def _show_on_diagram(self) -> None:
        step = self._chosen()
        if step is not None:
            self.element_wanted.emit(step.id)
