"""What is planned beside what is usual, as two bars on one scale."""

from __future__ import annotations

from gettext import NullTranslations

from models.playbook.budget import Budget
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, fitted, label
from reports.charts.shapes import Drawing
from reports.figures.money_scale import MoneyScale
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts
from reports.type.ink import GROUP_ROW
from reports.words.phrases import sum_in_words

ROW, BAR = 30.0, 7.7


def planned_range(found: Budget, colours: ChartColours, words: NullTranslations, width: float, size: float) -> Drawing:
    """From the low to the high sum with a mark at the likely one; below it the usual range, where one is known."""
    register_fonts()
    amount, currency, has_plan = found.first_year, found.currency, any(kind.lines for kind in found.kinds)
    rows = has_plan + (found.band is not None)
    drawing, foot = Drawing(width, ROW * rows + size + 4), size + 4.0
    scale = MoneyScale([*((amount.high, amount.likely) if has_plan else ()), *(found.band or ())], 0, width)
    top = drawing.height
    if has_plan:
        text = words.gettext("Planned: {low} to {high}")
        said = text.format(
            low=sum_in_words(amount.low, currency, words), high=sum_in_words(amount.high, currency, words)
        )
        drawing.add(label(0, top - size, fitted(said, SANS_SEMIBOLD, size, width), size, colours.ink, SANS_SEMIBOLD))
        y = top - size - 5 - BAR
        drawing.add(bar(0, y, width, BAR, GROUP_ROW))
        low, high, likely = (scale.at(s) for s in (amount.low, amount.high, amount.likely))
        drawing.add(bar(low, y, max(high - low, 1), BAR, colours.ramp[2]))
        drawing.add(bar(max(likely - 1.4, 0), y - 2.4, 2.8, BAR + 4.8, colours.series))
        top -= ROW
    if found.band:
        text = words.gettext("Usual range: {low} to {high}")
        said = text.format(
            low=sum_in_words(found.band[0], currency, words), high=sum_in_words(found.band[1], currency, words)
        )
        drawing.add(label(0, top - size, fitted(said, SANS, size, width), size, colours.muted))
        y = top - size - 5 - BAR
        drawing.add(bar(0, y, width, BAR, GROUP_ROW))
        drawing.add(
            bar(scale.at(found.band[0]), y, scale.at(found.band[1]) - scale.at(found.band[0]), BAR, colours.ramp[1])
        )
    ends = scale.quarters(found.currency, words)
    drawing.add(label(0, foot - size - 1, ends[0][1], size * 0.92, colours.muted))
    drawing.add(
        label(
            width, foot - size - 1, fitted(ends[-1][1], SANS, size, width / 2), size * 0.92, colours.muted, SANS, "end"
        )
    )
    return drawing
