"""The votes and the agenda of one round in an engagement file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from models.engagement.workshop import AgendaBox, Ballot, Vote, ballot_id, vote_id
from models.exchange.structure import ExchangeError
from models.exchange.values import answer_of, known_sign, moment_of, person_of
from models.method.method import Method
from models.values.terms import VoteWay


@dataclass(frozen=True)
class Workshop:
    """What happened in the room."""

    ballots: tuple[Ballot, ...]
    votes: tuple[Vote, ...]
    agenda: tuple[AgendaBox, ...]


def read_workshop(
    source: dict[str, Any],
    round_id: str,
    method: Method,
    place: str,
    people: Mapping[str, str],
    own_id: Callable[[dict[str, Any]], str],
) -> Workshop:
    """`people` are the stakeholders' ids in the file with those they have now. Raises ExchangeError."""
    ballots: dict[str, Ballot] = {}
    votes: list[Vote] = []
    for n, entry in enumerate(source.get("votes", [])):
        here = f"{place}.votes[{n}]"
        ballot = _ballot(entry, round_id, known_sign(entry["sign"], method, f"{here}.sign"), here)
        if ballot.id in ballots:
            raise ExchangeError(
                "{here}: round {number} of voting on “{sign_id}” stands twice.",
                here=here,
                number=ballot.number,
                sign_id=ballot.sign_id,
            )
        ballots[ballot.id] = ballot
        votes += _votes(entry, ballot, people, here)
    agenda = tuple(
        _box(entry, round_id, n, own_id(entry), f"{place}.agenda[{n}]")
        for n, entry in enumerate(source.get("agenda", []))
    )
    return Workshop(tuple(ballots.values()), tuple(votes), agenda)


def _ballot(entry: dict[str, Any], round_id: str, sign_id: str, here: str) -> Ballot:
    counted = "counts" in entry
    if counted == ("votes" in entry) or ("not_known" in entry and not counted):
        raise ExchangeError("{here}: a vote is either counted or given person by person, one of the two.", here=here)
    number = int(entry.get("number", 1))
    way = VoteWay(entry.get("way", VoteWay.COUNTS if counted else VoteWay.NAMED))
    if (way is VoteWay.COUNTS) != counted:
        raise ExchangeError("{here}.way: “{value}” does not go with what is given.", here=here, value=way.value)
    zero, one, two, three = map(int, entry.get("counts", (0, 0, 0, 0)))
    return Ballot(
        id=ballot_id(round_id, sign_id, number),
        assessment_id=round_id,
        sign_id=sign_id,
        number=number,
        way=way,
        revealed=entry.get("revealed", True),
        count_0=zero,
        count_1=one,
        count_2=two,
        count_3=three,
        not_known=int(entry.get("not_known", 0)),
    )


def _votes(entry: dict[str, Any], ballot: Ballot, people: Mapping[str, str], here: str) -> list[Vote]:
    votes: dict[str, Vote] = {}
    for n, given in enumerate(entry.get("votes", [])):
        place = f"{here}.votes[{n}].stakeholder"
        # A vote without a name is kept under its place in the list, which is nobody's id.
        own = person_of(given.get("stakeholder"), people, place) or str(n)
        if own in votes:
            raise ExchangeError("{place}: “{what}” votes twice in this round.", place=place, what=given["stakeholder"])
        votes[own] = Vote(
            id=vote_id(ballot.id, own),
            assessment_id=ballot.assessment_id,
            ballot_id=ballot.id,
            stakeholder_id=own,
            answer=answer_of(given["answer"]),
        )
    return list(votes.values())


def _box(entry: dict[str, Any], round_id: str, position: int, own: str, here: str) -> AgendaBox:
    since = entry.get("since")
    return AgendaBox(
        id=own,
        assessment_id=round_id,
        position=position,
        kind=entry.get("kind", ""),
        title=entry["title"],
        minutes=int(entry["minutes"]),
        added=int(entry.get("added", 0)),
        spent=int(entry.get("spent", 0)),
        since=moment_of(since, f"{here}.since") if since is not None else None,
    )
