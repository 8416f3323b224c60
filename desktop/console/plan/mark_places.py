"""Where the numbered marks of a picture stand, so that as few as can be lie on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import floor, hypot

from PySide6.QtCore import QPointF

MOST_TRIES = 60
"""Places looked at for one mark: where hundreds want the same place there is no room for all of them anyway."""
_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1))


def placed_apart(wanted: Iterable[QPointF], step: float, right: float) -> list[QPointF]:
    """A place for each, `step` from the others: to the right, up to `right`, then in the next row down.

    The first one stays where it wants to be, and so does one for which nothing near is free.
    """
    taken: defaultdict[tuple[int, int], list[QPointF]] = defaultdict(list)
    found = []
    for start in wanted:
        at = _free(start, step, right, taken)
        taken[_field(at, step)].append(at)
        found.append(at)
    return found


def _free(start: QPointF, step: float, right: float, taken: dict[tuple[int, int], list[QPointF]]) -> QPointF:
    at, row = start, 0
    for _ in range(MOST_TRIES):
        if not _meets(at, step, taken):
            return at
        at = QPointF(at.x() + step, at.y())
        if at.x() > right:
            row += 1
            at = QPointF(start.x(), start.y() + row * step)
    return start


def _meets(at: QPointF, step: float, taken: dict[tuple[int, int], list[QPointF]]) -> bool:
    """Whether a mark stands too near; only the fields around can hold one."""
    column, line = _field(at, step)
    return any(
        hypot(at.x() - other.x(), at.y() - other.y()) < step * 0.95
        for across, down in _AROUND
        for other in taken.get((column + across, line + down), ())
    )


def _field(at: QPointF, step: float) -> tuple[int, int]:
    return floor(at.x() / step), floor(at.y() / step)
