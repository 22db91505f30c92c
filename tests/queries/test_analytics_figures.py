"""Every figure of the dashboard against plain SQL on the CSV files, loaded into a SQLite of their own.

The real "CRM sales opportunities", where they lie beside the checkout.
"""

from __future__ import annotations

import csv
import sqlite3
import statistics
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.views.analytics import Tally
from desktop.views.behind import AnalyticsFilter, Behind
from desktop.views.exchange import Action, Money, Query
from desktop.views.rows import ListFilter
from desktop.workspace import Workspace

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "crm-sales-opportunities"
NOW = datetime(2018, 1, 15, 9, tzinfo=UTC)
YEAR = (date(2017, 1, 1), date(2017, 12, 31))
QUARTER = (date(2017, 4, 1), date(2017, 6, 30))


class Files:
    """The CSV files as tables, asked by plain SQL."""

    def __init__(self, folder: Path) -> None:
        self.database = sqlite3.connect(":memory:")
        for name in ("sales_pipeline", "products", "sales_teams"):
            with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                head, *lines = csv.reader(file)
            self.database.execute(f"CREATE TABLE {name} ({', '.join(head)})")
            places = ", ".join("?" for _ in head)
            self.database.executemany(f"INSERT INTO {name} VALUES ({places})", lines)
        self.database.create_function("iso", 1, iso)
        self.database.execute(
            """CREATE TABLE deal AS SELECT opportunity_id AS key, sales_agent AS rep, manager, p.product AS product,
               deal_stage AS stage, iso(engage_date) AS engaged, iso(close_date) AS closed,
               CAST(close_value AS INTEGER) AS value, CAST(sales_price AS INTEGER) AS price
               FROM sales_pipeline d
               JOIN products p ON replace(p.product, ' ', '') = replace(d.product, ' ', '')
               JOIN sales_teams USING (sales_agent)"""
        )

    def rows(self, sql: str, *parameters: object) -> list[Any]:
        return self.database.execute(sql, parameters).fetchall()

    def one(self, sql: str, *parameters: object) -> Any:
        return self.rows(sql, *parameters)[0]


def iso(text: str) -> str | None:
    if not text:
        return None
    month, day, year = map(int, text.split("/"))
    return f"{year:04d}-{month:02d}-{day:02d}"


class Board:
    """The dashboard of a workspace that the files were imported into."""

    def __init__(self, workspace: Workspace, files: Files) -> None:
        self.workspace, self.files = workspace, files

    def ask(self, name: str, **arguments: object) -> Any:
        return self.workspace.ask(Query(name, **arguments)).result()

    def behind(self, behind: Behind) -> int:
        """How many opportunities the list behind a number shows."""
        return len(self.ask("list_ids", subject="opportunity", filter=ListFilter(state="all", behind=behind)))

    def check(self, tally: Tally, count: int, total: int | None) -> None:
        """A number is the one of the files, and so is the list behind it."""
        assert (tally.count, tally.sums) == (count, (Money(100 * (total or 0), "USD"),))
        assert self.behind(tally.behind) == count


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    if not REAL.is_dir():
        pytest.skip("the real data (../shared/data/crm-sales-opportunities) are not beside this checkout")
    url = f"sqlite:///{tmp_path_factory.mktemp('figures') / 'work.db'}"
    workspace = Workspace.open(url, person="Anna Kern", clock=lambda: NOW, zone=UTC)
    files = Files(REAL)
    try:
        workspace.perform(Action("import_data", folder=REAL)).result()
        yield Board(workspace, files)
    finally:
        files.database.close()
        workspace.close()


@pytest.fixture(autouse=True, scope="module")
def threads_of_the_module(board: Board) -> None:
    """The workspace of the module is there before the first test looks for what is left running."""


def days(wanted: AnalyticsFilter) -> tuple[str, str]:
    return (wanted.first or date.min).isoformat(), (wanted.last or date.max).isoformat()


SPANS = [AnalyticsFilter(), AnalyticsFilter(*YEAR), AnalyticsFilter(*QUARTER)]


@pytest.mark.parametrize("wanted", SPANS, ids=["ever", "year", "quarter"])
def test_won_lost_and_win_rate(board, wanted):
    summary = board.ask("analytics_summary", filter=wanted)
    between = "closed BETWEEN ? AND ?"
    won = board.files.one(f"SELECT count(*), sum(value) FROM deal WHERE stage = 'Won' AND {between}", *days(wanted))
    lost = board.files.one(f"SELECT count(*), sum(price) FROM deal WHERE stage = 'Lost' AND {between}", *days(wanted))
    board.check(summary.won, *won)
    board.check(summary.lost, *lost)
    assert summary.win_rate == pytest.approx(won[0] / (won[0] + lost[0]))
    assert board.behind(summary.closed) == won[0] + lost[0]
    assert summary.currency == "USD", "no sale is in the workspace's EUR"
    if wanted == AnalyticsFilter():
        assert (won, summary.rate_before) == ((4238, 10_005_534), None)


