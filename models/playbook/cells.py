"""What stands in a cell of a register, as it is kept and as it is shown.

A kept value is text that needs no locale: 45000, 2026-03-12, a stakeholder's id. What cannot be read as what the column
holds is kept as it was typed: nothing is lost, and `is_clear` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from functools import cached_property
from gettext import NullTranslations

from models.engagement.engagement import Engagement, Round
from models.engagement.people import called
from models.frozen import frozen
from models.method.method import Column, Method
from models.values.lengths import MOST_DAYS
from models.values.money import shown_money
from models.values.months import shown_date
from models.values.numbers import shown_number, shown_percent
from models.values.typed.figures import LARGEST

_KEPT_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,15})?")
NUMBERS = ("number", "percent", "money", "days")
"""Kinds of columns that hold a figure."""

NAMELESS = "–"
"""Stands for a row without a name where another refers to it."""


@frozen
class CellContext:
    """What a cell is read and shown against."""

    today: date
    currency: str
    people: Mapping[str, str] = field(default_factory=dict)
    """What the stakeholders are called, by id."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """Roles of the stakeholders by id."""
    references: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For each register that another points at: the first cell of its rows, which may be empty, by the rows' ids."""
    words: NullTranslations = field(default_factory=NullTranslations)
    month_first: bool = False
    """Whether the month comes before the day where dates are in figures."""
    order_settled: bool = False
    """Whether dates that came together tell that it does, or does not."""
    order_mixed: bool = False
    """Whether some of them tell the one, some the other."""
    decimal_mark: str = ""
    """What stands before fractions, where figures that came together tell it."""


def cell_context(
    method: Method, engagement: Engagement, today: date, words: NullTranslations, *, month_first: bool = False
) -> CellContext:
    """The context for the current round of an engagement."""
    sources = {c.source for register in method.registers for c in register.columns if c.source}
    return CellContext(
        today=today,
        currency=engagement.pilot.currency,
        people=called(engagement.stakeholders),
        roles={s.id: s.role for s in engagement.stakeholders},
        references={source: _Names(method, engagement.current, source) for source in sorted(sources)},
        words=words,
        month_first=month_first,
    )


class _Names(Mapping[str, str]):
    """The first cells of a register's rows by their ids, looked at once somebody asks: there may be thousands."""

    def __init__(self, method: Method, current: Round, register_id: str) -> None:
        self._of = method, current, register_id

    @cached_property
    def _known(self) -> dict[str, str]:
        method, current, register_id = self._of
        first = method.register(register_id).columns[0].id
        return {entry.id: current.value(entry.id, first).strip() for entry in current.entries_of(register_id)}

    def __getitem__(self, entry_id: str) -> str:
        return self._known[entry_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def is_clear(column: Column, value: str, context: CellContext) -> bool:
    """Whether a kept value is what the column holds. Any name may stand where a person does, no figure."""
    if value and column.kind == "person":
        return value in context.people or any(map(str.isalpha, value))
    if value and column.kind == "reference":
        return value in context.references.get(column.source, {})
    return not value or is_readable(column, value)


def is_readable(column: Column, value: str) -> bool:
    """The same for columns whose values need nothing else to be understood; a reference is taken as it is."""
    match column.kind:
        case "date":
            return day_in(value) is not None
        case "choice":
            return value in column.choices
    return figure_in(column.kind, value) is not None if column.kind in NUMBERS else True


def shown_cell(column: Column, value: str, context: CellContext) -> str:
    """A kept value for people; unclear ones as they were typed."""
    if not value:
        return ""
    if column.kind == "date":
        day = day_in(value)
        return shown_date(day, context.words) if day else value
    if column.kind == "person":
        return context.people.get(value, value)
    if column.kind == "reference":
        return context.references.get(column.source, {}).get(value, value) or NAMELESS
    number = figure_in(column.kind, value) if column.kind in NUMBERS else None
    return value if number is None else _shown_number(column.kind, number, context)


def _shown_number(kind: str, number: Decimal, context: CellContext) -> str:
    match kind:
        case "money":
            return shown_money(number, context.currency, context.words)
        case "percent":
            return shown_percent(number, context.words)
        case "days":
            text = context.words.ngettext("{days} day", "{days} days", 1 if number == 1 else 2)
            return text.format(days=shown_number(number, context.words))
    return shown_number(number, context.words)


def number_in(value: str) -> Decimal | None:
    """The number that a kept value is, or None. "1E+999999" is none: nobody could read it written out."""
    return Decimal(value) if _KEPT_NUMBER.fullmatch(value) else None


def figure_in(kind: str, value: str) -> Decimal | None:
    """The number that a kept value is in a column of that kind: no sum below 0, no work of no days or over 400.

    One that is larger than is understood when it is typed is none here either: shown with marks, it would come back
    as another text.
    """
    number = number_in(value)
    if number is None or abs(number) >= LARGEST:
        return None
    if (kind == "money" and number.is_signed()) or (kind == "days" and not 0 < number <= MOST_DAYS):
        return None
    return number


def day_in(value: str) -> date | None:
    """The date that a kept value is, or None."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def offered(column: Column, method: Method, current: Round) -> tuple[str, ...]:
    """What was entered in the registers that the column takes up, each once, in their order."""
    found: Iterable[str] = (
        text for register in column.offers for text in _Names(method, current, register).values() if text
    )
    return tuple(dict.fromkeys(found))
