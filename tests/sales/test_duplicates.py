"""Records that may be the same: how texts are compared, what is found while one types and in the whole workspace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sales import normalised
from desktop.views.exchange import Refused

TEXTS = st.text(max_size=40) | st.sampled_from(["ООО «Вега»", "Straße 7", "+7 (903) 123-45-67 доб. 5", "A+b@C.de"])


@pytest.mark.parametrize("compare", [normalised.person, normalised.company, normalised.title, normalised.mail,
                                     normalised.phone, normalised.site])  # fmt: skip
@given(text=TEXTS)
def test_comparing_twice_is_comparing_once(compare, text: str) -> None:
    assert compare(compare(text)) == compare(text)


@given(one=TEXTS, other=TEXTS)
def test_likeness_is_the_same_from_both_sides_and_whole_for_the_same(one: str, other: str) -> None:
    assert normalised.likeness(one, other) == normalised.likeness(other, one)
    assert 0 <= normalised.likeness(one, other) <= 1
    assert normalised.likeness(one, one) == 1


@pytest.mark.parametrize(
    ("compare", "one", "other"),
    [
        (normalised.person, "Anna Kern", "Kern, Anna"),
        (normalised.person, "Пётр Ильин", "petr ilin"),
        (normalised.company, "ООО «Вега Логистик»", "Vega Logistik GmbH"),
        (normalised.company, "Müller & Söhne AG", "Muller Sohne"),
        (normalised.mail, " Anna.Kern+crm@Vega.example ", "anna.kern@vega.example"),
        (normalised.phone, "8 (903) 123-45-67 доб. 12", "+7 903 1234567"),
        (normalised.phone, "0049 30 1234567", "+49 30 1234567"),
        (normalised.site, "https://www.vega.example/en?x=1", "vega.example"),
    ],
)
def test_the_same_written_in_two_ways_is_the_same(compare, one: str, other: str) -> None:
    assert compare(one) == compare(other) != ""


def found(desk, subject: str, id: int | None = None, **fields: str) -> list[tuple[str, str]]:
    return [(one.label, one.why) for one in desk.see("suspects", subject=subject, fields=fields, id=id)]


def test_an_account_is_found_while_its_name_is_typed_with_a_mistake_or_in_another_alphabet(desk) -> None:
    vega = desk.make("create_account", name="Vega Logistics GmbH", phone="+7 903 123-45-67")
    desk.make("create_account", name="Orion Foods")
    assert found(desk, "account", name="Vega Logstics") == [("Vega Logistics GmbH", "similar name")]
    assert found(desk, "account", name="ООО Вега Логистикс")[0][0] == "Vega Logistics GmbH"
    assert found(desk, "account", name="Vega Logistics, Ltd.") == [("Vega Logistics GmbH", "same name")]
    assert found(desk, "account", name="Other", phone="8-903-1234567") == [("Vega Logistics GmbH", "same phone number")]
    assert found(desk, "account", id=vega, name="Vega Logistics GmbH") == []
    assert found(desk, "account", name="Ve") == []


def test_a_contact_is_found_by_mail_by_phone_and_by_nearly_its_name(desk) -> None:
    desk.make("create_contact", name="Anna Kern", email="anna@vega.example", phone="+49 30 1234567")
    assert found(desk, "contact", name="Kern Ana") == [("Anna Kern", "similar name")]
    assert found(desk, "contact", name="A.", email="ANNA@vega.example") == [("Anna Kern", "same e-mail address")]
    assert found(desk, "contact", name="A.", phone="0049 30 1234567") == [("Anna Kern", "same phone number")]


def test_a_lead_is_found_by_its_company_and_its_person(desk) -> None:
    desk.make("create_lead", title="Cash desks", account_name="Vega Logistics", contact_name="Boris Lang")
    assert found(desk, "lead", title="Another need", account_name="vega-logistics") == [("Cash desks", "same name")]
    (one,) = desk.see(
        "suspects", subject="lead", fields={"account_name": "Vega Logistics", "contact_name": "Lang Boris"}
    )
    assert one.why == "same name, same person" and "Vega Logistics" in one.detail and "Qualification" in one.detail


def test_the_keys_follow_every_change_and_its_undo(desk) -> None:
    account = desk.make("create_account", name="Vega Logistics")
    page = desk.see("account_page", id=account)
    desk.do("save_account", id=account, version=page.version, fields={"name": "Orion Foods"})
    assert found(desk, "account", name="Vega Logistics") == []
    desk.do("undo")
    assert found(desk, "account", name="Vega Logistics") == [("Vega Logistics", "same name")]
    desk.do("undo")
    assert found(desk, "account", name="Vega Logistics") == []


def labels(desk, subject: str) -> list[list[str]]:
    return [[one.label for one in group.records] for group in desk.see("suspect_groups", subject=subject).groups]


def test_suspected_groups_are_the_surest_first_and_nobody_else(desk) -> None:
    for name, mail in (("Anna Kern", ""), ("Ana Kern", ""), ("Boris Lang", "b@x.example"), ("B. L.", "B@x.example")):
        desk.make("create_contact", name=name, email=mail)
    desk.make("create_contact", name="Clara Hofmann")
    assert labels(desk, "contact") == [["Boris Lang", "B. L."], ["Anna Kern", "Ana Kern"]]


def test_what_was_told_apart_is_not_suspected_again_until_that_is_undone(desk) -> None:
    one, other = desk.make("create_contact", name="Anna Kern"), desk.make("create_contact", name="Anna Kern")
    assert labels(desk, "contact") == [["Anna Kern", "Anna Kern"]]
    desk.do("tell_apart", subject="contact", records=(other, one))
    assert labels(desk, "contact") == []
    assert found(desk, "contact", id=one, name="Anna Kern") == []
    desk.do("undo")
    assert labels(desk, "contact") == [["Anna Kern", "Anna Kern"]]


def test_closed_leads_are_not_suspected(desk) -> None:
    leads = [desk.make("create_lead", title="Cash desks", phone="+49 30 1234567") for _ in range(2)]
    assert labels(desk, "lead") == [["Cash desks", "Cash desks"]]
    desk.do("change_lead_stage", lead=leads[0], stage="satisfied")
    assert labels(desk, "lead") == []


def test_only_accounts_contacts_and_leads_are_compared(desk) -> None:
    with pytest.raises(Refused) as refused:
        desk.see("suspects", subject="opportunity", fields={"name": "x"})
    assert refused.value.code == "subject-unknown"
