"""What has changed between two versions of a document, line by line. Pure."""

from __future__ import annotations

from difflib import SequenceMatcher

from desktop.sales.documents.markup import plain

SAME, REMOVED, ADDED = "same", "removed", "added"


def compare(older: str, newer: str) -> tuple[tuple[str, str], ...]:
    """Return the lines of both (kind, text): same, removed, added; what was changed is removed and added again."""
    before, after = plain(older), plain(newer)
    found: list[tuple[str, str]] = []
    for kind, from_a, to_a, from_b, to_b in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [(SAME, line) for line in before[from_a:to_a]]
        else:
            found += [(REMOVED, line) for line in before[from_a:to_a]]
            found += [(ADDED, line) for line in after[from_b:to_b]]
    return tuple(found)
