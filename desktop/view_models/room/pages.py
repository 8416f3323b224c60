"""What the room may see. These types have no field for a name behind a vote, an internal note or anything else
private: the room view is drawn from them alone, so it cannot show what it does not have.
"""

from __future__ import annotations

from desktop.view_models.room.across.pages import RoomAcross
from desktop.view_models.room.entries import (
    AgreementGroup,
    Captured,
    RoomBox,
    RoomCondition,
    RoomCost,
    RoomFact,
    RoomModeResult,
    RoomOpenItem,
    RoomPerson,
    RoomPointGroup,
    RoomRing,
    RoomStood,
    RoomStretch,
    RoomSum,
    RoomTally,
)
from desktop.view_models.room.evidence.pages import RoomEvidence
from desktop.view_models.room.planned.pages import RoomPlanned
from models.frozen import frozen


@frozen
class RoomBrand:
    """Whose meeting it is."""

    practice: str
    client: str
    primary: str
    """As #RRGGBB."""
    accent: str
    practice_logo: bytes = b""
    """A PNG, or nothing."""
    client_logo: bytes = b""


@frozen
class RoomWelcome:
    """Before the work begins."""

    pilot: str
    date: str
    promise: str = ""
    """What the room leaves with, and when."""
    agenda: tuple[RoomBox, ...] = ()
    end: RoomFact | None = None
    """When it ends; None without an agenda."""
    rules: tuple[RoomFact, ...] = ()
    stood: RoomStood | None = None
    """Of a later round that has no agenda: where it was left."""


@frozen
class RoomSign:
    """One warning sign."""

    place: str
    """As in "Warning sign 11 of 24"."""
    mode: str
    """Its short name: the long one already says what went wrong, and the room has yet to vote."""
    title: str
    question: str
    levels: tuple[str, str, str, str]
    anchors: tuple[str, str, str, str]
    chosen: int | None
    """The agreed level; None while there is none."""
    answer: str
    """An answer that is not a level ("Not known"), or nothing."""
    modes: tuple[RoomStretch, ...]
    agreed: bool = True
    """Whether the answer was voted or agreed aloud; else it is only known that it was entered."""
    explained: tuple[str, ...] = ()
    """What is meant by words of the question and the anchors, the most needed first."""


@frozen
class RoomVoting:
    """A warning sign while the room votes on it: how many have answered, and nothing of what they answered."""

    sign: RoomSign
    """Without an agreed answer: one that stands would pull the vote towards it."""
    answered: str
    """As in "Four of seven are in"."""
    squares: tuple[int, int]
    """How many are in, and how many are asked; none where hands are counted."""
    hidden: str
    """What the room is promised of its votes."""


@frozen
class RoomReveal:
    """What the room voted on a warning sign."""

    sign: RoomSign
    title: str
    """What the majority says, or that the room sees it differently."""
    first: RoomTally
    """The first vote; where there was one in a later round, what was voted last time."""
    last: RoomTally | None
    """After talking, or this time; None where there is nothing to hold it against."""
    heads: tuple[str, ...]
    """Above the votes: one for each."""
    outcome: str
    """What was agreed, or how far the room is apart."""
    beside: str
    split: bool
    bars: str
    """What a bar is, and of how many people."""


@frozen
class RoomAgreement:
    """What was voted, sign by sign, and apart from it what was entered without a vote."""

    title: str
    lead: str
    """How many signs, how many people, and what a bar is."""
    groups: tuple[AgreementGroup, ...]
    """What the room is split on comes first; empty groups are left out."""
    more: str
    """As in "and four more are fine"; empty where all are there."""
    without: str
    """As in "Entered without a vote: 13"; empty for none."""
    levels: tuple[str, ...]
    """The marks of those, from 0 to 3."""
    rest: str
    """What of them has no level."""
    fine: tuple[str, str]
    """What is fine among them: the words before it, and it; empty for nothing."""


@frozen
class RoomResults:
    """Where the failure modes stand, the worst first."""

    title: str
    results: tuple[RoomModeResult, ...]
    signs_head: str
    """Above the signs, as in "Four signs each"."""
    levels: tuple[str, str, str, str]
    """The names of levels 0 to 3."""


