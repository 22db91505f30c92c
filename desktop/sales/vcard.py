"""Business cards as files: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) are read, 4.0 and 3.0 written. Plain text only.

What stands in a card beyond the fields of a contact (further numbers, addresses, birthday) is kept as lines of notes.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop.views.exchange import Refused

MOST = 5_000
"""The most cards that are read from one file."""
LARGEST = 20 * 1024 * 1024
"""The most bytes that a file of cards may have."""

_LINE = 75
_LABELS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "TEL": "Phone",
        "EMAIL": "E-mail",
        "ADR": "Address",
        "URL": "Website",
        "BDAY": "Birthday",
        "NICKNAME": "Nickname",
        "ROLE": "Role",
        "DEPARTMENT": "Department",
    },
    "ru": {
        "TEL": "Телефон",
        "EMAIL": "Почта",
        "ADR": "Адрес",
        "URL": "Сайт",
        "BDAY": "День рождения",
        "NICKNAME": "Прозвище",
        "ROLE": "Роль",
        "DEPARTMENT": "Отдел",
    },
}
_QUIET_TYPES = frozenset({"pref", "voice", "internet", "text", "x-pref"})


@dataclass(frozen=True, slots=True)
class Card:
    """One business card. ``further`` is what a contact has no field for: pairs of the property's name and its text."""

    name: str
    company: str = ""
    job_title: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""
    is_company: bool = False
    further: tuple[tuple[str, str], ...] = ()

    def notes(self, language: str) -> str:
        """Return the note with a line for all that has no field of its own."""
        labels = _LABELS[language]
        lines = [f"{labels[name]}: {text}" for name, text in self.further]
        return "\n".join(part for part in (self.note, *lines) if part)


@dataclass(slots=True)
class _Property:
    name: str
    parameters: dict[str, list[str]]
    value: str

    def types(self) -> list[str]:
        found = [one.lower() for value in self.parameters.get("TYPE", ()) for one in value.split(",")]
        return [one for one in found if one and one not in _QUIET_TYPES]

    def rank(self) -> int:
        """Return how preferred a value is, 1 the most (4.0: PREF=1, before that TYPE=pref)."""
        for value in self.parameters.get("PREF", ()):
            if value.isdigit():
                return int(value)
        everything = [one.lower() for value in self.parameters.get("TYPE", ()) for one in value.split(",")]
        return 1 if "pref" in everything else 101


# Reading -------------------------------------------------------------------------------------------


