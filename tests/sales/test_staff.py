"""People, who reports to whom, who has left; what only an administrator may change, whatever a window shows."""

from __future__ import annotations

import pytest

from desktop.actions import registry
from desktop.sales.doors import ADMINISTRATORS
from desktop.views.exchange import Refused


def refusal(desk, name, /, **arguments):
    with pytest.raises(Refused) as caught:
        desk.do(name, **arguments)
    assert caught.value.sentence
    return caught.value


def row(desk, name):
    return next(row for row in desk.see("staff") if row.name == name)


def save(desk, name, /, **fields):
    found = row(desk, name)
    return desk.do("save_person", id=found.id, version=found.version, fields=fields)


@pytest.fixture
def team(desk):
    """Anna administers; Maria leads Boris and Tom."""
    maria = desk.make("create_person", name="Maria", role="manager")
    for name in ("Boris", "Tom"):
        desk.make("create_person", name=name, manager=maria)
    return desk


def test_a_person_is_edited_and_that_can_be_undone(team):
    save(team, "Tom", name="Thomas", email="tom@example.org", role="manager", manager=None)
    changed = row(team, "Thomas")
    assert (changed.email, changed.role, changed.manager) == ("tom@example.org", "manager", None)
    team.do("undo")
    assert row(team, "Tom").manager.label == "Maria"


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"name": ""}, "name-missing", "name"),
        ({"name": "BORIS"}, "person-exists", "name"),
        ({"email": "nowhere"}, "email-wrong", "email"),
        ({"role": "king"}, "role-unknown", "role"),
        ({"manager": 999}, "person-unknown", "manager"),
        ({"active": False}, "person-leaves", "active"),
    ],
)
def test_a_person_that_makes_no_sense_is_refused(team, fields, code, field):
    found = row(team, "Tom")
    refused = refusal(team, "save_person", id=found.id, version=found.version, fields=fields)
    assert (refused.code, refused.field) == (code, field)


def test_nobody_reports_to_themselves_not_even_through_others(team):
    save(team, "Tom", manager=row(team, "Boris").id)
    maria = row(team, "Maria")
    for chief in ("Maria", "Boris", "Tom"):
        fields = {"manager": row(team, chief).id}
        refused = refusal(team, "save_person", id=maria.id, version=maria.version, fields=fields)
        assert (refused.code, refused.field) == ("report-circle", "manager")


def test_the_last_administrator_stays_one(team):
    anna = row(team, "Anna Kern")
    refused = refusal(team, "save_person", id=anna.id, version=anna.version, fields={"role": "rep"})
    assert refused.code == "administrator-last"
    assert refusal(team, "deactivate_person", id=anna.id).code == "person-self"
    assert not anna.leave.enabled
    save(team, "Maria", role="administrator")
    save(team, "Anna Kern", role="rep")
    assert refusal(team, "save_setting", name="company", value="x").code == "right-administrator"


def test_whoever_has_open_work_leaves_with_a_successor_who_gets_it_all(team):
    boris, tom = row(team, "Boris").id, row(team, "Tom").id
    team.do("switch_person", person=boris)
    sale = team.do("run_process").result["opportunity"]
    lead = team.make("create_lead", title="Call")
    own = team.do("create_activity", kind="call", title="My own").result["activity"]
    team.do("switch_person", person=team.see("shell").people[0].id)
    team.do("switch_person", person=row(team, "Anna Kern").id)
    assert row(team, "Boris").work == 5
    refused = refusal(team, "deactivate_person", id=boris)
    assert (refused.code, refused.field, refused.parameters["count"]) == ("person-has-work", "successor", 5)
    for nobody in (boris, 999):
        assert refusal(team, "deactivate_person", id=boris, successor=nobody).code == "person-unknown"
    team.do("deactivate_person", id=boris, successor=tom)
    assert not row(team, "Boris").active
    assert (row(team, "Boris").work, row(team, "Tom").work) == (0, 5)
    assert team.see("opportunity_page", id=sale).fields.owner.id == tom
    assert team.see("lead_page", id=lead).fields.owner.id == tom
    assert team.see("activity_page", id=own).fields.owner.id == tom
    team.do("switch_person", person=tom)
    assert team.see("notifications").unread == 4, "one for each task, and one for all that was handed over"
    team.do("switch_person", person=row(team, "Anna Kern").id)
    team.do("undo")
    assert (row(team, "Boris").active, row(team, "Boris").work) == (True, 5)


def test_who_reported_to_somebody_who_leaves_reports_to_their_manager(team):
    save(team, "Tom", manager=row(team, "Boris").id)
    team.do("deactivate_person", id=row(team, "Boris").id)
    assert row(team, "Tom").manager.label == "Maria"
    assert [person.name for person in team.see("shell").people] == ["Anna Kern", "Maria", "Tom"]


def test_somebody_who_has_left_comes_back(team):
    team.do("deactivate_person", id=row(team, "Tom").id)
    save(team, "Tom", active=True)
    assert row(team, "Tom").active


# Rights --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["rep", "manager"])
def test_what_is_an_administrator_s_is_refused_to_everybody_else(desk, role):
    """docs/rights.md, whatever a window shows; the door stands before the arguments."""
    registry.load()
    theirs = [name for name, right in registry._rights.items() if right is ADMINISTRATORS]
    assert {"save_setting", "create_stage", "save_value", "save_person", "deactivate_person"} <= set(theirs)
    desk.do("switch_person", person=desk.make("create_person", name="Boris", role=role))
    assert {name: refusal(desk, name).code for name in theirs} == dict.fromkeys(theirs, "right-administrator")
    assert desk.see("may_administer").why_not


def test_the_first_person_of_a_workspace_administers_it(desk):
    assert desk.see("may_administer").enabled
