"""Every rating as a picture: a column for each failure mode, a cell for each sign."""

from __future__ import annotations

from collections.abc import Sequence

from models.diagnosis.diagnosis import ModeResult
from models.method.method import Method
from models.values.colour import ink_on
from models.values.sought import the_first
from models.values.terms import Answer
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, label, whole_word_size, wrapped
from reports.charts.shapes import Drawing, Group
from reports.figures.level_square import RADIUS, frame
from reports.type.fonts import SANS_SEMIBOLD, register_fonts

GAP, BETWEEN = 5.8, 3.9
"""Between columns, and between the cells of one."""
SHAPE = 0.46
"""Height of a cell as a share of its width."""
NAMES, LINE = 26.0, 9.6
SIZES = (8.2, 7.8, 7.2, 6.6, 6.0, 5.4)


def rating_grid(results: Sequence[ModeResult], method: Method, colours: ChartColours, width: float) -> Drawing:
    """Darker is worse; dashed is not known, dashed and empty not asked, a hairline does not apply.

    As high as the fullest column.
    """
    register_fonts()
    cell = (width + GAP) / max(len(results), 1) - GAP
    height, rows = cell * SHAPE, max((len(r.answers) for r in results), default=1)
    drawing = Drawing(width, NAMES + rows * (height + BETWEEN) - BETWEEN)
    for column, result in enumerate(results):
        left = column * (cell + GAP)
        for row, answer in enumerate(result.shown.values()):
            bottom = drawing.height - height - row * (height + BETWEEN)
            drawing.add(_cell(left, bottom, cell, height, answer, colours))
        mode = the_first(m for m in method.modes if m.id == result.mode_id)
        drawing.add(_name(mode.short, left, cell, colours))
    return drawing


def _cell(
    left: float, bottom: float, width: float, height: float, answer: Answer | None, colours: ChartColours
) -> Group:
    level = answer.level if answer else None
    if level is not None:
        ground, ink, mark = (
            bar(left, bottom, width, height, colours.ramp[level], RADIUS),
            ink_on(colours.ramp[level]),
            str(level),
        )
    elif answer is Answer.DOES_NOT_APPLY:
        ground, ink, mark = frame(left, bottom, width, height, colours.rule, colours.background), colours.muted, "–"
    elif answer is None:
        return Group(frame(left, bottom, width, height, colours.muted, colours.background, True))
    else:
        ground, ink, mark = (
            frame(left, bottom, width, height, colours.muted, colours.background, True),
            colours.ink,
            "?",
        )
    return Group(ground, label(left + 6, bottom + 5.6, mark, 8.2, ink, SANS_SEMIBOLD))


def _name(name: str, left: float, width: float, colours: ChartColours) -> Group:
    """Below its column, smaller rather than broken."""
    size = whole_word_size(name, SANS_SEMIBOLD, SIZES, width)
    lines = wrapped(name, SANS_SEMIBOLD, size, width, 2)
    first = NAMES - 6 - size
    return Group(
        *(label(left, first - LINE * n, line, size, colours.ink, SANS_SEMIBOLD) for n, line in enumerate(lines))
    )
