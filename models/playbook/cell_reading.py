"""How what is typed into a cell of a register is understood, or why it is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from models.method.method import Column
from models.playbook.cells import NUMBERS, CellContext
from models.values.currencies import WITH_COMMA
from models.values.dates import understand_date, understand_days
from models.values.folding import folded, folded_name, meant
from models.values.money import understand_money
from models.values.numbers import decimal_mark_in, tidy, understand_number, understand_percent
from models.values.sentence import Sentence
from models.values.terms import RaciPart
from models.values.typed.date_order import order_of
from models.values.typed.figures import decimal_mark_of
from models.values.typed.understood import Understood

MOST_SAID, LONGEST_SAID = 12, 60
"""Of what a column could hold, in a sentence, and letters of each."""

_NO_NAME = Sentence("No name of a person yet.")
_MIXED = Sentence("Some of these dates have the month first, others the day: write the month as a word.")
_OUTSIDE = Sentence("Nobody of that name is among the stakeholders.")
_SEVERAL = Sentence("More than one is called so. Add what tells them apart.")


def understand_cell(column: Column, text: str, context: CellContext) -> Understood[str] | Sentence:
    """The value to keep for what was typed, with what else it could be; or why it is not what the column holds."""
    text = text.strip()
    if not text:
        return Understood("")
    match column.kind:
        case "number":
            return _number(understand_number(text, _decimal_mark(context)))
        case "percent":
            return _number(understand_percent(text, _decimal_mark(context)))
        case "money":
            return _number(understand_money(text, context.currency, context.decimal_mark, context.words))
        case "days":
            return _number(understand_days(text))
        case "date":
            return _date(text, context)
        case "person":
            return _person(text, context)
        case "choice":
            return _one_of(text, {choice: choice for choice in column.choices})
        case "reference":
            return _one_of(text, context.references.get(column.source, {}))
    return Understood(text)


def read_cell(column: Column, text: str, context: CellContext) -> str:
    """The value to keep for what was typed; the text itself, without spaces at its ends, where it is unclear."""
    found = understand_cell(column, text, context)
    return found.value if isinstance(found, Understood) else text.strip()


def context_of_block(block: Mapping[Column, Iterable[str]], context: CellContext) -> CellContext:
    """What is known of cells that came together: those that can be read in one way only tell how all are meant.

    Where dates contradict each other, what can be read in two ways is not understood.
    """
    dates = [text for column, texts in block.items() if column.kind == "date" for text in texts]
    figures = [text for column, texts in block.items() if column.kind in NUMBERS for text in texts]
    order = order_of(dates, context.month_first)
    return replace(
        context,
        month_first=order.month_first,
        order_settled=order.settled,
        order_mixed=order.mixed,
        decimal_mark=decimal_mark_of(figures),
    )


def names_nobody(column: Column, value: str, context: CellContext) -> bool:
    """Whether a name stands in a column of persons that none of the stakeholders has."""
    return bool(value) and column.kind == "person" and value not in context.people


def read_person(text: str, context: CellContext) -> str:
    """Id of the only stakeholder meant, by name, the beginnings of its words, initials or the role; else empty."""
    return meant(text, context.people) or meant(text, context.roles)


def read_part(text: str) -> RaciPart | None:
    """A part in a task by its letter or its beginning; None if unclear."""
    text = folded(text)
    return next((part for part in RaciPart if text and part.value.startswith(text)), None)


def _decimal_mark(context: CellContext) -> str:
    """That of the language, unless the figures tell another. Empty in English, which writes a point, where the
    engagement's money is that of countries that write a comma.
    """
    own = decimal_mark_in(context.words)
    return context.decimal_mark or ("" if own == "." and context.currency in WITH_COMMA else own)


def _kept(number: Decimal) -> str:
    return f"{tidy(number):f}"


def _number(found: Understood[Decimal] | Sentence) -> Understood[str] | Sentence:
    if isinstance(found, Sentence):
        return found
    return Understood(_kept(found.value), None if found.other is None else _kept(found.other), found.how)


def _date(text: str, context: CellContext) -> Understood[str] | Sentence:
    order = {"month_first": context.month_first, "settled": context.order_settled}
    found = understand_date(text, context.today, words=context.words, **order)
    if isinstance(found, Sentence):
        return found
    if context.order_mixed and found.other is not None:
        return _MIXED
    return Understood(found.value.isoformat(), found.other.isoformat() if found.other else None, found.how)


def _person(text: str, context: CellContext) -> Understood[str] | Sentence:
    if found := read_person(text, context):
        return Understood(found)
    if not any(map(str.isalpha, text)):
        return _NO_NAME
    several = any(folded_name(name).startswith(folded_name(text)) for name in context.people.values())
    return Understood(text, how=_SEVERAL if several else _OUTSIDE)


def _one_of(text: str, known: Mapping[str, str]) -> Understood[str] | Sentence:
    if found := meant(text, known):
        return Understood(found)
    return Sentence("Not one of: {choices}", {"choices": _listed(filter(None, known.values())) or "–"})


def _listed(names: Iterable[str]) -> str:
    """The first of them; a name may be a whole page that somebody pasted."""
    found = [name if len(name) <= LONGEST_SAID else f"{name[: LONGEST_SAID - 1]}…" for name in names]
    return ", ".join(found[:MOST_SAID] + ["…"] * (len(found) > MOST_SAID))
