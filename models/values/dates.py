"""Dates as people type them: "12 mar", "12/3/27", "2027-03-12", "in 3 weeks"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from gettext import NullTranslations

from models.values.months import month_names

MOST_DAYS = 400
WORKING_WEEK = 5
"""Days: Monday to Friday."""
DAYS_IN_A_WEEK = 7
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
YEARS_TO_LEAP_DAY = 8
"""The longest stretch without a 29 February, around a century."""

_NEAR = {"today": 0, "tomorrow": 1}
_DAYS = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*(d|days?|w|wks?|weeks?)?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NUMBERS = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})(?:[./-]([0-9]{2}|[0-9]{4}))?")
_NAMED = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\s*\.?\s*([a-z]{3,9})\.?,?(?:\s+([0-9]{2}|[0-9]{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?(?:\s+([0-9]{4}))?")
_LATER = re.compile(r"(?:in\s+|\+\s*)([0-9]{1,3})\s*(d|days?|w|weeks?)?")


def read_date(text: str, today: date, *, past: bool = False, words: NullTranslations | None = None) -> date | None:
    """The date meant, the day before the month. None if unclear.

    Without a year it is the next time the day comes round; with `past`, of something that has begun, the last time.
    Months are understood in English and in `words`.
    """
    text = _in_english(" ".join(text.lower().split()), words) if words else " ".join(text.lower().split())
    try:
        if m := _ISO.fullmatch(text):
            return date(int(m[1]), int(m[2]), int(m[3]))
        if m := _NUMBERS.fullmatch(text):
            return _dated(int(m[1]), int(m[2]), m[3], today, past)
        if (m := _NAMED.fullmatch(text)) and (month := _month(m[2])):
            return _dated(int(m[1]), month, m[3], today, past)
        if (m := _MONTH_FIRST.fullmatch(text)) and (month := _month(m[1])):
            return _dated(int(m[2]), month, m[3], today, past)
        if m := _LATER.fullmatch(text):
            return today + timedelta(days=int(m[1]) * (7 if (m[2] or "d").startswith("w") else 1))
        return today + timedelta(days=_NEAR[text]) if text in _NEAR else None
    except (ValueError, OverflowError):
        return None


def _in_english(text: str, words: NullTranslations) -> str:
    """The text with a month that is written in full in `words` in English instead."""
    for name, month in zip(month_names(words), MONTHS, strict=True):
        if name.lower() in text:
            return text.replace(name.lower(), month)
    return text


def _dated(day: int, month: int, year: str | None, today: date, past: bool) -> date | None:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    for away in range(YEARS_TO_LEAP_DAY + 1):
        try:
            meant = date(today.year - away if past else today.year + away, month, day)
        except ValueError:
            if (month, day) != (2, 29):
                raise
            continue
        if meant <= today if past else meant >= today:
            return meant
    return None


def _month(name: str) -> int | None:
    """The number of the month whose name begins like this; "sept" is common too."""
    name = "sep" if name == "sept" else name
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(name)), None)


def read_days(text: str) -> Decimal | None:
    """Working days above 0 and up to 400, from "2", "0,5", "3 days" or "2 weeks" of five days; None if it is none."""
    match = _DAYS.fullmatch(text.strip().lower().replace(",", "."))
    if match is None:
        return None
    days = Decimal(match[1]) * (WORKING_WEEK if (match[2] or "").startswith("w") else 1)
    return days if 0 < days <= MOST_DAYS else None


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
