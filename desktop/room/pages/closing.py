"""What the room leaves with: how much was agreed, by whom, and whether the pilot is ready."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from desktop.room import playbook_words as words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.marks import put_state
from desktop.room.drawing.sheet import KICKER, REGULAR, SEMIBOLD, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.entries import RoomOwner
from desktop.view_models.room.pages import RoomBrand, RoomClosing

FEWEST = 4
"""Owners in sight before type becomes smaller for them."""
COLUMN = 7
"""Owners for whom one column is enough."""


def closing_sheet(desk: Desk, page: RoomClosing) -> Sheet:
    """Owners in one column, or in two where there are more than it holds."""
    return fitted([partial(_lay, desk, page, 1 if len(page.owners) <= COLUMN else 2)])


def _lay(desk: Desk, page: RoomClosing, columns: int, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    look, unit = sheet.look, desk.unit
    margin = (56 if desk.narrow else 144) * unit
    area = Box(margin, 88 * unit, sheet.width - 2 * margin, sheet.height - 160 * unit)
    kicker = sheet.measure(words.closing_heading(), sheet.style(KICKER, 34), area.width)
    title = sheet.measure(page.headline, sheet.style(TITLE, 104, title=True, leading=1.12), area.width, balanced=True)
    verdict = sheet.measure(page.verdict, sheet.style(SEMIBOLD, 48), area.width, balanced=True)
    sheet.put("kicker", kicker, area.x, area.y, look.accent, look.background)
    y = area.y + kicker.height + sheet.gap(1.5)
    sheet.put("title", title, area.x, y, look.ink, look.background)
    y += title.height + sheet.gap(1.5)
    sheet.put("verdict", verdict, area.x, y, look.accent, look.background)
    y += verdict.height + sheet.gap(5)
    _put_owners(sheet, page.owners, Box(area.x, y, area.width, area.bottom - y), columns)
    return sheet


def _put_owners(sheet: Sheet, owners: tuple[RoomOwner, ...], place: Box, columns: int) -> None:
    """As many as there is room for, whose date comes first, first."""
    gap, pad = sheet.gap(7), sheet.gap(1.75)
    width = (place.width - gap * (columns - 1)) / columns
    made = [_measured(sheet, owner, width) for owner in owners]
    each = max((height for *_, height in made), default=0.0) + 2 * pad
    lines = int((place.height + 0.5) // each) if owners else 0
    room = max(lines, 0) * columns
    shown = len(made) if len(made) <= room else max(room - 1, 0)
    sheet.require(shown >= min(FEWEST, len(made)))
    down = -(-(shown + (shown < len(made))) // columns)
    for number, (name, fact, _) in enumerate(made[:shown]):
        column, row = divmod(number, down)
        box = Box(place.x + column * (width + gap), place.y + row * each, width, each)
        _put_owner(sheet, owners[number], (name, fact), box, pad)
    if shown < len(made) and down:
        column, row = divmod(shown, down)
        more = sheet.measure(words.and_more(len(made) - shown), sheet.style(REGULAR, 36), width)
        y = place.y + row * each + pad
        sheet.put("note", more, place.x + column * (width + gap), y, sheet.look.muted, sheet.look.background)


def _measured(sheet: Sheet, owner: RoomOwner, width: float) -> tuple[Paragraph, Paragraph, float]:
    """Name, what they own, and how high both are: beside one another where they find room, else one below the other."""
    style = sheet.style(SEMIBOLD, 46)
    inset = 0.0 if owner.name else style.size * 0.86 + sheet.gap(2)
    name = sheet.limited(owner.name or words.nobody(), style, width - inset, 2)
    fact = sheet.measure(words.owned(owner), sheet.style(REGULAR, 40), width - inset, balanced=True)
    inline = _inline(sheet, name, fact, width - inset)
    return name, fact, max(name.height, fact.height) if inline else name.height + fact.height


def _inline(sheet: Sheet, name: Paragraph, fact: Paragraph, width: float) -> bool:
    one = len(name.lines) == 1 and len(fact.lines) == 1
    return one and name.width + sheet.gap(4) + fact.width <= width


def _put_owner(sheet: Sheet, owner: RoomOwner, texts: tuple[Paragraph, Paragraph], box: Box, pad: float) -> None:
    """A dashed ring says with the words that nobody owns it."""
    look = sheet.look
    name, fact = texts
    sheet.panel("rule", Box(box.x, box.y, box.width, max(2 * sheet.desk.unit, 1)), look.rule)
    x, y = box.x, box.y + pad
    if not owner.name:
        side = name.style.size * 0.86
        ring = Box(x, y + (name.leading - side) / 2, side, side)
        put_state(sheet, "", ring, look.background)
        x += side + sheet.gap(2)
    sheet.put("owner name", name, x, y, look.ink, look.background)
    if _inline(sheet, name, fact, box.right - x):
        sheet.put(
            "owned", fact, box.right - fact.width, y + (name.leading - fact.leading) * 0.8, look.muted, look.background
        )
    else:
        sheet.put("owned", fact, x, y + name.height, look.muted, look.background)


def _said(page: RoomClosing, _brand: RoomBrand) -> Iterable[str]:
    owners = (f"{owner.name or words.nobody()}: {words.owned(owner)}" for owner in page.owners)
    return page.headline, page.verdict, *owners


DECLARED = Declared(RoomClosing, sheet=closing_sheet, said=_said)