def test_the_win_rate_before_is_that_of_the_quarter_before(board):
    summary = board.ask("analytics_summary", filter=AnalyticsFilter(*QUARTER))
    won, closed = board.files.one(
        "SELECT sum(stage = 'Won'), count(*) FROM deal WHERE closed BETWEEN '2017-01-01' AND '2017-03-31'"
    )
    assert summary.rate_before == pytest.approx(won / closed)


@pytest.mark.parametrize("wanted", SPANS, ids=["ever", "year", "quarter"])
def test_the_funnel(board, wanted):
    """An engaged sale has reached our Presentation, a won one every stage; prospects begin at the import."""
    first, last = days(wanted)
    value = "CASE stage WHEN 'Won' THEN value ELSE price END"
    born = f"coalesce(engaged, '{NOW.date()}') <= :last"
    alive = f"{born} AND (closed IS NULL OR closed >= :first)"
    expected = {
        "qualification": alive,
        "presentation": f"{alive} AND stage <> 'Prospecting'",
        "proposal": f"{alive} AND stage = 'Won' AND closed <= :last",
        "contracting": f"{alive} AND stage = 'Won' AND closed <= :last",
        "closed_won": f"{alive} AND stage = 'Won' AND closed <= :last",
    }
    funnel = board.ask("analytics_funnel", filter=wanted)
    assert [stage.code for stage in funnel] == list(expected)
    before = None
    for stage in funnel:
        sql = f"SELECT count(*), sum({value}) FROM deal WHERE {expected[stage.code]}"
        count, total = board.files.database.execute(sql, {"first": first, "last": last}).fetchone()
        assert (stage.code, stage.count, stage.sums) == (stage.code, count, (Money(100 * total, "USD"),))
        assert stage.conversion == (None if before is None else pytest.approx(count / before))
        assert board.behind(stage.behind) == count
        before = count


@pytest.mark.parametrize("wanted", SPANS[:2], ids=["ever", "year"])
def test_won_and_lost_by_month_reason_competitor_and_rep(board, wanted):
    outcomes = board.ask("analytics_outcomes", filter=wanted)
    by_month = {
        month: numbers
        for month, *numbers in board.files.rows(
            """SELECT substr(closed, 1, 7), sum(stage = 'Won'), sum(CASE stage WHEN 'Won' THEN value END),
                      sum(stage = 'Lost'), sum(CASE stage WHEN 'Lost' THEN price END)
               FROM deal WHERE closed BETWEEN ? AND ? GROUP BY 1""",
            *days(wanted),
        )
    }
    shown = {
        column.first.isoformat()[:7]: column for column in outcomes.columns if column.won.count or column.lost.count
    }
    assert set(shown) == set(by_month)
    for month, (won, value, lost, price) in by_month.items():
        board.check(shown[month].won, won, value)
        board.check(shown[month].lost, lost, price)
    by_rep = board.files.rows(
        """SELECT rep, sum(stage = 'Won'), sum(CASE stage WHEN 'Won' THEN value END),
                  sum(stage = 'Lost'), sum(CASE stage WHEN 'Lost' THEN price END)
           FROM deal WHERE closed BETWEEN ? AND ? GROUP BY 1 ORDER BY 3 DESC""",
        *days(wanted),
    )
    assert [row.label for row in outcomes.reps] == [rep for rep, *_ in by_rep]
    for row, (_, won, value, lost, price) in zip(outcomes.reps, by_rep, strict=True):
        board.check(row.won, won, value)
        board.check(row.lost, lost, price)
    (total,) = board.files.one(
        "SELECT count(*) FROM deal WHERE stage = 'Lost' AND closed BETWEEN ? AND ?", *days(wanted)
    )
    (other,) = [row for row in outcomes.reasons if row.lost.count]
    assert (other.label, other.lost.count, board.behind(other.lost.behind)) == ("Other", total, total)
    (nobody,) = outcomes.competitors
    assert (nobody.key, nobody.lost.count, board.behind(nobody.lost.behind)) == ("", total, total)


