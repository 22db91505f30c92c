"""How a measured figure is judged and shown: beside its floor, or by itself where there is none."""

import pytest

from tests.benchmarks.__main__ import names
from tests.benchmarks.figures import Figure, table


def test_a_figure_with_a_floor_is_judged_by_how_many_times_the_floor_it_is():
    assert Figure("start", 140.0, "ms", 1.5, 100.0, "empty window").is_kept
    assert not Figure("start", 151.0, "ms", 1.5, 100.0, "empty window").is_kept


def test_a_figure_without_a_floor_is_judged_by_itself():
    assert Figure("task", 4.9, "ms", 5).is_kept
    assert not Figure("task", 5.1, "ms", 5).is_kept


def test_the_table_shows_every_figure_beside_its_floor():
    text = table([Figure("start", 151.0, "ms", 1.5, 100.0, "empty window"), Figure("task", 4.0, "ms", 5)])
    lines = text.splitlines()
    assert lines[2].split("  ")[0] == "start"
    assert "100 ms (empty window)" in lines[2] and "1.51 x" in lines[2] and lines[2].endswith("MISSED")
    assert "5 ms" in lines[3] and lines[3].endswith("kept")


def test_all_measurements_are_found_by_their_file_names_and_unknown_ones_refused():
    assert "startup" in names([])
    assert names(["startup"]) == ["startup"]
    with pytest.raises(LookupError, match="no such measurement: weather"):
        names(["weather"])
