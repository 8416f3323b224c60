"""Overdue, held up and by what, due this week, done: by the day on which one looks."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Action, Assessment, Round
from models.plan.progress import Standing, Tracked, tracked
from models.values.terms import Decision, Progress

WEDNESDAY = date(2026, 3, 11)


def action(key: str, days: int | None = None, **fields: object) -> Action:
    due = None if days is None else WEDNESDAY + timedelta(days=days)
    return Action(id=key, assessment_id="a1", title=key, due=due, **fields)  # type: ignore[arg-type]


def plan(*actions: Action, waits: tuple[tuple[str, str], ...] = ()) -> Round:
    found = [
        Dependency(id=dependency_id(one, after), assessment_id="a1", action_id=one, after_id=after)
        for one, after in waits
    ]
    assessment = Assessment(id="a1", engagement_id="e1", method="m@1")
    return Round(assessment, actions=actions, dependencies={d.id: d for d in found})


def standing(one: Action, *others: Action, waits: tuple[tuple[str, str], ...] = ()) -> Tracked:
    return next(t for t in tracked(plan(one, *others, waits=waits), WEDNESDAY) if t.action == one)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, Standing.OVERDUE),
        (0, Standing.THIS_WEEK),
        (4, Standing.THIS_WEEK),
        (5, Standing.LATER),
        (None, Standing.UNDATED),
    ],
)
def test_by_its_date(days: int | None, expected: Standing) -> None:
    assert standing(action("a", days)).standing is expected


def test_done_is_done_however_late_and_late_says_by_how_much() -> None:
    assert standing(action("a", -30, progress=Progress.DONE)).standing is Standing.DONE
    assert standing(action("a", -30)).days_late == 30


def test_held_up_because_somebody_says_so_or_because_it_should_have_begun_and_waits() -> None:
    first = action("first", 60)
    assert standing(action("a", 90, progress=Progress.BLOCKED)).standing is Standing.BLOCKED
    late_start = standing(action("a", 2, effort_high=Decimal(10)), first, waits=(("a", "first"),))
    assert late_start.standing is Standing.BLOCKED
    assert late_start.waits_for == (first,)
    assert standing(action("a", 90), first, waits=(("a", "first"),)).standing is Standing.LATER
    done = action("first", 60, progress=Progress.DONE)
    assert (
        standing(action("a", 2, effort_high=Decimal(10)), done, waits=(("a", "first"),)).standing is Standing.THIS_WEEK
    )


def test_the_most_pressing_first_and_what_was_rejected_is_no_part_of_it() -> None:
    found = tracked(
        plan(
            action("done", 1, progress=Progress.DONE),
            action("later", 20),
            action("undated"),
            action("late", -1),
            action("rejected", -9, decision=Decision.REJECTED),
            action("later still", -2),
        ),
        WEDNESDAY,
    )
    assert [t.action.id for t in found] == ["later still", "late", "later", "undated", "done"]
