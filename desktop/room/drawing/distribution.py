"""How a room voted: a column of votes above each level of the scale, and the middle of the votes marked below it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.room import words
from desktop.room.drawing.agreed import put_tick
from desktop.room.drawing.composition import Align, Box, Form
from desktop.room.drawing.sheet import BOLD, REGULAR, Sheet
from desktop.room.drawing.typesetter import Paragraph, Style
from desktop.view_models.room.pages import RoomReveal
from models.diagnosis.voting import interpolated_median

APART = 0.3
"""Between the scale and those who do not know, as a share of a level's width."""
LEAST_PLOT = 0.1
"""Of the window's height: columns any lower show nothing."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """One level, or not known, with its texts measured."""

    count: int
    before: int | None
    """In the round before; None in a first one."""
    level: int | None
    """None for not known."""
    votes: Paragraph
    votes_before: Paragraph | None
    number: Paragraph
    name: Paragraph


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the parts stand, in pixels."""

    left: float
    pitch: float
    """From one level to the next."""
    top: float
    """The highest that a column reaches."""
    base: float
    """What columns stand on."""
    scale: float
    """Where the scale begins downwards."""
    scale_height: float
    most: int
    """Votes of the highest column."""

    def centre(self, level: float) -> float:
        """Where a level stands across, or a place between two levels."""
        return self.left + (level + 0.5) * self.pitch


def put_distribution(sheet: Sheet, page: RoomReveal, place: Box) -> None:
    """Fills `place`, and asks for more of it where columns would be too low."""
    unknown = page.tally.not_known or (page.before is not None and page.before.not_known)
    pitch = place.width / (len(page.levels) + (1 + APART if unknown else 0))
    stands = [_stand(sheet, page, level, pitch) for level in range(len(page.levels))]
    if unknown:
        stands.append(_stand(sheet, page, None, pitch))
    grid = _grid(sheet, stands, place, pitch)
    sheet.require(grid.base - grid.top >= LEAST_PLOT * sheet.height)
    for stand in stands:
        across = grid.centre(len(page.levels) + APART if stand.level is None else stand.level)
        _put_columns(sheet, stand, across, grid)
        cell = Box(across - pitch / 2, grid.scale, pitch, grid.scale_height)
        _put_cell(sheet, stand, cell, stand.level is not None and stand.level == page.chosen)
    _put_median(sheet, page, grid)


def _stand(sheet: Sheet, page: RoomReveal, level: int | None, pitch: float) -> _Stand:
    def votes(number: int, style: Style) -> Paragraph:
        made = sheet.measure(str(number), style, pitch)
        sheet.require(len(made.lines) == 1)
        return made

    count = page.tally.not_known if level is None else page.tally.counts[level]
    before = None
    if page.before is not None:
        before = page.before.not_known if level is None else page.before.counts[level]
    room = pitch - 4 * _margin(sheet)
    return _Stand(
        count=count,
        before=before,
        level=level,
        votes=votes(count, sheet.style(BOLD, 60)),
        votes_before=None if before is None else votes(before, sheet.style(REGULAR, 36)),
        number=sheet.measure("?" if level is None else str(level), sheet.style(BOLD, 44), room),
        name=sheet.measure(
            words.not_known() if level is None else page.levels[level],
            sheet.style(BOLD, 34, leading=1.16),
            room,
            balanced=True,
        ),
    )


def _margin(sheet: Sheet) -> float:
    """Around a cell of the scale, where a frame finds room."""
    return max(7 * sheet.desk.unit, 4)


def _grid(sheet: Sheet, stands: list[_Stand], place: Box, pitch: float) -> _Grid:
    cell = max(stand.number.height + stand.name.height for stand in stands)
    cell += 2 * (sheet.gap(1) + _margin(sheet))
    style = _median_style(sheet)
    scale = place.bottom - style.size * style.leading - sheet.gap(1) - cell
    return _Grid(
        left=place.x,
        pitch=pitch,
        top=place.y + max(stand.votes.height for stand in stands),
        base=scale - sheet.gap(0.5),
        scale=scale,
        scale_height=cell,
        most=max(max(stand.count, stand.before or 0) for stand in stands),
    )


