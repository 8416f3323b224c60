"""Where the failure modes stand, the worst first: how far, how far it can still move, the signs, and what decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import product

from desktop.room import words
from desktop.room.drawing.composition import Box, Form
from desktop.room.drawing.head import Head, put_head, put_note
from desktop.room.drawing.marks import put_dashed, put_square
from desktop.room.drawing.sheet import FOOT, REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.drawing.spread import spread
from desktop.room.drawing.typesetter import Paragraph, Style
from desktop.room.page import Declared
from desktop.system.long_text import with_numbers_kept
from desktop.view_models.room.entries import RoomModeResult
from desktop.view_models.room.marks import DOES_NOT_APPLY, LEVELS, NOT_KNOWN
from desktop.view_models.room.pages import RoomBrand, RoomResults
from models.frozen import frozen
from models.values.letters import small

ROW, BAR = 122, 42
"""How high a row is, and the bar in it."""
AROUND = (18, 8)
"""Between the words of a row and its lines; the less only where they would have fewer lines otherwise."""
MOST_LINES = 4
"""Of what decides: it was written down as it was said."""


@frozen
class _Grid:
    """Where the columns stand, in pixels from the left."""

    name: float
    axis: float
    point: float
    """Pixels for one of a hundred."""
    cells: float
    side: float
    decides: float
    end: float


def results_sheet(desk: Desk, page: RoomResults) -> Sheet:
    """One row a mode. What decides is told in fewer lines where there is no room for more."""
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomResults) -> Iterator[Layout]:
    for lines, around, share in product(range(MOST_LINES, 0, -1), AROUND, (1.0, 0.7)):
        yield partial(_lay, desk, page, (share, lines, around, True))
    yield partial(_lay, desk, page, (0.7, 1, min(AROUND), False))


def _lay(desk: Desk, page: RoomResults, room: tuple[float, int, int, bool], step: float) -> Sheet:
    """`room`: the share of their length that bars have, the lines of what decides, what is left around them, and
    whether the scale is named.
    """
    sheet, (share, lines, around, named) = Sheet(desk, step), room
    area = desk.area
    grid = _grid(sheet, page, share)
    y = _put_heads(sheet, page, grid, put_head(sheet, Head(page.title, size=64)) + sheet.space(30))
    top = y + sheet.space(10)
    sheet.line(area.x, top, area.width, strong=True)
    foot = _put_legend(sheet, page, named) - sheet.space(14)
    rows = [_measured(sheet, result, grid, lines) for result in page.results]
    needs = [max(name.height, decides.height, grid.side) + sheet.px(around) for _, name, decides in rows]
    heights = spread(needs, foot - top, sheet.px(ROW))
    sheet.require(heights is not None)
    y = top
    for row, height in zip(rows, heights or needs, strict=True):
        _put_row(sheet, row, grid, Box(area.x, y, area.width, height))
        y += height
        sheet.line(area.x, y, area.width)
    axis = max(sheet.px(2), 1)
    sheet.panel("axis", Box(grid.axis - axis, top, axis, y - top), sheet.look.edge)
    return sheet


def _measured(
    sheet: Sheet, result: RoomModeResult, grid: _Grid, lines: int
) -> tuple[RoomModeResult, Paragraph, Paragraph]:
    """A mode with its name and what decides it, as it was written down."""
    room, style = grid.axis - grid.name - sheet.px(20), sheet.style(SEMIBOLD, 34, leading=1.15)
    name = sheet.measure(result.name, style, room, balanced=True)
    said, style = with_numbers_kept(result.decides), sheet.style(REGULAR, 32, leading=1.2 if sheet.step > 0 else 1.13)
    return result, name, sheet.limited(said, style, grid.end - grid.decides, lines)


def _grid(sheet: Sheet, page: RoomResults, share: float) -> _Grid:
    """Bars become shorter where names and words need the room."""
    area, px, narrow = sheet.desk.area, sheet.px, sheet.desk.narrow
    signs = max((len(result.signs) for result in page.results), default=0)
    side = px(56 if not narrow and signs <= 6 else 44)
    axis = area.x + px(270 if narrow else 340)
    bars = px(250 if narrow else 430) * share
    cells = axis + bars + px(90 if narrow else 120)
    decides = cells + signs * (side + px(8)) + px(28 if narrow else 54)
    return _Grid(area.x, axis, bars / 100, cells, side, decides, area.right)


def _put_heads(sheet: Sheet, page: RoomResults, grid: _Grid, y: float) -> float:
    look, style = sheet.look, sheet.style(REGULAR, 30, leading=1.14)
    heads = (
        (words.results_heading(), grid.name, grid.cells - grid.name),
        (page.signs_head, grid.cells, grid.decides - grid.cells),
        (words.decides_heading(), grid.decides, grid.end - grid.decides),
    )
    made = [(sheet.measure(text, style, width - sheet.px(16)), x) for text, x, width in heads]
    high = max(text.height for text, _ in made)
    for text, x in made:
        sheet.put("head", text, x, y + high - text.height, look.muted, look.background)
    return y + high


def _put_row(sheet: Sheet, row: tuple[RoomModeResult, Paragraph, Paragraph], grid: _Grid, place: Box) -> None:
    look, middle = sheet.look, place.y + place.height / 2
    result, name, decides = row
    sheet.put("mode", name, grid.name, middle - name.height / 2, look.ink, look.background)
    sheet.put("decides", decides, grid.decides, middle - decides.height / 2, look.ink, look.background)
    _put_bar(sheet, result, grid, middle)
    for number, mark in enumerate(result.signs):
        x = grid.cells + number * (grid.side + sheet.px(8))
        put_square(sheet, mark, Box(x, middle - grid.side / 2, grid.side, grid.side))


def _put_bar(sheet: Sheet, result: RoomModeResult, grid: _Grid, middle: float) -> None:
    """Filled up to the index; the line says where it can still end. Dashed where nothing is known."""
    look, high = sheet.look, sheet.px(BAR)
    box = Box(grid.axis, middle - high / 2, 100 * grid.point, high)
    if result.index is None:
        put_dashed(sheet, "unknown", box, look.background)
        _put_index(sheet, sheet.measure("?", _figure(sheet), sheet.px(100)), box.right, middle)
        return
    fill = look.scale[result.tint] if result.tint else look.low
    if result.index:
        sheet.panel("bar", Box(box.x, box.y, max(result.index * grid.point, sheet.px(4)), high), fill)
    end = result.index
    if result.lowest != result.highest:
        end = max(end, result.highest)
        low, wide = grid.axis + result.lowest * grid.point, (result.highest - result.lowest) * grid.point
        reach = Box(low, middle - sheet.px(13), wide, sheet.px(26))
        thick = max(sheet.px(4), 2)
        halo = reach.inset(-thick / 2, -thick / 2)
        sheet.mark("range rim", halo, "", form=Form.RANGE, stroke=look.background, thick=2 * thick)
        sheet.mark("range", reach, look.background, form=Form.RANGE, stroke=look.ink, thick=thick)
    figure = sheet.measure(str(result.index), _figure(sheet), sheet.px(200))
    _put_index(sheet, figure, grid.axis + end * grid.point, middle)


def _figure(sheet: Sheet) -> Style:
    return sheet.style(TITLE, 46, leading=1.1)


def _put_index(sheet: Sheet, figure: Paragraph, end: float, middle: float) -> None:
    x = end + sheet.px(18)
    sheet.put("figure of mode", figure, x, middle - figure.height / 2, sheet.look.ink, sheet.look.background)


def _put_legend(sheet: Sheet, page: RoomResults, named: bool) -> float:
    """The scale by name, and what else is on the page; gives where it begins."""
    look, area, side = sheet.look, sheet.desk.area, sheet.px(42)
    marks = {mark for result in page.results for mark in result.signs}
    said = [(mark, small(page.levels[int(mark)])) for mark in LEVELS] if named else []
    said += [(NOT_KNOWN, small(words.not_known()))] if NOT_KNOWN in marks else []
    said += [(DOES_NOT_APPLY, small(words.does_not_apply()))] if DOES_NOT_APPLY in marks else []
    said += [("", small(words.not_asked()))] if "" in marks else []
    bottom = sheet.height - sheet.px(FOOT - 4)
    note, right = words.range_note(page.results), area.right
    if note:
        right = put_note(sheet, note, bottom, width=area.width / 3).x - sheet.px(20)
    made = [(mark, sheet.measure(text, sheet.style(REGULAR, 30), area.width / 3)) for mark, text in said]
    lines = _flow(sheet, made, side, right - area.x)
    top = y = bottom - len(lines) * (side + sheet.px(6)) + sheet.px(6)
    for line in lines:
        x = area.x
        for mark, text in line:
            put_square(sheet, mark, Box(x, y, side, side))
            down = y + (side - text.height) / 2
            sheet.put("legend", text, x + side + sheet.px(12), down, look.muted, look.background)
            x += side + sheet.px(42) + text.width
        y += side + sheet.px(6)
    return top


def _flow(
    sheet: Sheet, made: list[tuple[str, Paragraph]], side: float, width: float
) -> list[list[tuple[str, Paragraph]]]:
    """As many in a line as go."""
    lines: list[list[tuple[str, Paragraph]]] = []
    line: list[tuple[str, Paragraph]] = []
    x = 0.0
    for mark, text in made:
        wide = side + sheet.px(12) + text.width
        if line and x + wide > width:
            lines.append(line)
            line, x = [], 0.0
        line.append((mark, text))
        x += wide + sheet.px(30)
    return [*lines, line]


def _said(page: RoomResults, _brand: RoomBrand) -> Iterable[str]:
    return page.title, *(_result_said(result) for result in page.results)


def _result_said(result: RoomModeResult) -> str:
    index = "?" if result.index is None else str(result.index)
    parts = (f"{result.name} {index}", words.range_words(result), result.said, result.decides)
    return ", ".join(part for part in parts if part)


DECLARED = Declared(RoomResults, sheet=results_sheet, said=_said)
