"""What the pilot cost beside what production is likely to cost."""

from __future__ import annotations

from decimal import Decimal
from gettext import NullTranslations

from reportlab.graphics.shapes import Drawing

from models.playbook.budget import BAND
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, fitted, label, line
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts
from reports.words.phrases import money

NAME_WIDTH = 92
HEIGHT = 54


def cost_range_bars(
    cost: Decimal, currency: str, colours: ChartColours, words: NullTranslations, width: float = 487
) -> Drawing:
    """Two bars on one scale, 54 points high: the pilot, and the range from 2 to 5 times its cost."""
    register_fonts()
    drawing = Drawing(width, HEIGHT)
    low, high = (int(times) for times in BAND)
    unit = (width - NAME_WIDTH) / high
    left = NAME_WIDTH
    drawing.add(line(left, 0, left, HEIGHT, colours.rule))
    drawing.add(label(0, 36, words.gettext("Pilot"), 8.5, colours.ink, SANS_SEMIBOLD))
    drawing.add(bar(left, 34, unit, 10, colours.ramp[2]))
    text = fitted(money(cost, currency), SANS_SEMIBOLD, 8.5, unit * (high - 1) - 8)
    drawing.add(label(left + unit + 6, 36, text, 8.5, colours.ink, SANS_SEMIBOLD))
    drawing.add(label(0, 15, words.gettext("Production"), 8.5, colours.ink, SANS_SEMIBOLD))
    drawing.add(bar(left + unit * low, 13, unit * (high - low), 10, colours.series))
    low_text = fitted(f"{low} ×  {money(cost * low, currency)}", SANS, 8, unit * 1.45)
    high_text = fitted(f"{high} ×  {money(cost * high, currency)}", SANS, 8, unit * 1.45)
    drawing.add(label(left + unit * low, 2, low_text, 8, colours.ink))
    drawing.add(label(width, 2, high_text, 8, colours.ink, SANS, "end"))
    return drawing
