"""Every pilot of the practice: its modes as tints, its verdict, what is due, and whether its day holds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from math import ceil

from desktop.room import words
from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.head import Head, put_head, put_note
from desktop.room.drawing.look import BAD
from desktop.room.drawing.marks import put_dashed
from desktop.room.drawing.sheet import FOOT, REGULAR, SEMIBOLD, Desk, Sheet, fitted
from desktop.room.drawing.spread import spread
from desktop.room.page import Declared
from desktop.room.pages.across.mode_heads import APART, mode_heads
from desktop.view_models.room.across.pages import RoomModeCell, RoomPilot, RoomPortfolio
from desktop.view_models.room.pages import RoomBrand
from models.frozen import frozen

TWO_LINES = 6
"""Pilots up to which the client stands below the pilot."""
ROW, PAD = 80, 8
"""How high a row ideally is, and what is left above and below its lines."""
MOST = (0.18, 0.15, 0.12)
"""Of the width, at most: verdict, what is due, going live."""
MODES, NAMES = 0.45, (0.2, 0.28)
"""Of the width: at least the modes, and at least and at most the names of pilots."""
GAP = 20
"""Between two columns."""
HEAD_LINES = (2, 1, 3, 3)
"""Of the heads of pilots, verdicts, what is due, going live: names of modes stand over the ends of the first two."""


@frozen
class _Grid:
    """Where the columns begin, and how wide each is."""

    xs: tuple[float, ...]
    widths: tuple[float, ...]


def portfolio_sheet(desk: Desk, page: RoomPortfolio) -> Sheet:
    """With the client below each pilot where they are few; with fewer pilots where all find no room."""
    counts = sorted({len(page.pilots), *(n for n in (10, 8, 6, 4, 2, 1) if n < len(page.pilots))}, reverse=True)
    return fitted([partial(_lay, desk, page, count) for count in counts])


def _lay(desk: Desk, page: RoomPortfolio, count: int, step: float) -> Sheet:
    sheet, area = Sheet(desk, step), desk.area
    y = put_head(sheet, Head(page.title, kicker=page.kicker, lead=page.lead, size=64)) + sheet.space(24)
    bottom = sheet.height - sheet.px(FOOT)
    if left := len(page.pilots) - count + page.more:
        bottom = put_note(sheet, words.and_more(left), bottom, width=area.width).y - sheet.space(8)
    if not page.pilots:
        return sheet
    lines = 2 if count <= TWO_LINES else 1
    grid = _grid(sheet, page, count)
    y = _put_heads(sheet, page, grid, y)
    need = lines * sheet.style(SEMIBOLD, 32, leading=1.15).size * 1.2 + 2 * sheet.px(PAD)
    heights = spread([need] * count, bottom - y, sheet.px(ROW))
    sheet.require(heights is not None)
    for pilot, height in zip(page.pilots, heights or [need] * count, strict=False):
        _put_pilot(sheet, pilot, grid, Box(area.x, y, area.width, height), lines)
        y += height
        sheet.line(area.x, y, area.width)
    return sheet


def _grid(sheet: Sheet, page: RoomPortfolio, count: int) -> _Grid:
    """Each column as wide as its words; what is left is the modes'."""
    wide, strong, plain = sheet.desk.area.width, sheet.style(SEMIBOLD, 32), sheet.style(REGULAR, 30)
    setter, gap, pilots = sheet.desk.typesetter, sheet.px(GAP), page.pilots[:count]
    texts = ([one.verdict for one in pilots], [one.due for one in pilots], [one.live for one in pilots])
    standing = []
    for head, said, most in zip(page.heads[1:], texts, MOST, strict=True):
        words = [setter.width(word, plain) for word in head.split()]
        standing.append(min(ceil(max([*words, *(setter.width(text, strong) for text in said)])) + gap + 1, most * wide))
    least, most = (share * wide for share in NAMES)
    clients = [setter.width(one.client, plain) for one in pilots] if count <= TWO_LINES else []
    named = ceil(max([*clients, *(setter.width(one.name, strong) for one in pilots)])) + gap + 1
    rest = wide - sum(standing)
    names = max(min(named, most, rest - MODES * wide), least)
    spans = (names, rest - names, *standing)
    xs = tuple(sheet.desk.area.x + sum(spans[:place]) for place in range(len(spans)))
    return _Grid(xs, tuple(span - gap for span in spans))


