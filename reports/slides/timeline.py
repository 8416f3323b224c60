"""The plan along the calendar, in plain shapes: those of a row are one group, named by what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import PP_ALIGN

from models.frozen import frozen
from models.plan.plan import PlanLine
from models.plan.rubs import Kind
from models.plan.waves import Wave
from models.values.months import long_date, short_month
from reports.figures.calendar import CalendarRow, Tie
from reports.figures.calendar_days import DayMark, Stage
from reports.figures.calendar_scale import CalendarScale
from reports.pages.calendar import (
    begins_on,
    calendar_marks,
    calendar_row,
    calendar_span,
    calendar_stages,
    calendar_ties,
)
from reports.slides.area import Area, said
from reports.slides.kit import BRAND, INK, QUIET, Look, SlideKit
from reports.type.fonts import SANS, SANS_SEMIBOLD, text_width
from reports.type.ink import AMBER, RED
from reports.words.facts import Facts
from reports.words.findings import calendar_title

FIRST, MOST = 7, 10
"""Rows for what comes first, and with what does not hold or has no date."""
MONTHS, BAND, ROW = 22.0, 28.0, 28.0
"""Heights of the months' names and the stages, and at most of a row."""
NAMES, NUMBER = 0.27, 26.0
"""Share of the width for the actions' names; points for their numbers before them."""
BAR, LEAST = 14.0, 6.0
SMALL = Look(12, QUIET)
SPARE = 1.3
"""How much wider the frame of a label is than its text: where another font stands in, a day is not broken in two."""
SHORTEST = 7.0
"""Points that a label keeps from what it stands beside."""


@frozen
class RowLook:
    """The colour of a row's bar, and whether its day stands left of it because something leads away on the right."""

    tint: str
    aside: bool


def timeline(kit: SlideKit) -> None:
    """The slide with it, every action with its days in the notes; nothing while no action has a day."""
    facts, words = kit.facts, kit.words
    if not any(line.action.due for line in facts.lines):
        return
    text = words.gettext("Bars: from the latest day to begin to the day due. Source: the plan, {date}.")
    source = text.format(date=long_date(facts.held_on, words))
    if target := facts.engagement.pilot.target_date:
        wanted = words.gettext("The line through all: production is wanted by {date}.")
        source = f"{wanted.format(date=long_date(target, words))} {source}"
    rows = [calendar_row(facts, line) for line in facts.lines]
    told = [f"{row.number}. {row.name} · {row.owner} · {row.said}" for row in rows]
    page = kit.page(calendar_title(facts), calendar_span(facts), source, [*told, *(rub.sentence for rub in facts.rubs)])
    add_timeline(kit, page.slide, page.area)


def lines_shown(facts: Facts) -> list[PlanLine]:
    """The first ones, and those whose date does not hold or is missing: as many as a slide holds."""
    rubbing = {rub.action_id for rub in facts.rubs if rub.kind in (Kind.BACKWARDS, Kind.NO_DATE)}
    first = [line for line in facts.lines if line.wave is Wave.FIRST][:FIRST] or list(facts.lines[:FIRST])
    others = [line for line in facts.lines if line not in first and line.action.id in rubbing]
    kept = {line.action.id for line in [*first, *others][:MOST]}
    return [line for line in facts.lines if line.action.id in kept]


def add_timeline(kit: SlideKit, slide: Any, area: Area) -> None:
    """Months and stages across the top, a row for each action, the wanted day as a line through all."""
    facts, lines = kit.facts, lines_shown(kit.facts)
    rows = [calendar_row(facts, line) for line in lines]
    marks = calendar_marks(facts)
    days = [facts.held_on, *(mark.day for mark in marks if mark.wanted)]
    for line in lines:
        days += [day for day in (line.action.due, begins_on(facts, line)) if day]
    stages = [stage for n, stage in enumerate(calendar_stages(facts)) if not n or stage.start <= max(days)]
    scale = CalendarScale(days, area.left + area.width * NAMES, area.left + area.width)
    top = area.top + MONTHS + (BAND + 6 if stages else 4)
    step = min(ROW, (area.bottom - top) / max(len(rows), 1))
    bottom = top + step * len(rows)
    _months(kit, slide, area, scale, bottom)
    if stages:
        _stages(kit, slide, area, scale, stages)
    wanted = next((mark for mark in marks if mark.wanted), None)
    if wanted:
        x = scale.at(wanted.day)
        kit.line(slide.shapes, (x, area.top), (x, bottom + 4), kit.colours.accent, 2.25).name = said(wanted.text)
    middles = {row.key: top + step * (number + 0.5) for number, row in enumerate(rows)}
    ties = list(calendar_ties(facts))
    aside = {tie.after for tie in ties if tie.then in middles}
    for row, line in zip(rows, lines, strict=True):
        look = RowLook(_tint(kit, facts, line), row.key in aside)
        _row(kit, slide, area, scale, row, middles[row.key], look, wanted)
    for tie in ties:
        _tie(kit, slide, scale, tie, {row.key: row for row in rows}, middles)


def _tint(kit: SlideKit, facts: Facts, line: PlanLine) -> str:
    leading = line.action.id in facts.rested_on or not facts.rested_on
    return kit.colours.ramp[(3 if leading else 2) if line.wave is Wave.FIRST else 1]


