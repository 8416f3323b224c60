"""Months from left to right, and actions on them by their numbers: at the day they are due, or by their length."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.room import words
from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.look import WARNING
from desktop.room.drawing.sheet import FOOT, REGULAR, SEMIBOLD, Sheet
from desktop.view_models.room.planned.pages import RoomCalendar, RoomWork
from models.frozen import frozen

MOST_LINES = 3
"""In which what is due at about the same time stands before it moves aside."""
LAST_LINE = 4
"""Of those in which works stand at all, from 0: of what piles up further, it says how many there are."""
BOX, LEAST, APART, PAD = 40, 46, 4, 10
"""Height and least width of a number's box, how far they stand apart, and what stands beside a text in one."""


def months_height(sheet: Sheet) -> float:
    """Of the names of the months."""
    style = sheet.style(REGULAR, 30, leading=1.15)
    return style.size * style.leading + sheet.px(10)


def put_months(sheet: Sheet, calendar: RoomCalendar, place: Box) -> None:
    """Their names above `place`, each that has room, and a line down through it; the day that is wanted stands out."""
    look, style = sheet.look, sheet.style(REGULAR, 30, leading=1.15)
    top = place.y - months_height(sheet)
    ends = [*(place.x + month.at * place.width for month in calendar.months[1:]), place.right]
    for month, end in zip(calendar.months, ends, strict=True):
        x = place.x + month.at * place.width
        ends_of_line = ((x, place.y - sheet.px(8)), (x, place.bottom))
        sheet.path("month", ends_of_line, stroke=look.rule, thick=max(sheet.px(2), 1))
        for text in (month.full, month.name):
            made = sheet.desk.typesetter.paragraph(text, style, place.width)
            if x + sheet.px(8) + made.width <= end - sheet.px(4):
                sheet.put("head", made, x + sheet.px(8), top, look.muted, look.background)
                break
    if calendar.wanted is not None:
        x, thick = place.x + calendar.wanted * place.width, max(sheet.px(4), 2)
        x = min(x, place.right - thick / 2)
        ends_of_line = ((x, place.y - sheet.px(8)), (x, place.bottom))
        sheet.path("wanted", ends_of_line, stroke=look.accent_mark, thick=thick, ground=look.background)


def put_calendar_foot(sheet: Sheet, note: str, wanted: str) -> float:
    """What is drawn at the left, the day that production is wanted at the right; gives where they begin."""
    look, area = sheet.look, sheet.desk.area
    bottom = sheet.height - sheet.px(FOOT)
    right = sheet.measure(wanted, sheet.style(SEMIBOLD, 30, leading=1.18), area.width * 0.45, balanced=True)
    if wanted:
        sheet.put("wanted", right, area.right - right.width, bottom - right.height, look.accent, look.background)
    room = area.width - (right.width + sheet.px(40) if wanted else 0)
    left = sheet.measure(note, sheet.style(REGULAR, 30, leading=1.18), room, balanced=True)
    sheet.put("note", left, area.x, bottom - left.height, look.muted, look.background)
    return bottom - max(left.height, right.height)


@frozen
class Lane:
    """One action in its place across, in one of several lines; or how many more there are."""

    work: RoomWork | None
    text: str
    x: float
    width: float
    line: int


def lanes(sheet: Sheet, works: Sequence[RoomWork], place: Box) -> list[Lane]:
    """A place for each, in the first line in which it has room; beside the others where few lines have none. Where
    many lines have none, each stands at its own day, and the others are counted at the end of the last line.
    """
    made = _stacked(sheet, works, place, place.right, aside=True)
    if len(made) == len(works):
        return made
    style = sheet.style(SEMIBOLD, 30, leading=1.1)
    width = sheet.desk.typesetter.width(f"+{len(works)}", style) + sheet.px(PAD)
    made = _stacked(sheet, works, place, place.right - width - sheet.px(APART), aside=False)
    return [*made, Lane(None, f"+{len(works) - len(made)}", place.right - width, width, LAST_LINE)]


def _stacked(sheet: Sheet, works: Sequence[RoomWork], place: Box, end_of_last: float, *, aside: bool) -> list[Lane]:
    """Those that find a place, at their day or `aside` of it; where the last line of all ends is told."""
    wanted = sorted((_wanted(sheet, work, place) for work in works), key=lambda made: made[1])
    found: list[Lane] = []
    ends: list[float] = []
    for text, x, width, work in wanted:
        free = (number for number, end in enumerate(ends) if x >= end)
        line = next(free, len(ends))
        earliest = min(ends, default=place.x)
        if aside and line >= MOST_LINES and earliest + width <= place.right:
            line, x = ends.index(earliest), earliest
        if line > LAST_LINE or (line == LAST_LINE and x + width > end_of_last):
            continue
        ends[line : line + 1] = [x + width + sheet.px(APART)]
        found.append(Lane(work, text, x, width, line))
    return found


def lanes_height(sheet: Sheet, made: Sequence[Lane]) -> float:
    """Of all their lines."""
    lines = max((lane.line for lane in made), default=-1) + 1
    return lines * sheet.px(BOX + APART) - sheet.px(APART) if lines else 0.0


def put_lanes(sheet: Sheet, made: Sequence[Lane], place: Box) -> None:
    """In the middle of `place`: what takes long is filled, what has no date is dashed."""
    look = sheet.look
    top = place.y + (place.height - lanes_height(sheet, made)) / 2
    for lane in made:
        box = Box(lane.x, top + lane.line * sheet.px(BOX + APART), lane.width, sheet.px(BOX))
        radius = sheet.px(4)
        ground, ink = (look.brand, look.brand_ink) if lane.work and lane.work.long else look.level(1)
        if lane.work is None:
            ground, ink = look.background, look.muted
            sheet.panel("plate", box, ground)
        elif lane.work.dated:
            sheet.panel("work", box, ground, radius=radius)
        else:
            ground, ink, thick = look.background, look.tone(WARNING), max(sheet.px(3), 1.5)
            sheet.panel("plate", box, ground)
            stroke = look.tone_mark(WARNING)
            sheet.mark("undated", box, ground, stroke=stroke, thick=thick, radius=radius, dashed=True)
        style = sheet.style(SEMIBOLD, 30, leading=1.1)
        text = sheet.desk.typesetter.paragraph(lane.text, style, box.width * 2)
        y = box.y + (box.height - text.height) / 2
        role = "number" if lane.work else "rest"
        sheet.put(role, text, box.x, y, ink, ground, align=Align.CENTRE, width=box.width)


def _wanted(sheet: Sheet, work: RoomWork, place: Box) -> tuple[str, float, float, RoomWork]:
    """What stands in its box, and where that is to stand: with the name where the box is as long as that."""
    style, setter = sheet.style(SEMIBOLD, 30, leading=1.1), sheet.desk.typesetter
    begin, end = (place.x + place.width * at for at in (work.begin, work.end))
    least = max(sheet.px(LEAST), setter.width(work.number, style) + 2 * sheet.px(PAD))
    text, x, width = work.number, end - least / 2, least
    if work.long or not work.dated:
        x, width = min(begin, end - least), max(end - begin, least)
        more = f"{work.number} {work.name}" if work.dated else words.number_undated(work.number)
        if setter.width(more, style) + 2 * sheet.px(PAD) <= width:
            text = more
    x = min(max(x, place.x), max(place.right - width, place.x))
    return text, x, min(width, place.width), work
