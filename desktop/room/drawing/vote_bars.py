"""Votes as bars that can be counted: one a vote, from the left."""

from __future__ import annotations

from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import Sheet

FILLED = 0.74
"""Of a bar and the room beside it, the bar."""
THINNEST = 4
"""Pixels from one bar to the next below which they are one block."""


def put_bars(sheet: Sheet, count: int, place: Box, pitch: float, colours: tuple[str, str]) -> float:
    """From the left of `place`, as high as it is; gives where they end. `colours`: of the bars, and of the ground."""
    fill, ground = colours
    if not count:
        return place.x
    if pitch < sheet.px(THINNEST):
        block = Box(place.x, place.y, max(count * pitch, sheet.px(THINNEST)), place.height)
        sheet.mark("votes", block, ground, fill=fill)
        return block.right
    width = pitch * FILLED
    for number in range(count):
        box = Box(place.x + number * pitch, place.y, width, place.height)
        sheet.mark("vote", box, ground, fill=fill, radius=min(sheet.px(3), width * 0.1))
    return place.x + (count - 1) * pitch + width
