"""``dealwright import FOLDER`` on the command line: summary, report, exit status, Ctrl+C."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.importing.command import ProgressLine
from desktop.texts import LANGUAGES, say
from tests.importing.conftest import DATA, Importing

ROOT = Path(__file__).resolve().parents[2]


def run(database_url: str, *arguments: object) -> int:
    return main(["--database", database_url, "import", *map(str, arguments)])


def test_the_summary_counts_and_names_the_rules(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(database_url, DATA) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0] == "Imported: 5 people, 3 products, 5 accounts, 12 opportunities."
    assert lines[1] == "The sales process runs on 7 open opportunities, with 10 tasks."
    assert "       3  repaired: the cell is empty; the field was left empty" in lines
    assert "       1  left out: the sale was closed before it began" in lines
    assert said.err.splitlines()[-1] == "Importing: 19 of 19 (100 %)"
    assert run(database_url, DATA) == 0
    assert capsys.readouterr().out.startswith("Nothing was new, nothing was changed.\n24 records were there already")


def test_the_report_lists_every_finding_with_file_and_line(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.csv"
    assert run(database_url, DATA, "--report", report, "--language", "ru") == 0
    with report.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 34
    assert rows[-1] == {
        "file": "sales_pipeline.csv",
        "line": "25",
        "record": "X11",
        "field": "income",
        "value": "'-5",
        "outcome": "rejected",
        "became": "",
        "rule": "number-wrong",
        "explanation": "это не число, которое может здесь стоять",
    }
    assert f"34 замечания с номерами строк записаны в {report}." in capsys.readouterr().out


def test_every_rule_has_its_sentence_and_its_line_in_the_documentation() -> None:
    documented = (ROOT / "docs" / "import.md").read_text(encoding="utf-8")
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "desktop" / "importing").glob("*.py"))
    texts = (ROOT / "resources" / "texts" / "en.ftl").read_text(encoding="utf-8")
    rules = [line.split(" =")[0].removeprefix("import-rule-") for line in texts.splitlines() if "import-rule-" in line]
    assert len(rules) > 20
    for rule in rules:
        assert f'"{rule}"' in source
        assert f"`{rule}`" in documented
        assert len({say(language, f"import-rule-{rule}") for language in LANGUAGES}) == len(LANGUAGES)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_progress_is_one_line_written_over() -> None:
    terminal = Terminal()
    progress = ProgressLine(terminal, "en")
    progress.show(0, 0)
    assert terminal.getvalue() == ""
    for done in (0, 100, 200):
        progress.show(done, 200)
    progress.end()
    lines = ["0 of 200 (0 %)", "100 of 200 (50 %)", "200 of 200 (100 %)"]
    assert terminal.getvalue() == "".join(f"\rImporting: {line}\x1b[K" for line in lines) + "\n"


def test_a_refusal_is_said_and_leaves_no_report(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.csv"
    assert run(database_url, tmp_path / "nowhere", "--report", report) == 1
    assert capsys.readouterr().err == (f"dealwright: There is no folder {tmp_path / 'nowhere'}. Nothing was changed.\n")
    assert not report.exists()


def test_a_report_that_cannot_be_written_is_said_before_the_work(
    database_url: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(database_url, folder, "--report", folder / "none" / "report.csv") == 1
    assert "Nothing was imported." in capsys.readouterr().err
    before = (folder / "accounts.csv").read_bytes()
    assert run(database_url, folder, "--report", folder / "accounts.csv") == 1
    assert "stands among the files to import" in capsys.readouterr().err
    assert (folder / "accounts.csv").read_bytes() == before


def test_a_workspace_that_cannot_be_opened_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.db").write_text("this is not a database", encoding="utf-8")
    assert run(f"sqlite:///{tmp_path / 'text.db'}", DATA) == 1
    assert capsys.readouterr().err.startswith("dealwright: The file is not a Dealwright workspace.")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C of another process is sent by a POSIX signal here")
def test_interrupting_cancels_and_changes_nothing(importing: Importing, many: Path) -> None:
    before = importing.everything()
    command = [sys.executable, "-m", "desktop", "--database", importing.engine.url.render_as_string(False)]
    with subprocess.Popen(
        [*command, "import", str(many)], cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("Importing: 0 of 600")
        os.kill(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert said.splitlines()[-1] == "dealwright: The import was cancelled. Nothing was changed."
    assert process.returncode == 1
    assert importing.everything() == before
