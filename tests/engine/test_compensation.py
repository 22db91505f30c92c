"""Compensation and transactions (BPMN 2.0, 10.7, 13.5.5)."""

# ruff: noqa: E501 (models)

from __future__ import annotations

import pytest

from .bpmn import Story, end, event_sub, gateway, on, parallel, path, start, sub, task, throw, undone_by
from .test_loops import loop, multi


def trip(*last: str, thrower: str = "") -> list[str]:
    """Three tasks in a row, each undone by another; then a throw event."""
    return [
        start(), task("a"), task("b"), task("c"), undone_by("a", "ua"), undone_by("b", "ub"), undone_by("c", "uc"),
        thrower or throw("back", "compensate"), task("after"), path("start", "a", "b", "c", "back", "after"), *last,
    ]  # fmt: skip


def test_compensation_goes_backwards_one_after_the_other() -> None:
    """13.5.5: in reverse order of completion; the throw event waits for the end of it."""
    story = Story(*trip()).complete("a").complete("b").complete("c")
    for name in ("uc", "ub", "ua"):
        assert story.waiting == [name]
        story.complete(name)
    assert story.waiting == ["after"]
    assert story.state.scopes[0].data == {}


def test_compensation_of_one_activity() -> None:
    """10.5.5: activityRef."""
    story = Story(*trip(thrower=throw("back", "undo b"))).complete("a").complete("b").complete("c")
    assert story.waiting == ["ub"]
    assert story.complete("ub").waiting == ["after"]


def test_what_is_not_done_is_not_compensated() -> None:
    """13.5.5: only activities that are completed."""
    story = Story(start(), parallel("split"), task("a"), task("b"), undone_by("a", "ua"), undone_by("b", "ub"),
                  throw("back", "compensate"), task("after"), path("start", "split", "a", "back", "after"),
                  path("split", "b"))  # fmt: skip
    assert sorted(story.complete("a").waiting) == ["b", "ua"]
    assert sorted(story.complete("ua").waiting) == ["after", "b"]


def test_nothing_is_compensated_twice() -> None:
    """13.5.5: an activity that was compensated has nothing left to undo."""
    story = Story(start(), task("a"), undone_by("a", "ua"), throw("one", "compensate"), throw("two", "compensate"), task("after"),
                  path("start", "a", "one", "two", "after")).complete("a")  # fmt: skip
    assert story.complete("ua").waiting == ["after"]


def test_compensation_that_nobody_waits_for() -> None:
    """10.5.5: waitForCompletion="false"."""
    definition = '<compensateEventDefinition waitForCompletion="false"/>'
    story = Story(*trip(thrower=throw("back", inner=definition))).complete("a").complete("b").complete("c")
    assert sorted(story.waiting) == ["after", "uc"]
    assert story.complete("after").status == "running"
    assert story.complete("uc").complete("ub").complete("ua").status == "completed"


def test_a_compensation_end_event() -> None:
    story = Story(
        start(), task("a"), undone_by("a", "ua"), end("back", "compensate"), path("start", "a", "back")
    ).complete("a")
    assert story.waiting == ["ua"]
    assert story.complete("ua").status == "completed"


def test_compensation_with_nothing_to_undo_goes_on() -> None:
    story = Story(start(), throw("back", "compensate"), task("after"), path("start", "back", "after"))
    assert story.waiting == ["after"]


def box(*handlers: str) -> list[str]:
    inner = [
        start("s"),
        task("a"),
        task("b"),
        undone_by("a", "ua"),
        undone_by("b", "ub"),
        path("s", "a", "b"),
        *handlers,
    ]
    return [start(), sub("box", *inner), task("mid"), throw("back", "compensate"), task("after"),
            path("start", "box", "mid", "back", "after")]  # fmt: skip


