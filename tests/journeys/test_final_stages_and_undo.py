"""R9, R10, R11 and N3: final stages cannot be left, stages are data, the manager hears of a closing, undo."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget

from tests.journeys.administering import administer, administrator
from tests.journeys.hand import STAGE_TASKS, Hand, Key, Modifier

FINALS = ["stage_closed_won", "stage_closed_lost"]


def closed_sale(hand: Hand, final: str = "stage_closed_won") -> int:
    sale = hand.run()
    hand.close_sale(final)
    assert hand.stage(sale) == final.removeprefix("stage_")
    return sale


def set_grace(hand: Hand, seconds: int) -> None:
    with administrator(hand, "system"):
        hand.write("undoGraceEdit", str(seconds))
        hand.key(Key.Key_Return)
    assert hand.ask("settings").undo_grace_seconds == seconds


# R9


@pytest.mark.parametrize("final", FINALS)
def test_r9_the_stage_bar_does_not_leave_a_final_stage(hand: Hand, final: str) -> None:
    sale = closed_sale(hand, final)
    bar = hand.see("stageBar")
    for stage in STAGE_TASKS:
        chevron = hand.find(f"stage_{stage}", QAbstractButton, bar)
        if chevron.isEnabled():
            hand.click(chevron)
        assert "cannot be left" in chevron.toolTip()
    hand.click(hand.find("stage_closed", QAbstractButton, bar))
    menus = [menu for menu in hand.all("closedStages", QWidget) if menu.isVisible()]
    for menu in menus:
        assert not any(entry.isEnabled() for entry in menu.actions())
        hand.key(Key.Key_Escape)
    hand.rest()
    assert not hand.shown("closingDialog")
    assert hand.stage(sale) == final.removeprefix("stage_") and hand.running(sale) == 0


def test_r9_the_command_bar_does_not_leave_a_final_stage(hand: Hand) -> None:
    sale = closed_sale(hand)
    hand.command("Presentation", enter=False)
    hand.rest()
    rows = hand.all("commandCompletions", QAbstractItemView)
    offered = [str(view.model().index(row, 0).data()) for view in rows for row in range(view.model().rowCount())]
    for entry in offered:
        assert not entry.lower().startswith(("move", "go to stage", "stage")), offered
    hand.key(Key.Key_Return)
    assert hand.stage(sale) == "closed_won"


@pytest.mark.parametrize("final", FINALS)
def test_r9_a_second_window_that_has_not_heard_of_it_does_not_leave_it(opened, final: str) -> None:
    first = opened()
    sale = first.run()
    second = opened()
    second.key(Key.Key_3, Modifier.ControlModifier)
    second.click_row(second.find("opportunityList", QAbstractItemView), 0, twice=True)
    second.rest()
    assert second.sale == sale
    first.window.activateWindow()
    first.close_sale(final)
    second.click(second.find("stage_proposal", QAbstractButton, second.see("stageBar")))
    second.rest()
    assert first.stage(sale) == final.removeprefix("stage_")
    assert first.tasks(sale) == [] and first.running(sale) == 0
    second.window.bridge.look_around()
    second.rest()
    assert "cannot be left" in second.see("stage_proposal", second.see("stageBar")).toolTip()


@pytest.mark.parametrize("final", FINALS)
def test_r9_undo_within_the_grace_time_is_allowed(hand: Hand, final: str) -> None:
    sale = closed_sale(hand, final)
    hand.clock.advance(seconds=29)
    hand.undo()
    assert hand.stage(sale) == "qualification"
    assert hand.tasks(sale) == STAGE_TASKS["qualification"] and hand.running(sale) == 1
    hand.until(lambda: len(hand.cards()) == 2, "the cards should be back")
    hand.complete("prepare_presentation")
    hand.complete("contact_customer")
    assert hand.stage(sale) == "presentation", "the process goes on as if nothing had been"


@pytest.mark.parametrize("final", FINALS)
def test_r9_undo_after_the_grace_time_is_refused(hand: Hand, final: str) -> None:
    sale = closed_sale(hand, final)
    hand.clock.advance(seconds=31)
    hand.undo()
    assert hand.stage(sale) == final.removeprefix("stage_") and hand.running(sale) == 0
    assert "final stage" in hand.toast()


def test_r9_a_grace_time_of_0_switches_it_off(hand: Hand) -> None:
    set_grace(hand, 0)
    sale = closed_sale(hand)
    hand.undo()
    assert hand.stage(sale) == "closed_won"
    assert "final stage" in hand.toast()


def test_r9_also_for_a_closing_by_the_last_tasks_result(hand: Hand) -> None:
    sale = hand.run()
    hand.push("result_no_need", hand.open_card("contact_customer"))
    hand.push("confirmButton", hand.see("miniCardPopup"))
    hand.answer_closing()
    assert hand.stage(sale) == "closed_lost"
    hand.clock.advance(minutes=1)
    hand.undo()
    assert hand.stage(sale) == "closed_lost"


@pytest.mark.parametrize("final", ["satisfied", "disqualified"])
def test_r9_holds_for_leads_too(hand: Hand, final: str) -> None:
    hand.command("Create lead", enter=True)
    hand.write("createNameEdit", "Cash desks")
    hand.push("createConfirmButton")
    hand.see("leadPage")
    hand.rest()
    bar = hand.see("stageBar")
    hand.click(hand.find("stage_closed", QAbstractButton, bar))
    hand.pick(f"stage_{final}")
    if final == "disqualified":
        hand.click(hand.see("reasonEdit"))
        hand.press(Key.Key_Down)
        hand.press(Key.Key_Return)
        hand.push("reasonConfirmButton")
        hand.rest()
    stage = "SELECT s.code FROM lead l JOIN lead_stage s ON s.id = l.stage_id"
    assert hand.value(stage) == final
    for code in ("qualification", "distribution", "awaiting_sale"):
        chevron = hand.find(f"stage_{code}", QAbstractButton, bar)
        if chevron.isEnabled():
            hand.click(chevron)
            hand.rest()
    assert hand.value(stage) == final and hand.count("opportunity") == 0


# R10


def test_r10_a_new_stage_is_on_the_bar_of_an_open_window_at_once_and_the_process_waits_there(hand: Hand) -> None:
    sale = hand.run()
    administer(hand, "create_stage", name_en="Pilot", name_ru="Пилот", code="pilot", number=25, percent=45)
    hand.until(lambda: hand.shown("stage_pilot", hand.see("stageBar")), "the new stage should be on the bar")
    assert "Pilot" in hand.see("stage_pilot").accessibleName()
    order = sorted((b.x(), b.objectName()) for b in hand.see("stageBar").findChildren(QAbstractButton) if b.isVisible())
    names = [name for _, name in order]
    assert names[-1] == "stage_closed" and "stage_pilot" in names
    hand.go_to_stage("pilot")
    assert hand.stage(sale) == "pilot"
    assert hand.tasks(sale) == [] and hand.cards() == [], "the process has no tasks for it"
    assert hand.running(sale) == 1, "it waits there"
    assert hand.value("SELECT probability FROM opportunity WHERE id = ?", sale) == 45
    hand.go_to_stage("proposal")
    assert hand.tasks(sale) == STAGE_TASKS["proposal"]


def test_r10_a_new_final_stage_is_in_the_last_chevrons_menu_and_closes(hand: Hand) -> None:
    sale = hand.run()
    administer(hand, "create_stage", name_en="Put on ice", name_ru="Заморожена", code="on_ice", percent=0, final=True)
    hand.rest()
    assert not hand.shown("stage_on_ice", hand.see("stageBar"))
    entries = [entry.objectName() for entry in hand.see("stage_closed").menu().actions()]
    assert entries == ["stage_closed_won", "stage_closed_lost", "stage_on_ice"]
    hand.close_sale("stage_on_ice")
    assert hand.stage(sale) == "on_ice" and hand.running(sale) == 0 and hand.tasks(sale) == []
    hand.go_to_stage("proposal")
    assert hand.stage(sale) == "on_ice"


def test_r10_a_stage_taken_off_the_bar_is_gone_from_it(hand: Hand) -> None:
    hand.run()
    stage = next(row for row in hand.ask("stages") if row.code == "presentation")
    administer(hand, "save_stage", id=stage.id, version=stage.version, fields={"on_bar": False})
    hand.until(lambda: not hand.shown("stage_presentation"), "the stage should leave the bar")


# R11


@pytest.mark.parametrize(("final", "kind"), [("stage_closed_won", "won"), ("stage_closed_lost", "lost")])
def test_r11_the_manager_of_the_rep_hears_of_the_closing(hand: Hand, final: str, kind: str) -> None:
    closed_sale(hand, final)
    told = hand.sql(
        "SELECT p.name, n.kind FROM notification n JOIN person p ON p.id = n.person_id WHERE n.kind = ?", kind
    )
    assert told == [("Maria Stein", kind)]
    manager = hand.value("SELECT id FROM person WHERE name = 'Maria Stein'")
    hand.click(hand.see("avatarButton"))
    hand.pick(f"person_{manager}")
    hand.push("notificationButton")
    assert kind.capitalize() in hand.texts(hand.see("notificationPanel"))
    hand.key(Key.Key_Escape)


# N3: undo


@pytest.mark.parametrize("way", ["Ctrl+Z", "toast"])
def test_n3_undoing_a_result_opens_the_task_again(hand: Hand, way: str) -> None:
    sale = hand.run()
    hand.complete("prepare_presentation")
    assert hand.tasks(sale) == ["contact_customer"]
    if way == "toast":
        hand.push("undoButton", hand.see("toast"))
    else:
        hand.undo()
    assert hand.tasks(sale) == STAGE_TASKS["qualification"]
    hand.until(lambda: len(hand.cards()) == 2, "both cards should be shown")
    assert "Undone" in hand.toast()


def test_n3_what_was_undone_is_done_again(hand: Hand) -> None:
    sale = hand.run()
    hand.complete("prepare_presentation")
    hand.undo()
    assert hand.tasks(sale) == STAGE_TASKS["qualification"]
    hand.key(Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    hand.until(lambda: hand.tasks(sale) == ["contact_customer"], "the task should be done again")
    hand.key(Key.Key_Y, Modifier.ControlModifier)
    hand.until(lambda: "nothing to do again" in hand.toast(), "a redo too many should be told")
    assert hand.tasks(sale) == ["contact_customer"]


def test_n3_undoing_the_step_that_ended_a_stage_takes_the_stage_back(hand: Hand) -> None:
    sale = hand.run()
    hand.complete("prepare_presentation")
    hand.complete("contact_customer")
    assert hand.stage(sale) == "presentation"
    hand.undo()
    assert hand.stage(sale) == "qualification" and hand.tasks(sale) == ["contact_customer"]
    hand.undo()
    assert hand.tasks(sale) == STAGE_TASKS["qualification"]
    hand.until(lambda: len(hand.cards()) == 2, "both cards should be shown")


def test_n3_undoing_a_stage_change_brings_the_cancelled_tasks_back(hand: Hand) -> None:
    sale = hand.run()
    before = hand.sql("SELECT id, status FROM activity ORDER BY id")
    hand.go_to_stage("contracting")
    hand.push("undoButton", hand.see("toast"))
    assert hand.stage(sale) == "qualification"
    assert hand.sql("SELECT id, status FROM activity ORDER BY id") == before


def test_n3_undoing_the_run_leaves_the_page_and_nothing_behind(hand: Hand) -> None:
    hand.run()
    hand.undo()
    assert hand.count("opportunity") == 0 and hand.count("activity") == 0 and hand.count("process_instance") == 0
    hand.until(lambda: not hand.shown("opportunityPage"), "the page of what is gone should be left")
