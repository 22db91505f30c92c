"""What the knowledge base shows: the list, the page of an article, and which articles fit a sale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.views.exchange import Availability, Choice, Ref


@dataclass(frozen=True, slots=True)
class ArticleFields:
    """The editable fields of an article; their names are the keys of ``save_article(fields=...)``.

    ``kind`` is article, presentation or template; ``body`` has the form of ``desktop/views/formatted.py``; without need
    or sector (industry) it is for all of them, with the language "" for readers of any.
    """

    title: str
    kind: str
    need: Choice | None
    sector: Choice | None
    language: str
    owner: Ref | None
    tags: tuple[str, ...]
    products: tuple[Ref, ...]
    body: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All that the page of one article shows; ``known_tags`` are those in use, ``copies`` counts those on sales."""

    id: int
    version: int
    fields: ArticleFields
    files: int
    copies: int
    known_tags: tuple[str, ...]
    changed_at: datetime
    created_at: datetime
    created_by: str
    edit: Availability
    draft: tuple[tuple[str, object], ...]
    draft_at: datetime | None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One row of the list of articles; ``kind`` and ``language`` in words."""

    id: int
    title: str
    kind: str
    need: str
    sector: str
    products: str
    tags: str
    language: str
    owner: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class FittingArticle:
    """An article that can be chosen for a sale. ``fits`` says in words what it fits in, "" for nothing in particular.

    ``files`` are its own (id and name); ``has_text`` tells whether there is a text that can be copied.
    """

    id: int
    title: str
    kind: str
    fits: str
    language: str
    has_text: bool
    files: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class FittingArticles:
    """The articles for one sale, the best first; ``sought`` says in words what they were compared with."""

    opportunity: int
    sought: str
    rows: tuple[FittingArticle, ...]


@dataclass(frozen=True, slots=True)
class CopyText:
    """The text of a copy of an article on an opportunity."""

    id: int
    version: int
    name: str
    body: str
    edit: Availability
