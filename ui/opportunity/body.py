"""Body: what can be scrolled on an opportunity's page, from the chain of records down to the profile and the tabs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.action_panel import ActionPanel
from ui.bridge import Bridge
from ui.chain import ChainBar
from ui.fields.field import Field
from ui.fill_in_hint import FillInHint
from ui.form import Form
from ui.opportunity.closing_summary import ClosingSummary
from ui.opportunity.notes import Notes
from ui.opportunity.profile import Profile
from ui.opportunity.qualification import Qualification
from ui.opportunity.tabs import MoreTabs
from ui.opportunity.what_follows import WhatFollows
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.fitting_tabs import FittingTabs
from ui.widgets.styling import restyle

_PROFILE_WIDTH = 290


class Body(QScrollArea):
    """Holds the parts; the page fills them."""

    def __init__(self, bridge: Bridge, form: Form, parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        restyle(self, role="clear")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        self.setWidget(sheet)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(0, 0, look.px(18), look.px(14))
        self._column.setSpacing(look.px(12))
        self.closing = ClosingSummary(sheet)
        self.chain = ChainBar(bridge, "opportunity", sheet)
        self.follows = WhatFollows(bridge, sheet)
        self.panel = ActionPanel(bridge, sheet)
        self.hint = FillInHint(sheet)
        self.profile = Profile(bridge, form, sheet)
        self.profile.setFixedWidth(look.px(_PROFILE_WIDTH))
        tabs_card = Card("", sheet, name="tabsCard")
        self.tabs = FittingTabs(tabs_card, name="opportunityTabs")
        self.qualification = Qualification(bridge, form)
        self.notes = Notes()
        self.tabs.addTab(self.qualification, "")
        self.tabs.addTab(self.notes, "")
        self.more = MoreTabs(bridge, self.tabs)
        tabs_card.body.addWidget(self.tabs)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.profile)
        row.addWidget(tabs_card, 1)
        for part in (self.chain, self.closing, self.follows, self.panel, self.hint):
            self._column.addWidget(part)
        self._column.addLayout(row, 1)
        self.verticalScrollBar().rangeChanged.connect(self._keep_edge)

    def reveal(self, field: Field) -> None:
        """Take the keyboard to a field, wherever it stands."""
        if self.qualification.isAncestorOf(field):
            self.tabs.setCurrentWidget(self.qualification)
        self.ensureWidgetVisible(field, 0, theme().px(40))
        field.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin(self) -> None:
        """Show the top."""
        self.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Show nothing of any opportunity."""
        self.panel.set_cards(())
        self.panel.close_popups()
        self.notes.clear()
        self.more.show_opportunity(None)
        self.chain.show_record(None)
        self.follows.show_opportunity(None, won=False)
        self.tabs.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.tabs.setTabText(0, self.tr("Qualification (BANT)"))
        self.tabs.setTabText(1, self.tr("Notes"))
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the opportunity"))
        for part in (self.profile, self.qualification, self.notes, self.more, self.chain, self.follows):
            part.retranslate()

    def _keep_edge(self, _lowest: int, highest: int) -> None:
        """Keep the cards' right edge in line with the title row, whether the scroll bar is there or not."""
        look = theme()
        taken = self.verticalScrollBar().sizeHint().width() if highest > 0 else 0
        self._column.setContentsMargins(0, 0, max(0, look.px(18) - taken), look.px(14))
