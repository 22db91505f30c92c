"""Sub-processes, boundary events, errors and scopes (BPMN 2.0, 10.3.5, 10.5.6, 13.3.4, 13.5.3)."""

from __future__ import annotations

import pytest

from desktop.engine import ElementCancelled, NothingWaits, WaitClosed

from .bpmn import (
    NOW,
    Story,
    end,
    flow,
    gateway,
    on_error,
    on_message,
    parallel,
    path,
    start,
    sub,
    task,
)


def stage(*parts: str) -> Story:
    """A sub-process with two tasks side by side, and whatever else is given."""
    inside = [
        start("s"),
        parallel("split"),
        task("a", result="ra"),
        task("b"),
        path("s", "split", "a"),
        path("split", "b"),
    ]
    return Story(start(), sub("stage", *inside), task("next"), path("start", "stage", "next"), *parts)


def test_sub_process_is_done_when_no_token_is_left_in_it():
    """13.3.4."""
    story = stage()
    assert story.waiting == ["a", "b"]
    assert story.complete("a").waiting == ["b"]
    story.complete("b")
    assert story.told() == ["! b", "< b", "< stage", "- stage-next", "> next", "+ next"]
    assert len(story.state.scopes) == 1


def test_sub_process_without_start_event_begins_with_all_nodes_nothing_leads_to():
    """10.3.5, 13.3.4: a parallel box."""
    story = Story(
        start(), sub("box", task("a"), task("b"), task("c"), path("a", "c")), end(), path("start", "box", "end")
    )
    assert story.waiting == ["a", "b"]
    assert story.complete("a").complete("b").complete("c").status == "completed"


def test_several_tokens_run_a_sub_process_several_times_apart():
    """13.3.1: each has its own scope and its own variables."""
    inside = [
        start("s"),
        task("a", result="r"),
        gateway("g"),
        end("e"),
        path("s", "a", "g"),
        flow("g", "e", 'r == "x"'),
    ]
    story = Story(start(), sub("box", *inside), path("start", "box"), flow("start", "box", number="again"))
    first, second = story.state.waits
    assert first.scope != second.scope
    state = story.machine.complete(story.state, second.token, NOW, result="x").state
    assert [wait.token for wait in state.waits] == [first.token]
    assert [dict(scope.variables) for scope in state.scopes] == [{}, {"r": None}]


def test_joins_of_two_runs_of_a_sub_process_are_apart():
    """13.4.1: tokens meet only within their own scope."""
    inside = [start("s"), parallel("split"), task("a"), task("b"), parallel("join"), end("e"),
              path("s", "split", "a", "join", "e"), path("split", "b", "join")]  # fmt: skip
    story = Story(start(), sub("box", *inside), path("start", "box"), flow("start", "box", number="again"))
    first = next(wait for wait in story.state.waits if wait.element_id == "a")
    second = [wait for wait in story.state.waits if wait.element_id == "b"][1]
    state = story.machine.complete(story.state, first.token, NOW).state
    state = story.machine.complete(state, second.token, NOW).state
    assert sorted(wait.element_id for wait in state.waits) == ["a", "b"]
    assert len(state.scopes) == 3
    for wait in state.waits:
        state = story.machine.complete(state, wait.token, NOW).state
    assert state.status == "completed"


def test_variables_are_read_from_the_inside_out_and_written_where_they_are():
    inside = [
        start("s"),
        task("a", result="answer"),
        gateway("g"),
        task("c"),
        path("s", "a", "g"),
        flow("g", "c", 'answer == "yes" and amount == 2'),
    ]
    story = Story(start(), sub("box", *inside), path("start", "box"), variables={"amount": 1, "answer": "outer"})
    assert dict(story.state.scopes[1].variables) == {"answer": None}
    story.complete("a", "yes", amount=2, fresh=3)
    assert story.waiting == ["c"]
    assert story.state.variables == {"amount": 2, "answer": "outer", "fresh": 3}
    assert dict(story.state.scopes[1].variables) == {"answer": "yes"}
    story.complete("c", answer="again")
    assert story.state.variables["answer"] == "outer"


