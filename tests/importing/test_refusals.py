"""What is wrong with a file or a mapping as a whole refuses the import and changes nothing; the message says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.importing.mapping import SHIPPED, parse, read_mapping
from desktop.views.exchange import Refused
from tests.importing.conftest import DATA, Importing

ROOT = Path(__file__).resolve().parents[2]
MAPPING = (ROOT / "resources" / "import" / SHIPPED).read_text(encoding="utf-8")


# Files ---------------------------------------------------------------------------------------------


def test_a_byte_order_mark_and_windows_line_ends_are_no_oddity(importing: Importing, folder: Path) -> None:
    for file in folder.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert importing.run(folder).added["opportunity"] == 12


def test_blank_lines_are_passed_over_and_counted(importing: Importing, edit) -> None:
    folder = edit("products.csv", "Filter,F,cheap", "\n,,\nFilter,F,cheap")
    assert ("products.csv", 8) in {(found.file, found.line) for found in importing.run(folder).findings}


def test_cells_with_line_breaks_do_not_shift_the_numbers(importing: Importing, edit) -> None:
    folder = edit("products.csv", "Valve,V,99\n", '"Val\nve",V,99\n')
    refusal = importing.refused(edit("products.csv", "Filter,F,cheap", "Filter,F"))
    assert refusal.sentence == "products.csv:7: 2 cells, but 3 columns. Nothing was changed."
    assert folder.is_dir()


def test_a_missing_folder(importing: Importing, tmp_path: Path) -> None:
    refusal = importing.refused(tmp_path / "nowhere")
    assert refusal.sentence == f"There is no folder {tmp_path / 'nowhere'}. Nothing was changed."


def test_a_missing_file(importing: Importing, folder: Path) -> None:
    (folder / "accounts.csv").unlink()
    assert importing.refused(folder).sentence == f"{folder} has no file accounts.csv. Nothing was changed."


def test_a_folder_in_place_of_a_file(importing: Importing, folder: Path) -> None:
    (folder / "accounts.csv").unlink()
    (folder / "accounts.csv").mkdir()
    assert importing.refused(folder).code == "import-file-unreadable"


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_an_empty_file(importing: Importing, folder: Path, content: str) -> None:
    (folder / "accounts.csv").write_text(content, encoding="utf-8")
    assert importing.refused(folder).code == "import-file-empty"


def test_another_encoding_names_the_line(importing: Importing, edit) -> None:
    folder = edit("accounts.csv", "Kenya,Loop A", "Kenya,Lööp A")
    text = (folder / "accounts.csv").read_text(encoding="utf-8")
    (folder / "accounts.csv").write_text(text, encoding="latin-1")
    assert importing.refused(folder).sentence.startswith("accounts.csv:5: this is not text in utf-8.")


def test_utf_16_is_not_taken_for_cells(importing: Importing, folder: Path) -> None:
    text = (folder / "accounts.csv").read_text(encoding="utf-8")
    (folder / "accounts.csv").write_text(text, encoding="utf-16")
    assert importing.refused(folder).code == "import-encoding"


def test_zero_bytes_are_not_text(importing: Importing, edit) -> None:
    assert importing.refused(edit("accounts.csv", "Loop B,medical", "Loop\0B,medical")).code == "import-encoding"


def test_another_delimiter_is_named(importing: Importing, folder: Path) -> None:
    text = (folder / "products.csv").read_text(encoding="utf-8")
    (folder / "products.csv").write_text(text.replace(",", ";"), encoding="utf-8")
    refusal = importing.refused(folder)
    assert refusal.sentence.startswith("products.csv:1: the columns are separated by “;”, the mapping says “,”.")


def test_a_missing_column_is_named_with_those_that_are_there(importing: Importing, edit) -> None:
    refusal = importing.refused(edit("products.csv", "sales_price", "price"))
    expected = "products.csv:1: there is no column “sales_price”. The columns are: product, series, price."
    assert refusal.sentence == f"{expected} Nothing was changed."


def test_a_column_that_is_there_twice(importing: Importing, edit) -> None:
    refusal = importing.refused(edit("accounts.csv", "subsidiary_of", "subsidiary_of,sector"))
    assert refusal.sentence == "accounts.csv:1: there are two columns “sector”. Nothing was changed."


@pytest.mark.parametrize(("line", "found"), [("Filter,F", 2), ("Filter,F,1,1", 4)])
def test_too_few_or_too_many_cells(importing: Importing, edit, line: str, found: int) -> None:
    refusal = importing.refused(edit("products.csv", "Filter,F,cheap", line))
    assert refusal.sentence == f"products.csv:6: {found} cells, but 3 columns. Nothing was changed."


def test_a_quotation_that_does_not_end(importing: Importing, edit) -> None:
    refusal = importing.refused(edit("products.csv", "Valve,V,99", '"Valve,V,99'))
    assert refusal.code == "import-csv"
    assert refusal.parameters["place"] == "products.csv:4"


def test_a_mapping_that_does_not_fit_is_not_half_applied(importing: Importing, tmp_path: Path) -> None:
    """Day and month exchanged can still be read in some lines; more lines rejected than taken refuse all of them."""
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(MAPPING.replace("%m/%d/%Y", "%Y-%m-%d"), encoding="utf-8")
    refusal = importing.refused(DATA, mapping=mapping)
    assert refusal.code == "import-misfit"
    assert refusal.parameters["place"] == "sales_pipeline.csv:2"


def test_refusals_are_said_in_russian_too(importing: Importing, edit) -> None:
    importing.workspace.language = "ru"
    refusal = importing.refused(edit("products.csv", "Filter,F,cheap", "Filter,F"))
    assert refusal.sentence == "products.csv:6: ячеек 2, а столбцов 3. Ничего не изменено."


# Mappings ------------------------------------------------------------------------------------------


def test_the_shipped_mapping_is_sound() -> None:
    mapping = read_mapping(None)
    assert [entry.record for entry in mapping.files] == ["person", "product", "account", "opportunity"]


WRONG = [
    ("source = ", "sauce = ", "import-mapping-key-unknown"),
    ('source = "crm-sales-opportunities"', "", "import-mapping-key-missing"),
    ('source = "crm-sales-opportunities"', "source = 5", "import-mapping-value-wrong"),
    ('encoding = "utf-8"', 'encoding = "utf-9"', "import-mapping-value-wrong"),
    ('delimiter = ","', 'delimiter = ", "', "import-mapping-value-wrong"),
    ('record = "account"', 'record = "accounts"', "import-mapping-value-wrong"),
    ('record = "account"', 'record = "account"\ntitle = "{account}"', "import-mapping-key-unknown"),
    ('name = "accounts.csv"', 'name = "../accounts.csv"', "import-mapping-value-wrong"),
    ('name = "accounts.csv"', 'name = "products.csv"', "import-mapping-value-wrong"),
    ("employees = ", "employes = ", "import-mapping-key-unknown"),
    ('key = { column = "opportunity_id" }', "", "import-mapping-key-missing"),
    ('key = { column = "opportunity_id" }', 'key = "opportunity_id"', "import-mapping-value-wrong"),
    ('{ column = "opportunity_id" }', '{ colum = "opportunity_id" }', "import-mapping-key-unknown"),
    ('{ column = "opportunity_id" }', "{ }", "import-mapping-key-missing"),
    ('{ column = "opportunity_id" }', '{ column = "a", value = "b" }', "import-mapping-key-missing"),
    ('when_missing = "now"', 'when_missing = "yesterday"', "import-mapping-value-wrong"),
    ('when_unknown = "empty"', 'when_unknown = "guess"', "import-mapping-value-wrong"),
    ('unit = "millions"', 'unit = "dozens"', "import-mapping-value-wrong"),
    ('currency = "USD"', 'currency = "dollars"', "import-mapping-value-wrong"),
    (', currency = "USD" }', " }", "import-mapping-key-missing"),
    ("%m/%d/%Y", "%m/%Y", "import-mapping-value-wrong"),
    ('compare = "letters"', 'compare = "sound"', "import-mapping-value-wrong"),
    ("{account} / {product}", "{account.id}", "import-mapping-value-wrong"),
    ("{account} / {product}", "{account", "import-mapping-value-wrong"),
    ('Won = "closed_won"', "Won = 1", "import-mapping-value-wrong"),
    ("source = ", "[[files]]\nsource = ", "import-mapping-key-unknown"),
    ("[file.fields]", "[file.fields", "import-mapping-unreadable"),
]


@pytest.mark.parametrize(("right", "wrong", "code"), WRONG)
def test_a_mapping_is_checked_strictly(right: str, wrong: str, code: str) -> None:
    assert right in MAPPING
    with pytest.raises(Refused) as caught:
        parse(MAPPING.replace(right, wrong), "own.toml")
    assert caught.value.code == code
    assert caught.value.parameters["mapping"] == "own.toml"


def test_a_mapping_that_is_wrong_changes_nothing_and_says_where(importing: Importing, tmp_path: Path) -> None:
    mapping = tmp_path / "own.toml"
    mapping.write_text(MAPPING.replace("employees = ", "employes = "), encoding="utf-8")
    refusal = importing.refused(DATA, mapping=mapping)
    assert refusal.sentence.startswith("own.toml, accounts.csv, fields: “employes” means nothing here. Known are: ")


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_mapping_that_cannot_be_read(importing: Importing, tmp_path: Path, content: bytes | None) -> None:
    mapping = tmp_path / "own.toml"
    if content is not None:
        mapping.write_bytes(content)
    assert importing.refused(DATA, mapping=mapping).code == "import-mapping-unreadable"


def test_a_mapping_of_ones_own(importing: Importing, tmp_path: Path) -> None:
    """Other names, another delimiter, encoding, date format and unit: nothing of that is code."""
    (tmp_path / "team.txt").write_text("Имя\nМария Ким\n", encoding="cp1251")
    (tmp_path / "deals.txt").write_text(
        "Номер;Чей;Этап;Когда;Сколько\n7;Мария Ким;выиграна;31.12.2017;1.5\n8;мария ким;начата;;\n", encoding="cp1251"
    )
    mapping = tmp_path / "own.toml"
    mapping.write_text(
        """
        source = "own"
        encoding = "cp1251"
        delimiter = ";"
        [[file]]
        name = "deals.txt"
        record = "opportunity"
        [file.fields]
        key = { column = "Номер" }
        owner = { column = "Чей" }
        stage = { column = "Этап", values = { "выиграна" = "closed_won", "начата" = "proposal" } }
        created = { column = "Когда", format = "%d.%m.%Y" }
        closed = { column = "Когда", format = "%d.%m.%Y" }
        income = { column = "Сколько", unit = "thousands", currency = "EUR" }
        [[file]]
        name = "team.txt"
        record = "person"
        [file.fields]
        name = { column = "Имя" }
        """,
        encoding="utf-8",
    )
    report = importing.run(tmp_path, mapping=mapping)
    assert report.added == {"person": 1, "opportunity": 2}
    assert (report.runs, report.tasks) == (1, 3)
    from desktop.sales.tables import opportunity

    won = importing.row(opportunity, source_key="own:7")
    assert (won.title, won.income_minor, won.income_currency) == ("7", 150_000, "EUR")
