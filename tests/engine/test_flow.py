"""Events, tasks and gateways on one level: who gets the tokens (BPMN 2.0, clause 13)."""

from __future__ import annotations

import pytest

from desktop.engine import (
    AmbiguousMessage,
    ElementEntered,
    ExpressionError,
    FlowTaken,
    NoFlowTaken,
    NoResultVariable,
    NothingWaits,
    State,
    StateError,
    StepLimitReached,
    Stuck,
    VariableError,
    WaitOpened,
)

from .bpmn import (
    NOW,
    Story,
    catch,
    end,
    flow,
    gateway,
    on_message,
    parallel,
    path,
    start,
    sub,
    task,
)


def test_start_to_end_completes_at_once():
    """13.2: an instance without anything to wait for is over when its last token is used up."""
    story = Story(start(), end(), path("start", "end"))
    assert story.status == "completed"
    assert story.told() == ["> start", "< start", "- start-end", "> end", "< end", "end completed end None"]
    assert story.state.ended_by == "end"


@pytest.mark.parametrize(("tag", "kind"), [("userTask", "user"), ("manualTask", "manual"), ("serviceTask", "service")])
def test_task_waits_until_it_is_completed(tag, kind):
    """13.3.3: user, manual and service tasks wait for the world outside."""
    story = Story(start(), task("work", tag), end(), path("start", "work", "end"))
    assert [(wait.kind, wait.name, wait.scope) for wait in story.state.waits] == [(kind, None, 0)]
    story.complete("work")
    assert story.told() == ["! work", "< work", "- work-end", "> end", "< end", "end completed end None"]


def test_abstract_task_completes_when_activated():
    """13.3.3: "Upon activation, the Abstract Task completes"."""
    story = Story(start(), task("work", "task"), end(), path("start", "work", "end"))
    assert story.status == "completed"
    assert "> work" in story.told()


def test_result_goes_to_the_result_variable_which_is_null_while_the_task_is_open():
    story = Story(start(), task("ask", result="answer"), task("next"), end(), path("start", "ask", "next", "end"))
    assert story.state.variables == {"answer": None}
    assert story.told()[-2:] == ["= {'answer': None}", "+ ask"]
    story.complete("ask", "yes")
    assert story.state.variables == {"answer": "yes"}
    assert story.told()[0] == "= {'answer': 'yes'}"


def test_result_without_variable_is_an_error_and_not_lost():
    story = Story(start(), task("ask"), end(), path("start", "ask", "end"))
    with pytest.raises(NoResultVariable, match="ask"):
        story.complete("ask", "yes")


def choice(*, default: str = "") -> Story:
    return Story(
        start(), task("ask", result="answer"), gateway("which", default=default),
        task("a"), task("b"), task("c"), path("start", "ask", "which"),
        flow("which", "a", 'answer == "a"'), flow("which", "b", 'answer == "a" or answer == "b"'),
        flow("which", "c", None if default else 'answer == "c"'),
    )  # fmt: skip


@pytest.mark.parametrize("answer", ["a", "b", "c"])
def test_exclusive_gateway_takes_the_first_true_flow(answer):
    """13.4.2: the conditions are evaluated in order, the first true one gets the token."""
    story = choice().complete("ask", answer)
    assert story.waiting == [answer]
    assert story.told(FlowTaken) == ["- ask-which", f"- which-{answer}"]


def test_exclusive_gateway_takes_the_default_when_nothing_is_true():
    assert choice(default="which-c").complete("ask", "x").waiting == ["c"]


def test_exclusive_gateway_without_a_true_flow_is_an_error_naming_it():
    """13.4.2: an exception; the given state is still good."""
    story = choice()
    before = story.state
    with pytest.raises(NoFlowTaken, match="which") as caught:
        story.complete("ask", "x")
    assert caught.value.element_id == "which"
    assert story.state is before
    assert story.complete("ask", "a").waiting == ["a"]


