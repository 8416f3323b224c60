"""Actions by their numbers, in small boxes: the first is filled, one without a date is dashed."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.look import WARNING
from desktop.room.drawing.sheet import SEMIBOLD, Sheet
from desktop.view_models.room.entries import RoomNumber

WIDE, HIGH, APART = 56, 44, 9


def number_rows(sheet: Sheet, count: int, width: float) -> float:
    """How high so many stand, in as many lines as they need."""
    lines = -(-count // _in_a_line(sheet, width))
    return lines * sheet.px(HIGH + APART) - sheet.px(APART) if lines else 0.0


def put_numbers(sheet: Sheet, numbers: Sequence[RoomNumber], place: Box) -> None:
    """From the left, in the middle of `place`."""
    look, each = sheet.look, _in_a_line(sheet, place.width)
    top = place.y + (place.height - number_rows(sheet, len(numbers), place.width)) / 2
    for at, found in enumerate(numbers):
        row, across = divmod(at, each)
        x, y = place.x + across * sheet.px(WIDE + APART), top + row * sheet.px(HIGH + APART)
        box = Box(x, y, sheet.px(WIDE), sheet.px(HIGH))
        ground, ink = (look.brand, look.brand_ink) if found.state == "first" else look.level(1)
        if found.state == "undated":
            ground, ink = look.background, look.tone(WARNING)
            thick, radius = max(sheet.px(3), 1.5), sheet.px(4)
            mark = look.tone_mark(WARNING)
            sheet.mark("undated", box, ground, stroke=mark, thick=thick, radius=radius, dashed=True)
        else:
            sheet.panel("number box", box, ground, radius=sheet.px(4))
        text = sheet.measure(found.number, sheet.style(SEMIBOLD, 30), box.width)
        down = y + (box.height - text.height) / 2
        sheet.put("number", text, x, down, ink, ground, align=Align.CENTRE, width=box.width)


def _in_a_line(sheet: Sheet, width: float) -> int:
    return max(int((width + sheet.px(APART)) / sheet.px(WIDE + APART)), 1)
