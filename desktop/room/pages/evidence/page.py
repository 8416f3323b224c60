"""A photo as evidence: the picture to the edges of the wall, its caption below, or beside it where it is upright."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import FOOT, REGULAR, SEMIBOLD, SERIF_REGULAR, Desk, Sheet, fitted
from desktop.room.page import Declared
from desktop.system.long_text import shortened
from desktop.view_models.room.evidence.pages import RoomEvidence
from desktop.view_models.room.pages import RoomBrand

BELOW = 836
"""Where a picture that lies ends, and its caption begins."""
GROUND = "#10181F"
"""Behind a picture that does not fill its place: it is never cropped."""
LONGEST, MOST_LINES, MOST_BESIDE = 600, 2, 9
"""Letters of a caption, and its lines below a picture and beside one."""
FILE = 400
"""Where it begins that there is a file."""


def evidence_sheet(desk: Desk, page: RoomEvidence) -> Sheet:
    """The picture whole; of a file that is none, what kind it is."""
    upright = page.picture is not None and page.picture.height() > page.picture.width() * 1.05
    return fitted([partial(_lay, desk, page, upright)])


def _lay(desk: Desk, page: RoomEvidence, upright: bool, step: float) -> Sheet:
    sheet, area = Sheet(desk, step), desk.area
    if upright:
        half = desk.width / 2
        _put_picture(sheet, page, Box(0, 0, half, desk.height))
        _put_words(sheet, page, Box(half + sheet.px(64), sheet.px(96), half - sheet.px(64) - area.x, 0), MOST_BESIDE)
    elif page.picture is not None:
        _put_picture(sheet, page, Box(0, 0, desk.width, sheet.px(BELOW)))
        _put_words(sheet, page, Box(area.x, sheet.px(BELOW) + sheet.space(20), area.width, 0), MOST_LINES)
    else:
        _put_words(sheet, page, Box(area.x, sheet.px(FILE), area.width, 0), MOST_LINES)
    return sheet


def _put_picture(sheet: Sheet, page: RoomEvidence, place: Box) -> None:
    sheet.panel("ground", place, GROUND)
    if page.picture is not None:
        scale = min(place.width / page.picture.width(), place.height / page.picture.height())
        width, height = page.picture.width() * scale, page.picture.height() * scale
        x, y = place.x + (place.width - width) / 2, place.y + (place.height - height) / 2
        sheet.picture("evidence", page.picture, Box(x, y, width, height))


def _put_words(sheet: Sheet, page: RoomEvidence, place: Box, lines: int) -> None:
    look = sheet.look
    small = sheet.style(REGULAR, 30, leading=1.2)
    mark = sheet.measure(page.mark, sheet.style(SEMIBOLD, 30, leading=1.2), place.width)
    y = place.y
    if page.caption:
        style = sheet.style(SERIF_REGULAR, 44, least=36, leading=1.2)
        caption = sheet.limited(shortened(page.caption, LONGEST), style, place.width, lines)
        sheet.put("caption", caption, place.x, y, look.ink, look.background)
        y += caption.height + sheet.space(8)
    day = sheet.limited(page.day, small, place.width, 1)
    sheet.put("day", day, place.x, y, look.muted, look.background)
    y += day.height
    if page.about:
        about = sheet.limited(page.about, small, place.width - mark.width - sheet.px(48), 1)
        sheet.put("about", about, place.x, y, look.muted, look.background)
        y += about.height
    bottom = sheet.height - sheet.px(FOOT)
    sheet.put("mark", mark, place.right - mark.width, bottom - mark.height, look.accent, look.background)
    sheet.require(y <= bottom)


def _said(page: RoomEvidence, _brand: RoomBrand) -> Iterable[str]:
    return page.caption, page.alternative, page.about, page.day, page.mark


DECLARED = Declared(
    RoomEvidence, sheet=evidence_sheet, said=_said, identity=lambda page: (page.caption, page.about, page.day)
)
