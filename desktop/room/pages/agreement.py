"""What was voted, sign by sign, one bar a vote; apart from it what was entered without a vote."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box, Face
from desktop.room.drawing.head import Head, measured_said, put_head
from desktop.room.drawing.look import GOOD
from desktop.room.drawing.marks import put_square
from desktop.room.drawing.sheet import FOOT, REGULAR, SEMIBOLD, Desk, Sheet, fitted
from desktop.room.drawing.spread import spread
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.drawing.vote_bars import put_bars
from desktop.room.page import Declared
from desktop.view_models.room.entries import AgreementGroup, RoomVote
from desktop.view_models.room.marks import LEVELS, NOT_KNOWN
from desktop.view_models.room.pages import RoomAgreement, RoomBrand
from models.frozen import frozen

ROW, APART = 67, 6
"""How high a row is, and how much further a group stands from the one above."""
BAR, SQUARE, LEAST_ROW, MOST_LINES = 36, 40, 46, 3


@frozen
class _Grid:
    """Where the columns stand, in pixels from the left."""

    names: float
    titles: float
    bars: float
    bin: float
    """From one level's votes to the next."""
    end: float
    pitch: float
    """From one bar to the next."""

    @property
    def levels(self) -> float:
        """Where the agreed levels begin."""
        return self.bars + 5 * self.bin


@frozen
class _Row:
    """A sign, measured; with the name of its group where it is the first of it."""

    vote: RoomVote
    kind: str
    title: Paragraph
    group: Paragraph | None
    aside: Paragraph

    @property
    def height(self) -> float:
        """Of its texts."""
        return max(self.title.height, self.aside.height, self.group.height if self.group else 0)


def agreement_sheet(desk: Desk, page: RoomAgreement) -> Sheet:
    """One row a vote, and a strip at the foot for what was not voted on, with less about that where room is scarce."""
    less = replace(page, fine=("", ""))
    return fitted([partial(_lay, desk, shown) for shown in (page, less, replace(less, rest=""))])


