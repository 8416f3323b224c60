"""The page that stands while people come in: the pilot, a promise, the day as one bar, and how the room works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from desktop.room import words
from desktop.room.drawing.brand import put_masthead
from desktop.room.drawing.composition import Box
from desktop.room.drawing.marks import put_square
from desktop.room.drawing.sheet import (
    FOOT,
    LEAST_TITLE,
    REGULAR,
    SEMIBOLD,
    SERIF_REGULAR,
    TITLE,
    Desk,
    Layout,
    Sheet,
    fitted,
)
from desktop.room.drawing.spread import spread
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.system.long_text import shortened
from desktop.view_models.room.entries import RoomBox, RoomFact, RoomStood
from desktop.view_models.room.pages import RoomBrand, RoomWelcome
from models.frozen import frozen

LONGEST_NAME, LONGEST_BOX = 160, 100
"""Characters of the pilot's name, and of what a part of the day is for, that the page can hold at all."""
MASTHEAD, BAR, APART = 64, 56, 6
DAY, RULES = 0.59, 0.336
"""The shares of the width for the day and for how the room works."""
STOOD, SQUARE = 430, 48
"""Pixels from above to how the round before ended, where there is room, and of the square of a sign in it."""
BESIDE = 0.61
"""The share for the day where there is little room."""


def welcome_sheet(desk: Desk, page: RoomWelcome) -> Sheet:
    """The day beside how the room works; where not all finds room, the rules in their short form, then none."""
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomWelcome) -> Iterator[Layout]:
    yield partial(_lay, desk, page, 2)
    if page.rules:
        yield partial(_lay, desk, page, 1)
        yield partial(_lay, desk, page, 0)


def _lay(desk: Desk, page: RoomWelcome, rules: int, step: float) -> Sheet:
    """`rules`: 2 for all of them, 1 for the first line of each, 0 for none."""
    sheet = Sheet(desk, step)
    area = desk.area
    y = _put_name(sheet, page)
    if page.agenda:
        y += sheet.space(32)
        _put_bar(sheet, page.agenda, Box(area.x, y, area.width, sheet.px(BAR)))
        y += sheet.px(BAR) + sheet.space(28)
        share = 1.0 if not rules or not page.rules else BESIDE if desk.narrow else DAY
        end = _put_day(sheet, page, Box(area.x, y, area.width * share, desk.height - sheet.px(FOOT - 6) - y))
        sheet.require(end <= desk.height - sheet.px(FOOT - 8))
    else:
        y = max(y + sheet.space(40), sheet.px(STOOD if page.stood else 506))
    if page.stood and not page.agenda:
        share = 1.0 if not rules else BESIDE if desk.narrow else DAY
        _put_stood(sheet, page.stood, Box(area.x, y, area.width * share, desk.height - sheet.px(FOOT - 6) - y))
    if rules and page.rules:
        beside = bool(page.agenda or page.stood)
        width = area.width * (RULES if beside and not desk.narrow else 0.345 if beside else 0.6)
        x = area.right - width if beside else area.x
        end = _put_rules(sheet, page.rules, Box(x, y + sheet.space(8), width, 0), rules == 2)
        sheet.require(end <= desk.height - sheet.px(FOOT - 8))
    return sheet


def _put_name(sheet: Sheet, page: RoomWelcome) -> float:
    """Whose meeting it is, the day, the pilot and what is promised; gives where they end."""
    look, area = sheet.look, sheet.desk.area
    put_masthead(sheet, Box(area.x, sheet.px(52), area.width, sheet.px(MASTHEAD)))
    y = sheet.px(52 + MASTHEAD) + sheet.space(60)
    if page.date:
        date = sheet.measure(page.date, sheet.style(SEMIBOLD, 30), area.width)
        sheet.put("date", date, area.x, y, look.accent, look.background)
        y += date.height
    name = shortened(page.pilot, LONGEST_NAME)
    title = sheet.measure(name, sheet.style(TITLE, 96, least=LEAST_TITLE, leading=1.146), area.width, balanced=True)
    sheet.put("title", title, area.x, y, look.brand, look.background)
    y += title.height
    if page.promise:
        style = sheet.style(SERIF_REGULAR, 46, leading=1.26)
        promise = sheet.measure(page.promise, style, area.width, balanced=True)
        sheet.put("promise", promise, area.x, y + sheet.space(8), look.ink, look.background)
        y += sheet.space(8) + promise.height
    return y


