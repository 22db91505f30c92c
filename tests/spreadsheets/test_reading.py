"""Files of other programs become rows, or say in a sentence why not; no encoding, delimiter or damage is a surprise."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.spreadsheets import reading
from desktop.spreadsheets.reading import column_letters, read_table, shown
from desktop.texts import say
from desktop.views.exchange import Refused
from desktop.views.spreadsheets import FileOptions

RUSSIAN = "Название;Сумма\nСклад №1;1 200,50\n"


def read(tmp_path: Path, content: str | bytes, name: str = "table.csv", **options: object):
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(file, FileOptions(**options))


def refused(tmp_path: Path, content: str | bytes, name: str = "table.csv", **options: object) -> Refused:
    with pytest.raises(Refused) as caught:
        read(tmp_path, content, name, **options)
    for language in ("en", "ru"):
        assert name in say(language, caught.value.code, caught.value.parameters)
    return caught.value


@pytest.mark.parametrize(
    ("codec", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1251", "cp1251"),
    ],
)
def test_the_encoding_is_found_by_itself(tmp_path, codec: str, found: str) -> None:
    table = read(tmp_path, RUSSIAN.encode(codec))
    assert table.options.encoding == found
    assert table.columns == ("Название", "Сумма") and table.rows[0].cells == ("Склад №1", "1 200,50")


def test_western_letters_are_not_taken_for_cyrillic(tmp_path) -> None:
    table = read(tmp_path, "Name,Straße\nMüller,Größenstraße\nCafé,Où\n".encode("cp1252"))
    assert table.options.encoding == "cp1252" and table.rows[0].cells == ("Müller", "Größenstraße")


def test_a_wrong_encoding_is_refused_with_the_line_and_can_be_corrected(tmp_path) -> None:
    content = "Название\nСклад\nКасса\n".encode("cp1251")
    assert refused(tmp_path, content, encoding="utf-8").parameters["line"] == 1
    assert read(tmp_path, content, encoding="cp1251").rows[1].cells == ("Касса",)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_by_itself(tmp_path, mark: str) -> None:
    table = read(tmp_path, mark.join(["a", "b, c; d", "e"]) + "\n" + mark.join(["1", "2", "3"]) + "\n")
    assert table.options.delimiter == mark or len(table.columns) >= 3
    assert read(tmp_path, f"x{mark}y\n1{mark}2\n3{mark}4\n").columns == ("x", "y")


def test_the_delimiter_that_a_file_names_itself_is_taken_and_can_be_corrected(tmp_path) -> None:
    table = read(tmp_path, "sep=;\na;b,c\n1;2\n")
    assert table.columns == ("a", "b,c") and table.rows[0].number == 3
    assert read(tmp_path, "a;b,c\n1;2,3\n", delimiter=",").columns == ("a;b", "c")


def test_quotes_line_breaks_and_doubled_quotes_are_read_and_lines_are_counted_like_an_editor_does(tmp_path) -> None:
    table = read(tmp_path, 'a,b\n"x, ""y""\nz",1\n\n2,3\n')
    assert [(row.number, row.cells) for row in table.rows] == [(2, ('x, "y"\nz', "1")), (5, ("2", "3"))]


def test_an_unclosed_quote_is_refused_instead_of_swallowing_the_rest(tmp_path) -> None:
    assert refused(tmp_path, 'a,b\n1,2\n"3,4\n5,6\n').parameters["line"] == 3


def test_a_huge_cell_is_refused_with_its_line(tmp_path) -> None:
    assert refused(tmp_path, "a,b\n1," + "x" * 1_000_001 + "\n").code == "table-cell-too-long"


def test_zero_characters_are_left_out_and_said(tmp_path) -> None:
    table = read(tmp_path, "a,b\n1\0,2\n")
    assert table.rows[0].cells == ("1", "2") and table.notes == ("table-note-nul",)


def test_ragged_rows_are_filled_up_and_those_with_too_many_cells_are_marked(tmp_path) -> None:
    table = read(tmp_path, "a,b,c\n1\n1,2,3,4\n1,2,3,,\n")
    assert [row.cells for row in table.rows] == [("1", None, None), ("1", "2", "3"), ("1", "2", "3")]
    assert [row.overflows for row in table.rows] == [False, True, False]


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "table-empty"), (b"\n \n", "table-no-rows"), (b"a,b\n", "table-no-rows")]
)
def test_a_file_without_rows_says_so(tmp_path, content: bytes, code: str) -> None:
    assert refused(tmp_path, content).code == code


def test_a_file_that_is_not_there_says_so(tmp_path) -> None:
    with pytest.raises(Refused) as caught:
        read_table(tmp_path / "none.csv", FileOptions())
    assert caught.value.code == "table-unreadable"


def test_too_many_rows_columns_or_bytes_are_refused(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    assert refused(tmp_path, "a\n1\n2\n3\n").code == "table-too-many-rows"
    monkeypatch.setattr(reading, "MOST_COLUMNS", 2)
    assert refused(tmp_path, "a,b,c\n1,2,3\n").code == "table-too-many-columns"
    monkeypatch.setattr(reading, "LARGEST", 3)
    assert refused(tmp_path, "a,b\n1,2\n").code == "table-too-large"


def test_headings_are_named_by_their_letters_where_empty_and_numbered_where_double(tmp_path) -> None:
    assert read(tmp_path, "a,,a,a\n1,2,3,4\n").columns == ("a", "[B]", "a (2)", "a (3)")
    table = read(tmp_path, "1,2\n3,4\n", head=0)
    assert table.columns == ("[A]", "[B]") and len(table.rows) == 2
    assert read(tmp_path, "Report,,\nfor March,,\na,b,c\n1,2,3\n", head=3).columns == ("a", "b", "c")
    assert [column_letters(place) for place in (0, 25, 26, 701)] == ["A", "Z", "AA", "ZZ"]


# XLSX ----------------------------------------------------------------------------------------------


def workbook(fill) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    fill(book)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_a_workbook_keeps_its_types_and_its_sheets_can_be_chosen(tmp_path) -> None:
    def fill(book) -> None:
        sheet = book.active
        sheet.title = "First"
        sheet.append(["Text", "Whole", "Broken", "Day", "Moment", "Flag", "Midnight"])
        midnight = datetime(2026, 3, 2)  # noqa: DTZ001 - a workbook knows no time zones
        at = datetime(2026, 3, 2, 14, 30)  # noqa: DTZ001
        sheet.append(["=x", 5.0, 0.1, date(2026, 3, 2), at, True, midnight])
        sheet["A2"].data_type = "s"
        sheet["G2"].number_format = "yyyy-mm-dd hh:mm"
        second = book.create_sheet("Второй")
        second.append(["a"])
        second.append([1])

    content = workbook(fill)
    table = read(tmp_path, content, "book.xlsx")
    assert table.sheets == ("First", "Второй") and table.options.sheet == "First"
    assert table.rows[0].cells == (
        "=x",
        5,
        Decimal("0.1"),
        date(2026, 3, 2),
        datetime(2026, 3, 2, 14, 30),  # noqa: DTZ001
        True,
        datetime(2026, 3, 2),  # noqa: DTZ001
    )
    assert read(tmp_path, content, "book.xlsx", sheet="Второй").rows[0].cells == (1,)
    assert refused(tmp_path, content, "book.xlsx", sheet="None").code == "table-sheet-missing"


def test_a_formula_is_read_as_the_value_that_was_kept_with_it(tmp_path) -> None:
    content = workbook(lambda book: (book.active.append(["a", "b"]), book.active.append([1, "=A2+1"])))
    assert read(tmp_path, content, "book.xlsx").rows[0].cells == (1, None)  # no program has worked it out yet


def test_what_is_no_workbook_says_what_to_do(tmp_path) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(tmp_path, old, "old.xls").code == "table-old-format"
    locked = old + "EncryptedPackage".encode("utf-16-le")
    assert refused(tmp_path, locked, "locked.xlsx").code == "table-password"
    sound = workbook(lambda book: (book.active.append(["a"]), book.active.append([1])))
    assert refused(tmp_path, sound[: len(sound) // 2], "half.xlsx").code == "table-damaged"
    assert refused(tmp_path, b"Name\nAnna\n", "text.xlsx").code == "table-damaged"
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    assert refused(tmp_path, empty.getvalue(), "other.xlsx").code == "table-damaged"


def test_a_zip_bomb_and_xml_entities_are_refused_before_anything_is_unpacked(tmp_path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    assert refused(tmp_path, bomb.getvalue(), "bomb.xlsx").code == "table-bomb"
    entities = io.BytesIO()
    with zipfile.ZipFile(entities, "w") as archive:
        archive.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    assert refused(tmp_path, entities.getvalue(), "entities.xlsx").code == "table-damaged"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "yes"),
        (5, "5"),
        (Decimal("1E+3"), "1000"),
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 9), "2026-03-02 09:00"),  # noqa: DTZ001
    ],
)
def test_cells_are_shown_alike_in_every_language(cell, text: str) -> None:
    assert shown(cell) == text
