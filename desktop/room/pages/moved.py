"""What moved since the round before: a ring where a mode was, a dot where it is, which signs moved, what was kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.head import Head, put_head, put_note
from desktop.room.drawing.look import BAD
from desktop.room.drawing.marks import put_square
from desktop.room.drawing.sheet import FOOT, REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.drawing.spread import spread
from desktop.room.drawing.typesetter import Paragraph, Style
from desktop.room.page import Declared
from desktop.view_models.room.moved_pages import (
    RoomMoved,
    RoomMovedGroup,
    RoomMovedMode,
    RoomMovedSign,
    RoomPromise,
)
from desktop.view_models.room.pages import RoomBrand
from models.frozen import frozen

ROW, DISC, AROUND = 88, 34, 50
"""How high a row is; a dot or a ring; the ring around a dot that did not move."""
BEFORE_AXIS = 84
"""Left of the scale: a figure may stand there."""
SQUARE, ARROW = 44, 34
CELL_HIGH, APART = 56, 8
MOST_IN_A_LINE = 24
LISTS = (
    *((most, 2, True) for most in (4, 3, 2, 1)),
    (1, 2, False),
    *((most, 1, True) for most in (3, 2, 1, 0)),
)
"""Signs that a group may name, each in so many lines, and whether it is said below them how many more there are: the
head tells that too. Of a group without one, the head alone is told.
"""
TICKS = (0, 25, 50, 75, 100)


@frozen
class _Grid:
    """Where the columns stand, in pixels from the left."""

    area: Box
    """Of the modes."""
    axis: float
    point: float
    """Pixels for one of a hundred."""
    lists: Box
    """Of the signs that moved."""

    def at(self, value: float) -> float:
        """Where a value of 0 to 100 stands."""
        return self.axis + value * self.point


@frozen
class _Figure:
    """A figure and where it stands."""

    made: Paragraph
    box: Box
    strong: bool


def moved_sheet(desk: Desk, page: RoomMoved) -> Sheet:
    """The modes on the left, the signs on the right, the promises at the foot."""
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomMoved) -> Iterator[Layout]:
    for room in LISTS:
        yield partial(_lay, desk, page, room)
    bare = replace(page, promises=(), promised="")
    yield partial(_lay, desk, bare, LISTS[-1])
    yield partial(_lay, desk, replace(bare, days="", lead=""), LISTS[-1])


def _lay(desk: Desk, page: RoomMoved, room: tuple[int, int, bool], step: float) -> Sheet:
    """`room`: one of LISTS."""
    sheet = Sheet(desk, step)
    top = put_head(sheet, Head(page.title, kicker=page.days, lead=page.lead, size=64)) + sheet.space(20)
    bottom = _put_promises(sheet, page)
    grid = _grid(sheet, Box(desk.area.x, top, desk.area.width, bottom - top))
    _put_modes(sheet, page.modes, grid)
    _put_groups(sheet, page.groups, grid.lists, room)
    return sheet


def _grid(sheet: Sheet, place: Box) -> _Grid:
    narrow = sheet.desk.narrow
    left = place.width * (0.53 if narrow else 0.55)
    axis = place.x + sheet.px(BEFORE_AXIS + (250 if narrow else 310))
    gap = sheet.px(40 if narrow else 72)
    point = (place.x + left - axis - sheet.px(70)) / 100
    lists = Box(place.x + left + gap, place.y, place.width - left - gap, place.height)
    return _Grid(Box(place.x, place.y, left, place.height), axis, point, lists)


def _put_modes(sheet: Sheet, modes: Sequence[RoomMovedMode], grid: _Grid) -> None:
    look, area = sheet.look, grid.area
    style = sheet.style(REGULAR, 30, leading=1.14)
    heads = [(value, sheet.measure(str(value), style, sheet.px(120))) for value in TICKS]
    for value, made in heads:
        x = grid.at(value)
        sheet.put("head", made, x - made.width / 2, area.y, look.muted, look.background)
    top = area.y + heads[0][1].height + sheet.space(8)
    sheet.line(area.x, top, area.width, strong=True)
    name_style = sheet.style(SEMIBOLD, 34, leading=1.15)
    names = [
        sheet.measure(m.name, name_style, grid.axis - area.x - sheet.px(BEFORE_AXIS), balanced=True) for m in modes
    ]
    needs = [max(name.height, sheet.px(AROUND)) + sheet.px(8) for name in names]
    heights = spread(needs, area.bottom - top, sheet.px(ROW))
    sheet.require(heights is not None)
    y = top
    for mode, name, height in zip(modes, names, heights or needs, strict=True):
        middle = y + height / 2
        sheet.put("mode", name, area.x, middle - name.height / 2, look.ink, look.background)
        _put_row(sheet, mode, grid, Box(area.x, y, area.width, height))
        y += height
        sheet.line(area.x, y, area.width)


def _put_row(sheet: Sheet, mode: RoomMovedMode, grid: _Grid, place: Box) -> None:
    """The scale's lines, where no figure stands; then the marks and their figures."""
    look, middle = sheet.look, place.y + place.height / 2
    figures = _figures(sheet, mode, grid, middle)
    for value in TICKS:
        line = Box(grid.at(value), place.y, max(sheet.px(2), 1), place.height)
        if not any(figure.box.inset(-sheet.px(4), 0).meets(line) for figure in figures):
            sheet.panel("grid", line, look.rule)
    _put_move(sheet, mode, grid, middle)
    for figure in figures:
        role, colour = ("figure of mode", look.brand) if figure.strong else ("figure then", look.muted)
        sheet.put(role, figure.made, figure.box.x, figure.box.y, colour, look.background)


