"""What is due when, phase by phase: a bar from the latest day to begin to the day an action is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from desktop.room import words
from desktop.room.drawing.calendar import (
    Lane,
    lanes,
    lanes_height,
    months_height,
    put_calendar_foot,
    put_lanes,
    put_months,
)
from desktop.room.drawing.composition import Box
from desktop.room.drawing.head import Head, put_head
from desktop.room.drawing.look import WARNING
from desktop.room.drawing.sheet import REGULAR, SEMIBOLD, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.spread import spread
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.pages import RoomBrand
from desktop.view_models.room.planned.pages import RoomLine, RoomTimeline, RoomWork
from models.frozen import frozen

ROW, MOST, FEWEST, LEAST = 56, 10, 7, 3
"""How high a row ideally is, and how many are in sight; fewest before type becomes smaller or phases go unnamed, and
where even that is not enough.
"""
BAR, THIN, PAD, BESIDE = 28, 12, 12, 130
"""How high a bar is, its least width, what stands between it and its date, and what a date has at the least beside a
bar that takes the whole calendar.
"""


@frozen
class _Row:
    """An action, or the name of the phase of those below it."""

    line: RoomLine | None
    name: Paragraph
    said: Paragraph | None
    need: float
    numbers: float
    """How wide the number stands before the name."""


def timeline_sheet(desk: Desk, page: RoomTimeline) -> Sheet:
    """With the phases by name where there is room for them."""
    ways = ((True, FEWEST), (False, FEWEST), (False, LEAST))
    return fitted([partial(_lay, desk, page, named, fewest) for named, fewest in ways])


def _lay(desk: Desk, page: RoomTimeline, named: bool, fewest: int, step: float) -> Sheet:
    sheet, area = Sheet(desk, step), desk.area
    y = put_head(sheet, Head(page.title, lead=page.lead, size=64)) + sheet.space(30)
    top = y + months_height(sheet)
    foot = put_calendar_foot(sheet, words.timeline_note() if page.lines else "", page.calendar.said)
    if not page.lines:
        return sheet
    left = area.width * (0.36 if desk.narrow else 0.3)
    calendar = Box(area.x + left, top, area.width - left, 0)
    if any(_room(sheet, line, calendar) < sheet.px(BESIDE) for line in page.lines):
        calendar = Box(calendar.x, top, calendar.width - sheet.px(BESIDE), 0)
    count, rows, others, heights = _shown(sheet, page, calendar, named, foot - sheet.space(16) - top)
    sheet.require(count >= min(fewest, len(page.lines)))
    high = sum(heights) + _others_height(sheet, others)
    put_months(sheet, page.calendar, Box(calendar.x, top, calendar.width, high + sheet.px(3)))
    sheet.line(area.x, top, area.width, strong=True)
    y = top + sheet.px(3)
    for row, height in zip(rows, heights, strict=False):
        _put_row(sheet, row, Box(area.x, y, area.width, height), calendar, page.calendar.wanted)
        y += height
    if others:
        _put_others(sheet, others, Box(area.x, y, area.width, _others_height(sheet, others)), calendar)
    return sheet


def _shown(
    sheet: Sheet, page: RoomTimeline, calendar: Box, named: bool, free: float
) -> tuple[int, list[_Row], list[Lane], list[float]]:
    """Those that find a row of their own, with how high each is; the others stand together below by their numbers."""
    for count in range(min(MOST, len(page.lines)), 0, -1):
        kept = [line for line in page.lines if line.rank < count]
        rows = _rows(sheet, kept, calendar, named)
        others = lanes(sheet, [_at_its_day(line.work) for line in page.lines if line.rank >= count], calendar)
        room = free - sheet.px(3) - _others_height(sheet, others)
        heights = spread([row.need for row in rows], room, sheet.px(ROW))
        if heights is not None:
            return count, rows, others, heights
    return 0, [], [], []


def _rows(sheet: Sheet, lines: Sequence[RoomLine], calendar: Box, named: bool) -> list[_Row]:
    found, phase, numbers = [], "", _numbers(sheet, lines)
    column = calendar.x - sheet.desk.area.x - sheet.px(20)
    for line in lines:
        if named and line.phase != phase:
            phase = line.phase
            head = sheet.limited(phase, sheet.style(SEMIBOLD, 30, leading=1.1), column, 1)
            found.append(_Row(None, head, None, head.height + sheet.px(14), 0))
        face = SEMIBOLD if line.first or line.chosen else REGULAR
        name = sheet.limited(line.work.name, sheet.style(face, 32, leading=1.1), column - numbers, 2)
        said = sheet.limited(line.said, sheet.style(SEMIBOLD, 30, leading=1.1), _room(sheet, line, calendar), 2)
        need = max(name.height, said.height, sheet.px(BAR)) + sheet.px(10)
        found.append(_Row(line, name, said, need, numbers))
    return found


def _at_its_day(work: RoomWork) -> RoomWork:
    """By its number alone."""
    return replace(work, begin=work.end, long=False)


def _numbers(sheet: Sheet, lines: Sequence[RoomLine]) -> float:
    """How wide the numbers stand."""
    style = sheet.style(TITLE, 34)
    widths = [sheet.desk.typesetter.width(number, style) for number in ("00", *(line.work.number for line in lines))]
    return max(widths) + sheet.px(18)


def _ends(sheet: Sheet, line: RoomLine, calendar: Box) -> tuple[float, float]:
    """Where its bar begins and ends."""
    begin, end = (calendar.x + calendar.width * at for at in (line.work.begin, line.work.end))
    begin = min(begin, end - sheet.px(THIN))
    return max(begin, calendar.x), max(end, calendar.x + sheet.px(THIN))


def _room(sheet: Sheet, line: RoomLine, calendar: Box) -> float:
    """What is free for a text at the wider side of the bar."""
    begin, end = _ends(sheet, line, calendar)
    return max(sheet.desk.area.right - end, begin - calendar.x) - sheet.px(PAD + 4)


def _put_row(sheet: Sheet, row: _Row, place: Box, calendar: Box, wanted: float | None) -> None:
    look, line = sheet.look, row.line
    if line is None:
        y = place.bottom - row.name.height - sheet.px(4)
        sheet.put("phase", row.name, place.x, y, look.brand, look.background)
        sheet.line(place.x, place.bottom, place.width)
        return
    middle = place.y + place.height / 2
    if line.chosen:
        bar = Box(place.x - sheet.px(22), place.y + sheet.px(4), sheet.px(8), place.height - sheet.px(8))
        sheet.mark("here", bar, look.background, fill=look.accent_mark)
    number = sheet.desk.typesetter.paragraph(line.work.number, sheet.style(TITLE, 34, leading=1.1), place.width)
    colour = look.accent if line.chosen else look.brand
    sheet.put("action number", number, place.x, middle - number.height / 2, colour, look.background)
    x = place.x + row.numbers
    sheet.put("action title", row.name, x, middle - row.name.height / 2, look.ink, look.background)
    _put_bar(sheet, line, place, calendar)
    if row.said is not None:
        _put_date(sheet, line, row.said, place, calendar, wanted)
    sheet.line(place.x, place.bottom, place.width)


def _put_bar(sheet: Sheet, line: RoomLine, place: Box, calendar: Box) -> None:
    """Filled in the brand where it comes first; dashed where it has no date."""
    look, (begin, end) = sheet.look, _ends(sheet, line, calendar)
    high = sheet.px(BAR)
    box = Box(begin, place.y + (place.height - high) / 2, end - begin, high)
    if line.work.dated:
        sheet.mark("bar", box, look.background, fill=look.brand if line.first else look.level(2)[0])
    else:
        stroke, thick = look.tone_mark(WARNING), max(sheet.px(3), 1.5)
        sheet.panel("plate", box, look.background)
        sheet.mark("undated", box, look.background, stroke=stroke, thick=thick, dashed=True)


def _put_date(sheet: Sheet, line: RoomLine, said: Paragraph, place: Box, calendar: Box, wanted: float | None) -> None:
    """At the right of its bar, or at its left; on a plate, for no line of the calendar to run through it, and where it
    has room there at the side where it does not cover the day that is wanted.
    """
    look, pad = sheet.look, sheet.px(PAD)
    begin, end, edge = *_ends(sheet, line, calendar), sheet.desk.area.right
    right = end + pad + said.width <= edge or edge - end >= begin - calendar.x
    day = calendar.x + calendar.width * wanted if wanted is not None else edge
    if right and end < day < end + 2 * pad + said.width:
        right = begin - calendar.x < said.width + 2 * pad
    x = end + pad if right else begin - pad - said.width
    y = place.y + (place.height - said.height) / 2
    plate = Box(x - sheet.px(4), y, said.width + sheet.px(8), said.height)
    sheet.panel("plate", plate, look.background)
    colour = look.tone(line.tone) if line.tone else look.ink
    sheet.put("date", said, x, y, colour, look.background)


def _others_height(sheet: Sheet, others: Sequence[Lane]) -> float:
    return lanes_height(sheet, others) + sheet.px(20) if others else 0.0


def _put_others(sheet: Sheet, others: Sequence[Lane], place: Box, calendar: Box) -> None:
    """By their numbers, at the days they are due."""
    look = sheet.look
    name = sheet.measure(words.the_others(), sheet.style(REGULAR, 32, leading=1.1), calendar.x - place.x)
    y = place.y + (place.height - name.height) / 2
    sheet.put("others", name, place.x, y, look.muted, look.background)
    put_lanes(sheet, others, place)


def _said(page: RoomTimeline, _brand: RoomBrand) -> Iterable[str]:
    phase = ""
    yield page.title
    yield page.lead
    for line in page.lines:
        if line.phase != phase:
            phase = line.phase
            yield phase
        yield f"{line.work.number} {line.work.name}: {line.said}"
    yield page.calendar.said


DECLARED = Declared(RoomTimeline, sheet=timeline_sheet, said=_said)
