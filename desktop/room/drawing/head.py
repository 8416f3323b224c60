"""What a page says first: where we are, its finding or question, and a line that leads on."""

from __future__ import annotations

from collections.abc import Callable

from desktop.room.drawing.composition import Box
from desktop.room.drawing.ring import beside_ring
from desktop.room.drawing.sheet import (
    LEAST_QUESTION,
    LEAST_TITLE,
    REGULAR,
    SEMIBOLD,
    TITLE,
    Sheet,
)
from models.frozen import frozen

BESIDE = 0.4
"""The share of the width that what goes with it needs beside what counts."""
TOP = 52
"""From the top of the window to the first line."""


@frozen
class Head:
    """The texts of a head; empty ones are left out."""

    title: str
    kicker: str = ""
    lead: str = ""
    tone: str = ""
    """What the title is said in; the brand where it is no verdict."""
    size: int = 72
    asks: bool = False
    """Whether the title is the question that is put to the room."""


def put_head(sheet: Sheet, head: Head) -> float:
    """From the top down; gives where it ends."""
    look, area = sheet.look, sheet.desk.area
    y = sheet.px(TOP)
    if head.kicker:
        kicker = beside_ring(sheet, head.kicker, sheet.style(SEMIBOLD, 30), area.width, y)
        sheet.put("kicker", kicker, area.x, y, look.accent, look.background)
        y += kicker.height + sheet.space(6)
    least = LEAST_QUESTION if head.asks else LEAST_TITLE
    style = sheet.style(TITLE, head.size, least=least, leading=1.167)
    title = beside_ring(sheet, head.title, style, area.width, y)
    colour = look.tone(head.tone) if head.tone else look.brand
    sheet.put("question" if head.asks else "title", title, area.x, y, colour, look.background)
    y += title.height
    if head.lead:
        lead = sheet.limited(head.lead, sheet.style(REGULAR, 36), area.width, 2)
        y += sheet.space(8)
        sheet.put("lead", lead, area.x, y, look.ink, look.background)
        y += lead.height
    return y


@frozen
class Said:
    """What counts, and beside it what goes with it; below it where there is little room."""

    height: float
    put: Callable[[float, float], None]
    """Places it with its top left corner there."""


def measured_said(sheet: Sheet, strong: str, rest: str, width: float, *, ideal: float = 36, colour: str = "") -> Said:
    """`colour` is that of the strong words; the brand's where none is given."""
    look, gap = sheet.look, sheet.px(ideal * 0.28)
    first = sheet.measure(strong, sheet.style(SEMIBOLD, ideal, leading=1.18), width)
    indent = first.width + gap if strong else 0.0
    beside = len(first.lines) == 1 and width - indent >= width * BESIDE
    second = sheet.measure(rest, sheet.style(REGULAR, ideal, leading=1.18), width - indent if beside else width)
    below = first.height if strong and rest and not beside else 0.0

    def put(x: float, y: float) -> None:
        if strong:
            sheet.put("strong", first, x, y, colour or look.brand, look.background)
        if rest:
            across = x + (indent if beside else 0)
            sheet.put("rest", second, across, y + below, look.muted, look.background)

    return Said(below + max(first.height, second.height), put)


def put_note(sheet: Sheet, text: str, bottom: float, *, width: float) -> Box:
    """A quiet line at the right, up to `bottom`."""
    look, area = sheet.look, sheet.desk.area
    made = sheet.measure(text, sheet.style(REGULAR, 30, leading=1.18), width, balanced=True)
    x = area.right - made.width
    return sheet.put("note", made, x, bottom - made.height, look.muted, look.background)