def _put_move(sheet: Sheet, mode: RoomMovedMode, grid: _Grid, middle: float) -> None:
    """A ring then, a dot now; a ring round the dot where nothing moved; dashed where it was not asked again."""
    look = sheet.look
    then, now = (None if value is None else grid.at(value) for value in (mode.then, mode.now))
    if then is not None and now is not None and then != now:
        thick = max(sheet.px(7), 2)
        sheet.panel("way", Box(min(then, now), middle - thick / 2, abs(now - then), thick), look.done)
    if then is not None:
        side = sheet.px(AROUND if then == now else DISC)
        box = Box(then - side / 2, middle - side / 2, side, side)
        sheet.panel("plate", box, look.background, radius=side / 2)
        stroke, thick = look.edge if now is None else look.done, max(sheet.px(4 if now is None else 6), 2)
        if now is not None and then != now and abs(now - then) < side:  # the dot lies over it; the figures tell both
            sheet.panel("then below", box, look.background, radius=side / 2, edge=stroke, thick=thick)
        else:
            sheet.mark("then", box, look.background, stroke=stroke, thick=thick, radius=side / 2, dashed=now is None)
    if now is not None:
        side = sheet.px(DISC)
        box = Box(now - side / 2, middle - side / 2, side, side)
        sheet.mark("now", box, look.background, fill=look.brand, radius=side / 2)


def _figures(sheet: Sheet, mode: RoomMovedMode, grid: _Grid, middle: float) -> list[_Figure]:
    """That of now large, that of then beside it; each on the side where the other is not."""
    found = []
    if mode.now is not None:
        left = mode.then is not None and mode.then > mode.now
        style = sheet.style(TITLE, 44, leading=1.1)
        found.append(_figure(sheet, str(mode.now), grid.at(mode.now), middle, left, style))
    if mode.then is not None and mode.then != mode.now:
        left = mode.now is not None and mode.now > mode.then
        text = f"{mode.then}, {mode.aside}" if mode.aside else str(mode.then)
        found.append(_figure(sheet, text, grid.at(mode.then), middle, left, sheet.style(REGULAR, 32, leading=1.1)))
    if mode.now is None and mode.then is None:
        found.append(_figure(sheet, "?", grid.axis, middle, False, sheet.style(TITLE, 44, leading=1.1)))
    return found


def _figure(sheet: Sheet, text: str, x: float, middle: float, left: bool, style: Style) -> _Figure:
    """Beside the mark at x."""
    made, apart = sheet.measure(text, style, sheet.px(420)), sheet.px(AROUND / 2 + 10)
    begins = x - apart - made.width if left else x + apart
    return _Figure(made, Box(begins, middle - made.height / 2, made.width, made.height), style.face is TITLE)


def _put_groups(sheet: Sheet, groups: Sequence[RoomMovedGroup], place: Box, room: tuple[int, int, bool]) -> None:
    look, y, (most, lines, rest_told) = sheet.look, place.y, room
    for group in groups:
        name = sheet.measure(group.name, sheet.style(SEMIBOLD, 34, leading=1.15), place.width)
        sheet.put("group", name, place.x, y, look.brand, look.background)
        y += name.height + sheet.space(6)
        sheet.line(place.x, y, place.width)
        y += sheet.space(8)
        for sign in group.signs[:most]:
            y = _put_sign(sheet, sign, Box(place.x, y, place.width, 0), lines)
        if rest_told and most and len(group.signs) > most:
            rest = sheet.measure(words.and_more(len(group.signs) - most), sheet.style(REGULAR, 30), place.width)
            sheet.put("more", rest, place.x, y, look.muted, look.background)
            y += rest.height
        y += sheet.space(14)
    sheet.require(y <= place.bottom + sheet.space(14))