def test_variables_of_a_sub_process_die_with_it():
    story = stage().complete("a", "done").complete("b")
    assert story.state.variables == {}


def test_terminate_in_a_sub_process_ends_that_sub_process_only():
    """13.5.6: all activities of the scope end; the process goes on after the sub-process."""
    deep = sub("deep", start("ds"), task("d"), path("ds", "d"))
    inside = [
        start("s"),
        parallel("split"),
        task("a"),
        end("stop", "terminate"),
        task("b"),
        deep,
        path("s", "split", "a", "stop"),
        path("split", "b"),
        path("split", "deep"),
    ]
    story = Story(start(), sub("box", *inside), task("next"), path("start", "box", "next"))
    story.complete("a")
    assert story.told() == [
        "! a", "< a", "- a-stop", "> stop", "< stop",
        "~ d", "x d", "~ b", "x b", "x deep",
        "< box", "- box-next", "> next", "+ next",
    ]  # fmt: skip
    assert story.status == "running"


def test_boundary_message_cancels_everything_inside_before_anything_else_moves():
    """13.5.3: interrupting; the deepest first."""
    deep = sub("deep", start("ds"), task("d"), path("ds", "d"))
    inside = [
        start("s"),
        parallel("split"),
        task("a"),
        task("b"),
        deep,
        parallel("join"),
        task("c"),
        path("s", "split", "a", "join", "c"),
        path("split", "b", "join"),
        path("split", "deep"),
    ]
    story = Story(
        start(),
        sub("box", *inside),
        on_message("changed", "box"),
        on_message("quit", "box", "stop"),
        task("t"),
        path("start", "box"),
        path("changed", "t"),
        path("quit", "t"),
    )
    story.complete("a")
    story.message("go", why="jump")
    assert story.told() == [
        "= {'why': 'jump'}", "! changed",
        "~ d", "x d", "~ b", "x b", "x deep", "~ quit", "x box",
        "> changed", "< changed", "- changed-t", "> t", "+ t",
    ]  # fmt: skip
    assert story.waiting == ["t"]
    assert len(story.state.scopes) == 1
    with pytest.raises(NothingWaits):
        story.message("go")


def test_boundary_message_may_lead_back_into_the_same_sub_process():
    """R5: entering a stage anew makes all its tasks anew."""
    story = stage(on_message("again", "stage"), path("again", "stage")).complete("a", "done")
    old = {wait.token for wait in story.state.waits}
    story.message("go")
    assert story.told(WaitClosed, ElementCancelled) == ["! again", "~ b", "x b", "x stage"]
    assert sorted(story.waiting) == ["a", "again", "b"]
    assert not old & {wait.token for wait in story.state.waits}
    assert [dict(scope.variables) for scope in story.state.scopes] == [{}, {"ra": None}]


def test_error_end_is_caught_on_the_border_of_its_sub_process():
    """10.5.6: the nearest enclosing activity that catches it, everything inside cancelled."""
    inside = [
        start("s"),
        parallel("split"),
        task("a"),
        task("b"),
        end("lost", "lost"),
        path("s", "split", "a", "lost"),
        path("split", "b"),
    ]
    story = Story(
        start(),
        sub("box", *inside),
        on_error("on_lost", "box", "lost"),
        on_error("on_other", "box", "broken"),
        end("won"),
        end("gone"),
        end("bad"),
        path("start", "box", "won"),
        path("on_lost", "gone"),
        path("on_other", "bad"),
    )
    story.complete("a")
    assert story.told()[3:] == [
        "> lost", "< lost", "~ b", "x b", "x box", "> on_lost", "< on_lost", "- on_lost-gone", "> gone", "< gone",
        "end completed gone None",
    ]  # fmt: skip


