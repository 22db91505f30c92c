"""Problems of definitions and of moving runs, in the reader's language.

The engine speaks English alone, for it knows nothing of languages. What it says stands in
resources/texts/engine_problems.ru.toml once more, with {} for what changes, and the Russian beside it; a sentence that
is not there (yet) is shown as the engine says it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from desktop.engine import Problem
from desktop.processes.library.checking import Flaw
from desktop.texts import say
from desktop.views.processes import ProcessProblem

_NAME = re.compile(r"[a-z]+[A-Z]|\w+=")


def of(problem: Problem, language: str) -> ProcessProblem:
    """Return a problem as the window shows it."""
    return ProcessProblem(
        element_id=problem.element_id or "",
        line=problem.line or 0,
        element=" ".join(problem.name.split()),
        why=why(problem, language),
        mend=mend(problem, language),
    )


def why(problem: Problem, language: str) -> str:
    """Return the reason, begun with a capital letter unless that is the name of an attribute."""
    if isinstance(problem, Flaw):
        text = say(language, f"flaw-{problem.code}", dict(problem.parameters))
    else:
        text = _said(problem.why, language)
    return text if _NAME.match(text) else text[:1].upper() + text[1:]


def mend(problem: Problem, language: str) -> str:
    """Return how to mend it, "" where the engine does not know."""
    if isinstance(problem, Flaw):
        return say(language, f"flaw-{problem.code}-mend", dict(problem.parameters))
    return _said(problem.mend, language)


def _said(text: str, language: str) -> str:
    if language != "ru" or not text:
        return text
    for pattern, russian in _russian():
        found = pattern.fullmatch(text)
        if found is not None:
            return russian.format(*(_said(part, language) for part in found.groups()))
    return text


@cache
def _russian() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = files("resources").joinpath("texts", "engine_problems.ru.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    longest_first = sorted(table.items(), key=lambda pair: -len(pair[0].replace("{}", "")))
    return tuple((pattern_of(english), russian) for english, russian in longest_first)


def pattern_of(template: str) -> re.Pattern[str]:
    """Return what a sentence with {} for what changes looks like."""
    return re.compile("(.+?)".join(map(re.escape, template.split("{}"))), re.DOTALL)
