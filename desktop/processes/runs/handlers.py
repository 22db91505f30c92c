"""The handlers that dw:service names: what the program does in a service task.

A handler acts on the world and returns the variables that the process gets; it must find its work done when it is
called again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.engine import Value
from desktop.processes.runs.world import LEAD, OPPORTUNITY, World, moment_of, variables_of
from desktop.views.exchange import Refused

Handler = Callable[[World], Mapping[str, Value]]


def register(world: World) -> Mapping[str, Value]:
    """Make the opportunity or lead unless the run has one; tell the process on which stage it stands (L1, L3)."""
    if world.subject_id is None and not world.created:
        world.create_record()
    assert world.stage is not None
    return variables_of(world.stage)


def list_participants(world: World) -> Mapping[str, Value]:
    """Tell the process who takes part in the sale: ``participants``, each with name and contact."""
    return {"participants": world.participants()}


def distribute_lead(world: World) -> Mapping[str, Value]:
    """Give the lead to whoever of the team has the least to do."""
    world.distribute()
    return {}


def start_sale(world: World) -> Mapping[str, Value]:
    """Start the sale of the lead where the system setting says so (L4); ``sale`` tells whether one is open then."""
    return {"sale": world.start_sale(always=False)}


def start_sale_now(world: World) -> Mapping[str, Value]:
    """Start the sale of the lead because a person has decided so, whatever the system setting says."""
    return {"sale": world.start_sale(always=True)}


def put_lead_aside(world: World) -> Mapping[str, Value]:
    """Put the lead aside until the day of ``come_back_at``; ``comes_back`` is the moment at which it comes back."""
    until = moment_of(world.told.get("come_back_at"))
    if until is None:
        raise Refused("when-missing", field="when", result="come_back_at")
    return {"comes_back": world.put_aside(until).isoformat()}


def take_lead_up(world: World) -> Mapping[str, Value]:
    """Let the lead be put aside no longer."""
    world.take_up()
    return {}


HANDLERS: dict[str, Handler] = {
    "register_opportunity": register,
    "register_lead": register,
    "list_participants": list_participants,
    "distribute_lead": distribute_lead,
    "start_sale": start_sale,
    "start_sale_now": start_sale_now,
    "put_lead_aside": put_lead_aside,
    "take_lead_up": take_lead_up,
}
ABOUT: Mapping[str, str] = {
    "register_opportunity": OPPORTUNITY,
    "register_lead": LEAD,
    "list_participants": OPPORTUNITY,
    "distribute_lead": LEAD,
    "start_sale": LEAD,
    "start_sale_now": LEAD,
    "put_lead_aside": LEAD,
    "take_lead_up": LEAD,
}
"""What the processes are about in which a handler can work."""
