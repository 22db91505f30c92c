"""The row above a list that narrows it: find field, whose records, open or closed, stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from desktop.views.conditions import Condition
from desktop.views.exchange import Choice
from desktop.views.rows import ListFilter
from ui.icons import set_icon
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton

PAUSE = 180
"""Milliseconds after the last letter before the list is asked for."""


class FilterBar(QWidget):
    """Holds a :class:`ListFilter`; ``changed`` tells of another one."""

    changed = Signal()
    left_downwards = Signal()
    """Down or Enter in the find field: the keyboard goes to the list."""

    def __init__(self, parent: QWidget, *, scopes: bool, states: bool, stages: bool) -> None:
        """``scopes`` offers whose, ``states`` open or closed, ``stages`` those given to :meth:`set_stages`."""
        super().__init__(parent)
        look = theme()
        self._filter = ListFilter(state="open" if states else "all")
        self._stages: tuple[Choice, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._find)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.find_edit = QLineEdit(self)
        self.find_edit.setObjectName("listFilter")
        self.find_edit.setClearButtonEnabled(True)
        self.find_edit.setMaximumWidth(look.px(320))
        self.find_edit.setMinimumWidth(look.px(120))
        self._glass = QAction(self.find_edit)
        set_icon(self._glass, "search", tone="muted")
        self.find_edit.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.find_edit.textChanged.connect(lambda _text: self._pause.start())
        self.find_edit.installEventFilter(self)
        self.scope_button = Button("", self, name="scopeButton")
        self.state_button = Button("", self, name="stateButton")
        self.stage_button = Button("", self, name="stageFilterButton")
        self.reset_button = Button("", self, kind="link", name="resetFilterButton")
        self.reset_button.clicked.connect(self.reset)
        self.condition_button = Button("", self, icon="list-filter", name="addConditionButton")
        self.condition_button.hide()
        self.columns_button = IconButton("settings", "", self, name="columnsButton")
        row.addWidget(self.find_edit, 1)
        row.addWidget(self.scope_button)
        row.addWidget(self.state_button)
        row.addWidget(self.stage_button)
        row.addWidget(self.condition_button)
        row.addWidget(self.reset_button)
        row.addStretch(1)
        row.addWidget(self.columns_button)
        self._scope_menu = self._menu(self.scope_button, "scope")
        self._state_menu = self._menu(self.state_button, "state")
        self._stage_menu = QMenu(self)
        self.stage_button.setMenu(self._stage_menu)
        self.scope_button.setVisible(scopes)
        self.state_button.setVisible(states)
        self.stage_button.setVisible(stages)
        self._has_states = states
        self.retranslate()

    def filter(self) -> ListFilter:
        """Return what the list is narrowed to."""
        return self._filter

    def set_filter(self, narrowed: ListFilter) -> None:
        """Take up another filter (a remembered one) without telling of it."""
        self._filter = narrowed if self._has_states else replace(narrowed, state="all")
        self.find_edit.blockSignals(True)
        self.find_edit.setText(self._filter.text)
        self.find_edit.blockSignals(False)
        self._show()

    def set_stages(self, stages: Sequence[Choice]) -> None:
        """Offer these stages; a chosen one that is gone is no longer narrowed to."""
        self._stages = tuple(stages)
        known = {stage.code for stage in stages}
        left = tuple(code for code in self._filter.stages if code in known)
        self._fill_stages()
        if left != self._filter.stages:
            self._change(replace(self._filter, stages=left))

    def set_conditions(self, conditions: Sequence[Condition], match: str) -> None:
        """Narrow the list by these conditions too."""
        self._change(replace(self._filter, conditions=tuple(conditions), match=match))

    def is_narrowed(self) -> bool:
        """Whether anything but the usual is hidden."""
        return self._filter != ListFilter(state="open" if self._has_states else "all")

    def reset(self) -> None:
        """Show all that is shown at first."""
        self._pause.stop()
        self.set_filter(ListFilter(state="open" if self._has_states else "all"))
        self.changed.emit()

    def focus_find(self) -> None:
        """Put the keyboard into the find field (Ctrl+F)."""
        self.find_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_edit.selectAll()

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.find_edit.setPlaceholderText(self.tr("Find in this list"))
        self.find_edit.setAccessibleName(self.tr("Find in this list"))
        self.find_edit.setToolTip(self.tr("Find in this list") + " (Ctrl+F)")
        self.columns_button.set_label(self.tr("Columns"))
        self.reset_button.setText(self.tr("Show everything"))
        self.condition_button.setText(self.tr("Filter"))
        self.condition_button.setToolTip(self.tr("Add a condition") + " (Ctrl+Shift+F)")
        self.condition_button.setAccessibleName(self.tr("Add a condition"))
        words = {
            "mine": self.tr("Mine"),
            "team": self.tr("My team"),
            "all": self.tr("All people"),
            "open": self.tr("Open"),
            "closed": self.tr("Closed"),
            "any": self.tr("Open and closed"),
        }
        for menu, values in (
            (self._scope_menu, ("mine", "team", "all")),
            (self._state_menu, ("open", "closed", "any")),
        ):
            for action, value in zip(menu.actions(), values, strict=True):
                action.setText(words[value])
        self._fill_stages()
        self._show()

    def _menu(self, button: Button, part: str) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for value in ("mine", "team", "all") if part == "scope" else ("open", "closed", "all"):
            action = menu.addAction(value)
            action.setObjectName(f"{part}_{value}")
            action.setData(value)
            action.setCheckable(True)
            group.addAction(action)
            chosen = {part: value}
            action.triggered.connect(lambda _on, chosen=chosen: self._change(replace(self._filter, **chosen)))
        button.setMenu(menu)
        return menu

    def _fill_stages(self) -> None:
        self._stage_menu.clear()
        for stage in self._stages:
            action = self._stage_menu.addAction(stage.label.replace("&", "&&"))
            action.setObjectName(f"filter_stage_{stage.code}")
            action.setData(stage.code)
            action.setCheckable(True)
            action.setChecked(stage.code in self._filter.stages)
            action.triggered.connect(lambda on, code=stage.code: self._choose_stage(code, on))
        self._show()

    def _choose_stage(self, code: str, chosen: bool) -> None:
        now = [stage for stage in self._filter.stages if stage != code]
        wanted = (*now, code) if chosen else tuple(now)
        order = [stage.code for stage in self._stages]
        self._change(replace(self._filter, stages=tuple(sorted(wanted, key=order.index))))

    def _find(self) -> None:
        text = self.find_edit.text().strip()
        if text != self._filter.text:
            self._change(replace(self._filter, text=text))

    def _change(self, narrowed: ListFilter) -> None:
        if narrowed != self._filter:
            self._filter = narrowed
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        for menu, value in ((self._scope_menu, self._filter.scope), (self._state_menu, self._filter.state)):
            for action in menu.actions():
                action.setChecked(action.data() == value)
        for action in self._stage_menu.actions():
            action.setChecked(action.data() in self._filter.stages)
        scope = next((a.text() for a in self._scope_menu.actions() if a.isChecked()), "")
        state = next((a.text() for a in self._state_menu.actions() if a.isChecked()), "")
        names = [stage.label for stage in self._stages if stage.code in self._filter.stages]
        stages = names[0] if len(names) == 1 else self.tr("%n stage(s)", "", len(names))
        self._say(self.scope_button, self.tr("Whose"), scope)
        self._say(self.state_button, self.tr("State"), state)
        self._say(self.stage_button, self.tr("Stage"), stages if names else self.tr("All stages"))
        self.reset_button.setVisible(self.is_narrowed())

    @staticmethod
    def _say(button: Button, what: str, value: str) -> None:
        button.setText(value)
        button.setAccessibleName(f"{what}: {value}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter lead from the find field to the list, Esc empties the field."""
        if watched is self.find_edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._pause.stop()
                self._find()
                self.left_downwards.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.find_edit.text():
                self.find_edit.clear()
                return True
        return False
