"""What the pilot cost beside what production is likely to cost."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from gettext import NullTranslations

from models.method.rules import ProductionCost
from models.values.colour import ink_on
from models.values.numbers import shown_number
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, fitted, label, line
from reports.charts.shapes import Drawing, Group, String
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts
from reports.words.phrases import money

NAME_WIDTH = 92
HEIGHT = 54
SHARE = 0.48
"""Of the range, which each of the sums below its ends may take."""
NARROW = 40
"""Points below which a sum says nothing."""


def cost_range_bars(
    cost: Decimal,
    rule: ProductionCost,
    currency: str,
    colours: ChartColours,
    words: NullTranslations,
    width: float = 487,
) -> Drawing:
    """Two bars on one scale, 54 points high: the pilot, and the range in which production costs by the rule."""
    register_fonts()
    drawing = Drawing(width, HEIGHT)
    low, high = float(rule.low), float(rule.high)
    unit = (width - NAME_WIDTH) / high
    left = NAME_WIDTH
    drawing.add(line(left, 0, left, HEIGHT, colours.rule))
    drawing.add(label(0, 36, words.gettext("Pilot"), 8.5, colours.ink, SANS_SEMIBOLD))
    drawing.add(bar(left, 34, unit, 10, colours.ramp[2]))
    drawing.add(_pilot(money(cost, currency, words), left, unit, width, colours))
    drawing.add(label(0, 15, words.gettext("Production"), 8.5, colours.ink, SANS_SEMIBOLD))
    drawing.add(bar(left + unit * low, 13, unit * (high - low), 10, colours.series))
    ends = [
        f"{shown_number(times, words)} ×  {money(cost * times, currency, words)}" for times in (rule.low, rule.high)
    ]
    drawing.add(_ends(ends, left + unit * low, width, colours))
    return drawing


def _pilot(text: str, left: float, unit: float, width: float, colours: ChartColours) -> String:
    """Beside the bar, or within it where that has more room."""
    beside = width - left - unit - 8
    if beside >= unit - 12:
        text = fitted(text, SANS_SEMIBOLD, 8.5, beside)
        return label(left + unit + 6, 36, text, 8.5, colours.ink, SANS_SEMIBOLD)
    text = fitted(text, SANS_SEMIBOLD, 8.5, unit - 12)
    return label(left + 6, 36, text, 8.5, ink_on(colours.ramp[2]), SANS_SEMIBOLD)


def _ends(texts: Sequence[str], low: float, high: float, colours: ChartColours) -> Group:
    """A sum below each end of the range; both in one line where the range is too narrow for two."""
    room = (high - low) * SHARE
    if room < NARROW:
        both = fitted(" – ".join(texts), SANS, 8, high - NAME_WIDTH)
        return Group(label(high, 2, both, 8, colours.ink, SANS, "end"))
    first, last = (fitted(text, SANS, 8, room) for text in texts)
    return Group(label(low, 2, first, 8, colours.ink), label(high, 2, last, 8, colours.ink, SANS, "end"))