def _put_bar(sheet: Sheet, boxes: tuple[RoomBox, ...], place: Box) -> None:
    """The day in proportion: what stops the pilot is filled, breaks are outlined."""
    look, gap = sheet.look, sheet.px(APART)
    total = max(sum(box.minutes for box in boxes), 1)
    free, x = place.width - gap * (len(boxes) - 1), place.x
    for box in boxes:
        part = Box(x, place.y, max(free * box.minutes / total, 1.0), place.height)
        ground, ink = (look.brand, look.brand_ink) if box.kind == "modes" else (look.track, look.ink)
        if box.kind == "break":
            ground = look.background
            sheet.panel("part of the day", part, "", radius=sheet.px(3), edge=look.rule, thick=max(sheet.px(2), 1))
        else:
            sheet.panel("part of the day", part, ground, radius=sheet.px(3))
        face = SEMIBOLD if box.kind == "modes" else REGULAR
        label = sheet.desk.typesetter.paragraph(box.label, sheet.style(face, 30), sheet.width)
        if box.label and label.width + sheet.px(24) <= part.width:
            down = part.y + (part.height - label.height) / 2
            sheet.put("part", label, part.x + sheet.px(12), down, ink, ground)
        x = part.right + gap


@frozen
class _Row:
    """A part of the day, measured in its heavier type."""

    box: RoomBox
    time: Paragraph
    what: Paragraph
    length: Paragraph


def _put_day(sheet: Sheet, page: RoomWelcome, place: Box) -> float:
    """One row a part, and when it ends; gives where the last one does."""
    times = [box.time for box in page.agenda] + ([page.end.name] if page.end else [])
    style = sheet.style(SEMIBOLD, 34)
    widest = max(sheet.desk.typesetter.width(time, style) for time in times)
    column = widest + sheet.px(40) if any(times) else 0.0
    rows = [_measured(sheet, box, column, place.width) for box in page.agenda]
    end = style.size * style.leading + sheet.px(8)
    needs = [row.what.height + sheet.px(8) for row in rows] + [end]
    heights = spread(needs, place.height, sheet.px(60))
    sheet.require(heights is not None)
    y = place.y
    for number, (row, height) in enumerate(zip(rows, heights or needs, strict=False)):
        if number:
            sheet.line(place.x, y, place.width)
        _put_row(sheet, row, column, Box(place.x, y, place.width, height))
        y += height
    return _put_end(sheet, page.end, Box(place.x, y, place.width, end), column) if page.end else y


def _measured(sheet: Sheet, box: RoomBox, column: float, width: float) -> _Row:
    length = sheet.measure(box.length, sheet.style(REGULAR, 30), width / 4)
    room = width - column - length.width - sheet.px(24)
    what = sheet.measure(shortened(box.what, LONGEST_BOX), sheet.style(SEMIBOLD, 34, leading=1.15), room)
    return _Row(box, sheet.measure(box.time, sheet.style(REGULAR, 34), column or width), what, length)


def _put_row(sheet: Sheet, row: _Row, column: float, place: Box) -> None:
    look, middle, kind = sheet.look, place.y + place.height / 2, row.box.kind
    colour = look.brand if kind == "modes" else look.muted if kind == "break" else look.ink
    face = SEMIBOLD if kind == "modes" else REGULAR
    sheet.put("time", row.time, place.x, middle - row.time.height / 2, look.muted, look.background)
    x, y = place.x + column, middle - row.what.height / 2
    sheet.put("box", row.what, x, y, colour, look.background, face=face)
    right = place.right - row.length.width
    sheet.put("length", row.length, right, middle - row.length.height / 2, look.muted, look.background)


