"""The register of actions: name to function, filled by the decorator when the modules of this package are loaded."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.sales import doors
from desktop.views.exchange import Place

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction

MODULES = (
    "people",
    "activities",
    "reminders",
    "opportunities",
    "processes",
    "automation",
    "library",
    "incidents",
    "drafts",
    "leads",
    "records",
    "products",
    "orders",
    "settings",
    "administration",
    "staff",
    "many",
    "saved_views",
    "undo",
    "sample",
    "importing",
    "plans",
    "deal",
    "files",
    "feed",
    "documents",
    "document_templates",
    "duplicates",
    "cards",
    "articles",
    "table_import",
)
"""The modules of desktop.actions that register actions; what a start needs stands first."""


ANSWERS = ("disqualification",)
"""Arguments that every action takes: answers to questions which it may ask (NeedsReason)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action tells about itself.

    ``message`` is the code of the toast's sentence and ``parameters`` fill it; ``hint`` is the code of the hint on the
    page that ``opens`` names, or ``hint_text`` the hint itself where a process brings it along; ``person`` is set by
    the action that changes who acts.
    """

    message: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)
    undoable: bool = False
    opens: Place | None = None
    hint: str = ""
    hint_text: str = ""
    person: int | None = None
    result: Mapping[str, object] = field(default_factory=dict)


Perform = Callable[..., Outcome]
_actions: dict[str, Perform] = {}
_rights: dict[str, doors.Right] = {}


def action(name: str, *, right: doors.Right) -> Callable[[Perform], Perform]:
    """Register a function ``(transaction, **arguments) -> Outcome`` under the action's name.

    ``right`` says who may do it (desktop/sales/doors.py, docs/rights.md).
    """

    def register(function: Perform) -> Perform:
        if name in _actions:
            raise ValueError(f"two actions named {name}")
        _actions[name] = function
        _rights[name] = right
        return function

    return register


def load(name: str = "") -> None:
    """Import the modules that register actions, one after the other until ``name`` is known, or all of them."""
    for module in MODULES:
        if name in _actions:
            return
        importlib.import_module(f"desktop.actions.{module}")


def perform(transaction: Transaction, name: str, arguments: Mapping[str, object]) -> Outcome:
    """Carry out one action inside the given transaction. Raises KeyError for a name that is not registered.

    Refused with a code that begins with "right-" where the person who acts may not do it (docs/rights.md).

    Any action takes ``filled``, answers to the questions of the gate (N5): they are saved first, in one transaction;
    and the answers of ANSWERS, which stand on the transaction for whoever asks.
    """
    load(name)
    right = _rights.get(name)
    if right is not None:
        right.check(transaction, arguments)
    answered = {name: arguments[name] for name in ANSWERS if name in arguments}
    if answered:
        transaction.answers.update(answered)
        arguments = {key: value for key, value in arguments.items() if key not in ANSWERS}
    filled = arguments.get("filled", ())
    if filled:
        from desktop.sales import gate  # not above: a start does without it

        arguments = {key: value for key, value in arguments.items() if key != "filled"}
        for answer in filled:  # type: ignore[attr-defined]
            gate.fill(transaction, answer)
    return _actions[name](transaction, **arguments)
