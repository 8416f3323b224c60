"""The agreed actions as marks in the picture of impact against effort."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.words import spoken
from models.frozen import frozen
from models.plan.plan import PlanLine
from models.plan.titles import titled
from models.plan.waves import Wave


@frozen
class Placed:
    """One action in the picture."""

    key: str
    number: int
    title: str
    impact: int
    """0 to 100."""
    days: float
    """Middle of the effort."""
    wave: int
    """0 for the first wave, 1 for the next, 2 for later."""


def marks_of(lines: Iterable[PlanLine]) -> list[Placed]:
    """The agreed actions, each in its place."""
    waves = list(Wave)
    return [
        Placed(
            line.action.proposal or line.action.id,
            line.number,
            titled(line.action.title, spoken()),
            line.priority.impact,
            float(line.priority.days),
            waves.index(line.wave),
        )
        for line in lines
    ]
