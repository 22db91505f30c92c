"""The process "Follow-up after a won deal": a called process for each participant, timers, word to the manager."""

from __future__ import annotations

import pytest

from desktop.processes.definitions import catalogue
from desktop.processes.library import deployment
from desktop.processes.runs import clock, incidents, log, runtime
from desktop.processes.tables import incident, process_definition, process_instance, process_wait
from desktop.sales.tables import activity, notification, opportunity, person
from tests.actions.desk import CLOSING, Desk

THANK = "thank_participant:thank"


class Won:
    """A won opportunity with two participants, whose owner reports to a manager; the follow-up begins with its win."""

    def __init__(self, desk: Desk, writing, *, setting: bool = True) -> None:
        self.desk = desk
        self._writing = writing
        desk.do("save_setting", name="follow_up", value=setting)
        self.manager = desk.do("create_person", name="Mira Lang", role="manager").result["person"]
        me = desk.person("Anna Kern")
        desk.do("save_person", id=me, version=desk.row(person, id=me).version, fields={"manager": self.manager})
        self.id = desk.do("create_opportunity", title="Cranes").result["opportunity"]
        self.contacts = []
        for name in ("Ida Berg", "Jon Falk"):
            contact = desk.do("create_contact", name=name).result["contact"]
            desk.do("add_participant", opportunity=self.id, contact=contact)
            self.contacts.append(contact)

    def win(self):
        return self.desk.do("change_stage", opportunity=self.id, stage="closed_won", closing=CLOSING)

    @property
    def tasks(self):
        rows = self.desk.rows(activity, opportunity_id=self.id, status="planned")
        return [row for row in rows if row.instance_id is not None]

    @property
    def elements(self) -> list[str]:
        return sorted(row.element_id for row in self.tasks)

    def complete(self, element: str, result: str, **more: object):
        row = next(row for row in self.tasks if row.element_id == element)
        return self.desk.do("complete_task", activity=row.id, result=result, **more)

    def foreseen(self, element: str, result: str) -> str:
        row = next(row for row in self.tasks if row.element_id == element)
        return self.desk.ask("result_consequences", activity=row.id, result=result).text

    def in_days(self, days: float) -> clock.Fired:
        self.desk.clock.advance(days=days)
        with self._writing() as tx:
            return clock.fire(tx)

    @property
    def status(self) -> str:
        return self.desk.row(process_instance, definition_key="follow_up").status

    def everything(self):
        tables = (opportunity, activity, process_instance, notification)
        waits = self.desk.rows(process_wait)
        return self.desk.everything(*tables), sorted((row.instance_id, row.token, row.element_id) for row in waits)


@pytest.fixture
def won(desk, writing) -> Won:
    made = Won(desk, writing)
    made.win()
    return made


def test_a_win_begins_it_and_every_participant_is_thanked_by_name(desk, won):
    """Multi-instance over the participants: a call of the process "Thank a participant" for each."""
    assert [(row.title, row.title_ru, row.contact_id) for row in won.tasks] == [
        ("Thank and ask for feedback: Ida Berg", "Поблагодарить и спросить мнение: Ida Berg", won.contacts[0]),
        ("Thank and ask for feedback: Jon Falk", "Поблагодарить и спросить мнение: Jon Falk", won.contacts[1]),
    ]
    card = desk.ask("opportunity_page", id=won.id).cards[0]
    assert (card.process_label, card.results[1].label) == ("Follow-up after a won deal", "Has remarks")
    assert desk.stage_of(won.id) == "closed_won"


def test_n2_why_names_the_win(desk, won):
    why = desk.ask("why", activity=won.tasks[0].id).sentences[1]
    assert why.startswith("It followed from the start of the process by the event “Opportunity won”: Anna Kern, 2 Mar")


def test_n3_the_undo_of_the_win_takes_it_back(desk, writing):
    made = Won(desk, writing)
    before = made.everything()
    made.win()
    after = made.everything()
    desk.do("undo")
    assert made.everything() == before
    desk.do("redo")
    assert made.everything() == after


def test_n1_the_dry_run_of_the_win_tells_of_its_tasks(desk, writing):
    made = Won(desk, writing)
    said = desk.ask("stage_consequences", opportunity=made.id, stage="closed_won")
    done = made.win()
    assert list(said.creates) == [row.title for row in made.tasks]
    assert said.text.endswith("a final stage cannot be left. The process “Follow-up after a won deal” begins.")
    assert done.result["created"] == tuple(row.id for row in made.tasks)


