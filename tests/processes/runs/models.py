"""Small processes on opportunities that wait for times, signals and messages."""

# ruff: noqa: E501 (models)

from __future__ import annotations

HEAD = """<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:process:1"
 id="d" targetNamespace="urn:dealwright:tests"><bpmn:signal id="s" name="news"/><bpmn:message id="m" name="hello"/>
"""
REGISTER = """<bpmn:startEvent id="start"/><bpmn:serviceTask id="register">
<bpmn:extensionElements><dw:service handler="register_opportunity"/></bpmn:extensionElements></bpmn:serviceTask>
<bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="register"/>"""


def model(key: str, *parts: str, begin: str = REGISTER, more: str = "") -> bytes:
    head = f'<bpmn:process id="{key}" name="{key}" isExecutable="true">'
    return "\n".join([HEAD + head, begin, *parts, f"</bpmn:process>{more}</bpmn:definitions>"]).encode()


def flow(source: str, target: str, condition: str = "") -> str:
    inner = condition and f"<bpmn:conditionExpression>{condition}</bpmn:conditionExpression>"
    ends = f'sourceRef="{source}" targetRef="{target}"'
    return f'<bpmn:sequenceFlow id="{source}-{target}" {ends}>{inner}</bpmn:sequenceFlow>'


def event(tag: str, number: str, definition: str, extra: str = "") -> str:
    return f'<bpmn:{tag} id="{number}" {extra}>{definition}</bpmn:{tag}>'


AFTER = "<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>"
EVERY = "<bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition>"
NEWS = '<bpmn:signalEventDefinition signalRef="s"/>'
HELLO = '<bpmn:messageEventDefinition messageRef="m"/>'
REMINDING = model("reminding", flow("register", "work"), '<bpmn:userTask id="work" name="Work"/>',
                  event("boundaryEvent", "late", EVERY, 'attachedToRef="work" cancelActivity="false"'),
                  '<bpmn:userTask id="remind" name="Remind"/>', flow("late", "remind"))  # fmt: skip
FAILING = model("failing", flow("register", "wait"), event("intermediateCatchEvent", "wait", AFTER), flow("wait", "which"),
                '<bpmn:exclusiveGateway id="which"/>', flow("which", "work", "amount &gt; 3"),
                '<bpmn:userTask id="work" name="Work"/>')  # fmt: skip
SHOUTING = model("shouting", flow("register", "say"), '<bpmn:userTask id="say" name="Say"/>', flow("say", "red"),
                 event("intermediateThrowEvent", "red", NEWS), flow("red", "post"),
                 event("intermediateThrowEvent", "post", HELLO), flow("post", "done"), '<bpmn:endEvent id="done"/>')  # fmt: skip
HEARING = model("hearing", flow("register", "hear"), event("intermediateCatchEvent", "hear", NEWS), flow("hear", "heard"),
                '<bpmn:userTask id="heard" name="Heard"/>')  # fmt: skip
BEGUN = model("begun", flow("by_hello", "greet"), '<bpmn:userTask id="greet" name="Greet"/>',
              begin=event("startEvent", "by_hello", HELLO))  # fmt: skip
CALLING = model("calling", flow("register", "call"), '<bpmn:callActivity id="call" calledElement="part"/>', flow("call", "after"),
                '<bpmn:userTask id="after" name="After"/>',
                more='<bpmn:process id="part" isExecutable="true"><bpmn:startEvent id="ps"/><bpmn:userTask id="pt" name="Part"/>'
                + flow("ps", "pt") + "</bpmn:process>")  # fmt: skip