def test_the_order_of_evaluation_is_that_of_the_outgoing_list():
    story = Story(
        start(), '<exclusiveGateway id="g"><outgoing>g-b</outgoing><outgoing>g-a</outgoing></exclusiveGateway>',
        task("a"), task("b"), path("start", "g"), flow("g", "a", "true"), flow("g", "b", "true"),
    )  # fmt: skip
    assert story.waiting == ["b"]


def test_exclusive_gateway_merges_without_waiting():
    """13.4.2: every token that arrives goes on."""
    story = Story(
        start(),
        parallel("split"),
        gateway("merge"),
        task("a"),
        path("start", "split"),
        flow("split", "merge", number="one"),
        flow("split", "merge", number="two"),
        path("merge", "a"),
    )
    assert story.waiting == ["a", "a"]
    first, second = story.state.waits
    assert first.token != second.token


def test_parallel_gateway_splits_and_joins():
    """13.4.1: a token for every outgoing flow; joined when every incoming flow has one."""
    story = Story(
        start(),
        parallel("split"),
        task("a"),
        task("b"),
        parallel("join"),
        end(),
        path("start", "split", "a", "join", "end"),
        path("split", "b", "join"),
    )
    assert story.waiting == ["a", "b"]
    story.complete("a")
    assert story.waiting == ["b"]
    assert story.told(ElementEntered) == []
    assert [(token.element_id, token.flow_id) for token in story.state.tokens] == [("b", None), ("join", "a-join")]
    story.complete("b")
    assert story.status == "completed"
    assert story.told(ElementEntered) == ["> join", "> end"]


def test_join_keeps_an_entry_for_each_token_and_flow():
    """13.4.1: two tokens on one flow do not stand for one on each; the second stays for the next round."""
    story = Story(
        start(), parallel("split"), task("a1"), task("a2"), task("b"), gateway("merge"), parallel("join"),
        task("after"), path("start", "split", "a1", "merge", "join", "after"), path("split", "a2", "merge"),
        path("split", "b", "join"),
    )  # fmt: skip
    story.complete("a1").complete("a2")
    assert story.waiting == ["b"]
    story.complete("b")
    assert story.waiting == ["after"]
    assert [(token.element_id, token.flow_id) for token in story.state.tokens] == [
        ("join", "merge-join"),
        ("after", None),
    ]


def test_a_join_that_can_never_be_complete_is_told_at_once():
    with pytest.raises(Stuck, match="join"):
        Story(
            start(),
            gateway("g", default="g-join"),
            parallel("join"),
            task("a"),
            end(),
            path("start", "g", "join", "end"),
            flow("g", "a", "false"),
            path("a", "join"),
        )


def test_several_outgoing_flows_of_a_task_are_a_parallel_split():
    """13.3.1: uncontrolled flow."""
    story = Story(start(), task("t"), task("a"), task("b"), path("start", "t", "a"), path("t", "b"))
    assert story.complete("t").waiting == ["a", "b"]
    assert story.complete("a").complete("b").status == "completed"


def test_several_incoming_flows_start_a_task_several_times():
    """13.3.1: each token starts the activity."""
    story = Story(start(), task("a"), path("start", "a"), flow("start", "a", number="again"))
    assert story.waiting == ["a", "a"]


def test_conditional_flows_of_a_task_are_all_taken_that_are_true():
    """10.6.1, 13.3.1: conditional flows of an activity choose like an inclusive split."""
    story = Story(
        start(),
        task("t"),
        task("a"),
        task("b"),
        task("c"),
        path("start", "t", "c"),
        flow("t", "a", "n > 1"),
        flow("t", "b", "n > 2"),
    )
    for number, waiting in ((1, ["c"]), (2, ["c", "a"]), (3, ["c", "a", "b"])):
        step = story.machine.complete(story.state, story.wait("t").token, NOW, variables={"n": number})
        assert sorted(wait.element_id for wait in step.state.waits) == sorted(waiting)


