"""The map of the keyboard as Markdown, made from the commands that there are, so that it cannot be wrong."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from ui.commands import Command


def keyboard_map(commands: Iterable[Command], rest: str) -> str:
    """Return one table for each group of commands; ``rest`` heads those without a group."""
    groups: dict[str, list[Command]] = {}
    for command in commands:
        if command.shortcut:
            groups.setdefault(command.group or rest, []).append(command)
    parts = []
    for group, found in groups.items():
        rows = "\n".join(f"| {_keys(command.shortcut)} | {_plain(command.title)} |" for command in found)
        parts.append(f"## {_plain(group)}\n\n| | |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def _keys(shortcut: str) -> str:
    """Return the keys as this system writes them, each in a code span."""
    native = QKeySequence.SequenceFormat.NativeText
    return " / ".join(f"`{QKeySequence(keys).toString(native)}`" for keys in shortcut.split(", ") if keys)


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it is written."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in text)
