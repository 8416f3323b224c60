"""The budget on one scale: what the pilot cost, what is planned in its parts, and what is usual."""

from __future__ import annotations

from decimal import Decimal
from gettext import NullTranslations

from models.playbook.budget import Budget
from models.values.numbers import shown_number
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, dot, fitted, label, line, whisker
from reports.charts.shapes import Drawing, Group
from reports.figures.money_scale import MoneyScale
from reports.type.fonts import SANS, SANS_SEMIBOLD, SERIF_SEMIBOLD, register_fonts, text_width
from reports.words.phrases import exact_sum, sum_in_words

HEIGHT, AXIS, NAME = 128.0, 16.0, 76.0
PILOT, PLAN, USUAL = 96.0, 62.0, 16.0
"""Middles of the rows, in points from the foot."""
BAR, SIZE, FIGURE = 13.0, 8.2, 12.5
BETWEEN = 1.6
THOUSAND = Decimal(1_000)


def budget_scale(found: Budget, colours: ChartColours, words: NullTranslations, width: float) -> Drawing:
    """Parts of the plan are one colour, in the order of the kinds; the line below them runs from low to high."""
    register_fonts()
    drawing, amount = Drawing(width, HEIGHT), found.first_year
    sums = [amount.high, amount.likely, found.pilot_cost or Decimal(0), *(found.band or ())]
    scale = MoneyScale(sums, NAME, width - 30)
    drawing.add(_axis(found, scale, width, colours, words))
    names = [(PILOT, words.gettext("Pilot")), (PLAN, words.gettext("Planned"))]
    for middle, name in [*names, *([(USUAL, words.gettext("Usual"))] if found.band else [])]:
        drawing.add(label(0, middle - 3, fitted(name, SANS_SEMIBOLD, SIZE, NAME - 8), SIZE, colours.ink, SANS_SEMIBOLD))
    drawing.add(_pilot(found, scale, width, colours, words))
    if found.band:
        drawing.add(_usual(found, scale, width, colours, words))
    drawing.add(_plan(found, scale, width, colours, words))
    return drawing


def _axis(found: Budget, scale: MoneyScale, width: float, colours: ChartColours, words: NullTranslations) -> Group:
    shown, end = Group(line(0, HEIGHT - AXIS, width, HEIGHT - AXIS, colours.series, 0.96)), 0.0
    for x, whole in scale.quarters(found.currency, words):
        text = fitted(whole, SANS, 7.4, width / 4)
        shown.add(line(x, 0, x, HEIGHT - AXIS, colours.rule, 0.58))
        half = text_width(text, SANS, 7.4) / 2
        middle = min(max(x, NAME + half), width - half)
        if middle - half > end:
            shown.add(label(middle, HEIGHT - AXIS + 5, text, 7.4, colours.muted, SANS, "middle"))
            end = middle + half + 4
    return shown


def _pilot(found: Budget, scale: MoneyScale, width: float, colours: ChartColours, words: NullTranslations) -> Group:
    if not found.pilot_cost:
        return _plated(words.gettext("Not entered"), NAME + 4, PILOT, width, colours.muted, colours)
    end = scale.at(found.pilot_cost)
    beside = _plated(exact_sum(found.pilot_cost, found.currency, words), end + 5, PILOT, width, colours.ink, colours)
    return Group(bar(NAME, PILOT - BAR / 2, max(end - NAME, 1), BAR, colours.ramp[1]), beside)


def _plated(text: str, x: float, middle: float, width: float, colour: str, colours: ChartColours) -> Group:
    """Words at a bar's end, on a plate so that no line runs through them; left of the end where the page ends."""
    text = fitted(text, SANS, SIZE, width - NAME)
    wide = text_width(text, SANS, SIZE)
    left = x if x + wide <= width else max(width - wide, 0)
    plate = bar(left - 2, middle - 5, wide + 4, 10, colours.background)
    return Group(plate, label(left, middle - 3, text, SIZE, colour))


def _plan(found: Budget, scale: MoneyScale, width: float, colours: ChartColours, words: NullTranslations) -> Group:
    """The kinds side by side, then the whole; below them from low over likely to high."""
    shown, x, amount = Group(), NAME, found.first_year
    for kind in found.kinds:
        end = x + scale.at(kind.first_year.likely) - NAME
        if end - x > BETWEEN:
            shown.add(bar(x, PLAN - BAR / 2, end - x - BETWEEN, BAR, colours.ramp[2]))
            text = _short(kind.first_year.likely, words)
            if text_width(text, SANS_SEMIBOLD, SIZE) + 5 < end - x:
                middle = (x + end - BETWEEN) / 2
                shown.add(label(middle, PLAN - 3, text, SIZE, "#FFFFFF", SANS_SEMIBOLD, "middle"))
        x = end
    low, likely, high = (scale.at(s) for s in (amount.low, amount.likely, amount.high))
    y = PLAN - BAR / 2 - 7
    shown.add(whisker(low, high, y, colours.ink))
    shown.add(dot(likely, y, colours.ink, 2.4))
    total = exact_sum(amount.likely, found.currency, words)
    wide = text_width(total, SERIF_SEMIBOLD, FIGURE)
    left = min(max(x, high) + 8, width - wide)
    shown.add(bar(left - 3, PLAN - 7, wide + 6, 14, colours.background))
    shown.add(label(left, PLAN - 4, total, FIGURE, colours.series, SERIF_SEMIBOLD))
    return shown


def _short(amount: Decimal, words: NullTranslations) -> str:
    """In thousands."""
    return shown_number((amount / THOUSAND).quantize(Decimal(1)), words) if amount >= THOUSAND else "<1"


def _usual(found: Budget, scale: MoneyScale, width: float, colours: ChartColours, words: NullTranslations) -> Group:
    """The range by the rule, with a dotted line up to the plan where it begins."""
    if found.band is None or found.rule is None:
        return Group()
    low, high = (scale.at(bound) for bound in found.band)
    text = words.gettext("{low} to {high}: {least} to {most} times the pilot")
    said = text.format(
        low=sum_in_words(found.band[0], found.currency, words),
        high=sum_in_words(found.band[1], found.currency, words),
        least=shown_number(found.rule.low, words),
        most=shown_number(found.rule.high, words),
    )
    shown = Group(bar(low, USUAL - BAR / 2, max(high - low, 1), BAR, colours.ramp[0]))
    shown.add(line(low, USUAL - BAR / 2, low, PLAN + BAR / 2 + 3, colours.accent, 1, dash=True))
    said = fitted(said, SANS, SIZE, width - NAME)
    wide = text_width(said, SANS, SIZE)
    shown.add(label(min(low + 5, width - wide), USUAL - 3, said, SIZE, colours.ink))
    return shown
