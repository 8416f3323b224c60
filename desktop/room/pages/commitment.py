"""One action read back to the room as a promise: who, what, by when."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import KICKER, REGULAR, SEMIBOLD, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.system.long_text import shortened
from desktop.view_models.room.pages import RoomBrand, RoomCommitment

LONGEST, LONGEST_NAME = 400, 120
"""Characters of what people typed that a page can hold at all."""

_FRAME = 14
"""Pixels of 1080 between words and the frame above and below them."""


def commitment_sheet(desk: Desk, page: RoomCommitment) -> Sheet:
    """One sentence over the whole page, owner and date the largest."""
    return fitted([lambda step: _lay(desk, step, page)])


def _lay(desk: Desk, step: float, page: RoomCommitment) -> Sheet:
    sheet = Sheet(desk, step)
    look, unit = sheet.look, desk.unit
    margin = (144 if not desk.narrow else 72) * unit
    room = sheet.width - 2 * margin
    kicker = sheet.measure(words.commitment_heading(page.place), sheet.style(KICKER, 34), room)
    sheet.put("kicker", kicker, margin, 88 * unit, look.accent, look.background)
    top, bottom = 88 * unit + kicker.height + sheet.gap(3), sheet.height - 88 * unit
    if page.done_when:
        bottom = _done_when(sheet, shortened(page.done_when, LONGEST), margin, bottom) - sheet.gap(4)
    _sentence(sheet, page, Box(margin, top, room, bottom - top))
    return sheet


def _sentence(sheet: Sheet, page: RoomCommitment, place: Box) -> None:
    unit = sheet.desk.unit
    large = sheet.style(TITLE, 118, title=True, leading=1.14)
    action = sheet.measure(
        shortened(page.action, LONGEST), sheet.style(TITLE, 88, title=True, leading=1.16), place.width, balanced=True
    )
    inset = 0.0 if page.owner and page.due else 36 * unit
    owner = sheet.measure(
        words.owner_words(shortened(page.owner, LONGEST_NAME)), large, place.width - 2 * inset, balanced=True
    )
    due = sheet.measure(words.due_words(page.due), large, place.width - 2 * inset, balanced=True)
    gap = sheet.gap(3)
    heights = [_promised(sheet, text, given) for text, given in ((owner, page.owner), (due, page.due))]
    height = sum(heights) + 2 * gap + action.height
    sheet.require(height <= place.height + 0.5)
    y = place.y + max(place.height - height, 0) * 0.45
    _promise(sheet, "owner", owner, bool(page.owner), place.x, y)
    y += heights[0] + gap
    sheet.put("action", action, place.x, y, sheet.look.ink, sheet.look.background)
    _promise(sheet, "due", due, bool(page.due), place.x, y + action.height + gap)


def _promised(sheet: Sheet, text: Paragraph, given: str) -> float:
    """How high a promise stands; its absence needs room for the frame."""
    return text.height if given else text.height + 2 * _FRAME * sheet.desk.unit


def _promise(sheet: Sheet, role: str, text: Paragraph, given: bool, x: float, y: float) -> None:
    """Who or when; a dashed frame says with the words that nobody has promised yet."""
    look, unit = sheet.look, sheet.desk.unit
    if given:
        sheet.put(role, text, x, y, look.accent, look.background)
        return
    pad = 32 * unit
    frame = Box(x, y, text.width + 2 * pad, _promised(sheet, text, ""))
    thick = max(4 * unit, 2)
    sheet.mark(f"no {role}", frame, look.background, stroke=look.edge, thick=thick, radius=16 * unit, dashed=True)
    sheet.put(role, text, x + pad, y + _FRAME * unit, look.ink, look.background)


def _done_when(sheet: Sheet, text: str, margin: float, bottom: float) -> float:
    """From the bottom up; gives where it begins."""
    look, unit = sheet.look, sheet.desk.unit
    heading = sheet.measure(words.done_when_heading(), sheet.style(SEMIBOLD, 36), sheet.width - 2 * margin)
    column = heading.width + sheet.gap(5)
    done = sheet.measure(text, sheet.style(REGULAR, 40), sheet.width - 2 * margin - column)
    y = bottom - done.height
    sheet.put(
        "done when heading", heading, margin, y + (done.leading - heading.leading) * 0.8, look.muted, look.background
    )
    sheet.put("done when", done, margin + column, y, look.ink, look.background)
    line = max(2 * unit, 1)
    sheet.panel("rule", Box(margin, y - sheet.gap(3), sheet.width - 2 * margin, line), look.rule)
    return y - sheet.gap(3)


def _said(page: RoomCommitment, _brand: RoomBrand) -> Iterable[str]:
    done = f"{words.done_when_heading()}: {page.done_when}" if page.done_when else ""
    promise = f"{words.owner_words(page.owner)} {page.action} {words.due_words(page.due)}"
    return words.commitment_heading(page.place), promise, done


DECLARED = Declared(RoomCommitment, sheet=commitment_sheet, said=_said, identity=lambda page: (page.place, page.action))
