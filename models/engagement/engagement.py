"""What a consultant works on: a client's pilot, the people around it, and each round of assessing it.

A *record* is one row of the library: small, frozen, with a permanent id. An *aggregate* (`Round`, `Engagement`) gathers
the records that a screen or a document draws at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from decimal import Decimal

from models.engagement.dependency import Dependency
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement
from models.engagement.outbox import Dispatch
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry, cell_id
from models.engagement.workshop import AgendaBox, Ballot, Vote
from models.frozen import frozen
from models.values.terms import Answer, Came, Confidence, Decision, Group, NoteKind, Progress, RoundState, new_id


@frozen(kw_only=True)
class Client:
    """The organisation whose pilot is stuck."""

    id: str = field(default_factory=new_id)
    name: str = ""
    sector: str = ""


@frozen(kw_only=True)
class Pilot:
    """One pilot of one client. Its id is the engagement's id."""

    id: str = field(default_factory=new_id)
    client_id: str
    name: str = ""
    purpose: str = ""
    """What the pilot does, in a sentence or two."""
    problem: str = ""
    """The business problem it was meant to solve."""
    started: date | None = None
    currency: str = "GBP"
    """ISO 4217 code of every sum of money in the engagement."""
    cost: Decimal | None = None
    """What the pilot has cost, in `currency`; None while not known."""
    target_date: date | None = None
    """When the client wants to be in production."""
    decision_asked: str = ""
    """What the sponsor is asked to decide, in a sentence."""
    created: datetime
    """UTC."""
    archived: bool = False


@frozen(kw_only=True)
class Brand:
    """How the room view and the documents look. Its id is the engagement's id."""

    id: str
    practice: str = ""
    """The consultancy's name as it stands on the documents."""
    practice_logo: str = ""
    """Id of an `Asset`, or empty."""
    client_logo: str = ""
    primary: str = "#12395B"
    """Colour of titles, rules and first series, as #RRGGBB."""
    accent: str = "#C2334D"
    contact: str = ""
    confidentiality: str = ""
    closing_line: str = ""
    """The practice's own last words in a document."""


@frozen(kw_only=True)
class Asset:
    """A file kept in the library. Its id is the SHA-256 of its bytes, in hexadecimal; it never changes."""

    id: str
    name: str
    media_type: str
    data: bytes


@frozen(kw_only=True)
class Stakeholder:
    """A person with a part in the pilot."""

    id: str = field(default_factory=new_id)
    engagement_id: str
    position: int = 0
    name: str = ""
    role: str = ""
    group: Group = Group.BUSINESS
    decides: str = ""
    """Decision rights: what this person can decide, in a few words."""
    email: str = ""
    present: bool | None = None
    """Whether this person took part; None while nobody has been asked."""
    sponsor: bool = False
    """Whether this is the one who pays for it and signs for it."""


@frozen(kw_only=True)
class Assessment:
    """One round of assessing the pilot, tied to the version of the method it was made with."""

    id: str = field(default_factory=new_id)
    engagement_id: str
    number: int = 1
    held_on: date | None = None
    facilitator: str = ""
    method: str
    """Key of the content pack: its id and version, as in `clearway@1.0.0`."""
    closed_on: date | None = None
    """When the workshop was closed; None while it is not."""
    closing_reason: str = ""
    """Why it was closed although high gaps had no owner or no date."""
    state: RoundState = RoundState.OPEN
    began: datetime | None = None
    """When the day began; UTC."""
    headline: str = ""
    """What was found, in the room's words; empty while those that follow from the answers will do."""


@frozen(kw_only=True)
class Rating:
    """The agreed answer to one warning sign. A sign without a rating has not been answered."""

    id: str
    """See `rating_id`: one rating for each sign of a round, on every laptop."""
    assessment_id: str
    sign_id: str
    answer: Answer
    reason: str = ""
    """Why the sign does not apply."""
    confidence: Confidence | None = None
    came: Came = Came.NOT_SAID
    """How the answer came about. That there is a rating says that the sign was asked in this round."""


def rating_id(assessment_id: str, sign_id: str) -> str:
    """The permanent id of a sign's rating in a round."""
    return f"{assessment_id}/{sign_id}"


@frozen(kw_only=True)
class Note:
    """Something said or shown, kept as typed. Internal unless marked for the client."""

    id: str = field(default_factory=new_id)
    assessment_id: str
    sign_id: str = ""
    """The warning sign it belongs to, or empty for the round as a whole."""
    position: int = 0
    kind: NoteKind = NoteKind.NOTE
    text: str = ""
    for_client: bool = False
    by: str = ""
    """Id of the stakeholder who said it, or empty."""
    named: bool = False
    """Whether that name may stand beside it where the client sees it."""


