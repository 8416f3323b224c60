"""What was typed, as it was understood: with what else it could have meant, and how it was taken."""

from __future__ import annotations

from typing import Generic, TypeVar

from models.frozen import frozen
from models.values.sentence import Sentence

T = TypeVar("T")


@frozen
class Understood(Generic[T]):
    """A value that was read. What was not understood is a `Sentence` in its place, which says why."""

    value: T
    other: T | None = None
    """The value that the same text has for other people; None where it can be read in one way only."""
    how: Sentence | None = None
    """How it was taken, where that does not go without saying."""


Reading = Understood[T] | Sentence


def value_of(reading: Understood[T] | Sentence) -> T | None:
    """The value, or None where nothing was understood."""
    return reading.value if isinstance(reading, Understood) else None


def said_in_full(shown: str, other: str = "", how: Sentence | None = None) -> Sentence:
    """What was understood, as it is shown, with how it was taken and what else it could have meant."""
    value = Sentence("{value}, {how}", {"value": shown, "how": how}) if how else shown
    if not other:
        return Sentence("{value}", {"value": value})
    return Sentence("{value}. If you mean {other}, write that.", {"value": value, "other": other})
