"""Entering a workspace, its people, who reports to whom."""

from __future__ import annotations

import pytest

from desktop.views.exchange import Action, Refused
from desktop.workspace import Workspace
from tests.desk import Desk


@pytest.fixture
def empty(database_url, clock):
    """A workspace that nobody has entered yet."""
    workspace = Workspace(database_url, clock=clock)
    workspace.start().result()
    yield Desk(workspace)
    workspace.close()


def test_an_empty_workspace_awaits_its_first_start(empty):
    shell = empty.see("shell")
    assert shell.first_start
    assert shell.person is None
    assert shell.people == ()


def test_first_start_makes_the_administrator_and_names_the_company(empty):
    done = empty.do("first_start", name=" Anna Kern ", company=" Brightlane ")
    shell = empty.see("shell")
    assert not shell.first_start
    assert (shell.person.id, shell.person.name, shell.person.role) == (
        done.result["person"],
        "Anna Kern",
        "administrator",
    )
    assert shell.person.initials == "AK"
    assert shell.company == "Brightlane"
    assert done.message == "Welcome, Anna Kern."
    assert not done.undoable


def test_first_start_needs_a_name_and_happens_once(empty):
    with pytest.raises(Refused) as refusal:
        empty.do("first_start", name="  ", company="")
    assert (refusal.value.code, refusal.value.field) == ("name-missing", "name")
    empty.do("first_start", name="Anna", company="")
    with pytest.raises(Refused) as refusal:
        empty.do("first_start", name="Tom", company="")
    assert refusal.value.code == "first-start-over"


def test_entering_without_a_name_makes_the_first_person_and_then_takes_it(empty):
    first = empty.do("enter").result["person"]
    again = empty.do("enter")
    assert again.result["person"] == first
    assert again.changes.action_id is None
    assert empty.see("shell").person.role == "administrator"


def test_a_name_that_is_not_known_is_added_as_a_rep_and_found_however_it_is_capitalised(desk):
    person = desk.do("enter", person="Павел Орлов").result["person"]
    assert desk.workspace.person_id == person
    assert desk.see("shell").person.role == "rep"
    assert desk.do("enter", person="павел орлов").result["person"] == person


def test_entering_as_somebody_who_is_not_here_is_refused(desk):
    with pytest.raises(Refused) as refusal:
        desk.do("enter", person=4711)
    assert refusal.value.code == "person-unknown"
    assert desk.see("shell").person.name == "Anna Kern"


def test_switching_the_person_changes_whose_work_is_shown(desk):
    tom = desk.make("create_person", name="Tom Becker")
    desk.make("create_lead", title="Mine")
    assert desk.see("shell").open_leads == 1
    done = desk.do("switch_person", person=tom)
    assert done.message == "You are now Tom Becker."
    assert desk.see("shell").open_leads == 0


def test_a_manager_sees_the_work_of_everybody_below(desk):
    chief = desk.make("create_person", name="Claire Dumont", role="manager")
    lead = desk.make("create_person", name="Viktor Lang", role="manager", manager=chief)
    rep = desk.make("create_person", name="Tom Becker", manager=lead)
    desk.make("create_lead", title="Tom's", owner=rep)
    desk.make("create_opportunity", title="Tom's", owner=rep)
    desk.do("switch_person", person=chief)
    shell = desk.see("shell")
    assert (shell.open_leads, shell.open_opportunities) == (1, 1)
    assert next(row for row in shell.people if row.id == rep).reports_to == "Viktor Lang"


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"name": ""}, "name-missing", "name"),
        ({"name": "anna kern"}, "person-exists", "name"),
        ({"role": "king"}, "role-unknown", "role"),
        ({"manager": 99}, "person-unknown", "manager"),
        ({"email": "nobody"}, "email-wrong", "email"),
    ],
)
def test_a_person_that_makes_no_sense_is_refused(desk, fields, code, field):
    with pytest.raises(Refused) as refusal:
        desk.workspace.perform(Action("create_person", **{"name": "Tom", **fields})).result()
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert refusal.value.sentence
