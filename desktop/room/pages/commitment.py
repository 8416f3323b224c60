"""One action read back to the room as a sentence: who will do what, by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.foot import put_ticks
from desktop.room.drawing.head import TOP, measured_said, put_note
from desktop.room.drawing.look import WARNING
from desktop.room.drawing.sheet import FOOT, LEAST_TITLE, REGULAR, SEMIBOLD, SERIF_REGULAR, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.system.long_text import shortened
from desktop.view_models.room.entries import RoomFact
from desktop.view_models.room.pages import RoomBrand, RoomCommitment

LONGEST, LONGEST_NAME = 400, 120
"""Characters of what people typed that a page can hold at all."""
SENTENCE, FACTS = 140, 590
"""Where the sentence begins, and what goes with it."""


MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class _Fact:
    """What goes with the sentence, measured."""

    name: Paragraph
    text: Paragraph
    column: float
    """How wide the names stand."""

    @property
    def height(self) -> float:
        """Of the higher of the two."""
        return max(self.name.height, self.text.height)


def commitment_sheet(desk: Desk, page: RoomCommitment) -> Sheet:
    """The sentence, what goes with it, and a tick for each action."""
    return fitted([partial(_lay, desk, page)])


def _lay(desk: Desk, page: RoomCommitment, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area, look = desk.area, sheet.look
    kicker = sheet.measure(words.commitment_kicker(), sheet.style(SEMIBOLD, 30), area.width)
    sheet.put("kicker", kicker, area.x, sheet.px(TOP), look.accent, look.background)
    foot = _put_foot(sheet, page)
    y = max(sheet.px(TOP) + kicker.height + sheet.space(20), sheet.px(SENTENCE) * min(max(step, 0) + 0.5, 1))
    y = _put_sentence(sheet, page, y)
    facts, pad = [_measured(sheet, fact) for fact in page.facts], sheet.space(20)
    highest = foot - sheet.space(18) - sum(fact.height + 2 * pad for fact in facts)
    sheet.require(y + sheet.space(16) <= highest)
    _put_facts(sheet, facts, min(max(sheet.px(FACTS), y + sheet.px(48)), highest), pad)
    return sheet


def _put_sentence(sheet: Sheet, page: RoomCommitment, y: float) -> float:
    """Owner and date the largest; what nobody has said yet is asked for in its own colour. Gives where it ends."""
    look, area = sheet.look, sheet.desk.area
    large = sheet.style(TITLE, 96, least=LEAST_TITLE, leading=1.125)
    open_ = sheet.style(TITLE, 72, least=LEAST_TITLE, leading=1.15)
    owner = sheet.measure(
        shortened(page.owner, LONGEST_NAME), large if page.owned else open_, area.width, balanced=True
    )
    will = sheet.measure(
        shortened(page.will, LONGEST), sheet.style(SERIF_REGULAR, 60, least=44, leading=1.2), area.width, balanced=True
    )
    by = sheet.measure(page.by, large if page.dated else open_, area.width, balanced=True)
    sheet.put("owner", owner, area.x, y, look.brand if page.owned else look.accent, look.background)
    y += owner.height + sheet.space(20)
    sheet.put("action", will, area.x, y, look.ink, look.background)
    y += will.height + sheet.space(26)
    sheet.put("due", by, area.x, y, look.brand if page.dated else look.tone(WARNING), look.background)
    return y + by.height


def _measured(sheet: Sheet, fact: RoomFact) -> _Fact:
    column = sheet.px(210 if sheet.desk.narrow else 250)
    return _Fact(
        sheet.measure(fact.name, sheet.style(REGULAR, 34), column - sheet.px(20)),
        sheet.limited(fact.text, sheet.style(REGULAR, 36), sheet.desk.area.width - column, MOST_LINES),
        column,
    )


def _put_facts(sheet: Sheet, facts: list[_Fact], y: float, pad: float) -> None:
    look, area = sheet.look, sheet.desk.area
    for fact in facts:
        sheet.line(area.x, y, area.width)
        drop = (fact.text.leading - fact.name.leading) * 0.8
        sheet.put("fact name", fact.name, area.x, y + pad + drop, look.muted, look.background)
        sheet.put("fact", fact.text, area.x + fact.column, y + pad, look.ink, look.background)
        y += fact.height + 2 * pad


def _put_foot(sheet: Sheet, page: RoomCommitment) -> float:
    """A tick for each action, and what comes next; gives where it begins."""
    area = sheet.desk.area
    bottom = sheet.height - sheet.px(FOOT)
    note = put_note(sheet, page.following, bottom, width=area.width * 0.5)
    room = area.width - note.width - sheet.px(40)
    said = measured_said(sheet, page.place, page.settled, room, ideal=30, colour=sheet.look.ink)
    said.put(area.x, bottom - max(said.height, note.height))
    top = bottom - max(said.height, note.height) - sheet.px(14 + 12)
    put_ticks(sheet, page.ticks, Box(area.x, top, area.width, sheet.px(12)))
    return top


def _said(page: RoomCommitment, _brand: RoomBrand) -> Iterable[str]:
    facts = (f"{fact.name}: {fact.text}" for fact in page.facts)
    return page.place, f"{page.owner} {page.will} {page.by}", *facts, page.following


DECLARED = Declared(RoomCommitment, sheet=commitment_sheet, said=_said, identity=lambda page: (page.place, page.will))
