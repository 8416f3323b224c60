"""The page of a vote: how it fell, in the rows of its sign, what the discussion moved, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.head import measured_said, put_note
from desktop.room.drawing.marks import put_dash, put_square
from desktop.room.drawing.ring import beside_ring
from desktop.room.drawing.sheet import FOOT, LEAST_TITLE, REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.drawing.typesetter import Style
from desktop.room.drawing.vote_bars import put_bars
from desktop.room.page import Declared
from desktop.room.pages.sign import SQUARE, Rows, put_row, put_sign_title, rows_of
from desktop.view_models.room.entries import RoomTally
from desktop.view_models.room.marks import NOT_KNOWN
from desktop.view_models.room.pages import RoomBrand, RoomReveal
from models.frozen import frozen

ONE_VOTE, TWO_VOTES, FEWER = 528, 338, (260, 190, 150, 120)
"""How wide the bars of a vote stand: alone, beside another, and where there is little room."""
PITCH, HEIGHT = 46, 58
"""From one bar to the next, and how high they are."""


@frozen
class _Votes:
    """One vote's column of bars."""

    tally: RoomTally
    left: float
    pitch: float
    pale: bool
    """Whether another came after it."""


def reveal_sheet(desk: Desk, page: RoomReveal) -> Sheet:
    """The rows stand where they stood. Where room is scarce the bars are narrower, then the question is left out, and
    in a window higher than wide the anchors too.
    """
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomReveal) -> Iterator[Layout]:
    rows = rows_of(desk, page.sign)
    wide = ONE_VOTE if page.last is None else TWO_VOTES
    for question in (True, False):
        for span in (wide, *FEWER):
            yield partial(_lay, desk, page, rows, (question, True), span)
    yield partial(_lay, desk, page, rows, (False, False), FEWER[-1])


def _lay(desk: Desk, page: RoomReveal, rows: Rows, shown: tuple[bool, bool], span: float, step: float) -> Sheet:
    """`shown`: whether the question is, and whether the anchors are."""
    sheet, (question, anchors) = Sheet(desk, step), shown
    area = desk.area
    columns = _columns(sheet, page, sheet.px(span))
    heads = _put_heads(sheet, page, columns, rows.top - sheet.px(14))
    sheet.require(_put_head(sheet, page, question) <= heads)
    sheet.line(area.x, rows.top - sheet.px(3), area.width, strong=True)
    for row in range(1, len(page.sign.levels) + 2):
        sheet.line(area.x, rows.place(row, area).y, area.width)
    room = min(column.left for column in columns) - sheet.px(24) - rows.anchors
    sheet.require(room >= sheet.px(300) or not anchors)
    ideal = 32 if page.last is None else 30
    for level, text in enumerate(page.sign.anchors):
        anchor = sheet.measure(text if anchors else "", sheet.style(REGULAR, ideal, leading=1.15), room, balanced=True)
        sheet.require(anchor.height <= rows.pitch - sheet.px(4))
        chosen = level == page.sign.chosen and not page.split
        ground = put_row(sheet, page.sign, level, anchor, rows, chosen=chosen)
        _put_votes(sheet, [c.tally.counts[level] for c in columns], columns, rows.place(level, area), ground)
    _put_not_known(sheet, columns, rows)
    _put_foot(sheet, page, rows.place(len(page.sign.levels) + 1, area).y)
    return sheet


def _put_head(sheet: Sheet, page: RoomReveal, question: bool) -> float:
    look, area = sheet.look, sheet.desk.area
    y = put_sign_title(sheet, page.sign.title)
    style = sheet.style(TITLE, 72, least=LEAST_TITLE, leading=1.167)
    title = beside_ring(sheet, page.title, style, area.width, y)
    sheet.put("title", title, area.x, y, look.brand, look.background)
    y += title.height
    if question:
        asked = sheet.measure(page.sign.question, sheet.style(REGULAR, 34), area.width)
        sheet.put("asked", asked, area.x, y + sheet.space(4), look.muted, look.background)
        y += sheet.space(4) + asked.height
    return y


def _columns(sheet: Sheet, page: RoomReveal, span: float) -> list[_Votes]:
    tallies = [page.first] if page.last is None else [page.first, page.last]
    people = max(max(sum(t.counts) + t.not_known for t in tallies), 1)
    figures = sheet.desk.typesetter.width(str(people), _figure(sheet)) + sheet.px(24)
    pitch = min(sheet.px(PITCH), (span - figures) / people)
    left = sheet.desk.area.right - span * len(tallies) - sheet.px(42) * (len(tallies) - 1)
    return [
        _Votes(tally, left + number * (span + sheet.px(42)), pitch, number + 1 < len(tallies))
        for number, tally in enumerate(tallies)
    ]


