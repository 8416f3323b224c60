"""How the plan stands between the meetings: what is overdue, due this week, held up and by what, done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from models.engagement.engagement import Action, Round
from models.frozen import frozen
from models.plan.plan import accepted_actions, start_for, waits_for
from models.values.terms import Progress
from models.values.working_days import this_week_until


class Standing(Enum):
    """How an action stands on a day, the most pressing first."""

    OVERDUE = "overdue"
    BLOCKED = "blocked"
    """Somebody says so, or it should have begun and what it waits for is not done."""
    THIS_WEEK = "this-week"
    LATER = "later"
    UNDATED = "undated"
    DONE = "done"


@frozen
class Tracked:
    """An accepted action, how it stands, and what it still waits for."""

    action: Action
    standing: Standing
    waits_for: tuple[Action, ...]
    """Those of the plan that come first and are not done."""
    days_late: int = 0


def tracked(current: Round, today: date) -> tuple[Tracked, ...]:
    """Every action of the plan: by how it stands, then by date, undated ones last."""
    actions = {action.id: action for action in accepted_actions(current)}
    found = [_tracked(action, actions, current, today) for action in actions.values()]
    order = list(Standing)
    return tuple(
        sorted(found, key=lambda t: (order.index(t.standing), t.action.due or date.max, t.action.position, t.action.id))
    )


def standing_so(found: Iterable[Tracked], *standings: Standing) -> tuple[Tracked, ...]:
    """Those that stand in one of these ways."""
    return tuple(one for one in found if one.standing in standings)


def _tracked(action: Action, actions: dict[str, Action], current: Round, today: date) -> Tracked:
    first = [actions[key] for key in waits_for(current, action.id) if key in actions]
    waiting = tuple(sorted((a for a in first if a.progress is not Progress.DONE), key=lambda a: a.position))
    late = (today - action.due).days if action.due else 0
    return Tracked(action, _standing(action, waiting, today), waiting, max(late, 0))


def _standing(action: Action, waiting: tuple[Action, ...], today: date) -> Standing:
    due = action.due
    if action.progress is Progress.DONE:
        return Standing.DONE
    if due and due < today:
        return Standing.OVERDUE
    if action.progress is Progress.BLOCKED or (due and waiting and start_for(action, due) < today):
        return Standing.BLOCKED
    if due is None:
        return Standing.UNDATED
    return Standing.THIS_WEEK if due <= this_week_until(today) else Standing.LATER
