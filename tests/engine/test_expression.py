"""The expression language: what it says, what it refuses, and that it does nothing else."""

# ruff: noqa: E501 (tables)

from __future__ import annotations

import math
import time

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from desktop.engine import ExpressionError, Value
from desktop.engine.expression import MAX_DEPTH, MAX_LENGTH, MAX_TEXT, compile_expression, is_name
from tests.nightly import times

VARIABLES: dict[str, Value] = {
    "n": 3, "half": 0.5, "name": "Анна", "yes": True, "no": False, "nothing": None,
    "list": [1, "a", None], "object": {"a": 1}, "Сумма": 1000, "big": 2**63 - 1, "long": "x" * 9000,
}  # fmt: skip


def lookup(name: str) -> Value:
    if name not in VARIABLES:
        raise ExpressionError(f"unknown {name}")
    return VARIABLES[name]


def value(text: str) -> Value:
    return compile_expression(text).evaluate(lookup)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", 1), ("1.5", 1.5), ("'a'", "a"), ('"a"', "a"), (r"'it\'s \"\\\n'", 'it\'s "\\\n'), ("null", None),
        ("true", True), ("false", False), ("[]", []), ("[1, 'a', null]", [1, "a", None]), ("n", 3), ("Сумма", 1000),
        ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("7 / 2", 3.5), ("7 % 4", 3), ("-n + 1", -2), ("--n", 3), ("1 - 2 - 3", -4),
        ("2 - -2", 4), ("'a' + 'b' + 'c'", "abc"), ("n == 3", True), ("n == 3.0", True), ("n != 3", False),
        ("n < 4 and half <= 0.5", True), ("n > 4 or n >= 3", True), ("not yes", False), ("not not yes", True),
        ("not n == 3", False), ("yes or no and no", True), ("(yes or no) and no", False), ("'a' < 'b'", True),
        ("'2026-03-01' < '2026-03-02'", True), ("n in [1, 2, 3]", True), ("n not in [1, 2]", True), ("null in list", True),
        ("'a' in list", True), ("true == 1", False), ("true in list", False), ("nothing == null", True), ("'1' == 1", False),
        ("list == [1, 'a', null]", True), ("[true] == [1]", False), ("object == object", True), ("object == list", False),
        ("len(name)", 4), ("len(list) + len(object)", 4), ("lower('ÄB') + upper('ß')", "äbSS"), ("abs(-2.5)", 2.5),
        ("min(3, 1, 2)", 1), ("max('a', 'b')", "b"), ("max(n, half)", 3), ("big == 9223372036854775807", True),
        ("yes or unknown", True), ("no and unknown", False), ("  n\n ==\t3 ", True), ("n==3and yes", None),
    ],
)  # fmt: skip
def test_values(text, expected):
    if expected is None and text not in ("null",):
        with pytest.raises(ExpressionError):
            value(text)
        return
    found = value(text)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "1 +", "+ 1", "(1", "1)", "[1", "1,", "1 2", "n n", "a = 1", "a === 1", "n.real", "list[0]", "{}",
        "n ** 2", "n // 2", "n & 1", "n && yes", "!yes", "yes ? 1 : 2", "lambda: 1", "f'{n}'", "'open", "'a\\x'", "1e5",
        "1_000", "0x10", ".5", "1.", "1.2.3", "3n", "n is null", "n if yes else no", "x := 1", "print(n)", "len", "len()",
        "len(1, 2)", "len(n", "min(1)", "open('x')", "eval('1')", "n(1)", "1 < 2 < 3", "1 == 1 == 1", "not", "in list",
        "n in", "n not list", "and", "#", "$n", "${n}", "= n", "n; n", "@n", "`n`", "\\", "\x00", "9223372036854775808",
        "__class__()", "None.x", "[,]", "[1,]", "(,)", "()", "None()", "true()", "- - not n",
    ],
)  # fmt: skip
def test_what_is_not_the_language_does_not_parse(text):
    with pytest.raises(ExpressionError) as caught:
        compile_expression(text).evaluate(lookup) if text == "len" else compile_expression(text)
    assert caught.value.why


@pytest.mark.parametrize(
    "text",
    [
        "unknown", "1 / 0", "1 % 0", "1 / 0.0", "n + 'a'", "'a' * 3", "list + list", "-name", "-yes", "yes + 1", "null + 1",
        "n and yes", "no or n", "not n", "not null", "null and yes", "n < 'a'", "null < 1", "yes < no", "list < list",
        "n in 3", "'a' in name", "len(n)", "len(null)", "lower(n)", "abs('a')", "abs(yes)", "min(1, 'a')", "max(null, 1)",
        "big + 1", "big * big", "-big - 2", "long + long", "upper(n)", "object < object",
    ],
)  # fmt: skip
def test_what_has_no_value_says_so(text):
    """Never a guess: kinds are not mixed, nothing overflows."""
    expression = compile_expression(text)
    with pytest.raises(ExpressionError):
        expression.evaluate(lookup)


