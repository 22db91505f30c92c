"""The guide of a stage beside the opportunity page (R18)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def steps(desk) -> list[str]:
    return list(desk.ask("stage_guide", opportunity=desk.page.place.id).steps)


def test_r18_the_button_on_the_present_chevron_opens_the_guide(desk) -> None:
    page = desk.sale()
    button = desk.find("stageGuideButton")
    assert page.stage_bar.button("qualification").geometry().contains(button.geometry())
    desk.click(button)
    guide = desk.ask("stage_guide", opportunity=page.place.id)
    assert guide.goal and guide.steps and guide.program and guide.following
    assert desk.find("guideTitle").text() == "Qualification"
    assert desk.find("guideGoal").text() == guide.goal
    assert desk.find("guideProgram").text() == guide.program
    assert desk.find("guideNext").text() == guide.following
    assert desk.find("guideSource").text() == "From the process “Corporate sale”."
    desk.key(Qt.Key.Key_Escape)
    assert not desk.shown("stageGuide")
    assert QApplication.focusWidget() is button


def test_r18_the_button_is_seen_on_every_ground(desk) -> None:
    """Its ink is that of the chevron's own words: white on the accent, dark on the pale ground of a final stage."""
    page = desk.sale()
    button = desk.find("stageGuideButton")
    white = button.icon().pixmap(15).toImage()
    page.change_stage("closed_lost")
    desk.settle()
    closing = desk.find("closingDialog")
    closing.reason.set_value(closing.reason.choices()[0])
    desk.click("closingConfirmButton")
    assert page.stage_bar.closed.state == "current"
    assert button.icon().pixmap(15).toImage() != white


def test_r18_the_key_g_opens_and_closes_it_but_is_a_letter_in_a_field(desk) -> None:
    desk.sale()
    desk.page.panel.focus_first()
    desk.key(Qt.Key.Key_G)
    assert desk.shown("stageGuide")
    desk.key(Qt.Key.Key_G)
    assert not desk.shown("stageGuide")
    field = desk.find("decisionMakerRoleEdit")
    field.setFocus()
    QTest.keyClicks(field, "g")
    assert field.text() == "g" and not desk.shown("stageGuide")


def test_r18_the_open_guide_follows_the_stage(desk) -> None:
    desk.sale()
    desk.click("stageGuideButton")
    desk.click("stage_proposal")
    assert desk.find("guideTitle").text() == "Proposal"
    assert desk.find("guideGoal").text() == desk.ask("stage_guide", opportunity=desk.page.place.id).goal


def test_r10_r18_a_stage_of_the_administrator_has_no_guide_and_says_so(desk) -> None:
    desk.sale()
    desk.do("create_stage", code="pilot", name_en="Pilot", name_ru="Пилот", number=25, percent=50)
    desk.settle()
    desk.click("stage_pilot")
    desk.click("stageGuideButton")
    assert "says nothing about this stage" in desk.find("guideSource").text()
    assert not desk.shown("guideGoal") or not desk.find("guideGoal").text()


def test_r18_the_guide_in_russian(desk) -> None:
    page = desk.sale()
    desk.click("stageGuideButton")
    english = desk.find("guideGoal").text()
    desk.window.choose_language("ru")
    desk.settle()
    assert desk.find("guideTitle").text() == "Квалификация"
    assert desk.find("guideGoal").text() not in {"", english}
    assert desk.find("guideSource").text() == "Из процесса «Корпоративная продажа»."
    desk.window.choose_language("en")
    desk.settle()
    assert page.guide.isVisible()
