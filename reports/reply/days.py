"""Dates as they are typed into a document, in its own language and in the order of its figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from gettext import NullTranslations

from models.values.dates import understand_date
from models.values.months import long_date, month_first
from models.values.typed.date_order import order_of
from models.values.typed.understood import Understood
from reports.words.text import plain
from resources.words import catalogue, languages

YEARS = range(2000, 2200)
"""Years that a plan may have a date in."""
TWO_DAYS = date(2001, 1, 1), date(2151, 7, 2)
"""A date that is read the same on both does not depend on the day on which it is read."""


class Days:
    """Reads the dates of one document, which were all typed by people who may or may not keep to its order."""

    def __init__(self, language: str, typed: Iterable[str], words: NullTranslations) -> None:
        """`words` are those that questions are asked in."""
        self._month_first, self._words, self._own = month_first(language), words, _words_of(language)
        order = order_of(map(plain, typed), self._month_first)
        self._doubtful = order.mixed or order.month_first != self._month_first

    def read(self, text: str) -> tuple[date, str] | None:
        """A date that names its year and is not "in two weeks", and the question that it raises, if any."""
        found = [self._understood(text, today) for today in TWO_DAYS]
        if found[0] is None or found[0] != found[1] or found[0].value.year not in YEARS:
            return None
        return found[0].value, self._question(found[0])

    def _understood(self, text: str, today: date) -> Understood[date] | None:
        found = understand_date(plain(text), today, words=self._own, month_first=self._month_first)
        return found if isinstance(found, Understood) else None

    def _question(self, found: Understood[date]) -> str:
        if found.how:
            text = self._words.gettext("No day is named, so it is taken as {how}: is that meant?")
            return text.format(how=found.how.said(self._words))
        if found.other and self._doubtful:
            text = self._words.gettext("Not all dates in this reply have the same order, so it may be {date}: is it?")
            return text.format(date=long_date(found.other, self._words))
        return ""


def _words_of(language: str) -> NullTranslations:
    base = language.replace("_", "-").partition("-")[0].lower()
    return catalogue(next((one for one in (language, base) if one in languages()), "en"))
