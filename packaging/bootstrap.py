"""Prepare everything that ``make`` needs, from nothing but a plain ``python3``.

``bootstrap.py runtime`` makes what the program needs to run, ``bootstrap.py development`` what its tests and
linters need besides, ``bootstrap.py run`` prepares the runtime part and then starts the program. The second
call finds a stamp and does nothing.

Only the standard library is used here, and nothing newer than Python 3.7 knows, so that an old ``python3``
can still say what is missing. Where packages come from is pip's and apt's own business: no host is named.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
STAMP = VENV / "dealwright-stamp.json"
UNFINISHED = VENV / "dealwright-unfinished"
PROJECT = ROOT / "pyproject.toml"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
OLDEST = (3, 11)
NEWER_NAMES = ("python3.11", "python3.12", "python3.13", "python3.14")
EXTRAS = {"runtime": "", "development": "[development,postgres]"}


class Library(NamedTuple):
    """A system library by the name the loader knows, and the Debian packages that may hold it."""

    soname: str
    packages: tuple


# What Qt's libraries in PySide6-Essentials ask the system for; found with ldd.
ALWAYS = (
    Library("libstdc++.so.6", ("libstdc++6",)),
    Library("libEGL.so.1", ("libegl1",)),
    Library("libGL.so.1", ("libgl1",)),
    Library("libX11.so.6", ("libx11-6",)),
    Library("libxkbcommon.so.0", ("libxkbcommon0",)),
    Library("libdbus-1.so.3", ("libdbus-1-3",)),
    Library("libfontconfig.so.1", ("libfontconfig1",)),
    Library("libfreetype.so.6", ("libfreetype6",)),
    Library("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Library("libgthread-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Library("libgssapi_krb5.so.2", ("libgssapi-krb5-2",)),
)
WITH_X11 = (
    Library("libX11-xcb.so.1", ("libx11-xcb1",)),
    Library("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
    Library("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    Library("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    Library("libxcb-image.so.0", ("libxcb-image0",)),
    Library("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    Library("libxcb-randr.so.0", ("libxcb-randr0",)),
    Library("libxcb-render.so.0", ("libxcb-render0",)),
    Library("libxcb-render-util.so.0", ("libxcb-render-util0",)),
    Library("libxcb-shape.so.0", ("libxcb-shape0",)),
    Library("libxcb-shm.so.0", ("libxcb-shm0",)),
    Library("libxcb-sync.so.1", ("libxcb-sync1",)),
    Library("libxcb-util.so.1", ("libxcb-util1",)),
    Library("libxcb-xfixes.so.0", ("libxcb-xfixes0",)),
    Library("libxcb-xkb.so.1", ("libxcb-xkb1",)),
)
WITH_WAYLAND = (
    Library("libwayland-client.so.0", ("libwayland-client0",)),
    Library("libwayland-cursor.so.0", ("libwayland-cursor0",)),
    Library("libwayland-egl.so.1", ("libwayland-egl1",)),
)


class CannotPrepare(Exception):
    """Something is missing that may not or cannot be installed from here; the text says what to do."""


def say(text: str) -> None:
    """Tell the person at the console what is going on."""
    print(text, file=sys.stderr, flush=True)


# Python itself


def use_new_enough_python() -> None:
    """Go on under a Python of at least 3.11, replacing this process where ``python3`` is older.

    Raises CannotPrepare where there is none.
    """
    if sys.version_info[:2] >= OLDEST:
        return
    for name in NEWER_NAMES:
        found = shutil.which(name)
        if found:
            os.execv(found, [found, *sys.argv])  # noqa: S606 (one argument list, no shell)
    raise CannotPrepare(
        "Dealwright needs Python 3.11 or newer; python3 here is {}.{}.\n"
        "Debian 12, Ubuntu 24.04 and newer have it as python3. Where python3.11 or newer is installed under "
        "its own name, it is found by itself.".format(*sys.version_info[:2])
    )


def require_venv_module() -> None:
    """Make sure that this Python can make virtual environments with pip, by apt where that is allowed."""
    if can_make_venv():
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if not install_packages([package]):
        install_packages(["python3-venv"])
    if not can_make_venv():
        raise CannotPrepare(f"Python's venv and pip are missing. On Debian or Ubuntu:\n  {by_hand([package])}")


def base_python() -> str:
    """The Python to make .venv with: not the one inside it, should that be the active one."""
    return getattr(sys, "_base_executable", None) or sys.executable


def can_make_venv() -> bool:
    """Whether ``python -m venv`` would work; asked of a new process because apt may just have changed it."""
    return subprocess.run([base_python(), "-c", "import venv, ensurepip"], stderr=subprocess.DEVNULL).returncode == 0


# Debian's packages


def apt_get() -> list:
    """Give the command that runs apt-get with the right to install; empty where there is no such right."""
    if not shutil.which("apt-get"):
        return []
    settings = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if os.geteuid() == 0:
        return settings
    if shutil.which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if asked.returncode == 0:
            return ["sudo", "-n", *settings]
    return []


def install_packages(packages: list) -> bool:
    """Install Debian packages where that is allowed; True when apt-get says that it did."""
    command = apt_get()
    if not command:
        return False
    say("Installing system packages: {}".format(" ".join(packages)))
    install = ["install", "-y", "-qq", "--no-install-recommends", *packages]
    if all(is_known(package) for package in packages) and apt_succeeds(command + install):
        return True
    update_lists()
    return apt_succeeds(command + install, tell=True)


def update_lists() -> None:
    """Fetch apt's lists of packages anew, where that is allowed."""
    if apt_get():
        apt_succeeds([*apt_get(), "update", "-qq"])


