"""Who buys: an account or, where there is no company, a person; and what the profile says besides."""

from __future__ import annotations

from PySide6.QtCore import Qt


def test_a_person_is_a_customer_without_a_company(desk) -> None:
    """Found by typing among the accounts, saved as the contact; list and hint take it for the customer."""
    desk.do("create_contact", name="Jana Fox")
    page = desk.sale()
    desk.write("accountEdit", "jan")
    desk.until(lambda: desk.shown("suggestions"))
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: page.profile.contact.value() is not None)
    assert page.profile.contact.value().label == "Jana Fox"
    assert page.profile.account.editor.placeholderText() == "Jana Fox (a person)"
    desk.click("saveButton")
    read = desk.read()
    assert read.fields.account is None and read.fields.contact.label == "Jana Fox"
    assert "account" not in read.missing
    (row,) = desk.ask("list_rows", subject="opportunity", ids=(read.id,))
    assert row.account == "Jana Fox"


def test_a_person_is_created_in_place_as_the_customer(desk) -> None:
    page = desk.sale()
    desk.write("accountEdit", "Olga Winter")
    desk.until(lambda: desk.shown("suggestions"))
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: page.profile.contact.value() is not None)
    desk.click("saveButton")
    assert desk.read().fields.contact.label == "Olga Winter"
    assert desk.read().fields.account is None


def test_a_company_takes_the_place_of_the_person(desk) -> None:
    contact = desk.do("create_contact", name="Jana Fox").result["contact"]
    desk.do("create_account", name="Vega Logistics")
    page = desk.sale(contact=contact)
    assert page.profile.account.editor.placeholderText() == "Jana Fox (a person)"
    desk.write("accountEdit", "vega")
    desk.until(lambda: desk.shown("suggestions"))
    desk.key(Qt.Key.Key_Return)
    assert page.profile.account.value().label == "Vega Logistics"
    desk.click("saveButton")
    assert desk.read().fields.account.label == "Vega Logistics"


def test_the_category_is_chosen_and_the_days_in_the_funnel_are_counted(desk) -> None:
    page = desk.sale()
    choices = {choice.code: choice for choice in desk.ask("choices", lookup="opportunity_category")}
    desk.do(
        "save_opportunity", id=page.place.id, version=desk.read().version, fields={"category": choices["renewal"].id}
    )
    desk.settle()
    assert page.profile.category.value().code == "renewal"
    assert page.profile._days.text.text() == "0 days"
    assert not page.profile._closed.isVisible()
