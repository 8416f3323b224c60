"""What happens in the room: votes on the warning signs, and the agenda that is kept to.

Records, as in `models.engagement.engagement`: each is one row of the library, small, frozen, with a permanent id.
"""

from __future__ import annotations

from dataclasses import field
from datetime import datetime

from models.frozen import frozen
from models.values.terms import Answer, VoteWay, new_id


@frozen(kw_only=True)
class Ballot:
    """One round of voting on one warning sign. What was voted stays hidden until it is revealed."""

    id: str
    """See `ballot_id`."""
    assessment_id: str
    sign_id: str
    number: int = 1
    """1 for the first round, 2 for the one after discussion, and so on."""
    way: VoteWay = VoteWay.COUNTS
    revealed: bool = False
    count_0: int = 0
    """Votes for level 0 where votes are counted; 0 where each vote is a `Vote`. Likewise the next four."""
    count_1: int = 0
    count_2: int = 0
    count_3: int = 0
    not_known: int = 0


def ballot_id(assessment_id: str, sign_id: str, number: int) -> str:
    """The permanent id of a round of voting."""
    return f"{assessment_id}/{sign_id}/{number}"


@frozen(kw_only=True)
class Vote:
    """One stakeholder's vote in a ballot."""

    id: str
    """See `vote_id`: one vote for each stakeholder in a ballot."""
    assessment_id: str
    ballot_id: str
    stakeholder_id: str
    answer: Answer
    """A level, or not known."""


def vote_id(ballot: str, stakeholder_id: str) -> str:
    """The permanent id of a stakeholder's vote in a ballot."""
    return f"{ballot}/{stakeholder_id}"


@frozen(kw_only=True)
class AgendaBox:
    """A time box of the workshop's agenda."""

    id: str = field(default_factory=new_id)
    assessment_id: str
    position: int = 0
    kind: str = ""
    """What it is for, the same everywhere (see `models.diagnosis.agenda`); empty for one of the facilitator's own."""
    title: str = ""
    minutes: int = 10
    """As planned before the workshop."""
    added: int = 0
    """Minutes added during the workshop; negative where it was shortened."""
    spent: int = 0
    """Seconds really spent, up to `since`."""
    since: datetime | None = None
    """UTC: since when the workshop has been in this box; None while it is not."""
