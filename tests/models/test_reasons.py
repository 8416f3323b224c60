"""What calls for an action beside the warning signs: open points, gaps in the playbook, contradictions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from filled_registers import with_cells, with_gate, with_row
from hypothesis import given
from hypothesis import strategies as st
from model_samples import ROUND, RULES, WORDS, engagement_with, own_action, round_of

from models.engagement.engagement import Action, Engagement, Round
from models.engagement.judgements import Judgement, judgement_id
from models.method.method import Method, Register
from models.plan.contradiction import Rule
from models.plan.contradictions import contradictions
from models.plan.plan import (
    accept,
    action_priority,
    begins_too_early,
    loads,
    make_wait,
    may_wait_for,
    plan_lines,
    waits_for,
)
from models.plan.priority import Priority
from models.plan.proposals import BUDGET, FILL_IN, SHOW, Proposal, ReasonKind, propose
from models.values.terms import GateDecision, PointState, Progress

TODAY = date(2026, 11, 12)


def judged(point: str, state: PointState, **more: str) -> Judgement:
    return Judgement(id=judgement_id(ROUND, point), assessment_id=ROUND, point_id=point, state=state, **more)


def with_judgements(current: Round, *judgements: Judgement) -> Round:
    return replace(current, judgements={j.point_id: j for j in judgements})


def proposed(method: Method, current: Round, cost: Decimal | None = None) -> dict[str, Proposal]:
    return {p.id: p for p in propose(method, costing(engagement_with(current), cost), WORDS, TODAY)}


def costing(engagement: Engagement, cost: Decimal | None) -> Engagement:
    return replace(engagement, pilot=replace(engagement.pilot, cost=cost))


def test_an_open_point_calls_for_what_confirms_it_and_one_not_judged_for_nothing(method: Method) -> None:
    assert proposed(method, round_of({})) == {}

    found = proposed(method, with_judgements(round_of({}), judged("volumes", PointState.OPEN)))

    reasons = {reason.id for p in found.values() for reason in p.because}
    assert reasons == {"volumes"}, "what nobody has judged is not open"
    for proposal in found.values():
        points = {reason.id for reason in proposal.because}
        assert points <= set(method.action(proposal.id).confirms)
        assert proposal.priority.severity == 2
    assert any("Production volumes handled is open" in r.text for p in found.values() for r in p.because)


def test_an_open_point_joins_the_action_that_a_sign_calls_for(method: Method) -> None:
    current = with_judgements(round_of({"ownership-gap": 3}), judged("support-model", PointState.OPEN))

    found = proposed(method, current)["name-accountable-owner"]

    kinds = [r.kind for r in found.because]
    assert (kinds[0], found.because[0].id) == (ReasonKind.SIGN, "ownership-gap")
    assert set(kinds[1:]) == {ReasonKind.POINT}
    assert "support-model" in {r.id for r in found.because}
    assert f"{len(kinds)} reasons" in found.priority.reason(WORDS)


def test_an_open_point_joins_the_action_that_was_agreed_for_it(method: Method) -> None:
    template = next(a for a in method.actions if "recovery-tested" in a.confirms)
    agreed = Action(assessment_id=ROUND, proposal=template.id, title=template.title)
    current = with_judgements(round_of({}, (agreed,)), judged("recovery-tested", PointState.OPEN))

    (line,) = plan_lines(method, engagement_with(current), WORDS, TODAY)

    assert "recovery-tested" in {reason.id for reason in line.because}


def test_a_point_confirmed_without_evidence_calls_for_showing_it(method: Method) -> None:
    everything = [
        judged(p.id, PointState.CONFIRMED, evidence="" if p.id == "alerts" else "seen")
        for group in method.readiness
        for p in group.points
    ]

    found = proposed(method, with_judgements(round_of({}), *everything))

    assert set(found) == {SHOW + "alerts"}
    assert found[SHOW + "alerts"].title == "Name what shows: alert thresholds set"


def test_a_begun_phase_calls_for_its_gaps_and_those_before_it(method: Method) -> None:
    current = with_row(round_of({}), "volume-result", result="Passed", evidence="Report 7")

    found = proposed(method, current)

    activities = [a for phase in method.phases[:2] for a in phase.activities]
    assert set(found) == {FILL_IN + activity.id for activity in activities}
    tests = found[FILL_IN + "readiness-tests"]
    assert tests.because[0].text == "Playbook: 2 of 3 items under “Test production readiness” are missing or open"
    assert (tests.phase, tests.effort_low, tests.effort_high) == ("pilot-execution", Decimal(1), Decimal(2))


def test_a_register_that_two_phases_share_begins_neither_by_itself(method: Method) -> None:
    current = with_row(round_of({}), "integrations", system="SAP")

    assert proposed(method, current) == {}


def test_a_budget_below_the_rule_calls_for_closing_the_gap(method: Method) -> None:
    current = with_row(round_of({}), "infrastructure-costs", line="Servers", likely="100", basis="One-off")

    found = proposed(method, current, Decimal(1000))[BUDGET]

    assert (
        found.because[0].text
        == "The plan costs £100; the rule of thumb, 2 to 5 times the pilot, gives £2,000 to £5,000."
    )
    assert BUDGET not in proposed(method, current, Decimal(50))
    assert BUDGET not in proposed(method, current)


@pytest.mark.parametrize(("value", "broken"), [("Passed", False), ("Passed with limits", False), ("Failed", True)])
def test_a_confirmed_point_is_held_against_the_playbook(method: Method, value: str, broken: bool) -> None:
    current = with_row(round_of({}), "volume-result", result=value, evidence="Report 7")
    current = with_judgements(current, judged("volumes", PointState.CONFIRMED, evidence="Report 7"))

    found = contradictions(method, engagement_with(current), WORDS)

    assert [c.rule for c in found] == ([Rule.CONFIRMED_AGAINST_PLAYBOOK] if broken else [])
    if broken:
        assert found[0].item_id == "volume-test"
        assert found[0].sentence.startswith("“Production volumes handled” is confirmed, while under ")
        assert found[0].sentence.endswith("“Test at production volume” it says “Failed”.")


def test_a_system_that_does_not_work_yet_is_named(method: Method) -> None:
    current = with_row(round_of({}), "integrations", system="SAP", status="Being built")
    current = with_judgements(current, judged("integration-complete", PointState.CONFIRMED, evidence="seen"))

    (found,) = contradictions(method, engagement_with(current), WORDS)

    assert found.sentence.endswith("while under “Systems to connect” “SAP” says “Being built”.")


def test_a_task_nobody_answers_for_contradicts_the_support_model(method: Method) -> None:
    current = with_row(round_of({}), "raci", task="Retrain the model")
    current = with_judgements(current, judged("support-model", PointState.CONFIRMED, evidence="seen"))

    (found,) = contradictions(method, engagement_with(current), WORDS)

    assert "“Retrain the model” has nobody who is accountable" in found.sentence


@pytest.mark.parametrize(
    ("private", "end"),
    [
        ("register", "is confirmed, while the playbook leaves open something about it."),
        ("system", "while under “Systems to connect” it says “Being built”."),
        ("status", "while under “Systems to connect” something is not settled."),
    ],
)
def test_a_contradiction_names_nothing_that_is_private(method: Method, private: str, end: str) -> None:
    def kept(register: Register) -> Register:
        if register.id != "integrations":
            return register
        columns = tuple(replace(c, private=c.id == private) for c in register.columns)
        return replace(register, private=private == "register", columns=columns)

    current = with_row(round_of({}), "integrations", system="SAP", status="Being built")
    current = with_judgements(current, judged("integration-complete", PointState.CONFIRMED, evidence="seen"))
    pack = replace(method, registers=tuple(map(kept, method.registers)))

    (found,) = contradictions(pack, engagement_with(current), WORDS)

    assert found.sentence.endswith(end)


@pytest.mark.parametrize("decision", list(GateDecision))
def test_a_phase_passed_without_conditions_has_no_gaps(method: Method, decision: GateDecision) -> None:
    current = with_gate(round_of({}), "pilot-design", decision)

    found = contradictions(method, engagement_with(current), WORDS)

    assert [c.rule for c in found] == ([Rule.PASSED_WITH_GAPS] if decision is GateDecision.PASSED else [])


@given(st.lists(st.sampled_from(["ownership-gap", "no-maintainer", "no-incident-plan"]), unique=True), st.booleans())
def test_no_action_is_proposed_twice_and_each_has_a_reason(signs: list[str], begun: bool) -> None:
    from models.method.check import read_method
    from resources import resource_text

    method = read_method(resource_text("method/clearway.toml"), "clearway.toml")
    current = round_of(dict.fromkeys(signs, 3))
    if begun:
        current = with_judgements(current, judged("support-model", PointState.CONFIRMED))
    found = propose(method, engagement_with(current), WORDS, TODAY)

    assert len({p.id for p in found}) == len(found)
    for proposal in found:
        assert proposal.because
        assert len({(r.kind, r.id) for r in proposal.because}) == len(proposal.because)


def test_where_the_room_places_the_impact_it_stands_for_severity_and_reach() -> None:
    placed = Priority(3, 4, Decimal(2), RULES.priority, placed=40)

    assert (placed.parts, placed.score, placed.impact) == ((34, 0, 14), 48, 40)
    assert placed.reason(WORDS) == "impact 40 of 100, as placed (34) + 2 days (14) = 48"
    assert Priority(3, 4, Decimal(2), RULES.priority).impact == 100
    assert action_priority(own_action(), (), RULES.priority).impact == 47


def test_an_action_of_the_method_whose_reasons_cleared_has_no_severity(method: Method) -> None:
    proposal = propose(method, engagement_with(round_of({"ownership-gap": 2})), WORDS, TODAY)[0]
    agreed = accept(proposal, round_of({}), ())

    assert action_priority(agreed, (), RULES.priority).severity == 0
    assert action_priority(own_action(), (), RULES.priority).severity == 2


def numbered(*dues: date | None) -> tuple[Action, ...]:
    return tuple(
        replace(own_action(f"Action {n}", low="2", high="5", position=n), id=f"a{n}", due=due)
        for n, due in enumerate(dues)
    )


def waiting(current: Round, action: str, after: str) -> Round:
    tied = make_wait(current, action, after)
    return replace(current, dependencies={**current.dependencies, tied.id: tied})


def test_an_action_never_waits_for_itself_in_the_end() -> None:
    current = round_of({}, numbered(None, None, None))
    current = waiting(waiting(current, "a1", "a0"), "a2", "a1")

    assert waits_for(current, "a2") == ("a1",)
    assert not may_wait_for(current, "a0", "a2")
    assert not may_wait_for(current, "a0", "a0")
    assert may_wait_for(current, "a2", "a0")
    with pytest.raises(ValueError, match="waits for it"):
        make_wait(current, "a0", "a2")


def test_an_action_that_begins_before_what_it_waits_for_is_done_is_found(method: Method) -> None:
    friday, next_friday = date(2026, 11, 20), date(2026, 11, 27)
    current = waiting(round_of({}, numbered(friday, next_friday)), "a1", "a0")
    late = waiting(round_of({}, numbered(date(2026, 11, 23), next_friday)), "a1", "a0")

    def lines(of: Round) -> dict[str, tuple[str, ...]]:
        return begins_too_early(plan_lines(method, engagement_with(of), WORDS, TODAY), of)

    assert lines(current) == {}
    assert lines(late) == {"a1": ("a0",)}


def test_the_load_counts_what_is_not_done_and_leaves_nobody_to_the_end() -> None:
    one, two, three, done = numbered(None, date(2026, 12, 1), None, None)
    actions = (
        replace(one, owner_id="ana"),
        replace(two, owner_id="ana"),
        three,
        replace(done, owner_id="ben", progress=Progress.DONE),
    )

    found = loads(round_of({}, actions))

    assert [(load.owner_id, [a.id for a in load.actions]) for load in found] == [("ana", ["a1", "a0"]), ("", ["a2"])]
    assert (found[0].low, found[0].high) == (Decimal(4), Decimal(10))


def test_a_part_of_a_matrix_does_not_count_as_a_begun_register(method: Method) -> None:
    current = with_cells(with_row(round_of({}), "raci", task="Watch it"), "raci-000", ana="accountable")

    assert FILL_IN + "operating-model-plan" in proposed(method, current)
