"""The warning signs by level and agreement: what the room agrees is a problem first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from desktop.room import words
from desktop.room.drawing.agreed import put_tick
from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.sheet import BOLD, REGULAR, SEMIBOLD, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Style
from desktop.room.page import Declared
from desktop.view_models.room.pages import AgreementGroup, RoomAgreement, RoomBrand

PROBLEM, SPLIT, NOT_KNOWN, FINE = range(4)
"""The groups by their place on the page."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A heading, a warning sign, or a line of them, one below the other."""

    height: float
    put: Callable[[Box], None]


@dataclass(frozen=True, slots=True)
class _Block:
    """A group: its heading, then its warning signs."""

    heading: _Item
    rows: tuple[_Item, ...]

    @property
    def height(self) -> float:
        """Of heading and rows."""
        return _height((self.heading, *self.rows))


def agreement_sheet(desk: Desk, page: RoomAgreement) -> Sheet:
    """Two columns. Where not all titles find room, the last groups show numbers alone: what is fine comes last."""
    return fitted([partial(_lay, desk, page, titled) for titled in range(len(page.groups), -1, -1)])


def _lay(desk: Desk, page: RoomAgreement, titled: int, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    look, unit = sheet.look, desk.unit
    margin, top = (48 * unit, 40 * unit) if desk.narrow else (88 * unit, 64 * unit)
    area = Box(margin, top, sheet.width - 2 * margin, sheet.height - top - 40 * unit)
    title = sheet.measure(page.title, sheet.style(TITLE, 68, title=True, leading=1.14), area.width, balanced=True)
    sheet.put("title", title, area.x, area.y, look.ink, look.background)
    top = area.y + title.height + sheet.gap(2.5)
    foot = _put_legend(sheet, page, area, titled) - sheet.gap(1.5)
    gap = sheet.gap(6)
    width = (area.width - gap) / 2
    blocks = [_block(sheet, group, kind, width, kind < titled) for kind, group in enumerate(page.groups)]
    columns = _columns(blocks, foot - top)
    sheet.require(max(map(_height, columns)) <= foot - top)
    for number, column in enumerate(columns):
        y = top
        for item in column:
            item.put(Box(area.x + number * (width + gap), y, width, item.height))
            y += item.height
    return sheet


def _height(items: Sequence[_Item]) -> float:
    return sum(item.height for item in items)


def _columns(blocks: list[_Block], free: float) -> tuple[list[_Item], list[_Item]]:
    """Broken between groups where both columns fit so, else within one, which then names itself again."""
    between = [(_items(blocks[:number]), _items(blocks[number:])) for number in range(1, max(len(blocks), 2))]
    best = min(between, key=_tallest)
    if _tallest(best) <= free:
        return best
    within = []
    for number, block in enumerate(blocks):
        for row in range(1, len(block.rows)):
            left = [*_items(blocks[:number]), block.heading, *block.rows[:row]]
            right = [block.heading, *block.rows[row:], *_items(blocks[number + 1 :])]
            within.append((left, right))
    return min([best, *within], key=_tallest)


def _items(blocks: list[_Block]) -> list[_Item]:
    return [item for block in blocks for item in (block.heading, *block.rows)]


def _tallest(columns: tuple[list[_Item], list[_Item]]) -> float:
    return max(map(_height, columns))


def _block(sheet: Sheet, group: AgreementGroup, kind: int, width: float, titled: bool) -> _Block:
    heading = _heading(sheet, group, kind, width)
    style = _row_style(sheet)
    beside = max((sheet.desk.typesetter.width(figures, style) for _, _, figures in group.signs), default=0.0)
    if titled:
        return _Block(heading, tuple(_titled(sheet, sign, kind, (width, beside)) for sign in group.signs))
    return _Block(heading, tuple(_numbered(sheet, group, (width, beside))))


def _heading(sheet: Sheet, group: AgreementGroup, kind: int, width: float) -> _Item:
    look, style = sheet.look, sheet.style(BOLD, 42)
    side = style.size * 0.9
    count = sheet.measure(str(len(group.signs)), sheet.style(REGULAR, 42), width / 4)
    indent = side + sheet.gap(2)
    name = sheet.measure(group.name, style, width - indent - sheet.gap(2) - count.width)
    above, below = sheet.gap(2), sheet.gap(1)

    def put(place: Box) -> None:
        y = place.y + above
        _put_mark(sheet, kind, Box(place.x, y + (name.leading - side) / 2, side, side))
        colour = look.accent if kind == PROBLEM else look.ink
        sheet.put("group", name, place.x + indent, y, colour, look.background)
        sheet.put("count", count, place.x + indent + name.width + sheet.gap(2), y, look.muted, look.background)

    return _Item(above + name.height + below, put)


def _put_mark(sheet: Sheet, kind: int, box: Box) -> None:
    """Full, in two halves, dashed, or ticked: each group has its own."""
    look, radius = sheet.look, box.width * 0.18
    thick = max(box.width * 0.09, 2)
    if kind == PROBLEM:
        sheet.mark("group mark", box, look.background, fill=look.accent, radius=radius)
    elif kind == SPLIT:
        half = Box(box.x, box.y, box.width * 0.38, box.height)
        other = Box(box.right - half.width, box.y, half.width, box.height)
        for part in (half, other):
            sheet.mark("group mark", part, look.background, fill=look.accent, radius=radius / 2)
    elif kind == NOT_KNOWN:
        sheet.mark("group mark", box, look.background, stroke=look.edge, thick=thick, radius=radius, dashed=True)
    else:
        sheet.mark("group mark", box, look.background, stroke=look.edge, thick=thick, radius=radius)
        put_tick(sheet, box.inset(box.width * 0.24, box.width * 0.24), look.background, look.ink)


def _row_style(sheet: Sheet) -> Style:
    return sheet.style(SEMIBOLD, 36, leading=1.18)


def _titled(sheet: Sheet, sign: tuple[int, str, str], kind: int, widths: tuple[float, float]) -> _Item:
    """Number, title and figures. `widths`: of the column, and of the figures in it."""
    look, style = sheet.look, _row_style(sheet)
    width, beside = widths
    indent = sheet.desk.typesetter.width("00", style) + sheet.gap(2)
    room = width - indent - beside - (sheet.gap(3) if beside else 0)
    number = sheet.measure(str(sign[0]), style, indent)
    figures = sheet.measure(sign[2], style, width)
    title = sheet.measure(sign[1], replace(style, face=SEMIBOLD if kind == PROBLEM else REGULAR), room, balanced=True)

    def put(place: Box) -> None:
        y = place.y + sheet.gap(0.5)
        sheet.panel("rule", Box(place.x, place.y, place.width, max(2 * sheet.desk.unit, 1)), look.rule)
        sheet.put(
            "number", number, place.x, y, look.muted, look.background, align=Align.RIGHT, width=indent - sheet.gap(2)
        )
        sheet.put("sign title", title, place.x + indent, y, look.ink, look.background)
        if figures.text:
            sheet.put("figures", figures, place.right - figures.width, y, look.ink, look.background)

    return _Item(max(title.height, figures.height) + sheet.gap(1), put)


def _numbered(sheet: Sheet, group: AgreementGroup, widths: tuple[float, float]) -> list[_Item]:
    """As many numbers in a line as go, each in a box with its figures beside it. `widths` as for titles."""
    width, beside = widths
    box = sheet.desk.typesetter.width("00", _row_style(sheet)) + sheet.gap(1.5)
    each = box + (beside + sheet.gap(2) if beside else 0) + sheet.gap(2)
    sheet.require(each <= width)
    row = max(int((width + sheet.gap(2)) / each), 1)
    return [_number_row(sheet, group.signs[at : at + row], box, each) for at in range(0, len(group.signs), row)]


def _number_row(sheet: Sheet, signs: tuple[tuple[int, str, str], ...], side: float, each: float) -> _Item:
    look, style = sheet.look, _row_style(sheet)
    height = style.size * 1.36

    def put(place: Box) -> None:
        for at, (number, _, figures) in enumerate(signs):
            box = Box(place.x + at * each, place.y, side, height)
            thick = max(2.5 * sheet.desk.unit, 1.5)
            sheet.mark("number box", box, look.background, stroke=look.edge, thick=thick, radius=height * 0.18)
            said = sheet.measure(str(number), style, side)
            y = box.y + (height - said.height) / 2
            sheet.put("number", said, box.x, y, look.ink, look.background, align=Align.CENTRE, width=side)
            if figures:
                beside = sheet.measure(figures, style, each - side)
                sheet.put("figures", beside, box.right + sheet.gap(1), y, look.ink, look.background, face=REGULAR)

    return _Item(height + sheet.gap(1), put)


def _put_legend(sheet: Sheet, page: RoomAgreement, area: Box, titled: int) -> float:
    """What the figures are, and the numbers where no title says it; gives where it begins."""
    said = [words.figures_meaning()] if any(sign[2] for group in page.groups for sign in group.signs) else []
    if any(group.signs for group in page.groups[titled:]):
        said.append(words.numbers_meaning())
    made = [sheet.measure(text, sheet.style(REGULAR, 30), area.width) for text in said]
    y = area.bottom - sum(text.height for text in made)
    begin = y
    for text in made:
        sheet.put("legend", text, area.x, y, sheet.look.muted, sheet.look.background)
        y += text.height
    return begin


def _said(page: RoomAgreement, _brand: RoomBrand) -> Iterable[str]:
    return page.title, *(_group_said(group) for group in page.groups)


def _group_said(group: AgreementGroup) -> str:
    signs = "; ".join(f"{number} {title} {figures}".strip() for number, title, figures in group.signs)
    return f"{group.name}: {signs or 0}"


DECLARED = Declared(RoomAgreement, sheet=agreement_sheet, said=_said)
