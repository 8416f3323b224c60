"""Closing a workshop: every high gap without an owner or a date is found, and going on needs a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from model_samples import WORDS, engagement_with, own_action, round_of

from models.engagement.engagement import Action, Round
from models.method.method import Method
from models.plan.closing import close, high_gaps, reopen
from models.plan.plan import accept
from models.plan.proposals import propose
from models.values.terms import Progress, RoundState

TODAY = date(2026, 11, 12)


def gaps(method: Method, current: Round) -> list[tuple[str, str, str]]:
    found = high_gaps(method, engagement_with(current), WORDS, TODAY)
    return [(gap.sign_id, gap.action_id, gap.lacks) for gap in found]


def agreed(method: Method, current: Round, **more: object) -> Action:
    proposal = propose(method, engagement_with(current), WORDS, TODAY)[0]
    return replace(accept(proposal, current, ()), id="agreed", **more)


def test_nothing_rated_leaves_no_gap(method: Method) -> None:
    assert gaps(method, round_of({})) == []


@pytest.mark.parametrize(("level", "gap"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_sign_that_stands_high_and_has_no_action_is_a_gap(method: Method, level: int, gap: bool) -> None:
    signs = [s.id for s in method.mode_of("ownership-gap").signs]

    found = gaps(method, round_of(dict.fromkeys(signs, level)))

    assert found == [(sign, "", "no action") for sign in signs if gap]


def test_a_severe_sign_is_one_by_itself(method: Method) -> None:
    assert gaps(method, round_of({"ownership-gap": 3})) == [("ownership-gap", "", "no action")]
    assert gaps(method, round_of({"ownership-gap": 2})) == []


def test_an_established_sign_in_a_mode_that_stands_low_is_none(method: Method) -> None:
    answers = {s.id: 0 for s in method.mode_of("ownership-gap").signs} | {"ownership-gap": 2}

    assert gaps(method, round_of(answers)) == []


@pytest.mark.parametrize(
    ("owner", "due", "lacks"),
    [("", None, "no owner, no date"), ("", TODAY, "no owner"), ("ana", None, "no date"), ("ana", TODAY, "")],
)
def test_its_action_needs_an_owner_and_a_date(method: Method, owner: str, due: date | None, lacks: str) -> None:
    current = round_of({"ownership-gap": 3})
    current = replace(current, actions=(agreed(method, current, owner_id=owner, due=due),))

    assert gaps(method, current) == ([("", "agreed", lacks)] if lacks else [])


def test_what_is_done_is_no_gap(method: Method) -> None:
    current = round_of({"ownership-gap": 3})
    current = replace(current, actions=(agreed(method, current, progress=Progress.DONE),))

    assert gaps(method, current) == []


def test_a_small_action_of_the_rooms_own_is_none(method: Method) -> None:
    assert gaps(method, round_of({}, (own_action(),))) == []


def test_closing_with_gaps_needs_a_reason_which_is_kept() -> None:
    assessment = round_of({}).assessment

    with pytest.raises(ValueError, match="reason"):
        close(assessment, TODAY, "  ", gaps=1)
    closed = close(assessment, TODAY, " The sponsor left ", gaps=1)
    assert (closed.closed_on, closed.closing_reason) == (TODAY, "The sponsor left")
    assert close(assessment, TODAY, "Not needed", gaps=0).closing_reason == ""
    assert closed.state is RoundState.CLOSED
    assert reopen(closed) == replace(closed, state=RoundState.OPEN, closed_on=None)
