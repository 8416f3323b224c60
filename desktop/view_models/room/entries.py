"""What was captured in the playbook and agreed in the plan, as the room may see it: no field for what is private."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One row of a register as a line that reads like a sentence."""

    strong: str
    """What the row is about."""
    rest: tuple[str, ...] = ()
    step: int = 0
    """Its place where the order matters, from 1; 0 where it does not."""
    here: bool = False
    """Whether it is being written."""


@dataclass(frozen=True, slots=True)
class RoomTask:
    """One task with the people who have a part in it."""

    task: str
    accountable: tuple[str, ...]
    """Should be exactly one."""
    responsible: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    here: bool = False


@dataclass(frozen=True, slots=True)
class RoomReading:
    """One metric on its way from where it was to where it is to be. Figures are empty while they are not known."""

    metric: str
    unit: str
    baseline: str
    latest: str
    on: str
    """The date of the latest reading."""
    target: str
    way: float | None
    """How much of the way from baseline to target is done, 0 to 1; None while that is not known."""
    here: bool = False


@dataclass(frozen=True, slots=True)
class RoomOutcome:
    """What a test showed."""

    test: str
    word: str
    """As in "Passed"; empty while there is no result."""
    settled: bool
    """Whether that leaves nothing open."""
    shown_by: str
    here: bool = False


RoomRow = RoomLine | RoomTask | RoomReading | RoomOutcome


@dataclass(frozen=True, slots=True)
class RoomRows:
    """The newest rows, or those around the one that is being written."""

    rows: tuple[RoomRow, ...]
    above: int = 0
    """How many there are before them."""
    below: int = 0
    """How many there are after them."""


@dataclass(frozen=True, slots=True)
class RoomSum:
    """A sum of money."""

    amount: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class RoomCost:
    """One of the kinds of cost."""

    name: str
    likely: str
    """Its likely sum; empty while it has no line."""
    share: str
    """Of the whole, as in "35 %"; empty while it has no line."""
    here: bool


@dataclass(frozen=True, slots=True)
class RoomBudget:
    """What production costs, against the method's rule."""

    plan: tuple[RoomSum, RoomSum, RoomSum] | None
    """Low, likely and high; None while nothing is planned."""
    band: tuple[RoomSum, RoomSum] | None
    """From where to where production costs by the rule; None while that is not known."""
    sentence: str
    kinds: tuple[RoomCost, ...]
    latest: RoomLine | None
    """The newest line of the kind at hand."""
    times: tuple[str, str] = ("", "")
    """What the rule says, in times the pilot's cost."""


@dataclass(frozen=True, slots=True)
class RoomCount:
    """How many rows there are where the rows are not for the room."""

    rows: int


Captured = RoomRows | RoomBudget | RoomCount


@dataclass(frozen=True, slots=True)
class RoomPlace:
    """One agreed action by what it brings and what it takes."""

    action: str
    impact: int
    """0 to 100."""
    days: Decimal
    """Of work, the middle of the range."""


@dataclass(frozen=True, slots=True)
class RoomOwner:
    """Somebody who owns what was agreed."""

    name: str
    """Empty for what nobody owns."""
    owns: str
    """As in "3 commitments"."""
    due: str
    """The next date; empty for none."""
