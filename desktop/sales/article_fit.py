"""How well an article of the knowledge base fits a sale: pure, with the reasons for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

NEED, SECTOR, PRODUCT, TAG = REASONS = ("need", "sector", "product", "tag")
"""What an article can fit in, in the order in which it counts."""

_WORTH = {NEED: 8, SECTOR: 4, PRODUCT: 2, TAG: 1}
"""What each reason counts: one counts for more than all after it together."""
_OTHER = {NEED: -2, SECTOR: -1}
"""What it counts that an article is made for another need or industry: less than one for none in particular."""
_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is known of the sale; ``words`` are those of its title and need, :func:`words_of`."""

    need: int | None = None
    sector: int | None = None
    products: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """What is known of an article; None is an article for every need, every industry."""

    id: int
    title: str
    need: int | None = None
    sector: int | None = None
    products: frozenset[int] = frozenset()
    tags: frozenset[str] = frozenset()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """An article with what it fits in (of REASONS, in their order) and a figure that only ranks."""

    article: Offered
    reasons: tuple[str, ...]
    score: int


def fit(sought: Sought, article: Offered) -> Fit:
    """Return what the article fits in."""
    fits = {
        NEED: sought.need is not None and article.need == sought.need,
        SECTOR: sought.sector is not None and article.sector == sought.sector,
        PRODUCT: bool(sought.products & article.products),
        TAG: any(words and words <= sought.words for words in map(words_of, article.tags)),
    }
    score = sum(_WORTH[reason] for reason in REASONS if fits[reason])
    for reason, own, wanted in ((NEED, article.need, sought.need), (SECTOR, article.sector, sought.sector)):
        if own is not None and wanted is not None and own != wanted:
            score += _OTHER[reason]
    return Fit(article, tuple(reason for reason in REASONS if fits[reason]), score)


def ranked(sought: Sought, articles: Iterable[Offered]) -> tuple[Fit, ...]:
    """Return all articles, the best first; of two that fit alike, the one in the reader's language, then by title."""
    found = (fit(sought, article) for article in articles)
    return tuple(
        sorted(
            found,
            key=lambda one: (
                -one.score,
                one.article.language not in ("", sought.language),
                one.article.title.casefold(),
                one.article.id,
            ),
        )
    )


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text by which tags are compared: three letters at least, without capitals, е for ё."""
    return frozenset(_WORD.findall(text.casefold().replace("ё", "е")))
