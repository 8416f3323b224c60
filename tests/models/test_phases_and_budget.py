"""How far the playbook is, who answers for what, and what it adds up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from filled_registers import ANA, BEN, playbook
from hypothesis import given
from hypothesis import strategies as st
from model_samples import WORDS

from models.engagement.edit import Edit, apply_edit
from models.engagement.engagement import Engagement
from models.engagement.registers import GateCondition
from models.method.method import Method
from models.playbook.budget import Range, Standing, budget, doubtful_lines, kinds_text, standing_text
from models.playbook.phases import ItemState, decide, gate_gaps, gate_of, item_state, phase_progress
from models.playbook.raci import give_part, in_doubt, tasks
from models.values.sentence import act_called
from models.values.terms import GateDecision, RaciPart

COSTS = ("infrastructure-costs", "integration-costs", "change-costs", "running-costs")
MONEY = st.decimals(min_value=0, max_value=10**12, places=2)
Line = dict[str, str]


def state(method: Method, rows: dict[str, list[Line]], item: str) -> ItemState:
    return item_state(method, playbook(rows), method.items[item])


def test_an_item_is_done_once_every_row_has_its_columns(method: Method) -> None:
    whole = {"measure": "Ships", "today": "10", "production": "100"}
    assert state(method, {}, "scale") is ItemState.MISSING
    assert state(method, {"scale-measures": [{}]}, "scale") is ItemState.MISSING
    assert state(method, {"scale-measures": [whole, {"measure": "Users"}]}, "scale") is ItemState.OPEN
    assert state(method, {"scale-measures": [whole, {}]}, "scale") is ItemState.DONE


def test_items_that_share_a_register_are_told_apart_by_their_columns(method: Method) -> None:
    rows = {"debt": [{"shortcut": "Typed by hand", "effort": "2"}]}
    assert state(method, rows, "shortcuts") is ItemState.DONE
    assert state(method, rows, "production-changes") is ItemState.MISSING
    assert state(method, rows, "debt-effort") is ItemState.OPEN


def test_what_is_not_understood_or_not_settled_keeps_an_item_open(method: Method) -> None:
    assert state(method, {"scale-measures": [{"measure": "S", "today": "a lot", "production": "1"}]}, "scale") is (
        ItemState.OPEN
    )
    for result, expected in (("Not tested", ItemState.OPEN), ("Passed", ItemState.DONE)):
        rows = {"volume-result": [{"result": result, "evidence": "Run of 3 May"}]}
        assert state(method, rows, "volume-test") is expected
    gone = {"metric-readings": [{"metric": "of-a-row-that-is-gone", "date": "2026-05-01", "value": "1"}]}
    assert state(method, gone, "track-metrics") is ItemState.OPEN


def test_a_matrix_is_done_once_each_task_has_one_who_is_accountable(method: Method) -> None:
    accountable, responsible = RaciPart.ACCOUNTABLE.value, RaciPart.RESPONSIBLE.value
    for parts, expected in (
        ({}, ItemState.OPEN),
        ({ANA.id: responsible}, ItemState.OPEN),
        ({ANA.id: accountable, BEN.id: accountable}, ItemState.OPEN),
        ({ANA.id: accountable, "c" * 32: accountable}, ItemState.DONE),
    ):
        assert state(method, {"raci": [{"task": "Own it", **parts}]}, "system-owner") is expected
    assert state(method, {"raci": [{ANA.id: accountable}]}, "system-owner") is ItemState.OPEN


def test_a_phase_counts_what_is_done_open_and_missing(method: Method) -> None:
    rows = {"debt": [{"shortcut": "Typed by hand", "effort": "2"}]}
    progress = phase_progress(method, playbook(rows), method.phases[0])
    assert [len(progress.done), len(progress.open), len(progress.missing)] == [1, 1, 8]
    assert progress.done == ("shortcuts",)
    assert progress.gaps[0] == "debt-effort"


def test_every_item_belongs_to_exactly_one_of_the_three(method: Method, sample: Engagement) -> None:
    found = [phase_progress(method, sample, phase) for phase in method.phases]
    assert [key for p in found for key in sorted((*p.done, *p.open, *p.missing))] == [
        key for phase in method.phases for key in sorted(i.id for a in phase.activities for i in a.items)
    ]


def test_a_gate_says_what_its_decision_lacks() -> None:
    gate = gate_of(playbook({}), "pilot-design")
    assert gate_gaps(gate, WORDS) == ()
    held = decide(gate, GateDecision.HELD, date(2026, 11, 12))
    assert gate_gaps(held, WORDS) == ("who decided", "what comes first")
    assert gate_gaps(replace(held, decided_by="a", conditions="The feed"), WORDS) == ()
    row = GateCondition(assessment_id=gate.assessment_id, phase_id=gate.phase_id, text="The feed")
    assert gate_gaps(held, WORDS, [row]) == ("who decided",)
    assert gate_gaps(held, WORDS, [replace(row, text=" ")]) == ("who decided", "what comes first")
    assert decide(held, GateDecision.HELD, date(2026, 12, 1)).decision is GateDecision.UNDECIDED
    assert decide(held, GateDecision.PASSED, date(2026, 12, 1)).decided_on == date(2026, 11, 12)


@given(
    acts=st.lists(
        st.tuples(st.integers(0, 1), st.sampled_from([ANA.id, BEN.id, "c" * 32]), st.sampled_from([*RaciPart, None])),
        max_size=25,
    )
)
def test_after_any_sequence_a_task_has_at_most_one_who_is_accountable(
    method: Method, acts: list[tuple[int, str, RaciPart | None]]
) -> None:
    people = (ANA, BEN, replace(BEN, id="c" * 32, name="Cleo"))
    made = playbook({"raci": [{"task": "Own it"}, {"task": "Run it"}]}, people)
    register = method.register("raci")
    for row, person_id, part in acts:
        put, gone = give_part(made.current, register, f"raci-{row}", person_id, part)
        made = apply_edit(made, Edit(act_called("Give"), made.id, tuple(put), tuple(gone)))
        task = tasks(made.current, register, people)[row]
        assert task.parts.get(person_id) is part
        assert len(task.having(RaciPart.ACCOUNTABLE)) <= 1
    given_last = {row: part for row, _, part in acts}
    if given_last.get(0) is RaciPart.ACCOUNTABLE:
        assert "raci-0" not in {task.entry_id for task in in_doubt(tasks(made.current, register, people))}


def test_a_task_that_is_called_like_a_part_keeps_its_name(method: Method) -> None:
    made = playbook({"raci": [{"task": "accountable"}]})
    put, _ = give_part(made.current, method.register("raci"), "raci-0", ANA.id, RaciPart.ACCOUNTABLE)
    assert [cell.column_id for cell in put] == [ANA.id]


def costed(lines: dict[str, list[Line]], cost: str | None = "100000") -> Engagement:
    made = playbook(lines)
    return replace(made, pilot=replace(made.pilot, cost=None if cost is None else Decimal(cost), currency="GBP"))


def cost_line(low: object, likely: object, high: object, yearly: bool = False) -> Line:
    figures = {"low": low, "likely": likely, "high": high}
    return {k: str(v) for k, v in figures.items() if v is not None} | {"basis": "A year" if yearly else "One-off"}


@given(
    lines=st.lists(
        st.tuples(st.sampled_from(COSTS), st.lists(MONEY, min_size=3, max_size=3).map(sorted), st.booleans()),
        max_size=20,
    ),
    seed=st.integers(0, 9),
)
def test_sums_are_exact_and_the_same_in_any_order(
    method: Method, lines: list[tuple[str, list[Decimal], bool]], seed: int
) -> None:
    def added_up(order: list[tuple[str, list[Decimal], bool]]) -> tuple[Range, Range, Range]:
        rows: dict[str, list[Line]] = {}
        for kind, figures, yearly in order:
            rows.setdefault(kind, []).append(cost_line(*figures, yearly=yearly))
        found = budget(method, costed(rows))
        assert found.first_year.low <= found.first_year.likely <= found.first_year.high
        shares = sum((found.share(kind) for kind in found.kinds), Decimal(0))
        assert abs(shares - (1 if found.first_year.likely else 0)) < Decimal("1e-20")
        return found.one_off, found.yearly, found.first_year

    one_off, yearly, first_year = added_up(lines)
    pennies = [[int(figure * 100) for figure in figures] for _, figures, _ in lines]
    assert [int(s * 100) for s in (first_year.low, first_year.likely, first_year.high)] == [
        sum(figures[n] for figures in pennies) for n in range(3)
    ]
    assert one_off + yearly == first_year
    shuffled = list(lines)
    Random(seed).shuffle(shuffled)
    assert added_up(shuffled) == (one_off, yearly, first_year)


@pytest.mark.parametrize(
    ("likely", "standing"),
    [
        ("199999.99", Standing.BELOW),
        ("200000", Standing.WITHIN),
        ("500000", Standing.WITHIN),
        ("500000.01", Standing.ABOVE),
    ],
)
def test_the_plan_stands_against_2_to_5_times_the_pilot(method: Method, likely: str, standing: Standing) -> None:
    found = budget(method, costed({"running-costs": [cost_line(None, likely, None, yearly=True)]}))
    assert found.standing is standing
    assert kinds_text(found, WORDS) == (
        "Nothing is planned yet under Infrastructure costs, Integration costs, Training and change costs."
    )


def test_without_the_pilots_cost_or_a_line_nothing_is_compared(method: Method) -> None:
    lines = {"running-costs": [cost_line(1, 2, 3)]}
    assert budget(method, costed(lines, None)).standing is Standing.NOT_COMPARABLE
    assert budget(method, costed({})).standing is Standing.NOT_COMPARABLE
    assert "Enter what the pilot cost" in standing_text(budget(method, costed(lines, None)), WORDS)
    assert budget(method, costed({})).share(budget(method, costed({})).kinds[0]) == 0


def test_a_figure_left_empty_takes_its_neighbours(method: Method) -> None:
    def amount(*figures: str | None) -> Range:
        return budget(method, costed({"running-costs": [cost_line(*figures)]})).first_year

    assert amount(None, "5", None) == Range(Decimal(5), Decimal(5), Decimal(5))
    assert amount("4", None, "8") == Range(Decimal(4), Decimal(6), Decimal(8))
    assert amount("4", "5", None) == Range(Decimal(4), Decimal(5), Decimal(5))
    assert amount(None, None, None) == Range()
    assert amount(None, "rather a lot", None) == Range()


def test_a_range_upside_down_is_told(method: Method) -> None:
    found = budget(method, costed({"running-costs": [cost_line(3, 2, 1), cost_line(1, 2, 3)]}))
    assert [line.entry_id for line in doubtful_lines(found)] == ["running-costs-0"]


def test_the_sample_stands_below_the_rule_and_has_a_task_that_nobody_answers_for(
    method: Method, sample: Engagement
) -> None:
    assert standing_text(budget(method, sample), WORDS).startswith("£344,500 is below the £372,800")
    doubtful = in_doubt(tasks(sample.current, method.register("raci"), sample.stakeholders))
    assert [task.title for task in doubtful] == ["Own Leak Watch from end to end"]
    states = [item_state(method, sample, item) for item in method.items.values()]
    assert states.count(ItemState.MISSING) == 0
    assert states.count(ItemState.DONE) == 35
    assert {g.decision for g in sample.current.gates.values()} == set(GateDecision) - {GateDecision.UNDECIDED}


def test_the_thai_case_goes_as_far_as_its_facts(method: Method, thailand: Engagement) -> None:
    begun = {key for key, item in method.items.items() if item_state(method, thailand, item) is not ItemState.MISSING}
    assert begun == {
        *("business-metrics", "scale", "acceptable-error", "data-source"),
        *("qualitative-feedback", "learnings", "edge-cases"),
    }
    assert thailand.current.gates == {}
    assert budget(method, thailand).standing is Standing.NOT_COMPARABLE
    assert "owner" not in {cell.column_id for cell in thailand.current.cells.values()}


@pytest.mark.parametrize("cost", [None, Decimal(0), Decimal(-1), Decimal("NaN"), Decimal("Infinity")])
def test_a_cost_that_is_none_has_no_band(method: Method, cost: Decimal | None) -> None:
    engagement = playbook({"running-costs": [{"line": "Hosting", "likely": "100"}]})
    found = budget(method, replace(engagement, pilot=replace(engagement.pilot, cost=cost)))

    assert found.band is None
    assert found.standing is Standing.NOT_COMPARABLE
