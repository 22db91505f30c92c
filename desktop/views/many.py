"""Changing many records at once: what is wanted of each, and what would come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.views.exchange import FieldsAnswer, FieldsQuestion


@dataclass(frozen=True, slots=True)
class BlockedRow:
    """A record that cannot be changed, with the reason in the reader's language.

    ``question`` asks for the fields without which it cannot leave its stage (N5), where that is the reason.
    """

    id: int
    name: str
    reason: str
    question: FieldsQuestion | None = None


@dataclass(frozen=True, slots=True)
class Foresight:
    """What changing many records at once would do: which can be changed, which cannot, and what follows in words.

    ``counts`` is what the sentences say in numbers, by name, so that answers for parts of a selection are added up.
    """

    changeable: tuple[int, ...] = ()
    blocked: tuple[BlockedRow, ...] = ()
    sentences: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done with each of many records.

    ``change`` is owner (to ``person``), stage (to the stage of code ``stage``; a final one with ``reason`` and
    ``competitor`` where it is lost; ``filled`` are answers to the gate's questions), due (to the day ``day``), tags
    (``add`` and ``remove``), or delete.
    """

    change: str
    person: int | None = None
    stage: str = ""
    reason: int | None = None
    competitor: str = ""
    day: date | None = None
    filled: tuple[FieldsAnswer, ...] = ()
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
