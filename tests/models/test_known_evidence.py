"""What the playbook knows is offered as evidence for a readiness point."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from filled_registers import with_cells, with_row
from model_samples import WORDS, engagement_with, person, round_of

from models.engagement.engagement import Round
from models.method.method import Method
from models.playbook.cells import cell_context
from models.readiness.known_evidence import known_evidence
from models.readiness.readiness import points_of
from models.values.terms import Group

TODAY = date(2026, 11, 12)


def known(method: Method, current: Round, point_id: str) -> tuple[str, ...]:
    ana = replace(person("Ana Ruiz", Group.BUSINESS), id="ana")
    engagement = engagement_with(current, (ana,))
    point = next(p for p in points_of(method) if p.id == point_id)
    context = cell_context(method, engagement, TODAY, WORDS)
    return tuple(one.text for one in known_evidence(method, engagement, point, context, WORDS))


def test_nothing_is_offered_before_anything_is_filled_in(method: Method) -> None:
    assert all(known(method, round_of({}), point.id) == () for point in points_of(method))


def test_a_result_is_offered_as_it_reads(method: Method) -> None:
    current = with_row(round_of({}), "volume-result", result="Passed", evidence="412 districts in one night")

    assert known(method, current, "volumes") == ("Test at production volume: Passed · 412 districts in one night",)


def test_only_the_columns_that_bear_on_the_point_are_offered_and_people_by_name(method: Method) -> None:
    current = with_row(round_of({}), "metrics", metric="Days to find a leak", unit="days", baseline="11.4", owner="ana")

    assert known(method, current, "baseline") == (
        "Business metrics: Days to find a leak · days · baseline 11.4 · Ana Ruiz",
    )


def test_many_rows_are_counted(method: Method) -> None:
    current = round_of({})
    for number in range(5):
        current = with_row(current, "security-list", requirement=f"Rule {number}", status="Met")

    (text,) = known(method, current, "security-passed")

    assert text == "Security requirements: Rule 0 · Met; Rule 1 · Met; Rule 2 · Met and 2 more"


def test_a_matrix_says_how_many_tasks_have_one_who_is_accountable(method: Method) -> None:
    current = with_row(with_row(round_of({}), "raci", task="Watch it"), "raci", task="Retrain it")
    current = with_cells(current, "raci-000", ana="accountable")

    assert known(method, current, "support-model") == (
        "Responsibilities (RACI): 1 of 2 tasks have one who is accountable",
    )
