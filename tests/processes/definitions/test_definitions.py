"""The library: definitions by hash and version, and what their extension elements say."""

from __future__ import annotations

from datetime import timedelta
from importlib.resources import files

import pytest

from desktop.engine import DefinitionError
from desktop.processes.definitions import extensions
from desktop.processes.library import deployment
from desktop.processes.tables import process_definition
from tests.processes.conftest import DATA

SALE = files("resources").joinpath("processes", "corporate_sale.bpmn").read_bytes()
SHIPPED = 4
PAGES = (DATA / "pages.bpmn").read_bytes()


def test_the_shipped_process_is_there_from_the_start(desk):
    row = desk.row(process_definition, key="corporate_sale")
    assert (row.key, row.number, row.active, row.name_ru) == ("corporate_sale", 1, True, "Корпоративная продажа")
    assert {row.key: row.runs_on for row in desk.rows(process_definition)} == {
        "corporate_sale": "new",
        "lead_handover": "new",
        "follow_up": "won",
        "thank_participant": "called",
    }


def test_deploying_the_same_file_again_changes_nothing(desk, writing):
    with writing() as tx:
        deployment.deploy_shipped(tx)
    assert len(desk.rows(process_definition)) == SHIPPED


def test_another_file_of_the_same_key_is_the_next_version(desk, writing):
    with writing() as tx:
        deployment.deploy(tx, SALE.replace(b'name="Corporate sale"', b'name="Corporate sale!"', 1))
    first, second = desk.rows(process_definition, key="corporate_sale")
    assert (first.number, first.active) == (1, False)
    assert (second.number, second.active) == (2, True)


def test_a_run_stays_on_the_version_it_was_started_on(desk, writing):
    made = desk.run()
    with writing() as tx:
        deployment.deploy(tx, SALE.replace(b'"Prepare the presentation"', b'"Prepare a demonstration"', 1))
    desk.do("change_stage", opportunity=made, stage="presentation")
    desk.do("change_stage", opportunity=made, stage="qualification")
    titles = {card.title for card in desk.ask("opportunity_page", id=made).cards}
    assert "Prepare the presentation" in titles
    newer = desk.run()
    assert "Prepare a demonstration" in {card.title for card in desk.ask("opportunity_page", id=newer).cards}


def test_what_the_task_of_the_sale_says():
    spec = extensions.parse(SALE).tasks["contact_customer"]
    assert (spec.kind, spec.owner, spec.minutes, spec.due) == ("call", "opportunity.owner", 30, timedelta(days=1))
    assert (spec.start_at, spec.stage_code, spec.keeps_result) == ("contact_customer_at", "qualification", True)
    agreed = spec.result("presentation_agreed")
    assert (agreed.asks, agreed.when_variable, agreed.leads) == ("when", "presentation_at", "done")
    assert agreed.when_label.said("ru") == "Дата и время презентации"


def test_the_guide_of_a_stage_is_read_in_both_languages():
    stage = extensions.parse(SALE).stages["qualification"]
    assert stage.guides["en"].goal.startswith("Register the sale")
    assert len(stage.guides["ru"].steps) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P3D", timedelta(days=3)),
        ("PT4H", timedelta(hours=4)),
        ("P1DT30M", timedelta(days=1, minutes=30)),
        ("PT2H15M", timedelta(hours=2, minutes=15)),
    ],
)
def test_durations(text, expected):
    assert extensions.duration(text) == expected


@pytest.mark.parametrize("text", ["", "P", "PT", "P1M", "3D", "P-1D"])
def test_what_is_no_duration(text):
    with pytest.raises(ValueError, match="no duration"):
        extensions.duration(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'handler="register_opportunity"', b'handler="launch_rocket"'),
        (b'subject="opportunity">\n        <dw:label', b'subject="rocket">\n        <dw:label'),
        (b'isExecutable="true"', b'isExecutable="false"'),
    ],
)
def test_what_cannot_be_run_is_refused_when_it_is_deployed(desk, writing, before, after):
    assert before in PAGES
    with pytest.raises((ValueError, DefinitionError)), writing() as tx:
        deployment.deploy(tx, PAGES.replace(before, after, 1))
    assert len(desk.rows(process_definition)) == SHIPPED
