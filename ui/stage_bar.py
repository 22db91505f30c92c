"""The stage bar: chevrons across the page, one button per stage, the last one with the final stages (R4, R9, R10)."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from desktop.views.opportunities import StageBar as StageBarView
from desktop.views.opportunities import StageChip
from ui.chevron import Chevron
from ui.formats import sentence
from ui.icons import set_icon
from ui.stage_tip import StageTip
from ui.tab_order import line_up, stop_before
from ui.theme import theme
from ui.widgets.buttons import IconButton


class StageBar(QWidget):
    """All stages of an opportunity or a lead. It holds no rules: what is open, and why not, comes with the view."""

    chosen = Signal(str)
    """The code of the stage that the person wants to enter (open or final)."""
    asks_consequences = Signal(str)
    """The person points at a stage: answer with :meth:`set_consequences`."""

    guide_wanted = Signal()
    """The person wants the guide of the present stage (R18)."""

    def __init__(self, parent: QWidget | None = None, *, guided: bool = False) -> None:
        """``guided`` puts a button for the stage's guide on the present chevron."""
        super().__init__(parent)
        self.setObjectName("stageBar")
        self.guide = IconButton("circle-help", "", self, tone="on_accent", size=15, name="stageGuideButton")
        self.guide.clicked.connect(self.guide_wanted)
        self.guide.setVisible(False)
        self._guided = guided
        self._view: StageBarView | None = None
        self._chevrons: list[Chevron] = []
        self._chips: dict[str, StageChip] = {}
        self._pointed = ""
        self._tip: StageTip | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.closed = Chevron(self)
        self.closed.setObjectName("stage_closed")
        self.closed.clicked.connect(self.open_menu)
        self.closed.installEventFilter(self)
        self.menu = QMenu(self)
        self.menu.setObjectName("closedStages")
        self.closed.setMenu(self.menu)
        self.menu.setToolTipsVisible(True)
        self.menu.hovered.connect(self._menu_hovered)
        self.menu.aboutToHide.connect(self._hide_tip)
        self._actions: dict[str, QAction] = {}
        self.retranslate()

    def button(self, code: str) -> Chevron:
        """Return the chevron of an open stage; KeyError where there is none."""
        for chevron in self._chevrons:
            if chevron.objectName() == f"stage_{code}":
                return chevron
        raise KeyError(code)

    def set_view(self, view: StageBarView) -> None:
        """Show these stages; buttons of known stages are kept, so that focus and hover stay."""
        if view == self._view:
            return
        self._view = view
        self._chips = {chip.code: chip for chip in (*view.stages, *view.finals)}
        while len(self._chevrons) < len(view.stages):
            self._add_chevron()
        while len(self._chevrons) > len(view.stages):
            gone = self._chevrons.pop()
            gone.hide()
            gone.setObjectName("")
            gone.deleteLater()
        for place, (chevron, chip) in enumerate(zip(self._chevrons, view.stages, strict=True)):
            chevron.setObjectName(f"stage_{chip.code}")
            chevron.first, chevron.last = place == 0, False
            chevron.look(chip.label, chip.state)
            self._describe(chevron, chip)
        self._show_finals()
        line_up(stop_before(self.closed, self), [*self._chevrons, self.closed, self.guide])
        self._arrange()

    def set_consequences(self, code: str, text: str) -> None:
        """Say what entering a stage would do: as tool tip, and at once where mouse or keyboard is there."""
        text = sentence(text)
        action = self._actions.get(code)
        if action is not None:
            action.setToolTip(text)
            if self.menu.isVisible() and self.menu.activeAction() is action:
                self.tip().say(text, self.closed, beside=True)
            return
        for chevron in self._chevrons:
            if chevron.objectName() == f"stage_{code}":
                chevron.setToolTip(text)
                chevron.setAccessibleDescription(text)
                if chevron.hasFocus() or chevron.underMouse():
                    self.tip().say(text, chevron)

    def tip(self) -> StageTip:
        """The sheet that says what would happen."""
        if self._tip is None:
            self._tip = StageTip(self.window())
            self.destroyed.connect(self._tip.deleteLater)
        return self._tip

    def pointed(self) -> str:
        """The stage that consequences were last asked for."""
        return self._pointed

    def open_menu(self) -> None:
        """Show the final stages below the last chevron."""
        if self._view is None or not self._view.finals:
            return
        self.menu.setMinimumWidth(self.closed.width())
        self.menu.popup(self.closed.mapToGlobal(QPoint(0, self.closed.height() + 2)))

    def retranslate(self) -> None:
        """Say the bar's own words in the language in force."""
        self.setAccessibleName(self.tr("Stages"))
        self.guide.set_label(self.tr("Guide of this stage"), shortcut="G")
        if self._view is not None:
            self._show_finals()

    def sizeHint(self) -> QSize:
        """As high as its buttons."""
        hint = self.closed.sizeHint()
        return QSize(hint.width() * (len(self._chevrons) + 1), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Each arrow may become narrow, its label is cut then."""
        hint = self.closed.sizeHint()
        return QSize(theme().px(44) * (len(self._chevrons) + 1), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _add_chevron(self) -> None:
        chevron = Chevron(self)
        chevron.clicked.connect(lambda: self._pressed(chevron))
        chevron.approached.connect(lambda: self._approached(chevron))
        chevron.left.connect(self._hide_tip)
        chevron.installEventFilter(self)
        self._chevrons.append(chevron)
        chevron.show()

    def _describe(self, chevron: QAbstractButton, chip: StageChip) -> None:
        says = {
            "passed": self.tr("{stage}, passed"),
            "current": self.tr("{stage}, current stage"),
            "ahead": self.tr("{stage}, ahead"),
        }
        chevron.setAccessibleName(says.get(chip.state, "{stage}").format(stage=chip.label))
        chevron.setToolTip(chip.available.why_not)
        chevron.setAccessibleDescription(chip.available.why_not)

    def _show_finals(self) -> None:
        view = self._view
        if view is None:
            return
        current = next((chip for chip in view.finals if chip.code == view.current), None)
        if current is None:
            tail = "chevron-down" if view.finals else ""
            self.closed.look(self.tr("Closed"), "ahead", tail=tail)
            self.closed.setToolTip("")
            self.closed.setAccessibleName(self.tr("Closed: choose how it ends"))
        else:
            tone = "good" if current.successful else "bad"
            self.closed.look(current.label, "current", tone=tone)
            self._describe(self.closed, current)
        self.closed.first, self.closed.last = not view.stages, True
        self.closed.setVisible(bool(view.finals))
        for code in [code for code in self._actions if code not in {chip.code for chip in view.finals}]:
            self.menu.removeAction(self._actions.pop(code))
        for chip in view.finals:
            if chip.code not in self._actions:
                action = QAction(self.menu)
                action.setObjectName(f"stage_{chip.code}")
                action.triggered.connect(lambda _checked=False, code=chip.code: self.chosen.emit(code))
                self.menu.addAction(action)
                self._actions[chip.code] = action
            action = self._actions[chip.code]
            action.setText(chip.label.replace("&", "&&"))
            action.setEnabled(chip.available.enabled)
            action.setToolTip(chip.available.why_not or chip.label)
            action.setStatusTip(chip.available.why_not)
            good = chip.successful
            set_icon(action, "circle-check" if good else "circle-x", tone="good_text" if good else "bad_text")

    def _pressed(self, chevron: Chevron) -> None:
        chip = self._chip_of(chevron)
        if chip is None:
            return
        self._hide_tip()
        if chip.available.enabled and chip.state != "current":
            self.chosen.emit(chip.code)
        elif chip.available.why_not:
            self.tip().say(chip.available.why_not, chevron)

    def _approached(self, chevron: Chevron) -> None:
        chip = self._chip_of(chevron)
        if chip is not None and not chip.available.enabled and chip.state != "current":
            self.tip().say(chip.available.why_not, chevron)
        if chip is not None and chip.available.enabled and chip.state != "current":
            self._pointed = chip.code
            self.asks_consequences.emit(chip.code)

    def _menu_hovered(self, action: QAction) -> None:
        code = action.objectName().removeprefix("stage_")
        chip = self._chips.get(code)
        if chip is not None and chip.available.enabled:
            self._pointed = code
            self.asks_consequences.emit(code)

    def _hide_tip(self) -> None:
        if self._tip is not None:
            self._tip.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing floats above a page that is not shown."""
        super().hideEvent(event)
        self._hide_tip()

    def _chip_of(self, chevron: Chevron) -> StageChip | None:
        return self._chips.get(chevron.objectName().removeprefix("stage_"))

    def _arrange(self) -> None:
        shown: list[Chevron] = [*self._chevrons]
        if self._view is not None and self._view.finals:
            shown.append(self.closed)
        if not shown:
            return
        height = self.closed.sizeHint().height()
        overlap = height / 3 - theme().px(4)
        step = (self.width() + overlap * (len(shown) - 1)) / len(shown)
        for place, chevron in enumerate(shown):
            left = round(place * (step - overlap))
            right = round(place * (step - overlap) + step)
            chevron.setGeometry(left, 0, right - left, height)
        self._place_guide(shown)

    def _place_guide(self, shown: list[Chevron]) -> None:
        """Put the guide's button at the right of the present chevron."""
        current = next((chevron for chevron in shown if chevron.state == "current"), None)
        self.guide.setVisible(self._guided and current is not None)
        for chevron in shown:
            chevron.kept = self.guide.sizeHint().width() if self._guided and chevron is current else 0
        if current is None or not self._guided:
            return
        self.guide.adjustSize()
        ahead = current.height() // 3 if not current.last else theme().px(6)
        area = current.geometry()
        self.guide.set_icon("circle-help", tone=current.colours()[1], size=15)
        left = area.right() - ahead - self.guide.width()
        self.guide.move(left, area.top() + (area.height() - self.guide.height()) // 2)
        self.guide.raise_()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Go along the bar with left and right, to its ends with Home and End; Down opens the final stages."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, Chevron):
            shown = [c for c in (*self._chevrons, self.closed) if c.isVisible()]
            place, key = shown.index(watched), event.key()
            targets = {
                Qt.Key.Key_Left: max(0, place - 1),
                Qt.Key.Key_Right: min(len(shown) - 1, place + 1),
                Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: len(shown) - 1,
            }
            if key in targets:
                shown[targets[Qt.Key(key)]].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                watched.click()
                return True
            if key == Qt.Key.Key_Down and watched is self.closed:
                self.open_menu()
                return True
        return False
