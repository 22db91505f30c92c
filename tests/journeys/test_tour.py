"""The tour plays through in both languages and themes: the story of the issue by real clicks and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.app import application, run_tour
from tests.nightly import AT_NIGHT

STEPS = 55
TOURS = [("en", "light"), *([("ru", "dark")] if AT_NIGHT else [])]
"""By day the English tour alone: other stories of this folder walk through every page and popup in Russian."""


@pytest.mark.parametrize(("language", "theme"), TOURS)
def test_the_tour_plays_through(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, theme: str
) -> None:
    status = run_tour(tmp_path / "tour", language=language, theme=theme)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application("en", "light")
    told = capsys.readouterr()
    assert status == 0, told.err
    lines = told.out.splitlines()
    assert len(lines) >= STEPS and all(line.endswith("as it should be") for line in lines)
    pictures = sorted((tmp_path / "tour").glob("*.png"))
    assert len(pictures) == len(lines)
    assert min(picture.stat().st_size for picture in pictures) > 10_000


def test_the_tour_says_what_is_wrong_and_fails(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A story that expects what the rules do not say stops there, with status 1 and a picture of it."""
    from ui.tour import story

    monkeypatch.setattr(story.Story, "open_menu", lambda self: self.check(False, "nothing is ever right"))
    status = run_tour(tmp_path / "tour", language="en", theme="light")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert status == 1
    assert "nothing is ever right" in capsys.readouterr().err
    assert [picture.name for picture in (tmp_path / "tour").glob("*wrong.png")] == ["02-run-process-menu-wrong.png"]
