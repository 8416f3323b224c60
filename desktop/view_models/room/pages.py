"""What the room may see. These types have no field for a name behind a vote, an internal note or anything else
private: the room view is drawn from them alone, so it cannot show what it does not have.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.view_models.room.entries import Captured, RoomOwner, RoomPlace


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class RoomMode:
    """One failure mode, or one phase, in the rail: how far the room has come with it."""

    name: str
    answered: int
    total: int
    here: bool


@dataclass(frozen=True, slots=True)
class RoomWelcome:
    """Before the work begins."""

    pilot: str
    date: str
    agenda: tuple[tuple[str, str], ...] = ()
    """Time box and what it is for, in the words of the room."""


@dataclass(frozen=True, slots=True)
class RoomSign:
    """One warning sign."""

    place: str
    """As in "Warning sign 11 of 24"."""
    mode: str
    """Its short name: the long one already says what went wrong, and the room has yet to vote."""
    question: str
    levels: tuple[str, str, str, str]
    anchors: tuple[str, str, str, str]
    chosen: int | None
    """The agreed level; None while there is none."""
    answer: str
    """An agreed answer that is not a level ("Not known"), or nothing."""
    modes: tuple[RoomMode, ...]
    explained: tuple[str, ...] = ()
    """What is meant by words of the question and the anchors, the most needed first."""


@dataclass(frozen=True, slots=True)
class RoomVoting:
    """A warning sign while the room votes on it: how many have answered, and nothing of what they answered."""

    sign: RoomSign
    """Without an agreed answer: one that stands would pull the vote towards it."""
    answered: str
    """As in "5 of 8 have answered", or that the vote is open where hands are counted."""


@dataclass(frozen=True, slots=True)
class RoomTally:
    """What was voted in one round: never by whom."""

    counts: tuple[int, int, int, int]
    """How many voted each level from 0 to 3."""
    not_known: int
    level: str
    """The interpolated median, as in "1.9"; nothing where nobody voted a level."""
    agreement: str
    """In words with the figure, as in "Split (0.54)"."""


@dataclass(frozen=True, slots=True)
class RoomReveal:
    """What the room voted on a warning sign."""

    place: str
    mode: str
    question: str
    levels: tuple[str, str, str, str]
    tally: RoomTally
    before: RoomTally | None
    """The round before, where this is a second one."""
    movement: str
    """What the discussion moved, in a sentence; nothing after a first round."""
    groups: tuple[tuple[str, str], ...]
    """Groups whose levels differ, each with its median; only of groups with at least three votes."""
    chosen: int | None
    """The level agreed after the vote; None while there is none."""
    answer: str
    """An agreed answer that is not a level, or nothing."""


@dataclass(frozen=True, slots=True)
class AgreementGroup:
    """The warning signs of one kind of agreement."""

    name: str
    """As in "Agreed problem"."""
    signs: tuple[tuple[int, str, str], ...]
    """Number from 1 to 24, title, and level with agreement in figures ("2.4 · 0.81"; nothing where there are none)."""


@dataclass(frozen=True, slots=True)
class RoomAgreement:
    """The warning signs by level and agreement."""

    title: str
    groups: tuple[AgreementGroup, ...]
    """Agreed problem, split, not known, agreed fine; a group may be empty."""


@dataclass(frozen=True, slots=True)
class RoomModeResult:
    """One failure mode among the results."""

    name: str
    index: int | None
    lowest: int
    highest: int
    band: str
    coverage: str
    levels: tuple[str, ...]
    """A mark for each sign: its level, "?" for not known, "–" for does not apply, nothing while not asked."""


@dataclass(frozen=True, slots=True)
class RadarAxis:
    """One failure mode on the radar."""

    name: str
    index: int | None
    """0 to 100; None while nothing is known."""
    band: str


@dataclass(frozen=True, slots=True)
class RoomRadar:
    """The shape of the pilot: one axis a failure mode, in the order of the method."""

    title: str
    axes: tuple[RadarAxis, ...]


@dataclass(frozen=True, slots=True)
class RoomResults:
    """Where the failure modes stand, the worst first."""

    title: str
    results: tuple[RoomModeResult, ...]


@dataclass(frozen=True, slots=True)
class RoomPoint:
    """One readiness point as it stands."""

    title: str
    state: str
    """One of "confirmed", "open", "waived" and "does-not-apply"."""
    here: bool
    """Whether the room is talking about it."""


@dataclass(frozen=True, slots=True)
class RoomPointGroup:
    """Technical, operational or organisational readiness."""

    title: str
    points: tuple[RoomPoint, ...]


@dataclass(frozen=True, slots=True)
class RoomReadiness:
    """The readiness points and the verdict: no evidence, no owner, no reason."""

    verdict: str
    """As in "No-go: 9 points are open"."""
    question: str
    """What is asked of the point that the room is talking about."""
    groups: tuple[RoomPointGroup, ...]


@dataclass(frozen=True, slots=True)
class RoomCommitment:
    """One action, read back to the room."""

    place: str
    """As in "3 of 12"."""
    action: str
    owner: str
    due: str
    done_when: str


@dataclass(frozen=True, slots=True)
class RoomActivity:
    """One activity of the playbook, at one of its items."""

    place: str
    """As in "Phase 2 of 5 · Pilot execution"."""
    activity: str
    prompt: str
    captured: Captured
    phases: tuple[RoomMode, ...]


@dataclass(frozen=True, slots=True)
class RoomGate:
    """The decision that closes a phase, and what it is decided on."""

    place: str
    decision: str
    """As in "Passed with conditions"."""
    decided: str
    """By whom and when, in words; empty while nobody has."""
    conditions: str
    done: int
    open: tuple[str, ...]
    """Names of what is begun and has gaps."""
    missing: tuple[str, ...]
    """Names of what nobody has begun."""
    counts: tuple[int, int]
    """How many items are open and missing: several can have one name."""
    phases: tuple[RoomMode, ...]


@dataclass(frozen=True, slots=True)
class RoomImpact:
    """What was agreed, by what it brings against what it takes."""

    title: str
    places: tuple[RoomPlace, ...]
    """What is to be done first, first."""


@dataclass(frozen=True, slots=True)
class RoomClosing:
    """What the room leaves with."""

    headline: str
    """As in "12 commitments, 5 owners"."""
    verdict: str
    owners: tuple[RoomOwner, ...]
    """Whose date comes first, first."""


@dataclass(frozen=True, slots=True)
class RoomBlank:
    """Nothing but the brand."""


@dataclass(frozen=True, slots=True)
class RoomChart:
    """Lines of known height, to be read from the last row before the client comes in."""


RoomPage = (
    RoomWelcome
    | RoomSign
    | RoomVoting
    | RoomReveal
    | RoomAgreement
    | RoomRadar
    | RoomResults
    | RoomReadiness
    | RoomActivity
    | RoomGate
    | RoomImpact
    | RoomCommitment
    | RoomClosing
    | RoomChart
    | RoomBlank
)


@dataclass(frozen=True, slots=True)
class RoomView:
    """All that the room view is drawn from."""

    page: RoomPage
    brand: RoomBrand
    dark: bool
