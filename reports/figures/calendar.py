"""The plan along the calendar, on a page that lies on its side: who does what until when, and where it is tight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from gettext import NullTranslations

from models.frozen import frozen
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, fitted, label, line
from reports.charts.shapes import Drawing, Group, Polygon
from reports.figures.calendar_days import (
    MONTHS,
    SMALL,
    TYPE,
    CalendarFrame,
    DayMark,
    Stage,
    band,
    calendar_frame,
    day_marks,
    months,
)
from reports.figures.calendar_scale import CalendarScale
from reports.figures.level_square import frame as box
from reports.type.fonts import SANS, SANS_SEMIBOLD, SERIF_SEMIBOLD, register_fonts, text_width
from reports.type.ink import AMBER, RED

ROW, LEAST_ROW, MOST_ROW, GROUP = 12.5, 10.8, 18.0, 19.0
NUMBER, NAME, OWNER, LEFT = 12.5, 20.0, 245.0, 257.0
"""Right end of the numbers, left end of the names, right end of the owners, left end of the calendar."""
LONGEST_OWNER = 98.0
BAR, LEAST = 6.7, 4.2


@frozen
class CalendarRow:
    """One action."""

    key: str
    number: int
    name: str
    owner: str
    start: date | None
    """When it has to begin; for an undated one at the latest, None where that cannot be said."""
    due: date | None
    said: str
    """What stands at the bar: the day, or that there is none."""
    late: bool
    """Whether its day does not hold."""
    first: bool


@frozen
class CalendarGroup:
    """Rows with what they have in common; `level` is the tint of their bars, 1 to 3."""

    name: str
    level: int
    rows: Sequence[CalendarRow]


@frozen
class Tie:
    """That one row waits for another with little room between, or none."""

    after: str
    then: str
    said: str
    late: bool


def calendar_height(groups: Sequence[int], frame: CalendarFrame, row: float = ROW) -> float:
    """How high the chart comes out with groups of so many rows, each of so many points."""
    return frame.height + sum(GROUP + row * many for many in groups)


def calendar(
    groups: Sequence[CalendarGroup],
    stages: Sequence[Stage],
    stage_title: str,
    marks: Sequence[DayMark],
    ties: Sequence[Tie],
    scale: CalendarScale,
    colours: ChartColours,
    words: NullTranslations,
    width: float,
    height: float,
) -> Drawing:
    """A bar runs from the day the work has to begin to the day it is due; lines across are days that matter for all.

    Rows share `height`, so that few of them do not huddle at the top of a page.
    """
    register_fonts()
    sizes = [len(group.rows) for group in groups]
    frame = calendar_frame(stages, marks, scale)
    step = min(MOST_ROW, (height - calendar_height(sizes, frame, 0)) / max(sum(sizes), 1))
    drawing = Drawing(width, calendar_height(sizes, frame, step))
    drawing.add(months(scale, drawing.height, frame.foot, colours, words))
    if stages:
        drawing.add(band(stages, stage_title, scale, drawing.height - MONTHS - frame.band, frame.band, colours))
    drawing.add(day_marks(marks, scale, drawing.height, frame, colours))
    middles, top = dict[str, float](), drawing.height - frame.head
    for place, group in enumerate(groups):
        drawing.add(_group(group, top, width, colours, strong=not place))
        for number, row in enumerate(group.rows):
            middles[row.key] = top - GROUP - step * (number + 0.5)
        top -= GROUP + step * len(group.rows)
    rows = {row.key: row for group in groups for row in group.rows}
    drawing.add(_ties(ties, rows, middles, scale, colours))
    for group in groups:
        for row in group.rows:
            drawing.add(_row(row, middles[row.key], group.level, scale, marks, colours))
    return drawing


def _group(group: CalendarGroup, top: float, width: float, colours: ChartColours, strong: bool) -> Group:
    """The name over its rule, which is in the brand's colour for the first."""
    y = top - GROUP + 2.5
    name = fitted(group.name, SANS_SEMIBOLD, SMALL, LEFT - 6)
    rule = line(0, y, width, y, colours.series if strong else colours.rule, 0.77 if strong else 0.58)
    plate = bar(0, y + 1, text_width(name, SANS_SEMIBOLD, SMALL) + 4, 11, colours.background)
    return Group(rule, plate, label(0, y + 3.4, name, SMALL, colours.series, SANS_SEMIBOLD))


