"""Dates as they are typed into a document, in its own language and in the order of its figures."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

from models.values.dates import read_date
from reports.words.text import plain
from resources.words import catalogue, languages

YEARS = range(2000, 2200)
"""Years that a plan may have a date in."""
MONTH_FIRST = frozenset(
    {"en-as", "en-gu", "en-mh", "en-mp", "en-ph", "en-pr", "en-um", "en-us", "en-vi", "es-pa", "es-pr", "fil", "fil-ph"}
)
"""Languages, in small letters, in which 3/4/2027 is in March."""


def month_first(language: str) -> bool:
    """Whether the month comes before the day where a document in that language, as in `en-GB`, writes figures."""
    return language.replace("_", "-").lower() in MONTH_FIRST


def order_of(language: str, words: NullTranslations) -> str:
    """In which order a date is to be typed, for the head of a column."""
    return words.gettext("month/day/year") if month_first(language) else words.gettext("day/month/year")


def read_day(text: str, language: str) -> date | None:
    """A date that means the same on every day: it names its year and is not "in two weeks"."""
    typed, swapped, words = plain(text), month_first(language), _words(language)
    found = read_date(typed, date(2001, 1, 1), words=words, month_first=swapped)
    lasting = found == read_date(typed, date(2151, 7, 2), words=words, month_first=swapped)
    return found if found and found.year in YEARS and lasting else None


def _words(language: str) -> NullTranslations:
    base = language.replace("_", "-").partition("-")[0].lower()
    known = next((one for one in (language, base) if one in languages()), "en")
    return catalogue(known)
