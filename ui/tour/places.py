"""The places that the story passes by: each is gone to as a person would, looked at, and leaves a picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSlider,
    QTabWidget,
    QWidget,
)

if TYPE_CHECKING:
    from ui.tour.story import Story

Step = tuple[str, Callable[[], object]]


class Places:
    """Steps of the tour that play no rule of the process: parts of the sale's page, lists, board, settings."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._robot = story.robot
        self._words = story.words

    def tabs(self) -> tuple[Step, ...]:
        """Return the tabs of the sale's page, with something on each that is written by hand."""
        return (
            ("tab-tactics", self.name_competitor),
            ("tab-participants", self.add_participant),
            ("tab-products", self.add_product),
            ("tab-documents", partial(self._tab, "documents")),
            ("tab-files", partial(self._tab, "files")),
            ("tab-feed", self.write_comment),
            ("tab-history", partial(self._tab, "history")),
            ("tab-process", self.look_at_process),
            ("n4-time-travel", self.go_back_in_time),
            ("n4-back-to-now", self.come_back),
        )

    def order(self) -> tuple[Step, ...]:
        """Return what follows a won sale: its order, and the list of products."""
        return (("r12-order", self.create_order), ("products", self.look_at_products))

    def everything_else(self) -> tuple[Step, ...]:
        """Return the other places of the side bar, the board, the settings and the manual."""
        from ui.settings_page import SECTIONS

        kinds: dict[str, str] = {}  # lookups that look alike are looked at once
        for section, (kind, *_more) in SECTIONS.items():
            kinds.setdefault(kind, section)
        return (
            ("board", self.look_at_board),
            ("board-consequences", self.hold_card),
            ("board-dropped", self.drop_card),
            *((name, partial(self._list, name, view)) for name, view in _LISTS),
            ("dashboards", partial(self._side, "dashboards", "dashboardPage")),
            ("process-library", self.look_at_library),
            ("r14-process-page", self.open_process),
            ("r15-process-steps", self.read_step),
            ("n6-process-versions", self.look_at_versions),
            *((f"settings-{name}", partial(self._section, name)) for name in kinds.values()),
            ("manual", self.open_manual),
        )

    # the tabs of the sale's page

    def name_competitor(self) -> None:
        """A competitor, who stays on the sale."""
        tab = self._tab("rivalry")
        self._robot.type(self._robot.find("addCompetitorEdit", QLineEdit, tab), self._words["competitor"])
        self._robot.press(Qt.Key.Key_Escape)
        self._robot.click(self._robot.find("addCompetitorButton", QAbstractButton, tab))
        self._robot.find("competitorName", QLabel, tab)

    def add_participant(self) -> None:
        """A contact who takes part."""
        tab = self._tab("participants")
        self._story.create_in_place("addParticipantEdit", self._words["participant"])
        self._robot.find("participantName", QAbstractButton, tab)

    def add_product(self) -> None:
        """A line with a product that is new to the catalogue."""
        tab = self._tab("products")
        self._story.create_in_place("addProductEdit", self._words["product"])
        table = self._robot.find("lineTable", QAbstractItemView, tab)
        self._robot.until(lambda: table.model().rowCount() > 0, "the product should be on the sale")

    def write_comment(self) -> None:
        """A comment on the feed."""
        tab = self._tab("feed")
        self._robot.type(self._robot.find("commentFeedEdit", QPlainTextEdit, tab), self._words["comment"])
        self._robot.click(self._robot.find("addCommentButton", QAbstractButton, tab))
        self._idle()
        told = self._story.ask("feed", opportunity=self._story.sale).rows
        self._story.check(any(comment.text == self._words["comment"] for comment in told), "the comment is on the feed")

    def look_at_process(self) -> None:
        """R14: the running step is visible on the diagram."""
        tab = self._tab("process")
        self._robot.find("processDiagram", QWidget, tab)
        self._robot.until(lambda: self._robot.find("runTitle", QLabel, tab).text(), "the run should be named")

    def go_back_in_time(self) -> None:
        """N4: stage bar and next steps stand as they stood when the process began, and nothing can be done."""
        tab = self._tab("process")
        handle = self._robot.find("timeHandle", QSlider, tab)
        self._robot.until(lambda: handle.maximum() > 3, "the past should be read")
        self._robot.click(self._robot.find("earlierButton", QAbstractButton, tab))
        handle.setFocus(Qt.FocusReason.MouseFocusReason)
        self._robot.press(Qt.Key.Key_Home)
        self._robot.find("pastBar", QWidget)
        page: Any = self._story.window.page
        self._story.check(page.view.stage_bar.current == "qualification", "the sale began on Qualification")
        self._story.check(not any(card.complete.enabled for card in page.view.cards), "the past cannot be changed")
        self._idle()

    def come_back(self) -> None:
        """Esc leads back to the present."""
        self._robot.press(Qt.Key.Key_Escape)
        self._robot.until(lambda: not self._robot.all("pastBar", QWidget), "the present should be shown")
        page: Any = self._story.window.page
        self._story.check(page.view.edit.enabled, "the sale can be worked on again")

    # after the sale was won

    def create_order(self) -> None:
        """R12: the order takes the products over."""
        self._robot.click(self._robot.find("follow_order", QAbstractButton))
        self._on("orderPage")
        self._idle()

    def look_at_products(self) -> None:
        """The catalogue."""
        self._side("orders", "orderListPage")
        self._robot.click(self._robot.find("productsButton", QAbstractButton))
        rows = self._robot.find("productList", QAbstractItemView)
        self._robot.until(lambda: rows.model().rowCount() > 0, "the product should be listed")

    # the process library

    def look_at_library(self) -> None:
        """Every process, which version is run and on how many records."""
        self._side("processes", "processLibraryPage")
        rows = self._robot.find("libraryList", QAbstractItemView)
        self._robot.until(lambda: rows.model().rowCount() > 0, "the processes should be listed")

    def open_process(self) -> None:
        """R14: the diagram, and below it what the process is for."""
        rows = self._robot.find("libraryList", QAbstractItemView)
        texts = [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]
        label = {row.key: row.label for row in self._story.ask("process_library").rows}["corporate_sale"]
        self._robot.click_row(rows, texts.index(label), twice=True)
        self._on("processPage")
        self._idle()

    def read_step(self) -> None:
        """R15: where the results of a task lead."""
        tab = self._process_tab("steps")
        tab.list.select("presentation_meeting")
        self._robot.until(lambda: tab.view_step.findChildren(QLabel), "the step should be described")
        self._idle()

    def look_at_versions(self) -> None:
        """N6: the versions, and which one is run."""
        tab = self._process_tab("versions")
        self._robot.until(tab.table.keys, "the versions should be listed")

    def _process_tab(self, name: str) -> Any:
        tab = self._story.window.page.show_tab(name)  # type: ignore[union-attr]
        self._idle()
        return tab

    # the board

    def look_at_board(self) -> None:
        """The sales by stage."""
        self._robot.click(self._robot.find("boardViewButton", QAbstractButton))
        self._on("opportunityBoardPage")
        self._robot.find("column_qualification", QWidget)
        self._idle()

    def hold_card(self) -> None:
        """N1 on the board: what would happen is said while the card is held."""
        self._robot.take(self._robot.find("cards_qualification", QAbstractItemView), 0)
        self._robot.carry(self._robot.find("column_presentation", QWidget))
        tip = self._robot.find("stageTip", QWidget)
        self._robot.until(lambda: len(getattr(tip, "text", str)()) > 10, "the consequences should be told")

    def drop_card(self) -> None:
        """R4 and R5 by drag and drop."""
        self._robot.let_go()
        sale = self._story.sale
        page: Callable[[], Any] = partial(self._story.ask, "opportunity_page", id=sale)
        self._robot.until(lambda: page().stage_bar.current == "presentation", "the card should have moved")
        self._idle()
        self._story.check(len(page().cards) == 1, "the task of the entered stage was made")

    # everything else

    def open_manual(self) -> None:
        """F1 opens the chapter of the page."""
        self._robot.press(Qt.Key.Key_F1)
        self._robot.until(lambda: self._story.window.help_desk.is_open, "the manual should open")

    def _list(self, name: str, view: str) -> None:
        self._side(name, f"{view}Page")
        rows = self._robot.find(view, QAbstractItemView)
        self._robot.until(lambda: rows.model().rowCount() > 0, f"{view} should be filled")

    def _side(self, name: str, page: str) -> None:
        self._robot.click(self._robot.find(f"side_{name}", QAbstractButton))
        self._on(page)
        self._idle()

    def _section(self, name: str) -> None:
        if not self._robot.all("settingsPage", QWidget):
            self._side("settings", "settingsPage")
        rows = self._robot.find("settingsSections", QListWidget)
        found = [rows.item(row).data(Qt.ItemDataRole.UserRole) for row in range(rows.count())]
        self._robot.click_row(rows, found.index(name))
        self._idle()

    def _tab(self, name: str) -> QWidget:
        """Click a tab of the sale's page and return what is on it."""
        from ui.opportunity.tabs import TABS

        tabs = self._robot.find("opportunityTabs", QTabWidget)
        number = tabs.count() - len(TABS) + list(TABS).index(name)
        self._robot.choose_tab(tabs, number)
        self._idle()
        return tabs.currentWidget() or tabs

    def _on(self, page: str) -> None:
        shown = self._story.window
        self._robot.until(lambda: shown.page is not None and shown.page.objectName() == page, page)

    def _idle(self) -> None:
        self._robot.until(self._story.window.bridge.is_idle, "the place should be filled")


_LISTS = (("activities", "activityList"), ("accounts", "accountList"), ("contacts", "contactList"))
