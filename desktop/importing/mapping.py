"""The mapping: a TOML file that says which column of which file is which field of which record (docs/import.md).

It is checked strictly before any file is read: what is not known, incomplete or contradicts itself is refused by name.
"""

from __future__ import annotations

import codecs
import string
import tomllib
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from desktop.views.exchange import Refused

SHIPPED = "crm_sales_opportunities.toml"

UNITS = {"one": 1, "thousands": 1_000, "millions": 1_000_000}
SOURCE_LIMIT = 60

_REFERENCES = ("person", "product", "account")


@dataclass(frozen=True, slots=True)
class Known:
    """A field that a record has; a required one can only be there or its line be rejected.

    ``missing`` and ``unknown`` are what a mapping may say of an empty cell and of one that names nothing known, the
    first of them where it says nothing; ``limit`` is in characters.
    """

    kind: str
    required: bool = False
    lookup: str = ""
    limit: int = 0
    missing: tuple[str, ...] = ("empty", "note", "reject")
    unknown: tuple[str, ...] = ("reject", "empty")


RECORDS: Table[str, Table[str, Known]] = {
    "person": {
        "name": Known("text", required=True, limit=200),
        "manager": Known("text", limit=200),
        "office": Known("text", limit=100),
        "email": Known("text", limit=200),
    },
    "product": {
        "name": Known("text", required=True, limit=200),
        "series": Known("text", limit=100),
        "price": Known("money", required=True),
    },
    "account": {
        "name": Known("text", required=True, limit=130),  # with the source before it, it is a key of 200
        "sector": Known("lookup", lookup="sector"),
        "website": Known("text", limit=300),
        "phone": Known("text", limit=60),
        "email": Known("text", limit=200),
        "address": Known("text"),
        "employees": Known("integer"),
        "founded": Known("integer"),
        "revenue": Known("money"),
        "parent": Known("account", missing=("empty", "note"), unknown=("empty",)),
    },
    "opportunity": {
        "key": Known("text", required=True, limit=130),
        "owner": Known("person", required=True),
        "stage": Known("stage", required=True),
        "product": Known("product"),
        "account": Known("account"),
        "created": Known("date", missing=("now", "reject")),
        "closed": Known("date", missing=("reject",)),
        "income": Known("money", missing=("reject",)),
        "closing_reason": Known("lookup", lookup="closing_reason", missing=("reject",)),
    },
}
"""Every record that can be imported with its fields, in the order in which the records are made."""

_FILE_KEYS = {"name", "record", "fields"}
_OPPORTUNITY_KEYS = {"title", "title_without_account", "stage_before_closing"}
_TITLE_PARTS = {"account", "product", "key", "owner"}


@dataclass(frozen=True, slots=True)
class FieldMap:
    """Where a field comes from, a column or a constant, and how its cells are read; empty texts mean "not said"."""

    name: str
    kind: str
    required: bool = False
    lookup: str = ""
    limit: int = 0
    column: str = ""
    constant: str | None = None
    values: Table[str, str] = field(default_factory=dict)
    misspelt: Table[str, str] = field(default_factory=dict)
    compare: str = "exact"
    when_missing: str = "empty"
    when_unknown: str = "reject"
    format: str = ""
    currency: str = ""
    factor: int = 100


@dataclass(frozen=True, slots=True)
class FileMap:
    """One file: its name in the folder, the record that each of its lines is, and the record's fields."""

    name: str
    record: str
    fields: Table[str, FieldMap]
    title: str = ""
    title_without_account: str = ""
    stage_before_closing: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that must be there."""
        return tuple(field.column for field in self.fields.values() if field.column)


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole mapping. ``source`` goes before every key, so that imports from several sources do not meet."""

    source: str
    encoding: str
    delimiter: str
    files: tuple[FileMap, ...]


