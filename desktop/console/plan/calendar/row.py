"""One row of the timeline, and the calendar above it. Places on the calendar run from 0 to 1."""

from __future__ import annotations

from datetime import date

from desktop.words import gettext, spoken
from models.frozen import frozen
from models.values.months import day_and_month


@frozen
class CalendarRow:
    """An action."""

    action_id: str
    number: str
    title: str
    short: str
    """Its name where there is little room."""
    owner: str
    """Initials."""
    may_begin: float
    has_to_begin: float
    early_until: float | None
    """Up to where its work would have to begin before it can; None where it need not."""
    due: float
    late_until: float | None
    """Today, where it is overdue."""
    said: str
    """The day, or that there is none."""
    trouble: str
    """Why it does not hold; empty where it does."""
    beside: str
    """What else is to be said of its days."""
    dated: bool


@frozen
class PhaseRow:
    """A phase over its actions; with these folded, their days are dots."""

    phase: str
    title: str
    count: str
    dots: tuple[float, ...]
    said: str
    """From the first day to the last; both empty while its actions are shown."""
    folded: bool


@frozen
class CalendarAxis:
    """Months by name with their places, today, and the day that is wanted, if any."""

    months: tuple[tuple[str, float], ...]
    today: tuple[str, float]
    wanted: tuple[str, float] | None


def target_name(wanted: date | None, today: date) -> str:
    """Of the line at the day that is wanted; empty where none is."""
    return gettext("Target {day}").format(day=day_and_month(wanted, spoken(), today)) if wanted else ""
