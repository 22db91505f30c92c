"""Conditions: a small expression language that denies by default.

Names, literals (numbers, texts, ``null``, ``true``, ``false``, lists), comparison, ``in``, boolean logic,
arithmetic and a short list of functions; nothing else parses. An expression is read once into closures,
looks at nothing but the variables it names, and gives either a value or an ExpressionError. The whole
language is described in docs/expressions.md. Its address, for ``expressionLanguage`` and ``language``
(BPMN 2.0, 8.4.6), is ``urn:dealwright:expression:1``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from desktop.engine.errors import ExpressionError
from desktop.engine.values import INTEGER_LIMIT, Value

LANGUAGE: Final = "urn:dealwright:expression:1"
MAX_LENGTH: Final = 500
MAX_DEPTH: Final = 20
MAX_TEXT: Final = 10_000

Lookup = Callable[[str], Value]
_Term = Callable[[Lookup], Value]

_RESERVED: Final[dict[str, Value]] = {"null": None, "true": True, "false": False}
_WORDS: Final = frozenset({"and", "or", "not", "in", *_RESERVED})
_TOKEN: Final = re.compile(
    r"""\s*(?:
        (?P<number>\d+(?:\.\d+)?(?![\w.]))
      | (?P<name>[^\W\d]\w*)
      | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<sign>==|!=|<=|>=|[-<>+*/%(),\[\]])
      | (?P<end>\Z)
    )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPES: Final = {"\\": "\\", "'": "'", '"': '"', "n": "\n"}


class Evaluable(Protocol):
    """What the engine asks of an expression, in whatever language it is written; ``names`` are its variables."""

    @property
    def names(self) -> frozenset[str]:
        """The variables that it may ask for."""

    def evaluate(self, lookup: Lookup) -> Value:
        """Give the value, with variables read by ``lookup``; raise ExpressionError if there is none."""


Compiler = Callable[[str], Evaluable]
"""Reads an expression of one language; raises ExpressionError if it is not one."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression ready to be evaluated any number of times."""

    text: str
    names: frozenset[str]
    _value: _Term

    def evaluate(self, lookup: Lookup) -> Value:
        """Give the value, with variables read by ``lookup``; raise ExpressionError if there is none."""
        return self._value(lookup)


def compile_expression(text: str) -> Expression:
    """Read an expression; raise ExpressionError, naming the position, if it is not one."""
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"longer than {MAX_LENGTH} characters")
    parser = _Parser(text)
    term = parser.whole()
    return Expression(text, frozenset(parser.names), term)


def is_name(text: str) -> bool:
    """Tell whether expressions can read a variable of this name."""
    return text.isidentifier() and text not in _WORDS