def nested(*catchers: str) -> Story:
    names = [catcher.split('id="')[1].split('"')[0] for catcher in catchers]
    leaf = sub("inner", start("is"), task("work"), path("is", "work"))
    inner = [
        start("os"),
        leaf,
        path("os", "inner"),
        *[catcher for catcher in catchers if "outer" not in catcher],
        *[task(f"t_{name}") + path(name, f"t_{name}") for name in names if "outer" not in name],
    ]
    return Story(
        start(),
        sub("outer", *inner),
        path("start", "outer"),
        *[catcher for catcher in catchers if "outer" in catcher],
        *[task(f"t_{name}") + path(name, f"t_{name}") for name in names if "outer" in name],
    )


@pytest.mark.parametrize(
    ("catchers", "code", "caught"),
    [
        ([on_error("task_lost", "work", "lost")], "lost", None),
        ([on_error("inner_lost", "inner", "lost"), on_error("outer_lost", "outer", "lost")], "lost", "inner_lost"),
        ([on_error("inner_broken", "inner", "broken"), on_error("outer_lost", "outer", "lost")], "lost", "outer_lost"),
        ([on_error("inner_any", "inner"), on_error("outer_lost", "outer", "lost")], "lost", "inner_any"),
        ([on_error("inner_any", "inner"), on_error("inner_lost", "inner", "lost")], "lost", "inner_lost"),
        ([on_error("inner_any", "inner"), on_error("inner_lost", "inner", "lost")], "strange", "inner_any"),
    ],
)
def test_errors_are_caught_by_the_nearest_border_that_wants_them(catchers, code, caught):
    """10.5.6: innermost first; on one border the event for the code before the one for all."""
    if caught is None:
        story = Story(start(), task("work"), *catchers, task("t"), path("start", "work"), path("task_lost", "t"))
        assert story.error("work", code).waiting == ["t"]
        return
    story = nested(*catchers).error("work", code)
    assert story.waiting == [f"t_{caught}"]


def test_error_that_nobody_catches_ends_the_instance_inside_out():
    story = nested().error("work", "strange", note="why")
    assert story.told() == ["= {'note': 'why'}", "~ work", "x work", "x inner", "x outer", "end error work strange"]
    assert (story.status, story.state.error_code) == ("error", "strange")


def test_error_needs_a_task_that_waits():
    story = stage(on_message("again", "stage"), path("again", "next"))
    with pytest.raises(NothingWaits):
        story.machine.error(story.state, story.wait("again").token, NOW, code="lost")


def test_cancelled_tokens_do_not_linger_in_a_join():
    """13.4.1: the join of the second round knows nothing of the first, which a message cut short."""
    inside = [
        start("s"),
        parallel("split"),
        task("a"),
        task("b"),
        parallel("join"),
        end("e"),
        path("s", "split", "a", "join", "e"),
        path("split", "b", "join"),
    ]
    story = Story(
        start(),
        sub("box", *inside),
        on_message("again", "box"),
        task("next"),
        path("start", "box", "next"),
        path("again", "box"),
    )
    story.complete("a").message("go").complete("b")
    assert sorted(story.waiting) == ["a", "again"]
    assert story.complete("a").waiting == ["next"]


def test_cancel_goes_from_the_inside_out():
    story = nested().cancel()
    assert story.told() == ["~ work", "x work", "x inner", "x outer", "end cancelled None None"]


def test_tokens_on_their_way_are_cancelled_too():
    """An error end beside tasks that have not begun yet: they never begin."""
    inside = [
        start("s"),
        parallel("split"),
        end("lost", "lost"),
        task("a"),
        path("s", "split", "lost"),
        path("split", "a"),
    ]
    story = Story(
        start(), sub("box", *inside), on_error("caught", "box"), task("t"), path("start", "box"), path("caught", "t")
    )
    assert story.waiting == ["t"]
    assert "> a" not in story.told()


def test_conditions_after_a_sub_process_are_asked_outside_of_it():
    inside = [start("s"), task("a", result="r"), path("s", "a")]
    story = Story(
        start(),
        sub("box", *inside),
        gateway("g", default="g-no"),
        task("yes"),
        task("no"),
        path("start", "box", "g", "no"),
        flow("g", "yes", 'r == "x"'),
        variables={"r": "x"},
    )
    assert story.complete("a", "y").waiting == ["yes"]
