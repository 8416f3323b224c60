"""What was agreed, on a plane: the more it brings the higher, the more it takes the further to the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from math import log

from desktop.room import words
from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.head import Head, put_head
from desktop.room.drawing.sheet import FOOT, REGULAR, SEMIBOLD, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph, Style
from desktop.room.page import Declared
from desktop.view_models.room.pages import RoomBrand
from desktop.view_models.room.planned.pages import RoomImpact, RoomPlace
from models.frozen import frozen

DISC, RING, BESIDE = 47, 76, 12
"""Pixels across: a disc, and the ring around the one that is talked about; and beside a number, both together."""
WEEKS, DIVIDE = 10, 12
"""Days beyond which an action takes weeks, and where the line between is drawn: what takes ten is left of it."""
LEAST_DAYS, SHORTEST, LONGEST = 0.25, 1.0, 25.0
"""What is drawn at all, and days that are always on the plane."""
REACH = 20
"""Of impact, above and below the line, that is always on the plane."""
TICKS = (1, 2, 5, 10, 20, 40, 80, 160, 320, 640, 1280)
"""Days that are named."""
GAP, PAD = 8, 24
"""Between two quadrants, and around what stands in one."""
NARROWER = ((1.0, 2), (0.6, 3), (0.4, 4))
"""Shares of a quadrant's width that a name may have, each with its lines."""


@frozen
class _Plane:
    """Four quadrants; which places are where."""

    place: Box
    days: tuple[float, float]
    impact: tuple[float, float]
    line: int

    def x(self, days: float) -> float:
        """Where so many days are."""
        low, high = (log(end) for end in self.days)
        share = (log(max(days, LEAST_DAYS)) - low) / (high - low)
        return self.place.x + self.place.width * min(max(share, 0.0), 1.0)

    def y(self, impact: float) -> float:
        """Where so much impact is."""
        low, high = self.impact
        return self.place.bottom - self.place.height * (impact - low) / (high - low)

    def quadrant(self, up: bool, right: bool, gap: float) -> Box:
        """One of the four."""
        x, y = self.x(DIVIDE), self.y(self.line)
        left, top = (x + gap / 2 if right else self.place.x), (self.place.y if up else y + gap / 2)
        end, bottom = self.place.right if right else x - gap / 2, y - gap / 2 if up else self.place.bottom
        return Box(left, top, end - left, bottom - top)


@frozen
class _Name:
    """What stands beside a disc, and where."""

    lines: tuple[Paragraph, ...]
    place: Box
    align: Align


def impact_sheet(desk: Desk, page: RoomImpact) -> Sheet:
    """The plane below the finding."""
    return fitted([partial(_lay, desk, page)])


def _lay(desk: Desk, page: RoomImpact, step: float) -> Sheet:
    sheet, area = Sheet(desk, step), desk.area
    top = put_head(sheet, Head(page.title, lead=page.lead, size=64)) + sheet.space(34)
    axis = sheet.style(REGULAR, 30, leading=1.2)
    bottom = sheet.height - sheet.px(FOOT) - axis.size * axis.leading - sheet.px(16)
    sheet.require(bottom - top >= 8 * sheet.px(DISC))
    plane = _plane(page, Box(area.x, top, area.width, max(bottom - top, 1)))
    taken = _put_quadrants(sheet, plane)
    discs, name = _arranged(sheet, plane, page.places, taken)
    taken += [whole for _, whole in discs]
    _put_name(sheet, name, taken)
    for found, whole in discs:
        _put_disc(sheet, found, whole)
        if not found.chosen and (found.first or found.days > WEEKS):
            _put_name(sheet, _name(sheet, plane, found, whole, taken), taken)
    right = _put_more(sheet, len(page.places) - len(discs), bottom)
    _put_ticks(sheet, plane, right)
    return sheet


def _plane(page: RoomImpact, place: Box) -> _Plane:
    """As far as the actions reach, and a little on either side of the lines."""
    days = [max(float(found.days), LEAST_DAYS) for found in page.places]
    impact = [min(max(found.impact, 0), 100) for found in page.places]
    across = (0.45 * min([SHORTEST, *days]), 1.6 * max([LONGEST, *days]))
    down = (min([page.line - REACH, *impact]) - 6.0, max([page.line + REACH, *impact]) + 10.0)
    return _Plane(place, across, down, page.line)


