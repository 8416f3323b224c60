"""Answers before the meeting: who is asked what, what comes of an answer, and when one comes too late.

What was answered stays hidden until it is revealed, as any vote does; nobody is told who answered what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from models.engagement.engagement import Engagement, Note, Round, Stakeholder
from models.engagement.people import name_of
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.frozen import frozen
from models.hashes import sha256
from models.method.method import Method, WarningSign
from models.values.terms import Answer, NoteKind, VoteWay

ID_DIGITS = 32


@frozen
class Letter:
    """What one stakeholder answered on a form of their own, by the ids of the signs."""

    person_id: str
    answers: Mapping[str, Answer]
    """A level, or not known."""
    comments: Mapping[str, str]


@frozen
class TakenIn:
    """What comes of letters: the records that change, and which answers are left because they came too late."""

    records: tuple[Ballot | Vote | Note, ...]
    late: tuple[tuple[str, str], ...]
    """Stakeholder and sign of each."""


def asked_people(engagement: Engagement) -> tuple[Stakeholder, ...]:
    """Everyone who can be named: absent people above all are asked by letter."""
    return tuple(person for person in engagement.stakeholders if name_of(person))


def asked_signs(method: Method, person: Stakeholder, only_theirs: bool) -> tuple[WarningSign, ...]:
    """All signs, or only those that the person's group is likely to know about."""
    return tuple(sign for sign in method.signs if not only_theirs or person.group in sign.ask)


def letter_ballot(current: Round, sign_id: str) -> Ballot | None:
    """The ballot that letters on a sign are gathered in; None once it was revealed, or the room has begun to vote."""
    ballots = current.ballots_on(sign_id)
    if not ballots:
        scope = current.assessment.id
        return Ballot(id=ballot_id(scope, sign_id, 1), assessment_id=scope, sign_id=sign_id, way=VoteWay.LETTER)
    last = ballots[-1]
    return last if last.way is VoteWay.LETTER and not last.revealed else None


def answered_by_letter(current: Round) -> frozenset[str]:
    """The ids of those of whom an answer came by letter."""
    ballots = {ballot.id for ballot in current.ballots.values() if ballot.way is VoteWay.LETTER}
    return frozenset(vote.stakeholder_id for vote in current.votes.values() if vote.ballot_id in ballots)


def take_in(current: Round, letters: Iterable[Letter]) -> TakenIn:
    """The records that letters make or change; of two answers of one person to one sign the later one stays.

    A comment is kept as an internal note of the one who wrote it, whether or not the answer beside it came too late.
    """
    records: dict[str, Ballot | Vote | Note] = {}
    late: dict[tuple[str, str], None] = {}
    for letter in letters:
        for sign_id, answer in letter.answers.items():
            ballot = letter_ballot(current, sign_id)
            if ballot is not None:
                vote = _vote(ballot, letter.person_id, answer)
                records |= {ballot.id: ballot, vote.id: vote}
            elif not _is_kept(current, sign_id, letter.person_id, answer):
                late[letter.person_id, sign_id] = None
        records |= {note.id: note for note in _comments(current, letter)}
    kept = {**current.ballots, **current.votes, **{note.id: note for note in current.notes}}
    changed = [record for key, record in records.items() if kept.get(key) != record]
    return TakenIn(tuple(_placed(current, changed)), tuple(late))


def _vote(ballot: Ballot, person_id: str, answer: Answer) -> Vote:
    return Vote(
        id=vote_id(ballot.id, person_id),
        assessment_id=ballot.assessment_id,
        ballot_id=ballot.id,
        stakeholder_id=person_id,
        answer=answer,
    )


def _is_kept(current: Round, sign_id: str, person_id: str, answer: Answer) -> bool:
    """Whether the very answer came in time: a file may be read again after the votes were shown."""
    ballots = [ballot for ballot in current.ballots_on(sign_id) if ballot.way is VoteWay.LETTER]
    votes = [current.votes.get(vote_id(ballot.id, person_id)) for ballot in ballots]
    return any(vote is not None and vote.answer is answer for vote in votes)


def _comments(current: Round, letter: Letter) -> Iterator[Note]:
    """One note for each comment, under an id that stays: one that is read again takes its own place."""
    notes = {note.id: note for note in current.notes}
    scope = current.assessment.id
    for sign_id, text in letter.comments.items():
        key = sha256(f"{scope}/{sign_id}/{letter.person_id}/letter".encode())[:ID_DIGITS]
        made = Note(id=key, assessment_id=scope, sign_id=sign_id, kind=NoteKind.NOTE, text=text, by=letter.person_id)
        yield replace(notes[key], text=text) if key in notes else made


def _placed(current: Round, records: Iterable[Ballot | Vote | Note]) -> Iterator[Ballot | Vote | Note]:
    """New notes behind those that there are."""
    known = {note.id for note in current.notes}
    place = max((note.position for note in current.notes), default=-1)
    for record in records:
        if isinstance(record, Note) and record.id not in known:
            place += 1
            record = replace(record, position=place)
        yield record
