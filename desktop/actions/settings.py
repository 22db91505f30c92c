"""Changing system settings and the stages of opportunities (R10)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.processes.definitions import catalogue
from desktop.sales import settings, stage_lookup
from desktop.sales.doors import ADMINISTRATORS

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("save_setting", right=ADMINISTRATORS)
def save_setting(tx: Transaction, name: str, value: object) -> Outcome:
    """Set one system setting. Refused for an unknown name or a value that it cannot have."""
    if name == "sales_process" and isinstance(value, str):
        catalogue.newest(tx, value)
    settings.save(tx, name, value)
    return Outcome(message="setting-saved", undoable=True)


@action("create_stage", right=ADMINISTRATORS)
def create_stage(
    tx: Transaction,
    *,
    name_en: str,
    name_ru: str,
    code: str = "",
    description: str = "",
    number: int | None = None,
    percent: int = 0,
    days: int = 7,
    final: bool = False,
    successful: bool = False,
    on_bar: bool = True,
    in_funnel: bool = True,
) -> Outcome:
    """Add a stage of opportunities (R10); without a number it comes after all others."""
    stage = stage_lookup.create(
        tx,
        code,
        {
            "name_en": name_en,
            "name_ru": name_ru,
            "description": description,
            "number": number,
            "percent": percent,
            "days": days,
            "final": final,
            "successful": successful,
            "on_bar": on_bar,
            "in_funnel": in_funnel,
        },
    )
    return Outcome(
        message="stage-created",
        parameters={"stage": {"en": name_en.strip(), "ru": name_ru.strip()}},
        undoable=True,
        result={"stage": stage},
    )


@action("save_stage", right=ADMINISTRATORS)
def save_stage(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change a stage of opportunities; whether it is final stays while opportunities stand there (R9, R10)."""
    stage_lookup.save(tx, id, version, fields)
    return Outcome(message="setting-saved", undoable=True)
