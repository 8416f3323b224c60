"""A ring of time at the top right: what is left of a part, in whole minutes. It moves nothing that stands there."""

from __future__ import annotations

from math import cos, pi, sin

from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.sheet import REGULAR, SEMIBOLD, Desk, Sheet
from desktop.room.drawing.typesetter import Paragraph, Style
from desktop.view_models.room.entries import RoomRing

TOP, SIDE, THICK = 38, 84, 10
"""Pixels: from the top of the window, the ring's width, and its stroke."""
NAME, APART = 180, 12
"""How wide its name may stand, and how far from it."""
WHOLE, BARE = SIDE + NAME + 3 * APART, SIDE + 2 * APART
"""Pixels that a title leaves to it with its name, and alone."""
CORNERS = 72
"""Of the polygon that passes for a circle."""


def beside_ring(sheet: Sheet, text: str, style: Style, width: float, y: float) -> Paragraph:
    """A text from the left margin, balanced; narrower where it would run under the ring."""
    made = sheet.measure(text, style, width, balanced=True)
    free = sheet.desk.area.width - sheet.px(sheet.desk.ring)
    if not sheet.desk.ring or y >= sheet.px(TOP + SIDE) or made.width <= free - (sheet.desk.area.width - width):
        return made
    return sheet.measure(text, style, free - (sheet.desk.area.width - width), balanced=True)


def ring_sheet(desk: Desk, ring: RoomRing) -> Sheet:
    """The ring, its minutes in it and at its left its name, where the page leaves room for that."""
    sheet = Sheet(desk, 1)
    look, side = sheet.look, sheet.px(SIDE)
    box = Box(desk.area.right - side, sheet.px(TOP), side, side)
    thick = sheet.px(THICK)
    sheet.panel("ring track", box, "", radius=side / 2, edge=look.track, thick=thick)
    late = ring.state in ("last", "over")
    colour = look.accent_mark if late else look.edge if ring.state == "stands" else look.brand
    if ring.share > 0:
        arc = _arc(box, ring.share, (side - thick) / 2)
        sheet.path("ring", arc, stroke=colour, thick=thick, ground=look.background)
    ink = look.accent if late else look.muted if ring.state == "stands" else look.ink
    figure = sheet.measure(ring.minutes, sheet.style(SEMIBOLD, 32, leading=1.1), side)
    y = box.y + (side - figure.height) / 2
    sheet.put("ring figure", figure, box.x, y, ink, look.background, align=Align.CENTRE, width=side)
    if desk.ring < WHOLE:
        return sheet
    name = sheet.measure(ring.name, sheet.style(REGULAR, 30, leading=1.1), sheet.px(NAME), balanced=True)
    x = box.x - sheet.px(APART) - name.width
    sheet.put("ring name", name, x, box.y + (side - name.height) / 2, look.muted, look.background, align=Align.RIGHT)
    return sheet


def _arc(box: Box, share: float, radius: float) -> list[tuple[float, float]]:
    """From the top, clockwise."""
    x, y, steps = box.x + box.width / 2, box.y + box.height / 2, max(round(CORNERS * share), 1)
    turns = (2 * pi * share * step / steps for step in range(steps + 1))
    return [(x + radius * sin(turn), y - radius * cos(turn)) for turn in turns]
