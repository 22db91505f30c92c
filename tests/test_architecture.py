"""Who may import whom: the rules of docs/architecture.md, read from the source of every module.

Imports inside functions and under TYPE_CHECKING count too: a rule that holds only at run time is none.
"""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Room -> rooms of ours that it may import, besides itself. A room is a package or a single module.
ROOMS: dict[str, set[str]] = {
    "desktop.views": set(),
    "desktop.engine": set(),
    "desktop.paths": set(),
    "desktop.milestones": set(),
    "desktop.texts": {"desktop.views"},
    "desktop.store": {"desktop.views"},
    "desktop.sales": {"desktop.store", "desktop.views"},
    "desktop.processes": {"desktop.engine", "desktop.sales", "desktop.store", "desktop.texts", "desktop.views"},
    # The command line's import uses the door like a window does; the import itself stands below the actions.
    "desktop.importing.command": {"desktop.importing", "desktop.texts", "desktop.views", "desktop.workspace"},
    "desktop.spreadsheets": {"desktop.views"},
    "desktop.importing": {
        "desktop.processes",
        "desktop.sales",
        "desktop.spreadsheets",
        "desktop.store.transaction",
        "desktop.texts",
        "desktop.views",
    },
    "desktop.actions": {
        "desktop.importing",
        "desktop.processes",
        "desktop.sales",
        "desktop.views",
        "desktop.store.transaction",
    },
    "desktop.queries": {
        "desktop.importing",
        "desktop.spreadsheets",
        "desktop.processes",
        "desktop.sales",
        "desktop.store",
        "desktop.texts",
        "desktop.views",
    },
    "ui": {"desktop.workspace", "desktop.views"},
}
# What stands above the rooms may use all of the core; of the window's side only app.py knows.
ABOVE_THE_ROOMS = {"desktop"}
PUTS_TOGETHER = {"desktop.app"}

# Library -> the only rooms or modules that may import it.
LIBRARIES: dict[str, set[str]] = {
    "PySide6": {"ui", "desktop.app"},
    "shiboken6": {"ui", "desktop.app"},
    "sqlalchemy": {"desktop.store", "desktop.sales", "desktop.processes", "desktop.importing", "desktop.queries"},
    "alembic": {"desktop.store"},
    "psycopg": {"desktop.store"},
    "sqlite3": {"desktop.store"},
    "appdirs": {"desktop.paths"},
}
# Rooms that may import these libraries and nothing else but the standard library.
PURE_ROOMS: dict[str, set[str]] = {"desktop.views": set(), "desktop.engine": {"lxml"}}

# Inside desktop.processes: package -> packages beside it that it may import. Single modules may import all of them.
PROCESSES = "desktop.processes"
INSIDE_PROCESSES: dict[str, set[str]] = {
    "definitions": set(),
    "drawing": {"definitions"},
    "runs": {"definitions"},
    "story": {"definitions", "runs"},
    "foresight": {"definitions", "runs", "story"},
    "library": {"definitions", "runs", "foresight"},
}

# Imported where they are used, because they cost a good part of a second. Alembic's own scripts are imported
# by Alembic alone.
HEAVY = {"alembic", "openpyxl", "babel", "fluent", "icalendar"}
MIGRATIONS = "desktop.store.migrations"
# Must not be loaded when the window comes up: the database side follows on its own thread.
NOT_AT_START = HEAVY | {"sqlalchemy", "lxml"}


class Import(NamedTuple):
    """One import in one module: where it stands, whether it runs as soon as the module is imported."""

    module: str
    line: int
    target: str
    at_once: bool

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.target}"


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def sources() -> dict[str, Path]:
    """Every module of the program."""
    paths = [path for package in ("desktop", "ui") for path in sorted((ROOT / package).rglob("*.py"))]
    return {module_name(path): path for path in paths}


def imports_of(module: str, path: Path) -> Iterator[Import]:
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    pending: list[tuple[ast.AST, bool]] = [(ast.parse(path.read_text(encoding="utf-8")), True)]
    while pending:
        node, at_once = pending.pop()
        if isinstance(node, ast.Import):
            for name in node.names:
                yield Import(module, node.lineno, name.name, at_once)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *filter(None, [node.module])])
            for name in node.names:
                target = f"{base}.{name.name}"
                # A name of ours may be a module; a library's name is enough as the library itself.
                yield Import(module, node.lineno, target if is_ours(base) else base, at_once)
        inside = at_once and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            pending += [(child, False) for child in node.body]
            pending += [(child, inside) for child in node.orelse]
        else:
            pending += [(child, inside) for child in ast.iter_child_nodes(node)]


@functools.cache
def all_imports() -> tuple[Import, ...]:
    return tuple(found for module, path in sources().items() for found in imports_of(module, path))


def is_in(module: str, room: str) -> bool:
    return module == room or module.startswith(room + ".")


def is_ours(module: str) -> bool:
    return is_in(module, "desktop") or is_in(module, "ui")


def room_of(module: str) -> str:
    """The room a module stands in; what is in none stands above them."""
    return next((room for room in ROOMS if is_in(module, room)), "desktop")


