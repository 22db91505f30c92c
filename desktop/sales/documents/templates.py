"""Templates of documents: those that come with the program, and those that an administrator writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from sqlalchemy import Row, select

from desktop.sales import fields as kinds
from desktop.sales import people
from desktop.sales.documents import markup
from desktop.sales.fields import Field
from desktop.sales.reading import Reading
from desktop.sales.tables import document, document_template
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

KINDS = ("proposal", "contract")
LANGUAGES = ("en", "ru")


def _one_of(known: tuple[str, ...]) -> Field:
    def check(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
        if value not in known:
            raise Refused("choice-unknown", field=name)
        return {name: value}

    return check


def body(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    """Take the text of a template or a document: our markup is kept, anything else in it is dropped."""
    return {name: checked_body(value, name)}


def checked_body(value: object, name: str = "body") -> str:
    """Return the text as our markup. Refused "document-too-long" naming the field."""
    if len(str(value or "")) > 4 * markup.LARGEST:  # an editor's page says everything several times over
        raise Refused("document-too-long", field=name)
    text = markup.clean(str(value or ""))
    if len(text) > markup.LARGEST:
        raise Refused("document-too-long", field=name)
    return text


def _active(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    return {name: bool(value)}


_FIELDS: dict[str, Field] = {
    "kind": _one_of(KINDS),
    "language": _one_of(LANGUAGES),
    "name": kinds.text(200, required="name-missing"),
    "body": body,
    "active": _active,
}


def read(source: Reading, template_id: object) -> Row[Any]:
    """Return the whole row of a template. Refused "record-gone" where there is none."""
    row = source.first(select(document_template).where(document_template.c.id == template_id))
    if row is None:
        raise Refused("record-gone")
    return row


def create(tx: Transaction, fields: Mapping[str, object]) -> int:
    """Add a template: name, kind, language, body, active. Returns its id."""
    values = kinds.columns(tx, _FIELDS, {"kind": KINDS[0], "language": tx.language, "name": "", "body": "", **fields})
    return tx.insert(document_template, {"code": "", "active": True, **values, **_made(tx)})


def save(tx: Transaction, template_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Change a template; documents made of it stay. ChangedMeanwhile if it was saved since ``version`` was read."""
    kinds.save(tx, document_template, template_id, version, kinds.columns(tx, _FIELDS, fields))


def remove(tx: Transaction, template_id: int) -> Row[Any]:
    """Delete a template. Refused "template-shipped", "template-used": such a one is switched off instead."""
    row = read(tx, template_id)
    if row.code:
        raise Refused("template-shipped", name=row.name)
    if is_used(tx, template_id):
        raise Refused("template-used", name=row.name)
    tx.delete(document_template, template_id)
    return row


def is_used(source: Reading, template_id: int) -> bool:
    """Tell whether a document was made of the template."""
    return source.value(select(document.c.id).where(document.c.template_id == template_id).limit(1)) is not None


def fill(tx: Transaction) -> None:
    """Add the templates of this version that the workspace does not have yet; change none."""
    known = {row.code for row in tx.rows(select(document_template.c.code))}
    for code, text in shipped():
        if code not in known:
            kind, _, language = code.partition("_")
            name = re.search(r"<title>(.*?)</title>", text)
            assert name is not None
            values = {"code": code, "kind": kind, "language": language, "name": name[1], "active": True}
            tx.insert(document_template, {**values, "body": markup.clean(text), **_made(tx)})


def shipped() -> Iterator[tuple[str, str]]:
    """Yield code (proposal_en) and text of every template that comes with the program."""
    for entry in sorted(files("resources").joinpath("templates", "documents").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".html"):
            yield entry.name.removesuffix(".html"), entry.read_text(encoding="utf-8")


def _made(tx: Transaction) -> dict[str, Any]:
    acting = tx.person_id if tx.person_id is not None and people.exists(tx, tx.person_id) else None
    return {"created_at": tx.now, "created_by": acting}
