"""What production costs, drawn on one scale with what the pilot cost and what is usual, and the kinds of cost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Align, Box, Face, Form
from desktop.room.drawing.head import Head, measured_said, put_head, put_note
from desktop.room.drawing.sheet import FOOT, REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.entries import RoomCost
from desktop.view_models.room.pages import RoomBrand, RoomBudget
from models.frozen import frozen

NAMES, BAR = 300, 48
"""How wide the names of the rows stand, and how high a bar is."""
APART = 4
"""Between the parts of a sum."""


@frozen
class _Plane:
    """The scale: where its rows begin and end, and where a sum stands on it."""

    left: float
    right: float
    top: float
    across: Callable[[Decimal], float]


@frozen
class _Kind:
    """A kind of cost, measured."""

    cost: RoomCost
    name: Paragraph
    texts: tuple[tuple[str, Paragraph, str], ...]
    """Role, text and colour of what stands below the name."""

    @property
    def height(self) -> float:
        """Below the name."""
        return sum(text.height for _, text, _ in self.texts)


def budget_sheet(desk: Desk, page: RoomBudget) -> Sheet:
    """Picture, kinds, foot. Where not all finds room, the ranges of the kinds are left out, then the line at hand."""
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomBudget) -> Iterator[Layout]:
    for spans, line in ((True, True), (False, True), (False, False)):
        yield partial(_lay, desk, page, spans, line)


def _lay(desk: Desk, page: RoomBudget, spans: bool, line: bool, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area = desk.area
    y = put_head(sheet, Head(page.title, lead=page.lead)) + sheet.space(28)
    foot = _put_foot(sheet, page, line)
    if page.scale:
        y = _put_picture(sheet, page, y) + sheet.space(20)
    y = _put_kinds(sheet, page.kinds, Box(area.x, y, area.width, 0), spans)
    sheet.require(y <= foot - sheet.space(12))
    return sheet


def _put_picture(sheet: Sheet, page: RoomBudget, y: float) -> float:
    """Pilot, plan and what is usual, one below the other; gives where the scale ends."""
    look, area = sheet.look, sheet.desk.area
    names = sheet.px(200 if sheet.desk.narrow else NAMES)
    left, right = area.x + names, area.right
    most = max(found.amount for found in page.scale) or Decimal(1)

    def across(amount: Decimal) -> float:
        return left + (right - left) * min(float(amount / most), 1)

    labels = _labels(sheet, page, across)
    heads = max(label.height for label, _ in labels)
    top = y + heads + sheet.px(4)
    for label, x in labels:
        sheet.put("scale", label, x, y, look.muted, look.background)
    rows = [bool(page.pilot), bool(page.plan), bool(page.usual)]
    plane = _Plane(left, right, top, across)
    bottom = top + sheet.px(14) + sum(rows) * (sheet.px(94) + sheet.space(8)) + sheet.px(4) + _below(sheet, page, plane)
    for found in page.scale:
        x = across(found.amount)
        sheet.path("grid", ((x, top), (x, bottom)), stroke=look.rule, thick=max(sheet.px(2), 1))
    sheet.line(area.x, top, area.width, strong=True)
    down = top + sheet.px(14) + sheet.space(18)
    if page.pilot:
        _put_name(sheet, words.pilot_row(), down)
        bar = Box(left, down, max(across(page.pilot.amount) - left, 2), sheet.px(BAR))
        sheet.panel("pilot", bar, look.scale[1])
        _put_label(sheet, page.pilot.text, (bar.right + sheet.px(10), down), (REGULAR, 34, look.ink), right)
        down += sheet.px(94) + sheet.space(8)
    if page.plan:
        _put_name(sheet, words.plan_row(), down)
        _put_plan(sheet, page, plane, down)
        down += sheet.px(94) + sheet.space(8)
    if page.usual:
        _put_name(sheet, words.usual_row(), down)
        _put_usual(sheet, page, plane, down)
    return bottom


def _labels(sheet: Sheet, page: RoomBudget, across: Callable[[Decimal], float]) -> list[tuple[Paragraph, float]]:
    """The sums above the grid: all of them, or as many as stand apart."""
    area, style = sheet.desk.area, sheet.style(REGULAR, 30)
    for each in (1, 2, len(page.scale) - 1 or 1):
        found = page.scale[::each]
        made = [(sheet.desk.typesetter.paragraph(s.text, style, area.width), across(s.amount)) for s in found]
        placed = []
        for number, (label, x) in enumerate(made):
            end = found[number:] == page.scale[-1:]
            left = x if number == 0 else x - label.width if end else x - label.width / 2
            placed.append((label, left))
        ends = [x + label.width + sheet.px(16) for label, x in placed]
        if all(end <= x for end, (_, x) in zip(ends, placed[1:], strict=False)):
            return placed
    return placed


def _put_name(sheet: Sheet, text: str, y: float) -> None:
    area = sheet.desk.area
    made = sheet.measure(text, sheet.style(SEMIBOLD, 34), sheet.px(190 if sheet.desk.narrow else NAMES - 10))
    down = y + (sheet.px(BAR) - made.height) / 2
    sheet.put("row name", made, area.x, down, sheet.look.ink, sheet.look.background)


def _put_label(sheet: Sheet, text: str, place: tuple[float, float], kind: tuple[Face, int, str], end: float) -> None:
    """On a plate in the ground's colour, since a line of the grid may run behind it; not at all beyond the scale."""
    (x, y), (face, ideal, colour), look = place, kind, sheet.look
    made = sheet.measure(text, sheet.style(face, ideal, leading=1.15), sheet.width)
    pad = sheet.px(6)
    if x + made.width + pad > end:
        return
    top = y + (sheet.px(BAR) - made.height) / 2
    sheet.panel("plate", Box(x, top, made.width + 2 * pad, made.height), look.background)
    sheet.put("amount", made, x + pad, top, colour, look.background)


