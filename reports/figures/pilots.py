"""Pilots side by side: the modes of one as a row of tints, and where all of them stand in each mode."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from models.portfolio.standing import ModeStanding, PilotStanding
from models.portfolio.usual import Spread
from models.values.colour import ink_on, mix
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, fitted, label, line
from reports.charts.shapes import Circle, Drawing, Group
from reports.figures.level_square import RADIUS, frame
from reports.figures.mode_bar import BAND_LEVEL, MARKS
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts, text_width

CELL, GAP, FIGURE = 20.0, 3.0, 8.3
NAMES, MEDIAN, PITCH = 91.0, 41.0, 19.8
"""Points left of 0 for a mode's name, right of 100 for its median, and from one mode to the next."""
HEAD = 14.0
NAME_SIZE, BESIDE = 7.4, 2.0
"""Points of a name over a cell, and between two of them at least."""
DOT, STEP, MOST_STACKED = 2.3, 4.6, 4
"""Points: a dot's radius, from one dot to that above it; and how many stand over one another."""


def mode_cells(pilot: PilotStanding, mode_ids: Sequence[str], colours: ChartColours, width: float) -> Drawing:
    """One cell a mode: its figure on the tint of its band, dashed with "?" where too little is known.

    An empty frame where nothing was asked yet, nothing where the pilot's content pack has no such mode.
    """
    register_fonts()
    drawing, step = Drawing(width, CELL), (width + GAP) / max(len(mode_ids), 1)
    for place, mode_id in enumerate(mode_ids):
        if mode := pilot.mode(mode_id):
            drawing.add(_cell(mode, place * step, step - GAP, colours))
    return drawing


def _cell(mode: ModeStanding, left: float, width: float, colours: ChartColours) -> Group:
    if not mode.answered:
        return Group(frame(left, 0, width, CELL, colours.rule, colours.background))
    if mode.figure is None:
        ground, ink, text = frame(left, 0, width, CELL, colours.muted, colours.background, True), colours.ink, "?"
    else:
        tint = colours.ramp[BAND_LEVEL[mode.band]]
        ground, ink, text = bar(left, 0, width, CELL, tint, RADIUS), ink_on(tint), str(mode.figure)
    return Group(ground, label(left + width / 2, 7, text, FIGURE, ink, SANS_SEMIBOLD, "middle"))


def cell_heads(names: Sequence[str], colours: ChartColours, width: float) -> Drawing:
    """The names over the middles of the cells; a long one reaches over what short ones beside it leave free."""
    register_fonts()
    drawing, step = Drawing(width, 10), (width + GAP) / max(len(names), 1)
    wide = [text_width(name, SANS, NAME_SIZE) for name in names]
    for place, name in enumerate(names):
        beside = max([*wide[max(place - 1, 0) : place], *wide[place + 1 : place + 2]], default=0.0)
        text = fitted(name, SANS, NAME_SIZE, max(2 * (step - BESIDE) - beside, step - GAP))
        drawing.add(label(place * step + (step - GAP) / 2, 2.4, text, NAME_SIZE, colours.muted, SANS, "middle"))
    return drawing


def spread_dots(
    found: Sequence[Spread], names: Mapping[str, str], leading: str, median: str, colours: ChartColours, width: float
) -> Drawing:
    """A dot a pilot from 0 to 100, a line for each mode, the median on a band in the accent colour.

    `leading` is the mode that is the worst in most; `median` the head over the medians.
    """
    register_fonts()
    drawing = Drawing(width, HEAD + PITCH * len(found))
    span = width - NAMES - MEDIAN
    for value in MARKS:
        x = NAMES + span * value / 100
        drawing.add(line(x, 0, x, drawing.height - HEAD + 2, colours.rule, 0.58))
        drawing.add(label(x, drawing.height - 9, str(value), 7.4, colours.muted, SANS, "middle"))
    drawing.add(
        label(width, drawing.height - 9, fitted(median, SANS, 7.4, MEDIAN - 8), 7.4, colours.muted, SANS, "end")
    )
    for place, spread in enumerate(found):
        y = drawing.height - HEAD - PITCH * (place + 0.5)
        drawing.add(_line(spread, names[spread.mode_id], y, (span, width), spread.mode_id == leading, colours))
    return drawing


def _line(
    spread: Spread, name: str, y: float, widths: tuple[float, float], leads: bool, colours: ChartColours
) -> Group:
    span, width = widths
    font, fill = (SANS_SEMIBOLD, colours.series) if leads else (SANS, mix(colours.series, colours.background, 0.5))
    middle = NAMES + span * spread.middle / 100
    found = Group(
        label(0, y - 2.8, fitted(name, font, 8.3, NAMES - 8), 8.3, colours.ink, font),
        line(NAMES, y, NAMES + span, y, colours.rule, 0.58),
        bar(middle - 4.2, y - 8, 8.4, 16, mix(colours.accent, colours.background, 0.8), RADIUS),
        label(width, y - 2.8, str(spread.middle), 8.3, colours.ink, SANS_SEMIBOLD, "end"),
    )
    for figure, count in sorted(Counter(spread.figures).items()):
        shown = min(count, MOST_STACKED)
        for number in range(shown):
            up = (number - (shown - 1) / 2) * STEP
            x = NAMES + span * figure / 100
            found.add(Circle(x, y + up, DOT, fill))
    return found
