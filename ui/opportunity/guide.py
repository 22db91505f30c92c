"""GuideSheet: the guide of the stage beside the page (R18): goal, steps, what the program does, what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.exchange import Query
from desktop.views.guide import StageGuide
from ui.bridge import Bridge
from ui.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.labels import IconLabel, SectionTitle, Text
from ui.widgets.styling import restyle

_WIDTH = 318


class GuideSheet(QWidget):
    """Closed until it is asked for; while it is open it follows the stage of the page."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stageGuide")
        self._bridge = bridge
        self._record: int | None = None
        self._stage = ""
        self._view: StageGuide | None = None
        self._steps: list[QWidget] = []
        self._focus_before: QWidget | None = None
        look = theme()
        self.setFixedWidth(look.px(_WIDTH))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, look.px(18), look.px(14))
        card = QFrame(self)
        restyle(card, role="card")
        around.addWidget(card)
        outer = QVBoxLayout(card)
        outer.setContentsMargins(*(look.px(14),) * 4)
        outer.setSpacing(look.px(8))
        head = QHBoxLayout()
        self.title = Text("", self, role="dialogTitle", wrap=True, name="guideTitle")
        self.close_button = IconButton("x", "", self, size=14, name="closeGuideButton")
        self.close_button.clicked.connect(self.close_sheet)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(head)
        area = QScrollArea(self)
        restyle(area, role="clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        area.setWidget(sheet)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, look.px(6), 0)
        column.setSpacing(look.px(6))
        self._heads = [SectionTitle("", sheet) for _ in range(4)]
        self.goal, self.program, self.following = (Text("", sheet, wrap=True) for _ in range(3))
        self.goal.setObjectName("guideGoal")
        self.program.setObjectName("guideProgram")
        self.following.setObjectName("guideNext")
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(7))
        column.addWidget(self._heads[0])
        column.addWidget(self.goal)
        column.addSpacing(look.px(6))
        column.addWidget(self._heads[1])
        column.addLayout(self._list)
        for place, part in ((2, self.program), (3, self.following)):
            column.addSpacing(look.px(6))
            column.addWidget(self._heads[place])
            column.addWidget(part)
        self.source = Text("", sheet, role="small", tone="muted", wrap=True, name="guideSource")
        column.addSpacing(look.px(8))
        column.addWidget(self.source)
        column.addStretch(1)
        outer.addWidget(area, 1)
        self.hide()

    def toggle(self) -> None:
        """Open the guide, or close it."""
        if self.isVisible():
            self.close_sheet()
        elif self._record is not None:
            self._ask()

    def close_sheet(self) -> None:
        """Close it and give the keyboard back to where it was."""
        now = QApplication.focusWidget()
        before = self._focus_before
        if now is not None and self.isAncestorOf(now) and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._focus_before = None
        self.hide()

    def show_stage(self, record: int | None, stage: str) -> None:
        """Stand on another opportunity or stage."""
        other = record != self._record
        if (record, stage) == (self._record, self._stage):
            return
        self._record, self._stage = record, stage
        if other:
            self.hide()
        elif self.isVisible():
            self._ask()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.close_button.set_label(self.tr("Close the guide"), shortcut="Esc")
        for head, text in zip(
            self._heads,
            (
                self.tr("Goal"),
                self.tr("Recommended steps"),
                self.tr("What the program does"),
                self.tr("What comes next"),
            ),
            strict=True,
        ):
            head.setText(text)
        if self.isVisible():
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
            return
        super().keyPressEvent(event)

    def _ask(self) -> None:
        query = Query("stage_guide", opportunity=self._record)
        self._bridge.ask(query, self._show, owner=self, key="guide")

    def _show(self, guide: StageGuide) -> None:
        self._view = guide
        self.title.setText(guide.stage_label)
        for step in self._steps:
            step.hide()
            step.deleteLater()
        self._steps = [self._step(number, text) for number, text in enumerate(guide.steps, 1)]
        parts = (guide.goal, " ".join(guide.steps), guide.program, guide.following)
        for head, text in zip(self._heads, parts, strict=True):
            head.setVisible(bool(text))
        self.goal.setText(guide.goal)
        self.program.setText(guide.program)
        self.following.setText(guide.following)
        if any(parts):
            self.source.setText(self.tr("From the process “{process}”.").format(process=guide.process_label))
        else:
            words = self.tr("The process “{process}” says nothing about this stage: it waits until another is chosen.")
            self.source.setText(words.format(process=guide.process_label))
        self.setAccessibleName(self.tr("Guide of the stage {stage}").format(stage=guide.stage_label))
        if not self.isVisible():
            self._focus_before = QApplication.focusWidget()
            self.show()
            self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _step(self, number: int, text: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(IconLabel("circle-check", line, tone="accent_text", size=15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(text, line, wrap=True), 1)
        line.setAccessibleName(f"{number}. {text}")
        self._list.addWidget(line)
        return line
