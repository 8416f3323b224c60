"""The accepted actions by priority, each bar with the sum that makes it."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.plan.plan import PlanLine
from models.plan.titles import titled
from models.plan.waves import Wave
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, label, line, wrapped
from reports.charts.shapes import Drawing, Group
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts

ROW, AXIS = 20, 16
NAME_WIDTH, SUM_WIDTH = 214, 92
BAR_HEIGHT = 8


def priority_bars(
    lines: Sequence[PlanLine], colours: ChartColours, words: NullTranslations, width: float = 487, most: int = 12
) -> Drawing:
    """The first `most` actions in the order given, a row of 20 points each, under their numbers in the plan.

    The score stands at the end of the bar and its parts beside it: severity, reach and ease.
    """
    register_fonts()
    chosen = lines[:most]
    height = ROW * len(chosen) + AXIS
    drawing = Drawing(width, height)
    left, right = NAME_WIDTH, width - SUM_WIDTH
    drawing.add(line(left, 0, left, height - AXIS, colours.rule))
    drawing.add(label(width, height - 8, words.gettext("severity + reach + ease"), 7, colours.muted, SANS, "end"))
    for index, entry in enumerate(chosen):
        names = wrapped(titled(entry.action.title, words), SANS, 8, NAME_WIDTH - 30, 2)
        drawing.add(_row(entry, names, height - AXIS - ROW * (index + 0.5), (left, right, width), colours))
    return drawing


def _row(
    entry: PlanLine,
    names: Sequence[str],
    middle: float,
    across: tuple[float, float, float],
    colours: ChartColours,
) -> Group:
    left, right, width = across
    found = Group(label(12, middle - 3, str(entry.number), 8, colours.muted, SANS_SEMIBOLD, "end"))
    for row, name in enumerate(names):
        found.add(label(18, middle - 2.8 + 4.6 * (len(names) - 1) - 9.2 * row, name, 8, colours.ink))
    length = (right - left) * min(entry.priority.score, 100) / 100
    first = entry.wave is Wave.FIRST
    fill = colours.series if first else colours.ramp[2]
    found.add(bar(left, middle - BAR_HEIGHT / 2, max(length, 0.8), BAR_HEIGHT, fill))
    found.add(bar(left + length + 2, middle - 5, 17, 10, colours.background))
    found.add(label(left + length + 5, middle - 3, str(entry.priority.score), 8.5, colours.ink, SANS_SEMIBOLD))
    parts = " + ".join(map(str, entry.priority.parts))
    found.add(label(width, middle - 2.6, parts, 7, colours.muted, SANS, "end"))
    return found
