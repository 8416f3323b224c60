"""An action that is put to the room: what, why, how much work, and who takes it by when as it is being said."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.facts import facts_height, measured_fact, put_facts
from desktop.room.drawing.foot import ticks_foot
from desktop.room.drawing.head import Head, put_head
from desktop.room.drawing.sheet import REGULAR, SERIF_REGULAR, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.entries import RoomFact
from desktop.view_models.room.planned.pages import RoomAnswer, RoomProposal
from models.frozen import frozen

APART, ABOVE_FOOT = 64, 52
"""Between who and when, and below both."""


@frozen
class _Answer:
    """Who, or by when, measured."""

    answer: RoomAnswer
    name: Paragraph
    text: Paragraph
    below: Paragraph


def proposal_sheet(desk: Desk, page: RoomProposal) -> Sheet:
    """What is proposed above what is said of it. What was written of it takes fewer lines where there is no room."""
    return fitted([partial(_lay, desk, page, lines) for lines in (3, 2, 1)])


def _lay(desk: Desk, page: RoomProposal, lines: int, step: float) -> Sheet:
    sheet, area = Sheet(desk, step), desk.area
    foot = ticks_foot(sheet, page.ticks, (page.settled, f"· {page.aside}" if page.aside else ""), page.place)
    y = put_head(sheet, Head(page.title, kicker=words.proposal_kicker(), asks=True)) + sheet.space(36)
    why = [measured_fact(sheet, page.why, lines, page.level)] if page.why.text else []
    facts, pad = [*why, *(measured_fact(sheet, fact, lines) for fact in page.facts)], sheet.space(20)
    gap = sheet.px(APART)
    answers = [_measured(sheet, answer, (area.width - gap) / 2) for answer in (page.owner, page.due)]
    rule = foot - sheet.space(ABOVE_FOOT) - sheet.space(12) - max(answer.below.height for answer in answers)
    top = rule - sheet.space(8) - max(answer.name.height + answer.text.height for answer in answers)
    sheet.require(y + facts_height(facts, pad) + sheet.space(12) <= top)
    put_facts(sheet, facts, y, pad)
    for number, answer in enumerate(answers):
        width = (area.width - gap) / 2
        _put_answer(sheet, answer, Box(area.x + number * (width + gap), rule, width, 0))
    return sheet


def _measured(sheet: Sheet, answer: RoomAnswer, width: float) -> _Answer:
    face = SERIF_REGULAR if answer.suggested else TITLE
    style = sheet.style(face, 60, least=44, leading=1.15)
    return _Answer(
        answer,
        sheet.measure(answer.name, sheet.style(REGULAR, 30), width),
        sheet.limited(answer.text or " ", style, width - sheet.px(20), 2),
        sheet.limited(answer.below, sheet.style(REGULAR, 30, leading=1.18), width, 2),
    )


def _put_answer(sheet: Sheet, made: _Answer, place: Box) -> None:
    """Stands on its rule, at the top of `place`; accent and caret where it is being said."""
    look, answer = sheet.look, made.answer
    y = place.y - sheet.space(8) - made.text.height
    sheet.put("answer name", made.name, place.x, y - made.name.height, look.muted, look.background)
    if answer.text:
        colour = look.muted if answer.suggested else look.brand
        sheet.put("answer", made.text, place.x, y, colour, look.background)
    if answer.here:
        *_, last = made.text.lines
        x = place.x + sheet.desk.typesetter.width(last, made.text.style) * bool(answer.text) + sheet.px(10)
        top = place.y - sheet.space(8) - made.text.leading
        ends = ((x, top + sheet.px(8)), (x, place.y - sheet.space(8) - sheet.px(4)))
        sheet.path("caret", ends, stroke=look.accent_mark, thick=max(sheet.px(4), 2), ground=look.background)
        bar = Box(place.x, place.y, place.width, max(sheet.px(5), 2))
        sheet.mark("here", bar, look.background, fill=look.accent_mark)
    else:
        sheet.line(place.x, place.y, place.width)
    below = place.y + sheet.space(12)
    sheet.put("below", made.below, place.x, below, look.muted, look.background)


def _said(page: RoomProposal, _brand: object) -> Iterable[str]:
    facts = (_told(fact) for fact in (page.why, *page.facts) if fact.text)
    answers = (
        _told(RoomFact(answer.name, " ".join(filter(None, (answer.text or "?", answer.below)))))
        for answer in (page.owner, page.due)
    )
    return words.proposal_kicker(), page.title, *facts, *answers, page.settled, page.aside, page.place


def _told(fact: RoomFact) -> str:
    return f"{fact.name}: {fact.text}"


DECLARED = Declared(RoomProposal, sheet=proposal_sheet, said=_said, identity=lambda page: (page.title,))
