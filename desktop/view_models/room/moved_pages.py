"""What the room may see of a second round: where the modes stood and stand, which signs moved, what became of the plan.

No name, no evidence and no note: the signs are told in the method's words, the actions by their numbers.
"""

from __future__ import annotations

from models.frozen import frozen


@frozen
class RoomMovedMode:
    """One failure mode in two rounds."""

    name: str
    then: int | None
    """0 to 100; None where nothing was known."""
    now: int | None
    aside: str
    """That it was not asked again; empty otherwise."""


@frozen
class RoomMovedSign:
    """One warning sign with its marks of both rounds."""

    before: str
    after: str
    text: str


@frozen
class RoomMovedGroup:
    """The signs that moved alike, the gravest first."""

    name: str
    """As in "Cleared: three"."""
    signs: tuple[RoomMovedSign, ...]


@frozen
class RoomPromise:
    """One action that was agreed in the round before."""

    number: str
    state: str
    """"done", "late", "dropped" or "to come"."""
    said: str
    """The state in words."""


@frozen
class RoomMoved:
    """What moved since the round before."""

    days: str
    """As in "12 November to 10 February"."""
    title: str
    lead: str
    """Whether it is ready, then and now; empty where nothing was judged."""
    modes: tuple[RoomMovedMode, ...]
    """The worst of now first."""
    groups: tuple[RoomMovedGroup, ...]
    """Empty ones are left out."""
    promised: str
    """How many of the actions promised are done."""
    promises: tuple[RoomPromise, ...]
    key: str
    """What ring, dot and cells mean."""
