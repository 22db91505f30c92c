"""L1 to L4: the four ways to run the process, as a person goes them."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget

from tests.journeys.administering import administrator
from tests.journeys.hand import STAGE_TASKS, TASKS, Hand, Key, Modifier

Q = STAGE_TASKS["qualification"]


def check_new_sale(hand: Hand) -> int:
    """What every way to start promises: a new opportunity on Qualification, its page with the hint, its tasks."""
    hand.until(lambda: hand.place[0] == "opportunity", "the page of the new opportunity should open")
    hand.rest()
    sale = hand.sale
    assert hand.stage(sale) == "qualification"
    assert hand.tasks(sale) == Q
    assert hand.running(sale) == 1
    assert hand.shown("fillInHint")
    assert len(hand.cards()) == 2
    return sale


# L1


@pytest.mark.parametrize("way", ["button", "double click", "enter"])
def test_l1_menu_window_and_run(hand: Hand, way: str) -> None:
    before = hand.count("opportunity")
    hand.click(hand.see("runProcessButton"))
    hand.pick("runProcessAction")
    dialog = hand.see("runProcessDialog")
    assert "Run process" in hand.texts(dialog)
    rows = hand.find("processList", QAbstractItemView, dialog)
    titles = [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]
    assert "Corporate sale" in titles
    row = titles.index("Corporate sale")
    if way == "button":
        hand.click_row(rows, row)
        hand.push("runButton", dialog)
    elif way == "double click":
        hand.click_row(rows, row, twice=True)
    else:
        hand.keys("corpor")
        hand.key(Key.Key_Return)
    hand.gone("runProcessDialog")
    check_new_sale(hand)
    assert hand.count("opportunity") == before + 1


def test_l1_escape_leaves_the_window_and_runs_nothing(hand: Hand) -> None:
    before = hand.count("opportunity"), hand.count("process_instance")
    hand.click(hand.see("runProcessButton"))
    hand.pick("runProcessAction")
    hand.see("runProcessDialog")
    hand.key(Key.Key_Escape)
    hand.gone("runProcessDialog")
    assert (hand.count("opportunity"), hand.count("process_instance")) == before


def test_l1_a_word_that_fits_nothing_cannot_be_run(hand: Hand) -> None:
    hand.click(hand.see("runProcessButton"))
    hand.pick("runProcessAction")
    dialog = hand.see("runProcessDialog")
    hand.keys("zzzz")
    assert not hand.find("runButton", QAbstractButton, dialog).isEnabled()
    hand.key(Key.Key_Return)
    assert hand.count("opportunity") == 0
    hand.key(Key.Key_Escape)


def test_l1_pinned_process_runs_from_the_menu_itself(hand: Hand) -> None:
    hand.click(hand.see("runProcessButton"))
    hand.pick("runProcess_corporate_sale")
    check_new_sale(hand)


def test_l1_in_russian(opened) -> None:
    hand = opened(language="ru")
    hand.click(hand.see("runProcessButton"))
    hand.pick("runProcessAction")
    dialog = hand.see("runProcessDialog")
    assert "Запустить процесс" in hand.texts(dialog)
    assert "Корпоративная продажа" in hand.texts(dialog)
    assert hand.find("runButton", QAbstractButton, dialog).text() == "Запустить"
    hand.push("runButton", dialog)
    check_new_sale(hand)
    assert "Связаться с клиентом, выяснить потребность" in hand.texts(hand.see("actionPanel"))


# L2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Run process Corporate sale"),
        ("ru", "Запустить процесс Корпоративная продажа"),
        ("en", "pfgecnbnm ghjwtcc rjhgjhfnbdyfz ghjlf;f"),
    ],
)
def test_l2_command_bar_typed_at_once_then_enter(opened, language: str, text: str) -> None:
    hand = opened(language=language)
    hand.press(Key.Key_K, Modifier.ControlModifier)
    bar = hand.see("commandBar")
    assert bar.hasFocus()
    for letter in text:  # no turn of the event loop between the letters, nor before Enter
        if letter.isascii():
            QTest.keyClicks(bar, letter)
        else:
            QTest.sendKeyEvent(QTest.KeyAction.Click, bar, Key.Key_unknown, letter, Modifier.NoModifier)
    QTest.keyClick(bar, Key.Key_Return)
    hand.rest()
    check_new_sale(hand)


def test_l2_first_the_command_then_the_process_by_tab_and_enter(hand: Hand) -> None:
    hand.command("Run pro", enter=False)
    hand.see("commandCompletions")
    hand.key(Key.Key_Tab)
    hand.keys("corp")
    hand.key(Key.Key_Return)
    check_new_sale(hand)


# L3


def make_by_hand(hand: Hand, title: str, stage: str = "") -> int:
    """A sale made by hand through the window, put on a stage by the bar; no process runs."""
    hand.key(Key.Key_3, Modifier.ControlModifier)
    hand.push("newButton", hand.see("opportunityListPage"))
    hand.write("createNameEdit", title)
    hand.push("createConfirmButton")
    hand.until(lambda: hand.place[0] == "opportunity", "the new opportunity should open")
    hand.rest()
    if stage:
        hand.go_to_stage(stage)
    return hand.sale


def run_on_it(hand: Hand) -> None:
    hand.click(hand.see("actionsButton", hand.see("opportunityPage")))
    hand.pick("runCorporateSaleAction")


def test_l3_starts_from_the_stage_on_which_it_stands(hand: Hand) -> None:
    sale = make_by_hand(hand, "Nordwind / ERP", "proposal")
    assert hand.tasks(sale) == [] and hand.running(sale) == 0
    run_on_it(hand)
    assert hand.tasks(sale) == STAGE_TASKS["proposal"]
    assert hand.stage(sale) == "proposal" and hand.running(sale) == 1
    shown = hand.texts(hand.see("actionPanel"))
    assert all(TASKS[task] in shown for task in STAGE_TASKS["proposal"])
    assert len(hand.cards()) == 3
    assert hand.count("opportunity") == 1


def test_l3_a_second_time_says_so_and_offers_to_show_the_running_one(hand: Hand) -> None:
    sale = make_by_hand(hand, "Nordwind / ERP", "proposal")
    run_on_it(hand)
    before = hand.tasks(sale), hand.count("process_instance")
    hand.click(hand.see("actionsButton", hand.see("opportunityPage")))
    hand.pick("runCorporateSaleAction")
    hand.until(lambda: hand.shown("showRunningButton"), "showing the running process should be offered")
    assert "running on this opportunity already" in hand.texts(hand.window)
    assert (hand.tasks(sale), hand.count("process_instance")) == before
    hand.push("showRunningButton")
    assert hand.running(sale) == 1


def test_l3_on_a_closed_opportunity_is_refused_with_the_reason(hand: Hand) -> None:
    sale = make_by_hand(hand, "Nordwind / ERP")
    hand.close_sale("stage_closed_lost")
    assert hand.stage(sale) == "closed_lost"
    hand.click(hand.see("actionsButton", hand.see("opportunityPage")))
    (menu,) = hand.all("actionsMenu", QWidget)
    entry = next(a for a in menu.actions() if a.objectName() == "runCorporateSaleAction")
    reason = entry.toolTip()
    if entry.isEnabled():
        hand.pick("runCorporateSaleAction")
        reason = hand.toast()
    else:
        hand.key(Key.Key_Escape)
    assert "closed" in reason.lower()
    assert hand.count("process_instance") == 0 and hand.tasks(sale) == []


# L4


def lead_on_distribution(hand: Hand) -> int:
    account = hand.do("create_account", name="Lumen Retail").result["account"]
    need = hand.ask("choices", lookup="need")[0].id
    made = hand.do(
        "create_lead",
        title="Cash desks",
        account=account,
        need=need,
        need_text="Forty new cash desks",
        budget=_money(90_000_00),
    ).result["lead"]
    hand.key(Key.Key_2, Modifier.ControlModifier)
    rows = hand.find("leadList", QAbstractItemView, hand.see("leadListPage"))
    hand.click_row(rows, 0, twice=True)
    hand.see("leadPage")
    hand.rest()
    hand.go_to_stage("distribution")
    return made


def _money(minor: int):
    from desktop.views.exchange import Money

    return Money(minor, "EUR")


def test_l4_a_lead_awaiting_sale_starts_the_sale_with_everything_carried_over(hand: Hand) -> None:
    lead = lead_on_distribution(hand)
    hand.go_to_stage("awaiting_sale")
    sale = check_new_sale(hand)
    carried = (
        "SELECT l.account_id = o.account_id, l.need_id = o.need_id, l.need_text = o.need_text, l.owner_id = o.owner_id,"
        " l.budget_minor = o.budget_minor AND l.budget_currency = o.budget_currency,"
        " o.lead_id = l.id, l.opportunity_id = o.id FROM lead l, opportunity o WHERE l.id = ? AND o.id = ?"
    )
    assert hand.sql(carried, lead, sale) == [(1,) * 7]
    assert "Lumen Retail" in hand.texts(hand.see("opportunityPage"))
    hand.push("openLeadButton")
    assert hand.place == ("lead", lead)
    hand.push("openOpportunityButton")
    assert hand.place == ("opportunity", sale)


def test_l4_with_the_setting_off_nothing_starts(hand: Hand) -> None:
    with administrator(hand, "system"):
        hand.push("runSalesProcessSwitch")
    assert hand.ask("settings").run_sales_process is False
    lead = lead_on_distribution(hand)
    hand.go_to_stage("awaiting_sale")
    assert hand.place == ("lead", lead)
    stage = "SELECT s.code FROM lead l JOIN lead_stage s ON s.id = l.stage_id WHERE l.id = ?"
    assert hand.value(stage, lead) == "awaiting_sale"
    assert hand.count("opportunity") == 0 and hand.count("process_instance") == 0


def test_l4_winning_the_sale_satisfies_the_lead(hand: Hand) -> None:
    lead = lead_on_distribution(hand)
    hand.go_to_stage("awaiting_sale")
    hand.rest()
    hand.close_sale("stage_closed_won", income="90000")
    row = hand.sql("SELECT s.code, s.final FROM lead l JOIN lead_stage s ON s.id = l.stage_id WHERE l.id = ?", lead)
    assert row == [("satisfied", 1)]
