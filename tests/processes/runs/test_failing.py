"""A process that cannot go on: the whole action is taken back and the person is told why (R16)."""

from __future__ import annotations

import pytest

from desktop.processes.library import deployment
from desktop.processes.tables import process_instance, process_log
from desktop.sales.tables import activity, opportunity
from tests.processes.conftest import DATA

PAGES = (DATA / "pages.bpmn").read_text(encoding="utf-8")
ENDLESS = """<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:dw="urn:dealwright:process:1" id="d" targetNamespace="urn:dealwright:tests">
  <bpmn:process id="pages" name="Endless" isExecutable="true">
    <bpmn:startEvent id="start"/>
    <bpmn:serviceTask id="register">
      <bpmn:extensionElements><dw:service handler="register_opportunity"/></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:task id="again"/>
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="register"/>
    <bpmn:sequenceFlow id="b" sourceRef="register" targetRef="again"/>
    <bpmn:sequenceFlow id="c" sourceRef="again" targetRef="register"/>
  </bpmn:process>
</bpmn:definitions>
"""
GATEWAY = """
    <bpmn:exclusiveGateway id="end">
      <bpmn:incoming>d</bpmn:incoming><bpmn:outgoing>e</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:endEvent id="real_end"><bpmn:incoming>e</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="e" sourceRef="end" targetRef="real_end">
      <bpmn:conditionExpression>weather == "fine"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
"""
UNKNOWN_VARIABLE = PAGES.replace('<bpmn:endEvent id="end"><bpmn:incoming>d</bpmn:incoming></bpmn:endEvent>', GATEWAY)


@pytest.fixture
def deployed(writing):
    def deploy(text: str) -> None:
        with writing() as tx:
            deployment.deploy(tx, text.encode())

    return deploy


def test_a_condition_that_has_no_value_takes_the_whole_action_back(desk, deployed):
    deployed(UNKNOWN_VARIABLE)
    made = desk.do("run_process", process="pages").result["opportunity"]
    desk.do("save_opportunity", id=made, version=1, fields={"title": "Vega"})
    task = desk.tasks(made)["call"]
    before = desk.everything(activity, process_instance, process_log)
    refused = desk.refused("complete_task", activity=task, result="done")
    assert refused.code == "process-failed"
    assert refused.sentence.endswith("cannot go on: step “end”. The value “weather” is missing. Nothing was changed.")
    assert desk.everything(activity, process_instance, process_log) == before


def test_an_endless_circle_of_services_is_stopped(desk, deployed):
    deployed(ENDLESS)
    assert desk.refused("run_process", process="pages").code == "process-failed"
    assert desk.rows(opportunity) == []