def _figure(sheet: Sheet) -> Style:
    return sheet.style(SEMIBOLD, 36)


def _put_heads(sheet: Sheet, page: RoomReveal, columns: list[_Votes], bottom: float) -> float:
    """Above the votes; gives where they begin."""
    look, top = sheet.look, bottom
    for column, head in zip(columns, page.heads, strict=True):
        room = sheet.desk.area.right - column.left + sheet.px(36)
        if column.pale:
            room = max(other.left for other in columns) - column.left - sheet.px(52)
        made = sheet.measure(head, sheet.style(REGULAR if column.pale else SEMIBOLD, 30, leading=1.15), room)
        colour = look.muted if column.pale else look.ink
        x = min(column.left, sheet.desk.area.right - made.width)
        sheet.put("head", made, x, bottom - made.height, colour, look.background)
        top = min(top, bottom - made.height)
    return top


def _put_votes(sheet: Sheet, counts: list[int], columns: list[_Votes], place: Box, ground: str) -> None:
    """Of one row: bars with their number, or a dash."""
    look, middle = sheet.look, place.y + place.height / 2
    chosen = ground == look.brand
    for count, column in zip(counts, columns, strict=True):
        if not count:
            put_dash(sheet, column.left, middle, look.brand_ink if chosen else look.edge)
            continue
        dark = look.brand_ink if chosen else look.brand
        pale = look.brand_pale if chosen else look.done
        _put_count(sheet, count, column, middle, (pale if column.pale else dark, ground))


def _put_count(sheet: Sheet, count: int, column: _Votes, middle: float, colours: tuple[str, str]) -> None:
    look, height, (_, ground) = sheet.look, sheet.px(HEIGHT), colours
    end = put_bars(sheet, count, Box(column.left, middle - height / 2, 0, height), column.pitch, colours)
    said = sheet.measure(str(count), _figure(sheet), sheet.px(300))
    ink = look.brand_ink if ground == look.brand else look.muted if column.pale else look.ink
    face = REGULAR if column.pale else SEMIBOLD
    sheet.put("count", said, end + sheet.px(20), middle - said.height / 2, ink, ground, face=face)


def _put_not_known(sheet: Sheet, columns: list[_Votes], rows: Rows) -> None:
    look, area = sheet.look, sheet.desk.area
    place = rows.place(4, area)
    middle, side = place.y + place.height / 2, sheet.px(SQUARE)
    room = min(column.left for column in columns) - rows.words
    put_square(sheet, NOT_KNOWN, Box(place.x, middle - side / 2, side, side))
    name = sheet.measure(words.not_known(), sheet.style(SEMIBOLD, 36, leading=1.16), room)
    sheet.put("level", name, rows.words, middle - name.height / 2, look.muted, look.background)
    for column in columns:
        count = column.tally.not_known
        if count:
            _put_count(sheet, count, column, middle, (look.edge, look.background))
        else:
            put_dash(sheet, column.left, middle, look.edge)


def _put_foot(sheet: Sheet, page: RoomReveal, top: float) -> None:
    """What was agreed, at the left; what a bar is, at the right."""
    look, area = sheet.look, sheet.desk.area
    bottom = sheet.height - sheet.px(FOOT - 8)
    note = put_note(sheet, page.bars, bottom, width=area.width * 0.34)
    colour = look.accent if page.split else look.brand
    room = area.width - note.width - sheet.px(40)
    said = measured_said(sheet, page.outcome, page.beside, room, colour=colour)
    sheet.require(bottom - max(said.height, note.height) >= top)
    said.put(area.x, bottom - said.height)


def _said(page: RoomReveal, _brand: RoomBrand) -> Iterable[str]:
    tallies = [page.first] if page.last is None else [page.first, page.last]
    votes = [
        f"{head}: {'; '.join(_tally_said(tally, page.sign.levels))}"
        for head, tally in zip(page.heads, tallies, strict=True)
    ]
    return page.sign.place, page.sign.title, page.title, page.sign.question, *votes, page.outcome, page.beside


def _tally_said(tally: RoomTally, levels: tuple[str, ...]) -> list[str]:
    counts = [f"{level} {name} {tally.counts[level]}" for level, name in enumerate(levels)]
    return [*counts, f"{words.not_known()} {tally.not_known}"]


DECLARED = Declared(
    RoomReveal, sheet=reveal_sheet, said=_said, identity=lambda page: (page.sign.place, page.sign.question)
)
