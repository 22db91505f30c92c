"""The sentences of the core: complete and alike in both languages, every one that the code names is there."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from desktop.texts import LANGUAGES, knows, pack, say, say_packed
from desktop.views.exchange import Money

ROOT = Path(__file__).resolve().parents[2]
CALLS = {"Refused": 0, "ChangedMeanwhile": 0, "Trouble": 0, "Outcome": 0, "refusing": 1, "say": 1, "say_both": 0}


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


def sentences(language: str) -> dict[str, set[str]]:
    source = (ROOT / "resources" / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(source).body:
        assert type(entry).__name__ != "Junk", entry.content
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


def named_codes() -> dict[str, str]:
    """Every code that stands as a literal where the core names a sentence, with the place."""
    codes: dict[str, str] = {}
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name not in CALLS:
                continue
            arguments = [*node.args[CALLS[name] : CALLS[name] + 1]]
            arguments += [word.value for word in node.keywords if word.arg in ("message", "hint")]
            for argument in arguments:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
                    codes[argument.value] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return codes


def test_both_languages_have_the_same_sentences_with_the_same_variables():
    english, russian = sentences("en"), sentences("ru")
    assert set(english) == set(russian)
    assert {code: names for code, names in english.items() if names != russian[code]} == {}


def test_every_sentence_that_the_core_names_is_there():
    known = sentences("en")
    codes = named_codes()
    assert len(codes) > 40
    assert {code: place for code, place in codes.items() if code not in known} == {}


def test_every_kind_of_message_has_its_title_and_text():
    from desktop.sales import notifications

    kinds = [value for name, value in vars(notifications).items() if name.isupper() and isinstance(value, str)]
    assert kinds
    for kind in kinds:
        assert knows(f"notification-{kind}")
        assert knows(f"notification-{kind}-text")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_a_long_dash(language):
    source = (ROOT / "resources" / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    assert "\N{EM DASH}" not in source


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 opportunity stands"),
        ("en", 5, "5 opportunities stand"),
        ("ru", 1, "стоит 1 продажа"),
        ("ru", 3, "стоят 3 продажи"),
        ("ru", 5, "стоит 5 продаж"),
        ("ru", 21, "стоит 21 продажа"),
    ],
)
def test_plurals_follow_the_language(language, count, said):
    assert said in say(language, "stage-in-use", {"count": count})


def test_a_packed_sentence_is_said_later_in_any_language_and_zone():
    packed = pack(
        "lead-stage-changed",
        {"title": "Vega", "stage": {"en": "Handoff to sales", "ru": "Перевод в продажу"}},
    )
    assert say_packed("en", packed) == "The lead “Vega” moved to “Handoff to sales”."
    assert say_packed("ru", packed) == "Лид «Vega» переведён на стадию «Перевод в продажу»."
    assert say_packed("en", "") == ""
    assert say_packed("en", pack("of-a-later-version", {})) == ""


def test_moments_days_and_amounts_are_said_alike_fresh_and_kept():
    import json

    zone = ZoneInfo("Europe/Berlin")
    for value in (datetime(2026, 3, 2, 9, 0, tzinfo=UTC), date(2026, 3, 2), Money(18_400_000, "EUR")):
        kept = json.loads(pack("welcome", {"name": value}))["parameters"]
        for language in LANGUAGES:
            assert say(language, "welcome", kept, zone) == say(language, "welcome", {"name": value}, zone)
    assert "10:00" in say("en", "welcome", {"name": datetime(2026, 3, 2, 9, 0, tzinfo=UTC)}, zone)


def test_an_unknown_sentence_and_a_missing_parameter_are_our_mistakes():
    with pytest.raises(KeyError):
        say("en", "never-written")
    with pytest.raises(ValueError, match="welcome"):
        say("en", "welcome")
    assert say("fr", "name-missing") == say("en", "name-missing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_read_one_by_one_are_those_of_the_whole_file(language):
    from desktop import texts

    assert set(texts._sources(language)) == set(sentences(language))
    for code in sentences(language):
        texts._sentences(language, code)
        assert texts._bundle(language).get_message(code).value is not None


def test_a_sentence_that_was_said_already_is_shown_as_it_was_said():
    packed = pack("welcome", {"name": "Anna"}, {"en": "Welcome, as said then."})
    assert say_packed("en", packed) == "Welcome, as said then."
    assert say_packed("ru", packed) == "Добро пожаловать, Anna."


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_needs_no_working_out_is_said_as_fluent_says_it(language: str) -> None:
    """A sentence without parameters is said without the Fluent library, and is the same."""
    bundle = FluentBundle([language], use_isolating=False)
    file = ROOT / "resources" / "texts" / f"{language}.ftl"
    bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    for code in ("view-my-open-opportunities", "right-manager", "workspace-closed"):
        said, errors = bundle.format_pattern(bundle.get_message(code).value, {})
        assert say(language, code) == said
        assert not errors
