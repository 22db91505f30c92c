"""The sentences that the core itself says (refusals, consequences, notifications), in English and Russian.

They stand as Fluent files in resources/texts/<language>.ftl; plurals and dates are the Fluent library's business.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from desktop.views.exchange import Money

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES = ("en", "ru")


@cache
def _bundle(language: str) -> FluentBundle:
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    source = files("resources").joinpath("texts", f"{language}.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(source))
    return bundle


def say(language: str, code: str, parameters: Mapping[str, object] | None = None, zone: tzinfo = UTC) -> str:
    """Return the sentence of that code in the language ("en" where the language is unknown).

    Moments among the parameters are shown in ``zone``, Money in the language's way of writing amounts.

    Raises KeyError for an unknown code and ValueError where a parameter is missing: both are our own mistakes.
    """
    bundle = _bundle(language if language in LANGUAGES else "en")
    message = bundle.get_message(code)
    if message.value is None:
        raise KeyError(code)
    sentence, errors = bundle.format_pattern(
        message.value, {name: _shown(value, language, zone) for name, value in (parameters or {}).items()}
    )
    if errors:
        raise ValueError(f"{code} in {language}: {errors}")
    return str(sentence)


def _shown(value: object, language: str, zone: tzinfo) -> object:
    if isinstance(value, datetime):
        from babel.dates import format_datetime

        return format_datetime(value.astimezone(zone), "d MMM y HH:mm", locale=language)
    if isinstance(value, Money):
        from babel.numbers import format_currency

        amount = Decimal(value.minor) / 100
        whole = value.minor % 100 == 0
        return format_currency(
            amount, value.currency, locale=language, format="\u00a4\u00a0#,##0" if whole else None
        )
    return value