def decoded(content: bytes) -> str:
    """Return the text of a file: UTF-8 or UTF-16 or, in older files, the code page of Western or Cyrillic Windows."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        cyrillic = re.search(rb"[\xc0-\xff\xa8\xb8]{3}", content) is not None  # accents stand alone in Western words
        return content.decode("cp1251" if cyrillic else "cp1252", errors="replace")


def holds_cards(text: str) -> bool:
    """Tell whether a text may hold business cards."""
    return re.search(r"^\s*BEGIN:VCARD\s*$", text, re.IGNORECASE | re.MULTILINE) is not None


def read(text: str) -> tuple[Card, ...]:
    """Return the cards of a text, at least one; groups and cards without any name are left out.

    A card that is cut off at the end counts as far as it goes. Refused "vcard-none" and "vcard-too-many".
    """
    cards: list[Card] = []
    for properties in _cards(text):
        card = _card(properties)
        if card is not None:
            cards.append(card)
        if len(cards) > MOST:
            raise Refused("vcard-too-many", most=MOST)
    if not cards:
        raise Refused("vcard-none")
    return tuple(cards)


def _cards(text: str) -> Iterator[list[_Property]]:
    """Yield the properties of each card; a card inside another one (AGENT of 2.1) is left out."""
    depth, found = 0, list[_Property]()
    for line in _logical_lines(text):
        upper = line.strip().upper()
        if upper == "BEGIN:VCARD":
            depth += 1
            if depth == 1:
                found = []
        elif upper == "END:VCARD":
            depth = max(0, depth - 1)
            if depth == 0 and found:
                yield found
                found = []
        elif depth == 1:
            read_one = _property(line)
            if read_one is not None:
                found.append(read_one)
    if depth and found:
        yield found


def _logical_lines(text: str) -> Iterator[str]:
    """Yield the lines of a text unfolded: a line that begins with a space goes on; so does "=" of quoted-printable."""
    current: str | None = None
    for line in re.split(r"\r\n|\r|\n", text):
        if current is not None and line[:1] in (" ", "\t") and not _is_soft(current):
            current += line[1:]
        elif current is not None and _is_soft(current):
            current = current[:-1] + line.strip(" \t") if line else current[:-1]
        else:
            if current:
                yield current
            current = line
    if current:
        yield current


def _is_soft(line: str) -> bool:
    return line.endswith("=") and re.match(r"^[^:]*QUOTED-PRINTABLE[^:]*:", line, re.IGNORECASE) is not None


def _property(line: str) -> _Property | None:
    head, value = _cut(line)
    parts = _split(head, ";", quoted=True)
    name = parts[0].rpartition(".")[2].strip().upper()
    if not name:
        return None
    parameters: dict[str, list[str]] = {}
    for part in parts[1:]:
        key, equals, given = part.partition("=")
        key = key.strip().upper()
        if not equals:  # 2.1 writes the value alone
            key, given = ("ENCODING" if key in ("QUOTED-PRINTABLE", "BASE64") else "TYPE"), key
        values = [_plain_parameter(one) for one in _split(given, ",", quoted=True)]
        parameters.setdefault(key, []).extend(values)
    encoding = (parameters.get("ENCODING") or [""])[0].upper()
    if encoding == "QUOTED-PRINTABLE":
        charset = (parameters.get("CHARSET") or ["utf-8"])[0]
        raw = quopri.decodestring(value.encode("utf-8"))
        try:
            value = raw.decode(charset)
        except (LookupError, UnicodeDecodeError):
            value = decoded(raw)
    elif encoding in ("B", "BASE64"):
        value = _from_base64(value)
    return _Property(name, parameters, value)


def _from_base64(value: str) -> str:
    """Return encoded text; of a picture nothing is of use here."""
    try:
        return binascii.a2b_base64(value.encode()).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""


def _cut(line: str) -> tuple[str, str]:
    """Return what stands before and after the first colon that is not inside quotes."""
    quoted = False
    for place, letter in enumerate(line):
        if letter == '"':
            quoted = not quoted
        elif letter == ":" and not quoted:
            return line[:place], line[place + 1 :]
    return line.partition(":")[0], line.partition(":")[2]


def _plain_parameter(value: str) -> str:
    """Return a parameter's value without quotes and the carets of RFC 6868."""
    plain = value.strip().strip('"')
    return re.sub(r"\^([n'^])", lambda found: {"n": "\n", "'": '"', "^": "^"}[found[1]], plain)


def _split(text: str, at: str, *, quoted: bool = False) -> list[str]:
    """Return the parts of a text between signs that are not escaped (or, in parameters, not inside quotes)."""
    parts, current, inside, escaped = [], "", False, False
    for letter in text:
        if quoted and letter == '"':
            inside = not inside
        if letter == at and not inside and not escaped:
            parts.append(current)
            current = ""
        else:
            current += letter
        escaped = letter == "\\" and not escaped and not quoted
    return [*parts, current]


