"""Conditions that find a text anywhere in columns, whatever the capitals, in any alphabet and on every database."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, or_

_SAME = {"е": "ё", "ё": "е"}


def contains(dialect: str, text: str, *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that one of the columns contains the text; Russian е and ё count as one letter.

    LIKE folds only ASCII on SQLite and depends on the database's locale on PostgreSQL, so a text with other letters
    becomes a pattern of letter classes (GLOB there, a regular expression here). Nothing in the text is a wildcard.
    """
    if text.isascii():
        escaped = re.sub(r"([\\%_])", r"\\\1", text)
        if dialect == "sqlite":
            return or_(*(column.like(f"%{escaped}%", escape="\\") for column in columns))
        return or_(*(column.ilike(f"%{escaped}%", escape="\\") for column in columns))
    if dialect == "sqlite":
        pattern = "*" + "".join(_glob(character) for character in text) + "*"
        return or_(*(column.op("GLOB", is_comparison=True)(pattern) for column in columns))
    pattern = "".join(_regular(character) for character in text)
    return or_(*(column.op("~", is_comparison=True)(pattern) for column in columns))


def _variants(character: str) -> str:
    letters = {character}
    letters.update(_SAME.get(character.lower(), ""))
    both = {form for letter in letters for form in (letter.lower(), letter.upper()) if len(form) == 1}
    return "".join(sorted(letters | both))


def _glob(character: str) -> str:
    forms = _variants(character)
    return f"[{forms}]" if len(forms) > 1 or character in "*?[" else character


def _regular(character: str) -> str:
    forms = _variants(character)
    return f"[{forms}]" if len(forms) > 1 else re.escape(character)