def _put_plan(sheet: Sheet, page: RoomBudget, plane: _Plane, y: float) -> None:
    """In its parts, and below it how far it may go either way."""
    look = sheet.look
    if not page.plan:
        return
    low, likely, high = page.plan
    x = plane.left
    parts = [kind for kind in page.kinds if kind.likely and kind.likely.amount]
    for kind in parts:
        wide = plane.across(kind.likely.amount) - plane.left if kind.likely else 0.0
        box = Box(min(x, plane.right - 2), y, max(min(wide, plane.right - x) - sheet.px(APART), 1.5), sheet.px(BAR))
        sheet.mark("part", box, look.background, fill=look.scale[2])
        text = sheet.measure(kind.short, sheet.style(SEMIBOLD, 30), sheet.width)
        if text.width + sheet.px(8) <= box.width:
            down = y + (box.height - text.height) / 2
            ground, ink = look.level(2)
            sheet.put("figure", text, box.x, down, ink, ground, align=Align.CENTRE, width=box.width)
        x += wide
    end = x
    if low.amount != high.amount:
        middle, half = y + sheet.px(70), sheet.px(12)
        begin, end = plane.across(low.amount), max(x, plane.across(high.amount))
        reach = Box(begin, middle - half, max(plane.across(high.amount) - begin, sheet.px(8)), 2 * half)
        thick = max(sheet.px(4), 2)
        sheet.mark("range", reach, look.background, form=Form.RANGE, stroke=look.ink, thick=thick)
        dot = sheet.px(18)
        at = Box(plane.across(likely.amount) - dot / 2, middle - dot / 2, dot, dot)
        sheet.panel("likely", at, look.ink, radius=dot / 2)
    if page.usual:
        start = plane.across(page.usual[0].amount)
        ends = ((start, y - sheet.px(8)), (start, y + (sheet.px(94) + sheet.space(8))))
        sheet.path("usual begins", ends, stroke=look.accent_mark, thick=max(sheet.px(3), 1.5), dashed=True)
    _put_label(sheet, likely.text, (end + sheet.px(14), y), (TITLE, 46, look.brand), plane.right)


def _usual_words(sheet: Sheet, page: RoomBudget) -> Paragraph:
    made = sheet.measure(page.usual_words, sheet.style(REGULAR, 32, leading=1.2), sheet.width)
    sheet.require(len(made.lines) == 1)
    return made


def _usual_left(sheet: Sheet, page: RoomBudget, plane: _Plane, text: Paragraph) -> float | None:
    """Where the words of the usual range begin: in its band, else beside it; None where there is room in neither."""
    if not page.usual:
        return None
    low, high = (plane.across(found.amount) for found in page.usual)
    pad = sheet.px(20)
    if text.width + 2 * pad <= high - low:
        return low + pad
    if high + pad + text.width <= plane.right:
        return high + pad
    return low - pad - text.width if low - pad - text.width >= plane.left else None


def _below(sheet: Sheet, page: RoomBudget, plane: _Plane) -> float:
    """What the words need below the band."""
    text = _usual_words(sheet, page)
    return text.height if page.usual and _usual_left(sheet, page, plane, text) is None else 0.0


