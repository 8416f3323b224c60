"""A part of a chart that is made only where it is drawn: of thousands of rows, a screen shows a few dozen."""

from __future__ import annotations

from collections.abc import Callable

from reports.charts.shapes import Group, Shape


class Strip(Group):
    """What stands between two heights. Whoever draws a chart asks it for its shapes, or passes it over."""

    def __init__(self, bottom: float, top: float, make: Callable[[], Shape]) -> None:
        """In the chart's points, counted from below; nothing that `make` gives reaches beyond them."""
        super().__init__()
        self.bottom, self.top, self._make = bottom, top, make

    def shapes(self) -> list[Shape]:
        """What it is made of."""
        return [self._make()]