def test_where_the_setting_is_off_it_is_run_by_hand_on_what_was_won(desk, writing):
    made = Won(desk, writing, setting=False)
    assert desk.refused("run_process_on", opportunity=made.id, process="follow_up").code == "opportunity-not-won"
    made.win()
    assert desk.running(made.id) == []
    said = desk.ask("run_consequences", process="follow_up", opportunity=made.id)
    desk.do("run_process_on", opportunity=made.id, process="follow_up")
    assert list(said.creates) == [row.title for row in made.tasks]
    again = desk.refused("run_process_on", opportunity=made.id, process="follow_up")
    assert again.code == "process-already-running"
    closed = desk.refused("run_process_on", opportunity=made.id, process="corporate_sale")
    assert closed.code == "opportunity-closed"


def test_from_the_thanks_to_the_reference(desk, won):
    won.complete(THANK, "satisfied")
    won.complete(THANK, "remarks")
    assert [row.title for row in won.tasks] == ["Answer the remarks: Jon Falk"]
    assert won.foreseen("thank_participant:answer_remarks", "answered").startswith("No task of the process is open")
    won.complete("thank_participant:answer_remarks", "answered")
    assert won.elements == []
    run = desk.row(process_instance, definition_key="follow_up").id
    timers = desk.ask("process_page", run=run).run.timers
    assert timers == (("after_30_days", desk.row(process_wait, kind="timer").due_at),)
    assert won.in_days(30).fired == 1
    won.complete("check_satisfaction", "call_back", when=desk.in_days(1))
    won.complete("check_satisfaction", "satisfied")
    assert won.in_days(60).fired == 1
    assert won.foreseen("reference_call", "agreed") == "The process ends."
    won.complete("reference_call", "agreed")
    assert (won.status, desk.stage_of(won.id)) == ("completed", "closed_won")
    assert desk.rows(incident) == []


def test_what_is_late_comes_to_the_manager_of_the_owner(desk, won):
    """A timer on the border of the task escalates out of the called process; the task stays."""
    won.complete(THANK, "satisfied")
    assert won.in_days(7).fired == 1
    assert won.elements == ["help_owner", THANK]
    helped = next(row for row in won.tasks if row.element_id == "help_owner")
    assert helped.owner_id == won.manager
    told = [row.kind for row in desk.rows(notification, person_id=won.manager)]
    assert "task" in " ".join(told)
    assert won.in_days(23).fired == 1
    assert won.in_days(7).fired == 1
    assert won.elements == ["check_satisfaction", "help_owner", "help_owner", THANK]


def test_a_customer_who_is_not_satisfied_is_the_manager_s(desk, won):
    won.in_days(30)
    won.complete("check_satisfaction", "not_satisfied")
    talk = next(row for row in won.tasks if row.element_id == "win_back")
    assert talk.owner_id == won.manager


def test_who_reports_to_nobody_helps_themselves(desk, writing):
    made = Won(desk, writing)
    me = desk.person("Anna Kern")
    desk.do("save_person", id=me, version=desk.row(person, id=me).version, fields={"manager": None})
    made.win()
    made.in_days(7)
    assert {row.owner_id for row in made.tasks} == {me}


def test_without_participants_the_time_runs_alone(desk, writing):
    desk.do("save_setting", name="follow_up", value=True)
    made = desk.do("create_opportunity", title="Cranes").result["opportunity"]
    desk.do("change_stage", opportunity=made, stage="closed_won", closing=CLOSING)
    assert desk.tasks(made) == {}
    assert [row.kind for row in desk.rows(process_wait)] == ["timer"]


def test_n4_the_log_makes_the_state_again(desk, writing, won):
    won.complete(THANK, "remarks")
    won.in_days(30)
    with writing() as tx:
        instance = runtime.load(tx, desk.row(process_instance).id)
        assert log.replay(tx, instance.id, instance.definition) == instance.state
        assert incidents.open_ones(tx) == []


def test_n6_a_run_keeps_the_called_process_that_it_was_deployed_with(desk, writing, won):
    newer = desk.row(process_definition, key="thank_participant").xml
    changed = bytes(newer).replace(b'name="Answer the remarks"', b'name="Write an answer"')
    with writing() as tx:
        deployment.deploy(tx, changed, "thank_participant.bpmn")
    won.complete(THANK, "remarks")
    assert "Answer the remarks: Ida Berg" in [row.title for row in won.tasks]
    xml = bytes(desk.row(process_definition, key="follow_up").xml)
    with writing() as tx:
        deployment.deploy(tx, xml.replace(b'name="List the participants"', b'name="Who took part"'), "follow_up.bpmn")
        fresh = catalogue.newest(tx, "follow_up").definition
    assert fresh.tasks["thank_participant:answer_remarks"].label.en == "Write an answer"
