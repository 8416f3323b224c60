"""How bad one failure mode is: a bar from 0 to 100, with the range in which it can still end."""

from __future__ import annotations

from models.diagnosis.diagnosis import Band, ModeResult
from models.values.colour import mix
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, label, line, whisker
from reports.charts.shapes import Drawing, Group
from reports.figures.level_square import frame
from reports.type.fonts import SANS, SERIF_SEMIBOLD, register_fonts

MARKS = (0, 25, 50, 75, 100)
BAR, FIGURE = 10.5, 12.5
ROOM_FOR_FIGURE = 26.0
"""Points right of 100, for the figure of a bar that reaches there."""
BAND_LEVEL = {Band.LOW: 0, Band.MODERATE: 1, Band.HIGH: 2, Band.CRITICAL: 3}


def band_colour(band: Band, colours: ChartColours) -> str:
    """The tint of a band; the palest is deepened, so that a bar in it is seen on white."""
    level = BAND_LEVEL[band]
    return colours.ramp[level] if level else mix(colours.ramp[0], colours.ramp[1], 0.5)


def mode_bar(result: ModeResult, colours: ChartColours, width: float, height: float) -> Drawing:
    """The bar in its band's tint, its figure right of it, thin lines at every quarter through the whole height.

    A mode of which too little is known has no bar, only the dashed range in which it can end, with "?" unless it was
    not asked about.
    """
    register_fonts()
    drawing, middle = Drawing(width, height), height / 2
    scale = _Scale(width)
    for value in MARKS:
        drawing.add(line(scale.at(value), 0, scale.at(value), height, colours.rule, 0.58))
    low, high = scale.at(float(result.lowest)), scale.at(float(result.highest))
    if result.index is None or result.band is Band.NOT_KNOWN:
        drawing.add(frame(low, middle - BAR / 2, max(high - low, 4), BAR, colours.muted, colours.background, True))
        if not result.left_out:
            drawing.add(_figure("?", high, middle, colours))
        return drawing
    end = scale.at(float(result.index))
    drawing.add(bar(0, middle - BAR / 2, max(end, 1), BAR, band_colour(result.band, colours)))
    if low != high:
        drawing.add(whisker(low, high, middle, colours.ink))
        end = max(end, high)
    drawing.add(_figure(result.shown_index, end, middle, colours))
    return drawing


def mode_axis(colours: ChartColours, width: float, height: float = 10) -> Drawing:
    """The figures above the bars."""
    register_fonts()
    drawing, scale = Drawing(width, height), _Scale(width)
    for value in MARKS:
        anchor = "middle" if value else "start"
        drawing.add(label(scale.at(value), 2, str(value), 7.4, colours.muted, SANS, anchor))
    return drawing


class _Scale:
    """Turns 0 to 100 into a distance from the left."""

    def __init__(self, width: float) -> None:
        self._unit = (width - ROOM_FOR_FIGURE) / 100

    def at(self, value: float) -> float:
        return self._unit * value


def _figure(text: str, end: float, middle: float, colours: ChartColours) -> Group:
    """On a plate, where a line of the scale would run through it."""
    plate = bar(end + 3, middle - 6, 8 + 6.4 * len(text), 12, colours.background)
    return Group(plate, label(end + 5.8, middle - 4.2, text, FIGURE, colours.ink, SERIF_SEMIBOLD))
