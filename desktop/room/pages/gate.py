"""The gate of a phase: how much of it is done, what is not, and what was decided about going on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from desktop.room import playbook_words as words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.marks import put_state
from desktop.room.drawing.rail import asides
from desktop.room.drawing.sheet import REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.room.pages.activity import page_area, put_head
from desktop.view_models.room.pages import RoomBrand, RoomGate

FEWEST = 4
"""Gaps that are named before type becomes smaller for them."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """The name of something that is not done."""

    name: Paragraph
    begun: bool


def gate_sheet(desk: Desk, page: RoomGate) -> Sheet:
    """The rail of phases beside it where that fits, else a strip on top."""
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomGate) -> Iterator[Layout]:
    for aside, place in asides(desk, page.phases, words.phases_heading()):
        for columns in (1, 2):
            yield partial(_lay, desk, page, aside, place, columns)


def _lay(desk: Desk, page: RoomGate, aside: Sheet, place: Box, columns: int, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    sheet.absorb(aside)
    area = page_area(sheet, place)
    y = put_head(sheet, (page.place, words.decision_heading(), page.decision), area)
    y = _put_decision(sheet, page, Box(area.x, y - sheet.gap(2.5), area.width, 0))
    y = _put_counts(sheet, page, Box(area.x, y, area.width, 0))
    _put_gaps(sheet, page, Box(area.x, y, area.width, area.bottom - y), columns)
    return sheet


def _put_decision(sheet: Sheet, page: RoomGate, place: Box) -> float:
    """By whom and when, and on what conditions; gives where it ends."""
    look, y = sheet.look, place.y
    if page.decided:
        decided = sheet.limited(page.decided, sheet.style(SEMIBOLD, 40), place.width, 2)
        sheet.put("decided", decided, place.x, y, look.ink, look.background)
        y += decided.height + sheet.gap(1)
    if page.conditions:
        conditions = sheet.limited(page.conditions, sheet.style(REGULAR, 40), place.width, 3)
        sheet.put("conditions", conditions, place.x, y, look.ink, look.background)
        y += conditions.height
    return y + sheet.gap(3) if y > place.y else place.y + sheet.gap(1)


def _put_counts(sheet: Sheet, page: RoomGate, place: Box) -> float:
    """Done, open and missing in three figures beside one another, each with its mark; gives where they end."""
    look, unit = sheet.look, sheet.desk.unit
    style, label = sheet.style(TITLE, 88, title=True, leading=1.1), sheet.style(REGULAR, 40)
    height, pad = style.size * style.leading, sheet.gap(1.5)
    box = Box(place.x, place.y, place.width, height + 2 * pad)
    sheet.panel("counts", box, look.surface, radius=18 * unit, edge=look.rule, thick=max(2 * unit, 1))
    each = (place.width - 2 * pad) / 3
    states = zip(("confirmed", "open", ""), (page.done, *page.counts), words.state_words(), strict=True)
    for number, (state, count, name) in enumerate(states):
        side = label.size * 0.9
        x = place.x + 2 * pad + number * each
        put_state(sheet, state, Box(x, box.y + (box.height - side) / 2, side, side), look.surface)
        x += side + sheet.gap(2)
        figure = sheet.measure(str(count), style, each / 2)
        sheet.put("count figure", figure, x, place.y + pad, look.ink, look.surface)
        x += figure.width + sheet.gap(1.5)
        said = sheet.measure(name, label, place.x + (number + 1) * each - x)
        down = (figure.leading - said.leading) * 0.8
        sheet.put("count", said, x, place.y + pad + down, look.muted, look.surface)
    return box.bottom + sheet.gap(3)


def _put_gaps(sheet: Sheet, page: RoomGate, place: Box, columns: int) -> None:
    """What is begun, then what is missing; how many more there are where not all find room."""
    style = sheet.style(SEMIBOLD, 38)
    if not page.open and not page.missing:
        done = sheet.measure(words.nothing_open(), sheet.style(REGULAR, 44), place.width)
        sheet.require(done.height <= place.height)
        sheet.put("hint", done, place.x, place.y, sheet.look.muted, sheet.look.background)
        return
    gap = sheet.gap(5)
    width = (place.width - gap * (columns - 1)) / columns
    indent = style.size * 0.86 + sheet.gap(2)
    gaps = [
        _Gap(sheet.measure(name, style, width - indent), begun)
        for names, begun in ((page.open, True), (page.missing, False))
        for name in names
    ]
    shown = _shown(sheet, gaps, place.height, columns)
    sheet.require(shown >= min(FEWEST, len(gaps)))
    rest = len(gaps) - shown
    x, y = place.x, place.y
    each = -(-(shown + bool(rest)) // columns)
    for number, found in enumerate(gaps[:shown]):
        if number and number % each == 0:
            x, y = x + width + gap, place.y
        _put_gap(sheet, found, x, y, indent)
        y += found.name.height + sheet.gap(1.5)
    if rest:
        more = sheet.measure(words.and_more(rest), sheet.style(REGULAR, 34), width - indent)
        sheet.put("note", more, x + indent, y, sheet.look.muted, sheet.look.background)


def _shown(sheet: Sheet, gaps: list[_Gap], free: float, columns: int) -> int:
    """How many names find room, column by column, with a line for how many do not."""
    for count in range(len(gaps), 0, -1):
        heights = [found.name.height + sheet.gap(1.5) for found in gaps[:count]]
        if count < len(gaps):
            heights.append(sheet.style(REGULAR, 34).size * 1.26)
        each = -(-len(heights) // columns)
        if max(sum(heights[at : at + each]) for at in range(0, len(heights), each)) <= free + sheet.gap(1.5):
            return count
    return 0


def _put_gap(sheet: Sheet, found: _Gap, x: float, y: float, indent: float) -> None:
    """With the mark that its count has."""
    look, style = sheet.look, found.name.style
    side = style.size * 0.86
    box = Box(x, y + (found.name.leading - side) / 2, side, side)
    put_state(sheet, "open" if found.begun else "", box, look.background)
    sheet.put("gap", found.name, x + indent, y, look.ink, look.background)


def _said(page: RoomGate, _brand: RoomBrand) -> Iterable[str]:
    figures = zip((page.done, *page.counts), words.state_words(), strict=True)
    counts = words.joined(f"{count} {name}" for count, name in figures)
    return page.place, page.decision, page.decided, page.conditions, counts, *page.open, *page.missing


DECLARED = Declared(RoomGate, sheet=gate_sheet, said=_said, identity=lambda page: (page.place,))
