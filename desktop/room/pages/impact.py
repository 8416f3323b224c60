"""What was agreed, on a plane: the more it brings the higher, the more it takes the further to the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from math import cos, pi, sin

from desktop.room import words
from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.sheet import BOLD, LEAST_TITLE, REGULAR, SEMIBOLD, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.entries import RoomPlace
from desktop.view_models.room.pages import RoomBrand, RoomImpact

MOST = 9
"""Actions on the plane: more would crowd it."""
FEWEST = 5
"""Titles in sight before type becomes smaller for them."""
SHORTEST_SCALE = Decimal(10)
"""Days."""


@dataclass(frozen=True, slots=True)
class _Title:
    """An action's number and title."""

    number: Paragraph
    title: Paragraph


def impact_sheet(desk: Desk, page: RoomImpact) -> Sheet:
    """The plane beside the titles."""
    return fitted([partial(_lay, desk, page, share) for share in (0.5, 0.4)])


def _lay(desk: Desk, page: RoomImpact, share: float, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    look, unit = sheet.look, desk.unit
    margin = (48 if desk.narrow else 88) * unit
    area = Box(margin, margin * 0.8, sheet.width - 2 * margin, sheet.height - 1.5 * margin)
    title = sheet.measure(
        page.title, sheet.style(TITLE, 72, least=LEAST_TITLE, leading=1.14), area.width, balanced=True
    )
    sheet.put("title", title, area.x, area.y, look.ink, look.background)
    top = area.y + title.height + sheet.gap(4)
    gap = sheet.gap(6)
    left = area.width * share - gap / 2
    rest = Box(area.x + left + gap, top, area.width - left - gap, area.bottom - top)
    shown = _put_titles(sheet, page.places, rest)
    _put_plane(sheet, page.places[:shown], Box(area.x, top, left, area.bottom - top))
    return sheet


def _put_plane(sheet: Sheet, places: Sequence[RoomPlace], place: Box) -> None:
    look, unit = sheet.look, sheet.desk.unit
    style = sheet.style(REGULAR, 32)
    above = sheet.measure(words.more_impact(), style, place.width)
    below = sheet.measure(words.more_effort(), style, place.width)
    sheet.put("axis", above, place.x, place.y, look.muted, look.background)
    down = place.bottom - below.height
    sheet.put("axis", below, place.right - below.width, down, look.muted, look.background)
    top = place.y + above.height + sheet.gap(1)
    plane = Box(place.x, top, place.width, down - sheet.gap(1) - top)
    side = sheet.style(BOLD, 36).size * 1.5
    sheet.require(min(plane.width, plane.height) >= 6 * side)
    thick = max(3 * unit, 2)
    sheet.panel("plane", plane, look.surface, radius=18 * unit, edge=look.rule, thick=thick)
    if sheet.fits:
        _put_middle(sheet, plane)
        _put_discs(sheet, places, plane, side)


def _put_middle(sheet: Sheet, plane: Box) -> None:
    """Half of the impact and half of the effort, as a guide to the eye."""
    middle = (plane.x + plane.width / 2, plane.y + plane.height / 2)
    for ends in (((plane.x, middle[1]), (plane.right, middle[1])), ((middle[0], plane.y), (middle[0], plane.bottom))):
        sheet.path("middle", ends, stroke=sheet.look.rule, thick=max(2 * sheet.desk.unit, 1), dashed=True)


def _put_discs(sheet: Sheet, places: Sequence[RoomPlace], plane: Box, side: float) -> None:
    """A numbered disc for each, moved aside where another stands already. The first is filled."""
    look = sheet.look
    scale = max([SHORTEST_SCALE, *(found.days for found in places)])
    inner = plane.inset(side * 0.75, side * 0.75)
    taken: list[Box] = []
    for number, found in enumerate(places, 1):
        x = inner.x + inner.width * float(found.days / scale)
        y = inner.bottom - inner.height * min(max(found.impact, 0), 100) / 100
        free = (box for box in _around(x, y, side, plane) if not any(box.meets(other) for other in taken))
        box = next(free, Box(x - side / 2, y - side / 2, side, side))
        taken.append(box)
        ground, ink = (look.brand, look.brand_ink) if number == 1 else (look.surface, look.ink)
        thick = max(3 * sheet.desk.unit, 2)
        sheet.mark("disc", box, look.surface, fill=ground, stroke=look.brand, thick=thick, radius=side / 2)
        text = sheet.measure(str(number), sheet.style(BOLD, 36), side)
        down = box.y + (side - text.height) / 2
        sheet.put("disc number", text, box.x, down, ink, ground, align=Align.CENTRE, width=side)


def _around(x: float, y: float, side: float, plane: Box) -> Iterator[Box]:
    """Places for a disc, the nearest first; the plane holds many more than there are discs."""
    for ring in range(40):
        for turn in range(max(8 * ring, 1)):
            angle = 2 * pi * turn / max(8 * ring, 1)
            reach = ring * side * 0.55
            box = Box(x + sin(angle) * reach - side / 2, y - cos(angle) * reach - side / 2, side, side)
            if plane.holds(box, 0):
                yield box


def _put_titles(sheet: Sheet, places: Sequence[RoomPlace], place: Box) -> int:
    """As many as there is room for, those to be done first, first; gives how many."""
    look = sheet.look
    style, note = sheet.style(SEMIBOLD, 38), sheet.style(REGULAR, 34)
    column = sheet.desk.typesetter.width("0", sheet.style(BOLD, 38)) + sheet.gap(2)
    gap = sheet.gap(2)
    titles = [
        _Title(
            sheet.measure(str(number), sheet.style(BOLD, 38), column),
            sheet.limited(found.action, style, place.width - column, 2),
        )
        for number, found in enumerate(places[:MOST], 1)
    ]
    shown = _shown([found.title.height + gap for found in titles], place.height + gap, len(places), note.size * 1.26)
    sheet.require(shown >= min(FEWEST, len(titles)))
    y = place.y
    for found in titles[:shown]:
        sheet.put("action number", found.number, place.x, y, look.brand, look.background)
        sheet.put("action title", found.title, place.x + column, y, look.ink, look.background)
        y += found.title.height + gap
    if shown < len(places):
        more = sheet.measure(words.and_more(len(places) - shown), note, place.width)
        sheet.put("note", more, place.x + column, y, look.muted, look.background)
    return shown


def _shown(heights: Sequence[float], free: float, total: int, note: float) -> int:
    """How many find room, with a line for how many do not."""
    for count in range(len(heights), 0, -1):
        if sum(heights[:count]) + (note if count < total else 0) <= free + 0.5:
            return count
    return 0


def _said(page: RoomImpact, _brand: RoomBrand) -> Iterable[str]:
    return page.title, *(f"{number} {place.action}" for number, place in enumerate(page.places, 1))


DECLARED = Declared(RoomImpact, sheet=impact_sheet, said=_said)
