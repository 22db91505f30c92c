"""A workspace file of every released program opens in this one, with all that stood in it and all that is new.

``workspace-0001.db.xz`` was written by the first release: Boris Lang sells for Maria Stein; one sale in its process
with one task done, one sale made by hand with a call planned, one lead. ``workspace-0002.db.xz`` was written by the
second.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.views.exchange import Action, Query
from desktop.workspace import Workspace

HERE = Path(__file__).parent
NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def released(folder: Path, number: int) -> Workspace:
    file = folder / "workspace.db"
    file.write_bytes(lzma.decompress((HERE / f"workspace-{number:04d}.db.xz").read_bytes()))
    return Workspace.open(f"sqlite:///{file}", person="Boris Lang", clock=lambda: NOW, zone=UTC)


@pytest.fixture
def first_release(tmp_path: Path) -> Iterator[Workspace]:
    workspace = released(tmp_path, 1)
    yield workspace
    workspace.close()


@pytest.fixture
def second_release(tmp_path: Path) -> Iterator[Workspace]:
    workspace = released(tmp_path, 2)
    yield workspace
    workspace.close()


def test_a_sale_of_the_first_release_goes_on_in_its_process(first_release: Workspace, tmp_path: Path) -> None:
    """R6, R16: the run that an older program stored is the run that this one continues; a copy is kept beside it."""
    assert len(list(tmp_path.glob("workspace-before-upgrade-*.db"))) == 1
    page = first_release.ask(Query("opportunity_page", id=1)).result()
    (card,) = page.cards
    assert card.title.startswith("Contact the customer")
    when = datetime(2026, 3, 5, 10, 0, tzinfo=UTC)
    first_release.perform(
        Action("complete_task", activity=card.activity_id, result="presentation_agreed", when=when)
    ).result()
    page = first_release.ask(Query("opportunity_page", id=1)).result()
    assert page.probability == 30
    assert [card.title for card in page.cards] == ["Presentation"]


def test_what_came_later_works_on_a_workspace_of_the_first_release(first_release: Workspace) -> None:
    """New lookups are filled, old records are in the search, new tables take rows."""
    (found,) = first_release.ask(Query("find", text="harbour")).result()
    assert (found.subject, found.id) == ("opportunity", 2)
    assert "draft" in {choice.code for choice in first_release.ask(Query("choices", lookup="order_status")).result()}
    done = first_release.perform(Action("create_order", opportunity=2)).result()
    assert first_release.ask(Query("order_page", id=done.result["order"])).result().number


def test_the_runs_of_the_second_release_go_on_where_they_stood(second_release: Workspace) -> None:
    """R4, R6, R16: a stage that an older program began is finished, and left, by this one."""
    page = second_release.ask(Query("opportunity_page", id=2)).result()
    assert page.probability == 60
    tasks = [card for card in page.cards if card.process_label]
    assert len(tasks) == 3
    second_release.perform(Action("change_stage", opportunity=2, stage="contracting")).result()
    page = second_release.ask(Query("opportunity_page", id=2)).result()
    assert not {card.activity_id for card in tasks} & {card.activity_id for card in page.cards}
    assert len([card for card in page.cards if card.process_label]) == 3