def _months(kit: SlideKit, slide: Any, area: Area, scale: CalendarScale, bottom: float) -> None:
    shapes, year = slide.shapes.add_group_shape(), 0
    shapes.name = kit.words.gettext("Months")
    for place, (x, day) in enumerate(scale.months()):
        text = short_month(day.month, kit.words)
        text = f"{text} {day.year}" if day.year != year and place else text
        year = day.year
        kit.line(shapes.shapes, (x, area.top), (x, bottom), kit.colours.rule)
        wide = text_width(text, SANS, SMALL.size) + 4
        if x + 4 + wide <= scale.right:
            room = min(wide * SPARE, scale.right - x - 4)
            kit.text(shapes, Area(x + 4, area.top, room, SMALL.height(1)), text, SMALL)
    kit.rule(shapes.shapes, area.left, area.top + MONTHS - 4, area.left + area.width, kit.colours.series, 1.5)


def _stages(kit: SlideKit, slide: Any, area: Area, scale: CalendarScale, stages: Sequence[Stage]) -> None:
    """One beside another; of a name that does not fit its count is left."""
    group, look = slide.shapes.add_group_shape(), Look(12, INK, bold=True)
    group.name = title = kit.words.gettext("Where it runs")
    top = area.top + MONTHS
    kit.text(group, Area(area.left, top + 5, area.width * NAMES - 8, look.height(1)), title, look)
    ends = [*(scale.at(stage.start) for stage in stages[1:]), scale.right]
    for place, (stage, end) in enumerate(zip(stages, ends, strict=True)):
        begin = scale.at(stage.start) if place else scale.left
        ground = kit.colours.ramp[min(place, 2)]
        kit.shape(group.shapes, Area(begin + 0.5, top, max(end - begin - 1, 0.5), BAND - 4), ground, stage.name)
        room = end - begin - 12
        text = next((t for t in (stage.name, stage.short) if t and text_width(t, look.font, 12) <= room), "")
        if text:
            ink = kit.colours.background if place >= 2 else kit.colours.ink
            kit.text(group, Area(begin + 6, top + 5, room, look.height(1)), text, Look(12, ink, bold=True))


def _row(
    kit: SlideKit, slide: Any, area: Area, scale: CalendarScale, row: CalendarRow, middle: float, look: RowLook,
    wanted: DayMark | None,
) -> None:  # fmt: skip
    """Number, name, bar and what is said of its day, grouped."""
    group = slide.shapes.add_group_shape()
    group.name = kit.words.gettext("Action {number}: {said}").format(number=row.number, said=said(row.said))
    name = Look(13, INK, bold=row.first)
    top = middle - name.height(1) / 2
    kit.text(group, Area(area.left, top, NUMBER, name.height(1)), str(row.number), Look(13, BRAND, bold=True))
    room = area.width * NAMES - NUMBER - 8
    kit.text(group, Area(area.left + NUMBER, top, room, name.height(1)), row.name, name)
    if row.due is None:
        _undated(kit, group, scale, row, middle, wanted)
        return
    end = scale.at(row.due)
    begin = min(scale.at(row.start or row.due), end - LEAST)
    kit.shape(group.shapes, Area(begin, middle - BAR / 2, end - begin, BAR), look.tint, row.name)
    _said(kit, group, scale, row.said, begin, end, middle, RED if row.late else INK, look.aside)


def _said(
    kit: SlideKit,
    group: Any,
    scale: CalendarScale,
    text: str,
    begin: float,
    end: float,
    middle: float,
    colour: str,
    aside: bool = False,
) -> None:
    """Right of the bar; left of it where the slide ends, or where it is to stand `aside`."""
    look = Look(12, colour, bold=True)
    wide = text_width(text, SANS_SEMIBOLD, look.size) + 4
    right, left = scale.right - end - SHORTEST, begin - scale.left - SHORTEST
    top = middle - look.height(1) / 2
    if (wide <= right and not (aside and wide <= left)) or right >= left:
        kit.text(group, Area(end + SHORTEST, top, max(min(wide * SPARE, right), 1), look.height(1)), text, look)
        return
    wide = min(wide * SPARE, left)
    look = Look(12, colour, bold=True, align=PP_ALIGN.RIGHT)
    kit.text(group, Area(begin - SHORTEST - wide, top, wide, look.height(1)), text, look)


def _undated(
    kit: SlideKit, group: Any, scale: CalendarScale, row: CalendarRow, middle: float, wanted: DayMark | None
) -> None:
    """Dashed, from the latest day to begin to the day production is wanted; where there is none, words alone."""
    if row.start is None or wanted is None:
        _said(kit, group, scale, row.said, scale.left, scale.left - SHORTEST, middle, AMBER)
        return
    begin, end = scale.at(row.start), scale.at(wanted.day)
    kit.shape(group.shapes, Area(begin, middle - BAR / 2, max(end - begin, LEAST), BAR), "", row.name, dashed=AMBER)
    _said(kit, group, scale, row.said, begin, end, middle, AMBER)


def _tie(
    kit: SlideKit, slide: Any, scale: CalendarScale, tie: Tie, rows: dict[str, CalendarRow], middles: dict[str, float]
) -> None:
    """From the end of what comes first to the beginning of what waits for it, and how much room there is between."""
    first, then = rows.get(tie.after), rows.get(tie.then)
    if first is None or then is None or first.due is None or then.start is None:
        return
    colour, group = RED if tie.late else INK, slide.shapes.add_group_shape()
    group.name = said(tie.said)
    x, y, end = scale.at(first.due) - 1, middles[then.key], scale.at(then.start)
    kit.line(group.shapes, (x, middles[first.key]), (x, y), colour, 1.25)
    kit.line(group.shapes, (x, y), (end, y), colour, 1.25, arrow=True)
    look = Look(12, colour, align=PP_ALIGN.RIGHT)
    right = min(x, end) - SHORTEST
    wide = text_width(tie.said, look.font, look.size) + 4
    if right - wide >= scale.left:
        wide = min(wide * SPARE, right - scale.left)
        kit.text(group, Area(right - wide, y - look.height(1) / 2, wide, look.height(1)), tie.said, look)
