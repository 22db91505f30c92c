"""The command line: the window (the default), the tour, import, backup and check."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import paths

LANGUAGES = ("en", "ru")
THEMES = ("system", "light", "dark")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; return the exit status: 0 done, 1 refused or failed, 2 unusable."""
    options = _parser().parse_args(arguments)
    command = options.command or "window"
    if command == "window":
        gc.disable()  # nothing that the start makes is garbage; ui.garbage collects from then on
        from desktop import app

        return app.run(database_url(options), language=options.language, theme=options.theme, home=options.home)
    if command == "tour":
        from desktop import app

        return app.run_tour(options.out, language=options.language or "en", theme=options.theme or "light")
    return _without_window(command, options)


def _without_window(command: str, options: argparse.Namespace) -> int:
    from desktop.texts import say
    from desktop.views.exchange import Refused, Trouble

    language = options.language or "en"
    try:
        if command == "import":
            from desktop.importing.command import run_import

            return run_import(
                database_url(options), options.folder, mapping=options.mapping, report=options.report, language=language
            )
        from desktop.store import backup

        if command == "backup":
            backup.backup(database_url(options), options.target)
            print(options.target)
            return 0
        problems = backup.check(database_url(options))
        for problem in problems:
            print(say(language, problem.code, problem.parameters), file=sys.stderr)
        print(say(language, "check-done", {"problems": len(problems)}))
        return 1 if problems else 0
    except (Refused, Trouble) as error:
        sentence = error.sentence or say(language, error.code, error.parameters)
        print(f"dealwright: {sentence}", file=sys.stderr)
        return 1


def database_url(options: argparse.Namespace) -> str:
    """Return the SQLAlchemy URL of the workspace: the one named (a URL or an SQLite file), or the person's own."""
    named: str | None = options.database
    if named is None:
        return f"sqlite:///{paths.database_file(options.home)}"
    return named if "://" in named else f"sqlite:///{Path(named).absolute()}"


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--database", metavar="URL", help="an SQLAlchemy URL or an SQLite file (default: your own)")
    common.add_argument("--home", type=Path, metavar="FOLDER", help="keep data and settings in this folder")
    common.add_argument("--language", choices=LANGUAGES, help="language of the window and of messages")
    common.add_argument("--theme", choices=THEMES, help="look of the window")
    parser = argparse.ArgumentParser(
        prog="dealwright",
        description="A desktop workplace for corporate sales, led by a process.",
        parents=[common],
    )
    # An option may stand before or after the command; the command's own default must not overrule the first.
    later = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    for action in common._actions:
        later._add_action(_without_default(action))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("window", parents=[later], help="open the window (the default)")
    tour = commands.add_parser(
        "tour", parents=[later], help="play the story by real clicks and take a picture per step"
    )
    tour.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the pictures go")
    load = commands.add_parser("import", parents=[later], help="load a folder of CSV files into the workspace")
    load.add_argument("folder", type=Path, metavar="FOLDER")
    load.add_argument("--mapping", type=Path, metavar="FILE", help="which column means what (default: the shipped one)")
    load.add_argument("--report", type=Path, metavar="FILE", help="write what was repaired or left out as CSV")
    copy = commands.add_parser("backup", parents=[later], help="copy the workspace and verify the copy")
    copy.add_argument("target", type=Path, metavar="FILE")
    commands.add_parser("check", parents=[later], help="look for damage in the workspace's file")
    return parser


def _without_default(action: argparse.Action) -> argparse.Action:
    import copy

    same = copy.copy(action)
    same.default = argparse.SUPPRESS
    return same


if __name__ == "__main__":
    sys.exit(main())
