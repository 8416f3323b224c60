"""What reaches across all rows of the calendar: the months, the stages over them, and days that matter for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from gettext import NullTranslations

from models.frozen import frozen
from models.values.months import short_month
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, fitted, label, line, wrapped
from reports.charts.shapes import Group
from reports.figures.calendar_scale import CalendarScale
from reports.type.fonts import SANS, SANS_SEMIBOLD, text_width
from reports.words.text import one_line

MONTHS, BAND, HIGHER_BAND, UNDER_BAND = 15.0, 16.4, 22.4, 5.0
"""Heights, from the top: names of the months, the stages on one line or on two, and white below them; in points."""
FOOT, FOOT_LINE, LEAST_FOOT, MOST_FOOT = 7.0, 10.0, 2, 5
"""Points below the rows and of each line there that says what the lines across mean; how many lines there are."""
TYPE, SMALL, SMALLER = 8.4, 7.9, 7.6
HEAD = 245.0
"""Room for what the band is called."""
SHORTEST_NAME = 8
"""Letters of a stage's name below which its count alone says more."""
INSIDE, APART = 9.0, 8.0
"""Points that a name keeps from the ends of its stage, and between two texts at the foot."""


@frozen
class Stage:
    """A stage of the rollout, from its day to the next one's."""

    name: str
    short: str
    """What stands in a part too narrow for the name; may be empty."""
    start: date


@frozen
class DayMark:
    """A day that matters for all rows, with what it is."""

    day: date
    text: str
    wanted: bool = False
    """Whether it is the day that production is wanted; others are days that a gate names."""


@frozen
class CalendarFrame:
    """How high is what stands around the rows; in points."""

    band: float
    foot: float

    @property
    def head(self) -> float:
        """From the top to the first row."""
        return MONTHS + self.band + UNDER_BAND

    @property
    def height(self) -> float:
        """All of it."""
        return self.head + self.foot


def calendar_frame(stages: Sequence[Stage], marks: Sequence[DayMark], scale: CalendarScale) -> CalendarFrame:
    """As high as these stages and marks need it."""
    lines = [len(_name(stage, end - begin)[0]) for stage, begin, end in _spans(stages, scale)]
    band = (HIGHER_BAND if max(lines) > 1 else BAND) if lines else 0.0
    rows = max((row for _, _, row in _placed(marks, scale)), default=0) + 1
    return CalendarFrame(band, FOOT + FOOT_LINE * max(rows, LEAST_FOOT))


def not_whole(stages: Sequence[Stage], scale: CalendarScale) -> list[Stage]:
    """The stages whose name has no room in the band."""
    return [
        stage for stage, begin, end in _spans(stages, scale)
        if " ".join(_name(stage, end - begin)[0]) != one_line(stage.name)
    ]  # fmt: skip


def months(scale: CalendarScale, height: float, foot: float, colours: ChartColours, words: NullTranslations) -> Group:
    """Their names over a line from top to bottom where each begins."""
    found, year = Group(), 0
    for place, (x, day) in enumerate(scale.months()):
        text = short_month(day.month, words)
        if day.year != year and place:
            text = f"{text} {day.year}"
        year = day.year
        found.add(line(x, foot - 4, x, height, colours.rule, 0.58))
        if x + 3 + text_width(text, SANS, SMALL) <= scale.right:
            found.add(label(x + 3, height - 9, text, SMALL, colours.muted))
    return found


def band(
    stages: Sequence[Stage], title: str, scale: CalendarScale, bottom: float, height: float, colours: ChartColours
) -> Group:
    """One stage beside another."""
    middle = bottom + height / 2
    found = Group(label(0, middle - 3.2, fitted(title, SANS_SEMIBOLD, TYPE, HEAD), TYPE, colours.series, SANS_SEMIBOLD))
    tints = (colours.ramp[0], colours.ramp[1], colours.ramp[2])
    for place, (stage, begin, end) in enumerate(_spans(stages, scale)):
        tint = tints[min(place, len(tints) - 1)]
        found.add(bar(begin + 0.5, bottom, max(end - begin - 1, 0.5), height, tint))
        ink = colours.background if tint == tints[2] else colours.ink
        lines, size = _name(stage, end - begin)
        first = middle + (len(lines) - 1) * size * 0.56 - size * 0.38
        for number, text in enumerate(lines):
            found.add(label(begin + 5, first - number * size * 1.12, text, size, ink, SANS_SEMIBOLD))
    return found


def _spans(stages: Sequence[Stage], scale: CalendarScale) -> Iterator[tuple[Stage, float, float]]:
    """Each with where it begins and ends; the last goes on to the right edge."""
    begins = [scale.left, *(scale.at(stage.start) for stage in stages[1:])]
    return zip(stages, begins, [*begins[1:], scale.right], strict=False)


def _name(stage: Stage, width: float) -> tuple[list[str], float]:
    """Whole on a line, or on two smaller ones; else its count, or as much of the name as there is room for."""
    room = width - INSIDE
    if text_width(stage.name, SANS_SEMIBOLD, TYPE) <= room:
        return [stage.name], TYPE
    two = wrapped(stage.name, SANS_SEMIBOLD, SMALLER, room, 2) if room > 0 else []
    if " ".join(two) == one_line(stage.name):
        return two, SMALLER
    if stage.short and text_width(stage.short, SANS_SEMIBOLD, TYPE) <= room:
        return [stage.short], TYPE
    part = fitted(stage.name, SANS_SEMIBOLD, TYPE, room)
    return [part if len(part) > SHORTEST_NAME else ""], TYPE


def day_marks(
    marks: Sequence[DayMark], scale: CalendarScale, height: float, frame: CalendarFrame, colours: ChartColours
) -> Group:
    """Lines across, and below them what they mean."""
    found = Group()
    for mark in marks:
        x, colour = scale.at(mark.day), colours.accent if mark.wanted else colours.ink
        top = height if mark.wanted else height - MONTHS - frame.band - 2
        found.add(line(x, frame.foot - 6, x, top, colour, 1.4 if mark.wanted else 0.7, dash=not mark.wanted))
    for mark, left, row in _placed(marks, scale):
        text = fitted(mark.text, SANS_SEMIBOLD, SMALL, scale.right)
        colour = colours.accent if mark.wanted else colours.ink
        found.add(label(left, frame.foot - 15 - FOOT_LINE * row, text, SMALL, colour, SANS_SEMIBOLD))
    return found


def _placed(marks: Sequence[DayMark], scale: CalendarScale) -> Iterator[tuple[DayMark, float, int]]:
    """Each with its left end and its line at the foot: the first where it has room. Past the last line none is told."""
    ends = [0.0] * MOST_FOOT
    for mark in sorted(marks, key=lambda m: m.day):
        wide = min(text_width(mark.text, SANS_SEMIBOLD, SMALL), scale.right)
        left = min(max(scale.at(mark.day) - wide / 2, 0.0), scale.right - wide)
        row = next((row for row, end in enumerate(ends) if left >= end), None)
        if row is not None:
            ends[row] = left + wide + APART
            yield mark, left, row