class _Parser:
    """Recursive descent, one method for each level of precedence, nesting limited to MAX_DEPTH."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.names: set[str] = set()
        self._tokens: list[tuple[str, str, int]] = []
        self._next = 0
        self._depth = 0
        at = 0
        while not self._tokens or self._tokens[-1][0] != "end":
            match = _TOKEN.match(text, at)
            if match is None:
                rest = text[at:].lstrip()
                position = len(text) - len(rest)
                raise ExpressionError(f"{rest[:1]!r} at character {position + 1} is not understood")
            kind = match.lastgroup or "end"
            self._tokens.append((kind, match[kind], match.start(kind)))
            at = match.end()

    def whole(self) -> _Term:
        term = self._or()
        if self._tokens[self._next][0] != "end":
            raise self._unexpected()
        return term

    def _unexpected(self) -> ExpressionError:
        kind, text, at = self._tokens[self._next]
        if kind == "end":
            return ExpressionError("the expression ends too early" if self._text.strip() else "it is empty")
        return ExpressionError(f"{text!r} at character {at + 1} does not belong here")

    def _taken(self, *texts: str) -> str | None:
        kind, text, _ = self._tokens[self._next]
        if text in texts and (kind == "sign" or (kind == "name" and text in _WORDS)):
            self._next += 1
            return text
        return None

    def _expect(self, text: str) -> None:
        if self._taken(text) is None:
            raise self._unexpected()

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError(f"nested deeper than {MAX_DEPTH} levels")

    def _or(self) -> _Term:
        terms = [self._and()]
        while self._taken("or"):
            terms.append(self._and())
        return terms[0] if len(terms) == 1 else _any(tuple(terms))

    def _and(self) -> _Term:
        terms = [self._not()]
        while self._taken("and"):
            terms.append(self._not())
        return terms[0] if len(terms) == 1 else _all(tuple(terms))

    def _not(self) -> _Term:
        if self._taken("not") is None:
            return self._comparison()
        self._deeper()
        term = self._not()
        self._depth -= 1
        return lambda lookup: not _boolean(term(lookup), "not")

    def _comparison(self) -> _Term:
        left = self._sum()
        operator = self._taken("==", "!=", "<", "<=", ">", ">=", "in")
        if operator is None and self._taken("not"):
            self._expect("in")
            operator = "not in"
        if operator is None:
            return left
        right = self._sum()
        if self._tokens[self._next][1] in ("==", "!=", "<", "<=", ">", ">=", "in"):
            raise ExpressionError("comparisons cannot be chained; join them with 'and'")
        return _compared(operator, left, right)

    def _sum(self) -> _Term:
        return self._chain(("+", "-"), self._product)

    def _product(self) -> _Term:
        return self._chain(("*", "/", "%"), self._signed)

    def _chain(self, operators: tuple[str, ...], part: Callable[[], _Term]) -> _Term:
        first = part()
        rest: list[tuple[str, _Term]] = []
        while operator := self._taken(*operators):
            rest.append((operator, part()))
        return _calculated(first, tuple(rest)) if rest else first

    def _signed(self) -> _Term:
        if self._taken("-") is None:
            return self._atom()
        self._deeper()
        term = self._signed()
        self._depth -= 1
        return lambda lookup: -_number(term(lookup), "-")

    def _atom(self) -> _Term:
        kind, text, _ = self._tokens[self._next]
        if kind == "number":
            self._next += 1
            return _constant(_bounded(float(text) if "." in text else int(text)))
        if kind == "text":
            self._next += 1
            return _constant(_unescaped(text))
        if kind == "name" and text in _RESERVED:
            self._next += 1
            return _constant(_RESERVED[text])
        if kind == "name" and text not in _WORDS:
            self._next += 1
            if self._taken("("):
                return self._call(text)
            self.names.add(text)
            return lambda lookup: lookup(text)
        if self._taken("("):
            self._deeper()
            term = self._or()
            self._depth -= 1
            self._expect(")")
            return term
        if self._taken("["):
            items = tuple(self._items("]"))
            return lambda lookup: [item(lookup) for item in items]
        raise self._unexpected()

    def _items(self, closing: str) -> list[_Term]:
        self._deeper()
        items: list[_Term] = []
        while self._taken(closing) is None:
            if items:
                self._expect(",")
            items.append(self._or())
        self._depth -= 1
        return items

    def _call(self, name: str) -> _Term:
        function = _FUNCTIONS.get(name)
        if function is None:
            raise ExpressionError(f"there is no function {name!r}; there are {', '.join(sorted(_FUNCTIONS))}")
        arguments = tuple(self._items(")"))
        least, most, call = function
        if not least <= len(arguments) <= most:
            raise ExpressionError(f"{name}() takes {least if least == most else f'{least} to {most}'} values")
        return lambda lookup: call([argument(lookup) for argument in arguments])


def _constant(value: Value) -> _Term:
    return lambda _lookup: value


def _unescaped(quoted: str) -> str:
    def replaced(match: re.Match[str]) -> str:
        if match[1] not in _ESCAPES:
            raise ExpressionError(f"{match[0]!r} is no escape; there are \\\\, \\', \\\" and \\n")
        return _ESCAPES[match[1]]

    return re.sub(r"\\(.)", replaced, quoted[1:-1], flags=re.DOTALL)


def _any(terms: tuple[_Term, ...]) -> _Term:
    return lambda lookup: any(_boolean(term(lookup), "or") for term in terms)


def _all(terms: tuple[_Term, ...]) -> _Term:
    return lambda lookup: all(_boolean(term(lookup), "and") for term in terms)


def _compared(operator: str, left: _Term, right: _Term) -> _Term:
    if operator == "==":
        return lambda lookup: equal(left(lookup), right(lookup))
    if operator == "!=":
        return lambda lookup: not equal(left(lookup), right(lookup))
    if operator == "in":
        return lambda lookup: _contained(left(lookup), right(lookup))
    if operator == "not in":
        return lambda lookup: not _contained(left(lookup), right(lookup))
    return lambda lookup: _ordered(operator, left(lookup), right(lookup))


def _contained(item: Value, container: Value) -> bool:
    if not isinstance(container, list):
        raise ExpressionError(f"'in' needs a list on its right, not {kind_of(container)}")
    return any(equal(item, other) for other in container)


def _ordered(operator: str, left: Value, right: Value) -> bool:
    kind = kind_of(left)
    if kind != kind_of(right) or kind not in ("number", "text"):
        raise ExpressionError(f"{kind} {operator} {kind_of(right)}: only numbers or texts have an order")
    less = left < right  # type: ignore[operator]
    if operator == "<":
        return bool(less)
    if operator == ">=":
        return not less
    more = left > right  # type: ignore[operator]
    return bool(more) if operator == ">" else not more


def _calculated(first: _Term, rest: tuple[tuple[str, _Term], ...]) -> _Term:
    def value(lookup: Lookup) -> Value:
        result = first(lookup)
        for operator, term in rest:
            other = term(lookup)
            if operator == "+" and isinstance(result, str) and isinstance(other, str):
                result = _short(result + other)
            else:
                result = _arithmetic(operator, _number(result, operator), _number(other, operator))
        return result

    return value


def _arithmetic(operator: str, left: int | float, right: int | float) -> int | float:
    if operator == "+":
        return _bounded(left + right)
    if operator == "-":
        return _bounded(left - right)
    if operator == "*":
        return _bounded(left * right)
    if right == 0:
        raise ExpressionError("division by zero")
    return _bounded(left / right if operator == "/" else left % right)


def _bounded(number: int | float) -> int | float:
    if isinstance(number, float):
        if not math.isfinite(number):
            raise ExpressionError("the number is too large")
    elif not -INTEGER_LIMIT <= number <= INTEGER_LIMIT:
        raise ExpressionError("the whole number is too large")
    return number


def _short(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise ExpressionError(f"a text longer than {MAX_TEXT} characters")
    return text


def kind_of(value: Value) -> str:
    """Name the kind of a value as the language knows it; a boolean is not a number."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "text"
    return "list" if isinstance(value, list) else "object"


