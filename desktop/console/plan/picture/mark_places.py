"""Where the numbered marks of a picture stand, so that as few as can be lie on each other."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, hypot

MOST_TRIES = 40
"""Places looked at for one mark: where hundreds want the same place there is no room for all of them anyway."""
Point = tuple[float, float]
_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1))


def placed_apart(wanted: Iterable[Point], step: float, right: float) -> list[Point]:
    """A place for each, `step` from the others: to the right, up to `right`, then in the next row down.

    The first one stays where it wants to be, and so does one for which nothing near is free.
    """
    field = _Field(step * 0.95)
    crowded: set[Point] = set()
    found = []
    for start in wanted:
        at = start if start in crowded else _free(start, step, right, field)
        if at is None:
            crowded.add(start)
            at = start
        field.take(at)
        found.append(at)
    return found


def _free(start: Point, step: float, right: float, field: _Field) -> Point | None:
    left, y = start
    x = left
    for _ in range(MOST_TRIES):
        if field.is_free(x, y):
            return x, y
        x += step
        if x > right:
            x, y = left, y + step
    return None


class _Field:
    """What is taken, in squares as wide as marks must be apart: only the squares around can hold one too near."""

    def __init__(self, apart: float) -> None:
        self._apart = apart
        self._taken: dict[tuple[int, int], list[Point]] = {}

    def take(self, at: Point) -> None:
        """A mark stands there."""
        self._taken.setdefault(self._square(*at), []).append(at)

    def is_free(self, x: float, y: float) -> bool:
        """Whether no mark is too near."""
        column, line = self._square(x, y)
        return not any(
            hypot(x - other_x, y - other_y) < self._apart
            for across, down in _AROUND
            for other_x, other_y in self._taken.get((column + across, line + down), ())
        )

    def _square(self, x: float, y: float) -> tuple[int, int]:
        return floor(x / self._apart), floor(y / self._apart)
