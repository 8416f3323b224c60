"""From what a room voted to where a warning sign stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_samples import RULES

from models.diagnosis.voting import (
    Agreement,
    Tally,
    ballot_tally,
    interpolated_median,
    newest_revealed,
    proposed_level,
    read_counts,
    standing,
    voters,
    was_asked,
)
from models.engagement.engagement import Assessment, Rating, Round, Stakeholder, rating_id
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.values.refusal import Refusal
from models.values.terms import Answer, VoteWay

ROUND = Assessment(id="r", engagement_id="e", method="m@1")


def counted(number: int, *counts: int, revealed: bool = True, not_known: int = 0) -> Ballot:
    zero, one, two, three = counts
    return Ballot(
        id=ballot_id("r", "gap", number),
        assessment_id="r",
        sign_id="gap",
        number=number,
        revealed=revealed,
        count_0=zero,
        count_1=one,
        count_2=two,
        count_3=three,
        not_known=not_known,
    )


def of(*ballots: Ballot, rating: Answer | None = None, votes: tuple[Vote, ...] = ()) -> Round:
    ratings = (
        {"gap": Rating(id=rating_id("r", "gap"), assessment_id="r", sign_id="gap", answer=rating)} if rating else {}
    )
    return Round(ROUND, ratings=ratings, ballots={b.id: b for b in ballots}, votes={v.id: v for v in votes})


def vote(ballot: Ballot, person: str, answer: Answer) -> Vote:
    return Vote(
        id=vote_id(ballot.id, person), assessment_id="r", ballot_id=ballot.id, stakeholder_id=person, answer=answer
    )


@pytest.mark.parametrize(
    "typed",
    [
        "1 2 4 2",
        "1,2,4,2",
        " 1  2 4 2 ",
        "1/2/4/2",
        "01 2 4 2",
        "1242",
        "1-2-4-2",
        "1.2.4.2",
        "1+2+4+2",
        "１\u00a02\u202f4 2",
    ],
)
def test_counts_are_read_as_people_type_them(typed: str) -> None:
    assert read_counts(typed) == Tally((1, 2, 4, 2), 0)


def test_a_fifth_count_is_of_those_who_do_not_know() -> None:
    assert read_counts("0 0 0 0 3") == Tally((0, 0, 0, 0), 3)
    assert read_counts("12421") == Tally((1, 2, 4, 2), 1)


@pytest.mark.parametrize(
    "typed", ["", "1 2 4", "1 2 4 2 1 1", "1 2 4 x", "-1 2 4 2", "1.5 2 4 2", "1-2 4 2", "0 0 0 0 0"]
)
def test_counts_that_are_none_are_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_counts(typed)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_counts(typed: str) -> None:
    try:
        tally = read_counts(typed)
    except Refusal:
        return
    assert tally.answers > 0


def test_a_ballot_is_counted_or_cast_never_both() -> None:
    cast = replace(counted(1, 9, 9, 9, 9, not_known=9), way=VoteWay.NAMED)
    votes = (vote(cast, "ana", Answer.SEVERE), vote(cast, "ben", Answer.NOT_KNOWN))
    assert ballot_tally(of(cast, votes=votes), cast) == Tally((0, 0, 0, 1), 1)
    assert ballot_tally(of(votes=votes), counted(1, 1, 2, 4, 2, not_known=1)) == Tally((1, 2, 4, 2), 1)


def test_absent_people_are_not_missing_but_who_voted_counts() -> None:
    ana, ben, cleo = (Stakeholder(id=name, engagement_id="e", name=name) for name in ("ana", "ben", "cleo"))
    ballot = counted(1, 0, 0, 0, 0)
    gone = replace(ben, present=False), replace(cleo, present=False)
    asked = voters((ana, *gone), [vote(ballot, "cleo", Answer.EARLY)])
    assert [person.id for person in asked] == ["ana", "cleo"]


def test_a_line_without_a_name_is_asked_only_if_somebody_is_said_to_be_here() -> None:
    begun = Stakeholder(id="begun", engagement_id="e")
    assert voters((begun,), ()) == ()
    assert voters((replace(begun, role="Clerk"),), ())
    assert voters((replace(begun, present=True),), ())


@given(st.tuples(*[st.integers(0, 40)] * 4).filter(any))
def test_the_proposed_level_is_the_one_nearest_the_median(counts: tuple[int, int, int, int]) -> None:
    level, middle = proposed_level(Tally(counts)), interpolated_median(counts)
    assert level is not None
    assert middle is not None
    assert abs(level - middle) <= 0.5 + 1e-9
    assert level in range(4)


def test_of_two_levels_as_near_the_graver_is_proposed() -> None:
    assert proposed_level(Tally((0, 1, 1, 0))) == 2
    assert proposed_level(Tally((0, 0, 0, 0), 4)) is None


def test_the_first_round_stays_beside_the_second_and_an_open_one_is_not_seen() -> None:
    first, second, third = counted(1, 4, 0, 0, 4), counted(2, 0, 0, 4, 4), counted(3, 9, 0, 0, 0, revealed=False)
    assert newest_revealed(of(second, first, third), "gap") == (second, first)
    assert newest_revealed(of(third), "gap") == (None, None)
    assert standing(of(third), "gap", RULES.agreement).agreement is None


@pytest.mark.parametrize(
    ("ballot", "agreement"),
    [
        (counted(1, 0, 0, 1, 5), Agreement.AGREED_PROBLEM),
        (counted(1, 5, 1, 0, 0), Agreement.AGREED_FINE),
        (counted(1, 4, 0, 0, 4), Agreement.SPLIT),
        (counted(1, 0, 0, 1, 0, not_known=5), Agreement.NOT_KNOWN),
    ],
)
def test_a_sign_stands_by_what_was_voted(ballot: Ballot, agreement: Agreement) -> None:
    assert standing(of(ballot, rating=Answer.SEVERE), "gap", RULES.agreement).agreement is agreement


@pytest.mark.parametrize(
    ("rating", "agreement"),
    [
        (Answer.SEVERE, Agreement.AGREED_PROBLEM),
        (Answer.EARLY, Agreement.AGREED_FINE),
        (Answer.NOT_KNOWN, Agreement.NOT_KNOWN),
        (Answer.DOES_NOT_APPLY, None),
        (None, None),
    ],
)
def test_without_a_vote_it_stands_by_the_agreed_answer(rating: Answer | None, agreement: Agreement | None) -> None:
    stands = standing(of(rating=rating), "gap", RULES.agreement)
    assert stands.agreement is agreement
    assert stands.consensus is None


def test_a_sign_that_does_not_apply_is_on_no_map_however_it_was_voted() -> None:
    assert standing(of(counted(1, 0, 0, 1, 5), rating=Answer.DOES_NOT_APPLY), "gap", RULES.agreement).agreement is None


@pytest.mark.parametrize(
    ("current", "asked"),
    [
        (of(), False),
        (of(counted(1, 1, 2, 3, 0, revealed=False)), False),
        (of(counted(1, 1, 2, 3, 0)), True),
        (of(counted(1, 1, 2, 3, 0), counted(2, 0, 0, 0, 0, revealed=False)), True),
        (of(rating=Answer.NOT_KNOWN), True),
        (of(rating=Answer.DOES_NOT_APPLY), True),
    ],
)
def test_a_sign_was_asked_where_it_has_an_answer_or_a_vote_that_was_revealed(current: Round, asked: bool) -> None:
    assert was_asked(current, "gap") is asked
    assert not was_asked(current, "another")
