"""Lines of known height, in light and in dark: somebody in the last row calls out the last one read."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.look import RoomLook, make_look
from desktop.room.drawing.sheet import REGULAR, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Style
from desktop.room.page import Declared
from desktop.view_models.room.pages import RoomBrand, RoomChart

PARTS = (20, 24, 30, 36)
"""Of the window's height: a question is set at 1/20, nothing in the room below 1/36."""


def chart_sheet(desk: Desk, _page: RoomChart) -> Sheet:
    """The upper half in the light look, the lower half in the dark one, both from large to small."""

    light, dark = (make_look(is_dark, desk.brand.primary, desk.brand.accent) for is_dark in (False, True))

    def lay(step: float) -> Sheet:
        sheet = Sheet(desk, step)
        half = desk.height / 2
        _half(sheet, Box(0, 0, desk.width, half), light)
        _half(sheet, Box(0, half, desk.width, half), dark)
        return sheet

    return fitted([lay])


def _half(sheet: Sheet, place: Box, look: RoomLook) -> None:
    """The sizes are what the page is about, so they do not follow the sheet's step."""
    sheet.panel("half", place, look.background)
    area = place.inset(place.width / 20, 0)
    lines = [
        sheet.measure(words.chart_line(part), Style(REGULAR, ceil(sheet.height / part), 1.2), area.width)
        for part in PARTS
    ]
    gap = (area.height - sum(line.height for line in lines)) / (len(lines) + 1)
    sheet.require(gap >= 0)
    y = area.y
    for line in lines:
        y += max(gap, 0)
        sheet.put("chart line", line, area.x, y, look.ink, look.background)
        y += line.height


def _said(_page: RoomChart, _brand: RoomBrand) -> Iterable[str]:
    return (words.chart_said(),)


DECLARED = Declared(RoomChart, sheet=chart_sheet, said=_said)
