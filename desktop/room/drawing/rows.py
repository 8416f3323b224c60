"""Rows of what was captured, one below the other: the newest stay in sight, and the one that is being written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.room import playbook_words as words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import REGULAR, Sheet
from desktop.room.drawing.typesetter import Style

FEWEST = 2
"""Rows that are in sight before type becomes smaller for them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, measured."""

    height: float
    here: bool
    put: Callable[[Box, str], None]
    """Draws it in a place, on a ground."""


def put_rows(sheet: Sheet, rows: Sequence[Row], place: Box, above: int, below: int) -> None:
    """As many of the last as there is room for, or those up to the one that is being written.

    `above` and `below` are how many more there are; what does not fit is counted with them.
    """
    pad = sheet.gap(1.5)
    note = sheet.style(REGULAR, 32)
    free, line = place.height, note.size * note.leading + sheet.gap(1)
    heights = [row.height + 2 * pad for row in rows]
    start, end = _in_sight(heights, free, line, above, below)
    here = next((number for number, row in enumerate(rows) if row.here), None)
    if here is not None and here < start:
        start, end = _in_sight(heights[: here + 1], free, line, above, below + len(rows) - here - 1)
    sheet.require(end - start >= min(FEWEST, len(rows)) and sum(heights[start:end]) <= free + 0.5)
    y = place.y
    if above + start:
        y += _put_note(sheet, words.more_above(above + start), note, place.x, y) + sheet.gap(1)
    for number in range(start, end):
        box = Box(place.x, y, place.width, heights[number])
        _put_row(sheet, rows[number], box, pad, ruled=number > start and not rows[number - 1].here)
        y = box.bottom
    if below + len(rows) - end:
        _put_note(sheet, words.more_below(below + len(rows) - end), note, place.x, y + sheet.gap(1))


def _in_sight(heights: Sequence[float], free: float, note: float, above: int, below: int) -> tuple[int, int]:
    """The longest run that ends with the last row; that row at least."""
    used = note if below else 0.0
    start = len(heights)
    while start and used + heights[start - 1] + (note if above or start > 1 else 0) <= free + 0.5:
        start -= 1
        used += heights[start]
    return (start, len(heights)) if start < len(heights) else (max(start - 1, 0), len(heights))


def _put_note(sheet: Sheet, text: str, style: Style, x: float, y: float) -> float:
    made = sheet.measure(text, style, sheet.width - 2 * x)
    sheet.put("note", made, x, y, sheet.look.muted, sheet.look.background)
    return made.height


def _put_row(sheet: Sheet, row: Row, box: Box, pad: float, ruled: bool) -> None:
    look, unit = sheet.look, sheet.desk.unit
    ground = look.background
    if row.here:
        out = 20 * unit
        card = Box(box.x - out, box.y, box.width + 2 * out, box.height)
        ground = look.surface
        sheet.panel("here", card, ground, radius=14 * unit, edge=look.accent, thick=max(3 * unit, 2))
    elif ruled:
        sheet.panel("rule", Box(box.x, box.y, box.width, max(2 * unit, 1)), look.rule)
    row.put(box.inset(0, pad), ground)