@frozen
class RoomReadiness:
    """The readiness points and the verdict: no evidence, no owner, no reason."""

    verdict: str
    """As in "No-go: seven open, two not judged"."""
    tone: str
    """"good", "warning" or "bad"; empty while there is no verdict."""
    groups: tuple[RoomPointGroup, ...]
    question: str
    shown_by: str
    counts: tuple[tuple[str, int, str], ...]
    """Of each state how many points, and its name; together all there are."""


@frozen
class RoomCommitment:
    """One action, read back to the room as a sentence."""

    owner: str
    """Who; that nobody owns it yet where nobody does."""
    owned: bool
    will: str
    """As in "will agree read access to the telemetry feed"."""
    by: str
    """As in "by Friday 22 January"; who has to say a day where there is none."""
    dated: bool
    facts: tuple[RoomFact, ...]
    """When it is done, how much work it is, and what waits for it."""
    ticks: tuple[str, ...]
    """One for each action of the plan."""
    place: str
    """As in "2 of 22"."""
    settled: str
    """How many have an owner and a date."""
    following: str


@frozen
class RoomActivity:
    """One activity of the playbook, at one of its items."""

    place: str
    """As in "Pilot design · Write down technical debt"."""
    prompt: str
    captured: Captured
    sum: str
    asked: str


@frozen
class RoomBudget:
    """What production costs, against what the pilot cost."""

    title: str
    lead: str
    pilot: RoomSum | None
    plan: tuple[RoomSum, RoomSum, RoomSum] | None
    """Low, likely and high; None while nothing is planned."""
    usual: tuple[RoomSum, RoomSum] | None
    """From where to where it usually is; None while that is not known."""
    usual_words: str
    """Both ends, and what the rule is."""
    scale: tuple[RoomSum, ...]
    """What stands above the grid's lines, from nothing up."""
    kinds: tuple[RoomCost, ...]
    """In the order of the parts of the bar."""
    line: RoomFact | None


@frozen
class RoomGate:
    """The decision that closes a phase, and what it is decided on."""

    place: str
    """As in "End of phase 3, production planning"."""
    decision: str
    """As in "Not yet: we do not go on"."""
    decided: str
    """By whom and when, in a sentence; empty while nobody has."""
    conditions: tuple[RoomCondition, ...]
    conditions_head: str
    words: str
    """What was written beside the decision instead of rows."""
    head: str
    """As in "Eight of 11 questions are settled, three are not"."""
    settled: tuple[bool, ...]
    """One for each question."""
    open: tuple[RoomOpenItem, ...]
    more: tuple[str, str]
    """As in "and two more" with their names; empty where all are told."""
    phases: tuple[RoomStretch, ...]


@frozen
class RoomClosing:
    """What the room leaves with."""

    title: str
    """As in "We leave with 22 actions; all have an owner"."""
    verdict: str
    """As in "No-go today"."""
    tone: str
    why: str
    states: tuple[str, ...]
    """Of every readiness point, in the order of the verdict's tally."""
    people: tuple[RoomPerson, ...]
    """Whose date comes first, first."""
    thanks: str
    undated: tuple[str, ...]
    """Lines about what has no date yet."""


@frozen
class RoomBlank:
    """Nothing but the brand."""


@frozen
class RoomChart:
    """Lines of known height, to be read from the last row before the client comes in."""


RoomPage = (
    RoomWelcome | RoomSign | RoomVoting
    | RoomReveal
    | RoomAgreement
    | RoomResults
    | RoomReadiness
    | RoomActivity
    | RoomBudget
    | RoomGate
    | RoomEvidence
    | RoomPlanned
    | RoomCommitment
    | RoomClosing
    | RoomAcross
    | RoomChart | RoomBlank
)  # fmt: skip


@frozen
class RoomView:
    """All that the room view is drawn from."""

    page: RoomPage
    brand: RoomBrand
    dark: bool
    ring: RoomRing | None = None
    """None while the room is not shown how much time is left."""