def apt_succeeds(command: list, tell: bool = False) -> bool:
    """Run apt-get without its chatter; where it fails and ``tell`` is set, its words go to the console."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0 and tell:
        say(done.stdout.decode(errors="replace").strip())
    return done.returncode == 0


def is_known(package: str) -> bool:
    """Whether apt's lists on this computer know a package that can be installed."""
    if not shutil.which("apt-cache"):
        return False
    shown = subprocess.run(["apt-cache", "show", "--no-all-versions", package], capture_output=True)
    return shown.returncode == 0 and bool(shown.stdout)


def by_hand(packages: list) -> str:
    """Give the one command that a person with the right to install can type."""
    return "sudo apt-get update && sudo apt-get install -y --no-install-recommends {}".format(" ".join(packages))


# System libraries


def needed_libraries(screen: str) -> tuple:
    """List what Qt needs on a screen: "x11", "wayland" or "offscreen"."""
    return ALWAYS + {"x11": WITH_X11, "wayland": WITH_WAYLAND}.get(screen, ())


def missing_libraries(libraries: tuple) -> list:
    """Those of the libraries that the loader does not find."""
    return [library for library in libraries if not can_load(library.soname)]


def can_load(soname: str) -> bool:
    """Whether the loader finds a library by its name."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def packages_for(libraries: list) -> list:
    """The Debian packages that hold the libraries, each once, under the name this release knows."""
    chosen = []
    for library in libraries:
        known = [name for name in library.packages if is_known(name)]
        name = known[0] if known else library.packages[-1]
        if name not in chosen:
            chosen.append(name)
    return chosen


def require_libraries(screen: str) -> None:
    """Install the system libraries that Qt needs and this computer lacks.

    Raises CannotPrepare with the one command to type where that is not allowed here.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(needed_libraries(screen))
    if not missing:
        return
    if apt_get() and not any(is_known(name) for name in missing[0].packages):
        update_lists()
    packages = packages_for(missing)
    install_packages(packages)
    missing = missing_libraries(tuple(missing))
    if missing:
        names = ", ".join(library.soname for library in missing)
        raise CannotPrepare(f"Qt needs system libraries that are missing: {names}.\n  {by_hand(packages)}")


def find_screen() -> str:
    """Say where a window would open: "wayland", "x11", "native" (not Linux) or "offscreen" for nowhere.

    A DISPLAY that nothing answers on counts as no screen.
    """
    if not sys.platform.startswith("linux"):
        return "native"
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return "offscreen"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    if os.environ.get("DISPLAY") and x11_answers():
        return "x11"
    return "offscreen"


