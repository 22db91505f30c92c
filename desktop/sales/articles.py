"""Articles of the knowledge base: formatted text, what it is about, files; copies of them for a sale."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from sqlalchemy import Row, select

from desktop.sales import fields as kinds
from desktop.sales import files, tags
from desktop.sales.fields import Field
from desktop.sales.reading import Reading
from desktop.sales.tables import article, article_product, product
from desktop.store.transaction import Transaction
from desktop.views import formatted
from desktop.views.exchange import ChangedMeanwhile, Refused

KINDS = ("article", "presentation", "template")
LANGUAGES = ("", "en", "ru")
"""The languages that an article can be written in; "" stands for any."""

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
"""What the name of a file may not have on one system or another."""
_PAGE = """<!DOCTYPE html>
<html{language}>
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
{body}
</body>
</html>
"""


_RELATED: tuple[str, ...] = ("tags", "products")


def _one_of(known: Sequence[str], code: str) -> Field:
    def check(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
        if value not in known:
            raise Refused(code, field=name)
        return {name: value}

    return check


def _owner(tx: Transaction, name: str, value: object) -> dict[str, Any]:
    return {"owner_id": None} if value is None else kinds.owner(tx, name, value)


def _body(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    if len(str(value)) > 2 * formatted.LARGEST:
        raise Refused("article-too-large", field=name, most=formatted.LARGEST // 1_000_000)
    body = formatted.clean(str(value))
    if len(body) > formatted.LARGEST:
        raise Refused("article-too-large", field=name, most=formatted.LARGEST // 1_000_000)
    return {"body": body, "words": formatted.words(body)}


_FIELDS: dict[str, Field] = {
    "title": kinds.text(300, required="title-missing"),
    "kind": _one_of(KINDS, "article-kind-unknown"),
    "need": kinds.chosen("need"),
    "sector": kinds.chosen("sector"),
    "language": _one_of(LANGUAGES, "language-unknown"),
    "owner": _owner,
    "body": _body,
}


def read(source: Reading, article_id: int) -> Row[Any]:
    """Return the whole row of an article. Refused "record-gone" where there is none, or it was removed."""
    row = source.first(select(article).where(article.c.id == article_id, article.c.removed_at.is_(None)))
    if row is None:
        raise Refused("record-gone")
    return row


def create(tx: Transaction, title: object, given: Mapping[str, object]) -> int:
    """Add an article of the person who acts; ``given`` are keys of ArticleFields, products by id, tags by name."""
    own = {"kind": "article", "language": "", "owner": tx.person_id, "body": "", **given, "title": title}
    wanted = {name: own.pop(name) for name in _RELATED if name in own}
    values = kinds.columns(tx, _FIELDS, own)
    made = tx.insert(
        article,
        {**values, "created_at": tx.now, "created_by": tx.person_id, "changed_at": tx.now, "removed_at": None},
    )
    _relate(tx, made, wanted)
    return made


def save(tx: Transaction, article_id: int, version: int, given: Mapping[str, object]) -> None:
    """Change fields of an article. Raises Refused naming the field at fault, ChangedMeanwhile for another version."""
    read(tx, article_id)
    own = dict(given)
    wanted = {name: own.pop(name) for name in _RELATED if name in own}
    kinds.save(tx, article, article_id, version, {**kinds.columns(tx, _FIELDS, own), "changed_at": tx.now})
    _relate(tx, article_id, wanted)


def remove(tx: Transaction, article_id: int) -> str:
    """Take an article out of the knowledge base and return its title; copies on sales stay, the history too."""
    row = read(tx, article_id)
    tx.update(article, article_id, {"removed_at": tx.now})
    return str(row.title)


def products_of(source: Reading, ids: Sequence[int]) -> dict[int, list[Row[Any]]]:
    """Return the products (id and name) of each of these articles, by name."""
    found: dict[int, list[Row[Any]]] = {}
    rows = source.rows(
        select(article_product.c.article_id, product.c.id, product.c.name)
        .join(product, product.c.id == article_product.c.product_id)
        .where(article_product.c.article_id.in_(ids))
        .order_by(product.c.name)
    )
    for row in rows:
        found.setdefault(row.article_id, []).append(row)
    return found


def copy_to_sale(tx: Transaction, opportunity: int, article_id: int, file: int | None) -> tuple[int, str]:
    """Attach a copy of an article to an opportunity and return the attachment's id and name.

    The copy is one of the article's files, or without ``file`` its text as a page of HTML. The article is not changed,
    nor is the copy when the article changes. Refused "record-gone", "article-empty" for a text of nothing.
    """
    row = read(tx, article_id)
    if file is None:
        if not row.body:
            raise Refused("article-empty", title=row.title)
        name = _free_name(tx, opportunity, f"{_as_name(row.title)}.html")
        return files.keep_bytes(tx, "opportunity", opportunity, name, page(row).encode(), article=article_id), name
    original = files.read(tx, file)
    if (original.subject, original.record_id) != ("article", article_id):
        raise Refused("record-gone")
    name = _free_name(tx, opportunity, f"{_as_name(row.title)} - {original.name}")
    return files.copy_to(tx, original, "opportunity", opportunity, name, article=article_id), name


def page(row: Row[Any]) -> str:
    """Return an article as a page of HTML that stands by itself."""
    language = f' lang="{row.language}"' if row.language else ""
    return _PAGE.format(language=language, title=escape(row.title), body=row.body)


def rewrite(tx: Transaction, attachment_id: int, version: int, body: object) -> str:
    """Write another text into a copy that is a page of HTML, and return its name; its source is not touched.

    Refused "copy-not-editable" for a file that is none, ChangedMeanwhile for another version.
    """
    row = files.read(tx, attachment_id)
    if not is_editable(row):
        raise Refused("copy-not-editable", name=row.name)
    if row.version != version:
        raise ChangedMeanwhile("changed-meanwhile")
    text = _body(tx, "body", body)["body"]
    title = row.name.removesuffix(".html")
    written = _PAGE.format(language="", title=escape(title), body=text)
    files.replace(tx, attachment_id, written.encode())
    return str(row.name)


def is_editable(row: Row[Any]) -> bool:
    """Whether a file is a copy of an article whose text can be edited here."""
    return row.article_id is not None and row.name.endswith(".html")


def _as_name(title: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", title).split()).strip(" .")[:150].strip() or "article"


def _free_name(tx: Transaction, opportunity: int, name: str) -> str:
    taken = files.names_on(tx, "opportunity", opportunity)
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    number = 2
    while name in taken:
        name = f"{stem} ({number}){dot}{ending}"
        number += 1
    return name


def _relate(tx: Transaction, article_id: int, wanted: Mapping[str, object]) -> None:
    if "tags" in wanted:
        _set_tags(tx, article_id, wanted["tags"])
    if "products" in wanted:
        _set_products(tx, article_id, wanted["products"])


def _set_tags(tx: Transaction, article_id: int, names: object) -> None:
    if not isinstance(names, list | tuple):
        raise Refused("tag-missing", field="tags")
    there = tags.of(tx, "article", [article_id]).get(article_id, ())
    wanted = {str(name).strip().casefold() for name in names}
    gone = [name for name in there if name.casefold() not in wanted]
    tags.change(tx, "article", [article_id], add=list(names), remove=gone)


def _set_products(tx: Transaction, article_id: int, ids: object) -> None:
    if not isinstance(ids, list | tuple):
        raise Refused("record-unknown", field="products")
    wanted = dict.fromkeys(ids)
    known = set(tx.rows(select(product.c.id).where(product.c.id.in_(list(wanted)))))
    if len(known) != len(wanted):
        raise Refused("record-unknown", field="products")
    table = article_product
    there = {
        row.product_id: row.id
        for row in tx.rows(select(table.c.id, table.c.product_id).where(table.c.article_id == article_id))
    }
    for product_id in wanted:
        if product_id not in there:
            tx.insert(table, {"article_id": article_id, "product_id": product_id})
    for product_id, row_id in there.items():
        if product_id not in wanted:
            tx.delete(table, row_id)
