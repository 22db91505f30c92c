"""Lookups, stages, masks, rates and working hours as an administrator edits them (R9, R10; product.md, section 3)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sales.currencies import NANO, Rates
from desktop.views.administration import WorkingHours
from desktop.views.exchange import ClosingAnswer, Money, Refused


def refusal(desk, name, /, **arguments):
    with pytest.raises(Refused) as caught:
        desk.do(name, **arguments)
    assert caught.value.sentence
    assert "{" not in caught.value.sentence or caught.value.code == "mask-no-counter"
    return caught.value


def values(desk, lookup="need"):
    return desk.see("lookup_values", lookup=lookup)


def test_a_value_is_added_renamed_and_switched_off_and_every_step_is_undone(desk):
    before = values(desk)
    made = desk.make("create_value", lookup="need", name_en="Robotics", name_ru="Роботы")
    row = values(desk)[-1]
    assert (row.id, row.code, row.active, row.used, row.removable) == (made, "robotics", True, 0, True)
    assert [choice.label for choice in desk.see("choices", lookup="need")][-1] == "Robotics"
    desk.do("save_value", id=made, version=row.version, fields={"name_ru": "Робототехника", "active": False})
    assert values(desk)[-1].name_ru == "Робототехника"
    assert "Robotics" not in [choice.label for choice in desk.see("choices", lookup="need")]
    desk.do("undo")
    assert values(desk)[-1].active
    desk.do("undo")
    assert values(desk) == before


def test_a_value_that_is_used_is_not_deleted_and_stays_where_it_is_used(desk):
    need = values(desk)[0]
    opportunity = desk.make("create_opportunity", title="Warehouse", need=need.id)
    desk.make("create_lead", title="Call", need=need.id)
    row = values(desk)[0]
    assert (row.used, row.removable) == (2, False)
    refused = refusal(desk, "remove_value", id=need.id)
    assert (refused.code, refused.parameters["count"]) == ("value-in-use", 2)
    desk.do("save_value", id=need.id, version=row.version, fields={"active": False})
    assert desk.see("opportunity_page", id=opportunity).fields.need.label == need.name_en


def test_a_value_that_comes_with_the_program_is_switched_off_not_deleted(desk):
    assert refusal(desk, "remove_value", id=values(desk, "sector")[0].id).code == "value-shipped"


def test_r13_one_reason_of_closing_must_stay(desk):
    *others, last = values(desk, "closing_reason")
    for row in others:
        desk.do("save_value", id=row.id, version=row.version, fields={"active": False})
    assert refusal(desk, "save_value", id=last.id, version=last.version, fields={"active": False}).code == "value-last"


def test_names_are_not_given_twice_in_a_lookup(desk):
    name = values(desk)[0].name_en
    refused = refusal(desk, "create_value", lookup="need", name_en=name.upper(), name_ru="Новое")
    assert (refused.code, refused.field) == ("value-exists", "name_en")
    assert refusal(desk, "create_value", lookup="need", name_en=" ", name_ru="x").field == "name_en"
    assert refusal(desk, "create_value", lookup="colour", name_en="a", name_ru="b").code == "lookup-unknown"


def test_the_order_of_a_lookup_is_the_order_of_its_choices_and_can_be_undone(desk):
    ids = [row.id for row in values(desk)]
    desk.do("order_values", lookup="need", ids=ids[::-1])
    assert [choice.id for choice in desk.see("choices", lookup="need")] == ids[::-1]
    desk.do("undo")
    assert [choice.id for choice in desk.see("choices", lookup="need")] == ids
    assert refusal(desk, "order_values", lookup="need", ids=ids[1:]).code == "order-outdated"


# Stages --------------------------------------------------------------------------------------------


def test_r10_stages_are_ordered_and_the_stage_bar_follows(desk):
    opportunity = desk.make("create_opportunity", title="Warehouse")
    pilot = desk.make("create_stage", name_en="Pilot", name_ru="Пилот", percent=20, description="Try it out")
    ids = [row.id for row in desk.see("stages") if row.id != pilot]
    desk.do("order_stages", ids=[ids[0], pilot, *ids[1:]])
    bar = desk.see("opportunity_page", id=opportunity).stage_bar
    assert [chip.code for chip in bar.stages][:3] == ["qualification", "pilot", "presentation"]
    assert next(row.description for row in desk.see("stages") if row.id == pilot) == "Try it out"


def test_a_stage_is_deleted_only_if_nothing_stood_there_and_no_process_leads_there(desk):
    pilot = desk.make("create_stage", name_en="Pilot", name_ru="Пилот", percent=20)
    desk.do("remove_stage", id=pilot)
    desk.do("undo")
    opportunity = desk.make("create_opportunity", title="Warehouse")
    desk.do("change_stage", opportunity=opportunity, stage="pilot")
    desk.do("change_stage", opportunity=opportunity, stage="qualification")
    assert refusal(desk, "remove_stage", id=pilot).code == "value-in-use"
    proposal = next(row.id for row in desk.see("stages") if row.code == "proposal")
    assert refusal(desk, "remove_stage", id=proposal).code == "stage-in-process"


def test_stages_of_leads_are_edited_and_final_is_protected(desk):
    lead = desk.make("create_lead", title="Call")
    first = desk.see("lead_stages")[0]
    assert first.used == 1
    refused = refusal(desk, "save_lead_stage", id=first.id, version=first.version, fields={"final": True})
    assert (refused.code, refused.field) == ("lead-stage-in-use", "final")
    assert refusal(desk, "remove_lead_stage", id=first.id).code == "value-in-use"
    made = desk.do("create_lead_stage", name_en="Nurturing", name_ru="Дозревание").result["lead_stage"]
    ids = [row.id for row in desk.see("lead_stages")]
    desk.do("order_lead_stages", ids=[ids[0], made, *ids[1:-1]])
    assert [chip.code for chip in desk.see("lead_page", id=lead).stage_bar.stages][1] == "nurturing"
    for wrong, code in (
        ({"successful": True}, "stage-success-needs-final"),
        ({"starts_sale": True, "final": True}, "lead-stage-final-starts"),
    ):
        assert refusal(desk, "create_lead_stage", name_en="A", name_ru="Б", **wrong).code == code
    desk.do("remove_lead_stage", id=made)


# Number masks --------------------------------------------------------------------------------------


def test_a_mask_is_previewed_saved_and_undone_without_giving_a_number_twice(desk):
    desk.make("create_opportunity", title="First")
    assert desk.see("mask_preview", subject="opportunity", mask="S-{:03d}/26").numbers == (
        "S-002/26",
        "S-003/26",
        "S-004/26",
    )
    assert desk.do("save_number_mask", subject="opportunity", mask="S-{:03d}/26").message.endswith("S-002/26.")
    second = desk.make("create_opportunity", title="Second")
    assert desk.see("opportunity_page", id=second).number == "S-002/26"
    desk.do("undo")
    desk.do("undo")
    third = desk.make("create_opportunity", title="Third")
    assert desk.see("opportunity_page", id=third).number == "OPP-00003"


@pytest.mark.parametrize(
    ("mask", "code"),
    [
        ("OPP", "mask-no-counter"),
        ("OPP-{}-{}", "mask-no-counter"),
        ("OPP-{name}", "mask-no-counter"),
        ("OPP-{:d", "mask-no-counter"),
        ("LEAD-{:03d}", "mask-taken"),
        ("lead-{}", "mask-taken"),
        ("X" * 31 + "{}", "text-too-long"),
    ],
)
def test_a_mask_that_gives_a_number_twice_is_refused(desk, mask, code):
    refused = refusal(desk, "save_number_mask", subject="opportunity", mask=mask)
    assert (refused.code, refused.field) == (code, "mask")
    assert desk.see("mask_preview", subject="opportunity", mask=mask).refused == refused.sentence


def test_a_mask_that_comes_upon_numbers_given_before_is_refused(desk):
    desk.do("save_number_mask", subject="opportunity", mask="A-1{}")
    desk.make("create_opportunity", title="First")
    assert refusal(desk, "save_number_mask", subject="opportunity", mask="A-{}").code == "mask-repeats"


# Currencies ----------------------------------------------------------------------------------------


def test_rates_hold_from_their_day_on_and_a_second_one_for_the_day_replaces_the_first(desk):
    desk.do("save_currency_rate", currency="usd", base="EUR", day=date(2026, 1, 1), rate="0,9")
    desk.do("save_currency_rate", currency="USD", base="EUR", day=date(2026, 1, 1), rate="0.85")
    desk.do("save_currency_rate", currency="USD", base="EUR", day=date(2026, 2, 1), rate="0.8")
    assert [(row.day.month, row.rate) for row in desk.see("currency_rates")] == [(2, "0.8"), (1, "0.85")]
    desk.do("undo")
    (row,) = desk.see("currency_rates")
    desk.do("remove_currency_rate", id=row.id)
    assert desk.see("currency_rates") == ()


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"currency": "dollar"}, "currency-unknown", "currency"),
        ({"currency": "EUR"}, "rate-same-currency", "currency"),
        ({"rate": "0"}, "rate-wrong", "rate"),
        ({"rate": "NaN"}, "rate-wrong", "rate"),
        ({"rate": "much"}, "rate-wrong", "rate"),
        ({"rate": "1e30"}, "rate-wrong", "rate"),
        ({"day": None}, "date-wrong", "day"),
    ],
)
def test_a_rate_that_makes_no_sense_is_refused(desk, wrong, code, field):
    given = {"currency": "USD", "base": "EUR", "day": date(2026, 1, 1), "rate": "0.9", **wrong}
    refused = refusal(desk, "save_currency_rate", **given)
    assert (refused.code, refused.field) == (code, field)


def test_an_amount_is_converted_at_the_rate_of_the_day():
    rates = Rates([("USD", "EUR", date(2026, 1, 1), 900_000_000), ("USD", "EUR", date(2026, 2, 1), 800_000_000)])
    dollars = Money(10_001, "USD")
    assert rates.convert(dollars, "EUR", date(2025, 12, 31)) is None
    assert rates.convert(dollars, "EUR", date(2026, 1, 31)) == Money(9_001, "EUR")  # 90.009
    assert rates.convert(dollars, "EUR", date(2026, 2, 1)) == Money(8_001, "EUR")
    assert rates.convert(Money(8_000, "EUR"), "USD", date(2026, 3, 1)) == Money(10_000, "USD")  # the other way round
    assert rates.convert(dollars, "GBP", date(2026, 3, 1)) is None
    assert rates.convert(dollars, "USD", date(2020, 1, 1)) == dollars


def test_a_yen_has_no_cents_and_halves_go_to_the_even_one():
    rates = Rates([("JPY", "EUR", date(2026, 1, 1), 5_000_000)])
    assert rates.convert(Money(1_000, "JPY"), "EUR", date(2026, 1, 1)) == Money(500, "EUR")
    assert rates.convert(Money(1, "JPY"), "EUR", date(2026, 1, 1)) == Money(0, "EUR")
    assert rates.convert(Money(3, "JPY"), "EUR", date(2026, 1, 1)) == Money(2, "EUR")


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_converting_is_exact_to_half_a_minor_unit(minor, nano):
    converted = Rates([("USD", "EUR", date(2026, 1, 1), nano)]).convert(Money(minor, "USD"), "EUR", date(2026, 1, 1))
    assert converted is not None
    assert abs(converted.minor * NANO - minor * nano) * 2 <= NANO


# System settings -----------------------------------------------------------------------------------


def test_tasks_are_planned_in_the_working_hours_of_the_workspace(desk, clock):
    desk.do("save_setting", name="working_hours", value=WorkingHours(600, 900, (5, 6)))
    assert desk.see("settings").working_hours == WorkingHours(600, 900, (5, 6))
    opportunity = desk.do("run_process").result["opportunity"]
    for card in desk.see("opportunity_page", id=opportunity).cards:
        assert card.start_at.weekday() in (5, 6)
        assert datetime(2026, 1, 1, 10, tzinfo=UTC).time() <= card.start_at.time()
        assert card.due_at.time() <= datetime(2026, 1, 1, 15, tzinfo=UTC).time()


@pytest.mark.parametrize(
    ("hours", "code"),
    [
        (WorkingHours(540, 540), "hours-wrong"),
        (WorkingHours(540, 1500), "hours-wrong"),
        (WorkingHours(days=()), "hours-no-day"),
        (WorkingHours(days=(7,)), "hours-no-day"),
    ],
)
def test_working_hours_that_make_no_sense_are_refused(desk, hours, code):
    assert refusal(desk, "save_setting", name="working_hours", value=hours).code == code


def test_l4_the_process_that_a_lead_starts_is_a_setting_and_must_exist(desk):
    assert refusal(desk, "save_setting", name="sales_process", value="other").code == "process-unknown"
    desk.do("save_setting", name="sales_process", value="corporate_sale")
    assert desk.see("settings").sales_process == "corporate_sale"


def test_a_closed_sale_keeps_its_reason_when_it_is_switched_off(desk):
    opportunity = desk.make("create_opportunity", title="Warehouse")
    reason = values(desk, "closing_reason")[0]
    desk.do("change_stage", opportunity=opportunity, stage="closed_lost", closing=ClosingAnswer(reason=reason.id))
    row = values(desk, "closing_reason")[0]
    desk.do("save_value", id=row.id, version=row.version, fields={"active": False})
    assert desk.see("opportunity_page", id=opportunity).closing_reason == reason.name_en


def test_an_amount_in_another_currency_is_shown_in_the_default_one_too(desk):
    opportunity = desk.make("create_opportunity", title="Warehouse", amount=Money(10_000, "USD"))
    assert desk.see("opportunity_page", id=opportunity).amount_in_default is None
    desk.do("save_currency_rate", currency="USD", base="EUR", day=date(2020, 1, 1), rate="0.9")
    assert desk.see("opportunity_page", id=opportunity).amount_in_default == Money(9_000, "EUR")
    desk.do("save_setting", name="default_currency", value="USD")
    assert desk.see("opportunity_page", id=opportunity).amount_in_default is None
