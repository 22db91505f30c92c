"""The buttons above the dashboard: period, people, product, need. They hold one AnalyticsFilter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.views.analytics import AnalyticsChoices
from desktop.views.behind import AnalyticsFilter
from ui.analytics.period import PRESETS, preset_words, span, span_words
from ui.analytics.period_popup import PeriodPopup
from ui.theme import theme
from ui.widgets.buttons import Button

OWN_DAYS = "own"
_SCOPES = ("all", "team", "mine")


class DashboardFilters(QWidget):
    """``changed`` tells of another filter."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        self._today = date(2000, 1, 1)
        self._preset = "this_quarter"
        self._filter = AnalyticsFilter()
        self._choices: AnalyticsChoices | None = None
        self._popup: PeriodPopup | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.period_button = Button("", self, name="periodButton")
        self.people_button = Button("", self, name="peopleButton")
        self.product_button = Button("", self, name="productButton")
        self.need_button = Button("", self, name="needButton")
        self._menus: dict[Button, QMenu] = {}
        for button in (self.period_button, self.people_button, self.product_button, self.need_button):
            self._menus[button] = QMenu(button)
            button.setMenu(self._menus[button])
            row.addWidget(button)

    # the filter

    def filter(self) -> AnalyticsFilter:
        """Return what the dashboard is narrowed to."""
        return self._filter

    @property
    def preset(self) -> str:
        """The period's preset, or "own"."""
        return self._preset

    def set_today(self, now: datetime) -> None:
        """Let the presets begin and end by this day, without telling of another filter."""
        self._today = now.astimezone().date()
        if self._preset != OWN_DAYS:
            first, last = span(self._preset, self._today)
            wanted = replace(self._filter, first=first, last=last)
            if wanted != self._filter:
                self._filter = wanted
                self._fill()

    def take_up(self, preset: str, scope: str) -> None:
        """Take up a remembered period and whose sales, without telling of it."""
        self._preset = preset if preset in PRESETS else "this_quarter"
        self._filter = replace(self._filter, scope=scope if scope in _SCOPES else "all")
        self._fill()

    def choose_period(self, preset: str) -> None:
        """Show one of the presets."""
        self._preset = preset
        first, last = span(preset, self._today)
        self._take(replace(self._filter, first=first, last=last))

    def choose_days(self, first: date | None, last: date | None) -> None:
        """Show days of one's own."""
        self._preset = OWN_DAYS
        self._take(replace(self._filter, first=first, last=last))

    def set_choices(self, choices: AnalyticsChoices) -> None:
        """Offer these people, products and needs; what is gone is no longer narrowed to."""
        if choices == self._choices:
            return
        self._choices = choices
        wanted = self._filter
        left = replace(
            wanted,
            manager=self._kept(wanted.manager, choices.managers),
            owner=self._kept(wanted.owner, choices.reps),
            product=self._kept(wanted.product, choices.products),
            need=self._kept(wanted.need, choices.needs),
        )
        self._fill()
        if left != wanted:
            self._take(left)

    def narrowed_words(self) -> str:
        """Say whose sales, which product and need, "" for all."""
        wanted, parts = self._filter, []
        if (wanted.scope, wanted.manager, wanted.owner) != ("all", None, None):
            parts.append(self._people_words())
        choices = self._choices
        if choices is not None:
            parts += [each.label for each in choices.products if each.id == wanted.product]
            parts += [each.label for each in choices.needs if each.id == wanted.need]
        return ", ".join(parts)

    # words and menus

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self._fill()

    @staticmethod
    def _kept(chosen: int | None, offered: Iterable[object]) -> int | None:
        return chosen if any(getattr(each, "id", None) == chosen for each in offered) else None

    def _take(self, wanted: AnalyticsFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._fill()
            self.changed.emit()
        else:
            self._fill()

    def _fill(self) -> None:
        for menu in self._menus.values():
            menu.clear()
        self._fill_periods(self._menus[self.period_button])
        self._fill_people(self._menus[self.people_button])
        choices = self._choices
        products = [(each.id, each.label) for each in choices.products] if choices is not None else []
        needs = [(each.id, each.label) for each in choices.needs] if choices is not None else []
        self._fill_values(self.product_button, "product", self.tr("All products"), products)
        self._fill_values(self.need_button, "need", self.tr("All needs"), needs)
        first, last = self._filter.first, self._filter.last
        period = span_words(first, last) if self._preset == OWN_DAYS else preset_words(self._preset)
        self._say(self.period_button, self.tr("Period"), period)
        self.period_button.setToolTip(span_words(first, last))
        self._say(self.people_button, self.tr("People"), self._people_words())
        for button, what in ((self.product_button, self.tr("Product")), (self.need_button, self.tr("Need"))):
            chosen = next((a.text().replace("&&", "&") for a in self._menus[button].actions() if a.isChecked()), "")
            self._say(button, what, chosen)

    @staticmethod
    def _say(button: Button, what: str, value: str) -> None:
        metrics = button.fontMetrics()
        shown = metrics.elidedText(value, Qt.TextElideMode.ElideRight, theme().px(190))
        button.setText(shown.replace("&", "&&"))
        button.setAccessibleName(f"{what}: {value}")

    def _fill_periods(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for preset in PRESETS:
            action = menu.addAction(preset_words(preset))
            action.setObjectName(f"period_{preset}")
            action.setCheckable(True)
            action.setChecked(preset == self._preset)
            group.addAction(action)
            action.triggered.connect(lambda _on, preset=preset: self.choose_period(preset))
        menu.addSeparator()
        own = menu.addAction(self.tr("Days of your own..."))
        own.setObjectName("period_own")
        own.setCheckable(True)
        own.setChecked(self._preset == OWN_DAYS)
        group.addAction(own)
        own.triggered.connect(self._ask_days)

    def _ask_days(self) -> None:
        if self._popup is None:
            self._popup = PeriodPopup(self.window())
            self._popup.chosen.connect(self.choose_days)
            self.destroyed.connect(self._popup.deleteLater)
        self._fill()  # the choice counts once the days are known
        self._popup.ask(self.period_button, self._filter.first, self._filter.last)

    def _fill_people(self, menu: QMenu) -> None:
        wanted = self._filter
        group = QActionGroup(menu)
        words = {"all": self.tr("All people"), "team": self.tr("My team"), "mine": self.tr("Mine")}
        for scope in _SCOPES:
            action = menu.addAction(words[scope])
            action.setObjectName(f"people_{scope}")
            action.setCheckable(True)
            action.setChecked((wanted.scope, wanted.manager, wanted.owner) == (scope, None, None))
            group.addAction(action)
            chosen = replace(wanted, scope=scope, manager=None, owner=None)
            action.triggered.connect(lambda _on, chosen=chosen: self._take(chosen))
        choices = self._choices
        if choices is None:
            return
        for title, field, people in (
            (self.tr("Team of"), "manager", choices.managers),
            (self.tr("Rep"), "owner", choices.reps),
        ):
            if not people:
                continue
            below = menu.addMenu(title)
            below.menuAction().setObjectName(f"people_{field}")
            for person in people:
                action = below.addAction(person.label.replace("&", "&&"))
                action.setObjectName(f"{field}_{person.id}")
                action.setCheckable(True)
                action.setChecked(getattr(wanted, field) == person.id)
                manager = person.id if field == "manager" else None
                owner = person.id if field == "owner" else None
                chosen = replace(wanted, scope="all", manager=manager, owner=owner)
                action.triggered.connect(lambda _on, chosen=chosen: self._take(chosen))

    def _people_words(self) -> str:
        wanted, choices = self._filter, self._choices
        if choices is not None:
            for person in choices.reps:
                if person.id == wanted.owner:
                    return person.label
            for person in choices.managers:
                if person.id == wanted.manager:
                    return self.tr("Team of {name}").format(name=person.label)
        return {"all": self.tr("All people"), "team": self.tr("My team"), "mine": self.tr("Mine")}[wanted.scope]

    def _fill_values(self, button: Button, field: str, everything: str, values: list[tuple[int, str]]) -> None:
        menu = self._menus[button]
        group = QActionGroup(menu)
        for value, label in [(None, everything), *values]:
            action = menu.addAction(label.replace("&", "&&"))
            action.setObjectName(f"{field}_{value or 'all'}")
            action.setCheckable(True)
            action.setChecked(getattr(self._filter, field) == value)
            group.addAction(action)
            chosen = {field: value}
            action.triggered.connect(lambda _on, chosen=chosen: self._take(replace(self._filter, **chosen)))
