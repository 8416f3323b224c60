"""The budget against the rule: what the pilot cost, what production costs as a band, and the plan on it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from gettext import NullTranslations

from models.playbook.budget import Budget
from models.values.colour import ink_on
from models.values.numbers import shown_number, shown_percent
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, dot, fitted, label, line, whisker
from reports.charts.shapes import Drawing, Group, String
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts, text_width
from reports.words.phrases import money
from reports.words.text import one_line

HEIGHT = 132
SIZE = 8.5
NAME_WIDTH = 66
BAND_FOOT, BAND_TOP = 48, 110
PILOT, PLAN = 95, 70
"""Middles of the two rows; all in points from the foot."""
SHARES = 28
NARROW = 24
"""Points below which a sum says nothing."""
KEY, GAP = 11, 22
"""A key's square with its room, and the most between two names."""


def budget_band(found: Budget, colours: ChartColours, words: NullTranslations, width: float = 487) -> Drawing:
    """One scale from nothing to the dearest end, 132 points high, with the shares of the kinds of cost below it."""
    register_fonts()
    drawing = Drawing(width, HEIGHT)
    scale = _Scale(found, NAME_WIDTH, width)
    if found.band is not None:
        drawing.add(_band(found, scale, colours, words))
    drawing.add(line(NAME_WIDTH, BAND_FOOT, NAME_WIDTH, BAND_TOP, colours.rule))
    for text, middle in ((words.gettext("Pilot"), PILOT), (words.gettext("Plan"), PLAN)):
        name = fitted(text, SANS_SEMIBOLD, SIZE, NAME_WIDTH - 8)
        drawing.add(label(0, middle - 3, name, SIZE, colours.ink, SANS_SEMIBOLD))
    drawing.add(_pilot(found, scale, colours, words))
    if any(kind.lines for kind in found.kinds):
        drawing.add(_plan(found, scale, colours, words))
        drawing.add(_shares(found, colours, words, width))
    else:
        drawing.add(label(NAME_WIDTH + 6, PLAN - 3, words.gettext("No costs yet"), SIZE, colours.muted))
    return drawing


class _Scale:
    """Turns a sum into a distance from the left."""

    def __init__(self, found: Budget, left: float, right: float) -> None:
        ends = [found.pilot_cost or Decimal(0), found.first_year.high, found.first_year.likely, *(found.band or ())]
        self.left, self.right = left, right - 2
        self.most = max(*ends, Decimal(1))

    def at(self, amount: Decimal) -> float:
        return self.left + (self.right - self.left) * float(max(amount, Decimal(0)) / self.most)


def _band(found: Budget, scale: _Scale, colours: ChartColours, words: NullTranslations) -> Group:
    if found.band is None or found.rule is None:
        return Group()
    low, high = (scale.at(bound) for bound in found.band)
    shown = Group(bar(low, BAND_FOOT, high - low, BAND_TOP - BAND_FOOT, colours.ramp[0]))
    shown.add(line(low, BAND_FOOT, low, BAND_TOP, colours.series, 1))
    shown.add(line(high, BAND_FOOT, high, BAND_TOP, colours.series, 1))
    times = (shown_number(times, words) for times in (found.rule.low, found.rule.high))
    texts = [
        f"{so_many} ×  {money(sum_, found.currency, words)}" for so_many, sum_ in zip(times, found.band, strict=True)
    ]
    shown.add(_ends(texts, low, high, scale, colours))
    return shown


def _ends(texts: Sequence[str], low: float, high: float, scale: _Scale, colours: ChartColours) -> Group:
    """A sum above each end of the band; both in one line where the band is too narrow for two."""
    room = (high - low) / 2 - 6
    if room < NARROW:
        both = fitted(" – ".join(texts), SANS, SIZE, scale.right - scale.left)
        half = text_width(both, SANS, SIZE) / 2
        x = min(max((low + high) / 2, scale.left + half), scale.right - half)
        return Group(label(x, BAND_TOP + 6, both, SIZE, colours.ink, SANS, "middle"))
    first, last = (fitted(text, SANS, SIZE, room) for text in texts)
    above = BAND_TOP + 6
    return Group(label(low, above, first, SIZE, colours.ink), label(high, above, last, SIZE, colours.ink, SANS, "end"))