@pytest.mark.parametrize(("number", "waiting"), [(0, ["c"]), (2, ["a"]), (3, ["a", "b"])])
def test_default_flow_of_a_task_is_taken_only_if_no_condition_is_true(number, waiting):
    story = Story(
        start(),
        '<userTask id="t" default="t-c"/>',
        task("a"),
        task("b"),
        task("c"),
        path("start", "t", "c"),
        flow("t", "a", "n > 1"),
        flow("t", "b", "n > 2"),
    )
    assert story.complete("t", n=number).waiting == waiting


def test_conditional_flows_of_which_none_is_true_are_an_error():
    story = Story(
        start(), task("t"), task("a"), task("b"), path("start", "t"), flow("t", "a", "n > 1"), flow("t", "b", "n > 2")
    )
    with pytest.raises(NoFlowTaken, match="t"):
        story.complete("t", n=0)


def test_the_end_of_a_path_needs_no_end_event():
    """10.5.3: an activity without outgoing flow ends its path."""
    story = Story(start(), task("t"), path("start", "t")).complete("t")
    assert story.status == "completed"
    assert story.state.ended_by == "t"


def test_catch_event_waits_for_its_message():
    """13.5.2: the token waits at the event until the message comes."""
    story = Story(start(), catch("wait"), task("t"), path("start", "wait", "t"))
    assert [(wait.kind, wait.name) for wait in story.state.waits] == [("message", "go")]
    with pytest.raises(NothingWaits, match="stop"):
        story.message("stop")
    assert story.message("go", answer=42).waiting == ["t"]
    assert story.state.variables == {"answer": 42}


def test_terminate_end_stops_everything_else():
    """13.5.6: terminate ends the instance with all its tokens."""
    story = Story(
        start(),
        parallel("split"),
        task("a"),
        task("b"),
        end("stop", "terminate"),
        path("start", "split", "a", "stop"),
        path("split", "b"),
    )
    story.complete("a")
    assert story.status == "terminated"
    assert story.told()[-5:] == ["> stop", "< stop", "~ b", "x b", "end terminated stop None"]


def test_error_end_that_nobody_catches_ends_the_instance():
    story = Story(
        start(),
        parallel("split"),
        task("a"),
        task("b"),
        end("failed", "lost"),
        path("start", "split", "a", "failed"),
        path("split", "b"),
    )
    story.complete("a")
    assert story.told()[-1] == "end error failed lost"
    assert (story.status, story.state.ended_by, story.state.error_code) == ("error", "failed", "lost")


def test_cancel_ends_the_whole_instance():
    story = Story(start(), task("a"), end(), path("start", "a", "end")).cancel()
    assert story.told() == ["~ a", "x a", "end cancelled None None"]
    for again in (story.cancel, lambda: story.message("go"), lambda: story.machine.complete(story.state, 2, NOW)):
        with pytest.raises(NothingWaits):
            again()


def test_a_task_is_completed_once():
    story = Story(start(), task("a"), task("b"), end(), path("start", "a", "b", "end"))
    token = story.wait("a").token
    story.complete("a")
    with pytest.raises(NothingWaits, match=str(token)):
        story.machine.complete(story.state, token, NOW)


def test_a_message_wait_cannot_be_completed_as_a_task():
    story = Story(start(), catch("wait"), end(), path("start", "wait", "end"))
    with pytest.raises(NothingWaits):
        story.complete("wait")


def test_a_task_done_anew_has_a_new_token():
    story = Story(
        start(),
        task("call", result="r"),
        gateway("g", default="g-call"),
        end(),
        path("start", "call", "g", "call"),
        flow("g", "end", 'r == "reached"'),
    )
    first = story.wait("call").token
    story.complete("call", "later")
    assert story.wait("call").token != first
    assert story.state.variables == {"r": None}
    assert story.complete("call", "reached").status == "completed"


def test_the_state_does_not_grow_with_its_history():
    """The state holds what is alive: a thousand rounds leave it as it was."""
    story = Story(
        start(), task("a"), end(), gateway("g", default="g-a"), path("start", "a", "g", "a"), flow("g", "end", "false")
    )
    size = len(str(story.state.to_json()))
    state = story.state
    for _ in range(1000):
        state = story.machine.complete(state, state.waits[0].token, NOW).state
    assert len(str(state.to_json())) <= size + 9, "only the counters may have more digits"


