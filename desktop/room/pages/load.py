"""Who carries how much: days of work from the low to the high estimate, and when each action is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from desktop.room.drawing.sheet import REGULAR, SEMIBOLD, Desk, Sheet, fitted
from desktop.room.drawing.spread import spread
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.pages import RoomBrand
from desktop.view_models.room.planned.pages import RoomCarrier, RoomLoad
from models.frozen import frozen

ROW, MOST, FEWEST = 85, 10, 3
"""How high a row ideally is, and how many are in sight; fewest before type becomes smaller for them."""
BAR = 32
"""How high the bar of what somebody carries is."""


@frozen
class _Grid:
    """Where the columns begin, in pixels from the left margin."""

    bars: float
    calendar: float
    day: float
    """How wide a day of work is."""
    width: float


@frozen
class _Row:
    carrier: RoomCarrier
    name: Paragraph
    days: Paragraph
    works: list[Lane]
    need: float


def load_sheet(desk: Desk, page: RoomLoad) -> Sheet:
    """A row a person."""
    return fitted([partial(_lay, desk, page)])


def _lay(desk: Desk, page: RoomLoad, step: float) -> Sheet:
    sheet, area = Sheet(desk, step), desk.area
    y = put_head(sheet, Head(page.title, lead=page.lead, size=64)) + sheet.space(34)
    top = y + months_height(sheet)
    foot = put_calendar_foot(sheet, words.load_note() if page.carriers else "", page.calendar.said)
    if not page.carriers:
        return sheet
    grid = _grid(sheet, page)
    rows = [_row(sheet, carrier, grid) for carrier in page.carriers[:MOST]]
    note = sheet.px(46)
    count, heights = _shown(sheet, rows, len(page.carriers), foot - sheet.space(16) - top, note)
    sheet.require(count >= min(FEWEST, len(rows)))
    bottom = top + sheet.px(3) + sum(heights)
    put_months(sheet, page.calendar, Box(area.x + grid.calendar, top, grid.width - grid.calendar, bottom - top))
    _put_heads(sheet, page, grid, y)
    sheet.line(area.x, top, area.width, strong=True)
    y = top + sheet.px(3)
    for number, (row, height) in enumerate(zip(rows, heights, strict=False)):
        _put_row(sheet, row, grid, Box(area.x, y, area.width, height), most=number == 0)
        y += height
        sheet.line(area.x, y, area.width)
    if rest := page.carriers[count:]:
        text = words.and_more_named(len(rest), ", ".join(carrier.name for carrier in rest))
        made = sheet.limited(text, sheet.style(REGULAR, 30), area.width, 1)
        sheet.put("note", made, area.x, y + sheet.px(4), sheet.look.muted, sheet.look.background)
    return sheet


def _grid(sheet: Sheet, page: RoomLoad) -> _Grid:
    """Bars share what names, figures and the calendar leave."""
    width, narrow = sheet.desk.area.width, sheet.desk.narrow
    style = sheet.style(SEMIBOLD, 32)
    days = max((sheet.desk.typesetter.width(carrier.days, style) for carrier in page.carriers), default=0.0)
    days = min(days, width * 0.2) + sheet.px(16)
    bars, calendar = width * (0.24 if narrow else 0.187), width * (0.54 if narrow else 0.58)
    most = max((float(carrier.high) for carrier in page.carriers), default=0.0)
    room = calendar - bars - days - sheet.px(24)
    return _Grid(bars, calendar, max(room, sheet.px(10)) / max(most, 1.0), width)


def _row(sheet: Sheet, carrier: RoomCarrier, grid: _Grid) -> _Row:
    place = Box(sheet.desk.area.x + grid.calendar, 0, grid.width - grid.calendar, 0)
    name = sheet.limited(carrier.name, sheet.style(SEMIBOLD, 34, leading=1.1), grid.bars - sheet.px(20), 2)
    days = sheet.limited(carrier.days, sheet.style(SEMIBOLD, 32), sheet.desk.area.width * 0.2, 1)
    works = lanes(sheet, carrier.works, place)
    need = max(name.height, days.height, lanes_height(sheet, works)) + sheet.px(14)
    return _Row(carrier, name, days, works, need)


def _shown(sheet: Sheet, rows: Sequence[_Row], total: int, free: float, note: float) -> tuple[int, list[float]]:
    """How many find room, and how high each is."""
    for count in range(len(rows), 0, -1):
        room = free - (note if count < total else 0)
        heights = spread([row.need for row in rows[:count]], room, sheet.px(ROW))
        if heights is not None:
            return count, heights
    return 0, []


def _put_heads(sheet: Sheet, page: RoomLoad, grid: _Grid, y: float) -> None:
    look, area, style = sheet.look, sheet.desk.area, sheet.style(REGULAR, 30, leading=1.15)
    for text, x, room in (
        (page.head, 0.0, grid.bars - sheet.px(16)),
        (words.load_head(), grid.bars, grid.calendar - grid.bars - sheet.px(16)),
    ):
        made = sheet.limited(text, style, room, 1)
        sheet.put("head", made, area.x + x, y, look.muted, look.background)


def _put_row(sheet: Sheet, row: _Row, grid: _Grid, place: Box, *, most: bool) -> None:
    look, middle = sheet.look, place.y + place.height / 2
    sheet.put("carrier", row.name, place.x, middle - row.name.height / 2, look.ink, look.background)
    x, high = place.x + grid.bars, sheet.px(BAR)
    low, whole = (max(float(days) * grid.day, 1.0) for days in (row.carrier.low, row.carrier.high))
    sheet.panel("high", Box(x, middle - high / 2, whole, high), look.low)
    dark = look.brand if most else look.level(2)[0]
    sheet.mark("low", Box(x, middle - high / 2, low, high), look.background, fill=dark)
    right = x + whole + sheet.px(16)
    sheet.put("days", row.days, right, middle - row.days.height / 2, look.ink, look.background)
    calendar = Box(place.x + grid.calendar, place.y, grid.width - grid.calendar, place.height)
    put_lanes(sheet, row.works, calendar)


def _said(page: RoomLoad, _brand: RoomBrand) -> Iterable[str]:
    carriers = (
        f"{carrier.name}: {words.days_carried(carrier.days)}, {', '.join(work.number for work in carrier.works)}"
        for carrier in page.carriers
    )
    return page.title, page.lead, page.head, *carriers, page.calendar.said


DECLARED = Declared(RoomLoad, sheet=load_sheet, said=_said)
