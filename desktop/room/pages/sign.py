"""The page of one warning sign: its question, four anchors, and the answer once it is agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from desktop.room import words
from desktop.room.drawing.agreed import agreed_height, agreed_style, put_agreed, put_tick
from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.rail import TOP, asides
from desktop.room.drawing.sheet import BOLD, KICKER, REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.pages import RoomSign

FAMILY = "sign"
"""A sign and the vote on it."""
Foot = Callable[[Sheet, Box], None]
"""Draws what stands below the cards, in a box as wide as they are and one line high."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A card's texts, measured in their heavier type so that choosing one moves nothing."""

    number: Paragraph
    level: Paragraph
    anchor: Paragraph


def sign_sheet(desk: Desk, page: RoomSign, foot: Foot | None = None) -> Sheet:
    """The rail and two columns of anchors where that fits, else one column, else a strip on top.

    `foot` draws where an agreed answer would stand otherwise: the room for it is always kept, so nothing moves.
    """
    return fitted(list(_arrangements(desk, page, foot)))


def _arrangements(desk: Desk, page: RoomSign, foot: Foot | None) -> Iterator[Layout]:
    for aside, place in asides(desk, page.modes, words.modes_heading()):
        for columns in (2, 1):
            yield partial(_lay, desk, page, foot, aside, place, columns)


