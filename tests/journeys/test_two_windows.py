"""Two windows on one database: the second follows, and nobody overwrites what somebody else has saved."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QLabel

from tests.journeys.hand import Hand, Key, Modifier


def open_first_sale(hand: Hand) -> int:
    hand.window.activateWindow()
    hand.key(Key.Key_3, Modifier.ControlModifier)
    hand.click_row(hand.find("opportunityList", QAbstractItemView), 0, twice=True)
    hand.rest()
    return hand.sale


def come_back(hand: Hand) -> None:
    """What happens every few seconds and when a person comes back to the window."""
    hand.window.activateWindow()
    hand.window.bridge.look_around()
    hand.rest()


def test_the_second_window_shows_what_the_first_has_done(opened) -> None:
    first, second = opened(), opened(person="Otto Brand")
    sale = first.run()
    come_back(second)
    assert open_first_sale(second) == sale
    assert len(second.cards()) == 2
    first.window.activateWindow()
    first.complete("prepare_presentation")
    come_back(second)
    second.until(lambda: len(second.cards()) == 1, "the second window should follow")
    first.window.activateWindow()
    first.go_to_stage("proposal")
    come_back(second)
    second.until(lambda: len(second.cards()) == 3, "the second window should follow to the next stage")
    assert "current" in second.see("stage_proposal", second.see("stageBar")).accessibleName()


def test_a_task_completed_in_both_windows_is_completed_once(opened) -> None:
    first = opened()
    first.run()
    second = opened(person="Otto Brand")
    sale = open_first_sale(second)
    popup = second.open_card("prepare_presentation")
    first.window.activateWindow()
    first.complete("prepare_presentation")
    if second.shown("miniCardPopup"):
        second.push("confirmButton", popup)
    assert first.tasks(sale) == ["contact_customer"]
    done = "SELECT count(*) FROM activity WHERE element_id = 'prepare_presentation'"
    assert first.value(done) == 1
    come_back(second)
    second.until(lambda: len(second.cards()) == 1, "the second window should show what is left")


def test_a_save_across_somebody_elses_is_told_and_nothing_is_overwritten(opened) -> None:
    first = opened()
    sale = first.run()
    second = opened(person="Otto Brand")
    assert open_first_sale(second) == sale
    second.write("titleEdit", "Second")
    first.window.activateWindow()
    first.write("titleEdit", "First")
    first.key(Key.Key_S, Modifier.ControlModifier)
    assert first.value("SELECT title FROM opportunity") == "First"
    second.window.activateWindow()
    second.see("titleEdit").setFocus()
    second.key(Key.Key_S, Modifier.ControlModifier)
    assert first.value("SELECT title FROM opportunity") == "First"
    second.until(lambda: second.shown("loadTheirsButton"), "taking over what was saved meanwhile should be offered")
    second.push("loadTheirsButton")
    assert second.find("titleLabel", QLabel, second.see("opportunityPage")).text() == "First"


def test_undo_takes_back_only_ones_own(opened) -> None:
    first = opened()
    sale = first.run()
    second = opened(person="Otto Brand")
    assert open_first_sale(second) == sale
    second.undo()
    assert first.count("opportunity") == 1 and first.running(sale) == 1
