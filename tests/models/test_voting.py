"""What a vote says, by the published figures and by what must always hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_samples import RULES

from models.diagnosis.voting import Agreement, Tally, agreement, consensus, group_medians, interpolated_median, tally_of
from models.values.terms import Group

counts = st.tuples(*[st.integers(0, 60)] * 4).filter(any)


def test_the_worked_figures_of_the_method() -> None:
    assert consensus((1, 2, 4, 2)) == pytest.approx(0.543, abs=0.0005)
    assert interpolated_median((1, 2, 4, 2)) == pytest.approx(2.875 - 1)
    assert consensus((4, 0, 0, 4)) == 0


def test_the_published_agreement_vector() -> None:
    assert consensus((30, 40, 210, 130, 530, 50, 10)) == pytest.approx(0.7257, abs=0.0001)


def test_no_votes_have_no_level_and_no_agreement() -> None:
    assert interpolated_median((0, 0, 0, 0)) is None
    assert consensus((0, 0, 0, 0)) is None


def test_a_median_that_nobody_voted_is_the_plain_one() -> None:
    assert interpolated_median((2, 0, 2, 0)) == 1
    assert interpolated_median((2, 2, 0, 0)) == 0.5


@given(counts)
def test_both_figures_stay_in_bounds(votes: tuple[int, int, int, int]) -> None:
    level, agreed = interpolated_median(votes), consensus(votes)
    assert level is not None
    assert agreed is not None
    assert 0 <= level <= 3
    assert 0 <= agreed <= 1


@given(st.integers(0, 3), st.integers(1, 200))
def test_all_agreed_is_full_consensus_at_that_level(level: int, votes: int) -> None:
    given_counts = [0, 0, 0, 0]
    given_counts[level] = votes
    assert consensus(given_counts) == 1
    assert interpolated_median(given_counts) == level


@given(st.integers(1, 200))
def test_half_at_each_end_is_no_consensus(votes: int) -> None:
    assert consensus((votes, 0, 0, votes)) == pytest.approx(0, abs=1e-12)


@given(st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=1, max_size=40), st.randoms())
def test_the_order_of_votes_does_not_matter(votes: list[int | None], chance: object) -> None:
    shuffled = sorted(votes, key=lambda vote: (vote is None, vote or 0))
    assert tally_of(votes) == tally_of(shuffled)


@given(counts, st.integers(2, 5))
def test_a_larger_room_that_votes_alike_agrees_alike(votes: tuple[int, int, int, int], times: int) -> None:
    more = tuple(count * times for count in votes)
    assert consensus(more) == pytest.approx(consensus(votes))
    assert interpolated_median(more) == pytest.approx(interpolated_median(votes))


@pytest.mark.parametrize(
    ("tally", "expected"),
    [
        (Tally((0, 0, 1, 8)), Agreement.AGREED_PROBLEM),
        (Tally((8, 1, 0, 0)), Agreement.AGREED_FINE),
        (Tally((4, 0, 0, 4)), Agreement.SPLIT),
        (Tally((0, 1, 1, 0), not_known=5), Agreement.NOT_KNOWN),
        (Tally((0, 0, 0, 0)), Agreement.NOT_KNOWN),
    ],
)
def test_a_sign_sorts_into_one_of_four(tally: Tally, expected: Agreement) -> None:
    assert agreement(tally, RULES.agreement) is expected


def test_a_group_is_named_only_from_three_votes() -> None:
    votes = [
        (Group.BUSINESS, 0),
        (Group.BUSINESS, 1),
        (Group.BUSINESS, 1),
        (Group.TECHNOLOGY, 3),
        (Group.TECHNOLOGY, 3),
    ]
    assert dict(group_medians(votes)) == {Group.BUSINESS: pytest.approx(0.75)}
