"""The forms in which people, spreadsheets and mail programs write a date; what it means is told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from models.frozen import frozen
from models.values.folding import folded
from models.values.typed.calendar_words import month_of, weekdays_of
from models.values.typed.figures import plain_figures

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e")
"""What turns the order of signs round: the date seen would be another than the one read."""
_YEARS_MEANT = range(24, 40)
"""Two figures after a month that may be a year as well as a day."""

_WORD = r"([^\W\d_][^\s\d.,/'-]*)"
_GAP = r"[-./, ]{1,3}"
_YEAR = r"([0-9]{4}|'?[0-9]{2})"
_OF = r"(?:(?:of|de) |d')?"
_TIME = re.compile(
    r"(?:[ ,]*[ t](?:at |a |um )?)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,6})?)?(?: ?[ap]\.?m\.?| uhr)?"
    r"(?: ?(?:z|utc|gmt|[+-][0-9]{2}:?[0-9]{2}))?"
)
_LEAD = re.compile(
    r"(?:(?:by|on|until|due|the|den|am|bis|spatestens|zum|le|el|dne|pour|au plus tard|d'ici(?: au)?|jusqu'au)\b,? )+"
)
_YEAR_FIRST = re.compile(r"([0-9]{4}) ?[-./] ?([0-9]{1,2}) ?[-./] ?([0-9]{1,2})\.?")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")
_FIGURES = re.compile(rf"([0-9]{{1,2}}) ?([-./]) ?([0-9]{{1,2}})(?: ?[-./] ?{_YEAR})?\.?")
_DAY_FIRST = re.compile(
    rf"([0-9]{{1,2}})(?:st|nd|rd|th|er|o|a)?(?:{_GAP})?{_OF}{_WORD}\.?(?:(?:{_GAP}|(?=[0-9])){_OF}{_YEAR})?"
    r"(?: ?[rg]\.?)?"
)
_MONTH_FIRST = re.compile(rf"{_WORD}\.?({_GAP})([0-9]{{1,2}})(?:st|nd|rd|th)?(?:{_GAP}{_YEAR})?")
_YEAR_MONTH_DAY = re.compile(rf"([0-9]{{4}}){_GAP}{_WORD}\.?{_GAP}([0-9]{{1,2}})\.?")
_MONTH_YEAR = re.compile(rf"{_WORD}\.?(?:{_GAP})?{_OF}([0-9]{{4}}|'[0-9]{{2}})(?: ?[rg]\.?)?")
_YEAR_MONTH = re.compile(rf"([0-9]{{4}}){_GAP}{_WORD}\.?")
_MONTH_IN_FIGURES = re.compile(r"([0-9]{1,2})[-./]([0-9]{4})|([0-9]{4})[-./]([0-9]{1,2})")
_QUARTER = re.compile(
    rf"q ?([1-4])(?:[-./, ]{{0,3}}{_YEAR})?|([0-9]{{4}})[-./, ]{{0,3}}q ?([1-4])"
    r"|([1-4])(?:st|nd|rd|th|er|e|eme|\.)? (?:quarter|quartal|kwartal|kvartal|trimestre|ceyrek)"
    r"(?: (?:of |de )?([0-9]{4}))?"
)
_WEEKDAY_BEFORE = re.compile(r"([^\s\d.,/]+?)\.?,? (.+)")
_WEEKDAY_AFTER = re.compile(r"(.+?),? ([^\s\d.,/]+)\.?")


class Kind(Enum):
    """What is written."""

    DAY = "day"
    FIGURES = "figures"
    """A day and a month in figures, in the order of a country."""
    MONTH = "month"
    QUARTER = "quarter"


@frozen
class Written:
    """A date, or a stretch of time, as it stands on paper."""

    kind: Kind
    first: int
    """The day, or the first figure; of a stretch, its number in the year."""
    second: int = 0
    """The month, or the second figure."""
    year: int | None = None
    dotted: bool = False
    """Whether full stops are between the figures, as where the day comes first."""


def cleaned(text: str) -> str:
    """The text folded, without the time of day and the words that lead up to a date; empty where it is no clear text.

    A figure above the line would be read as another number, and signs that turn the order round show another date.
    """
    if _OVERRIDES & set(text) or any(c.isdigit() and not c.isdecimal() for c in text):
        return ""
    text = folded(plain_figures(text))
    if (time := _TIME.search(text)) and time.end() == len(text):
        text = text[: time.start()]
    return _LEAD.sub("", text, count=1).strip(" ,;") if _LEAD.match(text) else text.strip(" ,;")


def readings(text: str) -> tuple[Written, ...]:
    """All that a cleaned text can be read as, the likeliest first; nothing where it is no date."""
    return tuple(_readings(text))


def without_weekday(text: str) -> Iterator[tuple[str, frozenset[int]]]:
    """The text with the days of the week that stand before or after it; nothing where there is none."""
    if (match := _WEEKDAY_BEFORE.fullmatch(text)) and (days := weekdays_of(match[1])):
        yield match[2], days
    if (match := _WEEKDAY_AFTER.fullmatch(text)) and (days := weekdays_of(match[2])):
        yield match[1], days


def _readings(text: str) -> Iterator[Written]:
    if m := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        yield Written(Kind.DAY, int(m[3]), int(m[2]), int(m[1]))
    elif m := _FIGURES.fullmatch(text):
        yield Written(Kind.FIGURES, int(m[1]), int(m[3]), _year(m[4]), m[2] == ".")
    elif (m := _DAY_FIRST.fullmatch(text)) and (month := month_of(m[2])):
        yield Written(Kind.DAY, int(m[1]), month, _year(m[3]))
    elif (m := _YEAR_MONTH_DAY.fullmatch(text)) and (month := month_of(m[2])):
        yield Written(Kind.DAY, int(m[3]), month, int(m[1]))
    elif (m := _MONTH_FIRST.fullmatch(text)) and (month := month_of(m[1])):
        yield from _month_and_figures(month, m[2], int(m[3]), _year(m[4]))
    else:
        yield from _stretches(text)


def _month_and_figures(month: int, gap: str, figures: int, year: int | None) -> Iterator[Written]:
    """ "Oct 27" is a day to most people; "Oct-27" is how a spreadsheet writes October 2027."""
    found = [Written(Kind.DAY, figures, month, year)]
    if year is None and figures in _YEARS_MEANT:
        found.append(Written(Kind.MONTH, month, year=2000 + figures))
    yield from reversed(found) if "-" in gap else found


def _stretches(text: str) -> Iterator[Written]:
    if (m := _MONTH_YEAR.fullmatch(text)) and (month := month_of(m[1])):
        yield Written(Kind.MONTH, month, year=_year(m[2]))
    elif (m := _YEAR_MONTH.fullmatch(text)) and (month := month_of(m[2])):
        yield Written(Kind.MONTH, month, year=int(m[1]))
    elif m := _MONTH_IN_FIGURES.fullmatch(text):
        yield Written(Kind.MONTH, int(m[1] or m[4]), year=int(m[2] or m[3]))
    elif m := _QUARTER.fullmatch(text):
        yield Written(Kind.QUARTER, int(m[1] or m[4] or m[5]), year=_year(m[2] or m[3] or m[6]))


def _year(figures: str | None) -> int | None:
    if not figures:
        return None
    return int(figures) if len(figures) == 4 else 2000 + int(figures.removeprefix("'"))
