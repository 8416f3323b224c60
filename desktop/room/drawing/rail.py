"""Where the room is among failure modes or phases: a rail on the left, or a strip along the top of a narrow window."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.sheet import KICKER, REGULAR, SEMIBOLD, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.view_models.room.pages import RoomMode

RAIL_WIDTH = 448
"""Pixels of 1920."""
TOP = 88
"""Pixels of 1080, from the top to the first line of rail and page alike."""


def asides(desk: Desk, modes: tuple[RoomMode, ...], heading: str) -> Iterator[tuple[Sheet, Box]]:
    """The rail, where it is as it should be, with the place beside it; then the strip with the place below it."""
    if not desk.narrow:
        beside = fitted([lambda step: _rail(desk, step, modes, heading)])
        if sound(beside):
            width = RAIL_WIDTH * desk.unit
            yield beside, Box(width, 0, desk.width - width, desk.height)
    above = strip(desk, modes)
    top = max(shape.box.bottom for shape in above.finished().shapes)
    yield above, Box(0, top, desk.width, desk.height - top)


def strip(desk: Desk, modes: tuple[RoomMode, ...]) -> Sheet:
    """The strip: with the modes' names where each has room for its own, else with numbers only."""
    named = fitted([lambda step: _strip(desk, step, modes, names=True)])
    return named if sound(named) else fitted([lambda step: _strip(desk, step, modes, names=False)])


def sound(sheet: Sheet) -> bool:
    """Whether it fits as it is meant to."""
    return sheet.fits and sheet.whole and sheet.step >= 0


def _rail(desk: Desk, step: float, modes: tuple[RoomMode, ...], heading: str) -> Sheet:
    sheet = Sheet(desk, step)
    look, unit = sheet.look, desk.unit
    width = RAIL_WIDTH * unit
    sheet.panel("rail", Box(0, 0, width, sheet.height), look.shade)
    sheet.panel("rail edge", Box(width - max(2 * unit, 1), 0, max(2 * unit, 1), sheet.height), look.rule)
    margin, pad = 28 * unit, 20 * unit
    kicker = sheet.measure(heading, sheet.style(KICKER, 30), width - 2 * margin - 2 * pad)
    top = TOP * unit
    sheet.put("rail heading", kicker, margin + pad, top, look.muted, look.shade)
    y = top + kicker.height + sheet.gap(2)
    for mode in modes:
        y = _rail_mode(sheet, mode, Box(margin, y, width - 2 * margin, 0), pad) + sheet.gap(1)
    foot = _client(sheet, Box(margin + pad, y, width - 2 * margin - 2 * pad, sheet.height - y - 56 * unit))
    sheet.require(y <= sheet.height - 24 * unit)
    return foot


def _rail_mode(sheet: Sheet, mode: RoomMode, place: Box, pad: float) -> float:
    """One mode from `place` downwards; gives where it ends."""
    look, unit = sheet.look, sheet.desk.unit
    ground = look.soft if mode.here else look.shade
    count = sheet.measure(_count(mode), sheet.style(REGULAR, 30), place.width)
    inner = place.width - 2 * pad
    name = sheet.measure(mode.name, sheet.style(SEMIBOLD, 31), inner - count.width - pad * 0.7)
    bar = max(10 * unit, 5)
    height = sheet.gap(1.75) * 2 + name.height + sheet.gap(1) + bar
    if mode.here:
        box = Box(place.x, place.y, place.width, height)
        sheet.panel("rail here", box, look.soft, radius=14 * unit, edge=look.accent, thick=max(3 * unit, 2))
    y = place.y + sheet.gap(1.75)
    colour = look.ink if mode.here else look.muted
    face = SEMIBOLD if mode.here else REGULAR
    sheet.put(f"mode {mode.name}", name, place.x + pad, y, colour, ground, face=face)
    drop = (name.leading - count.leading) * 0.8
    sheet.put("mode count", count, place.right - pad - count.width, y + drop, colour, ground)
    _progress(sheet, mode, Box(place.x + pad, y + name.height + sheet.gap(1), inner, bar))
    return place.y + height


def _count(mode: RoomMode) -> str:
    return f"{mode.answered}/{mode.total}"


def _progress(sheet: Sheet, mode: RoomMode, place: Box) -> None:
    look = sheet.look
    sheet.panel("progress track", place, look.track, radius=place.height / 2)
    if mode.answered and mode.total:
        done = Box(place.x, place.y, place.width * min(mode.answered / mode.total, 1), place.height)
        sheet.mark("progress", done, look.track, fill=look.accent, radius=place.height / 2)


def _client(sheet: Sheet, place: Box) -> Sheet:
    """Whose meeting it is, at the foot of the rail, where there is room for it."""
    desk, look, unit = sheet.desk, sheet.look, sheet.desk.unit
    image = desk.picture(desk.brand.client_logo)
    if image is not None:
        height = 96 * unit
        if place.height > height + sheet.gap(2):
            sheet.logo("client logo", image, Box(place.x, place.bottom - height, min(place.width, 240 * unit), height))
        return sheet
    name = desk.typesetter.paragraph(desk.brand.client, sheet.style(REGULAR, 30), place.width)
    if desk.brand.client and name.whole and place.height > name.height + sheet.gap(2):
        sheet.put("client", name, place.x, place.bottom - name.height, look.muted, look.shade)
    return sheet


def _strip(desk: Desk, step: float, modes: tuple[RoomMode, ...], *, names: bool) -> Sheet:
    sheet = Sheet(desk, step)
    look, unit = sheet.look, desk.unit
    gap, pad, margin = 8 * unit, 12 * unit, 40 * unit
    width = (sheet.width - 2 * margin - gap * (len(modes) - 1)) / max(len(modes), 1)
    style = sheet.style(SEMIBOLD, 30, leading=1.16)
    labels = [sheet.measure(m.name if names else _count(m), style, width - 2 * pad) for m in modes]
    text = max((p.height for p in labels), default=0.0)
    sheet.require(not names or text <= 2 * style.size * style.leading + 1)
    bar = max(10 * unit, 5)
    height = pad + text + pad * 0.7 + bar + pad
    sheet.panel("rail", Box(0, 0, sheet.width, height + 2 * gap), look.shade)
    sheet.panel("rail edge", Box(0, height + 2 * gap, sheet.width, max(2 * unit, 1)), look.rule)
    for number, (mode, label) in enumerate(zip(modes, labels, strict=True)):
        _strip_mode(sheet, mode, label, Box(margin + number * (width + gap), gap, width, height), pad, bar)
    return sheet


def _strip_mode(sheet: Sheet, mode: RoomMode, label: Paragraph, box: Box, pad: float, bar: float) -> None:
    look, unit = sheet.look, sheet.desk.unit
    ground = look.soft if mode.here else look.shade
    if mode.here:
        sheet.panel("rail here", box, look.soft, radius=12 * unit, edge=look.accent, thick=max(3 * unit, 2))
    inner = box.inset(pad, pad)
    colour = look.ink if mode.here else look.muted
    y = inner.bottom - bar - pad * 0.7 - label.height
    sheet.put(
        f"mode {mode.name}",
        label,
        inner.x,
        y,
        colour,
        ground,
        align=Align.LEFT,
        width=inner.width,
        face=SEMIBOLD if mode.here else REGULAR,
    )
    _progress(sheet, mode, Box(inner.x, inner.bottom - bar, inner.width, bar))
