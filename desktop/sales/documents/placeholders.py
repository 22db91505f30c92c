"""Placeholders of templates, {{customer.name}}: their names in both languages, filling them, what is left. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from desktop.sales.documents.markup import clean

PLACEHOLDERS: Mapping[str, str] = {
    "today": "сегодня",
    "document.number": "документ.номер",
    "company.name": "компания.название",
    "customer.name": "клиент.название",
    "customer.address": "клиент.адрес",
    "customer.phone": "клиент.телефон",
    "customer.email": "клиент.почта",
    "contact.name": "контакт.имя",
    "contact.position": "контакт.должность",
    "decision_maker.name": "решает.имя",
    "decision_maker.role": "решает.роль",
    "opportunity.title": "продажа.название",
    "opportunity.number": "продажа.номер",
    "opportunity.amount": "продажа.сумма",
    "opportunity.need": "продажа.потребность",
    "opportunity.need_text": "продажа.описание",
    "opportunity.expected_close": "продажа.срок",
    "products": "продукты",
    "products.total": "продукты.итого",
    "participants": "участники",
    "owner.name": "ответственный.имя",
    "owner.email": "ответственный.почта",
}
"""Name to Russian name; either is understood in a template of any language."""

BLOCKS = ("products", "participants")
"""Placeholders that become a table or a list where they stand alone in a paragraph, and words otherwise."""

_KNOWN = {**{name: name for name in PLACEHOLDERS}, **{russian: name for name, russian in PLACEHOLDERS.items()}}
TOKEN = re.compile(r"\{\{\s*([\w.]{1,60})\s*\}\}")
_ALONE = re.compile(r"<p(?: align=\"\w+\")?>(?:<[biu]>)*\{\{\s*([\w.]{1,60})\s*\}\}(?:</[biu]>)*</p>")


@dataclass(frozen=True, slots=True)
class Block:
    """A value of several parts: ``rows`` of plain cells under ``heads`` (none: a list), ``words`` for one line.

    ``sums`` are rows of two cells below the table.
    """

    words: str
    rows: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...] = ()
    sums: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Values:
    """What is known of the sale, as plain text; "" and a block without rows are not known."""

    texts: Mapping[str, str]
    blocks: Mapping[str, Block]


def written(name: str, language: str) -> str:
    """Return a placeholder as it stands in a template of that language."""
    return "{{" + (PLACEHOLDERS[name] if language == "ru" else name) + "}}"


def fill(markup: str, values: Values) -> str:
    """Return the document with every placeholder replaced whose value is known; the others stay as they are.

    Values are plain text whatever they hold: neither markup nor a placeholder inside of one has any effect.
    """

    def block(found: re.Match[str]) -> str:
        value = values.blocks.get(_KNOWN.get(found[1], ""))
        return found[0] if value is None or not value.rows else _block(value)

    def text(found: re.Match[str]) -> str:
        name = _KNOWN.get(found[1], "")
        value = values.blocks[name].words if name in values.blocks else values.texts.get(name, "")
        return _text(value) or found[0]

    return clean(TOKEN.sub(text, _ALONE.sub(block, clean(markup))))


def unfilled(markup: str) -> tuple[str, ...]:
    """Return the placeholders that stand in a document, as they are written, each once, in their order."""
    return tuple(dict.fromkeys(found[0] for found in TOKEN.finditer(markup)))


def unknown(markup: str) -> tuple[str, ...]:
    """Return the placeholders in a template that no sale will ever fill."""
    return tuple(dict.fromkeys(found[0] for found in TOKEN.finditer(markup) if found[1] not in _KNOWN))


def _text(value: str) -> str:
    lines = (" ".join(line.replace("\0", "").split()) for line in value.strip().splitlines())
    return "<br/>".join(escape(line, quote=False) for line in lines).replace("{{", "{ {")


def _block(value: Block) -> str:
    if not value.heads:
        return "<ul>" + "".join(f"<li>{_text(' · '.join(filter(None, row)))}</li>" for row in value.rows) + "</ul>"
    heads = "".join(f"<th{_side(place)}>{_text(head)}</th>" for place, head in enumerate(value.heads))
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in value.rows)
    sums = "".join(f'<p align="right">{_text(label)}: <b>{_text(amount)}</b></p>' for label, amount in value.sums)
    return f"<table><tr>{heads}</tr>{body}</table>{sums}"


def _cells(row: Iterable[str]) -> str:
    return "".join(f"<td{_side(place)}>{_text(cell)}</td>" for place, cell in enumerate(row))


def _side(place: int) -> str:
    """Names stand at the left, numbers at the right."""
    return "" if place < 2 else ' align="right"'
