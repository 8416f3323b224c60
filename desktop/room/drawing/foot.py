"""Along the foot of a page: how far the room has come, a tick for each sign, item or action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop.room.drawing.composition import Box
from desktop.room.drawing.head import measured_said, put_note
from desktop.room.drawing.sheet import FOOT, REGULAR, SEMIBOLD, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.view_models.room.entries import RoomStretch
from desktop.view_models.room.marks import AGREED, ASIDE, DONE, HERE, TO_COME

TICK = 10
"""Pixels, its height."""


def stretches_foot(desk: Desk, stretches: Sequence[RoomStretch]) -> tuple[Sheet, float]:
    """Failure modes or phases side by side, and where they begin; with the name of the one we are in alone where not
    all find room.
    """
    if not stretches:
        return Sheet(desk, 1), desk.height - FOOT * desk.scale
    named = fitted([partial(_lay, desk, stretches, True)])
    sound = named.fits and named.whole and named.step >= 0
    made = named if sound else fitted([partial(_lay, desk, stretches, False)])
    return made, min(shape.box.y for shape in made.finished().shapes)


def _lay(desk: Desk, stretches: Sequence[RoomStretch], every: bool, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area, gap = desk.area, sheet.px(14)
    width = (area.width - gap * (len(stretches) - 1)) / len(stretches)
    places = [area.x + number * (width + gap) for number in range(len(stretches))]
    if every:
        names = [_texts(sheet, stretch, width) for stretch in stretches]
    else:
        names = [_texts(sheet, stretch, area.width) if stretch.here else [] for stretch in stretches]
    sheet.require(not every or all(len(text.lines) <= 2 for texts in names for text in texts))
    high = max((sum(text.height for text in texts) for texts in names), default=0.0)
    top = desk.height - sheet.px(FOOT) - high - sheet.px(12) - sheet.px(TICK)
    for stretch, texts, x in zip(stretches, names, places, strict=True):
        put_ticks(sheet, stretch.ticks, Box(x, top, width, sheet.px(TICK)))
        _put_texts(sheet, stretch, texts, (x, top + sheet.px(TICK + 12)))
    return sheet


def _texts(sheet: Sheet, stretch: RoomStretch, width: float) -> list[Paragraph]:
    """The name, and what was decided of it."""
    name = sheet.measure(stretch.name, sheet.style(SEMIBOLD, 30), width)
    note = [sheet.measure(stretch.below, sheet.style(REGULAR, 30, leading=1.2), width)] if stretch.below else []
    return [name, *note]


def _put_texts(sheet: Sheet, stretch: RoomStretch, texts: list[Paragraph], place: tuple[float, float]) -> None:
    look, (x, y) = sheet.look, place
    reached = stretch.here or any(tick != TO_COME for tick in stretch.ticks)
    for number, text in enumerate(texts):
        colour = look.brand if stretch.here else look.ink if reached else look.muted
        role, face = (f"stretch {stretch.name}", SEMIBOLD if stretch.here else REGULAR)
        if number:
            role, face, colour = "stretch note", REGULAR, look.muted
        left = min(x, sheet.desk.area.right - text.width)
        sheet.put(role, text, left, y, colour, look.background, face=face)
        y += text.height


def ticks_foot(sheet: Sheet, ticks: Sequence[str], said: tuple[str, str], note: str) -> float:
    """A tick for each action, below it what counts with what goes with it, and a note; gives where they begin."""
    area = sheet.desk.area
    bottom = sheet.height - sheet.px(FOOT)
    beside = put_note(sheet, note, bottom, width=area.width * 0.5)
    room = area.width - beside.width - sheet.px(40)
    made = measured_said(sheet, *said, room, ideal=30, colour=sheet.look.ink)
    made.put(area.x, bottom - max(made.height, beside.height))
    top = bottom - max(made.height, beside.height) - sheet.px(14 + 12)
    put_ticks(sheet, ticks, Box(area.x, top, area.width, sheet.px(12)))
    return top


def put_ticks(sheet: Sheet, ticks: Sequence[str], place: Box) -> None:
    """As many as there are, in a row as wide as `place`."""
    look = sheet.look
    gap = min(sheet.px(5), place.width * 0.25 / max(len(ticks), 1))
    width = (place.width - gap * (len(ticks) - 1)) / max(len(ticks), 1)
    for number, tick in enumerate(ticks):
        box = Box(place.x + number * (width + gap), place.y, width, place.height)
        if tick == HERE:
            sheet.mark("tick here", box, look.background, fill=look.accent_mark, radius=sheet.px(2))
        elif tick == AGREED:
            sheet.mark("tick agreed", box, look.background, fill=look.brand, radius=sheet.px(2))
        elif tick == ASIDE:
            low = Box(box.x, box.y + box.height / 2, box.width, box.height / 2)
            sheet.mark("tick aside", low, look.background, fill=look.done, radius=sheet.px(2))
        elif tick == DONE:
            sheet.mark("tick done", box, look.background, fill=look.done, radius=sheet.px(2))
        else:
            sheet.panel("tick to come", box, look.track, radius=sheet.px(2))
