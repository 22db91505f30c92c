"""The knowledge base: the page of an article, its rows in lists, and the articles that fit a sale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from desktop.queries.parts import choice, editing, label_of, ref
from desktop.queries.registry import Reader, query
from desktop.sales import article_fit, articles, drafts, files, lines, opportunities, tags
from desktop.sales.article_fit import Offered, Sought
from desktop.sales.doors import ALL_MAY, Attached, record
from desktop.sales.tables import account, article, attachment, lookup_value, person
from desktop.store.matching import contains
from desktop.texts import say
from desktop.views import formatted
from desktop.views.articles import (
    ArticleFields,
    ArticlePage,
    ArticleRow,
    CopyText,
    FittingArticle,
    FittingArticles,
)
from desktop.views.exchange import Availability, Ref, Refused

FITTING = 60
"""The most articles that are offered for a sale at once."""


@query("article_page", reads=ALL_MAY)
def article_page(reader: Reader, id: int) -> ArticlePage:
    """Return an article. Refused "record-gone" where there is none of that id, or it was removed."""
    articles.read(reader, id)
    need, sector, maker = lookup_value.alias("need"), lookup_value.alias("sector"), person.alias("maker")
    row = reader.rows(
        select(
            article,
            need.c.code.label("need_code"),
            label_of(need, reader.language).label("need_label"),
            sector.c.code.label("sector_code"),
            label_of(sector, reader.language).label("sector_label"),
            person.c.name.label("owner_name"),
            maker.c.name.label("maker_name"),
        )
        .outerjoin(need, need.c.id == article.c.need_id)
        .outerjoin(sector, sector.c.id == article.c.sector_id)
        .outerjoin(person, person.c.id == article.c.owner_id)
        .outerjoin(maker, maker.c.id == article.c.created_by)
        .where(article.c.id == id)
    )[0]
    copies = select(func.count()).where(attachment.c.article_id == id, attachment.c.removed_at.is_(None))
    draft, draft_at = drafts.kept(reader, reader.person_id, "article", id)
    return ArticlePage(
        id=id,
        version=row.version,
        fields=ArticleFields(
            title=row.title,
            kind=row.kind,
            need=choice(row.need_id, row.need_code, row.need_label),
            sector=choice(row.sector_id, row.sector_code, row.sector_label),
            language=row.language,
            owner=ref(row.owner_id, row.owner_name),
            tags=tuple(sorted(tags.of(reader, "article", [id]).get(id, ()), key=str.casefold)),
            products=tuple(Ref(one.id, one.name) for one in articles.products_of(reader, [id]).get(id, ())),
            body=row.body,
        ),
        files=len(files.names_on(reader, "article", id)),
        copies=int(reader.value(copies) or 0),
        known_tags=tags.used(reader),
        changed_at=row.changed_at,
        created_at=row.created_at,
        created_by=row.maker_name or "",
        edit=_editing(reader, "article", id),
        draft=draft,
        draft_at=draft_at,
    )


def article_rows(reader: Reader, ids: Sequence[int]) -> tuple[ArticleRow, ...]:
    """Return the rows of these articles; ids that are gone are left out."""
    need, sector = lookup_value.alias("need"), lookup_value.alias("sector")
    own = (article.c.id, article.c.title, article.c.kind, article.c.language, article.c.changed_at)
    rows = reader.rows(
        select(
            *own,
            label_of(need, reader.language).label("need"),
            label_of(sector, reader.language).label("sector"),
            person.c.name.label("owner"),
        )
        .outerjoin(need, need.c.id == article.c.need_id)
        .outerjoin(sector, sector.c.id == article.c.sector_id)
        .outerjoin(person, person.c.id == article.c.owner_id)
        .where(article.c.id.in_(ids))
    )
    marked, sold = tags.said(reader, "article", ids), articles.products_of(reader, ids)
    found = {
        row.id: ArticleRow(
            id=row.id,
            title=row.title,
            kind=say(reader.language, f"article-kind-{row.kind}"),
            need=row.need or "",
            sector=row.sector or "",
            products=", ".join(one.name for one in sold.get(row.id, ())),
            tags=marked.get(row.id, ""),
            language=_language(reader, row.language),
            owner=row.owner or "",
            changed_at=row.changed_at,
        )
        for row in rows
    }
    return tuple(found[row_id] for row_id in ids if row_id in found)


@query("fitting_articles", reads=record("opportunity", "opportunity"))
def fitting_articles(reader: Reader, opportunity: int, kind: str = "", text: str = "") -> FittingArticles:
    """Return the articles of a kind (all without one) that hold every word of the text, the best for the sale first.

    At most 60. They are compared by need, the customer's industry, the products and the tags (sales/article_fit.py).
    """
    sought, said = _sought(reader, opportunity)
    conditions: list[ColumnElement[bool]] = [article.c.removed_at.is_(None)]
    if kind:
        conditions.append(article.c.kind == kind)
    for word in text.split()[:6]:
        conditions.append(contains(reader.connection.dialect.name, word, article.c.title, article.c.words))
    rows = reader.rows(
        select(
            article.c.id,
            article.c.title,
            article.c.kind,
            article.c.need_id,
            article.c.sector_id,
            article.c.language,
            (func.length(article.c.body) > 0).label("has_text"),
        ).where(*conditions)
    )
    ids = [row.id for row in rows]
    marked, sold = tags.of(reader, "article", ids), _products(reader, ids)
    by_id = {row.id: row for row in rows}
    offered = (
        Offered(
            id=row.id,
            title=row.title,
            need=row.need_id,
            sector=row.sector_id,
            products=sold.get(row.id, frozenset()),
            tags=frozenset(marked.get(row.id, ())),
            language=row.language,
        )
        for row in rows
    )
    best = article_fit.ranked(sought, offered)[:FITTING]
    kept = _files(reader, [one.article.id for one in best])
    return FittingArticles(
        opportunity,
        said,
        tuple(
            FittingArticle(
                id=one.article.id,
                title=one.article.title,
                kind=say(reader.language, f"article-kind-{by_id[one.article.id].kind}"),
                fits=_reasons(reader, one.reasons),
                language=_language(reader, one.article.language),
                has_text=bool(by_id[one.article.id].has_text),
                files=kept.get(one.article.id, ()),
            )
            for one in best
        ),
    )


@query("copy_text", reads=Attached())
def copy_text(reader: Reader, id: int) -> CopyText:
    """Return the text of a copy of an article, to be edited. Refused "copy-not-editable", "file-damaged"."""
    row = files.read(reader, id)
    if not articles.is_editable(row):
        raise Refused("copy-not-editable", name=row.name)
    written = b"".join(files.chunks(reader, row)).decode("utf-8", errors="replace")
    body = formatted.clean(written)
    return CopyText(id, row.version, row.name, body, _editing(reader, row.subject, row.record_id))


def _sought(reader: Reader, opportunity: int) -> tuple[Sought, str]:
    """Return what a sale is compared by, and the same in words."""
    row = opportunities.read(reader, opportunity)
    need, sector = lookup_value.alias("need"), lookup_value.alias("sector")
    customer = reader.first(
        select(account.c.sector_id, label_of(sector, reader.language).label("label"))
        .outerjoin(sector, sector.c.id == account.c.sector_id)
        .where(account.c.id == row.account_id)
    )
    wanted = reader.value(select(label_of(need, reader.language)).where(need.c.id == row.need_id))
    sold = {line.product_id: line.name for line in lines.of(reader, "opportunity", opportunity) if line.product_id}
    products = frozenset(sold) | ({row.product_id} if row.product_id is not None else frozenset())
    words = article_fit.words_of(f"{row.title} {row.need_text}")
    sector_id = None if customer is None else customer.sector_id
    said = [wanted, None if customer is None else customer.label, ", ".join(sold.values())]
    return (
        Sought(row.need_id, sector_id, frozenset(products), words, reader.language),
        " · ".join(part for part in said if part),
    )


def _products(reader: Reader, ids: Sequence[int]) -> dict[int, frozenset[int]]:
    return {number: frozenset(one.id for one in found) for number, found in articles.products_of(reader, ids).items()}


def _files(reader: Reader, ids: Sequence[int]) -> dict[int, tuple[Ref, ...]]:
    found: dict[int, list[Row[Any]]] = {}
    rows = reader.rows(
        select(attachment.c.id, attachment.c.name, attachment.c.record_id)
        .where(
            attachment.c.subject == "article", attachment.c.record_id.in_(ids), attachment.c.removed_at.is_(None)
        )
        .order_by(attachment.c.id)
    )  # fmt: skip
    for row in rows:
        found.setdefault(row.record_id, []).append(row)
    return {number: tuple(Ref(row.id, row.name) for row in kept) for number, kept in found.items()}


def _reasons(reader: Reader, reasons: Sequence[str]) -> str:
    if not reasons:
        return ""
    return say(
        reader.language, "article-fits", {"what": ", ".join(say(reader.language, f"fits-{one}") for one in reasons)}
    )


def _language(reader: Reader, code: str) -> str:
    return say(reader.language, f"article-language-{code}") if code else ""


def _editing(reader: Reader, subject: str, record_id: int) -> Availability:
    return editing(reader, subject, record_id)
