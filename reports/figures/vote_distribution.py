"""How a room voted on one warning sign: one bar a vote, at its level; the first vote above, the last below."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.diagnosis.voting import Tally
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, fitted, label, line
from reports.charts.shapes import Drawing, Group
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts

ROUND, AXIS, TALL = 22.0, 11.0, 12.5
BAR, STEP = 1.7, 2.6
SHARE = 0.84
"""Of a level's place, which its bars may take."""
LEAST_STEP = 1.6
"""Between two bars; where they would be closer, a block with their number stands for them."""
SIZE = 7.4


def vote_distribution(
    tallies: Sequence[Tally], colours: ChartColours, words: NullTranslations, width: float = 84
) -> Drawing:
    """22 points for a vote, over the scale from 0 to 3 and "?" for who did not know. Of several, the first is pale."""
    register_fonts()
    shown = [tallies[0], tallies[-1]] if len(tallies) > 1 else list(tallies)
    drawing = Drawing(width, ROUND * len(shown) + AXIS)
    pitch = width / 5
    for place, tally in enumerate(shown):
        base = drawing.height - ROUND * (place + 1)
        fill = colours.series if place == len(shown) - 1 else colours.ramp[1]
        for number, count in enumerate((*tally.counts, tally.not_known)):
            left = pitch * number
            drawing.add(line(left, base, left + pitch * SHARE, base, colours.muted, 0.5))
            drawing.add(_votes(count, left, base, pitch * SHARE, fill, colours))
    for number, name in enumerate(("0", "1", "2", "3", "?")):
        drawing.add(label(pitch * number + pitch * SHARE / 2, 2, name, SIZE, colours.muted, SANS, "middle"))
    return drawing


def _votes(count: int, left: float, base: float, width: float, fill: str, colours: ChartColours) -> Group:
    """A bar for each, about the middle of the level's place."""
    if not count:
        return Group()
    step = min(STEP, width / count)
    if step < LEAST_STEP:
        text = fitted(str(count), SANS_SEMIBOLD, SIZE, width + 3)
        block = bar(left, base, width, TALL - SIZE + 1, fill)
        return Group(
            block, label(left + width / 2, base + TALL - SIZE + 2.5, text, SIZE, colours.ink, SANS_SEMIBOLD, "middle")
        )
    first = left + (width - step * (count - 1) - BAR) / 2
    return Group(*(bar(first + step * n, base, min(BAR, step * 0.7), TALL, fill) for n in range(count)))