def _put_columns(sheet: Sheet, stand: _Stand, across: float, grid: _Grid) -> None:
    """The votes in the middle; with those of the round before, narrower, to their left."""
    if stand.before is None or stand.votes_before is None:
        wide = max(0.5 * grid.pitch, stand.votes.width)
        _put_votes(sheet, stand, across - wide / 2, wide, grid)
        return
    gap = 0.05 * grid.pitch
    narrow, wide = max(0.24 * grid.pitch, stand.votes_before.width), max(0.44 * grid.pitch, stand.votes.width)
    sheet.require(narrow + gap + wide <= grid.pitch)
    left = across - (narrow + gap + wide) / 2
    look, box = sheet.look, _column(sheet, left, narrow, stand.before, grid)
    if stand.before:
        sheet.mark("before", box, look.background, stroke=look.muted, thick=_line(sheet), radius=_line(sheet))
    y = box.y - stand.votes_before.height
    sheet.put("before", stand.votes_before, left, y, look.muted, look.background, align=Align.CENTRE, width=narrow)
    _put_votes(sheet, stand, left + narrow + gap, wide, grid)


def _put_votes(sheet: Sheet, stand: _Stand, left: float, width: float, grid: _Grid) -> None:
    """Filled; pale and dashed where they are of those who do not know."""
    look, radius = sheet.look, 2 * _line(sheet)
    box = _column(sheet, left, width, stand.count, grid)
    if stand.count and stand.level is not None:
        sheet.mark("column", box, look.background, fill=look.accent, radius=radius)
    elif stand.count:
        sheet.panel("not known ground", box, look.track, radius=radius)
        thick = _line(sheet)
        sheet.mark("column", box, look.background, stroke=look.edge, thick=thick, radius=radius, dashed=True)
    colour, y = look.ink if stand.count else look.muted, box.y - stand.votes.height
    sheet.put("votes", stand.votes, left, y, colour, look.background, align=Align.CENTRE, width=width)


def _column(sheet: Sheet, left: float, width: float, count: int, grid: _Grid) -> Box:
    """To scale, but one vote among thousands is still seen."""
    height = max(grid.base - grid.top, 0) * count / max(grid.most, 1)
    height = max(height, 3 * _line(sheet)) if count else 0
    return Box(left, grid.base - height, width, height)


def _line(sheet: Sheet) -> float:
    return max(4 * sheet.desk.unit, 2)


def _put_cell(sheet: Sheet, stand: _Stand, place: Box, chosen: bool) -> None:
    """A level on the scale; framed, ticked and heavier once it is agreed. Not known is dashed and never looks fine."""
    look, unit, margin = sheet.look, sheet.desk.unit, _margin(sheet)
    box = place.inset(margin, margin)
    ground, ink = (look.background, look.ink) if stand.level is None else look.cell(stand.level)
    if stand.level is not None:
        sheet.panel("level", box, ground, radius=12 * unit)
    thick = max(2.5 * unit, 1.5)
    dashed = stand.level is None
    sheet.mark("level edge", box, look.background, stroke=look.edge, thick=thick, radius=12 * unit, dashed=dashed)
    if chosen:
        sheet.mark("agreed frame", place, look.background, stroke=look.ink, thick=margin * 0.65, radius=18 * unit)
    y = place.y + (place.height - stand.number.height - stand.name.height) / 2
    sheet.put("number", stand.number, box.x + (box.width - stand.number.width) / 2, y, ink, ground)
    if chosen:
        side = stand.number.style.size * 0.8
        x = box.x + box.width / 2 + stand.number.width / 2 + sheet.gap(1.5)
        put_tick(sheet, Box(x, y + (stand.number.height - side) / 2, side, side), ground, ink)
    face = BOLD if chosen else REGULAR
    down = y + stand.number.height
    sheet.put("level", stand.name, box.x, down, ink, ground, align=Align.CENTRE, width=box.width, face=face)


def _median_style(sheet: Sheet) -> Style:
    return sheet.style(BOLD, 38)


def _put_median(sheet: Sheet, page: RoomReveal, grid: _Grid) -> None:
    """A pointer below the scale, and beside it the level; on its left near the end of the scale."""
    middle = interpolated_median(page.tally.counts)
    if middle is None or not page.tally.level:
        return
    look = sheet.look
    said = sheet.measure(words.level_words(page.tally.level), _median_style(sheet), grid.pitch * 2)
    x, y = grid.centre(middle), grid.scale + grid.scale_height + sheet.gap(1)
    side = said.height * 0.62
    pointer = Box(x - side / 2, y, side, side)
    sheet.mark("median", pointer, look.background, form=Form.POINTER, fill=look.ink)
    beside = pointer.right + sheet.gap(1)
    if beside + said.width > grid.centre(len(page.levels) - 0.5):
        beside = pointer.x - sheet.gap(1) - said.width
    down = max(pointer.y + (side - said.height) / 2, grid.scale + grid.scale_height)
    sheet.put("median", said, beside, down, look.ink, look.background)
