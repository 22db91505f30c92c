"""Which instance a message is meant for: correlation keys and subscriptions (BPMN 2.0, 8.4.2, 13.5.1)."""

from __future__ import annotations

import pytest

from desktop.engine import AmbiguousMessage, DefinitionError, NothingWaits, Runner, read

from .bpmn import HEAD, NOW, document, end, event, path, start, task, throw, wait_for

PROPERTY = """<correlationProperty id="number" name="Number">
<correlationPropertyRetrievalExpression messageRef="message_go"><messagePath>order</messagePath>
</correlationPropertyRetrievalExpression>
<correlationPropertyRetrievalExpression messageRef="message_stop"><messagePath>reference</messagePath>
</correlationPropertyRetrievalExpression></correlationProperty>"""
KEY = """<collaboration id="co"><correlationKey id="key"><correlationPropertyRef>number</correlationPropertyRef>
</correlationKey></collaboration>"""
CORRELATED = HEAD + PROPERTY + KEY
TWO = [start(), wait_for("first", "go"), wait_for("second", "stop"), end(), path("start", "first", "second", "end")]


def runner(*parts: str, head: str = CORRELATED, tail: str = "") -> Runner:
    return Runner([read(document(*parts, head=head, tail=tail))], now=NOW)


def test_the_first_message_settles_the_key_that_later_ones_must_have() -> None:
    """Key-based correlation: the instance that got the order 7 gets what has the reference 7, and nothing else."""
    made = runner(*TWO)
    one = made.start()
    made.message("go", {"order": 7})
    two = made.start()
    made.message("go", {"order": 8}, instance=two)
    assert made.message("stop", {"reference": 8}) == two
    with pytest.raises(NothingWaits):
        made.message("stop", {"reference": 9})
    with pytest.raises(NothingWaits):
        made.message("stop", {})
    assert made.message("message_stop", {"reference": 7}) == one, "a message may be called by its id"
    assert [made.status(number) for number in (one, two)] == ["completed", "completed"]


def test_a_message_without_key_for_several_is_not_guessed() -> None:
    made = runner(*TWO, head=HEAD)
    made.start()
    made.start()
    with pytest.raises(AmbiguousMessage):
        made.message("go", {"order": 7})


def brings(name: str, source: str) -> str:
    """What a message takes along: a variable of the process under a name of the message."""
    association = f"<sourceRef>{source}</sourceRef><targetRef>{name}</targetRef>"
    return f'<dataInput id="{name}"/><dataInputAssociation>{association}</dataInputAssociation>'


def test_what_an_instance_sends_settles_the_key_too() -> None:
    """An answer comes back to the instance that has asked, whoever of several processes answers."""
    asks, told = brings("order", "mine"), brings("reference", "known")
    heard = (
        '<dataOutput id="o" name="order"/><dataOutputAssociation><sourceRef>o</sourceRef><targetRef>known</targetRef>'
    )
    heard += "</dataOutputAssociation>"
    answers = "\n".join(
        [
            '<process id="q" isExecutable="true"><property id="known"/>',
            f'<startEvent id="s">{heard}<messageEventDefinition messageRef="message_go"/></startEvent>',
            task("think"),
            f'<endEvent id="answer">{told}<messageEventDefinition messageRef="message_stop"/></endEvent>',
            path("s", "think", "answer"),
            "</process>",
        ]
    )
    made = runner(
        '<property id="mine"/>', start(), throw("ask", "go", asks), wait_for("hear", "stop"), end(),
        path("start", "ask", "hear", "end"), tail=answers,
    )  # fmt: skip
    one, answering_one, two, answering_two = (made.start("p", {"mine": 1}), 2, made.start("p", {"mine": 2}), 4)
    assert made.variables(answering_two) == {"known": 2}
    made.complete(answering_two, "think")
    assert [made.status(number) for number in (one, two)] == ["running", "completed"]
    made.complete(answering_one, "think")
    assert made.status(one) == "completed"


def test_each_of_several_instances_has_a_conversation_of_its_own() -> None:
    work = [start("b"), wait_for("w", "go"), wait_for("v", "stop"), end("e"), path("b", "w", "v", "e")]
    loop = "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>"
    made = runner(
        start(), "\n".join([f'<subProcess id="m">{loop}', *work, "</subProcess>"]), end(), path("start", "m", "end")
    )
    number = made.start()
    made.message("go", {"order": 1}, match={"loopCounter": 2})
    made.message("go", {"order": 2})
    made.message("stop", {"reference": 2})
    assert made.variables(number, "v")["loopCounter"] == 2
    made.message("stop", {"reference": 1})
    assert made.status(number) == "completed"


SUBSCRIPTION = """<correlationSubscription correlationKeyRef="key"><correlationPropertyBinding
correlationPropertyRef="number"><dataPath>mine</dataPath></correlationPropertyBinding></correlationSubscription>"""


def test_a_subscription_asks_the_data_of_the_process() -> None:
    """Context-based correlation: the key is worked out anew whenever the data change."""
    made = runner(SUBSCRIPTION, *TWO)
    one, two = made.start("p", {"mine": 1}), made.start("p", {"mine": 2})
    assert made.message("go", {"order": 2}) == two
    made.change(two, {"mine": 5})
    with pytest.raises(NothingWaits):
        made.message("stop", {"reference": 2})
    assert made.message("stop", {"reference": 5}) == two
    assert made.status(one) == "running"


