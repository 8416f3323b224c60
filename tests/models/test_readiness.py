"""The verdict follows from the rule alone, and what cannot both be true is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from model_samples import WORDS, engagement_with, round_of

from models.engagement.engagement import Rating, rating_id
from models.engagement.judgements import Judgement, judgement_id
from models.method.method import Method
from models.plan.contradiction import Contradiction, Rule
from models.plan.contradictions import contradictions
from models.readiness.readiness import (
    VerdictKind,
    coverage,
    has_run_out,
    points_of,
    state_of,
    verdict,
    verdict_text,
    waiver_lacks,
)
from models.values.terms import Answer, PointState

TODAY = date(2026, 11, 24)


def judged(point: str, state: PointState = PointState.CONFIRMED, **more: object) -> Judgement:
    return Judgement(
        id=judgement_id("r", point),
        assessment_id="r",
        point_id=point,
        state=state,
        **{"evidence": "seen", **more},  # type: ignore[arg-type]
    )


def waived(point: str, until: date | None = TODAY, reason: str = "Comes in March") -> Judgement:
    return judged(point, PointState.WAIVED, until=until, reason=reason, waived_by="ana")


def all_confirmed(method: Method) -> dict[str, Judgement]:
    return {point.id: judged(point.id) for point in points_of(method)}


def severe(sign: str) -> dict[str, Rating]:
    return {sign: Rating(id=rating_id("r", sign), assessment_id="r", sign_id=sign, answer=Answer.SEVERE)}


def broken(method: Method, ratings: dict[str, Rating], judgements: dict[str, Judgement]) -> tuple[Contradiction, ...]:
    current = replace(round_of({}), ratings=ratings, judgements=judgements)
    return contradictions(method, engagement_with(current), WORDS)


def test_there_are_fifteen_points(method: Method) -> None:
    assert len(points_of(method)) == 15


def test_nothing_judged_is_no_verdict(method: Method) -> None:
    found = verdict(method, {}, TODAY)
    assert (found.kind, len(found.open), len(found.not_judged)) == (VerdictKind.NOT_JUDGED, 0, 15)
    assert verdict_text(found, WORDS) == "Not judged yet"


def test_one_count_says_how_many_points_are_judged_of_those_that_apply(method: Method) -> None:
    points = {
        "volumes": judged("volumes", PointState.OPEN),
        "alerts": judged("alerts", PointState.DOES_NOT_APPLY),
        "monitoring": judged("monitoring", PointState.NOT_JUDGED),
    }
    assert coverage(verdict(method, points, TODAY)) == (1, 14)


def test_what_was_only_written_beside_is_not_judged(method: Method) -> None:
    found = verdict(method, {"volumes": judged("volumes", PointState.NOT_JUDGED, evidence="38 of 412")}, TODAY)
    assert found.kind is VerdictKind.NOT_JUDGED


def test_not_judged_is_told_apart_from_open(method: Method) -> None:
    points = {"volumes": judged("volumes", PointState.OPEN), "alerts": judged("alerts", PointState.OPEN)}
    found = verdict(method, points, TODAY)
    assert verdict_text(found, WORDS) == "No-go: two open, 13 not judged"
    states = [state for state, _ in found.tally]
    assert sorted(states) == sorted(PointState)
    assert sum(count for _, count in found.tally) == 15


def test_without_an_open_point_there_is_no_verdict_while_some_are_not_judged(method: Method) -> None:
    found = verdict(method, {k: j for k, j in all_confirmed(method).items() if k != "volumes"}, TODAY)
    assert found.kind is VerdictKind.UNDECIDED
    assert verdict_text(found, WORDS) == "No verdict yet: one not judged"


def test_all_confirmed_is_a_go(method: Method) -> None:
    found = verdict(method, all_confirmed(method), TODAY)
    assert found.kind is VerdictKind.GO
    assert verdict_text(found, WORDS) == "Go: all 15 points confirmed"


def test_a_point_that_does_not_apply_stands_in_nobodys_way(method: Method) -> None:
    points = {**all_confirmed(method), "volumes": judged("volumes", PointState.DOES_NOT_APPLY, reason="no load")}
    assert verdict(method, points, TODAY).kind is VerdictKind.GO


def test_a_waiver_is_a_condition_until_its_last_day_and_then_the_point_is_open(method: Method) -> None:
    points = {**all_confirmed(method), "volumes": waived("volumes")}
    today, tomorrow = verdict(method, points, TODAY), verdict(method, points, TODAY + timedelta(days=1))
    assert (today.kind, today.waived) == (VerdictKind.CONDITIONS, ("volumes",))
    assert verdict_text(today, WORDS) == "Go with conditions: one waived"
    assert (tomorrow.kind, tomorrow.open, tomorrow.run_out) == (VerdictKind.NO_GO, ("volumes",), ("volumes",))
    assert verdict_text(tomorrow, WORDS) == "No-go: one of 15 points is open"


@pytest.mark.parametrize(
    "waiver", [waived("volumes", until=None), waived("volumes", reason="  "), replace(waived("volumes"), waived_by="")]
)
def test_a_waiver_without_a_day_or_a_reason_is_none(waiver: Judgement) -> None:
    assert waiver_lacks(waiver)
    assert not has_run_out(waiver, TODAY)
    assert state_of(waiver, TODAY) is PointState.OPEN


judgements = st.builds(
    lambda state, days, reason: (state, TODAY + timedelta(days=days), reason),
    st.sampled_from(PointState),
    st.integers(-3, 3),
    st.sampled_from(["", "why"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_verdict_parts_the_points_and_follows_from_them(method: Method, data: st.DataObject) -> None:
    given_points = {
        point.id: judged(point.id, state, until=until, reason=reason)
        for point in points_of(method)
        if (drawn := data.draw(st.none() | judgements)) is not None
        for state, until, reason in [drawn]
    }
    found = verdict(method, given_points, TODAY)
    parts = [*found.open, *found.not_judged, *found.waived, *found.confirmed, *found.not_applying]
    assert sorted(parts) == sorted(point.id for point in points_of(method))
    assert {*found.run_out, *found.unfinished} <= set(found.open)
    assert not {*found.run_out} & {*found.unfinished}
    assert (found.kind is VerdictKind.NO_GO) == bool(found.open)
    assert (found.kind is VerdictKind.NOT_JUDGED) == (len(found.not_judged) == len(parts))
    if found.kind in (VerdictKind.GO, VerdictKind.CONDITIONS):
        assert not found.not_judged
        assert (found.kind is VerdictKind.CONDITIONS) == bool(found.waived)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_confirming_a_point_never_makes_the_verdict_worse(method: Method, data: st.DataObject) -> None:
    order = [VerdictKind.NO_GO, VerdictKind.NOT_JUDGED, VerdictKind.UNDECIDED, VerdictKind.CONDITIONS, VerdictKind.GO]
    points = {
        point.id: judged(point.id, data.draw(st.sampled_from(PointState)), until=TODAY, reason="why", waived_by="ana")
        for point in points_of(method)
    }
    better = {**points, "volumes": judged("volumes")}
    before, after = verdict(method, points, TODAY), verdict(method, better, TODAY)
    assert order.index(after.kind) >= order.index(before.kind)


def test_confirmed_without_evidence_is_a_contradiction(method: Method) -> None:
    (found,) = broken(method, {}, {"volumes": judged("volumes", evidence=" ")})
    assert (found.rule, found.point_id) == (Rule.CONFIRMED_WITHOUT_EVIDENCE, "volumes")
    assert found.sentence == "“Production volumes handled” is confirmed, and nothing is named that shows it."


def test_a_severe_sign_beside_a_point_called_confirmed_is_a_contradiction(method: Method) -> None:
    found = broken(method, severe("ownership-gap"), {"support-model": judged("support-model")})
    assert [(c.rule, c.point_id, c.sign_id) for c in found] == [
        (Rule.SEVERE_BUT_CONFIRMED, "support-model", "ownership-gap")
    ]
    assert "was rated severe" in found[0].sentence


@pytest.mark.parametrize("state", [s for s in PointState if s is not PointState.CONFIRMED])
def test_only_a_point_called_confirmed_can_contradict(method: Method, state: PointState) -> None:
    assert broken(method, severe("ownership-gap"), {"support-model": judged("support-model", state)}) == ()
