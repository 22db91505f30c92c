"""Names, addresses and phone numbers as they are compared: how somebody wrote them falls away. Plain text in and out.

Every function gives the same for its own answer as for what it was given, and "" where nothing is left to compare.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяієїґў"
_SOUNDS = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia i e i g u".split(" ")  # noqa: SIM905
_LATIN = str.maketrans(
    dict(zip(_CYRILLIC, _SOUNDS, strict=True)) | {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"}
)
_FORMS = (
    "gmbh ag kg ohg ug se mbh ltd limited llc llp lp plc inc incorporated corp corporation co company sa sarl sas srl"
    " spa bv nv oy oyj ab as aps pty pte sl slu kft zrt doo ooo oao zao pao ao ip too odo nao holding group"
)
_LEGAL_FORMS = frozenset(_FORMS.split())
_WORD = re.compile(r"[a-z0-9]+")
_EXTENSION = re.compile(r"(?:ext\.?|extension|доб\.?|добавочный|вн\.?|x|#)\s*\d*\s*$", re.IGNORECASE)
_LEAST_DIGITS = 6
_MOST_DIGITS = 10
"""What stands before the last ten digits is the way out or the country, which is written in many ways."""


@lru_cache(maxsize=64)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small Latin letters, without accents and signs; Cyrillic is transliterated."""
    if text.isascii():
        return tuple(_WORD.findall(text.lower()))
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return tuple(_WORD.findall(plain.casefold().translate(_LATIN)))


def person(name: str) -> str:
    """Return a person's name for comparing: first and last name in either order are one."""
    return " ".join(sorted(words(name)))


def company(name: str) -> str:
    """Return a company's name for comparing: without legal form, spaces and signs."""
    found = words(name)
    return "".join(word for word in found if word not in _LEGAL_FORMS) or "".join(found)


def title(text: str) -> str:
    """Return a title for comparing."""
    return " ".join(words(text))


def mail(address: str) -> str:
    """Return an e-mail address for comparing: without capitals and without what follows a plus sign."""
    name, at, domain = address.strip().casefold().partition("@")
    name = name.partition("+")[0].strip()
    return f"{name}@{domain.strip()}" if at and name and domain.strip() else ""


def phone(number: str) -> str:
    """Return the last ten digits of a phone number, without an extension; "" for fewer than six."""
    digits = re.sub(r"\D", "", _EXTENSION.sub("", number.strip()))
    digits = digits.lstrip("0")[-_MOST_DIGITS:].lstrip("0")
    return digits if len(digits) >= _LEAST_DIGITS else ""


def site(address: str) -> str:
    """Return the host of a web address without "www."."""
    host = re.sub(r"^[a-z][a-z0-9+.-]*://", "", address.strip().casefold())
    host = re.split(r"[/?#:]", host.rpartition("@")[2])[0]
    while host.startswith("www."):
        host = host[4:]
    return host if "." in host else ""


def skeleton(word: str) -> str:
    """Return what mostly survives a slip of the pen: the first letter and the consonants, doubled ones once."""
    kept = word[:1] + "".join(letter for letter in word[1:] if letter not in "aeiouy")
    return "".join(letter for place, letter in enumerate(kept) if place == 0 or kept[place - 1] != letter)


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1: one without the share of letters to change (Levenshtein)."""
    from rapidfuzz.distance import Levenshtein  # not above: a start does without it

    return float(Levenshtein.normalized_similarity(one, other))
