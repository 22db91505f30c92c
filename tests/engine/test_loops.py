"""Loops and several instances (BPMN 2.0, 10.3.8, 13.3.6, 13.3.7), start and completion quantity (10.3.1)."""

# ruff: noqa: E501 (models)

from __future__ import annotations

import pytest

from desktop.engine import EscalationThrown, LoopError, MessageThrown, SignalThrown

from .bpmn import HEAD, Story, end, on, parallel, path, start, task, what

DATA = '<dataObject id="list" name="items"/><dataObject id="out" name="results"/>'


def loop(condition: str = "", *, maximum: int | None = None, before: bool = False) -> str:
    inner = condition and f"<loopCondition>{condition}</loopCondition>"
    most = "" if maximum is None else f' loopMaximum="{maximum}"'
    return (
        f'<standardLoopCharacteristics testBefore="{str(before).lower()}"{most}>{inner}</standardLoopCharacteristics>'
    )


def multi(
    number: object = None, *, one_by_one: bool = False, until: str = "", behavior: str = "", inner: str = ""
) -> str:
    """Number of instances, or the collection items."""
    how_many = f"<loopCardinality>{number}</loopCardinality>"
    if number is None:
        how_many = "<loopDataInputRef>list</loopDataInputRef><loopDataOutputRef>out</loopDataOutputRef>"
        how_many += '<inputDataItem id="i" name="item"/><outputDataItem id="o" name="answer"/>'
    done = until and f"<completionCondition>{until}</completionCondition>"
    order = f' isSequential="{str(one_by_one).lower()}"'
    return f"<multiInstanceLoopCharacteristics{order} {behavior}>{how_many}{inner}{done}</multiInstanceLoopCharacteristics>"


def repeated(how: str, *more: str, host: str = "userTask", variables: dict | None = None) -> Story:
    inner = how
    if host == "subProcess":
        inner += start("s") + task("inner") + path("s", "inner")
    parts = [start(), DATA, f'<{host} id="work">{inner}</{host}>', task("next"), path("start", "work", "next")]
    return Story(*parts, *more, variables=variables or {})


# Standard loop ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["userTask", "subProcess"])
def test_a_loop_goes_on_while_its_condition_is_true(host: str) -> None:
    """13.3.6: tested after each round."""
    name = "work" if host == "userTask" else "inner"
    story = repeated(loop("more"), host=host, variables={"more": True})
    story.complete(name).complete(name)
    assert story.waiting == [name]
    assert story.complete(name, more=False).waiting == ["next"]


def test_a_loop_that_is_tested_before_may_not_happen_at_all() -> None:
    assert repeated(loop("more", before=True), variables={"more": False}).waiting == ["next"]
    assert repeated(loop("more", before=True), variables={"more": True}).waiting == ["work"]
    assert repeated(loop("more"), variables={"more": False}).waiting == ["work"]


def test_a_loop_has_a_maximum() -> None:
    """10.3.8: loopMaximum caps the rounds, whatever the condition says."""
    story = repeated(loop("true", maximum=3))
    assert story.complete("work").complete("work").waiting == ["work"]
    assert story.complete("work").waiting == ["next"]
    story = repeated(loop(maximum=2, before=True))
    assert story.complete("work").complete("work").waiting == ["next"]


def test_the_condition_knows_the_counter_and_the_result() -> None:
    """10.3.8: loopCounter; the result of a task in a loop belongs outside of it."""
    story = Story(start(), '<userTask id="work"><extensionElements><dw:task resultVariable="r"/></extensionElements>'
                  + loop('r != "yes" and loopCounter &lt; 5') + "</userTask>", task("next"), path("start", "work", "next"))  # fmt: skip
    story.complete("work", "no").complete("work", "yes")
    assert story.waiting == ["next"]
    assert story.state.variables == {"r": "yes"}


def test_a_script_in_a_loop_needs_nobody() -> None:
    script = loop("n &lt; 5", before=True) + "<script>n = n + 1</script>"
    story = Story(start(), f'<scriptTask id="work" scriptFormat="urn:dealwright:expression:1">{script}</scriptTask>',
                  task("next"), path("start", "work", "next"), variables={"n": 0})  # fmt: skip
    assert story.state.variables == {"n": 5}
    assert story.waiting == ["next"]


# Several instances -------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["userTask", "subProcess"])
def test_instances_at_the_same_time(host: str) -> None:
    """13.3.7: the activity is done when all are."""
    name = "work" if host == "userTask" else "inner"
    story = repeated(multi(3), host=host)
    assert story.waiting == [name] * 3
    assert story.complete(name).complete(name).waiting == [name]
    assert story.complete(name).waiting == ["next"]


