"""What the room's pages are made of, as the room may see it: no field for what is private."""

from __future__ import annotations

from decimal import Decimal

from models.frozen import frozen


@frozen
class RoomFact:
    """Two texts that belong together: what is said, and what goes with it."""

    name: str
    text: str


@frozen
class RoomBox:
    """One part of the day: time boxes of one kind that follow each other."""

    time: str
    """When it begins, as in "09:10"; empty where nobody knows when the day begins."""
    what: str
    minutes: int
    length: str
    """As in "60 min"."""
    kind: str
    """"modes" for what stops the pilot, "break" for a pause; empty otherwise."""
    label: str
    """What stands in its part of the bar, where there is room."""


@frozen
class RoomColumn:
    """One column of a register."""

    title: str
    kind: str
    """"text" for what runs over lines, "figure" for what stands to the right, "name" for a word or two."""


@frozen
class RoomCell:
    """What stands in a row under a column."""

    text: str
    asked: bool = False
    """Whether nothing does, and the text asks for it."""
    settled: bool | None = None
    """For what a test showed: whether that leaves nothing open; None where it is no result."""


@frozen
class RoomRow:
    """One row of a register."""

    number: int
    """From 1."""
    cells: tuple[RoomCell, ...]
    here: bool = False
    """Whether it is being said."""


@frozen
class RoomTable:
    """The newest rows of a register, or those up to the one that is being said."""

    columns: tuple[RoomColumn, ...]
    rows: tuple[RoomRow, ...]
    above: int = 0
    """How many there are before them."""
    below: int = 0
    """How many there are after them."""


@frozen
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


@frozen
class RoomReadings:
    """Metrics with their latest readings."""

    rows: tuple[RoomReading, ...]
    above: int = 0
    below: int = 0


@frozen
class RoomCount:
    """How many rows there are where the rows are not for the room."""

    rows: int


Captured = RoomTable | RoomReadings | RoomCount


@frozen
class RoomSum:
    """A sum of money."""

    amount: Decimal
    text: str


@frozen
class RoomCost:
    """One of the kinds of cost."""

    name: str
    likely: RoomSum | None
    """None while it has no line."""
    short: str
    """The likely sum in thousands, for its part of the bar."""
    span: str
    """From low to high; empty where there is no range."""
    basis: str
    """How much of it is paid each year."""
    here: bool


@frozen
class RoomCondition:
    """One thing that has to be true for a phase to be passed."""

    number: str
    """Of the action that makes it true; empty where there is none."""
    text: str
    day: str
    late: str = ""
    """By how much that day comes after what it is needed for, or that there is none; empty where it holds."""
    tone: str = ""
    """"bad" for a day that does not hold, "warning" where there is none."""


@frozen
class RoomOpenItem:
    """A question of a phase that is not settled."""

    name: str
    fact: str
    """What its register says of it."""


@frozen
class RoomNumber:
    """An action by its number."""

    number: str
    state: str
    """"first" for the one that comes first, "undated" for one without a date; empty otherwise."""


@frozen
class RoomPerson:
    """Somebody who owns what was agreed, or nobody."""

    day: str
    """Of the first; empty where none has a date."""
    name: str
    """Empty for what nobody owns."""
    begins: str
    """The first action by its short name."""
    numbers: tuple[RoomNumber, ...]


@frozen
class RoomStretch:
    """One failure mode, or one phase, along the foot: how far the room has come with it."""

    name: str
    ticks: tuple[str, ...]
    """One of `marks.DONE`, `marks.HERE` and `marks.TO_COME` for each sign or item."""
    here: bool
    below: str = ""
    """As in "no decision yet"."""


@frozen
class RoomTally:
    """What was voted in one round: never by whom."""

    counts: tuple[int, int, int, int]
    """How many voted each level from 0 to 3."""
    not_known: int


@frozen
class RoomVote:
    """One sign as it was voted on last."""

    title: str
    """What is so where it is fine."""
    counts: tuple[int, int, int, int, int]
    """Of levels 0 to 3, and of those who did not know."""
    level: str
    """The mark of the level agreed; empty while there is none."""
    aside: str
    """In words instead of it, where the room was split or something else was entered; empty otherwise."""


@frozen
class AgreementGroup:
    """The signs of one kind of agreement that were voted on."""

    name: str
    """As in "Agreed: a problem"."""
    kind: str
    """One of "split", "problem", "fine" and "not-known"."""
    rows: tuple[RoomVote, ...]


@frozen
class RoomModeResult:
    """One failure mode among the results."""

    name: str
    index: int | None
    """0 to 100; None where nothing is known."""
    lowest: int
    highest: int
    tint: int
    """The step of the scale that its band takes, 0 to 3."""
    signs: tuple[str, ...]
    """A mark for each sign: its level, "?" for not known, "–" for does not apply, nothing while not asked."""
    decides: str
    """What decides it, in one sentence; or that nothing was asked."""
    said: str
    """The band and how much is known, in words."""


@frozen
class RoomStoodMode:
    """One failure mode as it stood in the round before, with a mark for each sign; `said` is the same in words."""

    name: str
    signs: tuple[str, ...]
    said: str


@frozen
class RoomStood:
    """How a pilot stood in the round before, and when that was."""

    heading: str
    modes: tuple[RoomStoodMode, ...]


@frozen
class RoomPoint:
    """One readiness point as it stands."""

    title: str
    state: str
    """One of "confirmed", "waived", "open", "not-judged" and "does-not-apply"."""
    here: bool
    """Whether the room is talking about it."""


@frozen
class RoomPointGroup:
    """Technical, operational or organisational readiness."""

    title: str
    points: tuple[RoomPoint, ...]


@frozen
class RoomRing:
    """How much is left of a part of the day, or of a silence: whole minutes, no seconds."""

    minutes: str
    """As in "7"; "+3" once it is over."""
    share: float
    """What is left, 0 to 1."""
    state: str
    """"running", "last" for its last two minutes, "over", or "stands" while the clock does."""
    name: str
    """As in "minutes left"."""
