"""Accounts, contacts and leads: made, saved, validated, protected against being overwritten."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.views.exchange import ChangedMeanwhile, Money, Place, ReasonAnswer, Ref, Refused


def test_an_account_keeps_what_was_entered(desk):
    sector = desk.choice("sector", "logistics")
    parent = desk.make("create_account", name="Vega Group")
    account = desk.make(
        "create_account",
        name="  Vega Logistics ",
        sector=sector,
        email="office@vega.example",
        employees=820,
        revenue=Money(12_345, "EUR"),
        parent=parent,
    )
    fields = desk.see("account_page", id=account).fields
    assert fields.name == "Vega Logistics"
    assert fields.sector.label == "Logistics"
    assert fields.revenue == Money(12_345, "EUR")
    assert fields.parent == Ref(parent, "Vega Group")
    assert fields.owner.label == "Anna Kern"


def test_saving_changes_only_the_fields_named_and_counts_the_version(desk):
    account = desk.make("create_account", name="Vega", phone="123")
    done = desk.do("save_account", id=account, version=1, fields={"name": "Vega Logistics"})
    page = desk.see("account_page", id=account)
    assert (page.version, page.fields.name, page.fields.phone) == (2, "Vega Logistics", "123")
    assert done.undoable
    assert done.message == "“Vega Logistics” was saved."


@pytest.mark.parametrize("subject", ["account", "contact", "lead"])
def test_a_record_that_was_saved_meanwhile_is_not_overwritten(desk, subject):
    name = "title" if subject == "lead" else "name"
    row = desk.make(f"create_{subject}", **{name: "First"})
    desk.do(f"save_{subject}", id=row, version=1, fields={name: "Second"})
    with pytest.raises(ChangedMeanwhile) as refusal:
        desk.do(f"save_{subject}", id=row, version=1, fields={name: "Third"})
    assert "Nothing was overwritten" in refusal.value.sentence
    assert getattr(desk.see(f"{subject}_page", id=row).fields, name) == "Second"


@pytest.mark.parametrize("subject", ["account", "contact", "lead", "opportunity", "activity"])
def test_a_page_of_a_record_that_is_gone_says_so(desk, subject):
    with pytest.raises(Refused) as refusal:
        desk.see(f"{subject}_page", id=4711)
    assert refusal.value.code == "record-gone"
    assert refusal.value.sentence


@pytest.mark.parametrize("subject", ["account", "contact", "lead"])
def test_saving_a_record_that_is_gone_says_so(desk, subject):
    with pytest.raises(Refused) as refusal:
        desk.do(f"save_{subject}", id=4711, version=1, fields={})
    assert refusal.value.code == "record-gone"


@pytest.mark.parametrize(
    ("subject", "fields", "code", "field"),
    [
        ("account", {"name": "\n "}, "name-missing", "name"),
        ("account", {"name": "x" * 301}, "text-too-long", "name"),
        ("account", {"email": "a@b"}, "email-wrong", "email"),
        ("account", {"employees": -1}, "number-range", "employees"),
        ("account", {"employees": "ten"}, "number-wrong", "employees"),
        ("account", {"revenue": Money(-1, "EUR")}, "amount-negative", "revenue"),
        ("account", {"revenue": Money(10**18, "EUR")}, "amount-too-large", "revenue"),
        ("account", {"sector": 9999}, "choice-unknown", "sector"),
        ("account", {"parent": 9999}, "record-unknown", "parent"),
        ("account", {"owner": 9999}, "person-unknown", "owner"),
        ("contact", {"name": None}, "name-missing", "name"),
        ("contact", {"account": 9999}, "record-unknown", "account"),
        ("lead", {"title": ""}, "title-missing", "title"),
        ("lead", {"budget": Money(-5, "EUR")}, "amount-negative", "budget"),
        ("lead", {"decision_date": "soon"}, "date-wrong", "decision_date"),
        ("lead", {"email": "not an address"}, "email-wrong", "email"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_names_its_field(desk, subject, fields, code, field):
    name = "title" if subject == "lead" else "name"
    row = desk.make(f"create_{subject}", **{name: "Right"})
    with pytest.raises(Refused) as refusal:
        desk.do(f"save_{subject}", id=row, version=1, fields=fields)
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert refusal.value.sentence
    assert desk.see(f"{subject}_page", id=row).version == 1


def test_a_value_of_another_lookup_is_refused(desk):
    with pytest.raises(Refused) as refusal:
        desk.do("create_account", name="Vega", sector=desk.choice("need", "training"))
    assert refusal.value.code == "choice-unknown"


def test_an_account_cannot_belong_to_itself_however_far(desk):
    top = desk.make("create_account", name="Top")
    middle = desk.make("create_account", name="Middle", parent=top)
    low = desk.make("create_account", name="Low", parent=middle)
    with pytest.raises(Refused) as refusal:
        desk.do("save_account", id=top, version=1, fields={"parent": low})
    assert (refusal.value.code, refusal.value.field) == ("account-own-parent", "parent")


def test_a_contact_stands_on_its_account_s_page(desk):
    account = desk.make("create_account", name="Vega")
    contact = desk.make("create_contact", name="Ivana Petrov", account=account, job_title="Head")
    page = desk.see("account_page", id=account)
    assert [(row.id, row.name, row.account, row.job_title) for row in page.contacts] == [
        (contact, "Ivana Petrov", "Vega", "Head")
    ]


def test_numbers_follow_their_mask_and_are_never_given_twice(desk):
    leads = [desk.make("create_lead", title=f"Lead {place}") for place in range(3)]
    opportunity = desk.make("create_opportunity", title="Sale")
    assert [desk.see("lead_page", id=row).number for row in leads] == ["LEAD-00001", "LEAD-00002", "LEAD-00003"]
    assert desk.see("opportunity_page", id=opportunity).number == "OPP-00001"


def test_r4_a_lead_goes_from_any_stage_to_any_other(desk):
    lead = desk.make("create_lead", title="Need")
    assert desk.see("lead_page", id=lead).stage_bar.current == "qualification"
    for code in ("handoff", "qualification", "distribution"):
        desk.do("change_lead_stage", lead=lead, stage=code)
        assert desk.see("lead_page", id=lead).stage_bar.current == code


def test_r9_a_final_stage_of_a_lead_cannot_be_left(desk):
    lead = desk.make("create_lead", title="Need")
    reason = ReasonAnswer(desk.choice("disqualification_reason", "no_need"))
    desk.do("change_lead_stage", lead=lead, stage="disqualified", disqualification=reason)
    with pytest.raises(Refused) as refusal:
        desk.do("change_lead_stage", lead=lead, stage="handoff")
    assert refusal.value.code == "lead-final-stage"
    assert "Disqualified" in refusal.value.sentence
    bar = desk.see("lead_page", id=lead).stage_bar
    assert bar.closed
    assert {chip.available.why_not for chip in (*bar.stages, *bar.finals)} == {"A final stage cannot be left"}


def test_a_lead_that_stands_there_already_is_told_so(desk):
    lead = desk.make("create_lead", title="Need")
    with pytest.raises(Refused) as refusal:
        desk.do("change_lead_stage", lead=lead, stage="qualification")
    assert refusal.value.code == "lead-stage-current"


def test_l4_a_lead_that_awaits_its_sale_gets_one_with_the_process_running(desk):
    need = desk.choice("need", "automation")
    lead = desk.make(
        "create_lead",
        title="Warehouse automation",
        account_name="Vega Logistics",
        contact_name="Ivana Petrov",
        need=need,
        budget=Money(18_400_000, "EUR"),
        decision_date=date(2026, 5, 1),
    )
    done = desk.do("change_lead_stage", lead=lead, stage="awaiting_sale")
    opportunity = done.result["opportunity"]
    assert done.opens == Place("opportunity", opportunity)
    page = desk.see("opportunity_page", id=opportunity)
    assert page.running_process == "Corporate sale"
    assert len(page.cards) == 2
    assert page.lead == Ref(lead, "Warehouse automation")
    assert page.fields.account.label == "Vega Logistics"
    assert page.fields.need.id == need
    assert page.fields.owner.label == "Anna Kern"
    assert page.fields.budget == Money(18_400_000, "EUR")
    assert desk.see("lead_page", id=lead).opportunity.id == opportunity


def test_l4_not_while_the_setting_is_off(desk):
    desk.do("save_setting", name="run_sales_process", value=False)
    lead = desk.make("create_lead", title="Need")
    done = desk.do("change_lead_stage", lead=lead, stage="awaiting_sale")
    assert "opportunity" not in done.result
    assert desk.see("lead_page", id=lead).opportunity is None


def test_l4_not_a_second_one_while_the_first_is_open(desk):
    lead = desk.make("create_lead", title="Need")
    first = desk.do("change_lead_stage", lead=lead, stage="awaiting_sale").result["opportunity"]
    desk.do("change_lead_stage", lead=lead, stage="handoff")
    again = desk.do("change_lead_stage", lead=lead, stage="awaiting_sale")
    assert "opportunity" not in again.result
    assert desk.see("lead_page", id=lead).opportunity.id == first
    assert desk.see("shell").open_opportunities == 1
