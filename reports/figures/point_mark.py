"""How a readiness point was judged, as a mark that is drawn and not typed. Its word always stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from models.values.terms import PointState
from reports.charts.colours import ChartColours
from reports.charts.marks import bar
from reports.charts.shapes import Drawing, Group, Line, Polygon, PolyLine
from reports.figures.level_square import frame
from reports.type.ink import AMBER, GREEN, RED, WHITE

RADIUS = 1.4
SIZE = 22.0
"""Units that a mark is drawn in, before it is scaled."""
TICK = (5.5, 10.5, 9.5, 6.5, 16.5, 15.0)
TRIANGLE = (11, 16.5, 16.5, 6.5, 5.5, 6.5)


def point_mark(x: float, y: float, size: float, state: PointState, colours: ChartColours) -> Group:
    """Confirmed, waived, open, not judged or not applying; x and y are the lower left corner, all in points."""
    unit = size / SIZE
    ground, line = colours.background, 2.2 * unit
    match state:
        case PointState.CONFIRMED:
            tick = PolyLine(_placed(TICK, x, y, unit), WHITE, 2.6 * unit)
            return Group(bar(x, y, size, size, GREEN, RADIUS), tick)
        case PointState.WAIVED:
            sign = Polygon(_placed(TRIANGLE, x, y, unit), AMBER)
            return Group(frame(x, y, size, size, AMBER, ground, line=line), sign)
        case PointState.OPEN:
            return Group(frame(x, y, size, size, RED, ground, line=line))
        case PointState.DOES_NOT_APPLY:
            middle = y + size / 2
            dash = Line(x + 0.3 * size, middle, x + 0.7 * size, middle, colours.muted, 0.9 * line)
            return Group(frame(x, y, size, size, colours.rule, ground), dash)
    return Group(frame(x, y, size, size, colours.muted, ground, True))


def point_colour(state: PointState, colours: ChartColours) -> str:
    """What the state's word is written in."""
    return {PointState.CONFIRMED: GREEN, PointState.WAIVED: AMBER, PointState.OPEN: RED}.get(state, colours.muted)


def marks_in_a_row(states: Sequence[PointState], colours: ChartColours, size: float, gap: float) -> Drawing:
    """One mark after another."""
    drawing = Drawing(len(states) * (size + gap) - gap, size)
    for place, state in enumerate(states):
        drawing.add(point_mark(place * (size + gap), 0, size, state, colours))
    return drawing


def _placed(points: Sequence[float], x: float, y: float, unit: float) -> tuple[float, ...]:
    return tuple((x if place % 2 == 0 else y) + value * unit for place, value in enumerate(points))
