"""The figures of a method: read from its pack, refused where they are impossible, and used instead of any of ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from broken_packs import PACK, with_line, without_line
from filled_registers import playbook, with_row
from model_samples import NOT_KNOWN, WORDS, engagement_with, own_action, rating, round_of
from small_pack import SMALL

from models.diagnosis.diagnosis import Band, mode_results, why_this_number
from models.diagnosis.voting import Agreement, Tally, agreement, standing
from models.engagement.engagement import Engagement
from models.method.check import MethodError, read_method
from models.method.method import Method
from models.method.rules import AgreementRule, BandRule, EffortRule, PriorityRule, ProductionCost, Rules
from models.plan.contradictions import contradictions
from models.plan.plan import action_priority
from models.plan.priority import Priority
from models.plan.proposals import BUDGET, FILL_IN, FIND_OUT, propose
from models.playbook.budget import Standing, budget, standing_text

COST, PRIORITY, BANDS = "[rules.production-cost]", "[rules.priority]", "[rules.bands]"
AGREEMENT, EFFORT = "[rules.agreement]", "[rules.effort]"
TODAY = date(2026, 11, 12)
IMPOSSIBLE = {
    "low above high": (COST, "low", "low = 6", "must be below high"),
    "low at high": (COST, "low", "low = 5", "must be below high"),
    "less than the pilot": (COST, "low", "low = 0.5", "must be a number from 1 to 100"),
    "a negative cost": (COST, "low", "low = -2", "must be a number from 1 to 100"),
    "no number": (COST, "high", "high = nan", "must be a number from 1 to 100"),
    "without end": (COST, "high", "high = inf", "must be a number from 1 to 100"),
    "too large to be a number": (COST, "high", "high = 1e400", "must be a number from 1 to 100"),
    "a figure of 40 digits": (COST, "high", "high = " + "9" * 40, "must be a number from 1 to 100"),
    "a figure in words": (COST, "high", 'high = "five"', "must be a number from 1 to 100"),
    "a figure that is yes": (COST, "low", "low = true", "must be a number from 1 to 100"),
    "finer than can be said": (COST, "low", "low = 2.125", "must have at most two figures after the point"),
    "as good as nothing": (AGREEMENT, "agreed", "agreed = 1e-300", "must have at most two figures after the point"),
    "weights over a hundred": (PRIORITY, "severity", "severity = 70", "must add up to 100, and come to 110"),
    "a negative weight": (PRIORITY, "ease", "ease = -15", "must be a whole number from 0 to 100"),
    "severity of no weight": (PRIORITY, "severity", "severity = 0", "must be a whole number from 1 to 100"),
    "half a point": (PRIORITY, "reach", "reach = 25.5", "must be a whole number from 0 to 100"),
    "a score above all": (PRIORITY, "next", "next = 101", "must be a whole number from 0 to 100"),
    "a level of four": (PRIORITY, "own", "own = 4", "must be a whole number from 0 to 3"),
    "no days at all": (PRIORITY, "most_days", "most_days = 0", "must be a whole number from 1 to 400"),
    "bands that fall": (BANDS, "moderate", "moderate = 60", "must be below high, and high below critical"),
    "a band beyond the index": (BANDS, "critical", "critical = 101", "must be a whole number from 1 to 100"),
    "more than agreed": (AGREEMENT, "agreed", "agreed = 1.01", "must be a number from 0 to 1"),
    "a level that is none": (AGREEMENT, "problem", "problem = nan", "must be a number from 0 to 3"),
    "effort from high to low": (EFFORT, "find_out", "find_out = [2, 1]", "must run from low to high"),
    "an item of months": (EFFORT, "fill_in", "fill_in = [1, 31]", "above 0 and up to 30 days"),
}
ALL = {
    COST: "rule “production-cost”",
    PRIORITY: "rule “priority”",
    BANDS: "rule “bands”",
    AGREEMENT: "rule “agreement”",
    EFFORT: "rule “effort”",
}


def refusal(text: str) -> MethodError:
    with pytest.raises(MethodError) as caught:
        read_method(text, "practice.toml")
    return caught.value


def with_rules(method: Method, **changed: object) -> Method:
    return replace(method, rules=replace(method.rules, **changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(("rule", "key", "new", "said"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_an_impossible_figure_is_explained_by_line_rule_and_key(rule: str, key: str, new: str, said: str) -> None:
    text, line = with_line(rule, key, new)

    (problem,) = refusal(text).problems

    assert (problem.line, problem.place) == (line, f"{ALL[rule]}, {key}")
    assert said in str(problem.rule)


@pytest.mark.parametrize(("rule", "key"), [(COST, "high"), (PRIORITY, "gap"), (BANDS, "high"), (EFFORT, "show")])
def test_a_rule_that_is_declared_is_declared_in_full(rule: str, key: str) -> None:
    text, line = without_line(rule, key, rule)

    (problem,) = refusal(text).problems

    assert (problem.line, problem.place) == (line, f"{ALL[rule]}, {key}")


def test_an_unknown_rule_or_figure_is_most_often_a_slip_of_the_pen() -> None:
    text, line = with_line(BANDS, "high", "high = 50\nhihg = 60")
    assert [(p.line, p.place) for p in refusal(text).problems] == [(line + 1, "rule “bands”, hihg")]

    problem = refusal(PACK.replace(BANDS, "[rules.band]")).problems[0]
    assert (problem.place, str(problem.rule)) == ("rules, band", "is not a key that a content pack has here")


def test_a_newer_rule_is_passed_over_with_a_note(method: Method) -> None:
    text = PACK.replace("format = 2", 'format = "2.4"', 1) + "\n[rules.luck]\nmost = 7\n"

    read = read_method(text, "practice.toml")

    assert read == method
    assert [(n.place, str(n.text)) for n in read.notes] == [
        ("rules, luck", "is new to this Clearway, and was passed over")
    ]


@pytest.mark.parametrize("written", ["3", "[1]", "[{}]", "{ priority = 3 }", "{ bands = [] }"])
def test_what_is_no_table_is_no_rule(written: str) -> None:
    assert [str(p.rule) for p in refusal(f"format = 2\nrules = {written}\n{SMALL}").problems] == ["must be a table"]


def test_a_rule_whose_role_is_nowhere_is_told_at_the_rule() -> None:
    text = PACK
    for said in ('role = "cost"\n', ', role = "low"', ', role = "likely"', ', role = "high"'):
        text = text.replace(said, "")
    text = text.replace(', role = "basis", yearly = ["A year"]', "")

    (problem,) = refusal(text).problems

    assert (problem.line, problem.place) == (text.splitlines().index(COST) + 1, "rule “production-cost”")
    assert str(problem.rule) == (
        "needs a register with the role “cost” whose columns have these roles: low, likely, high"
    )


def test_a_pack_that_declares_nothing_is_told_what_it_does_without() -> None:
    small = read_method(f"format = 2\n{SMALL}", "small.toml")

    assert small.rules == Rules()
    assert {(note.line, note.place) for note in small.notes} == {(1, "pack “small”")}
    assert [str(note.text) for note in small.notes][:3] == [
        "No register has the role “cost”: there will be no budget.",
        "No register has the role “metrics”: no metric is known to run from a baseline to a target.",
        "No register has the role “readings”: nothing says how far a metric has moved.",
    ]
    assert [str(note.text) for note in small.notes if str(note.text).startswith("There is no rule")] == [
        "There is no rule “rating”: nothing says how to rate what the anchors leave open.",
        "There is no rule “production-cost”: what production costs is held against nothing.",
        "There is no rule “priority”: the plan is in the order of severity alone.",
        "There is no rule “bands”: each band is a quarter of the index.",
        "There is no rule “agreement”: the middle of each scale tells whether the room agrees, and on what.",
        "There is no rule “effort”: what the pack has no action for counts as a day of work.",
    ]


def test_a_pack_of_format_1_has_the_rules_it_always_had_and_lacks_only_roles() -> None:
    small = read_method(SMALL, "small.toml")

    assert small.rules.production_cost == ProductionCost(Decimal(2), Decimal(5))
    assert [str(note.text) for note in small.notes if "rule" in str(note.text)] == []
    assert str(small.notes[0].text) == "No register has the role “cost”: there will be no budget."


def test_the_built_in_pack_lacks_nothing(method: Method) -> None:
    assert method.notes == ()


def costed(likely: str) -> Engagement:
    made = playbook({"running-costs": [{"line": "Hosting", "likely": likely, "basis": "A year"}]})
    return replace(made, pilot=replace(made.pilot, cost=Decimal(1000), currency="GBP"))


def test_the_plan_is_held_against_the_packs_own_figures(method: Method) -> None:
    own = with_rules(method, production_cost=ProductionCost(Decimal("1.5"), Decimal(3)))

    assert budget(own, costed("1500")).standing is Standing.WITHIN
    assert budget(own, costed("3001")).standing is Standing.ABOVE
    assert budget(own, costed("1499")).band == (Decimal(1500), Decimal(3000))
    (found,) = contradictions(own, costed("1499"), WORDS)
    assert (
        found.sentence == "The plan costs £1,499; the rule of thumb, 1.5 to 3 times the pilot, gives £1,500 to £3,000."
    )
    unknown = replace(costed("5"), pilot=replace(costed("5").pilot, cost=None))
    assert "against 1.5 to 3 times that" in standing_text(budget(own, unknown), WORDS)


def test_without_the_rule_the_plan_stands_for_itself(method: Method) -> None:
    own = with_rules(method, production_cost=None)
    found = budget(own, costed("1500"))

    assert (found.band, found.standing) == (None, Standing.NOT_COMPARABLE)
    assert standing_text(found, WORDS) == "£1,500 is planned until the end of the first year."
    assert standing_text(budget(own, playbook({})), WORDS) == "No costs are planned yet."
    assert contradictions(own, costed("1"), WORDS) == ()


def test_the_order_of_the_plan_is_by_the_packs_own_weights() -> None:
    rule = PriorityRule(severity=40, reach=40, ease=20, most_reasons=2, most_days=10, own=3, open_point=0)
    priority = Priority(3, 1, Decimal(5), rule)

    assert priority.parts == (40, 20, 10)
    assert priority.impact == 75
    assert Priority(0, 9, Decimal(50), rule, placed=50).parts == (40, 0, 0)
    assert action_priority(own_action(), (), rule).severity == 3


@pytest.mark.parametrize(("level", "score"), [(3, 100), (2, 67), (1, 33)])
def test_without_weights_severity_alone_counts(level: int, score: int) -> None:
    for reach, days in ((1, "0.5"), (9, "400")):
        priority = Priority(level, reach, Decimal(days), PriorityRule())
        assert (priority.score, priority.impact) == (score, score)


def test_reasons_that_are_no_signs_count_as_the_pack_says(method: Method) -> None:
    rule = replace(method.rules.priority, gap=3, not_known=0)
    effort = EffortRule(find_out=(Decimal(7), Decimal(9)), fill_in=(Decimal(2), Decimal(4)))
    own = with_rules(method, priority=rule, effort=effort)
    current = with_row(round_of({"resistance": NOT_KNOWN}), "volume-result", result="Passed", evidence="Report 7")

    found = {p.id: p for p in propose(own, engagement_with(current), WORDS, TODAY)}

    filled = found[FILL_IN + "readiness-tests"]
    assert (filled.priority.severity, filled.effort_low, filled.effort_high) == (3, 4, 8)
    asked = found[FIND_OUT + "change-management"]
    assert (asked.priority.severity, asked.effort_low, asked.effort_high) == (0, 7, 9)


def test_closing_a_gap_in_the_budget_takes_as_long_as_the_pack_says(method: Method) -> None:
    own = with_rules(method, effort=EffortRule(budget=(Decimal(5), Decimal(6))))

    found = {p.id: p for p in propose(own, costed("1"), WORDS, TODAY)}

    assert (found[BUDGET].effort_low, found[BUDGET].effort_high) == (5, 6)


@pytest.mark.parametrize(
    ("levels", "band"),
    [
        ((0, 0, 0, 1), Band.LOW),  # 8
        ((0, 0, 0, 2), Band.MODERATE),  # 17
        ((0, 0, 1, 2), Band.HIGH),  # 25
        ((0, 0, 2, 2), Band.CRITICAL),  # 33
    ],
)
def test_bands_begin_where_the_pack_says(method: Method, levels: tuple[int, ...], band: Band) -> None:
    own = with_rules(method, bands=BandRule(10, 20, 30))
    signs = [sign.id for sign in method.modes[0].signs]

    result = mode_results(own, round_of(dict(zip(signs, levels, strict=True))))[0]

    assert result.band is band
    said = why_this_number(result, WORDS)[-1]
    assert said == "Bands: low below 10, moderate below 20, high below 30, critical from 30."


def test_a_vote_is_agreed_where_the_pack_says(method: Method) -> None:
    tally = Tally((0, 3, 3, 0))

    assert agreement(tally, method.rules.agreement) is Agreement.AGREED_PROBLEM
    assert agreement(tally, AgreementRule(agreed=0.9)) is Agreement.SPLIT
    assert agreement(tally, AgreementRule(problem=2)) is Agreement.AGREED_FINE
    current = replace(round_of({}), ratings={"gap": rating("gap", 2)})
    assert standing(current, "gap", AgreementRule(problem=2.5)).agreement is Agreement.AGREED_FINE