def _lay(desk: Desk, page: RoomAgreement, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area, grid = desk.area, _grid(sheet, page)
    y = put_head(sheet, Head(page.title, size=64)) + sheet.space(42)
    foot = _put_foot(sheet, page)
    if not page.groups:
        sheet.require(y <= foot)
        return sheet
    y = _put_heads(sheet, page, grid, y) + sheet.space(8)
    sheet.line(area.x, y, area.width, strong=True)
    y += sheet.px(3)
    rows = [row for group in page.groups for row in _rows(sheet, group, grid)]
    more = sheet.measure(page.more, sheet.style(REGULAR, 30), grid.bars - grid.titles) if page.more else None
    extra = (more.height if more else 0) + sheet.space(APART) * len(page.groups)
    free = foot - sheet.space(10) - y - extra
    heights = _heights(sheet, rows, free)
    for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
        if row.group and number:
            y += sheet.space(APART)
            sheet.line(area.x, y, area.width)
        _put_row(sheet, row, grid, Box(area.x, y, area.width, height))
        y += height
    if more:
        sheet.put("more", more, grid.titles, y + sheet.px(2), sheet.look.muted, sheet.look.background)
    return sheet


def _grid(sheet: Sheet, page: RoomAgreement) -> _Grid:
    area, narrow = sheet.desk.area, sheet.desk.narrow
    bin_ = sheet.px(54 if narrow else 102)
    style = sheet.style(SEMIBOLD, 30)
    said = (vote.aside for group in page.groups for vote in group.rows)
    widest = max((sheet.desk.typesetter.width(text, style) for text in said), default=0.0)
    level = max(sheet.px(140), min(widest + sheet.px(16), sheet.px(150 if narrow else 210)))
    bars = area.right - level - 5 * bin_
    most = max((max(vote.counts) for group in page.groups for vote in group.rows), default=1)
    pitch = min(sheet.px(12.4), bin_ * 0.86 / max(most, 1))
    titles = area.x + sheet.px(230 if narrow else 290)
    return _Grid(area.x, titles, bars, bin_, area.right, pitch)


def _rows(sheet: Sheet, group: AgreementGroup, grid: _Grid) -> list[_Row]:
    room, leading = grid.bars - grid.titles - sheet.px(24), 1.1 if sheet.step > 0 else 1.02
    title, named = sheet.style(REGULAR, 34, leading=leading), sheet.style(SEMIBOLD, 32, leading=leading)
    aside = sheet.style(SEMIBOLD, 30, leading=leading)
    name = sheet.measure(group.name, named, grid.titles - grid.names - sheet.px(16), balanced=True)
    return [
        _Row(
            vote,
            group.kind,
            sheet.limited(vote.title, title, room, MOST_LINES),
            None if number else name,
            sheet.measure(vote.aside, aside, grid.end - grid.levels - sheet.px(10), balanced=True),
        )
        for number, vote in enumerate(group.rows)
    ]


def _heights(sheet: Sheet, rows: list[_Row], free: float) -> list[float]:
    """All alike where that finds room; else those with one line give what those with more need."""
    needs = [row.height + sheet.px(5) for row in rows]
    heights = spread(needs, free, sheet.px(ROW + APART), sheet.px(LEAST_ROW))
    sheet.require(heights is not None)
    return heights or needs


def _put_heads(sheet: Sheet, page: RoomAgreement, grid: _Grid, y: float) -> float:
    """What is shown, the levels, and what stands at the right; gives where they end."""
    look, style, side = sheet.look, sheet.style(REGULAR, 30), sheet.px(42)
    lead = sheet.measure(page.lead, style, grid.bars - grid.names - sheet.px(30))
    level = sheet.measure(words.level_heading(), style, grid.end - grid.levels)
    height = max(lead.height, side)
    sheet.put("head", lead, grid.names, y + (height - lead.height) / 2, look.muted, look.background)
    for number, mark in enumerate((*LEVELS, NOT_KNOWN)):
        put_square(sheet, mark, Box(grid.bars + number * grid.bin, y + height - side, side, side))
    down = y + height - level.height
    sheet.put("head", level, grid.end - level.width, down, look.muted, look.background)
    return y + height


def _put_row(sheet: Sheet, row: _Row, grid: _Grid, place: Box) -> None:
    look, middle = sheet.look, place.y + place.height / 2
    if row.group:
        colours = {"split": look.accent, "fine": look.tone(GOOD), "not-known": look.muted}
        colour = colours.get(row.kind, look.ink)
        sheet.put("group", row.group, grid.names, middle - row.group.height / 2, colour, look.background)
    sheet.put("sign title", row.title, grid.titles, middle - row.title.height / 2, look.ink, look.background)
    high = sheet.px(BAR)
    base = middle + high / 2
    for number, count in enumerate(row.vote.counts):
        x = grid.bars + number * grid.bin
        sheet.panel("bin", Box(x, base, grid.bin * 0.84, max(sheet.px(3), 1.5)), look.track)
        most = count == max(row.vote.counts) and row.vote.counts.count(count) == 1
        fill = look.edge if number == len(LEVELS) else look.brand if most else look.scale[2]
        put_bars(sheet, count, Box(x, base - high, 0, high), grid.pitch, (fill, look.background))
    _put_level(sheet, row, grid, middle)


def _put_level(sheet: Sheet, row: _Row, grid: _Grid, middle: float) -> None:
    """In its square where it is agreed; in words where the vote did not give it."""
    look, said = sheet.look, row.aside
    if said.text:
        sheet.put("aside", said, grid.end - said.width, middle - said.height / 2, look.accent, look.background)
    elif row.vote.level:
        side = sheet.px(52)
        put_square(sheet, row.vote.level, Box(grid.end - side, middle - side / 2, side, side))


def _put_foot(sheet: Sheet, page: RoomAgreement) -> float:
    """What was entered without a vote; gives where it begins."""
    area, look = sheet.desk.area, sheet.look
    bottom = sheet.height - sheet.px(FOOT)
    if not page.without:
        return bottom
    name, fine = page.fine
    colour = look.tone(GOOD)
    if fine:
        sentence = measured_said(sheet, name, fine, area.width, ideal=30, colour=colour)
        sentence.put(area.x, bottom - sentence.height)
        bottom -= sentence.height + sheet.space(8)
    lines = _strip(sheet, page)
    high = sheet.px(SQUARE + 4)
    y = top = bottom - high * len(lines) + sheet.px(4)
    for line in lines:
        x = area.x
        for part in line:
            part.put(x, y)
            x += part.width + sheet.px(18)
        y += high
    top -= sheet.space(16)
    sheet.line(area.x, top, area.width)
    return top


@frozen
class _Part:
    """A text of the strip, or all its squares."""

    width: float
    put: Callable[[float, float], object]


def _strip(sheet: Sheet, page: RoomAgreement) -> list[list[_Part]]:
    """How many were entered, their levels, and what has none: as many in a line as go."""
    look, gap, side = sheet.look, sheet.px(4), sheet.px(SQUARE)

    def text(role: str, said: str, face: Face, colour: str) -> _Part:
        made = sheet.measure(said, sheet.style(face, 30), sheet.desk.area.width)
        down = (side - made.height) / 2
        return _Part(made.width, lambda x, y: sheet.put(role, made, x, y + down, colour, look.background))

    def squares(x: float, y: float) -> None:
        for number, mark in enumerate(page.levels):
            put_square(sheet, mark, Box(x + number * (side + gap), y, side, side))

    parts = [text("without", page.without, SEMIBOLD, look.ink)]
    parts += [_Part(len(page.levels) * (side + gap) - gap, squares)] if page.levels else []
    parts += [text("rest", page.rest, REGULAR, look.muted)] if page.rest else []
    lines: list[list[_Part]] = []
    line: list[_Part] = []
    used = 0.0
    for part in parts:
        if line and used + part.width > sheet.desk.area.width:
            lines.append(line)
            line, used = [], 0.0
        line.append(part)
        used += part.width + sheet.px(18)
    return [*lines, line]


def _said(page: RoomAgreement, _brand: RoomBrand) -> Iterable[str]:
    groups = (f"{group.name}: {'; '.join(map(_vote_said, group.rows))}" for group in page.groups)
    entered = f"{page.without}: {', '.join(page.levels)}" if page.levels else page.without
    return page.title, page.lead, *groups, page.more, entered, page.rest, " ".join(page.fine).strip()


def _vote_said(vote: RoomVote) -> str:
    counts = ", ".join(f"{mark} × {count}" for mark, count in zip((*LEVELS, NOT_KNOWN), vote.counts, strict=True))
    return f"{vote.title} ({counts}) {vote.aside or vote.level}".strip()


DECLARED = Declared(RoomAgreement, sheet=agreement_sheet, said=_said)
