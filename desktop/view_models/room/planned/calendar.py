"""The calendar that the room is shown: from the workshop to what is due last, or to the day that is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from math import ceil

from desktop.system.long_text import shortened
from desktop.view_models.room.captured import LONGEST_CELL
from desktop.view_models.room.planned.impact import WEEKS
from desktop.view_models.room.planned.pages import RoomCalendar, RoomMonth, RoomWork
from desktop.view_models.room.sentences import sentence_date, short_name
from desktop.view_models.session import EngagementSession
from models.engagement.engagement import Action
from models.plan.plan import start_for
from models.values.months import short_month

YEAR = 12
MOST_NAMED = 8
"""Months that find room beside each other."""
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000)
"""Months from one that is named to the next."""
MARGIN, SHORTEST = 0.3, 2.0
"""Months before the first day and after the last, and how many there are at least."""


class Calendar:
    """Where the days of a plan lie on a line from 0 to 1."""

    def __init__(self, session: EngagementSession, actions: Iterable[Action]) -> None:
        self._session = session
        self._wanted = session.engagement.pilot.target_date
        since = session.current.assessment.held_on or date.today()
        days = [since, *(action.due for action in actions if action.due), *([self._wanted] if self._wanted else ())]
        self._first = _months(min(days)) - MARGIN
        self._length = max(_months(max(days)) + MARGIN - self._first, SHORTEST)

    def at(self, day: date) -> float:
        """0 for the left end and what lies before, 1 for the right and what lies after."""
        return self._at(_months(day))

    def days_between(self, day: date, shift: float) -> int:
        """How many days later than `day` lies what stands so far right of it."""
        months = _months(day) + shift * self._length
        year, month = divmod(int(months), YEAR)
        if not date.min.year < year < date.max.year:
            return 0
        first = date(year, month + 1, 1)
        length = ((first + timedelta(days=31)).replace(day=1) - first).days
        return (first + timedelta(days=min(round((months - int(months)) * 31), length - 1)) - day).days

    def _at(self, months: float) -> float:
        return min(max((months - self._first) / self._length, 0.0), 1.0)

    def drawn(self) -> RoomCalendar:
        """The months by name, not too many, and the day that production is wanted."""
        said, wanted = "", self._wanted
        if wanted is not None:
            day = sentence_date(wanted, self._session.engagement, self._session.words)
            said = self._session.words.gettext("{day}: wanted in production").format(day=day)
        step = next((step for step in STEPS if self._length / step <= MOST_NAMED), STEPS[-1])
        first, last = ceil(self._first / step) * step, self._first + self._length
        months = tuple(self._named(month, step) for month in range(first, ceil(last), step))
        return RoomCalendar(months, None if wanted is None else self.at(wanted), said)

    def work(self, action: Action) -> RoomWork:
        """The action on it; without a date up to the day that production is wanted."""
        end = action.due or self._wanted
        return RoomWork(
            number=str(action.position),
            name=shortened(short_name(action, self._session.method, self._session.words), LONGEST_CELL),
            begin=self.at(start_for(action, end)) if end else 1.0,
            end=self.at(end) if end else 1.0,
            long=action.effort_high > WEEKS,
            dated=action.due is not None,
        )

    def _named(self, months: int, step: int) -> RoomMonth:
        year, month = divmod(months, YEAR)
        name = str(year) if step >= YEAR else short_month(month + 1, self._session.words)
        return RoomMonth(name, f"{name} {year}" if step < YEAR and not month else name, self._at(months))


def _months(day: date) -> float:
    return day.year * YEAR + day.month - 1 + (day.day - 1) / 31