def _put_heads(sheet: Sheet, page: RoomPortfolio, grid: _Grid, y: float) -> float:
    look, style = sheet.look, sheet.style(REGULAR, 30, leading=1.15)
    cell = _cell_width(grid, len(page.modes), sheet)
    modes = mode_heads(sheet, page.modes, style, cell + sheet.px(APART))
    # A name may stand out over its column by half of one.
    rooms = (grid.widths[0] - cell / 2, *grid.widths[2:])
    asked = zip(page.heads, rooms, HEAD_LINES, strict=True)
    texts = [sheet.limited(text, style, room, lines) for text, room, lines in asked]
    bottom = y + max(modes.height, *(text.height for text in texts))
    for place, text in zip((0, 2, 3, 4), texts, strict=True):
        sheet.put("head", text, grid.xs[place], bottom - text.height, look.muted, look.background)
    modes.put(sheet, grid.xs[1] + cell / 2, bottom)
    bottom += sheet.px(8)
    sheet.line(sheet.desk.area.x, bottom, sheet.desk.area.width, strong=True)
    return bottom + sheet.px(3)


def _cell_width(grid: _Grid, count: int, sheet: Sheet) -> float:
    return (grid.widths[1] + sheet.px(APART)) / max(count, 1) - sheet.px(APART)


def _put_pilot(sheet: Sheet, pilot: RoomPilot, grid: _Grid, place: Box, lines: int) -> None:
    look, middle = sheet.look, place.y + place.height / 2
    strong, plain = sheet.style(SEMIBOLD, 32, leading=1.15), sheet.style(REGULAR, 30, leading=1.15)
    name = sheet.limited(pilot.name, strong, grid.widths[0], 1)
    client = sheet.limited(pilot.client if lines > 1 else "", plain, grid.widths[0], 1)
    top = middle - (name.height + (client.height if lines > 1 else 0)) / 2
    sheet.put("pilot", name, grid.xs[0], top, look.ink, look.background)
    if lines > 1:
        sheet.put("client", client, grid.xs[0], top + name.height, look.muted, look.background)
    cell, high = _cell_width(grid, len(pilot.cells), sheet), place.height - 2 * sheet.px(PAD)
    for number, one in enumerate(pilot.cells):
        _put_cell(sheet, one, Box(grid.xs[1] + number * (cell + sheet.px(APART)), middle - high / 2, cell, high))
    late, holds = (BAD if pilot.late else ""), ("" if pilot.holds else BAD)
    for column, text, tone in ((2, pilot.verdict, pilot.tone), (3, pilot.due, late), (4, pilot.live, holds)):
        made = sheet.limited(text, strong if tone else plain, grid.widths[column], lines)
        sheet.put("standing", made, grid.xs[column], middle - made.height / 2, look.tone(tone), look.background)


def _put_cell(sheet: Sheet, cell: RoomModeCell, box: Box) -> None:
    look, radius = sheet.look, box.height * 0.06
    ink, ground = look.ink, look.background
    if cell.level is not None:
        ground, ink = look.level(cell.level)
        sheet.panel("level square", box, ground, radius=radius)
    elif cell.figure:
        put_dashed(sheet, "square", box, ground)
    else:
        sheet.panel("square", box, "", radius=radius, edge=look.rule, thick=max(sheet.px(2), 1))
    if cell.figure:
        made = sheet.limited(cell.figure, sheet.style(SEMIBOLD, 32, leading=1.0), box.width, 1)
        y = box.y + (box.height - made.height) / 2
        sheet.put("figure", made, box.x, y, ink, ground, align=Align.CENTRE, width=box.width)


def _said(page: RoomPortfolio, _brand: RoomBrand) -> Iterable[str]:
    more = words.and_more(page.more) if page.more else ""
    return page.kicker, page.title, page.lead, *(_pilot_said(page, one) for one in page.pilots), more


def _pilot_said(page: RoomPortfolio, one: RoomPilot) -> str:
    cells = zip(page.modes, one.cells, strict=True)
    modes = ", ".join(f"{name} {cell.figure}" for name, cell in cells if cell.figure)
    return ", ".join(filter(None, (one.name, one.client, modes, one.verdict, one.due, one.live)))


DECLARED = Declared(RoomPortfolio, sheet=portfolio_sheet, said=_said)
