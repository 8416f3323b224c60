"""The gate of a phase: what was decided about going on, what has to be true first, and what is not settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.foot import stretches_foot
from desktop.room.drawing.head import Head, put_head
from desktop.room.drawing.look import BAD
from desktop.room.drawing.sheet import REGULAR, SEMIBOLD, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.entries import RoomCondition, RoomOpenItem
from desktop.view_models.room.pages import RoomBrand, RoomGate
from models.frozen import frozen

FEWEST = 3
"""Conditions in sight before type becomes smaller for them."""
GAP = 96
"""Between what has to be true and the questions."""


@frozen
class _Condition:
    """One thing that has to be true, measured."""

    condition: RoomCondition
    number: Paragraph
    text: Paragraph
    day: Paragraph
    late: Paragraph

    @property
    def height(self) -> float:
        """Of its texts."""
        return max(self.number.height, self.text.height, self.day.height + (self.late.height if self.late.text else 0))


def gate_sheet(desk: Desk, page: RoomGate) -> Sheet:
    """Conditions at the left, questions at the right, the phases along the foot."""
    foot, top = stretches_foot(desk, page.phases)
    sheet = fitted([partial(_lay, desk, page, top, lines) for lines in (4, 3, 2, 1)])
    sheet.absorb(foot)
    return sheet


def _lay(desk: Desk, page: RoomGate, bottom: float, lines: int, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area = desk.area
    y = put_head(sheet, Head(page.decision, kicker=page.place, lead=page.decided)) + sheet.space(34)
    gap = sheet.px(56 if desk.narrow else GAP)
    left, x = (area.width - gap) / 2, area.x
    place = Box(area.x, y, left, bottom - sheet.space(20) - y)
    if page.conditions_head:
        sheet.require(_put_conditions(sheet, page, place) <= place.bottom)
        x += left + gap
    place = Box(x, y, area.right - x, place.height)
    sheet.require(_put_questions(sheet, page, place, lines) <= place.bottom)
    return sheet


def _put_subhead(sheet: Sheet, text: str, place: Box) -> float:
    look = sheet.look
    made = sheet.measure(text, sheet.style(SEMIBOLD, 34), place.width, balanced=True)
    sheet.put("subhead", made, place.x, place.y, look.brand, look.background)
    y = place.y + made.height + sheet.space(12)
    sheet.line(place.x, y, place.width, strong=True)
    return y + sheet.px(3)


def _put_conditions(sheet: Sheet, page: RoomGate, place: Box) -> float:
    """Each with the action that makes it true and its day; gives where they end."""
    look = sheet.look
    y = _put_subhead(sheet, page.conditions_head, place)
    if not page.conditions:
        text = sheet.limited(page.words or words.nothing_written(), sheet.style(REGULAR, 34), place.width, 6)
        colour = look.ink if page.words else look.muted
        sheet.put("written", text, place.x, y + sheet.space(20), colour, look.background)
        return y + sheet.space(20) + text.height
    numbered = any(condition.number for condition in page.conditions)
    column = sheet.desk.typesetter.width("00", sheet.style(TITLE, 40)) + sheet.px(24) if numbered else 0.0
    made = [_condition(sheet, condition, place.width - column) for condition in page.conditions]
    note = sheet.measure(words.condition_note() if numbered else "", sheet.style(REGULAR, 30), place.width)
    pad = sheet.space(20)
    shown = _shown([found.height + 2 * pad for found in made], place.bottom - y - note.height - sheet.space(18))
    sheet.require(shown >= min(FEWEST, len(made)))
    for found in made[:shown]:
        _put_condition(sheet, found, Box(place.x, y + pad, place.width, found.height), column)
        y += found.height + 2 * pad
        sheet.line(place.x, y, place.width)
    if shown < len(made):
        said = ", ".join(condition.text for condition in page.conditions[shown:])
        note = sheet.limited(words.and_more_named(len(made) - shown, said), note.style, place.width, 1)
    sheet.put("note", note, place.x, y + sheet.space(18), look.muted, look.background)
    return y + sheet.space(18) + note.height


def _shown(heights: Sequence[float], free: float) -> int:
    """How many find room."""
    return next((count for count in range(len(heights), 0, -1) if sum(heights[:count]) <= free), 0)


def _condition(sheet: Sheet, condition: RoomCondition, width: float) -> _Condition:
    style = sheet.style(SEMIBOLD if condition.day else REGULAR, 34 if condition.day else 30)
    day = sheet.measure(condition.day or words.no_day(), style, width * 0.4)
    late = sheet.measure(condition.late, sheet.style(REGULAR, 30), width * 0.4, balanced=True)
    beside = max(day.width, late.width) + sheet.px(24)
    return _Condition(
        condition,
        sheet.measure(condition.number, sheet.style(TITLE, 40, leading=1.1), width),
        sheet.limited(condition.text, sheet.style(REGULAR, 34), width - beside, 3),
        day,
        late,
    )


def _put_condition(sheet: Sheet, made: _Condition, place: Box, column: float) -> None:
    look, tone = sheet.look, made.condition.tone
    colour = look.tone(tone) if tone == BAD or made.condition.day else look.muted
    drop = (made.text.leading - made.number.leading) * 0.8
    if column:
        sheet.put("action number", made.number, place.x, place.y + drop, look.brand, look.background)
    sheet.put("condition", made.text, place.x + column, place.y, look.ink, look.background)
    sheet.put("day", made.day, place.right - made.day.width, place.y, colour, look.background)
    if made.late.text:
        y = place.y + made.day.height
        sheet.put("late", made.late, place.right - made.late.width, y, look.tone(tone), look.background)


def _put_questions(sheet: Sheet, page: RoomGate, place: Box, lines: int) -> float:
    """One mark a question, then each that is open with what its register says; gives where they end."""
    y = _put_subhead(sheet, page.head, place) + sheet.space(24)
    y = _put_marks(sheet, page.settled, Box(place.x, y, place.width, sheet.px(44))) + sheet.space(20)
    for item in page.open:
        sheet.line(place.x, y, place.width)
        y = _put_item(sheet, item, Box(place.x, y + sheet.space(16), place.width, 0), lines) + sheet.space(16)
    more, names = page.more
    if more:
        look = sheet.look
        sheet.line(place.x, y, place.width)
        name = sheet.measure(more, sheet.style(SEMIBOLD, 32), place.width)
        text = sheet.limited(names, sheet.style(REGULAR, 30, leading=1.2), place.width, min(lines, 3))
        y += sheet.space(14)
        sheet.put("more", name, place.x, y, look.accent, look.background)
        sheet.put("more names", text, place.x, y + name.height, look.ink, look.background)
        y += name.height + text.height
    return y


def _put_marks(sheet: Sheet, settled: tuple[bool, ...], place: Box) -> float:
    look, count = sheet.look, max(len(settled), 1)
    width = min(sheet.px(60), (place.width - sheet.px(10) * (count - 1)) / count)
    for number, done in enumerate(settled):
        box = Box(place.x + number * (width + sheet.px(10)), place.y, width, place.height)
        if done:
            sheet.mark("settled", box, look.background, fill=look.brand, radius=sheet.px(4))
        else:
            thick = max(sheet.px(4), 2)
            sheet.mark("open", box, look.background, stroke=look.accent_mark, thick=thick, radius=sheet.px(4))
    return place.bottom


def _put_item(sheet: Sheet, item: RoomOpenItem, place: Box, lines: int) -> float:
    look = sheet.look
    name = sheet.measure(item.name, sheet.style(SEMIBOLD, 34), place.width)
    sheet.put("open item", name, place.x, place.y, look.accent, look.background)
    if not item.fact:
        return place.y + name.height
    fact = sheet.limited(item.fact, sheet.style(REGULAR, 32, leading=1.25), place.width, lines)
    sheet.put("fact", fact, place.x, place.y + name.height, look.ink, look.background)
    return place.y + name.height + fact.height


def _said(page: RoomGate, _brand: RoomBrand) -> Iterable[str]:
    conditions = (
        " ".join(filter(None, (condition.number, condition.text, condition.day, condition.late)))
        for condition in page.conditions
    )
    items = (f"{item.name} {item.fact}".strip() for item in page.open)
    found = (page.place, page.decision, page.decided, page.conditions_head, page.words, *conditions)
    return *found, page.head, *items, " ".join(page.more).strip()


DECLARED = Declared(RoomGate, sheet=gate_sheet, said=_said, identity=lambda page: (page.place,))
