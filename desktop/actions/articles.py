"""What a person does with the knowledge base: write articles, and take copies of them for a sale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.sales import articles, doors, drafts

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("create_article", right=doors.ALL)
def create_article(tx: Transaction, title: str, **fields: object) -> Outcome:
    """Add an article; ``fields`` are keys of ArticleFields, products by id, tags by name."""
    made = articles.create(tx, title, fields)
    title = articles.read(tx, made).title
    return Outcome("article-created", {"title": title}, undoable=True, result={"article": made})


@action("save_article", right=doors.edits("article"))
def save_article(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change fields of an article; fails with ChangedMeanwhile if it was saved since ``version`` was read."""
    articles.save(tx, id, version, fields)
    drafts.discard(tx, "article", id)
    return Outcome("record-saved", {"name": articles.read(tx, id).title}, undoable=True)


@action("remove_article", right=doors.edits("article"))
def remove_article(tx: Transaction, id: int) -> Outcome:
    """Take an article out of the knowledge base; copies of it on opportunities stay."""
    return Outcome("article-removed", {"title": articles.remove(tx, id)}, undoable=True)


@action("copy_article", right=doors.edits("opportunity", "opportunity"))
def copy_article(tx: Transaction, opportunity: int, article: int, file: int | None = None) -> Outcome:
    """Attach an editable copy of an article to an opportunity: its text as a page, or one of its files."""
    attached, name = articles.copy_to_sale(tx, opportunity, article, file)
    return Outcome("article-copied", {"name": name}, undoable=True, result={"attachment": attached})


@action("save_copy", right=doors.Attached(change=True))
def save_copy(tx: Transaction, id: int, version: int, body: str) -> Outcome:
    """Write another text into a copy of an article; ChangedMeanwhile if it was written since ``version`` was read."""
    return Outcome("record-saved", {"name": articles.rewrite(tx, id, version, body)}, undoable=True)
