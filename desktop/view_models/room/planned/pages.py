"""What the room may see of the plan while it is made: the proposal, the picture, the calendar, who carries how much."""

from __future__ import annotations

from decimal import Decimal

from desktop.view_models.room.entries import RoomFact
from models.frozen import frozen


@frozen
class RoomAnswer:
    """Who takes a proposal, or by when it is done, as far as it has been said."""

    name: str
    text: str
    """Empty while nobody has said it."""
    suggested: bool
    """Whether nobody has said it, and it is only likely."""
    below: str
    here: bool
    """Whether it is being said."""


@frozen
class RoomProposal:
    """One action that is called for, put to the room."""

    title: str
    level: str
    """The mark of the gravest sign behind it; empty where no sign is."""
    why: RoomFact
    facts: tuple[RoomFact, ...]
    """When it is done, and how much work it is."""
    owner: RoomAnswer
    due: RoomAnswer
    ticks: tuple[str, ...]
    """One for each of the first few."""
    settled: str
    """As in "5 agreed"."""
    aside: str
    """As in "3 set aside"; empty for none."""
    place: str
    """As in "Sixth of seven, 46 more"."""


@frozen
class RoomPlace:
    """One agreed action by what it brings and what it takes."""

    number: str
    name: str
    """As short as it has one."""
    impact: int
    """0 to 100."""
    days: Decimal
    """Of work, the middle of the range."""
    first: bool
    """Whether it comes first."""
    chosen: bool
    """Whether the room is talking about it."""
    below: str = ""
    """What it waits for."""


@frozen
class RoomImpact:
    """What was agreed, by what it brings against what it takes."""

    title: str
    lead: str
    places: tuple[RoomPlace, ...]
    """What is to be done first, first."""
    line: int
    """The impact from which an action brings much."""


@frozen
class RoomMonth:
    """Where a month begins on a calendar."""

    name: str
    full: str
    """With its year, where that is new."""
    at: float
    """0 at the left end, 1 at the right."""


@frozen
class RoomCalendar:
    """The months that are drawn, and the day that is wanted."""

    months: tuple[RoomMonth, ...]
    wanted: float | None
    """Where that day lies; None where none is wanted."""
    said: str
    """As in "1 June: wanted in production"."""


@frozen
class RoomWork:
    """An action on a calendar."""

    number: str
    name: str
    begin: float
    """The latest day to begin, 0 to 1 from left to right."""
    end: float
    long: bool
    """Whether it is drawn by its length, and not at the day it is due."""
    dated: bool


@frozen
class RoomCarrier:
    """What one owner has taken on, or nobody."""

    name: str
    low: Decimal
    """Days of work."""
    high: Decimal
    days: str
    """As in "33 to 68"."""
    works: tuple[RoomWork, ...]


@frozen
class RoomLoad:
    """Who carries how much, most days first."""

    title: str
    lead: str
    head: str
    """How many actions."""
    carriers: tuple[RoomCarrier, ...]
    calendar: RoomCalendar


@frozen
class RoomLine:
    """One action along the calendar."""

    work: RoomWork
    phase: str
    said: str
    """When it is due, and where that does not hold; or by when it has to begin."""
    tone: str
    """"bad" where its dates run backwards, "warning" where they hardly hold or it has none."""
    first: bool
    chosen: bool
    rank: int
    """Which stay where not all find room: the lowest first."""


@frozen
class RoomTimeline:
    """What was agreed, phase by phase along the calendar."""

    title: str
    lead: str
    lines: tuple[RoomLine, ...]
    calendar: RoomCalendar


RoomPlanned = RoomProposal | RoomImpact | RoomLoad | RoomTimeline
