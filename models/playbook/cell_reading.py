"""How what is typed into a cell of a register is understood, or why it is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from models.method.method import Column
from models.playbook.cells import CellContext, is_clear
from models.values.dates import read_days, understand_date
from models.values.folding import folded, meant
from models.values.money import understand_money
from models.values.numbers import read_number, read_percent, tidy
from models.values.sentence import Sentence
from models.values.terms import RaciPart
from models.values.typed.understood import Understood

MOST_SAID, LONGEST_SAID = 12, 60
"""Of what a column could hold, in a sentence, and letters of each."""

_NOT_YET = {
    "number": Sentence("Not a number yet. Try “1,200” or “45k”."),
    "percent": Sentence("Not a percentage yet. Try “2.5” or “2.5 %”."),
    "days": Sentence("Not a length of work yet. Try “3” days or “2 weeks”, up to 400 days."),
}
_NO_NAME = Sentence("No name of a person yet.")
_OUTSIDE = Sentence("Nobody of that name is among the stakeholders.")
_SEVERAL = Sentence("More than one is called so. Add what tells them apart.")


def understand_cell(column: Column, text: str, context: CellContext) -> Understood[str] | Sentence:
    """The value to keep for what was typed, with what else it could be; or why it is not what the column holds."""
    text = text.strip()
    if not text:
        return Understood("")
    match column.kind:
        case "number" | "percent" | "days":
            number = {"number": read_number, "percent": read_percent, "days": read_days}[column.kind](text)
            return _NOT_YET[column.kind] if number is None else Understood(_kept(number))
        case "money":
            return _money(understand_money(text, context.currency))
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


def why_unclear(column: Column, value: str, context: CellContext) -> Sentence | None:
    """Why a kept value is not what the column holds, or is nobody who is known; None where there is nothing to say."""
    if is_clear(column, value, context) and not names_nobody(column, value, context):
        return None
    found = understand_cell(column, value, context)
    return found.how if isinstance(found, Understood) else found


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


def _kept(number: Decimal) -> str:
    return f"{tidy(number):f}"


def _money(found: Understood[Decimal] | Sentence) -> Understood[str] | Sentence:
    if isinstance(found, Sentence):
        return found
    return Understood(_kept(found.value), None if found.other is None else _kept(found.other))


def _date(text: str, context: CellContext) -> Understood[str] | Sentence:
    found = understand_date(text, context.today, words=context.words, month_first=context.month_first)
    if isinstance(found, Sentence):
        return found
    return Understood(found.value.isoformat(), found.other.isoformat() if found.other else None, found.how)


def _person(text: str, context: CellContext) -> Understood[str] | Sentence:
    if found := read_person(text, context):
        return Understood(found)
    if not any(map(str.isalpha, text)):
        return _NO_NAME
    several = any(folded(name).startswith(folded(text)) for name in context.people.values())
    return Understood(text, how=_SEVERAL if several else _OUTSIDE)


def _one_of(text: str, known: Mapping[str, str]) -> Understood[str] | Sentence:
    if found := meant(text, known):
        return Understood(found)
    return Sentence("Not one of: {choices}", {"choices": _listed(filter(None, known.values())) or "–"})


def _listed(names: Iterable[str]) -> str:
    """The first of them; a name may be a whole page that somebody pasted."""
    found = [name if len(name) <= LONGEST_SAID else f"{name[: LONGEST_SAID - 1]}…" for name in names]
    return ", ".join(found[:MOST_SAID] + ["…"] * (len(found) > MOST_SAID))
