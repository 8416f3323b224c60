"""What does not add up between the plan's dates and what was judged, waived or decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from model_samples import ROUND, WORDS, engagement_with, own_action, round_of

from models.engagement.engagement import Action, Round
from models.engagement.judgements import Judgement, judgement_id
from models.engagement.registers import GateCondition
from models.method.method import Method
from models.plan.contradiction import Contradiction, Rule
from models.plan.contradictions import contradictions
from models.values.terms import Decision, PointState, Progress

FEED_DUE = date(2027, 3, 31)
FEED = replace(own_action("Build the nightly telemetry feed", position=3), id="feed", due=FEED_DUE)
WAIVER = Judgement(
    id=judgement_id(ROUND, "alerts"),
    assessment_id=ROUND,
    point_id="alerts",
    state=PointState.WAIVED,
    waived_by="ruth",
    reason="The control room watches the list by hand until the telemetry feed runs.",
    until=FEED_DUE,
)


def found(method: Method, current: Round, rule: Rule) -> list[Contradiction]:
    return [c for c in contradictions(method, engagement_with(current), WORDS) if c.rule is rule]


def confirmed(method: Method, action: Action) -> Round:
    judged = Judgement(
        id=judgement_id(ROUND, "processes-updated"),
        assessment_id=ROUND,
        point_id="processes-updated",
        state=PointState.CONFIRMED,
        evidence="LK-07",
    )
    return replace(round_of({}, actions=(action,)), judgements={judged.point_id: judged})


def test_a_point_is_confirmed_while_its_action_is_still_to_do(method: Method) -> None:
    template = next(a for a in method.actions if a.confirms == ("processes-updated",))
    action = replace(own_action("Bring LK-07 into use", position=15), proposal=template.id)

    (one,) = found(method, confirmed(method, action), Rule.CONFIRMED_BEFORE_ACTION)

    assert one.sentence == "“Processes updated” is confirmed, but action 15 is still to do: “Bring LK-07 into use”."
    wider = next(a for a in method.actions if "processes-updated" in a.confirms[:1] and len(a.confirms) > 1)
    for settled in (
        replace(action, progress=Progress.DONE),
        replace(action, decision=Decision.REJECTED),
        replace(action, proposal=wider.id),
    ):
        assert not found(method, confirmed(method, settled), Rule.CONFIRMED_BEFORE_ACTION)


def waived(waiver: Judgement, action: Action = FEED) -> Round:
    return replace(round_of({}, actions=(action,)), judgements={"alerts": waiver})


def test_a_waiver_ends_on_or_before_the_day_that_its_reason_ends(method: Method) -> None:
    (same_day,) = found(method, waived(WAIVER), Rule.WAIVER_ENDS_TOO_SOON)
    (before,) = found(method, waived(replace(WAIVER, until=date(2027, 3, 1))), Rule.WAIVER_ENDS_TOO_SOON)

    assert same_day.sentence == (
        "The waiver of “Alert thresholds set” ends on 31 March, the very day on which action 3 is due, which like its "
        "reason speaks of “telemetry feed”."
    )
    assert before.sentence == (
        "The waiver of “Alert thresholds set” ends on 1 March; action 3, which like its reason speaks of “telemetry "
        "feed”, is due on 31 March."
    )


def test_a_waiver_that_outlasts_its_reason_or_speaks_of_no_action_adds_up(method: Method) -> None:
    longer = replace(WAIVER, until=date(2027, 4, 1))
    other = replace(WAIVER, reason="Nobody needs it at night.")

    assert not found(method, waived(longer), Rule.WAIVER_ENDS_TOO_SOON)
    assert not found(method, waived(other), Rule.WAIVER_ENDS_TOO_SOON)
    assert not found(method, waived(WAIVER, replace(FEED, progress=Progress.DONE)), Rule.WAIVER_ENDS_TOO_SOON)


def test_a_gate_asks_for_something_before_the_action_that_brings_it(method: Method) -> None:
    asked = GateCondition(
        assessment_id=ROUND, phase_id="pilot-design", text="The feed runs.", day=date(2027, 2, 25), action_id="feed"
    )
    late = replace(round_of({}, actions=(FEED,)), conditions=(asked,))
    in_time = replace(late, conditions=(replace(asked, day=FEED_DUE),))
    undated = replace(late, actions=(replace(FEED, due=None),))

    (one,) = found(method, late, Rule.CONDITION_BEFORE_ACTION)

    assert one.sentence == "“The feed runs” is asked for by 25 February; action 3 is due on 31 March."
    assert not found(method, in_time, Rule.CONDITION_BEFORE_ACTION)
    (without,) = found(method, undated, Rule.CONDITION_BEFORE_ACTION)
    assert without.sentence == "“The feed runs” is asked for by 25 February; action 3 has no date."
