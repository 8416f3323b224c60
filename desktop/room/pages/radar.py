"""The shape of the pilot: one spoke a failure mode, further out is worse. What is not known joins nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from math import cos, pi, sin

from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.sheet import BOLD, REGULAR, SEMIBOLD, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.pages import RadarAxis, RoomBrand, RoomRadar

RINGS = (25, 50, 75, 100)
SIDEWAYS = 0.2
"""Sine of a spoke's angle from which its label stands beside it, not above or below."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A mode's name, with its index and band below; measured in the weight of the worst, so that none is cut."""

    name: Paragraph
    value: Paragraph

    @property
    def width(self) -> float:
        return max(self.name.width, self.value.width)

    @property
    def height(self) -> float:
        return self.name.height + self.value.height


@dataclass(frozen=True, slots=True)
class _Web:
    """Turns a spoke and an index from 0 to 100 into a place; the first spoke points up, the others follow clockwise."""

    x: float
    y: float
    radius: float
    spokes: int

    def turn(self, spoke: float) -> tuple[float, float]:
        """How far across and down one unit along the spoke leads."""
        angle = 2 * pi * spoke / self.spokes
        return sin(angle), -cos(angle)

    def at(self, spoke: float, index: float) -> tuple[float, float]:
        """Pixels."""
        across, down = self.turn(spoke)
        return self.x + across * self.radius * index / 100, self.y + down * self.radius * index / 100


def radar_sheet(desk: Desk, page: RoomRadar) -> Sheet:
    """As large as the labels around it leave room for."""
    return fitted([partial(_lay, desk, page, share) for share in (0.24, 0.3, 0.36)])


def _lay(desk: Desk, page: RoomRadar, share: float, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    look, unit = sheet.look, desk.unit
    margin = (48 if desk.narrow else 88) * unit
    area = Box(margin, margin * 0.65, sheet.width - 2 * margin, sheet.height - 1.3 * margin)
    title = sheet.measure(page.title, sheet.style(TITLE, 68, title=True, leading=1.14), area.width, balanced=True)
    sheet.put("title", title, area.x, area.y, look.ink, look.background)
    top = area.y + title.height + sheet.gap(3)
    place = Box(area.x, top, area.width, area.bottom - top)
    labels = [_label(sheet, axis, place.width * share) for axis in page.axes]
    web = _web(sheet, place, labels)
    sheet.require(web.radius >= 0.2 * sheet.height)
    if sheet.fits:
        _areas(sheet, web, page.axes)
        _rings(sheet, web)
        _spokes(sheet, web, page.axes, labels)
    return sheet


def _label(sheet: Sheet, axis: RadarAxis, width: float) -> _Label:
    said = "?" if axis.index is None else f"{axis.index} · {axis.band}"
    name = sheet.measure(axis.name, sheet.style(BOLD, 36, leading=1.16), width)
    return _Label(name, sheet.measure(said, sheet.style(BOLD, 36, leading=1.2), width))


def _web(sheet: Sheet, place: Box, labels: list[_Label]) -> _Web:
    """The largest whose labels stay within `place`."""
    spokes, gap = max(len(labels), 1), sheet.gap(2)
    turns = [(sin(2 * pi * n / spokes), -cos(2 * pi * n / spokes)) for n in range(spokes)]
    upper = max((label.height + gap for label, (_, down) in zip(labels, turns, strict=True) if down < -0.9), default=0)
    lower = max((label.height + gap for label, (_, down) in zip(labels, turns, strict=True) if down > 0.9), default=0)
    reach = [place.height - upper - lower]
    radius = reach[0] / 2
    for label, (across, _) in zip(labels, turns, strict=True):
        if abs(across) > SIDEWAYS:
            radius = min(radius, (place.width / 2 - label.width - gap) / abs(across))
    return _Web(place.x + place.width / 2, place.y + upper + (place.height - upper - lower) / 2, radius, spokes)


def _areas(sheet: Sheet, web: _Web, axes: tuple[RadarAxis, ...]) -> None:
    """Filled only between neighbours that are both known."""
    fill, _ = sheet.look.cell(1)
    for n, axis in enumerate(axes):
        after = axes[(n + 1) % len(axes)]
        if axis.index is not None and after.index is not None and len(axes) > 2:
            sheet.path("area", [web.at(0, 0), web.at(n, axis.index), web.at(n + 1, after.index)], fill=fill)


def _rings(sheet: Sheet, web: _Web) -> None:
    look, unit = sheet.look, sheet.desk.unit
    for value in RINGS:
        points = [web.at(n, value) for n in range(web.spokes + 1)]
        sheet.path("ring", points, stroke=look.rule, thick=max(2 * unit, 1))
    style = sheet.style(REGULAR, 30, leading=1.1)
    close = web.radius * cos(pi / web.spokes) / 4 < style.size * 1.5
    for value in (50, 100) if close else (50, 75, 100):
        number = sheet.measure(str(value), style, web.radius)
        x, y = web.at(0.5, value * cos(pi / web.spokes))
        box = Box(x - number.width / 2, y - number.height / 2, number.width, number.height)
        sheet.panel("ring ground", box.inset(-4 * unit, 0), look.background)
        sheet.put("ring number", number, box.x, box.y, look.muted, look.background)


def _spokes(sheet: Sheet, web: _Web, axes: tuple[RadarAxis, ...], labels: list[_Label]) -> None:
    look, unit = sheet.look, sheet.desk.unit
    worst = max((axis.index for axis in axes if axis.index is not None), default=None)
    thick = max(5 * unit, 2.5)
    for n, (axis, label) in enumerate(zip(axes, labels, strict=True)):
        unknown = axis.index is None
        colour = look.edge if unknown else look.rule
        ends = [web.at(0, 0), web.at(n, 100)]
        sheet.path("spoke", ends, stroke=colour, thick=max(2 * unit, 1), dashed=unknown)
        after = axes[(n + 1) % len(axes)]
        if axis.index is not None and after.index is not None:
            ends = [web.at(n, axis.index), web.at(n + 1, after.index)]
            sheet.path("outline", ends, stroke=look.accent, thick=thick, ground=look.background)
        _put_label(sheet, web, n, label, axis.index is not None and axis.index == worst)
    for n, axis in enumerate(axes):
        if axis.index is not None:
            x, y = web.at(n, axis.index)
            side = max(20 * unit, 10)
            dot = Box(x - side / 2, y - side / 2, side, side)
            sheet.mark("dot", dot, look.background, fill=look.accent, radius=side / 2)


def _put_label(sheet: Sheet, web: _Web, spoke: int, label: _Label, worst: bool) -> None:
    """Beside its spoke's end, above or below it."""
    look, gap = sheet.look, sheet.gap(2)
    across, down = web.turn(spoke)
    x, y = web.at(spoke, 100)
    if abs(across) > SIDEWAYS:
        left = x + gap if across > 0 else x - gap - label.width
        upper = y - label.height / 2
        align = Align.LEFT if across > 0 else Align.RIGHT
    else:
        left, align = x - label.width / 2, Align.CENTRE
        upper = y - gap - label.height if down < 0 else y + gap
    faces = (BOLD, BOLD) if worst else (SEMIBOLD, REGULAR)
    colour = look.ink if worst else look.muted
    name, value = label.name, label.value
    sheet.put("axis", name, left, upper, look.ink, look.background, align=align, width=label.width, face=faces[0])
    below = upper + name.height
    sheet.put("axis value", value, left, below, colour, look.background, align=align, width=label.width, face=faces[1])


def _said(page: RoomRadar, _brand: RoomBrand) -> Iterable[str]:
    return page.title, *(f"{a.name} {'?' if a.index is None else a.index}, {a.band}" for a in page.axes)


DECLARED = Declared(RoomRadar, sheet=radar_sheet, said=_said)