def _put_end(sheet: Sheet, end: RoomFact, place: Box, column: float) -> float:
    look, style = sheet.look, sheet.style(SEMIBOLD, 34)
    sheet.line(place.x, place.y, place.width, strong=True)
    time = sheet.measure(end.name, style, place.width)
    text = sheet.measure(end.text, style, place.width - column)
    y = place.y + (place.height - text.height) / 2
    sheet.put("time", time, place.x, y, look.ink, look.background)
    sheet.put("end", text, place.x + column, y, look.ink, look.background)
    return place.bottom


def _put_stood(sheet: Sheet, stood: RoomStood, place: Box) -> None:
    """Where the round before left it: a row a failure mode, its signs at the right."""
    look, style = sheet.look, sheet.style(SEMIBOLD, 34, leading=1.15)
    heading = sheet.measure(stood.heading, sheet.style(SEMIBOLD, 30), place.width)
    y = place.y + sheet.space(8)
    sheet.put("kicker", heading, place.x, y, look.accent, look.background)
    y += heading.height + sheet.space(10)
    side, gap = sheet.px(SQUARE), sheet.px(APART)
    signs = max(len(mode.signs) for mode in stood.modes) * (side + gap) - gap
    names = [sheet.measure(mode.name, style, place.width - signs - sheet.px(24)) for mode in stood.modes]
    needs = [max(name.height, side) + sheet.px(8) for name in names]
    heights = spread(needs, place.bottom - y, sheet.px(76))
    sheet.require(heights is not None)
    for mode, name, height in zip(stood.modes, names, heights or needs, strict=True):
        sheet.line(place.x, y, place.width)
        sheet.put("mode", name, place.x, y + (height - name.height) / 2, look.ink, look.background)
        for number, mark in enumerate(mode.signs):
            x = place.right - signs + number * (side + gap)
            put_square(sheet, mark, Box(x, y + (height - side) / 2, side, side))
        y += height


def _put_rules(sheet: Sheet, rules: tuple[RoomFact, ...], place: Box, whole: bool) -> float:
    look = sheet.look
    heading = sheet.measure(words.rules_heading(), sheet.style(SEMIBOLD, 30), place.width)
    sheet.put("kicker", heading, place.x, place.y, look.accent, look.background)
    y = place.y + heading.height + sheet.space(10)
    for rule in rules:
        sheet.line(place.x, y, place.width)
        y += sheet.space(18)
        name = sheet.measure(rule.name, sheet.style(SEMIBOLD, 34, leading=1.2), place.width)
        sheet.put("rule name", name, place.x, y, look.ink, look.background)
        y += name.height
        if whole:
            text = sheet.measure(rule.text, sheet.style(REGULAR, 30), place.width)
            sheet.put("rule text", text, place.x, y, look.muted, look.background)
            y += text.height
        y += sheet.space(18)
    return y


def _said(page: RoomWelcome, brand: RoomBrand) -> Iterable[str]:
    agenda = (" ".join(filter(None, (box.time, box.what, box.length))) for box in page.agenda)
    end = f"{page.end.name} {page.end.text}".strip() if page.end else ""
    rules = (f"{rule.name}. {rule.text}" for rule in page.rules)
    modes = page.stood.modes if page.stood else ()
    stood = (page.stood.heading if page.stood else "", *(f"{mode.name}: {mode.said}" for mode in modes))
    return page.pilot, brand.client, brand.practice, page.date, page.promise, *agenda, end, *stood, *rules


DECLARED = Declared(RoomWelcome, sheet=welcome_sheet, said=_said)
