"""Settings: what is set for this window, and what is set for everyone, one section at a time."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Availability, Changes, Done, Place, Query
from ui.administration.section import Section
from ui.bridge import Bridge
from ui.language import LanguageCode
from ui.page import Page
from ui.theme import Choice, theme
from ui.widgets.card import Card
from ui.widgets.labels import Text

SECTIONS: dict[str, tuple[str, ...]] = {
    "window": ("window_section:WindowSection",),
    "system": ("system_section:SystemSection",),
    "stages": ("lookups:StagesSection",),
    "lead_stages": ("lookups:LeadStagesSection",),
    "closing_reason": ("lookups:ValuesSection", "closing_reason"),
    "disqualification_reason": ("lookups:ValuesSection", "disqualification_reason"),
    "need": ("lookups:ValuesSection", "need"),
    "opportunity_category": ("lookups:ValuesSection", "opportunity_category"),
    "lead_source": ("lookups:ValuesSection", "lead_source"),
    "sector": ("lookups:ValuesSection", "sector"),
    "competitor": ("lookups:ValuesSection", "competitor"),
    "participant_role": ("lookups:ValuesSection", "participant_role"),
    "influence": ("lookups:ValuesSection", "influence"),
    "order_status": ("lookups:ValuesSection", "order_status"),
    "masks": ("numbers:MasksSection",),
    "templates": ("templates:TemplatesSection",),
    "currencies": ("currencies:CurrenciesSection",),
    "hours": ("system_section:HoursSection",),
    "people": ("people:PeopleSection",),
    "required": ("required_fields:RequiredFieldsSection",),
    "data": ("window_section:DataSection",),
}
"""The sections in their order: module and class, and what it is made of besides; imported when first shown."""


class SettingsPage(Page):
    """The list of sections at the left, the chosen one at the right."""

    help_page = "administration"
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("settingsPage")
        look = theme()
        self._marked: tuple[LanguageCode, Choice] = ("en", "system")
        self._made: dict[str, Section] = {}
        self._right = Availability(True)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(look.px(18), look.px(14), 0, 0)
        columns.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(look.px(12))
        self._heading = Text("", self, role="pageTitle", name="titleLabel")
        left.addWidget(self._heading)
        card = Card("", self, padding=6)
        card.setFixedWidth(look.px(220))
        self.list = QListWidget(card)
        self.list.setObjectName("settingsSections")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in SECTIONS:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, look.px(32)))
            self.list.addItem(item)
        self.list.currentRowChanged.connect(self._row_chosen)
        card.body.addWidget(self.list)
        left.addWidget(card, 1)
        left.addSpacing(look.px(14))
        columns.addLayout(left)
        self._stack = QStackedWidget(self)
        columns.addWidget(self._stack, 1)
        bridge.done.connect(self._follow)
        self.show_section("window")

    @property
    def section(self) -> Section:
        """The section that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Section)
        return shown

    @property
    def section_name(self) -> str:
        """The name of the section that is shown."""
        return str(self.list.item(max(self.list.currentRow(), 0)).data(Qt.ItemDataRole.UserRole))

    def show_section(self, name: str) -> None:
        """Show a section; edits of the one before are saved first, and stay where they are refused."""
        row = list(SECTIONS).index(name)
        if row != self.list.currentRow():
            self.list.setCurrentRow(row)

    def _row_chosen(self, row: int) -> None:
        name = list(SECTIONS)[row]
        shown = self._stack.currentWidget()
        if isinstance(shown, Section) and shown.has_unsaved() and shown is not self._made.get(name):
            back = list(self._made.values()).index(shown)
            blocked = self.list.blockSignals(True)
            self.list.setCurrentRow(list(SECTIONS).index(list(self._made)[back]))
            self.list.blockSignals(blocked)
            shown.save(lambda: self.show_section(name))
            return
        section = self._made.get(name)
        fresh = section is None
        if section is None:
            section = self._made[name] = self._make(name)
            self._stack.addWidget(section)
            section.retranslate()
            if name == "window":
                section.language_chosen.connect(self.language_chosen)  # type: ignore[attr-defined]
                section.theme_chosen.connect(self.theme_chosen)  # type: ignore[attr-defined]
                section.show_choices(*self._marked)  # type: ignore[attr-defined]
        section.show_right(self._right)
        self._stack.setCurrentWidget(section)
        if fresh or self.isVisible():
            section.load()

    def _make(self, name: str) -> Section:
        where, *more = SECTIONS[name]
        module, _, kind = where.partition(":")
        made: Section = getattr(import_module(f"ui.administration.{module}"), kind)(self.bridge, *more, self._stack)
        return made

    def title(self) -> str:
        """Return "Settings"."""
        return self.tr("Settings")

    def retranslate(self) -> None:
        """Set all texts."""
        self._heading.setText(self.tr("Settings"))
        self.list.setAccessibleName(self.tr("Sections of the settings"))
        names = {
            "window": self.tr("This window"),
            "system": self.tr("System settings"),
            "stages": self.tr("Opportunity stages"),
            "lead_stages": self.tr("Lead stages"),
            "closing_reason": self.tr("Reasons of closing"),
            "disqualification_reason": self.tr("Reasons of disqualification"),
            "need": self.tr("Needs"),
            "opportunity_category": self.tr("Categories"),
            "lead_source": self.tr("Sources"),
            "sector": self.tr("Sectors"),
            "competitor": self.tr("Competitors"),
            "participant_role": self.tr("Roles of participants"),
            "influence": self.tr("Influence"),
            "order_status": self.tr("Order statuses"),
            "masks": self.tr("Number masks"),
            "templates": self.tr("Templates"),
            "currencies": self.tr("Currencies"),
            "hours": self.tr("Working hours"),
            "people": self.tr("People"),
            "required": self.tr("Required fields"),
            "data": self.tr("Data"),
        }
        for row, name in enumerate(SECTIONS):
            self.list.item(row).setText(names[name])
        for section in self._made.values():
            section.retranslate()
            section.load()

    def load(self) -> None:
        """Read what the section shows, and whether this person may change it."""
        self.bridge.ask(Query("may_administer"), self._take_right, owner=self, key="right")
        self.section.load()

    def _follow(self, done: Done) -> None:
        """Whoever acts now may have other rights."""
        if done.changes.action == "switch_person":
            self.load()

    def _take_right(self, right: Availability) -> None:
        self._right = right
        self.section.show_right(right)

    def refresh(self, changes: Changes) -> None:
        """Follow what was changed here or elsewhere; sections that are not shown read when they are."""
        if changes.touches("person"):
            self.bridge.ask(Query("may_administer"), self._take_right, owner=self, key="right")
        self.section.refresh(changes)

    def has_unsaved(self) -> bool:
        """Whether the section has edits that are not saved."""
        return self.section.has_unsaved()

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the edits of the section."""
        self.section.save(then)

    def discard(self) -> None:
        """Give up the edits of the section."""
        self.section.discard()

    def show_choices(self, language: LanguageCode, choice: Choice) -> None:
        """Mark the language and theme in force."""
        self._marked = (language, choice)
        self._made["window"].show_choices(language, choice)  # type: ignore[attr-defined]

    def focus_first(self) -> None:
        """Begin in the section."""
        self.section.focus_first()