def test_a_message_of_another_conversation_begins_an_instance() -> None:
    """A start event gets what no running instance is meant for."""
    begin = '<startEvent id="s"><messageEventDefinition messageRef="message_go"/></startEvent>'
    made = runner(begin, wait_for("again", "go"), end(), path("s", "again", "end"))
    one, two = made.message("go", {"order": 1}), made.message("go", {"order": 2})
    assert one != two
    assert made.message("go", {"order": 2}) == two
    assert (made.status(one), made.status(two)) == ("running", "completed")


BEGINNINGS = [
    '<eventBasedGateway id="g" instantiate="true"/>', '<eventBasedGateway id="h" instantiate="true" KIND/>',
    wait_for("a", "go"), wait_for("b", "stop"), wait_for("c", "go"), wait_for("d", "stop"), task("t"), task("u"),
    path("g", "a", "t"), path("g", "b", "t"), path("h", "c", "u"), path("h", "d", "u"),
]  # fmt: skip


def test_several_event_gateways_begin_an_instance_together() -> None:
    """13.5.1: the first message creates the instance, one for each other gateway is routed to it by its key."""
    made = runner(*[part.replace("KIND", "") for part in BEGINNINGS])
    number = made.message("go", {"order": 1}, element_id="a")
    assert made.waiting(number) == ["c", "d", "t"]
    assert made.message("stop", {"reference": 1}) == number
    assert made.waiting(number) == ["t", "u"]
    assert made.message("stop", {"reference": 2}) != number


def test_one_of_several_event_gateways_may_want_all_its_events() -> None:
    """10.6.6: eventGatewayType="Parallel" waits for all of them."""
    made = runner(*[part.replace("KIND", 'eventGatewayType="Parallel"') for part in BEGINNINGS])
    number = made.message("go", {"order": 1}, element_id="a")
    assert made.waiting(number) == ["t", "c", "d"]
    made.message("go", {"order": 1}, instance=number)
    made.message("stop", {"reference": 1}, instance=number)
    assert made.waiting(number) == ["t", "u", "u"]


def test_start_events_of_one_conversation_begin_one_instance() -> None:
    """13.2: a start event is routed to the instance that another one has begun for the same conversation."""
    begins = [
        f'<startEvent id="s{kind}"><messageEventDefinition messageRef="message_{kind}"/></startEvent>'
        for kind in ("go", "stop")
    ]
    made = runner(*begins, task("a"), task("b"), path("sgo", "a"), path("sstop", "b"))
    number = made.message("go", {"order": 1})
    assert made.message("stop", {"reference": 1}) == number
    assert made.waiting(number) == ["a", "b"]
    assert made.message("stop", {"reference": 2}) != number
    alone = runner(begins[0], task("a"), path("sgo", "a"))
    assert alone.message("go", {"order": 1}) != alone.message("go", {"order": 1}), "each begins its own otherwise"
    run = made.instances[number]
    with pytest.raises(NothingWaits):
        run.machine.join(run.state, "a", NOW)
    made.cancel(number)
    with pytest.raises(NothingWaits):
        run.machine.join(run.state, "sgo", NOW)


def test_receive_tasks_of_one_conversation_begin_one_instance() -> None:
    """13.2: what holds for start events holds for receive tasks that begin a process."""
    begins = [f'<receiveTask id="r{kind}" instantiate="true" messageRef="message_{kind}"/>' for kind in ("go", "stop")]
    made = runner(*begins, task("a"), task("b"), path("rgo", "a"), path("rstop", "b"))
    number = made.message("go", {"order": 1})
    assert made.message("stop", {"reference": 1, "more": 2}) == number
    assert made.waiting(number) == ["a", "b"]
    assert made.variables(number) == {"order": 1, "reference": 1, "more": 2}


def test_all_of_a_parallel_multiple_start_event_have_to_come_anew() -> None:
    """10.5.2: a message of the same conversation that comes again is not all that the event wants."""
    made = runner(event("startEvent", "s", "go+stop", 'parallelMultiple="true"'), task("a"), path("s", "a"))
    number = made.message("go", {"order": 1})
    assert made.message("stop", {"reference": 1}) == number
    assert made.message("go", {"order": 1}) == number
    assert made.waiting(number) == ["a", "s"]


def test_a_gateway_that_has_had_its_event_waits_no_more() -> None:
    """13.5.1: the message belongs to an instance that goes on, where nobody waits for it."""
    gateways = [part.replace("KIND", "") for part in BEGINNINGS]
    made = runner(*gateways)
    number = made.message("go", {"order": 1}, element_id="a")
    made.message("stop", {"reference": 1})
    with pytest.raises(NothingWaits, match="nobody waits for the message 'stop'"):
        made.message("stop", {"reference": 1})
    assert made.waiting(number) == ["t", "u"]


@pytest.mark.parametrize(
    ("head", "parts", "why"),
    [
        (HEAD + PROPERTY.replace('"message_go"', '"?"') + KEY, TWO, "leads nowhere"),
        (HEAD + PROPERTY + KEY.replace(">number<", ">?<"), TWO, "leads to no correlation property"),
        (HEAD + PROPERTY.replace("messagePath", "formalExpression") + KEY, TWO, "where it is found"),
        (HEAD + PROPERTY.replace("order", "a.b") + KEY, TWO, "cannot be read"),
        (CORRELATED, [SUBSCRIPTION.replace('"key"', '"?"'), *TWO], "leads to no correlation key"),
        (CORRELATED, [SUBSCRIPTION.replace('"number"', '"?"'), *TWO], "does not say what 'number' is"),
        (CORRELATED, [SUBSCRIPTION.replace("dataPath", "path"), *TWO], "has no dataPath"),
    ],
)
def test_half_a_correlation_is_refused(head: str, parts: list[str], why: str) -> None:
    with pytest.raises(DefinitionError, match=why):
        read(document(*parts, head=head))