def test_an_endless_circle_stops_at_the_step_limit():
    with pytest.raises(StepLimitReached, match="more than 50 steps"):
        Story(
            start(),
            task("a", "task"),
            gateway("g", default="g-a"),
            end(),
            path("start", "a", "g", "a"),
            flow("g", "end", "false"),
            step_limit=50,
        )


def test_a_name_that_nobody_knows_names_the_flow():
    story = Story(
        start(), task("t"), gateway("g"), end(), path("start", "t", "g"), flow("g", "end", "amount > 1", "if_large")
    )
    with pytest.raises(ExpressionError, match=r"if_large.*'amount'") as caught:
        story.complete("t")
    assert caught.value.element_id == "if_large"
    assert story.complete("t", amount=2).status == "completed"


@pytest.mark.parametrize("condition", ["1", "null", '"true"', "amount"])
def test_a_condition_is_true_or_false_and_nothing_else(condition):
    with pytest.raises(ExpressionError, match="neither true nor false"):
        Story(start(), gateway("g"), end(), path("start", "g"), flow("g", "end", condition), variables={"amount": 1})


@pytest.mark.parametrize("value", [{1, 2}, object(), float("nan"), float("inf"), 2**63, {1: 2}, (1, 2), b"x", NOW])
def test_variables_are_what_json_can_say(value):
    with pytest.raises(VariableError, match="odd"):
        Story(start(), end(), path("start", "end"), variables={"odd": value})


def test_variables_are_copied_on_the_way_in():
    given = {"list": [1, 2, {"a": []}]}
    story = Story(start(), task("a"), path("start", "a"), variables=given)
    given["list"][2]["a"].append(3)
    assert story.state.variables == {"list": [1, 2, {"a": []}]}


def test_moments_have_a_time_zone():
    story = Story(start(), task("a"), path("start", "a"))
    with pytest.raises(ValueError, match="time zone"):
        story.machine.cancel(story.state, NOW.replace(tzinfo=None))


def test_boundary_message_on_a_task_and_its_wait():
    """13.5.3: the wait opens with the activity and closes with it."""
    story = Story(
        start(), task("a"), task("b"), task("c"), on_message("stop", "a"), path("start", "a", "b"), path("stop", "c")
    )
    assert story.told(WaitOpened) == ["+ a", "+ stop"]
    assert {wait.token for wait in story.state.waits} == {story.wait("a").token}
    before = story.state
    story.complete("a")
    assert story.told()[:3] == ["! a", "~ stop", "< a"]
    step = story.machine.message(before, "go", NOW)
    assert [wait.element_id for wait in step.state.waits] == ["c"]


def test_a_message_for_two_is_not_guessed():
    """8.4.2: a message is received once; who is meant must be said."""
    story = Story(
        start(),
        parallel("split"),
        catch("one"),
        catch("two"),
        task("a"),
        task("b"),
        path("start", "split", "one", "a"),
        path("split", "two", "b"),
    )
    with pytest.raises(AmbiguousMessage, match="one, two"):
        story.message("go")
    assert story.message("go", element_id="two").waiting == ["one", "b"]
    assert story.message("go").waiting == ["b", "a"]


def test_state_of_another_process_is_refused():
    story = Story(start(), task("a"), path("start", "a"))
    data = story.state.to_json() | {"p": "other"}
    with pytest.raises(StateError, match="other"):
        story.machine.cancel(State.from_json(data), NOW)


def test_deep_nesting_needs_no_recursion():
    parts = [start("s20"), task("t"), path("s20", "t")]
    for level in range(19, -1, -1):
        parts = [start(f"s{level}"), sub(f"sub{level}", *parts), path(f"s{level}", f"sub{level}")]
    story = Story(*parts)
    assert len(story.state.scopes) == 21
    assert story.complete("t").status == "completed"
