"""Over all pilots: which plans are read, and what in them presses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from models.engagement.engagement import Engagement
from models.method.method import Method
from models.plan.plan import accepted_actions
from models.plan.progress import Standing
from models.portfolio.counted import Counted
from models.portfolio.pressing import plan_standings, worth_reading
from models.portfolio.standing import standing

WEDNESDAY = date(2026, 12, 2)


def test_the_plans_with_the_most_overdue_come_first_and_those_at_rest_are_not_read(method: Method) -> None:
    def pilot(key: str, **more: object) -> Counted:
        return replace(Counted(key, key, "", "", method.key, 1, None, None), **more)  # type: ignore[arg-type]

    counts = [
        pilot("rest", next_due=WEDNESDAY + timedelta(days=5)),
        pilot("week", next_due=WEDNESDAY + timedelta(days=4)),
        pilot("held", held_up=1),
        pilot("late", overdue=1),
        pilot("later", overdue=4),
        pilot("empty"),
    ]
    pilots = [standing(one, method) for one in counts]
    assert worth_reading(pilots, WEDNESDAY, 9) == ["later", "late", "held", "week"]
    assert worth_reading(pilots, WEDNESDAY, 2) == ["later", "late"]


def test_what_presses_is_overdue_held_up_or_due_this_week(sample: Engagement) -> None:
    first, second, *others = accepted_actions(sample.current)
    actions = (
        replace(first, due=WEDNESDAY - timedelta(days=1)),
        replace(second, due=WEDNESDAY + timedelta(days=4)),
        *(replace(one, due=WEDNESDAY + timedelta(days=300)) for one in others),
    )
    after = replace(sample, rounds=(*sample.rounds[:-1], replace(sample.current, actions=actions, dependencies={})))
    (plan,) = plan_standings([after], WEDNESDAY)
    assert [one.standing for one in plan.pressing] == [Standing.OVERDUE, Standing.THIS_WEEK]
