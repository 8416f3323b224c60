"""The page that shows nothing but whose meeting it is."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.room.drawing.brand import put_brands
from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import TITLE, Desk, Sheet, fitted
from desktop.room.page import Declared
from desktop.view_models.room.pages import RoomBlank, RoomBrand


def blank_sheet(desk: Desk, _page: RoomBlank) -> Sheet:
    """Both brands in the middle."""

    def lay(step: float) -> Sheet:
        sheet = Sheet(desk, step)
        height = 200 * desk.unit
        place = Box(desk.width * 0.07, (desk.height - height) / 2, desk.width * 0.86, height)
        put_brands(sheet, place, sheet.style(TITLE, 76, leading=1.14), centred=True)
        return sheet

    return fitted([lay])


def _said(_page: RoomBlank, brand: RoomBrand) -> Iterable[str]:
    return brand.practice, brand.client


DECLARED = Declared(RoomBlank, sheet=blank_sheet, said=_said)