@frozen(kw_only=True)
class Action:
    """A remedial action that was accepted or rejected. Proposals live in `models.plan.plan` until then."""

    id: str = field(default_factory=new_id)
    assessment_id: str
    proposal: str = ""
    """Id of the proposal it came from; empty for an action of the room's own."""
    position: int = 0
    decision: Decision = Decision.ACCEPTED
    title: str = ""
    phase: str = ""
    """Id of the playbook phase it belongs to."""
    owner_role: str = ""
    owner_id: str = ""
    """Id of the stakeholder who owns it, or empty while nobody does."""
    due: date | None = None
    effort_low: Decimal = Decimal(1)
    """Days."""
    effort_high: Decimal = Decimal(1)
    """Days; not below `effort_low`."""
    done_when: str = ""
    progress: Progress = Progress.NOT_STARTED
    reason: str = ""
    """Why it was rejected."""
    impact: int | None = None
    """0 to 100, where the room placed it; None while it follows from what calls for the action."""
    short: str = ""
    """A name for charts and slides; empty while the pack's own, or none, will do."""
    why: str = ""
    """The one line that says why, where the room gave another than what follows from the evidence."""
    decisive: bool = False
    """Whether the decision that the sponsor is asked for rests on it."""


Record = (
    Client | Pilot | Brand | Stakeholder | Assessment | Rating | Ballot | Vote | AgendaBox | Note | Action | Dependency
    | Judgement | RegisterEntry | RegisterCell | Evidence | Gate | GateCondition | Dispatch
)  # fmt: skip


@frozen
class Round:
    """One assessment with everything captured in it."""

    assessment: Assessment
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    """By warning sign id."""
    notes: tuple[Note, ...] = ()
    """In the order of `position`."""
    actions: tuple[Action, ...] = ()
    """In the order of `position`."""
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    """By id."""
    votes: Mapping[str, Vote] = field(default_factory=dict)
    """By id."""
    agenda: tuple[AgendaBox, ...] = ()
    """In the order of `position`."""
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    """By readiness point id."""
    dependencies: Mapping[str, Dependency] = field(default_factory=dict)
    """By id."""
    entries: tuple[RegisterEntry, ...] = ()
    """The rows of all registers, in the order of `position`."""
    cells: Mapping[str, RegisterCell] = field(default_factory=dict)
    """By id."""
    gates: Mapping[str, Gate] = field(default_factory=dict)
    """By phase id."""
    conditions: tuple[GateCondition, ...] = ()
    """Of all gates, in the order of `position`."""
    evidence: tuple[Evidence, ...] = ()
    """In the order of `position`."""

    def ballots_on(self, sign_id: str) -> tuple[Ballot, ...]:
        """The rounds of voting on a warning sign, the first one first."""
        return tuple(sorted((b for b in self.ballots.values() if b.sign_id == sign_id), key=lambda b: b.number))

    def votes_in(self, ballot: Ballot) -> tuple[Vote, ...]:
        """The votes of a ballot, in no order that says when they came."""
        return tuple(sorted((v for v in self.votes.values() if v.ballot_id == ballot.id), key=lambda v: v.id))

    def entries_of(self, register_id: str) -> tuple[RegisterEntry, ...]:
        """The rows of one register, in order."""
        return tuple(e for e in self.entries if e.register_id == register_id)

    def value(self, entry_id: str, column_id: str) -> str:
        """What stands in a cell; empty for nothing."""
        cell = self.cells.get(cell_id(entry_id, column_id))
        return cell.value if cell else ""

    def notes_on(self, sign_id: str, kind: NoteKind) -> tuple[Note, ...]:
        """The notes of one kind under a warning sign, in order."""
        return tuple(n for n in self.notes if n.sign_id == sign_id and n.kind is kind)


@frozen
class Engagement:
    """The snapshot that every screen and document is drawn from."""

    client: Client
    pilot: Pilot
    brand: Brand
    stakeholders: tuple[Stakeholder, ...]
    """In the order of `position`."""
    rounds: tuple[Round, ...]
    """At least one, oldest first."""
    assets: Mapping[str, Asset] = field(default_factory=dict)
    """The brand's pictures by id; where a document shows evidence, these pictures too."""
    outbox: tuple[Dispatch, ...] = ()
    """What was made ready to be sent, the oldest first."""

    @property
    def id(self) -> str:
        """The pilot's id serves as the engagement's."""
        return self.pilot.id

    @property
    def current(self) -> Round:
        """The round that is spoken of: the newest, unless it is seen at an earlier one (`models.engagement.seen`)."""
        return self.rounds[-1]

    def stakeholder(self, stakeholder_id: str) -> Stakeholder | None:
        """The stakeholder with that id, or None."""
        return next((s for s in self.stakeholders if s.id == stakeholder_id), None)
