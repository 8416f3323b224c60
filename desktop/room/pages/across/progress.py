"""How the plan stands: what presses, who has it, and what it waits for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.head import Head, put_head, put_note
from desktop.room.drawing.sheet import FOOT, Desk, Sheet, fitted
from desktop.room.drawing.table import put_table
from desktop.room.page import Declared
from desktop.view_models.room.across.pages import RoomProgress
from desktop.view_models.room.pages import RoomBrand


def progress_sheet(desk: Desk, page: RoomProgress) -> Sheet:
    """Texts are cut only where they find no room whole."""
    return fitted([partial(_lay, desk, page, lines) for lines in (3, 2, 1)])


def _lay(desk: Desk, page: RoomProgress, lines: int, step: float) -> Sheet:
    sheet, area = Sheet(desk, step), desk.area
    y = put_head(sheet, Head(page.title, kicker=page.kicker, lead=page.lead)) + sheet.space(36)
    bottom = sheet.height - sheet.px(FOOT)
    if page.more:
        bottom = put_note(sheet, page.more, bottom, width=area.width).y - sheet.space(12)
    if page.table.rows:
        put_table(sheet, page.table, Box(area.x, y, area.width, bottom - y), lines)
    return sheet


def _said(page: RoomProgress, _brand: RoomBrand) -> Iterable[str]:
    return page.kicker, page.title, page.lead, *words.captured_said(page.table), page.more


DECLARED = Declared(RoomProgress, sheet=progress_sheet, said=_said)
