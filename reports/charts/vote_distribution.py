"""How a room voted on one warning sign, round by round: a column of votes above each level."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from reportlab.graphics.shapes import Drawing, Group

from models.diagnosis.voting import Tally
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, fitted, hollow, label, line
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts

ROUND, AXIS = 30, 11
TALLEST = 17.0
NAME_WIDTH = 14
SIZE = 7


def vote_distribution(
    tallies: Sequence[Tally], colours: ChartColours, words: NullTranslations, width: float = 108
) -> Drawing:
    """30 points a round, the first one on top, over the scale from 0 to 3; "?" counts those who did not know.

    The last round is in full colour, those before it are pale. Every column carries its number.
    """
    register_fonts()
    height = ROUND * len(tallies) + AXIS
    drawing = Drawing(width, height)
    unknown = any(tally.not_known for tally in tallies)
    left = NAME_WIDTH if len(tallies) > 1 else 0
    pitch = (width - left) / (5 if unknown else 4)
    most = max([*(max(*t.counts, t.not_known) for t in tallies), 1])
    for place, tally in enumerate(tallies):
        base = height - ROUND * (place + 1)
        fill = colours.series if place == len(tallies) - 1 else colours.ramp[1]
        drawing.add(line(left, base, width, base, colours.rule))
        if left:
            drawing.add(label(0, base + 2, f"{place + 1}.", SIZE, colours.muted))
        drawing.add(_columns(tally, left, base, pitch, most, fill, colours, unknown))
    for number, name in enumerate(["0", "1", "2", "3", *("?" * unknown)]):
        drawing.add(label(left + pitch * (number + 0.5), 2, name, SIZE, colours.muted, SANS, "middle"))
    return drawing


def _columns(
    tally: Tally, left: float, base: float, pitch: float, most: int, fill: str, colours: ChartColours, unknown: bool
) -> Group:
    found = Group()
    counts = [*tally.counts, *([tally.not_known] if unknown else [])]
    for number, count in enumerate(counts):
        if not count:
            continue
        middle, wide = left + pitch * (number + 0.5), min(pitch * 0.62, 14)
        height = max(TALLEST * count / most, 1.5)
        if number < len(tally.counts):
            found.add(bar(middle - wide / 2, base, wide, height, fill))
        else:
            found.add(hollow(middle - wide / 2, base, wide, height, colours.muted, colours.background))
        text = fitted(str(count), SANS_SEMIBOLD, SIZE, pitch)
        found.add(label(middle, base + height + 2, text, SIZE, colours.ink, SANS_SEMIBOLD, "middle"))
    return found
