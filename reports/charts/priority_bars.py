"""The accepted actions by priority, each bar with the sum that makes it."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from reportlab.graphics.shapes import Drawing, Group

from models.method.rules import PriorityRule
from models.plan.plan import PlanLine
from models.plan.priority import Wave
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, label, line, wrapped
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts

ROW, AXIS = 20, 16
NAME_WIDTH, SUM_WIDTH = 214, 92
BAR_HEIGHT = 8
LAST_WITH_ROOM = 85
"""Score up to which the words of its rule stand after it without running into those of the sums."""


def priority_bars(
    lines: Sequence[PlanLine], colours: ChartColours, words: NullTranslations, width: float = 487, most: int = 12
) -> Drawing:
    """The first `most` actions in the order given, a row of 20 points each.

    The score stands at the end of the bar and its parts beside it: severity, reach and ease. Two rules mark where
    the first and the next wave begin.
    """
    register_fonts()
    chosen = lines[:most]
    height = ROW * len(chosen) + AXIS
    drawing = Drawing(width, height)
    left, right = NAME_WIDTH, width - SUM_WIDTH
    if chosen:
        drawing.add(_waves(chosen[0].priority.rule, left, right, height, colours, words))
    drawing.add(label(width, height - 8, words.gettext("severity + reach + ease"), 7, colours.muted, SANS, "end"))
    for index, entry in enumerate(chosen):
        drawing.add(_row(entry, index, height - AXIS - ROW * (index + 0.5), left, right, width, colours))
    return drawing


def _waves(
    rule: PriorityRule, left: float, right: float, height: float, colours: ChartColours, words: NullTranslations
) -> Group:
    beside = "start" if rule.first <= LAST_WITH_ROOM else "end"
    marks = (
        (rule.next, words.gettext("next: {score}+"), "end"),
        (rule.first, words.gettext("first: {score}+"), beside),
    )
    found = Group(line(left, 0, left, height - AXIS, colours.rule))
    for score, text, anchor in marks:
        x = left + (right - left) * score / 100
        found.add(line(x, 0, x, height - AXIS + 2, colours.muted, 0.5, dash=True))
        found.add(label(x, height - 8, text.format(score=score), 7, colours.muted, SANS, anchor))
    return found


def _row(
    entry: PlanLine, index: int, middle: float, left: float, right: float, width: float, colours: ChartColours
) -> Group:
    names = wrapped(entry.action.title, SANS, 8, NAME_WIDTH - 30, 2) or ["–"]
    found = Group(label(12, middle - 3, str(index + 1), 8, colours.muted, SANS_SEMIBOLD, "end"))
    for row, name in enumerate(names):
        found.add(label(18, middle - 2.8 + 4.6 * (len(names) - 1) - 9.2 * row, name, 8, colours.ink))
    length = (right - left) * min(entry.priority.score, 100) / 100
    first = entry.priority.wave is Wave.FIRST
    fill = colours.series if first else colours.ramp[2]
    found.add(bar(left, middle - BAR_HEIGHT / 2, max(length, 0.8), BAR_HEIGHT, fill))
    found.add(bar(left + length + 2, middle - 5, 17, 10, colours.background))
    found.add(label(left + length + 5, middle - 3, str(entry.priority.score), 8.5, colours.ink, SANS_SEMIBOLD))
    parts = " + ".join(map(str, entry.priority.parts))
    found.add(label(width, middle - 2.6, parts, 7, colours.muted, SANS, "end"))
    return found
