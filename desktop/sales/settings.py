"""The system settings: named values that change behaviour for everyone."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import insert, select, update

from desktop.sales import people
from desktop.sales.reading import Reading
from desktop.sales.rights import EVERYONE, VISIBLE_RECORDS
from desktop.sales.tables import system_setting
from desktop.store.transaction import Transaction
from desktop.views.administration import WorkingHours
from desktop.views.exchange import Refused
from desktop.views.shell import Settings

GRACE_LIMIT = 86_400
"""The longest grace time of an undo, in seconds: one day."""

LOG_DAYS_LIMIT = 36_500
"""The longest time for which the log of ended runs can be kept, in days; 0 keeps it for good."""

DAY_MINUTES = 24 * 60

CURRENCIES = ("EUR", "USD", "GBP", "CHF", "RUB", "KZT", "BYN", "UAH", "PLN", "TRY", "CNY", "JPY", "INR", "AED")
"""The ISO 4217 codes offered; any other code of three letters is taken too."""

_DEFAULTS: dict[str, object] = {
    "run_sales_process": True,
    "undo_grace_seconds": 30,
    "default_currency": "EUR",
    "company": "",
    "sales_process": "corporate_sale",
    "lead_handover": False,
    "follow_up": False,
    "working_hours": {},
    "visible_records": EVERYONE,
    "process_log_days": 0,
}


_ALL = select(system_setting)


def read(source: Reading) -> Settings:
    """Return the settings; what a workspace does not have is at its default."""
    values = {**_DEFAULTS, **{row.name: row.value for row in source.rows(_ALL)}}
    return Settings(
        run_sales_process=bool(values["run_sales_process"]),
        undo_grace_seconds=int(str(values["undo_grace_seconds"])),
        default_currency=str(values["default_currency"]),
        company=str(values["company"]),
        sales_process=str(values["sales_process"]),
        lead_handover=bool(values["lead_handover"]),
        follow_up=bool(values["follow_up"]),
        working_hours=_hours(values["working_hours"]),
        visible_records=str(values["visible_records"]),
        process_log_days=int(str(values["process_log_days"])),
    )


_HOURS = select(system_setting.c.value).where(system_setting.c.name == "working_hours")


def working_hours(source: Reading) -> WorkingHours:
    """Return when people work, by which tasks are planned."""
    return _hours(source.value(_HOURS))


def _hours(kept: object) -> WorkingHours:
    usual = WorkingHours()
    if not isinstance(kept, Mapping):
        return usual
    return WorkingHours(
        int(kept.get("begins", usual.begins)), int(kept.get("ends", usual.ends)), tuple(kept.get("days", usual.days))
    )


def save(tx: Transaction, name: str, value: object) -> None:
    """Set one setting. Raises Refused for an unknown name or a value that it cannot have."""
    value = _checked(name, value)
    row = tx.first(select(system_setting).where(system_setting.c.name == name))
    if row is None:
        tx.insert(system_setting, {"name": name, "value": value})
    else:
        tx.update(system_setting, row.id, {"value": value})


def fill(tx: Transaction, initial: dict[str, object]) -> None:
    """Give the settings that the workspace does not have yet their initial values."""
    have = {row.name for row in tx.rows(select(system_setting.c.name))}
    for name, value in initial.items():
        if name not in have:
            tx.insert(system_setting, {"name": name, "value": value})


CONTENT = "content"


def content_version(source: Reading) -> str:
    """Return the mark of the lookups and processes with which this workspace was last prepared."""
    value = source.value(select(system_setting.c.value).where(system_setting.c.name == CONTENT))
    return value if isinstance(value, str) else ""


def keep_content_version(tx: Transaction, version: str) -> None:
    """Remember the mark; it is the program's own and is not journaled."""
    done = tx.connection.execute(update(system_setting).where(system_setting.c.name == CONTENT).values(value=version))
    if done.rowcount == 0:
        tx.connection.execute(insert(system_setting).values(name=CONTENT, value=version))


def _checked(name: str, value: object) -> object:
    if name in ("run_sales_process", "lead_handover", "follow_up") and isinstance(value, bool):
        return value
    if name == "undo_grace_seconds" and isinstance(value, int) and not isinstance(value, bool):
        if 0 <= value <= GRACE_LIMIT:
            return value
        raise Refused("setting-grace-range", field=name, most=GRACE_LIMIT)
    if name == "process_log_days" and isinstance(value, int) and not isinstance(value, bool):
        if 0 <= value <= LOG_DAYS_LIMIT:
            return value
        raise Refused("setting-days-range", field=name, most=LOG_DAYS_LIMIT)
    if name == "default_currency" and isinstance(value, str):
        code = value.strip().upper()
        if len(code) == 3 and code.isascii() and code.isalpha():
            return code
        raise Refused("currency-unknown", field=name, currency=value)
    if name == "company" and isinstance(value, str):
        return people.checked_text(value, name, limit=200)
    if name == "working_hours" and isinstance(value, WorkingHours):
        return _checked_hours(value)
    if name == "visible_records" and value in VISIBLE_RECORDS:
        return value
    if name == "sales_process" and isinstance(value, str) and value:
        return value
    raise Refused("setting-unknown", field=name, name=name)


def _checked_hours(hours: WorkingHours) -> dict[str, object]:
    days = sorted(set(hours.days))
    if not days or any(day not in range(7) for day in days):
        raise Refused("hours-no-day", field="days")
    if not 0 <= hours.begins < hours.ends <= DAY_MINUTES:
        raise Refused("hours-wrong", field="ends")
    return {"begins": hours.begins, "ends": hours.ends, "days": days}
