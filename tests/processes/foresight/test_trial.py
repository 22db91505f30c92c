"""Trying a process out: the real engine on a record that is only imagined; nothing is written, moves go back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.processes.tables import process_definition, process_instance, process_log, process_wait
from desktop.sales.tables import activity, lead, notification, opportunity
from desktop.store.journal import action_table, entry_table
from desktop.views.exchange import Refused
from desktop.views.trial import Trial, TrialMove
from tests.actions.desk import DONE
from tests.processes.runs.models import BEGUN, flow

DATA = Path(__file__).parents[1] / "data"
TABLES = (process_definition, process_instance, process_log, process_wait, activity, lead, notification, opportunity)


class Trying:
    """Makes moves as the window does: the answer to all of them, again and again."""

    def __init__(self, desk: Any, **what: object) -> None:
        self.desk, self.what = desk, what
        self.now: Trial = desk.ask("trial", **what)

    def make(self, move: TrialMove) -> Trial:
        moves = (*self.now.moves, move)
        self.now = self.desk.ask("trial", **self.what, moves=moves, began=self.now.began)
        return self.now

    def back(self) -> Trial:
        self.now = self.desk.ask("trial", **self.what, moves=self.now.moves[:-1], began=self.now.began)
        return self.now

    def titles(self) -> list[str]:
        return [card.title for card in self.now.cards]

    def complete(self, element: str, result: str = "", days: float = 0) -> Trial:
        card = next(card for card in self.now.cards if card.element_id == element)
        when = self.now.at + timedelta(days=days) if days else None
        return self.make(replace(card.move, result=result or card.results[0].code, when=when))

    def offer(self, group: str, label: str = "") -> TrialMove:
        return next(one.move for one in self.now.offers if one.group == group and label in one.label)

    def texts(self) -> list[str]:
        return [line.text for line in self.now.lines]


def version(desk: Any, key: str) -> int:
    return max(row.id for row in desk.rows(process_definition, key=key))


@pytest.fixture
def sale(desk) -> Trying:
    return Trying(desk, definition=version(desk, "corporate_sale"))


def test_the_whole_sale_is_tried_and_nothing_of_it_is_there_afterwards(desk, sale):
    before = desk.everything(*TABLES, action_table, entry_table)
    assert (sale.now.status, sale.now.stage) == ("running", "Qualification")
    assert sale.titles()[1] == "Prepare the presentation"
    for _ in range(len(DONE)):
        card = sale.now.cards[0]
        chosen = next(result for result in card.results if result.code == DONE[card.element_id])
        sale.complete(card.element_id, chosen.code, 3 if chosen.asks else 0)
    assert (sale.now.status, sale.now.stage, sale.now.cards) == ("completed", "Closed won", ())
    assert "Task made: Present the proposal, for Anna Kern, due 4 Mar 2026 10:00" in sale.texts()
    assert sale.texts()[-1] == "The process is done"
    states = {node.id: node.state for node in sale.now.diagram.nodes}
    assert states["contracting"] == "done" and "running" not in states.values()
    assert all(one.why_not for one in sale.now.offers)
    assert desk.everything(*TABLES, action_table, entry_table) == before


def test_a_stage_is_chosen_and_one_step_back_is_as_it_was(sale):
    first = sale.now
    sale.make(sale.offer("stage", "Contracting"))
    assert sale.now.stage == "Contracting" and len(sale.now.cards) == 3
    assert [line.tone for line in sale.now.lines].count("warning") == 2, "two tasks were cancelled (R5)"
    assert sale.back() == first
    sale.make(sale.offer("stage", "Closed lost"))
    assert sale.now.status != "running" and not sale.now.cards
    sale.make(TrialMove("stage", name="proposal"))
    assert sale.now.stage == "Closed lost" and "Closed lost" in sale.now.refused, "R9"
    assert len(sale.now.moves) == 1


def test_a_result_that_asks_when_is_refused_without_and_data_can_be_changed(sale):
    sale.complete("contact_customer", "presentation_agreed")
    assert sale.now.refused and sale.now.moves == ()
    sale.complete("contact_customer", "presentation_agreed", 3)
    values = {value.name: value.text for value in sale.now.values}
    assert values["presentation_at"] == '"2026-03-05T09:00:00+00:00"'
    sale.make(TrialMove("data", variables={"presentation_at": "2026-03-09T12:00:00+00:00"}))
    sale.complete("prepare_presentation")
    assert sale.now.cards[0].due_at.isoformat().startswith("2026-03-09T1"), "the task stands where the data say"


def test_pages_are_saved(desk, pages):
    tried = Trying(desk, definition=max(row.id for row in desk.rows(process_definition)))
    kinds = [card.kind for card in tried.now.cards]
    while "page" in kinds:
        card = next(card for card in tried.now.cards if card.kind == "page")
        tried.make(replace(card.move, result="saved"))
        assert not tried.now.refused
        kinds = [card.kind for card in tried.now.cards]
    assert "The page was saved" in tried.texts()


def test_the_lead_handover_is_tried_with_time_and_services(desk):
    xml = files("resources").joinpath("processes", "lead_handover.bpmn").read_bytes()
    tried = Trying(desk, xml=xml)
    assert tried.now.subject == "lead" and tried.now.status == "running"
    for _ in range(40):
        services = [card for card in tried.now.cards if card.kind == "service"]
        if services:
            tried.make(replace(services[0].move, result="done:0"))
        elif tried.now.cards:
            card = tried.now.cards[0]
            result = card.results[0]
            when = tried.now.at + timedelta(days=5) if result.asks else None
            tried.make(replace(card.move, result=result.code, when=when))
        elif any(one.group == "time" for one in tried.now.offers):
            tried.make(tried.offer("time"))
        else:
            break
        assert not tried.now.refused, tried.now.refused
    assert any(text.startswith("Done by the program") for text in tried.texts())


SERVICE = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <message id="m" name="paid"/><signal id="s" name="alarm"/><error id="e" errorCode="busy"/>
  <process id="p" name="Tried" isExecutable="true">
    <startEvent id="start"><outgoing>f1</outgoing></startEvent>
    <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
    <serviceTask id="ask" name="Ask the bank"><extensionElements>
      <dw:service xmlns:dw="urn:dealwright:process:1" handler="list_participants"/></extensionElements>
      <incoming>f1</incoming><outgoing>f2</outgoing></serviceTask>
    <boundaryEvent id="busy" name="Busy" attachedToRef="ask"><outgoing>f3</outgoing>
      <errorEventDefinition errorRef="e"/></boundaryEvent>
    <sequenceFlow id="f2" sourceRef="ask" targetRef="gate"/>
    <sequenceFlow id="f3" sourceRef="busy" targetRef="later"/>
    <intermediateCatchEvent id="later" name="An hour later"><incoming>f3</incoming><outgoing>f4</outgoing>
      <timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
    <sequenceFlow id="f4" sourceRef="later" targetRef="end"/>
    <eventBasedGateway id="gate"><incoming>f2</incoming><outgoing>f5</outgoing><outgoing>f6</outgoing>
    </eventBasedGateway>
    <sequenceFlow id="f5" sourceRef="gate" targetRef="paid"/><sequenceFlow id="f6" sourceRef="gate" targetRef="alarm"/>
    <intermediateCatchEvent id="paid" name="Paid"><incoming>f5</incoming><outgoing>f7</outgoing>
      <messageEventDefinition messageRef="m"/></intermediateCatchEvent>
    <intermediateCatchEvent id="alarm" name="Alarm"><incoming>f6</incoming><outgoing>f8</outgoing>
      <signalEventDefinition signalRef="s"/></intermediateCatchEvent>
    <sequenceFlow id="f7" sourceRef="paid" targetRef="end"/><sequenceFlow id="f8" sourceRef="alarm" targetRef="end"/>
    <endEvent id="end"><incoming>f4</incoming><incoming>f7</incoming><incoming>f8</incoming></endEvent>
  </process></definitions>"""


