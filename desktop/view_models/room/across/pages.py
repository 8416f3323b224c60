"""What the room may see of how a plan stands; and, in the practice's own room alone, of all its pilots."""

from __future__ import annotations

from desktop.view_models.room.entries import RoomTable
from desktop.view_models.room.moved_pages import RoomMoved
from models.frozen import frozen


@frozen
class RoomProgress:
    """How the agreed actions stand today, the most pressing first."""

    kicker: str
    title: str
    lead: str
    table: RoomTable
    """Action, who owns it, how it stands; numbered as in the plan."""
    more: str
    """What is left out, as in "12 more are due later"; empty where nothing is."""


@frozen
class RoomModeCell:
    """One failure mode of a pilot."""

    figure: str
    """0 to 100; "?" where too little is known, empty where nothing was asked."""
    level: int | None
    """Of its tint; None without a figure."""


@frozen
class RoomPilot:
    """One pilot of the practice."""

    name: str
    client: str
    cells: tuple[RoomModeCell, ...]
    verdict: str
    tone: str
    due: str
    """What is late, or due next."""
    late: bool
    live: str
    """When production is wanted."""
    holds: bool


@frozen
class RoomPortfolio:
    """Every pilot side by side. It names clients, so no client's room is shown it."""

    kicker: str
    title: str
    lead: str
    modes: tuple[str, ...]
    heads: tuple[str, str, str, str]
    """Over the pilots, the verdicts, what is due, and the days of going live."""
    pilots: tuple[RoomPilot, ...]
    more: int
    """How many there are beyond these."""


RoomAcross = RoomMoved | RoomProgress | RoomPortfolio
