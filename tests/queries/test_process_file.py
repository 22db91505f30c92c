"""Import and export give the same model: what a definition was made from is kept byte by byte (N6)."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from sqlalchemy import select

from desktop.engine import DefinitionError
from desktop.processes.library import deployment
from desktop.processes.tables import process_definition
from desktop.store.database import Database
from desktop.store.transaction import Transaction

ROOT = Path(__file__).parents[2]
OURS = sorted((ROOT / "resources" / "processes").glob("*.bpmn"))
REFERENCE = sorted((ROOT.parent / "shared" / "data" / "bpmn-miwg").glob("*.bpmn"))
TINY = b"""<?xml version="1.0" encoding="UTF-8"?>
<!-- written by another tool -->
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
  id="d" targetNamespace="urn:t" x:y="z" xmlns:x="urn:o">
  <b:process id="tiny" isExecutable="true"><b:startEvent id="s" x:colour='red'>
    <b:extensionElements><x:tool kept="yes">as <x:it/> is</x:tool></b:extensionElements></b:startEvent></b:process>
</b:definitions>
"""


def test_n6_what_is_imported_comes_out_byte_by_byte(desk, clock, database_url: str) -> None:
    """Every file that the library accepts: ours, the reference models among them, foreign extensions and comments."""
    files = [file.read_bytes() for file in (*OURS, *REFERENCE)] + [TINY]
    files += [file.read_bytes().replace(b'isExecutable="false"', b'isExecutable="true"') for file in REFERENCE]
    database = Database.open(database_url)
    taken: dict[int, bytes] = {}
    for xml in files:
        with database.writing() as connection:
            tx = Transaction(connection, action="test", person_id=desk.workspace.person_id, now=clock())
            try:
                taken[deployment.deploy(tx, xml, "a.bpmn")] = xml
            except (DefinitionError, ValueError):
                continue
            tx.finish()
    database.close()
    assert len(taken) > len(OURS), "ours and at least the tiny one"
    for number, xml in taken.items():
        out = desk.see("process_file", definition=number)
        assert out == xml
        assert etree.tostring(etree.fromstring(out), method="c14n") == etree.tostring(
            etree.fromstring(xml), method="c14n"
        )


def test_n6_the_shipped_processes_come_out_as_they_were_shipped(desk, database_url: str) -> None:
    database = Database.open(database_url)
    with database.reading() as connection:
        numbers = connection.execute(select(process_definition.c.id)).scalars().all()
    database.close()
    out = {desk.see("process_file", definition=number) for number in numbers}
    assert out == {file.read_bytes() for file in OURS}
