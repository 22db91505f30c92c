"""What only an administrator sets, in the middle of somebody else's story."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desktop.views.exchange import Done
from tests.journeys.hand import Hand


@contextmanager
def administrator(hand: Hand, section: str) -> Iterator[None]:
    """Otto Brand sits down at the window's settings, and the person before comes back afterwards."""
    before = hand.window.bridge.workspace.person_id
    hand.window.switch_person(hand.value("SELECT id FROM person WHERE name = 'Otto Brand'"))
    hand.rest()
    hand.command("Settings")
    hand.see("settingsPage")
    hand.window.page.show_section(section)
    hand.rest()
    yield
    hand.window.switch_person(before)
    hand.rest()


def administer(hand: Hand, name: str, /, **arguments: Any) -> Done:
    """Otto Brand does something elsewhere, in the same moment."""
    before = hand.window.bridge.workspace.person_id
    hand.do("switch_person", person=hand.value("SELECT id FROM person WHERE name = 'Otto Brand'"))
    done = hand.do(name, **arguments)
    hand.do("switch_person", person=before)
    return done
