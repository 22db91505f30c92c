"""The handlers that dw:service names: what the program does in a service task.

A handler acts on the world and returns the variables that the process gets; it must find its work done when it is
called again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.engine import Value
from desktop.processes.world import World, variables_of

Handler = Callable[[World], Mapping[str, Value]]


def register_opportunity(world: World) -> Mapping[str, Value]:
    """Make the opportunity unless the run has one, and tell the process on which stage it stands (L1, L3)."""
    if world.subject_id is None and not world.created:
        world.create_opportunity()
    assert world.stage is not None
    return variables_of(world.stage)


HANDLERS: dict[str, Handler] = {"register_opportunity": register_opportunity}
