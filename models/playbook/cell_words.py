"""What there is to say about a cell of a register: how it was understood, what else it could be, or why it was not."""

from __future__ import annotations

from enum import Enum

from models.frozen import frozen
from models.method.method import Column
from models.playbook.cell_reading import names_nobody, understand_cell
from models.playbook.cells import CellContext, is_clear, shown_cell
from models.values.sentence import Sentence
from models.values.typed.understood import Understood, said_in_full


class Standing(Enum):
    """How well a cell is understood."""

    UNDERSTOOD = "understood"
    TWO_WAYS = "two-ways"
    OUTSIDE = "outside"
    """A name that none of the stakeholders has."""
    NOT_UNDERSTOOD = "not-understood"


@frozen
class CellWord:
    """A sentence about a cell."""

    standing: Standing
    sentence: Sentence


def word_on_cell(column: Column, value: str, context: CellContext, other: str) -> CellWord | None:
    """About what is kept; `other` is what it could be as well. None where it goes without saying."""
    if other:
        return CellWord(Standing.TWO_WAYS, _in_full(column, Understood(value, other), context))
    nobody = names_nobody(column, value, context)
    if not nobody and is_clear(column, value, context):
        return None
    found = understand_cell(column, value, context)
    if isinstance(found, Sentence):
        return CellWord(Standing.NOT_UNDERSTOOD, found)
    if nobody:
        return CellWord(Standing.OUTSIDE, found.how) if found.how else None
    return CellWord(Standing.NOT_UNDERSTOOD, _not_taken(column, found, context))


def _not_taken(column: Column, found: Understood[str], context: CellContext) -> Sentence:
    """It stands as it was typed, when it could not be told yet, or was one of several that contradict each other."""
    value = shown_cell(column, found.value, context)
    if found.other is None:
        return Sentence("Not taken yet. If {value} is meant, write that.", {"value": value})
    other = shown_cell(column, found.other, context)
    return Sentence("It can be {value} or {other}: write the one that is meant.", {"value": value, "other": other})


def word_on_typing(column: Column, typed: str, context: CellContext) -> CellWord | None:
    """About what is being typed; None while it is not understood, and where it is shown as it was typed."""
    found = understand_cell(column, typed, context)
    if isinstance(found, Sentence) or not typed.strip():
        return None
    if column.kind == "person" and found.how is not None:
        return CellWord(Standing.OUTSIDE, found.how)
    if found.how is None and found.other is None and shown_cell(column, found.value, context) == typed.strip():
        return None
    return CellWord(Standing.UNDERSTOOD, _in_full(column, found, context))


def _in_full(column: Column, found: Understood[str], context: CellContext) -> Sentence:
    other = shown_cell(column, found.other, context) if found.other is not None else ""
    return said_in_full(shown_cell(column, found.value, context), other, found.how)
