"""The desk for the tests of processes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.actions.desk import Desk


@pytest.fixture
def desk(database_url: str, clock) -> Iterator[Desk]:
    """A prepared workspace in which Anna Kern, a rep, acts."""
    made = Desk(database_url, clock)
    yield made
    made.close()