def _row(
    row: CalendarRow, middle: float, level: int, scale: CalendarScale, marks: Sequence[DayMark], colours: ChartColours
) -> Group:
    base = middle - 2.9
    face = SANS_SEMIBOLD if row.first else SANS
    owner = fitted(row.owner, SANS, SMALL, LONGEST_OWNER)
    room = OWNER - NAME - text_width(owner, SANS, SMALL) - 8
    found = Group(
        label(NUMBER, base, str(row.number), TYPE, colours.series, SERIF_SEMIBOLD, "end"),
        label(NAME, base, fitted(row.name, face, TYPE, room), TYPE, colours.ink, face),
        label(OWNER, base, owner, SMALL, colours.muted, SANS, "end"),
    )
    if row.due is None:
        found.add(_undated(row, middle, scale, marks, colours))
        return found
    end = scale.at(row.due)
    begin = min(scale.at(row.start or row.due), end - LEAST)
    found.add(bar(begin, middle - BAR / 2, end - begin, BAR, colours.ramp[level]))
    found.add(_said(row.said, begin, end, base, scale, RED if row.late else colours.ink, colours))
    return found


def _said(
    text: str, begin: float, end: float, base: float, scale: CalendarScale, colour: str, colours: ChartColours
) -> Group:
    """Right of the bar, or left of it where the page ends; on a plate, so that no line runs through it."""
    text = fitted(text, SANS_SEMIBOLD, SMALL, max(scale.right - end - 6, begin - scale.left - 6, 40))
    wide = text_width(text, SANS_SEMIBOLD, SMALL)
    left = end + 4 if end + 4 + wide <= scale.right else begin - 4 - wide
    plate = bar(left - 1, base - 1.6, wide + 2, 9.4, colours.background)
    return Group(plate, label(left, base, text, SMALL, colour, SANS_SEMIBOLD))


def _undated(
    row: CalendarRow, middle: float, scale: CalendarScale, marks: Sequence[DayMark], colours: ChartColours
) -> Group:
    """Dashed, from the latest day to begin to the day production is wanted; where there is none, words alone."""
    wanted = next((mark.day for mark in marks if mark.wanted), None)
    if row.start is None or wanted is None:
        return _said(row.said, scale.left, scale.left, middle - 2.9, scale, AMBER, colours)
    begin, end = scale.at(row.start), scale.at(wanted)
    shape = box(begin, middle - BAR / 2, max(end - begin, LEAST), BAR, AMBER, colours.background, True)
    text = fitted(row.said, SANS_SEMIBOLD, SMALL, max(begin - scale.left - 6, scale.right - end - 6, 40))
    wide = text_width(text, SANS_SEMIBOLD, SMALL)
    left = begin - 4 - wide if begin - 4 - wide >= scale.left else end + 4
    plate = bar(left - 1, middle - 4.5, wide + 2, 9.4, colours.background)
    return Group(shape, plate, label(left, middle - 2.9, text, SMALL, AMBER, SANS_SEMIBOLD))


def _ties(
    ties: Sequence[Tie],
    rows: Mapping[str, CalendarRow],
    middles: Mapping[str, float],
    scale: CalendarScale,
    colours: ChartColours,
) -> Group:
    """From the end of what comes first to the beginning of what waits, with how much room there is."""
    found = Group()
    for tie in ties:
        first, then = rows.get(tie.after), rows.get(tie.then)
        if first is None or then is None or first.due is None or then.start is None:
            continue
        colour = RED if tie.late else colours.ink
        x1, x2, y1, y2 = scale.at(first.due), scale.at(then.start), middles[tie.after], middles[tie.then]
        found.add(line(x1 - 0.5, y1, x1 - 0.5, y2, colour, 0.8))
        found.add(line(x1 - 0.5, y2, x2, y2, colour, 0.8))
        back = 3.6 if x2 >= x1 else -3.6
        arrow = (x2, y2, x2 - back, y2 + 2.2, x2 - back, y2 - 2.2)
        found.add(Polygon(arrow, colour))
        found.add(_tie_said(tie, min(x1, x2) - 5, y2, scale, colours))
    return found


def _tie_said(tie: Tie, right: float, middle: float, scale: CalendarScale, colours: ChartColours) -> Group:
    """Left of the arrow, on a plate; left out where there is no room, as the page says it above too."""
    wide = text_width(tie.said, SANS, SMALL)
    if right - wide < scale.left:
        return Group()
    plate = bar(right - wide - 1, middle - 4.5, wide + 2, 9.4, colours.background)
    return Group(plate, label(right, middle - 2.9, tie.said, SMALL, RED if tie.late else colours.muted, SANS, "end"))