def equal(left: Value, right: Value) -> bool:
    """Compare as ``==`` does: values of different kinds are never equal, so true is not 1."""
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(equal, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(equal(left[key], right[key]) for key in left)
    return kind_of(left) == kind_of(right) and left == right


def _boolean(value: Value, operator: str) -> bool:
    if not isinstance(value, bool):
        raise ExpressionError(f"{operator!r} needs true or false, not {kind_of(value)}")
    return value


def _number(value: Value, operator: str) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ExpressionError(f"{operator!r} cannot calculate with {kind_of(value)}")
    return value


def _text(value: Value, function: str) -> str:
    if not isinstance(value, str):
        raise ExpressionError(f"{function}() needs a text, not {kind_of(value)}")
    return value


def _len(values: Sequence[Value]) -> Value:
    value = values[0]
    if not isinstance(value, str | list | dict):
        raise ExpressionError(f"len() needs a text, a list or an object, not {kind_of(value)}")
    return len(value)


def _get(values: Sequence[Value]) -> Value:
    """Give a part of an object by its name, or of a list by its number, counted from 0."""
    container, key = values
    if isinstance(container, dict) and isinstance(key, str):
        if key not in container:
            raise ExpressionError(f"get(): there is no {key!r} in the object")
        return container[key]
    if isinstance(container, list) and isinstance(key, int) and not isinstance(key, bool):
        if not 0 <= key < len(container):
            raise ExpressionError(f"get(): the list has no place {key}")
        return container[key]
    raise ExpressionError(f"get() needs an object and a text or a list and a number, not {kind_of(container)}")


def _extreme(name: str, operator: str) -> Callable[[Sequence[Value]], Value]:
    def call(values: Sequence[Value]) -> Value:
        best = values[0]
        for value in values:
            if kind_of(value) not in ("number", "text"):
                raise ExpressionError(f"{name}() needs numbers or texts, not {kind_of(value)}")
            if _ordered(operator, value, best):
                best = value
        return best

    return call


_FUNCTIONS: Final[dict[str, tuple[int, int, Callable[[Sequence[Value]], Value]]]] = {
    "len": (1, 1, _len),
    "get": (2, 2, _get),
    "lower": (1, 1, lambda values: _short(_text(values[0], "lower").lower())),
    "upper": (1, 1, lambda values: _short(_text(values[0], "upper").upper())),
    "abs": (1, 1, lambda values: abs(_number(values[0], "abs"))),
    "min": (2, 20, _extreme("min", "<")),
    "max": (2, 20, _extreme("max", ">")),
}