@pytest.mark.parametrize("host", ["userTask", "subProcess"])
def test_instances_one_after_the_other(host: str) -> None:
    name = "work" if host == "userTask" else "inner"
    story = repeated(multi(3, one_by_one=True), host=host)
    for _ in range(3):
        assert story.waiting == [name]
        story.complete(name)
    assert story.waiting == ["next"]


@pytest.mark.parametrize("one_by_one", [True, False])
def test_no_instance_at_all(one_by_one: bool) -> None:
    assert repeated(multi(0, one_by_one=one_by_one)).waiting == ["next"]
    assert repeated(multi(one_by_one=one_by_one), variables={"items": []}).waiting == ["next"]


@pytest.mark.parametrize("one_by_one", [True, False])
def test_an_instance_for_each_of_a_collection(one_by_one: bool) -> None:
    """10.3.8: loopDataInputRef and inputDataItem in, outputDataItem and loopDataOutputRef out, in their order."""
    story = repeated(multi(one_by_one=one_by_one), variables={"items": ["a", "b", "c"]})
    while "work" in story.waiting:
        wait = story.state.waits[-1]
        scope = next(scope for scope in story.state.scopes if scope.id == wait.scope)
        answer = f"{scope.variables['item']}{scope.variables['loopCounter']}"
        story._take(story.machine.complete(story.state, wait.token, story.now, variables={"answer": answer}))
    assert story.state.variables["results"] == ["a1", "b2", "c3"]
    assert story.waiting == ["next"]


def test_a_completion_condition_ends_the_rest() -> None:
    """13.3.7: evaluated after each instance; what is left is cancelled."""
    story = repeated(multi(5, until="numberOfCompletedInstances &gt;= 2"))
    story.complete("work").complete("work")
    assert story.waiting == ["next"]
    assert story.told()[:3] == ["! work", "< work", "= {'numberOfActiveInstances': 3, 'numberOfCompletedInstances': 2}"]
    story = repeated(multi(5, until="numberOfCompletedInstances &gt;= 2", one_by_one=True))
    assert story.complete("work").complete("work").waiting == ["next"]


@pytest.mark.parametrize("number", ["-1", "1.5", '"3"', "true", "null", "1000000"])
def test_a_number_of_instances_must_make_sense(number: str) -> None:
    with pytest.raises(LoopError, match="work"):
        repeated(multi(number))


def test_a_collection_must_be_a_list() -> None:
    with pytest.raises(LoopError, match="no list"):
        repeated(multi(), variables={"items": "abc"})


def test_a_boundary_event_stands_on_the_whole_activity() -> None:
    """13.5.3: one event for all instances, which ends all of them."""
    story = repeated(multi(3), on("edge", "work", "go"), task("other"), path("edge", "other"))
    assert story.waiting.count("edge") == 1
    assert story.message("go").waiting == ["other"]
    assert len(story.state.scopes) == 1


def test_an_error_in_one_instance_ends_all() -> None:
    story = repeated(multi(3), on("edge", "work", "lost"), task("other"), path("edge", "other"), host="subProcess")
    assert story.error("inner", "lost").waiting == ["other"]
    assert len(story.state.scopes) == 1


def test_a_terminate_end_event_ends_its_own_instance_only() -> None:
    """13.5.6: in case of a multi-instance sub-process only the affected instance is terminated."""
    inner = multi(2) + start("s") + task("inner") + end("t", "terminate") + path("s", "inner", "t")
    story = Story(start(), f'<subProcess id="work">{inner}</subProcess>', task("next"), path("start", "work", "next"))
    assert story.complete("inner").waiting == ["inner"]
    assert story.complete("inner").waiting == ["next"]


def behaving(behavior: str, event: str, inner: str = "") -> Story:
    head = HEAD + f'<signalEventDefinition id="thrown" signalRef="signal_{event}"/>' if event else HEAD
    reference = f' {behavior.lower()}BehaviorEventRef="thrown"' if event else ""
    how = multi(3, behavior=f'behavior="{behavior}"{reference}', inner=inner)
    return Story(start(), f'<userTask id="work">{how}</userTask>', on("edge", "work", "red", interrupting=False), task("noted"),
                 task("next"), path("start", "work", "next"), path("edge", "noted"), head=head)  # fmt: skip


def test_behaviour_none_throws_for_every_instance() -> None:
    """13.3.7: the event is caught on the border of the activity."""
    story = behaving("None", "red").complete("work")
    assert story.told(SignalThrown) == ["signal red work"]
    story.complete("work").complete("work")
    assert story.waiting.count("noted") == 3


