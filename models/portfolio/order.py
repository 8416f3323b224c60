"""In which order pilots stand side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from models.frozen import frozen
from models.portfolio.standing import PilotStanding


class Order(Enum):
    """What comes first."""

    GO_LIVE = "go-live"
    """The earliest wanted in production; those without a day last."""
    WORST = "worst"
    """The highest figure of any failure mode; those not begun last."""
    LATE = "late"
    """The most that is overdue, then what is due next."""
    CLIENT = "client"
    """By the clients' names."""


def in_order(pilots: Sequence[PilotStanding], order: Order) -> list[PilotStanding]:
    """The pilots so; those that are alike by their names."""
    key = _KEYS[order]
    return sorted(pilots, key=lambda pilot: (*key(pilot), *_names(pilot)))


def _names(pilot: PilotStanding) -> tuple[str, str, str]:
    found = pilot.counted
    return found.client.casefold(), found.pilot.casefold(), found.id


def _worst(pilot: PilotStanding) -> tuple[float]:
    return (-float(pilot.worst.index or 0) if pilot.worst else 1,)


_KEYS: dict[Order, Callable[[PilotStanding], tuple[Any, ...]]] = {
    Order.GO_LIVE: lambda pilot: (pilot.counted.target or date.max,),
    Order.WORST: _worst,
    Order.LATE: lambda pilot: (-pilot.counted.overdue, pilot.counted.next_due or date.max),
    Order.CLIENT: lambda pilot: (),
}


@frozen
class Shown:
    """Pilots, in which order they stand, and the names of the failure modes by their ids."""

    pilots: Sequence[PilotStanding]
    modes: Mapping[str, str]
    order: Order = Order.GO_LIVE
