"""The sample's votes and agenda: what a first look at Clearway shows must be believable."""

from __future__ import annotations

from models.diagnosis.agenda import MINUTE
from models.diagnosis.voting import Agreement, agreement, ballot_tally, newest_revealed, proposed_level, standing
from models.engagement.engagement import Engagement
from models.method.method import Method
from models.values.terms import Answer, NoteKind, VoteWay


def test_the_agreed_ratings_are_those_the_room_voted(sample: Engagement, method: Method) -> None:
    current = sample.current
    voted = {ballot.sign_id for ballot in current.ballots.values()}
    assert len(voted) >= 8
    for sign in voted:
        last, _ = newest_revealed(current, sign)
        assert last is not None
        tally = ballot_tally(current, last)
        answer = current.ratings[sign].answer
        assert (
            answer is Answer.NOT_KNOWN
            if agreement(tally, method.rules.agreement) is Agreement.NOT_KNOWN
            else answer.level == proposed_level(tally)
        )


def test_everyone_in_the_room_voted_once_and_nobody_else(sample: Engagement) -> None:
    current = sample.current
    present = {person.id for person in sample.stakeholders if person.present is not False}
    for ballot in current.ballots.values():
        assert ballot_tally(current, ballot).answers == len(present)
        if ballot.way is VoteWay.NAMED:
            assert {vote.stakeholder_id for vote in current.votes_in(ballot)} == present


def test_every_way_to_stand_is_there_and_second_rounds_moved(sample: Engagement, method: Method) -> None:
    current = sample.current
    assert {standing(current, sign.id, method.rules.agreement).agreement for sign in method.signs} >= set(Agreement)
    rounds = [current.ballots_on(sign.id) for sign in method.signs]
    again = [ballots for ballots in rounds if len(ballots) > 1]
    assert len(again) == 2
    for first, second in again:
        assert ballot_tally(current, first) != ballot_tally(current, second)


def test_the_agenda_is_of_half_a_day_and_over(sample: Engagement, method: Method) -> None:
    agenda = sample.current.agenda
    assert sum(box.minutes for box in agenda) == method.agenda[1].minutes
    assert [box.kind for box in agenda if box.kind.startswith("mode:")] == [f"mode:{mode.id}" for mode in method.modes]
    assert all(box.spent >= MINUTE and box.since is None for box in agenda)


def test_something_of_every_kind_was_captured(sample: Engagement) -> None:
    assert {note.kind for note in sample.current.notes} == set(NoteKind)
