"""Counting in working days, Monday to Friday."""

from __future__ import annotations

from datetime import date, timedelta

WORKING_WEEK = 5
"""Days: Monday to Friday."""
DAYS_IN_A_WEEK = 7
SUNDAY = 6


def working_day(day: date) -> date:
    """The day itself, or the Monday after where it falls on a weekend."""
    over = day.weekday() - WORKING_WEEK
    return date.fromordinal(min(day.toordinal() + 2 - over, date.max.toordinal())) if over >= 0 else day


def working_days_between(first: date, last: date) -> int:
    """How many working days lie after `first` and before `last`; 0 where there are none."""
    between = (last - first).days - 1
    if between <= 0:
        return 0
    weeks, rest = divmod(between, DAYS_IN_A_WEEK)
    days = ((first.weekday() + 1 + step) % DAYS_IN_A_WEEK for step in range(rest))
    return weeks * WORKING_WEEK + sum(day < WORKING_WEEK for day in days)


def days_of_work_before(day: date, count: int) -> date:
    """The working day on which work of `count` working days (1 or more) begins if it is done by the end of `day`."""
    if day.weekday() >= WORKING_WEEK and day.toordinal() > DAYS_IN_A_WEEK:
        day -= timedelta(days=day.weekday() - WORKING_WEEK + 1)
    weeks, rest = divmod(max(count, 1) - 1, WORKING_WEEK)
    over_weekend = 2 if rest > day.weekday() else 0
    return date.fromordinal(max(day.toordinal() - DAYS_IN_A_WEEK * weeks - rest - over_weekend, 1))


def this_week_until(today: date) -> date:
    """The Sunday of the week."""
    return today + timedelta(SUNDAY - today.weekday())