def x11_answers() -> bool:
    """Whether an X server answers on DISPLAY; taken for granted while the library to ask it is missing."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


# The virtual environment


def digest() -> str:
    """Fingerprint of what the environment is made from; a new one means: install again.

    The folder is part of it, since a virtual environment does not survive being moved. Settings of tools in
    pyproject.toml are not.
    """
    import tomllib

    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    parts = {
        "build": project["build-system"],
        "project": project["project"],
        "setuptools": project.get("tool", {}).get("setuptools"),
        "constraints": CONSTRAINTS.read_text(encoding="utf-8"),
        "folder": str(ROOT),
        "python": sys.version_info[:2],
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def read_stamp() -> dict:
    """Read what the last complete preparation left; empty when there was none or it was interrupted."""
    if UNFINISHED.exists() or not VENV_PYTHON.exists():
        return {}
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_ready(part: str, screen: str) -> bool:
    """Whether nothing is left to do for this part ("runtime", "development") on this screen."""
    stamp = read_stamp()
    return (
        stamp.get("digest") == digest()
        and part in stamp.get("parts", [])
        and (screen in stamp.get("screens", []) or screen == "native")
    )


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let one preparation run per checkout; a second one waits for the first."""
    import fcntl

    folder = ROOT / "build"
    folder.mkdir(exist_ok=True)
    with (folder / "bootstrap.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Waiting for another make that prepares .venv ...")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare(part: str, screen: str) -> None:
    """Make .venv hold the part, and the system the libraries; quick when that is already so.

    An environment that an interrupted call left half-made is thrown away and made anew.
    Raises CannotPrepare.
    """
    if is_ready(part, screen):
        return
    with one_at_a_time():
        if is_ready(part, screen):
            return
        require_libraries(screen)
        stamp = read_stamp()
        wanted = digest()
        parts = stamp.get("parts", []) if stamp.get("digest") == wanted else []
        if part not in parts:
            make_venv()
            install(part)
            parts = ["runtime", "development"] if part == "development" else ["runtime"]
        screens = sorted({screen, *stamp.get("screens", [])})
        write_stamp({"digest": wanted, "parts": parts, "screens": screens})


def write_stamp(stamp: dict) -> None:
    """Record a complete preparation, in one step: the file is never half-written."""
    draft = STAMP.with_suffix(".draft")
    draft.write_text(json.dumps(stamp), encoding="utf-8")
    draft.replace(STAMP)


def make_venv() -> None:
    """Make .venv where there is none, or none that is whole and of this Python."""
    if VENV.exists() and (UNFINISHED.exists() or not venv_works()):
        say("Throwing away a .venv that is not usable ...")
        shutil.rmtree(VENV)
    if VENV.exists():
        return
    require_venv_module()
    say("Making .venv ...")
    VENV.mkdir()
    UNFINISHED.touch()
    made = subprocess.run([base_python(), "-m", "venv", str(VENV)], stdout=sys.stderr)
    if made.returncode != 0:
        shutil.rmtree(VENV)
        raise CannotPrepare("Python could not make the virtual environment .venv; its message is above.")


def venv_works() -> bool:
    """Whether the Python in .venv starts, has pip and is of the same version as this one."""
    question = "import sys, pip; print(sys.version_info[:2] == {!r})".format(tuple(sys.version_info[:2]))
    try:
        answer = subprocess.run([str(VENV_PYTHON), "-c", question], capture_output=True, text=True)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == "True"


def install(part: str) -> None:
    """Install a part with pip, in the versions of packaging/constraints.txt, build tools included."""
    say("Installing into .venv (the first time about 100 MB) ...")
    was_whole = not UNFINISHED.exists()
    UNFINISHED.touch()
    constraints = str(CONSTRAINTS.relative_to(ROOT))
    environment = dict(os.environ)
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    environment["PIP_BUILD_CONSTRAINT"] = constraints
    # pip splits this variable at blanks: a path relative to the working folder is safe in every checkout.
    environment["PIP_CONSTRAINT"] = " ".join(filter(None, [os.environ.get("PIP_CONSTRAINT"), constraints]))
    environment["PIP_USER"] = "0"
    environment.pop("PYTHONPATH", None)
    command = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "-e", "." + EXTRAS[part]]
    installed = subprocess.run(command, cwd=str(ROOT), env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    if installed.returncode == 0 or was_whole:
        UNFINISHED.unlink()
    if installed.returncode != 0:
        raise CannotPrepare(
            "pip could not install what Dealwright needs; its message is above. The first time this needs a "
            "package index that pip can reach."
        )


# The program


def run_program(arguments: list) -> None:
    """Replace this process by the program: its window, or offscreen the tour where there is no screen."""
    screen = find_screen()
    prepare("runtime", screen)
    command = [str(VENV_PYTHON), "-m", "desktop", *arguments]
    if screen == "offscreen" and not arguments:
        say(
            "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY leads to one). The tour is played "
            "offscreen instead; a picture of each step goes to build/tour/."
        )
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        command += ["tour", "--out", "build/tour"]
    os.chdir(str(ROOT))
    os.execv(command[0], command)  # noqa: S606 (one argument list, no shell)


def main(arguments: list) -> int:
    """Run one of the commands: runtime, development, run [arguments for the program]."""
    try:
        use_new_enough_python()
        if arguments[:1] == ["run"]:
            run_program(arguments[1:])
        elif len(arguments) == 1 and arguments[0] in EXTRAS:
            prepare(arguments[0], "offscreen")
        else:
            raise CannotPrepare("Usage: bootstrap.py runtime | development | run [arguments]")
    except CannotPrepare as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        say("Interrupted; the next call starts afresh.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
