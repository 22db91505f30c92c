"""N6: files are checked before they are imported, versions compared, switched and exported, runs moved on purpose."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from xml.etree import ElementTree

import pytest

from desktop.engine import DefinitionError, Problem, read
from desktop.processes.library import checking, comparing, problem_words
from desktop.processes.tables import process_definition, process_instance
from desktop.sales.tables import activity
from tests.processes.runs.models import flow, model

SALE = files("resources").joinpath("processes", "corporate_sale.bpmn").read_bytes()
CHANGED = SALE.replace(b'due="P1D"', b'due="P3D"', 1).replace(b'name="Presentation"', b'name="Demonstration"', 1)
RENAMED = SALE.replace(b'"prepare_presentation"', b'"prepare_demo"').replace(
    b">prepare_presentation<", b">prepare_demo<"
)


def sale_of(desk):
    (row,) = [row for row in desk.ask("process_library").rows if row.key == "corporate_sale"]
    return row


def checked(desk, before: bytes, after: bytes):
    assert before in SALE
    return desk.ask("check_process", xml=SALE.replace(before, after, 1))


# Checking


def test_a_sound_file_says_what_it_would_become_and_nothing_is_deployed(desk):
    seen = desk.ask("check_process", xml=CHANGED)
    assert (seen.accepted, seen.key, seen.number, seen.current) == (True, "corporate_sale", 2, 1)
    assert [change.element_id for change in seen.difference.changes] == ["contact_customer", "presentation"]
    assert seen.diagram.nodes
    assert sale_of(desk).newest == 1


def test_a_file_that_is_there_already_is_told_by_its_version(desk):
    seen = desk.ask("check_process", xml=SALE)
    assert (seen.accepted, seen.known_as, seen.number, seen.problems) == (False, sale_of(desk).id, 1, ())
    assert desk.refused("deploy_process", xml=SALE).code == "process-file-known"


@pytest.mark.parametrize(
    ("before", "after", "element", "word"),
    [
        (b'durationMinutes="30"', b'durationMinutes="abc"', "contact_customer", "abc"),
        (b'due="P1D"', b'due="soon"', "contact_customer", "soon"),
        (b'code="no_need" ', b"", "contact_customer", "code"),
        (b'kind="call"', b'kind="dance"', "contact_customer", "dance"),
        (b'owner="opportunity.owner"', b'owner="somebody"', "contact_customer", "somebody"),
        (b'whenVariable="presentation_at"', b"", "contact_customer", "presentation_agreed"),
        (b'<dw:stage code="proposal"/>', b'<dw:stage code="nowhere"/>', "proposal", "nowhere"),
        (b'handler="register_opportunity"', b'handler="launch_rocket"', "register_opportunity", "launch_rocket"),
        (b'handler="register_opportunity"', b'handler="register_lead"', "register_opportunity", "register_lead"),
        (b'<dw:page subject="opportunity"', b'<dw:page subject="rocket"', "register_opportunity", "rocket"),
        (b'<dw:stage code="proposal"/>', b'<dw:stage code="proposal" beauty="1"/>', "proposal", "beauty"),
        (b'<dw:stage code="proposal"/>', b"<dw:rocket/>", "proposal", "rocket"),
        (b'<dw:stage code="proposal"/>', b'<n:x xmlns:n="urn:dealwright:process:2"/>', "proposal", "process:2"),
        (b'<dw:process subject="opportunity">', b'<dw:process subject="rocket">', "corporate_sale", "rocket"),
        (b'isExecutable="true"', b'isExecutable="false"', "corporate_sale", "executable"),
    ],
)
def test_what_is_wrong_is_told_with_element_line_reason_and_remedy(desk, before, after, element, word):
    seen = checked(desk, before, after)
    assert not seen.accepted
    (problem,) = [problem for problem in seen.problems if word in problem.why]
    assert problem.element_id == element
    assert problem.line > 0
    assert problem.mend
    desk.workspace.language = "ru"
    russian = [p for p in checked(desk, before, after).problems if p.line == problem.line]
    assert problem.why not in {p.why for p in russian}
    assert problem.mend not in {p.mend for p in russian}


def test_all_problems_are_told_at_once_those_of_the_engine_too(desk):
    broken = SALE.replace(b'durationMinutes="30"', b'durationMinutes="-1"').replace(
        b'targetRef="which_stage"', b'targetRef="nowhere"', 1
    )
    seen = desk.ask("check_process", xml=broken)
    assert [problem.line for problem in seen.problems] == sorted(problem.line for problem in seen.problems)
    text = " ".join(problem.why for problem in seen.problems)
    assert "-1" in text
    assert "nowhere" in text
    assert seen.diagram is not None


@pytest.mark.parametrize("text", [b"", b"no xml", b"<a/>", SALE[:900], b"\xff\xfe<a/>", b"<a>" * 300])
def test_what_is_no_bpmn_file_is_refused_with_a_sentence_in_both_languages(desk, text):
    for language in ("en", "ru"):
        desk.workspace.language = language
        seen = desk.ask("check_process", xml=text)
        assert not seen.accepted
        assert seen.problems[0].why
        assert language == "en" or any("а" <= letter <= "я" for letter in seen.problems[0].why)
    assert desk.refused("deploy_process", xml=text).code == "process-file-refused"


# Comparing


def test_the_same_file_differs_in_nothing_and_a_new_drawing_is_no_difference():
    assert comparing.changes(SALE, SALE, "en") == ()
    assert comparing.changes(SALE, SALE.replace(b'x="', b'x="1'), "en") == ()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (b'due="P1D"', b'due="P3D"', "due after P3D now, P1D before"),
        (b'leads="again"', b'leads="done"', "the result “Call back later” is another"),
        (b"<dw:goal>Register", b"<dw:goal>Note", "the guide of the stage"),
        (b"<bpmn:documentation>Call the customer.", b"<bpmn:documentation>Ring.", "the description"),
        (b'stage == "proposal"', b'stage == "b"', 'the condition is stage == "b" now, stage == "proposal" before'),
        (b'cancelActivity="true"', b'cancelActivity="false"', "details that only the file shows"),
    ],
)  # fmt: skip
def test_a_difference_is_told_in_words(before, after, words):
    assert before in SALE
    (change,) = comparing.changes(SALE, SALE.replace(before, after, 1), "en")
    assert (change.kind, change.text) == ("changed", words)


def test_steps_that_came_and_went_are_told():
    kinds = {change.element_id: change.kind for change in comparing.changes(SALE, RENAMED, "en")}
    assert (kinds["prepare_presentation"], kinds["prepare_demo"]) == ("removed", "added")


# Versions


def test_an_imported_version_is_run_from_then_on_and_knows_who_brought_it(desk):
    desk.do("deploy_process", xml=CHANGED, source="sale 2.bpmn")
    second, first = desk.ask("process_versions", key="corporate_sale").rows
    assert (second.number, second.active, second.deployed_by, second.source) == (2, True, "Anna Kern", "sale 2.bpmn")
    assert (first.active, first.deployed_by, first.source) == (False, "", "corporate_sale.bpmn")
    assert desk.ask("process_file", definition=second.id) == CHANGED
    assert len(desk.ask("process_difference", older=first.id, newer=second.id).changes) == 2


def test_an_older_version_can_be_run_again_and_a_process_be_switched_off(desk):
    made = desk.run()
    desk.do("deploy_process", xml=CHANGED)
    first = desk.row(process_definition, key="corporate_sale", number=1)
    desk.do("activate_process", definition=first.id)
    assert (sale_of(desk).version, sale_of(desk).newest) == (1, 2)
    desk.do("deactivate_process", process="corporate_sale")
    assert not sale_of(desk).active
    assert desk.refused("run_process", process="corporate_sale").code == "process-switched-off"
    assert [card.title for card in desk.ask("opportunity_page", id=made).cards]
    assert desk.ask("stage_guide", opportunity=made).goal
    assert "corporate_sale" not in {row.key for row in desk.ask("processes")}


def test_the_menu_shows_what_is_pinned(desk):
    def pinned() -> set[str]:
        return {row.key for row in desk.ask("processes") if row.pinned}

    assert "corporate_sale" in pinned()
    desk.do("pin_process", process="corporate_sale", pinned=False)
    assert "corporate_sale" not in pinned()
    desk.do("pin_process", process="corporate_sale")
    assert "corporate_sale" in pinned()


def test_what_comes_with_the_program_does_not_replace_what_a_person_chose(desk, writing):
    from desktop.processes.library import deployment

    desk.do("deploy_process", xml=CHANGED)
    with writing() as tx:
        deployment.deploy(tx, RENAMED, "corporate_sale.bpmn")
    assert (sale_of(desk).version, sale_of(desk).newest) == (2, 3)


def test_who_does_not_administer_reads_and_runs_alone(desk):
    rep = desk.do("create_person", name="Boris").result["person"]
    desk.do("switch_person", person=rep)
    for name, arguments in (
        ("deploy_process", {"xml": CHANGED}),
        ("activate_process", {"definition": 1}),
        ("deactivate_process", {"process": "corporate_sale"}),
        ("pin_process", {"process": "corporate_sale"}),
        ("move_runs", {"runs": (), "version": 1}),
    ):
        assert desk.refused(name, **arguments).code == "right-administrator"
    assert not desk.ask("process_library").edit.enabled
    desk.run()


# Moving runs


def test_n1_moving_runs_is_rehearsed_mapped_done_and_undone(desk):
    moved = desk.run()
    desk.do("deploy_process", xml=RENAMED)
    old, new = (desk.row(process_definition, key="corporate_sale", number=number).id for number in (1, 2))
    seen = desk.ask("rehearse_move", older=old, newer=new)
    (prospect,) = seen.prospects
    assert not prospect.possible
    assert "no such element" in prospect.text
    (gone,) = seen.gone
    assert (gone.id, gone.suggested) == ("prepare_presentation", "prepare_demo")
    mapping = {gone.id: gone.suggested}
    (prospect,) = desk.ask("rehearse_move", older=old, newer=new, mapping=mapping).prospects
    assert (prospect.possible, prospect.text) == (True, "keeps its 2 open tasks")
    desk.do("move_runs", runs=(prospect.run,), version=new, mapping=mapping)
    assert desk.row(process_instance, id=prospect.run).definition_id == new
    assert {row.element_id for row in desk.rows(activity, opportunity_id=moved)} == {"contact_customer", "prepare_demo"}
    desk.do("undo")
    assert desk.row(process_instance, id=prospect.run).definition_id == old


def test_runs_that_were_stopped_on_the_way_all_stay(desk):
    for _ in range(3):
        desk.run()
    desk.do("deploy_process", xml=CHANGED)
    old, new = (desk.row(process_definition, key="corporate_sale", number=number).id for number in (1, 2))
    runs = tuple(one.run for one in desk.ask("rehearse_move", older=old, newer=new).prospects)
    done: list[int] = []
    refusal = desk.refused(
        "move_runs",
        runs=runs,
        version=new,
        progress=lambda number, _all: done.append(number),
        cancelled=lambda: len(done) == 2,
    )
    assert refusal.code == "runs-move-stopped"
    assert {row.definition_id for row in desk.rows(process_instance)} == {old}


# Problems in Russian


def test_what_the_engine_says_is_there_in_russian_as_a_whole():
    table = tomllib.loads(files("resources").joinpath("texts", "engine_problems.ru.toml").read_text("utf-8"))
    for english, russian in table.items():
        said = english.replace("{}", "Ж")
        translated = problem_words.why(Problem(None, None, said), "ru")
        assert translated.casefold() == russian.format(*["Ж"] * english.count("{}")).casefold()
        assert problem_words.mend(Problem(None, None, "", said), "en") == said


@pytest.mark.parametrize(
    ("said", "russian"),
    [
        ("no flow leads out of this startEvent", "Из этого элемента (startEvent) нет исходящего потока"),
        ("the condition 'a <' cannot be read: the expression ends too early",
         "Условие 'a <' не читается: выражение обрывается слишком рано"),
        ("something that was never translated", "Something that was never translated"),
    ],
)  # fmt: skip
def test_a_problem_of_the_engine_is_said_in_russian_with_what_it_names(said, russian):
    assert problem_words.why(Problem(None, None, said), "ru") == russian


def test_what_a_check_knows_is_what_the_schema_says():
    schema = ElementTree.fromstring(files("resources").joinpath("processes", "dealwright-extensions.xsd").read_bytes())
    xs = "{http://www.w3.org/2001/XMLSchema}"
    types = {one.get("name"): one for one in schema.iter(f"{xs}complexType")}
    in_the_schema = {}
    for element in schema.iter(f"{xs}element"):
        if name := element.get("name"):
            described = types.get(element.get("type", "").removeprefix("dw:"), element.find(f"{xs}complexType"))
            ways = () if described is None else (f"{xs}attribute", f"{xs}simpleContent/{xs}extension/{xs}attribute")
            in_the_schema[name] = {found.get("name") for way in ways for found in described.findall(way)}
    assert in_the_schema == checking._ELEMENTS


@pytest.mark.parametrize(
    ("processes", "code"),
    [
        (
            '<process id="a" isExecutable="true"><task id="c"/></process>'
            '<process id="b" isExecutable="true"><task id="d"/></process>',
            "several-processes",
        ),
        ('<process id="a" isExecutable="true"><callActivity id="c" calledElement="a"/></process>', "calls-in-circle"),
        ("", "no-process"),
        ('<process id="a"/>', "not-executable"),
    ],
)
def test_the_process_that_is_run_has_to_be_one(desk, writing, processes, code):
    space = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"'
    xml = f"<definitions {space}>{processes}</definitions>"
    with writing() as tx:
        found = [problem.code for problem in checking.check(tx, xml.encode()).problems if hasattr(problem, "code")]
    assert code in found


# All problems at once

BAD = model(
    "bad", flow("register", "charge"),
    '<bpmn:serviceTask id="charge" xmlns:theirs="urn:t" theirs:topic="card"/>', flow("charge", "score"),
    '<bpmn:businessRuleTask id="score"/>', flow("score", "call"), '<bpmn:callActivity id="call" calledElement="far"/>',
    flow("call", "nowhere"),
)  # fmt: skip


def test_steps_that_nobody_carries_out_are_told_beside_what_cannot_be_read(desk):
    """A service task of another program would be passed over in silence; a file with several faults tells them all."""
    checked = desk.ask("check_process", xml=BAD)
    assert not checked.accepted
    why = {problem.element_id: problem.why for problem in checked.problems}
    assert "serviceTask" in why["charge"]
    assert "businessRuleTask" in why["score"]
    assert "far" in why["call"]
    assert any(text.startswith("targetRef='nowhere'") for text in why.values())


def test_a_drawing_is_told_all_that_keeps_it_from_being_run(desk):
    """Not only that it is no executable process: marking it as one would bring the next reasons."""
    drawn = desk.ask("check_process", xml=BAD.replace(b'isExecutable="true"', b"").replace(b"nowhere", b"work"))
    assert {"bad", "charge", "score", "call", "call-work"} == {problem.element_id for problem in drawn.problems}


def test_rules_that_an_accepted_file_breaks_are_told(desk):
    loose = model("loose", flow("register", "work"), '<bpmn:userTask id="work"/>')
    checked = desk.ask("check_process", xml=loose)
    assert checked.accepted
    assert ["end event" in remark.why for remark in checked.remarks] == [True]


@pytest.mark.parametrize("said", [b"", b"text", b'<a b="', b"<a>", b"<a><b></a>", b"<a>\xff</a>", b"<a>&x;</a>"])
def test_what_is_no_xml_is_told_in_russian(said):
    with pytest.raises(DefinitionError) as caught:
        read(said)
    (problem,) = caught.value.problems
    assert not re.search("[a-z]{5}", problem_words.why(problem, "ru") + problem_words.mend(problem, "ru"))


def test_why_a_run_cannot_move_is_said_in_the_language_of_who_moves_it(desk, writing):
    """Also where somebody else has finished the step that was mapped, or a script moves runs."""
    run = desk.do("run_process").result["instance"]
    newer = desk.do("deploy_process", xml=RENAMED).result["definition"]
    desk.workspace.language = "ru"
    refused = desk.refused("move_runs", runs=[run], version=newer)
    assert refused.code == "version-not-possible"
    assert "Подготовить презентацию: В новой версии такого элемента нет" in refused.sentence
