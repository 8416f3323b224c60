"""The page of a vote: how it fell, how far the room agrees, what the discussion moved, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from desktop.room import words
from desktop.room.drawing.agreed import agreed_height, agreed_style, beside_answer, put_agreed
from desktop.room.drawing.composition import Box, Face, Form
from desktop.room.drawing.distribution import put_distribution
from desktop.room.drawing.rail import TOP
from desktop.room.drawing.sheet import BOLD, KICKER, REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.page import Declared
from desktop.view_models.room.pages import RoomBrand, RoomReveal

Notes = tuple[tuple[str, Face], ...]
"""Texts and how each is set."""

SPACE = "\N{NO-BREAK SPACE}"

SHARES = (0.7, 0.64)
"""Of the width, for the columns; the rest is for what they say."""


def reveal_sheet(desk: Desk, page: RoomReveal) -> Sheet:
    """What the columns say stands beside them; what does not fit there below, or, the figures, in a line above."""
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomReveal) -> Iterator[Layout]:
    for share in SHARES:
        yield partial(_beside, desk, page, share, _notes(page), ())
    for share in SHARES:
        yield partial(_beside, desk, page, share, (), _notes(page))
    yield partial(_above, desk, page)


def _beside(desk: Desk, page: RoomReveal, share: float, inside: Notes, below: Notes, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area = _put_frame(sheet, page, below)
    put_distribution(sheet, page, Box(area.x, area.y, area.width * share - sheet.gap(5), area.height))
    rule = Box(area.x + area.width * share, area.y, max(2 * desk.unit, 1), area.height)
    sheet.panel("rule", rule, sheet.look.rule)
    left = rule.right + sheet.gap(5)
    _put_summary(sheet, page, inside, Box(left, area.y, area.right - left, area.height))
    return sheet


def _above(desk: Desk, page: RoomReveal, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area = _put_frame(sheet, page, _notes(page))
    y = _put_line(sheet, page, area) + sheet.gap(1)
    put_distribution(sheet, page, Box(area.x, y, area.width, area.bottom - y))
    return sheet


def _notes(page: RoomReveal) -> Notes:
    """What the discussion moved, and the groups that differ; never broken within a movement or a group."""
    movement = page.movement.replace(" → ", f"{SPACE}→{SPACE}")
    groups = f"{SPACE}· ".join(f"{name} {level}".replace(" ", SPACE) for name, level in page.groups)
    return tuple((text, face) for text, face in ((movement, SEMIBOLD), (groups, REGULAR)) if text)


def _put_frame(sheet: Sheet, page: RoomReveal, below: Notes) -> Box:
    """Question, notes and legend; gives the room between them."""
    desk = sheet.desk
    margin = (48 if desk.narrow else 88) * desk.unit
    top = sheet.gap(3) if desk.narrow else (TOP - 16) * desk.unit
    area = Box(margin, top, sheet.width - 2 * margin, sheet.height - top - sheet.gap(4))
    y = _put_head(sheet, page, area) + sheet.gap(3)
    bottom = _put_legend(sheet, page, area) - sheet.gap(2)
    bottom = _put_below(sheet, below, Box(area.x, y, area.width, bottom - y))
    return Box(area.x, y, area.width, bottom - y)


def _put_head(sheet: Sheet, page: RoomReveal, area: Box) -> float:
    look = sheet.look
    kicker = sheet.measure(f"{page.place}  ·  {page.mode}", sheet.style(KICKER, 32), area.width)
    style = sheet.style(TITLE, 62, title=True, leading=1.14)
    question = sheet.measure(page.question, style, area.width, balanced=True)
    sheet.put("kicker", kicker, area.x, area.y, look.accent, look.background)
    y = area.y + kicker.height + sheet.gap(1)
    sheet.put("question", question, area.x, y, look.ink, look.background)
    return y + question.height


def _put_below(sheet: Sheet, notes: Notes, area: Box) -> float:
    """Notes side by side, from the bottom up; gives where the room above them ends."""
    if not notes:
        return area.bottom
    gap = sheet.gap(6)
    width = (area.width - gap * (len(notes) - 1)) / len(notes)
    made = [sheet.measure(text, sheet.style(face, 36), width, balanced=True) for text, face in notes]
    y = area.bottom - max(text.height for text in made)
    for number, text in enumerate(made):
        sheet.put("note", text, area.x + number * (width + gap), y, sheet.look.ink, sheet.look.background)
    return y - sheet.gap(2)


def _put_summary(sheet: Sheet, page: RoomReveal, notes: Notes, box: Box) -> None:
    """Level, agreement and notes, and at the foot what was agreed: its room is kept, so that agreeing moves nothing."""
    look = sheet.look
    level = sheet.measure(page.tally.level, sheet.style(TITLE, 150, title=True, leading=1.05), box.width)
    y = box.y
    if level.text:
        heading = sheet.measure(words.level_heading(), sheet.style(KICKER, 32), box.width)
        sheet.put("level heading", heading, box.x, y, look.accent, look.background)
        sheet.put("level figure", level, box.x, y + heading.height, look.ink, look.background)
        y += heading.height + level.height + sheet.gap(1)
    # Where there is no level, that is what there is to say.
    alone = sheet.style(TITLE, 76, title=True, leading=1.14)
    texts = [(page.tally.agreement, sheet.style(BOLD, 46, leading=1.16) if level.text else alone)]
    texts += [(text, sheet.style(face, 36)) for text, face in notes]
    for number, (text, style) in enumerate(texts):
        y += sheet.gap(3) if number else 0
        said = sheet.measure(text, style, box.width, balanced=True)
        sheet.put("note" if number else "agreement", said, box.x, y, look.ink, look.background)
        y += said.height
    room = box.width - beside_answer(sheet)
    foot = max(agreed_height(sheet, sheet.measure(text, agreed_style(sheet), room)) for text in _answers(page))
    sheet.require(y + sheet.gap(2) + foot <= box.bottom)
    _put_agreed(sheet, page, box, room)


def _put_line(sheet: Sheet, page: RoomReveal, area: Box) -> float:
    """Level and agreement in one line, and at its end room for what was agreed; gives where the line ends."""
    look, style, gap = sheet.look, agreed_style(sheet), sheet.gap(3)
    said = words.level_words(page.tally.level) if page.tally.level else ""
    level = sheet.measure(said, sheet.style(TITLE, 62, title=True, leading=1.1), area.width)
    widest = max(sheet.desk.typesetter.width(text, style) for text in _answers(page)) + 1
    left = area.x + (level.width + gap if said else 0)
    free = area.right - left - gap - widest - beside_answer(sheet)
    agreement = sheet.measure(page.tally.agreement, sheet.style(BOLD, 42), free)
    one = sheet.measure("", style, area.width)
    height = max(level.height, agreement.height, agreed_height(sheet, one))
    if said:
        y = area.y + (height - level.height) / 2
        sheet.put("level figure", level, area.x, y, look.ink, look.background)
    sheet.put("agreement", agreement, left, area.y + (height - agreement.height) / 2, look.ink, look.background)
    bottom = area.y + (height + agreed_height(sheet, one)) / 2
    _put_agreed(sheet, page, Box(area.x, area.y, area.width, bottom - area.y), widest, right=True)
    return area.y + height


def _put_agreed(sheet: Sheet, page: RoomReveal, place: Box, room: float, *, right: bool = False) -> None:
    """At the foot of `place`, in lines of at most `room` pixels, on its left or its right."""
    agreed = page.answer if page.chosen is None else words.agreed_level(page.chosen, page.levels)
    if agreed:
        made = sheet.measure(agreed, agreed_style(sheet), room)
        height = agreed_height(sheet, made)
        x = place.right - made.width - beside_answer(sheet) if right else place.x
        put_agreed(sheet, made, Box(x, place.bottom - height, room, height))


def _answers(page: RoomReveal) -> list[str]:
    """Everything that may be agreed."""
    return [page.answer, *(words.agreed_level(level, page.levels) for level in range(len(page.levels)))]


def _put_legend(sheet: Sheet, page: RoomReveal, area: Box) -> float:
    """What the marks mean, in a line at the bottom; gives where it begins."""
    look, style = sheet.look, sheet.style(REGULAR, 30)
    marks: list[tuple[str, str]] = []
    if page.before is not None:
        marks += [("now", words.this_round()), ("before", words.round_before())]
    if page.tally.level:
        marks.append(("level", words.level_meaning()))
    side = style.size * 0.72
    y = area.bottom - style.size * style.leading if marks else area.bottom
    x = area.x
    for mark, text in marks:
        said = sheet.measure(text, style, area.right - x)
        box = Box(x, y + (said.leading - side) / 2, side, side)
        if mark == "now":
            sheet.mark("key", box, look.background, fill=look.accent, radius=side * 0.15)
        elif mark == "before":
            sheet.mark("key", box, look.background, stroke=look.muted, thick=max(side * 0.14, 2), radius=side * 0.15)
        else:
            sheet.mark("key", box, look.background, form=Form.POINTER, fill=look.ink)
        sheet.put("legend", said, box.right + sheet.gap(1.5), y, look.muted, look.background)
        x = box.right + sheet.gap(1.5) + said.width + sheet.gap(5)
        sheet.require(len(said.lines) == 1 and x - sheet.gap(5) <= area.right)
    return y


def _said(page: RoomReveal, _brand: RoomBrand) -> Iterable[str]:
    tally = page.tally
    votes = [f"{level} {name}: {tally.counts[level]}" for level, name in enumerate(page.levels)]
    if tally.not_known:
        votes.append(f"{words.not_known()}: {tally.not_known}")
    level = words.level_words(tally.level) if tally.level else ""
    groups = (f"{name} {median}" for name, median in page.groups)
    found = (page.place, page.mode, page.question, *votes, level, tally.agreement, page.movement)
    return *found, *groups, words.agreed_answer(page.chosen, page.answer, page.levels)


DECLARED = Declared(RoomReveal, sheet=reveal_sheet, said=_said, identity=lambda page: (page.place, page.question))
