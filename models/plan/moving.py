"""Several dates moved together, with those of the actions that wait for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from models.engagement.engagement import Action, Round
from models.frozen import frozen
from models.plan.plan import accepted_actions, wait_in_the_end_for
from models.values.terms import Progress
from models.values.working_days import working_day

_A_YEAR = timedelta(days=365)
"""From either end of the calendar, where there is no way on."""


@frozen
class Moved:
    """The actions as they would be, and those that stay."""

    chosen: tuple[Action, ...]
    waiting: tuple[Action, ...]
    """Those that wait for the chosen ones, directly or in the end."""
    undated: int = 0
    """How many of the chosen have no date to move."""
    done: int = 0
    """How many of the chosen are done, and stay."""


def moved_by_days(current: Round, chosen: Collection[str], days: int, *, with_waiting: bool) -> Moved:
    """The agreed actions with these ids so many days later, or earlier. Nothing that is done moves, and no gate."""
    agreed = {action.id: action for action in accepted_actions(current)}
    meant = [agreed[key] for key in agreed if key in chosen]
    following = set[str]()
    if with_waiting:
        for action in meant:
            following |= wait_in_the_end_for(current, action.id)
    waiting = (action for key, action in agreed.items() if key in following and key not in chosen)
    to_do = [action for action in meant if action.progress is not Progress.DONE]
    moved = _moved(to_do, days)
    return Moved(
        moved,
        _moved((action for action in waiting if action.progress is not Progress.DONE), days),
        undated=len(to_do) - len(moved),
        done=len(meant) - len(to_do),
    )


def _moved(actions: Iterable[Action], days: int) -> tuple[Action, ...]:
    """Those that have a date, as far as the calendar goes."""
    by = timedelta(days=days)
    return tuple(
        replace(action, due=working_day(action.due + by))
        for action in actions
        if action.due and date.min + _A_YEAR < action.due < date.max - _A_YEAR
    )
