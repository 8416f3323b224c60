"""A warning sign's answer as a square with its figure: the one way in which severity is drawn."""

from __future__ import annotations

from models.values.colour import ink_on
from models.values.terms import Answer
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, label
from reports.charts.shapes import Drawing, Group, Rect
from reports.type.fonts import SANS_SEMIBOLD, register_fonts

RADIUS = 1.5
FIGURE = 0.6
"""Height of the type as a share of the square's."""
CAPITALS = 0.66
"""Height of a figure as a share of its type's."""


def level_square(x: float, y: float, size: float, answer: Answer | None, colours: ChartColours) -> Group:
    """A tint for a level, dashed with "?" for not known, a hairline with "–" for not applying; not asked is left empty.

    x and y are the lower left corner; all in points.
    """
    level = answer.level if answer else None
    if level is not None:
        ground, ink, mark = bar(x, y, size, size, colours.ramp[level], RADIUS), ink_on(colours.ramp[level]), str(level)
    elif answer is Answer.DOES_NOT_APPLY:
        ground, ink, mark = frame(x, y, size, size, colours.rule, colours.background), colours.muted, "–"
    elif answer is Answer.NOT_KNOWN:
        ground, ink, mark = frame(x, y, size, size, colours.muted, colours.background, True), colours.ink, "?"
    else:
        return Group(frame(x, y, size, size, colours.muted, colours.background, True))
    type_size = size * FIGURE
    middle = y + (size - CAPITALS * type_size) / 2
    return Group(ground, label(x + size / 2, middle, mark, type_size, ink, SANS_SEMIBOLD, "middle"))


def frame(
    x: float, y: float, width: float, height: float, stroke: str, fill: str, dash: bool = False, line: float = 0.8
) -> Rect:
    """A frame that stays within its size; dashed for what is not known."""
    inset = line / 2
    dashes = (2.0, 1.5) if dash else ()
    return Rect(x + inset, y + inset, width - line, height - line, RADIUS, fill, stroke, line, dashes)


def square_alone(answer: Answer | None, size: float, colours: ChartColours) -> Drawing:
    """The square as a drawing of its own."""
    register_fonts()
    drawing = Drawing(size, size)
    drawing.add(level_square(0, 0, size, answer, colours))
    return drawing