def _lay(desk: Desk, page: RoomSign, foot: Foot | None, aside: Sheet, place: Box, columns: int, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    sheet.absorb(aside)
    below = _main(sheet, page, place, columns)
    if foot is not None:
        foot(sheet, below)
    elif not page.answer:
        _put_explained(sheet, page, below)
    return sheet


def _main(sheet: Sheet, page: RoomSign, place: Box, columns: int) -> Box:
    """Question on top, cards from the bottom up: both stay where they are from one sign to the next. Gives the place
    below the cards.
    """
    unit, look = sheet.desk.unit, sheet.look
    margin = (88 if place.x else 48) * unit
    area = place.inset(margin, 0)
    kicker = sheet.measure(f"{page.place}  ·  {page.mode}", sheet.style(KICKER, 32), area.width)
    question = sheet.measure(page.question, sheet.style(TITLE, 80, title=True, leading=1.16), area.width, balanced=True)
    y = place.y + (TOP * unit if place.x else sheet.gap(3))
    sheet.put("kicker", kicker, area.x, y, look.accent, look.background)
    y += kicker.height + sheet.gap(2)
    sheet.put("question", question, area.x, y, look.ink, look.background)
    y += question.height + sheet.gap(4)
    answer = sheet.measure(page.answer, agreed_style(sheet), area.width - 2 * 64 * unit)
    high = agreed_height(sheet, answer)
    foot = Box(area.x, place.bottom - sheet.gap(5) - high, area.width, high)
    _cards(sheet, page, Box(area.x, y, area.width, foot.y - sheet.gap(2.5) - y), columns)
    if page.answer:
        put_agreed(sheet, answer, foot)
    return foot


def _put_explained(sheet: Sheet, page: RoomSign, place: Box) -> None:
    """What is meant by one of the words: the first that has room on one line."""
    style = sheet.style(REGULAR, 30)
    lines = (sheet.limited(text, style, place.width, 2) for text in page.explained)
    fitting = next((line for line in lines if len(line.lines) == 1), None)
    if fitting is not None:
        y = place.y + (place.height - fitting.height) / 2
        sheet.put("explained", fitting, place.x, y, sheet.look.muted, sheet.look.background)


def _cards(sheet: Sheet, page: RoomSign, place: Box, columns: int) -> None:
    gap, rows = sheet.gap(2.5 if columns == 2 else 1.5), 4 // columns
    width = (place.width - gap * (columns - 1)) / columns
    style = sheet.style(BOLD, 40)
    pad, badge = sheet.gap(3), style.size * 1.4
    beside = columns == 1
    level_room = width - 2 * pad - 2 * badge - 2 * sheet.gap(2)
    levels = [sheet.measure(level, style, level_room) for level in page.levels]
    column = badge + sheet.gap(2) + (max(p.width for p in levels) + sheet.gap(3) if beside else 0)
    room = width - 2 * pad - (column + badge if beside else 0)
    cards = [
        _Anchor(
            sheet.measure(str(number), sheet.style(BOLD, 38), badge),
            level,
            sheet.measure(anchor, sheet.style(SEMIBOLD, 37, leading=1.3), room),
        )
        for number, (level, anchor) in enumerate(zip(levels, page.anchors, strict=True))
    ]
    inner = max(_height(card, badge, sheet, beside) for card in cards)
    natural = inner + 2 * sheet.gap(2.5 if not beside else 1.75)
    free = (place.height - gap * (rows - 1)) / rows
    sheet.require(natural <= free + 0.5)
    if not sheet.fits:
        return
    cards = [replace(card, anchor=sheet.evened(card.anchor, room)) for card in cards]
    # Room to spare goes between question and cards first, then into the cards.
    height = min(natural * 1.18, max(free - sheet.gap(4) / rows, natural))
    top = place.bottom - rows * height - (rows - 1) * gap
    for number, card in enumerate(cards):
        row, at = divmod(number, columns)
        box = Box(place.x + at * (width + gap), top + row * (height + gap), width, height)
        _card(sheet, card, box, (badge, inner, column if beside else 0), number == page.chosen)


def _height(card: _Anchor, badge: float, sheet: Sheet, beside: bool) -> float:
    head = max(badge, card.level.height)
    return max(head, card.anchor.height) if beside else head + sheet.gap(1.5) + card.anchor.height


def _card(sheet: Sheet, card: _Anchor, box: Box, measures: tuple[float, float, float], chosen: bool) -> None:
    """`measures`: the badge's side, the height of the tallest card's texts, and how far to the right of the number
    the anchor stands, 0 where it stands below.
    """
    look, unit = sheet.look, sheet.desk.unit
    badge, inner, column = measures
    ground, ink = (look.accent, look.accent_ink) if chosen else (look.surface, look.ink)
    edge = look.accent if chosen else look.edge
    thick, pad = max(2.5 * unit, 1.5), sheet.gap(3)
    sheet.panel(f"card {card.number.text}", box, ground, radius=16 * unit, edge=edge, thick=thick)
    x, y = box.x + pad, box.y + (box.height - (badge if column else inner)) / 2
    place = Box(x, y, badge, badge)
    sheet.mark("badge", place, ground, stroke=ink if chosen else look.edge, thick=thick, radius=12 * unit)
    down = y + (badge - card.number.height) / 2
    sheet.put("number", card.number, x, down, ink, ground, align=Align.CENTRE, width=badge)
    down = y + (badge - card.level.height) / 2
    sheet.put("level", card.level, x + badge + sheet.gap(2), down, ink, ground, face=BOLD if chosen else SEMIBOLD)
    down = y + max(badge, card.level.height) + sheet.gap(1.5)
    if column:
        down = box.y + (box.height - card.anchor.height) / 2
    sheet.put("anchor", card.anchor, x + column, down, ink, ground, face=SEMIBOLD if chosen else REGULAR)
    if chosen:
        size = badge * 0.66
        put_tick(sheet, Box(box.right - pad - size, y + (badge - size) / 2, size, size), ground, ink)


def said(page: RoomSign) -> tuple[str, ...]:
    """The sign in words, part by part."""
    anchors = (
        f"{number} {level}: {anchor}"
        for number, (level, anchor) in enumerate(zip(page.levels, page.anchors, strict=True))
    )
    answer = words.agreed_answer(page.chosen, page.answer, page.levels)
    return page.place, page.mode, page.question, *anchors, *page.explained, answer


DECLARED = Declared(
    RoomSign,
    sheet=sign_sheet,
    said=lambda page, _brand: said(page),
    identity=lambda page: (page.place, page.question),
    family=FAMILY,
)
