"""The months by name, and dates with them, in the words of a language; never in those of the system's locale."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

from models.values.sentence import Sentence

_YEAR = 365
_MONTH_FIRST = frozenset(
    {"en-as", "en-gu", "en-mh", "en-mp", "en-ph", "en-pr", "en-um", "en-us", "en-vi", "es-pa", "es-pr", "fil", "fil-ph"}
)
"""Days."""


def month_names(words: NullTranslations) -> tuple[str, ...]:
    """All twelve, in full."""
    _ = words.gettext
    return (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July")),
        *(_("August"), _("September"), _("October"), _("November"), _("December")),
    )


def month_name(month: int, words: NullTranslations) -> str:
    """The month in full; `month` is 1 to 12."""
    return month_names(words)[month - 1]


def short_month(month: int, words: NullTranslations) -> str:
    """The month in at most four letters; `month` is 1 to 12."""
    return words.gettext("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()[month - 1]


def long_date(day: date, words: NullTranslations) -> str:
    """As in 12 March 2026."""
    text = words.gettext("{day} {month} {year}")
    return text.format(day=_day(day, words), month=month_name(day.month, words), year=day.year)


def short_date(day: date, words: NullTranslations) -> str:
    """As in 12 Mar 2026."""
    text = words.gettext("{day} {month} {year}")
    return text.format(day=_day(day, words), month=short_month(day.month, words), year=day.year)


def short_day(day: date, words: NullTranslations) -> str:
    """As in 12 Mar."""
    return words.gettext("{day} {month}").format(day=_day(day, words), month=short_month(day.month, words))


def short_weekday(day: date, words: NullTranslations) -> str:
    """The day of the week in a few letters."""
    return words.gettext("Mon Tue Wed Thu Fri Sat Sun").split()[day.weekday()]


def day_and_month(day: date, words: NullTranslations, since: date | None = None) -> str:
    """As in 12 March, for a sentence; with the year where it is not within a year after `since`."""
    if since is not None and not 0 <= (day - since).days < _YEAR:
        return long_date(day, words)
    return words.gettext("{day} {month}").format(day=_day(day, words), month=month_name(day.month, words))


def _day(day: date, words: NullTranslations) -> str:
    """The day of the month. Some languages call the first by its place and all others by their number: "1er mars"."""
    return words.gettext("1") if day.day == 1 else str(day.day)


def shown_date(day: date | None, words: NullTranslations) -> str:
    """The date in full; empty for None."""
    return long_date(day, words) if day else ""


def date_said(day: date) -> Sentence:
    """The date in full, for a sentence whose language is chosen when it is read."""
    number = Sentence("1") if day.day == 1 else day.day
    values = {"day": number, "month": Sentence(month_name(day.month, NullTranslations())), "year": day.year}
    return Sentence("{day} {month} {year}", values)


def weekday_said(day: date) -> Sentence:
    """The day of the week, for such a sentence."""
    return (
        *(Sentence("Monday"), Sentence("Tuesday"), Sentence("Wednesday"), Sentence("Thursday")),
        *(Sentence("Friday"), Sentence("Saturday"), Sentence("Sunday")),
    )[day.weekday()]


def weekday_and_date(day: date, words: NullTranslations) -> str:
    """As in Thursday 12 March 2026."""
    text = words.gettext("{weekday} {day}")
    return text.format(weekday=weekday_said(day).said(words), day=long_date(day, words))


def month_first(language: str) -> bool:
    """Whether 3/4/2027 is in March in a language, as in `en-US`; English by itself is British."""
    return language.replace("_", "-").lower() in _MONTH_FIRST
