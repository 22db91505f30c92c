"""Sentences that several rooms need: what choosing or reaching a stage does, what an action is called in the past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from desktop.texts import pack, say


def field_labels(language: str, fields: Sequence[str]) -> tuple[str, ...]:
    """Return how the fields of an opportunity are called."""
    return tuple(say(language, f"history-field-{name}") for name in fields)


def label(code: str, parameters: Mapping[str, object]) -> str:
    """Return the sentence of an action as the journal keeps it, to be said later in any language; "" without one."""
    return pack(code, parameters) if code else ""


def of_stage(language: str, zone: tzinfo, *, cancels: int, keeps: int, creates: int, ends: bool, final: bool) -> str:
    """Say "cancels 2 tasks, keeps 1 of your own, creates 3; a final stage cannot be left" with these numbers."""
    parts = []
    if cancels:
        parts.append(say(language, "consequence-cancels", {"count": cancels}, zone))
    if keeps:
        parts.append(say(language, "consequence-keeps", {"count": keeps}, zone))
    if creates:
        code = "consequence-creates" if cancels else "consequence-creates-tasks"
        parts.append(say(language, code, {"count": creates}, zone))
    if ends:
        parts.append(say(language, "consequence-ends", {}, zone))
    text = ", ".join(parts) or say(language, "consequence-nothing", {}, zone)
    return f"{text}; {say(language, 'consequence-final', {}, zone)}" if final else text