def _put_quadrants(sheet: Sheet, plane: _Plane) -> list[Box]:
    """Their grounds and names; gives where those stand."""
    look, pad, found = sheet.look, sheet.px(PAD), []
    for up, names in zip((True, False), words.quadrants(), strict=True):
        for right, name in zip((False, True), names, strict=True):
            place = plane.quadrant(up, right, sheet.px(GAP))
            sheet.panel("quadrant", place, look.surface)
            made = sheet.measure(name, sheet.style(TITLE, 34, leading=1.2), place.width - 2 * pad)
            x = place.right - pad - made.width if right else place.x + pad
            y = place.y + pad * 0.7 if up else place.bottom - pad * 0.7 - made.height
            found.append(sheet.put("quadrant name", made, x, y, look.muted, look.surface))
    return found


def _arranged(
    sheet: Sheet, plane: _Plane, places: Sequence[RoomPlace], taken: Sequence[Box]
) -> tuple[list[tuple[RoomPlace, Box]], _Name | None]:
    """The discs, and the name of the one that is talked about: where there is no room for it, the others make some."""
    discs = list(_placed(sheet, plane, places, taken))
    for found, whole in discs:
        if found.chosen:
            if name := _name(sheet, plane, found, whole, [*taken, *(other for _, other in discs)]):
                return discs, name
            if name := _name(sheet, plane, found, whole, [*taken, whole]):
                return list(_placed(sheet, plane, places, [*taken, name.place])), name
    return discs, None


def _placed(
    sheet: Sheet, plane: _Plane, places: Sequence[RoomPlace], taken: Sequence[Box]
) -> Iterator[tuple[RoomPlace, Box]]:
    """The one that is talked about first, so that it stands where it belongs; those for which there is room."""
    so_far = list(taken)
    for found in sorted(places, key=lambda place: not place.chosen):
        inside = plane.quadrant(found.impact >= plane.line, found.days > WEEKS, sheet.px(GAP))
        whole = _free(sheet, plane, found, inside, so_far)
        if whole is not None:
            so_far.append(whole)
            yield found, whole


def _put_disc(sheet: Sheet, found: RoomPlace, whole: Box) -> None:
    look, side, around = sheet.look, sheet.px(DISC), (whole.height - sheet.px(DISC)) / 2
    box = whole.inset(around, around)
    thick = max(sheet.px(3), 2)
    if found.chosen:
        stroke = max(sheet.px(5), 2)
        sheet.mark("chosen", whole, look.surface, stroke=look.accent_mark, thick=stroke, radius=whole.height / 2)
    ground, ink = (look.brand, look.brand_ink) if found.first else (look.surface, look.ink)
    sheet.mark("disc", box, look.surface, fill=ground, stroke=look.brand, thick=thick, radius=side / 2)
    text = sheet.measure(found.number, _number_style(sheet), box.width)
    y = box.y + (side - text.height) / 2
    sheet.put("disc number", text, box.x, y, ink, ground, align=Align.CENTRE, width=box.width)


def _number_style(sheet: Sheet) -> Style:
    return sheet.style(SEMIBOLD, 30, leading=1.1)


def _wide(sheet: Sheet, number: str) -> float:
    """How wide a disc is: as it is high, but for a number of three figures."""
    return max(sheet.px(DISC), sheet.desk.typesetter.width(number, _number_style(sheet)) + sheet.px(BESIDE))


def _free(sheet: Sheet, plane: _Plane, found: RoomPlace, inside: Box, taken: Sequence[Box]) -> Box | None:
    """The free place within its quadrant that is nearest to where it belongs: beside it sooner than above or below."""
    side, disc = sheet.px(RING if found.chosen else DISC), _wide(sheet, found.number)
    wide, step = disc + side - sheet.px(DISC), sheet.px(DISC + 5)
    if inside.width < wide or inside.height < side:
        return None
    x = min(max(plane.x(float(found.days)) - wide / 2, inside.x), inside.right - wide)
    y = min(max(plane.y(min(max(found.impact, 0), 100)) - side / 2, inside.y), inside.bottom - side)
    reach = [(across, down) for across in range(-16, 17) for down in range(-8, 9)]
    for across, down in sorted(reach, key=lambda at: (abs(at[0]) + 1.6 * abs(at[1]), -at[0])):
        box = Box(x + across * (step + disc - sheet.px(DISC)), y + down * step, wide, side)
        if inside.holds(box) and not any(box.meets(other) for other in taken):
            return box
    return None


