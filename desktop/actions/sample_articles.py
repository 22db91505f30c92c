"""The knowledge base of the sample company: articles in both languages (resources/knowledge)."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from desktop.sales import articles, lookups, products

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction

LANGUAGES = ("en", "ru")


def write(tx: Transaction, authors: list[int]) -> int:
    """Write the articles, those of the reader's language last, so that they are the newest; return how many."""
    text = files("resources").joinpath("knowledge", "articles.toml").read_text(encoding="utf-8")
    known: list[dict[str, Any]] = tomllib.loads(text)["article"]
    values = {
        lookup: {choice.code: choice.id for choice in lookups.choices(tx, lookup, "en")}
        for lookup in ("need", "sector")
    }
    sold = products.by_code(tx)
    made = 0
    for language in sorted(LANGUAGES, key=lambda code: code == tx.language):
        for place, entry in enumerate(known):
            tx.person_id = authors[place % len(authors)]
            told = entry[language]
            articles.create(
                tx,
                told["title"],
                {
                    "kind": entry["kind"],
                    "need": values["need"].get(entry["need"]),
                    "sector": values["sector"].get(entry["sector"]),
                    "products": [sold[code] for code in entry["products"] if code in sold],
                    "tags": told["tags"],
                    "language": language,
                    "body": told["body"],
                },
            )
            made += 1
    return made
