"""How a business metric has moved: from where it began, reading by reading, against its target."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from gettext import NullTranslations
from itertools import pairwise

from models.playbook.readings import Movement
from models.values.months import short_month
from models.values.numbers import shown_number
from reports.charts.colours import ChartColours
from reports.charts.marks import fitted, label, line
from reports.charts.shapes import Circle, Drawing, Group
from reports.type.fonts import SANS, SANS_SEMIBOLD, SERIF_SEMIBOLD, register_fonts, text_width
from reports.words.text import one_line

MOST = 6
"""Readings shown, the newest ones."""
FOOT = 20.0
"""Room below the line for the dates, in points."""


def metric_line(
    moved: Movement,
    begun: date | None,
    colours: ChartColours,
    words: NullTranslations,
    width: float,
    large: bool = False,
) -> Drawing:
    """At least one reading. `begun` is the day of the baseline; `large` for a page that is read on a phone."""
    register_fonts()
    size = 10.5 if large else 7.4
    drawing = Drawing(width, 76 if large else 84)
    last = f"{shown_number(moved.readings[-1].value, words)} {one_line(moved.unit)}".strip()
    last = fitted(last, SERIF_SEMIBOLD, size * 1.6, width * 0.4)
    right = width - text_width(last, SERIF_SEMIBOLD, size * 1.6) - size - 2
    place = _Place(moved, begun, size + 4, right, drawing.height, above=size * 1.1 + 5)
    if moved.target is not None:
        drawing.add(_target(moved.target, place, size, colours, words))
    for (x1, y1), (x2, y2) in pairwise(place.points):
        drawing.add(line(x1, y1, x2, y2, colours.series, 1.5))
    for number, (x, y) in enumerate(place.points):
        whole = number in (0, len(place.points) - 1)
        drawing.add(_dot(x, y, whole, colours))
    drawing.add(_figures(place, last, size, colours, words))
    drawing.add(_dates(place, size, colours, words))
    return drawing


class _Place:
    """Turns days and values into points; the values cover the height between figures and dates."""

    def __init__(
        self, moved: Movement, begun: date | None, left: float, right: float, height: float, above: float
    ) -> None:
        readings = list(moved.readings[-MOST:])
        self.days: list[date | None] = [reading.day for reading in readings]
        self.values = [reading.value for reading in readings]
        if moved.baseline is not None:
            first = begun if begun and begun < readings[0].day else None
            self.days.insert(0, first)
            self.values.insert(0, moved.baseline)
        ends = [*self.values, *([moved.target] if moved.target is not None else [])]
        self._low, self._high = float(min(ends)), float(max(ends))
        self._foot, self._room = FOOT, height - FOOT - above
        self.left, self.right = left, right
        self.points = [(x, self.y(float(v))) for x, v in zip(self._across(), self.values, strict=True)]

    def y(self, value: float) -> float:
        share = (value - self._low) / (self._high - self._low) if self._high > self._low else 0.5
        return self._foot + self._room * share

    def _across(self) -> list[float]:
        """By the calendar where every day is known and they are far enough apart, else at equal distances."""
        many, width = len(self.days), self.right - self.left
        even = [self.left + width * n / max(many - 1, 1) for n in range(many)]
        known = [day for day in self.days if day]
        if len(known) < many or many < 2 or known[0] == known[-1]:
            return even
        span = (known[-1] - known[0]).days
        found = [self.left + width * (day - known[0]).days / span for day in known]
        near = any(b - a < width / (many * 2) for a, b in pairwise(found))
        return even if near else found


def _target(target: Decimal, place: _Place, size: float, colours: ChartColours, words: NullTranslations) -> Group:
    """A dashed line with its figure over it, or under it where the first point is; neither where there is no room."""
    y, first = place.y(float(target)), place.points[0][1]
    text = words.gettext("target {value}").format(value=shown_number(target, words))
    if abs(first - y - 3) > size * 1.5 or first < y - size:
        bottom = y + 3
    elif y - size >= FOOT - size / 2:
        bottom = y - size
    else:
        return Group()
    return Group(line(0, y, place.right, y, colours.muted, 0.7, dash=True), label(0, bottom, text, size, colours.muted))


def _dot(x: float, y: float, whole: bool, colours: ChartColours) -> Circle:
    fill = colours.series if whole else colours.background
    return Circle(x, y, 2.8, fill, colours.series, 1.3)


def _figures(place: _Place, last: str, size: float, colours: ChartColours, words: NullTranslations) -> Group:
    """At each dot: the first and the last in the serif, those between smaller, left out where they would touch."""
    found, end = Group(), 0.0
    (x, y), final = place.points[0], place.points[-1]
    if len(place.points) > 1:
        first = shown_number(place.values[0], words)
        found.add(label(x + 5, y + 4, first, size * 1.4, colours.ink, SERIF_SEMIBOLD))
        end = x + 5 + text_width(first, SERIF_SEMIBOLD, size * 1.4)
    for (x, y), value in list(zip(place.points, place.values, strict=True))[1:-1]:
        text = shown_number(value, words)
        if x > end and x + text_width(text, SANS_SEMIBOLD, size * 1.1) + 8 < final[0]:
            found.add(label(x + 4, y + 4, text, size * 1.1, colours.ink, SANS_SEMIBOLD))
            end = x + 4 + text_width(text, SANS_SEMIBOLD, size * 1.1)
    found.add(label(final[0] + 6, final[1] - size * 0.5, last, size * 1.6, colours.series, SERIF_SEMIBOLD))
    return found


def _dates(place: _Place, size: float, colours: ChartColours, words: NullTranslations) -> Group:
    """The months below the dots, with a year at the last; one that would touch the one before is left out."""
    found, end = Group(), 0.0
    for number, ((x, _), day) in enumerate(zip(place.points, place.days, strict=True)):
        text = short_month(day.month, words) if day else words.gettext("before")
        if day and number == len(place.days) - 1:
            text = f"{text} {day.year}"
        half = text_width(text, SANS, size) / 2
        middle = max(x, half)
        if middle - half > end:
            found.add(label(middle, 2, text, size, colours.muted, SANS, "middle"))
            end = middle + half + 4
    return found
