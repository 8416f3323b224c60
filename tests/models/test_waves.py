"""Which actions come first, and where the dates rub."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_samples import ROUND, RULES, WORDS, own_action, round_of

from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Action, Round
from models.engagement.registers import GateCondition
from models.plan.plan import PlanLine, lines_beside
from models.plan.priority import Priority
from models.plan.rubs import Kind, after_its_day, rubs
from models.plan.waves import MOST_FIRST, Wave, end_of_next, in_waves, rule_text
from models.values.terms import Decision, Progress
from models.values.working_days import working_days_between

HELD = date(2026, 11, 12)
TARGET = date(2027, 6, 1)


def action(key: str, number: int, due: date | None = None, **more: object) -> Action:
    return replace(own_action(key.title(), position=number), id=key, due=due, **more)  # type: ignore[arg-type]


def waits(*pairs: tuple[str, str]) -> dict[str, Dependency]:
    found = [Dependency(id=dependency_id(a, b), assessment_id=ROUND, action_id=a, after_id=b) for a, b in pairs]
    return {d.id: d for d in found}


def plan(actions: list[Action], *pairs: tuple[str, str], conditions: tuple[GateCondition, ...] = ()) -> Round:
    return replace(round_of({}, actions=tuple(actions)), dependencies=waits(*pairs), conditions=conditions)


def ordered(current: Round, severities: dict[str, int] | None = None) -> list[tuple[str, Wave]]:
    levels = severities or {}
    priorities = {a.id: Priority(levels.get(a.id, 1), 1, Decimal(1), RULES.priority) for a in current.actions}
    return [(a.id, wave) for a, wave in in_waves(current, priorities, HELD)]


def names(current: Round, wave: Wave, severities: dict[str, int] | None = None) -> list[str]:
    return [key for key, found in ordered(current, severities) if found is wave]


def lines(current: Round) -> tuple[PlanLine, ...]:
    return lines_beside((), current, RULES.priority, HELD)


def test_what_the_decision_rests_on_leads_in_the_order_in_which_it_is_needed() -> None:
    feed = action("feed", 1, date(2027, 3, 31), decisive=True)
    access = action("access", 2, date(2027, 1, 22), decisive=True)
    soon = action("soon", 3, date(2026, 11, 20))

    assert names(plan([feed, access, soon], ("feed", "access")), Wave.FIRST) == ["access", "feed", "soon"]


def test_at_most_seven_come_first_chosen_by_gravity_and_shown_by_date() -> None:
    actions = [action(f"a{n}", n, HELD + timedelta(days=40 - n)) for n in range(1, 12)]
    grave = dict.fromkeys(("a9", "a10"), 3)

    first = names(plan(actions), Wave.FIRST, grave)

    assert len(first) == MOST_FIRST
    assert {"a9", "a10"} <= set(first)
    assert first == sorted(first, key=lambda key: next(a.due for a in actions if a.id == key) or date.max)


def test_of_two_as_grave_the_one_that_more_waits_for_comes_first() -> None:
    actions = [action(f"a{n}", n) for n in range(1, 9)]

    first = names(plan(actions, ("a1", "a8")), Wave.FIRST)

    assert "a8" in first
    assert "a1" not in first, "it waits for something that is not done"


def test_what_waits_for_something_done_waits_for_nothing() -> None:
    done = action("done", 1, progress=Progress.DONE)

    found = plan([done, action("free", 2)], ("free", "done"))

    assert names(found, Wave.FIRST) == ["free"]
    assert names(found, Wave.LATER) == ["done"]


def test_next_goes_to_the_end_of_the_month_three_months_on_and_undated_comes_last() -> None:
    many = [action(f"a{n}", n, HELD, decisive=True) for n in range(MOST_FIRST)]
    rest = [action("none", 20), action("march", 21, date(2027, 3, 1)), action("february", 22, date(2027, 2, 28))]

    found = plan([*many, *rest])

    assert end_of_next(HELD) == date(2027, 2, 28)
    assert names(found, Wave.NEXT) == ["february"]
    assert names(found, Wave.LATER) == ["march", "none"]
    assert "28 February 2027" in rule_text(WORDS, HELD)


@given(
    st.lists(st.tuples(st.booleans(), st.none() | st.integers(0, 200), st.sampled_from(Progress)), max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=12),
)
def test_every_action_stands_in_the_plan_once_and_never_before_what_it_waits_for_among_the_first(
    drawn: list[tuple[bool, int | None, Progress]], pairs: list[tuple[int, int]]
) -> None:
    actions = [
        action(f"a{n}", n, None if due is None else HELD + timedelta(days=due), decisive=decisive, progress=progress)
        for n, (decisive, due, progress) in enumerate(drawn)
    ]
    known = [(f"a{max(a, b)}", f"a{min(a, b)}") for a, b in pairs if a != b and max(a, b) < len(actions)]
    current = plan(actions, *known)

    found = ordered(current)
    first = [key for key, wave in found if wave is Wave.FIRST]

    assert sorted(key for key, _ in found) == sorted(a.id for a in actions)
    assert len(first) <= MOST_FIRST
    assert all(first.index(before) < first.index(key) for key, before in known if {key, before} <= set(first))


@pytest.mark.parametrize(
    ("due", "kind", "spare"),
    [(date(2027, 3, 1), Kind.BACKWARDS, 0), (date(2027, 2, 26), Kind.LITTLE, 0), (date(2027, 2, 19), Kind.SOME, 5)],
)
def test_two_dates_rub_where_little_lies_between(due: date, kind: Kind, spare: int) -> None:
    first = action("first", 1, due)
    second = action("second", 2, date(2027, 3, 1), effort_low=Decimal(1), effort_high=Decimal(1))
    current = plan([first, second], ("second", "first"))

    (rub,) = rubs(lines(current), current, TARGET, WORDS)

    assert (rub.kind, rub.spare, rub.action_id, rub.after_id) == (kind, spare, "second", "first")
    assert rub.sentence.startswith("Action 2 waits for action 1")
    assert rub.sentence.endswith("it has to begin by 1 March.")


def test_ten_working_days_are_room_enough_and_what_is_done_rubs_with_nothing() -> None:
    second = action("second", 2, date(2027, 3, 1))
    roomy = plan([action("first", 1, date(2027, 2, 12)), second], ("second", "first"))
    done = plan([action("first", 1, date(2027, 3, 5), progress=Progress.DONE), second], ("second", "first"))

    assert rubs(lines(roomy), roomy, TARGET, WORDS) == ()
    assert rubs(lines(done), done, TARGET, WORDS) == ()


def test_an_action_without_a_date_is_told_the_day_by_which_it_has_to_begin() -> None:
    current = plan([action("job", 22, effort_high=Decimal(40))])

    (rub,) = rubs(lines(current), current, TARGET, WORDS)

    assert rub.head(WORDS) == "Has no date"
    assert rub.sentence == (
        "Action 22 has no date. At 40 days’ work it has to begin by 7 April to be done by 1 June, when production is "
        "wanted."
    )
    (without,) = rubs(lines(current), current, None, WORDS)
    assert without.sentence == "Action 22 has no date."


def test_a_gate_that_asks_for_something_before_it_is_due_runs_backwards_and_comes_first() -> None:
    asked = GateCondition(assessment_id=ROUND, phase_id="p", text="The budget", day=date(2027, 2, 24), action_id="b")
    current = plan([action("a", 1), action("b", 2, date(2027, 2, 26))], conditions=(asked,))

    found = rubs(lines(current), current, TARGET, WORDS)

    assert [rub.kind for rub in found] == [Kind.BACKWARDS, Kind.NO_DATE]
    assert found[0].sentence == "Action 2 is due on 26 February; the gate asks for it by 24 February."


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(-5, 60))
def test_working_days_between_are_those_from_monday_to_friday(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    between = (first + timedelta(days=n) for n in range(1, max(days, 1)))

    assert working_days_between(first, last) == sum(day.weekday() < 5 for day in between)


def test_a_gate_asks_in_vain_only_of_what_was_agreed_and_is_still_to_do() -> None:
    asked = GateCondition(assessment_id=ROUND, phase_id="p", text="The budget", day=date(2027, 2, 24), action_id="b")
    late = action("b", 2, date(2027, 2, 26))

    def said(found: Action) -> str:
        return after_its_day(asked, plan([found], conditions=(asked,)), WORDS)

    assert said(late) == "Action 2 is due on 26 February; the gate asks for it by 24 February."
    assert said(replace(late, decision=Decision.REJECTED)) == ""
    assert said(replace(late, progress=Progress.DONE)) == ""
    assert said(replace(late, due=asked.day)) == ""
