"""R1 to R8, R13, R15 and R17: tasks, results and stages as a person works them on the opportunity's page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

from tests.journeys.hand import STAGE_TASKS, TASKS, Hand, Key, Modifier

WHEN = "12.03.2026 14:30"
THEN = datetime(2026, 3, 12, 14, 30, tzinfo=UTC)


def dues(hand: Hand) -> list[str]:
    return [
        hand.value("SELECT due_at FROM activity WHERE id = ?", card.property("activityId")) for card in hand.cards()
    ]


def open_schedule_list(hand: Hand) -> str:
    hand.key(Key.Key_4, Modifier.ControlModifier)
    page = hand.see("schedulePage")
    hand.push("listButton", page)
    return hand.texts(page)


# R1


def test_r1_all_open_activities_stand_on_the_panel_next_due_first(hand: Hand) -> None:
    sale = hand.run()
    mine = hand.own_task("Send the brochure")
    ids = [card.property("activityId") for card in hand.cards()]
    expected = hand.sql(
        "SELECT id FROM activity WHERE opportunity_id = ? AND status = 'planned' ORDER BY due_at, id", sale
    )
    assert ids == [number for (number,) in expected]
    assert mine in ids and len(ids) == 3
    assert dues(hand) == sorted(dues(hand))


def test_r1_the_order_follows_when_a_task_is_moved(hand: Hand) -> None:
    hand.run()
    first = hand.cards()[0].property("activityId")
    hand.push("rescheduleButton", hand.cards()[0])
    popup = hand.see("reschedulePopup")
    hand.write("startEdit", "20.03.2026 10:00", popup)
    hand.push("rescheduleConfirmButton", popup)
    hand.until(lambda: hand.cards()[-1].property("activityId") == first, "the moved task should be the last")
    assert dues(hand) == sorted(dues(hand))


# R2


def test_r2_a_message_for_every_task_and_the_task_in_the_schedule(hand: Hand) -> None:
    sale = hand.run()
    assert hand.find("unreadCount", QWidget).isVisible()
    hand.push("notificationButton")
    told = hand.texts(hand.see("notificationPanel"))
    for task in STAGE_TASKS["qualification"]:
        assert f"New task: {TASKS[task]}" in told
    hand.key(Key.Key_Escape)
    (owner,) = hand.sql("SELECT owner_id FROM opportunity WHERE id = ?", sale)[0]
    messages = hand.sql("SELECT person_id FROM notification WHERE kind = 'new-task'")
    assert messages == [(owner,), (owner,)]
    shown = open_schedule_list(hand)
    for task in STAGE_TASKS["qualification"]:
        assert TASKS[task] in shown
    week = hand.ask("schedule", start=hand.clock.now - timedelta(days=1), end=hand.clock.now + timedelta(days=14))
    assert {item.opportunity for item in week} == {sale} and len(week) == 2


def test_r2_the_message_opens_the_record(hand: Hand) -> None:
    hand.run()
    hand.key(Key.Key_3, Modifier.ControlModifier)
    hand.see("opportunityListPage")
    hand.push("notificationButton")
    rows = hand.find("notificationList", QAbstractItemView, hand.see("notificationPanel"))
    row = next(r for r in range(rows.model().rowCount()) if "New task" in str(rows.model().index(r, 0).data()))
    hand.click_row(rows, row)
    hand.until(lambda: hand.place[0] in {"opportunity", "activity"}, "the record should open")


# R3


def outcome(hand: Hand, sale: int) -> tuple:
    """What is left behind by a completed task, without the ids and what only the other way would have."""
    done = hand.sql(
        "SELECT element_id, status, result_code, comment, spent_minutes, done_by IS NOT NULL, stage_code FROM activity"
        " WHERE opportunity_id = ? ORDER BY id",
        sale,
    )
    log = hand.sql(
        "SELECT kind, element_id FROM process_log WHERE instance_id IN"
        " (SELECT id FROM process_instance WHERE subject_id = ?) ORDER BY id",
        sale,
    )
    return done, log, hand.stage(sale), hand.value("SELECT count(*) FROM notification")


def test_r3_completing_on_the_card_and_on_the_page_has_the_same_outcome(opened, prepared, tmp_path) -> None:
    import shutil

    left = []
    for number, way in enumerate(("card", "page")):
        file = tmp_path / f"way{number}.db"
        shutil.copy(prepared, file)
        hand = opened(url=f"sqlite:///{file}")
        hand.file = file
        sale = hand.run()
        if way == "card":
            hand.complete("prepare_presentation", comment="Slides are ready", spent="45")
        else:
            popup = hand.open_card("prepare_presentation")
            hand.push("openTaskButton", popup)
            card = hand.see("resultCard", hand.see("activityPage"))
            button = hand.find("result_prepared", QAbstractButton, card)
            if not button.isChecked():
                hand.click(button)
            fields = hand.see("activityPage")
            inside = card if hand.shown("commentEdit", card) else fields
            hand.write("commentEdit", "Slides are ready", inside)
            hand.write("spentEdit", "45", inside)
            hand.push("completeButton", card)
        left.append(outcome(hand, sale))
        assert hand.tasks(sale) == ["contact_customer"]
    assert left[0] == left[1]


# R4, R5


def test_n1_pointing_at_a_stage_and_choosing_a_result_say_what_follows(hand: Hand) -> None:
    sale = hand.run()
    hand.own_task("My own")
    popup = hand.open_card("contact_customer")
    hand.push("result_no_need", popup)
    said = hand.find("consequences", QLabel, popup).text()
    assert "Closed lost" in said
    hand.key(Key.Key_Escape)
    follows = hand.ask("stage_consequences", opportunity=sale, stage="contracting").text
    assert "2" in follows and "1" in follows and "3" in follows
    hand.hover(hand.see("stage_contracting"))
    hand.rest()
    said = hand.see("stage_contracting")
    hand.until(lambda: said.toolTip().lower() == follows.lower(), "the stage should say what follows")


# R6, R7


def test_r6_r7_from_qualification_to_closed_won_by_results_alone(hand: Hand) -> None:
    sale = hand.run()
    for stage, tasks in STAGE_TASKS.items():
        assert hand.stage(sale) == stage
        for task in reversed(tasks):
            assert hand.stage(sale) == stage, "the stage goes on only when the last of its tasks is done"
            if task == "send_contract":
                hand.open_card(task)
                hand.push("confirmButton", hand.see("miniCardPopup"))
                assert hand.stage(sale) == "contracting", "nothing changes before the closing is answered"
                hand.answer_closing(income="179500")
            else:
                hand.complete(task, spent="30")
    assert hand.stage(sale) == "closed_won"
    assert hand.tasks(sale) == [] and hand.running(sale) == 0 and hand.cards() == []
    assert hand.sql("SELECT probability, income_minor, closed_minutes FROM opportunity WHERE id = ?", sale) == [
        (100, 17_950_000, 240)
    ]
    assert hand.value("SELECT status FROM process_instance WHERE subject_id = ?", sale) == "completed"


# R13


def test_r13_closing_asks_income_hours_reason_and_competitor(hand: Hand) -> None:
    sale = hand.run()
    hand.complete("prepare_presentation", spent="1:15")
    hand.click(hand.find("stage_closed", QAbstractButton, hand.see("stageBar")))
    hand.pick("stage_closed_lost")
    dialog = hand.see("closingDialog")
    assert hand.find("spentEdit", QLineEdit, dialog).text() == "1:15", "summed from the tasks"
    hand.push("closingConfirmButton", dialog)
    assert hand.shown("closingDialog"), "a loss needs its reason"
    hand.write("spentEdit", "2:00", dialog)
    hand.answer_closing(income="0", competitor="Rival Ltd")
    row = hand.sql(
        "SELECT o.closed_minutes, o.competitor, v.lookup, o.closed_at IS NOT NULL FROM opportunity o"
        " JOIN lookup_value v ON v.id = o.closing_reason_id WHERE o.id = ?",
        sale,
    )
    assert row == [(120, "Rival Ltd", "closing_reason", 1)]


def test_r13_put_off_nothing_has_changed(hand: Hand) -> None:
    sale = hand.run()
    hand.click(hand.find("stage_closed", QAbstractButton, hand.see("stageBar")))
    hand.pick("stage_closed_won")
    hand.see("closingDialog")
    hand.key(Key.Key_Escape)
    hand.gone("closingDialog")
    assert hand.stage(sale) == "qualification" and len(hand.cards()) == 2


def test_r13_a_won_closing_asks_for_no_reason(hand: Hand) -> None:
    hand.run()
    hand.click(hand.find("stage_closed", QAbstractButton, hand.see("stageBar")))
    hand.pick("stage_closed_won")
    dialog = hand.see("closingDialog")
    assert not hand.shown("reasonEdit", dialog) and not hand.shown("competitorEdit", dialog)
    hand.key(Key.Key_Escape)


# R15: every line of the table in section 3


def test_r15_the_presentation_starts_at_the_time_agreed(hand: Hand) -> None:
    sale = hand.run()
    hand.complete("contact_customer", when=WHEN)
    hand.complete("prepare_presentation")
    assert hand.stage(sale) == "presentation"
    number = hand.card("presentation_meeting").property("activityId")
    assert hand.ask("activity_page", id=number).fields.start_at == THEN


def test_r15_changes_requested_bring_presenting_and_comments_anew(hand: Hand) -> None:
    sale = hand.run()
    hand.go_to_stage("proposal")
    hand.complete("present_proposal")
    hand.complete("get_comments", "changes_requested")
    assert sorted(hand.tasks(sale)) == sorted(STAGE_TASKS["proposal"])
    assert len(hand.cards()) == 3


# R17


def test_r17_the_process_opens_the_new_records_page_with_a_hint_until_it_is_saved(hand: Hand) -> None:
    sale = hand.run()
    hint = hand.see("fillInHint")
    assert hand.texts(hint).strip()
    hand.push("goToFirstButton", hint)
    assert hand.see("opportunityPage").isAncestorOf(hand.window.focusWidget())
    hand.write("titleEdit", "Vega Logistics / Warehouse")
    hand.key(Key.Key_S, Modifier.ControlModifier)
    assert hand.value("SELECT title FROM opportunity WHERE id = ?", sale) == "Vega Logistics / Warehouse"
    assert hand.find("titleLabel", QLabel, hand.see("opportunityPage")).text() == "Vega Logistics / Warehouse"
