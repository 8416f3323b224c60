"""The page of a warning sign while the room votes on it: the sign as it was, and below it how many have answered."""

from __future__ import annotations

from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import BOLD, SEMIBOLD, Desk, Sheet
from desktop.room.page import Declared
from desktop.room.pages.sign import FAMILY, said, sign_sheet
from desktop.view_models.room.pages import RoomVoting


def voting_sheet(desk: Desk, page: RoomVoting) -> Sheet:
    """The page of the sign, with a band in the room that it keeps free below the cards."""
    return sign_sheet(desk, page.sign, partial(_put_band, page.answered))


def _put_band(answered: str, sheet: Sheet, place: Box) -> None:
    """That the vote is open on the left, how many have answered on the right, where the count moves nothing."""
    look, unit = sheet.look, sheet.desk.unit
    pad, ring = sheet.gap(3), sheet.style(SEMIBOLD, 36).size * 0.9
    left = place.x + pad + ring + sheet.gap(2)
    room = place.right - pad - sheet.gap(4) - left
    state = sheet.measure(words.voting_open(), sheet.style(SEMIBOLD, 36), room)
    said = sheet.measure(answered, sheet.style(BOLD, 42), room - state.width)
    sheet.require(len(state.lines) == len(said.lines) == 1)
    sheet.panel("voting", place, look.surface, radius=14 * unit, edge=look.accent, thick=max(4 * unit, 2))
    middle = place.y + place.height / 2
    _put_ring(sheet, Box(place.x + pad, middle - ring / 2, ring, ring))
    sheet.put("voting open", state, left, middle - state.height / 2, look.accent, look.surface)
    right = place.right - pad - said.width
    sheet.put("answered", said, right, middle - said.height / 2, look.ink, look.surface)


def _put_ring(sheet: Sheet, box: Box) -> None:
    """A ring around a dot, as a lamp that is lit."""
    look, side = sheet.look, box.width
    sheet.mark("ring", box, look.surface, stroke=look.accent, thick=side * 0.12, radius=side / 2)
    dot = box.inset(side * 0.27, side * 0.27)
    sheet.mark("ring", dot, look.surface, fill=look.accent, radius=side / 2)


DECLARED = Declared(
    RoomVoting,
    sheet=voting_sheet,
    said=lambda page, _brand: (*said(page.sign), words.voting_open(), page.answered),
    identity=lambda page: (page.sign.place, page.sign.question),
    family=FAMILY,
)
