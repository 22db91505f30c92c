"""What the reader may do beside reading, for parts of the window that are there or not (docs/rights.md)."""

from __future__ import annotations

from desktop.queries.parts import OPEN, refusing
from desktop.queries.registry import Reader, query
from desktop.sales import access
from desktop.sales.doors import ALL_MAY
from desktop.views.exchange import Availability


@query("may_administer", reads=ALL_MAY)
def may_administer(reader: Reader) -> Availability:
    """Tell whether the reader may change what holds for everyone, and why not (docs/rights.md)."""
    return OPEN if access.administers(reader) else refusing(reader, "right-administrator")


@query("may_manage", reads=ALL_MAY)
def may_manage(reader: Reader) -> Availability:
    """Tell whether the reader may change what managers and administrators change (products), and why not."""
    return OPEN if access.manages(reader) else refusing(reader, "right-manager")
