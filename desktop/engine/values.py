"""The values of process variables: whatever JSON can say, within limits."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final, TypeAlias

from desktop.engine.errors import VariableError

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

INTEGER_LIMIT: Final = 2**63 - 1
MAX_VALUE_DEPTH: Final = 32


def checked_variables(variables: Mapping[str, Value]) -> dict[str, Value]:
    """Copy variables so that later changes by the caller are not seen; raise VariableError if one is odd."""
    result: dict[str, Value] = {}
    for name, value in variables.items():
        if type(name) is not str or not name:
            raise VariableError(f"{name!r} is no name of a variable")
        result[name] = _checked(value, name, 0)
    return result


def _checked(value: object, name: str, depth: int) -> Value:
    if value is None or type(value) is bool or type(value) is str:
        return value
    if type(value) is int:
        if not -INTEGER_LIMIT <= value <= INTEGER_LIMIT:
            raise VariableError(f"{name}: the whole number is too large")
        return value
    if type(value) is float:
        if not math.isfinite(value):
            raise VariableError(f"{name}: {value} is not a number that JSON knows")
        return value
    if depth >= MAX_VALUE_DEPTH:
        raise VariableError(f"{name}: nested deeper than {MAX_VALUE_DEPTH} levels")
    if type(value) is list:
        return [_checked(item, name, depth + 1) for item in value]
    if type(value) is dict:
        for key in value:
            if type(key) is not str:
                raise VariableError(f"{name}: {key!r} is not a text and cannot be a key")
        return {key: _checked(item, name, depth + 1) for key, item in value.items()}
    raise VariableError(f"{name}: {type(value).__name__} is not a value that JSON knows")