def test_errors_tell_the_position():
    with pytest.raises(ExpressionError, match="'=' at character 3 is not understood"):
        compile_expression("n = 3")
    with pytest.raises(ExpressionError, match="'3' at character 3 does not belong here"):
        compile_expression("n 3")
    with pytest.raises(ExpressionError, match="chained"):
        compile_expression("1 < 2 < 3")
    with pytest.raises(ExpressionError, match="there are abs, get, len, lower, max, min, upper"):
        compile_expression("exec('x')")


def test_limits():
    assert compile_expression("1" + " " * (MAX_LENGTH - 1)).evaluate(lookup) == 1
    with pytest.raises(ExpressionError, match="longer than"):
        compile_expression("1" + " " * MAX_LENGTH)
    deep = MAX_DEPTH
    assert value("(" * deep + "1" + ")" * deep) == 1
    for opening, closing in (("(", ")"), ("[", "]"), ("not ", ""), ("-", ""), ("abs(", ")")):
        with pytest.raises(ExpressionError, match="nested deeper"):
            compile_expression(opening * (deep + 1) + "1" + closing * (deep + 1))
    assert value(" or ".join(["no"] * 80)) is False
    assert value("+".join(["1"] * 200)) == 200


def test_names_are_known_without_evaluating():
    assert compile_expression("a == 1 and len(b) > c or null in ['x', d]").names == {"a", "b", "c", "d"}


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("a", True),
        ("a_1", True),
        ("Сумма", True),
        ("1a", False),
        ("a b", False),
        ("", False),
        ("null", False),
        ("in", False),
        ("a-b", False),
        ("a.b", False),
    ],
)
def test_names(text, good):
    assert is_name(text) is good


ATOMS = st.sampled_from(
    ["1", "0", "2.5", "9223372036854775807", "'a'", '"б"', "null", "true", "false", "[]", *VARIABLES, "unknown"]
)


def compounds(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    binary = st.sampled_from(["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "and", "or", "in", "not in"])
    return (
        st.tuples(inner, binary, inner).map(" ".join)
        | inner.map(lambda one: f"({one})")
        | st.tuples(st.sampled_from(["not ", "-"]), inner).map("".join)
        | st.tuples(st.sampled_from(["len", "lower", "upper", "abs", "min", "max", "get", "print"]), inner, inner).map(
            lambda parts: f"{parts[0]}({parts[1]}, {parts[2]})"
        )
        | st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    )


def check_harmless(text: str) -> None:
    try:
        found = value(text)
    except ExpressionError as error:
        assert error.why
        return
    if isinstance(found, float):
        assert math.isfinite(found)
    elif isinstance(found, int) and not isinstance(found, bool):
        assert abs(found) < 2**63
    elif isinstance(found, str):
        assert len(found) <= MAX_TEXT
    else:
        assert found is None or isinstance(found, bool | list | dict)


@settings(max_examples=times(200, 6000))
@given(st.recursive(ATOMS, compounds, max_leaves=12))
def test_well_formed_expressions_give_a_value_or_an_error(text: str) -> None:
    check_harmless(text)


@settings(max_examples=times(150, 4000))
@given(st.text(max_size=40) | st.text("()[]+-*/%<>=!'\"\\.,0123456789nabotrideul_ \n", max_size=60))
def test_any_text_gives_a_value_or_an_error(text: str) -> None:
    check_harmless(text)


@settings(max_examples=times(100, 3000))
@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), st.sampled_from(["+", "-", "*", "%", "/"]))
def test_arithmetic_is_that_of_python(left: int, right: int, operator: str) -> None:
    if right == 0 and operator in "%/":
        return
    expected = {
        "+": lambda: left + right,
        "-": lambda: left - right,
        "*": lambda: left * right,
        "%": lambda: left % right,
        "/": lambda: left / right,
    }[operator]()
    assert value(f"({left}) {operator} ({right})") == expected


def test_the_worst_that_fits_is_quick():
    """500 characters cannot keep the machine busy."""
    before = time.perf_counter()
    for text in ("'" * 500, "(" * 500, "'a'+" * 124 + "'a'", "a" * 500, "\\" * 500, "'\\" * 250, " " * 500, "1." * 250):
        check_harmless(text)
    assert time.perf_counter() - before < 0.5
