"""What is usual: where a pilot stands among the practice's others of its sector. A distribution, never a rank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.frozen import frozen
from models.portfolio.standing import PilotStanding

LEAST = 5
"""Other pilots that have to stand behind a figure before it is told: of fewer, one could guess whose it is."""
WIDTH = 25
"""Of the parts into which 0 to 100 is divided."""


@frozen
class Usual:
    """One failure mode of a pilot beside the others'."""

    mode_id: str
    own: int | None
    """None where too little is known of it."""
    others: int
    """How many pilots stand behind the figures."""
    middle: int
    """The median; of two in the middle, the worse."""
    spread: tuple[int, ...]
    """How many stand from 0 to 24, 25 to 49, 50 to 74, and 75 to 100."""


@frozen
class Spread:
    """Where all pilots of the practice stand in one failure mode."""

    mode_id: str
    figures: tuple[int, ...]
    """From low to high."""

    @property
    def middle(self) -> int:
        """The median; of two in the middle, the worse."""
        return _middle(self.figures)

    @property
    def parts(self) -> tuple[int, ...]:
        """How many stand from 0 to 24, 25 to 49, 50 to 74, and 75 to 100."""
        return _parts(self.figures)


def spreads(pilots: Sequence[PilotStanding], mode_ids: Iterable[str]) -> list[Spread]:
    """For each mode with enough pilots behind it."""
    found = []
    for mode_id in mode_ids:
        figures = [f for pilot in pilots if (mode := pilot.mode(mode_id)) and (f := mode.figure) is not None]
        if len(figures) >= LEAST:
            found.append(Spread(mode_id, tuple(sorted(figures))))
    return found


def _middle(figures: Sequence[int]) -> int:
    return sorted(figures)[len(figures) // 2]


def _parts(figures: Sequence[int]) -> tuple[int, ...]:
    return tuple(sum(min(figure // WIDTH, 3) == part for figure in figures) for part in range(4))


def usual(pilot: PilotStanding, all_pilots: Sequence[PilotStanding]) -> list[Usual]:
    """For each mode of the pilot with enough others of its sector behind it; a pilot without a sector has none.

    Only what was made of the very same mode is compared: two content packs may mean other things by one id.
    """
    sector = _sector(pilot)
    pack = pilot.counted.method.partition("@")[0]
    others = [
        one
        for one in all_pilots
        if one.counted.id != pilot.counted.id
        and sector
        and _sector(one) == sector
        and one.counted.method.partition("@")[0] == pack
    ]
    found = []
    for mode in pilot.modes:
        figures = [f for one in others if (same := one.mode(mode.mode_id)) and (f := same.figure) is not None]
        if len(figures) >= LEAST:
            found.append(Usual(mode.mode_id, mode.figure, len(figures), _middle(figures), _parts(figures)))
    return found


def _sector(pilot: PilotStanding) -> str:
    return like_sector(pilot.counted.sector)


def like_sector(sector: str) -> str:
    """The same for every way of writing it."""
    return " ".join(sector.casefold().split())
