"""What production costs, drawn against the method's rule, and the kinds of cost that make it up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop.room import playbook_words as words
from desktop.room.drawing.captured_rows import measured_row
from desktop.room.drawing.composition import Box
from desktop.room.drawing.rows import put_rows
from desktop.room.drawing.sheet import REGULAR, SEMIBOLD, TITLE, Sheet
from desktop.room.drawing.typesetter import Paragraph
from desktop.view_models.room.entries import RoomBudget, RoomCost

SPARE = Decimal("1.08")
"""How much further than the largest sum the scale goes."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of cost, measured."""

    cost: RoomCost
    share: Paragraph
    name: Paragraph
    likely: Paragraph

    @property
    def height(self) -> float:
        return self.share.height + self.name.height + self.likely.height


def put_budget(sheet: Sheet, budget: RoomBudget, place: Box) -> None:
    """The picture on top, then what it means, then the kinds, then the newest line."""
    look = sheet.look
    y = _put_picture(sheet, budget, place)
    sentence = sheet.measure(budget.sentence, sheet.style(SEMIBOLD, 40), place.width, balanced=True)
    sheet.put("sentence", sentence, place.x, y, look.ink, look.background)
    y += sentence.height + sheet.gap(2.5)
    y = _put_kinds(sheet, budget.kinds, Box(place.x, y, place.width, 0))
    sheet.require(y <= place.bottom + 0.5)
    if budget.latest:
        row = measured_row(sheet, budget.latest, place.width)
        rest = Box(place.x, y + sheet.gap(2), place.width, place.bottom - y - sheet.gap(2))
        put_rows(sheet, [row], rest, 0, 0)


def _put_picture(sheet: Sheet, budget: RoomBudget, place: Box) -> float:
    """The plan over the band, both on one scale, each with its words; gives where it ends."""
    sums = [*(budget.plan or ()), *(budget.band or ())]
    largest = max((found.amount for found in sums), default=Decimal(0)) * SPARE
    y = place.y
    if not largest:
        return y

    def across(amount: Decimal) -> float:
        return place.x + place.width * float(amount / largest)

    if budget.plan:
        low, likely, high = budget.plan
        said = words.plan_words(low.text, likely.text, high.text)
        made = sheet.measure(said, sheet.style(SEMIBOLD, 40), place.width)
        sheet.put("plan words", made, place.x, y, sheet.look.accent, sheet.look.background)
        y += made.height + sheet.gap(1)
        y = _put_plan(sheet, (across(low.amount), across(likely.amount), across(high.amount)), y)
    if budget.band:
        at = across(budget.band[0].amount), across(budget.band[1].amount)
        y = _put_band(sheet, at, budget.times, place, y)
    return y + sheet.gap(2)


def _put_plan(sheet: Sheet, at: tuple[float, float, float], y: float) -> float:
    """A bar from low to high with a disc at the likely sum."""
    look, unit = sheet.look, sheet.desk.unit
    low, _, high = sorted(at)
    disc, bar = 36 * unit, 12 * unit
    middle, end = y + disc / 2, max(high, low + bar)
    sheet.path("plan", ((low, middle), (end, middle)), stroke=look.accent, thick=bar, ground=look.background)
    x = min(max(at[1] - disc / 2, 0), sheet.width - disc)
    sheet.panel(
        "likely rim", Box(x - 4 * unit, y - 4 * unit, disc + 8 * unit, disc + 8 * unit), look.background, radius=disc
    )
    sheet.mark("likely", Box(x, y, disc, disc), look.background, fill=look.accent, radius=disc / 2)
    return y + disc + sheet.gap(0.75)


def _put_band(sheet: Sheet, at: tuple[float, float], times: tuple[str, str], place: Box, y: float) -> float:
    look, unit = sheet.look, sheet.desk.unit
    height, radius = 34 * unit, 8 * unit
    sheet.panel("scale", Box(place.x, y, place.width, height), look.track, radius=radius)
    band = Box(at[0], y, max(at[1] - at[0], 4 * unit), height)
    sheet.panel("band ground", band, look.cell(2)[0], radius=radius)
    sheet.mark("band", band, look.background, stroke=look.accent, thick=max(3 * unit, 2), radius=radius)
    said = sheet.measure(words.rule_words(*times), sheet.style(REGULAR, 34), place.width)
    x = min(band.x, place.right - said.width)
    sheet.put("rule words", said, x, band.bottom + sheet.gap(0.5), look.muted, look.background)
    return band.bottom + sheet.gap(0.5) + said.height


def _put_kinds(sheet: Sheet, costs: tuple[RoomCost, ...], place: Box) -> float:
    """Side by side, each in its card; the one at hand has an edge in the accent. Gives where they end."""
    if not costs:
        return place.y
    gap, pad = sheet.gap(2), sheet.gap(2)
    width = (place.width - gap * (len(costs) - 1)) / len(costs)
    kinds = [_kind(sheet, cost, width - 2 * pad) for cost in costs]
    height = max(kind.height for kind in kinds) + 2 * pad
    for number, kind in enumerate(kinds):
        _put_kind(sheet, kind, Box(place.x + number * (width + gap), place.y, width, height), pad)
    return place.y + height


def _kind(sheet: Sheet, cost: RoomCost, width: float) -> _Kind:
    return _Kind(
        cost,
        sheet.limited(cost.share or "–", sheet.style(TITLE, 56, leading=1.14), width, 1),
        sheet.measure(cost.name, sheet.style(SEMIBOLD, 32, leading=1.18), width),
        sheet.limited(cost.likely or words.no_costs(), sheet.style(REGULAR, 32), width, 2),
    )


def _put_kind(sheet: Sheet, kind: _Kind, box: Box, pad: float) -> None:
    look, unit = sheet.look, sheet.desk.unit
    here, known = kind.cost.here, bool(kind.cost.likely)
    ground = look.surface
    sheet.panel("kind", box, ground, radius=14 * unit)
    thick = max((4 if here else 2) * unit, 2)
    edge = look.accent if here else look.edge
    sheet.mark("kind edge", box, look.background, stroke=edge, thick=thick, radius=14 * unit, dashed=not known)
    x, y = box.x + pad, box.y + pad
    sheet.put("share", kind.share, x, y, look.accent if known else look.muted, ground)
    y += kind.share.height
    sheet.put("kind name", kind.name, x, y, look.ink, ground)
    bottom = box.bottom - pad - kind.likely.height
    sheet.put("kind sum", kind.likely, x, bottom, look.muted, ground)
