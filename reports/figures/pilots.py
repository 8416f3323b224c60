"""Pilots side by side: the modes of one as a row of tints, and where all of them stand in each mode."""

from __future__ import annotations

import re
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
NAME_SIZE, NAME_LINE, BESIDE = 7.4, 8.6, 2.0
"""Points of a name over a cell, from one of its lines to the next, and between two names at least."""
_BREAKS = re.compile(r" +|(?<=\w)-(?=\w)")
"""Where a name may go on in its second line."""
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
    """The names over the middles of the cells, on two lines where they have room there, else their first words.

    A long one reaches over what short ones beside it leave free.
    """
    register_fonts()
    step = (width + GAP) / max(len(names), 1)
    heads = _heads(names, step)
    drawing = Drawing(width, 10 + NAME_LINE * any(upper for upper, _ in heads))
    rooms = [_rooms(texts, step) for texts in zip(*heads, strict=True)]
    for place, head in enumerate(heads):
        middle = place * step + (step - GAP) / 2
        for text, room, y in zip(head, rooms, (2.4 + NAME_LINE, 2.4), strict=False):
            shown = fitted(text, SANS, NAME_SIZE, room[place])
            drawing.add(label(middle, y, shown, NAME_SIZE, colours.muted, SANS, "middle"))
    return drawing


def _heads(names: Sequence[str], step: float) -> list[tuple[str, str]]:
    """An upper and a lower line of each; a name of one line stands on the lower."""
    heads = [_parted(name) for name in names]
    while (gives_way := _gives_way(heads, step)) is not None:
        heads[gives_way] = ("", names[gives_way].partition(" ")[0].partition("-")[0])
    return heads


def _parted(name: str) -> tuple[str, str]:
    """In two lines that are as long as each other as can be."""
    parted = [(name[: found.end()].rstrip(), name[found.end() :]) for found in _BREAKS.finditer(name)]
    return min(parted, key=lambda lines: max(map(_wide, lines)), default=("", name))


def _gives_way(heads: Sequence[tuple[str, str]], step: float) -> int | None:
    """The first name of two lines that has no room, or leaves none to a word beside it."""
    lines = list(zip(*heads, strict=True))
    rooms = [_rooms(texts, step) for texts in lines]
    for place in range(len(heads)):
        if all(_wide(texts[place]) <= room[place] for texts, room in zip(lines, rooms, strict=True)):
            continue
        near = (place, *sorted({place - 1, place + 1} & set(range(len(heads))), key=lambda n: -_wide(lines[1][n])))
        if (found := next((n for n in near if heads[n][0]), None)) is not None:
            return found
    return None


def _rooms(texts: Sequence[str], step: float) -> list[float]:
    """How wide each may be beside the others of its line."""
    wide = [_wide(text) for text in texts]
    beside = [max([*wide[max(n - 1, 0) : n], *wide[n + 1 : n + 2]], default=0.0) for n in range(len(wide))]
    return [max(2 * (step - BESIDE) - other, step - GAP) for other in beside]


def _wide(text: str) -> float:
    return text_width(text, SANS, NAME_SIZE)


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
