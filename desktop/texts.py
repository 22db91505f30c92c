"""The sentences that the core itself says (refusals, consequences, notifications), in English and Russian.

They stand as Fluent files in resources/texts/<language>.ftl; plurals and dates are the Fluent library's business.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from desktop.views.exchange import Money

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES = ("en", "ru")

_MOMENT = {"en": "d MMM y HH:mm", "ru": "d MMM y, HH:mm"}


_ENTRY = re.compile(r"^([a-z][\w-]*) *=.*(?:\n(?:[ }].*)?)*", re.MULTILINE)
_PLAIN = re.compile(r"[a-z][\w-]* *= *(?P<text>[^\n{}]*[^\n{} ])\s*")
_REFERENCE = re.compile(r"\{ *([a-z][\w-]*) *\}")


@cache
def _sources(language: str) -> dict[str, str]:
    """Return the text of every sentence by its code, as it stands in the file."""
    text = files("resources").joinpath("texts", f"{language}.ftl").read_text(encoding="utf-8")
    return {entry[1]: entry[0] for entry in _ENTRY.finditer(text)}


@cache
def _bundle(language: str) -> FluentBundle:
    from fluent.runtime import FluentBundle

    return FluentBundle([language], use_isolating=False)


def _sentences(language: str, code: str) -> FluentBundle:
    """Return the bundle with that sentence in it: each is read when it is first said, for reading all takes 0.1 s."""
    from fluent.runtime import FluentResource

    bundle = _bundle(language)
    if not bundle.has_message(code):
        source = _sources(language)[code]
        for other in _REFERENCE.findall(source):
            _sentences(language, other)
        bundle.add_resource(FluentResource(source))
    return bundle


def say(language: str, code: str, parameters: Mapping[str, object] | None = None, zone: tzinfo = UTC) -> str:
    """Return the sentence of that code in the language ("en" where the language is unknown).

    Moments among the parameters are shown in ``zone``, Money in the language's way of writing amounts, and a mapping
    with the keys ``en`` and ``ru`` in the language asked for; all of them also as JSON keeps them (``pack``).

    Raises KeyError for an unknown code and ValueError where a parameter is missing: both are our own mistakes.
    """
    language = language if language in LANGUAGES else "en"
    plain = _PLAIN.fullmatch(_sources(language)[code])
    if plain is not None:  # nothing to work out: a start does without the Fluent library
        return plain["text"]
    bundle = _sentences(language, code)
    message = bundle.get_message(code)
    if message.value is None:
        raise KeyError(code)
    shown: dict[str, Any] = {name: _shown(value, language, zone) for name, value in (parameters or {}).items()}
    sentence, errors = bundle.format_pattern(message.value, shown)
    if errors:
        raise ValueError(f"{code} in {language}: {errors}")
    return str(sentence)


def knows(code: str) -> bool:
    """Tell whether there is a sentence of that code."""
    return code in _sources("en")


def pack(code: str, parameters: Mapping[str, object], said: Mapping[str, str] | None = None) -> str:
    """Return a sentence as text to be kept and said later, in whatever language it will be asked for.

    ``said`` holds it as it was said already, by language: it can be shown again without loading the Fluent library.
    """
    sentence = {"code": code, "parameters": parameters, "said": said or {}}
    return json.dumps(sentence, ensure_ascii=False, default=_kept)


def say_packed(language: str, packed: str, zone: tzinfo = UTC) -> str:
    """Say a sentence that was packed; "" for an empty text and for one that this version does not know."""
    try:
        sentence = json.loads(packed)
        if language in sentence.get("said", {}):
            return str(sentence["said"][language])
        return say(language, sentence["code"], sentence["parameters"], zone)
    except (ValueError, KeyError, TypeError):
        return ""


def _kept(value: object) -> object:
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, Money):
        return {"minor": value.minor, "currency": value.currency}
    if isinstance(value, Mapping):
        return dict(value)
    return str(value)


def _shown(value: object, language: str, zone: tzinfo) -> object:
    if isinstance(value, Mapping):
        return _from_mapping(value, language, zone)
    if isinstance(value, datetime):
        from babel.dates import format_datetime

        return format_datetime(value.astimezone(zone), _MOMENT[language], locale=language)
    if isinstance(value, date):
        from babel.dates import format_date

        return format_date(value, "d MMM y", locale=language)
    if isinstance(value, Money):
        from babel.numbers import format_currency, get_currency_precision

        digits = get_currency_precision(value.currency)
        number = "#,##0" if value.minor % 10**digits == 0 else "#,##0." + "0" * digits
        pattern = f"{number}\u00a0\u00a4" if language == "ru" else f"\u00a4\u00a0{number}"
        amount = Decimal(value.minor).scaleb(-digits)
        return format_currency(amount, value.currency, pattern, locale=language, currency_digits=False)
    return value


def _from_mapping(value: Mapping[Any, Any], language: str, zone: tzinfo) -> object:
    """Read back what was kept as JSON, or choose the language of a name that is known in both."""
    if "code" in value:
        return say(language, value["code"], value["parameters"], zone)
    if "moment" in value:
        return _shown(datetime.fromisoformat(value["moment"]), language, zone)
    if "day" in value:
        return _shown(date.fromisoformat(value["day"]), language, zone)
    if "minor" in value:
        return _shown(Money(value["minor"], value["currency"]), language, zone)
    return value[language] or value["en"]