def _pilot(found: Budget, scale: _Scale, colours: ChartColours, words: NullTranslations) -> Group:
    if not found.pilot_cost:
        return Group(label(NAME_WIDTH + 6, PILOT - 3, words.gettext("Cost not known"), SIZE, colours.muted))
    end = scale.at(found.pilot_cost)
    beside = scale.at(found.band[0]) if found.band else scale.right
    room = max(beside - end - 10, 60)
    text = fitted(money(found.pilot_cost, found.currency, words), SANS, SIZE, room)
    shown = Group(bar(NAME_WIDTH, PILOT - 5, end - NAME_WIDTH, 10, colours.muted))
    if end + 5 + text_width(text, SANS, SIZE) <= scale.right:
        shown.add(label(end + 5, PILOT - 3, text, SIZE, colours.ink))
    else:
        shown.add(label(end - 5, PILOT - 3, text, SIZE, ink_on(colours.muted), SANS, "end"))
    return shown


def _plan(found: Budget, scale: _Scale, colours: ChartColours, words: NullTranslations) -> Group:
    """From low to high with the likely sum as a dot, each with its figure."""
    amount = found.first_year
    low, likely, high = (scale.at(sum_) for sum_ in (amount.low, amount.likely, amount.high))
    shown = Group(whisker(low, high, PLAN, colours.ink), dot(likely, PLAN, colours.accent, 5, colours.background))
    ends = f"{money(amount.low, found.currency, words)} – {money(amount.high, found.currency, words)}"
    wide, text = text_width(ends, SANS, SIZE), money(amount.likely, found.currency, words)
    if high + 8 + wide <= scale.right:
        shown.add(label(high + 8, PLAN - 3, ends, SIZE, colours.ink))
    elif low - 8 - wide >= scale.left:
        shown.add(label(low - 8, PLAN - 3, ends, SIZE, colours.ink, SANS, "end"))
    else:
        text = f"{text}  ({ends})"
    shown.add(_beside_the_edges(text, likely, found, scale, colours))
    return shown


def _beside_the_edges(text: str, at: float, found: Budget, scale: _Scale, colours: ChartColours) -> String:
    """The likely sum under its dot, or beside a line of the band that would run through it."""
    text = fitted(text, SANS_SEMIBOLD, SIZE, scale.right - scale.left - 4)
    half = text_width(text, SANS_SEMIBOLD, SIZE) / 2
    first, last = scale.left + half + 2, scale.right - half
    x = min(max(at, first), last)
    for edge in (scale.at(bound) for bound in found.band or ()):
        beside = edge - half - 3 if at < edge else edge + half + 3
        if abs(x - edge) < half + 3 and first <= beside <= last:
            x = beside
    return label(x, PLAN - 17, text, SIZE, colours.ink, SANS_SEMIBOLD, "middle")


def _shares(found: Budget, colours: ChartColours, words: NullTranslations, width: float) -> Group:
    """The kinds as parts of one bar, named below it in the same order."""
    shown, x = Group(), 0.0
    for place, kind in enumerate(found.kinds):
        part = float(found.share(kind)) * width
        fill = colours.ramp[place % 4]
        shown.add(bar(x, SHARES - 10, max(part - 1, 0), 12, fill))
        text = shown_percent(Decimal(round(found.share(kind) * 100)), words)
        if text_width(text, SANS_SEMIBOLD, SIZE) + 8 <= part:
            shown.add(label(x + 4, SHARES - 7, text, SIZE, ink_on(fill), SANS_SEMIBOLD))
        x += part
    shown.add(_names(found, colours, width))
    return shown


def _names(found: Budget, colours: ChartColours, width: float) -> Group:
    """Side by side as wide as they are; in equal parts, cut, where they do not fit."""
    texts = [f"{found.share(kind) * 100:.0f} %  {one_line(kind.title)}" for kind in found.kinds]
    wide = [KEY + text_width(text, SANS, SIZE) for text in texts]
    gap = (width - sum(wide)) / max(len(texts) - 1, 1)
    rooms = [room + min(gap, GAP) for room in wide] if gap >= KEY / 2 else [width / len(texts)] * len(texts)
    shown, left = Group(), 0.0
    for place, (text, room) in enumerate(zip(texts, rooms, strict=True)):
        shown.add(bar(left, 3, 7, 7, colours.ramp[place % 4]))
        shown.add(label(left + KEY, 3, fitted(text, SANS, SIZE, room - KEY), SIZE, colours.ink))
        left += room
    return shown
