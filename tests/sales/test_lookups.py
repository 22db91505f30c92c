"""The lookups of an empty workspace: the texts of product.md letter for letter, stages as data (R10)."""

from __future__ import annotations

import pytest

from desktop.views.exchange import Query, Refused
from desktop.workspace import Workspace

STAGES = [
    ("qualification", "Qualification", "Квалификация", 10, False, False),
    ("presentation", "Presentation", "Презентация", 30, False, False),
    ("proposal", "Proposal", "Коммерческое предложение", 60, False, False),
    ("contracting", "Contracting", "Контрактация", 80, False, False),
    ("closed_won", "Closed won", "Завершена с победой", 100, True, True),
    ("closed_lost", "Closed lost", "Завершена с проигрышем", 0, True, False),
]
LEAD_STAGES = [
    ("qualification", "Qualification", "Квалификация"),
    ("distribution", "Distribution", "Распределение"),
    ("handoff", "Handoff to sales", "Перевод в продажу"),
    ("awaiting_sale", "Awaiting sale", "Ожидание продажи"),
    ("satisfied", "Satisfied", "Потребность удовлетворена"),
    ("disqualified", "Disqualified", "Дисквалифицирован"),
]


def test_stages_of_opportunities_are_those_of_the_product(desk):
    rows = desk.see("stages")
    assert [(r.code, r.name_en, r.name_ru, r.percent, r.final, r.successful) for r in rows] == STAGES
    assert all(row.on_bar and row.used == 0 for row in rows)


@pytest.mark.parametrize(("language", "word"), [("en", "decision maker"), ("ru", "решение")])
def test_every_stage_says_its_goal_in_the_language_of_whoever_makes_the_workspace(tmp_path, clock, language, word):
    workspace = Workspace(f"sqlite:///{tmp_path / 'new.db'}", language=language, clock=clock)
    try:
        workspace.start().result()
        told = [row.description for row in workspace.ask(Query("stages")).result()]
    finally:
        workspace.close()
    assert all(len(text) > 40 for text in told)
    assert word in told[0]


def test_stages_of_leads_are_those_of_the_product(desk):
    english = desk.see("choices", lookup="lead_stage")
    desk.workspace.language = "ru"
    russian = desk.see("choices", lookup="lead_stage")
    assert [(e.code, e.label, r.label) for e, r in zip(english, russian, strict=True)] == LEAD_STAGES


@pytest.mark.parametrize("lookup", ["need", "lead_source", "sector", "closing_reason"])
def test_every_list_of_values_has_values_in_both_languages(desk, lookup):
    english = desk.see("choices", lookup=lookup)
    desk.workspace.language = "ru"
    russian = desk.see("choices", lookup=lookup)
    assert len(english) >= 5
    assert [choice.code for choice in english] == [choice.code for choice in russian]
    assert all(any("а" <= letter.lower() <= "я" for letter in choice.label) for choice in russian)


def test_currencies_offered_begin_with_the_workspace_s_own(desk):
    assert desk.see("choices", lookup="currency")[0].code == "EUR"
    desk.do("save_setting", name="default_currency", value="chf")
    codes = [choice.code for choice in desk.see("choices", lookup="currency")]
    assert codes[0] == "CHF"
    assert codes.count("CHF") == 1


def test_preparing_again_changes_nothing_and_writes_no_journal(desk):
    done = desk.do("prepare_workspace")
    assert done.changes.action_id is None
    assert done.changes.touched == frozenset()


def test_preparing_with_a_newer_version_keeps_what_an_administrator_changed(desk, monkeypatch):
    from desktop.sales import lookups

    stage = desk.see("stages")[0]
    desk.do("save_stage", id=stage.id, version=1, fields={"name_en": "Discovery"})
    monkeypatch.setattr(lookups, "content_version", lambda: "a later version")
    desk.do("prepare_workspace")
    assert next(row.name_en for row in desk.see("stages")) == "Discovery"
    assert len(desk.see("stages")) == len(STAGES)


def test_r10_a_stage_that_is_added_is_on_every_stage_bar_at_once(desk):
    opportunity = desk.make("create_opportunity", title="Warehouse")
    stage = desk.make("create_stage", name_en="Pilot", name_ru="Пилот", number=25, percent=45)
    bar = desk.see("opportunity_page", id=opportunity).stage_bar
    assert [chip.code for chip in bar.stages] == [
        "qualification",
        "presentation",
        "pilot",
        "proposal",
        "contracting",
    ]
    assert next(chip for chip in bar.stages if chip.id == stage).percent == 45


def test_r10_a_stage_off_the_bar_is_shown_only_while_the_record_stands_there(desk):
    desk.do("create_stage", name_en="Parked", name_ru="Отложена", code="parked", on_bar=False)
    opportunity = desk.make("create_opportunity", title="Warehouse")
    codes = [chip.code for chip in desk.see("opportunity_page", id=opportunity).stage_bar.stages]
    assert "parked" not in codes
    desk.do("change_stage", opportunity=opportunity, stage="parked")
    codes = [chip.code for chip in desk.see("opportunity_page", id=opportunity).stage_bar.stages]
    assert "parked" in codes


def test_r9_r10_final_cannot_be_switched_while_opportunities_stand_there(desk):
    desk.make("create_opportunity", title="Warehouse")
    stage = next(row for row in desk.see("stages") if row.code == "qualification")
    with pytest.raises(Refused) as refusal:
        desk.do("save_stage", id=stage.id, version=stage.version, fields={"final": True})
    assert refusal.value.code == "stage-in-use"
    assert refusal.value.field == "final"
    assert "1 opportunity stands" in refusal.value.sentence
    free = next(row for row in desk.see("stages") if row.code == "contracting")
    desk.do("save_stage", id=free.id, version=free.version, fields={"final": True})
    assert next(row for row in desk.see("stages") if row.code == "contracting").final


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"name_en": " "}, "name-missing", "name_en"),
        ({"percent": 101}, "number-range", "percent"),
        ({"percent": "many"}, "number-wrong", "percent"),
        ({"successful": True}, "stage-success-needs-final", "successful"),
        ({"code": "Два слова"}, "code-wrong", "code"),
        ({"code": "proposal"}, "code-taken", "code"),
    ],
)
def test_a_stage_that_makes_no_sense_is_refused(desk, fields, code, field):
    with pytest.raises(Refused) as refusal:
        desk.do("create_stage", **{"name_en": "Pilot", "name_ru": "Пилот", **fields})
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert len(desk.see("stages")) == len(STAGES)


def test_a_code_is_made_from_the_name_and_never_twice(desk):
    desk.do("create_stage", name_en="Proof of concept!", name_ru="Проверка")
    desk.do("create_stage", name_en="Proof of concept", name_ru="Проверка")
    codes = [row.code for row in desk.see("stages")]
    assert codes[-2:] == ["proof_of_concept", "proof_of_concept_2"]
