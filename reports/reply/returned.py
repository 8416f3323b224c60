"""What a file brings back, before it is held against a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Generic, TypeAlias, TypeVar

from models.frozen import frozen
from reports.reply.fields import FieldName

Name = TypeVar("Name")
"""What a field's name says, in the names of one kind of form."""


@frozen
class FieldAnswer(Generic[Name]):
    """A field as it came back: what it held when it was sent, or None where the file no longer says, and what now."""

    name: Name
    told: str
    """What a screen reader says of it."""
    page: int
    """Counted from 1; 0 where it stands on none."""
    sent: str | None
    value: str | None
    """None where it is no text at all."""


Answer: TypeAlias = FieldAnswer[FieldName]
"""Of a plan."""


@frozen
class Written:
    """Something that somebody has left on a page."""

    page: int
    author: str
    """As the program knew them that wrote it; empty where it did not."""
    text: str
    """Empty for what is drawn, marked or attached without words."""


@frozen
class PlanPart:
    """The pages of a file that are one copy of one plan."""

    engagement: str
    revision: str
    first: int
    last: int


@frozen
class Returned:
    """All of it."""

    answers: tuple[Answer, ...]
    written: tuple[Written, ...]
    foreign: tuple[int, ...]
    """Pages that are of no plan, or cannot be read."""
    redrawn: bool
    """Whether what was typed into the pages cannot be told any more from what they said before."""
    language: str
    """As in `en-GB`; empty where the file does not say."""

    @property
    def engagements(self) -> frozenset[str]:
        """The ids of the engagements whose plans it holds: it may name any."""
        return frozenset(answer.name.engagement for answer in self.answers)


def plan_parts(answers: Iterable[Answer]) -> tuple[PlanPart, ...]:
    """The plans that a file is made of, as they follow one another: more than one where files were put together.

    A plan ends with the page of its last field, and begins after the plan before it.
    """
    times: Counter[FieldName] = Counter()
    lasts: dict[tuple[str, str, int], int] = {}
    for answer in sorted(answers, key=lambda answer: answer.page):
        name = answer.name
        lasts[name.engagement, name.revision, times[name]] = answer.page
        times[name] += 1
    parts, first = [], 1
    for (engagement, revision, _), last in sorted(lasts.items(), key=lambda item: item[1]):
        parts.append(PlanPart(engagement, revision, first, last))
        first = last + 1
    return tuple(parts)
