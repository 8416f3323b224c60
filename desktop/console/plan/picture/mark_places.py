"""Where the numbered marks of a picture stand: near where they belong, or counted where there is no room for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import floor, hypot

from models.frozen import frozen

Point = tuple[float, float]
NEAR = tuple((across, down) for down in range(3) for across in range(3))
FAR = tuple((across, down) for down in (0, 1, -1, 2) for across in (0, 1, 2, 3, -1, -2))
"""Places looked at for one mark, in steps from its own: further away it would say something else than it means."""
REACH = 2
"""Steps within which what has no place joins others."""
_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1))
_WITHIN = tuple((x, y) for x in range(-REACH, REACH + 1) for y in range(-REACH, REACH + 1))


@frozen
class Spot:
    """A place in the picture, and by their numbers, counted from 0, the marks that stand there: one, or a pile."""

    at: Point
    marks: tuple[int, ...]

    @property
    def piled(self) -> bool:
        """Whether it holds more than can be drawn."""
        return len(self.marks) > 1


def spots_of(wanted: Iterable[Point], step: float, right: float, parted: Point) -> list[Spot]:
    """A place for each, `step` from the others, no further right than `right`, and in its own quarter of the plane.

    `parted`: where the quarters meet. The first one stays where it wants to be. Where some find no place even a little
    aside, all stay nearer, and the rest is counted: it joins the last that found one.
    """
    starts = tuple(wanted)
    spread = _placed(starts, FAR, step, right, parted)
    return _placed(starts, NEAR, step, right, parted) if any(spot.piled for spot in spread) else spread


def _placed(
    starts: Iterable[Point], looked_at: Sequence[tuple[int, int]], step: float, right: float, parted: Point
) -> list[Spot]:
    field = _Field(step * 0.95)
    for mark, (x, y) in enumerate(starts):
        end, own = max(right, x), _quarter((x, y), parted)
        near = ((x + across * step, y + down * step) for across, down in looked_at if x + across * step <= end)
        free = (at for at in near if _quarter(at, parted) == own and field.is_free(at))
        if (at := next(free, None)) is None:
            field.join(mark, (x, y), parted)
        else:
            field.take(mark, at)
    return [Spot(spot.at, tuple(spot.marks)) for spot in field.taken]


def _quarter(at: Point, parted: Point) -> tuple[bool, bool]:
    (x, y), (middle, half) = at, parted
    return x > middle, y > half


class _Taken:
    """A place, while it is being filled."""

    def __init__(self, at: Point, mark: int) -> None:
        self.at, self.first, self.marks = at, mark, [mark]

    def away(self, point: Point) -> float:
        """Pixels from it."""
        (x, y), (other_x, other_y) = self.at, point
        return hypot(x - other_x, y - other_y)


class _Field:
    """What is taken, in squares as wide as marks must be apart: only the squares around can hold one too near."""

    def __init__(self, apart: float) -> None:
        self.taken: list[_Taken] = []
        self._apart = apart
        self._squares: dict[tuple[int, int], list[_Taken]] = {}

    def take(self, mark: int, at: Point) -> None:
        """A mark stands there."""
        made = _Taken(at, mark)
        self.taken.append(made)
        self._squares.setdefault(self._square(at), []).append(made)

    def is_free(self, at: Point) -> bool:
        """Whether no mark is too near."""
        return not any(taken.away(at) < self._apart for taken in self._around(at, _AROUND))

    def join(self, mark: int, start: Point, parted: Point) -> None:
        """The mark goes to the nearest pile; where there is none, whatever came last near its place becomes one."""
        around = list(self._around(start, _WITHIN))
        near = [taken for taken in around if _quarter(taken.at, parted) == _quarter(start, parted)] or around
        piles = [taken for taken in near if len(taken.marks) > 1]
        found = min(piles, key=lambda pile: pile.away(start)) if piles else max(near, key=lambda taken: taken.first)
        found.marks.append(mark)

    def _around(self, at: Point, squares: Iterable[tuple[int, int]]) -> Iterator[_Taken]:
        column, line = self._square(at)
        return (taken for across, down in squares for taken in self._squares.get((column + across, line + down), ()))

    def _square(self, at: Point) -> tuple[int, int]:
        x, y = at
        return floor(x / self._apart), floor(y / self._apart)
