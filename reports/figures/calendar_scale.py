"""Turns days into distances, and tells which months are labelled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000)
"""Months between two that are labelled."""
TICK_ROOM = 46.0
"""Least distance between two labels, in points."""
BEFORE, AFTER = 3, 12
"""Days shown before the first and after the last."""
SHORTEST = 45
"""Days that a calendar covers at least."""


class CalendarScale:
    """Days between two edges, each as wide as any other."""

    def __init__(self, days: Sequence[date], left: float, right: float) -> None:
        first, last = min(days).toordinal() - BEFORE, max(days).toordinal() + AFTER
        self._first, self._last = max(first, 1), min(max(last, first + SHORTEST), date.max.toordinal())
        self.left, self.right = left, right

    def at(self, day: date) -> float:
        """Distance from the left of the chart; never outside the edges."""
        share = (day.toordinal() - self._first) / (self._last - self._first)
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)

    def months(self) -> list[tuple[float, date]]:
        """(distance, first day) of the months that are labelled; the first may have begun before the left edge."""
        begin = date.fromordinal(self._first).replace(day=1)
        end = date.fromordinal(self._last)
        many = (end.year - begin.year) * 12 + end.month - begin.month + 1
        unit = (self.right - self.left) / many
        step = next((s for s in STEPS if s * unit >= TICK_ROOM), STEPS[-1])
        found: list[tuple[float, date]] = []
        for offset in range(0, many, step):
            year, month = divmod(begin.year * 12 + begin.month - 1 + offset, 12)
            day = date(year, month + 1, 1)
            found.append((self.at(day), day))
        if len(found) > 1 and found[1][0] - found[0][0] < TICK_ROOM / 2:
            del found[0]
        return found