@pytest.mark.parametrize("wanted", SPANS, ids=["ever", "year", "quarter"])
def test_days_in_a_stage(board, wanted):
    """The files know how long a sale was engaged; 90 % is the nearest rank."""
    (presentation,) = board.ask("analytics_stages", filter=wanted)
    lengths = [
        length
        for (length,) in board.files.rows(
            "SELECT julianday(closed) - julianday(engaged) AS days FROM deal WHERE closed BETWEEN ? AND ? ORDER BY 1",
            *days(wanted),
        )
    ]
    assert (presentation.code, presentation.stays) == ("presentation", len(lengths))
    assert presentation.median == pytest.approx(statistics.median(lengths))
    assert presentation.ninety == pytest.approx(lengths[-(-9 * len(lengths) // 10) - 1])
    assert board.behind(presentation.behind) == len(lengths)


def test_the_weighted_forecast_and_the_drawn_one(board):
    wanted = AnalyticsFilter(date(2018, 1, 1), date(2018, 3, 31))
    forecast = board.ask("analytics_forecast", filter=wanted)
    count, total, weighted = board.files.one(
        """SELECT count(*), sum(price), sum(price * CASE stage WHEN 'Engaging' THEN 30 ELSE 10 END)
           FROM deal WHERE closed IS NULL"""
    )
    assert forecast.open_count == count == board.behind(forecast.behind)
    assert forecast.open_sums == (Money(100 * total, "USD"),)
    assert forecast.weighted == (Money(weighted, "USD"),)
    assert forecast.won == (Money(0, "USD"),)
    assert 0 < forecast.p10.minor < forecast.p50.minor < forecast.p90.minor < 100 * total
    assert forecast.closed == 1_000
    assert board.ask("analytics_forecast", filter=wanted) == forecast, "the same day gives the same numbers"


def test_a_period_that_is_over_has_no_forecast_but_what_was_won(board):
    forecast = board.ask("analytics_forecast", filter=AnalyticsFilter(*QUARTER))
    (won,) = board.files.one(
        "SELECT sum(value) FROM deal WHERE closed BETWEEN ? AND ?", *days(AnalyticsFilter(*QUARTER))
    )
    assert forecast.over
    assert (forecast.open_count, forecast.p50) == (0, None)
    assert forecast.weighted == forecast.won == (Money(100 * won, "USD"),)


def test_plan_against_fact_by_rep(board):
    table = board.ask("analytics_plan", year=2017, quarter=2, filter=AnalyticsFilter())
    facts = dict(
        board.files.rows(
            "SELECT rep, sum(value) FROM deal WHERE stage = 'Won' AND closed BETWEEN ? AND ? GROUP BY 1",
            *days(AnalyticsFilter(*QUARTER)),
        )
    )
    assert {row.person.label: row.fact.minor for row in table.rows if row.count} == {
        rep: 100 * value for rep, value in facts.items()
    }
    assert table.fact == Money(100 * sum(facts.values()), "USD")
    for row in table.rows:
        assert board.behind(row.behind) == row.count


def narrowed(board: Board, kind: str) -> tuple[AnalyticsFilter, str, str]:
    choices = board.ask("analytics_choices")
    refs = {"rep": choices.reps, "manager": choices.managers, "product": choices.products}[kind]
    sold = {name for (name,) in board.files.rows(f"SELECT DISTINCT {kind} FROM deal")}
    ref = next(ref for ref in refs if ref.label in sold)
    field = {"rep": "owner"}.get(kind, kind)
    return AnalyticsFilter(*YEAR, **{field: ref.id}), kind, ref.label


@pytest.mark.parametrize("kind", ["rep", "manager", "product"])
def test_narrowed_to_a_rep_a_team_or_a_product_every_figure_follows(board, kind):
    wanted, column, label = narrowed(board, kind)
    won = board.files.one(
        f"SELECT count(*), sum(value) FROM deal WHERE stage = 'Won' AND {column} = ? AND closed BETWEEN ? AND ?",
        label,
        *days(wanted),
    )
    assert won[0]
    board.check(board.ask("analytics_summary", filter=wanted).won, *won)
    funnel = board.ask("analytics_funnel", filter=wanted)
    assert (funnel[-1].count, funnel[-1].sums[0].minor) == (won[0], 100 * won[1])
    outcomes = board.ask("analytics_outcomes", filter=wanted)
    assert sum(row.won.count for row in outcomes.reps) == sum(row.won.count for row in outcomes.columns) == won[0]
    (engaged,) = board.files.one(
        f"SELECT count(*) FROM deal WHERE {column} = ? AND closed BETWEEN ? AND ?", label, *days(wanted)
    )
    assert sum(stage.stays for stage in board.ask("analytics_stages", filter=wanted)) == engaged
    assert board.ask("analytics_choices").first == date(2016, 10, 20)