def test_services_errors_messages_signals_and_timers_of_a_file_that_is_not_in_the_library(desk):
    tried = Trying(desk, xml=SERVICE)
    (card,) = tried.now.cards
    assert (card.kind, card.title) == ("service", "Ask the bank")
    assert [result.label.partition(" = ")[0] for result in card.results] == [
        "Done: participants", "Done: participants", "Fails: busy",
    ]  # fmt: skip
    tried.make(replace(card.move, result="error:busy"))
    (offer,) = [one for one in tried.now.offers if one.group == "time"]
    assert offer.label == "An hour later: until 2 Mar 2026 10:00"
    tried.make(offer.move)
    assert tried.now.status == "completed" and tried.now.at == desk.clock() + timedelta(hours=1)
    tried.back()
    tried.back()
    tried.make(replace(card.move, result="done:0"))
    labels = [one.label for one in tried.now.offers if one.group == "event"]
    assert labels == ["Message paid", "Signal alarm"]
    tried.make(tried.offer("event", "Signal"))
    assert tried.now.status == "completed"
    tried.make(tried.offer("stage", "Proposal"))
    assert tried.now.stage == "Proposal", "the imagined record goes on without the run"


def test_r8_a_final_stage_ends_a_process_that_does_not_listen_to_stages(desk):
    tried = Trying(desk, xml=SERVICE)
    tried.make(tried.offer("stage", "Closed lost"))
    assert (tried.now.status, tried.now.stage, tried.now.cards) == ("cancelled", "Closed lost", ())


