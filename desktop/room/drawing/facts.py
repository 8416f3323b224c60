"""What goes with a sentence: a name at the left and a text beside it, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.room.drawing.composition import Box
from desktop.room.drawing.marks import put_square
from desktop.room.drawing.sheet import REGULAR, Sheet
from desktop.room.drawing.typesetter import Paragraph
from desktop.system.long_text import with_numbers_kept
from desktop.view_models.room.entries import RoomFact
from models.frozen import frozen

SQUARE, APART = 48, 20
"""The side of a level's square before a text, and how far from it."""


@frozen
class Fact:
    """One of them, measured."""

    name: Paragraph
    text: Paragraph
    column: float
    """How wide the names stand."""
    level: str
    """The mark of a level before the text; empty for none."""

    @property
    def height(self) -> float:
        """Of the higher of the two."""
        return max(self.name.height, self.text.height)


def measured_fact(sheet: Sheet, fact: RoomFact, lines: int, level: str = "") -> Fact:
    """In at most so many lines."""
    column = sheet.px(210 if sheet.desk.narrow else 250)
    room = sheet.desk.area.width - column - (sheet.px(SQUARE + APART) if level else 0)
    return Fact(
        sheet.measure(fact.name, sheet.style(REGULAR, 34), column - sheet.px(20)),
        sheet.limited(with_numbers_kept(fact.text), sheet.style(REGULAR, 36), room, lines),
        column,
        level,
    )


def put_facts(sheet: Sheet, facts: Sequence[Fact], y: float, pad: float) -> float:
    """Each below a hairline; gives where they end."""
    look, area = sheet.look, sheet.desk.area
    for fact in facts:
        sheet.line(area.x, y, area.width)
        drop = (fact.text.leading - fact.name.leading) * 0.8
        sheet.put("fact name", fact.name, area.x, y + pad + drop, look.muted, look.background)
        x = area.x + fact.column
        if fact.level:
            side = sheet.px(SQUARE)
            put_square(sheet, fact.level, Box(x, y + pad + (fact.text.leading - side) / 2, side, side))
            x += side + sheet.px(APART)
        sheet.put("fact", fact.text, x, y + pad, look.ink, look.background)
        y += fact.height + 2 * pad
    return y


def facts_height(facts: Sequence[Fact], pad: float) -> float:
    """Of all of them."""
    return sum(fact.height + 2 * pad for fact in facts)