def test_a_sub_process_is_compensated_by_what_is_inside() -> None:
    """13.5.5: the default is the compensation of its activities, in reverse order."""
    story = Story(*box()).complete("a").complete("b").complete("mid")
    assert story.waiting == ["ub"]
    assert story.complete("ub").complete("ua").waiting == ["after"]


def test_a_compensation_event_sub_process_comes_instead_and_sees_the_snapshot() -> None:
    """10.7.2: it has the data of the sub-process as they were when that was done."""
    handler = event_sub(
        "undo", "compensate", task("mend", result="r"), throw("inner", "compensate"), path("s_undo", "mend", "inner")
    )
    parts = [part.replace('<userTask id="b"></userTask>', task("b", result="answer")) for part in box(
        handler.replace("</intermediateThrowEvent>", "</intermediateThrowEvent>" + end("fin") + path("inner", "fin")))]  # fmt: skip
    story = Story(*parts).complete("a").complete("b", "yes").complete("mid")
    assert story.waiting == ["mend"]
    restored = next(scope for scope in story.state.scopes if scope.kind == "restored")
    assert restored.variables["answer"] == "yes"
    story.complete("mend", "ok")
    assert story.waiting == ["ub"], "the handler itself compensates what is inside"
    assert story.complete("ub").complete("ua").waiting == ["after"]


def test_a_compensation_event_on_a_sub_process_is_a_black_box() -> None:
    """10.7.2: what is inside is not looked at."""
    story = Story(*box(), undone_by("box", "ubox")).complete("a").complete("b").complete("mid")
    assert story.waiting == ["ubox"]
    assert story.complete("ubox").waiting == ["after"]


def test_an_error_handler_compensates_what_its_scope_has_done() -> None:
    """10.7.1: compensation is typically thrown by an error handler."""
    handler = event_sub("ev", "lost", throw("back", "compensate"), end("fin"), path("s_ev", "back", "fin"))
    inner = [
        start("s"),
        task("a"),
        task("b"),
        undone_by("a", "ua"),
        end("bad", "lost"),
        path("s", "a", "b", "bad"),
        handler,
    ]
    story = Story(start(), sub("box", *inner), task("next"), path("start", "box", "next")).complete("a").complete("b")
    assert story.waiting == ["ua"]
    assert story.complete("ua").waiting == ["next"]


def test_rounds_of_a_loop_are_compensated_backwards() -> None:
    """13.5.5: instances of a loop in reverse order of their completion."""
    inner = loop(maximum=2) + start("s") + task("a", result="n") + undone_by("a", "ua") + path("s", "a")
    story = Story(start(), f'<subProcess id="box">{inner}</subProcess>', throw("back", "compensate"), task("after"),
                  path("start", "box", "back", "after"))  # fmt: skip
    story.complete("a", "1").complete("a", "2")
    seen = []
    while "ua" in story.waiting:
        seen.append([scope.variables["n"] for scope in story.state.scopes if "n" in scope.variables][-1])
        story.complete("ua")
    assert seen == ["2", "1"]
    assert story.waiting == ["after"]


def test_instances_are_compensated_each() -> None:
    inner = multi(3) + start("s") + task("a") + undone_by("a", "ua") + path("s", "a")
    story = Story(start(), f'<subProcess id="box">{inner}</subProcess>', throw("back", "compensate"), task("after"),
                  path("start", "box", "back", "after"))  # fmt: skip
    story.complete("a").complete("a").complete("a")
    for _ in range(3):
        assert story.waiting == ["ua"]
        story.complete("ua")
    assert story.waiting == ["after"]


def test_a_task_done_several_times_in_a_circle_is_undone_as_often() -> None:
    story = Story(start(), task("a"), undone_by("a", "ua"), gateway("g", default="g-back"), throw("back", "compensate"), task("after"),
                  path("start", "a", "g", "back", "after"),
                  '<sequenceFlow id="f" sourceRef="g" targetRef="a"><conditionExpression>n &lt; 2</conditionExpression></sequenceFlow>')  # fmt: skip
    story.complete("a", n=1).complete("a", n=2)
    assert story.complete("ua").waiting == ["ua"]
    assert story.complete("ua").waiting == ["after"]


