"""The practice's and the client's logo on the house's slides; a template of the practice's own has its own."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reports.layout.pictures import logo_of, whose
from reports.slides.area import Area, emu, said
from reports.slides.house import SIDE, WIDTH
from reports.slides.kit import SlideKit

COVER = Area(SIDE, 40, 240, 64)
"""The practice's on the cover, from the left; the client's has as much from the right."""
INSIDE = Area(WIDTH - SIDE - 140, 14, 140, 24)
"""The practice's on every other slide, from the right."""


def put_logos(kit: SlideKit) -> None:
    """Both on the cover, the practice's on every other slide; one that cannot be read is left out."""
    brand, template = kit.facts.engagement.brand, kit.template
    for slide in template.deck.slides:
        if slide.slide_layout == template.cover:
            _put(kit, slide, brand.practice_logo, COVER, right=False)
            theirs = Area(WIDTH - SIDE - COVER.width, COVER.top, COVER.width, COVER.height)
            _put(kit, slide, brand.client_logo, theirs, right=True)
        else:
            _put(kit, slide, brand.practice_logo, INSIDE, right=True)


def _put(kit: SlideKit, slide: Any, asset_id: str, area: Area, right: bool) -> None:
    engagement = kit.facts.engagement
    found = logo_of(engagement, asset_id, area.width, area.height)
    if found is None:
        return
    left = area.left + (area.width - found.width if right else 0)
    top = area.top + (area.height - found.height) / 2
    size = emu(found.width), emu(found.height)
    made = slide.shapes.add_picture(BytesIO(found.data), emu(left), emu(top), *size)
    made.name = said(whose(engagement, asset_id, kit.words))
    made._element.nvPicPr.cNvPr.set("descr", made.name)
