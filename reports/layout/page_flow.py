"""Sets parts below one another on pages: what fits, what is split, what goes on to the next page. One pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from models.frozen import frozen
from reports.layout.flowables import CondPageBreak, Flowable, NextPageTemplate, Outlined, PageBreak
from reports.tagging.canvas import TaggedCanvas

NEARLY = 1e-6
"""Points that a part may be too high by: what reckoning leaves."""
ENDLESS = 1e6


@frozen
class PageTemplate:
    """A kind of page: its size, the frame that is filled (left, bottom, width, height), what stands around it."""

    size: tuple[float, float]
    frame: tuple[float, float, float, float]
    around: Callable[[TaggedCanvas], None]


class TooHigh(Exception):
    """A part that fits on no page and cannot be split: a fault in a document."""


class PageFlow:
    """Fills pages one after another; the first is of the first template, those after it too until another is named."""

    def __init__(
        self, canvas: TaggedCanvas, templates: Mapping[str, PageTemplate], outline: Callable[[Outlined, float], None]
    ) -> None:
        """`outline` is told what goes into the outline, and at which height of the page it ends."""
        self._canvas, self._templates, self._outline = canvas, templates, outline
        [self._template, *_] = templates.values()
        self._is_open = self._at_top = False
        self._y = self._after = 0.0
        """Where the next part may begin, and the space that the last one asked for."""

    def fill(self, story: Sequence[Flowable]) -> None:
        """Draws the parts and ends the last page."""
        waiting = list(reversed(story))
        while waiting:
            part = waiting.pop()
            self._open()
            if isinstance(part, NextPageTemplate):
                self._template = self._templates[part.name]
            elif isinstance(part, PageBreak):
                self._end()
            elif isinstance(part, CondPageBreak):
                self._break_below(part.height)
            elif part.keep_with_next:
                self._set_together(_kept(part, waiting))
            else:
                self._set(part)
        if self._is_open:
            self._end()

    def _open(self) -> None:
        if self._is_open:
            return
        self._is_open = self._at_top = True
        self._after = 0.0
        self._left, self._bottom, self._width, height = self._template.frame
        self._y = self._bottom + height
        self._canvas.setPageSize(self._template.size)
        self._template.around(self._canvas)

    def _end(self) -> None:
        self._canvas.showPage()
        self._is_open = False

    def _break_below(self, height: float) -> None:
        """No two spaces overlap across the place where a page could have ended."""
        if not self._at_top and self._y - self._bottom < height:
            self._end()
        self._after = 0.0

    def _set_together(self, parts: list[Flowable]) -> None:
        """Begun on a new page where they do not all fit on this one."""
        room = self._room(parts[0])
        if not self._at_top and (room <= 0 or together(parts, self._width) > room):
            self._end()
        for part in parts:
            self._open()
            self._set(part)

    def _set(self, part: Flowable) -> None:
        """On this page if it fits, in part if it can be split, else on the next."""
        room = self._room(part)
        if room > 0:
            width, height = part.wrap(self._width, room)
            if height <= room + NEARLY:
                self._draw(part, width, height)
                return
            pieces = part.split(self._width, room)
            if pieces:
                self._draw(pieces[0], *pieces[0].wrap(self._width, room))
                for piece in pieces[1:]:
                    self._open()
                    self._set(piece)
                return
        if self._at_top:
            raise TooHigh(f"{part!r} is higher than a page")
        self._end()
        self._open()
        self._set(part)

    def _space(self, part: Flowable) -> float:
        return 0.0 if self._at_top else max(part.before - self._after, 0.0)

    def _room(self, part: Flowable) -> float:
        return self._y - self._bottom - self._space(part)

    def _draw(self, part: Flowable, width: float, height: float) -> None:
        y = self._y - self._space(part) - height
        part.draw_at(self._canvas, self._left + (self._width - width if part.to_the_right else 0), y)
        after, self._after = y - part.after, part.after
        self._at_top = self._at_top and after == self._y
        self._y = after
        if part.outlined:
            self._outline(part.outlined, self._y)


def together(parts: Sequence[Flowable], width: float) -> float:
    """How high parts come out below one another, in points."""
    total = after = 0.0
    for part in parts:
        height = part.wrap(width, ENDLESS)[1]
        if height > NEARLY:
            total += height + (max(part.before, after) if total else 0.0)
            after = part.after
    return total


def _kept(first: Flowable, waiting: list[Flowable]) -> list[Flowable]:
    """The parts that stay together with the first, taken from those that wait, the next at their end."""
    found = [first]
    while waiting and found[-1].keep_with_next and not isinstance(waiting[-1], PageBreak | NextPageTemplate):
        found.append(waiting.pop())
    return found