def test_it_begins_by_the_only_start_and_lets_the_person_choose_among_several(desk):
    tried = Trying(desk, xml=BEGUN)
    assert (tried.now.status, tried.titles()) == ("running", ["Greet"])
    other = b'<bpmn:startEvent id="by_news"><bpmn:signalEventDefinition signalRef="s"/></bpmn:startEvent>'
    two = BEGUN.replace(b"</bpmn:process>", other + flow("by_news", "greet").encode() + b"</bpmn:process>")
    tried = Trying(desk, xml=two)
    assert tried.now.status != "running" and not tried.now.cards
    starts = [one for one in tried.now.offers if one.group not in ("stage", "time")]
    assert len(starts) == 2
    tried.make(starts[1].move)
    assert (tried.now.status, tried.titles()) == ("running", ["Greet"])


def test_what_cannot_be_run_is_refused_with_the_reason(desk):
    with pytest.raises(Refused) as caught:
        desk.ask("trial", xml=SERVICE.replace(b'targetRef="later"', b'targetRef="nowhere"'))
    assert caught.value.code == "trial-not-possible"
    with pytest.raises(Refused):
        desk.ask("trial", definition=4711)
    sale = Trying(desk, xml=SERVICE)
    assert sale.make(TrialMove("task", token=99)).refused == "Nothing waits for this any more."


def test_in_russian(desk):
    desk.workspace.language = "ru"
    tried = Trying(desk, definition=version(desk, "corporate_sale"))
    assert tried.now.stage == "Квалификация"
    assert tried.texts()[0] == "Процесс начинается"


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(picks=st.lists(st.integers(0, 999), min_size=10, max_size=25), which=st.integers(0, 99))
def test_any_way_through_a_shipped_process_can_be_tried_and_taken_back(desk, picks, which):
    """Whatever is offered can be done or says why not, and a trial that goes back is the one it was before."""
    keys = sorted({row.key for row in desk.rows(process_definition)})
    tried = Trying(desk, definition=version(desk, keys[which % len(keys)]))
    for pick in picks:
        ways = [
            replace(card.move, result=result.code, when=tried.now.at + timedelta(days=4) if result.asks else None)
            for card in tried.now.cards
            for result in card.results
        ]
        ways += [one.move for one in tried.now.offers if not one.why_not]
        if not ways:
            break
        before = tried.now
        tried.make(ways[pick % len(ways)])
        if tried.now.refused:
            assert replace(tried.now, refused="") == replace(before, refused="")
        elif pick % 4 == 0:
            assert replace(tried.back(), refused="") == replace(before, refused="")
    running = {node.id for node in tried.now.diagram.nodes if node.state == "running"}
    assert bool(running) == (tried.now.status == "running")
