"""What a page is filled with: parts that know their size, may be split over pages, and draw themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from reports.tagging.canvas import TaggedCanvas
from reports.tagging.structure import Tag


class Flowable:
    """A part of a page. All measures are in points."""

    width = height = 0.0
    before = after = 0.0
    """Least space above and below it; of two parts below one another, the larger of theirs."""
    keep_with_next = False
    """Whether it stays on one page with the part after it."""
    to_the_right = False
    """Where it stands in a frame that is wider."""
    outlined: Outlined | None = None
    tag: Tag | None = None
    """What it is to a screen reader."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its width and height where so much is available."""
        return self.width, self.height

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """The part that fits and the rest; nothing where it should begin on the next page. It has been wrapped."""
        return []

    def draw_at(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draws it with its lower left corner there."""
        canvas.saveState()
        canvas.translate(x, y)
        self.draw(canvas)
        canvas.restoreState()

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draws it with its lower left corner at the origin."""


class Outlined:
    """What a title adds to the document's outline and contents."""

    def __init__(self, text: str, kicker: str) -> None:
        self.text, self.kicker = text, kicker


class Spacer(Flowable):
    """White space."""

    def __init__(self, height: float) -> None:
        self.height = height


class PageBreak(Flowable):
    """Ends the page."""


class CondPageBreak(Flowable):
    """Ends the page where less than its height is left."""

    def __init__(self, height: float) -> None:
        self.height = height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """It takes no room itself."""
        return 0.0, 0.0


class NextPageTemplate(Flowable):
    """What follows the next page break stands on another kind of page."""

    def __init__(self, name: str) -> None:
        self.name = name


Cell: TypeAlias = Flowable | list[Flowable] | str
"""What stands in a cell of a table or grid: a part, several below one another, or nothing where it is empty."""
