"""How soon a pilot wants somebody. Loads nothing of what an engagement is made of: the list is ordered by it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from models.values.working_days import this_week_until

if TYPE_CHECKING:
    from models.portfolio.counted import Counted


def next_day(counted: Counted, today: date) -> date | None:
    """When something is next: an action due, or the workshop where that is still to come, today's until it begins."""
    held = counted.held_on
    ahead = held if held and (held > today or (held == today and not counted.modes)) else None
    return min((day for day in (counted.next_due, ahead) if day), default=None)


def presses(counted: Counted, today: date) -> bool:
    """Whether something is overdue, held up, or on this week."""
    day = next_day(counted, today)
    return bool(counted.overdue or counted.held_up or (day and day <= this_week_until(today)))


def how_soon(counted: Counted, today: date) -> tuple[int, date]:
    """By this the most overdue come first, then what is next."""
    return -counted.overdue, next_day(counted, today) or date.max
