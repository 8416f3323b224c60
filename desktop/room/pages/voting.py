"""The page of a warning sign while the room votes on it: the sign as it was, and below it how many are in."""

from __future__ import annotations

from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import FOOT, REGULAR, TITLE, Desk, Sheet, fitted
from desktop.room.page import Declared
from desktop.room.pages.sign import FAMILY, said, sign_main
from desktop.view_models.room.pages import RoomVoting

BAND = 942
"""Where the line above the count stands."""
SQUARE, APART = 48, 14
SMALLEST = 28
"""The side of a square below which the count alone says it."""


def voting_sheet(desk: Desk, page: RoomVoting) -> Sheet:
    """The page of the sign, with a band where the failure modes were."""
    sheet = sign_main(desk, page.sign, words.also_my_answer())
    sheet.absorb(fitted([partial(_band, desk, page, squares) for squares in (True, False)]))
    return sheet


def _band(desk: Desk, page: RoomVoting, squares: bool, step: float) -> Sheet:
    """How many are in, filled from the left in whatever order they come, and what the room is promised."""
    sheet = Sheet(desk, step)
    area, look = desk.area, sheet.look
    top = sheet.px(BAND)
    sheet.panel("voting", Box(area.x, top, area.width, sheet.px(6)), look.accent_mark)
    place = Box(area.x, top + sheet.px(12), area.width, desk.height - sheet.px(FOOT - 12) - top - sheet.px(12))
    answered = sheet.measure(page.answered, sheet.style(TITLE, 56, leading=1.14), place.width)
    hidden = sheet.measure(page.hidden, sheet.style(REGULAR, 32, leading=1.2), place.width * 0.42, balanced=True)
    sheet.require(len(answered.lines) == 1 and max(answered.height, hidden.height) <= place.height)
    middle = place.y + place.height / 2
    sheet.put("answered", answered, place.x, middle - answered.height / 2, look.brand, look.background)
    left = place.x + max(answered.width + sheet.px(40), min(sheet.px(560), place.width * 0.33))
    right = place.right - hidden.width
    sheet.put("hidden", hidden, right, middle - hidden.height / 2, look.muted, look.background)
    done, asked = page.squares
    sheet.require(left - sheet.px(40) <= right - sheet.px(20))
    if squares and asked:
        free = right - sheet.px(40) - left
        side = min(sheet.px(SQUARE), free / (asked + (asked - 1) * APART / SQUARE))
        sheet.require(side >= sheet.px(SMALLEST))
        _put_squares(sheet, done, asked, (left, middle, side))
    return sheet


def _put_squares(sheet: Sheet, done: int, asked: int, place: tuple[float, float, float]) -> None:
    look, (x, middle, side) = sheet.look, place
    for number in range(asked):
        box = Box(x + number * side * (1 + APART / SQUARE), middle - side / 2, side, side)
        if number < done:
            sheet.mark("in", box, look.background, fill=look.brand, radius=side * 0.1)
        else:
            thick = max(side * 0.06, 1.5)
            sheet.mark("out", box, look.background, stroke=look.edge, thick=thick, radius=side * 0.1)


DECLARED = Declared(
    RoomVoting,
    sheet=voting_sheet,
    said=lambda page, _brand: (*said(page.sign), words.voting_open(), page.answered, page.hidden),
    identity=lambda page: (page.sign.place, page.sign.question),
    family=FAMILY,
)
