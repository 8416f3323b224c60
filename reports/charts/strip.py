"""A part of a chart that is made only where it is drawn: of thousands of rows, a screen shows a few dozen."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.graphics.shapes import Shape, UserNode


class Strip(UserNode):  # type: ignore[misc]
    """What stands between two heights. Whoever draws a chart asks it for its shapes, or passes it over."""

    def __init__(self, bottom: float, top: float, make: Callable[[], Shape]) -> None:
        """In the chart's points, counted from below; nothing that `make` gives reaches beyond them."""
        self.bottom, self.top, self._make = bottom, top, make

    def provideNode(self) -> Shape:
        """Its shapes."""
        return self._make()
