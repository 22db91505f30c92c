"""Texts that a spreadsheet would run as a formula, made harmless by an apostrophe and read back without it."""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_WRAPPED = re.compile(r"'+[=+\-@\t\r]")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; numbers are not to be given, they stay numbers.

    ``unwrapped`` gives back what was, whatever it was: a text that looks wrapped already is wrapped once more.
    """
    return f"'{text}" if _DANGEROUS.match(text) else text


def unwrapped(text: str) -> str:
    """Return a text as it was before it was made harmless."""
    return text[1:] if _WRAPPED.match(text) else text
