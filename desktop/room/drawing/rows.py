"""Rows of what was captured, one below the other: the newest stay in sight, and the one that is being said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import REGULAR, Sheet
from desktop.room.drawing.typesetter import Style
from models.frozen import frozen

FEWEST, MOST = 3, 6
"""Rows that are in sight."""


@frozen
class Row:
    """One row, measured."""

    height: float
    here: bool
    """Whether it is being said."""
    put: Callable[[Box], None]
    """Draws it in a place."""


def put_rows(sheet: Sheet, rows: Sequence[Row], place: Box, rest: tuple[int, int], fewest: int = FEWEST) -> None:
    """As many of the last as there is room for, or those up to the one that is being said.

    `rest` is how many more there are before and after them; what does not fit is counted with those. `fewest` are in
    sight before type becomes smaller for them.
    """
    above, below = rest
    note = sheet.style(REGULAR, 30)
    line = note.size * note.leading + sheet.px(10)
    heights = [row.height for row in rows]
    start, end = _in_sight(heights, place.height, line, above, below)
    here = next((number for number, row in enumerate(rows) if row.here), None)
    if here is not None and here < start:
        start, end = _in_sight(heights[: here + 1], place.height, line, above, below + len(rows) - here - 1)
    sheet.require(end - start >= min(fewest, len(rows)))
    sheet.require(sum(heights[start:end]) + (line if above + start else 0) <= place.height + 0.5)
    y = place.y
    if above + start:
        _put_note(sheet, words.more_above(above + start), note, place.x, y + sheet.px(5))
        y += line
    for row in rows[start:end]:
        row.put(Box(place.x, y, place.width, row.height))
        y += row.height
        if not row.here:
            sheet.line(place.x, y, place.width)
    if below + len(rows) - end:
        _put_note(sheet, words.more_below(below + len(rows) - end), note, place.x, y + sheet.px(5))


def _in_sight(heights: Sequence[float], free: float, note: float, above: int, below: int) -> tuple[int, int]:
    """The longest run that ends with the last row; that row at least."""
    used = note if below else 0.0
    start = len(heights)
    while start and len(heights) - start < MOST:
        rest = note if above or start > 1 else 0.0
        if used + heights[start - 1] + rest > free + 0.5:
            break
        start -= 1
        used += heights[start]
    return (start, len(heights)) if start < len(heights) else (max(start - 1, 0), len(heights))


def _put_note(sheet: Sheet, text: str, style: Style, x: float, y: float) -> None:
    made = sheet.measure(text, style, sheet.desk.area.width)
    sheet.put("note", made, x, y, sheet.look.muted, sheet.look.background)
