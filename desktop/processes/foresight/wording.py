"""What is foreseen, in words: the sentences under "What happens next" and on the stage bar (N1)."""

from __future__ import annotations

from datetime import tzinfo

from desktop.processes import sentences
from desktop.processes.foresight.rehearsal import Foreseen, Planned
from desktop.processes.runs.world import LEAD, OPPORTUNITY
from desktop.sales import activities
from desktop.sales.lookups import LeadStage
from desktop.texts import say


def of_gate(seen: Foreseen, language: str, zone: tzinfo) -> str:
    """Say which fields are asked for before the stage is left and which are missing besides (N5); "" for none."""
    said = []
    for code, fields in (("gate-asks", seen.asks), ("gate-notices", seen.notices)):
        if fields:
            said.append(say(language, code, {"fields": ", ".join(sentences.field_labels(language, fields))}, zone))
    return " ".join(said)


def of_stage(seen: Foreseen, language: str, zone: tzinfo) -> str:
    """Say what choosing a stage does: "cancels 2 tasks, keeps 1 of your own, creates 3.

    A final stage cannot be left".
    """
    text = sentences.of_stage(
        language,
        zone,
        cancels=len(seen.cancels),
        keeps=len(seen.keeps),
        creates=len(seen.creates),
        ends=seen.ends,
        final=seen.stage_after is not None and seen.stage_after.final,
    )
    more = [] if seen.sale is None else [_sale(seen.sale, language, zone)]
    more += _of_win(seen, language, zone)
    return f"{text}. {' '.join(more)}" if more else text


def of_result(seen: Foreseen, language: str, zone: tzinfo) -> str:
    """Say what a result leads to, and what comes when the other tasks of the stage are done too."""
    subject = subject_of(seen)

    def said(code: str, **parameters: object) -> str:
        return say(language, code, {**parameters, "subject": subject}, zone)

    entered = seen.entered
    said_so_far: list[str] = []
    if entered is not None:
        if entered.final:
            said_so_far.append(said("consequence-closes", stage=entered.label(language)))
        elif len(seen.creates) == 1 and seen.creates[0].times.agreed:
            return said(
                "consequence-moves-with-task", stage=entered.label(language), **_task(seen.creates[0], language)
            )
        else:
            said_so_far.append(said("consequence-moves", stage=entered.label(language)))
    if seen.taken_up:
        said_so_far.append(said("consequence-taken-up"))
    if seen.given_to:
        said_so_far.append(said("consequence-given-to", name=seen.given_to))
    said_so_far += _created(seen, language, zone)
    if seen.aside is not None:
        said_so_far.append(said("consequence-aside", at=seen.aside))
    if seen.cancels:
        said_so_far.append(said("consequence-tasks-cancelled", count=len(seen.cancels)))
    if entered is None and len(seen.stays) == 1:
        said_so_far.append(said("consequence-stays-open", title=activities.title_of(seen.stays[0], language)))
    elif entered is None and seen.stays:
        said_so_far.append(said("consequence-stay-open", count=len(seen.stays)))
    if seen.stays and not seen.creates and seen.guess is not None:
        said_so_far.append(_then(seen.guess, len(seen.stays), language, zone))
    if seen.sale is not None:
        said_so_far.append(_sale(seen.sale, language, zone))
    said_so_far += _of_win(seen, language, zone)
    if seen.ends and entered is None:
        said_so_far.append(said("consequence-run-ends"))
    elif seen.waits_until is not None and seen.aside is None:
        said_so_far.append(said("consequence-waits", at=seen.waits_until))
    return " ".join(said_so_far) or said("consequence-task-done")


def of_run(seen: Foreseen, language: str, zone: tzinfo) -> str:
    """Say what starting a process does."""
    stage = seen.stage_after
    code = "consequence-run-new" if seen.stage_before is None else "consequence-run-on"
    return say(
        language,
        code,
        {
            "stage": "" if stage is None else stage.label(language),
            "count": len(seen.creates),
            "subject": subject_of(seen),
        },
        zone,
    )


def subject_of(seen: Foreseen) -> str:
    """Return what it is foreseen of: "opportunity" or "lead"."""
    stage = seen.stage_after or seen.stage_before
    return LEAD if isinstance(stage, LeadStage) else OPPORTUNITY


def _sale(sale: Foreseen, language: str, zone: tzinfo) -> str:
    stage = sale.stage_after
    named = "" if stage is None else stage.label(language)
    return say(language, "consequence-sale", {"stage": named, "count": len(sale.creates)}, zone)


def _of_win(seen: Foreseen, language: str, zone: tzinfo) -> list[str]:
    """Say which processes a win begins, and which lead it satisfies (product.md, section 5)."""
    found = [say(language, "consequence-begins", {"process": label.said(language)}, zone) for label in seen.begins]
    if seen.satisfies:
        found.append(say(language, "consequence-satisfies", {}, zone))
    return found


def _created(seen: Foreseen, language: str, zone: tzinfo) -> list[str]:
    if not seen.creates:
        return []
    if len(seen.creates) == 1:
        return [say(language, "consequence-task-created", _task(seen.creates[0], language), zone)]
    titles = ", ".join(f"“{title}”" if language == "en" else f"«{title}»" for title in titles_of(seen, language))
    return [say(language, "consequence-tasks-created", {"count": len(seen.creates), "tasks": titles}, zone)]


def _then(guess: Foreseen, count: int, language: str, zone: tzinfo) -> str:
    stage = guess.stage_after
    assert stage is not None
    parameters: dict[str, object] = {"count": count, "stage": stage.label(language), "subject": subject_of(guess)}
    if stage.final:
        return say(language, "consequence-then-closes", parameters, zone)
    if len(guess.creates) == 1 and guess.creates[0].times.agreed:
        parameters |= _task(guess.creates[0], language)
        return say(language, "consequence-then-moves-with-task", parameters, zone)
    return say(language, "consequence-then-moves", parameters, zone)


def titles_of(seen: Foreseen, language: str) -> tuple[str, ...]:
    """Return the titles of the tasks that would be made."""
    return tuple(planned.spec.label.said(language) for planned in seen.creates)


def _task(planned: Planned, language: str) -> dict[str, object]:
    return {"task": planned.spec.label.said(language), "start": planned.times.start_at}