def _put_usual(sheet: Sheet, page: RoomBudget, plane: _Plane, y: float) -> None:
    look, text = sheet.look, _usual_words(sheet, page)
    if not page.usual:
        return
    low, high = (plane.across(found.amount) for found in page.usual)
    band = Box(min(low, plane.right - 4), y, max(high - low, sheet.px(4)), sheet.px(BAR))
    sheet.panel("usual", band, look.track)
    x, down = _usual_left(sheet, page, plane, text), y + (band.height - text.height) / 2
    if x is not None and low <= x < high:
        sheet.put("usual words", text, x, down, look.ink, look.track)
        return
    if x is None:
        x, down = plane.right - text.width, band.bottom + sheet.px(2)
        sheet.require(x >= sheet.desk.area.x)
    sheet.panel("plate", Box(x, down, text.width, text.height), look.background)
    sheet.put("usual words", text, x, down, look.ink, look.background)


def _put_kinds(sheet: Sheet, costs: Sequence[RoomCost], place: Box, spans: bool) -> float:
    """Side by side in the order of the bar; the one at hand stands under an accent line. Gives where they end."""
    if not costs:
        return place.y
    look, gap = sheet.look, sheet.px(24 if sheet.desk.narrow else 36)
    width = (place.width - gap * (len(costs) - 1)) / len(costs)
    kinds = [_kind(sheet, cost, width, spans) for cost in costs]
    names = max(kind.name.height for kind in kinds)
    for number, kind in enumerate(kinds):
        x, y = place.x + number * (width + gap), place.y
        if kind.cost.here:
            thick = max(sheet.px(6), 2)
            sheet.mark("kind here", Box(x, y, width, thick), look.background, fill=look.accent_mark)
        else:
            sheet.line(x, y, width, strong=True)
        y += sheet.px(14)
        sheet.put("kind name", kind.name, x, y, look.ink, look.background)
        y += names
        for role, text, colour in kind.texts:
            sheet.put(role, text, x, y, colour, look.background)
            y += text.height
    return place.y + sheet.px(14) + names + max(kind.height for kind in kinds)


def _kind(sheet: Sheet, cost: RoomCost, width: float, spans: bool) -> _Kind:
    look = sheet.look
    name, small = sheet.measure(cost.name, sheet.style(SEMIBOLD, 34, leading=1.15), width), sheet.style(REGULAR, 30)
    if cost.likely is None:
        nothing = sheet.measure(words.not_entered(), sheet.style(REGULAR, 34), width)
        return _Kind(cost, name, (("kind sum", nothing, look.muted),))
    figure = sheet.measure(cost.likely.text, sheet.style(TITLE, 52, leading=1.23), width)
    sheet.require(len(figure.lines) == 1)
    said = [text for text in (cost.span, cost.basis) if text and spans]
    below = (("kind span", sheet.measure(text, small, width), look.muted) for text in said)
    return _Kind(cost, name, (("kind sum", figure, look.brand), *below))


def _put_foot(sheet: Sheet, page: RoomBudget, line: bool) -> float:
    """The line at hand, and what is drawn; gives where it begins."""
    look, area = sheet.look, sheet.desk.area
    bottom = sheet.height - sheet.px(FOOT)
    drawn, usual = words.budget_notes(page)
    right = put_note(sheet, usual, bottom, width=area.width * 0.48) if usual else Box(area.right, bottom, 0, 0)
    note = sheet.measure(drawn, sheet.style(REGULAR, 30), right.x - sheet.px(24) - area.x)
    y = min(bottom - note.height, right.y)
    if drawn:
        sheet.put("note", note, area.x, bottom - note.height, look.muted, look.background)
    if page.line and line:
        said = measured_said(sheet, page.line.name, page.line.text, area.width, ideal=34, colour=look.accent)
        y -= said.height + sheet.px(4)
        said.put(area.x, y)
    top = y - sheet.space(16)
    if drawn or usual or page.line:
        sheet.line(area.x, top, area.width)
    return top


def _said(page: RoomBudget, _brand: RoomBrand) -> Iterable[str]:
    kinds = (
        f"{kind.name}: {kind.likely.text if kind.likely else words.not_entered()} {kind.span} {kind.basis}".strip()
        for kind in page.kinds
    )
    line = f"{page.line.name} {page.line.text}" if page.line else ""
    pilot = f"{words.pilot_row()}: {page.pilot.text}" if page.pilot else ""
    usual = f"{words.usual_row()}: {page.usual_words}" if page.usual else ""
    return page.title, page.lead, pilot, usual, *kinds, line, *words.budget_notes(page)


DECLARED = Declared(RoomBudget, sheet=budget_sheet, said=_said)
