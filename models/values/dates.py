"""Dates and lengths of work as people type them: "12 mar", "12-Mar-27", "oct 2027", "next friday", "2 weeks"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache, partial
from gettext import NullTranslations

from models.values.folding import folded
from models.values.lengths import MOST_DAYS
from models.values.months import date_said, month_names, weekday_said
from models.values.sentence import Sentence
from models.values.typed.calendar_words import MONTHS, in_english, month_of, weekdays_of
from models.values.typed.date_forms import Kind, Written, cleaned, readings, without_weekday
from models.values.typed.figures import plain_figures
from models.values.typed.understood import Understood, value_of
from models.values.working_days import DAYS_IN_A_WEEK, WORKING_WEEK

YEARS_TO_LEAP_DAY = 8
"""The longest stretch without a 29 February, around a century."""
MONTHS_IN_A_QUARTER = 3
MONTHS_IN_A_YEAR = 12

UNCLEAR = Sentence("Not a date yet. Try “12 March” or “12/3/2027”.")
NO_DAYS = Sentence("Not a length of work yet. Try “3” days or “2 weeks”, up to 400 days.")
_NO_SUCH_DAY = Sentence("There is no such day in the calendar.")
_LAST_OF = {Kind.MONTH: Sentence("the last day of the month"), Kind.QUARTER: Sentence("the last day of the quarter")}
_FIRST_OF = {Kind.MONTH: Sentence("the first day of the month"), Kind.QUARTER: Sentence("the first day of the quarter")}

_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1, "day after tomorrow": 2}
_DAYS = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*(d|days?|w|wks?|weeks?)?")
_LATER = re.compile(r"(?:in\s+|\+\s*)([0-9]{1,3})\s*(d|days?|w|weeks?|months?)?")
_WEEKDAY = re.compile(r"(?:(this|next|coming|last) )?(\S{3,})")
_EDGE = re.compile(r"(end|start|beginning|ende|anfang|fin|debut)(?:[- ]of|[- ]de)?(?: d'|[- ](?:the )?)(.+)")
_FIRST_EDGES = ("start", "beginning", "anfang", "debut")
_SPANS = re.compile(r"(?:(this|next) )?(week|month|quarter|year)|([0-9]{4})")

_Read = Understood[date] | Sentence | None


def understand_date(
    text: str,
    today: date,
    *,
    past: bool = False,
    words: NullTranslations | None = None,
    month_first: bool = False,
    settled: bool = False,
) -> Understood[date] | Sentence:
    """The date meant; in figures the day comes before the month unless it is `month_first`. Or why it is unclear.

    Where that order is `settled`, figures have no other meaning.

    Without a year it is the next time the day comes round; with `past`, of something that has begun, the last time.
    Of a month it is the last day; with `past`, the first.
    """
    text = _in_english(cleaned(text), words)
    meaning = _Meaning(today, past, month_first, settled)
    try:
        found = meaning.of(text) or meaning.of(in_english(text))
        for rest, weekdays in without_weekday(text) if found is None else ():
            found = found or meaning.on(rest, weekdays)
    except (ValueError, OverflowError):
        return _NO_SUCH_DAY
    return found or UNCLEAR


def read_date(
    text: str, today: date, *, past: bool = False, words: NullTranslations | None = None, month_first: bool = False
) -> date | None:
    """The date meant, as `understand_date` gives it; None if it is unclear."""
    return value_of(understand_date(text, today, past=past, words=words, month_first=month_first))


class _Meaning:
    """What a form means on a day, to somebody who writes figures in one order."""

    def __init__(self, today: date, past: bool, month_first: bool, settled: bool) -> None:
        self.today, self.past, self.month_first, self.settled = today, past, month_first, settled

    def of(self, text: str) -> _Read:
        """Raises ValueError for a day that the calendar does not have."""
        if found := readings(text):
            meant = [one for one in map(self._written, found) if one]
            return (
                Understood(meant[0].value, meant[1].value, meant[0].how) if len(meant) > 1 else next(iter(meant), None)
            )
        if text in _NEAR:
            return Understood(self.today + timedelta(days=_NEAR[text]))
        if m := _LATER.fullmatch(text):
            return Understood(self._later(int(m[1]), m[2] or "d"))
        if m := _EDGE.fullmatch(text):
            return self._edge(m[2], first=m[1] in _FIRST_EDGES)
        if (m := _WEEKDAY.fullmatch(text)) and len(days := weekdays_of(m[2])) == 1 and not month_of(m[2]):
            return self._weekday(min(days), m[1] or "")
        return None

    def on(self, text: str, weekdays: frozenset[int]) -> _Read:
        """A date beside a day of the week, which may tell the order of its figures, and has to fit."""
        found = self.of(text)
        if not isinstance(found, Understood):
            return found
        for day in filter(None, (found.value, found.other)):
            if day.weekday() in weekdays:
                return Understood(day, how=found.how)
        values = {"date": date_said(found.value), "weekday": weekday_said(found.value)}
        return Sentence("{date} is a {weekday}.", values)

    def _written(self, form: Written) -> Understood[date] | None:
        if form.kind is Kind.FIGURES:
            return self._figures(form)
        if form.kind is Kind.DAY:
            return Understood(self._day(form.first, form.second, form.year))
        return self._stretch(form, first=self.past, how=(_FIRST_OF if self.past else _LAST_OF)[form.kind])

    def _figures(self, form: Written) -> Understood[date] | None:
        """One order where only that one is a date, else the other beside it. With full stops the day comes first."""
        day, month = (form.first, form.second) if form.dotted or not self.month_first else (form.second, form.first)
        if month > MONTHS_IN_A_YEAR >= day and (form.year or self.month_first) and not form.dotted:
            day, month = month, day
        if month > MONTHS_IN_A_YEAR:
            return None
        meant = self._day(day, month, form.year)
        two_ways = (
            day <= MONTHS_IN_A_YEAR and day != month and (self.month_first or not form.dotted) and not self.settled
        )
        return Understood(meant, self._day(month, day, form.year) if two_ways else None)

    def _day(self, day: int, month: int, year: int | None) -> date:
        if year is not None:
            return date(year, month, day)
        return self._around(lambda found: date(found, month, day), leap=(month, day) == (2, 29))

    def _around(self, in_year: Callable[[int], date], *, leap: bool = False) -> date:
        """The next time that it comes round, or the last."""
        for away in range(YEARS_TO_LEAP_DAY + 1):
            try:
                meant = in_year(self.today.year - away if self.past else self.today.year + away)
            except ValueError:
                if not leap:
                    raise
                continue
            if meant <= self.today if self.past else meant >= self.today:
                return meant
        raise ValueError("no such year")

    def _stretch(self, form: Written, first: bool, how: Sentence | None = None) -> Understood[date]:
        edge = partial(_edge_of, form.first, MONTHS_IN_A_QUARTER if form.kind is Kind.QUARTER else 1, first)
        return Understood(edge(form.year) if form.year is not None else self._around(edge), how=how)

    def _edge(self, text: str, first: bool) -> _Read:
        """The end of a stretch of time, or its first day."""
        if m := _SPANS.fullmatch(text):
            return Understood(self._span(m[2] or "year", m[1] == "next", first, int(m[3]) if m[3] else None))
        if month := month_of(text):
            return self._stretch(Written(Kind.MONTH, month), first)
        found = next((form for form in readings(text) if form.kind in (Kind.MONTH, Kind.QUARTER)), None)
        return self._stretch(found, first) if found else None

    def _span(self, span: str, following: bool, first: bool, year: int | None) -> date:
        today = self.today
        if span == "week":
            monday = today - timedelta(days=today.weekday() - following * DAYS_IN_A_WEEK)
            return monday if first else monday + timedelta(days=WORKING_WEEK - 1)
        long = {"month": 1, "quarter": MONTHS_IN_A_QUARTER, "year": MONTHS_IN_A_YEAR}[span]
        number = (today.month - 1) // long + 1 + following if year is None else 1
        return _edge_of(number, long, first, today.year if year is None else year)

    def _later(self, count: int, unit: str) -> date:
        if unit.startswith("m"):
            year, month = divmod(self.today.year * MONTHS_IN_A_YEAR + self.today.month - 1 + count, MONTHS_IN_A_YEAR)
            return date(year, month + 1, min(self.today.day, monthrange(year, month + 1)[1]))
        return self.today + timedelta(days=count * (DAYS_IN_A_WEEK if unit.startswith("w") else 1))

    def _weekday(self, wanted: int, which: str) -> Understood[date] | None:
        """ "Next Friday" is that of next week to some, the first to come to others."""
        here = self.today.weekday()
        if self.past or which == "last":
            return (
                Understood(self._away(-((here - wanted) % DAYS_IN_A_WEEK or DAYS_IN_A_WEEK)))
                if which != "next"
                else None
            )
        coming = self._away((wanted - here) % DAYS_IN_A_WEEK or DAYS_IN_A_WEEK)
        if which == "this":
            return Understood(self._away(wanted - here)) if wanted >= here else None
        of_next_week = self._away(wanted - here + DAYS_IN_A_WEEK)
        if which == "next":
            return Understood(of_next_week, coming if coming != of_next_week else None)
        return Understood(coming, self.today if wanted == here else None)

    def _away(self, days: int) -> date:
        return self.today + timedelta(days=days)


def _edge_of(number: int, long: int, first: bool, year: int) -> date:
    """The first or the last day of the stretch of so many months with that number; one past the year's end goes on."""
    year, month = divmod(year * MONTHS_IN_A_YEAR + (number - 1) * long, MONTHS_IN_A_YEAR)
    if not first:
        year, month = divmod(year * MONTHS_IN_A_YEAR + month + long - 1, MONTHS_IN_A_YEAR)
    return date(year, month + 1, 1 if first else monthrange(year, month + 1)[1])


def _in_english(text: str, words: NullTranslations | None) -> str:
    """The text with a month of the product's own language in English, where it is none of those known anyway."""
    for name, month in _own_months(words) if words else ():
        if name in text:
            return text.replace(name, month)
    return text


@lru_cache(maxsize=8)
def _own_months(words: NullTranslations) -> tuple[tuple[str, str], ...]:
    names = zip(map(folded, month_names(words)), MONTHS, strict=True)
    return tuple((name, month) for name, month in names if name and month_of(name) is None)


def understand_days(text: str) -> Understood[Decimal] | Sentence:
    """Working days above 0 and up to 400, from "2", "0,5", "3 days" or "2 weeks" of five days; or why it is none."""
    match = _DAYS.fullmatch(in_english(folded(plain_figures(text)).replace(",", ".")))
    if match is None:
        return NO_DAYS
    days = Decimal(match[1]) * (WORKING_WEEK if (match[2] or "").startswith("w") else 1)
    return Understood(days) if 0 < days <= MOST_DAYS else NO_DAYS


def read_days(text: str) -> Decimal | None:
    """The working days meant; None if there are none."""
    return value_of(understand_days(text))
