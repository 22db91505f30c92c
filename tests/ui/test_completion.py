"""Find-as-you-type: both languages, both keyboard layouts, letters in order (product.md, section 6)."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.completion import Candidate, match, normalise, readings, to_cyrillic, to_latin

RUN = Candidate("run", ("Run process Corporate sale", "Запустить процесс Корпоративная продажа"))
RUN_LEAD = Candidate("handover", ("Run process Lead handover", "Запустить процесс Передача лида"))
LEADS = Candidate("leads", ("Go to Leads", "Перейти к разделу Лиды"))
CREATE = Candidate("create", ("Create opportunity", "Создать продажу"))
SAVE = Candidate("save", ("Save", "Сохранить"))
ALL = (RUN, RUN_LEAD, LEADS, CREATE, SAVE)


def best(text):
    found = match(text, ALL)
    return found[0].value if found else None


def test_wrong_layout_is_understood_in_both_directions():
    assert to_cyrillic("pfgecnbnm ghjwtcc") == "запустить процесс"
    assert to_latin("кгт зкщсуыы") == "run process"
    assert to_cyrillic("[]\\;',./`") == "хъ\\жэбю.ё"
    assert to_latin("хъжэбюё") == "[];',.`"


@pytest.mark.parametrize(
    "text",
    [
        "Run process Corporate sale",
        "run process corp",
        "RUN PROCESS CORPORATE SALE",
        "corporate",
        "rpcs",
        "запустить процесс корп",
        "pfgecnbnm ghjwtcc rjhg",
        "кгт зкщсуыы сщкз",
        "Run proces Corporate sale",
        "Run procses Corporate sale",
    ],
)
def test_text_means_the_corporate_sale(text):
    assert best(text) == "run"


def test_others_are_found_in_either_language():
    assert best("leads") == "leads"
    assert best("лиды") == "leads"
    assert best("kbls") == "leads"
    assert best("созд") == "create"
    assert best("сохр") == "save"
    assert best("ыфму") == "save"


def test_yo_and_case_do_not_matter():
    assert normalise("Ёлка") == "елка"
    assert match("елка", [Candidate(1, ("Ёлка",))])
    assert match("ЁЛКА", [Candidate(1, ("елка",))])


def test_positions_are_the_letters_that_fit():
    found = match("run process corp", ALL)[0]
    assert "".join(found.title[at] for at in found.positions) == "RunprocessCorp" or found.title[
        : len("Run process Corp")
    ].replace(" ", "") == "".join(found.title[at] for at in found.positions if found.title[at] != " ")


def test_exact_is_marked_and_comes_first():
    found = match("save", [Candidate("other", ("Save as",)), SAVE])
    assert found[0].value == "save"
    assert found[0].exact
    assert not found[1].exact


def test_nonsense_matches_nothing():
    assert match("zzzqqq", ALL) == []
    assert match("x", [SAVE]) == []


def test_empty_text_keeps_all_in_order():
    assert [found.value for found in match("  ", ALL)] == [candidate.value for candidate in ALL]
    assert len(match("", ALL, limit=2)) == 2


def test_a_reading_without_letters_has_no_other_layout_twice():
    assert readings("123") == ("123",)


@given(st.text(alphabet=string.ascii_letters + "[];'`,.{}:\"<>~ " + "абвгдежзийклмнопрстуфхцчшщъыьэюяё", max_size=12))
def test_any_text_is_answered_with_positions_inside_the_title(text):
    for found in match(text, ALL):
        assert all(0 <= at < len(found.title) for at in found.positions)
        assert list(found.positions) == sorted(set(found.positions))


@given(st.sampled_from([title for candidate in ALL for title in candidate.titles]))
def test_every_title_finds_itself_in_either_layout(title):
    for typed in (title, to_cyrillic(title) if title.isascii() else to_latin(title)):
        found = match(typed, ALL)
        assert found
        assert title in next(c.titles for c in ALL if c.value == found[0].value)