def _put_sign(sheet: Sheet, sign: RoomMovedSign, place: Box, lines: int) -> float:
    """Both levels, and what is so now; gives where it ends."""
    look, side, arrow = sheet.look, sheet.px(SQUARE), sheet.px(ARROW)
    begins = place.x + 2 * side + arrow + sheet.px(18)
    text = sheet.limited(sign.text, sheet.style(REGULAR, 32, leading=1.15), place.right - begins, lines)
    height = max(side, text.height)
    middle = place.y + height / 2
    put_square(sheet, sign.before, Box(place.x, middle - side / 2, side, side))
    put_square(sheet, sign.after, Box(place.x + side + arrow, middle - side / 2, side, side))
    thick, start, end = max(sheet.px(3), 1.5), place.x + side + sheet.px(6), place.x + side + arrow - sheet.px(6)
    tip = sheet.px(7)
    sheet.path("arrow", [(start, middle), (end, middle)], stroke=look.edge, thick=thick, ground=look.background)
    ends = [(end - tip, middle - tip), (end, middle), (end - tip, middle + tip)]
    sheet.path("arrow", ends, stroke=look.edge, thick=thick, ground=look.background)
    sheet.put("sign", text, begins, middle - text.height / 2, look.ink, look.background)
    return place.y + height + sheet.space(8)


def _put_promises(sheet: Sheet, page: RoomMoved) -> float:
    """The cells at the foot, below how many are done; gives where the rest of the page ends."""
    look, area = sheet.look, sheet.desk.area
    bottom = sheet.height - sheet.px(FOOT - 4)
    bottom = put_note(sheet, page.key, bottom, width=area.width).y - sheet.space(12)
    across = max(min(len(page.promises), MOST_IN_A_LINE), 1)
    rows = -(-len(page.promises) // MOST_IN_A_LINE)
    apart, high = sheet.px(APART), sheet.px(CELL_HIGH)
    wide = min((area.width + apart) / across - apart, high * 1.5)
    top = bottom - rows * (high + apart) + (apart if rows else 0)
    for place, promise in enumerate(page.promises):
        row, column = divmod(place, MOST_IN_A_LINE)
        _put_promise(sheet, promise, Box(area.x + column * (wide + apart), top + row * (high + apart), wide, high))
    if not page.promised:
        return top
    said = sheet.limited(page.promised, sheet.style(SEMIBOLD, 36, leading=1.15), area.width, 1)
    top -= said.height + sheet.space(12)
    sheet.put("promised", said, area.x, top, look.brand, look.background)
    return top - sheet.space(20)


def _put_promise(sheet: Sheet, promise: RoomPromise, box: Box) -> None:
    look, thick, radius = sheet.look, max(sheet.px(4), 2), sheet.px(4)
    ground, ink = look.surface, look.muted
    if promise.state == "done":
        ground, ink = look.brand, look.brand_ink
        sheet.mark("done", box, look.background, fill=ground, radius=radius)
    elif promise.state == "late":
        ground, ink = look.background, look.tone(BAD)
        sheet.mark("late", box, ground, stroke=look.tone_mark(BAD), thick=thick, radius=radius)
    elif promise.state == "dropped":
        ground = look.background
        sheet.mark("dropped", box, ground, stroke=look.edge, thick=max(sheet.px(3), 1.5), radius=radius, dashed=True)
    else:
        sheet.panel("cell", box, ground, radius=radius)
    text = sheet.measure(promise.number, sheet.style(SEMIBOLD, 30, leading=1.1), box.width)
    y = box.y + (box.height - text.height) / 2
    sheet.put("number", text, box.x, y, ink, ground, align=Align.CENTRE, width=box.width)


def _said(page: RoomMoved, _brand: RoomBrand) -> Iterable[str]:
    yield page.days
    yield page.title
    yield page.lead
    for mode in page.modes:
        figures = [str(value) for value in (mode.then, mode.now) if value is not None]
        yield f"{mode.name} {' → '.join(figures) or '?'} {mode.aside}".strip()
    for group in page.groups:
        yield group.name
        yield from (f"{sign.before or '–'} → {sign.after or '–'} {sign.text}" for sign in group.signs)
    yield page.promised
    yield from (f"{promise.number}: {promise.said}" for promise in page.promises)


DECLARED = Declared(RoomMoved, sheet=moved_sheet, said=_said)
