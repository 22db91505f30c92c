"""The story of the tour: from first start to Closed won, the four ways to run the process, a jump, a loss.

Every step does what a person does, compares what the workspace says afterwards with the rules, and leaves a picture.
"""

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop.views.exchange import Query
from desktop.views.opportunities import OpportunityPage
from desktop.views.rows import ListFilter
from ui.formats import moment_text
from ui.tour.places import Places
from ui.tour.robot import NotSeen, Robot
from ui.tour.words import WORDS
from ui.window import MainWindow


class Clock(Protocol):
    """The clock of the tour: it stands still until the story moves it."""

    now: datetime


class AgainstTheRules(Exception):
    """The window or the workspace is not as the rules say; the text says what differs."""


class Story:
    """Plays the tour in a window and keeps count of the steps."""

    def __init__(self, window: MainWindow, clock: Clock, out: Path) -> None:
        self.window = window
        self.robot = Robot(window)
        self.clock = clock
        self.out = out
        self.words = WORDS[window.language.code]
        self.sale = 0
        """The opportunity that the story is about."""
        self.places = Places(self)
        self._number = 0

    def play(self) -> int:
        """Play all steps; return 0, or 1 at the first thing that is not as it should be."""
        steps: tuple[tuple[str, Callable[[], object]], ...] = (
            ("first-start", self.first_start),
            ("run-process-menu", self.open_menu),
            ("run-process-window", self.open_dialog),
            ("l1-new-opportunity", self.run_from_dialog),
            ("filled-in", self.fill_in),
            ("q1-what-happens-next", self.open_first_card),
            ("q1-done", self.agree_presentation),
            ("q2-done-presentation-begins", self.prepare_presentation),
            ("schedule", self.look_at_schedule),
            ("schedule-by-month", self.look_at_month),
            ("my-day", self.look_at_my_day),
            ("p1-interested-proposal-begins", self.present),
            ("c2-changes-requested", self.request_changes),
            *self.places.tabs(),
            ("proposal-done-contracting-begins", self.finish_proposal),
            ("contract-sent", self.send_contract),
            ("closing-asks", self.sign),
            ("closed-won", self.close_won),
            ("r9-final-stage-is-locked", self.try_to_leave),
            *self.places.order(),
            ("notifications", self.look_at_notifications),
            ("l2-command-bar", self.type_command),
            ("l2-new-opportunity", self.run_typed),
            ("jump-forward", self.jump_forward),
            ("jump-back", self.jump_back),
            ("loss-asks-the-reason", self.lose),
            ("closed-lost", self.close_lost),
            ("l3-hand-made-sale-on-proposal", self.make_by_hand),
            ("l3-running-from-proposal", self.run_on_it),
            ("l4-lead", self.open_lead),
            ("l4-sale-from-the-lead", self.hand_lead_over),
            ("opportunities", self.look_at_list),
            *self.places.everything_else(),
        )
        for name, step in steps:
            self._number += 1
            try:
                step()
                self._picture(name)
            except (NotSeen, AgainstTheRules) as wrong:
                self._picture(f"{name}-wrong")
                print(f"{self._number:02d} {name}: {wrong}", file=sys.stderr, flush=True)
                return 1
            print(f"{self._number:02d} {name}: as it should be", flush=True)
        return 0

    # the steps -----------------------------------------------------------------------------------

    def first_start(self) -> None:
        """Name and company; a manager is added, so that R11 can be seen."""
        robot = self.robot
        robot.type(robot.find("nameEdit", QLineEdit), self.words["person"])
        robot.type(robot.find("companyEdit", QLineEdit), self.words["company"])
        robot.click(robot.find("startButton", QPushButton))
        self._on_page("opportunityListPage")
        self.check(self.ask("shell").company == self.words["company"], "the company is kept")

    def open_menu(self) -> None:
        """L1: the menu of the launch button."""
        self.robot.click(self.robot.find("runProcessButton", QAbstractButton))
        self.robot.find("runProcessMenu", QMenu)

    def open_dialog(self) -> None:
        """L1: the window "Run process"."""
        self.robot.choose_named("runProcessAction")
        self.robot.find("runProcessDialog", QWidget)
        rows = self.robot.find("processList", QAbstractItemView)
        self.robot.until(lambda: rows.model().rowCount() > 0, "the processes should be listed")

    def run_from_dialog(self) -> None:
        """L1: a new opportunity on Qualification with its two tasks and the hint."""
        self.robot.click_row(self.robot.find("processList", QAbstractItemView), 0)
        self.robot.click(self.robot.find("runButton", QPushButton))
        self._on_page("opportunityPage")
        self.sale = self._shown()
        self._expect(self.sale, "qualification", ("contact_customer", "prepare_presentation"))
        self.robot.find("fillInHint", QWidget)

    def fill_in(self) -> None:
        """The hint's fields are filled in and saved; the customer is created in place."""
        robot, words = self.robot, self.words
        robot.type(robot.find("titleEdit", QLineEdit), words["title"])
        self.create_in_place("accountEdit", words["customer"])
        self.create_in_place("decisionMakerEdit", words["contact"])
        robot.type(robot.find("budgetEdit", QLineEdit), "184000")
        robot.type(robot.find("amountEdit", QLineEdit), "184000")
        robot.type(robot.find("decisionMakerRoleEdit", QLineEdit), words["role"])
        robot.type(robot.find("needTextEdit", QPlainTextEdit), words["need"])
        robot.type(robot.find("tacticsEdit", QPlainTextEdit), words["tactics"])
        robot.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        robot.until(lambda: self._page(self.sale).title == words["title"], "the opportunity should be saved")
        page = self._page(self.sale)
        self.check(page.fields.account is not None, "the customer is kept")
        self.check(page.fields.budget is not None and page.fields.budget.minor == 18_400_000, "the budget is kept")

    def open_first_card(self) -> None:
        """Q1 in place: the result asks for the date, and what happens next is said before the click (N1)."""
        self._open_card("contact_customer")
        self._result("presentation_agreed")
        self._when(self.clock.now + timedelta(days=3, hours=5, minutes=30))
        self.robot.type(self.robot.find("commentEdit", QPlainTextEdit), self.words["said"])
        self.robot.type(self.robot.find("spentEdit", QLineEdit), "0:25")
        told = self.robot.find("consequences", QLabel)
        self.robot.until(lambda: len(told.text()) > 20, "what happens next should be told")

    def agree_presentation(self) -> None:
        """Q1 done: the other task stays, the stage too (R6 waits for the last one)."""
        self._confirm("contact_customer")
        self._expect(self.sale, "qualification", ("prepare_presentation",))

    def prepare_presentation(self) -> None:
        """Q2 done: Presentation begins by itself at the time agreed (R6)."""
        self._complete("prepare_presentation", "prepared")
        self._expect(self.sale, "presentation", ("presentation_meeting",))
        card = self._page(self.sale).cards[0]
        agreed = self.clock.now + timedelta(days=3, hours=5, minutes=30)
        self.check(card.start_at == agreed, f"the presentation starts at {agreed}, not {card.start_at}")

    def look_at_schedule(self) -> None:
        """R2: the task stands in the schedule."""
        self.robot.press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
        self.robot.find("schedulePage", QWidget)
        week = timedelta(days=7)
        items = self.ask("schedule", start=self.clock.now - week, end=self.clock.now + week)
        self.check(any(item.opportunity == self.sale for item in items), "the schedule shows the presentation")

    def look_at_month(self) -> None:
        """The same by month."""
        self.robot.click(self.robot.find("monthButton", QPushButton))
        self.robot.find("monthGrid", QWidget)
        self.robot.until(self.window.bridge.is_idle, "the month should be filled")

    def look_at_my_day(self) -> None:
        """N7, and the presentation among the next steps."""
        self.robot.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        self._on_page("myDayPage")
        day = self.ask("my_day")
        titles = {card.number for card in (*day.today.cards, *day.ahead.cards)}
        self.check(self._page(self.sale).number in titles, "My day shows the next step of the sale")
        self.robot.until(self.window.bridge.is_idle, "the day should be filled")

    def present(self) -> None:
        """P1 interested: Proposal begins with its three tasks."""
        self.clock.now += timedelta(days=3, hours=7)
        self._back_to_sale()
        self._complete("presentation_meeting", "interested")
        self._expect(self.sale, "proposal", ("present_proposal", "get_comments", "prepare_contract"))

    def request_changes(self) -> None:
        """C1, then C2 with changes requested: both anew (R15)."""
        self._complete("present_proposal", "presented")
        self._complete("get_comments", "changes_requested")
        self._expect(self.sale, "proposal", ("present_proposal", "get_comments", "prepare_contract"))

    def finish_proposal(self) -> None:
        """All three done: Contracting begins."""
        self._complete("present_proposal", "presented")
        self._complete("prepare_contract", "approved")
        self._complete("get_comments", "agreed")
        self._expect(self.sale, "contracting", ("send_contract", "clarify_status", "sign_contract"))

    def send_contract(self) -> None:
        """K1 and K2."""
        self._complete("send_contract", "sent")
        self._complete("clarify_status", "received")
        self._expect(self.sale, "contracting", ("sign_contract",))

    def sign(self) -> None:
        """K3 signed is the last task: closing asks for income and hours first (R13)."""
        self._open_card("sign_contract")
        self._result("signed")
        self.robot.click(self.robot.find("confirmButton", QPushButton))
        dialog = self.robot.find("closingDialog", QWidget)
        self.check(self._page(self.sale).stage_bar.current == "contracting", "nothing changes before the answer")
        self.robot.type(self.robot.find("incomeEdit", QLineEdit, dialog), "179500")

    def close_won(self) -> None:
        """R7: Closed won, the process ends."""
        self.robot.click(self.robot.find("closingConfirmButton", QPushButton))
        self.robot.until(lambda: self._page(self.sale).stage_bar.current == "closed_won", "the sale should be won")
        page = self._page(self.sale)
        self._expect(self.sale, "closed_won", ())
        self.check(page.running_process == "", "the process has ended")
        self.check(page.actual_income is not None and page.actual_income.minor == 17_950_000, "the income is kept")
        self.check(page.probability == 100, "a won sale is certain")

    def try_to_leave(self) -> None:
        """R9: no stage can be chosen any more."""
        self.robot.settle()
        for chevron in self.robot.all("stage_qualification", QAbstractButton):
            if chevron.isEnabled():
                self.robot.click(chevron)
        self.check(self._page(self.sale).stage_bar.current == "closed_won", "a final stage cannot be left")

    def look_at_notifications(self) -> None:
        """R2: a message for every task that the process made."""
        self.robot.click(self.robot.find("notificationButton", QAbstractButton))
        self.robot.find("notificationPanel", QWidget)
        told = self.ask("notifications").rows
        self.check(len([row for row in told if row.kind == "new-task"]) >= 11, "every task was told")

    def type_command(self) -> None:
        """L2: the command bar, first word and name of the process."""
        self.robot.press(Qt.Key.Key_Escape)
        self.robot.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.robot.keys(f"{self.words['run process']} {self.words['sale'][:6]}")
        rows = self.robot.find("commandCompletions", QAbstractItemView)
        self.robot.until(lambda: rows.model().rowCount() > 0, "completions should be offered")

    def run_typed(self) -> None:
        """L2: Enter runs it."""
        before = self.sale
        self.robot.press(Qt.Key.Key_Return)
        self.robot.until(lambda: self._shown() not in (0, before), "a new opportunity should open")
        self.sale = self._shown()
        self._expect(self.sale, "qualification", ("contact_customer", "prepare_presentation"))

    def jump_forward(self) -> None:
        """R4, R5: straight to Contracting; the tasks left behind are cancelled."""
        self._go_to_stage("contracting")
        self._expect(self.sale, "contracting", ("send_contract", "clarify_status", "sign_contract"))

    def jump_back(self) -> None:
        """R4, R5: and back; everything of the stage anew."""
        self._go_to_stage("qualification")
        self._expect(self.sale, "qualification", ("contact_customer", "prepare_presentation"))

    def lose(self) -> None:
        """R15: no need leads to Closed lost, which asks for the reason."""
        self._open_card("contact_customer")
        self._result("no_need")
        self.robot.click(self.robot.find("confirmButton", QPushButton))
        self.robot.find("closingDialog", QWidget)
        self.check(self._page(self.sale).stage_bar.current == "qualification", "nothing changes before the answer")

    def close_lost(self) -> None:
        """R8, R13: the reason is kept, open tasks are cancelled, the process ends."""
        dialog = self.robot.find("closingDialog", QWidget)
        self.robot.click(self.robot.find("reasonEdit", QWidget, dialog))
        self.robot.press(Qt.Key.Key_Down)
        self.robot.press(Qt.Key.Key_Return)
        self.robot.click(self.robot.find("closingConfirmButton", QPushButton))
        self.robot.until(lambda: self._page(self.sale).stage_bar.current == "closed_lost", "the sale should be lost")
        self._expect(self.sale, "closed_lost", ())
        self.check(self._page(self.sale).closing_reason != "", "the reason is kept")

    def make_by_hand(self) -> None:
        """A sale without a process, put on Proposal by hand: no tasks are made."""
        before = self.sale
        self.robot.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        self._on_page("opportunityListPage")
        self.robot.click(self.robot.find("newButton", QPushButton))
        self.robot.type(self.robot.find("createNameEdit", QLineEdit), self.words["handmade"])
        self.robot.click(self.robot.find("createConfirmButton", QPushButton))
        self.robot.until(lambda: self._shown() not in (0, before), "the new opportunity should open")
        self.sale = self._shown()
        self._go_to_stage("proposal")
        self._expect(self.sale, "proposal", ())

    def run_on_it(self) -> None:
        """L3: Actions, run the corporate sales process; it starts from the stage on which the sale stands."""
        self.robot.click(self.robot.find("actionsButton", QPushButton))
        self.robot.choose_named("runCorporateSaleAction")
        self.robot.until(lambda: self._page(self.sale).running_process != "", "the process should run")
        self._expect(self.sale, "proposal", ("present_proposal", "get_comments", "prepare_contract"))

    def open_lead(self) -> None:
        """A lead."""
        self.robot.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        self._on_page("leadListPage")
        self.robot.click(self.robot.find("newButton", QPushButton))
        self.robot.type(self.robot.find("createNameEdit", QLineEdit), self.words["lead"])
        self.robot.click(self.robot.find("createConfirmButton", QPushButton))
        self._on_page("leadPage")

    def hand_lead_over(self) -> None:
        """L4: Awaiting sale starts the sale by itself."""
        before = self.sale
        self.robot.click(self.robot.find("stage_awaiting_sale", QAbstractButton))
        self.robot.until(lambda: self._shown() not in (0, before), "the lead's opportunity should open")
        self.sale = self._shown()
        page = self._page(self.sale)
        self.check(page.lead is not None, "the opportunity knows its lead")
        self._expect(self.sale, "qualification", ("contact_customer", "prepare_presentation"))

    def look_at_list(self) -> None:
        """The list of all opportunities, closed ones too."""
        self.robot.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        self.robot.find("opportunityList", QAbstractItemView)
        every = self.ask("list_ids", subject="opportunity", filter=ListFilter(state="all"), sort="number")
        self.check(len(every) == 4, f"four sales were made, not {len(every)}")

    # how the steps work --------------------------------------------------------------------------

    def ask(self, name: str, **arguments: object) -> Any:
        """Return what the workspace answers."""
        return self.window.bridge.workspace.ask(Query(name, **arguments)).result()

    def _page(self, opportunity: int) -> OpportunityPage:
        page: OpportunityPage = self.ask("opportunity_page", id=opportunity)
        return page

    def _shown(self) -> int:
        place = self.window.history.current
        return place.id if place is not None and place.name == "opportunity" and place.id is not None else 0

    def _on_page(self, name: str) -> None:
        self.robot.until(lambda: self.window.page is not None and self.window.page.objectName() == name, f"{name}")

    def check(self, holds: bool, what: str) -> None:
        """Raise AgainstTheRules, naming what should be, unless it holds."""
        if not holds:
            raise AgainstTheRules(what)

    def _expect(self, opportunity: int, stage: str, tasks: tuple[str, ...]) -> None:
        """Stage and open tasks as the workspace has them, and the same number of mini-cards on the panel (R1)."""
        self.robot.until(lambda: self._page(opportunity).stage_bar.current == stage, f"the stage should be {stage}")
        found = sorted(self._keys(opportunity))
        self.check(found == sorted(tasks), f"open tasks should be {sorted(tasks)}, they are {found}")
        self.robot.until(
            lambda: len(self.robot.all("miniCard", QWidget)) == len(tasks), f"{len(tasks)} mini-cards should be shown"
        )

    def _keys(self, opportunity: int) -> dict[str, int]:
        """Return the open process tasks by their key in the process."""
        return {self._key(card.results): card.activity_id for card in self._page(opportunity).cards}

    def _key(self, results: tuple[Any, ...]) -> str:
        codes = frozenset(result.code for result in results)
        return _TASK_OF[codes]

    def _card(self, task: str) -> QWidget:
        """Return the mini-card of a task, once it is shown."""

        def found() -> QWidget | None:
            activity = self._keys(self.sale).get(task)
            cards = self.robot.all("miniCard", QWidget)
            return next((card for card in cards if card.property("activityId") == activity), None)

        self.robot.until(found, f"the mini-card of {task} should be shown")
        card = found()
        if card is None:
            raise NotSeen(task)
        return card

    def _open_card(self, task: str) -> None:
        button = self.robot.find("completeButton", QAbstractButton, self._card(task))
        self.robot.click(button)
        self.robot.find("miniCardPopup", QWidget)

    def _result(self, code: str) -> None:
        button = self.robot.find(f"result_{code}", QAbstractButton)
        if not button.isChecked():
            self.robot.click(button)

    def _when(self, moment: datetime) -> None:
        field = self.robot.find("whenEdit", QLineEdit)
        self.robot.type(field, moment_text(moment))

    def _confirm(self, task: str) -> None:
        self.robot.click(self.robot.find("confirmButton", QPushButton))
        self.robot.until(lambda: not self.robot.all("miniCardPopup", QWidget), "the popup should close")
        self.robot.until(self.window.bridge.is_idle, f"{task} should be saved")

    def _complete(self, task: str, result: str) -> None:
        self._open_card(task)
        self._result(result)
        self._confirm(task)

    def _go_to_stage(self, code: str) -> None:
        self.robot.until(self.window.bridge.is_idle, "the page should be filled")
        self.robot.click(self.robot.find(f"stage_{code}", QAbstractButton))
        self.robot.until(lambda: self._page(self.sale).stage_bar.current == code, f"the sale should stand on {code}")
        self.robot.until(self.window.bridge.is_idle, "the page should be filled again")

    def _back_to_sale(self) -> None:
        """By the list, as a person would."""
        self.robot.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        rows = self.robot.find("opportunityList", QAbstractItemView)
        self.robot.until(self.window.bridge.is_idle, "the list should be filled")
        self.robot.click_row(rows, 0, twice=True)
        self.robot.until(lambda: self._shown() == self.sale, "the sale should be open")
        self.robot.until(self.window.bridge.is_idle, "the page should be filled")

    def create_in_place(self, field: str, name: str) -> None:
        """Type a name that nobody has, and take what the field offers: to create it."""
        self.robot.type(self.robot.find(field, QLineEdit), name)
        offered = self.robot.find("suggestions", QWidget).findChild(QListWidget)
        self.robot.until(
            lambda: offered is not None and offered.count() in (1, 2) and name in offered.item(0).text(),
            f"creating {name} should be offered",
        )
        self.robot.press(Qt.Key.Key_Return)
        self.robot.until(lambda: not self.robot.all("suggestions", QWidget), "the suggestions should close")
        self.robot.until(self.window.bridge.is_idle, f"{name} should be created")

    def _picture(self, name: str) -> None:
        self.robot.until(self.window.bridge.is_idle, "nothing should be under way")
        self.robot.picture(self.out / f"{self._number:02d}-{name}.png")


_TASK_OF: dict[frozenset[str], str] = {
    frozenset({"presentation_agreed", "call_back", "no_need"}): "contact_customer",
    frozenset({"prepared"}): "prepare_presentation",
    frozenset({"interested", "repeat", "not_interested"}): "presentation_meeting",
    frozenset({"presented", "postponed"}): "present_proposal",
    frozenset({"agreed", "changes_requested", "rejected"}): "get_comments",
    frozenset({"approved", "returned"}): "prepare_contract",
    frozenset({"sent"}): "send_contract",
    frozenset({"received", "comments_by_date", "rejected"}): "clarify_status",
    frozenset({"signed", "postponed", "refused"}): "sign_contract",
    frozenset({"done"}): "by hand",
}
"""Which task it is, told by the results it can have (section 3 of the product's description)."""