def _plain(value: str) -> str:
    """Return a text without the escapes of RFC 6350, 3.4."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.DOTALL).strip()


def _card(properties: Iterable[_Property]) -> Card | None:
    by_name: dict[str, list[_Property]] = {}
    for one in properties:
        if one.value.strip():
            by_name.setdefault(one.name, []).append(one)
    for several in by_name.values():
        several.sort(key=lambda one: one.rank())
    kind = _first(by_name, "KIND").lower() or _first(by_name, "X-ADDRESSBOOKSERVER-KIND").lower()
    if kind == "group":
        return None
    company, *units = [_plain(part) for part in _split(by_name["ORG"][0].value, ";")] if "ORG" in by_name else [""]
    emails = [_plain(one.value).removeprefix("mailto:") for one in by_name.get("EMAIL", ())]
    phones = [(_phone(one), one.types()) for one in by_name.get("TEL", ())]
    is_company = kind == "org" or _first(by_name, "X-ABSHOWAS").upper() == "COMPANY"
    name = _first(by_name, "FN") or _structured_name(by_name) or (company if is_company else "")
    name = name or (emails[0] if emails else "")
    if not name and company:
        name, is_company = company, True
    if not name:
        return None
    further = [("TEL", f"{number} ({', '.join(types)})" if types else number) for number, types in phones[1:]]
    further += [("EMAIL", one) for one in emails[1:]]
    further += [("DEPARTMENT", unit) for unit in units if unit]
    for wanted in ("ADR", "URL", "BDAY", "NICKNAME", "ROLE"):
        further += [(wanted, text) for one in by_name.get(wanted, ()) if (text := _listed(one))]
    return Card(
        name=" ".join(name.split()),
        company=name if is_company else " ".join(company.split()),
        job_title=" ".join(_first(by_name, "TITLE").split()),
        email=emails[0] if emails else "",
        phone=phones[0][0] if phones else "",
        note="\n".join(_plain(one.value) for one in by_name.get("NOTE", ())),
        is_company=is_company,
        further=tuple(further),
    )


def _first(by_name: Mapping[str, list[_Property]], name: str) -> str:
    found = by_name.get(name)
    return _plain(found[0].value) if found else ""


def _structured_name(by_name: Mapping[str, list[_Property]]) -> str:
    """Return the name of N: given, further, family."""
    if "N" not in by_name:
        return ""
    parts = [_plain(part) for part in _split(by_name["N"][0].value, ";")] + [""] * 3
    return " ".join(part for part in (parts[1], parts[2], parts[0]) if part)


def _phone(one: _Property) -> str:
    value = _plain(one.value)
    if value.lower().startswith("tel:"):
        number, _, extension = value[4:].partition(";ext=")
        value = f"{number} ext. {extension}" if extension else number
    return " ".join(value.split())


def _listed(one: _Property) -> str:
    """Return the parts of a structured value (an address) in one line."""
    return ", ".join(" ".join(part.split()) for part in map(_plain, _split(one.value, ";")) if part.strip())


# Writing -------------------------------------------------------------------------------------------


def write(cards: Iterable[Card], version: str = "4.0") -> str:
    """Return cards as vCard 4.0 or 3.0, in lines of at most 75 bytes that end as the standard says."""
    if version not in ("3.0", "4.0"):
        raise ValueError(f"vCard {version} is not written")
    return "".join(f"{line}\r\n" for card in cards for whole in _lines(card, version) for line in _folded(whole))


def _lines(card: Card, version: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield "PRODID:-//Dealwright//Dealwright//EN"
    if card.is_company and version == "4.0":
        yield "KIND:org"
    yield f"FN:{_escaped(card.name)}"
    given, _, family = card.name.rpartition(" ")
    if version == "3.0" or not card.is_company:
        yield f"N:{_escaped(family)};{_escaped(given)};;;"
    for name, value in (
        ("ORG", card.company),
        ("TITLE", card.job_title),
        ("EMAIL;TYPE=work" if version == "4.0" else "EMAIL;TYPE=INTERNET,WORK", card.email),
        ("TEL;TYPE=work" if version == "4.0" else "TEL;TYPE=WORK,VOICE", card.phone),
        ("NOTE", card.note),
    ):
        if value:
            yield f"{name}:{_escaped(value)}"
    if card.is_company and version == "3.0":
        yield "X-ABSHOWAS:COMPANY"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return re.sub(r"\r\n|\r|\n", r"\\n", plain)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 bytes, never cutting a letter (RFC 6350, 3.2)."""
    piece, size = "", 0
    for letter in line:
        length = len(letter.encode("utf-8", errors="replace"))
        if size + length > _LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + length
    yield piece
