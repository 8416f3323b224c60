"""What a library counts of a pilot's newest round, without reading the engagement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import NamedTuple

from models.frozen import frozen
from models.method.method import Method
from models.readiness.readiness import points_of
from models.values.terms import PointState


class ModeCount(NamedTuple):
    """The answers to the signs of one failure mode. A tuple: ten thousand pilots have sixty thousand of them."""

    answered: int
    """Signs with a level; `total` is the sum of their levels."""
    total: int
    severe: int
    not_applying: int


@frozen
class Counted:
    """One pilot as it stands in its newest round."""

    id: str
    """The engagement's."""
    client: str
    pilot: str
    sector: str
    method: str
    """The key of the round's content pack."""
    round: int
    held_on: date | None
    target: date | None
    """When production is wanted."""
    modes: Mapping[str, ModeCount] = field(default_factory=dict)
    """By mode id; those with an answer alone."""
    points: Mapping[PointState, int] = field(default_factory=dict)
    """How many readiness points stand how; those that were judged alone."""
    overdue: int = 0
    """Agreed actions that are not done and were due before the day."""
    held_up: int = 0
    """Agreed actions of which somebody says that they are held up."""
    next_due: date | None = None
    """When the next one is due, and what it is."""
    next_action: str = ""
    ends_late: bool = False
    """Whether an action is due after production is wanted, or after the day by which a gate asks for it."""


@frozen
class PackParts:
    """What has to be known of a content pack to count: its signs with their modes, and its readiness points."""

    modes: Mapping[str, str]
    """Mode ids by sign id."""
    points: tuple[str, ...]

    @classmethod
    def of(cls, method: Method) -> PackParts:
        """Those of a pack."""
        return cls({s.id: mode.id for mode in method.modes for s in mode.signs}, tuple(p.id for p in points_of(method)))
