"""The readiness points in their groups, each with how it stands, and the verdict above them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.marks import put_state
from desktop.room.drawing.sheet import BOLD, REGULAR, SEMIBOLD, TITLE, Desk, Sheet, fitted
from desktop.room.page import Declared
from desktop.view_models.room.pages import RoomBrand, RoomPoint, RoomPointGroup, RoomReadiness


def readiness_sheet(desk: Desk, page: RoomReadiness) -> Sheet:
    """A column for each group, or the groups below one another where columns would be too narrow."""
    return fitted([partial(_lay, desk, page, len(page.groups)), partial(_lay, desk, page, 1)])


def _lay(desk: Desk, page: RoomReadiness, columns: int, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    look, unit = sheet.look, desk.unit
    margin = (48 if desk.narrow else 88) * unit
    area = Box(margin, margin * 0.7, sheet.width - 2 * margin, sheet.height - 1.3 * margin)
    verdict = sheet.measure(page.verdict, sheet.style(BOLD, 48), area.width)
    question = sheet.measure(page.question, sheet.style(TITLE, 68, title=True, leading=1.14), area.width, balanced=True)
    sheet.put("verdict", verdict, area.x, area.y, look.accent, look.background)
    sheet.put("question", question, area.x, area.y + verdict.height + sheet.gap(1.5), look.ink, look.background)
    top = area.y + verdict.height + question.height + sheet.gap(5)
    foot = _legend(sheet, page, area) - sheet.gap(2)
    gap = sheet.gap(5)
    width = (area.width - gap * (columns - 1)) / columns
    y, lowest = top, top
    for number, group in enumerate(page.groups):
        across = number % columns
        y = top if across == 0 and number == 0 else (lowest + sheet.gap(2) if across == 0 else y)
        end = _group(sheet, group, Box(area.x + across * (width + gap), y, width, 0))
        lowest = max(lowest, end)
    sheet.require(lowest <= foot)
    return sheet


def _group(sheet: Sheet, group: RoomPointGroup, place: Box) -> float:
    """From `place` downwards; gives where it ends."""
    look = sheet.look
    heading = sheet.measure(group.title, sheet.style(BOLD, 46), place.width)
    sheet.put("group", heading, place.x, place.y, look.ink, look.background)
    y = place.y + heading.height + sheet.gap(1)
    for point in group.points:
        y = _point(sheet, point, Box(place.x, y, place.width, 0)) + sheet.gap(0.5)
    return y


def _point(sheet: Sheet, point: RoomPoint, place: Box) -> float:
    look, unit = sheet.look, sheet.desk.unit
    style = sheet.style(SEMIBOLD, 40)
    side, pad = style.size * 0.86, sheet.gap(1.25)
    indent = side + sheet.gap(1.75)
    title = sheet.measure(point.title, style, place.width - indent - 2 * pad)
    height = title.height + 2 * pad
    ground = look.background
    if point.here:
        ground = look.surface
        card = Box(place.x, place.y, place.width, height)
        sheet.panel("here", card, ground, radius=12 * unit, edge=look.accent, thick=max(3 * unit, 2))
    y = place.y + pad
    put_state(sheet, point.state, Box(place.x + pad, y + (title.leading - side) / 2, side, side), ground)
    sheet.put("point", title, place.x + pad + indent, y, look.ink, ground, face=SEMIBOLD if point.here else REGULAR)
    return place.y + height


def _legend(sheet: Sheet, page: RoomReadiness, area: Box) -> float:
    """Along the foot, of the states that are there; gives where it begins."""
    look = sheet.look
    states = {point.state for group in page.groups for point in group.points}
    style = sheet.style(REGULAR, 30)
    side, x = style.size * 0.86, area.x
    height = style.size * style.leading
    y = area.bottom - height
    for state, name in words.point_states():
        if state in states:
            text = sheet.measure(name, style, area.width / 3)
            put_state(sheet, state, Box(x, y + (height - side) / 2, side, side), look.background)
            sheet.put("legend", text, x + side + sheet.gap(1), y, look.muted, look.background)
            x += side + sheet.gap(1) + text.width + sheet.gap(4)
    sheet.require(x - sheet.gap(4) <= area.right)
    return y


def _said(page: RoomReadiness, _brand: RoomBrand) -> Iterable[str]:
    names = dict(words.point_states())
    points = (f"{p.title}: {names[p.state]}" for group in page.groups for p in group.points)
    return page.verdict, page.question, *points


DECLARED = Declared(RoomReadiness, sheet=readiness_sheet, said=_said)