def test_behaviour_one_throws_for_the_first() -> None:
    story = behaving("One", "red").complete("work").complete("work").complete("work")
    assert sorted(story.waiting) == ["next", "noted"]


def test_behaviour_all_throws_nothing() -> None:
    story = behaving("All", "").complete("work").complete("work").complete("work")
    assert story.waiting == ["next"]


def test_behaviour_complex_throws_what_its_conditions_say() -> None:
    """10.3.8: the events whose condition is true when an instance is done."""
    definitions = "".join(
        f'<complexBehaviorDefinition><condition>{condition}</condition><event id="e{n}">{what(kind)}</event></complexBehaviorDefinition>'
        for n, (condition, kind) in enumerate(
            [("numberOfCompletedInstances == 2", "red"), ("numberOfCompletedInstances == 3", "go"), ("true", "late")]
        )
    )
    story = behaving("Complex", "", definitions).complete("work")
    assert story.told(SignalThrown, MessageThrown, EscalationThrown) == ["escalation late work None"]
    story.complete("work")
    assert story.waiting.count("noted") == 1
    assert story.complete("work").told(MessageThrown) == ["message go work"]


def test_what_instances_throw_may_interrupt_them_all() -> None:
    head = HEAD + '<escalationEventDefinition id="thrown" escalationRef="escalation_late"/>'
    how = multi(3, behavior='behavior="One" oneBehaviorEventRef="thrown"')
    story = Story(start(), f'<userTask id="work">{how}</userTask>', on("edge", "work", "late"), task("other"),
                  path("start", "work"), path("edge", "other"), head=head)  # fmt: skip
    assert story.complete("work").waiting == ["other"]
    assert len(story.state.scopes) == 1


def test_instances_of_instances() -> None:
    inner = multi(2) + start("s") + f'<userTask id="leaf">{multi(2, one_by_one=True)}</userTask>' + path("s", "leaf")
    story = Story(start(), f'<subProcess id="work">{inner}</subProcess>', task("next"), path("start", "work", "next"))
    for _ in range(4):
        assert "next" not in story.waiting
        story.complete("leaf")
    assert story.waiting == ["next"]


def test_many_instances_keep_their_own_state_small() -> None:
    story = repeated(multi(1500))
    assert len(story.state.waits) == 1500, "they are no endless circle, even if they are many"


# Quantities -------------------------------------------------------------------------------------------


def test_start_quantity_gathers_tokens() -> None:
    """10.3.1: an activity begins when so many tokens have come, on whatever flows."""
    story = Story(start(), parallel("split"), task("a"), task("b"), task("c"), '<userTask id="work" startQuantity="2"/>',
                  path("start", "split", "a", "work"), path("split", "b", "work"), path("split", "c", "work"))  # fmt: skip
    assert story.complete("a").waiting == ["b", "c"]
    assert sorted(story.complete("b").waiting) == ["c", "work"]
    story.complete("work")
    assert story.waiting == ["c"]


def test_completion_quantity_gives_several_tokens() -> None:
    story = Story(start(), '<userTask id="work" completionQuantity="3"/>', task("next"), path("start", "work", "next"))
    assert story.complete("work").waiting == ["next"] * 3


@pytest.mark.parametrize("one_by_one", [True, False])
def test_the_numbers_of_instances_always_sum_up(one_by_one: bool) -> None:
    """10.3.8: active, completed and terminated instances are those that were made."""
    story = repeated(multi(3, one_by_one=one_by_one))
    for made in (1, 2, 3) if one_by_one else (3, 3, 3):
        numbers = next(scope.variables for scope in story.state.scopes if scope.kind == "multi")
        assert numbers["numberOfInstances"] == made
        kinds = ("Active", "Completed", "Terminated")
        assert sum(numbers[f"numberOf{kind}Instances"] for kind in kinds) == made
        story.complete("work")
    assert story.waiting == ["next"]


def test_without_a_reference_a_nameless_signal_is_thrown_and_heard_on_the_border() -> None:
    """10.3.8: the default signal carries the numbers of the activity."""
    how = multi(2, behavior='behavior="One"')
    border = (
        '<boundaryEvent id="edge" attachedToRef="work" cancelActivity="false"><signalEventDefinition/></boundaryEvent>'
    )
    story = Story(start(), f'<userTask id="work">{how}</userTask>', border, task("noted"), task("next"),
                  path("start", "work", "next"), path("edge", "noted"))  # fmt: skip
    story.complete("work")
    assert sorted(story.waiting) == ["edge", "noted", "work"]
    assert story.state.variables["numberOfCompletedInstances"] == 1
    assert sorted(story.complete("work").waiting) == ["next", "noted"]
