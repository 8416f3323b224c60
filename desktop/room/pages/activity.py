"""One activity of the playbook: what is asked, large, and below it what has been said so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from desktop.room import playbook_words as words
from desktop.room.drawing.budget import put_budget
from desktop.room.drawing.captured_rows import measured_row
from desktop.room.drawing.composition import Box
from desktop.room.drawing.rail import TOP, asides
from desktop.room.drawing.rows import put_rows
from desktop.room.drawing.sheet import KICKER, REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.page import Declared
from desktop.view_models.room.entries import Captured, RoomBudget, RoomCount, RoomRows
from desktop.view_models.room.pages import RoomActivity, RoomBrand


def activity_sheet(desk: Desk, page: RoomActivity) -> Sheet:
    """The rail of phases beside it where that fits, else a strip on top. A budget goes without its newest line
    where that finds no room.
    """
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomActivity) -> Iterator[Layout]:
    bare = page
    if isinstance(page.captured, RoomBudget):
        bare = replace(page, captured=replace(page.captured, latest=None))
    for aside, place in asides(desk, page.phases, words.phases_heading()):
        for given in (page, bare):
            yield partial(_lay, desk, given, aside, place)


def _lay(desk: Desk, page: RoomActivity, aside: Sheet, place: Box, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    sheet.absorb(aside)
    area = page_area(sheet, place)
    y = put_head(sheet, (page.place, page.activity, page.prompt), area)
    _put_captured(sheet, page.captured, Box(area.x, y, area.width, area.bottom - y))
    return sheet


def page_area(sheet: Sheet, place: Box) -> Box:
    """Where the page's own words stand, beside a rail or below a strip."""
    unit = sheet.desk.unit
    margin = (88 if place.x else 48) * unit
    top = place.y + (TOP * unit if place.x else sheet.gap(3))
    return Box(place.x + margin, top, place.width - 2 * margin, place.bottom - sheet.gap(4) - top)


def put_head(sheet: Sheet, head: tuple[str, str, str], area: Box) -> float:
    """Where we are, what we are at and what is asked, from the top down; gives where the rest begins."""
    look = sheet.look
    where, what, asked = head
    kicker = sheet.measure(where, sheet.style(KICKER, 32), area.width)
    title = sheet.measure(what, sheet.style(SEMIBOLD, 38), area.width)
    question = sheet.measure(asked, sheet.style(TITLE, 68, title=True, leading=1.16), area.width, balanced=True)
    sheet.put("kicker", kicker, area.x, area.y, look.accent, look.background)
    y = area.y + kicker.height + sheet.gap(0.5)
    if what:
        sheet.put("activity", title, area.x, y, look.muted, look.background)
        y += title.height + sheet.gap(1.5)
    sheet.put("question", question, area.x, y, look.ink, look.background)
    return y + question.height + sheet.gap(4)


def _put_captured(sheet: Sheet, captured: Captured, place: Box) -> None:
    match captured:
        case RoomRows(rows=()):
            _put_hint(sheet, words.nothing_yet(), place)
        case RoomRows():
            rows = [measured_row(sheet, row, place.width) for row in captured.rows]
            put_rows(sheet, rows, place, captured.above, captured.below)
        case RoomCount():
            _put_hint(sheet, words.entries(captured.rows), place)
        case RoomBudget():
            put_budget(sheet, captured, place)


def _put_hint(sheet: Sheet, text: str, place: Box) -> None:
    made = sheet.measure(text, sheet.style(REGULAR, 44), place.width)
    sheet.require(made.height <= place.height)
    sheet.put("hint", made, place.x, place.y, sheet.look.muted, sheet.look.background)


def _said(page: RoomActivity, _brand: RoomBrand) -> Iterable[str]:
    return page.place, page.activity, page.prompt, *words.captured_said(page.captured)


DECLARED = Declared(RoomActivity, sheet=activity_sheet, said=_said, identity=lambda page: (page.activity, page.prompt))