def test_an_error_in_a_compensation_activity_goes_outwards() -> None:
    story = Story(start(), sub("box", start("s"), task("a"), undone_by("a", "ua"), throw("back", "compensate"), end("e"),
                               path("s", "a", "back", "e")), on("edge", "box", "lost"), task("other"), path("start", "box"),
                  path("edge", "other")).complete("a")  # fmt: skip
    assert story.error("ua", "lost").waiting == ["other"]
    assert len(story.state.scopes) == 1


# Transactions ---------------------------------------------------------------------------------------


def transaction(*more: str) -> Story:
    deep = sub("deep", start("ds"), task("d"), undone_by("d", "ud"), task("e"), path("ds", "d", "e"))
    inner = [start("s"), parallel("split"), task("a"), undone_by("a", "ua"), task("no"), end("stop", "cancel"), deep,
             path("s", "split", "a"), path("split", "no", "stop"), path("split", "deep"), *more]  # fmt: skip
    body = "\n".join(['<transaction id="deal">', *inner, "</transaction>"])
    return Story(start(), body, on("off", "deal", "cancel"), on("bad", "deal", "lost"), task("lost"), task("won"), task("ill"),
                 path("start", "deal", "won"), path("off", "lost"), path("bad", "ill"))  # fmt: skip


def test_a_cancelled_transaction_is_rolled_back_before_it_is_left() -> None:
    """10.7.3, 13.5.5: all in it ends, what is done is undone (also in a part that is not), then the cancel event."""
    story = transaction().complete("a").complete("d").complete("no")
    assert story.waiting == ["ud"]
    assert "x e" in story.told()
    assert story.complete("ud").waiting == ["ua"]
    assert story.complete("ua").waiting == ["lost"]
    assert len(story.state.scopes) == 1


def test_a_cancelled_transaction_in_which_nothing_was_done() -> None:
    assert transaction().complete("no").waiting == ["lost"]


def test_a_transaction_that_succeeds_goes_on() -> None:
    story = transaction().complete("a").complete("d").complete("e")
    assert story.waiting == ["no"]
    assert story.error("no", "lost").waiting == ["ill"], "a hazard: no compensation"


@pytest.mark.parametrize("done", [[], ["a"], ["d"], ["a", "d"]])
def test_a_transaction_undoes_exactly_what_was_done(done: list[str]) -> None:
    story = transaction()
    for name in done:
        story.complete(name)
    story.complete("no")
    for name in reversed(done):
        if len(done) == 2:
            break
        assert story.waiting == [f"u{name}"]
        story.complete(f"u{name}")
    while story.waiting != ["lost"]:
        story.complete(story.waiting[0])
    assert story.state.scopes[0].data == {}


def test_what_was_not_done_itself_is_undone_only_inside() -> None:
    """13.5.5: the activity that compensates a sub-process is for one that is done; before that, what is in it is undone."""
    deep = sub("deep", start("ds"), task("d"), undone_by("d", "ud"), task("e"), path("ds", "d", "e"))
    inner = [start("s"), parallel("split"), deep, undone_by("deep", "udeep"), task("no"), end("stop", "cancel"),
             path("s", "split", "deep"), path("split", "no", "stop")]  # fmt: skip
    body = "\n".join(['<transaction id="deal">', *inner, "</transaction>"])
    parts = [start(), body, on("off", "deal", "cancel"), task("lost"), path("start", "deal"), path("off", "lost")]
    assert Story(*parts).complete("no").waiting == ["lost"]
    assert Story(*parts).complete("d").complete("no").waiting == ["ud"]
    assert Story(*parts).complete("d").complete("e").complete("no").waiting == ["udeep"]
