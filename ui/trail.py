"""The list that one came from: next and previous record without going back to it."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QWidget

_TRAILS: WeakKeyDictionary[QWidget, dict[str, tuple[int, ...]]] = WeakKeyDictionary()


def leave(window: QWidget, subject: str, ids: tuple[int, ...]) -> None:
    """Remember the records of a list, in its order, as one of them is opened."""
    _TRAILS.setdefault(window, {})[subject] = ids


def neighbour(window: QWidget, subject: str, record: int | None, step: int) -> int | None:
    """Return the record ``step`` further on in the list that one came from; None past its ends and without a list."""
    ids = _TRAILS.get(window, {}).get(subject, ())
    if record is None or record not in ids:
        return None
    at = ids.index(record) + step
    return ids[at] if 0 <= at < len(ids) else None
