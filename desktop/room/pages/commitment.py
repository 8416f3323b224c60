"""One action read back to the room as a sentence: who will do what, by when."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from desktop.room import words
from desktop.room.drawing.facts import facts_height, measured_fact, put_facts
from desktop.room.drawing.foot import ticks_foot
from desktop.room.drawing.head import TOP
from desktop.room.drawing.look import WARNING
from desktop.room.drawing.ring import beside_ring
from desktop.room.drawing.sheet import LEAST_TITLE, SEMIBOLD, SERIF_REGULAR, TITLE, Desk, Sheet, fitted
from desktop.room.page import Declared
from desktop.system.long_text import shortened
from desktop.view_models.room.pages import RoomBrand, RoomCommitment

LONGEST, LONGEST_NAME = 400, 120
"""Characters of what people typed that a page can hold at all."""
SENTENCE, FACTS = 140, 590
"""Where the sentence begins, and what goes with it."""


MOST_LINES = 3


def commitment_sheet(desk: Desk, page: RoomCommitment) -> Sheet:
    """The sentence, what goes with it, and a tick for each action."""
    return fitted([partial(_lay, desk, page)])


def _lay(desk: Desk, page: RoomCommitment, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area, look = desk.area, sheet.look
    kicker = beside_ring(sheet, words.commitment_kicker(), sheet.style(SEMIBOLD, 30), area.width, sheet.px(TOP))
    sheet.put("kicker", kicker, area.x, sheet.px(TOP), look.accent, look.background)
    foot = ticks_foot(sheet, page.ticks, (page.place, page.settled), page.following)
    y = max(sheet.px(TOP) + kicker.height + sheet.space(20), sheet.px(SENTENCE) * min(max(step, 0) + 0.5, 1))
    y = _put_sentence(sheet, page, y)
    facts, pad = [measured_fact(sheet, fact, MOST_LINES) for fact in page.facts], sheet.space(20)
    highest = foot - sheet.space(18) - facts_height(facts, pad)
    sheet.require(y + sheet.space(16) <= highest)
    put_facts(sheet, facts, min(max(sheet.px(FACTS), y + sheet.px(48)), highest), pad)
    return sheet


def _put_sentence(sheet: Sheet, page: RoomCommitment, y: float) -> float:
    """Owner and date the largest; what nobody has said yet is asked for in its own colour. Gives where it ends."""
    look, area = sheet.look, sheet.desk.area
    large = sheet.style(TITLE, 96, least=LEAST_TITLE, leading=1.125)
    open_ = sheet.style(TITLE, 72, least=LEAST_TITLE, leading=1.15)
    owner = beside_ring(sheet, shortened(page.owner, LONGEST_NAME), large if page.owned else open_, area.width, y)
    text = shortened(page.will, LONGEST)
    will = sheet.measure(text, sheet.style(SERIF_REGULAR, 60, least=44, leading=1.2), area.width, balanced=True)
    by = sheet.measure(page.by, large if page.dated else open_, area.width, balanced=True)
    sheet.put("owner", owner, area.x, y, look.brand if page.owned else look.accent, look.background)
    y += owner.height + sheet.space(20)
    sheet.put("action", will, area.x, y, look.ink, look.background)
    y += will.height + sheet.space(26)
    sheet.put("due", by, area.x, y, look.brand if page.dated else look.tone(WARNING), look.background)
    return y + by.height


def _said(page: RoomCommitment, _brand: RoomBrand) -> Iterable[str]:
    facts = (f"{fact.name}: {fact.text}" for fact in page.facts)
    return page.place, f"{page.owner} {page.will} {page.by}", *facts, page.following


DECLARED = Declared(RoomCommitment, sheet=commitment_sheet, said=_said, identity=lambda page: (page.place, page.will))
