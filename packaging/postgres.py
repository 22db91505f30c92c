"""Run the tests of the data on SQLite and on a throw-away PostgreSQL (``make test-postgres``).

The server is one of Debian's packages, started in a temporary folder of its own, reachable through a socket
in that folder only, and stopped and deleted however the tests end. Other PostgreSQL servers on this computer
are neither used nor touched. Arguments go to pytest in place of the usual folders. Exit status: pytest's,
or 3 where no PostgreSQL server can be had.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import bootstrap

ROOT = Path(__file__).resolve().parent.parent
TESTED = ("tests/store", "tests/sales", "tests/actions", "tests/processes", "tests/queries")
NOT_AT_HAND = 3
PATIENCE = 60.0
# The data is thrown away: nothing has to survive a power cut.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "timezone": "UTC",
}


def find_binaries() -> Path | None:
    """Find the folder with initdb and postgres of the newest version on this computer."""
    on_path = shutil.which("initdb")
    versions = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    versions.sort(key=lambda folder: [int(part) for part in folder.parent.name.split(".") if part.isdigit()])
    if versions:
        return versions[-1]
    return Path(on_path).resolve().parent if on_path else None


def server_user() -> str | None:
    """Name whom the server runs as: PostgreSQL refuses root, so root lends it another user."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def as_user(user: str | None) -> dict[str, Any]:
    """Arguments of subprocess that start a program as that user."""
    if user is None:
        return {}
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def end_with_parent() -> None:
    """Have the kernel stop the server (SIGINT: at once, orderly) even if this program is killed."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGINT)


@contextmanager
def throw_away_server(binaries: Path) -> Iterator[str]:
    """Give the URL of a new, empty PostgreSQL that is gone afterwards."""
    user = server_user()
    # Directly under /tmp: the path of a socket may have 107 characters only.
    folder = Path(tempfile.mkdtemp(prefix="dealwright-postgres-", dir="/tmp"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        data, log = folder / "data", folder / "log"
        make = [binaries / "initdb", "-D", data, "-U", "dealwright", "--auth=trust", "--encoding=UTF8"]
        subprocess.run(
            [*make, "--locale=C.UTF-8", "--no-sync"],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            **as_user(user),
        )
        settings = {**SETTINGS, "unix_socket_directories": str(folder)}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with log.open("wb") as messages:
            server = subprocess.Popen(
                [binaries / "postgres", "-D", data, *options],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=messages,
                stderr=messages,
                start_new_session=True,
                preexec_fn=end_with_parent,
                **as_user(user),
            )
        try:
            wait_until_ready(binaries, folder, server, log)
            yield f"postgresql+psycopg://dealwright@/postgres?host={folder}"
        finally:
            stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_ready(binaries: Path, folder: Path, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server accepts connections; RuntimeError with its own words when it does not."""
    deadline = time.monotonic() + PATIENCE
    ask = [binaries / "pg_isready", "-q", "-h", folder, "-d", "postgres"]
    while subprocess.run(ask).returncode != 0:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.05)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server: orderly, and after ten seconds by force."""
    for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if server.poll() is not None:
            return
        server.send_signal(how)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            continue


def leave(number: int, _frame: FrameType | None) -> None:
    """Turn a signal into an exception, so that the server is stopped on the way out."""
    raise SystemExit(128 + number)


def main(arguments: list[str]) -> int:
    """Run pytest with a server beside it and give pytest's exit status."""
    binaries = find_binaries()
    if binaries is None and bootstrap.install_packages(["postgresql"]):
        binaries = find_binaries()
    if binaries is None:
        print(
            "PostgreSQL is not at hand and may not be installed from here: nothing was tested on it.\n"
            f"  {bootstrap.by_hand(['postgresql'])}",
            file=sys.stderr,
        )
        return NOT_AT_HAND
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    chosen = arguments or [folder for folder in TESTED if (ROOT / folder).exists()]
    if not chosen:
        print("There are no tests of the data yet.", file=sys.stderr)
        return 0
    with throw_away_server(binaries) as url:
        environment = {**os.environ, "DEALWRIGHT_TEST_POSTGRES": url}
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-n", "2", *chosen], cwd=ROOT, env=environment
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
