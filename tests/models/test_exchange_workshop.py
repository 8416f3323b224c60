"""Votes and the agenda in an engagement file: written, read back, and read from files that know nothing of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from exchange_documents import ABSENT, WHOLE, changed, text_of

from models.diagnosis.voting import Tally, ballot_tally
from models.engagement.engagement import Engagement, Note, Round
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.exchange import write_engagement
from models.values.terms import Answer, NoteKind, VoteWay

Read = Callable[[str | bytes], Engagement]


def with_round(engagement: Engagement, **parts: Any) -> Engagement:
    return replace(engagement, rounds=(replace(engagement.current, **parts),))


def without_voter(sample: Engagement) -> Engagement:
    """The sample once somebody who voted has been removed; nobody owns anything, and the playbook is empty."""
    gone = sample.stakeholders[1].id
    left = replace(sample, stakeholders=tuple(p for p in sample.stakeholders if p.id != gone))
    return with_round(left, actions=(), judgements={}, entries=(), cells={}, gates={})


def tallies(current: Round) -> dict[tuple[str, int], Tally]:
    return {(b.sign_id, b.number): ballot_tally(current, b) for b in current.ballots.values()}


def test_votes_and_boxes_are_read_as_they_stand_in_the_file(read: Read) -> None:
    found = read(text_of(WHOLE))
    current, (ana, *_) = found.current, found.stakeholders
    counted, named = current.ballots_on("ownership-gap")

    assert (counted.number, counted.way, counted.revealed) == (1, VoteWay.COUNTS, True)
    assert ballot_tally(current, counted) == Tally((1, 2, 4, 2), 1)
    assert (named.number, named.way, named.revealed) == (2, VoteWay.NAMED, True)
    assert [(v.id, v.stakeholder_id, v.answer) for v in current.votes_in(named)] == [
        (vote_id(named.id, ana.id), ana.id, Answer.SEVERE)
    ]
    (box,) = current.agenda
    assert (box.kind, box.title, box.minutes, box.added, box.spent, box.since) == ("break", "Tea", 15, -5, 600, None)


def test_an_older_file_is_read_without_votes_and_agenda(read: Read) -> None:
    document = changed("rounds.0.votes", ABSENT)
    del document["rounds"][0]["agenda"]

    current = read(text_of(document)).current

    assert (current.ballots, current.votes, current.agenda) == ({}, {}, ())
    assert len(current.ratings) == len(current.notes) == len(current.actions) == 1


def test_a_round_without_votes_and_agenda_says_nothing_of_them(sample: Engagement, read: Read) -> None:
    quiet = with_round(sample, ballots={}, votes={}, agenda=())

    text = write_engagement(quiet)

    assert {"votes", "agenda"}.isdisjoint(json.loads(text)["rounds"][0])
    assert read(text) == quiet


def test_the_vote_of_somebody_who_is_gone_is_written_without_a_name_and_kept(sample: Engagement, read: Read) -> None:
    left = without_voter(sample)
    text = write_engagement(left)
    again = read(text).current

    named = [b for b in json.loads(text)["rounds"][0]["votes"] if b["way"] == "named"]
    nameless = [v for b in named for v in b["votes"] if "stakeholder" not in v]
    assert len(nameless) == len(named) == 2
    assert all(v.keys() == {"answer"} for v in nameless)
    assert tallies(again) == tallies(sample.current)
    strangers = {v.stakeholder_id for v in again.votes.values()} - {p.id for p in left.stakeholders}
    assert strangers.isdisjoint(p.id for p in sample.stakeholders)
    assert all(v.id == vote_id(v.ballot_id, v.stakeholder_id) for v in again.votes.values())


@pytest.mark.parametrize("way", [VoteWay.BALLOT, VoteWay.LETTER])
def test_the_file_says_of_no_secret_ballot_who_voted_what(sample: Engagement, read: Read, way: VoteWay) -> None:
    round_id, people = sample.current.assessment.id, sample.stakeholders
    secret = Ballot(
        id=ballot_id(round_id, "resistance", 2),
        assessment_id=round_id,
        sign_id="resistance",
        number=2,
        way=way,
        revealed=True,
    )
    answers = [Answer.SEVERE, Answer.NOT_PRESENT, Answer.NOT_KNOWN, Answer.EARLY]
    votes = [
        Vote(
            id=vote_id(secret.id, person.id),
            assessment_id=round_id,
            ballot_id=secret.id,
            stakeholder_id=person.id,
            answer=answer,
        )
        for person, answer in zip(people, answers, strict=False)
    ]
    engagement = with_round(sample, ballots={secret.id: secret}, votes={v.id: v for v in votes})
    texts = {write_engagement(engagement)}
    swapped = [replace(v, answer=a) for v, a in zip(votes, reversed(answers), strict=True)]
    texts.add(write_engagement(with_round(engagement, votes={v.id: v for v in swapped})))
    (text,) = texts
    assert json.loads(text)["rounds"][0]["votes"][0]["way"] == way.value
    assert json.loads(text)["rounds"][0]["votes"][0]["votes"] == [{"answer": a} for a in (0, 1, 3, "not-known")]
    assert ballot_tally(read(text).current, secret) == Tally((1, 1, 0, 1), 1)


def test_several_votes_of_people_who_are_gone_stand_beside_each_other(read: Read) -> None:
    given = [{"answer": 1}, {"answer": 1}, {"answer": "not-known"}, {"stakeholder": "ana", "answer": 3}]

    current = read(text_of(changed("rounds.0.votes.1.votes", given))).current

    assert tallies(current)["ownership-gap", 2] == Tally((0, 2, 0, 1), 1)


@pytest.mark.parametrize("way", [VoteWay.NAMED, VoteWay.BALLOT, VoteWay.LETTER])
def test_a_vote_that_is_still_hidden_stays_hidden(sample: Engagement, read: Read, way: VoteWay) -> None:
    round_id = sample.current.assessment.id
    opened = Ballot(
        id=ballot_id(round_id, "resistance", 2), assessment_id=round_id, sign_id="resistance", number=2, way=way
    )
    engagement = with_round(sample, ballots={**sample.current.ballots, opened.id: opened})

    assert read(write_engagement(engagement)) == engagement
    assert not read(write_engagement(engagement)).current.ballots[opened.id].revealed


def test_a_clock_that_runs_is_written_in_utc(sample: Engagement, read: Read) -> None:
    first, *others = sample.current.agenda
    running = with_round(sample, agenda=(replace(first, since=datetime(2026, 11, 12, 9, 30, tzinfo=UTC)), *others))

    text = write_engagement(running)

    assert json.loads(text)["rounds"][0]["agenda"][0]["since"] == "2026-11-12T09:30:00+00:00"
    assert read(text) == running
    there = changed("rounds.0.agenda.0.since", "2026-11-12T16:30:00+07:00")
    assert read(text_of(there)).current.agenda[0].since == datetime(2026, 11, 12, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("for_client", [True, False])
def test_every_kind_of_note_survives(sample: Engagement, read: Read, kind: NoteKind, for_client: bool) -> None:
    note = Note(assessment_id=sample.current.assessment.id, kind=kind, text="As said.", for_client=for_client)
    engagement = with_round(sample, notes=(note,))

    assert read(write_engagement(engagement)) == engagement
