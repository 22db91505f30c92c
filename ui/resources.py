"""Where the files that ship with the program are found."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Path of a shipped file, e.g. ``resource("icons", "play.svg")``; it is not checked that it exists."""
    return _ROOT.joinpath(*parts)