def read_mapping(path: Path | None) -> Mapping:
    """Read a mapping, the shipped one for None. Raises Refused "import-mapping-..." naming what is wrong and where."""
    name = SHIPPED if path is None else path.name
    try:
        shipped = files("resources").joinpath("import", SHIPPED)
        content = shipped.read_bytes() if path is None else path.read_bytes()
        return parse(content.decode("utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "UTF-8"
        raise Refused("import-mapping-unreadable", mapping=name, reason=reason or str(error)) from error


def parse(text: str, name: str) -> Mapping:
    """Read a mapping from the text of a file of that name. Raises as ``read_mapping``."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused("import-mapping-unreadable", mapping=name, reason=str(error)) from error
    return _Reader(name).mapping(data)


class _Reader:
    """Reads the tables of one mapping, and names the mapping in every refusal."""

    def __init__(self, name: str) -> None:
        self.name = name

    def mapping(self, data: dict[str, Any]) -> Mapping:
        self.known_keys(data, {"source", "encoding", "delimiter", "file"}, "")
        source = self.text(data, "source", "", required=True)
        if len(source) > SOURCE_LIMIT:
            raise self.wrong("source", source, f"1 - {SOURCE_LIMIT}")
        encoding = self.text(data, "encoding", "") or "utf-8"
        try:
            codecs.lookup(encoding)
        except LookupError:
            raise self.wrong("encoding", encoding, "utf-8, cp1252, cp1251, ...") from None
        delimiter = self.text(data, "delimiter", "") or ","
        if len(delimiter) != 1:
            raise self.wrong("delimiter", delimiter, '"," ";" "\\t"')
        tables = data.get("file")
        if not isinstance(tables, list) or not tables or not all(isinstance(entry, dict) for entry in tables):
            raise self.missing("[[file]]", "")
        maps = [self.file(entry, place) for place, entry in enumerate(tables, start=1)]
        for entry in maps:
            if sum(other.name == entry.name for other in maps) > 1:
                raise self.wrong("[[file]] name", entry.name, "1 x")
        order = list(RECORDS)
        return Mapping(source, encoding, delimiter, tuple(sorted(maps, key=lambda entry: order.index(entry.record))))

    def file(self, data: dict[str, Any], place: int) -> FileMap:
        where = f"file {place}"
        name = self.text(data, "name", where, required=True)
        if name in (".", "..") or any(mark in name for mark in "/\\\0"):
            raise self.wrong(f"{where}, name", name, "accounts.csv")
        where = name
        record = self.text(data, "record", where, required=True)
        if record not in RECORDS:
            raise self.wrong(f"{where}, record", record, ", ".join(RECORDS))
        self.known_keys(data, _FILE_KEYS | (_OPPORTUNITY_KEYS if record == "opportunity" else set()), where)
        tables = data.get("fields")
        if not isinstance(tables, dict):
            raise self.missing("fields", where)
        known = RECORDS[record]
        self.known_keys(tables, set(known), f"{where}, fields")
        fields = {key: self.field(value, key, known[key], f"{where}, {key}") for key, value in tables.items()}
        for key, kind in known.items():
            if kind.required and key not in fields:
                raise self.missing(key, f"{where}, fields")
        if record != "opportunity":
            return FileMap(name, record, fields)
        return FileMap(
            name,
            record,
            fields,
            title=self.title(data, "title", where) or "{account} / {product}",
            title_without_account=self.title(data, "title_without_account", where) or "{product}",
            stage_before_closing=self.text(data, "stage_before_closing", where),
        )

    def title(self, data: dict[str, Any], key: str, where: str) -> str:
        pattern = self.text(data, key, where)
        try:
            plain = all(
                part[1] is None or (part[1] in _TITLE_PARTS and not part[2] and not part[3])
                for part in string.Formatter().parse(pattern)
            )
        except ValueError:
            plain = False
        if not plain:
            raise self.wrong(f"{where}, {key}", pattern, ", ".join(f"{{{part}}}" for part in sorted(_TITLE_PARTS)))
        return pattern

    def field(self, data: object, name: str, known: Known, where: str) -> FieldMap:
        if not isinstance(data, dict):
            raise self.wrong(where, str(data), '{ column = "..." }')
        self.known_keys(data, _field_keys(known.kind), where)
        column = self.text(data, "column", where)
        constant = self.text(data, "value", where) if "value" in data else None
        if bool(column) == (constant is not None):
            raise self.missing("column", where)
        return FieldMap(
            name=name,
            kind=known.kind,
            required=known.required,
            lookup=known.lookup,
            limit=known.limit,
            column=column,
            constant=constant,
            values=self.texts(data, "values", where),
            misspelt=self.texts(data, "misspelt", where),
            compare=self.one_of(data, "compare", ("exact", "letters"), where),
            when_missing=self.one_of(data, "when_missing", ("reject",) if known.required else known.missing, where),
            when_unknown=self.one_of(data, "when_unknown", ("reject",) if known.required else known.unknown, where),
            format=self.date_format(data, where) if known.kind == "date" else "",
            currency=self.currency(data, where) if known.kind == "money" else "",
            factor=100 * UNITS[self.one_of(data, "unit", tuple(UNITS), where)],
        )

    def date_format(self, data: dict[str, Any], where: str) -> str:
        pattern = self.text(data, "format", where) or "%Y-%m-%d"
        if not all(part in pattern for part in ("%d", "%m")) or not ("%Y" in pattern or "%y" in pattern):
            raise self.wrong(f"{where}, format", pattern, "%m/%d/%Y")
        try:
            date(2017, 12, 31).strftime(pattern)
        except ValueError:
            raise self.wrong(f"{where}, format", pattern, "%m/%d/%Y") from None
        return pattern

    def currency(self, data: dict[str, Any], where: str) -> str:
        code = self.text(data, "currency", where, required=True)
        if len(code) != 3 or not code.isascii() or not code.isalpha() or not code.isupper():
            raise self.wrong(f"{where}, currency", code, "USD")
        return code

    def one_of(self, data: dict[str, Any], key: str, allowed: tuple[str, ...], where: str) -> str:
        value = self.text(data, key, where) or allowed[0]
        if value not in allowed:
            raise self.wrong(f"{where}, {key}", value, ", ".join(allowed))
        return value

    def text(self, data: dict[str, Any], key: str, where: str, *, required: bool = False) -> str:
        value = data.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(f"{where}, {key}" if where else key, str(value), '"..."')
        if required and not value:
            raise self.missing(key, where)
        return value

    def texts(self, data: dict[str, Any], key: str, where: str) -> dict[str, str]:
        value = data.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(entry, str) for entry in value.values()):
            raise self.wrong(f"{where}, {key}", str(value), '{ "..." = "..." }')
        return dict(value)

    def known_keys(self, data: dict[str, Any], known: set[str], where: str) -> None:
        for key in data:
            if key not in known:
                raise Refused(
                    "import-mapping-key-unknown",
                    mapping=self.name,
                    where=where or self.name,
                    key=key,
                    known=", ".join(sorted(known)),
                )

    def missing(self, key: str, where: str) -> Refused:
        return Refused("import-mapping-key-missing", mapping=self.name, where=where or self.name, key=key)

    def wrong(self, where: str, value: str, allowed: str) -> Refused:
        return Refused("import-mapping-value-wrong", mapping=self.name, where=where, value=value, allowed=allowed)


def _field_keys(kind: str) -> set[str]:
    keys = {"column", "value", "when_missing"}
    if kind == "text":
        return keys | {"misspelt"}
    if kind in ("lookup", "stage"):
        return keys | {"values", "misspelt", "when_unknown"}
    if kind in _REFERENCES:
        return keys | {"misspelt", "compare", "when_unknown"}
    if kind == "money":
        return keys | {"currency", "unit"}
    return keys | ({"format"} if kind == "date" else set())
