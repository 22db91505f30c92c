"""Who may change what holds for everyone: administrators, decided here whatever a window shows [ours].

Who somebody is, is trusted: a workspace has no passwords, the database's own rights protect it.
"""

from __future__ import annotations

from sqlalchemy import select

from desktop.sales.reading import Reading
from desktop.sales.tables import person
from desktop.views.exchange import Refused

ADMINISTRATOR = "administrator"

ADMINISTRATION = frozenset(
    {
        "save_setting",
        "create_stage",
        "save_stage",
        "remove_stage",
        "order_stages",
        "create_lead_stage",
        "save_lead_stage",
        "remove_lead_stage",
        "order_lead_stages",
        "create_value",
        "save_value",
        "remove_value",
        "order_values",
        "save_number_mask",
        "save_currency_rate",
        "remove_currency_rate",
        "require_field",
        "create_person",
        "save_person",
        "deactivate_person",
    }
)
"""The actions that are an administrator's. The program itself (nobody acts) may do them too."""


def check(reading: Reading, action: str) -> None:
    """Refuse "right-administrator" where the person who acts may not do the action."""
    if action in ADMINISTRATION and not administers(reading):
        raise Refused("right-administrator")


def administers(reading: Reading) -> bool:
    """Tell whether the person who acts is an active administrator, or the program itself acts."""
    if reading.person_id is None:
        return True
    role = reading.value(select(person.c.role).where(person.c.id == reading.person_id, person.c.active))
    return bool(role == ADMINISTRATOR)
