"""Contacts from business cards: what is proposed, what is made in one action, and contacts as cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.views.exchange import Refused

ANNA = "BEGIN:VCARD\nVERSION:4.0\nFN:Anna Kern\nORG:Vega Logistics\nTITLE:Buyer\nEMAIL:anna@vega.example\nEND:VCARD\n"
BORIS = "BEGIN:VCARD\nVERSION:3.0\nFN:Boris Lang\nORG:ООО «Вега Логистикс»;\nTEL;TYPE=WORK:+49 30 1234567\nEND:VCARD\n"
ORION = "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Orion Foods\nTEL:+49 30 7654321\nEND:VCARD\n"


def test_the_preview_says_what_each_card_becomes_and_changes_nothing(desk) -> None:
    vega = desk.make("create_account", name="Vega Logistics GmbH")
    there = desk.make("create_contact", name="Kern Anna", email="anna@vega.example")
    preview = desk.see("read_cards", text=ANNA + BORIS + ORION + BORIS)
    anna, boris, orion, again = preview.rows
    assert (anna.proposal, anna.account.id, anna.suspects[0].id) == (there, vega, there)
    assert (boris.proposal, boris.account, boris.company) == ("create", None, "ООО «Вега Логистикс»")
    assert orion.is_company and orion.proposal == "create"
    assert again.repeated and again.proposal == "skip"
    assert len(desk.see("list_ids", subject="contact")) == 1


def test_cards_become_contacts_with_their_accounts_as_one_action(desk) -> None:
    done = desk.do("take_cards", text=ANNA + BORIS + ORION)
    assert done.message == "2 contacts were added, with 3 new accounts."
    page = desk.see("contact_page", id=done.result["added"][0]).fields
    assert (page.name, page.account.label, page.job_title, page.email) == (
        "Anna Kern",
        "Vega Logistics",
        "Buyer",
        "anna@vega.example",
    )
    desk.do("undo")
    assert desk.see("list_ids", subject="contact") == () == desk.see("list_ids", subject="account")


def test_a_contact_that_is_there_gets_what_it_lacks_and_keeps_what_it_has(desk) -> None:
    there = desk.make("create_contact", name="A. Kern", email="anna@vega.example", job_title="Head of purchasing")
    desk.do("take_cards", text=ANNA.replace("END", "NOTE:Met in May\nEND"), choices={0: there})
    fields = desk.see("contact_page", id=there).fields
    assert (fields.name, fields.job_title, fields.account.label, fields.notes) == (
        "A. Kern",
        "Head of purchasing",
        "Vega Logistics",
        "Met in May",
    )
    with pytest.raises(Refused) as refused:
        desk.do("take_cards", text=ANNA.replace("END", "NOTE:Met in May\nEND"), choices={0: there})
    assert refused.value.code == "vcard-nothing"


def test_one_company_on_many_cards_becomes_one_account(desk) -> None:
    desk.do("take_cards", text=ANNA + ANNA.replace("Anna", "Dina").replace("Vega Logistics", "VEGA logistics, Ltd."))
    assert len(desk.see("list_ids", subject="account")) == 1


def test_what_does_not_fit_a_field_is_kept_in_the_notes(desk) -> None:
    text = f"BEGIN:VCARD\nFN:{'x' * 250}\nEMAIL:no address\nEND:VCARD"
    done = desk.do("take_cards", text=text)
    fields = desk.see("contact_page", id=done.result["added"][0]).fields
    assert len(fields.name) == 200 and fields.email == "" and "no address" in fields.notes and "x" * 250 in fields.notes


def test_contacts_go_out_and_come_back(desk, tmp_path: Path) -> None:
    account = desk.make("create_account", name="Vega Logistics")
    one = desk.make(
        "create_contact", name="Пётр Ильин", account=account, job_title="Buyer, chief", phone="+7 903 1234567"
    )
    other = desk.make("create_contact", name="Anna Kern")
    file = tmp_path / "people.vcf"
    assert desk.see("save_cards", contacts=(other, one), path=file) == 2
    assert [row.name for row in desk.see("read_cards", path=file).rows] == ["Anna Kern", "Пётр Ильин"]
    text = desk.see("cards_text", contacts=(one,), version="3.0")
    assert "VERSION:3.0" in text and "TITLE:Buyer\\, chief" in text
    (row,) = desk.see("read_cards", text=text).rows
    assert row.proposal == one and row.account.id == account


def test_files_that_cannot_be_read_or_written_are_refused(desk, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        desk.see("read_cards", path=tmp_path / "none.vcf")
    assert refused.value.code == "vcard-unreadable" and refused.value.sentence
    with pytest.raises(Refused) as refused:
        desk.see("save_cards", contacts=(), path=tmp_path / "no folder" / "x.vcf")
    assert refused.value.code == "file-unwritable"
