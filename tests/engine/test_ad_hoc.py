"""Ad-hoc sub-processes (BPMN 2.0, 10.3.5, 13.3.5)."""

from __future__ import annotations

import pytest

from desktop.engine import NothingWaits

from .bpmn import Story, event, event_sub, on, path, start, task


def ad_hoc(*more: str, ordering: str = "Parallel", cancels: bool = True, done: str = "done") -> Story:
    attributes = f'ordering="{ordering}" cancelRemainingInstances="{str(cancels).lower()}"'
    inner = [f"<completionCondition>{done}</completionCondition>", task("a"), task("b"), task("c"), path("b", "c")]
    body = "\n".join([f'<adHocSubProcess id="adhoc" {attributes}>', *inner, "</adHocSubProcess>"])
    return Story(start(), body, task("next"), path("start", "adhoc", "next"), *more, variables={"done": False})


def choices(story: Story) -> list[str]:
    return [wait.element_id for wait in story.state.waits if wait.kind == "select"]


def test_people_choose_what_is_done_and_how_often() -> None:
    """13.3.5: parallel: any enabled activity at any time, also the same one twice."""
    story = ad_hoc()
    assert choices(story) == ["a", "b"], "c is enabled by a token from b"
    story.select("a").select("a").select("b")
    assert [wait.element_id for wait in story.state.waits if wait.kind == "user"] == ["a", "a", "b"]
    assert choices(story) == ["a", "b"]
    with pytest.raises(NothingWaits):
        story.select("c")


def test_a_flow_inside_enables_what_follows() -> None:
    """13.3.5: after an activity with outgoing flows the set of enabled activities is updated."""
    story = ad_hoc().select("b").complete("b")
    assert choices(story) == ["a", "b", "c"]
    story.select("c")
    assert choices(story) == ["a", "b"]
    story.complete("c", done=True)
    assert story.waiting == ["next"]


def test_sequential_means_one_at_a_time() -> None:
    story = ad_hoc(ordering="Sequential").select("a")
    assert choices(story) == []
    with pytest.raises(NothingWaits):
        story.select("b")
    assert choices(story.complete("a")) == ["a", "b"]


def test_the_completion_condition_ends_the_rest() -> None:
    """10.3.5: cancelRemainingInstances."""
    story = ad_hoc().select("a").select("b")
    assert story.complete("a", done=True).waiting == ["next"]
    assert "x b" in story.told()


def test_the_rest_may_be_waited_for() -> None:
    story = ad_hoc(cancels=False).select("a").select("b").complete("a", done=True)
    assert story.waiting == ["b"], "nothing more can be chosen"
    assert story.complete("b").waiting == ["next"]


def test_the_condition_is_asked_only_after_an_activity() -> None:
    """13.3.5: nothing done, nothing evaluated."""
    story = ad_hoc(done="true")
    assert choices(story) == ["a", "b"]
    assert story.select("a").complete("a").waiting == ["next"]


def test_a_boundary_event_ends_an_ad_hoc_sub_process() -> None:
    story = ad_hoc(on("edge", "adhoc", "go"), task("other"), path("edge", "other")).select("a")
    assert story.message("go").waiting == ["other"]


def with_events(*parts: str, cancels: bool = True) -> Story:
    more = f'cancelRemainingInstances="{str(cancels).lower()}"'
    body = "\n".join([f'<adHocSubProcess id="adhoc" {more}>', *parts, path("e", "c"), task("a"), task("c"),
                      "<completionCondition>done</completionCondition></adHocSubProcess>"])  # fmt: skip
    return Story(start(), body, task("next"), path("start", "adhoc", "next"), variables={"done": False})


def test_events_that_nothing_leads_to_happen_again_and_again() -> None:
    """13.3.5: intermediate events "can be triggered multiple times while the Ad-Hoc Sub-Process is active"."""
    story = with_events(event("intermediateCatchEvent", "e", "go")).message("go").message("go")
    assert choices(story) == ["a", "c", "c"]
    story.select("c").complete("c", done=True)
    assert story.waiting == ["next"]
    with pytest.raises(NothingWaits):
        story.message("go")


def test_an_event_is_not_waited_for_and_nothing_is_triggered_after_the_end() -> None:
    """10.3.5: what is running may end; nothing further begins."""
    story = with_events(event("intermediateCatchEvent", "e", "red"), cancels=False).select("a").select("a")
    story.complete("a", done=True)
    with pytest.raises(NothingWaits):
        story.signal("red")
    assert story.complete("a").waiting == ["next"]


def test_several_triggers_of_such_an_event() -> None:
    """10.5.4: all of a parallel multiple event, then all of them anew."""
    e = '<intermediateCatchEvent id="e" parallelMultiple="true"><messageEventDefinition messageRef="message_go"/>'
    story = with_events(e + '<signalEventDefinition signalRef="signal_red"/></intermediateCatchEvent>')
    story.message("go").signal("red").message("go")
    assert choices(story) == ["a", "c"]
    assert choices(story.signal("red")) == ["a", "c", "c"]


def test_a_timer_of_such_an_event_happens_as_often_as_it_says() -> None:
    timer = "<timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition>"
    story = with_events(f'<intermediateCatchEvent id="e">{timer}</intermediateCatchEvent>')
    assert choices(story.later(hours=1).later(hours=1).later(hours=5)) == ["a", "c", "c"]


def test_an_event_sub_process_interrupts_an_ad_hoc_sub_process() -> None:
    """13.5.4: all else ends with it; meanwhile nothing can be chosen."""
    inner = event_sub("es", "red", task("h"), path("s_es", "h"))
    story = with_events(event("intermediateCatchEvent", "e", "go"), inner).select("a").signal("red")
    assert (story.waiting, choices(story)) == (["h"], [])
    assert story.complete("h").waiting == ["next"]


def test_an_event_sub_process_beside_an_ad_hoc_sub_process() -> None:
    """13.5.4: before anything is chosen it is not done, so the handler can begin again."""
    inner = event_sub("es", "red", task("h"), path("s_es", "h"), interrupting=False)
    story = with_events(event("intermediateCatchEvent", "e", "go"), inner).signal("red").signal("red")
    story.complete("h").complete("h")
    assert choices(story) == ["a"]
    assert story.message("go").select("c").complete("c", done=True).waiting == ["next"]
