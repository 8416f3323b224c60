"""Whether the day or the month comes first where a date is in figures."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import NullTranslations

from models.frozen import frozen
from models.values.months import month_first
from models.values.typed.date_forms import Kind, cleaned, readings

_MOST_MONTHS = 12


def month_first_in(words: NullTranslations) -> bool:
    """The same for the language of these words, as their catalogue names it."""
    return month_first(str(words.info().get("language", "en")))


@frozen
class ColumnOrder:
    """The order in which a column of dates is written."""

    month_first: bool
    settled: bool
    """Whether one of its dates is possible in that order alone, and none in the other alone."""
    mixed: bool = False
    """Whether some are possible in one order alone and some in the other: then none tells about the rest."""


def order_of(column: Iterable[str], usual: bool) -> ColumnOrder:
    """The order of the dates in a column, by those that can be read in one order only; else the `usual` one."""
    found = set()
    for form in (form for text in set(column) for form in readings(cleaned(text)) if form.kind is Kind.FIGURES):
        if form.second > _MOST_MONTHS >= form.first:
            found.add(True)
        elif form.dotted or form.first > _MOST_MONTHS >= form.second:
            found.add(False)
    if len(found) == 1:
        return ColumnOrder(found.pop(), settled=True)
    return ColumnOrder(usual, settled=False, mixed=bool(found))