def _name(sheet: Sheet, plane: _Plane, found: RoomPlace, whole: Box, taken: Sequence[Box]) -> _Name | None:
    """At its right, its left, under or over it, whichever is free; None where none is. That of the one that is talked
    about may be cut, and takes more lines rather than none.
    """
    inside = plane.quadrant(found.impact >= plane.line, found.days > WEEKS, sheet.px(GAP))
    for share, most in NARROWER if found.chosen else NARROWER[:1]:
        lines = _name_lines(sheet, found, (inside.width - 2 * sheet.px(PAD)) * share, most)
        if lines[0].text.endswith("…") and not found.chosen:
            return None
        wide, high = max(line.width for line in lines), sum(line.height for line in lines)
        for place, align in _around(whole, wide, high, sheet.px(10)):
            x = min(max(place.x, inside.x + sheet.px(8)), inside.right - sheet.px(8) - wide)
            shown = Box(x, place.y, wide, high)
            moved = align is not Align.CENTRE and abs(shown.x - place.x) > 1
            if not moved and inside.holds(shown) and not any(shown.meets(other) for other in taken):
                return _Name(tuple(lines), shown, align)
    return None


def _name_lines(sheet: Sheet, found: RoomPlace, room: float, most: int) -> list[Paragraph]:
    setter, face = sheet.desk.typesetter, SEMIBOLD if found.first or found.chosen else REGULAR
    lines = [setter.limited(found.name, sheet.style(face, 32, leading=1.15), room, most)]
    if found.chosen and found.below:
        lines.append(setter.limited(found.below, sheet.style(REGULAR, 30, leading=1.15), room, 1))
    return lines


def _around(disc: Box, wide: float, high: float, apart: float) -> Iterator[tuple[Box, Align]]:
    middle = disc.y + (disc.height - high) / 2
    across = disc.x + (disc.width - wide) / 2
    yield Box(disc.right + apart, middle, wide, high), Align.LEFT
    yield Box(disc.x - apart - wide, middle, wide, high), Align.RIGHT
    yield Box(across, disc.bottom + apart / 2, wide, high), Align.CENTRE
    yield Box(across, disc.y - apart / 2 - high, wide, high), Align.CENTRE


def _put_name(sheet: Sheet, name: _Name | None, taken: list[Box]) -> None:
    if name is None:
        return
    look, y = sheet.look, name.place.y
    taken.append(name.place)
    for number, line in enumerate(name.lines):
        role, colour = ("waits for", look.muted) if number else ("action title", look.ink)
        sheet.put(role, line, name.place.x, y, colour, look.surface, align=name.align, width=name.place.width)
        y += line.height


def _put_more(sheet: Sheet, count: int, y: float) -> float:
    """How many there is no room for; gives where that begins."""
    area, look = sheet.desk.area, sheet.look
    if count <= 0:
        return area.right
    made = sheet.measure(words.and_more(count), sheet.style(REGULAR, 30, leading=1.2), area.width / 3)
    return sheet.put("note", made, area.right - made.width, y + sheet.px(14), look.muted, look.background).x


def _put_ticks(sheet: Sheet, plane: _Plane, right: float) -> None:
    """Days below the plane, those that have room; the first and the last with what they are."""
    look, place = sheet.look, plane.place
    style, y = sheet.style(REGULAR, 30, leading=1.2), place.bottom
    name = sheet.measure(words.work_axis(), style, place.width / 4)
    sheet.put("axis", name, place.x, y + sheet.px(14), look.muted, look.background)
    ticks = [days for days in TICKS if plane.days[0] < days < plane.days[1]]
    left = place.x + name.width + sheet.px(16)
    for days in ticks:
        whole = days in (min(ticks), max(ticks))
        text = sheet.desk.typesetter.paragraph(words.in_days(days) if whole else str(days), style, place.width)
        x = plane.x(days)
        if x - text.width / 2 < left or x + text.width / 2 > right:
            continue
        sheet.panel("tick of days", Box(x - sheet.px(1), y, max(sheet.px(2), 1), sheet.px(10)), look.edge)
        sheet.put("axis", text, x - text.width / 2, y + sheet.px(14), look.muted, look.background)
        left = x + text.width / 2 + sheet.px(16)


def _said(page: RoomImpact, _brand: RoomBrand) -> Iterable[str]:
    (wins, bets), (small, twice) = words.quadrants()
    for found in page.places:
        days = bets if found.impact >= page.line else twice
        few = wins if found.impact >= page.line else small
        yield f"{found.number} {found.name}: {days if found.days > WEEKS else few}"


def _told(page: RoomImpact, brand: RoomBrand) -> Iterable[str]:
    return page.title, page.lead, *_said(page, brand)


DECLARED = Declared(RoomImpact, sheet=impact_sheet, said=_told)
