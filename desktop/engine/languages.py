"""Brings expression languages of others into the engine (BPMN 2.0, 8.4.6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop.engine.errors import EngineError, ExpressionError, UnknownName
from desktop.engine.expression import Compiler, Lookup
from desktop.engine.values import Value

_WORD: Final = re.compile(r"[^\W\d]\w*")

Evaluate = Callable[[str, Mapping[str, Value]], Value]


def expression_language(evaluate: Evaluate) -> Compiler:
    """Make a compiler for ``read(..., languages=...)`` of a function that evaluates a text.

    The function gets the text and the variables whose names stand in it, and gives the value; whatever it raises
    becomes an ExpressionError. A condition that cannot be evaluated for want of a variable makes its event wait.
    """
    return lambda text: _Foreign(text, frozenset(_WORD.findall(text)), evaluate)


@dataclass(frozen=True, slots=True)
class _Foreign:
    """An expression that nobody here has read; ``words`` are all that could be names in it."""

    text: str
    words: frozenset[str]
    function: Evaluate

    @property
    def names(self) -> frozenset[str]:
        """Which of the words are variables is not known."""
        return frozenset()

    def evaluate(self, lookup: Lookup) -> Value:
        """Give the value; raise UnknownName if there is none and some word is no variable, else ExpressionError."""
        variables: dict[str, Value] = {}
        for word in self.words:
            try:
                variables[word] = lookup(word)
            except UnknownName:
                continue
        try:
            return self.function(self.text, variables)
        except EngineError:
            raise
        except Exception as error:
            why = f"it cannot be evaluated ({type(error).__name__}: {error})"
            kind = ExpressionError if len(variables) == len(self.words) else UnknownName
            raise kind(why) from error
