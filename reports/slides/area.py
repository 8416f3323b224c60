"""Where something stands on a slide, and what of a text fits there. All in points, measured in the house fonts."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from pptx.util import Emu, Pt

from models.frozen import frozen
from models.values.letters import on_one_line
from reports.type.fonts import SANS, text_width
from reports.words.text import plain, shortened
from reports.words.typography import typeset

LINE = 1.2
"""Height of a line as a share of the type's size."""
_NO_CHARACTERS = {code: None for plane in range(17) for code in (plane << 16 | 0xFFFE, plane << 16 | 0xFFFF)}
"""Code points that no XML may hold."""


@frozen
class Area:
    """A rectangle on a slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    def upper(self, height: float) -> Area:
        """Its upper part."""
        return replace(self, height=height)

    def below(self, height: float) -> Area:
        """What is left under an upper part of that height."""
        return replace(self, top=self.top + height, height=max(self.height - height, 1.0))

    def column(self, start: float, end: float) -> Area:
        """From one share of its width to another."""
        return replace(self, left=self.left + self.width * start, width=self.width * (end - start))

    @property
    def placed(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Left, top, width and height as a presentation counts them."""
        return emu(self.left), emu(self.top), emu(self.width), emu(self.height)


def emu(points: float) -> Emu:
    """A length as a presentation counts it; unlike `Pt`, parts of a point stay."""
    return Emu(round(points * Pt(1)))


def said(text: str) -> str:
    """What a person wrote as a slide shows it: on one line, set in type, without what has no shape."""
    return typeset(on_one_line(plain(text).translate(_NO_CHARACTERS)))


def reads_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction is of a script written from right to left."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((way in ("R", "AL") for way in directions if way in ("L", "R", "AL")), False)


def lines_of(text: str, size: float, width: float, font: str = SANS) -> int:
    """How many lines a text takes; a word wider than the line goes on in the next."""
    count, used, space = 1, 0.0, text_width(" ", font, size)
    for word in text.split(" "):
        wide = text_width(word, font, size)
        if used and used + space + wide > width:
            count, used = count + 1, 0.0
        elif used:
            used += space
        used += wide
        while used > width:
            count, used = count + 1, used - width
    return count


def fitting(text: str, size: float, width: float, most: int, font: str = SANS) -> str:
    """The text as a slide shows it, cut with … where it takes more than `most` lines."""
    whole = said(text)
    if lines_of(whole[: _at_most(size, width, most)], size, width, font) <= most and len(whole) <= _at_most(
        size, width, most
    ):
        return whole
    low, high = 0, min(len(whole), _at_most(size, width, most))
    while low < high:
        middle = (low + high + 1) // 2
        fits = lines_of(shortened(whole, middle), size, width, font) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return shortened(whole, low)


def _at_most(size: float, width: float, most: int) -> int:
    """More characters than so many lines can hold, however narrow: what is longer need not be measured."""
    return int(most * width / size * 8) + 1
