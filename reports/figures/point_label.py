"""The state of a readiness point as its mark with the word, and the tally of all five states."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.values.names import point_state_counted, point_state_name
from models.values.terms import PointState
from reports.charts.colours import ChartColours
from reports.charts.marks import fitted, label
from reports.charts.shapes import Drawing
from reports.figures.point_mark import point_colour, point_mark
from reports.type.fonts import SANS, SANS_SEMIBOLD, SERIF_SEMIBOLD, register_fonts, text_width

MARK, TALLY_MARK, GAP = 9.6, 11.5, 4.3
SIZES = (7.9, 7.4, 7.0, 6.6, 6.2)
FIGURE, WORD = 12.5, 8.2


def point_label(state: PointState, colours: ChartColours, words: NullTranslations, width: float) -> Drawing:
    """Mark and word in one line, the word smaller rather than cut."""
    register_fonts()
    drawing, name = Drawing(width, MARK), point_state_name(state, words)
    room = width - MARK - GAP
    size = next((s for s in SIZES if text_width(name, SANS_SEMIBOLD, s) <= room), SIZES[-1])
    drawing.add(point_mark(0, 0, MARK, state, colours))
    word = fitted(name, SANS_SEMIBOLD, size, room)
    drawing.add(label(MARK + GAP, 1.7, word, size, point_colour(state, colours), SANS_SEMIBOLD))
    return drawing


def point_tally(
    counts: Sequence[tuple[PointState, int]], colours: ChartColours, words: NullTranslations, width: float
) -> Drawing:
    """All five states in the order in which they are told, each with how many there are, zero too."""
    register_fonts()
    drawing, parts = Drawing(width, 14), list(counts)
    named = [(state, str(count), point_state_counted(state, count, words)) for state, count in parts]
    wide = [
        TALLY_MARK + GAP + text_width(c, SERIF_SEMIBOLD, FIGURE) + 4 + text_width(n, SANS, WORD) for _, c, n in named
    ]
    gap = (width - sum(wide)) / max(len(parts) - 1, 1)
    x = 0.0
    for (state, count, name), room in zip(named, wide, strict=True):
        drawing.add(point_mark(x, 1, TALLY_MARK, state, colours))
        left = x + TALLY_MARK + GAP
        drawing.add(label(left, 2.6, count, FIGURE, point_colour(state, colours), SERIF_SEMIBOLD))
        left += text_width(count, SERIF_SEMIBOLD, FIGURE) + 4
        drawing.add(label(left, 2.9, name, WORD, colours.ink))
        x += room + max(gap, 4)
    return drawing
