"""What is written is read back as it was, in both kinds of file, and no text is ever run as a formula."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.importing import values
from desktop.spreadsheets.formulas import harmless, unwrapped
from desktop.spreadsheets.reading import read_table
from desktop.spreadsheets.writing import write_table
from desktop.views.exchange import Money, Refused
from desktop.views.spreadsheets import ExportColumn, FileOptions
from tests.nightly import times

COLUMNS = (
    ExportColumn("title", "Title"),
    ExportColumn("amount", "Amount", "money", "Amount, currency"),
    ExportColumn("day", "Day", "date"),
    ExportColumn("at", "Moment", "moment"),
    ExportColumn("count", "Count", "number"),
)
BERLIN = ZoneInfo("Europe/Berlin")

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=30).map(
    lambda text: text.replace("\r", "").strip()
)
formulas = st.sampled_from(["=1+1", "+49 30 1", "-5", "@SUM(A1)", "'=x", "''-y", "=cmd|' /C calc'!A0", "1,5", "007"])
rows = st.tuples(
    st.one_of(texts, formulas),
    st.none() | st.builds(Money, st.integers(0, 10**12), st.sampled_from(["EUR", "RUB", "JPY"])),
    st.none() | st.dates(date(1950, 1, 1), date(2150, 1, 1)),
    # not the hour that a clock shows twice
    st.none()
    | st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
        lambda at: at.replace(second=0, microsecond=0, hour=12, tzinfo=UTC)
    ),
    st.none() | st.integers(-(10**9), 10**9),
)


def as_read(cells: tuple, columns: tuple[str, ...]) -> tuple:
    """What an import makes of the cells, in the order of COLUMNS."""
    title, amount, currency, day, at, count = (None if cell in (None, "") else cell for cell in cells)
    assert columns == ("Title", "Amount", "Amount, currency", "Day", "Moment", "Count")
    return (
        "" if title is None else values.text(title),
        None if amount is None else values.money(amount, values.currency(currency)),
        None if day is None else values.day(day, "dmy"),
        None if at is None else values.moment(at, "dmy", BERLIN),
        None if count is None else values.whole(count),
    )


@pytest.mark.parametrize(("kind", "delimiter", "point"), [("csv", ",", "."), ("csv", ";", ","), ("xlsx", ",", ".")])
@settings(max_examples=times(10, 300), suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(table=[("=HYPERLINK('http://x')", Money(1_234_567, "EUR"), None, None, -3)])
@given(table=st.lists(rows.filter(lambda row: any(cell not in (None, "") for cell in row)), min_size=1, max_size=5))
def test_what_is_exported_is_imported_as_it_was(tmp_path: Path, kind: str, delimiter: str, point: str, table) -> None:
    file = tmp_path / f"table.{kind}"
    count = write_table(file, COLUMNS, table, title="Deals: [1]", zone=BERLIN, delimiter=delimiter, decimal_point=point)
    assert count == len(table)
    read = read_table(file, FileOptions(delimiter=delimiter if kind == "csv" else ""))
    assert [as_read(row.cells, read.columns) for row in read.rows] == list(table)


@given(st.text(max_size=20))
def test_a_harmless_text_begins_with_no_sign_of_a_formula_and_is_given_back_whole(text: str) -> None:
    made = harmless(text)
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unwrapped(made) == text or "'" not in made


def test_in_csv_texts_are_wrapped_and_numbers_stay_numbers(tmp_path) -> None:
    file = tmp_path / "table.csv"
    write_table(file, COLUMNS, [("=1+1", Money(-150, "EUR"), None, None, -5)], title="x", zone=UTC)
    with file.open(encoding="utf-8-sig", newline="") as source:
        assert list(csv.reader(source))[1] == ["'=1+1", "-1.50", "EUR", "", "", "-5"]


def test_in_a_workbook_texts_are_texts_headings_bold_and_the_first_row_stands_still(tmp_path) -> None:
    from openpyxl import load_workbook

    file = tmp_path / "table.xlsx"
    at = datetime(2026, 7, 1, 12, tzinfo=UTC)
    write_table(file, COLUMNS, [("=1+1", Money(150, "EUR"), date(2026, 3, 2), at, 5)], title="a/b", zone=BERLIN)
    sheet = load_workbook(file).active
    assert sheet.title == "ab" and sheet.freeze_panes == "A2"
    assert [cell.font.bold for cell in sheet[1]] == [True] * 6
    title, amount, _currency, day, moment, _count = sheet[2]
    assert (title.data_type, title.value) == ("s", "=1+1")
    assert (amount.data_type, float(amount.value)) == ("n", 1.5)
    assert day.is_date and moment.is_date and moment.value.hour == 14


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_whatever_ends_the_writing_early_leaves_the_file_that_was_there(tmp_path, kind: str) -> None:
    file = tmp_path / f"table.{kind}"
    file.write_text("before", encoding="utf-8")

    def broken():
        yield ("a", None, None, None, None)
        raise Refused("export-cancelled")

    with pytest.raises(Refused):
        write_table(file, COLUMNS, broken(), title="x", zone=UTC)
    assert file.read_text(encoding="utf-8") == "before" and list(tmp_path.iterdir()) == [file]


def test_a_place_where_nothing_can_be_written_is_refused(tmp_path) -> None:
    with pytest.raises(Refused) as caught:
        write_table(tmp_path / "none" / "table.csv", COLUMNS, [], title="x", zone=UTC)
    assert caught.value.code == "table-unwritable"
