"""What is typed into a cell of a register, as it is kept and as it is shown back.

A kept value is text that needs no locale: 45000, 2026-03-12, a stakeholder's id. What cannot be read as what the column
holds is kept as it was typed: nothing is lost, and `is_clear` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from gettext import NullTranslations

from models.engagement.engagement import Engagement, Round
from models.engagement.people import called
from models.method.method import Column, Method
from models.values.dates import MOST_DAYS, read_date, read_days
from models.values.money import read_money, shown_money
from models.values.months import shown_date
from models.values.numbers import read_number, read_percent, shown_number, tidy
from models.values.terms import RaciPart

_KEPT_NUMBER = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,15})?")
_NUMBERS = ("number", "percent", "money", "days")

NAMELESS = "–"
"""Stands for a row without a name where another refers to it."""


@dataclass(frozen=True)
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


def cell_context(method: Method, engagement: Engagement, today: date, words: NullTranslations) -> CellContext:
    """The context for the current round of an engagement."""
    sources = {c.source for register in method.registers for c in register.columns if c.source}
    return CellContext(
        today=today,
        currency=engagement.pilot.currency,
        people=called(engagement.stakeholders),
        roles={s.id: s.role for s in engagement.stakeholders},
        references={source: _first_cells(method, engagement.current, source) for source in sorted(sources)},
        words=words,
    )


def _first_cells(method: Method, current: Round, register_id: str) -> dict[str, str]:
    first = method.register(register_id).columns[0].id
    return {entry.id: current.value(entry.id, first).strip() for entry in current.entries_of(register_id)}


def read_cell(column: Column, text: str, context: CellContext) -> str:
    """The value to keep for what was typed; the text itself, without spaces at its ends, where it is unclear."""
    text = text.strip()
    if not text:
        return ""
    if column.kind in _NUMBERS:
        number = _read_number(column.kind, text, context.currency)
        return text if number is None else f"{tidy(number):f}"
    match column.kind:
        case "date":
            day = read_date(text, context.today, words=context.words)
            return text if day is None else day.isoformat()
        case "person":
            return read_person(text, context) or text
        case "choice":
            return _meant(text, {choice: choice for choice in column.choices}) or text
        case "reference":
            return _meant(text, context.references.get(column.source, {})) or text
    return text


def _read_number(kind: str, text: str, currency: str) -> Decimal | None:
    match kind:
        case "money":
            return read_money(text, currency)
        case "percent":
            return read_percent(text)
        case "days":
            return read_days(text)
    return read_number(text)


def read_person(text: str, context: CellContext) -> str:
    """Id of the only stakeholder meant, by name, the beginnings of its words, initials or the role; else empty."""
    return _meant(text, context.people) or _meant(text, context.roles)


def _meant(text: str, known: Mapping[str, str]) -> str:
    """The key of the one entry that is the text, or else that the text begins, or else whose words it begins."""
    text = " ".join(text.casefold().split())
    names = {key: " ".join(name.casefold().split()) for key, name in known.items() if name.strip()}
    for agrees in (str.__eq__, str.startswith, _words_begin, _initials_are):
        found = [key for key, name in names.items() if agrees(name, text)]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _words_begin(name: str, text: str) -> bool:
    words = iter(name.split())
    return all(any(word.startswith(part) for word in words) for part in text.split())


def _initials_are(name: str, text: str) -> bool:
    return "".join(word[0] for word in name.split()) == text


def is_clear(column: Column, value: str, context: CellContext) -> bool:
    """Whether a kept value is what the column holds. Any name may stand where a person does."""
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
    return figure_in(column.kind, value) is not None if column.kind in _NUMBERS else True


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
    number = figure_in(column.kind, value) if column.kind in _NUMBERS else None
    return value if number is None else _shown_number(column.kind, number, context)


def _shown_number(kind: str, number: Decimal, context: CellContext) -> str:
    match kind:
        case "money":
            return shown_money(number, context.currency)
        case "percent":
            return f"{shown_number(number)} %"
        case "days":
            text = context.words.ngettext("{days} day", "{days} days", 1 if number == 1 else 2)
            return text.format(days=shown_number(number))
    return shown_number(number)


def number_in(value: str) -> Decimal | None:
    """The number that a kept value is, or None. "1E+999999" is none: nobody could read it written out."""
    return Decimal(value) if _KEPT_NUMBER.fullmatch(value) else None


def figure_in(kind: str, value: str) -> Decimal | None:
    """The number that a kept value is in a column of that kind: no sum below 0, no work of no days or over 400."""
    number = number_in(value)
    if number is None or (kind == "money" and number.is_signed()) or (kind == "days" and not 0 < number <= MOST_DAYS):
        return None
    return number


def day_in(value: str) -> date | None:
    """The date that a kept value is, or None."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def read_part(text: str) -> RaciPart | None:
    """A part in a task by its letter or its beginning; None if unclear."""
    text = text.strip().casefold()
    return next((part for part in RaciPart if text and part.value.startswith(text)), None)


def offered(column: Column, method: Method, current: Round) -> tuple[str, ...]:
    """What was entered in the registers that the column takes up, each once, in their order."""
    found: Iterable[str] = (
        text for register in column.offers for text in _first_cells(method, current, register).values() if text
    )
    return tuple(dict.fromkeys(found))
