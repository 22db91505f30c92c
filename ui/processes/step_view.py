"""StepView: what the library says of one step: description, guide, facts, results and where they lead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.guide import StageGuide
from desktop.views.processes import ProcessStep, StepResult
from ui.theme import theme
from ui.widgets.card import Line
from ui.widgets.labels import Pill, Text, Tone
from ui.widgets.styling import restyle

_TONES: dict[str, Tone] = {"done": "good", "again": "warning", "lost": "bad"}
_WIDEST_PILL = 150


class StepView(QScrollArea):
    """Scrolls; says by itself where nothing is to be said."""

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        restyle(self, role="clear")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._step: ProcessStep | None = None
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self.setWidget(self._sheet)

    def show_text(self, text: str) -> None:
        """Show a text alone: nothing is chosen."""
        self._step = None
        self._begin()
        self._column.addWidget(Text(text, self._sheet, tone="muted", wrap=True))
        self._end()

    def show_step(self, step: ProcessStep) -> None:
        """Show a step."""
        if step == self._step:
            return
        self._step = step
        self._begin()
        if step.missing:
            line = QHBoxLayout()
            line.addWidget(Pill(self.tr("no description in this language"), self._sheet, tone="warning"))
            line.addStretch(1)
            self._column.addLayout(line)
        if step.description:
            self._column.addWidget(Text(step.description, self._sheet, tone="muted", wrap=True, name="stepDescription"))
        if step.guide is not None:
            self._show_guide(step.guide)
        if step.results:
            self._show_results(step.results)
        if step.facts:
            self._show_facts(step.facts)
        self._end()

    def texts(self) -> str:
        """Return all that is said, for tests and assistive tools."""
        parts = self._sheet.findChildren(Text) + self._sheet.findChildren(Pill)
        return "\n".join(part.text() for part in parts)

    # parts

    def _begin(self) -> None:
        look = theme()
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 0, look.px(6), 0)
        self._column.setSpacing(look.px(6))

    def _end(self) -> None:
        self._column.addStretch(1)
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.setWidget(self._sheet)
        self.setAccessibleDescription(self.texts())
        self.verticalScrollBar().setValue(0)

    def _heading(self, text: str) -> None:
        self._column.addWidget(Text(text, self._sheet, role="strong"))

    def _show_guide(self, guide: StageGuide) -> None:
        for heading, text in (
            (self.tr("Goal"), guide.goal),
            (self.tr("Recommended steps"), "\n".join(f"• {step}" for step in guide.steps)),
            (self.tr("What the program does"), guide.program),
            (self.tr("What comes next"), guide.following),
        ):
            if text:
                self._heading(heading)
                self._column.addWidget(Text(text, self._sheet, tone="muted", wrap=True))

    def _show_results(self, results: tuple[StepResult, ...]) -> None:
        look = theme()
        ways = not any(result.tone for result in results)
        self._heading(self.tr("Ways and where they lead") if ways else self.tr("Results and where they lead"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(14))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        row = 0
        for result in results:
            label: QWidget
            if ways:
                label = Text(result.label or "→", self._sheet, wrap=True)
            else:
                label = Pill(result.label, self._sheet, tone=_TONES.get(result.tone, "muted"))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            words = f"{result.leads}\n{result.asks}" if result.asks else result.leads
            grid.addWidget(Text(words, self._sheet, wrap=True), row, 1)
            grid.addWidget(Line(self._sheet), row + 1, 0, 1, 2)
            row += 2
        self._column.addLayout(grid)

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        before = ""
        for heading, text in facts:
            if heading != before:
                self._heading(heading)
            before = heading
            self._column.addWidget(Text(text, self._sheet, tone="muted", wrap=True))
