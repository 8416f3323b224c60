"""The accepted actions along the calendar, grouped by the phase they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from gettext import NullTranslations

from models.engagement.engagement import Engagement
from models.method.method import Method
from models.plan.plan import PlanLine, begins_too_early
from models.plan.titles import titled
from models.values.months import short_date, short_month
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, dot, fitted, hollow, label, line, wrapped
from reports.charts.shapes import Drawing, Group, Polygon
from reports.charts.strip import Strip
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts, text_width
from reports.words.phrases import owner_name, progress_text
from reports.words.text import one_line

ROW, LINE, HEAD, PHASE = 21, 9.2, 18, 19
"""A row, a line of its title, the calendar's head, a phase's title; in points."""
NAME_WIDTH, DATE_WIDTH = 226, 104
NAME_ROOM = NAME_WIDTH - 18
ARROW = 4
"""Points that the head of an arrow is long."""
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000)
TICK_ROOM = 44
"""Least distance between two month labels, in points."""


def timeline(
    lines: Sequence[PlanLine],
    engagement: Engagement,
    method: Method,
    colours: ChartColours,
    words: NullTranslations,
    start: date,
    width: float = 487,
    until: date | None = None,
    chosen: str = "",
) -> Drawing:
    """A row of 21 points for each action, by phase, then by due date.

    The bar runs from the day the action has to begin, by its effort, to the due date; an action without a date is a
    hollow mark that says so. A dashed line leads from what has to be done first to what waits for it; its arrow is in
    the accent colour where that begins too early. The calendar runs from `start` to the last due date, or to `until`
    where that is later, so that several charts can share one. `chosen` is the id of an action to stand out.
    How high it comes out: see `chart_height`.
    """
    register_fonts()
    grouped = by_phase(lines, method)
    height = chart_height([entries for _, entries in grouped])
    drawing = Drawing(width, height)
    days = [day for e in lines for day in (e.action.due, e.start) if day] + [until or start]
    scale = _Scale(days, start, NAME_WIDTH, width - DATE_WIDTH)
    drawing.add(_calendar(scale, height, colours, words))
    middles = _middles(grouped, height)
    if chosen in middles:
        drawing.add(bar(-4, middles[chosen] - ROW / 2 + 1, width + 8, ROW - 2, colours.ramp[0], 3))
    top = height - HEAD
    for title, entries in grouped:
        drawing.add(_phase(title, top, width, colours))
        top -= PHASE + ROW * len(entries)
    for entry in lines:
        middle = middles[entry.action.id]
        row = partial(_row, entry, engagement, middle, scale, width, colours, words)
        drawing.add(Strip(middle - ROW, middle + ROW, row))
    for tie in _order(lines, engagement, middles, scale, colours):
        drawing.add(tie)
    return drawing


def _middles(grouped: Sequence[tuple[str, Sequence[PlanLine]]], height: float) -> dict[str, float]:
    """How far up the middle of each action's row is, by the action's id."""
    found, top = {}, height - HEAD
    for _, entries in grouped:
        top -= PHASE
        for entry in entries:
            found[entry.action.id] = top - ROW / 2
            top -= ROW
    return found


def _order(
    lines: Sequence[PlanLine],
    engagement: Engagement,
    middles: Mapping[str, float],
    scale: _Scale,
    colours: ChartColours,
) -> Iterator[Strip]:
    """A line from each action that comes first to the one that waits for it, where both stand in the chart."""
    begins = {entry.action.id: scale.at(entry.start) for entry in lines if entry.start}
    ends = {entry.action.id: scale.at(entry.action.due) for entry in lines if entry.action.due}
    late = begins_too_early(lines, engagement.current)
    for tied in sorted(engagement.current.dependencies.values(), key=lambda d: d.id):
        if tied.after_id not in ends or tied.action_id not in begins:
            continue
        colour = colours.accent if tied.after_id in late.get(tied.action_id, ()) else colours.muted
        x1, y1 = ends[tied.after_id], middles[tied.after_id]
        x2, y2 = begins[tied.action_id], middles[tied.action_id]
        yield Strip(min(y1, y2) - ARROW, max(y1, y2) + ARROW, partial(_tie, x1, y1, x2, y2, colour))


def _tie(x1: float, y1: float, x2: float, y2: float, colour: str) -> Group:
    back = ARROW if x2 >= x1 else -ARROW
    arrow = (x2, y2, x2 - back, y2 + 0.6 * ARROW, x2 - back, y2 - 0.6 * ARROW)
    return Group(
        line(x1, y1, x1, y2, colour, 0.7, dash=True),
        line(x1, y2, x2, y2, colour, 0.7, dash=True),
        Polygon(arrow, colour),
    )


def by_phase(lines: Sequence[PlanLine], method: Method) -> list[tuple[str, list[PlanLine]]]:
    """The actions under their phase's title, in the method's order, by due date; undated ones last."""
    titles = {phase.id: phase.title for phase in method.phases}
    order = [*titles, *dict.fromkeys(e.action.phase for e in lines if e.action.phase not in titles)]
    found = []
    for phase in order:
        entries = [e for e in lines if e.action.phase == phase]
        if entries:
            entries.sort(key=lambda e: e.action.due or date.max)
            found.append((titles.get(phase, "–"), entries))
    return found


def chart_height(groups: Sequence[Sequence[PlanLine]]) -> float:
    """How high the chart of these groups comes out, in points."""
    return HEAD + sum(PHASE + ROW * len(entries) for entries in groups)


class _Scale:
    """Turns a date into a distance from the left; runs over whole months."""

    def __init__(self, days: Sequence[date], start: date, left: float, right: float) -> None:
        first, last = min(*days, start), max(*days, start)
        self.first = first.replace(day=1)
        self.months = max((last.year - first.year) * 12 + last.month - first.month + 1, 2)
        self.left, self.right = left, right

    def at(self, day: date) -> float:
        months = (day.year - self.first.year) * 12 + day.month - self.first.month + (day.day - 1) / 31
        return self.left + (self.right - self.left) * months / self.months

    def ticks(self) -> list[tuple[float, int, int]]:
        """(x, year, month) of the months that are labelled."""
        unit = (self.right - self.left) / self.months
        step = next((s for s in MONTH_STEPS if s * unit >= TICK_ROOM), MONTH_STEPS[-1])
        found = []
        for offset in range(0, self.months, step):
            year, month = divmod(self.first.year * 12 + self.first.month - 1 + offset, 12)
            found.append((self.left + unit * offset, year, month + 1))
        return found


def _calendar(scale: _Scale, height: float, colours: ChartColours, words: NullTranslations) -> Group:
    found = Group()
    for x, year, month in scale.ticks():
        found.add(line(x, 0, x, height - HEAD + 4, colours.rule, 0.4))
        found.add(label(x, height - 9, f"{short_month(month, words)} {year}", 7, colours.muted))
    return found


def _phase(title: str, top: float, width: float, colours: ChartColours) -> Group:
    name = fitted(one_line(title), SANS_SEMIBOLD, 8.5, width)
    return Group(
        label(0, top - 15, name, 8.5, colours.series, SANS_SEMIBOLD),
        line(0, top - PHASE + 2, width, top - PHASE + 2, colours.rule),
    )


def _row(
    entry: PlanLine,
    engagement: Engagement,
    middle: float,
    scale: _Scale,
    width: float,
    colours: ChartColours,
    words: NullTranslations,
) -> Group:
    return Group(_title(entry, middle, colours, words), _mark(entry, engagement, middle, scale, width, colours, words))


def _title(entry: PlanLine, middle: float, colours: ChartColours, words: NullTranslations) -> Group:
    lines = wrapped(f"{entry.number}  {titled(entry.action.title, words)}", SANS, 8, NAME_ROOM, 2)
    first = middle - 2.8 + LINE / 2 * (len(lines) - 1)
    return Group(*(label(0, first - LINE * row, text, 8, colours.ink) for row, text in enumerate(lines)))


def _mark(
    entry: PlanLine,
    engagement: Engagement,
    middle: float,
    scale: _Scale,
    width: float,
    colours: ChartColours,
    words: NullTranslations,
) -> Group:
    """The bar to the due date, and beside it when, how far, and whose it is."""
    action, found = entry.action, Group()
    when, x = words.gettext("No date yet"), scale.left + 4
    if action.due is None:
        found.add(hollow(scale.left, middle - 4, 8, 8, colours.muted, colours.background))
    else:
        when, x, begin = short_date(action.due, words), scale.at(action.due), scale.at(entry.start or action.due)
        found.add(bar(min(begin, x), middle - 2, abs(x - begin), 4, colours.ramp[2]))
        found.add(dot(x, middle, colours.series, 3.6))
    progress = progress_text(action.progress, words)
    when = f"{when} · {progress}" if progress else when
    owner = one_line(owner_name(action, engagement)) or words.gettext("No owner yet")
    left, room = x + 9, width - x - 9
    when, owner = fitted(when, SANS_SEMIBOLD, 8, room), fitted(owner, SANS, 7, room)
    long = max(text_width(when, SANS_SEMIBOLD, 8), text_width(owner, SANS, 7))
    found.add(bar(left - 2, middle - 10, long + 4, 19, colours.background))  # no line of the calendar through words
    found.add(label(left, middle + 1, when, 8, colours.ink, SANS_SEMIBOLD))
    found.add(label(left, middle - 7.6, owner, 7, colours.muted))
    return found
