"""docs/automation.md stays true: its examples run, its tables are those of the registers, its names exist."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from desktop.actions import registry as actions
from desktop.queries import registry as queries
from tests.journeys.hand import Hand, Key, Modifier

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "automation.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S) if PAGE.exists() else []


def table(functions: Mapping[str, Callable[..., object]]) -> list[str]:
    """The rows of the page's table for a register: name, arguments, what it does."""
    return [
        f"| `{name}` | {arguments(function)} | {meaning(function)} |" for name, function in sorted(functions.items())
    ]


def arguments(function: Callable[..., object]) -> str:
    found = []
    for parameter in list(inspect.signature(function).parameters.values())[1:]:
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            found.append(f"`**{parameter.name}`")
        elif parameter.default is inspect.Parameter.empty:
            found.append(f"`{parameter.name}`")
        else:
            found.append(f"`{parameter.name}={parameter.default!r}`")
    return ", ".join(found)


def meaning(function: Callable[..., object]) -> str:
    first = " ".join((function.__doc__ or "").strip().split("\n\n")[0].split())
    return first.replace("``", "`").replace("|", "/")


def section(title: str) -> str:
    text = PAGE.read_text(encoding="utf-8")
    return text.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize(("title", "register"), [("Actions", actions), ("Queries", queries)])
def test_the_tables_are_those_of_the_registers(title: str, register) -> None:
    register.load()
    functions = register._actions if title == "Actions" else register._queries
    expected = table(functions)
    written = [line for line in section(title).splitlines() if line.startswith("| `")]
    assert written == expected, "write these rows:\n" + "\n".join(expected)


@pytest.mark.parametrize("number", [0, 1])
def test_the_examples_run_as_they_stand(qapp: QApplication, tmp_path: Path, monkeypatch, number: int) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(EXAMPLES) == 2
    assert len(EXAMPLES[number].strip().splitlines()) <= 16
    exec(compile(EXAMPLES[number], f"docs/automation.md, example {number + 1}", "exec"), {})
    assert (tmp_path / "sales.db").exists()


def _texts(file: Path) -> set[str]:
    """Every text that stands in the code of one module, the fixed parts of f-strings too."""
    return {
        node.value
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _families(name: str) -> set[str]:
    """``cell_`` of ``cell_price``, ``List`` of ``orderList``: fixed parts of names made for each of several things."""
    ends = {name[match.start() :] for match in re.finditer(r"[A-Z]", name)}
    return {name, name[: name.find("_") + 1] or name, *ends}


def test_every_object_name_of_the_table_is_in_the_window(hand: Hand) -> None:
    """Opens what most people open, and finds it by its object name; names of rarer places must stand in their code."""
    hand.run()
    found: set[str] = set()

    def look() -> None:
        for thing in [hand.window, *hand.window.findChildren(QWidget), *hand.window.findChildren(QAction)]:
            found.add(thing.objectName())

    look()
    hand.push("result_call_back", hand.open_card("contact_customer"))
    look()
    hand.key(Key.Key_Escape)
    hand.push("rescheduleButton", hand.card("contact_customer"))
    look()
    hand.key(Key.Key_Escape)
    hand.push("newTaskButton")
    look()
    hand.key(Key.Key_Escape)
    hand.click(hand.see("stage_closed"))
    look()
    hand.pick("stage_closed_lost")
    look()
    hand.key(Key.Key_Escape)
    for place in ("leads", "opportunities", "activities", "schedule", "accounts", "contacts"):
        hand.push(f"side_{place}")
        look()
    hand.push("newButton")
    look()
    hand.key(Key.Key_Escape)
    hand.do("create_lead", title="Cash desks")
    for list_name, place in (("leadList", "leads"), ("activityList", "activities")):
        hand.push(f"side_{place}")
        hand.click_row(hand.find(list_name, QAbstractItemView), 0, twice=True)
        hand.rest()
        look()
    hand.command("Settings")
    look()
    hand.push("notificationButton")
    look()
    hand.key(Key.Key_Escape)
    hand.click(hand.see("runProcessButton"))
    hand.pick("runProcessAction")
    look()
    hand.key(Key.Key_Escape)
    hand.press(Key.Key_K, Modifier.ControlModifier)
    hand.keys("run")
    look()
    hand.key(Key.Key_Escape)
    named = set(re.findall(r"`([a-z][A-Za-z]*(?:_[a-z_]+)?)`", section("Object names")))
    written = {text for file in (ROOT / "ui").rglob("*.py") for text in _texts(file)}
    missing = {name for name in named - found if not _families(name) & written} - {"activityId"}
    assert not missing, missing
    assert len(named & found) > 90, "what most people open is really looked at"
    assert not [menu for menu in hand.window.findChildren(QMenu) if menu.isVisible()]


MOMENTS = [
    ("26.11.2026 14:00", datetime(2026, 11, 26, 14, 0, tzinfo=UTC)),
    ("2026-11-26 14:00", datetime(2026, 11, 26, 14, 0, tzinfo=UTC)),
    ("26 Nov 2026 14:00", datetime(2026, 11, 26, 14, 0, tzinfo=UTC)),
    ("Nov 26 2026, 2:00 PM", datetime(2026, 11, 26, 14, 0, tzinfo=UTC)),
    ("tomorrow 9:30", datetime(2026, 3, 3, 9, 30, tzinfo=UTC)),
    ("завтра 9:30", datetime(2026, 3, 3, 9, 30, tzinfo=UTC)),
]


def test_moments_are_typed_as_the_page_says(hand: Hand) -> None:
    hand.run()
    for text, moment in MOMENTS:
        assert text in section("Moments")
        hand.complete("contact_customer", "call_back", when=text)
        number = hand.card("contact_customer").property("activityId")
        assert hand.ask("activity_page", id=number).fields.start_at == moment, text


def test_a_macro_sets_a_moment_like_in_a_date_time_edit(hand: Hand) -> None:
    hand.run()
    popup = hand.open_card("contact_customer")
    hand.push("result_call_back", popup)
    hand.see("whenEdit", popup).setDateTime(QDateTime.fromString("2026-11-26T14:00:00Z", "yyyy-MM-ddTHH:mm:ssZ"))
    shown = hand.see("whenEdit", popup).dateTime()
    hand.push("confirmButton", popup)
    number = hand.card("contact_customer").property("activityId")
    start = hand.ask("activity_page", id=number).fields.start_at
    assert start == datetime.fromtimestamp(shown.toMSecsSinceEpoch() / 1000, UTC)
    assert start.date().isoformat() == "2026-11-26"