def breaks_the_house(found: Import) -> bool:
    if not is_ours(found.target) or found.target == "desktop":
        return False
    room = room_of(found.module)
    if room in ABOVE_THE_ROOMS:
        return is_in(found.target, "ui") and found.module not in PUTS_TOGETHER
    return not any(is_in(found.target, allowed) for allowed in ROOMS[room] | {room})


def breaks_a_library_rule(found: Import) -> bool:
    library = found.target.partition(".")[0]
    room = room_of(found.module)
    if room in PURE_ROOMS and not is_ours(found.target):
        return library not in sys.stdlib_module_names and library not in PURE_ROOMS[room]
    return library in LIBRARIES and not any(is_in(found.module, allowed) for allowed in LIBRARIES[library])


def test_there_is_something_to_look_at():
    assert {"desktop.paths", "desktop.views"} <= set(sources())
    assert any(found.target == "appdirs" for found in all_imports())


def test_rooms_import_only_the_rooms_below_them():
    assert [str(found) for found in all_imports() if breaks_the_house(found)] == []


def package_of(module: str) -> str:
    """The package of desktop.processes that a module stands in, or the name of a single module there."""
    return module.removeprefix(PROCESSES).strip(".").partition(".")[0]


def test_packages_of_processes_import_only_those_below_them():
    packages = {path.name for path in (ROOT / "desktop" / "processes").iterdir() if (path / "__init__.py").exists()}
    assert packages == set(INSIDE_PROCESSES)
    wrong = [
        str(found)
        for found in all_imports()
        if is_in(found.module, PROCESSES) and is_in(found.target, PROCESSES)
        for ours, other in [(package_of(found.module), package_of(found.target))]
        if ours in packages and other in packages - INSIDE_PROCESSES[ours] - {ours}
    ]
    assert wrong == []


def test_libraries_are_imported_only_where_they_belong():
    assert [str(found) for found in all_imports() if breaks_a_library_rule(found)] == []


def test_the_object_relational_mapper_is_not_used():
    """SQLAlchemy Core only: no mapped object exists that could leave the core."""
    assert [str(found) for found in all_imports() if is_in(found.target, "sqlalchemy.orm")] == []


def test_heavy_libraries_are_imported_where_they_are_used():
    """A module that imports a heavy library may itself only be imported inside functions."""
    carriers = {
        found.module
        for found in all_imports()
        if found.at_once and found.target.partition(".")[0] in HEAVY and not is_in(found.module, MIGRATIONS)
    }
    carried_along = [
        str(found)
        for found in all_imports()
        if found.at_once and any(is_in(found.target, carrier) for carrier in carriers - {found.module})
    ]
    assert carried_along == []


@pytest.mark.parametrize(
    ("module", "source", "broken"),
    [
        ("desktop.engine.model", "import sqlalchemy", True),
        ("desktop.engine.model", "from lxml import etree", False),
        ("desktop.engine.model", "from desktop.store import base", True),
        ("desktop.engine.model", "from .values import Value", False),
        ("desktop.engine.model", "from ..store import base", True),
        ("desktop.engine.model", "def late():\n    import desktop.sales.leads", True),
        ("desktop.sales.leads", "if TYPE_CHECKING:\n    from ui.window import Window", True),
        ("desktop.actions.stage", "from desktop.store.transaction import Transaction", False),
        ("desktop.actions.stage", "from desktop.store.journal import entry_table", True),
        ("desktop.actions.stage", "import sqlalchemy as sa", True),
        ("desktop.queries.lists", "from sqlalchemy import select", False),
        ("desktop.workspace", "from PySide6.QtCore import QObject", True),
        ("desktop.workspace", "import ui.window", True),
        ("desktop.app", "import ui.window", False),
        ("ui.window", "from desktop.views.records import Person", False),
        ("ui.window", "from desktop.workspace import Workspace", False),
        ("ui.window", "from desktop.queries.lists import opportunities", True),
        ("ui.window", "from desktop import queries", True),
        ("ui.window", "import appdirs", True),
    ],
)
def test_the_rules_tell_right_from_wrong(tmp_path: Path, module: str, source: str, broken: bool):
    path = tmp_path / "module.py"
    path.write_text(source, encoding="utf-8")
    found = list(imports_of(module, path))
    assert any(breaks_the_house(one) or breaks_a_library_rule(one) for one in found) is broken


def run_python(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


WITHOUT_QT = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is asked for in a room without Qt")

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_the_core_can_be_imported_where_there_is_no_qt():
    core = [
        module
        for module, path in sources().items()
        if is_in(module, "desktop")
        and module not in PUTS_TOGETHER | {"desktop.__main__"}
        and not is_in(module, MIGRATIONS)
    ]
    run_python(WITHOUT_QT, *core)


LOADED = """
import importlib, sys

for name in sys.argv[1:]:
    importlib.import_module(name)
print(*{name.partition(".")[0] for name in sys.modules})
"""


def test_what_the_first_window_needs_loads_no_heavy_library():
    """Start-up: the window is shown first; SQLAlchemy and what else is heavy come meanwhile."""
    start = [
        module
        for module in sources()
        if is_in(module, "ui") or module in {"desktop.workspace", "desktop.app", "desktop.__main__"}
    ]
    assert NOT_AT_START & set(run_python(LOADED, *start).split()) == set()
