"""Business cards: what programs and telephones write is read, and what is written is read back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sales import vcard
from desktop.sales.vcard import Card
from desktop.views.exchange import Refused

LETTERS = st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Zs"))
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=30), min_size=1, max_size=4).map(" ".join)
MAYBE = st.just("") | WORDS
CARDS = st.builds(
    Card,
    name=WORDS,
    company=MAYBE,
    job_title=MAYBE,
    email=st.just("") | st.just("anna@vega.example"),
    phone=st.just("") | st.just("+49 30 1234567 ext. 5"),
    note=st.lists(WORDS, max_size=3).map("\n".join),
)


@given(cards=st.lists(CARDS, min_size=1, max_size=3), version=st.sampled_from(["3.0", "4.0"]))
def test_what_is_written_is_read_back_as_it_was(cards: list[Card], version: str) -> None:
    text = vcard.write(cards, version)
    assert vcard.read(text) == tuple(cards)
    assert vcard.decoded(text.encode()) == text
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75


@given(text=st.text(max_size=300))
def test_whatever_a_file_holds_it_is_read_or_refused(text: str) -> None:
    try:
        cards = vcard.read(f"BEGIN:VCARD\n{text}\nEND:VCARD")
    except Refused as refused:
        assert refused.code == "vcard-none"
    else:
        assert all(card.name for card in cards)


def one(*lines: str, end: str = "\r\n") -> Card:
    (card,) = vcard.read(end.join(["BEGIN:VCARD", *lines, "END:VCARD", ""]))
    return card


def test_a_card_of_version_4_0() -> None:
    card = one(
        "VERSION:4.0",
        "FN:Anna Kern",
        "N:Kern;Anna;;Dr.;",
        "ORG:Vega Logistics\\, GmbH;Purchasing",
        "TITLE:Head of\\nPurchasing",
        'TEL;VALUE=uri;PREF=2;TYPE="voice,home":tel:+49-30-765-43-21',
        'TEL;VALUE=uri;PREF=1;TYPE="voice,work":tel:+49-30-123-45-67;ext=12',
        "EMAIL;TYPE=home:anna@home.example",
        "EMAIL;PREF=1:anna@vega.example",
        "ADR;TYPE=work:;;Hafenstr. 1;Berlin;;10115;Germany",
        "NOTE:Likes tea\\; no coffee",
        "PHOTO:data:image/jpeg;base64,AAAA",
    )
    assert (card.name, card.company, card.job_title) == ("Anna Kern", "Vega Logistics, GmbH", "Head of Purchasing")
    assert (card.email, card.phone) == ("anna@vega.example", "+49-30-123-45-67 ext. 12")
    assert card.notes("en").splitlines() == [
        "Likes tea; no coffee",
        "Phone: +49-30-765-43-21 (home)",
        "E-mail: anna@home.example",
        "Department: Purchasing",
        "Address: Hafenstr. 1, Berlin, 10115, Germany",
    ]
    assert card.notes("ru").startswith("Likes tea; no coffee\nТелефон: ")


def test_a_card_of_version_3_0_with_groups_folding_and_preferred_values() -> None:
    card = one(
        "VERSION:3.0",
        "N:Ильин;Пётр;;;",
        "FN:Пётр Иль",
        " ин",
        "item1.EMAIL;type=INTERNET;type=pref:petr@vega.example",
        "item2.TEL;type=WORK:1",
        "item3.TEL;type=CELL;type=pref:+7 903 123-45-67",
        end="\n",
    )
    assert (card.name, card.email, card.phone) == ("Пётр Ильин", "petr@vega.example", "+7 903 123-45-67")
    assert card.further == (("TEL", "1 (work)"),)


def test_a_card_of_a_telephone_version_2_1_with_quoted_printable() -> None:
    card = one(
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=BB=D1=8C=D0=B8=D0=BD;=D0=9F=D1=91=D1=82=D1=80;;;",
        "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:one=0D=0A=",
        "two",
        "TEL;CELL;PREF:+79031234567",
    )
    assert (card.name, card.phone) == ("Пётр Ильин", "+79031234567")
    assert card.note.split() == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "encoding"), [("FN:Пётр Ильин", "cp1251"), ("FN:Jürgen Müller", "cp1252"), ("FN:Jürgen", "utf-16")]
)
def test_older_code_pages_are_recognised(text: str, encoding: str) -> None:
    content = f"BEGIN:VCARD\r\nVERSION:3.0\r\n{text}\r\nEND:VCARD\r\n".encode(encoding)
    assert vcard.read(vcard.decoded(content))[0].name == text[3:]


def test_companies_groups_and_cards_without_a_name() -> None:
    text = "\n".join(
        [
            "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Vega Logistics\nTEL:+49 30 1\nEND:VCARD",
            "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Friends\nEND:VCARD",
            "BEGIN:VCARD\nVERSION:4.0\nEMAIL:info@vega.example\nEND:VCARD",
            "BEGIN:VCARD\nVERSION:4.0\nTITLE:Nobody\nEND:VCARD",
            "BEGIN:VCARD\nVERSION:4.0\nFN:Cut off",
        ]
    )
    cards = vcard.read(text)
    assert [(card.name, card.is_company) for card in cards] == [
        ("Vega Logistics", True),
        ("info@vega.example", False),
        ("Cut off", False),
    ]


@pytest.mark.parametrize("text", ["", "no cards", "BEGIN:VCARD\nEND:VCARD", "BEGIN:VCALENDAR\nEND:VCALENDAR"])
def test_a_text_without_cards_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        vcard.read(text)
    assert refused.value.code == "vcard-none"
