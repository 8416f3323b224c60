"""The shapes that charts share: labels that fit, hatching for what is not known, end marks of a range."""

from __future__ import annotations

from functools import lru_cache

from reports.charts.shapes import Circle, Group, Line, Rect, String
from reports.type.fonts import SANS, SANS_SEMIBOLD, text_width
from reports.words.text import CUT_OFF, one_line

DASHES = (2.0, 2.0)
NAME_SIZES = (8.5, 8.0, 7.5, 7.0)
"""For the names of failure modes: smaller rather than broken."""


def label(x: float, y: float, text: str, size: float, colour: str, font: str = SANS, anchor: str = "start") -> String:
    """One line of text with its baseline at y; `anchor` is start, middle or end."""
    return String(x, y, text, font, size, colour, anchor)


def wrapped(text: str, font: str, size: float, width: float, most: int) -> list[str]:
    """The text in at most `most` lines of `width` points; the last one ends in … where the text goes on.

    A word wider than a line is broken with a hyphen.
    """
    return list(_lines(text, font, size, width, most))


@lru_cache(maxsize=1024)
def _lines(text: str, font: str, size: float, width: float, most: int) -> tuple[str, ...]:
    lines: list[str] = []
    rest = one_line(text)
    while rest and len(lines) < most - 1:
        line, rest = _first_line(rest, font, size, width)
        lines.append(line)
    return (*lines, fitted(rest, font, size, width)) if rest else tuple(lines)


def _first_line(text: str, font: str, size: float, width: float) -> tuple[str, str]:
    """What fits on a line, and the rest."""
    count = _fitting(text, font, size, width)
    if count == len(text):
        return text, ""
    space = text.rfind(" ", 0, count + 1)
    if space > 0:
        return text[:space].rstrip(), text[space + 1 :].lstrip()
    count = max(_fitting(text, font, size, width - text_width("-", font, size)), 1)
    return text[:count] + "-", text[count:]


def whole_word_size(text: str, font: str, sizes: tuple[float, ...], width: float) -> float:
    """The largest of `sizes` at which no word is wider than `width` points, or the smallest."""
    words = one_line(text).split()
    return next((s for s in sizes if all(text_width(w, font, s) <= width for w in words)), sizes[-1])


def fitted(text: str, font: str, size: float, width: float) -> str:
    """The text on one line, cut with … where it is wider than `width` points."""
    if text_width(text, font, size) <= width:
        return text
    room = width - text_width("…", font, size)
    return text[: _fitting(text, font, size, room)].rstrip(CUT_OFF) + "…"


def _fitting(text: str, font: str, size: float, width: float) -> int:
    """How many characters fit into `width`, by halving."""
    low, high = 0, min(len(text), int(width / size * 8) + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text_width(text[:middle], font, size) <= width else (low, middle - 1)
    return low


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 0.5, dash: bool = False) -> Line:
    """A straight line, `width` points thick."""
    return Line(x1, y1, x2, y2, colour, width, DASHES if dash else ())


def bar(x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> Rect:
    """A filled rectangle without an outline; x and y are its lower left corner."""
    return Rect(x, y, width, height, radius, fill)


def hollow(x: float, y: float, width: float, height: float, stroke: str, fill: str, dash: bool = True) -> Rect:
    """An outlined rectangle, for what is not known."""
    return Rect(x, y, width, height, 0, fill, stroke, 0.6, DASHES if dash else ())


def hatching(x: float, y: float, width: float, height: float, colour: str, gap: float = 4) -> Group:
    """Lines at 45°, cut to the rectangle."""
    found = Group()
    offset = -height + gap / 2
    while offset < width:
        left, right = max(offset, 0), min(width, offset + height)
        found.add(line(x + left, y + left - offset, x + right, y + right - offset, colour, 0.5))
        offset += gap
    return found


def question_mark(x: float, y: float, stroke: str, fill: str) -> Group:
    """A hollow circle with "?" in it, centred on x and y: not known."""
    ring = Circle(x, y, 6, fill, stroke, 0.8)
    return Group(ring, label(x, y - 3, "?", 8.5, stroke, SANS_SEMIBOLD, "middle"))


def dot(x: float, y: float, colour: str, radius: float = 2.6, outline: str | None = None) -> Circle:
    """A filled dot."""
    return Circle(x, y, radius, colour, outline or "", 0.8)


def whisker(x1: float, x2: float, y: float, colour: str) -> Group:
    """A horizontal range with end marks."""
    found = Group(line(x1, y, x2, y, colour, 1))
    for x in (x1, x2):
        found.add(line(x, y - 3, x, y + 3, colour, 1))
    return found
