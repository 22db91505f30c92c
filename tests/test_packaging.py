"""How an empty checkout becomes a working one: packaging/bootstrap.py, constraints.txt, postgres.py.

The bootstrap is tried on a small project that brings its own build tool, so that no package index is needed.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from collections import namedtuple
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"

PROJECT = """
[build-system]
requires = []
build-backend = "builder"
backend-path = ["."]
[project]
name = "small"
version = "1"
[project.optional-dependencies]
development = []
postgres = []
"""
# The smallest build tool there is: its "wheel" holds the name and the extras of the project.
BUILDER = """
import os, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    with open("installs", "a") as log:
        log.write("installed\\n")
    assert not os.path.exists("broken")
    with zipfile.ZipFile(os.path.join(folder, "small-1-py3-none-any.whl"), "w") as wheel:
        info = "small-1.dist-info/"
        extras = "Provides-Extra: development\\nProvides-Extra: postgres\\n"
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\n" + extras)
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "")
    return "small-1-py3-none-any.whl"
"""


class Checkout:
    """A small project with our packaging/ in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(PACKAGING, folder / "packaging", ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
        (folder / "packaging" / "constraints.txt").write_text("# none\n")
        (folder / "pyproject.toml").write_text(PROJECT)
        (folder / "builder.py").write_text(BUILDER)
        (folder / "desktop").mkdir()
        (folder / "desktop" / "__main__.py").write_text("import sys; print('program', *sys.argv[1:])\n")

    @property
    def venv(self) -> Path:
        return self.folder / ".venv"

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        return subprocess.Popen(
            [sys.executable, self.folder / "packaging" / "bootstrap.py", *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str) -> tuple[int, str, str]:
        started = self.start(*arguments)
        output, messages = started.communicate(timeout=100)
        return started.returncode, output, messages

    def installs(self) -> int:
        log = self.folder / "installs"
        return len(log.read_text().splitlines()) if log.exists() else 0


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout in a folder with a blank in its name: two calls at once began its interrupted preparation anew."""
    made = Checkout(tmp_path_factory.mktemp("with a blank"))
    made.venv.mkdir()
    (made.venv / "dealwright-unfinished").touch()
    (made.venv / "rest").touch()
    both = [made.start("development"), made.start("development")]
    messages = [one.communicate(timeout=100)[1] for one in both]
    assert [one.returncode for one in both] == [0, 0], messages
    assert made.installs() == 1, "the second call waits for the first and finds everything done"
    return made


def test_a_prepared_checkout_is_left_alone(checkout: Checkout):
    before = checkout.installs()
    assert checkout.run("development") == (0, "", "")
    assert checkout.run("runtime") == (0, "", ""), "who can test can run"
    assert checkout.installs() == before


def test_settings_of_tools_do_not_cause_an_installation_but_constraints_do(checkout: Checkout):
    before = checkout.installs()
    with (checkout.folder / "pyproject.toml").open("a") as project:
        project.write("[tool.ruff]\nline-length = 99\n")
    assert checkout.run("development")[0] == 0
    assert checkout.installs() == before
    with (checkout.folder / "packaging" / "constraints.txt").open("a") as constraints:
        constraints.write("# changed\n")
    assert checkout.run("development")[0] == 0
    assert checkout.installs() == before + 1


def test_an_interrupted_preparation_is_begun_anew(checkout: Checkout):
    assert checkout.installs()
    assert not (checkout.venv / "rest").exists()
    assert not (checkout.venv / "dealwright-unfinished").exists()


def test_a_failed_installation_says_so_and_keeps_what_was_there(checkout: Checkout):
    (checkout.folder / "broken").touch()
    with (checkout.folder / "packaging" / "constraints.txt").open("a") as constraints:
        constraints.write("# changed again\n")
    (checkout.venv / "kept").touch()
    status, _output, messages = checkout.run("development")
    assert status == 1
    assert "pip could not install what Dealwright needs" in messages
    (checkout.folder / "broken").unlink()
    assert checkout.run("development")[0] == 0
    assert (checkout.venv / "kept").exists()


def test_without_a_screen_make_run_says_so_and_plays_the_tour(checkout: Checkout):
    status, output, messages = checkout.run("run")
    assert (status, output) == (0, "program tour --out build/tour\n")
    assert "There is no screen here" in messages


def test_arguments_of_make_run_go_to_the_program(checkout: Checkout):
    assert checkout.run("run", "check")[1] == "program check\n"


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dealwright_bootstrap", PACKAGING / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_can_still_read_the_bootstrap_and_says_what_it_needs(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
):
    ast.parse((PACKAGING / "bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    version = namedtuple("version", "major minor micro releaselevel serial")
    monkeypatch.setattr(sys, "version_info", version(3, 9, 2, "final", 0))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(bootstrap.CannotPrepare, match=r"needs Python 3\.11 or newer; python3 here is 3\.9"):
        bootstrap.use_new_enough_python()


def test_missing_system_libraries_are_named_with_the_one_command(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", "")  # no apt-get: nothing may be installed
    monkeypatch.setattr(bootstrap, "ALWAYS", (bootstrap.Library("libnotthere.so.9", ("libnotthere9",)),))
    with pytest.raises(bootstrap.CannotPrepare, match=r"libnotthere\.so\.9(.|\n)*apt-get install .*libnotthere9"):
        bootstrap.require_libraries("offscreen")


def test_libraries_that_are_there_are_not_missed(bootstrap: ModuleType):
    assert bootstrap.missing_libraries(bootstrap.ALWAYS) == [], "Qt runs here, or this test would not"


def test_libraries_of_the_window_system_are_asked_for_only_where_there_is_one(bootstrap: ModuleType):
    assert set(bootstrap.needed_libraries("offscreen")) < set(bootstrap.needed_libraries("x11"))
    assert set(bootstrap.needed_libraries("offscreen")) < set(bootstrap.needed_libraries("wayland"))


def test_a_display_on_which_nobody_answers_is_no_screen(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    assert bootstrap.find_screen() == "offscreen"
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert bootstrap.find_screen() == "wayland"


def test_every_dependency_is_pinned_to_one_version():
    lines = (PACKAGING / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    pinned = {re.sub(r"[._-]+", "-", pin.split("==")[0]).lower() for pin in pins}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *[name for extra in project["project"]["optional-dependencies"].values() for name in extra],
    ]
    names = {re.sub(r"[._-]+", "-", re.match(r"[\w.-]+", line)[0]).lower() for line in wanted}
    assert names <= pinned


def test_no_host_is_named():
    """Where packages come from is the business of pip's and apt's own settings."""
    for path in (ROOT / "Makefile", ROOT / ".ci" / "run", *PACKAGING.glob("*.py"), *PACKAGING.glob("*.txt")):
        assert "://" not in re.sub(r"postgresql\+psycopg://", "", path.read_text(encoding="utf-8")), path


def test_the_folder_packaging_does_not_hide_the_library_of_that_name():
    import packaging.version

    assert not (PACKAGING / "__init__.py").exists()
    assert "site-packages" in packaging.version.__file__


KILLED = """
import sys
sys.path.insert(0, sys.argv[1])
import postgres
with postgres.throw_away_server(postgres.find_binaries()) as url:
    print(url, flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, None])
def test_the_throw_away_postgres_is_gone_however_its_tests_end(how: signal.Signals | None):
    if not list(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        pytest.skip("PostgreSQL's server is not at hand")
    started = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(PACKAGING)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    folder = Path(started.stdout.readline().strip().partition("host=")[2])
    server = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
    ended = os.pidfd_open(server)
    try:
        if how is not None:
            started.send_signal(how)
        started.communicate(timeout=60)  # its input ends here
        import select

        assert select.select([ended], [], [], 60)[0], "the server still runs"
        assert how is not None or not folder.exists()
    finally:
        os.close(ended)
        shutil.rmtree(folder, ignore_errors=True)


def test_the_stamp_names_what_was_prepared(checkout: Checkout):
    stamp = json.loads((checkout.venv / "dealwright-stamp.json").read_text())
    assert stamp["parts"] == ["runtime", "development"]
    assert stamp["screens"] == ["offscreen"]
