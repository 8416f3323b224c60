"""From ratings to a plan: what is proposed, why, in which order, and what becomes of it once somebody has decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_samples import NOT_KNOWN, RULES, WORDS, engagement_with, own_action, person, round_of

from models.engagement.engagement import Round
from models.method.method import Method
from models.plan.plan import PlanLine, accept, likely_owner, plan_lines, reject, rejected_actions
from models.plan.priority import Priority
from models.plan.proposals import FIND_OUT, Proposal, Reason, open_proposals, propose
from models.values.terms import Decision, Group

SHARED = "write-debt-register"
"""An action that both signs below call for."""
TWO = ("manual-data-prep", "not-production-code")
TODAY = date(2026, 11, 12)
RULE = RULES.priority


def signs(because: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(reason.id for reason in because)


def proposed(method: Method, current: Round) -> dict[str, Proposal]:
    return {p.id: p for p in propose(method, engagement_with(current), WORDS, TODAY)}


def lines(method: Method, current: Round) -> dict[str, PlanLine]:
    return {line.action.proposal: line for line in plan_lines(method, engagement_with(current), WORDS, TODAY)}


def test_nothing_is_proposed_before_anything_is_rated(method: Method) -> None:
    assert propose(method, engagement_with(round_of({})), WORDS, TODAY) == ()


def test_a_sign_that_is_not_present_calls_for_nothing(method: Method) -> None:
    assert (
        propose(method, engagement_with(round_of(dict.fromkeys([s.id for s in method.signs], 0))), WORDS, TODAY) == ()
    )


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_sign_from_early_to_severe_calls_for_its_actions(method: Method, level: int) -> None:
    found = proposed(method, round_of({"ownership-gap": level}))

    assert set(found) == set(method.sign("ownership-gap").actions)
    assert all(signs(p.because) == ("ownership-gap",) for p in found.values())
    assert all(p.priority.severity == level for p in found.values())


def test_an_action_called_for_by_two_signs_is_proposed_once_with_both_reasons(method: Method) -> None:
    found = proposed(method, round_of({TWO[1]: 1, TWO[0]: 2}))[SHARED]

    assert signs(found.because) == TWO
    assert (found.priority.severity, found.priority.reach) == (2, 2)


def test_a_proposal_carries_what_the_method_says_of_its_action(method: Method) -> None:
    found = proposed(method, round_of({"ownership-gap": 3}))["name-accountable-owner"]
    template = method.action("name-accountable-owner")

    assert (found.title, found.phase, found.done_when) == (template.title, template.phase, template.done_when)
    assert (found.owner_role, found.owner_group) == ("business sponsor", Group.BUSINESS)
    assert found.priority.days == Decimal("1.5")


@pytest.mark.parametrize(
    ("severity", "reach", "days", "parts"),
    [
        (3, 1, "20", (60, 6, 0)),
        (3, 1, "400", (60, 6, 0)),
        (3, 4, "0.5", (60, 25, 15)),
        (3, 9, "1.5", (60, 25, 14)),
        (2, 1, "4", (40, 6, 12)),
        (2, 2, "1", (40, 12, 14)),
        (2, 1, "20", (40, 6, 0)),
        (1, 1, "10", (20, 6, 8)),
        (1, 4, "1.25", (20, 25, 14)),
        (0, 0, "1", (0, 0, 14)),
    ],
)
def test_the_score_is_severity_reach_and_ease(
    severity: int, reach: int, days: str, parts: tuple[int, int, int]
) -> None:
    priority = Priority(severity, reach, Decimal(days), RULE)

    assert priority.parts == parts
    assert priority.score == sum(parts)


def test_the_reason_is_the_sum_in_words() -> None:
    assert (
        Priority(3, 1, Decimal("1.5"), RULE).reason(WORDS) == "severity 3 of 3 (60) + 1 sign (6) + 1.5 days (14) = 80"
    )
    assert Priority(2, 2, Decimal(10), RULE).reason(WORDS) == "severity 2 of 3 (40) + 2 signs (12) + 10 days (8) = 60"
    assert Priority(2, 0, Decimal(1), RULE).reason(WORDS) == "the room’s own, as level 2 of 3 (40) + 1 day (14) = 54"
    assert Priority(0, 0, Decimal(1), RULE).reason(WORDS) == "nothing calls for it any more"


@given(
    st.integers(1, 3), st.integers(1, 30), st.decimals("0.01", "400", places=2), st.decimals("0.01", "400", places=2)
)
def test_the_score_stays_on_the_scale(severity: int, reach: int, days: Decimal, more: Decimal) -> None:
    priority = Priority(severity, reach, days, RULE)

    assert 0 <= priority.score <= 100
    assert Priority(severity, reach + 1, days, RULE).score >= priority.score
    assert Priority(severity, reach, days + more, RULE).score <= priority.score


def test_proposals_come_with_the_highest_priority_first(method: Method, sample_round: Round) -> None:
    scores = [p.priority.score for p in propose(method, engagement_with(sample_round), WORDS, TODAY)]

    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 10


@pytest.fixture
def sample_round(method: Method) -> Round:
    """Every level and answer in turn over the 24 signs."""
    answers = (0, 1, 2, 3, NOT_KNOWN)
    return round_of({s.id: answers[n % 5] for n, s in enumerate(method.signs)})


def test_every_action_is_proposed_once_however_many_signs_call_for_it(method: Method, sample_round: Round) -> None:
    ids = [p.id for p in propose(method, engagement_with(sample_round), WORDS, TODAY)]

    assert len(ids) == len(set(ids))


def test_what_is_not_known_calls_for_finding_out_once_a_mode(method: Method) -> None:
    found = proposed(
        method, round_of({"ownership-gap": NOT_KNOWN, "no-maintainer": NOT_KNOWN, "resistance": NOT_KNOWN})
    )

    assert set(found) == {FIND_OUT + "operating-model", FIND_OUT + "change-management"}
    both = found[FIND_OUT + "operating-model"]
    assert signs(both.because) == ("no-maintainer", "ownership-gap")
    assert both.done_when == "Each of the 2 open warning signs has a level backed by evidence"
    assert both.owner_group is method.sign("no-maintainer").ask[0]
    assert found[FIND_OUT + "change-management"].done_when.startswith("The open warning sign has")


def test_a_sign_nobody_has_answered_yet_calls_for_nothing(method: Method) -> None:
    assert propose(method, engagement_with(round_of({"ownership-gap": 0})), WORDS, TODAY) == ()


def test_an_accepted_or_rejected_proposal_is_not_open_any_more(method: Method) -> None:
    current = round_of({"ownership-gap": 3, "resistance": NOT_KNOWN})
    first, second, *rest = propose(method, engagement_with(current), WORDS, TODAY)
    decided = replace(current, actions=(accept(first, current, ()), reject(second, current, "done already")))

    still_open = open_proposals(propose(method, engagement_with(decided), WORDS, TODAY), decided)

    assert [p.id for p in still_open] == [p.id for p in rest]


def test_accepting_puts_the_proposal_at_the_end_of_the_plan_as_it_stands(method: Method) -> None:
    current = round_of({"ownership-gap": 3}, actions=(own_action(position=7),))
    proposal = proposed(method, current)["name-accountable-owner"]

    action = accept(proposal, current, [person("Ana", Group.BUSINESS), person("Ben", Group.RISK)])

    assert (action.proposal, action.decision, action.position) == (proposal.id, Decision.ACCEPTED, 8)
    assert (action.title, action.effort_low, action.effort_high) == (proposal.title, Decimal(1), Decimal(2))
    assert action.assessment_id == current.assessment.id
    assert action.owner_id


def test_rejecting_keeps_the_reason_and_names_no_owner(method: Method) -> None:
    current = round_of({"ownership-gap": 3})
    proposal = proposed(method, current)["name-accountable-owner"]

    action = reject(proposal, current, "the board forbids it")

    assert (action.decision, action.reason, action.owner_id) == (Decision.REJECTED, "the board forbids it", "")
    assert rejected_actions(replace(current, actions=(action, own_action()))) == (action,)


def test_the_only_person_of_the_usual_group_is_the_likely_owner(method: Method) -> None:
    proposal = proposed(method, round_of({"ownership-gap": 3}))["name-accountable-owner"]
    ana, ben, eve = person("Ana", Group.BUSINESS), person("Ben", Group.RISK), person("Eve", Group.BUSINESS)

    assert likely_owner(proposal, [ana, ben]) == ana.id
    assert likely_owner(proposal, [ana, ben, eve]) == "", "with two there is a choice to make"
    assert likely_owner(proposal, [ben]) == ""


def test_the_plan_holds_the_accepted_actions_only_and_the_most_urgent_first(method: Method) -> None:
    current = round_of({"ownership-gap": 3, "resistance": 1})
    known = proposed(method, current)
    mild, urgent = known["answer-concerns"], known["name-accountable-owner"]
    first = accept(mild, current, ())
    second = replace(accept(urgent, current, ()), position=2)
    third = replace(reject(known["inform-teams"], current), position=3)

    plan = plan_lines(method, engagement_with(replace(current, actions=(first, second, third))), WORDS, TODAY)

    assert [line.action.proposal for line in plan] == [urgent.id, mild.id]


def test_an_edited_effort_changes_the_priority(method: Method) -> None:
    current = round_of({"resistance": 2})
    action = accept(proposed(method, current)["answer-concerns"], current, ())
    slow = replace(action, effort_low=Decimal(20), effort_high=Decimal(30))

    quick_line = lines(method, replace(current, actions=(action,)))["answer-concerns"]
    slow_line = lines(method, replace(current, actions=(slow,)))["answer-concerns"]

    assert slow_line.priority.days == 25
    assert slow_line.priority.score < quick_line.priority.score


def test_an_action_of_the_rooms_own_counts_as_level_2_with_no_sign_behind_it(method: Method) -> None:
    current = round_of({"resistance": 3}, actions=(own_action(low="1", high="3"),))

    (line,) = plan_lines(method, engagement_with(current), WORDS, TODAY)

    assert line.because == ()
    assert (line.priority.severity, line.priority.reach, line.priority.days) == (2, 0, Decimal(2))
    assert line.priority.reason(WORDS).startswith("the room’s own")


def test_an_accepted_action_whose_sign_has_cleared_stays_but_nothing_calls_for_it(method: Method) -> None:
    current = round_of({"ownership-gap": 3})
    action = accept(proposed(method, current)["name-accountable-owner"], current, ())
    cleared = replace(round_of({"ownership-gap": 0}), actions=(action,))

    line = lines(method, cleared)["name-accountable-owner"]

    assert (line.because, line.priority.severity, line.priority.reach) == ((), 0, 0)
    assert line.priority.reason(WORDS) == "nothing calls for it any more"


def test_actions_alike_in_all_keep_the_order_in_which_they_were_accepted(method: Method) -> None:
    current = round_of({}, actions=(own_action("First", position=1), own_action("Second", position=2)))

    plan = plan_lines(method, engagement_with(current), WORDS, TODAY)

    assert [line.action.title for line in plan] == ["First", "Second"]
