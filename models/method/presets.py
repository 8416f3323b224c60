"""The run of a workshop, as a method has it ready."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from models.frozen import frozen

Part = TypeVar("Part")


class BoxKind(StrEnum):
    """What a time box of a preset is for."""

    WELCOME = "welcome"
    MODES = "modes"
    """A box for each failure mode, or for its share of them where a preset has several of this kind."""
    RESULTS = "results"
    PLAYBOOK = "playbook"
    READINESS = "readiness"
    PLAN = "plan"
    CLOSING = "closing"
    BREAK = "break"
    LUNCH = "lunch"


@frozen
class PresetBox:
    """One time box."""

    kind: BoxKind
    minutes: int
    title: str = ""
    """Empty for the product's own words."""


@frozen
class AgendaPreset:
    """A whole agenda to begin with."""

    id: str
    title: str
    boxes: tuple[PresetBox, ...]

    @property
    def minutes(self) -> int:
        """All boxes together."""
        return sum(box.minutes for box in self.boxes)


def dealt(things: Sequence[Part], shares: int) -> list[Sequence[Part]]:
    """In their order, as even as can be; the first shares have one more where they do not come out even."""
    each, more = divmod(len(things), shares)
    ends = [each * n + min(n, more) for n in range(shares + 1)]
    return [things[begin:end] for begin, end in pairwise(ends)]
