"""One activity of the playbook: what is asked, large, and below it what has been said so far."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.head import Head, measured_said, put_head, put_note
from desktop.room.drawing.readings import put_readings
from desktop.room.drawing.sheet import FOOT, REGULAR, Desk, Sheet, fitted
from desktop.room.drawing.table import put_table
from desktop.room.page import Declared
from desktop.view_models.room.entries import Captured, RoomCount, RoomReadings, RoomTable
from desktop.view_models.room.pages import RoomActivity, RoomBrand


def activity_sheet(desk: Desk, page: RoomActivity) -> Sheet:
    """Question, register, and what it adds up to. What people say is cut only where three rows find no room whole."""
    return fitted([partial(_lay, desk, page, lines) for lines in (4, 3, 2)])


def _lay(desk: Desk, page: RoomActivity, lines: int, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    head = Head(page.prompt, kicker=page.place, asks=True)
    y = put_head(sheet, head) + sheet.space(36)
    foot = _put_foot(sheet, page) - sheet.space(16)
    _put_captured(sheet, page.captured, lines, Box(desk.area.x, y, desk.area.width, foot - y))
    return sheet


def _put_captured(sheet: Sheet, captured: Captured, lines: int, place: Box) -> None:
    match captured:
        case RoomTable(rows=()) | RoomReadings(rows=()):
            _put_hint(sheet, words.nothing_yet(), place)
        case RoomTable():
            put_table(sheet, captured, place, lines)
        case RoomReadings():
            put_readings(sheet, captured, place)
        case RoomCount():
            _put_hint(sheet, words.entries(captured.rows), place)


def _put_hint(sheet: Sheet, text: str, place: Box) -> None:
    made = sheet.measure(text, sheet.style(REGULAR, 40), place.width)
    sheet.require(made.height <= place.height)
    sheet.line(place.x, place.y, place.width, strong=True)
    sheet.put("hint", made, place.x, place.y + sheet.space(24), sheet.look.muted, sheet.look.background)


def _put_foot(sheet: Sheet, page: RoomActivity) -> float:
    """What the rows add up to, what is still asked, and that anyone may speak; gives where it begins."""
    area = sheet.desk.area
    bottom = sheet.height - sheet.px(FOOT)
    note = put_note(sheet, words.anyone_may_speak(), bottom, width=area.width * 0.42)
    said = measured_said(sheet, page.sum, page.asked, area.width - note.width - sheet.px(40), ideal=34)
    high = max(said.height, note.height)
    said.put(area.x, bottom - said.height)
    return bottom - high


def _said(page: RoomActivity, _brand: RoomBrand) -> Iterable[str]:
    return page.place, page.prompt, *words.captured_said(page.captured), page.sum, page.asked


DECLARED = Declared(RoomActivity, sheet=activity_sheet, said=_said, identity=lambda page: (page.place, page.prompt))
