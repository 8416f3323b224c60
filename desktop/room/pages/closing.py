"""What the room leaves with: who begins when and with what, whether the pilot is ready, and a word of thanks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.head import Head, put_head
from desktop.room.drawing.look import WARNING
from desktop.room.drawing.marks import put_state
from desktop.room.drawing.numbers import number_rows, put_numbers
from desktop.room.drawing.sheet import FOOT, REGULAR, SEMIBOLD, SERIF_REGULAR, Desk, Layout, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.system.long_text import with_numbers_kept
from desktop.view_models.room.entries import RoomPerson
from desktop.view_models.room.pages import RoomBrand, RoomClosing
from models.frozen import frozen

ROW, MARK = 70, 34
ONE_COLUMN = 8
"""People for whom one column is enough."""
FEWEST = 4
"""People in sight before type becomes smaller for them."""


@frozen
class _Grid:
    """Where the columns stand, in pixels from the left of a row."""

    name: float
    begins: float
    numbers: float
    width: float

    @property
    def with_begins(self) -> bool:
        """Whether what each begins with has a column."""
        return self.begins < self.numbers


@frozen
class _Row:
    """One person, measured."""

    person: RoomPerson
    day: Paragraph
    name: Paragraph
    begins: Paragraph
    height: float


def closing_sheet(desk: Desk, page: RoomClosing) -> Sheet:
    """One row a person; over eight, two columns without what each begins with. All of them where they find room."""
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomClosing) -> Iterator[Layout]:
    columns = ((1, True), (1, False)) if len(page.people) <= ONE_COLUMN else ((2, False),)
    for fewest in (len(page.people), FEWEST):
        for number, begins in columns:
            yield partial(_lay, desk, page, number, begins, fewest)


def _lay(desk: Desk, page: RoomClosing, columns: int, begins: bool, fewest: int, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area = desk.area
    y = _put_verdict(sheet, page, put_head(sheet, Head(page.title)) + sheet.space(12)) + sheet.space(28)
    foot = _put_foot(sheet, page) - sheet.space(28)
    gap = sheet.px(48)
    width = (area.width - gap * (columns - 1)) / columns
    grid = _grid(sheet, width, begins)
    first, *_ = words.closing_heads()
    head = sheet.measure(first, sheet.style(REGULAR, 30), width).height
    top = y + head + sheet.space(8)
    rows = [_row(sheet, person, grid) for person in page.people]
    shown, down = _shown(rows, columns, foot - top - sheet.px(3), sheet.px(46))
    sheet.require(shown >= min(fewest, len(rows)))
    for column in range(columns if rows else 0):
        x = area.x + column * (width + gap)
        _put_heads(sheet, grid, x, y)
        sheet.line(x, top, width, strong=True)
        mine = rows[:shown][column * down : (column + 1) * down]
        rest = page.people[shown:] if column == columns - 1 else ()
        _put_rows(sheet, mine, grid, Box(x, top + sheet.px(3), width, 0), rest)
    return sheet


def _put_verdict(sheet: Sheet, page: RoomClosing, y: float) -> float:
    """In words and in the marks of all points; gives where it ends."""
    look, area, side = sheet.look, sheet.desk.area, sheet.px(MARK)
    verdict = sheet.measure(page.verdict, sheet.style(SEMIBOLD, 36), area.width)
    why = sheet.measure(page.why, sheet.style(REGULAR, 36), area.width)
    gap = sheet.px(24)
    marks = len(page.states) * (side + sheet.px(7))
    sheet.put("verdict", verdict, area.x, y, look.tone(page.tone), look.background)
    x, line = area.x + verdict.width + gap, max(verdict.height, side)
    if why.text:
        if x + why.width > area.right:
            x, y = area.x, y + verdict.height
        sheet.put("why", why, x, y, look.ink, look.background)
        x, line = x + why.width + gap, max(why.height, side)
    if x + marks > area.right:
        x, y = area.x, y + line
    for state in page.states:
        if x + side > area.right + 1:
            x, y = area.x, y + line
        put_state(sheet, state, Box(x, y + (line - side) / 2, side, side))
        x += side + sheet.px(7)
    return y + line


def _grid(sheet: Sheet, width: float, begins: bool) -> _Grid:
    narrow = sheet.desk.narrow or width < sheet.px(1000)
    name = sheet.px(150 if narrow else 210)
    after = name + sheet.px(300 if narrow else 380)
    return _Grid(name, after, after + (width - after) * (0.56 if begins else 0), width)


def _row(sheet: Sheet, person: RoomPerson, grid: _Grid) -> _Row:
    style = sheet.style(SEMIBOLD, 34, leading=1.15)
    gap = sheet.px(20)
    day = sheet.measure(person.day or words.no_day(), style, grid.name - gap)
    name = sheet.limited(person.name or words.nobody(), style, grid.begins - grid.name - gap, 2)
    room = grid.numbers - grid.begins - gap
    begins = sheet.limited(person.begins, sheet.style(REGULAR, 34, leading=1.15), max(room, 0), 2)
    lines = number_rows(sheet, len(person.numbers), grid.width - grid.numbers)
    high = max(day.height, name.height, begins.height if grid.with_begins else 0, lines)
    return _Row(person, day, name, begins, max(sheet.px(ROW) * (0.8 + 0.2 * max(sheet.step, 0)), high + sheet.px(14)))


def _shown(rows: list[_Row], columns: int, free: float, note: float) -> tuple[int, int]:
    """How many people find room, and how many stand below one another."""
    for count in range(len(rows), 0, -1):
        down = -(-(count + (count < len(rows))) // columns)
        parts = [rows[:count][n * down : (n + 1) * down] for n in range(columns)]
        *others, last = (sum(row.height for row in part) for part in parts)
        last += note if count < len(rows) else 0
        if max(*others, last, 0) <= free + 0.5:
            return count, down
    return 0, 1


def _put_heads(sheet: Sheet, grid: _Grid, x: float, y: float) -> None:
    look = sheet.look
    first, who, begins, numbers = words.closing_heads()
    heads = [(first, 0.0), (who, grid.name), (numbers, grid.numbers)]
    heads += [(begins, grid.begins)] if grid.with_begins else []
    for text, left in heads:
        made = sheet.desk.typesetter.paragraph(text, sheet.style(REGULAR, 30), grid.width)
        ends = [other - left for _, other in heads if other > left]
        if made.width <= min(ends, default=grid.width - left):
            sheet.put("head", made, x + left, y, look.muted, look.background)


def _put_rows(sheet: Sheet, rows: list[_Row], grid: _Grid, place: Box, rest: tuple[RoomPerson, ...]) -> None:
    look, y = sheet.look, place.y
    for row in rows:
        middle = y + row.height / 2
        day = look.ink if row.person.day else look.muted
        name = look.brand if row.person.name else look.accent
        sheet.put("day", row.day, place.x, middle - row.day.height / 2, day, look.background)
        sheet.put("owner name", row.name, place.x + grid.name, middle - row.name.height / 2, name, look.background)
        if grid.with_begins and row.begins.text:
            x = place.x + grid.begins
            sheet.put("begins", row.begins, x, middle - row.begins.height / 2, look.ink, look.background)
        numbers = Box(place.x + grid.numbers, y, grid.width - grid.numbers, row.height)
        put_numbers(sheet, row.person.numbers, numbers)
        y += row.height
        sheet.line(place.x, y, place.width)
    if rest:
        names = ", ".join(person.name or words.nobody() for person in rest)
        made = sheet.limited(words.and_more_named(len(rest), names), sheet.style(REGULAR, 30), place.width, 1)
        sheet.put("note", made, place.x, y + sheet.px(4), look.muted, look.background)


def _put_foot(sheet: Sheet, page: RoomClosing) -> float:
    """A word of thanks, and what has no date yet; gives where it begins."""
    look, area = sheet.look, sheet.desk.area
    bottom = sheet.height - sheet.px(FOOT)
    style = sheet.style(SEMIBOLD, 30)
    lines = [sheet.measure(text, style, area.width * 0.36, balanced=True) for text in page.undated]
    wide = max((line.width for line in lines), default=0.0)
    room = area.width - wide - (sheet.px(60) if lines else 0)
    thanks = sheet.limited(with_numbers_kept(page.thanks), sheet.style(SERIF_REGULAR, 44, leading=1.27), room, 3)
    sheet.put("thanks", thanks, area.x, bottom - thanks.height, look.brand, look.background)
    y = bottom - sum(line.height for line in lines)
    top = min(y, bottom - thanks.height)
    for line in lines:
        sheet.put("undated", line, area.right - line.width, y, look.tone(WARNING), look.background)
        y += line.height
    return top


def _said(page: RoomClosing, _brand: RoomBrand) -> Iterable[str]:
    people = (
        f"{person.name or words.nobody()}: {', '.join(number.number for number in person.numbers)}. "
        f"{person.day or words.no_day()} {person.begins}".strip()
        for person in page.people
    )
    return page.title, f"{page.verdict}: {page.why}" if page.why else page.verdict, *people, page.thanks, *page.undated


DECLARED = Declared(RoomClosing, sheet=closing_sheet, said=_said)
