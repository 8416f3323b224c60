"""The page that stands while people come in: the pilot, the day, whose meeting it is, and what will be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from desktop.room import words
from desktop.room.drawing.brand import put_brands
from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import KICKER, REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.room.playbook_words import and_more
from desktop.system.long_text import shortened
from desktop.view_models.room.pages import RoomBrand, RoomWelcome

LONGEST_NAME = 160
"""Characters of the pilot's name that the page can hold at all."""
MOST_ROWS, LONGEST_BOX = 36, 100
"""Time boxes on the page, and characters of what each is for."""
MARGIN = 112
"""Pixels of 1920."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One time box, measured."""

    time: Paragraph
    what: Paragraph
    column: float
    height: float


def welcome_sheet(desk: Desk, page: RoomWelcome) -> Sheet:
    """The agenda beside the pilot's name where both find room, else below it."""
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomWelcome) -> Iterator[Layout]:
    if not page.agenda:
        yield partial(_alone, desk, page)
        return
    for share in (0.46, 0.36):
        yield partial(_beside, desk, page, share)
    for columns in (1, 2, 3):
        yield partial(_below, desk, page, columns)


def _alone(desk: Desk, page: RoomWelcome, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    margin = MARGIN * desk.unit
    _pilot(sheet, page, Box(margin, margin, sheet.width - 2 * margin, sheet.height - 2 * margin), 128)
    return sheet


def _beside(desk: Desk, page: RoomWelcome, share: float, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    margin = (MARGIN if not desk.narrow else 56) * desk.unit
    left = Box(margin, margin, sheet.width * share - margin, sheet.height - 2 * margin)
    _pilot(sheet, page, left, 104)
    gap = 88 * desk.unit
    top = min(margin, 88 * desk.unit)
    place = Box(left.right + gap, top, sheet.width - top - left.right - gap, sheet.height - 2 * top)
    _agenda(sheet, page, place, 1)
    return sheet


def _below(desk: Desk, page: RoomWelcome, columns: int, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    margin = 56 * desk.unit
    room = sheet.width - 2 * margin
    title = sheet.measure(
        shortened(page.pilot, LONGEST_NAME), sheet.style(TITLE, 80, title=True, leading=1.14), room, balanced=True
    )
    height = title.height + 200 * desk.unit
    _pilot(sheet, page, Box(margin, margin, room, height), 80)
    top = margin + height + sheet.gap(3)
    _agenda(sheet, page, Box(margin, top, room, sheet.height - top - margin), columns)
    return sheet


def _pilot(sheet: Sheet, page: RoomWelcome, place: Box, ideal: int) -> None:
    """Brands on top, then the pilot's name, and the day at the foot."""
    look, unit = sheet.look, sheet.desk.unit
    brands = max(sheet.style(SEMIBOLD, 40).size * 2.6, 112 * unit)
    put_brands(sheet, Box(place.x, place.y, place.width, brands), sheet.style(SEMIBOLD, 40, leading=1.2))
    title = sheet.measure(
        shortened(page.pilot, LONGEST_NAME),
        sheet.style(TITLE, ideal, title=True, leading=1.12),
        place.width,
        balanced=True,
    )
    day = sheet.measure(page.date, sheet.style(REGULAR, 44), place.width)
    inside = place.height - brands
    height = title.height + sheet.gap(2.5) + day.height
    sheet.require(height + sheet.gap(2) <= inside + 0.5)
    y = place.y + brands + max((inside - height) * 0.5, sheet.gap(2))
    sheet.put("title", title, place.x, y, look.ink, look.background)
    if page.date:
        sheet.put("date", day, place.x, y + title.height + sheet.gap(2.5), look.muted, look.background)


def _rows(page: RoomWelcome) -> tuple[tuple[str, str], ...]:
    """What is to be done; of a plan for weeks, the beginning and how much follows."""
    cut = len(page.agenda) > MOST_ROWS
    shown = page.agenda[: MOST_ROWS - 1] if cut else page.agenda
    rows = tuple((time, shortened(what, LONGEST_BOX)) for time, what in shown)
    return (*rows, ("", and_more(len(page.agenda) - len(shown)))) if cut else rows


def _agenda(sheet: Sheet, page: RoomWelcome, place: Box, columns: int) -> None:
    """A card as high as its rows ask for, in the middle of `place`."""
    agenda = _rows(page)
    look, unit = sheet.look, sheet.desk.unit
    pad, over = sheet.gap(5), sheet.gap(4.5)
    heading = sheet.measure(words.agenda_heading(), sheet.style(KICKER, 32), place.width - 2 * pad)
    head = over + heading.height + sheet.gap(1.5)
    gap = sheet.gap(6)
    width = (place.width - 2 * pad - gap * (columns - 1)) / columns
    each = -(-len(agenda) // columns)
    parts = [agenda[n * each : (n + 1) * each] for n in range(columns)]
    measured = [_measured(sheet, part, width) for part in parts]
    natural = max(sum(row.height for row in rows) for rows in measured)
    free = place.height - head - over + sheet.gap(1)
    sheet.require(natural <= free + 0.5)
    spare = min(max(free - natural, 0) / max(each, 1), sheet.gap(3))
    height = head + natural + each * spare + over - sheet.gap(1)
    card = Box(place.x, place.y + max(place.height - height, 0) / 2, place.width, height)
    sheet.panel("agenda", card, look.surface, radius=24 * unit, edge=look.rule, thick=max(2 * unit, 1))
    sheet.put("agenda heading", heading, card.x + pad, card.y + over, look.accent, look.surface)
    for number, rows in enumerate(measured):
        _put_rows(sheet, rows, Box(card.x + pad + number * (width + gap), card.y + head, width, 0), spare)


def _measured(sheet: Sheet, rows: tuple[tuple[str, str], ...], width: float) -> list[_Row]:
    times = [sheet.measure(time, sheet.style(REGULAR, 36), width / 2) for time, _ in rows]
    column = max((time.width for time in times), default=0.0) + sheet.gap(3)
    whats = [sheet.measure(what, sheet.style(SEMIBOLD, 38), width - column) for _, what in rows]
    return [
        _Row(time, what, column, max(time.height, what.height) + sheet.gap(2))
        for time, what in zip(times, whats, strict=True)
    ]


def _put_rows(sheet: Sheet, rows: list[_Row], place: Box, spare: float) -> None:
    look, unit = sheet.look, sheet.desk.unit
    y = place.y
    for number, row in enumerate(rows):
        if number:
            sheet.panel("rule", Box(place.x, y, place.width, max(2 * unit, 1)), look.rule)
        down = y + (row.height + spare - max(row.what.height, row.time.height)) / 2
        drop = (row.what.leading - row.time.leading) * 0.8
        sheet.put("time", row.time, place.x, down + drop, look.muted, look.surface)
        sheet.put("box", row.what, place.x + row.column, down, look.ink, look.surface)
        y += row.height + spare


def _said(page: RoomWelcome, brand: RoomBrand) -> Iterable[str]:
    agenda = (f"{time} {what}".strip() for time, what in page.agenda)
    return page.pilot, brand.client, brand.practice, page.date, *agenda


DECLARED = Declared(RoomWelcome, sheet=welcome_sheet, said=_said)
