"""What the room agreed on: filled, ticked and in words, the same on every page."""

from __future__ import annotations

from desktop.room.drawing.composition import Box, Form
from desktop.room.drawing.sheet import SEMIBOLD, Sheet
from desktop.room.drawing.typesetter import Paragraph, Style


def agreed_style(sheet: Sheet) -> Style:
    """How an agreed answer is set."""
    return sheet.style(SEMIBOLD, 36)


def agreed_height(sheet: Sheet, answer: Paragraph) -> float:
    """Of the card around an answer, in pixels; never less than for one line."""
    return max(agreed_style(sheet).size * 1.26, answer.height) + sheet.gap(2.5)


def beside_answer(sheet: Sheet) -> float:
    """How much wider than its answer the card is, in pixels."""
    return 2 * sheet.gap(3) + _tick_side(sheet) + sheet.gap(2)


def put_agreed(sheet: Sheet, answer: Paragraph, place: Box) -> None:
    """The card from the left of `place` on, as high as it is and as wide as the answer needs."""
    look, tick, pad = sheet.look, _tick_side(sheet), sheet.gap(3)
    box = Box(place.x, place.y, answer.width + beside_answer(sheet), place.height)
    sheet.panel("answer card", box, look.accent, radius=14 * sheet.desk.unit)
    put_tick(sheet, Box(box.x + pad, box.y + (box.height - tick) / 2, tick, tick), look.accent, look.accent_ink)
    y = box.y + (box.height - answer.height) / 2
    sheet.put("answer", answer, box.x + pad + tick + sheet.gap(2), y, look.accent_ink, look.accent)


def put_tick(sheet: Sheet, box: Box, ground: str, ink: str) -> None:
    """A tick that fills `box`."""
    sheet.mark("tick", box, ground, form=Form.TICK, stroke=ink, thick=max(box.width * 0.16, 2))


def _tick_side(sheet: Sheet) -> float:
    return agreed_style(sheet).size * 0.8
