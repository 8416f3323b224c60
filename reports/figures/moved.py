"""What moved between two rounds: a mode from where it was to where it is, and what was promised as numbered cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.rounds.modes import ModeMoved
from models.rounds.pasts import Became, Past
from models.values.colour import ink_on, mix
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, dot, label, line
from reports.charts.shapes import Circle, Drawing, Group
from reports.figures.level_square import frame
from reports.figures.mode_bar import MARKS, ROOM_FOR_FIGURE
from reports.type.fonts import SANS, SANS_SEMIBOLD, SERIF_SEMIBOLD, register_fonts
from reports.type.ink import GROUP_ROW, RED

RING, AROUND, DOT = 5.2, 7.6, 4.8
BESIDE = 9.0
"""From the middle of a mark to its figure."""
ROOM_AFTER = BESIDE + AROUND - RING + 20.0
"""Right of 100, for the figure of a mode that stands there still."""
CELL, BETWEEN, MOST_ACROSS = 19.0, 3.6, 24


def moved_bar(moved: ModeMoved, colours: ChartColours, width: float, height: float) -> Drawing:
    """A ring where the mode was, a dot where it is, joined; a dashed ring where it was not asked again."""
    register_fonts()
    drawing, middle = Drawing(width, height), height / 2
    for value in MARKS:
        drawing.add(line(_at(value, width), 0, _at(value, width), height, colours.rule, 0.58))
    then, now = (None if r.index is None else _at(float(r.index), width) for r in (moved.then, moved.now))
    pale = mix(colours.background, colours.series, 0.5)
    if then is not None and now is not None:
        drawing.add(line(then, middle, now, middle, pale, 2.2))
    if then is not None:
        drawing.add(_ring(then, middle, now, colours, pale))
    if now is not None:
        drawing.add(dot(now, middle, colours.series, DOT))
    drawing.add(_figures(moved, then, now, middle, colours))
    return drawing


def moved_axis(colours: ChartColours, width: float, height: float = 10) -> Drawing:
    """The figures above the bars."""
    register_fonts()
    drawing = Drawing(width, height)
    for value in MARKS:
        drawing.add(label(_at(value, width), 2, str(value), 7.4, colours.muted, SANS, "middle"))
    return drawing


def _at(value: float, width: float) -> float:
    """From 0 to 100, with room for a figure on either side."""
    return ROOM_FOR_FIGURE + (width - ROOM_FOR_FIGURE - ROOM_AFTER) * value / 100


def _ring(then: float, middle: float, now: float | None, colours: ChartColours, pale: str) -> Circle:
    """Around the dot where nothing moved."""
    radius = AROUND if now is not None and abs(now - then) < 1 else RING
    stroke, dashes = (colours.muted, (2.0, 1.5)) if now is None else (pale, ())
    return Circle(then, middle, radius, colours.background, stroke, 1.6, dashes)


def _figures(moved: ModeMoved, then: float | None, now: float | None, middle: float, colours: ChartColours) -> Group:
    """That of now in serif, that of then beside it in grey; each on the side where the other is not."""
    found = Group()
    if now is not None:
        left = then is not None and now < then - 1
        around = AROUND - RING if then is not None and abs(now - then) < 1 else 0.0
        found.add(
            _figure(moved.now.shown_index, now + around, middle, (colours.ink, SERIF_SEMIBOLD, 12.5), left, colours)
        )
    if then is not None and (now is None or abs(now - then) >= 1):
        left = now is not None and now > then
        found.add(_figure(moved.then.shown_index, then, middle, (colours.muted, SANS, 8.3), left, colours))
    return found


def _figure(
    text: str, x: float, middle: float, how: tuple[str, str, float], left: bool, colours: ChartColours
) -> Group:
    """On a plate, where a line of the scale would run through it."""
    colour, font, size = how
    wide, at = 0.52 * size * len(text) + 2, x - BESIDE if left else x + BESIDE
    plate = bar(at - wide if left else at - 1, middle - size / 2, wide + 1, size, colours.background)
    return Group(plate, label(at, middle - size * 0.34, text, size, colour, font, "end" if left else "start"))


def promise_cells(found: Sequence[Past], day: date, colours: ChartColours, width: float) -> Drawing:
    """A cell for each action with its number: filled when done, outlined when late, dashed when dropped, else pale."""
    register_fonts()
    across = min(max(len(found), 1), MOST_ACROSS)
    side = min(CELL, (width + BETWEEN) / across - BETWEEN)
    step, rows = side + BETWEEN, -(-len(found) // across) or 1
    drawing = Drawing(across * step - BETWEEN, rows * step - BETWEEN)
    for place, past in enumerate(found):
        row, column = divmod(place, across)
        drawing.add(_cell(past, day, (column * step, (rows - 1 - row) * step, side), colours))
    return drawing


def _cell(past: Past, day: date, place: tuple[float, float, float], colours: ChartColours) -> Group:
    """`place`: its lower left corner, and its side."""
    x, y, side = place
    ground, ink = bar(x, y, side, side, GROUP_ROW, 1.5), colours.muted
    if past.became is Became.DONE:
        ground, ink = bar(x, y, side, side, colours.series, 1.5), ink_on(colours.series)
    elif past.became is Became.DROPPED:
        ground = frame(x, y, side, side, colours.muted, colours.background, dash=True)
    elif past.is_late(day):
        ground, ink = frame(x, y, side, side, RED, colours.background, line=1.2), RED
    text = label(x + side / 2, y + side / 2 - 3, str(past.action.position), 8.3, ink, SANS_SEMIBOLD, "middle")
    return Group(ground, text)
