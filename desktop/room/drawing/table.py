"""A register as a table: at most two columns that run over lines, figures to the right, names in a word or two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.marks import put_dashed, put_tick
from desktop.room.drawing.rows import Row, put_rows
from desktop.room.drawing.sheet import REGULAR, SEMIBOLD, TITLE, Sheet
from desktop.room.drawing.typesetter import Paragraph, Style
from desktop.view_models.room.entries import RoomCell, RoomColumn, RoomRow, RoomTable
from models.frozen import frozen
from models.values.sought import the_first

NUMBERS, FIGURES, NAMES, APART = 66, 150, 214, 40
"""How wide the columns stand, and how far from each other."""
LONGEST_FIGURE = 0.28
"""Of the width."""
LEAST_TEXT, LEAST_FIXED = 160, 0.3
"""What a column that runs over lines has at least, and the share of the width for all others together."""
LEAST_LINES = 2
"""Of a row, and of the one that is being said."""
PAD, LIVE_PAD, CARET = 15, 14, 14
"""Above and below the lines of a row, and what the caret needs beside them."""


@frozen
class _Place:
    """Where a column stands, in pixels from the left."""

    column: RoomColumn
    x: float
    width: float


def put_table(sheet: Sheet, table: RoomTable, place: Box, lines: int) -> None:
    """Heads, then the rows in sight, each in at most so many lines."""
    places = _places(sheet, table, place)
    y = _put_heads(sheet, places, place) + sheet.px(3)
    rows = [_row(sheet, row, places, lines) for row in table.rows]
    put_rows(sheet, rows, Box(place.x, y, place.width, place.bottom - y), (table.above, table.below))


def _places(sheet: Sheet, table: RoomTable, place: Box) -> list[_Place]:
    """Texts share what figures and names leave, the first a little more of it."""
    gap, numbers = sheet.px(APART * (0.6 if sheet.desk.narrow else 1)), _numbers(sheet, table.rows)
    widths = [_width(sheet, column, [row.cells[n] for row in table.rows]) for n, column in enumerate(table.columns)]
    texts = sum(column.kind == "text" for column in table.columns)
    left = place.width - numbers - sheet.px(LEAST_TEXT * texts) - gap * (len(widths) - 1)
    if sum(widths) > left:
        least = max(left, place.width * LEAST_FIXED)
        widths = [width * least / sum(widths) for width in widths]
    free = place.width - numbers - sum(widths) - gap * (len(widths) - 1)
    shares = [1.0] if texts == 1 else [0.53, 0.47]
    sheet.require(free >= sheet.px(260) * texts)
    found, x, text = [], place.x + numbers, 0
    for column, width in zip(table.columns, widths, strict=True):
        wide = width
        if column.kind == "text":
            wide, text = max(free * shares[min(text, len(shares) - 1)], 1), text + 1
        found.append(_Place(column, x, wide))
        x += wide + gap
    return found


def _numbers(sheet: Sheet, rows: Sequence[RoomRow]) -> float:
    """How wide the numbers of the rows stand."""
    style, last = sheet.style(TITLE, 40), max((row.number for row in rows), default=0)
    return max(sheet.px(NUMBERS), sheet.desk.typesetter.width(str(last), style) + sheet.px(12))


def _width(sheet: Sheet, column: RoomColumn, cells: Sequence[RoomCell]) -> float:
    """The same however much is typed, but no figure is cut; what is none may have been typed there too."""
    narrow = 0.8 if sheet.desk.narrow else 1.0
    if column.kind == "figure":
        style = sheet.style(SEMIBOLD, 32)
        widest = max((sheet.desk.typesetter.width(cell.text, style) for cell in cells), default=0.0)
        return max(sheet.px(FIGURES) * narrow, min(widest + 1, sheet.desk.area.width * LONGEST_FIGURE))
    if column.kind == "name":
        style = sheet.style(REGULAR, 30)
        return max(sheet.px(NAMES) * narrow, max(map(partial(_wide, sheet, style), column.title.split()), default=0.0))
    return 0.0


def _wide(sheet: Sheet, style: Style, word: str) -> float:
    return sheet.desk.typesetter.width(word, style) + 1


def _put_heads(sheet: Sheet, places: Sequence[_Place], place: Box) -> float:
    look, style = sheet.look, sheet.style(REGULAR, 30, leading=1.15)
    made = [sheet.measure(found.column.title, style, found.width) for found in places]
    high = max((text.height for text in made), default=0.0)
    for found, text in zip(places, made, strict=True):
        right = found.column.kind == "figure"
        x = found.x + found.width - text.width if right else found.x
        align = Align.RIGHT if right else Align.LEFT
        sheet.put("head", text, x, place.y + high - text.height, look.muted, look.background, align=align)
    y = place.y + high + sheet.px(10)
    sheet.line(place.x, y, place.width, strong=True)
    return y


def _row(sheet: Sheet, row: RoomRow, places: Sequence[_Place], most: int) -> Row:
    """At least two lines high, and the one that is being said always: nothing moves while somebody speaks."""
    style = sheet.style(SEMIBOLD if row.here else REGULAR, 40 if row.here else 32, leading=1.2)
    said = [found for found, cell in zip(places, row.cells, strict=True) if cell.text and not cell.asked]
    alone = row.here and len(said) == 1 and said[0].column.kind == "text"
    texts: list[tuple[int, Paragraph]] = []
    for number, (found, cell) in enumerate(zip(places, row.cells, strict=True)):
        if alone and found not in said:
            continue
        wide = sheet.desk.area.right - found.x - sheet.px(20) if alone else found.width
        ideal = 40 if alone else 34 if row.here else 32
        strong = row.here or cell.asked or cell.settled is not None or found.column.kind == "figure"
        face = SEMIBOLD if strong else REGULAR
        room = wide - (sheet.px(56) if cell.settled is not None else 0) - (sheet.px(CARET) if row.here else 0)
        lines = LEAST_LINES if row.here else most
        texts.append((number, sheet.limited(cell.text, sheet.style(face, ideal, leading=1.2), room, lines)))
    least = LEAST_LINES * style.size * style.leading
    high = least if row.here else max(least, *(text.height for _, text in texts))
    put = partial(_put_row, sheet, row, places, texts)
    return Row(high + 2 * sheet.space(LIVE_PAD if row.here else PAD), row.here, put)


def _put_row(
    sheet: Sheet, row: RoomRow, places: Sequence[_Place], texts: Sequence[tuple[int, Paragraph]], place: Box
) -> None:
    look, middle = sheet.look, place.y + place.height / 2
    begin = the_first(places).x
    number = sheet.measure(str(row.number), sheet.style(TITLE, 40 if row.here else 36), begin - place.x)
    colour = look.accent if row.here else look.brand
    sheet.put("row number", number, place.x, middle - number.height / 2, colour, look.background)
    caret, drop = begin, 0.0
    for at, text in texts:
        found, cell = places[at], row.cells[at]
        x, right = found.x, found.column.kind == "figure"
        if cell.settled is not None:
            _put_result(sheet, cell, Box(x, middle - sheet.px(20), sheet.px(40), sheet.px(40)))
            x += sheet.px(56)
        if right:
            x = found.x + found.width - text.width
        ink = look.accent if cell.asked else look.ink
        align = Align.RIGHT if right else Align.LEFT
        sheet.put("cell", text, x, middle - text.height / 2, ink, look.background, align=align)
        if text.text and not cell.asked:
            *_, last = text.lines
            caret = x + sheet.desk.typesetter.width(last, text.style)
            drop = (len(text.lines) - 1) * text.leading / 2
    if row.here:
        _put_live(sheet, place, caret, middle + drop)


def _put_live(sheet: Sheet, place: Box, caret: float, middle: float) -> None:
    """The line below what is being said, and where the next word comes."""
    look, high = sheet.look, sheet.px(44)
    x = min(caret + sheet.px(6), place.right - sheet.px(4))
    y = min(middle - high / 2, place.bottom - sheet.px(8) - high)
    ends = ((x, y), (x, y + high))
    sheet.path("caret", ends, stroke=look.accent_mark, thick=max(sheet.px(4), 2), ground=look.background)
    thick = max(sheet.px(5), 2)
    sheet.mark("here", Box(place.x, place.bottom - thick, place.width, thick), look.background, fill=look.accent_mark)


def _put_result(sheet: Sheet, cell: RoomCell, box: Box) -> None:
    """Ticked where a test leaves nothing open, empty where it does, dashed where there is no result."""
    look = sheet.look
    if cell.asked:
        put_dashed(sheet, "result", box, look.background)
    elif cell.settled:
        sheet.mark("result", box, look.background, fill=look.brand, radius=box.width * 0.1)
        put_tick(sheet, box.inset(box.width * 0.22, box.width * 0.22), look.brand, look.brand_ink)
    else:
        thick = max(sheet.px(4), 2)
        sheet.mark("result", box, look.background, stroke=look.accent_mark, thick=thick, radius=box.width * 0.1)
