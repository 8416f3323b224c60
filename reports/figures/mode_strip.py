"""The failure modes as a strip of tints, worst first, each with its figure and its name."""

from __future__ import annotations

from collections.abc import Sequence

from models.diagnosis.diagnosis import Band, ModeResult
from models.method.method import Method
from models.values.colour import ink_on
from models.values.sought import the_first
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, label, whole_word_size, wrapped
from reports.charts.shapes import Drawing, Group
from reports.figures.level_square import RADIUS, frame
from reports.figures.mode_bar import BAND_LEVEL
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts

GAP, BOX, FIGURE = 3.8, 28.0, 15.0
SIZES = (10.6, 10.0, 9.6)
LINE = 12.5
NAMES = 2 * LINE + 4
"""Room below the boxes for names of two lines, in points."""


def mode_strip(results: Sequence[ModeResult], method: Method, colours: ChartColours, width: float) -> Drawing:
    """In the tint of each mode's band; dashed with "?" where too little is known, without where it was not asked."""
    register_fonts()
    drawing = Drawing(width, BOX + NAMES)
    box = (width + GAP) / max(len(results), 1) - GAP
    for place, result in enumerate(results):
        left = place * (box + GAP)
        drawing.add(_box(result, left, box, colours))
        mode = the_first(m for m in method.modes if m.id == result.mode_id)
        size = whole_word_size(mode.short, SANS, SIZES, box)
        for number, text in enumerate(wrapped(mode.short, SANS, size, box, 2)):
            drawing.add(label(left, NAMES - 12 - LINE * number, text, size, colours.ink))
    return drawing


def _box(result: ModeResult, left: float, width: float, colours: ChartColours) -> Group:
    if result.left_out:
        return Group(frame(left, NAMES, width, BOX, colours.muted, colours.background, True))
    if result.index is None or result.band is Band.NOT_KNOWN:
        ground, ink, figure = frame(left, NAMES, width, BOX, colours.muted, colours.background, True), colours.ink, "?"
    else:
        tint = colours.ramp[BAND_LEVEL[result.band]]
        ground, ink, figure = bar(left, NAMES, width, BOX, tint, RADIUS), ink_on(tint), result.shown_index
    return Group(ground, label(left + 7, NAMES + 9, figure, FIGURE, ink, SANS_SEMIBOLD))
